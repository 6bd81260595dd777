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
    """Where in `letters` a later word of a title begins: its space."""

    @staticmethod
    def of(titles: Titles) -> "TitleWords":
        """From all titles."""
        ids = np.frombuffer(titles.ids, np.int32)
        places = np.full(int(ids.max(initial=-1)) + 1, -1, np.int32)
        places[ids] = np.arange(len(ids), dtype=np.int32)
        letters = np.frombuffer("".join(f"{text}\n" for text in titles.texts).encode(), np.uint8)
        ends, spaces = (np.flatnonzero(letters == sign).astype(np.int32) for sign in (_END, _SPACE))
        return TitleWords(titles, ids, places, letters, ends, spaces)

    def with_later_word(self, beginning: str) -> Ids:
        """The places of the titles in which a later word begins with these folded letters, further words included."""
        found = self.spaces
        for distance, letter in enumerate(beginning.encode(errors="surrogatepass"), 1):
            # Never past a title's end: that is a sign of its own, which nobody looks for.
            found = found[found < len(self.letters) - distance]
            found = found[self.letters[found + distance] == letter]
        return np.searchsorted(self.ends, found).astype(np.int32)

    def of_films(self, ids: Ids) -> Ids:
        """The places of films; one that was added since the titles were read is not among them yet."""
        there = self.places[ids[ids < len(self.places)]]
        return there[there >= 0]
