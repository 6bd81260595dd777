"""The films whose words begin as searched: FTS5 tables on SQLite, GIN indexes over the same words on PostgreSQL.

Both are asked for all ids at once, as one text: a hundred thousand ids come in some milliseconds, and the database gathers
them without holding up the rest of the program.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, String, TextClause, cast, func, text
from sqlalchemy.orm import Session

Ids = NDArray[np.int32]

MOST_WORDS = 40
"""So many words of a search are looked for: more is a page pasted into the wrong field, and takes ever longer."""

_FTS5 = "FROM film_{index} WHERE film_{index} MATCH :wanted"
_GIN = "FROM film WHERE array_to_tsvector(string_to_array(folded_{index}, ' ')) @@ CAST(:wanted AS tsquery)"


_BOTH, _NAMES, _WHETHER = range(3)


def _statements(found: str, ids: str) -> tuple[TextClause, TextClause, TextClause]:
    """What asks both indexes for their films at once, the smaller one alone, and whether the larger one has any."""
    names, words = (found.format(index=index) for index in ("names", "words"))
    return (
        text(f"SELECT (SELECT {ids} {names}), (SELECT {ids} {words})"),
        text(f"SELECT {ids} {names}"),
        text(f"SELECT EXISTS (SELECT 1 {words})"),
    )


_SQLITE = _statements(_FTS5, "group_concat(rowid)")
_POSTGRES = _statements(_GIN, "string_agg(CAST(id AS text), ',')")
_INDEX_ALONE, _ANY_WAY = (text(f"SET LOCAL enable_seqscan = {on}") for on in ("off", "on"))


def matching(session: Session, words: list[str]) -> tuple[Ids, Ids]:
    """The films in whose names each word begins a word, and those in whose names or texts; in no order."""
    if not words:
        return parsed(None), parsed(None)
    found = _asked(session, _BOTH, words)
    return parsed(found[0]), parsed(found[1])


def matching_names(session: Session, words: list[str]) -> Ids:
    """The films in whose names each word begins a word, in no order; sooner known than what stands in all the texts."""
    return parsed(_asked(session, _NAMES, words)[0] if words else None)


def is_known(session: Session, word: str) -> bool:
    """Whether any film has a word that begins so."""
    return bool(_asked(session, _WHETHER, [word])[0])


def _asked(session: Session, which: int, searched: list[str]) -> Sequence[Any]:
    words = list(dict.fromkeys(searched))[:MOST_WORDS]
    # Words are letters and digits alone, so that quoting them is all that either language asks for.
    if session.get_bind().dialect.name == "sqlite":
        wanted = " ".join(f'"{word}"*' for word in words)
        return session.execute(_SQLITE[which], {"wanted": wanted}).one()
    wanted = " & ".join(f"'{word}':*" for word in words)
    # The planner takes splitting all texts again for as cheap as any comparison: without its index that takes seconds.
    session.execute(_INDEX_ALONE)
    found = session.execute(_POSTGRES[which], {"wanted": wanted}).one()
    session.execute(_ANY_WAY)
    return found


def gathered(column: Any) -> ColumnElement[str]:
    """An aggregate: all the ids of a group as one text, for `parsed`."""
    return func.aggregate_strings(cast(column, String), ",")


def parsed(ids: str | None) -> Ids:
    """Ids that were gathered into one text."""
    return np.fromstring(ids or "", np.int32, sep=",")
