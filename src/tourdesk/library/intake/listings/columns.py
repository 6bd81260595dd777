"""Which column of a listing holds what: by its name, exactness first, then by what its cells hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.listings.contents import guessed, is_times_of_day, mostly_readable
from tourdesk.library.intake.listings.entries import FIELDS, LISTS
from tourdesk.library.intake.listings.known_columns import WEAK, is_submitters, known_column
from tourdesk.library.intake.listings.words import cleaned, in_one_line
from tourdesk.library.intake.vocabulary.folding import fold

_ENGLISH = re.compile(r"\b(?:engl|angl|ingl|angiel|internat)|(?:[ _(\[-]|\b)en(?:g)?\b")


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What each column holds: its name with one of `entries.FIELDS`, or None where it is none of them.

    Names are unique: of two columns of one name the second is called "Name (2)".
    """

    columns: tuple[tuple[str, str | None], ...]

    def field(self, name: str) -> str | None:
        """The field that the column of this name holds."""
        folded = fold(name)
        return next((field for known, field in self.columns if fold(known) == folded), None)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(name for name, _ in self.columns)

    def as_json(self) -> dict[str, str | None]:
        """As it is kept."""
        return dict(self.columns)

    @classmethod
    def from_json(cls, kept: Mapping[str, str | None]) -> "ColumnMapping":
        """As it was kept. Raises ProblemForUser for a field that this version does not know."""
        for name, field in kept.items():
            if field is not None and field not in FIELDS:
                raise ProblemForUser(
                    f"The column “{name}” is remembered as “{field}”, which this version of TourDesk does not know; "
                    "please choose again what it holds."
                )
        return cls(tuple(kept.items()))


def unique_names(header: Sequence[str]) -> tuple[str, ...]:
    """The names of a header row, none of them twice; columns without a name get their number."""
    out: list[str] = []
    used: set[str] = set()
    for number, words in enumerate(header, 1):
        name = base = in_one_line(cleaned(words)) or f"Column {number}"
        count = 1
        while fold(name) in used:
            count += 1
            name = f"{base} ({count})"
        used.add(fold(name))
        out.append(name)
    return tuple(out)


def mapping_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[ColumnMapping, tuple[str, ...]]:
    """What the columns hold, as far as their names and the cells of some of the rows under them say.

    Also the names of columns that were not believed, because their cells say other things.
    """
    names = unique_names(header)
    fields = _by_name(header)
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(names))]
    disbelieved: list[str] = []
    for at, field in enumerate(fields):
        known = known_column(header[at])
        if field and known and known[1] and not mostly_readable(field, names[at], columns[at]):
            fields[at] = None
            disbelieved.append(names[at])
        if field == "runtime" and known and known[1] == WEAK and is_times_of_day(columns[at]):
            fields[at] = None
    _english_first(header, fields)
    taken = {field for field in fields if field}
    if "title" not in taken and "original_title" in taken:
        fields[fields.index("original_title")] = "title"
    for at, field in enumerate(fields):
        if field is None and known_column(header[at]) is None:
            guess = guessed(columns[at], taken)
            if guess:
                fields[at] = guess
                taken.add(guess)
    return ColumnMapping(tuple(zip(names, fields, strict=True))), tuple(disbelieved)


def known_fields(header: Sequence[str]) -> list[str | None]:
    """What the columns hold by their names alone; "" for columns that are known and none of ours."""
    found = [known_column(name) for name in header]
    return [known[0] if known else None for known in found]


def _by_name(header: Sequence[str]) -> list[str | None]:
    known = [known_column(name) for name in header]
    folded = frozenset(fold(name) for name in header)
    if is_submitters(folded):
        known = [
            None if one and one[1] == WEAK and fold(name) in {"country", "name"} else one
            for one, name in zip(known, header, strict=True)
        ]
    if "const" in folded or "letterboxd uri" in folded or {"position", "name", "url"} <= folded:
        # What IMDb and Letterboxd call a description is a note of whoever made the list.
        known = [
            None if fold(name) in {"description", "tags"} else one
            for one, name in zip(known, header, strict=True)
        ]
    best: dict[str, int] = {}
    for one in known:
        if one and one[0]:
            best[one[0]] = min(best.get(one[0], WEAK), one[1])
    fields = [one[0] if one and _is_best(one, best) else None for one in known]
    _longest_synopsis(header, fields)
    return [
        field if field in LISTS or field == "title" or field not in fields[:at] else None
        for at, field in enumerate(fields)
    ]


def _is_best(known: tuple[str, int], best: Mapping[str, int]) -> bool:
    field, rank = known
    # Another column of titles may be the original one, unless its name may mean anything.
    return bool(field) and (rank == best[field] or (field == "title" and rank != WEAK))


def _longest_synopsis(header: Sequence[str], fields: list[str | None]) -> None:
    """Of a short and a long synopsis the long one is taken."""
    several = [at for at, field in enumerate(fields) if field == "synopsis"]
    long = [at for at in several if re.search(r"\b(?:long|lang|full|complete)", fold(header[at]))]
    for at in several:
        if long and at != long[0]:
            fields[at] = None


def _english_first(header: Sequence[str], fields: list[str | None]) -> None:
    """Of several columns of titles one is the title: the English one, else the first; another is the original."""
    titles = [at for at, field in enumerate(fields) if field == "title"]
    if len(titles) < 2:
        return
    surest = min(titles, key=lambda at: (known_column(header[at]) or ("", WEAK))[1])
    chosen = next((at for at in titles if _ENGLISH.search(fold(header[at]))), surest)
    for at in titles:
        if at != chosen:
            fields[at] = "original_title" if "original_title" not in fields else None
