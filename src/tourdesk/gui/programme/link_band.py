"""The band above the running order: what the programme varies, and what of it was published."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.frame.form_dialog import headed
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.elided import ElidedLabel
from tourdesk.gui.programme.links import Links, counted
from tourdesk.gui.tokens import SPACE, SPACE_HUGE, SPACE_LARGE, SPACE_SMALL, SPACE_TINY
from tourdesk.programming import telling
from tourdesk.programming.difference import Difference
from tourdesk.programming.publishing import Published


class LinkBand(QFrame):
    """One line for the master and one for the editions; hidden while there is neither."""

    def __init__(self, builder: Builder, links: Links, print_edition: QAction) -> None:
        super().__init__()
        self._builder = builder
        self._links = links
        self._print = print_edition
        self.setObjectName("linkBand")
        self.setProperty("surface", "raised")
        self.varies, self.published = ElidedLabel(), ElidedLabel()
        self.show_master = _link(_("Show"), _("In what it differs from its master"))
        self.follow = _link(_("Take its changes"), _("Take over what was changed in the master"))
        self.detach = _link(_("Detach"), _("Let it vary its master no more"))
        self.show_since = _link(_("Show"), _("What was changed since it was published"))
        self.editions = _link(_("Editions"), _("Everything that was published of it"))
        self._menu = QMenu(self.editions)
        self._menu.aboutToShow.connect(self._list_editions)
        self.editions.setMenu(self._menu)
        self.editions.setStyleSheet("padding-right: 24px;")  # room for the arrow
        self._of_master = _line(self.varies, self.show_master, self.follow, self.detach)
        self._of_editions = _line(self.published, self.show_since, self.editions)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE_TINY, SPACE_SMALL, SPACE_TINY)
        column.setSpacing(0)
        column.addWidget(self._of_master)
        column.addWidget(self._of_editions)
        self.show_master.clicked.connect(self._tell_master)
        self.follow.clicked.connect(links.follow)
        self.detach.clicked.connect(builder.detach)
        self.show_since.clicked.connect(lambda: self._tell_since(links.editions[-1]))
        links.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is so now."""
        master, found = self._builder.draft.programme.master, self._links.from_master
        self._of_master.setVisible(master is not None)
        if master is not None:
            sentence = _("Varies “{master}”.", master=master.name)
            if found is not None:
                sentence = _(
                    "Varies “{master}”: {difference}.", master=master.name, difference=counted(found)
                )
            if master.ahead:
                sentence = f"{sentence}  {_('The master has changed.')}"
            self.varies.setText(sentence)
            self.show_master.setVisible(bool(found))
            self.follow.setVisible(master.ahead)
        editions = self._links.editions
        self._of_editions.setVisible(bool(editions))
        if editions:
            self._say_published(editions[-1])
        self.setVisible(master is not None or bool(editions))

    def _say_published(self, last: Published) -> None:
        found = self._links.since(last)
        if found:
            sentence = _(
                "Published: {edition}; changed since: {difference}.",
                edition=self._links.told(last),
                difference=counted(found),
            )
        else:
            sentence = _("Published: {edition}; unchanged since.", edition=self._links.told(last))
        self.published.setText(sentence)
        self.show_since.setVisible(bool(found))

    def _list_editions(self) -> None:
        self._menu.clear()
        for edition in reversed(self._links.editions):
            text = _(
                "Number {number}, {at:%Y-%m-%d %H:%M}, by {who}",
                number=edition.number,
                at=self._links.local(edition),
                who=edition.who,
            )
            action = self._menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, one=edition: self._tell_since(one))
        self._menu.addSeparator()
        self._menu.addAction(self._print)

    def _tell_master(self) -> None:
        found, master = self._links.from_master, self._builder.draft.programme.master
        if found is not None and master is not None:
            self._tell(_("In what it differs from “{master}”", master=master.name), found)

    def _tell_since(self, edition: Published) -> None:
        self._tell(
            _("Changed since {edition}", edition=self._links.told(edition)), self._links.since(edition)
        )

    def _tell(self, title: str, found: Difference) -> None:
        DifferenceDialog(title, telling.told(found) or [_("Nothing was changed.")], self).open()


class DifferenceDialog(QDialog):
    """Everything that differs, in a sentence each."""

    def __init__(self, title: str, sentences: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.sentences = QListWidget()
        self.sentences.setAccessibleName(title)
        self.sentences.setProperty("rows", "roomy")
        self.sentences.setWordWrap(True)
        self.sentences.addItems(list(sentences))
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE_LARGE)
        column.addWidget(headed(self, title))
        column.addWidget(self.sentences)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableSize().boundedTo(parent.window().size())
        self.resize(QSize(letter * 70, line * 18).boundedTo(room))


def _link(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setFlat(True)
    button.setAutoDefault(False)
    button.setProperty("role", "link")
    button.setToolTip(tip)
    return button


def _line(sentence: QLabel, *buttons: QPushButton) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(sentence, 1)
    for button in buttons:
        row.addWidget(button)
    return line
