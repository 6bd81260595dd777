"""The wishes as sentences: each with its switch and its numbers in the middle of the words."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from tourdesk.gui.films.chips import FlowLayout
from tourdesk.gui.programme.fields import UndoOfTheScreen
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY
from tourdesk.programming.proposing.wishes import SENTENCES, Number, Wish, Wishes, WishKind


class _NumberField(QSpinBox):
    """A number in a sentence; the wheel turns it only when it has the keyboard, so that scrolling changes nothing."""

    def __init__(self, number: Number) -> None:
        super().__init__()
        self.setRange(number.least, number.most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.lineEdit().installEventFilter(UndoOfTheScreen(self))
        widest = self.fontMetrics().horizontalAdvance("0" * len(str(number.most)))
        self.setFixedWidth(widest + 3 * SPACE_SMALL)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Words(QLabel):
    """Words of a sentence; a click on them turns its switch, as on the words beside any switch."""

    def __init__(self, text: str, switch: QCheckBox) -> None:
        super().__init__(text)
        self._switch = switch

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self._switch.click()


class WishRow(QWidget):
    """One wish."""

    changed = Signal(object)
    """Wish: as somebody set it."""

    def __init__(self, kind: WishKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        sentence = SENTENCES[kind]
        self.switch = QCheckBox()
        self.numbers = tuple(_NumberField(number) for number in sentence.numbers)
        self._words = [_Words(text.strip(), self.switch) for text in sentence.words.split("{}")]
        flow = FlowLayout(spacing=SPACE_TINY + 1)
        for place, words in enumerate(self._words):
            if words.text():
                flow.addWidget(words)
            if place < len(self.numbers):
                flow.addWidget(self.numbers[place])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_SMALL)
        row.addWidget(self.switch)
        row.addLayout(flow, 1)
        self.switch.toggled.connect(self._tell)
        for number in self.numbers:
            number.valueChanged.connect(lambda _value, field=number: self._typed(field))

    @property
    def wish(self) -> Wish:
        """What the row says."""
        return Wish(self._kind, self.switch.isChecked(), tuple(number.value() for number in self.numbers))

    def show_wish(self, wish: Wish) -> None:
        """Show a wish; nothing is told of it."""
        blocked = [
            QSignalBlocker(self.switch),
            *(QSignalBlocker(number) for number in self.numbers),
        ]
        self.switch.setChecked(wish.on)
        for number, value in zip(self.numbers, wish.values, strict=True):
            number.setValue(value)
        for blocker in blocked:
            blocker.unblock()
        self._fit(wish)

    def _typed(self, field: _NumberField) -> None:
        if len(self.numbers) == 2:
            # The first number is the lower one: the other follows when they would cross.
            low, high = self.numbers
            if low.value() > high.value():
                other = high if field is low else low
                blocker = QSignalBlocker(other)
                other.setValue(field.value())
                blocker.unblock()
        self._tell()

    def _tell(self) -> None:
        self._fit(self.wish)
        self.changed.emit(self.wish)

    def _fit(self, wish: Wish) -> None:
        texts = SENTENCES[self._kind].words_for(wish.values).split("{}")
        for words, text in zip(self._words, texts, strict=True):
            words.setText(text.strip())
            words.setProperty("role", "" if wish.on else "quiet")
            words.style().polish(words)
        for place, number in enumerate(self.numbers):
            number.setEnabled(wish.on)
            number.setAccessibleName(f"{wish.sentence}: number {place + 1}" if place else wish.sentence)
        self.switch.setAccessibleName(wish.sentence)


class WishList(QWidget):
    """All wishes."""

    changed = Signal(object)
    """Wishes: as somebody set them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = Wishes()
        self.rows = {kind: WishRow(kind) for kind in SENTENCES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_TINY)
        for row in self.rows.values():
            column.addWidget(row)
            row.changed.connect(self._on_row)

    def show_wishes(self, wishes: Wishes) -> None:
        """Show these wishes."""
        self._wishes = wishes
        for wish in wishes.all:
            row = self.rows[wish.kind]
            if row.wish != wish or not row.switch.accessibleName():
                row.show_wish(wish)

    def _on_row(self, wish: Wish) -> None:
        self._wishes = self._wishes.having(wish)
        self.changed.emit(self._wishes)
