"""The quality check of a catalogue: its rules, and what the desk finds on both databases."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.desks import Desks
from tourdesk.library.films import Copy, Film, Version
from tourdesk.library.model import FilmCopy, FilmSource, FilmStill
from tourdesk.library.quality import (
    FIELDS,
    HEADINGS,
    LONGEST_SYNOPSIS,
    Finding,
    Group,
    Kind,
    Length,
    Titled,
    agree,
    differing,
    twice,
    words_in,
)
from tourdesk.library.quality_desk import QualityDesk

LENGTHS = st.builds(Length, st.just("page"), st.integers(1, 20_000), st.booleans())
STILL = b"\xff\xd8\xff\xe0 not much of a picture"
WHOLE = Film(
    "Running The Roof",
    year=2019,
    directors=("Alexis Tymon",),
    countries=("GB",),
    synopsis="Three friends cross a high valley on foot.",
    versions=(Version(seconds=3180),),
)


def whole(title: str, **facts: object) -> Film:
    given: dict[str, object] = {
        "title": title,
        "year": 2020,
        "directors": ("Mara Olsen",),
        "countries": ("NO",),
        "versions": (Version(seconds=600),),
    }
    return Film(**{**given, **facts})  # type: ignore[arg-type]  # facts of any kind


def saved(desks: Desks, *films: Film) -> tuple[int, ...]:
    ids = desks.library.save(films).ids
    with desks.database.work() as work:
        work.session.add_all(FilmStill(film_id=film_id, position=0, picture=STILL) for film_id in ids)
    return ids


def listed(desks: Desks, kind: Kind) -> tuple[Finding, ...]:
    (group,) = (group for group in desks.quality.report() if group.kind is kind)
    return group.findings


def found(desks: Desks) -> dict[Kind, list[str]]:
    """The titles of each kind that has any; as many are counted as are listed."""
    groups = desks.quality.report()
    assert [group.kind for group in groups] == list(Kind)
    assert all(group.count == len(group.findings) for group in groups)
    return {group.kind: [one.title for one in group.findings] for group in groups if group.count}


def the_one(desks: Desks, kind: Kind) -> Finding:
    (finding,) = listed(desks, kind)
    return finding


def test_a_catalogue_in_which_nothing_is_wanting_has_no_finding(any_desks: Desks) -> None:
    saved(any_desks, WHOLE, whole("Balance"))
    assert found(any_desks) == {}


def test_what_is_empty_is_found_by_its_kind(any_desks: Desks) -> None:
    saved(
        any_desks,
        WHOLE,
        whole("A", year=None),
        whole("B", directors=()),
        whole("C", countries=()),
        whole("D", versions=(Version(),)),
        whole("E", versions=(Version(seconds=600), Version("festival cut"))),
    )
    any_desks.library.save([whole("F")])
    assert found(any_desks) == {
        Kind.YEAR: ["A"],
        Kind.DIRECTOR: ["B"],
        Kind.COUNTRY: ["C"],
        Kind.RUN_TIME: ["D", "E"],
        Kind.STILL: ["F"],
    }


def test_a_finding_goes_when_it_is_mended(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, whole("A", year=None))
    assert found(any_desks) == {Kind.YEAR: ["A"]}
    any_desks.library.save([replace(any_desks.library.film(film_id), year=2021)])
    assert found(any_desks) == {}


def test_findings_stand_by_title_and_no_more_are_given_than_asked_for(any_desks: Desks) -> None:
    saved(any_desks, *(whole(title, year=None) for title in ("Écho", "Zebra", "balance")))
    assert found(any_desks) == {Kind.YEAR: ["balance", "Écho", "Zebra"]}
    years = any_desks.quality.report(2)[list(Kind).index(Kind.YEAR)]
    assert (years.count, [one.title for one in years.findings]) == (3, ["balance", "Écho"])


def test_the_same_title_twice_is_told_of_both_unless_two_directors_made_two_films(any_desks: Desks) -> None:
    saved(
        any_desks,
        whole("The Ridge", year=2019),
        whole("the ridge", year=2020, directors=("M. Olsen",)),
        whole("THE RIDGE", directors=("Kim Park",)),
        whole("Echo", directors=("Kim Park",)),
        whole("Écho", directors=("Anne Leroy",)),
    )
    assert found(any_desks) == {Kind.SAME_TITLE: ["The Ridge", "the ridge"]}
    assert listed(any_desks, Kind.SAME_TITLE)[0].detail == "also 2020 by M. Olsen"


def test_a_synopsis_that_overflows_its_page_of_the_booklet_is_told_with_its_words(any_desks: Desks) -> None:
    saved(
        any_desks,
        whole("Short", synopsis="word " * LONGEST_SYNOPSIS),
        whole("Long", synopsis="word " * LONGEST_SYNOPSIS + "word"),
        whole("Paragraphs", synopsis="word word\n" * (LONGEST_SYNOPSIS // 2) + "word"),
        whole("短い", synopsis="山" * LONGEST_SYNOPSIS * 2),
        whole("長い", synopsis="山の朝、" * LONGEST_SYNOPSIS),
    )
    assert found(any_desks) == {Kind.SYNOPSIS: ["Long", "Paragraphs", "長い"]}
    assert listed(any_desks, Kind.SYNOPSIS)[0].detail == "201 words, the booklet has room for 200"


def say(desks: Desks, film_id: int, name: str, seconds: int, *, approximate: bool = False) -> None:
    """What a source says of a film's run-time, as an import keeps it."""
    with desks.database.work() as work:
        work.session.add(
            FilmSource(
                film_id=film_id,
                name=name,
                seconds=seconds,
                approximate=approximate,
                read=datetime(2027, 1, 1, tzinfo=UTC),
            )
        )


def test_run_times_of_sources_that_no_version_has_are_told(any_desks: Desks) -> None:
    cuts = (Version(seconds=3180), Version("tour cut", seconds=2700, approximate=True))
    same, other = saved(any_desks, whole("Same", versions=cuts), whole("Other", versions=cuts))
    for film_id in (same, other):
        say(any_desks, film_id, "FilmFreeway", 3178)
        say(any_desks, film_id, "the page", 2750, approximate=True)
    say(any_desks, other, "IMDb", 3240)
    assert found(any_desks) == {Kind.RUN_TIMES_DIFFER: ["Other"]}
    assert (
        the_one(any_desks, Kind.RUN_TIMES_DIFFER).detail
        == "original 53:00, tour cut 45 min, but 54:00 (IMDb)"
    )


def test_a_copy_that_is_longer_than_its_version_is_told(any_desks: Desks) -> None:
    ids = saved(any_desks, whole("Right"), whole("Wrong"), whole("Unmeasured"))
    with any_desks.database.work() as work:
        for film_id, seconds in zip(ids, (603, 660, None), strict=True):
            version = any_desks.library.film(film_id).version
            work.session.add(
                FilmCopy(
                    version_id=version.id,
                    position=0,
                    medium="DCP",
                    format="",
                    aspect="",
                    audio="",
                    subtitles="",
                    identity="",
                    seconds=seconds,
                    place="",
                )
            )
    assert found(any_desks) == {Kind.RUN_TIMES_DIFFER: ["Wrong"]}
    assert the_one(any_desks, Kind.RUN_TIMES_DIFFER).detail == "original 10:00, but 11:00 (DCP)"


def test_after_a_change_the_same_is_found_as_if_everything_were_looked_at_again(any_desks: Desks) -> None:
    same = [whole("Echo"), whole("Echo", year=2021), whole("Ascent"), whole("Long", synopsis="word " * 300)]
    echo, other, ascent, long = saved(any_desks, *same)

    def changed(film_id: int, **facts: object) -> None:
        any_desks.library.save([replace(any_desks.library.film(film_id), **facts)])  # type: ignore[arg-type]  # of any kind

    assert [len(group.findings) for group in checked_again(any_desks)] == [2, 0, 0, 0, 0, 0, 1, 0]
    changed(echo, title="Ascent")
    assert {finding.title for finding in listed(any_desks, Kind.SAME_TITLE)} == {"Ascent"}
    checked_again(any_desks)
    changed(ascent, directors=("Somebody Else",))
    assert not listed(any_desks, Kind.SAME_TITLE)
    changed(
        long, synopsis="short", versions=(Version("original", 600, copies=(Copy("drive", seconds=700),)),)
    )
    assert [finding.film_id for finding in listed(any_desks, Kind.RUN_TIMES_DIFFER)] == [long]
    checked_again(any_desks)
    (third,) = saved(any_desks, whole("Echo", synopsis="word " * 201))
    assert {finding.film_id for finding in listed(any_desks, Kind.SAME_TITLE)} == {other, third}
    checked_again(any_desks)
    removed = any_desks.library.remove([other, long])
    assert [len(group.findings) for group in checked_again(any_desks)] == [0, 0, 0, 0, 0, 0, 1, 0]
    any_desks.library.undo_remove(removed)
    assert [len(group.findings) for group in checked_again(any_desks)] == [2, 0, 1, 0, 0, 0, 1, 0]


def checked_again(desks: Desks) -> tuple[Group, ...]:
    """The report, which is the same as that of a desk that has never looked before."""
    report = desks.quality.report()
    assert report == QualityDesk(desks.database).report()
    return report


def test_every_kind_has_a_heading_and_a_field_that_mends_it() -> None:
    assert set(HEADINGS) == set(FIELDS) == set(Kind)


@given(LENGTHS, LENGTHS)
def test_whether_run_times_agree_does_not_depend_on_which_is_asked_first(one: Length, other: Length) -> None:
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)


@pytest.mark.parametrize(
    ("seconds", "approximate", "same"),
    [(3185, False, True), (3186, False, False), (3239, True, True), (3240, True, False), (3121, True, True)],
)
def test_minutes_may_be_rounded_either_way_and_seconds_may_be_five_apart(
    seconds: int,
    approximate: object,
    same: object,
) -> None:
    assert agree(Length("a", 3180), Length("b", seconds, bool(approximate))) is same


@given(st.lists(LENGTHS, max_size=4), st.lists(LENGTHS, max_size=4))
def test_what_a_version_says_itself_never_differs(versions: list[Length], others: list[Length]) -> None:
    assert differing(versions, versions) == ()
    assert set(differing(versions, others)) <= set(others)
    assert differing([], others) == ()


@given(
    st.lists(
        st.builds(
            Titled,
            st.integers(),
            st.just("The Ridge"),
            st.none(),
            st.sampled_from([(), ("Ann Lee",), ("Kim Park",)]),
        ),
        max_size=6,
    )
)
def test_no_film_is_twice_all_alone(films: list[Titled]) -> None:
    told = twice(films)
    assert len(told) != 1
    if any(not film.directors for film in films) and len(films) > 1:
        assert len(told) == len(films)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one two\n\nthree", 3), ("ultra-long — yes", 3), ("山の朝 and 海", 3), ("Тень маяка", 2)],
)
def test_words_are_counted_and_two_characters_of_chinese_take_the_room_of_one(text: str, words: int) -> None:
    assert words_in(text) == words
