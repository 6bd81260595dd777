"""What is refused of programmes, and why: each a ProblemForUser with its sentence."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.durations import LONGEST
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, quoted
from tourdesk.programming.model import ProgrammeRecord
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.publishing import last_number
from tourdesk.programming.varying import followed, variations


def refuse_impossible(programme: Programme) -> None:
    """Refuse what no programme can be: without a name, or with a length out of reason."""
    if not programme.name.strip():
        raise ProblemForUser(_("A programme needs a name; please type one."))
    if not 0 <= programme.gap_seconds <= LONGEST:
        raise ProblemForUser(_("The gap between films must be between nothing and a day; please correct it."))
    keys = [item.key for item in programme.items]
    if len(set(keys)) < len(keys):
        raise ValueError("two items have one key, and one of them would be lost")
    for item in programme.items:
        _refuse_impossible_item(item)


def _refuse_impossible_item(item: Item) -> None:
    lengths = [item.gap_after or 0]
    if item.version_id is None:  # a film's is the library's
        lengths += [item.seconds or 0, item.least_seconds or 0, item.most_seconds or 0]
    elif item.elastic:
        raise ValueError(f"the run-time of {item.title!r} is its version's")
    if not all(0 <= length <= LONGEST for length in lengths):
        raise ProblemForUser(
            _(
                "“{title}” and the gap after it must last between nothing and a day; please correct them.",
                title=item.title,
            )
        )
    if (item.least_seconds is None) != (item.most_seconds is None) or item.bounds[0] > item.bounds[1]:
        raise ProblemForUser(
            _(
                "The most that “{title}” may last must not be less than the least; please correct them.",
                title=item.title,
            )
        )
    if item.inside is not None and item.pinned is not None:
        raise ValueError(f"{item.title!r} starts with its intermission")


def refuse_unknown_master(session: Session, programme: Programme) -> None:
    """Refuse a variation of a master that is gone, or of a revision of it that nobody has kept (ValueError)."""
    master = programme.master
    if master is None:
        return
    if session.get(ProgrammeRecord, master.id) is None:
        raise ProblemForUser(
            _(
                "“{master}”, the master of “{name}”, was removed at another desk; please detach this programme from it.",
                master=master.name,
                name=programme.name,
            )
        )
    if followed(session, master.id, master.followed) is None:
        raise ValueError(f"nobody has followed revision {master.followed} of {master.name!r}")


def refuse_removal(session: Session, programme: Programme) -> None:
    """Refuse to remove what was published, and a master while others vary it."""
    if programme.id is None:
        return
    if last_number(session, programme.id) is not None:
        raise ProblemForUser(
            _(
                "“{name}” was published and was not removed: what was published stays; please give it another name "
                "if it is in the way.",
                name=programme.name,
            )
        )
    varied = variations(session, programme.id)
    if varied:
        raise ProblemForUser(
            _(
                "“{name}” is the master of {names} and was not removed; please detach what varies it first.",
                name=programme.name,
                names=", ".join(quoted(record.name) for record in varied),
            )
        )


def problem_of(error: IntegrityError, programme: Programme) -> ProblemForUser:
    """What the database's refusal of a programme means."""
    said = str(error.orig)
    # PostgreSQL names the constraint, SQLite the column.
    if "uq_programme_name" in said or "programme.name" in said:
        return ProblemForUser(
            _(
                "Another programme is already called “{name}”; please choose another name.",
                name=programme.name,
            )
        )
    return ProblemForUser(
        _(
            "A film of “{name}” is no longer in the library; please take it out of the programme.",
            name=programme.name,
        ),
        detail=said,
    )
