"""What was probably meant by words that are not in the library: the nearest words of titles and people."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from tourdesk.library.batches import batches
from tourdesk.library.finding.kept import Changed
from tourdesk.library.model import FilmRecord

_SHORTEST = 3
"""Letters: shorter words are near to nearly everything."""
# The databases know the words of their indexes: to split the names of a hundred thousand films here would take a second,
# and hold up the window meanwhile. https://sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
_SQLITE_INDEX = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.film_names_words USING fts5vocab('main', 'film_names', 'row')"
)
_SQLITE = text("SELECT group_concat(term, ' ') FROM temp.film_names_words")
_POSTGRES = text(
    "SELECT string_agg(word, ' ') FROM "
    "ts_stat($$SELECT array_to_tsvector(string_to_array(folded_names, ' ')) FROM film$$)"
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of all titles and people, sorted."""

    words: tuple[str, ...]

    @staticmethod
    def read(session: Session) -> "Spelling":
        """Those of the whole library."""
        if session.get_bind().dialect.name == "sqlite":
            session.execute(_SQLITE_INDEX)
            words = session.execute(_SQLITE).scalar()
        else:
            words = session.execute(_POSTGRES).scalar()
        return Spelling(tuple(sorted((words or "").split())))

    def brought_up(self, session: Session, changed: Changed) -> "Spelling":
        """With the words of films that were added or changed; a word that is gone for good is found and leads nowhere."""
        names = [
            words
            for some in batches(changed.films)
            for words in session.scalars(select(FilmRecord.folded_names).where(FilmRecord.id.in_(some)))
        ]
        new = set(" ".join(names).split()).difference(self.words)
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
