"""Headings in the size that suits their length: a short one is set large, a long one small enough to leave room."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tourdesk.documents.flow import Line
from tourdesk.documents.lines import broken, even
from tourdesk.documents.theme import Style
from tourdesk.foundation.language import _

_LARGEST = 2
"""No more lines than this for a name that is set as large as can be."""
_TITLE = 3
"""A title that takes more lines than this is set smaller."""
_SMALLER = (1.0, 0.84, 0.7, 0.6)
_GOING_ON = 3
"""No more lines than this say what goes on from the page before."""


def largest(
    text: str, style: Style, sizes: Sequence[float], measure: float, highest: float = math.inf
) -> list[Line]:
    """The text in the largest of the sizes at which it takes no more than two lines, and no more height."""
    styles = [style.sized(size) for size in sizes]
    return _first(text, [(one, min(_LARGEST, highest / one.leading)) for one in styles], measure)


def title_lines(text: str, style: Style, measure: float) -> list[Line]:
    """A title, whole; one of hundreds of letters is set smaller, so that it does not fill a page."""
    return _first(text, [(style.sized(style.size * scale), _TITLE) for scale in _SMALLER], measure)


def _first(text: str, tries: Iterable[tuple[Style, float]], measure: float) -> list[Line]:
    """The text in the first of the styles in which it takes no more than so many lines, else in the last."""
    chosen = None
    for style, most in tries:
        chosen = style
        if len(broken(text, style, measure, at_hyphens=False)) <= most:
            break
    return [] if chosen is None else [Line(line, chosen) for line in even(text, chosen, measure)]


def continued_lines(title: str, style: Style, measure: float) -> tuple[Line, ...]:
    """That a title goes on from the page before, in no more than three lines: a longer title is shortened with a mark."""

    def lines(letters: int) -> list[str]:
        shown = title if letters == len(title) else f"{title[:letters].rstrip()}…"
        return broken(_("{title}, continued", title=shown), style, measure)

    found = lines(len(title))
    if len(found) > _GOING_ON:
        found = lines(bisect_right(range(len(title)), _GOING_ON, key=lambda letters: len(lines(letters))) - 1)
    return tuple(Line(line, style) for line in found)
