"""What a page tells besides its films: sponsors and the tour's own contact, offered with a tick each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from tourdesk.foundation.language import _, later, n_
from tourdesk.foundation.text import folded
from tourdesk.gui.theme import scaled
from tourdesk.gui.tokens import LARGE, SPACE, SPACE_LARGE, SPACE_SMALL
from tourdesk.library.intake.readings import PageReading
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Tour

_LINES = {
    "address": later("Address: {line}"),
    "telephone": later("Telephone: {line}"),
    "email": later("E-mail: {line}"),
    "web": later("Web: {line}"),
}


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact line of the page that the tour does not have so; `known` is what the tour has."""

    field: str
    read: str
    known: str


@dataclass(frozen=True, slots=True)
class Offers:
    """What could be kept of a page besides films."""

    sponsors: tuple[str, ...] = ()
    contact: tuple[ContactLine, ...] = ()
    tour: str = ""
    """The name of the tour that the contact would belong to; empty when there is none yet."""

    def __bool__(self) -> bool:
        return bool(self.sponsors or self.contact)


def offers_of(page: PageReading, known: Sequence[Sponsor], tour: Tour | None) -> Offers:
    """The sponsors and contact lines of a page that are not known yet."""
    names = {folded(sponsor.name) for sponsor in known}
    lines = []
    for field in _LINES:
        read = getattr(page.contact, field)
        there = getattr(tour, field) if tour is not None else ""
        if read and folded(read) != folded(there):
            lines.append(ContactLine(field, read, there))
    new = dict.fromkeys(name for name in page.sponsors if folded(name) not in names)
    return Offers(tuple(new), tuple(lines), tour.name if tour is not None else "")


class OfferPanel(QScrollArea):
    """A tick box for each sponsor and each contact line."""

    ticked = Signal()
    """A tick was set or taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Also on this page"))
        self._sponsors: list[tuple[str, QCheckBox]] = []
        self._contact: list[tuple[ContactLine, QCheckBox]] = []

    def show_offers(self, offers: Offers) -> None:
        """Offer these; sponsors and lines that are empty in the tour are ticked."""
        self._sponsors, self._contact = [], []
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_LARGE, SPACE, SPACE_LARGE, SPACE)
        column.setSpacing(SPACE_SMALL)
        if offers.sponsors:
            column.addWidget(self._heading(n_("{n} sponsor", "{n} sponsors", len(offers.sponsors))))
            column.addWidget(self._quiet(_("Ticked ones are added to the tour's sponsors, as partners.")))
            for name in offers.sponsors:
                box = QCheckBox(name.replace("&", "&&"))
                box.setChecked(True)
                box.toggled.connect(self.ticked)
                column.addWidget(box)
                self._sponsors.append((name, box))
            column.addSpacing(SPACE_LARGE)
        if offers.contact:
            self._add_contact(column, offers)
        column.addStretch()
        self.setWidget(page)

    def start(self) -> None:
        """Give the keyboard to the first tick box."""
        boxes = [box for _, box in (*self._sponsors, *self._contact) if box.isEnabled()]
        if boxes:
            boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def sponsors(self) -> tuple[str, ...]:
        """The ticked sponsors."""
        return tuple(name for name, box in self._sponsors if box.isChecked())

    @property
    def contact(self) -> dict[str, str]:
        """The ticked contact lines by their field."""
        return {line.field: line.read for line, box in self._contact if box.isChecked()}

    def _add_contact(self, column: QVBoxLayout, offers: Offers) -> None:
        column.addWidget(self._heading(_("The tour's contact")))
        column.addWidget(
            self._quiet(
                _("Ticked lines become the contact of {tour}, which every paper carries.", tour=offers.tour)
                if offers.tour
                else _("There is no tour yet to which this could belong.")
            )
        )
        for line in offers.contact:
            words = _(_LINES[line.field], line=line.read)
            if line.known:
                words = _("{line}   (now {known})", line=words, known=line.known)
            box = QCheckBox(words.replace("&", "&&"))
            box.setChecked(bool(offers.tour) and not line.known)
            box.setEnabled(bool(offers.tour))
            box.toggled.connect(self.ticked)
            column.addWidget(box)
            self._contact.append((line, box))

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(scaled(self.font(), LARGE))
        return label

    def _quiet(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setWordWrap(True)
        label.setProperty("role", "quiet")
        return label
