import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tourdesk.bootstrap import open_desks
from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import speak
from tourdesk.foundation.progress import Progress
from tourdesk.gui.app import Application
from tourdesk.gui.language import SETTING as LANGUAGE_SETTING
from tourdesk.gui.opening_dialog import OpeningDialog
from tourdesk.gui.problems import ProblemBar, TroubleDialog
from tourdesk.gui.start_dialog import StartDialog
from tourdesk.gui.theme import TEXT_SETTING
from tourdesk.gui.window import Window
from tourdesk.storage.engine import sqlite_engine
from tourdesk.storage.sqlite_file import APPLICATION_ID
from tourdesk.storage.upgrade import revisions, upgrade


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path], Application]]:
    """Starts the program with a database."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "user data"))
    running: list[Application] = []

    def started(file: Path) -> Application:
        def opening(chosen: str | None, progress: Progress) -> Desks:
            return open_desks(chosen or str(file), True, progress)

        running.append(Application(qapp, opening, settings))
        return running[0]

    yield started
    bugs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TroubleDialog)]
    for window in windows():
        window.close()
        window.deleteLater()
    for application in running:
        application.end()
        application.setParent(None)
    assert bugs == []


def windows() -> list[Window]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, Window) and widget.isVisible()
    ]


def dialog() -> StartDialog:
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, StartDialog) and w.isVisible())
    return found


def press(text: str) -> None:
    (button,) = (button for button in dialog().findChildren(QPushButton) if button.text() == text)
    button.click()


def test_the_window_opens_on_the_database(
    qtbot: QtBot, start: Callable[[Path], Application], tmp_path: Path
) -> None:
    start(tmp_path / "trails.tourdesk").start()
    (window,) = windows()
    assert window.windowTitle() == "trails.tourdesk – TourDesk"


def test_a_database_that_does_not_open_is_explained_and_another_can_be_chosen(
    qtbot: QtBot, start: Callable[[Path], Application], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "notes.txt"
    broken.write_text("no database at all", encoding="utf-8")
    other = tmp_path / "other.tourdesk"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    said: list[str] = []

    def choose_another() -> None:
        said.extend(label.text() for label in dialog().findChildren(QLabel))
        press("Open a database file…")

    application = start(broken)
    QTimer.singleShot(0, choose_another)
    application.start()
    assert any("is not a TourDesk database" in sentence for sentence in said)
    (window,) = windows()
    assert window.windowTitle() == "other.tourdesk – TourDesk"


def test_a_choice_that_does_not_open_either_is_said_in_the_same_place(
    qtbot: QtBot, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "notes.txt"
    broken.write_text("no database at all", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(broken), ""))
    shown = StartDialog(
        ProblemForUser("It is locked; please close it."),
        lambda where, progress: open_desks(where, True, progress),
        settings,
    )
    qtbot.addWidget(shown)
    shown.show()
    press("Open a database file…")
    (bar,) = shown.findChildren(ProblemBar)
    qtbot.waitUntil(lambda: "is not a TourDesk database" in bar.sentence)
    assert shown.isVisible()


def test_the_sample_tour_opens_in_a_database_of_its_own(
    qtbot: QtBot, start: Callable[[Path], Application], tmp_path: Path
) -> None:
    start(tmp_path / "trails.tourdesk").start()
    (window,) = windows()
    qtbot.waitUntil(lambda: bool(sample_buttons(window)))
    sample_buttons(window)[0].click()
    qtbot.waitUntil(
        lambda: [w.windowTitle() for w in windows()] == ["sample-tour.tourdesk – TourDesk"], timeout=30_000
    )
    (sample,) = windows()
    qtbot.waitUntil(lambda: len(sample.nights.all) == 3)


def sample_buttons(window: Window) -> list[QPushButton]:
    """What the empty library offers."""
    return [
        button
        for button in window.findChildren(QPushButton)
        if button.text() == "Open the sample tour" and button.isVisible()
    ]


def test_another_database_is_opened_in_place_of_this_one(
    qtbot: QtBot, start: Callable[[Path], Application], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path / "trails.tourdesk").start()
    (window,) = windows()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "autumn"), ""))
    window.other_database_wanted.emit()
    press("Make a new, empty database…")
    qtbot.waitUntil(lambda: [w.windowTitle() for w in windows()] == ["autumn.tourdesk – TourDesk"])


def when_waiting(do: Callable[[OpeningDialog], object]) -> QTimer:
    """Do something as soon as the database is waited for in sight."""
    looks = QTimer(interval=50)

    def look() -> None:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, OpeningDialog) and w.isVisible()]
        if found:
            looks.stop()
            do(found[0])

    looks.timeout.connect(look)
    looks.start()
    return looks


@pytest.fixture
def slow(
    qapp: QApplication, settings: QSettings, tmp_path: Path, start: Callable[[Path], Application]
) -> Iterator[tuple[Application, threading.Event]]:
    """The program over a database that opens as late as one likes."""
    let_go = threading.Event()

    def opening(_chosen: str | None, _progress: Progress) -> Desks:
        let_go.wait()
        return open_desks(str(tmp_path / "late.tourdesk"), create=True)

    made = Application(qapp, opening, settings)
    yield made, let_go
    let_go.set()
    made.end()
    made.setParent(None)


def test_a_database_that_takes_its_time_is_waited_for_in_sight(
    qtbot: QtBot, slow: tuple[Application, threading.Event]
) -> None:
    application, let_go = slow
    named: list[str] = []

    def look(dialog: OpeningDialog) -> None:
        named.extend(bar.accessibleName() for bar in dialog.findChildren(QProgressBar))
        let_go.set()

    looks = when_waiting(look)
    application.start()
    assert not looks.isActive()
    assert named == ["Opening the database"]
    qtbot.waitUntil(lambda: [w.windowTitle() for w in windows()] == ["late.tourdesk – TourDesk"])


def test_who_does_not_want_to_wait_for_the_database_quits(
    qtbot: QtBot, slow: tuple[Application, threading.Event]
) -> None:
    application, _let_go = slow

    looks = when_waiting(lambda dialog: dialog.findChildren(QPushButton)[0].click())
    assert application.open_or_explain() is None
    assert not looks.isActive()
    assert windows() == []


class Slowed:
    """A Progress that goes on to the next step of an upgrade when it is let."""

    def __init__(self, progress: Progress, steps: threading.Semaphore) -> None:
        self._progress = progress
        self._steps = steps

    def at(self, step: int, total: int, what: str = "") -> None:
        self._progress.at(step, total, what)
        while not self._steps.acquire(timeout=0.02) and not self.cancelled():
            pass

    def cancelled(self) -> bool:
        return self._progress.cancelled()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database of an older TourDesk."""
    file = tmp_path / "old.tourdesk"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    engine = sqlite_engine(file)
    upgrade(engine, "0003")
    engine.dispose()
    return file


def revision_of(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM tourdesk_schema").fetchone()
    return str(revision)


@pytest.fixture
def upgrading(
    qapp: QApplication, settings: QSettings, old: Path, start: Callable[[Path], Application]
) -> Iterator[tuple[Application, threading.Semaphore]]:
    """The program over an older database, which is brought up to date as slowly as one likes."""
    steps = threading.Semaphore(0)

    def opening(chosen: str | None, progress: Progress) -> Desks:
        return open_desks(chosen or str(old), True, Slowed(progress, steps))

    made = Application(qapp, opening, settings)
    yield made, steps
    steps.release(100)
    made.end()
    made.setParent(None)


def words_of(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_an_older_database_is_brought_up_to_date_step_by_step_in_sight(
    qtbot: QtBot, upgrading: tuple[Application, threading.Semaphore]
) -> None:
    application, steps = upgrading
    seen: list[str] = []

    def look(dialog: OpeningDialog) -> None:
        steps.release(2)
        qtbot.waitUntil(lambda: "Step 3 of" in words_of(dialog), timeout=30_000)
        seen.append(words_of(dialog))
        (bar,) = dialog.findChildren(QProgressBar)
        assert bar.value() == 2
        steps.release(100)

    looks = when_waiting(look)
    application.start()
    assert not looks.isActive()
    total = 1 + len([revision for revision in revisions() if revision > "0003"])
    assert "is brought up to date" in seen[0]
    assert f"Step 1 of {total}: a copy of it as it is, “old.before-0003." in seen[0]
    assert f"Step 2 of {total}: quick lists of films\nStep 3 of {total}: licences" in seen[0]
    qtbot.waitUntil(lambda: [w.windowTitle() for w in windows()] == ["old.tourdesk – TourDesk"])


def test_whoever_cancels_an_upgrade_finds_the_database_as_it_was_and_may_open_another(
    qtbot: QtBot, upgrading: tuple[Application, threading.Semaphore], tmp_path: Path
) -> None:
    application, steps = upgrading
    said: list[str] = []

    def cancel(dialog: OpeningDialog) -> None:
        steps.release(2)
        qtbot.waitUntil(lambda: "Step 3 of" in words_of(dialog), timeout=30_000)
        (button,) = dialog.findChildren(QPushButton)
        assert button.text() == "Cancel"
        QTimer.singleShot(0, then_quit)
        button.click()
        assert "is being taken back" in words_of(dialog)
        steps.release(100)

    def then_quit() -> None:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, StartDialog) and w.isVisible()]
        if found:
            said.append(words_of(found[0]))
            press("Quit")
        else:
            QTimer.singleShot(50, then_quit)

    looks = when_waiting(cancel)
    assert application.open_or_explain() is None
    assert not looks.isActive()
    assert "was not brought up to date and is as it was before" in said[0]
    assert [file.name for file in tmp_path.glob("*.tourdesk")] == ["old.tourdesk"]
    assert revision_of(tmp_path / "old.tourdesk") == "0003"


def test_another_database_that_is_older_says_its_steps_and_is_as_it_was_for_who_cancels(
    qtbot: QtBot, settings: QSettings, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(old), ""))
    steps = threading.Semaphore(2)
    shown = StartDialog(
        None, lambda where, progress: open_desks(where, True, Slowed(progress, steps)), settings
    )
    qtbot.addWidget(shown)
    shown.show()
    press("Open a database file…")
    qtbot.waitUntil(lambda: "Step 3 of" in words_of(shown), timeout=30_000)
    press("Cancel")
    # The window is not held meanwhile.
    assert "is being taken back" in words_of(shown)
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=30_000)
    assert shown.desks is None
    assert revision_of(old) == "0003"
    assert [file.name for file in old.parent.glob("*.tourdesk")] == ["old.tourdesk"]


def test_while_an_upgrade_is_taken_back_no_steps_are_counted_and_a_mistake_is_told(
    qtbot: QtBot, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("old.tourdesk", ""))
    cancelled, said, go_on = threading.Event(), threading.Event(), threading.Event()

    def opening(_where: str | None, progress: Progress) -> Desks:
        progress.at(1, 4, "licences")
        cancelled.wait(60)
        progress.at(2, 4, "quick lists of films")
        said.set()
        go_on.wait(60)
        raise RuntimeError("what was done stays")

    shown = StartDialog(None, opening, settings)
    qtbot.addWidget(shown)
    shown.show()
    press("Open a database file…")
    qtbot.waitUntil(lambda: "Step 2 of 4" in words_of(shown), timeout=30_000)
    press("Cancel")
    cancelled.set()
    assert said.wait(60)
    QApplication.processEvents()
    (bar,) = shown.findChildren(QProgressBar)
    busy = bar.maximum() == 0
    go_on.set()
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=30_000)
    assert busy
    (told,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, TroubleDialog))
    qtbot.addWidget(told)
    assert "what was done stays" in told.findChildren(QPlainTextEdit)[0].toPlainText()


@pytest.fixture
def _english_again() -> Iterator[None]:
    before = QLocale()
    yield
    speak("en")
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_english_again")
@pytest.mark.parametrize("look", [(LANGUAGE_SETTING, "de"), (TEXT_SETTING, 150)])
def test_the_window_is_made_anew_in_another_look_with_a_dialog_open(
    qtbot: QtBot,
    start: Callable[[Path], Application],
    tmp_path: Path,
    settings: QSettings,
    look: tuple[str, object],
) -> None:
    start(tmp_path / "trails.tourdesk").start()
    (before,) = windows()
    before.show_screen("Programme")
    before.edit_night(None)
    qtbot.waitUntil(lambda: len(open_dialogs()) == 1)
    settings.setValue(*look)
    before.new_look_wanted.emit()
    qtbot.waitUntil(lambda: windows() != [before] and len(windows()) == 1, timeout=30_000)
    (again,) = windows()
    assert open_dialogs() == []
    assert again.screen_shown is not None
    assert again.screen_shown.name == "Programme"
    qtbot.waitUntil(lambda: again.nights.known, timeout=30_000)


def open_dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
