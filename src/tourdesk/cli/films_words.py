"""How films are written on the command line."""

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.library.films import Version


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
        parts = [
            length(one.seconds, approximate=one.approximate) if isinstance(one, Version) else str(one)
            for one in value
        ]
        return ", ".join(parts) or _("nothing")
    return _("nothing") if value is None else str(value)
