"""One wish as a sentence: its switch, the numbers and words in its middle, and whether it must hold."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.completion import completer_of
from tourdesk.gui.films.find.chips import FlowLayout
from tourdesk.gui.programme.fields import UndoOfTheScreen
from tourdesk.gui.programme.fit.niceness import Niceness
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.programming.proposing.sentences import FIELD, SENTENCES, TEXT, Number
from tourdesk.programming.proposing.wishes import Wish


class _NumberField(QSpinBox):
    """A number in a sentence; the wheel turns it only when it has the keyboard, so that scrolling changes nothing."""

    heightened = Signal(int)
    """How high it is now: the style sheet of the window has a say in that."""

    def __init__(self, number: Number) -> None:
        super().__init__()
        self.setRange(number.least, number.most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.lineEdit().installEventFilter(UndoOfTheScreen(self))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.heightened.emit(self.height())

    def setSuffix(self, suffix: str) -> None:  # noqa: N802 - Qt's name
        super().setSuffix(suffix)
        self._fit()

    def _fit(self) -> None:
        widest = self.fontMetrics().horizontalAdvance("0" * len(str(self.maximum())) + self.suffix())
        self.setFixedWidth(widest + 3 * SPACE_SMALL)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _TextField(QLineEdit):
    """A word in a sentence, with those that the library knows offered below it."""

    def __init__(self, known: QStringListModel) -> None:
        super().__init__()
        completer = completer_of(known, self)
        completer.activated.connect(lambda _text: self.editingFinished.emit())
        self.setCompleter(completer)
        self.setPlaceholderText(_("a tag"))
        self.installEventFilter(UndoOfTheScreen(self))
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("m" * 9) + 3 * SPACE_SMALL)


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

    def __init__(self, wish: Wish, tags: QStringListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = wish
        self._currency = ""
        self.switch = QCheckBox()
        sentence = SENTENCES[wish.kind]
        self.numbers = tuple(_NumberField(number) for number in sentence.numbers)
        self.text = _TextField(tags) if sentence.takes_text else None
        self.nice = Niceness(self) if sentence.softens else None
        self._words: list[list[_Words]] = []
        """The words before the first field, those before the second, and so on."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_SMALL)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.switch, 0, top)
        row.addLayout(self._sentence(sentence.said(wish.values)), 1)
        if self.nice is not None:
            row.addWidget(self.nice.button, 0, top)
        self.switch.toggled.connect(self._tell)
        for number in self.numbers:
            # As high as the first line of the sentence, so that it stands beside it where it wraps.
            number.heightened.connect(self.switch.setFixedHeight)
            number.valueChanged.connect(lambda _value, field=number: self._typed(field))
        if self.text is not None:
            self.text.editingFinished.connect(self._on_text)
        if self.nice is not None:
            self.nice.changed.connect(self._tell)
        self.show_wish(wish)

    def level(self, height: int) -> None:
        """Make a sentence without a number as high as those with one, so that all stand evenly and on one line."""
        if not self.numbers:
            first = self._words[0][0]
            # By an even number of pixels higher than the other words, or it would stand half a pixel lower.
            height -= (height - first.fontMetrics().height()) % 2
            self.switch.setFixedHeight(height)
            first.setFixedHeight(height)

    def _sentence(self, said: str) -> FlowLayout:
        flow = FlowLayout(spacing=self.fontMetrics().horizontalAdvance(" "))
        numbers = iter(self.numbers)
        for place, piece in enumerate(FIELD.split(said)):
            if place % 2 == 0:
                # Word by word, so that a long sentence wraps in a narrow column.
                self._words.append([_Words(word, self.switch) for word in piece.split()])
                for words in self._words[-1]:
                    flow.addWidget(words)
            elif piece == TEXT and self.text is not None:
                flow.addWidget(self.text)
            else:
                flow.addWidget(next(numbers))
        if self.nice is not None:
            flow.addWidget(self.nice.slider)
        return flow

    @property
    def wish(self) -> Wish:
        """What the row says."""
        return replace(
            self._wish,
            on=self.switch.isChecked(),
            values=tuple(number.value() for number in self.numbers),
            text=self._currency if self.text is None else self.text.text().strip(),
            nice=0 if self.nice is None else self.nice.value,
        )

    def count_in(self, currency: str) -> None:
        """The number is an amount in this currency."""
        self._currency = currency
        self.numbers[0].setSuffix(f" {currency}" if currency else "")

    def show_wish(self, wish: Wish) -> None:
        """Show a wish; nothing is told of it."""
        blocked = [QSignalBlocker(widget) for widget in (self.switch, *self.numbers)]
        self.switch.setChecked(wish.on)
        for number, value in zip(self.numbers, wish.values, strict=True):
            number.setValue(value)
        for blocker in blocked:
            blocker.unblock()
        if self.text is not None and self.text.text() != wish.text:
            self.text.setText(wish.text)
        if self.nice is not None:
            self.nice.show_value(wish.nice)
        self._fit(wish)

    def _on_text(self) -> None:
        if self.text is None or self.wish.text == self._wish.text:
            return
        # Who types a tag wants it; who empties the field does not.
        blocker = QSignalBlocker(self.switch)
        self.switch.setChecked(bool(self.wish.text))
        blocker.unblock()
        self._tell()

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
        self.changed.emit(self._wish)

    def _fit(self, wish: Wish) -> None:
        self._wish = wish
        pieces = FIELD.split(SENTENCES[wish.kind].said(wish.values))[::2]
        for labels, piece in zip(self._words, pieces, strict=True):
            for label, word in zip(labels, piece.split(None, max(len(labels) - 1, 0)), strict=False):
                label.setText(word.strip())
                label.setProperty("role", "" if wish.on else "quiet")
                label.style().polish(label)
        for place, number in enumerate(self.numbers):
            number.setEnabled(wish.on)
            name = _("{rule}: number {place}", rule=wish.sentence, place=place + 1)
            number.setAccessibleName(name if place else wish.sentence)
        self.switch.setAccessibleName(wish.sentence)
        if self.text is not None:
            self.text.setAccessibleName(_("Tag of the rule"))
        if self.nice is not None:
            self.nice.offer(on=wish.on)
