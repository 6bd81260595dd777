"""What the columns of a listing hold, as people have said it, and under which key that is remembered."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tourdesk.library.intake.listings.entries import FIELDS, LISTS
from tourdesk.library.intake.listings.words import cleaned
from tourdesk.library.intake.vocabulary.folding import fold


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

    def has(self, name: str) -> bool:
        """Whether there is a column of this name, however it is written."""
        return fold(name) in {fold(known) for known, _field in self.columns}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(name for name, _field in self.columns)

    def with_field(self, name: str, field: str | None) -> "ColumnMapping":
        """The same with another field for one column; a field that holds one value leaves the column that had it."""
        taken = field is not None and field not in LISTS
        return ColumnMapping(
            tuple(
                (other, field if other == name else None if taken and had == field else had)
                for other, had in self.columns
            )
        )

    def as_json(self) -> list[list[str | None]]:
        """As it is kept: a pair for each column."""
        return [[name, field] for name, field in self.columns]

    @classmethod
    def from_json(cls, kept: Iterable[Sequence[str | None]]) -> "ColumnMapping":
        """As it was kept. Raises ValueError for a field that this version does not know."""
        columns = tuple((str(name), field) for name, field in kept)
        if unknown := [field for _name, field in columns if field is not None and field not in FIELDS]:
            raise ValueError(unknown)
        return cls(columns)


@dataclass(frozen=True, slots=True)
class SaidOfColumns:
    """What people have said of columns: mappings kept by `header_key`, and fields said for this listing by name."""

    remembered: Mapping[str, ColumnMapping] = dataclasses.field(default_factory=dict)
    now: Mapping[str, str | None] = dataclasses.field(default_factory=dict)


def header_key(names: Sequence[str]) -> str:
    """Under which key a header is remembered; case, accents and spacing make no difference."""
    return "\t".join(fold(cleaned(name)) for name in names).rstrip("\t")
