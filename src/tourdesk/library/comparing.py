"""What a read film would change in the library: nothing known, the same, or these differences."""

from dataclasses import dataclass, replace
from typing import Any

from tourdesk.library.films import Copy, Film, Showing, Source, Version

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
    "versions",
)
"""The fields of a film that a page or a listing may say; where it was read from is not one of them."""

Entries = tuple[str, ...] | tuple[Version, ...] | tuple[Copy, ...] | tuple[Source, ...] | tuple[Showing, ...]
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
        if name != "versions" and _differ(getattr(known, name), getattr(read, name))
    ]
    if any(_says_otherwise(version, known.versions) for version in read.versions):
        differences.append(Difference("versions", known.versions, read.versions))
    return Comparison(read, known, tuple(differences))


def merged(comparison: Comparison, take: frozenset[str] | None = None) -> Film:
    """The known film with the read values of the fields in `take` (None: of all differences).

    A new film is taken as it was read. A read run-time replaces that of the version of the same
    name; other versions stay. What each source says of the run-time is kept beside, when it differs.
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
    if any(difference.field == "versions" for difference in comparison.differences):
        # Also when the known run-time is kept: that another source says otherwise is worth knowing.
        changes["sources"] = _merged_sources(known.sources, comparison.read.sources)
    return replace(known, **changes)


def _differ(known: Value, read: Value) -> bool:
    """Whether a page says something else; the entries of a list may stand in another order and in other capitals."""
    if not read:
        return False
    if isinstance(known, tuple) and isinstance(read, tuple):
        return sorted(map(_entry, known)) != sorted(map(_entry, read))
    return known != read


def _entry(entry: object) -> str:
    return " ".join(str(entry).casefold().split())


def _says_otherwise(read: Version, known: tuple[Version, ...]) -> bool:
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
    said = {version.name: version for version in read if version.seconds is not None}
    kept = tuple(
        replace(version, seconds=said[version.name].seconds, approximate=said[version.name].approximate)
        if version.name in said
        else version
        for version in known
    )
    names = {version.name for version in known}
    return kept + tuple(version for name, version in said.items() if name not in names)


def _merged_sources(known: tuple[Source, ...], read: tuple[Source, ...]) -> tuple[Source, ...]:
    said = {source.name: source for source in (*known, *read)}
    return tuple(said.values())
