"""How films are written on the command line."""

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.library.films import Showing, Source, Version
from tourdesk.library.licences import Licence


def length(seconds: int | None, *, approximate: bool) -> str:
    """A run-time: `53:00`, `≈ 53:00` when only minutes are known, `?` when nothing is."""
    if seconds is None:
        return "?"
    return ("≈ " if approximate else "") + clock_text(seconds)


def by(names: tuple[str, ...]) -> str:
    """The directors behind a title."""
    return f" ({', '.join(names)})" if names else ""


def shown(value: object) -> str:
    """The value of a film's field."""
    if isinstance(value, tuple):
        return ", ".join(map(_entry, value)) or _("nothing")
    return _("nothing") if value is None else str(value)


def _entry(entry: object) -> str:
    match entry:
        case Version():
            said = length(entry.seconds, approximate=entry.approximate)
            copies = "; ".join(f"{copy.medium} {copy.format}".strip() or _("copy") for copy in entry.copies)
            return f"{said} ({copies})" if copies else said
        case Showing():
            return f"{entry.town} {entry.night}" if entry.night else entry.town
        case Licence():
            return " – ".join(str(day) if day else "…" for day in (entry.first, entry.last))
        case Source():
            return f"{entry.name} {length(entry.seconds, approximate=entry.approximate)}"
    return str(entry)
