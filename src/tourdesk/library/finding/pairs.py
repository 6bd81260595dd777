"""Which film has which value of a facet, as two arrays side by side: counted and narrowed in a millisecond."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tourdesk.library.finding.matching import Ids

Mask = NDArray[np.bool_]
"""For each film by its id, whether it is meant."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Films and the places of their values in `values`; a film may have several values, or none."""

    films: Ids
    codes: Ids
    values: tuple[str, ...]

    @staticmethod
    def of(groups: Iterable[tuple[str, Ids]]) -> "Pairs":
        """From each value with the films that have it."""
        known = [(value, films) for value, films in groups if len(films)]
        if not known:
            return Pairs(np.empty(0, np.int32), np.empty(0, np.int32), ())
        sizes = [len(films) for _, films in known]
        return Pairs(
            np.concatenate([films for _, films in known]),
            np.repeat(np.arange(len(known), dtype=np.int32), sizes),
            tuple(value for value, _ in known),
        )

    def replaced(self, films: Ids, groups: Iterable[tuple[str, Ids]]) -> "Pairs":
        """The same with other values for these films: those that the groups say."""
        kept = ~np.isin(self.films, films)
        codes = {value: code for code, value in enumerate(self.values)}
        new = [(codes.setdefault(value, len(codes)), ids) for value, ids in groups]
        return Pairs(
            np.concatenate([self.films[kept], *(ids for _, ids in new)]),
            np.concatenate([self.codes[kept], *(np.full(len(ids), code, np.int32) for code, ids in new)]),
            tuple(codes),
        )

    def groups(self) -> list[tuple[str, Ids]]:
        """Each value with the films that have it."""
        return [(value, self.films[self.codes == code]) for code, value in enumerate(self.values)]

    def having(self, chosen: Iterable[str], size: int) -> Mask:
        """The films that have at least one of these values, among ids below `size`."""
        some = frozenset(chosen)
        codes = [code for code, value in enumerate(self.values) if value in some]
        mask = np.zeros(size, np.bool_)
        mask[self.films[np.isin(self.codes, codes)]] = True
        return mask

    def counted(self, mask: Mask) -> Sequence[tuple[str, int]]:
        """Each value with how many of these films have it, those without any left out."""
        counts = np.bincount(self.codes[mask[self.films]], minlength=len(self.values))
        return [(value, int(count)) for value, count in zip(self.values, counts, strict=True) if count]
