"""Breaking text into lines: ragged right, no hyphens of our own, and no word ever lost."""

import re
import unicodedata

from tourdesk.documents.directions import mark_of, runs_from_right
from tourdesk.documents.fonts import width, word_width
from tourdesk.documents.scripts import JOINERS
from tourdesk.documents.theme import Style

# A line may end at a blank, and after a dash or a stroke within a word ("run/walk", "ultra-long").
# A line may end after any character of Chinese or Japanese, but does not begin with a mark that closes.
_CLOSING = "、。，．・：；？！ー」』）】〉》…々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_PIECES = re.compile(
    rf"[⺀-鿿豈-﫿＀-￯][{_CLOSING}]*|[^ ⺀-鿿豈-﫿＀-￯]+?[-–—/](?=[^\W\d_])|[^ ⺀-鿿豈-﫿＀-￯]+"
)

# A dash or a dot between words stays with the word before it: a line that begins with one looks like an item of a list.
_CLINGING = re.compile(r" (?=[-–—·•/|] )")

_SHORT = 0.16
"""A last line shorter than this share of the measure looks forgotten."""

_PAUSES = (": ", " – ", " — ", " - ")
_CACHED = 32
"""Longer pieces hardly come twice."""


def broken(
    text: str, style: Style, measure: float, indent: float = 0, *, at_hyphens: bool = True
) -> list[str]:
    """The lines of a text in a measure; the first is `indent` shorter, each runs the way of the text.

    What no-break spaces hold together is parted when it is wider than a line, a word when it is itself.
    """
    mark = mark_of(text)
    text = _CLINGING.sub("\u00a0", text.removeprefix(mark))
    if "\u00a0" in text:
        text = " ".join(_held(group, style, measure) for group in text.split(" "))
    lines: list[str] = []
    line, used = "", 0.0
    room = measure - indent
    blank = _wide(" ", style)
    for word in text.split(" "):
        pieces = _PIECES.findall(word) if at_hyphens or _wide(word, style) > measure else [word]
        for number, piece in enumerate(pieces):
            apart = blank if line and number == 0 else 0.0
            wide = _wide(piece, style)
            if used + apart + wide <= room:
                line += (" " if apart else "") + piece
                used += apart + wide
                continue
            if line:
                lines.append(line)
                room = measure
            *full, line = _cut(piece, style, room)
            lines.extend(full)
            if full:
                room = measure
            used = _wide(line, style)
    return [mark + one for one in (*lines, line) if one]


def unwidowed(text: str, style: Style, measure: float, indent: float = 0) -> list[str]:
    """The lines of a paragraph, set a little narrower where that keeps its last word from standing alone."""
    lines = broken(text, style, measure, indent)
    if len(lines) < 2 or _last(lines, style) >= measure * _SHORT:
        return lines
    best = lines
    for narrower in (0.97, 0.94, 0.91, 0.88):
        tried = broken(text, style, measure * narrower, indent)
        if len(tried) > len(lines):
            break
        if _last(tried, style) >= measure * _SHORT:
            return tried
        best = max(best, tried, key=lambda one: _last(one, style))
    return best


def _last(lines: list[str], style: Style) -> float:
    return _wide(lines[-1], style)


def from_margin(line: str, text: str, style: Style, measure: float) -> float:
    """How far from the left a line of a text begins: one of a text that runs from the right ends at the right margin."""
    return measure - width(line, style.font, style.size) if runs_from_right(text) else 0


def even(text: str, style: Style, measure: float) -> list[str]:
    """The lines of a heading: as few as can be, and as even as they can be in that number."""
    lines = broken(text, style, measure, at_hyphens=False)
    if len(lines) < 2:
        return lines
    if len(lines) == 2 and (halves := _at_a_pause(text, style, measure)):
        return halves
    words = text.replace("\u00a0", " ").split(" ")
    narrow, wide = min(measure, max(_wide(word, style) for word in words)), measure
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(broken(text, style, middle, at_hyphens=False)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return broken(text, style, wide, at_hyphens=False)


def _at_a_pause(text: str, style: Style, measure: float) -> list[str]:
    """A heading in two lines parted where it pauses, `The Race: A Story`; nothing when it does not, or not so that it fits."""
    for pause in _PAUSES:
        head, found, tail = text.partition(pause)
        halves = [head + found.rstrip(), mark_of(text) + tail]
        if found and max(_wide(half, style) for half in halves) <= measure:
            return halves
    return []


def _held(group: str, style: Style, measure: float) -> str:
    return group if _wide(group, style) <= measure else group.replace("\u00a0", " ")


def _wide(text: str, style: Style) -> float:
    """How much of a line a text takes: the faces have no kerning, so pieces of a line just add up."""
    return (
        word_width(text, style.font) if len(text) < _CACHED else width(text, style.font, 1)
    ) * style.size + (style.tracking * len(text))


def _cut(word: str, style: Style, measure: float) -> list[str]:
    """A word in as many pieces as the measure asks for; each has at least one letter."""
    if _wide(word, style) <= measure:
        return [word]
    pieces, used = [""], 0.0
    for letter in word:
        wide = _wide(letter, style)
        if pieces[-1] and not _belongs(letter) and used + wide > measure:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += wide
    return pieces


def _belongs(letter: str) -> bool:
    """Whether a letter stands on, under or joined to the one before it."""
    return unicodedata.category(letter)[0] == "M" or letter in JOINERS
