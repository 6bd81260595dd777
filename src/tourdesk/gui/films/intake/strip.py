"""The films of a page side by side, of a long listing one below the other, each with how far its check is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.intake.draft import State
from tourdesk.gui.films.intake.lineup import LineUp
from tourdesk.gui.icons import icon
from tourdesk.gui.plain import as_typed
from tourdesk.gui.theme import icon_size

_SIGNS = {
    State.NEW: ("add", "accent"),
    State.CHANGED: ("edit", "accent"),
    State.SAME: ("check", "quiet"),
    State.DOUBTFUL: ("question", "warning"),
    State.READY: ("ok", "ok"),
    State.SKIPPED: ("close", "quiet"),
}
_CHARACTERS = 21

Index = QModelIndex | QPersistentModelIndex


class StripModel(QAbstractListModel):
    """The films of a line-up, or those of one group, and what else is on the page; asked only for what is seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line_up = LineUp()
        self._places: Sequence[int] = ()
        self._also = ""
        self.size = QSize()
        """The size of an entry; empty where the list gives its whole width."""
        self.fitted: Callable[[str], str] = str
        """Cuts a title to the width of an entry: Qt cuts only texts of one line."""

    def show_line_up(self, line_up: LineUp, places: Sequence[int], also: str) -> None:
        """Show the films at these places, and the rest of the page where there is one."""
        self.beginResetModel()
        self._line_up, self._places, self._also = line_up, places, also
        self.endResetModel()

    def refresh(self, place: int) -> None:
        """A film has changed."""
        at = self.row_of(place)
        if at is not None:
            self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, place: int) -> int | None:
        """Where a film is shown; the place behind the last film is the rest of the page."""
        if place >= len(self._line_up):
            return len(self._places) if self._also else None
        return self._places.index(place) if place in self._places else None

    def place_of(self, row: int) -> int:
        """Which film is shown in a row."""
        return self._places[row] if row < len(self._places) else len(self._line_up)

    # The names are Qt's.

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._places) + bool(self._also)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QIcon | QSize | None:
        if role == Qt.ItemDataRole.SizeHintRole:
            return self.size if self.size.isValid() else None
        shown = self._film if index.row() < len(self._places) else self._rest
        return shown(index.row(), role)

    def _film(self, row: int, role: int) -> str | QIcon | None:
        place = self._places[row]
        state = self._line_up.states[place]
        title = self._line_up.drafts[place].film.title or _("Untitled")
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.fitted(title)}\n{_(state.value)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(*_SIGNS[state])
        return (
            as_typed(f"{place + 1}. {title}: {_(state.value)}")
            if role == Qt.ItemDataRole.ToolTipRole
            else None
        )

    def _rest(self, _row: int, role: int) -> str | QIcon | None:
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("sponsors", "accent")
        first = _("Also on this page")
        return f"{first}\n{self._also}" if role == Qt.ItemDataRole.DisplayRole else None


class FilmStrip(QListView):
    """One entry for each film, and one for what else is on the page."""

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = StripModel(self)
        self._model.fitted = self._fitted
        self.setModel(self._model)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("rows", "cards")
        self.setAccessibleName(_("Films of this page"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSpacing(3)
        self.setIconSize(icon_size(self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.stand(upright=False)
        self.clicked.connect(self._go)

    def stand(self, *, upright: bool) -> None:
        """Side by side, or one below the other, as there is room for."""
        never, needed = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
        )
        self.setFlow(QListView.Flow.TopToBottom if upright else QListView.Flow.LeftToRight)
        self.setProperty("frame", "" if upright else "none")
        self.setFrameShape(QFrame.Shape.StyledPanel if upright else QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(never if upright else needed)
        self.setVerticalScrollBarPolicy(needed if upright else never)
        height = self.fontMetrics().lineSpacing() * 2 + 12
        self._model.size = QSize() if upright else QSize(self._width(), height)
        self.setMinimumHeight(height + 20)
        self.setMaximumHeight(16_777_215 if upright else height + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        # Enter goes to the film; it must not reach the panel, where it accepts one.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def show_line_up(self, line_up: LineUp, places: Sequence[int], also: str = "") -> None:
        """Show the films at these places of a line-up; `also` is a last entry for the rest of the page."""
        self._model.show_line_up(line_up, places, also)
        self.go_to(line_up.step)

    def refresh(self, place: int) -> None:
        """A film has changed."""
        self._model.refresh(place)

    def go_to(self, place: int) -> None:
        """Stand on a film, which is brought into sight."""
        row = self._model.row_of(place)
        index = self._model.index(row if row is not None else -1)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.step_wanted.emit(self._model.place_of(index.row()))

    def _width(self) -> int:
        return self.fontMetrics().averageCharWidth() * _CHARACTERS + 26

    def _fitted(self, title: str) -> str:
        width = (self._model.size.width() if self._model.size.isValid() else self.viewport().width()) - 50
        return self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, max(width, 40))
