"""Sentences and titles that a page breaks over two lines: what stands on a line of its own is not all of it."""

import re
from dataclasses import replace
from itertools import pairwise

from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.wording import FILE_NAME

_WORDS = frozenset({"title", "text"})
_CLOSED = re.compile(r"[.!?…:;)\]\"”’»]$")
_OPEN_END = re.compile(
    r"(?:[&,:–—-]|\s(?:the|an?|of|and|or|in|on|at|to|for|from|with|by|und|der|die|das|von|im|et|de|du|des|la|le|les|y|el|los|di|del|della|e|i))$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 110
_FULL_LINE = 60


def join_wrapped(marked: list[Marked]) -> None:
    """Marks broken sentences as running text, and joins broken titles with the rest of them below."""
    for index, (entry, below) in enumerate(pairwise(marked)):
        if entry.kind not in _WORDS or below.kind not in _WORDS | {"prose", "noise"} or below.line.gap:
            continue
        if not _goes_on(entry, below):
            continue
        after = marked[index + 2] if index + 2 < len(marked) else None
        above = marked[index - 1] if index else None
        if after is not None and _is_title(entry, below, above, after):
            entry.title = (entry.title[0], below.line.end)
            entry.line = replace(entry.line, end=below.line.end, text=f"{entry.line.text} {below.line.text}")
            below.kind, entry.kind = "noise", "title"
        elif below.kind == "prose" or _is_sentence(below.line.text):
            entry.kind = below.kind = "prose"


def _goes_on(entry: Marked, below: Marked) -> bool:
    """Whether the lower line carries on what the upper one says."""
    if FILE_NAME.search(below.line.text):
        return False  # what a site calls the picture
    if below.line.text[:1].islower():
        return not _CLOSED.search(entry.line.text)
    if below.kind == "prose" and len(entry.line.text) >= _FULL_LINE and "," in entry.line.text:
        return not _CLOSED.search(entry.line.text)
    return entry.kind == "title" and _OPEN_END.search(entry.line.text) is not None and below.kind != "prose"


def _is_sentence(words: str) -> bool:
    """Whether a line that begins with a small letter goes on with a sentence, and is no credit ("zdj. Marcin Kustra")."""
    small = sum(1 for word in words.split() if word[0].islower())
    return words[0].islower() and (small >= 2 or words[-1] in ".!?")


def _is_title(entry: Marked, below: Marked, above: Marked | None, after: Marked) -> bool:
    """Whether both lines are a title: facts follow at once, and nothing that they would carry on stands above."""
    facts = after.kind == "facts" and not after.line.gap and after.facts.lead is None
    carries_on = above is not None and above.kind == "prose" and not entry.line.gap
    return (
        facts
        and entry.kind == "title"
        and not carries_on
        and not _CLOSED.search(below.line.text)
        and len(entry.line.text) + len(below.line.text) < _LONGEST_TITLE
        and names_likeness(below.line.text) < 0.5
    )
