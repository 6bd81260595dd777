"""Stills of every kind: kept fit to be shown, with thumbnails, or told in one sentence why not."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import update

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Film, Still
from tourdesk.library.model import FilmStill
from tourdesk.library.stills import LONGEST, THUMBNAIL, still_of


def picture(size: tuple[int, int] = (320, 180), mode: str = "RGB", kind: str = "PNG", **how: object) -> bytes:
    kept = BytesIO()
    Image.new(mode, size, "teal" if mode in {"RGB", "RGBA"} else 90).save(kept, kind, **how)
    return kept.getvalue()


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(BytesIO(data))


def huge_png(width: int, height: int) -> bytes:
    """The head of a PNG that says it is so large; the rest is not there."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def test_a_plain_picture_is_kept_as_it_is_with_a_thumbnail() -> None:
    data = picture((1200, 800), kind="JPEG")
    still = still_of(data, "a.jpg")
    assert still.picture == data
    assert opened(still.thumbnail).size == (THUMBNAIL, 320)


def test_a_picture_of_8000_pixels_is_made_smaller() -> None:
    still = still_of(picture((8000, 4000), kind="JPEG"), "a.jpg")
    assert max(opened(still.picture).size) == LONGEST
    assert opened(still.thumbnail).size == (THUMBNAIL, THUMBNAIL // 2)


def test_colours_for_the_press_become_colours_for_the_screen() -> None:
    kept = BytesIO()
    Image.new("CMYK", (100, 50), (0, 255, 255, 0)).save(kept, "JPEG")
    still = still_of(kept.getvalue(), "press.jpg")
    shown = opened(still.picture)
    assert shown.mode == "RGB"
    red, green, _blue = shown.getpixel((50, 25))  # type: ignore[misc]  # a pixel of RGB has three values
    assert (red > 200, green < 90) == (True, True)


def test_of_a_moving_picture_the_first_is_kept() -> None:
    kept = BytesIO()
    first, second = (Image.new("RGB", (40, 40), colour) for colour in ("red", "blue"))
    first.save(kept, "GIF", save_all=True, append_images=[second])
    shown = opened(still_of(kept.getvalue(), "moving.gif").picture)
    assert shown.format == "JPEG"
    assert shown.getpixel((20, 20))[0] > 200  # type: ignore[index]  # a pixel of RGB has three values


def test_a_picture_that_a_telephone_turned_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    still = still_of(picture((300, 100), kind="JPEG", exif=exif), "phone.jpg")
    assert opened(still.picture).size == (100, 300)
    assert opened(still.thumbnail).size == (100, 300)


def test_what_is_transparent_becomes_white_in_the_thumbnail() -> None:
    kept = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(kept, "PNG")
    assert min(opened(still_of(kept.getvalue(), "logo.png").thumbnail).getpixel((20, 20))) > 250  # type: ignore[arg-type]  # a pixel of RGB


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "x.png is empty"),
        (b"no picture", "x.png is no picture that TourDesk can read"),
        (picture()[:80], "x.png is no picture that TourDesk can read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "x.png is no picture that TourDesk can read"),
        (huge_png(20_000, 20_000), "x.png has more than 80 million pixels"),
        (huge_png(60_000, 60_000), "x.png has more than 80 million pixels"),
        (b"x" * 40_000_001, "x.png is larger than 40 MB"),
    ],
    ids=["empty", "text", "cut off", "svg", "bomb", "larger bomb", "40 MB"],
)
def test_what_cannot_be_a_still_is_told(data: bytes, sentence: str) -> None:
    with pytest.raises(ProblemForUser, match=sentence):
        still_of(data, "x.png")


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "F"])
def test_pictures_of_every_depth_become_stills(mode: str) -> None:
    kept = BytesIO()
    Image.new(mode, (60, 40)).save(kept, "TIFF")
    assert opened(still_of(kept.getvalue(), "x").picture).size == (60, 40)


def film_with(desks: Desks, *stills: Still) -> int:
    (film_id,) = desks.library.save([Film("Mira")]).ids
    desks.library.set_stills(film_id, stills)
    return film_id


def pictures(desks: Desks, film_id: int) -> list[bytes | None]:
    return [desks.library.picture(still.id or 0) for still in desks.library.stills_of(film_id)]


def test_stills_are_kept_in_their_order_and_moved(any_desks: Desks) -> None:
    film_id = film_with(any_desks, Still(b"1", b"one"), Still(b"2", b"two"), Still(b"3", b"three"))
    stills = any_desks.library.stills_of(film_id)
    assert [still.thumbnail for still in stills] == [b"1", b"2", b"3"]
    any_desks.library.set_stills(film_id, stills[::-1], stills)
    assert pictures(any_desks, film_id) == [b"three", b"two", b"one"]
    assert any_desks.library.stills([film_id]) == {film_id: b"three"}


def test_a_change_of_stills_is_taken_back(any_desks: Desks) -> None:
    film_id = film_with(any_desks, Still(b"1", b"one"), Still(b"2", b"two"))
    stills = any_desks.library.stills_of(film_id)
    saved = any_desks.library.set_stills(film_id, [Still(b"3", b"three"), stills[1]], stills)
    assert pictures(any_desks, film_id) == [b"three", b"two"]
    any_desks.library.undo_stills(saved)
    assert any_desks.library.stills_of(film_id) == stills
    assert pictures(any_desks, film_id) == [b"one", b"two"]


def test_a_still_that_another_desk_added_meanwhile_stays(any_desks: Desks) -> None:
    film_id = film_with(any_desks, Still(b"1", b"one"))
    known = any_desks.library.stills_of(film_id)
    any_desks.library.set_stills(film_id, [*known, Still(b"2", b"theirs")], known)
    any_desks.library.set_stills(film_id, [Still(b"3", b"mine")], known)
    assert pictures(any_desks, film_id) == [b"mine", b"theirs"]


def test_a_still_from_before_gets_its_thumbnail_when_it_is_first_shown(any_desks: Desks) -> None:
    film_id = film_with(any_desks, still_of(picture((960, 540)), "a.png"))
    with any_desks.database.work() as work:
        work.session.execute(update(FilmStill).values(thumbnail=None))
    assert opened(any_desks.library.thumbnails([film_id])[film_id]).size == (480, 270)
    with any_desks.database.reading() as session:
        assert session.query(FilmStill).one().thumbnail


def test_a_broken_still_from_before_is_left_out(any_desks: Desks) -> None:
    film_id = film_with(any_desks, Still(b"", b"no picture"))
    assert any_desks.library.thumbnails([film_id]) == {}
    assert [still.thumbnail for still in any_desks.library.stills_of(film_id)] == [b""]
