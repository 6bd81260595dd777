"""Stills: pictures as they are given, made fit to be kept, with a thumbnail beside."""

import warnings
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session, aliased

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.batches import batches
from tourdesk.library.films import Still
from tourdesk.library.model import FilmStill
from tourdesk.storage.work import picture_facts

if TYPE_CHECKING:
    from PIL import Image

THUMBNAIL = 480
"""Pixels of a thumbnail's long side."""
LONGEST = 2400
"""Pixels of a kept picture's long side: enough for a page of A4 at 200 dpi."""
MOST_PIXELS = 80_000_000
"""A picture with more pixels is refused: unfolded, it takes more than 320 MB."""
LIMIT_BYTES = 40_000_000

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_KEPT = {"JPEG": ("RGB", "L"), "PNG": ("RGB", "RGBA", "L", "LA", "P")}
"""What every part of the program shows alike: kept as it is given when it is small enough."""


def still_of(data: bytes, name: str) -> Still:
    """A picture as a still, with its thumbnail; `name` is what a problem calls it.

    A large picture is made smaller, a turned one is turned upright, of a moving one the first picture is kept, and
    colours for the press become colours for the screen. Raises ProblemForUser when it is no picture, or too large to be opened.
    """
    if len(data) > LIMIT_BYTES:
        raise ProblemForUser(_("{name} is larger than 40 MB; please choose a smaller picture.", name=name))
    if not data:
        raise ProblemForUser(_("{name} is empty; please choose another picture.", name=name))
    from PIL import Image, ImageOps  # noqa: PLC0415 - the window must not wait for Pillow

    try:
        with warnings.catch_warnings():
            # Pillow warns before it refuses a picture that would unfold without end; its size is told here.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                _refuse_huge(image, name)
                fit = _is_fit(image)
                # A JPEG can be read at a fraction of its size: nothing larger is needed.
                image.draft("RGB", (LONGEST, LONGEST))
                upright = ImageOps.exif_transpose(image)
                picture = data if fit else _jpeg(_shrunk(upright, LONGEST), 88)
                return Still(_jpeg(_shrunk(upright, THUMBNAIL), 80), picture)
    except ProblemForUser:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except Exception as error:  # over a broken file Pillow's readers raise nearly anything
        raise ProblemForUser(
            _("{name} is no picture that TourDesk can read; please choose a PNG or JPEG file.", name=name),
            detail=str(error),
        ) from error


def thumbnail_of(picture: bytes) -> bytes:
    """The thumbnail of a picture that is kept already; empty when it is none."""
    try:
        return still_of(picture, "").thumbnail
    except ProblemForUser:
        return b""


def stills_of(session: Session, film_id: int) -> list[FilmStill]:
    """A film's stills in their order."""
    query = select(FilmStill).where(FilmStill.film_id == film_id).order_by(FilmStill.position, FilmStill.id)
    return list(session.scalars(query))


def first_stills(session: Session, film_ids: Iterable[int]) -> dict[int, bytes]:
    """The first still of each of several films, as it is kept; films without any are left out."""
    one = aliased(FilmStill)
    first = (
        select(one.id)
        .where(one.film_id == FilmStill.film_id)
        .order_by(one.position, one.id)
        .limit(1)
        .scalar_subquery()
    )
    # The first alone: the others may be many, and each is megabytes.
    query = select(FilmStill.film_id, FilmStill.picture).where(FilmStill.id == first)
    return {
        row.film_id: row.picture
        for some in batches(film_ids)
        for row in session.execute(query.where(FilmStill.film_id.in_(some)))
    }


def without_thumbnail(session: Session, film_ids: Iterable[int]) -> dict[int, bytes]:
    """The pictures of these films that have no thumbnail yet, by the id of the still."""
    query = select(FilmStill.id, FilmStill.picture).where(
        FilmStill.film_id.in_(film_ids), FilmStill.thumbnail.is_(None)
    )
    return {row.id: row.picture for row in session.execute(query)}


def keep_thumbnails(session: Session, thumbnails: dict[int, bytes]) -> None:
    """Put thumbnails beside their stills; a still that is gone meanwhile is left out."""
    for still_id, thumbnail in thumbnails.items():
        session.execute(update(FilmStill).where(FilmStill.id == still_id).values(thumbnail=thumbnail))


def write_stills(
    session: Session, film_id: int, known: Sequence[Still], wanted: Sequence[Still]
) -> tuple[tuple[Still, ...], tuple[Still, ...]]:
    """Put a film's stills in the wanted order, without those that were `known` and are no longer wanted.

    A still that another desk added meanwhile stays, as the last. Returns the stills before, with the pictures of those
    that were taken away, and after.
    """
    rows = {row.id: row for row in stills_of(session, film_id)}
    known_ids = {still.id for still in known}
    wanted_ids = {still.id for still in wanted}
    before = tuple(
        Still(row.thumbnail or b"", None if row.id in wanted_ids else row.picture, row.id)
        for row in rows.values()
    )
    for still_id in known_ids - wanted_ids:
        if still_id in rows:
            session.delete(rows.pop(still_id))
    ordered = []
    for still in wanted:
        row = rows.pop(still.id, None) if still.id is not None else None
        if row is None:
            if still.picture is None:
                # Another desk took it away meanwhile.
                continue
            row = FilmStill(
                id=still.id, film_id=film_id, picture=still.picture, thumbnail=still.thumbnail or None
            )
            session.add(row)
        ordered.append(row)
    ordered.extend(rows.values())
    for position, row in enumerate(ordered):
        row.position = position
    session.flush()
    known_before = {still.id for still in before}
    after = tuple(
        Still(row.thumbnail or b"", None if row.id in known_before else row.picture, row.id)
        for row in ordered
    )
    return before, after


def stills_facts(stills: Sequence[Still], others: Sequence[Still]) -> dict[str, Any]:
    """Stills as the audit trail keeps them: their order, and which were added or taken away beside the others."""
    there = {still.id for still in others}
    changed = [picture_facts(still.picture) for still in stills if still.id not in there]
    return {"stills": [still.id for still in stills], "pictures": changed}


def _is_fit(image: "Image.Image") -> bool:
    return (
        image.mode in _KEPT.get(image.format or "", ())
        and max(image.size) <= LONGEST
        and getattr(image, "n_frames", 1) == 1
        and image.getexif().get(0x0112, 1) == 1
    )


def _refuse_huge(image: "Image.Image", name: str) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise _too_many_pixels(name)


def _too_many_pixels(name: str) -> ProblemForUser:
    return ProblemForUser(
        _(
            "{name} has more than {most} million pixels; please make the picture smaller first.",
            name=name,
            most=MOST_PIXELS // 1_000_000,
        )
    )


def _shrunk(image: "Image.Image", longest: int) -> "Image.Image":
    """The picture in RGB on white, its long side no longer than that."""
    from PIL import Image  # noqa: PLC0415 - see `still_of`

    if image.mode.startswith(("I", "F")):
        image = image.convert("I").point(lambda tone: tone / 256).convert("L")
    if image.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, (255, 255, 255))
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    image = image.convert("RGB")
    if max(image.size) > longest:
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3)
    return image


def _jpeg(image: "Image.Image", quality: int) -> bytes:
    kept = BytesIO()
    image.save(kept, "JPEG", quality=quality, optimize=True)
    return kept.getvalue()
