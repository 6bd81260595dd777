"""The windows of all licences in memory: which films may be shown on a night, asked for as a facet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.library.finding.matching import Ids
from tourdesk.library.finding.pairs import Pairs
from tourdesk.library.finding.wanted import Holding, Night
from tourdesk.library.model import FilmLicence

_NEVER = date.max.toordinal() + 1


@dataclass(frozen=True, slots=True)
class Windows:
    """A line for each licence: its film, its first and last day as ordinals, and its territories by their place in `texts`."""

    films: Ids
    first: Ids
    last: Ids
    places: Ids
    texts: tuple[str, ...]

    @staticmethod
    def read(session: Session, films: Sequence[int] | None = None) -> "Windows":
        """Those of all films, or of some."""
        query = select(FilmLicence.film_id, FilmLicence.first, FilmLicence.last, FilmLicence.territories)
        if films is not None:
            query = query.where(FilmLicence.film_id.in_(films))
        texts: dict[str, int] = {}
        rows = [
            (
                film,
                0 if first is None else first.toordinal(),
                _NEVER if last is None else last.toordinal(),
                texts.setdefault(territories, len(texts)),
            )
            for film, first, last, territories in session.execute(query)
        ]
        table: NDArray[np.int32] = np.array(rows, np.int32).reshape(-1, 4)
        return Windows(table[:, 0], table[:, 1], table[:, 2], table[:, 3], tuple(texts))

    def brought_up(self, session: Session, films: Ids) -> "Windows":
        """The same after some films were added, changed or removed."""
        new = Windows.read(session, films.tolist())
        kept = ~np.isin(self.films, films)
        return Windows(
            np.concatenate([self.films[kept], new.films]),
            np.concatenate([self.first[kept], new.first]),
            np.concatenate([self.last[kept], new.last]),
            np.concatenate([self.places[kept], new.places + len(self.texts)]),
            (*self.texts, *new.texts),
        )

    def on(self, night: Night | None, films: Ids, used_up: Iterable[int]) -> Pairs:
        """Each of these films with how it is licensed on a night; nothing where nobody asks, or no film has a licence.

        `used_up` are those that have no showing left, whatever their windows say.
        """
        if night is None or not len(self.films):
            return Pairs.of(())
        day = night.day.toordinal()
        allowed = np.array([_allows(text, night.country) for text in self.texts])
        begun, over = self.first <= day, self.last < day
        valid = np.unique(self.films[begun & ~over & allowed[self.places]])
        used = np.intersect1d(valid, np.fromiter(used_up, np.int32))
        # As the rules say it: what is valid elsewhere is nearer to a yes than what begins later or has ended.
        elsewhere = np.setdiff1d(self.films[begun & ~over], valid)
        here = np.concatenate([valid, elsewhere])
        coming = np.setdiff1d(self.films[~begun], here)
        ended = np.setdiff1d(self.films[over], np.concatenate([here, coming]))
        none = np.setdiff1d(films, self.films)
        groups = {
            Holding.VALID: np.setdiff1d(valid, used),
            Holding.USED_UP: used,
            Holding.ELSEWHERE: elsewhere,
            Holding.COMING: coming,
            Holding.ENDED: ended,
            Holding.NONE: none,
        }
        return Pairs.of((holding.value, some.astype(np.int32)) for holding, some in groups.items())


def _allows(territories: str, country: str) -> bool:
    return not territories or not country or country in territories.split()
