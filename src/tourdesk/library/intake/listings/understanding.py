"""One entry of a listing as a film: what each of its cells says, and what of it cannot be read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tourdesk.foundation.language import _, later, quoted
from tourdesk.library.intake.listings.entries import Cell, Entry, OfFilm
from tourdesk.library.intake.listings.film_json import LONGEST_SECONDS
from tourdesk.library.intake.listings.lengths import Length, LengthStyle, is_nought, length_of
from tourdesk.library.intake.listings.licence_cells import FIELDS as LICENCE_FIELDS
from tourdesk.library.intake.listings.licence_cells import licence_of
from tourdesk.library.intake.listings.listed import ListedFilm
from tourdesk.library.intake.listings.values import (
    Understood,
    advisories_of,
    country_codes_of,
    identifiers_of,
    language_tags_of,
    people_of,
    producers_of,
    ratings_of,
    tags_of,
    year_of,
)
from tourdesk.library.intake.listings.words import in_one_line, paragraphs, says_nothing
from tourdesk.library.intake.readings import Evidence
from tourdesk.library.intake.runtimes import LONGEST
from tourdesk.library.intake.vocabulary.folding import fold

_READERS: dict[str, tuple[Callable[[str], Understood], str]] = {
    "directors": (people_of, later("the director {words} is not known; it was left out.")),
    "producers": (producers_of, later("the producer {words} is not known; it was left out.")),
    "languages": (language_tags_of, later("the language {words} is not known; it was left out.")),
    "countries": (country_codes_of, later("the country {words} is not known; it was left out.")),
    "tags": (tags_of, later("the tag {words} is too long for one; it was left out.")),
    "advisories": (advisories_of, later("the advisory {words} is too long for one; it was left out.")),
    "ratings": (ratings_of, later("the rating {words} needs its country, like “AU: PG”; it was left out.")),
    "identifiers": (
        identifiers_of,
        later("{words} is no ISAN, EIDR or IMDb identifier, or was mistyped; it was left out."),
    ),
}
# Kept as they are where a listing keeps the entries of a list apart itself.
_AS_WRITTEN = frozenset({"directors", "producers", "tags", "advisories"})
# What our own program writes; rarer languages have codes that no table here has a name for.
_CODE_SHAPES = {
    "languages": re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}"),
    "countries": re.compile(r"[A-Z]{2}"),
}
_LONGEST_TITLE = 300
_LONGEST_SECTION = 120
_DOUBTS = frozenset(
    "title original_title year runtime directors producers languages countries section tags logline synopsis".split()
)


@dataclass(slots=True)
class FilmDraft:
    """A film as far as it is understood; `used` are the cells that say something, with the fields they say."""

    title: str = ""
    original_title: str | None = None
    year: int | None = None
    length: Length | None = None
    approximate: bool | None = None
    section: str | None = None
    logline: str | None = None
    synopsis: str | None = None
    trailer: str | None = None
    source: str | None = None
    notes: str | None = None
    parts: OfFilm = field(default_factory=OfFilm)
    lists: dict[str, dict[str, None]] = field(default_factory=dict)
    doubtful: dict[str, None] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    used: dict[Cell, list[str]] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)

    def use(self, cell: Cell, name: str) -> None:
        """Note that the cell says the field."""
        self.used.setdefault(cell, []).append(name)
        if not cell.sure:
            self.doubtful[name] = None

    def reading(self, start: int, end: int) -> ListedFilm:
        """The film with its place in the text."""
        length = self.length
        return ListedFilm(
            title=self.title,
            original_title=self.original_title,
            year=self.year,
            runtime_seconds=length.seconds if length else None,
            runtime_approximate=self._approximate(),
            directors=tuple(self.lists.get("directors", ())),
            producers=tuple(self.lists.get("producers", ())),
            languages=tuple(self.lists.get("languages", ())),
            countries=tuple(self.lists.get("countries", ())),
            section=self.section,
            tags=tuple(self.lists.get("tags", ())),
            logline=self.logline,
            synopsis=self.synopsis,
            advisories=tuple(self.lists.get("advisories", ())),
            ratings=tuple(self.lists.get("ratings", ())),
            identifiers=tuple(self.lists.get("identifiers", ())),
            trailer=self.trailer,
            source=self.source,
            notes=self.notes,
            versions=self.parts.versions,
            sources=self.parts.sources,
            showings=self.parts.showings,
            licences=self.parts.licences,
            stills=self.parts.stills,
            doubtful=tuple(self.doubtful),
            evidence=tuple(self.evidence),
            start=start,
            end=end,
        )

    def _approximate(self) -> bool:
        if self.length is None:
            return False
        return self.length.approximate if self.approximate is None else self.approximate


def understand(entry: Entry, styles: dict[str, LengthStyle]) -> FilmDraft:
    """The film of an entry; without a title when the entry has none."""
    draft = FilmDraft(parts=entry.parts, problems=list(entry.problems))
    for cell in entry.cells:
        if cell.field in LICENCE_FIELDS:
            continue  # together, below
        if cell.field is not None and _says_something(cell, exact=entry.exact):
            _read(draft, cell, styles, exact=entry.exact)
    if not draft.title and draft.original_title:
        draft.title, draft.original_title = draft.original_title, None
    elif draft.original_title and fold(draft.original_title) == fold(draft.title) and not entry.exact:
        draft.original_title = None
    draft.doubtful |= dict.fromkeys(name for name in entry.doubtful if name in _DOUBTS)
    _read_licence(draft, entry)
    return draft


def _read_licence(draft: FilmDraft, entry: Entry) -> None:
    cells = {cell.field: cell for cell in reversed(entry.cells) if cell.field in LICENCE_FIELDS}
    said = {name: cell for name, cell in cells.items() if name and _says_something(cell, exact=entry.exact)}
    licence, problems = licence_of(said)
    draft.problems += problems
    if licence is not None:
        draft.parts = replace(draft.parts, licences=(*draft.parts.licences, licence))
        for cell in said.values():
            draft.use(cell, "licences")


def _says_something(cell: Cell, *, exact: bool) -> bool:
    if exact or isinstance(cell.words, tuple):
        return bool(cell.text.strip())
    if cell.field == "countries" and cell.words == "NA":
        return True
    return not says_nothing(cell.words, title=cell.field in {"title", "original_title"})


def _read(draft: FilmDraft, cell: Cell, styles: dict[str, LengthStyle], *, exact: bool) -> None:
    if cell.field in _READERS:
        _read_list(draft, cell, exact=exact)
    elif cell.field in {"runtime", "runtime_seconds"}:
        _read_length(
            draft, cell, LengthStyle() if exact else styles.get(cell.name, LengthStyle()), exact=exact
        )
    elif cell.field == "runtime_approximate":
        draft.approximate = fold(cell.text) in {"true", "1", "yes"}
    elif cell.field == "year":
        _read_year(draft, cell)
    else:
        _read_text(draft, cell, exact=exact)


def _read_text(draft: FilmDraft, cell: Cell, *, exact: bool) -> None:
    name = cell.field or ""
    if getattr(draft, name):
        return  # the first of several columns that say the same
    if exact:
        words = cell.text
    else:
        words = paragraphs(cell.text) if name in {"synopsis", "logline", "notes"} else in_one_line(cell.text)
    setattr(draft, name, words)
    draft.use(cell, name)
    if len(words) > {"title": _LONGEST_TITLE, "section": _LONGEST_SECTION}.get(name, len(words)):
        draft.doubtful[name] = None


def _read_year(draft: FilmDraft, cell: Cell) -> None:
    found = year_of(cell.text)
    if draft.year is not None:
        return
    if found is None:
        draft.problems.append(
            _("the year {words} cannot be read; it was left empty.", words=_shown(cell.text))
        )
        return
    draft.year, doubtful = found
    draft.use(cell, "year")
    if doubtful:
        draft.doubtful["year"] = None


def _read_length(draft: FilmDraft, cell: Cell, style: LengthStyle, *, exact: bool) -> None:
    words = cell.text.strip()
    if draft.length is not None or is_nought(words):
        return
    longest = LONGEST_SECONDS if exact else LONGEST
    if cell.field == "runtime_seconds":
        seconds = int(words) if re.fullmatch(r"[0-9]{1,6}", words) else 0
        length = Length(seconds) if 0 < seconds <= longest else None
    else:
        length = length_of(words, style, longest)
    if length is None:
        draft.problems.append(
            _("the run-time {words} cannot be read; it was left empty.", words=_shown(words))
        )
        return
    draft.length = length
    draft.use(cell, "runtime")
    if length.doubtful:
        draft.doubtful["runtime"] = None


def _read_list(draft: FilmDraft, cell: Cell, *, exact: bool) -> None:
    name = cell.field or ""
    reader, sentence = _READERS[name]
    if isinstance(cell.words, tuple):
        # The parts are kept apart already; only codes are still to be understood.
        parts = [part for part in cell.words if part.strip() and (exact or not says_nothing(part))]
        found = [_part(name, part, exact=exact) for part in parts]
        doubtful = any(one.doubtful for one in found)
    else:
        found = [reader(cell.words)]
        doubtful = found[0].doubtful
    values = draft.lists.setdefault(name, {})
    for one in found:
        values |= dict.fromkeys(one.values)
        draft.problems += [_(sentence, words=_shown(part)) for part in one.unknown]
    if any(one.values for one in found):
        draft.use(cell, name)
    if doubtful:
        draft.doubtful[name] = None


def _part(name: str, part: str, *, exact: bool) -> Understood:
    if name in _AS_WRITTEN:
        return Understood((part if exact else in_one_line(part),))
    shape = _CODE_SHAPES.get(name)
    if exact and shape is not None and shape.fullmatch(part):
        return Understood((part,))
    return _READERS[name][0](part)


def _shown(words: str) -> str:
    words = in_one_line(words)
    return quoted(f"{words[:60]}…") if len(words) > 61 else quoted(words)
