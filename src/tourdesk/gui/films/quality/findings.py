"""What is wanting in the catalogue, in one list grouped by kind; a click or Enter goes to the film and its field."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, n_
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.plain import as_typed
from tourdesk.gui.theme import theme, tokens
from tourdesk.gui.tokens import SPACE
from tourdesk.library.quality import HEADINGS, Finding, Group, Kind
from tourdesk.storage.changes import Changes

MOST = 200
"""Findings of a kind that are listed at once: when some are mended, others come up."""
_SOON, _LATER = 300, 2000
"""Milliseconds after a change before the catalogue is looked through again: an import changes many films, and while
only the number is in sight, other work goes first.
"""
_TITLES = 0.44
"""The most of the width that titles take; the rest says what is wanting."""
_FINDING = Qt.ItemDataRole.UserRole
_KIND = Qt.ItemDataRole.UserRole + 1


class QualityList(QWidget):
    """The list, and in its place a sentence when nothing is wanting.

    The catalogue is looked through when the list is first opened; from then on it keeps itself up to date, hidden too.
    """

    counted = Signal(int)
    """How many findings there are now."""
    film_wanted = Signal(int)
    """A finding was chosen: show its film."""
    field_wanted = Signal(object)
    """A finding was clicked, or Enter pressed on it: mend it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desks = context.desks
        self._latest = Latest(context.tasks, _("Checking the catalogue"), self)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.check)
        self._opened = False
        self._coloured = True
        self._groups: tuple[Group, ...] = ()
        self._heads: list[QTreeWidgetItem] = []
        self._lines: list[QTreeWidgetItem] = []
        self.tree = _Tree()
        self.well = EmptyState(
            "ok",
            _("All is well"),
            _(
                "Every film has its run-time, year, director, country and still, and no two contradict each other."
            ),
        )
        self._total = QLabel()
        self._build()
        context.changed.connect(self._on_changes)
        theme().changed.connect(self._recolour)

    def _build(self) -> None:
        self._total.setProperty("role", "quiet")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.well)
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.itemClicked.connect(self._go)
        self.tree.entered.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self._total)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if not self._coloured:
            self._recolour()
        if not self._opened or self._soon.isActive():
            self.check()

    def _recolour(self) -> None:
        """Show the lines in the colours of now; what is not in sight waits until it is."""
        self._coloured = self.isVisible()
        if self._coloured:
            self._show()

    def check(self) -> None:
        """Look through the catalogue again, beside the window."""
        self._opened = True
        self._soon.stop()
        desks = self._desks
        self._latest.ask(lambda: desks.quality.report(MOST), self._take)

    def enter(self) -> None:
        """Give the keyboard to the list."""
        self.tree.setFocus()
        if self.tree.currentItem() is None and self._lines:
            self._choose(None, 0)

    def _on_changes(self, changes: Changes) -> None:
        if self._opened and any(change.subject == "film" for change in changes):
            self._soon.start(_SOON if self.isVisible() else _LATER)

    def _take(self, groups: tuple[Group, ...]) -> None:
        if groups != self._groups:
            self._groups = groups
            self._show()
        self.counted.emit(sum(group.count for group in groups))

    def _show(self) -> None:
        """Show the groups anew; what was folded stays folded, and the finding that was current or its place is current."""
        total = sum(group.count for group in self._groups)
        folded = {head.data(0, _KIND) for head in self._heads if not head.isExpanded()}
        place, current = self._place(), self.tree.currentItem()
        finding = current.data(0, _FINDING) if current is not None else None
        self.tree.blockSignals(True)
        self.tree.clear()
        self._heads, self._lines = [], []
        for group in self._groups:
            if group.count:
                self._add(group, folded)
        self.tree.blockSignals(False)
        self.tree.fit_titles(line.text(0) for line in self._lines)
        self._total.setText(n_("{n:,} finding", "{n:,} findings", total))
        self._total.setVisible(bool(total))
        self._stack.setCurrentWidget(self.tree if total else self.well)
        if finding is not None and self._lines:
            self._choose(finding, place)

    def _add(self, group: Group, folded: Collection[Kind]) -> None:
        head, lines = _head(group), [_line(finding) for finding in group.findings]
        self.tree.addTopLevelItem(head)
        head.addChildren(lines)
        if group.count > len(lines):
            head.addChild(_more(group.count - len(lines)))
        head.setFirstColumnSpanned(True)
        head.setExpanded(group.kind not in folded)
        self._heads.append(head)
        self._lines += lines

    def _choose(self, finding: Finding | None, place: int) -> None:
        """The finding that was current stays so; where it was mended, the one that took its place is."""
        same = [
            line for line in self._lines if finding is not None and _same(line.data(0, _FINDING), finding)
        ]
        self.tree.setCurrentItem(same[0] if same else self._lines[min(place, len(self._lines) - 1)])

    def _place(self) -> int:
        """How many findings stand above the current one."""
        current = self.tree.currentItem()
        return self._lines.index(current) if current in self._lines else 0

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        finding = item.data(0, _FINDING) if item is not None else None
        if isinstance(finding, Finding):
            self.film_wanted.emit(finding.film_id)

    def _go(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, _FINDING)
        if isinstance(finding, Finding):
            self.field_wanted.emit(finding)


class _Tree(QTreeWidget):
    """Titles on the left, what is wanting on the right."""

    entered = Signal(object)
    """The item on which Enter was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._widest = 0
        self.setAccessibleName(_("What is wanting in the catalogue"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        # What is wanting is read whole: a long line goes on below itself.
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.share_width()

    def fit_titles(self, titles: Iterable[str]) -> None:
        """Give these titles as much as the widest needs, but no more than their share."""
        words = max(map(self.fontMetrics().horizontalAdvance, titles), default=0)
        self._widest = 2 * self.indentation() + words + 2 * SPACE
        self.share_width()

    def share_width(self) -> None:
        """Share the width between titles and what is wanting."""
        most = int(self.viewport().width() * _TITLES)
        self.header().resizeSection(0, min(self._widest, most))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self.entered.emit(item)
        else:
            super().keyPressEvent(event)


class _Wrapped(QStyledItemDelegate):
    """A line as high as its words need in the width of their column."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        if not index.parent().isValid():
            # A heading runs over both columns.
            return super().sizeHint(option, index)
        room = QStyleOptionViewItem(option)
        indentation = 0 if index.column() else 2 * self._tree.indentation()
        room.rect = QRect(0, 0, self._tree.columnWidth(index.column()) - indentation, 1)
        return super().sizeHint(room, index)


def _head(group: Group) -> QTreeWidgetItem:
    """The line over a group, with how many there are."""
    heading = _("{heading}  ·  {n:,}", heading=_(HEADINGS[group.kind]), n=group.count)
    item = QTreeWidgetItem([heading])
    font = item.font(0)
    font.setWeight(QFont.Weight.DemiBold)
    item.setFont(0, font)
    item.setData(0, _KIND, group.kind)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _more(rest: int) -> QTreeWidgetItem:
    item = QTreeWidgetItem([n_("and {n:,} more", "and {n:,} more", rest), ""])
    item.setForeground(0, tokens().quiet)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _line(finding: Finding) -> QTreeWidgetItem:
    title = f"{finding.title} ({finding.year})" if finding.year else finding.title
    item = QTreeWidgetItem([title, finding.detail])
    item.setData(0, _FINDING, finding)
    heading = _(HEADINGS[finding.kind])
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, _("{title}: {finding}", title=title, finding=heading))
    item.setToolTip(0, as_typed(title))
    item.setToolTip(1, as_typed(finding.detail))
    item.setForeground(1, tokens().quiet)
    return item


def _same(one: Finding, other: Finding) -> bool:
    return (one.kind, one.film_id) == (other.kind, other.film_id)
