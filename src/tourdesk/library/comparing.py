"""What a read film would change in the library: nothing known, the same, or these differences."""

from dataclasses import dataclass, fields, replace

from tourdesk.library.films import Film, Version

Value = str | int | None | tuple[str, ...] | tuple[Version, ...]

COMPARED = tuple(f.name for f in fields(Film) if f.name not in {"id"})


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
    differences = tuple(
        Difference(name, getattr(known, name), getattr(read, name))
        for name in COMPARED
        if not _says_nothing(name, getattr(read, name))
        and not _same(getattr(known, name), getattr(read, name))
    )
    return Comparison(read, known, differences)


def merged(comparison: Comparison, take: frozenset[str] | None = None) -> Film:
    """The known film with the read values of the fields in `take` (None: of all differences).

    A new film is taken as it was read. Versions are taken by name: a read run-time replaces the run-time of the
    version of that name, and other versions stay.
    """
    known = comparison.known
    if known is None:
        return comparison.read
    changes: dict[str, Value] = {}
    for difference in comparison.differences:
        if take is not None and difference.field not in take:
            continue
        if difference.field == "versions":
            changes["versions"] = _merged_versions(known.versions, comparison.read.versions)
        else:
            changes[difference.field] = difference.read
    return replace(known, **changes)  # type: ignore[arg-type]  # each value came from the field of that name


def _says_nothing(name: str, value: Value) -> bool:
    if name == "versions":
        return all(version.seconds is None for version in value if isinstance(version, Version))
    return value in (None, "", ())


def _same(known: Value, read: Value) -> bool:
    if isinstance(known, tuple) and known and isinstance(known[0], Version):
        said = {version.name: version for version in known if isinstance(version, Version)}
        return all(
            version.name in said
            and (said[version.name].seconds, said[version.name].approximate)
            == (version.seconds, version.approximate)
            for version in (read if isinstance(read, tuple) else ())
            if isinstance(version, Version) and version.seconds is not None
        )
    return known == read


def _merged_versions(known: tuple[Version, ...], read: tuple[Version, ...]) -> tuple[Version, ...]:
    taken = {version.name: version for version in read if version.seconds is not None}
    kept = tuple(
        replace(version, seconds=taken[version.name].seconds, approximate=taken[version.name].approximate)
        if version.name in taken
        else version
        for version in known
    )
    names = {version.name for version in known}
    return kept + tuple(version for version in taken.values() if version.name not in names)
