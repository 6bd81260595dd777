"""One fact about a film, and all that one line tells."""

from dataclasses import dataclass, field

from tourdesk.library.intake.items import Item
from tourdesk.library.intake.runtimes import Runtime

PEOPLE = frozenset({"directors", "producers"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: `field` as in FilmReading, the span of its words, its value where it has one, and how it was understood."""

    field: str
    start: int
    end: int
    value: object
    how: str
    labelled: bool
    sure: bool = True


@dataclass(slots=True)
class LineFacts:
    """What a line says: facts, the words before the first of them, and the stretches of running text after."""

    facts: list[Fact] = field(default_factory=list)
    lead: tuple[int, int] | None = None
    lead_kind: str = ""
    lead_tight: bool = False
    bracketed: bool = False
    prose: list[tuple[int, int]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    weight: float = 0.0
    total: Runtime | None = None
    other: bool = False
    numbers: list[Item] = field(default_factory=list)
    # Whether the line is all that the page says of the film.
    complete: bool = False

    @property
    def fields(self) -> set[str]:
        return {fact.field for fact in self.facts}
