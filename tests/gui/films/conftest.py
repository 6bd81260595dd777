"""What the tests of the Films screen share: a library of four films, and the screen over a real database."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import Scheme, install
from tourdesk.library.films import Film, Version

LIBRARY = (
    Film(
        "Desert Runners",
        year=2013,
        directors=("Jennifer Steinman",),
        countries=("US",),
        languages=("en",),
        section="Places",
        tags=("sport", "desert"),
        synopsis="Ordinary people run through four deserts.",
        versions=(Version(seconds=5940, approximate=True),),
    ),
    Film("Balance", directors=("Jimmy Hyland",), section="Places", versions=(Version(seconds=300),)),
    Film("Mira", year=2016, directors=("Lloyd Belcher",), section="People", tags=("sport",)),
    Film("Écho", year=2001, directors=("Anne Leroy",), section="People", versions=(Version(seconds=750),)),
)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def film_ids(desks: Desks) -> dict[str, int]:
    """The library's films: title to id."""
    saved = desks.library.save(LIBRARY)
    return dict(zip((film.title for film in LIBRARY), saved.ids, strict=True))


@pytest.fixture
def problems() -> list[object]:
    """What went wrong and was handed to the frame."""
    return []


@pytest.fixture
def news() -> list[News]:
    """What the screen told."""
    return []


@pytest.fixture
def context(
    qtbot: QtBot, desks: Desks, settings: QSettings, news: list[News], problems: list[object]
) -> Iterator[Context]:
    tasks = Tasks()
    tasks.problem.connect(problems.append)
    made = Context(desks, tasks, settings)
    made.news.connect(news.append)
    yield made
    qtbot.waitUntil(lambda: tasks.running == 0)
    made.close()


@pytest.fixture
def settle(qtbot: QtBot, context: Context) -> Callable[[], None]:
    """Waits until nothing is under way beside the window, and all that it brought is shown."""

    def wait() -> None:
        # Work may begin more work, as a search the rest of it and that the counting; then it is over.
        for _ in range(3):
            QApplication.processEvents()
            qtbot.waitUntil(lambda: context.tasks.running == 0)
            qtbot.wait(1)

    return wait


@pytest.fixture
def open_screen(
    qtbot: QtBot, qapp: QApplication, context: Context, settings: QSettings, settle: Callable[[], None]
) -> Callable[[], FilmsScreen]:
    install(qapp, settings).choose(Scheme.LIGHT)

    def make() -> FilmsScreen:
        screen = FilmsScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1180, 720)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.shown()
        settle()
        return screen

    return make


@pytest.fixture
def screen(open_screen: Callable[[], FilmsScreen], film_ids: dict[str, int]) -> FilmsScreen:
    """The screen over the library."""
    return open_screen()


@pytest.fixture
def copy(qapp: QApplication) -> Callable[[str], None]:
    """Puts a text on the clipboard."""

    def put(text: str) -> None:
        mime = QMimeData()
        if text:
            mime.setText(text)
        QGuiApplication.clipboard().setMimeData(mime)

    return put
