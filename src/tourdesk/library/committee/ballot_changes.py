"""What a file of ballots would change: shown before anything is saved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tourdesk.foundation.language import _
from tourdesk.foundation.text import folded
from tourdesk.library.committee.ballot_reading import BallotReading, ReadFilm, RowProblem
from tourdesk.library.committee.verdicts import Member, Stroke, Tally, Verdict
from tourdesk.library.recognising import KnownFilms


@dataclass(frozen=True, slots=True)
class BallotChange:
    """A verdict that would become another one."""

    film_id: int
    title: str
    member: str
    before: Verdict
    after: Verdict
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class BallotChanges:
    """All that a file of ballots would change, the members who would join, and what was not understood, by row."""

    changes: tuple[BallotChange, ...]
    joining: tuple[str, ...]
    same: int
    """Verdicts that are known already."""
    problems: tuple[RowProblem, ...]

    @property
    def marks(self) -> tuple[tuple[str, int, Stroke], ...]:
        """What `CommitteeDesk.mark_as` saves of them."""
        return tuple((change.member, change.film_id, change.stroke) for change in self.changes)


def recognised(
    reading: BallotReading, known: KnownFilms
) -> tuple[list[tuple[int, ReadFilm]], list[RowProblem]]:
    """The films of the rows by id, and a problem for each row whose film the library does not have for certain."""
    found, problems = [], []
    for read in reading.films:
        film_id = known.recognise(read.film)
        if film_id is None:
            problems.append(RowProblem(read.row, _not_recognised(read)))
        else:
            found.append((film_id, read))
    return found, problems


def ballot_changes(
    found: Sequence[tuple[int, ReadFilm]],
    problems: Sequence[RowProblem],
    tallies: Mapping[int, Tally],
    members: Sequence[Member],
) -> BallotChanges:
    """What the recognised rows change of what is known; names are compared as `CommitteeDesk.join` does."""
    names = {folded(member.name): member.name for member in members}
    spoken = dict.fromkeys(name for _id, read in found for name in read.strokes)
    joining = tuple(name for name in spoken if folded(name) not in names)
    compared = list(_compared(found, tallies, names))
    changes = tuple(change for change in compared if change.before != change.after)
    return BallotChanges(
        changes,
        joining,
        len(compared) - len(changes),
        tuple(sorted(problems, key=lambda problem: problem.row)),
    )


def _compared(
    found: Sequence[tuple[int, ReadFilm]], tallies: Mapping[int, Tally], names: Mapping[str, str]
) -> Iterator[BallotChange]:
    now = {
        (film_id, said.member.name): said.verdict for film_id, tally in tallies.items() for said in tally.said
    }
    for film_id, read in found:
        for written, stroke in read.strokes.items():
            member = names.get(folded(written), written)
            before = now.get((film_id, member), Verdict())
            after = now[film_id, member] = stroke.on(before)
            yield BallotChange(film_id, read.film.title, member, before, after, stroke)


def _not_recognised(read: ReadFilm) -> str:
    film = read.film
    if film.directors:
        return _(
            "The library has no film “{title}” by {directors}, or more than one that it may be; its verdicts were left out.",
            title=film.title,
            directors=", ".join(film.directors),
        )
    return _(
        "The library has no film “{title}”, or more than one that it may be; its verdicts were left out.",
        title=film.title,
    )
