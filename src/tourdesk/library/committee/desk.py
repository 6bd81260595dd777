"""The committee's desk: who judges, who says what of which film, and taking it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.text import folded
from tourdesk.library.batches import batches
from tourdesk.library.committee.ballots import ballots_csv
from tourdesk.library.committee.keeping import Mark, member_of, tallies_of, verdict_of, write_marks
from tourdesk.library.committee.verdicts import Member, Stroke, Tally, Verdict
from tourdesk.library.finding.desk import FindingDesk
from tourdesk.library.model import MemberRecord, VerdictRecord
from tourdesk.library.stored import films_of
from tourdesk.storage.database import Database
from tourdesk.storage.work import UnitOfWork

if TYPE_CHECKING:
    from tourdesk.library.committee.ballot_changes import ComparedBallots
    from tourdesk.library.committee.ballot_reading import BallotReading

LONGEST_MEMBER = 100
"""Letters of a member's name."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a change of verdicts did, so that it can be taken back: the verdicts before, and the members it added."""

    before: tuple[Mark, ...]
    joined: tuple[int, ...] = ()


class CommitteeDesk:
    """The committee of one database."""

    def __init__(self, database: Database, finding: FindingDesk) -> None:
        self._database = database
        self._finding = finding

    def members(self) -> tuple[Member, ...]:
        """All members by name, those who have left last."""
        with self._database.reading() as session:
            members = [member_of(record) for record in session.scalars(select(MemberRecord))]
        return tuple(sorted(members, key=lambda member: (member.left, folded(member.name))))

    def join(self, name: str) -> Member:
        """The member of that name (case and accents make no difference), who is added, or comes back after having left.

        Raises ProblemForUser when the name is empty or too long.
        """
        with self._database.work() as work:
            return member_of(_joined(work, name))

    def rename(self, member_id: int, name: str) -> Member:
        """Give a member another name. Raises ProblemForUser when the name is empty, too long or another member's."""
        wanted = _plain(name)
        with self._database.work() as work:
            record = _record(work.session, member_id)
            other = _find(work.session, wanted)
            if other is not None and other.id != member_id:
                raise ProblemForUser(
                    _(
                        "Another member is called “{name}”; please choose a name that tells the two apart.",
                        name=other.name,
                    )
                )
            before, record.name = record.name, wanted
            work.note("changed", "committee member", member_id, {"name": before}, {"name": wanted})
            return member_of(record)

    def let_go(self, member_id: int) -> None:
        """A member leaves the committee; what was said stays. Raises ProblemForUser when nobody is there to leave."""
        with self._database.work() as work:
            record = _record(work.session, member_id)
            before, record.left = record.left, True
            work.note("changed", "committee member", member_id, {"left": before}, {"left": True})

    def tally(self, film_id: int) -> Tally:
        """What the committee says of one film."""
        return self.tallies([film_id]).get(film_id, Tally())

    def tallies(self, film_ids: Iterable[int]) -> dict[int, Tally]:
        """What the committee says of each of several films; those of which nobody says anything are left out."""
        with self._database.reading() as session:
            return tallies_of(session, film_ids)

    def give(self, member_id: int, film_ids: Iterable[int], stroke: Stroke) -> Marked:
        """Change a member's verdict on films, all or none; what the stroke does not name stays as it was.

        Films that somebody has removed meanwhile are passed over. Raises ProblemForUser when the member is gone or
        the comment too long.
        """
        wanted = tuple(film_ids)
        with self._database.work() as work:
            _record(work.session, member_id)
            known = _own(work.session, member_id, wanted)
            marks = [Mark(film_id, member_id, stroke.on(known.get(film_id, Verdict()))) for film_id in wanted]
            return Marked(write_marks(work, marks))

    def take_back(self, member_id: int, film_ids: Iterable[int]) -> Marked:
        """A member says nothing of these films any more."""
        with self._database.work() as work:
            marks = [Mark(film_id, member_id, Verdict()) for film_id in film_ids]
            return Marked(write_marks(work, marks))

    def undo(self, marked: Marked) -> None:
        """Take a change of verdicts back; members whom it added go, unless they have said something since."""
        with self._database.work() as work:
            write_marks(work, marked.before)
            work.session.flush()
            for member_id in marked.joined:
                record = work.session.get(MemberRecord, member_id)
                if record is not None and not _speaks(work.session, member_id):
                    work.session.delete(record)
                    work.note("removed", "committee member", member_id, {"name": record.name}, None)

    def ballots(self, film_ids: Sequence[int], members: Sequence[str] = ()) -> bytes:
        """The ballots of these films in their order, as CSV; of all members who have not left when none is named.

        A name that is no member's gets empty columns to fill in. Raises ProblemForUser when there is nobody.
        """
        with self._database.reading() as session:
            names = members or [member.name for member in self.members() if not member.left]
            if not names:
                raise ProblemForUser(
                    _("Nobody is on the committee yet; please name the members whose ballots are wanted.")
                )
            known = films_of(session, film_ids)
            films = [known[film_id] for film_id in film_ids if film_id in known]
            return ballots_csv(films, self.tallies(known), names)

    def compare(self, reading: "BallotReading") -> "ComparedBallots":
        """Ballots that were read beside what is known; saves nothing."""
        # Imported for the first ballots: the window must not wait for RapidFuzz.
        from tourdesk.library.committee.ballot_changes import ComparedBallots, recognised  # noqa: PLC0415

        with self._database.reading():
            found, problems = recognised(reading, self._finding.known())
            film_ids = {film_id for film_id, _read in found}
            return ComparedBallots(
                tuple(found),
                (*reading.problems, *problems),
                {row.id: row.title for row in self._finding.rows(film_ids)},
                self.tallies(film_ids),
                tuple(self.members()),
            )

    def mark_as(self, verdicts: Sequence[tuple[str, int, Stroke]]) -> Marked:
        """Save what members say, by name, of films: all of it or nothing. Members who are not known join.

        Raises ProblemForUser as `join` and `give` do.
        """
        with self._database.work() as work:
            before = {member.id for member in self.members()}
            members = {
                name: _joined(work, name).id for name in dict.fromkeys(name for name, _, _ in verdicts)
            }
            films = [film_id for _, film_id, _ in verdicts]
            said = {member_id: _own(work.session, member_id, films) for member_id in members.values()}
            for name, film_id, stroke in verdicts:
                own = said[members[name]]
                own[film_id] = stroke.on(own.get(film_id, Verdict()))
            marks = [
                Mark(film_id, member_id, verdict)
                for member_id, own in said.items()
                for film_id, verdict in own.items()
            ]
            return Marked(write_marks(work, marks), tuple(said.keys() - before))


def _plain(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise ProblemForUser(_("A member of the committee needs a name; please type one."))
    if len(plain) > LONGEST_MEMBER:
        raise ProblemForUser(
            _(
                "“{start}…” is longer than {most} letters, too long for a name; please shorten it.",
                start=plain[:40],
                most=LONGEST_MEMBER,
            )
        )
    return plain


def _find(session: Session, name: str) -> MemberRecord | None:
    # A committee is a dozen people: comparing their names here needs no folded column.
    wanted = folded(name)
    return next((one for one in session.scalars(select(MemberRecord)) if folded(one.name) == wanted), None)


def _joined(work: UnitOfWork, name: str) -> MemberRecord:
    plain = _plain(name)
    record = _find(work.session, plain)
    if record is None:
        record = MemberRecord(name=plain, left=False)
        work.session.add(record)
        work.session.flush()
        work.note("added", "committee member", record.id, None, {"name": plain, "left": False})
    elif record.left:
        record.left = False
        work.note("changed", "committee member", record.id, {"left": True}, {"left": False})
    return record


def _record(session: Session, member_id: int) -> MemberRecord:
    record = session.get(MemberRecord, member_id)
    if record is None:
        raise ProblemForUser(
            _("This member was taken off the committee meanwhile; please say again who is judging.")
        )
    return record


def _own(session: Session, member_id: int, film_ids: Sequence[int]) -> dict[int, Verdict]:
    """What a member says of these films."""
    return {
        record.film_id: verdict_of(record)
        for some in batches(film_ids)
        for record in session.scalars(
            select(VerdictRecord).where(VerdictRecord.member_id == member_id, VerdictRecord.film_id.in_(some))
        )
    }


def _speaks(session: Session, member_id: int) -> bool:
    return (
        session.scalars(select(VerdictRecord.id).where(VerdictRecord.member_id == member_id).limit(1)).first()
        is not None
    )
