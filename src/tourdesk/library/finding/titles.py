"""All titles in their order, and which of them begin with some letters.

Plain Python: the window shows its first films before NumPy is imported.
"""

from array import array
from bisect import bisect_left
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from tourdesk.library.finding.kept import Changed
from tourdesk.library.model import FilmRecord

_AFTER_ALL = "\U0010ffff"
"""The last character there is: it ends the range of texts with a common beginning."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The folded titles in the order of their characters, and the ids of their films beside them; equal titles by id."""

    texts: list[str]
    ids: "array[int]"

    @staticmethod
    def read(session: Session) -> "Titles":
        """Those of all films."""
        rows = session.execute(_query()).all()
        return Titles([text for text, _ in rows], array("i", [film_id for _, film_id in rows]))

    def brought_up(self, session: Session, changed: Changed) -> "Titles":
        """The same after some films were added, changed or removed."""
        if not changed.films:
            return self
        new = session.execute(_query().where(FilmRecord.id.in_(changed.films))).all()
        texts, ids = [], array("i")
        for text, film_id in zip(self.texts, self.ids, strict=True):
            if film_id not in changed.films:
                texts.append(text)
                ids.append(film_id)
        for text, film_id in new:
            place = bisect_left(texts, text)
            while place < len(texts) and texts[place] == text and ids[place] < film_id:
                place += 1
            texts.insert(place, text)
            ids.insert(place, film_id)
        return Titles(texts, ids)

    def beginning(self, letters: str) -> range:
        """The places of the titles that begin with these folded letters."""
        return range(bisect_left(self.texts, letters), bisect_left(self.texts, letters + _AFTER_ALL))

    def equal(self, text: str) -> range:
        """The places of the titles that are this folded text."""
        start = bisect_left(self.texts, text)
        return range(start, bisect_left(self.texts, text + "\0", start))


def _query() -> Select[str, int]:
    return select(FilmRecord.folded_title, FilmRecord.id).order_by(FilmRecord.folded_title, FilmRecord.id)
