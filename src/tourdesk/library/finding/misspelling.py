"""What was probably meant by words that are not in the library: the nearest words of titles and people."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.text import search_words
from tourdesk.library.finding.kept import Changed
from tourdesk.library.model import FilmRecord, FilmTerm

_SHORTEST = 3
"""Letters: shorter words are near to nearly everything."""
_PEOPLE = ("director", "producer")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of all titles and people, sorted."""

    words: tuple[str, ...]

    @staticmethod
    def read(session: Session) -> "Spelling":
        """Those of the whole library."""
        names = session.scalars(select(FilmTerm.value).where(FilmTerm.kind.in_(_PEOPLE)).distinct())
        titles = session.scalars(select(FilmRecord.folded_title))
        return Spelling(_sorted([*titles, *names]))

    def brought_up(self, session: Session, changed: Changed) -> "Spelling":
        """With the words of films that were added or changed; a word that is gone for good is found and leads nowhere."""
        names = session.scalars(
            select(FilmTerm.value).where(FilmTerm.kind.in_(_PEOPLE), FilmTerm.film_id.in_(changed.films))
        )
        titles = session.scalars(select(FilmRecord.folded_title).where(FilmRecord.id.in_(changed.films)))
        new = set(_sorted([*titles, *names])).difference(self.words)
        return Spelling(tuple(sorted(new.union(self.words)))) if new else self

    def nearest(self, word: str) -> str | None:
        """The nearest whole word; if none is near, the nearest beginning of one, for people who are still typing."""
        if len(word) < _SHORTEST:
            return None
        beginnings = tuple({known[: len(word)] for known in self.words if len(known) > len(word)})
        return _closest(word, self.words) or _closest(word, beginnings)


def _closest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that takes the fewest slips of the finger (a letter too much, too few, other, or two changed over).

    One slip is allowed in words of up to five letters, two in longer ones; of equally near ones the one that begins
    like the word, then the first by letter.
    """
    most = 1 if len(word) <= 5 else 2
    near = extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    if not near:
        return None
    return min(near, key=lambda match: (match[1], match[0][0] != word[0], match[0]))[0]


def _sorted(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(search_words("\n".join(names)))))
