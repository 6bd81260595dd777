"""Running the window: the application, its look, the database that is opened, and what happens when it is not."""

import gc
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tourdesk.desks import Desks
from tourdesk.foundation.assets import resources
from tourdesk.foundation.errors import Cancelled, ProblemForUser
from tourdesk.foundation.language import _, later
from tourdesk.foundation.progress import Progress
from tourdesk.gui.context import Context
from tourdesk.gui.garbage import STARTING, Garbage
from tourdesk.gui.language import install_language
from tourdesk.gui.opening import PATIENCE, Opening
from tourdesk.gui.preload import Preload
from tourdesk.gui.problems import install_excepthook, show_error
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import add_companions, install
from tourdesk.gui.window import Window

if TYPE_CHECKING:
    from tourdesk.gui.start_dialog import StartDialog

OpenDesks = Callable[[str | None, Progress], Desks]
"""Opens the database a file dialog chose, or with None the one the program was started with; tells the steps of an upgrade."""


NOT_UPGRADED = later(
    "The database was not brought up to date and is as it was before; please open it again when there is time for that, "
    "or another one now."
)


class Application(QObject):
    """One running program: at most one window at a time, over one database."""

    def __init__(self, app: QApplication, open_desks: OpenDesks, settings: QSettings) -> None:
        super().__init__(app)
        self._open_desks = open_desks
        self._settings = settings
        self._window: Window | None = None
        self._desks: Desks | None = None
        self._tasks: Tasks | None = None
        self._hook = install_excepthook(self._show_error, self)

    def _show_error(self, error: BaseException) -> None:
        # Beside a window that was closed meanwhile a dialog would keep the program running, with nothing to close it by.
        open_still = self._window is not None and self._window.isVisible()
        show_error(self._window if open_still else None, error)

    def start(self) -> None:
        """Open the database and show the window; without a database the program ends."""
        desks = self.open_or_explain()
        if desks is None:
            QApplication.quit()
        else:
            self._show(desks)

    def open_or_explain(self) -> Desks | None:
        """Open the database the program was started with; when that fails, say why and offer others.

        None: the user rather quits.
        """
        opening = Opening(partial(self._open_desks, None))
        if not opening.ended(PATIENCE):
            from tourdesk.gui.opening_dialog import OpeningDialog  # noqa: PLC0415 - most files are open at once

            if not OpeningDialog(opening).exec():
                return None
        try:
            return opening.result()
        except Cancelled:
            return self._offer_others(ProblemForUser(_(NOT_UPGRADED)))
        except ProblemForUser as problem:
            return self._offer_others(problem)

    def _offer_others(self, problem: ProblemForUser) -> Desks | None:
        from tourdesk.gui.start_dialog import StartDialog  # noqa: PLC0415 - not needed to open the window

        dialog = StartDialog(problem, self._open_desks, self._settings)
        return dialog.desks if dialog.exec() else None

    @property
    def busy(self) -> bool:
        """Whether there is no window yet, or work is under way beside it."""
        return self._tasks is None or self._tasks.running > 0

    def end(self) -> None:
        """Close the database; after the last window.

        The window is taken away here, while Qt is still there: Python takes things away at its end in any order.
        """
        self._hook.remove()
        self._put_away()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self._desks is not None:
            self._desks.database.close()

    def _show(self, desks: Desks) -> None:
        first = self._desks is None
        before = self._desks
        # The program ends with its last window, and between two there is none.
        QApplication.setQuitOnLastWindowClosed(False)
        try:
            self._put_away()
            self._tasks = Tasks(self, held=first)
            context = Context(desks, self._tasks, self._settings, self)
            self._desks = desks
            self._window = Window(context)
            self._window.other_database_wanted.connect(self._change_database)
            # Queued: the menu in which it was chosen belongs to the window that goes.
            self._window.new_look_wanted.connect(self._show_again, Qt.ConnectionType.QueuedConnection)
            context.sample_wanted.connect(self._open_sample)
            self._window.begin()
            self._window.show()
        finally:
            QApplication.setQuitOnLastWindowClosed(True)
        if before is not None and before is not desks:
            before.database.close()

    def _put_away(self) -> None:
        """Close the window; what was typed and where one was is kept, for the next one to find."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    @Slot()
    def _show_again(self) -> None:
        """Make the window anew over the same database, in another language or size of text."""
        app = QApplication.instance()
        if not isinstance(app, QApplication) or self._desks is None:
            return
        QApplication.setQuitOnLastWindowClosed(False)
        self._put_away()
        # Now and not later: a list of 100,000 films in the letters of before would be measured again for nothing.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        install_language(app, self._settings)
        install(app, self._settings)
        self._show(self._desks)

    def _change_database(self) -> "StartDialog":
        from tourdesk.gui.start_dialog import StartDialog  # noqa: PLC0415 - see above

        dialog = StartDialog(None, self._open_desks, self._settings, self._window)
        dialog.accepted.connect(lambda: self._take(dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _open_sample(self) -> None:
        self._change_database().open_sample()

    def _take(self, dialog: "StartDialog") -> None:
        if dialog.desks is not None:
            self._show(dialog.desks)


def run_window(open_desks: OpenDesks) -> int:
    """Run the program until its window is closed; returns the exit status."""
    app = make_application()
    settings = QSettings()
    install_language(app, settings)
    install(app, settings)
    running = Application(app, open_desks, settings)
    garbage = Garbage(app)
    for after in STARTING:
        QTimer.singleShot(after, gc.freeze)
    QTimer.singleShot(STARTING[0], app, lambda: add_companions(app))
    Preload(lambda: running.busy, app).loaded.connect(gc.freeze)
    # Inside the event loop, so that a mistake at the start is shown like any other.
    QTimer.singleShot(0, running.start)
    try:
        return app.exec()
    finally:
        running.end()
        garbage.end()


TURN = 0.0005
"""Seconds that work beside the window may keep Python to itself when the window wants it (see `sys.setswitchinterval`).

To paint a screen the window asks for it dozens of times; with Python's own turn of 5 ms it waited for each, and a screen
took three times as long while proposals were looked for (`benchmarks/test_beside.py`).
"""


def make_application() -> QApplication:
    """The QApplication, with the program's name and icon."""
    sys.setswitchinterval(min(sys.getswitchinterval(), TURN))
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setOrganizationName("TourDesk")
    app.setApplicationName("TourDesk")
    app.setApplicationDisplayName("TourDesk")
    app.setDesktopFileName("tourdesk")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "tourdesk.svg")))
    return app
