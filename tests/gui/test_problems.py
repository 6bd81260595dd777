import gc
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.foundation.errors import BUG_SENTENCE, Cancelled, ProblemForUser
from tourdesk.gui.problems import ProblemBar, TroubleDialog, install_excepthook, show_error


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def dialog_of(window: QWidget) -> TroubleDialog:
    (dialog,) = window.findChildren(TroubleDialog)
    return dialog


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_problem_is_its_sentence_and_the_detail_comes_on_request(qtbot: QtBot, window: QWidget) -> None:
    show_error(window, ProblemForUser("The file is locked; please close it.", detail="errno 13"))
    dialog = dialog_of(window)
    (detail,) = dialog.findChildren(QPlainTextEdit)
    assert "The file is locked; please close it." in words_in(dialog)
    assert not detail.isVisible()
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Detail").click()
    assert detail.isVisible()
    assert detail.toPlainText() == "errno 13"


def test_a_problem_without_a_window_is_shown_until_it_is_closed(qtbot: QtBot) -> None:
    def shown() -> list[QWidget]:
        alone = [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
        return [widget for widget in alone if isinstance(widget, TroubleDialog) and widget.isVisible()]

    show_error(None, ProblemForUser("The disk is full; please make room."))
    gc.collect()
    (dialog,) = shown()
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Close").click()
    assert shown() == []


def test_a_bug_says_that_it_is_one_and_its_report_can_be_copied(qtbot: QtBot, window: QWidget) -> None:
    show_error(window, ValueError("nobody thought of this"))
    dialog = dialog_of(window)
    assert BUG_SENTENCE in words_in(dialog)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy the report").click()
    assert "nobody thought of this" in QGuiApplication.clipboard().text()


def test_a_cancel_says_nothing(window: QWidget) -> None:
    show_error(window, Cancelled())
    assert window.findChildren(TroubleDialog) == []


def test_a_bug_in_a_slot_reaches_the_window(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise KeyError("in a slot")

    shown: list[BaseException] = []
    hook = install_excepthook(shown.append)
    QTimer.singleShot(0, fails)
    qtbot.waitUntil(lambda: bool(shown))
    hook.remove()
    assert isinstance(shown[0], KeyError)
    assert "in a slot" in capsys.readouterr().err


def test_a_bug_in_a_thread_reaches_the_window_on_the_gui_thread(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    threads: list[threading.Thread] = []
    hook = install_excepthook(lambda _error: threads.append(threading.current_thread()))

    def fails() -> None:
        raise KeyError("in a thread")

    worker = threading.Thread(target=fails)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    hook.remove()
    assert threads == [threading.main_thread()]
    assert "in a thread" in capsys.readouterr().err


def test_the_bar_says_a_problem_until_it_is_dismissed(qtbot: QtBot) -> None:
    bar = ProblemBar()
    qtbot.addWidget(bar)
    bar.tell(ProblemForUser("There is no room on the disk; please make some."))
    assert bar.isVisible()
    assert bar.sentence == "There is no room on the disk; please make some."
    next(b for b in bar.findChildren(QPushButton) if b.text() == "Dismiss").click()
    assert not bar.isVisible()
    assert bar.sentence == ""
