"""The faces that the papers embed: those of the theme, and companions for the alphabets that they lack."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no types
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
_OTHER_FILES = {
    "NotoNaskhArabic-Regular": "noto-naskh-arabic/NotoNaskhArabic-Regular.ttf",
    "NotoNaskhArabic-Bold": "noto-naskh-arabic/NotoNaskhArabic-Bold.ttf",
    "NotoSerifHebrew-Regular": "noto-serif-hebrew/NotoSerifHebrew-Regular.ttf",
    "NotoSerifHebrew-Bold": "noto-serif-hebrew/NotoSerifHebrew-Bold.ttf",
    "NotoSerifDevanagari-Regular": "noto-serif-devanagari/NotoSerifDevanagari-Regular.ttf",
    "NotoSerifDevanagari-Bold": "noto-serif-devanagari/NotoSerifDevanagari-Bold.ttf",
    "NotoSerifThai-Regular": "noto-serif-thai/NotoSerifThai-Regular.ttf",
    "NotoSerifThai-Bold": "noto-serif-thai/NotoSerifThai-Bold.ttf",
    "NotoSansJP-Medium": "noto-sans-jp/NotoSansJP-Medium.ttf",
    "NotoSansSC-Medium": "noto-sans-sc/NotoSansSC-Medium.ttf",
    "NotoSansKR-Medium": "noto-sans-kr/NotoSansKR-Medium.ttf",
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
            made = TTFont(name, str(_file(name)))
            pdfmetrics.registerFont(_with_glyph_codes(made) if name in _SHAPED_FACES else made)
        font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)  # noqa: S101 - registered here alone
    return font


@cache
def characters() -> frozenset[int]:
    """The code points that every face of the theme has."""
    return frozenset.intersection(*(frozenset(face(name).face.charToGlyph) for name in _FILES))


@dataclass(frozen=True, slots=True)
class Companion:
    """A family for what the theme's faces lack: its regular and its bold face, and the code points it is asked for.

    Letters of a `shaped` one change with their neighbours, so that glyphs are chosen by HarfBuzz.
    """

    regular: str
    bold: str
    blocks: tuple[range, ...]
    shaped: bool = False

    def face(self, beside: str) -> str:
        """The face that stands beside one of the theme's."""
        return self.bold if beside in _BOLD else self.regular


_HAN = (range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0xFF00, 0xFFF0))
_ARABIC = (range(0x0600, 0x0700), range(0x0750, 0x0780), range(0x08A0, 0x0900), range(0xFB50, 0xFE00))
JAPANESE = Companion("NotoSansJP-Medium", "NotoSansJP-Medium", _HAN)
CHINESE = Companion("NotoSansSC-Medium", "NotoSansSC-Medium", _HAN)
KOREAN = Companion("NotoSansKR-Medium", "NotoSansKR-Medium", (range(0xAC00, 0xD7A4), *_HAN))
_SHAPED = (
    Companion(
        "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold", (*_ARABIC, range(0xFE70, 0xFEFF)), shaped=True
    ),
    Companion(
        "NotoSerifHebrew-Regular",
        "NotoSerifHebrew-Bold",
        (range(0x0590, 0x0600), range(0xFB1D, 0xFB50)),
        shaped=True,
    ),
    Companion(
        "NotoSerifDevanagari-Regular",
        "NotoSerifDevanagari-Bold",
        (range(0x0900, 0x0980), range(0xA8E0, 0xA900)),
        shaped=True,
    ),
    Companion("NotoSerifThai-Regular", "NotoSerifThai-Bold", (range(0x0E00, 0x0E80),), shaped=True),
)
_SHAPED_FACES = frozenset(name for one in _SHAPED for name in (one.regular, one.bold))
_BOLD = frozenset({SERIF_BOLD, SANS_BOLD, SANS_SEMIBOLD})
GLYPHS = 0xE000
"""Where in the private use area the glyphs of a shaped face have their codes: this plus the glyph's number."""


@lru_cache(maxsize=1 << 14)
def companion(character: str, han: Companion = CHINESE) -> Companion | None:
    """The family that has a character; of the three that have Chinese characters, `han` if it can."""
    code = ord(character)
    for one in (*_SHAPED, han, JAPANESE, CHINESE, KOREAN):
        # Asked by block first: a face is read only when a text needs it.
        if any(code in block for block in one.blocks) and code in face(one.regular).face.charToGlyph:
            return one
    return None


@cache
def shaper(name: str) -> hb.Font:
    """The face as HarfBuzz reads it."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(_file(name)))))


def _with_glyph_codes(font: TTFont) -> TTFont:
    """Gives every glyph a code of its own: ReportLab knows glyphs by characters alone, shaping finds others."""
    shaping = shaper(font.fontName)
    units = 1000 / shaping.face.upem
    for glyph in range(shaping.face.glyph_count):
        font.face.charToGlyph[GLYPHS + glyph] = glyph
        font.face.charWidths[GLYPHS + glyph] = shaping.get_glyph_h_advance(glyph) * units
    return font


def _file(name: str) -> Path:
    return resources() / "fonts" / (_FILES.get(name) or _OTHER_FILES[name])
