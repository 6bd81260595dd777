"""What has the keyboard is in sight (WCAG 2.2, 2.4.11)."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from tourdesk.gui.tokens import SPACE_HUGE


class FocusInSight(QObject):
    """Scrolls pages to a field or button that is given the keyboard. Qt does that for Tab, and not for acts.

    Not to lists: work begins in one when a screen comes, of which the head is to be seen then.
    """

    def __init__(self, parent: QObject) -> None:
        """`parent` is for how long it does so."""
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    @Slot(QWidget, QWidget)
    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not isinstance(now, QAbstractItemView):
            # When it has its place: it may have been shown just now.
            QTimer.singleShot(0, now, partial(_bring_into_sight, now))


def _bring_into_sight(widget: QWidget) -> None:
    # What is seen in part is left: it may be what was clicked, and must not go from under the mouse.
    if not widget.hasFocus() or not widget.visibleRegion().isEmpty():
        return
    room = widget.parentWidget()
    while room is not None:
        if isinstance(room, QScrollArea):
            # Not to the side: a page that scrolls in one direction alone would be cut at its left edge.
            room.ensureWidgetVisible(widget, 0, SPACE_HUGE)
        room = room.parentWidget()
