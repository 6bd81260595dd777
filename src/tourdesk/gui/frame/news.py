"""News: a line that slides in at the bottom with one button, and goes away by itself."""

from collections import deque

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from tourdesk.foundation.language import _
from tourdesk.gui.context import News
from tourdesk.gui.icons import icon
from tourdesk.gui.plain import plain
from tourdesk.gui.theme import icon_size
from tourdesk.gui.tokens import SPACE, SPACE_LARGE, SPACE_SMALL, SPACE_TINY

STAYS = 7000
"""Milliseconds; long enough to read two lines and to reach for Undo."""
SLIDE = 160
WAITING = 20
"""More than this nobody reads; the oldest that wait are dropped."""


class NewsLine(QFrame):
    """Shows one piece of news after the other at the foot of its parent, over the middle of the status line.

    That is empty there, where a screen has what somebody reads. It stays while the mouse is over it or it has the focus. F6 goes to its button, Escape sends it away.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("newsLine")
        self._waiting: deque[News] = deque(maxlen=WAITING)
        self._shown: News | None = None
        self._before: QWidget | None = None
        self._words = plain(QLabel())
        self._words.setWordWrap(False)
        self._button = QPushButton()
        self._button.setFlat(True)
        self._button.setAutoDefault(False)
        self._button.setToolTip(_("F6 puts the focus here"))
        self._button.clicked.connect(self._act)
        self._close = close = QToolButton()
        close.setIcon(icon("close", "on_news"))
        close.setIconSize(icon_size(close, 0.9))
        close.setAccessibleName(_("Dismiss"))
        close.setToolTip(_("Dismiss (Esc)"))
        close.clicked.connect(self.dismiss)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_LARGE, SPACE_TINY, SPACE_SMALL, SPACE_TINY)
        row.setSpacing(SPACE)
        for widget in (self._words, self._button, close):
            row.addWidget(widget)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(SLIDE)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._time_over)
        parent.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now, empty when it is away."""
        return self._shown.sentence if self._shown is not None else ""

    def tell(self, news: News) -> None:
        """Show a piece of news, after those that wait already; what it says already is not said twice."""
        if news.action is None and news == self._shown:
            self._timer.start()
            return
        self._waiting.append(news)
        if self._shown is None:
            self._next()

    def focus_button(self) -> None:
        """Put the focus on the button, or on the cross when there is no button."""
        if self._shown is not None:
            self._before = self.window().focusWidget()
            button = self._button if self._button.isVisible() else self._close
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Send the shown news away; what waits comes next."""
        had_focus = self._has_focus()
        self._timer.stop()
        self._shown = None
        self.hide()
        if had_focus:
            self._give_focus_back()
        self._next()

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        return any(button.hasFocus() for button in (self._button, self._close))

    def _time_over(self) -> None:
        if self._has_focus() or self.underMouse():
            self._timer.start()
        else:
            self.dismiss()

    def _next(self) -> None:
        if not self._waiting:
            return
        self._shown = self._waiting.popleft()
        self._words.setText(self._shown.sentence)
        self._button.setText(self._shown.label)
        self._button.setVisible(self._shown.action is not None)
        self.setAccessibleName(self._shown.sentence)
        place = self._place()
        self.move(place + QPoint(0, self.height() // 2))
        self.show()
        self.raise_()
        self._slide.setStartValue(self.pos())
        self._slide.setEndValue(place)
        self._slide.start()
        self._timer.start()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - there is no news at the start

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._shown.sentence))

    def _place(self) -> QPoint:
        parent = self._ground
        widest = parent.width() - 2 * SPACE_LARGE
        self._words.setWordWrap(False)
        self._row.invalidate()
        if self.sizeHint().width() > widest:
            self._words.setWordWrap(True)
            self.resize(widest, self._row.totalHeightForWidth(widest))
        else:
            self.resize(self.sizeHint())
        return QPoint((parent.width() - self.width()) // 2, parent.height() - self.height() - SPACE_TINY)

    def _act(self) -> None:
        news = self._shown
        self.dismiss()
        if news is not None and news.action is not None:
            news.action()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Resize and self._shown is not None:
            self._slide.stop()
            self.move(self._place())
        return super().eventFilter(watched, event)
