"""Whatever people have typed or pasted, a paper comes out of it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.nights import TOUR, VENUE, Night, film_item, other
from tests.documents.reading import all_text, outside, sizes

from tourdesk.documents.booklet import booklet
from tourdesk.documents.letters import MARK, in_one_line, missing, paragraphs, shown
from tourdesk.documents.lines import broken, even, unwidowed
from tourdesk.documents.poster import poster
from tourdesk.documents.programme_sheet import programme_sheet
from tourdesk.documents.run_sheet import run_sheet
from tourdesk.documents.theme import OFFICE, SERIF, Paper, Style
from tourdesk.documents.unprintable import letters_of_night
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import ItemKind
from tourdesk.sponsorship.sponsors import Sponsor

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=120)
"""Every character there is, halves of pairs too, as a careless paste may bring them."""
WORDS = st.text("abc mno-ξЖé", max_size=400)
SCRIPTS = st.text("ab (1). الطريق\u200cپ לדרך पहाड़की\u200d ทางขึ้น 山走る、산으로", max_size=120)
TEXTS = ANYTHING | WORDS | SCRIPTS

films = st.builds(
    Film,
    title=TEXTS,
    original_title=st.none() | TEXTS,
    year=st.none() | st.integers(1, 9999),
    directors=st.lists(TEXTS, max_size=4).map(tuple),
    countries=st.lists(st.sampled_from(["GB", "FR", "XX", ""]) | ANYTHING, max_size=3).map(tuple),
    languages=st.lists(st.sampled_from(["en", "pt-BR", "tar", ""]) | ANYTHING, max_size=3).map(tuple),
    section=st.none() | TEXTS,
    advisories=st.lists(TEXTS, max_size=2).map(tuple),
    logline=st.none() | TEXTS,
    synopsis=st.none() | TEXTS | st.lists(TEXTS, max_size=5).map("\n\n".join),
    source=st.none() | TEXTS,
    versions=st.builds(Version, name=TEXTS, seconds=st.none() | st.integers(0, 20000)).map(
        lambda one: (one,)
    ),
)


@st.composite
def nights(draw: st.DrawFn) -> Night:
    shown_films = [replace(one, id=number) for number, one in enumerate(draw(st.lists(films, max_size=3)))]
    items = [film_item(one, gap_after=draw(st.none() | st.integers(0, 90))) for one in shown_films]
    for kind in draw(
        st.lists(st.sampled_from([kind for kind in ItemKind if kind is not ItemKind.FILM]), max_size=3)
    ):
        item = other(kind, draw(TEXTS), draw(st.integers(0, 4000)), draw(TEXTS), draw(TEXTS))
        items.insert(draw(st.integers(0, len(items))), replace(item, key=f"other-{len(items)}"))
    tour = replace(TOUR, name=draw(TEXTS), address=draw(TEXTS), email=draw(ANYTHING), web=draw(ANYTHING))
    venue = replace(VENUE, name=draw(TEXTS), address=draw(TEXTS), town=draw(TEXTS))
    tiers = st.sampled_from(["main", "gold", "partner"]) | ANYTHING
    sponsors = draw(st.lists(st.builds(Sponsor, name=TEXTS, tier=tiers, web=ANYTHING), max_size=3))
    stills = draw(st.dictionaries(st.integers(0, 3), st.binary(max_size=60), max_size=2))
    return Night(
        shown_films,
        tuple(items),
        stills=stills,
        sponsors=tuple(sponsors),
        tour=tour,
        venue=venue,
        name=draw(TEXTS),
    )


@settings(max_examples=60, deadline=None)
@given(night=nights(), paper=st.sampled_from(OFFICE))
def test_any_night_becomes_a_programme_within_its_margins(night: Night, paper: Paper) -> None:
    data = programme_sheet(night.evening(), paper)
    assert sizes(data)[0] == pytest.approx((paper.width, paper.height), abs=0.1)
    assert [box for box in outside(data, 12, bottom=12) if ord(box.what[0]) < 0x300] == []


@settings(max_examples=60, deadline=None)
@given(night=nights(), paper=st.sampled_from(OFFICE))
def test_any_night_becomes_a_run_sheet_within_its_margins(night: Night, paper: Paper) -> None:
    data = run_sheet(night.evening(), paper)
    assert sizes(data)[0] == pytest.approx((paper.height, paper.width), abs=0.1)
    assert [box for box in outside(data, 12, bottom=12) if ord(box.what[0]) < 0x300] == []


@settings(max_examples=60, deadline=None)
@given(night=nights(), paper=st.sampled_from(OFFICE))
def test_any_night_becomes_a_booklet_within_its_margins(night: Night, paper: Paper) -> None:
    data = booklet(night.evening(), paper)
    assert len(sizes(data)) % 2 == 0
    assert [box for box in outside(data, 12, bottom=12) if ord(box.what[0]) < 0x300] == []


@settings(max_examples=60, deadline=None)
@given(night=nights(), paper=st.sampled_from(Paper))
def test_any_night_becomes_a_poster_within_its_margins(night: Night, paper: Paper) -> None:
    data = poster(night.evening(), paper)
    assert sizes(data)[0] == pytest.approx((paper.width, paper.height), abs=0.1)
    assert [box for box in outside(data, 12, bottom=12) if ord(box.what[0]) < 0x300] == []


STYLE = Style(SERIF, 10, 13)


@given(text=TEXTS.map(in_one_line), measure=st.floats(40, 400), indent=st.floats(0, 20))
def test_breaking_a_text_into_lines_loses_nothing(text: str, measure: float, indent: float) -> None:
    kept = text.replace(" ", "").replace("\u00a0", "")
    for lines in (
        broken(text, STYLE, measure, indent),
        unwidowed(text, STYLE, measure, indent),
        even(text, STYLE, measure),
    ):
        assert "".join(lines).replace(" ", "").replace("\u00a0", "") == kept


@given(text=ANYTHING)
def test_every_visible_character_is_shown_or_marked(text: str) -> None:
    assert shown(shown(text)) == shown(text)
    assert bool(missing([text])) <= (MARK in shown(text))


@given(text=TEXTS)
def test_paragraphs_have_the_words_of_the_text(text: str) -> None:
    assert " ".join(paragraphs(text)).replace(" ", "") == in_one_line(text).replace(" ", "")


def test_a_composed_and_a_decomposed_letter_are_the_same() -> None:
    assert shown("Cafe\u0301") == "Café"


def test_letters_in_other_forms_are_shown_plainly() -> None:
    assert in_one_line("３ ㎞\u2212B\u00ad\u200b") == "3 km–B"


def test_what_cannot_be_shown_is_told_once_with_where_it_is() -> None:
    one = Film("ᚠᚢ on Ice", id=1, synopsis="Again ᚠ, and 🎬.", versions=(Version(seconds=60),))
    [sentence] = letters_of_night(Night([one], items=(film_item(one),)).evening())
    assert "ᚠᚢ on Ice" in sentence
    assert sentence.count("U+16A0") == 1
    assert "U+1F3AC" in sentence


def test_an_evening_whose_letters_all_print_has_nothing_to_tell() -> None:
    one = Film("Ο ίσκιος — “Тень”", id=1, synopsis="Größe, Łódź, São Paulo … 山へ走る، الطريق")
    assert letters_of_night(Night([one]).evening()) == ()


def test_contact_lines_too_long_for_a_foot_stand_at_the_end() -> None:
    address = " ".join(f"line{number}" for number in range(300))
    data = programme_sheet(Night(tour=replace(TOUR, address=address)).evening(), Paper.A4)
    assert address.replace(" ", "") in all_text(data)
