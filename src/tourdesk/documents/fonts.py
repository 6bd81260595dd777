"""The faces that the papers embed, and which characters they have."""

from functools import cache, lru_cache
from threading import Lock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tourdesk.documents.theme import SANS, SANS_BOLD, SANS_SEMIBOLD, SERIF, SERIF_BOLD, SERIF_ITALIC
from tourdesk.foundation.assets import resources

_FILES = {
    SERIF: "noto-serif/NotoSerif-Regular.ttf",
    SERIF_ITALIC: "noto-serif/NotoSerif-Italic.ttf",
    SERIF_BOLD: "noto-serif/NotoSerif-Bold.ttf",
    SANS: "noto-sans-condensed/NotoSansCondensed-Regular.ttf",
    SANS_SEMIBOLD: "noto-sans-condensed/NotoSansCondensed-SemiBold.ttf",
    SANS_BOLD: "noto-sans-condensed/NotoSansCondensed-Bold.ttf",
}

# Pictures wrapped in ASCII make files a quarter larger and writing slower; no printer asks for it any more.
rl_config.useA85 = 0

FACES = Lock()
"""Held while a face is read: ReportLab's faces keep a reading position, and papers are made in several threads."""


@cache
def face(name: str) -> TTFont:
    """The face of that name, registered with ReportLab."""
    with FACES:
        # Two threads may ask at once: a face that is in use must not be replaced by another copy of it.
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resources() / "fonts" / _FILES[name])))
        font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)  # noqa: S101 - registered here alone
    return font


@cache
def characters() -> frozenset[int]:
    """The code points that every face of the theme has."""
    return frozenset.intersection(*(frozenset(face(name).face.charToGlyph) for name in _FILES))


def width(text: str, font: str, size: float, tracking: float = 0) -> float:
    """How wide a text is when it is set, in points."""
    return float(face(font).stringWidth(text, 1)) * size + tracking * max(0, len(text) - 1)


@lru_cache(maxsize=1 << 15)
def word_width(word: str, font: str) -> float:
    """How wide a word is at a size of one point; words come again and again."""
    return float(face(font).stringWidth(word, 1))
