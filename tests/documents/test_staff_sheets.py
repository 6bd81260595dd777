"""What the MC, projection and front of house read on sheets of their own, and as what a paper was published."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from tests.documents.nights import Night, film, film_item, full_night, other, slot
from tests.documents.odd_nights import long_titles, sixty_items
from tests.documents.reading import (
    all_text,
    boxes,
    counted,
    outside,
    overlapping,
    page_texts,
    squeezed,
    words,
)

from tourdesk.documents.evening import Edition
from tourdesk.documents.kinds import KINDS
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.documents.wording import about
from tourdesk.foundation.language import speak
from tourdesk.library.films import Copy, Version
from tourdesk.programming.programme import ItemKind

STAFF = ("run-sheet-mc", "run-sheet-projection", "run-sheet-front-of-house")


def text_of(kind: str, night: Night) -> str:
    return all_text(KINDS[kind].make(night.evening(), Paper.A4))


@pytest.mark.parametrize("kind", STAFF)
@pytest.mark.parametrize("paper", OFFICE)
def test_nothing_lies_in_the_margins_or_on_something_else(kind: str, paper: Paper) -> None:
    for night in (full_night(14), replace(full_night(3), slot=slot("23:10", "02:30", "2027-10-30"))):
        data = KINDS[kind].make(night.evening(), paper)
        assert outside(data, 31.0, bottom=16) == []
        assert overlapping(data) == []


@pytest.mark.parametrize("kind", STAFF)
def test_an_empty_programme_is_one_page(kind: str) -> None:
    assert len(page_texts(KINDS[kind].make(Night(items=()).evening(), Paper.A4))) == 1


def test_the_mc_reads_every_word_of_the_scripts_and_every_name() -> None:
    script = "Say every word of this, please. " * 150
    items = (other(ItemKind.WELCOME, "Welcome", 60, script), film_item(film(1)))
    data = KINDS["run-sheet-mc"].make(Night([film(1)], items=items).evening(), Paper.A4)
    assert counted(script) <= words(data)
    text = all_text(data)
    assert squeezed("Welcome, continued") in text
    assert squeezed("Directed by Pía Quintero Ley") in text


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("MD5 4f2a9c0d71b85e3366d0f1c2a8be9735", "MD5 4f2a9c0d…9735"),
        ("sha-256 " + "0123456789abcdef" * 4, "sha-256 01234567…cdef"),
        ("CPL 6b1f0c52-9a47-4e0e-8d31-2f7c5a90b1e4", "CPL 6b1f0c52…b1e4"),
        ("reel 12345678", "reel 12345678"),
    ],
)
def test_a_copy_is_told_by_the_beginning_and_the_end_of_a_long_number(identity: str, said: str) -> None:
    one = film(0, versions=(Version(seconds=600, id=1, copies=(Copy("file", identity=identity),)),))
    items = (film_item(one, version_id=1),)
    assert squeezed(said) in text_of("run-sheet-projection", Night([one], items=items))


def test_the_projectionist_reads_what_is_known_of_the_copy() -> None:
    copy = Copy("DCP", "2K flat", "1.85", "5.1", "en", "CPL 4711", "drive 3", 612)
    one = film(0, versions=(Version(seconds=600, id=1, copies=(copy,)),))
    items = (film_item(one, version_id=1), other(ItemKind.QA, "Questions", 300, cue="Stage light on."))
    text = text_of("run-sheet-projection", Night([one], items=items))
    for known in ("DCP", "2K flat", "1.85", "5.1", "subtitles en", "measured 10:12", "drive 3", "CPL 4711"):
        assert squeezed(known) in text
    assert squeezed("Stage light on.") in text
    assert squeezed("19:10:20") in text


def test_a_copy_without_subtitles_says_so_in_words() -> None:
    copy = Copy("DCP", subtitles="none")
    one = film(0, versions=(Version(seconds=600, id=1, copies=(copy,)),))
    text = text_of("run-sheet-projection", Night([one], items=(film_item(one, version_id=1),)))
    assert squeezed("DCP · no subtitles") in text


@pytest.mark.parametrize("before", ["", "urn:uuid:", "CPL "])
def test_the_projectionist_reads_the_beginning_and_the_end_of_a_uuid(before: str) -> None:
    copy = Copy("DCP", identity=f"{before}0d6f3b9a-41C2-4e77-9b1e-5a7c92d1e4F8")
    one = film(0, versions=(Version(seconds=600, id=1, copies=(copy,)),))
    text = text_of("run-sheet-projection", Night([one], items=(film_item(one, version_id=1),)))
    assert squeezed("0d6f3b9a…e4F8") in text
    assert "41C2" not in text


def test_front_of_house_reads_doors_capacity_intermission_and_end() -> None:
    text = text_of("run-sheet-front-of-house", full_night(4))
    for known in ("18:30 Doors open", "Long Room holds 180 people.", "Curfew: all out", "Latest end"):
        assert squeezed(known) in text
    assert squeezed("15 min; guests are back in their seats by") in text


STAFF_AND_WHOLE = ("run-sheet", *STAFF)


@pytest.mark.parametrize("kind", STAFF_AND_WHOLE)
def test_everybody_reads_what_waits_is_fixed_takes_what_is_left_or_runs_in_the_intermission(
    kind: str,
) -> None:
    talk = replace(other(ItemKind.QA, "Talk", 600), pinned=time(20, 30))
    pause = replace(
        other(ItemKind.INTERMISSION, "Pause", 900), seconds=None, least_seconds=600, most_seconds=1200
    )
    slides = replace(other(ItemKind.TRAILER, "Slides", 120), inside=pause.key)
    toast = replace(other(ItemKind.WELCOME, "Toast", 60), pinned=time(20, 35))
    items = (film_item(film(0)), pause, slides, film_item(film(1)), talk, film_item(film(2)), toast)
    text = text_of(kind, Night([film(0), film(1), film(2)], items=items))
    assert squeezed("Fixed for 20:30.") in text
    assert squeezed("before it.") in text
    assert squeezed("Fixed for 20:35; starts") in text
    assert squeezed("Takes what is left, from 10:00 to 20:00.") in text
    inside = (
        "Runs during it: “Slides”" if kind == "run-sheet-front-of-house" else "Runs during the intermission."
    )
    assert squeezed(inside) in text


def test_front_of_house_reads_advisories_and_the_rating_of_the_country() -> None:
    item = film_item(film(0), advisories=("strong language",), ratings=("GB: 12A", "DE: 16"))
    text = text_of("run-sheet-front-of-house", Night([film(0)], items=(item,)))
    assert squeezed("strong language; GB: 12A") in text
    assert squeezed("DE: 16") not in text


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_published_programme_says_when_and_in_which_edition(kind: str) -> None:
    evening = replace(full_night(3).evening(), edition=Edition(2, datetime(2027, 3, 1, 12, tzinfo=UTC)))
    said = squeezed("As published on 1 March 2027, edition 2")
    assert said in all_text(KINDS[kind].make(evening, Paper.A4))
    assert said not in all_text(KINDS[kind].make(full_night(3).evening(), Paper.A4))


@pytest.mark.parametrize(("minute", "second", "said"), [(55, 0, "20:55"), (55, 1, "21:00"), (51, 0, "20:55")])
def test_an_end_that_is_known_roughly_is_the_next_five_minutes(minute: int, second: int, said: str) -> None:
    assert f"{about(datetime(2027, 5, 18, 20, minute, second, tzinfo=UTC)):%H:%M}" == said


@pytest.fixture
def german() -> Iterator[None]:
    speak("de")
    yield
    speak("en")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("paper", OFFICE)
def test_papers_speak_german(paper: Paper) -> None:
    for kind in KINDS.values():
        data = kind.make(full_night(5).evening(), paper)
        assert squeezed("Dienstag, 18. Mai 2027") in all_text(data)
        assert b"/Lang (de)" in data
        assert overlapping(data) == []
        for english in ("Directed by", "Doors", "First half", "continued"):
            assert squeezed(english) not in all_text(data)


def test_front_of_house_reads_no_count_of_films_where_a_half_has_none() -> None:
    text = text_of("run-sheet-front-of-house", full_night(1))
    assert squeezed("Second half begins 10 min") in text
    assert squeezed("0 films") not in text


def test_a_fact_of_a_copy_is_not_parted_at_a_line_s_end() -> None:
    copies = (
        Copy("file", "H.264, 25 fps", "16:9", "stereo", "none", place="tour drive A"),
        Copy("DCP", "2K flat", "1.85", "5.1", "none", "CPL 4711 and more words", "drive 3"),
    )
    one = film(0, versions=(Version(seconds=600, id=1, copies=copies),))
    for paper in OFFICE:
        night = Night([one], items=(film_item(one, version_id=1),))
        [page] = page_texts(KINDS["run-sheet-projection"].make(night.evening(), paper))
        lines = page.replace("\u00a0", " ").splitlines()
        for fact in ("H.264, 25 fps", "no subtitles", "tour drive A", "CPL 4711 and more words"):
            assert any(fact in line for line in lines)
        assert not any(line.startswith("·") for line in lines)


@pytest.mark.parametrize(
    ("kind", "crowded"), [("run-sheet-mc", sixty_items), ("run-sheet-front-of-house", long_titles)]
)
def test_room_that_is_left_on_a_page_makes_the_type_larger(kind: str, crowded: Callable[[], Night]) -> None:
    def clock(night: Night) -> float:
        """The height of the largest figures."""
        data = KINDS[kind].make(night.evening(), Paper.A4)
        assert outside(data, 39.0, bottom=16) == []
        return max(box.top - box.bottom for page in boxes(data) for box in page if box.what.isdigit())

    assert clock(full_night(1)) > 1.15 * clock(crowded())
    assert len(page_texts(KINDS[kind].make(full_night(1).evening(), Paper.A4))) == 1
