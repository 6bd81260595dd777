"""Licences in a film's form: a block for each, dates typed or taken from a calendar, money in the tour's currency."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.dates import day_figures
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, exact, later
from tourdesk.foundation.money import money_text, parse_money
from tourdesk.gui.films.edit.field_editor import ListEditor
from tourdesk.gui.films.edit.fields import FilmField, Kind, understood
from tourdesk.gui.films.licences.date_field import DateField
from tourdesk.gui.films.licences.words import FEE_KINDS
from tourdesk.gui.films.words import countries_text
from tourdesk.gui.icons import icon
from tourdesk.gui.theme import icon_size, scaled
from tourdesk.gui.tokens import SMALL, SPACE_SMALL
from tourdesk.library.comparing import Value
from tourdesk.library.licences import Fee, FeeKind, Licence

_COUNTRIES = FilmField("territories", later("Countries"), Kind.COUNTRIES)
_LABELS = {
    "first": later("From"),
    "last": later("To"),
    "territories": later("Countries"),
    "amount": later("Fee"),
    "kind": later("Counted"),
    "share": later("Share %"),
    "plays": later("Showings"),
    "radius_km": later("Radius in km"),
    "return_days": later("Return after days"),
    "version": later("Version"),
    "holder": later("Holder"),
    "contact": later("Contact"),
    "note": later("Note"),
}
_PLACES = {
    "first": (0, 0, 6), "last": (0, 6, 6),
    "territories": (1, 0, 6), "version": (1, 6, 6),
    "amount": (2, 0, 4), "kind": (2, 4, 5), "share": (2, 9, 3),
    "plays": (3, 0, 4), "radius_km": (3, 4, 4), "return_days": (3, 8, 4),
    "holder": (4, 0, 6), "contact": (4, 6, 6),
    "note": (5, 0, 12),
}  # fmt: skip
"""Line, column and width of each field, of twelve columns."""
_EXAMPLES = {
    "territories": later("everywhere"),
    "amount": "120",
    "share": "35",
    "plays": later("any number"),
    "version": later("all versions"),
}


class _Block(QWidget):
    """One licence."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, licence: Licence | None, currency: str) -> None:
        super().__init__()
        self._licence = licence or Licence()
        self._currency = currency
        self.kind = QComboBox()
        for kind, said in FEE_KINDS.items():
            self.kind.addItem(_(said), kind.value)
        self.kind.setMinimumContentsLength(8)
        self.lines = {
            name: DateField() if name in {"first", "last"} else QLineEdit()
            for name in _LABELS
            if name != "kind"
        }
        self.drop = QToolButton()
        self.drop.setIcon(icon("remove"))
        self.drop.setIconSize(icon_size(self.drop))
        self.drop.setToolTip(_("Remove this licence"))
        self.drop.setAccessibleName(_("Remove this licence"))
        self._build()
        self._show(self._licence)
        for line in self.lines.values():
            line.textChanged.connect(self.edited)
        self.kind.activated.connect(self._on_kind)
        self.drop.clicked.connect(lambda: self.removed.emit(self))

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, SPACE_SMALL)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        self._captions: dict[str, QLabel] = {}
        for name, (line, column, width) in _PLACES.items():
            field = self.widget(name)
            said = _(_LABELS[name])
            field.setAccessibleName(said)
            field.setToolTip(said)
            letters = "2027-05-18" if isinstance(field, DateField) else "000"
            around = field.sizeHint().height() if isinstance(field, DateField) else 0
            field.setMinimumWidth(field.fontMetrics().horizontalAdvance(letters) + around + 3 * SPACE_SMALL)
            caption = QLabel(said)
            caption.setFont(scaled(self.font(), SMALL))
            caption.setProperty("role", "quiet")
            caption.setWordWrap(True)
            caption.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            self._captions[name] = caption
            grid.addWidget(caption, 2 * line, column, 1, width)
            grid.addWidget(field, 2 * line + 1, column, 1, width)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.drop, 1, 12)
        for name, example in _EXAMPLES.items():
            self.lines[name].setPlaceholderText(_(example))
        amount = _("{label} in {currency}", label=_(_LABELS["amount"]), currency=self._currency)
        self._captions["amount"].setText(amount)

    def widget(self, name: str) -> QLineEdit | QComboBox:
        """The field of a name in `_PLACES`."""
        return self.kind if name == "kind" else self.lines[name]

    def widgets(self) -> list[QWidget]:
        """The fields in their order."""
        first, last, *others = (self.widget(name) for name in _PLACES)
        # It stands at the end of the first line.
        return [first, last, self.drop, *others]

    @property
    def empty(self) -> bool:
        """Whether nothing is typed."""
        return not any(line.text().strip() for line in self.lines.values())

    def _show(self, licence: Licence) -> None:
        fee = licence.fee
        words = {
            "first": day_figures(licence.first) if licence.first else "",
            "last": day_figures(licence.last) if licence.last else "",
            "territories": countries_text(licence.territories),
            "amount": "" if fee is None else self._amount(fee),
            "share": "" if fee is None or fee.share is None else exact(fee.share),
        }
        for name in ("plays", "radius_km", "return_days"):
            number = getattr(licence, name)
            words[name] = "" if number is None else str(number)
        for name in ("version", "holder", "contact", "note"):
            words[name] = getattr(licence, name)
        for name, said in words.items():
            self.lines[name].setText(said)
            self.lines[name].setCursorPosition(0)
        self.kind.setCurrentIndex(list(FEE_KINDS).index(fee.kind if fee else FeeKind.FLAT))
        self._fit_kind()

    def _amount(self, fee: Fee) -> str:
        return money_text(fee.amount).removesuffix(f" {self._currency}")

    def _on_kind(self) -> None:
        self._fit_kind()
        self.edited.emit()

    def _fit_kind(self) -> None:
        shared = FeeKind(self.kind.currentData()) is FeeKind.SHARE
        for widget in (self.lines["share"], self._captions["share"]):
            widget.setVisible(shared)

    def licence(self) -> Licence:
        """What is typed. Raises ProblemForUser when something cannot be understood."""
        words = {name: " ".join(line.text().split()) for name, line in self.lines.items()}
        territories = understood(_COUNTRIES, words["territories"])
        assert isinstance(territories, tuple)  # noqa: S101 - the countries' field gives tuples
        first, last = (self.lines[name] for name in ("first", "last"))
        assert isinstance(first, DateField)  # noqa: S101 - made above
        assert isinstance(last, DateField)  # noqa: S101 - made above
        licence = replace(
            self._licence,
            first=first.day(),
            last=last.day(),
            territories=tuple(str(code) for code in territories),
            fee=self._fee(words),
            plays=_whole(words["plays"]),
            radius_km=_whole(words["radius_km"]),
            return_days=_whole(words["return_days"]),
            version=words["version"],
            holder=words["holder"],
            contact=words["contact"],
            note=words["note"],
        )
        if licence.first is not None and licence.last is not None and licence.last < licence.first:
            raise ProblemForUser(_("The licence ends before it begins; please correct one of its dates."))
        return licence

    def _fee(self, words: dict[str, str]) -> Fee | None:
        kind = FeeKind(self.kind.currentData())
        if not words["amount"] and (kind is not FeeKind.SHARE or not words["share"]):
            return None
        money = parse_money(words["amount"] or "0", self._currency)
        return Fee(kind, money, _share(words["share"]) if kind is FeeKind.SHARE else None)


class LicencesEditor(ListEditor):
    """The licences of a film, or those that several films are given; an empty block is none."""

    def __init__(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(SPACE_SMALL)
        super().__init__(column, _("Add a licence"))
        self._currency = "EUR"
        self.blocks: list[_Block] = []
        self._column = column

    def count_in(self, currency: str) -> None:
        """The currency of amounts that name none, from the next value that is shown."""
        self._currency = currency.strip().upper() or "EUR"

    def value(self) -> Value:
        return tuple(block.licence() for block in self.blocks if not block.empty)

    def show_value(self, value: Value) -> None:
        licences = [one for one in value if isinstance(one, Licence)] if isinstance(value, tuple) else []
        self._show([_Block(licence, self._currency) for licence in licences])

    def widgets(self) -> tuple[QWidget, ...]:
        return (*(widget for block in self.blocks for widget in block.widgets()), self.more)

    def add(self) -> None:
        """Begin another licence."""
        block = _Block(None, self._currency)
        self._show([*self.blocks, block])
        block.lines["first"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _show(self, blocks: Sequence[_Block]) -> None:
        for gone in [block for block in self.blocks if block not in blocks]:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        new = [block for block in blocks if block not in self.blocks]
        self.blocks = list(blocks)
        for block in new:
            self._column.addWidget(block)
            block.edited.connect(self.edited)
            block.removed.connect(self._remove)
            if self.isVisible():
                block.show()  # now, not with the next turn of events: a field takes the keyboard
        self.rebuilt.emit()

    def _remove(self, block: _Block) -> None:
        self._show([other for other in self.blocks if other is not block])
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


def _whole(words: str) -> int | None:
    if not words:
        return None
    if not words.isascii() or not words.isdigit() or len(words) > 6:
        raise ProblemForUser(_("“{text}” is no whole number; please type digits only.", text=words[:40]))
    return int(words)


def _share(words: str) -> Decimal:
    try:
        share = Decimal(words.rstrip("% ").replace(",", "."))
    except InvalidOperation:
        share = Decimal(0)
    if not 0 < share <= 100:
        raise ProblemForUser(
            _("“{text}” is no share of the takings; please type a percentage, like 35.", text=words[:40])
        )
    return share
