"""Finding films by the words people type.

A film is found when each word typed begins a word of the film. SQLite answers by FTS5 tables, PostgreSQL
by GIN indexes over the same words (`db/versions/0002_search.py`), so that both find the same.
"""

from sqlalchemy import ColumnElement, Integer, case, column, false, literal_column, text
from sqlalchemy.orm import Session

from tourdesk.foundation.text import folded, search_words
from tourdesk.library.model import FilmRecord

MOST_WORDS = 40
"""So many words of a search are looked for: more is a page pasted into the wrong field, and takes ever longer."""
LONGEST_PHRASE = 500


def has_words(session: Session, search: str) -> ColumnElement[bool]:
    """The condition that a film has every word of a search; nothing has a search of signs alone ("%")."""
    return _indexed(session, "words", search_words(search))


def rank(session: Session, search: str) -> ColumnElement[int]:
    """How good a find is, the least the best.

    The title itself, a title that begins so, a title that holds it, words of title and people, anything else.
    """
    phrase = folded(search)[:LONGEST_PHRASE]
    return case(
        (FilmRecord.folded_title == phrase, 0),
        (FilmRecord.folded_title.startswith(phrase, autoescape=True), 1),
        (FilmRecord.folded_title.contains(f" {phrase}", autoescape=True), 2),
        (_indexed(session, "names", search_words(search)), 3),
        else_=4,
    )


def _indexed(session: Session, index: str, words: list[str]) -> ColumnElement[bool]:
    """Whether each word begins a word of the index: `names` or `words`."""
    if not words:
        return false()
    words = list(dict.fromkeys(words))[:MOST_WORDS]
    if session.get_bind().dialect.name == "sqlite":
        # Words are letters and digits alone, so that quoting them is all that FTS5's language asks for.
        wanted = " ".join(f'"{word}"*' for word in words)
        table = f"film_{index}"
        found = text(f"SELECT rowid FROM {table} WHERE {table} MATCH :{index}_wanted")  # noqa: S608 - two constants
        return FilmRecord.id.in_(
            found.bindparams(**{f"{index}_wanted": wanted}).columns(column("rowid", Integer))
        )
    wanted = " & ".join(f"'{word}':*" for word in words)
    vector: ColumnElement[object] = literal_column(
        f"array_to_tsvector(string_to_array(film.folded_{index}, ' '))"
    )
    query = text(f"CAST(:{index}_wanted AS tsquery)").bindparams(**{f"{index}_wanted": wanted})
    return vector.op("@@", is_comparison=True)(query)
