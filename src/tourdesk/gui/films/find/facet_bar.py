"""All facets over the list: sections and tags as lines of chips, the others as buttons that open a list."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.find.chips import IN_LINES, FacetLine, FlowLayout
from tourdesk.gui.films.find.facet_words import facet_word, in_order, value_word
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.library.finding.wanted import Chosen, Counts, Facet

if TYPE_CHECKING:
    from tourdesk.gui.films.find.facet_popup import FacetPopup

_LONGEST_BUTTON = 260
"""Pixels of what a button says."""
_ELIDE = Qt.TextElideMode.ElideRight


class FacetBar(QWidget):
    """What the list is narrowed to. Several values of several facets can be chosen."""

    changed = Signal()
    """Something else is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[Facet, tuple[str, ...]] = {}
        self._offers: dict[Facet, list[tuple[str, int]]] = {facet: [] for facet in Facet}
        self._popups: dict[Facet, FacetPopup] = {}
        self.lines = {facet: FacetLine(facet) for facet in IN_LINES}
        self.buttons = {facet: QPushButton() for facet in Facet if facet not in IN_LINES}
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_SMALL - 2)
        for facet, line in self.lines.items():
            line.chosen.connect(lambda values, facet=facet: self._choose(facet, values))
            line.more_wanted.connect(lambda facet=facet, line=line: self._open(facet, line.more))
            layout.addWidget(line)
        for facet, button in self.buttons.items():
            button.setProperty("chip", "more")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, facet=facet, button=button: self._open(facet, button))
            button.hide()
            self._flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        layout.addWidget(self._row)

    @property
    def chosen(self) -> Chosen:
        """The values that are chosen, by facet."""
        return dict(self._chosen)

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        return [*(stop for line in self.lines.values() for stop in line.tab_stops), *self.buttons.values()]

    def choose(self, chosen: Mapping[Facet, tuple[str, ...]]) -> None:
        """Choose exactly these values."""
        wanted = {facet: tuple(values) for facet, values in chosen.items() if values}
        if wanted != self._chosen:
            self._chosen = wanted
            for facet in Facet:
                self._show(facet)
            self.changed.emit()

    def show_counts(self, counts: Counts) -> None:
        """What can be chosen, with how many films there are of each."""
        for facet in Facet:
            self._offers[facet] = in_order(facet, counts.get(facet, ()))
            self._show(facet)

    def _choose(self, facet: Facet, values: tuple[str, ...]) -> None:
        self.choose({**self._chosen, facet: values})

    def _show(self, facet: Facet) -> None:
        chosen = self._chosen.get(facet, ())
        offers = self._offers[facet]
        # What is chosen can always be chosen no more, also before it is counted.
        offers = offers + [(value, 0) for value in chosen if value not in dict(offers)]
        if facet in self._popups:
            self._popups[facet].show_offers(offers, chosen)
        if facet in self.lines:
            self.lines[facet].show_offers(offers, chosen)
            return
        button = self.buttons[facet]
        names = ", ".join(value_word(facet, value) for value in chosen)
        word = facet_word(facet)
        said = _("{facet}: {values}", facet=word, values=names) if names else word
        short = button.fontMetrics().elidedText(said, _ELIDE, _LONGEST_BUTTON)
        button.setText(f"{short} ▾".replace("&", "&&"))
        button.setAccessibleName(said)
        button.setToolTip(_("Choose from all values of {facet}", facet=word))
        button.setChecked(bool(chosen))
        button.setEnabled(bool(offers))
        # One that was there stays: the list must not jump while somebody types.
        button.setVisible(bool(offers) or not button.isHidden())

    def _open(self, facet: Facet, under: QPushButton) -> None:
        # Pressing it does not choose anything yet.
        under.setChecked(bool(self._chosen.get(facet)))
        if facet not in self._popups:
            from tourdesk.gui.films.find.facet_popup import FacetPopup  # noqa: PLC0415 - the list comes before it

            self._popups[facet] = FacetPopup(facet, self)
            self._popups[facet].chosen.connect(lambda values: self._choose(facet, values))
            self._show(facet)
        self._popups[facet].open_under(under)
