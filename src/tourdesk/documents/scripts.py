"""A text as it is set: runs of one face and one direction, each at its place in the line.

Which way each runs is said in `directions`. A line begins at the left margin, one of a paragraph that runs from right
to left as a whole at the right one. Runs come in the order in which they are read, so that who copies the text, or has
it read aloud, gets it in that order.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no types
from bidi.mirror import MIRRORED  # type: ignore[import-untyped]  # it has no types

from tourdesk.documents.directions import levels, mark_of, runs_from_right, seen
from tourdesk.documents.faces import (
    CHINESE,
    GLYPHS,
    JAPANESE,
    KOREAN,
    Companion,
    characters,
    companion,
    face,
    shaper,
)

JOINERS = "\u200c\u200d"
"""Invisible, but they say how their neighbours are written in Persian or Hindi."""
# Texts without any of these are one run of their own face: nearly all are.
_OTHER = re.compile(
    "[\u0590-\u08ff\u0900-\u097f\u0e00-\u0e7f\u200c\u200d\u2e80-\ud7ff\uf900-\ufdff\ufe70-\uffef]"
)
# Vowels and tones over Thai letters, two of them one above the other.
_HIGH = re.compile("[\u0e31\u0e34-\u0e37\u0e47-\u0e4e]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")

Placed = tuple[str, float, float]
"""Glyphs that stand side by side, as codes of their face, and how far across and up the first of them is."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face and direction. Measures are for a size of one point.

    `glyphs` are there where the letters are not simply set one after the other.
    """

    text: str
    font: str
    width: float
    glyphs: tuple[Placed, ...] | None = None


@lru_cache(maxsize=1 << 14)
def placed_runs(text: str, font: str) -> tuple[tuple[Run, float], ...]:
    """The runs of a text in the order of reading, each with its distance from the left end of the line."""
    from_right = runs_from_right(text)
    text = text.removeprefix(mark_of(text))
    if not _OTHER.search(text):
        return ((_plain(text, font), 0.0),)
    letters = _letters(text, from_right=from_right)
    parts = [
        (level, _run("".join(one[0] for one in group), font, family, level))
        for (level, family), group in groupby(letters, key=lambda one: (one[1], one[2]))
    ]
    runs = [(level, run) for level, run in parts if run.text]
    places, left = [0.0] * len(runs), 0.0
    for number in seen([level for level, _ in runs]):
        places[number] = left
        left += runs[number][1].width
    return tuple((run, place) for (_, run), place in zip(runs, places, strict=True))


def stands_high(text: str) -> bool:
    """Whether it has marks that reach over the capitals of ours, up to what stands above the line."""
    return bool(_HIGH.search(text))


def _letters(text: str, *, from_right: bool) -> list[tuple[str, int, Companion | None]]:
    """Each character with its level (odd ones run from right to left) and the companion it is set in."""
    han = JAPANESE if _KANA.search(text) else KOREAN if _HANGUL.search(text) else CHINESE
    of_each = iter(levels(text.translate(dict.fromkeys(map(ord, JOINERS))), from_right=from_right))
    found: list[tuple[str, int, Companion | None]] = []
    for letter in text:
        if letter in JOINERS:
            # The algorithm passes them over: they go with the letter before them.
            if found and found[-1][2] is not None:
                found.append((letter, found[-1][1], found[-1][2]))
            continue
        own = ord(letter) in characters()
        found.append((letter, next(of_each), None if own else companion(letter, han)))
    return found


def _run(text: str, font: str, family: Companion | None, level: int) -> Run:
    backwards = bool(level % 2)
    if family is not None and family.shaped:
        return _shaped(text, family.face(font), backwards=backwards)
    name = font if family is None else family.face(font)
    if not backwards or (len(text) == 1 and text not in MIRRORED):
        return _plain(text, name)
    turned = "".join(MIRRORED.get(letter, letter) for letter in reversed(text))
    plain = _plain(turned, name)
    return Run(text, name, plain.width, ((turned, 0.0, 0.0),))


def _plain(text: str, font: str) -> Run:
    return Run(text, font, float(face(font).stringWidth(text, 1)))


def _shaped(text: str, font: str, *, backwards: bool) -> Run:
    face(font)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    shaping = shaper(font)
    hb.shape(shaping, buffer)
    unit, pen = 1 / shaping.face.upem, 0
    placed: list[Placed] = []
    follows = None
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        code = chr(GLYPHS + info.codepoint)
        at = (pen + position.x_offset, position.y_offset)
        if placed and at == follows:
            before, across, up = placed[-1]
            placed[-1] = (before + code, across, up)
        else:
            placed.append((code, at[0] * unit, at[1] * unit))
        follows = (at[0] + shaping.get_glyph_h_advance(info.codepoint), at[1])
        pen += position.x_advance
    return Run(text, font, pen * unit, tuple(placed))
