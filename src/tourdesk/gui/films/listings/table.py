"""The first rows of a listing, and over each column a chooser of what it holds."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.listings.words import LABELS, label
from tourdesk.gui.plain import as_typed
from tourdesk.gui.theme import tokens
from tourdesk.library.intake.listings.mapping import ColumnMapping
from tourdesk.library.intake.listings.rows import Table

_ROWS = 12
_WIDEST, _NARROWEST = 240, 130
_MOST_COLUMNS = 200
"""So many get a chooser; a table with more is no listing of films, and what lies behind is not read."""

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """The first rows of a table under their header; the first line is left free for the choosers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._rows: list[tuple[str, ...]] = []
        self._fields: tuple[str | None, ...] = ()
        self._doubtful: frozenset[str] = frozenset()

    def show_table(self, table: Table, doubtful: frozenset[str]) -> None:
        """Show another table; `doubtful` are the columns that ask."""
        self.beginResetModel()
        self._doubtful = doubtful
        self._names = table.header.mapping.names[:_MOST_COLUMNS]
        self._rows = [row.cells for row in table.body[:_ROWS]]
        self._fields = tuple(table.header.mapping.field(name) for name in self._names)
        self.endResetModel()

    def take(self, mapping: ColumnMapping) -> None:
        """Columns that are not read step back."""
        self._fields = tuple(mapping.field(name) for name in self._names)
        if self._rows and self._names:
            last = self.index(len(self._rows), len(self._names) - 1)
            self.dataChanged.emit(self.index(1, 0), last, [Qt.ItemDataRole.ForegroundRole])

    # The names are Qt's.

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QColor | None:
        if index.row() == 0:
            return None
        cells = self._rows[index.row() - 1]
        words = cells[index.column()] if index.column() < len(cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(words[:200].split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_typed(words[:1000])
        if role == Qt.ItemDataRole.ForegroundRole and self._fields[index.column()] is None:
            return tokens().quiet
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            name = self._names[section]
            # Colour does not speak alone.
            return f"{name}  ?" if name in self._doubtful else name
        return None


class MappingTable(QTableView):
    """A listing's first rows; what a column holds is chosen over it."""

    chosen = Signal(str, object)
    """The name of a column, and the field it holds; None when it is not read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowsModel(self)
        self._choosers: dict[str, QComboBox] = {}
        self.setModel(self._rows)
        self.setAccessibleName(_("The first rows of the listing"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def show_table(self, table: Table) -> None:
        """Show another table, with what its columns are taken for."""
        columns = table.header.columns
        asking = {*columns.guessed, *columns.unknown, *columns.disbelieved} if table.header.asks else set()
        self._rows.show_table(table, frozenset(asking))
        self._choosers = {}
        for at, name in enumerate(table.header.mapping.names[:_MOST_COLUMNS]):
            chooser = self._chooser(name, doubtful=name in asking)
            self._choosers[name] = chooser
            self.setIndexWidget(self._rows.index(0, at), chooser)
        self.resizeColumnsToContents()
        for at, chooser in enumerate(self._choosers.values()):
            width = max(self.columnWidth(at), chooser.sizeHint().width() + 8, _NARROWEST)
            self.setColumnWidth(at, min(width, max(_WIDEST, chooser.sizeHint().width() + 8)))
        self.setRowHeight(0, max((c.sizeHint().height() for c in self._choosers.values()), default=30) + 8)
        self.take(table.header.mapping)

    def take(self, mapping: ColumnMapping) -> None:
        """Show what the columns are taken for now."""
        for name, chooser in self._choosers.items():
            blocker = QSignalBlocker(chooser)
            chooser.setCurrentIndex(chooser.findData(mapping.field(name) or ""))
            blocker.unblock()
        self._rows.take(mapping)

    @property
    def choosers(self) -> dict[str, QComboBox]:
        """The choosers by the names of their columns."""
        return self._choosers

    def _chooser(self, name: str, *, doubtful: bool) -> QComboBox:
        chooser = QComboBox()
        chooser.addItem(label(None), "")
        for field in LABELS:
            chooser.addItem(label(field), field)
        chooser.setMaxVisibleItems(len(LABELS) + 1)
        asking = _("What “{column}” holds, please check", column=name)
        chooser.setAccessibleName(asking if doubtful else _("What “{column}” holds", column=name))
        chooser.setToolTip(asking if doubtful else "")
        chooser.setProperty("doubtful", doubtful)
        chooser.currentIndexChanged.connect(lambda _at: self.chosen.emit(name, chooser.currentData() or None))
        return chooser
