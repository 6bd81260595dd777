"""Stills and logos: cropped, made small, weighed, and left out when they are no pictures."""

import struct
import zlib
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from tests.documents.nights import full_night, logo, picture
from tests.documents.reading import all_text, pictures

from tourdesk.documents import pictures as printing
from tourdesk.documents.collection import Collection
from tourdesk.documents.kinds import CATALOGUE, COMMITTEE_BALLOT, KINDS, remarks_on_library, remarks_on_night
from tourdesk.documents.programme_sheet import programme_sheet
from tourdesk.documents.theme import Paper
from tourdesk.sponsorship.sponsors import Sponsor


def bomb(side: int = 30000) -> bytes:
    """A PNG of a few bytes that says it is enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(BytesIO(data))


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize("size", [(4000, 3000), (1600, 900), (900, 1600), (2000, 300)])
def test_a_still_fills_its_box_without_being_stretched(size: tuple[int, int]) -> None:
    small = opened(printing.filling(picture(*size), 144, 81))
    assert small.width / small.height == pytest.approx(16 / 9, abs=0.01)
    assert small.width <= 600


def test_a_small_still_is_not_blown_up() -> None:
    assert opened(printing.filling(picture(160, 90), 144, 81)).size == (160, 90)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_still_may_be_of_any_common_kind(kind: str) -> None:
    assert opened(printing.filling(picture(kind=kind), 144, 81)).mode == "RGB"


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "I", "I;16", "F", "LA", "RGBA"])
def test_a_picture_may_have_any_colours(mode: str) -> None:
    plain = Image.new("RGB", (320, 180), (90, 120, 60))
    image = Image.new(mode, plain.size) if mode in {"I;16", "F", "I", "LA"} else plain.convert(mode)
    assert printing.filling(saved(image, "TIFF"), 144, 81) is not None


def test_a_picture_taken_sideways_is_turned_upright() -> None:
    image = Image.new("RGB", (400, 300), "white")
    image.paste("black", (0, 0, 400, 150))
    tags = Image.Exif()
    tags[0x0112] = 6
    turned = np.asarray(opened(printing.filling(saved(image, "JPEG", exif=tags), 75, 100)).convert("L"))
    assert turned[:, -5].max() < 50
    assert turned[:, 5].min() > 200


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"garbage" * 99, picture()[:900], picture(kind="PNG")[:900], bomb()]
)
def test_what_is_no_picture_is_left_out(data: bytes) -> None:
    assert printing.filling(data, 144, 81) is None
    assert printing.logo(data) is None


def test_a_file_that_would_unfold_to_an_absurd_size_leaves_the_sheet_as_it_was() -> None:
    night = replace(full_night(1), stills={1: bomb()}, sponsors=(Sponsor("Big Sign", logo=bomb(20000)),))
    data = programme_sheet(night.evening(), Paper.A4)
    assert pictures(data) == []
    assert "BigSign" in all_text(data)


def test_a_logo_of_eight_thousand_pixels_is_brought_to_what_printing_needs() -> None:
    night = replace(full_night(1), stills={}, sponsors=(Sponsor("Big Sign", logo=logo(8000, 2000)),))
    [(width, _)] = pictures(programme_sheet(night.evening(), Paper.A4))
    assert width < 800


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_a_logo_made_for_the_press_keeps_its_colours(kind: str) -> None:
    mark = printing.logo(saved(Image.new("CMYK", (320, 180), (0, 255, 255, 0)), kind))
    assert mark is not None
    red, green, blue = np.asarray(mark.image).mean(axis=(0, 1))
    assert red > 200
    assert max(green, blue) < 60


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L"])
def test_a_picture_brought_down_from_many_pixels_is_the_same_picture_upright(mode: str) -> None:
    image = Image.new("RGB", (4001, 4999), "white")
    image.paste("black", (0, 0, 4001, 2500))
    tags = Image.Exif()
    tags[0x0112] = 6
    mark = np.asarray(opened(printing.filling(saved(image.convert(mode), exif=tags), 100, 80)).convert("L"))
    assert mark[5:-5, -20:].max() < 50
    assert mark[5:-5, :20].min() > 200


def test_a_moving_logo_is_printed_as_its_first_picture() -> None:
    first, second = Image.new("RGB", (320, 180), (0, 0, 0)), Image.new("RGB", (320, 180), (0, 0, 250))
    mark = printing.logo(saved(first, "GIF", save_all=True, append_images=[second], duration=100))
    assert mark is not None
    assert mark.image.size == (320, 180)
    assert np.asarray(mark.image.convert("L")).max() < 10


def test_a_logo_that_stops_in_the_middle_or_is_a_drawing_is_named_in_its_place() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
    broken = logo()
    sponsors = (Sponsor("Half Sent", logo=broken[: len(broken) // 2]), Sponsor("Drawn", logo=drawing))
    data = programme_sheet(replace(full_night(1), stills={}, sponsors=sponsors).evening(), Paper.A4)
    assert pictures(data) == []
    assert "HalfSent" in all_text(data)
    assert "Drawn" in all_text(data)


def test_logos_of_every_shape_weigh_the_same() -> None:
    marks = [printing.logo(logo(*size)) for size in ((600, 200), (300, 300), (200, 500))]
    marks.append(printing.logo(logo(700, 250, outlined=True)))
    inked = []
    for mark in marks:
        assert mark is not None
        wide, high = mark.box(900, 400, 400)
        inked.append(wide * high * mark.ink)
    assert inked == pytest.approx([900] * 4)


def test_white_around_a_logo_does_not_make_it_smaller() -> None:
    tight = Image.open(BytesIO(logo(300, 300)))
    wide = Image.new("RGBA", (1200, 1200), (255, 255, 255, 255))
    wide.paste(tight, (400, 500), tight)
    first, second = printing.logo(saved(tight)), printing.logo(saved(wide))
    assert first is not None
    assert second is not None
    assert first.box(900, 400, 400) == pytest.approx(second.box(900, 400, 400), rel=0.02)


def test_a_logo_made_for_dark_grounds_is_named_instead() -> None:
    ghost = Image.new("RGBA", (300, 100), (255, 255, 255, 0))
    ghost.paste((255, 255, 255, 255), (20, 20, 280, 80))
    assert printing.logo(saved(ghost)) is None


def test_clear_parts_of_a_picture_are_white_on_paper() -> None:
    clear = Image.new("RGBA", (320, 180), (255, 0, 0, 0))
    assert np.asarray(opened(printing.filling(saved(clear), 144, 81))).min() > 250


def test_stills_and_logos_of_which_nothing_shows_are_named_with_what_to_do() -> None:
    ghost = saved(Image.new("RGBA", (300, 100), (255, 255, 255, 0)))
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    night = replace(
        full_night(4),
        stills={1: b"no picture", 2: picture()[:3000], 3: bomb(), 4: picture(kind="WEBP")},
        sponsors=(Sponsor("Ghost Co", logo=ghost), Sponsor("Drawn", logo=drawing), Sponsor("No Logo")),
        tour=replace(full_night(1).tour, logo=b"GIF89a"),
    )
    said = remarks_on_night(KINDS["programme"], night.evening())
    assert [sentence.partition(" is no picture")[0] for sentence in said] == [
        "The tour’s logo",
        "The logo of “Ghost Co”",
        "The logo of “Drawn”",
        "The still of “The Keeper’s Notebook”",
        "The still of “Half a Mountain”",
        "The still of “Saltwater Bread”",
    ]
    assert all("please choose another" in sentence for sentence in said)
    assert remarks_on_night(KINDS["run-sheet"], night.evening()) == said[:3]


def test_a_catalogue_names_the_stills_that_it_leaves_out_and_a_ballot_has_none() -> None:
    films = tuple(full_night(40).films)
    stills = {one.id: b"no picture" if one.id in {3, 37} else picture() for one in films if one.id}
    made = Collection("", None, films, lambda ids: {one: stills[one] for one in ids})
    assert len(remarks_on_library(CATALOGUE, made)) == 2
    assert remarks_on_library(COMMITTEE_BALLOT, made) == ()
