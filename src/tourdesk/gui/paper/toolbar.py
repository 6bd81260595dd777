"""The line above the preview: sheet, page, zoom, and what is done with the paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSpinBox, QWidget

from tourdesk.documents.evening import Edition
from tourdesk.documents.theme import Paper
from tourdesk.foundation.dates import day_text
from tourdesk.foundation.language import _
from tourdesk.gui.actions import push_button, tool_button
from tourdesk.gui.paper.preview import Preview
from tourdesk.gui.reflow import TwoGroups
from tourdesk.gui.tokens import SPACE, SPACE_SMALL, SPACE_TINY

TITLES = {Paper.A4: "A4", Paper.LETTER: "Letter", Paper.A3: "A3"}


class PaperToolbar(QFrame):
    """Shows which page is in sight and how large; tells which sheet and page are wanted."""

    paper_chosen = Signal(object)
    """Paper."""
    edition_chosen = Signal(object)
    """The number of an edition, None for the programme as it is now."""

    def __init__(
        self,
        preview: Preview,
        moves: Sequence[QAction],
        zooms: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._paper = QComboBox()
        self._paper.setAccessibleName(_("Sheet"))
        self._paper.setToolTip(_("The sheet it is printed on"))
        self._paper.activated.connect(lambda _index: self.paper_chosen.emit(self._paper.currentData()))
        self._edition = QComboBox()
        self._edition.setAccessibleName(_("Edition"))
        self._edition.setToolTip(_("The programme as it is now, or as it was published"))
        self._edition.activated.connect(lambda _index: self.edition_chosen.emit(self._edition.currentData()))
        self._edition.hide()
        self._page = QSpinBox()
        self._page.setAccessibleName(_("Page"))
        self._page.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._page.setKeyboardTracking(False)
        self._page.valueChanged.connect(preview.go_to)
        self._zoom = QLabel()
        self._zoom.setProperty("role", "quiet")
        self._zoom.setAccessibleName(_("Zoom"))
        self._zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("000 %"))
        self._row, self._deeds = QHBoxLayout(), QHBoxLayout()
        self._row.addWidget(self._paper)
        self._row.addWidget(self._edition)
        self._row.addSpacing(SPACE)
        previous, following = (tool_button(action) for action in moves)
        smaller, larger, *fits = (tool_button(action) for action in zooms)
        self._row.addWidget(previous)
        self._row.addWidget(self._page)
        self._row.addWidget(following)
        self._row.addSpacing(SPACE)
        self._row.addWidget(smaller)
        self._row.addWidget(self._zoom)
        self._row.addWidget(larger)
        for fit in fits:
            self._row.addWidget(fit)
        self._row.addStretch()
        self._deeds.addStretch()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TwoGroups(self._row, self._deeds, SPACE_TINY))
        preview.page_changed.connect(self._show_page)
        preview.zoom_changed.connect(self._show_zoom)
        self._show_page()

    def add_deeds(self, *actions: QAction) -> None:
        """Buttons with words at the right; the last one is what is done most."""
        for action in actions:
            self._deeds.addSpacing(SPACE_SMALL)
            self._deeds.addWidget(push_button(action, primary=action is actions[-1]))

    def show_papers(self, papers: Sequence[Paper], chosen: Paper) -> None:
        """Show which sheets there are for this paper, and which is chosen."""
        self._paper.clear()
        for paper in papers:
            self._paper.addItem(TITLES[paper], paper)
        self._paper.setCurrentIndex(self._paper.findData(chosen))

    def show_editions(self, editions: Sequence[Edition], chosen: int | None) -> None:
        """Show what was published of the programme, and which edition is chosen; away where nothing was.

        The days are those of the venue's clock, as on the papers.
        """
        self._edition.clear()
        self._edition.addItem(_("As it is now"), None)
        for one in editions:
            on = day_text(one.at.date())
            self._edition.addItem(_("Edition {number}, {day}", number=one.number, day=on), one.number)
        self._edition.setCurrentIndex(max(self._edition.findData(chosen), 0))
        self._edition.setVisible(bool(editions))

    def _show_page(self) -> None:
        pages = self._preview.pages
        before = self._page.blockSignals(True)
        self._page.setRange(min(pages, 1), pages)
        self._page.setSuffix(_(" of {pages}", pages=pages))
        self._page.setValue(self._preview.page if pages else 0)
        self._page.blockSignals(before)
        self._page.setEnabled(pages > 1)
        self._show_zoom()

    def _show_zoom(self) -> None:
        self._zoom.setText(f"{round(self._preview.zoom * 100)} %" if self._preview.pages else "")
