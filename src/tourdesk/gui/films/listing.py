"""The library's list: narrowed by search and chips, as a table or as a grid of stills."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tourdesk.gui.context import Context
from tourdesk.gui.films.chips import ChipRow
from tourdesk.gui.films.grid import STILL_SIZE, FilmGrid
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.model import FilmListModel
from tourdesk.gui.films.stills import Stills
from tourdesk.gui.films.table import FilmTable, select_films, selected_films
from tourdesk.gui.films.words import counted
from tourdesk.library.desk import LibraryDesk
from tourdesk.library.films import FilmRow

_VIEW_SETTING = "films/grid"


_Counts = list[tuple[str, int]]


class SearchField(QLineEdit):
    """What is searched; Esc clears it, Down goes into the list.

    Nobody searches for several lines: pasted here, they are a film page, as anywhere else on the screen.
    """

    leave = Signal()
    page_pasted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Search films, people, texts")
        self.setAccessibleName("Search films")
        self.setToolTip("Search titles, people and texts (Ctrl+F)")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leave.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and _has_lines(QGuiApplication.clipboard().text()):
            self.page_pasted.emit()
        else:
            super().keyPressEvent(event)


def _has_lines(text: str) -> bool:
    return "\n" in text.strip()


class FilmListing(QWidget):
    """Chips, the table or the grid, and how many films are shown."""

    current_changed = Signal(object)
    """The id of the film that is shown in detail, None when there is none."""
    opened = Signal(int)
    """A film was double-clicked, or Enter pressed on it."""
    library_empty = Signal(bool)
    """Whether the library has no film at all."""

    def __init__(self, context: Context, search: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self._library: LibraryDesk = context.desks.library
        self._search = search
        self._current: int | None = None
        self._latest = Latest(context.tasks, "Searching", self)
        self._counting = Latest(context.tasks, "Counting", self)
        self.model = FilmListModel(parent=self)
        self.stills = Stills(self._library, context.tasks, STILL_SIZE, self)
        self.table = FilmTable(self.model, context.settings)
        self.grid = FilmGrid(self.model, self.stills)
        self.sections = ChipRow("Section")
        self.tags = ChipRow("Tag")
        self._views = QStackedWidget()
        self._count = QLabel()
        self._clear = QPushButton("Show all")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._views.addWidget(self.table)
        self._views.addWidget(self.grid)
        self._views.addWidget(self._build_nothing())
        self._count.setProperty("role", "quiet")
        self._clear.setFlat(True)
        below = QHBoxLayout()
        below.addWidget(self._count)
        below.addWidget(self._clear)
        below.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sections)
        layout.addWidget(self.tags)
        layout.addWidget(self._views, 1)
        layout.addLayout(below)
        self._view = self.grid if self._settings.value(_VIEW_SETTING, False, bool) else self.table
        self._views.setCurrentWidget(self._view)

    def _build_nothing(self) -> QWidget:
        nothing = QWidget()
        self._nothing = QLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        layout = QVBoxLayout(nothing)
        layout.addStretch()
        layout.addWidget(self._nothing)
        layout.addStretch()
        return nothing

    def _connect(self) -> None:
        self._search.textChanged.connect(self.refresh)
        self._search.leave.connect(self.enter)
        self.sections.chosen.connect(self.refresh)
        self.tags.chosen.connect(self.refresh)
        self._clear.clicked.connect(self.show_all)
        for view in (self.table, self.grid):
            view.selectionModel().currentChanged.connect(self._on_current)
            # Not `activated`: on some desktops a single click does that.
            view.doubleClicked.connect(self._on_opened)

    # What the screen asks.

    def refresh(self) -> None:
        """Ask the library again for what is searched and chosen."""
        library = self._library
        search, section, tag = self._search.text(), self.sections.value, self.tags.value

        self._latest.ask(lambda: library.rows(search, section, tag), self._show)

    def reload(self) -> None:
        """Films were changed: ask for the rows and for what can be chosen on the chips."""
        library = self._library
        self._counting.ask(lambda: (library.sections(), library.tags()), self._show_counts)
        self.refresh()

    def show_all(self) -> None:
        """Clear the search and the chips."""
        self._search.clear()
        self.sections.choose(None)
        self.tags.choose(None)

    def narrow(self, *, section: str | None = None, tag: str | None = None) -> None:
        """Show only one section, or only one tag, whatever was searched."""
        self._search.clear()
        self.sections.choose(section)
        self.tags.choose(tag)

    def show_grid(self, grid: bool) -> None:  # noqa: FBT001 - Qt's own manner
        """Show stills instead of the table; what is chosen stays chosen."""
        chosen = self.selected()
        self._settings.setValue(_VIEW_SETTING, grid)
        self._view = self.grid if grid else self.table
        if self.model.rows:
            self._views.setCurrentWidget(self._view)
        self._choose(chosen)
        self._view.setFocus()

    @property
    def shows_grid(self) -> bool:
        """Whether stills are shown."""
        return self._view is self.grid

    def selected(self) -> list[int]:
        """The chosen films."""
        return selected_films(self._view)

    def select(self, film_id: int) -> None:
        """Choose a film; when search or chips hide it, everything is shown first."""
        self._current = film_id
        if not self._choose([film_id]):
            self.show_all()
            self.refresh()

    def enter(self) -> None:
        """Give the keyboard to the list."""
        self._view.setFocus()
        if not self.selected() and self.model.rows:
            self._choose([self.model.row_at(0).id])

    def _choose(self, film_ids: list[int]) -> bool:
        return select_films(self._view, film_ids)

    def _show_counts(self, counts: tuple[_Counts, _Counts]) -> None:
        sections, tags = counts
        self.sections.show_counts(sections)
        self.tags.show_counts(tags)

    def _show(self, rows: list[FilmRow]) -> None:
        chosen = self.selected() or ([self._current] if self._current is not None else [])
        if self._current in chosen:
            chosen.remove(self._current)
            chosen.insert(0, self._current)
        self.model.show_rows(rows)
        narrowed = bool(self._search.text() or self.sections.value or self.tags.value)
        self._count.setText(counted(len(rows), "film"))
        self._clear.setVisible(narrowed)
        self.library_empty.emit(not rows and not narrowed)
        if not rows:
            self._nothing.setText(self._nothing_found())
            self._views.setCurrentIndex(2)
            # What is not in the list is not beside it either; `_current` waits until it is found again.
            self.current_changed.emit(None)
            return
        self._views.setCurrentWidget(self._view)
        # What is still chosen is left alone, so that the list does not move under who reads it.
        if not self.selected() and not self._choose(chosen):
            self._choose([rows[0].id])

    def _nothing_found(self) -> str:
        words = self._search.text().strip()
        among = [f"in {self.sections.value}"] if self.sections.value else []
        among += [f"with the tag {self.tags.value}"] if self.tags.value else []
        where = f" {' '.join(among)}" if among else ""
        if words:
            return f"No film{where} has “{words}” in its title, its people or its texts."
        return f"No film{where}."

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self.sender() is not self._view.selectionModel():
            return
        self._current = self.model.row_at(index.row()).id if index.isValid() else None
        self.current_changed.emit(self._current)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.row_at(index.row()).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._view.hasFocus() and self.selected():
            self.opened.emit(self.selected()[0])
        else:
            super().keyPressEvent(event)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, from top to bottom."""
        return (*self.sections.tab_stops, *self.tags.tab_stops, self.table, self.grid, self._clear)

    @property
    def view(self) -> QAbstractItemView:
        """The table or the grid, whichever is shown."""
        return self._view
