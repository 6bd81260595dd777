"""What a read film would change in the library: nothing known, the same, or these differences."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.licences import Licence

COMPARED = (
    "title",
    "original_title",
    "year",
    "directors",
    "producers",
    "countries",
    "languages",
    "section",
    "tags",
    "advisories",
    "ratings",
    "identifiers",
    "logline",
    "synopsis",
    "trailer",
    "notes",
    "versions",
    "showings",
    "licences",
    "sources",
)
"""The fields of a film that a page or a listing may say; where it was read from is not one of them."""

ADDED = frozenset({"versions", "showings", "licences", "sources"})
"""Those of which what is read is put beside what is known: nothing known goes because a listing does not have it."""

_TITLES = frozenset({"title", "original_title"})

_WORDS = frozenset({"title", "original_title", "logline", "synopsis", "notes"})
"""Those that somebody may have written or corrected by hand."""

Entries = (
    tuple[str, ...]
    | tuple[Version, ...]
    | tuple[Copy, ...]
    | tuple[Source, ...]
    | tuple[Showing, ...]
    | tuple[Licence, ...]
)
Value = str | int | None | Entries


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is read otherwise than it is known."""

    field: str
    known: Value
    read: Value


@dataclass(frozen=True, slots=True)
class Comparison:
    """A read film beside the known one; `known` is None for a new film."""

    read: Film
    known: Film | None
    differences: tuple[Difference, ...]


def compare(read: Film, known: Film | None) -> Comparison:
    """The read film beside the known one; what the page does not say is no difference."""
    if known is None:
        return Comparison(read, None, ())
    differences = [
        Difference(name, getattr(known, name), getattr(read, name))
        for name in COMPARED
        if name not in ADDED and _differ(name, getattr(known, name), getattr(read, name))
    ]
    if any(_says_otherwise(version, known.versions) for version in read.versions):
        differences.append(Difference("versions", known.versions, read.versions))
    showings = _merged_showings(known.showings, read.showings)
    if showings != known.showings:
        differences.append(Difference("showings", known.showings, showings))
    licences = _merged_licences(known.licences, read.licences)
    if licences != known.licences:
        differences.append(Difference("licences", known.licences, licences))
    # What the read run-time says already is told of that one, or not at all when it is no other.
    said = {(version.seconds, version.approximate) for version in read.versions}
    others = tuple(source for source in read.sources if (source.seconds, source.approximate) not in said)
    sources = _merged_sources(known.sources, others)
    if sources != known.sources:
        differences.append(Difference("sources", known.sources, sources))
    return Comparison(read, known, tuple(differences))


def own_words(comparison: Comparison) -> frozenset[str]:
    """The differing fields whose known words would be lost if what was read took their place.

    A text that was read and holds the known one whole loses nothing; of a title, more words are another title.
    """
    return frozenset(
        difference.field
        for difference in comparison.differences
        if difference.field in _WORDS and difference.known and not _holds(difference)
    )


def _holds(difference: Difference) -> bool:
    return difference.field not in _TITLES and _entry(difference.known) in _entry(difference.read)


def merged(comparison: Comparison, take: frozenset[str] | None = None) -> Film:
    """The known film with the read values of the fields in `take` (None: of all differences).

    A new film is taken as it was read. A read run-time replaces that of the version of the same name, read copies,
    showings and licences stand beside the known ones; nothing else goes. What each source says of the run-time is kept beside, when
    it differs.
    """
    known = comparison.known
    if known is None:
        return comparison.read
    changes: dict[str, Any] = {
        difference.field: difference.read
        for difference in comparison.differences
        if take is None or difference.field in take
    }
    if "versions" in changes:
        changes["versions"] = _merged_versions(known.versions, comparison.read.versions)
    if any(_run_time_differs(version, known.versions) for version in comparison.read.versions):
        # Also when the known run-time is kept: that another source says otherwise is worth knowing.
        changes["sources"] = _merged_sources(known.sources, comparison.read.sources)
    return replace(known, **changes)


def _differ(name: str, known: Value, read: Value) -> bool:
    """Whether a page says something else.

    Entries of a list may stand in another order, they and a section in other capitals, and texts in other lines.
    """
    if not read:
        return False
    if isinstance(known, str) and isinstance(read, str):
        # A section is one of few names; half of all listings shout.
        return _entry(known) != _entry(read) if name == "section" else known.split() != read.split()
    if isinstance(known, tuple) and isinstance(read, tuple):
        return sorted(map(_entry, known)) != sorted(map(_entry, read))
    return known != read


def _entry(entry: object) -> str:
    return " ".join(str(entry).casefold().split())


def _says_otherwise(read: Version, known: tuple[Version, ...]) -> bool:
    copies = _copies_of(read.name, known)
    return _run_time_differs(read, known) or _merged_copies(copies, read.copies) != copies


def _copies_of(name: str, versions: tuple[Version, ...]) -> tuple[Copy, ...]:
    return next((version.copies for version in versions if version.name == name), ())


def _run_time_differs(read: Version, known: tuple[Version, ...]) -> bool:
    if read.seconds is None:
        return False
    named = [version for version in known if version.name == read.name]
    if not named or named[0].seconds is None:
        return True
    if read.approximate:
        # Whole minutes say nothing against seconds that round to them, up or down.
        return abs(named[0].seconds - read.seconds) >= 60
    return named[0].seconds != read.seconds or named[0].approximate


def _merged_versions(known: tuple[Version, ...], read: tuple[Version, ...]) -> tuple[Version, ...]:
    said = {version.name: version for version in read if version.seconds is not None or version.copies}
    kept = tuple(
        _merged_version(version, said[version.name]) if version.name in said else version for version in known
    )
    names = {version.name for version in known}
    return kept + tuple(version for name, version in said.items() if name not in names)


def _merged_version(known: Version, read: Version) -> Version:
    copies = _merged_copies(known.copies, read.copies)
    if not _run_time_differs(read, (known,)):
        return replace(known, copies=copies)
    return replace(known, seconds=read.seconds, approximate=read.approximate, copies=copies)


def _merged_copies(known: tuple[Copy, ...], read: tuple[Copy, ...]) -> tuple[Copy, ...]:
    """The known copies, a copy of the same checksum or UUID as it is read now, and behind them those that are new."""
    places = {copy.identity: place for place, copy in enumerate(known) if copy.identity}
    copies = list(known)
    there = {replace(copy, id=None) for copy in known}
    for copy in read:
        place = places.get(copy.identity)
        if place is not None:
            copies[place] = replace(copy, id=known[place].id)
        elif copy not in there:
            copies.append(copy)
    return tuple(copies)


def _merged_showings(known: tuple[Showing, ...], read: tuple[Showing, ...]) -> tuple[Showing, ...]:
    """The known showings, one of the same town and night with the note that is read now, and behind them the new ones."""
    places = {_when_and_where(showing): place for place, showing in enumerate(known)}
    showings = list(known)
    for showing in read:
        place = places.get(_when_and_where(showing))
        if place is None:
            showings.append(showing)
        elif showing.note:
            showings[place] = replace(known[place], note=showing.note)
    return tuple(showings)


def _when_and_where(showing: Showing) -> tuple[str, date | None]:
    return _entry(showing.town), showing.night


def _merged_licences(known: tuple[Licence, ...], read: tuple[Licence, ...]) -> tuple[Licence, ...]:
    """The known licences, and behind them those that are new: terms that differ in anything are others."""
    there = {replace(one, id=None) for one in known}
    return (*known, *(one for one in dict.fromkeys(read) if one not in there))


def _merged_sources(known: tuple[Source, ...], read: tuple[Source, ...]) -> tuple[Source, ...]:
    said = {source.name: source for source in (*known, *read)}
    return tuple(said.values())
