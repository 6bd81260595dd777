"""The cells of a list of films: the ground of its line, and a text that ends in an ellipsis where there is no more room.

Drawn by hand: Qt's own way asks the list eight questions for each cell and goes through the style sheet for its text, and
takes three times as long. A list is drawn anew at each letter of a search.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tourdesk.foundation.codes import country_name
from tourdesk.gui.films.table.model import FILM_ROLE
from tourdesk.gui.theme import number_font
from tourdesk.library.film_row import FilmRow

INSET = 8
"""Pixels at each side of a cell's text."""
_FIGURES = 1.05
"""The condensed face looks smaller than the text beside it."""
_LONG_NAME = "GB"
"""A country that many films come from and whose name is long in every language."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_SELECTED, _ENABLED, _ACTIVE = (
    QStyle.StateFlag.State_Selected,
    QStyle.StateFlag.State_Enabled,
    QStyle.StateFlag.State_Active,
)

AnyIndex = QModelIndex | QPersistentModelIndex


class Cell(QStyledItemDelegate):
    """A cell with its text on the left. It has no focus frame: the line is what is chosen."""

    aligned = _LEFT

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: N802
        option.text = index.data() or ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        draw_ground(painter, option)
        draw_words(painter, option, option.rect, self.aligned)


class FiguresCell(Cell):
    """Figures on the right, in the face whose figures align."""

    aligned = _RIGHT

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        option.font = figures_font(option.font)


class CountriesCell(Cell):
    """Countries by their names, or by their codes where these have no room: “US” says more than “Unit…”."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        metrics, width = QFontMetrics(option.font), option.rect.width()
        # Where many names have no room all countries stand by their codes, so that they read alike. A cell that is asked
        # for its size only has no room to fill yet.
        needed = max(room_for_names(metrics), metrics.horizontalAdvance(option.text) + 2 * INSET)
        if 0 < width < needed:
            row: FilmRow | None = index.data(FILM_ROLE)
            option.text = ", ".join(row.countries) if row is not None else ""


def figures_font(font: QFont) -> QFont:
    """The face of run-times and years beside a text in `font`."""
    return number_font(font, _FIGURES)


def room_for_names(metrics: QFontMetrics) -> int:
    """The width from which on countries stand by their names."""
    return metrics.horizontalAdvance(country_name(_LONG_NAME)) + 2 * INSET


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a cell: nothing but the mark of a chosen line."""
    if option.state & _SELECTED:
        painter.fillRect(option.rect, option.palette.brush(_group(option), QPalette.ColorRole.Highlight))


def draw_words(painter: QPainter, option: QStyleOptionViewItem, room: QRect, aligned: int = _LEFT) -> None:
    """The text of a cell within a part of it."""
    chosen = QPalette.ColorRole.HighlightedText if option.state & _SELECTED else QPalette.ColorRole.Text
    painter.setFont(option.font)
    painter.setPen(option.palette.color(_group(option), chosen))
    inner = room.adjusted(INSET, 0, -INSET, 0)
    words = QFontMetrics(option.font).elidedText(option.text, option.textElideMode, inner.width())
    painter.drawText(inner, aligned, words)


def _group(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    if not option.state & _ENABLED:
        return QPalette.ColorGroup.Disabled
    return QPalette.ColorGroup.Active if option.state & _ACTIVE else QPalette.ColorGroup.Inactive
