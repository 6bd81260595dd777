"""How a film's values are written on the screen: run-times, countries, languages, the line of facts."""

from tourdesk.foundation.codes import country_name, language_name
from tourdesk.foundation.durations import clock_text, minutes_text
from tourdesk.foundation.language import _
from tourdesk.library.film_row import FilmRow

UNKNOWN = "–"
APPROXIMATE = "≈"


def listed(names: tuple[str, ...]) -> str:
    """Names in one line; a name that holds a comma itself is told apart by semicolons."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def countries_text(codes: tuple[str, ...]) -> str:
    """Countries by name, in one line."""
    return listed(tuple(country_name(code) for code in codes))


def languages_text(codes: tuple[str, ...]) -> str:
    """Languages by name, in one line."""
    return listed(tuple(language_name(code) or code for code in codes))


def run_time_text(seconds: int | None, approximate: bool) -> str:  # noqa: FBT001 - the two belong together
    """A run-time as the lists show it: `53:00`, `≈ 53:00` when only minutes are known, `–` when nothing is."""
    if seconds is None:
        return UNKNOWN
    return f"{APPROXIMATE} {clock_text(seconds)}" if approximate else clock_text(seconds)


def run_time_spoken(seconds: int | None, approximate: bool) -> str:  # noqa: FBT001 - the two belong together
    """A run-time in words, for tooltips and screen readers."""
    if seconds is None:
        return _("Nobody has said yet how long this film is")
    if approximate:
        return _("About {minutes}: the seconds are not known", minutes=minutes_text(seconds))
    return _("{length}, end credits included", length=clock_text(seconds))


def row_spoken(row: FilmRow) -> str:
    """A line of the list in words, for screen readers."""
    parts = (
        row.title,
        _("by {people}", people=listed(row.directors)) if row.directors else "",
        str(row.year) if row.year else "",
        run_time_spoken(row.seconds, row.approximate),
    )
    return ", ".join(part for part in parts if part)
