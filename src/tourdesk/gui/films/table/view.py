"""The library as a table: sortable, remembered columns, films dragged out by their lines."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import (
    QByteArray,
    QItemSelectionModel,
    QPoint,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.films.table.cells import (
    INSET,
    Cell,
    CountriesCell,
    FiguresCell,
    figures_font,
    room_for_names,
)
from tourdesk.gui.films.table.model import HEADINGS, Column, FilmListModel
from tourdesk.gui.films.table.selection import drag_films
from tourdesk.gui.films.table.title_cell import TitleCell
from tourdesk.gui.films.verdicts.column import VerdictCell, width_for_all
from tourdesk.gui.theme import number_font, scaled
from tourdesk.gui.tokens import BODY

_LONGEST = {Column.YEAR: "2026", Column.RUN_TIME: "≈ 10:00:00"}
"""Columns as wide as their longest text."""
_TWO_CODES = "NO, NO"
_CELLS: dict[Column, type[QStyledItemDelegate]] = {
    Column.TITLE: TitleCell,
    Column.YEAR: FiguresCell,
    Column.COUNTRIES: CountriesCell,
    Column.RUN_TIME: FiguresCell,
    Column.VERDICTS: VerdictCell,
}
_SHARES = {Column.TITLE: 32, Column.DIRECTORS: 23, Column.COUNTRIES: 17, Column.SECTION: 16, Column.TAGS: 13}
"""How the others share the rest until somebody drags them."""
_WIDE = 105
"""Characters: a narrower table leaves the tags out."""
_WORDY = 118
"""Characters: in a narrower table titles need what the words of the committee's choices would take."""
_VERY_WIDE = 160
"""Characters: what a table has for the tags beside what the committee says in words."""
_NARROW = 70
"""Characters: in a narrower one titles need what people, years and countries would take beside the committee."""
_SETTING = "films/columns"
_LINE_HEIGHT = 1.9
_FOUND_HEIGHT = 2.35
"""The same for two lines: the title, and the words in which a search was found."""


class _Header(QHeaderView):
    """Tells when somebody has dragged the edge of a column: columns also change by themselves when the last one stretches.

    The mouse is asked here and not at the header's viewport: for a widget that Qt has made, PySide makes the classes of all
    widgets there are, which held a start for 10 ms.
    """

    dragged = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._before: list[int] = []
        self.setSectionsClickable(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._before = self._widths()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        if self._widths() != self._before:
            self.dragged.emit()

    def _widths(self) -> list[int]:
        return [self.sectionSize(place) for place in range(self.count())]


class FilmTable(QTableView):
    """A table of films over a FilmListModel."""

    def __init__(self, model: FilmListModel, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._columns = model.columns
        self._room = 0
        """How wide the viewport is, as it was last told: see `_Header` why it is not asked."""
        self._untouched = True
        self._judged = False
        self.setModel(model)
        self.setAccessibleName(_("Films"))
        self.setItemDelegate(Cell(self))
        for column, cell in _CELLS.items():
            if column in self._columns:
                self.setItemDelegateForColumn(self._columns.index(column), cell(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self._set_up_headers()

    def _set_up_headers(self) -> None:
        lines = self.verticalHeader()
        lines.setVisible(False)
        # One height for all lines: a table of 100,000 films must not measure them.
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self._line_height(_LINE_HEIGHT))
        header = _Header(self)
        self.setHorizontalHeader(header)
        header.setStretchLastSection(True)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(True)
        # A selection of its own, always empty: to mark a column Qt would ask each of 100,000 lines whether it is chosen.
        header.setSelectionModel(QItemSelectionModel(self.model(), header))
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(40)
        kept = self._settings.value(_SETTING)
        self._untouched = not (isinstance(kept, QByteArray) and header.restoreState(kept))
        self.setSortingEnabled(True)
        header.sectionMoved.connect(self._remember)
        header.dragged.connect(self._remember)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns_menu)

    def make_room_for_words_found(self, needed: bool) -> None:  # noqa: FBT001 - Qt's own manner
        """Whether lines are high enough for the words in which a search was found, under each title."""
        lines, height = self.verticalHeader(), self._line_height(_FOUND_HEIGHT if needed else _LINE_HEIGHT)
        if height != lines.defaultSectionSize():
            # Told of each of 100,000 lines, the table would do nothing else.
            blocked = lines.blockSignals(True)
            lines.setDefaultSectionSize(height)
            lines.blockSignals(blocked)
            self.scheduleDelayedItemsLayout()

    def _line_height(self, texts: float) -> int:
        return int(self.fontMetrics().height() * texts)

    def show_verdicts(self) -> None:
        """There is a committee: its column is shown, unless somebody has chosen other columns."""
        if not self._judged:
            self._judged = True
            if self._untouched:
                self._share_width()

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802
        drag_films(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._room = event.size().width()
        super().resizeEvent(event)
        if self._untouched:
            self._share_width()

    def _share_width(self) -> None:
        """Columns that nobody has touched fit into the table; a narrow one leaves out tags, and sections for the committee."""
        header = self.horizontalHeader()
        left_out = set() if self._judged else {Column.VERDICTS}
        if not self._has_room(_WIDE):
            left_out |= {Column.TAGS, Column.SECTION} if self._judged else {Column.TAGS}
        if self._judged and not self._has_room(_VERY_WIDE):
            left_out |= {Column.TAGS}
        if self._judged and not self._has_room(_NARROW):
            left_out |= {Column.DIRECTORS, Column.YEAR, Column.COUNTRIES}
        widths = self._shared([column for column in self._columns if column not in left_out])
        for place, column in enumerate(self._columns):
            header.setSectionHidden(place, column not in widths)
            if column in widths:
                header.resizeSection(place, widths[column])

    def _shared(self, shown: Sequence[Column], *, codes: bool = False) -> dict[Column, int]:
        """The widths of the columns that are shown; countries stand by their codes where names have no room."""
        fixed = {column: self._fixed_width(column) for column in shown}
        if codes:
            two = _cell_width(_TWO_CODES, self.font())
            fixed[Column.COUNTRIES] = max(two, self._heading_width(Column.COUNTRIES))
        rest = self._room - sum(fixed.values())
        shares = sum(_SHARES[column] for column in shown if not fixed[column])
        widths = {column: fixed[column] or rest * _SHARES[column] // shares for column in shown}
        name = room_for_names(self.fontMetrics())
        if not codes and widths.get(Column.COUNTRIES, name) < name:
            return self._shared(shown, codes=True)
        return widths

    def _fixed_width(self, column: Column) -> int:
        """The width of a column whose texts are all of one length, 0 for the others."""
        if column is Column.VERDICTS:
            said = width_for_all(QFontMetrics(number_font(self.font())), words=self._has_room(_WORDY))
            return max(said, self._heading_width(column))
        if column not in _LONGEST:
            return 0
        return max(_cell_width(_LONGEST[column], figures_font(self.font())), self._heading_width(column))

    def _heading_width(self, column: Column) -> int:
        bold = scaled(self.font(), BODY, QFont.Weight.DemiBold)
        return _cell_width(_(HEADINGS[column]), bold)

    def _has_room(self, characters: int) -> bool:
        return self._room >= self.fontMetrics().averageCharWidth() * characters

    def _show_columns_menu(self, at: QPoint) -> None:
        header = self.horizontalHeader()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self._columns):
            if column is Column.TITLE:
                continue
            action = menu.addAction(_(HEADINGS[column]))
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(place))
            action.toggled.connect(lambda shown, place=place: self._show_column(place, shown))
        menu.popup(header.mapToGlobal(at))

    def _show_column(self, place: int, shown: bool) -> None:  # noqa: FBT001 - a signal's value
        self._untouched = False
        self.horizontalHeader().setSectionHidden(place, not shown)
        self._remember()

    def _remember(self) -> None:
        self._untouched = False
        self._settings.setValue(_SETTING, self.horizontalHeader().saveState())


def _cell_width(text: str, font: QFont) -> int:
    """The width in which a cell shows a text whole: rounded up, since what lacks half a pixel ends in an ellipsis."""
    return ceil(QFontMetricsF(font).horizontalAdvance(text)) + 2 * INSET
