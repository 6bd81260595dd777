"""The menu at the foot of the rail: how the window looks, which database, about the program."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from tourdesk import __version__
from tourdesk.gui.icons import icon
from tourdesk.gui.theme import Scheme, theme


def window_menu(window: QWidget, open_other: Callable[[], None]) -> QMenu:
    """The menu, with appearance, database and about."""
    say = partial(QCoreApplication.translate, "menu")
    menu = QMenu(window)
    looks = menu.addMenu(icon("sun"), say("Appearance"))
    group = QActionGroup(looks)
    for scheme, words in (
        (Scheme.SYSTEM, say("As the system")),
        (Scheme.LIGHT, say("Light")),
        (Scheme.DARK, say("Dark")),
    ):
        action = QAction(words, looks)
        action.setCheckable(True)
        action.setChecked(theme().scheme is scheme)
        action.setActionGroup(group)
        action.triggered.connect(partial(theme().choose, scheme))
        looks.addAction(action)
    menu.addSeparator()
    other = menu.addAction(icon("open"), say("Open another database…"))
    other.triggered.connect(lambda _checked=False: open_other())
    menu.addSeparator()
    about = menu.addAction(icon("info"), say("About TourDesk"))
    about.triggered.connect(lambda: _about(window))
    return menu


def _about(window: QWidget) -> None:
    say = partial(QCoreApplication.translate, "menu")
    box = QMessageBox(window)
    box.setWindowTitle(say("About TourDesk"))
    box.setIconPixmap(window.windowIcon().pixmap(64, 64))
    box.setText(f"<b>TourDesk {__version__}</b>")
    box.setInformativeText(
        say("The desk of a touring film festival: its films, its nights, its papers.\nMIT licence.")
    )
    box.open()
