"""Ballots read from a spreadsheet as members send it back: CSV or XLSX, in whatever encoding and with whatever separator.

An empty cell says nothing: it takes back nothing that is known.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.spreadsheet import unguarded
from tourdesk.foundation.text import folded
from tourdesk.library.committee.ballots import COMMENT, STARS, VERDICT
from tourdesk.library.committee.verdicts import LONGEST_COMMENT, Choice, Stroke, choice_word
from tourdesk.library.films import Film
from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.listings.csv_listing import records
from tourdesk.library.intake.listings.known_columns import known_column
from tourdesk.library.intake.listings.limits import (
    TEXT_BYTES,
    XLSX_BYTES,
    check_bytes,
    check_cells,
    check_columns,
    check_rows,
)
from tourdesk.library.intake.listings.rows import Row
from tourdesk.library.intake.listings.words import cleaned

Value = TypeVar("Value")

_SEPARATORS = ",;\t|"
_HEADINGS_WITHIN = 20
"""Rows that are searched for the headings: above them stands a greeting or the name of the sheet."""
_HEAD = 100_000
"""Letters in which they are."""
_ZIP = b"PK\x03\x04"
_MEMBERS_COLUMN = re.compile(r"(.*\S)\s*(?::|\s[-–—])\s*(\w+)", re.DOTALL)
_STARS = re.compile(r"([1-5])(?:[.,]0+)?\s*(?:/\s*5|stars?|sterne?)?|([★*]{1,5})☆*", re.IGNORECASE)
_YEAR = re.compile(r"((?:18|19|20|21)\d\d)(?:[.,]0+)?")
_QUOTED = 40
"""Letters of a cell that a sentence quotes."""

_ASPECTS = {
    **dict.fromkeys(("verdict", "vote", "choice", "urteil", "stimme", "wahl"), VERDICT),
    **dict.fromkeys(("stars", "star", "sterne", "points", "punkte"), STARS),
    **dict.fromkeys(("comment", "comments", "remark", "remarks", "notes", "kommentar", "bemerkung"), COMMENT),
}
_CHOICES = {
    **{choice.value: choice for choice in Choice},
    **dict.fromkeys(("must have", "must see", "must-have", "must-see", "muss", "unbedingt"), Choice.MUST),
    **dict.fromkeys(("perhaps", "vielleicht"), Choice.MAYBE),
    **dict.fromkeys(("nein",), Choice.NO),
}


@dataclass(frozen=True, slots=True)
class ReadFilm:
    """A film as its row describes it, and what members say of it, by their names."""

    row: int
    film: Film
    strokes: Mapping[str, Stroke]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What was not understood: the row as a spreadsheet counts it, from 1, and a sentence."""

    row: int
    message: str


@dataclass(frozen=True, slots=True)
class BallotReading:
    """A file of ballots as understood: the films on which somebody says something, and what was left out."""

    films: tuple[ReadFilm, ...]
    problems: tuple[RowProblem, ...]


def read_ballots(data: bytes, name: str) -> BallotReading:
    """The ballots in the bytes of a file; `name` is only for messages.

    Raises ProblemForUser when it is too large, holds no text, or has no headings of ballots.
    """
    rows = _workbook_rows(data, name) if data.startswith(_ZIP) else _text_rows(data, name)
    at, columns = _headings(rows) or (0, None)
    if columns is None:
        raise ProblemForUser(
            _(
                "“{name}” has no headings of ballots; please give it a column “Title”, and for each member columns such as “Anna: verdict”, “Anna: stars” and “Anna: comment”.",
                name=name,
            )
        )
    return _Reader(columns).read(rows[at + 1 :])


def read_ballot_file(file: Path) -> BallotReading:
    """The ballots in a file. Raises ProblemForUser as `read_ballots` does, and when it cannot be read."""
    try:
        with file.open("rb") as opened:
            # No more than is refused as too much: a device never ends.
            data = opened.read(XLSX_BYTES + 1)
    except OSError as error:
        raise ProblemForUser(
            _("“{file}” cannot be read ({why}); please check the path.", file=file, why=error.strerror)
        ) from error
    return read_ballots(data, file.name)


def _workbook_rows(data: bytes, name: str) -> Sequence[Row]:
    """The rows of the first sheet that has headings of ballots."""
    from tourdesk.library.intake.listings.xlsx_listing import xlsx_book  # noqa: PLC0415 - only needed for XLSX

    check_bytes(len(data), XLSX_BYTES, name)
    return next((rows for _sheet, rows in xlsx_book(data, name).sheets if _headings(rows)), ())


def _text_rows(data: bytes, name: str) -> Sequence[Row]:
    """The rows of a text under the separator with which it has headings of ballots."""
    check_bytes(len(data), TEXT_BYTES, name)
    text = decoded(data, name).removeprefix("\ufeff")
    for separator in _SEPARATORS:
        head = enumerate(records(text[:_HEAD], separator, limit=_HEADINGS_WITHIN), 1)
        if _headings([Row(number, tuple(map(cleaned, cells))) for number, cells in head]):
            return _rows(text, separator, name)
    return ()


def _rows(text: str, separator: str, name: str) -> list[Row]:
    rows, count = [], 0
    for number, cells in enumerate(records(text, separator), 1):
        check_rows(number, name)
        check_columns(len(cells), name)
        count += len(cells)
        check_cells(count, name)
        rows.append(Row(number, tuple(map(cleaned, cells))))
    return rows


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what: the fields of the film, and each member's verdict, stars and comment."""

    film: Mapping[str, int]
    members: Mapping[str, Mapping[str, int]]
    problems: tuple[RowProblem, ...]


def _headings(rows: Sequence[Row]) -> tuple[int, _Columns] | None:
    """Where the headings stand, and what they say."""
    for at, row in enumerate(rows[:_HEADINGS_WITHIN]):
        columns = _columns(row)
        if columns is not None and columns.members:
            return at, columns
    return None


def _columns(row: Row) -> _Columns | None:
    """What a row of headings says; None when it names no title."""
    film: dict[str, int] = {}
    members: dict[str, dict[str, int]] = {}
    names: dict[str, str] = {}
    problems = []
    for at, heading in enumerate(map(unguarded, row.cells)):
        found = _MEMBERS_COLUMN.fullmatch(heading)
        aspect = _ASPECTS.get(folded(found[2])) if found else None
        if found and aspect:
            name = names.setdefault(folded(found[1]), " ".join(found[1].split()))
            members.setdefault(name, {}).setdefault(aspect, at)
        elif folded(heading) in _ASPECTS:
            problems.append(
                RowProblem(
                    row.number,
                    _(
                        "The column “{heading}” does not say whose it is, and was left out; please put the member’s name before it, as in “Anna: {heading}”.",
                        heading=heading,
                    ),
                )
            )
        elif (known := known_column(heading)) is not None:
            film.setdefault(known[0], at)
    return _Columns(film, members, tuple(problems)) if "title" in film else None


class _Reader:
    """Reads the rows under the headings."""

    def __init__(self, columns: _Columns) -> None:
        self._columns = columns
        self._problems = list(columns.problems)

    def read(self, rows: Sequence[Row]) -> BallotReading:
        films = []
        for row in rows:
            strokes = self._strokes(row)
            if not strokes:
                continue
            film = self._film(row)
            if film.title:
                films.append(ReadFilm(row.number, film, strokes))
            else:
                self._left_out(row, _("The row has no title, so nobody knows which film it is about."))
        return BallotReading(tuple(films), tuple(self._problems))

    def _film(self, row: Row) -> Film:
        year = _YEAR.fullmatch(self._cell(row, "year"))
        directors = re.split(r"[;,&]| and ", self._cell(row, "directors"))
        return Film(
            title=self._cell(row, "title"),
            original_title=self._cell(row, "original_title") or None,
            year=int(year[1]) if year else None,
            directors=tuple(name.strip() for name in directors if name.strip()),
        )

    def _cell(self, row: Row, field: str) -> str:
        return _at(row, self._columns.film.get(field))

    def _strokes(self, row: Row) -> dict[str, Stroke]:
        strokes = {}
        for member, columns in self._columns.members.items():
            stroke = Stroke(
                self._understood(row, member, _at(row, columns.get(VERDICT)), _choice),
                self._understood(row, member, _at(row, columns.get(STARS)), _stars),
                self._understood(row, member, _at(row, columns.get(COMMENT)), _comment),
            )
            if stroke != Stroke():
                strokes[member] = stroke
        return strokes

    def _understood(
        self, row: Row, member: str, cell: str, understand: Callable[[str, str], Value]
    ) -> Value | None:
        if not cell:
            return None
        try:
            return understand(cell, member)
        except ProblemForUser as problem:
            self._left_out(row, problem.sentence)
            return None

    def _left_out(self, row: Row, message: str) -> None:
        self._problems.append(RowProblem(row.number, message))


def _at(row: Row, column: int | None) -> str:
    return unguarded(row.cells[column]) if column is not None and column < len(row.cells) else ""


def _choice(cell: str, member: str) -> Choice:
    words = folded(cell).strip(" .!")
    spoken = {folded(choice_word(choice)): choice for choice in Choice}
    choice = _CHOICES.get(words) or spoken.get(words)
    if choice is None:
        raise ProblemForUser(
            _(
                "“{cell}”, which {member} says, is neither must, maybe nor no; it was left out.",
                cell=cell[:_QUOTED],
                member=member,
            )
        )
    return choice


def _stars(cell: str, member: str) -> int:
    found = _STARS.fullmatch(cell.strip())
    if found is None:
        raise ProblemForUser(
            _(
                "“{cell}”, which {member} gives, is no number of stars from 1 to 5; it was left out.",
                cell=cell[:_QUOTED],
                member=member,
            )
        )
    return int(found[1]) if found[1] else len(found[2])


def _comment(cell: str, member: str) -> str:
    if len(cell) > LONGEST_COMMENT:
        raise ProblemForUser(
            _(
                "The comment of {member}, “{start}…”, is longer than {most} letters; it was left out.",
                member=member,
                start=cell[:_QUOTED],
                most=LONGEST_COMMENT,
            )
        )
    return cell
