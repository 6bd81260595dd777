"""The check of a page while it is under way: what was read, what is known, and what was decided. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from tourdesk.foundation.language import _, later
from tourdesk.gui.films.edit.fields import BY_NAME, FIELDS, shown
from tourdesk.library.comparing import COMPARED, Comparison, Value, merged, own_words
from tourdesk.library.films import Film, Version
from tourdesk.library.from_reading import doubtful_fields, film_field, kept_unless_taken
from tourdesk.library.intake.readings import Evidence, FilmReading, PageReading

CHECKED = tuple(field.name for field in FIELDS if field.name in COMPARED)
"""The fields of `Film` that a page or a listing can tell, in the order in which they are checked."""

SELDOM = frozenset(
    {"advisories", "ratings", "identifiers", "trailer", "showings", "licences", "sources", "notes"}
)
"""Those that only some listings tell: a film of which nothing is known there does not show them."""


class State(Enum):
    """How far a film of the page is; the value is the word on the strip."""

    NEW = later("new")
    CHANGED = later("changed")
    SAME = later("already known")
    DOUBTFUL = later("please check")
    READY = later("ready")
    SKIPPED = later("skipped")


class Choice(Enum):
    """Which value of a field is saved."""

    TAKE = "as read"
    KEEP = "as known"
    TYPED = "as typed"


@dataclass
class FilmDraft:
    """One film of the page: its reading, what the library knows, and what somebody decided so far."""

    reading: FilmReading
    comparison: Comparison
    stills: tuple[Path, ...] = ()
    """The files of stills beside a listing that the library does not have yet."""
    leaves_stills: bool = False
    typed: dict[str, Value] = field(default_factory=dict)
    from_page: dict[str, Evidence] = field(default_factory=dict)
    """Where values come from that somebody chose in the page."""
    kept: set[str] = field(default_factory=set)
    proposed: frozenset[str] = field(init=False)
    """What was kept before anybody decided."""
    _own: frozenset[str] = field(init=False)
    confirmed: set[str] = field(default_factory=set)
    accepted: bool = False
    skipped: bool = False

    def __post_init__(self) -> None:
        self._propose()

    def _propose(self) -> None:
        self._own = own_words(self.comparison)
        self.proposed = kept_unless_taken(self.reading, self.comparison)
        self.kept = set(self.proposed)

    @property
    def words_kept(self) -> tuple[str, ...]:
        """The fields whose known words stay as long as nobody has decided about them."""
        waiting = self._own & self.kept - self.confirmed
        return tuple(name for name in CHECKED if name in waiting)

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields that are read otherwise than they are known."""
        return tuple(difference.field for difference in self.comparison.differences)

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The fields that still ask to be checked, in their order."""
        unsure = doubtful_fields(self.reading) - self.confirmed - set(self.typed)
        return tuple(name for name in CHECKED if name in unsure)

    @property
    def film(self) -> Film:
        """The film as it would be saved now."""
        taken = frozenset(self.differing) - self.kept
        film = merged(self.comparison, taken)
        if not self.typed:
            return film
        return replace(film, **self.typed)  # type: ignore[arg-type]  # each value came from the field of that name

    @property
    def state(self) -> State:
        """How far it is."""
        if self.skipped:
            return State.SKIPPED
        if self.accepted:
            return State.READY if self.changes else State.SAME
        if self.doubtful:
            return State.DOUBTFUL
        if self.comparison.known is None:
            return State.NEW
        return State.CHANGED if self.changes or self.words_kept else State.SAME

    @property
    def decided(self) -> bool:
        """Whether nothing is left to ask: what is known as it was read needs no decision."""
        return self.state in {State.READY, State.SKIPPED, State.SAME}

    @property
    def to_save(self) -> Film | None:
        """The film to be saved; None when it was skipped, or would not change anything."""
        return self.film if self.accepted and not self.skipped and self.changes else None

    @property
    def stills_taken(self) -> tuple[Path, ...]:
        """The files of the stills that the film gets."""
        return () if self.leaves_stills else self.stills

    @property
    def changes(self) -> bool:
        """Whether saving this film as it is now would change anything in the library."""
        return bool(self.stills_taken) or self.film != self.comparison.known

    def value(self, name: str) -> Value:
        """The value of a field as it would be saved now."""
        value: Value = getattr(self.film, name)
        return value

    def known(self, name: str) -> Value:
        """The value that the library has."""
        value: Value = getattr(self.comparison.known, name) if self.comparison.known else None
        return value

    def choice(self, name: str) -> Choice | None:
        """Which value of a differing or typed field is saved; None when there is nothing to choose."""
        if name in self.typed:
            return Choice.TYPED
        if name not in self.differing:
            return None
        return Choice.KEEP if name in self.kept else Choice.TAKE

    def keep(self, name: str) -> None:
        """Save what is known."""
        self._choose(name)
        self.kept.add(name)

    def take(self, name: str) -> None:
        """Save what was read."""
        self._choose(name)
        self.kept.discard(name)

    def take_words(self) -> None:
        """Save what was read in place of one's own words about which nobody has decided."""
        for name in self.words_kept:
            self.take(name)

    def type_in(self, name: str, value: Value, evidence: Evidence | None = None) -> None:
        """Save what somebody typed, or chose in the page at `evidence`."""
        if value == self.value(name):
            return
        self.typed[name] = value
        self.from_page.pop(name, None)
        if evidence is not None:
            self.from_page[name] = evidence
        self.accepted = self.skipped = False

    def take_back(self, name: str) -> None:
        """Forget what was typed in a field, or chosen for it in the page."""
        self.typed.pop(name, None)
        self.from_page.pop(name, None)

    def take_stills(self, *, take: bool) -> None:
        """Take the stills beside the listing, or leave them."""
        self.leaves_stills = not take
        self.accepted = self.skipped = False

    def confirm(self, name: str) -> None:
        """Somebody has looked at a doubtful field."""
        self.confirmed.add(name)

    def accept(self) -> None:
        """This film is as it should be."""
        self.accepted, self.skipped = True, False

    def skip(self) -> None:
        """This film is not to be saved."""
        self.accepted, self.skipped = False, True

    def reopen(self) -> None:
        """Decide on this film again."""
        self.accepted = self.skipped = False

    @property
    def as_read(self) -> Film:
        """The film as it was read and typed, whatever the library knows of it."""
        return replace(self.comparison.read, **self.typed)  # type: ignore[arg-type]  # values of those fields

    def known_as(self, comparison: Comparison) -> bool:
        """The title was corrected; whether another film of the library (or none) is meant now."""
        before, now = self.comparison.known, comparison.known
        if (before and before.id) == (now and now.id):
            return False
        self.comparison = comparison
        self._propose()
        return True

    def evidence(self, name: str) -> tuple[Evidence, ...]:
        """Where the value of a field stands in the page."""
        if name in self.from_page:
            return (self.from_page[name],)
        if name in self.typed:
            return ()
        return tuple(
            evidence
            for evidence in self.reading.evidence
            if film_field(evidence.field) == name and evidence.end > evidence.start
        )

    def how(self, name: str) -> str:
        """Where the value of a field came from, in words."""
        if name in self.from_page:
            return self.from_page[name].how
        if name in self.typed:
            return _("typed by you")
        told = [e.how for e in self.reading.evidence if film_field(e.field) == name and e.how]
        if told:
            return "; ".join(dict.fromkeys(told))
        # What is taken as it was read is said beside what is known.
        kept = self.comparison.known is not None and self.choice(name) is not Choice.TAKE
        return _("in the library") if kept and not self.is_empty(name) else ""

    def is_empty(self, name: str) -> bool:
        """Whether nothing is known of a field."""
        return shown(BY_NAME[name], self.value(name)) in {"", "–"}

    def _choose(self, name: str) -> None:
        self.take_back(name)
        self.confirmed.add(name)
        self.accepted = self.skipped = False


def drafts_of(
    page: PageReading, comparisons: Iterable[Comparison], stills: Iterable[tuple[Path, ...]]
) -> list[FilmDraft]:
    """The films of a page with their new stills, nothing decided yet."""
    return [
        FilmDraft(reading, comparison, files)
        for reading, comparison, files in zip(page.films, comparisons, stills, strict=True)
    ]


def empty_draft() -> FilmDraft:
    """A film that the reader has missed, to be filled by hand."""
    return FilmDraft(FilmReading(""), Comparison(Film("", versions=(Version(),)), None, ()))
