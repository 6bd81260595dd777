"""Verdicts as they are kept: read for some films, written with notes for the audit trail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.orm import Session

from tourdesk.library.batches import batches
from tourdesk.library.committee.verdicts import Choice, Member, Rank, Said, Tally, Verdict, by_member, rank_of
from tourdesk.library.model import FilmRecord, MemberRecord, VerdictRecord
from tourdesk.storage.work import UnitOfWork

# Composed once: it is asked at every key of a search.
_SAID = (
    select(
        VerdictRecord.film_id,
        MemberRecord.name,
        MemberRecord.left,
        MemberRecord.id,
        VerdictRecord.choice,
        VerdictRecord.stars,
        VerdictRecord.comment,
    )
    .join(MemberRecord, VerdictRecord.member_id == MemberRecord.id)
    .where(VerdictRecord.film_id.in_(bindparam("these", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a member says of a film; an empty verdict: nothing, or nothing any more."""

    film_id: int
    member_id: int
    verdict: Verdict


def write_marks(work: UnitOfWork, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put these verdicts in the place of the old ones and return those; films that are gone are passed over.

    Of two on one film by one member the last counts. Of what stays the same nothing is noted.
    """
    films = {mark.film_id for mark in marks}
    records = _records(work.session, films)
    there = {
        film_id
        for some in batches(films)
        for film_id in work.session.scalars(select(FilmRecord.id).where(FilmRecord.id.in_(some)))
    }
    before = []
    for mark in {(mark.film_id, mark.member_id): mark for mark in marks}.values():
        old = records.get((mark.film_id, mark.member_id))
        verdict = verdict_of(old) if old is not None else Verdict()
        if mark.film_id in there and verdict != mark.verdict:
            before.append(Mark(mark.film_id, mark.member_id, verdict))
            _write(work, mark, old)
    return tuple(before)


def tallies_of(session: Session, film_ids: Iterable[int]) -> dict[int, Tally]:
    """What the committee says of each of these films; those of which nobody says anything are left out."""
    said: dict[int, list[Said]] = {}
    for some in batches(film_ids):
        for film_id, name, left, member, choice, stars, comment in session.execute(_SAID, {"these": some}):
            verdict = Verdict(Choice(choice) if choice else None, stars, comment)
            said.setdefault(film_id, []).append(Said(Member(name, left, member), verdict))
    return {film_id: Tally(by_member(verdicts)) for film_id, verdicts in said.items()}


def ranks(session: Session) -> dict[int, Rank]:
    """`Tally.rank` of every film of which somebody says something, counted by the database."""
    counted = [func.sum(case((VerdictRecord.choice == choice, 1), else_=0)) for choice in Choice]
    films = session.execute(
        select(
            VerdictRecord.film_id,
            *counted,
            func.sum(func.coalesce(VerdictRecord.stars, 0)),
            func.count(VerdictRecord.stars),
        ).group_by(VerdictRecord.film_id)
    )
    return {
        film_id: rank_of(int(must), int(maybe), int(no), Fraction(int(stars), given) if given else None)
        for film_id, must, maybe, no, stars, given in films
    }


def member_of(record: MemberRecord) -> Member:
    """The member that a record keeps."""
    return Member(record.name, record.left, record.id)


def verdict_of(record: VerdictRecord) -> Verdict:
    """The verdict that a record keeps."""
    return Verdict(Choice(record.choice) if record.choice else None, record.stars, record.comment)


def _records(session: Session, film_ids: Iterable[int]) -> dict[tuple[int, int], VerdictRecord]:
    return {
        (record.film_id, record.member_id): record
        for some in batches(film_ids)
        for record in session.scalars(select(VerdictRecord).where(VerdictRecord.film_id.in_(some)))
    }


def _write(work: UnitOfWork, mark: Mark, old: VerdictRecord | None) -> None:
    before = _facts(old) if old is not None else None
    if not mark.verdict:
        if old is not None:
            work.session.delete(old)
            work.note("removed", "verdict", old.id, before, None)
        return
    record = old or VerdictRecord(film_id=mark.film_id, member_id=mark.member_id)
    record.choice = mark.verdict.choice
    record.stars = mark.verdict.stars
    record.comment = mark.verdict.comment
    record.given = work.now
    work.session.add(record)
    work.session.flush()
    work.note("changed" if before else "added", "verdict", record.id, before, _facts(record))


def _facts(record: VerdictRecord) -> dict[str, Any]:
    return {
        "film": record.film_id,
        "member": record.member_id,
        "choice": str(record.choice) if record.choice else None,
        "stars": record.stars,
        "comment": record.comment,
    }
