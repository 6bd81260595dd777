"""Stills and logos as they are printed: cropped, no larger than 300 dpi needs, and never a reason to fail.

A picture that cannot be read, that is no picture, or that would unfold to an absurd size is left out: the
functions here answer None, and the paper is laid out as if there were none.
"""

import math
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

DPI = 300
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_WHITE = (255, 255, 255)
_NEARLY_WHITE = 245
_PIXELS_AT_MOST = 2000
"""The widest box of a paper at 300 dpi."""
_BAND = 64
"""Lines of a picture that are brought down together."""
# Faces are mostly above the middle of a frame: what must go is taken rather from below.
_CENTRE = (0.5, 0.42)


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo without the white around it; `ink` is how much of its rectangle is inked, above 0 to 1."""

    image: Image.Image
    ink: float

    def box(self, inked: float, widest: float, highest: float) -> tuple[float, float]:
        """Width and height in points at which `inked` square points of it are ink, within the limits."""
        wide, high = self.image.size
        scale = math.sqrt(inked / (wide * high * self.ink))
        scale = min(scale, widest / wide, highest / high)
        return wide * scale, high * scale


def filling(data: bytes, box_width: float, box_height: float) -> bytes | None:
    """A still as a JPEG that fills a box of that many points, or None when there is no picture in it."""
    image = _opened(data, (_pixels(box_width), _pixels(box_height)))
    return None if image is None else _cropped(image, box_width, box_height)


def is_picture(data: bytes) -> bool:
    """Whether there is a picture in it that can be printed."""
    return _opened(data, (1, 1)) is not None


def logo(data: bytes) -> Logo | None:
    """A sponsor's logo on white, or None when there is none, or none that shows on white paper."""
    image = _opened(data, None)
    if image is None:
        return None
    inked = image.convert("L").point(lambda tone: 255 if tone < _NEARLY_WHITE else 0)
    edges = inked.getbbox()
    if edges is None:
        return None
    inked = inked.crop(edges)
    ink = inked.histogram()[255] / (inked.width * inked.height)
    return Logo(image.crop(edges), ink)


def printed(picture: Logo, box_width: float) -> Image.Image:
    """The logo with the pixels that printing it this wide needs."""
    wide = _pixels(box_width)
    if wide >= picture.image.width:
        return picture.image
    high = max(1, round(picture.image.height * wide / picture.image.width))
    return picture.image.resize((wide, high), Image.Resampling.LANCZOS)


def _cropped(image: Image.Image, box_width: float, box_height: float) -> bytes:
    """The still as a JPEG that fills a box of that many points, with no more pixels than printing it needs."""
    size = (_pixels(box_width), _pixels(box_height))
    fitting = min(1.0, image.width / size[0], image.height / size[1])
    target = (max(1, round(size[0] * fitting)), max(1, round(size[1] * fitting)))
    return _jpeg(ImageOps.fit(image, target, Image.Resampling.LANCZOS, centering=_CENTRE))


def _pixels(points: float) -> int:
    return max(1, math.ceil(points * DPI / 72))


def _opened(data: bytes, size: tuple[int, int] | None) -> Image.Image | None:
    """The picture upright, in RGB, on white; with a size, at least that large if it has so many pixels."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of a decompression bomb before it refuses one: both are refused here.
            warnings.simplefilter("error")
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                if size is not None:
                    image.draft("RGB", size)
                return _on_white(ImageOps.exif_transpose(_no_larger(image)))
    except Exception:  # noqa: BLE001 - over a broken file Pillow's readers raise nearly anything
        return None


def _no_larger(image: Image.Image) -> Image.Image:
    """The picture, brought down to a size that every box of a paper is content with before more is done to it."""
    excess = max(image.size) // _PIXELS_AT_MOST
    if excess < 2:
        image.load()
        return image
    mode = "RGBA" if "A" in image.mode or "transparency" in image.info else "RGB"
    wide, high = image.size
    small = Image.new(mode, (-(-wide // excess), -(-high // excess)))
    # Band by band: converting and reducing copy what they are given, and the whole may be hundreds of megabytes.
    for top in range(0, high, excess * _BAND):
        band = image.crop((0, top, wide, min(top + excess * _BAND, high)))
        small.paste(band.convert(mode).reduce(excess), (0, top // excess))
    small.info["exif"] = image.getexif().tobytes()
    return small


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode.startswith(("I", "F")):
        image = image.convert("I").point(lambda tone: tone / 256).convert("L")
    if image.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, _WHITE)
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image.convert("RGB")


def _jpeg(image: Image.Image) -> bytes:
    kept = BytesIO()
    image.save(kept, "JPEG", quality=86, optimize=True)
    return kept.getvalue()
