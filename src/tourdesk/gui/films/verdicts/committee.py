"""The committee's part of the Films screen: keys, the panel of verdicts under the film, and ballots."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.pane import FilmPane
from tourdesk.gui.films.steps import Steps
from tourdesk.gui.films.table.listing import FilmListing
from tourdesk.gui.films.verdicts.ballot_files import BallotFiles
from tourdesk.gui.films.verdicts.judging import Judging
from tourdesk.gui.films.verdicts.panel import VerdictPanel
from tourdesk.gui.tokens import SPACE_LARGE, SPACE_SMALL


class Committee(QObject):
    """Judges the films that are chosen in the list, or the one that is shown where there is no list."""

    def __init__(
        self, context: Context, owner: QWidget, listing: FilmListing, pane: FilmPane, steps: Steps
    ) -> None:
        super().__init__(owner)
        self._listing = listing
        self._pane = pane
        self.judging = Judging(context, owner, self._chosen, steps)
        self.files = BallotFiles(context, owner, self._films_of_ballots, steps)
        self.panel = VerdictPanel(context, self.judging)
        self.beside = self._build_beside()
        self.button = self._build_button(owner)
        for signal in (pane.rebuilt, pane.left, pane.film_saved, listing.current_changed):
            signal.connect(self.follow)
        self.judging.committee_found.connect(listing.table.show_verdicts)
        self.follow()
        self.judging.recall()

    def _build_beside(self) -> QWidget:
        """The film with the panel under it."""
        beside = QWidget()
        under = QVBoxLayout()
        under.setContentsMargins(SPACE_LARGE, SPACE_SMALL, SPACE_LARGE, 0)
        under.addWidget(self.panel)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pane, 1)
        column.addLayout(under)
        return beside

    def _build_button(self, owner: QWidget) -> QPushButton:
        button = QPushButton(_("Committee"), owner)
        button.setToolTip(_("Who is judging, and ballots on paper and in spreadsheets"))
        menu = QMenu(button)
        menu.addAction(self.judging.other)
        menu.addAction(self.judging.members)
        menu.addSeparator()
        menu.addActions(list(self.files.actions))
        button.setMenu(menu)
        return button

    def follow(self) -> None:
        """Show the verdicts on the film that is shown; while it is edited, keys are for typing."""
        film_id = None if self._pane.editing else self._pane.film_id
        self.panel.show_film(film_id)
        self.panel.setVisible(film_id is not None)
        for action in self.judging.keys:
            action.setEnabled(not self._pane.editing)

    def keep(self) -> None:
        """The window closes: a comment that is being typed is saved."""
        self.panel.keep()

    def _chosen(self) -> Sequence[int]:
        if self._listing.isVisible():
            return self._listing.selected()
        film_id = self._pane.film_id
        return () if film_id is None else (film_id,)

    def _films_of_ballots(self) -> Sequence[int]:
        """Several chosen films are meant alone; else all that are listed are."""
        chosen = self._listing.selected()
        return chosen if len(chosen) > 1 else self._listing.model.ids
