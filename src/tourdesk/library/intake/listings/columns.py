"""Which column of a listing holds what: by its name, exactness first, then by what its cells hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tourdesk.foundation.language import _
from tourdesk.library.intake.listings.contents import guessed, is_times_of_day, may_be_titles, mostly_readable
from tourdesk.library.intake.listings.entries import LISTS
from tourdesk.library.intake.listings.known_columns import WEAK, is_submitters, known_column
from tourdesk.library.intake.listings.mapping import ColumnMapping
from tourdesk.library.intake.listings.words import cleaned, in_one_line
from tourdesk.library.intake.vocabulary.folding import fold

_ENGLISH = re.compile(r"\b(?:engl|angl|ingl|angiel|internat)|(?:[ _(\[-]|\b)en(?:g)?\b")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are taken for, and how sure that is.

    `disbelieved` are columns whose cells do not say what their names say; `guessed` those that were understood by
    their cells, or by a name that may mean other things; `unknown` those with cells under a name that says nothing.
    """

    mapping: ColumnMapping
    disbelieved: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether a person should say what the columns hold."""
        return bool(self.disbelieved or self.unknown) or "title" not in {
            field for _name, field in self.mapping.columns
        }


def unique_names(header: Sequence[str]) -> tuple[str, ...]:
    """The names of a header row, none of them twice; columns without a name get their number."""
    out: list[str] = []
    used: set[str] = set()
    for number, words in enumerate(header, 1):
        name = base = in_one_line(cleaned(words)) or _("Column {number}", number=number)
        count = 1
        while fold(name) in used:
            count += 1
            name = f"{base} ({count})"
        used.add(fold(name))
        out.append(name)
    return tuple(out)


def columns_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """What the columns hold, as far as their names and the cells of some of the rows under them say."""
    names = unique_names(header)
    known = [known_column(name) for name in header]
    cells = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(names))]
    fields = _by_name(header)
    disbelieved = _disbelieve(names, known, fields, cells)
    _english_first(header, fields)
    taken = {field for field in fields if field}
    if "title" not in taken and "original_title" in taken:
        fields[fields.index("original_title")] = "title"
        taken.add("title")
    guessed_at = _guess(known, fields, cells, taken)
    weak = [at for at, one in enumerate(known) if one and one[1] == WEAK and fields[at]]
    return Columns(
        ColumnMapping(tuple(zip(names, fields, strict=True))),
        disbelieved,
        tuple(names[at] for at in sorted({*guessed_at, *weak})),
        tuple(name for at, name in enumerate(names) if known[at] is None and cells[at]),
    )


def _disbelieve(
    names: Sequence[str],
    known: Sequence[tuple[str, int] | None],
    fields: list[str | None],
    cells: Sequence[Sequence[str]],
) -> tuple[str, ...]:
    """Takes the fields from columns whose cells do not say what their names say; the names of those to be told."""
    disbelieved = []
    for at, field in enumerate(fields):
        one = known[at]
        if not field or one is None:
            continue
        if one[1] and not mostly_readable(field, names[at], cells[at]):
            fields[at] = None
            disbelieved.append(names[at])
        elif field == "runtime" and one[1] == WEAK and is_times_of_day(cells[at]):
            fields[at] = None
    return tuple(disbelieved)


def _guess(
    known: Sequence[tuple[str, int] | None],
    fields: list[str | None],
    cells: Sequence[Sequence[str]],
    taken: set[str],
) -> list[int]:
    """Gives fields to columns of unknown names by their cells, the title last; returns which."""
    given = []
    for at, field in enumerate(fields):
        guess = guessed(cells[at], taken) if field is None and known[at] is None else None
        if guess:
            fields[at] = guess
            taken.add(guess)
            given.append(at)
    if "title" not in taken:
        titles = [at for at, field in enumerate(fields) if field is None and may_be_titles(cells[at])]
        if titles:
            fields[titles[0]] = "title"
            given.append(titles[0])
    return given


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
