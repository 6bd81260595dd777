"""Searches that are kept under names."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.text import folded
from tourdesk.library.finding.wanted import SavedSearch, Wanted
from tourdesk.library.model import SavedSearchRecord
from tourdesk.storage.work import UnitOfWork

LONGEST_NAME = 100
"""Letters of the name of a search."""


def saved_searches(session: Session) -> list[SavedSearch]:
    """All kept searches by name."""
    found = [_search(record) for record in session.scalars(select(SavedSearchRecord))]
    return sorted(found, key=lambda search: (folded(search.name), search.id))


def save_search(work: UnitOfWork, name: str, wanted: Wanted) -> SavedSearch:
    """Keep a search under a name; one of that name (case and accents make no difference) is replaced, and told."""
    plain = _plain(name)
    record = _named(work.session, plain)
    replaced = None if record is None else _search(record)
    before = None if record is None else {"name": record.name, "wanted": record.wanted}
    if record is None:
        record = SavedSearchRecord(name=plain, wanted=wanted.as_json())
        work.session.add(record)
    else:
        record.wanted = wanted.as_json()
    work.session.flush()
    after = {"name": record.name, "wanted": record.wanted}
    work.note("added" if before is None else "changed", "saved search", record.id, before, after)
    return _search(record)._replace(replaced=replaced.wanted if replaced is not None else None)


def rename_search(work: UnitOfWork, search_id: int, name: str) -> SavedSearch:
    """Give a kept search another name."""
    plain, record = _plain(name), _record(work.session, search_id)
    _refuse_taken(work.session, plain, search_id)
    before, record.name = record.name, plain
    work.note("changed", "saved search", search_id, {"name": before}, {"name": plain})
    return _search(record)


def remove_search(work: UnitOfWork, search_id: int) -> SavedSearch:
    """Remove a kept search; what it was is returned, so that it can be put back."""
    record = _record(work.session, search_id)
    removed = _search(record)
    work.session.delete(record)
    work.note("removed", "saved search", search_id, {"name": record.name, "wanted": record.wanted}, None)
    return removed


def put_back_search(work: UnitOfWork, search: SavedSearch) -> None:
    """Keep a removed search again, by its own id: what was done to it before can still be taken back."""
    _refuse_taken(work.session, search.name, search.id)
    record = SavedSearchRecord(id=search.id, name=search.name, wanted=search.wanted.as_json())
    work.session.add(record)
    work.note("added", "saved search", search.id, None, {"name": record.name, "wanted": record.wanted})


def _search(record: SavedSearchRecord) -> SavedSearch:
    return SavedSearch(record.id, record.name, Wanted.from_json(record.wanted))


def _plain(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise ProblemForUser(_("A saved search needs a name; please type one."))
    if len(plain) > LONGEST_NAME:
        raise ProblemForUser(
            _("“{name}…” is too long for the name of a search; please shorten it.", name=plain[:60])
        )
    return plain


def _named(session: Session, name: str) -> SavedSearchRecord | None:
    wanted = folded(name)
    return next(
        (record for record in session.scalars(select(SavedSearchRecord)) if folded(record.name) == wanted),
        None,
    )


def _refuse_taken(session: Session, name: str, search_id: int) -> None:
    other = _named(session, name)
    if other is not None and other.id != search_id:
        raise ProblemForUser(
            _("Another search is called “{name}” already; please choose another name.", name=other.name)
        )


def _record(session: Session, search_id: int) -> SavedSearchRecord:
    record = session.get(SavedSearchRecord, search_id)
    if record is None:
        raise ProblemForUser(_("This search is no longer kept; somebody has removed it."))
    return record
