"""What the tests of the window share: settings of their own, a night with a programme, the context over a database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import Scheme, install
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.touring.night import Hall, Screening, Tour, Venue


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> QSettings:
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    install(qapp, made).choose(Scheme.LIGHT)
    return made


@pytest.fixture
def context(qtbot: QtBot, desks: Desks, settings: QSettings) -> Iterator[Context]:
    tasks = Tasks()
    made = Context(desks, tasks, settings)
    yield made
    tasks.stop_all()
    qtbot.waitUntil(lambda: tasks.running == 0)
    made.close()


@pytest.fixture
def night(desks: Desks) -> Screening:
    """Leura, 18 May 2027, 19:00 to 21:45, with a programme of a welcome and two films."""
    films = [
        Film(title, synopsis="A film. " * 60, versions=(Version(seconds=1200),))
        for title in ("Balance", "Rebound")
    ]
    ids = desks.library.save(films).ids
    programme = desks.programming.save(
        Programme(
            "The evening",
            (
                Item("welcome", ItemKind.WELCOME, "Welcome", 300),
                *(desks.programming.film_item(film_id) for film_id in ids),
            ),
        )
    )
    tour = desks.touring.save_tour(Tour("Trails 2027"))
    venue, (hall,) = desks.touring.save_venue(
        Venue("Assembly Rooms", "Leura", "Australia/Sydney", "AU"), (Hall("Great Hall"),)
    )
    times = SlotTimes(
        access=time(17), doors=time(18, 30), start=time(19), curfew=time(21, 45), get_out_minutes=15
    )
    slot = slot_on(date(2027, 5, 18), venue.zone, times)
    return desks.touring.save_screening(
        Screening(tour, "Leura", "Runners", venue, hall, slot.night, slot, programme_id=programme.id)
    )


@pytest.fixture
def next_night(desks: Desks, night: Screening) -> Screening:
    """The night after, without a programme."""
    day = timedelta(days=1)
    slot = replace(
        night.slot,
        **{name: getattr(night.slot, name) + day for name in ("access", "doors", "start", "curfew")},
    )
    return desks.touring.save_screening(
        replace(night, id=None, programme_id=None, slot=slot, night=slot.night)
    )
