"""How a row of the running order is drawn, and how a duration is typed into it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tourdesk.foundation.durations import clock_text, parse_duration
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.films.words import listed
from tourdesk.gui.programme import words
from tourdesk.gui.programme.look import Look, draw_icon, draw_sign, hatch, look_of
from tourdesk.gui.programme.order_model import ROW_ROLE
from tourdesk.gui.programme.rows import EndRow, ItemRow, NoteRow, PartRow
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.running_order import Severity

PAD = 14

SAID_ALREADY = "run-time approximate"
"""The rule whose finding the row shows anyway: by the ≈ before the run-time."""

_AnyIndex = QModelIndex | QPersistentModelIndex


class OrderDelegate(QStyledItemDelegate):
    """Draws rows; while a duration is typed it says so, letter by letter."""

    typing = Signal(str, str)
    """An item's key and what its duration field holds now."""
    typing_ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.problem = ""
        """What is wrong with the duration being typed; drawn in the row."""
        self.longest_clock = "00:00:00"
        """The widest clock time of the list: zones stand in it in a night when the clocks change."""
        self._editor_key = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        line = QFontMetricsF(option.font).height()
        row = index.data(ROW_ROLE)
        match row:
            case ItemRow() if second_line(row):
                height = 2 * line + 14
            case ItemRow():
                height = line + 18
            case PartRow():
                height = line + 22
            case EndRow():
                height = line * 1.3 + 26
            case _:
                height = line + 12
        return QSize(300, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        widget: QWidget = option.widget
        place = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = RowDrawing(painter, look_of(widget), place, state)
        row = index.data(ROW_ROLE)
        match row:
            case ItemRow():
                editing = self._editor_key == row.timed.item.key
                drawing.clock_chars = self.longest_clock
                drawing.item(row, self.problem if editing else "", editing=editing)
            case PartRow():
                drawing.part(row)
            case NoteRow():
                drawing.note(row)
            case EndRow():
                drawing.end(row)
        painter.restore()

    # Typing a duration in place.

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _AnyIndex
    ) -> QWidget:
        row = index.data(ROW_ROLE)
        assert isinstance(row, ItemRow)  # noqa: S101 - only items are editable
        self._editor_key = key = row.timed.item.key
        self.problem = ""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(f"Duration of {row.timed.item.title}")
        editor.setFont(look_of(parent).number)
        editor.textEdited.connect(lambda text: self._typed(key, text))
        return editor

    def setEditorData(self, editor: QWidget, index: _AnyIndex) -> None:  # noqa: N802 - Qt's name
        # Qt calls this again whenever the row changes; what is being typed must stay.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: _AnyIndex
    ) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified() and not problem_with(editor.text()):
            model.setData(index, editor.text())

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _AnyIndex
    ) -> None:
        place = RowDrawing.duration_place(QRectF(option.rect), look_of(editor))
        height = editor.sizeHint().height()
        rect = QRect(0, 0, round(place.width()) + 24, height)
        rect.moveCenter(place.center().toPoint())
        rect.moveRight(round(place.right()) + 6)
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: _AnyIndex) -> None:  # noqa: N802 - Qt's name
        self._editor_key = ""
        self.problem = ""
        self.typing_ended.emit()
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        enter = (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        )
        if enter and isinstance(editor, QLineEdit) and editor.isModified():
            # The field stays open until what stands in it is a duration.
            self._typed(self._editor_key, editor.text())
            if self.problem:
                return True
        return super().eventFilter(editor, event)

    def _typed(self, key: str, text: str) -> None:
        self.problem = problem_with(text)
        for editor in self._view.findChildren(QLineEdit):
            editor.setToolTip(self.problem)  # the row may be too narrow for all of it
        self.typing.emit(key, text)


def problem_with(text: str) -> str:
    """What is wrong with a typed duration, empty when nothing is."""
    try:
        parse_duration(text)
    except ProblemForUser as problem:
        return problem.sentence
    return ""


def second_line(row: ItemRow) -> str:
    """What stands small below the title: who made a film, or what an item is when its title does not say so."""
    item = row.timed.item
    if item.kind is ItemKind.FILM:
        version = item.version_name if item.version_name not in {"", "original"} else ""
        return "  ·  ".join(said for said in (listed(item.directors), version) if said)
    kind = words.KIND_WORDS[item.kind]
    return "" if item.title.startswith(kind) else kind


class RowDrawing:
    """Draws one row into its place."""

    def __init__(self, painter: QPainter, look: Look, place: QRectF, state: QStyle.StateFlag) -> None:
        self._painter = painter
        self._look = look
        self._place = place
        self.clock_chars = "00:00:00"
        self._selected = bool(state & QStyle.StateFlag.State_Selected)
        self._hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._focused = bool(state & QStyle.StateFlag.State_HasFocus)

    @staticmethod
    def duration_place(place: QRectF, look: Look) -> QRectF:
        """Where the duration stands: what is typed stands there too."""
        figures = QFontMetricsF(look.number)
        gap = figures.horizontalAdvance("+0:00:00")
        width = figures.horizontalAdvance("≈ 0:00:00")
        return QRectF(place.right() - PAD - gap - 8 - width, place.top(), width, place.height())

    def item(self, row: ItemRow, problem: str, *, editing: bool) -> None:
        """An item: clock, sign of its kind, title, who made it, duration, gap."""
        look, item = self._look, row.timed.item
        self._ground(row)
        place = self._place
        clock_width = QFontMetricsF(look.clock).horizontalAdvance(self.clock_chars) + 12
        clock = QRectF(place.left() + PAD, place.top(), clock_width, place.height())
        self._text(clock, row.clock, look.clock, look.text)
        icon = QRectF(clock.right() + 2, 0, 18, 18)
        icon.moveTop(place.center().y() - 9)
        draw_icon(self._painter, words.KIND_ICONS[item.kind], icon, look.muted)
        duration = self.duration_place(place, look)
        if not editing:
            colour = look.text if item.seconds is not None else look.warning
            self._text(duration, words.duration(item), look.number, colour, Qt.AlignmentFlag.AlignRight)
        if row.timed.gap_after:
            gap = QRectF(
                duration.right() + 8, place.top(), place.right() - PAD - duration.right() - 8, place.height()
            )
            self._text(
                gap,
                f"+{clock_text(row.timed.gap_after)}",
                look.number,
                look.muted,
                Qt.AlignmentFlag.AlignRight,
            )
        left = icon.right() + 10
        words_place = QRectF(left, place.top(), duration.left() - 12 - left, place.height())
        told = [finding for finding in row.findings if finding.rule != SAID_ALREADY]
        if told:
            worst = min(told, key=lambda finding: list(Severity).index(finding.severity))
            sign = QRectF(words_place.right() - 14, place.center().y() - 7, 14, 14)
            draw_sign(self._painter, sign, worst.severity, look)
            words_place.setRight(sign.left() - 8)
        self._titles(words_place, row, problem)

    def _titles(self, place: QRectF, row: ItemRow, problem: str) -> None:
        look, item = self._look, row.timed.item
        second = problem or second_line(row)
        font = look.strong if item.kind is ItemKind.FILM else look.body
        if problem and not second_line(row):
            # A row of one line has no room below: the problem stands in the title's place.
            self._text(place, problem, look.small, look.danger)
            return
        if not second:
            self._text(place, item.title, font, look.text)
            return
        upper = QRectF(place.left(), place.top() + 4, place.width(), place.height() / 2 - 3)
        lower = QRectF(place.left(), upper.bottom() - 1, place.width(), place.height() / 2 - 3)
        self._text(upper, item.title, font, look.text)
        self._text(lower, second, look.small, look.danger if problem else look.muted)

    def _ground(self, row: ItemRow) -> None:
        look, place, painter = self._look, self._place, self._painter
        pause = row.timed.item.kind is ItemKind.INTERMISSION
        inner = place.adjusted(4, 1, -4, -1)
        if pause:
            painter.fillRect(QRectF(place.left(), place.top(), place.width(), place.height()), look.track)
            edge = QRectF(place.left(), place.top(), 4, place.height())
            hatch(painter, edge, look.muted, 4.0, 1.2)
        if self._selected or self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.chosen if self._selected else look.hovered)
            painter.drawRoundedRect(inner, 5, 5)
        if not pause:
            tint = look.part(row.timed.part)
            colour = QColor(tint.strong)
            colour.setAlphaF(1.0 if row.timed.item.kind is ItemKind.FILM else 0.4)
            painter.fillRect(QRectF(place.left(), place.top(), 4, place.height()), colour)
        if self._focused:
            painter.setPen(QPen(look.focus, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 5, 5)

    def part(self, row: PartRow) -> None:
        """The header of a part: its name and how long it is."""
        look = self._look
        place = self._place.adjusted(PAD, 8, -PAD, -2)
        self._painter.fillRect(
            QRectF(self._place.left(), place.top(), 4, self._place.bottom() - place.top()),
            look.part(row.number).strong,
        )
        self._text(place, row.name, look.heading, look.part(row.number).ink)
        films = f"{row.films} film" if row.films == 1 else f"{row.films} films"
        total = clock_text(row.seconds)
        duration = self.duration_place(self._place, look)
        duration.setTop(place.top())
        duration.setBottom(place.bottom())
        self._text(duration, total, look.clock, look.text, Qt.AlignmentFlag.AlignRight)
        said = QRectF(place.left(), place.top(), duration.left() - 12 - place.left(), place.height())
        if row.films:
            film_words = f"{films} {clock_text(row.film_seconds)}"
            self._text(said, film_words, look.number, look.muted, Qt.AlignmentFlag.AlignRight)
        y = place.bottom() + 0.5
        self._painter.setPen(QPen(look.faint, 1.0))
        self._painter.drawLine(QLineF(self._place.left() + 4, y, self._place.right() - 4, y))

    def note(self, row: NoteRow) -> None:
        """A line across: midnight, or the clocks change."""
        look, place = self._look, self._place
        width = QFontMetricsF(look.small).horizontalAdvance(row.text)
        self._text(place, row.text, look.small, look.muted, Qt.AlignmentFlag.AlignHCenter)
        self._painter.setPen(QPen(look.faint, 1.0, Qt.PenStyle.DashLine))
        y, middle = place.center().y(), place.center().x()
        self._painter.drawLine(QLineF(place.left() + PAD, y, middle - width / 2 - 10, y))
        self._painter.drawLine(QLineF(middle + width / 2 + 10, y, place.right() - PAD, y))

    def end(self, row: EndRow) -> None:
        """The end of the evening and how far it is from when it must be."""
        look = self._look
        over = row.margin < 0
        place = self._place.adjusted(PAD, 6, -PAD, -4)
        self._painter.setPen(QPen(look.danger if over else look.text, 1.5))
        self._painter.drawLine(
            QLineF(self._place.left() + 4, place.top(), self._place.right() - 4, place.top())
        )
        colour = look.danger if over else look.text
        about = "" if row.exact else "about "
        clock_width = QFontMetricsF(look.large).horizontalAdvance(about + row.clock) + 4
        self._text(
            QRectF(place.left(), place.top(), clock_width, place.height()),
            about + row.clock,
            look.large,
            colour,
        )
        left = place.left() + clock_width + 10
        if over:
            draw_sign(self._painter, QRectF(left, place.center().y() - 8, 15, 15), Severity.ERROR, look)
            left += 24
        rest = QRectF(left, place.top(), place.right() - left, place.height())
        self._text(rest, f"end  ·  {row.margin_words}", look.body, colour)

    def _text(
        self,
        place: QRectF,
        text: str,
        font: QFont,
        colour: QColor,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, elided)
