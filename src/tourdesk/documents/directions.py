"""Which way a text runs, by the Unicode bidirectional algorithm (UAX #9).

What somebody wrote (a title, a synopsis, a cue) runs the way of its first letter, as rules P2 and P3 say; each of its
lines does, wherever it is broken. A sentence of the papers' own runs as the papers do, whatever name it begins with,
unless it has no letter of that way at all.
"""

import re
import unicodedata
from itertools import groupby

from bidi.algorithm import (  # type: ignore[import-untyped]  # it has no types
    explicit_embed_and_overrides,
    get_embedding_levels,
    get_empty_storage,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)
from bidi.mirror import MIRRORED  # type: ignore[import-untyped]  # it has no types

_FROM_LEFT, _FROM_RIGHT = "\u200e", "\u200f"
"""Stand, unseen, before a text to say which way it runs: what people type loses such marks on its way here."""
_MARKS = frozenset({_FROM_LEFT, _FROM_RIGHT})
_TURNING = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What a class counts as where it is asked which way a bracket or its neighbours run (rule N0)."""


def directed(text: str) -> str:
    """A text that somebody wrote, marked with the way of its first letter where it has letters of both ways."""
    if not _TURNING.search(text):
        return text
    ways = [way for letter in text if (way := _way(letter))]
    if len(set(ways)) < 2:
        return text
    return (_FROM_RIGHT if ways[0] == "R" else _FROM_LEFT) + text


def mark_of(text: str) -> str:
    """The mark that says which way a text runs; empty where there is none."""
    return text[:1] if text[:1] in _MARKS else ""


def runs_from_right(text: str) -> bool:
    """Whether it runs from right to left as a whole: its lines begin at the right margin."""
    mark = mark_of(text)
    if mark:
        return mark == _FROM_RIGHT
    return bool(_TURNING.search(text)) and {_way(letter) for letter in text} - {""} == {"R"}


def levels(text: str, *, from_right: bool) -> list[int]:
    """The level of each character, none of which is a mark of direction: odd ones run from right to left."""
    storage = get_empty_storage()
    storage["base_level"] = int(from_right)
    storage["base_dir"] = "R" if from_right else "L"
    get_embedding_levels(text, storage)
    explicit_embed_and_overrides(storage)
    resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], storage["base_dir"])
    resolve_neutral_types(storage, debug=False)
    resolve_implicit_levels(storage, debug=False)
    return [one["level"] for one in storage["chars"]]


def seen(of_runs: list[int]) -> list[int]:
    """The numbers of runs of these levels from left to right (rule L2)."""
    order = list(range(len(of_runs)))
    for level in range(max(of_runs, default=0), 0, -1):
        at = 0
        for turned, group in groupby([of_runs[number] >= level for number in order]):
            length = len(list(group))
            if turned:
                order[at : at + length] = reversed(order[at : at + length])
            at += length
    return order


def _way(letter: str) -> str:
    """`L` or `R` of a letter that runs one way, else nothing."""
    of_class = unicodedata.bidirectional(letter)
    return "R" if of_class == "AL" else of_class if of_class in {"L", "R"} else ""


def _resolve_brackets(characters: list[dict[str, str]], whole: str) -> None:
    """Rule N0, which python-bidi leaves out: both brackets of a pair run the way of what they enclose.

    Without it `Alps (Tirol)` among Arabic words has its second bracket on the other side.
    """
    types = [one["type"] for one in characters]
    for opening, closing in _pairs(characters):
        within = {_STRONG[one] for one in types[opening + 1 : closing] if one in _STRONG}
        if not within:
            continue
        way = whole
        if whole not in within:
            way = next((_STRONG[one] for one in reversed(types[:opening]) if one in _STRONG), whole)
        for bracket in (opening, closing):
            types[bracket] = way
            for place in range(bracket + 1, len(types)):
                if characters[place]["orig"] != "NSM":
                    break
                types[place] = way
    for one, resolved in zip(characters, types, strict=True):
        one["type"] = resolved


def _pairs(characters: list[dict[str, str]]) -> list[tuple[int, int]]:
    """The places of brackets that belong together (definition BD16), in the order of the opening ones."""
    found: list[tuple[int, int]] = []
    open_ones: list[tuple[str, int]] = []
    for place, one in enumerate(characters):
        character = one["ch"]
        if one["type"] != "ON" or character not in MIRRORED:
            continue
        category = unicodedata.category(character)
        if category == "Ps":
            open_ones.append((MIRRORED[character], place))
        elif category == "Pe":
            for number in range(len(open_ones) - 1, -1, -1):
                if open_ones[number][0] == character:
                    found.append((open_ones[number][1], place))
                    del open_ones[number:]
                    break
    return sorted(found)
