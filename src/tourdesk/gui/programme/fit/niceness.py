"""Whether a rule must hold or would be nice, and how nice: a button, and a slider of three."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QToolButton, QWidget

from tourdesk.foundation.language import _, later
from tourdesk.programming.proposing.wishes import HARD, PRICES

_HOW = (later("would be nice, a little"), later("would be nice"), later("would be very nice"))
_USUAL = 2


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()  # scrolling the page changes nothing


class Niceness(QObject):
    """`must`, or `nice` with the slider: a button for the end of a rule's line, and a slider for the line's own."""

    changed = Signal()

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self._offered = True
        # Put into the row by the row: Tab goes through it in the order in which that is done.
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, len(PRICES))
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setFixedWidth(row.fontMetrics().horizontalAdvance("m") * 5)
        self.button.toggled.connect(self._on_button)
        self.slider.valueChanged.connect(self._tell)
        self.show_value(HARD)

    @property
    def value(self) -> int:
        """0 when it must hold, 1 to 3 for how nice it would be."""
        return self.slider.value() if self.button.isChecked() else HARD

    def show_value(self, value: int) -> None:
        """Show it; nothing is told of it."""
        blocked = [QSignalBlocker(self.button), QSignalBlocker(self.slider)]
        self.button.setChecked(value != HARD)
        self.slider.setValue(value or _USUAL)
        for blocker in blocked:
            blocker.unblock()
        self._fit()

    def _on_button(self) -> None:
        blocker = QSignalBlocker(self.slider)
        self.slider.setValue(_USUAL)
        blocker.unblock()
        self._tell()

    def _tell(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        said = _(_HOW[self.value - 1]) if self.value else _("must hold")
        self.button.setText(_("nice") if self.value else _("must"))
        self.button.setAccessibleName(said)
        self.slider.setVisible(self._offered and self.value != HARD)
        self.slider.setAccessibleName(_("How nice it would be"))
        self.slider.setAccessibleDescription(said)
        self.slider.setToolTip(said)
        tip = _("{how}: a click turns what must hold into what would be nice, and back", how=said)
        self.button.setToolTip(tip[:1].upper() + tip[1:])

    def offer(self, *, on: bool) -> None:
        """Show it for a rule that is switched on."""
        self._offered = on
        self.button.setVisible(on)
        self._fit()
