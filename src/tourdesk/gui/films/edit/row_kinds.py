"""The small tables of a film's form: copies of a version, where it was shown, what sources say of its run-time."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tourdesk.foundation.dates import day_figures
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later
from tourdesk.gui.films.edit.fields import run_time
from tourdesk.gui.films.edit.rows_editor import Column, RowKind
from tourdesk.gui.films.words import APPROXIMATE, run_time_text
from tourdesk.library.copies import MEDIA, identity
from tourdesk.library.films import Copy, Showing, Source
from tourdesk.library.records import COPY_WORDS

_NIGHTS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")
"""How a date may be typed; 2/3 is the second of March, as everywhere but in the United States."""


def _copy_shown(copy: Copy) -> dict[str, str]:
    words = {name: getattr(copy, name) for name in COPY_WORDS}
    return words | {"seconds": "" if copy.seconds is None else clock_text(copy.seconds)}


def _copy(words: dict[str, str], before: Copy | None) -> Copy:
    seconds, _about = run_time(words["seconds"])
    values: dict[str, Any] = {name: words[name] for name in COPY_WORDS}
    values["identity"] = identity(words["identity"])
    return replace(before or Copy(), seconds=seconds, **values)


COPIES = RowKind(
    (
        Column("medium", later("Medium"), 2, later("DCP"), MEDIA),
        Column("format", later("Format"), 2, "2K"),
        Column("seconds", later("Measured"), 2, "53:08"),
        Column("aspect", later("Aspect"), 2, "1.85", ("1.33", "1.66", "1.85", "2.39", "16:9", "4:3"), line=1),
        Column("audio", later("Audio"), 2, "5.1", ("mono", "stereo", "5.1", "7.1"), line=1),
        Column("subtitles", later("Subtitles"), 2, later("none"), line=1),
        Column("identity", later("Checksum or CPL UUID"), 3, line=2),
        Column("place", later("Where it is"), 3, line=2),
    ),
    later("Add a copy"),
    later("Remove this copy"),
    _copy_shown,
    _copy,
)


def _showing_shown(showing: Showing) -> dict[str, str]:
    return {
        "town": showing.town,
        "night": day_figures(showing.night) if showing.night else "",
        "note": showing.note,
    }


def _showing(words: dict[str, str], before: Showing | None) -> Showing:
    if not words["town"]:
        raise ProblemForUser(_("Where was it shown? Please type the town, or empty the row."))
    return replace(
        before or Showing(""), town=words["town"], night=night_typed(words["night"]), note=words["note"]
    )


def night_typed(words: str) -> date | None:
    """The date that is typed; None for nothing. Raises ProblemForUser when it is none."""
    if not words:
        return None
    for form in _NIGHTS:
        try:
            # A date alone, of no zone.
            return datetime.strptime(words, form).date()  # noqa: DTZ007 - see above
        except ValueError:
            continue
    raise ProblemForUser(_("“{text}” is no date; please type it like 2026-05-18.", text=words))


SHOWINGS = RowKind(
    (
        Column("town", later("Town"), 3),
        Column("night", later("Night"), 3, later("2026-05-18")),
        Column("note", later("Note"), 3),
    ),
    later("Add where it was shown"),
    later("Remove this showing"),
    _showing_shown,
    _showing,
)


def _source_shown(source: Source) -> dict[str, str]:
    return {"name": source.name, "seconds": run_time_text(source.seconds, source.approximate)}


def _source(words: dict[str, str], before: Source | None) -> Source:
    if not words["name"]:
        raise ProblemForUser(_("Who says so? Please type the source of the run-time, or empty the row."))
    seconds, approximate = run_time(words["seconds"])
    if seconds is None:
        raise ProblemForUser(
            _("“{name}” says nothing yet: please type its run-time, or empty the row.", name=words["name"])
        )
    # When it was read is known again by its name.
    return replace(before or Source("", 1), name=words["name"], seconds=seconds, approximate=approximate)


SOURCES = RowKind(
    (
        Column("name", later("Who says so"), 5),
        Column("seconds", later("Run-time"), 3, f"{APPROXIMATE} 53:00"),
    ),
    later("Add what a source says"),
    later("Remove this source"),
    _source_shown,
    _source,
)
