"""Texts of both ways on one paper: each runs the way of its first letter, wherever its lines are broken."""

from dataclasses import replace
from itertools import groupby

import pytest
from bidi import get_display  # type: ignore[import-untyped]  # it has no types
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.nights import TOUR, Night, film
from tests.documents.reading import boxes
from tests.documents.test_alphabets import seen as seen_on_paper

from tourdesk.documents.directions import directed, levels, runs_from_right, seen
from tourdesk.documents.kinds import KINDS
from tourdesk.documents.lines import broken, even
from tourdesk.documents.theme import SERIF, Paper, Style

STYLE = Style(SERIF, 10, 13)
BOTH_WAYS = st.text(st.sampled_from("אבגab12٣.,:;()[]«»-–/&€%+ الط\u05b0!?"), max_size=16).map(str.strip)


@given(text=BOTH_WAYS, from_right=st.booleans())
def test_characters_stand_where_another_program_puts_them(text: str, from_right: bool) -> None:  # noqa: FBT001
    """The other one is the Rust crate unicode-bidi; it leaves the turning of brackets to who draws them."""
    of_each = levels(text, from_right=from_right)
    runs = [list(group) for _, group in groupby(range(len(text)), key=lambda place: of_each[place])]
    ways = [of_each[run[0]] for run in runs]
    letters = [text[run[0] : run[-1] + 1][:: -1 if of_each[run[0]] % 2 else 1] for run in runs]
    assert "".join(letters[number] for number in seen(ways)) == get_display(
        text, base_dir="R" if from_right else "L"
    )


def test_a_text_runs_the_way_of_its_first_letter() -> None:
    assert seen_on_paper(directed("הר Alps אב")) == "[אב] Alps [הר]"
    assert seen_on_paper(directed("Alps הר גב Tirol")) == "Alps [גב] [הר] Tirol"
    assert seen_on_paper(directed("«הר» Alps")) == "Alps «[הר]»"
    assert seen_on_paper(directed("1984 הר Alps")) == "Alps [הר] 1984"


def test_brackets_stand_around_what_they_enclose() -> None:
    assert seen_on_paper(directed("הר Alps (Tirol) אב")) == "[אב] Alps (Tirol) [הר]"
    assert seen_on_paper(directed("הר Alps (2018) אב")) == "[אב] Alps (2018) [הר]"
    assert seen_on_paper(directed("Alps (הר) 2018")) == "Alps ([הר]) 2018"


def test_a_sentence_of_ours_runs_as_the_papers_do_whatever_name_it_begins_with() -> None:
    assert seen_on_paper("הר and John Smith") == "[הר] and John Smith"
    assert not runs_from_right("הר and John Smith")
    assert runs_from_right("הר, אב")


def test_each_line_of_a_text_runs_the_way_of_the_text() -> None:
    lines = broken(directed("הדרך אל ההר Capernaum Sarajevo Ouagadougou (Tirol). " * 6), STYLE, 90)
    of_latin_letters = [line for line in lines if not any("א" <= letter <= "ת" for letter in line)]
    assert of_latin_letters
    assert all(map(runs_from_right, lines))
    lines = broken(directed("They call it הר, אב, הרים and so on for quite a while"), STYLE, 34)
    of_hebrew_letters = [line for line in lines if not any("a" <= letter.lower() <= "z" for letter in line)]
    assert of_hebrew_letters
    assert not any(map(runs_from_right, lines))


def test_a_title_in_two_lines_runs_from_the_right_in_both() -> None:
    lines = even(directed("הדרך אל ההר: Capernaum"), STYLE, 75)
    assert [line[1:] for line in lines] == ["הדרך אל ההר:", "Capernaum"]
    assert all(map(runs_from_right, lines))


@pytest.mark.parametrize("kind", ["programme", "booklet", "poster"])
def test_names_of_tour_and_programme_run_the_way_of_their_first_letter(kind: str) -> None:
    night = Night([film(0)], tour=replace(TOUR, name="הר Zoo"), name="אב Quito")
    page = boxes(KINDS[kind].make(night.evening(), Paper.A4))[0]
    for first in "ZQ":
        latin = max((box for box in page if box.what == first), key=lambda box: box.top - box.bottom)
        beside = [
            box.left
            for box in page
            if "א" <= box.what[0] <= "ת" and box.bottom < latin.top and latin.bottom < box.top
        ]
        assert latin.left < min(beside)


def test_a_text_of_one_way_is_left_as_it_is() -> None:
    for text in ("", "Alps (Tirol)", "הר אב 1984", "山へ走る", "1984"):
        assert directed(text) == text
