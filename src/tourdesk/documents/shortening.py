"""Shortening a synopsis at the end of a sentence, for a paper that has to save a sheet."""

import re
from collections.abc import Callable

SHORTEST = 700
"""No synopsis is brought below so many characters: what festivals ask for when they ask for a short one."""
CUT = " …"
"""Says that the text goes on elsewhere."""

# The end of a sentence in the scripts that end one with a mark, with the quotes and brackets that close with it.
_ENDS = re.compile(r"""[.!?…؟۔]["'”’»)\]]*(?=\s)|[。！？।]["'”’»)\]」』]*""")
_STEP = 50
"""A few words: no finer limit is looked for."""


def shortened(text: str, limit: int) -> str:
    """The text, or its whole sentences within so many characters, with a mark.

    A sentence that is longer than half of them is parted at a word.
    """
    if len(text) <= limit:
        return text
    ends = [found.end() for found in _ENDS.finditer(text, 0, limit + 1)]
    if ends and ends[-1] >= limit / 2:
        return text[: ends[-1]].rstrip() + CUT
    blank = text.rfind(" ", limit // 2, limit + 1)
    return text[: blank if blank > 0 else limit].rstrip() + CUT


def longest_limit(longest: int, fits: Callable[[int], bool]) -> int | None:
    """How long synopses may be so that all fits; None when that would take more than half of the longest one."""
    good, bad = max(SHORTEST, -(-longest // 2)), longest
    if not fits(good):
        return None
    while bad - good > _STEP:
        middle = (good + bad) // 2
        if fits(middle):
            good = middle
        else:
            bad = middle
    return good
