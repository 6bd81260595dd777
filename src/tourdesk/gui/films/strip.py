"""The films of a page side by side, each with how far its check is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from tourdesk.gui.films.draft import FilmDraft, State
from tourdesk.gui.icons import icon

_SIGNS = {
    State.NEW: ("add", "accent"),
    State.CHANGED: ("edit", "accent"),
    State.SAME: ("check", "quiet"),
    State.DOUBTFUL: ("question", "warning"),
    State.READY: ("ok", "ok"),
    State.SKIPPED: ("close", "quiet"),
}
_CHARACTERS = 21


class FilmStrip(QListWidget):
    """One entry for each film, and one for what else is on the page."""

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setAccessibleName("Films of this page")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSpacing(3)
        self.setIconSize(QSize(20, 20))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(self._height() + 20)
        self.itemClicked.connect(lambda item: self.step_wanted.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        # Enter goes to the film; it must not reach the panel, where it accepts one.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step_wanted.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def show_steps(self, drafts: Sequence[FilmDraft], current: int, also: str = "") -> None:
        """Show how far each film is; `also` is a last entry for the rest of the page."""
        wanted = len(drafts) + bool(also)
        while self.count() > wanted:
            self.takeItem(self.count() - 1)
        while self.count() < wanted:
            self.addItem(QListWidgetItem())
        for place, draft in enumerate(drafts):
            item = self.item(place)
            title = draft.film.title or "Untitled"
            state = draft.state
            item.setText(f"{self._fitted(title)}\n{state.value}")
            item.setIcon(icon(*_SIGNS[state]))
            item.setToolTip(f"{place + 1}. {title}: {state.value}")
        if also:
            item = self.item(len(drafts))
            item.setText(f"Also on this page\n{also}")
            item.setIcon(icon("sponsors", "accent"))
        for place in range(self.count()):
            self.item(place).setSizeHint(QSize(self._width(), self._height()))
        if self.count():
            self.setCurrentRow(current)
            self.scrollToItem(self.item(current))

    def _width(self) -> int:
        return self.fontMetrics().averageCharWidth() * _CHARACTERS + 20

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * 2 + 12

    def _fitted(self, title: str) -> str:
        return self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, self._width() - 44)
