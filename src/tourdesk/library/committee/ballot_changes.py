"""What a file of ballots would change: shown before anything is saved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from tourdesk.foundation.language import _
from tourdesk.foundation.text import folded
from tourdesk.library.committee.ballot_reading import BallotReading, ReadFilm, RowProblem
from tourdesk.library.committee.verdicts import Member, Stroke, Tally, Verdict
from tourdesk.library.recognising import KnownFilms

_LETTERS_A_SLIP = 5
"""One letter of so many may be mistyped: Anna and Anne are two people."""


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


Whose = Mapping[str, str | None]
"""Whose the verdicts under a name are: a member's, of somebody who joins under this name, or None: left out."""


@dataclass(frozen=True, slots=True)
class ComparedBallots:
    """Ballots beside what is known; whose the verdicts under a name are that no member has is still to be said."""

    found: tuple[tuple[int, ReadFilm], ...]
    """The recognised rows with the ids of their films."""
    problems: tuple[RowProblem, ...]
    titles: Mapping[int, str]
    tallies: Mapping[int, Tally]
    members: tuple[Member, ...]

    @property
    def proposed(self) -> dict[str, str]:
        """The names that no member has, each with the one member whose it may be, mistyped or cut short, or itself.

        Names are compared as `CommitteeDesk.join` does. Who judges a film beside that member in the file is somebody else.
        """
        spoken = dict.fromkeys(name for _id, read in self.found for name in read.strokes)
        known = {folded(member.name) for member in self.members}
        here = [member.name for member in self.members if not member.left]
        proposed = {name: _likely(name, here) for name in spoken if folded(name) not in known}
        written = {folded(name): name for name in spoken}
        return {
            name: name if member is None or self._are_two(name, written.get(folded(member))) else member
            for name, member in proposed.items()
        }

    def _are_two(self, name: str, other: str | None) -> bool:
        """Whether both names judge one film, each with a verdict, stars or a comment: nobody has two columns for one of these."""
        nothing = Stroke()
        pairs = (
            (read.strokes.get(name, nothing), read.strokes.get(other or "", nothing))
            for _id, read in self.found
        )
        return any(None not in said for pair in pairs for said in zip(*pair, strict=True))

    def changes(self, whose: Whose) -> BallotChanges:
        """What would change; `whose` has the names of `proposed`, others are as they are written."""
        known = {folded(member.name): member.name for member in self.members}
        problems = list(self.problems)
        compared = list(self._compared(known, whose, problems))
        changes = tuple(change for change in compared if change.before != change.after)
        speakers = dict.fromkeys(change.member for change in changes)
        return BallotChanges(
            changes,
            tuple(name for name in speakers if folded(name) not in known),
            len(compared) - len(changes),
            tuple(sorted(problems, key=lambda problem: problem.row)),
        )

    def _compared(
        self, known: Mapping[str, str], whose: Whose, problems: list[RowProblem]
    ) -> Iterator[BallotChange]:
        now = {
            (film_id, said.member.name): said.verdict
            for film_id, tally in self.tallies.items()
            for said in tally.said
        }
        heard: dict[tuple[int, str], tuple[int, str, Stroke]] = {}
        for film_id, read in self.found:
            title = self.titles[film_id]
            for written, stroke in read.strokes.items():
                name = whose.get(written, written)
                if name is None:
                    continue
                member = known.get(folded(name), name)
                first = heard.setdefault((film_id, member), (read.row, written, stroke))
                if not _agree(first[2], stroke):
                    problems.append(RowProblem(read.row, _said_otherwise(title, written, *first[:2])))
                    continue
                before = now.get((film_id, member), Verdict())
                after = now[film_id, member] = stroke.on(before)
                yield BallotChange(film_id, title, member, before, after, stroke)


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


def _likely(name: str, members: Sequence[str]) -> str | None:
    """The one member who may be meant by a name: mistyped by a letter (two in a long one), or by a part of it."""
    words = folded(name).split()
    slips = len(name) // _LETTERS_A_SLIP
    meant = [
        member
        for member in members
        if OSA.distance(" ".join(words), folded(member), score_cutoff=min(slips, 2)) <= min(slips, 2)
        or set(words) < set(folded(member).split())
        or set(folded(member).split()) < set(words)
    ]
    return meant[0] if len(meant) == 1 else None


def _agree(first: Stroke, second: Stroke) -> bool:
    """Whether nothing is said of a film in one row that another row says otherwise."""
    return all(
        one is None or other is None or one == other
        for one, other in (
            (first.choice, second.choice),
            (first.stars, second.stars),
            (first.comment, second.comment),
        )
    )


def _said_otherwise(title: str, written: str, first_row: int, first_written: str) -> str:
    return _(
        "What “{name}” says of “{title}” contradicts “{other}” in row {row}; only that one was taken.",
        name=written,
        title=title,
        other=first_written,
        row=first_row,
    )


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
