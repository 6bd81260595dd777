"""The tour's sponsors: a list, and the fields of the one that is chosen."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later
from tourdesk.gui.context import Context
from tourdesk.gui.frame.fields import labelled
from tourdesk.gui.frame.form_dialog import lay_out_form, say
from tourdesk.gui.frame.logo_field import LogoField
from tourdesk.gui.tokens import SPACE, SPACE_LARGE, SPACE_SMALL
from tourdesk.sponsorship.sponsors import TIERS, Sponsor

_TIER_WORDS = {"main": later("Main sponsor"), "gold": later("Gold"), "partner": later("Partner")}


def open_sponsors(context: Context, parent: QWidget, chosen: int | None = None) -> None:
    """Read the sponsors, then open the dialog with the one of an id chosen, or the first."""
    context.tasks.run(
        _("Reading the sponsors"),
        lambda _progress: context.desks.sponsors.sponsors(),
        lambda sponsors: SponsorsDialog(context, sponsors, parent, chosen).open(),
    )


class SponsorsDialog(QDialog):
    """All is saved at once, or nothing when it is cancelled."""

    def __init__(
        self,
        context: Context,
        sponsors: tuple[Sponsor, ...],
        parent: QWidget | None = None,
        chosen: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Sponsors"))
        self._context = context
        self._before = sponsors
        self._sponsors = list(sponsors)
        self._list = QListWidget()
        self._list.setProperty("rows", "roomy")
        self._list.setAccessibleName(_("Sponsors"))
        self._list.addItems([sponsor.name for sponsor in sponsors])
        self._name, self._web = QLineEdit(), QLineEdit()
        self._tier = QComboBox()
        for tier in TIERS:
            self._tier.addItem(_(_TIER_WORDS[tier]), tier)
        self._logo = LogoField()
        self._fields = QWidget()
        self._hint = QLabel(_("Papers show the logos by tier, each tier with equal weight."))
        self._hint.setProperty("role", "quiet")
        self._remove = QPushButton(_("Remove"))
        self._save = QPushButton(_("Save"))
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        self._name.textEdited.connect(self._edited)
        self._web.textEdited.connect(self._edited)
        self._tier.activated.connect(self._edited)
        self._logo.edited.connect(self._edited)
        self._logo.problem.connect(self._fail)
        ids = [sponsor.id for sponsor in sponsors]
        self._list.setCurrentRow(ids.index(chosen) if chosen in ids else 0 if sponsors else -1)
        self._show(self._list.currentRow())

    def _lay_out(self) -> None:
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(SPACE_LARGE)
        grid.setHorizontalSpacing(SPACE)
        grid.addWidget(labelled(_("&Name"), self._name), 0, 0)
        grid.addWidget(labelled(_("&Tier"), self._tier), 0, 1)
        grid.addWidget(labelled(_("&Web"), self._web), 1, 0, 1, 2)
        grid.addWidget(labelled(_("&Logo"), self._logo), 2, 0, 1, 2)
        grid.setRowStretch(3, 1)
        add = QPushButton(_("Add a sponsor"))
        for button, does in ((add, self._add), (self._remove, self._remove_chosen)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
        under = QHBoxLayout()
        under.setSpacing(SPACE_SMALL)
        under.addWidget(add)
        under.addWidget(self._remove)
        left = QVBoxLayout()
        left.setSpacing(SPACE_SMALL)
        left.addWidget(self._list, 1)
        left.addLayout(under)
        whole = QWidget()
        middle = QHBoxLayout(whole)
        middle.setSpacing(SPACE_LARGE)
        middle.addLayout(left, 2)
        middle.addWidget(self._fields, 3)
        self._save.clicked.connect(self._on_save)
        lay_out_form(self, whole, self._hint, self._save, 100)

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self._sponsors)
        self._fields.setEnabled(there)
        self._remove.setEnabled(there)
        sponsor = self._sponsors[row] if there else Sponsor("")
        self._name.setText(sponsor.name)
        self._web.setText(sponsor.web)
        self._tier.setCurrentIndex(TIERS.index(sponsor.tier))
        self._logo.show_logo(sponsor.logo)

    def _edited(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self._sponsors[row] = replace(
                self._sponsors[row],
                name=self._name.text(),
                web=self._web.text().strip(),
                tier=self._tier.currentData(),
                logo=self._logo.logo,
            )
            self._list.item(row).setText(self._name.text())

    def _add(self) -> None:
        self._sponsors.append(Sponsor(""))
        self._list.addItem("")
        self._list.setCurrentRow(len(self._sponsors) - 1)
        self._name.setFocus()

    def _remove_chosen(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            del self._sponsors[row]
            self._list.takeItem(row)
            self._show(self._list.currentRow())

    def _on_save(self) -> None:
        self._save.setEnabled(False)
        self._context.tasks.run(
            _("Saving the sponsors"),
            lambda _progress: _put(self._context, self._before, tuple(self._sponsors)),
            self._saved,
            self._fail,
        )

    def _saved(self, saved: tuple[Sponsor, ...]) -> None:
        if saved != self._before:
            self._context.tell(
                _("The sponsors were changed."),
                _("Undo"),
                partial(_put_back, self._context, saved, self._before),
            )
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._save.setEnabled(True)
        if not isinstance(error, ProblemForUser):
            self._context.tasks.problem.emit(error)
            return
        say(self._hint, error.sentence, "error")


def _put(context: Context, before: tuple[Sponsor, ...], wanted: tuple[Sponsor, ...]) -> tuple[Sponsor, ...]:
    """Make the sponsors what is wanted, all or none; returns them as they were saved."""
    desks = context.desks
    tour = desks.touring.tour()
    kept = {sponsor.id for sponsor in wanted}
    with desks.database.work():
        desks.sponsors.remove(
            [sponsor.id for sponsor in before if sponsor.id is not None and sponsor.id not in kept]
        )
        changed = [sponsor for sponsor in wanted if sponsor not in before]
        desks.sponsors.save(changed, tour.id if tour is not None else None)
        return desks.sponsors.sponsors()


def _put_back(context: Context, now: tuple[Sponsor, ...], before: tuple[Sponsor, ...]) -> None:
    context.tasks.run(
        _("Putting the sponsors back"), lambda _progress: _put(context, now, before), lambda _sponsors: None
    )
