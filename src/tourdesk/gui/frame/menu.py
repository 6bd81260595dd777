"""The menu at the foot of the rail: how the window looks and speaks, its keys, which database, about the program."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from tourdesk import __version__
from tourdesk.foundation.language import _
from tourdesk.gui import language
from tourdesk.gui.icons import icon
from tourdesk.gui.theme import TEXT_SETTING, TEXT_SIZES, Scheme, text_size, theme


def window_menu(
    window: QWidget, settings: QSettings, look_anew: Callable[[], None], actions: Iterable[QAction]
) -> QMenu:
    """The menu: appearance, size of text and language, then `actions`, then about.

    `look_anew` is called when the window must be made anew to look as it was chosen.
    """
    menu = QMenu(window)

    def keep(setting: str, value: object) -> None:
        settings.setValue(setting, value)
        look_anew()

    schemes = ((Scheme.SYSTEM, _("As the system")), (Scheme.LIGHT, _("Light")), (Scheme.DARK, _("Dark")))
    _choice(menu.addMenu(icon("sun"), _("Appearance")), schemes, theme().scheme, theme().choose)
    sizes = tuple((size, _("{percent} %", percent=size)) for size in TEXT_SIZES)
    _choice(menu.addMenu(_("Size of text")), sizes, text_size(settings), partial(keep, TEXT_SETTING))
    languages = ((language.SYSTEM, _("As the system")), *language.NAMES.items())
    _choice(
        menu.addMenu(_("Language")),
        languages,
        language.chosen_language(settings),
        partial(keep, language.SETTING),
    )
    menu.addSeparator()
    for action in actions:
        menu.addAction(action)
    menu.addSeparator()
    about = menu.addAction(icon("info"), _("About TourDesk"))
    about.triggered.connect(lambda: _about(window))
    return menu


def _choice(
    menu: QMenu, options: Iterable[tuple[object, str]], now: object, choose: Callable[..., None]
) -> None:
    """Fill a menu with options of which one is chosen."""
    group = QActionGroup(menu)
    for value, words in options:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(value == now)
        action.setActionGroup(group)
        action.triggered.connect(partial(choose, value))
        menu.addAction(action)


def _about(window: QWidget) -> None:
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not needed to open the window

    box = QMessageBox(window)
    box.setWindowTitle(_("About TourDesk"))
    box.setIconPixmap(window.windowIcon().pixmap(64, 64))
    box.setText(f"TourDesk {__version__}")
    box.setInformativeText(
        _("The desk of a touring film festival: its films, its nights, its papers.\nMIT licence.")
    )
    box.open()
