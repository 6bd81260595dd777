"""The quality check of the catalogue: counted and listed by the database, at a hundred thousand films too."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from tourdesk.library.finding.kept import Kept
from tourdesk.library.model import FilmRecord, FilmStill, FilmTerm, FilmVersion
from tourdesk.library.quality import Finding, Group, Kind
from tourdesk.library.quality_looks import LOOKS, Findings
from tourdesk.storage.database import Database


class QualityDesk:
    """The quality check over one database.

    What must be looked at film by film is looked at once; from then on only films that were changed are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._looked = {kind: Kept(look.read, look.brought_up) for kind, look in LOOKS.items()}

    def report(self, most: int | None = None) -> tuple[Group, ...]:
        """Every kind of finding with how many there are, and the first of them by title: all, or at most so many."""
        with self._database.reading() as session:
            return tuple(
                _group(kind, self._looked[kind].of(session), most)
                if kind in self._looked
                else _counted(session, kind, most)
                for kind in Kind
            )


def _group(kind: Kind, findings: Findings, most: int | None) -> Group:
    return Group(kind, len(findings), tuple(findings[place] for place in sorted(findings)[:most]))


def _counted(session: Session, kind: Kind, most: int | None) -> Group:
    where = _EMPTY[kind]()
    count = session.scalar(select(func.count()).select_from(FilmRecord).where(where)) or 0
    if not count:
        # To find nothing by title takes longest: every film is looked at in that order.
        return Group(kind, 0, ())
    films = session.execute(
        select(FilmRecord.id, FilmRecord.title, FilmRecord.year)
        .where(where)
        .order_by(FilmRecord.folded_title, FilmRecord.id)
        .limit(most)
    )
    return Group(kind, count, tuple(Finding(kind, film_id, title, year) for film_id, title, year in films))


def _without(kind: str) -> ColumnElement[bool]:
    return ~exists().where(FilmTerm.film_id == FilmRecord.id, FilmTerm.kind == kind)


_EMPTY: dict[Kind, Callable[[], ColumnElement[bool]]] = {
    Kind.RUN_TIME: lambda: exists().where(
        FilmVersion.film_id == FilmRecord.id, FilmVersion.seconds.is_(None)
    ),
    Kind.DIRECTOR: lambda: _without("director"),
    Kind.YEAR: lambda: FilmRecord.year.is_(None),
    Kind.COUNTRY: lambda: _without("country"),
    Kind.STILL: lambda: ~exists().where(FilmStill.film_id == FilmRecord.id),
}
"""What the database finds by itself."""
