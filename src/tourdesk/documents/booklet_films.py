"""How films are shared out over the pages of a booklet: each whole on one page, and no page with one small film.

A film that has a page to itself is set large, with its still across the page. Pages are chosen so that few films are
set otherwise than the rest, and then so that little is left white.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from tourdesk.documents.flow import Row

_Way = tuple[tuple[int, int, float], tuple[int, ...]]
"""How many films are lost on a page of their own, how many have one, and how much is left white, less of each being
better; and the films after which pages end.
"""

_START: _Way = ((0, 0, 0.0), ())
_NOT: _Way = ((1_000_000, 0, 0.0), ())
_LOST = 0.55
"""A film alone on a page is lost where more than this share of it is white."""
_UNDER_HEAD = 12.0
"""The white between the head of a page and its first film."""
_AGAIN = 0.2
"""So much white is rather borne than the cover's still shown large again."""
_PAGE_OF_NOTES = 1.0
"""An empty page counts as one that is white all over."""


@dataclass(frozen=True, slots=True)
class FilmOnPaper:
    """A film in both its settings.

    `beside` is its row among others; `alone` makes its row on a page of its own where it may be so high, and is None
    where even its words are higher. What is `on_cover` is rather not shown large again.
    """

    beside: Row
    alone: Callable[[float], Row | None]
    on_cover: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """The rows of each page, and how many films are set otherwise than most, are lost on a page, or are shown large on
    the cover already: less is better.
    """

    odd: int
    pages: list[list[Row]]


@dataclass(frozen=True)
class FilmPages:
    """Shares films out over pages of a height; `head` is over the first film, `end` under the last."""

    films: Sequence[FilmOnPaper]
    height: float
    head: Sequence[Row] = ()
    end: Sequence[Row] = ()

    def best(self, most: int) -> Shared | None:
        """The films on no more than so many pages; None when they do not go there whole.

        Pages that are left over of the `most` count as white.
        """
        if not self.films:
            return Shared(0, [[*self.end]] if self.end else [])
        found: list[_Way] = []
        shared = [_START, *[_NOT] * len(self.films)]
        for pages in range(1, min(most, len(self.films)) + 1):
            shared = [_NOT, *(self._best_to(shared, last) for last in range(1, len(self.films) + 1))]
            (lost, alone, white), ends = shared[-1]
            if ends:
                others = min(alone, len(self.films) - alone)
                found.append(((lost, others, white + (most - pages) * _PAGE_OF_NOTES), ends))
        if not found:
            return None
        (lost, others, _white), ends = min(found)
        places = list(pairwise((0, *ends)))
        again = any(last - first == 1 and self.films[first].on_cover for first, last in places)
        return Shared(lost + others + again, [self._page(first, last) for first, last in places])

    def _best_to(self, before: Sequence[_Way], last: int) -> _Way:
        """The best way to end one more page after this film; `before` has the best with a page less."""
        tries = [_NOT]
        for first, white in self._whites[last]:
            (lost, alone, so_far), ends = before[first]
            if ends or first == 0:
                single = last - first == 1
                again = _AGAIN if single and self.films[first].on_cover else 0.0
                lost += single and white > _LOST
                tries.append(((lost, alone + single, so_far + white**2 + again), (*ends, last)))
        return min(tries)

    @cached_property
    def _whites(self) -> list[list[tuple[int, float]]]:
        """For a page that ends after the first so many films: where it may begin, and which share of it is white then."""
        found: list[list[tuple[int, float]]] = [[] for _film in (None, *self.films)]
        for first in range(len(self.films)):
            for last in range(first + 1, len(self.films) + 1):
                rows = self._page(first, last)
                left = self.height - heights(rows)
                if rows and left >= 0:
                    found[last].append((first, left / self.height))
                elif last - first > 1:
                    break
        return found

    def _page(self, first: int, last: int) -> list[Row]:
        head = list(self.head) if first == 0 else []
        end = list(self.end) if last == len(self.films) else []
        if last - first > 1:
            rows = [film.beside for film in self.films[first:last]]
            return [*head, replace(rows[0], before=_UNDER_HEAD), *rows[1:], *end]
        around = [*head, Row((), before=_UNDER_HEAD if head else 0), *end]
        row = self.films[first].alone(self.height - heights(around))
        return [] if row is None else [*head, replace(row, before=_UNDER_HEAD), *end]


def heights(rows: Sequence[Row]) -> float:
    """How high rows are one below the other, at the head of a page."""
    return sum(row.before + row.height for row in rows) - (rows[0].before if rows else 0)
