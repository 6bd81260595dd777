"""How the check of a page is laid out: films above or on the left, the page, its fields, and the buttons."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, n_
from tourdesk.gui.actions import push_button
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.films.intake.check_fields import CheckFields
from tourdesk.gui.films.intake.groups import GroupBar
from tourdesk.gui.films.intake.offers import OfferPanel
from tourdesk.gui.films.intake.page_view import PageView
from tourdesk.gui.films.intake.strip import FilmStrip
from tourdesk.gui.films.intake.unread import UnreadList
from tourdesk.gui.problems import ProblemBar
from tourdesk.gui.reflow import Beside, TwoGroups
from tourdesk.gui.theme import scaled
from tourdesk.gui.tokens import LARGE, SMALL, SPACE, SPACE_LARGE, SPACE_SMALL

SIDE_BY_SIDE = 12
"""So many films stand side by side above the page; more stand in a list on its left, in groups."""

_SPLITTER = "films/check-splitter"


@dataclass(frozen=True, slots=True)
class CheckActions:
    """The actions whose buttons stand in the check: above and below it (the last stands out), at the groups, and where no film is."""

    head: tuple[QAction, ...]
    foot: tuple[QAction, ...]
    take_words: QAction
    take_sure: QAction
    first_step: QAction


class CheckLayout(QWidget):
    """The parts of the check, each in its place."""

    def __init__(self, context: Context, actions: CheckActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self.strip = FilmStrip()
        self.groups = GroupBar(actions.take_words, actions.take_sure)
        self.page = PageView()
        self.fields = CheckFields(context.tasks)
        self.offers = OfferPanel()
        self.problem = ProblemBar()
        self.problems = UnreadList()
        self.none = EmptyState(
            "films",
            _("No film was found on this page"),
            _("Select the title in the text and choose “Use as title”, or type the film by hand."),
            actions.first_step,
        )
        self.use = QPushButton(_("Use the selection as …"))
        head = [push_button(action, self) for action in actions.head]
        foot = [push_button(action, self, primary=action is actions.foot[-1]) for action in actions.foot]
        self.buttons = [*head, *foot]
        """The buttons in the order of the keyboard."""
        self._title = QLabel(_("Check what was read"))
        self._subtitle = QLabel()
        self._right = QStackedWidget()
        self._above = QVBoxLayout()
        self._beside = QVBoxLayout()
        self._build(head, foot)

    def stand_for(self, films: int) -> None:
        """Make room for so many films: side by side, or one below the other."""
        upright = films > SIDE_BY_SIDE
        self.strip.stand(upright=upright)
        self.groups.setVisible(upright)
        (self._beside if upright else self._above).addWidget(self.strip)

    def show_right(self, widget: QWidget) -> None:
        """Show the fields, what else is on the page, or that there is no film."""
        self._right.setCurrentWidget(widget)

    def tell(self, films: int, decided: int) -> None:
        """Say how far the check is."""
        if not films:
            self._subtitle.setText(_("Nothing is saved yet."))
            return
        self._subtitle.setText(
            n_(
                "{n} film on this page, {decided} decided. Nothing is saved yet.",
                "{n} films on this page, {decided} decided. Nothing is saved yet.",
                films,
                decided=decided,
            )
        )

    def _build(self, head: list[QPushButton], foot: list[QPushButton]) -> None:
        self._title.setFont(scaled(self.font(), LARGE, self._title.font().Weight.DemiBold))
        self._subtitle.setProperty("role", "quiet")
        self._subtitle.setWordWrap(True)
        said, ways_out = QHBoxLayout(), QHBoxLayout()
        said.addWidget(self._title)
        said.addWidget(self._subtitle, 1)
        for button in head:
            ways_out.addWidget(button)
        for widget in (self.fields, self.offers, self.none):
            self._right.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_LARGE, SPACE, SPACE_LARGE, SPACE)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(TwoGroups(said, ways_out))
        column.addWidget(self.problem)
        column.addWidget(self.groups)
        column.addLayout(self._above)
        column.addWidget(self._build_middle(), 1)
        column.addWidget(self._build_foot(foot))

    def _build_middle(self) -> QWidget:
        left = QWidget()
        self.use.setToolTip(_("Select words in the page first; the context menu does the same"))
        self.use.setMenu(QMenu(self.use))
        self.use.menu().aboutToShow.connect(self._fill_menu)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, SPACE_SMALL, 0)
        column.addLayout(self._beside, 1)
        column.addWidget(self.page, 1)
        column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.problems)
        return Beside(left, self._right, self._settings, _SPLITTER, (560, 600))

    def _build_foot(self, buttons: list[QPushButton]) -> QWidget:
        hint = QLabel(
            _("↑ ↓ field  ·  F2 type  ·  K keep  ·  T take  ·  S skip  ·  Backspace back  ·  Enter accept")
        )
        hint.setProperty("role", "quiet")
        hint.setFont(scaled(self.font(), SMALL))
        hint.setWordWrap(True)
        keys, row = QHBoxLayout(), QHBoxLayout()
        keys.addWidget(hint)
        for button in buttons:
            row.addWidget(button)
        return TwoGroups(keys, row)

    def _fill_menu(self) -> None:
        menu = self.use.menu()
        menu.clear()
        menu.addActions(self.page.use_menu().actions())
        menu.setEnabled(self.page.selection() is not None)
