"""Running the window: the application, its look, the database that is opened, and what happens when it is not."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tourdesk.desks import Desks
from tourdesk.foundation.assets import resources
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.context import Context
from tourdesk.gui.problems import install_excepthook, show_error
from tourdesk.gui.start_dialog import StartDialog
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import install
from tourdesk.gui.window import Window

OpenDesks = Callable[[str | None], Desks]
"""Opens the database a file dialog chose, or with None the one the program was started with."""


class Application(QObject):
    """One running program: at most one window at a time, over one database."""

    def __init__(self, app: QApplication, open_desks: OpenDesks, settings: QSettings) -> None:
        super().__init__(app)
        self._open_desks = open_desks
        self._settings = settings
        self._window: Window | None = None
        self._desks: Desks | None = None
        self._hook = install_excepthook(lambda error: show_error(self._window, error), self)

    def start(self) -> bool:
        """Open the database and show the window; False when the user rather quit."""
        desks = self.open_or_explain(None)
        if desks is None:
            return False
        self._show(desks)
        return True

    def open_or_explain(self, where: str | None) -> Desks | None:
        """Open a database; while that fails, say why and let the user choose. None: the user rather quits."""
        while True:
            try:
                return self._open_desks(where)
            except ProblemForUser as problem:
                dialog = StartDialog(problem, self._open_desks, self._settings)
                if not dialog.exec():
                    return None
                if dialog.desks is not None:
                    return dialog.desks
                where = dialog.where

    def end(self) -> None:
        """Close the database; after the last window."""
        self._hook.remove()
        if self._desks is not None:
            self._desks.database.close()

    def _show(self, desks: Desks) -> None:
        self._desks = desks
        context = Context(desks, Tasks(self), self._settings, self)
        self._window = Window(context)
        self._window.other_database_wanted.connect(self._change_database)
        self._window.show()

    def _change_database(self) -> None:
        dialog = StartDialog(None, self._open_desks, self._settings, self._window)
        if not dialog.exec():
            return
        desks = dialog.desks or self.open_or_explain(dialog.where)
        if desks is None:
            return
        old_window, old_desks = self._window, self._desks
        self._show(desks)
        if old_window is not None and old_desks is not None:
            old_window.close()
            old_window.deleteLater()
            old_desks.database.close()


def run_window(open_desks: OpenDesks) -> int:
    """Run the program until its window is closed; returns the exit status."""
    app = make_application()
    settings = QSettings()
    install(app, settings)
    running = Application(app, open_desks, settings)
    try:
        return app.exec() if running.start() else 0
    finally:
        running.end()


def make_application() -> QApplication:
    """The QApplication, with the program's name, icon and language."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setOrganizationName("TourDesk")
    app.setApplicationName("TourDesk")
    app.setApplicationDisplayName("TourDesk")
    app.setDesktopFileName("tourdesk")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "tourdesk.svg")))
    if QLocale().language() is QLocale.Language.C:
        # A machine that says no language: Qt's "C" would write dates like a log file.
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return app
