"""What the tests of the programme screen share: a night with a programme, and the screen over a real database."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import Scheme, install
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.touring.night import Hall, Screening, Tour, Venue

FILMS = {
    "The Hard Way": 20 * 60,
    "Balance": 5 * 60,
    "Rebound": 13 * 60,
    "Running The Roof": 53 * 60,
}


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def film_ids(desks: Desks) -> dict[str, int]:
    """The library's films: title to id."""
    films = [
        Film(title, directors=("Ada Byron",), section="Places", versions=(Version(seconds=seconds),))
        for title, seconds in FILMS.items()
    ]
    return dict(zip(FILMS, desks.library.save(films).ids, strict=True))


@pytest.fixture
def night(desks: Desks, film_ids: dict[str, int]) -> Screening:
    """19:00 to 21:45 in Leura, get-out 15 minutes, with a welcome and one film."""
    programme = desks.programming.save(
        Programme(
            "The evening",
            (
                Item("welcome", ItemKind.WELCOME, "Welcome", 300),
                desks.programming.film_item(film_ids["The Hard Way"]),
            ),
            gap_seconds=20,
        )
    )
    tour = desks.touring.save_tour(Tour("Trails 2027"))
    venue, (hall,) = desks.touring.save_venue(
        Venue("Assembly Rooms", "Leura", "Australia/Sydney"), (Hall("Great Hall"),)
    )
    slot = slot_on(
        date(2027, 5, 18),
        "Australia/Sydney",
        SlotTimes(time(18, 30), time(19), time(21, 45), time(17), get_out_minutes=15),
    )
    return desks.touring.save_screening(
        Screening(tour, "Leura", "Runners", venue, hall, slot.night, slot, programme_id=programme.id)
    )


@pytest.fixture
def context(qtbot: QtBot, desks: Desks, settings: QSettings) -> Iterator[Context]:
    tasks = Tasks()
    problems: list[object] = []
    tasks.problem.connect(problems.append)
    made = Context(desks, tasks, settings)
    yield made
    qtbot.waitUntil(lambda: tasks.running == 0)
    made.close()
    assert not problems


@pytest.fixture
def make_screen(
    qtbot: QtBot, qapp: object, context: Context, settings: QSettings
) -> Callable[[Screening | None], ProgrammeScreen]:
    """Makes the shown screen for a night."""
    install(qapp, settings).choose(Scheme.LIGHT)  # type: ignore[arg-type]  # pytest-qt types it as a core application

    def make(screening: Screening | None) -> ProgrammeScreen:
        context.work_on(screening)
        screen = ProgrammeScreen(context)
        qtbot.addWidget(screen, before_close_func=lambda closing: closing.leave())
        screen.resize(1200, 760)
        with qtbot.waitExposed(screen):
            screen.show()
        qtbot.waitUntil(lambda: context.tasks.running == 0)
        # The Fit page is made when it is first asked for (`test_side.py`), and reads its rules then.
        assert screen.side.fit.isVisible() is False
        qtbot.waitUntil(lambda: context.tasks.running == 0)
        return screen

    return make


@pytest.fixture
def screen(make_screen: Callable[[Screening | None], ProgrammeScreen], night: Screening) -> ProgrammeScreen:
    """The screen on the night."""
    return make_screen(night)
