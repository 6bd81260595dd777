"""The page that was read, as text, with the understood parts marked; what is selected can be used as a field."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.edit.fields import BY_NAME, Kind
from tourdesk.gui.films.intake.draft import CHECKED
from tourdesk.gui.films.intake.marks import MARKS, Places
from tourdesk.gui.theme import theme, tokens


@dataclass(frozen=True, slots=True)
class Marked:
    """A part of the page that became a field; places are Python's."""

    field: str
    start: int
    end: int


class PageView(QPlainTextEdit):
    """The text of the page; a click on a marked part tells its field."""

    field_clicked = Signal(str)
    use_as = Signal(str, bool, int, int)
    """The selected part is to be a field: its name, whether it is added to what is there, start and end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(_("The page that was read"))
        self.document().setDocumentMargin(12)
        self._places = Places("")
        self._marked: tuple[Marked, ...] = ()
        self._record: tuple[int, int] | None = None
        self._strong = ""
        theme().changed.connect(self._draw)

    def show_text(self, text: str) -> None:
        """Show another page."""
        self._places = Places(text)
        self._marked, self._record, self._strong = (), None, ""
        self.setPlainText(text)

    def show_marks(self, marked: Iterable[Marked], record: tuple[int, int] | None) -> None:
        """Mark the parts of one film; what lies outside of its record steps back."""
        self._marked = tuple(marked)
        self._record = record
        self._draw()

    def highlight(self, field: str) -> None:
        """Mark the parts of a field strongly and bring the first of them into sight."""
        self._strong = field
        self._draw()
        first = next((mark for mark in self._marked if mark.field == field), None)
        if first is not None:
            self.bring_to_sight(first.start)

    def bring_to_sight(self, place: int) -> None:
        """Scroll so that a place can be seen; a selection is let go."""
        cursor = self.textCursor()
        cursor.setPosition(min(self._places.in_qt(place), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        if not self.viewport().rect().adjusted(0, 0, 0, -24).contains(self.cursorRect()):
            self.centerCursor()

    def bring_film_to_sight(self) -> None:
        """Scroll so that the whole film can be seen; of one longer than the view, the beginning."""
        if self._record is None:
            return
        start, end = self._record
        cursor = self.textCursor()
        for place in (max(start, end - 1), start):
            cursor.setPosition(min(self._places.in_qt(place), self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def go_to_line(self, line: int) -> None:
        """Bring a line into sight, counted from 1."""
        block = self.document().findBlockByNumber(max(line - 1, 0))
        if block.isValid():
            self.bring_to_sight(self._places.in_python(block.position()))

    def selection(self) -> tuple[int, int] | None:
        """The selected part, as Python counts; None when nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._places.in_python(cursor.selectionStart())
        return start, self._places.in_python(cursor.selectionEnd())

    def use_menu(self) -> QMenu:
        """What the selected part can be used as."""
        menu = QMenu(self)
        for name in CHECKED:
            field = BY_NAME[name]
            if field.kind in {Kind.SHOWINGS, Kind.LICENCES, Kind.SOURCES}:
                continue  # typed in rows, in the film's form
            one = _(field.one or field.label)
            menu.addAction(_("Use as {field}", field=one.lower())).triggered.connect(
                lambda _checked=False, name=name: self._use(name, add=False)
            )
            if field.one:
                several = _(field.label).lower()
                menu.addAction(_("Add to {field}", field=several)).triggered.connect(
                    lambda _checked=False, name=name: self._use(name, add=True)
                )
        menu.setEnabled(self.selection() is not None)
        return menu

    # The names are Qt's.

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        menu = self.use_menu() if self.selection() else self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        place = self._places.in_python(self.cursorForPosition(event.position().toPoint()).position())
        # The narrowest part wins: a name may stand within a synopsis.
        under = [mark for mark in self._marked if mark.start <= place <= mark.end]
        if under:
            self.field_clicked.emit(min(under, key=lambda mark: mark.end - mark.start).field)

    def _use(self, name: str, *, add: bool) -> None:
        selected = self.selection()
        if selected is not None:
            self.use_as.emit(name, add, *selected)

    def _draw(self) -> None:
        looks = [*self._stepped_back()]
        # Long parts first, so that short ones within them are seen; the strong one last.
        ordered = sorted(self._marked, key=lambda mark: (mark.field == self._strong, mark.start - mark.end))
        for mark in ordered:
            look = MARKS[mark.field].text_format(strong=mark.field == self._strong)
            looks.append(self._look(mark.start, mark.end, look))
        self.setExtraSelections(looks)

    def _stepped_back(self) -> list[QTextEdit.ExtraSelection]:
        if self._record is None:
            return []
        quiet = QTextCharFormat()
        quiet.setForeground(tokens().quiet)
        start, end = self._record
        whole = self._places.in_python(self.document().characterCount() - 1)
        return [self._look(0, start, quiet), self._look(end, whole, quiet)]

    def _look(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._places.in_qt(start), last))
        cursor.setPosition(min(self._places.in_qt(end), last), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = look
        return selection
