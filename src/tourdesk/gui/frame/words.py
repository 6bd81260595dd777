"""How the frame names nights, in the locale's way."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from tourdesk.foundation.durations import minutes_text
from tourdesk.touring.night import Screening


def clock(at: datetime) -> str:
    """A clock time as the locale writes it, without seconds."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def night_text(screening: Screening) -> str:
    """`Leura · Tue 18 May 2027 · 19:00`, in the venue's time."""
    start = screening.slot.local(screening.slot.start)
    pattern = QCoreApplication.translate("night", "ddd d MMM yyyy")
    day = QLocale().toString(QDate(start.year, start.month, start.day), pattern)
    return f"{screening.town} · {day} · {clock(start)}"


def place_text(screening: Screening) -> str:
    """`Currawong Assembly Rooms, Great Hall`."""
    return ", ".join(part for part in (screening.venue.name, screening.hall.name) if part)


def slot_text(screening: Screening) -> str:
    """`doors 18:30, curfew 21:45, 150 min to play`."""
    slot = screening.slot
    return QCoreApplication.translate("night", "doors {doors}, curfew {curfew}, {length} to play").format(
        doors=clock(slot.local(slot.doors)),
        curfew=clock(slot.local(slot.curfew)),
        length=minutes_text(slot.seconds),
    )
