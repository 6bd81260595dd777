"""All wishes as a list of sentences."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tourdesk.gui.programme.fit.wish_row import WishRow
from tourdesk.gui.tokens import SPACE
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wish, Wishes


class WishList(QWidget):
    """All wishes."""

    changed = Signal(object)
    """Wishes: as somebody set them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = Wishes()
        self._tags = QStringListModel(self)
        self.rows: dict[str, WishRow] = {}
        """Each wish's row by the wish's name."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self.show_wishes(self._wishes)

    def offer_tags(self, tags: Sequence[str]) -> None:
        """The tags that the library knows."""
        self._tags.setStringList(list(tags))

    def count_in(self, currency: str) -> None:
        """The currency in which fees are limited."""
        self.rows[WishKind.FEES].count_in(currency)

    def show_wishes(self, wishes: Wishes) -> None:
        """Show these wishes."""
        self._wishes = wishes
        names = [wish.name for wish in wishes.all]
        for name in [name for name in self.rows if name not in names]:
            row = self.rows.pop(name)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, wish in enumerate(wishes.all):
            if wish.name not in self.rows:
                self.rows[wish.name] = self._row(wish, place)
            elif self.rows[wish.name].wish != wish:
                self.rows[wish.name].show_wish(wish)

    def _level(self, height: int) -> None:
        """Sentences without a number begin with a line as high as the numbers of the others."""
        for row in self.rows.values():
            row.level(height)

    def _row(self, wish: Wish, place: int) -> WishRow:
        row = WishRow(wish, self._tags)
        row.changed.connect(self._on_row)
        for number in row.numbers:
            number.heightened.connect(self._level)
        self._column.insertWidget(place, row)
        return row

    def _on_row(self, wish: Wish) -> None:
        self._wishes = self._wishes.having(wish)
        self.changed.emit(self._wishes)
