"""What comes over a window for a moment: menus, lists that open, calendars, tooltips, Qt's own dialogs. To be looked at only.

Their controls are Qt's, and their actions are found in the palette too.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QMenu,
    QPushButton,
    QToolButton,
    QToolTip,
    QWidget,
)
from tools.views import DIALOGS, STATES, View, dialog_view, films_screen, programme_screen

from tourdesk.documents.kinds import PAPERS
from tourdesk.documents.theme import Paper
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.licences.date_field import DateField
from tourdesk.gui.paper.printing import printer_for
from tourdesk.gui.window import Window

_Opening = Callable[[Window], object]
Kind = TypeVar("Kind", bound=QWidget)


def _popup(opening: _Opening, after: View | None = None) -> View:
    """What opens, at once or in another view."""

    def start(window: Window, context: Context) -> None:
        if after is None:
            opening(window)
        else:
            after.open(window, context)

    def shown(window: Window) -> QWidget | None:
        if after is None or QApplication.activePopupWidget() is not None:
            return QApplication.activePopupWidget()
        if after.shown(window) is not None:
            opening(window)
        return None

    return View(start, shown)


def _menu_of(button: Callable[[Window], QToolButton | QPushButton]) -> View:
    """The menu that a button opens."""

    def opening(window: Window) -> None:
        owner = button(window)
        menu = owner.menu()
        assert isinstance(menu, QMenu)  # noqa: S101 - the button has one
        menu.popup(owner.mapToGlobal(owner.rect().bottomLeft()))

    return _popup(opening)


def _with_menu(window: QWidget, name: str) -> QToolButton | QPushButton:
    """The button of this object name or word that has a menu."""
    buttons: list[QToolButton | QPushButton] = [
        *window.findChildren(QPushButton),
        *window.findChildren(QToolButton),
    ]
    with_menus = (one for one in buttons if isinstance(one.menu(), QMenu))
    return next(one for one in with_menus if name in {one.objectName(), one.text()})


def _film_menu(window: Window) -> None:
    films_screen(window).listing.table.customContextMenuRequested.emit(QPoint(60, 60))


def _columns(window: Window) -> None:
    header = films_screen(window).listing.table.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(60, 20))


def _item_menu(window: Window) -> None:
    """Qt would wait in it until it is closed."""
    order = programme_screen(window).order
    menu = QMenu(order)
    menu.addActions(order.actions())
    menu.popup(order.mapToGlobal(QPoint(90, 90)))


def _first(kind: type[Kind]) -> Kind:
    """The first of these controls in the dialog."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None  # noqa: S101 - it was waited for
    return next(one for one in dialog.findChildren(kind) if one.isVisible())


def _list(_window: Window) -> None:
    _first(QComboBox).showPopup()


def _calendar(_window: Window) -> None:
    field = _first(QDateEdit)
    place = QPoint(field.width() - 10, field.height() // 2)
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=place)


def _licence_calendar(window: Window) -> None:
    next(one for one in window.findChildren(DateField) if one.isVisible()).open_calendar()


def _tooltip(window: Window, _context: Context) -> None:
    buttons = window.findChildren(QPushButton)
    longest = max((one for one in buttons if one.isVisible()), key=lambda one: len(one.toolTip()))
    QToolTip.showText(longest.mapToGlobal(QPoint(10, 10)), longest.toolTip(), longest)


def _shown_tooltip(window: Window) -> QWidget | None:
    return window if QToolTip.isVisible() else None


def _print(window: Window, _context: Context) -> None:
    # The dialog does not hold the printer itself.
    _PRINTERS.append(printer_for(PAPERS["booklet"], Paper.A4))
    QPrintDialog(_PRINTERS[-1], window).show()


_PRINTERS: list[QPrinter] = []


def _about(window: Window, _context: Context) -> None:
    menu = _with_menu(window, _("More")).menu()
    assert isinstance(menu, QMenu)  # noqa: S101 - the button has one
    menu.actions()[-1].trigger()


POPUPS: Mapping[str, View] = {
    "the menu of the tour": _menu_of(lambda window: _with_menu(window.header, "tourButton")),
    "the menu of the night": _menu_of(lambda window: _with_menu(window.header, "nightButton")),
    "more": _menu_of(lambda window: _with_menu(window, _("More"))),
    "the menu of the programme": _menu_of(lambda window: programme_screen(window).chooser),
    "insert": _menu_of(lambda window: programme_screen(window).header.insert_button),
    "the menu of the committee": _menu_of(lambda window: films_screen(window).committee.button),
    "the menu of a film": _popup(_film_menu, STATES["a film is read"]),
    "the columns of the table": _popup(_columns, STATES["a film is read"]),
    "the menu of an item": _popup(_item_menu, STATES["an item of the programme"]),
    "a list that opens": _popup(_list, DIALOGS["the night"]),
    "a calendar": _popup(_calendar, DIALOGS["the night"]),
    "the calendar of a licence": _popup(_licence_calendar, STATES["a licence is typed"]),
    "a tooltip": View(_tooltip, _shown_tooltip),
    "about": dialog_view(_about),
    "files": dialog_view(lambda window, _context: QFileDialog(window).open()),
    "a colour": dialog_view(lambda window, _context: QColorDialog(QColor("#1d6490"), window).open()),
    "print": dialog_view(_print),
}
"""Not in `VIEWS`, which tests walk through."""
