"""The tour's colour and logo on its papers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.nights import TOUR, full_night, logo
from tests.documents.reading import pictures, rasters

from tourdesk.documents.colours import READABLE, VISIBLE, contrast, darkened, tour_colour
from tourdesk.documents.kinds import KINDS
from tourdesk.documents.theme import ACCENT, INK, Colour, Paper

share = st.floats(0, 1)
colours = st.builds(Colour, share, share, share)
OWN = replace(TOUR, logo=None)


@given(colours, st.sampled_from([VISIBLE, READABLE]))
def test_a_darkened_colour_has_the_contrast_that_was_asked_for(colour: Colour, least: float) -> None:
    assert contrast(darkened(colour, least)) >= least


@given(colours)
def test_a_colour_that_can_be_read_stays_as_it_is(colour: Colour) -> None:
    dark = darkened(colour, READABLE)
    assert darkened(dark, READABLE) == dark


def test_black_has_the_highest_contrast_and_white_none() -> None:
    assert contrast(INK) == pytest.approx(21)
    assert contrast(Colour(1, 1, 1)) == pytest.approx(1)


@pytest.mark.parametrize("written", ["", "red", "#12", "#gggggg", "ffcc00", "#ffcc0011"])
def test_what_is_no_colour_is_the_program_s_own(written: str) -> None:
    assert tour_colour(written) == ACCENT


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_paper_carries_the_tour_s_colour(kind: str) -> None:
    night = full_night(2)
    blue = replace(night, tour=replace(OWN, colour="#0000ff"), stills={}, sponsors=()).evening()
    found = {
        colour
        for page in rasters(KINDS[kind].make(blue, Paper.A4))
        for _count, colour in page.getcolors(page.width * page.height) or []
    }
    assert (0, 0, 255) in found


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_paper_carries_the_tour_s_logo(kind: str) -> None:
    bare = replace(full_night(2), stills={}, sponsors=())
    marked = replace(bare, tour=replace(OWN, logo=logo(300, 100)))
    make = KINDS[kind].make
    assert pictures(make(bare.evening(), Paper.A4)) == []
    assert len(pictures(make(marked.evening(), Paper.A4))) >= 1


@pytest.mark.parametrize(
    "data", [b"", b"no picture", logo()[:300], b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_a_logo_that_is_no_picture_is_left_out(data: bytes) -> None:
    night = replace(full_night(2), tour=replace(OWN, logo=data))
    assert KINDS["programme"].make(night.evening(), Paper.A4) == KINDS["programme"].make(
        replace(night, tour=OWN).evening(), Paper.A4
    )


def test_a_pale_colour_is_darkened_where_it_is_read() -> None:
    yellow = replace(full_night(3), tour=replace(OWN, colour="#ffee00"), stills={}, sponsors=()).evening()
    page = rasters(KINDS["programme"].make(yellow, Paper.A4), 150)[0]
    heading = page.crop((0, page.height // 5, page.width, page.height))
    assert (255, 238, 0) not in {colour for _count, colour in heading.getcolors(1 << 24) or []}
