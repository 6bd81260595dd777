"""The rules' desk: the wishes of programmes, and rule sets under names."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.text import folded
from tourdesk.programming.model import ProgrammeRecord, RuleSetRecord
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.proposing.writing import LONGEST_TEXT, as_document, from_document
from tourdesk.storage.database import Database


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules under a name; which films must or must not be shown is no part of them."""

    id: int
    name: str
    wishes: Wishes


class RulesDesk:
    """Wishes and rule sets over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def wishes(self, programme_id: int) -> Wishes | None:
        """The wishes of a programme; None when it has none of its own yet, or is gone.

        Raises ProblemForUser when what is kept cannot be read.
        """
        with self._database.reading() as session:
            record = session.get(ProgrammeRecord, programme_id)
            return None if record is None or record.wishes is None else from_document(record.wishes)

    def keep_wishes(self, programme_id: int, wishes: Wishes) -> None:
        """Keep the wishes of a programme; one that is gone needs none."""
        with self._database.work() as work:
            record = work.session.get(ProgrammeRecord, programme_id)
            if record is None:
                return
            before, record.wishes = record.wishes, as_document(wishes)
            work.note("changed", "programme rules", record.id, {"wishes": before}, {"wishes": record.wishes})

    def rule_sets(self) -> list[RuleSet]:
        """All rule sets by name. Raises ProblemForUser when one cannot be read."""
        with self._database.reading() as session:
            records = session.scalars(select(RuleSetRecord)).all()
            return sorted(map(_rule_set, records), key=lambda one: (folded(one.name), one.id))

    def save_rule_set(self, name: str, wishes: Wishes) -> RuleSet:
        """Keep rules under a name; a set of that name (case and accents make no difference) is replaced.

        Raises ProblemForUser when the name is empty or too long.
        """
        plain, content = _plain(name), as_document(_without_films(wishes))
        with self._database.work() as work:
            record = _named(work.session, plain)
            before = None if record is None else _facts(record)
            if record is None:
                record = RuleSetRecord(name=plain, wishes=content)
                work.session.add(record)
            else:
                record.wishes = content
            work.session.flush()
            what = "added" if before is None else "changed"
            work.note(what, "rule set", record.id, before, _facts(record))
            return _rule_set(record)

    def rename_rule_set(self, set_id: int, name: str) -> RuleSet:
        """Give a rule set another name. Raises ProblemForUser when it is taken, no name, or the set is gone."""
        plain = _plain(name)
        with self._database.work() as work:
            record = _record(work.session, set_id)
            other = _named(work.session, plain)
            if other is not None and other.id != set_id:
                raise ProblemForUser(
                    _("Other rules are called “{name}” already; please choose another name.", name=other.name)
                )
            before = _facts(record)
            record.name = plain
            work.note("changed", "rule set", set_id, before, _facts(record))
            return _rule_set(record)

    def remove_rule_set(self, set_id: int) -> RuleSet:
        """Remove a rule set; returns it as it was. Raises ProblemForUser when it is gone."""
        with self._database.work() as work:
            record = _record(work.session, set_id)
            removed = _rule_set(record)
            work.session.delete(record)
            work.note("removed", "rule set", set_id, _facts(record), None)
            return removed


def _without_films(wishes: Wishes) -> Wishes:
    return Wishes(wishes.all)


def _facts(record: RuleSetRecord) -> dict[str, object]:
    return {"name": record.name, "wishes": record.wishes}


def _rule_set(record: RuleSetRecord) -> RuleSet:
    return RuleSet(record.id, record.name, from_document(record.wishes))


def _plain(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise ProblemForUser(_("Rules that are kept need a name; please type one."))
    if len(plain) > LONGEST_TEXT:
        raise ProblemForUser(
            _("“{name}…” is too long for the name of rules; please shorten it.", name=plain[:60])
        )
    return plain


def _named(session: Session, name: str) -> RuleSetRecord | None:
    wanted = folded(name)
    return next(
        (one for one in session.scalars(select(RuleSetRecord)) if folded(one.name) == wanted),
        None,
    )


def _record(session: Session, set_id: int) -> RuleSetRecord:
    record = session.get(RuleSetRecord, set_id)
    if record is None:
        raise ProblemForUser(_("These rules are no longer kept; somebody has removed them."))
    return record
