"""The letters of all titles in one array: in which titles a later word begins with some letters, in a millisecond."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tourdesk.library.finding.matching import Ids
from tourdesk.library.finding.titles import Titles

_SPACE, _END = b" \n"


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What follows from all titles, worked out once for every search in them.

    Folded titles have single spaces and no line breaks, so that a line break can stand after each.
    """

    titles: Titles
    ids: Ids
    """The films by title."""
    places: Ids
    """The place of each film by its id; -1 where there is none."""
    letters: NDArray[np.uint8]
    """The titles in UTF-8."""
    ends: Ids
    """Where in `letters` each title ends."""
    spaces: Ids
    """Where in `letters` a later word of a title begins: its space; by the sign that follows."""
    behind: Ids
    """Where in `spaces` those begin behind which each of 256 signs follows, and behind the last the end."""

    @staticmethod
    def of(titles: Titles) -> "TitleWords":
        """From all titles."""
        ids = np.frombuffer(titles.ids, np.int32)
        places = np.full(int(ids.max(initial=-1)) + 1, -1, np.int32)
        places[ids] = np.arange(len(ids), dtype=np.int32)
        letters = np.frombuffer("".join(f"{text}\n" for text in titles.texts).encode(), np.uint8)
        ends, spaces = (np.flatnonzero(letters == sign).astype(np.int32) for sign in (_END, _SPACE))
        # Few words begin with one letter: only those are compared further at a key.
        follow = letters[spaces + 1]
        spaces = spaces[np.argsort(follow, kind="stable")]
        behind = np.append(0, np.cumsum(np.bincount(follow, minlength=256))).astype(np.int32)
        return TitleWords(titles, ids, places, letters, ends, spaces, behind)

    def with_later_word(self, beginning: str) -> Ids:
        """The places of the titles in which a later word begins with these folded letters, of which there are some; further words included."""
        first, *further = beginning.encode(errors="surrogatepass")
        found = self.spaces[self.behind[first] : self.behind[first + 1]]
        for distance, letter in enumerate(further, 2):
            # Never past a title's end: that is a sign of its own, which nobody looks for.
            found = found[found < len(self.letters) - distance]
            found = found[self.letters[found + distance] == letter]
        return np.searchsorted(self.ends, found).astype(np.int32)

    def of_films(self, ids: Ids) -> Ids:
        """The places of films; one that was added since the titles were read is not among them yet."""
        there = self.places[ids[ids < len(self.places)]]
        return there[there >= 0]
