"""The films whose words begin as searched: FTS5 tables on SQLite, GIN indexes over the same words on PostgreSQL.

Both are asked for all ids at once, as one text: a hundred thousand ids come in some milliseconds, and the database gathers
them without holding up the rest of the program.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, String, cast, func, text
from sqlalchemy.orm import Session

Ids = NDArray[np.int32]

MOST_WORDS = 40
"""So many words of a search are looked for: more is a page pasted into the wrong field, and takes ever longer."""

_SQLITE = {
    index: text(f"SELECT group_concat(rowid) FROM film_{index} WHERE film_{index} MATCH :wanted")  # noqa: S608 - two constants
    for index in ("names", "words")
}
_POSTGRES = {
    index: text(
        "SELECT string_agg(CAST(id AS text), ',') FROM film "  # noqa: S608 - two constants
        f"WHERE array_to_tsvector(string_to_array(folded_{index}, ' ')) @@ CAST(:wanted AS tsquery)"
    )
    for index in ("names", "words")
}
_INDEX_ALONE, _ANY_WAY = (text(f"SET LOCAL enable_seqscan = {on}") for on in ("off", "on"))


def matching(session: Session, index: str, words: list[str]) -> Ids:
    """The films in whose index, `names` or `words`, each word begins a word; in no order."""
    if not words:
        return parsed(None)
    words = list(dict.fromkeys(words))[:MOST_WORDS]
    # Words are letters and digits alone, so that quoting them is all that either language asks for.
    if session.get_bind().dialect.name == "sqlite":
        wanted = " ".join(f'"{word}"*' for word in words)
        return parsed(session.execute(_SQLITE[index], {"wanted": wanted}).scalar())
    wanted = " & ".join(f"'{word}':*" for word in words)
    # The planner takes splitting all texts again for as cheap as any comparison: without its index that takes seconds.
    session.execute(_INDEX_ALONE)
    found = parsed(session.execute(_POSTGRES[index], {"wanted": wanted}).scalar())
    session.execute(_ANY_WAY)
    return found


def gathered(column: Any) -> ColumnElement[str]:
    """An aggregate: all the ids of a group as one text, for `parsed`."""
    return func.aggregate_strings(cast(column, String), ",")


def parsed(ids: str | None) -> Ids:
    """Ids that were gathered into one text."""
    return np.fromstring(ids or "", np.int32, sep=",")
