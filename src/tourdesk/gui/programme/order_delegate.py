"""How a row of the running order is drawn, and how a duration is typed into it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.programme.look import look_of
from tourdesk.gui.programme.order_model import ROW_ROLE
from tourdesk.gui.programme.row_drawing import RowDrawing, second_line
from tourdesk.gui.programme.rows import EndRow, GoneRow, ItemRow, NoteRow, PartRow, WaitRow
from tourdesk.gui.programme.typed import parse_length
from tourdesk.programming.findings import title_of

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
            case WaitRow():
                drawing.wait(row)
            case NoteRow():
                drawing.note(row)
            case GoneRow():
                drawing.clock_chars = self.longest_clock
                drawing.gone(row)
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
        editor.setAccessibleName(_("Duration of “{title}”", title=title_of(row.timed.item)))
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
        parse_length(text)
    except ProblemForUser as problem:
        return problem.sentence
    return ""
