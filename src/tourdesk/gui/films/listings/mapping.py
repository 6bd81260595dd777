"""The step before the check of a listing whose columns nobody knows: what each of them holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, later, n_, quoted
from tourdesk.gui.actions import Act, add_action, push_button
from tourdesk.gui.films.edit.fields import BY_NAME, shown
from tourdesk.gui.films.listings.table import MappingTable
from tourdesk.gui.films.tab_order import in_tab_order
from tourdesk.gui.plain import plain
from tourdesk.gui.theme import scaled, theme, tokens
from tourdesk.gui.tokens import LARGE, SPACE, SPACE_LARGE, SPACE_SMALL
from tourdesk.library.from_reading import film_field, film_from_reading
from tourdesk.library.intake.listings.mapping import ColumnMapping
from tourdesk.library.intake.listings.preview import Preview, preview
from tourdesk.library.intake.listings.rows import Table

_STYLE = """
QComboBox[doubtful="true"] {{ background: {warning_soft}; border: 1px solid {warning}; }}
QTableView::item {{ padding: 0 6px; }}
"""
_PREVIEWED = (
    "title", "original_title", "versions", "directors", "producers", "year", "countries", "languages", "section", "tags",
    "logline", "synopsis", "advisories", "ratings", "identifiers",
)  # fmt: skip
_WIDEST = 260


class MappingPanel(QWidget):
    """A listing's first rows with a chooser over each column, and what its first films become."""

    mapped = Signal(object)
    """A tuple of ColumnMapping: what the columns of all its tables hold."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: tuple[tuple[str, Table], ...] = ()
        self._mappings: list[ColumnMapping] = []
        self._step = 0
        self._title = QLabel(_("What do the columns hold?"))
        self._subtitle = plain(QLabel())
        self._told = plain(QLabel())
        self.table = MappingTable()
        self.films = QTableWidget(0, len(_PREVIEWED))
        self.accept = add_action(
            self,
            Act(later("These are right"), "ok", tip=later("Read the listing so, and remember it (Enter)")),
            self.go_on,
        )
        self.back = add_action(self, Act(later("Back"), "previous", ("Alt+Left",)), self.go_back)
        self.cancel = add_action(
            self,
            Act(later("Cancel"), "cancel", tip=later("Leave without reading the listing (Esc)")),
            self.cancelled.emit,
        )
        self._build()
        self.table.chosen.connect(self._choose)
        theme().changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self._title.setFont(scaled(self.font(), LARGE, self._title.font().Weight.DemiBold))
        for label in (self._subtitle, self._told):
            label.setProperty("role", "quiet")
            label.setWordWrap(True)
        self.films.setHorizontalHeaderLabels([_(BY_NAME[name].label) for name in _PREVIEWED])
        self.films.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.films.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.films.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.films.verticalHeader().hide()
        self.films.setWordWrap(False)
        self.films.setShowGrid(False)
        self.films.setAccessibleName(_("What the first films become"))
        self.films.horizontalHeader().setStretchLastSection(True)
        self.films.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE_SMALL)
        heading = QLabel(_("The first films become"))
        heading.setFont(scaled(self.font(), LARGE))
        column.addWidget(heading)
        column.addWidget(self.films, 1)
        column.addWidget(self._told)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([360, 260])
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        head.addWidget(push_button(self.cancel, self))
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addStretch()
        foot.addWidget(push_button(self.back, self))
        foot.addWidget(push_button(self.accept, self, primary=True))
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_LARGE, SPACE, SPACE_LARGE, SPACE)
        page.setSpacing(SPACE)
        page.addLayout(head)
        page.addWidget(splitter, 1)
        page.addLayout(foot)

    def start(self, tables: Sequence[tuple[str, Table]]) -> None:
        """Ask for the columns of these tables, each with the name of its file, one after the other."""
        self._tables = tuple(tables)
        self._mappings = [table.header.mapping for _name, table in tables]
        self._go_to(0)

    def go_on(self) -> None:
        """The columns are right: on to the next table; after the last one, all is told."""
        if not self._has_title:
            return
        if self._step + 1 < len(self._tables):
            self._go_to(self._step + 1)
        else:
            self.mapped.emit(tuple(self._mappings))

    def go_back(self) -> None:
        """Back to the table before."""
        if self._step:
            self._go_to(self._step - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        keys = Qt.Key
        if event.key() in {keys.Key_Return, keys.Key_Enter}:
            focus = self.window().focusWidget()
            focus.click() if isinstance(focus, QPushButton) else self.go_on()
        elif event.key() == keys.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _has_title(self) -> bool:
        return "title" in {field for _name, field in self._mappings[self._step].columns}

    def _go_to(self, step: int) -> None:
        self._step = step
        name, table = self._tables[step]
        self.table.show_table(table)
        self.table.take(self._mappings[step])
        where = _("“{file}”, sheet “{sheet}”", file=name, sheet=table.sheet) if table.sheet else quoted(name)
        rows = n_("{n} row", "{n} rows", len(table.body))
        words = _(
            "{where}, {rows}. Guessed where “?” stands; what you say is remembered for every listing with these columns.",
            where=where,
            rows=rows,
        )
        if len(self._tables) > 1:
            words = _("{step} of {count}: {words}", step=step + 1, count=len(self._tables), words=words)
        self._subtitle.setText(words)
        self.back.setEnabled(step > 0)
        choosers = list(self.table.choosers.values())
        in_tab_order(*choosers, *self.findChildren(QPushButton))
        first = next((one for one in choosers if one.property("doubtful")), choosers[0] if choosers else self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _choose(self, name: str, field: str | None) -> None:
        self._mappings[self._step] = self._mappings[self._step].with_field(name, field)
        self.table.take(self._mappings[self._step])
        self._tell()

    def _tell(self) -> None:
        table = self._tables[self._step][1]
        found = preview(table, self._mappings[self._step])
        self.accept.setEnabled(self._has_title)
        self.accept.setText(_("Next listing") if self._step + 1 < len(self._tables) else _("These are right"))
        self._told.setText(self._words(found))
        read = {film_field(field) for _name, field in self._mappings[self._step].columns if field}
        for column, name in enumerate(_PREVIEWED):
            self.films.setColumnHidden(column, name not in read)
        self.films.setRowCount(len(found.films))
        for row, reading in enumerate(found.films):
            film = film_from_reading(reading)
            doubtful = {film_field(name) for name in reading.doubtful}
            for column, name in enumerate(_PREVIEWED):
                words = shown(BY_NAME[name], getattr(film, name))
                item = QTableWidgetItem(f"{words}  ?" if name in doubtful else words)
                if name in doubtful:
                    item.setForeground(tokens().warning)
                self.films.setItem(row, column, item)
        self.films.resizeColumnsToContents()
        for column in range(len(_PREVIEWED)):
            self.films.setColumnWidth(column, min(self.films.columnWidth(column) + 12, _WIDEST))

    def _words(self, found: Preview) -> str:
        if not self._has_title:
            return _("⚠ No column is the title: please choose the one with the titles of the films.")
        if found.problems:
            return "⚠ " + "\n⚠ ".join(found.problems[:3])
        return _("Nothing is saved yet; what is doubtful is asked in the check.")

    def _dress(self) -> None:
        self.setStyleSheet(_STYLE.format(**tokens().named()))
        if self._tables:
            self._tell()
