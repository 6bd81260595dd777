"""The form of a night: where, when, and what is shown."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.frame.fields import DateField, NameBox, TimeField, labelled
from tourdesk.gui.frame.night_draft import Known, NightDraft
from tourdesk.gui.frame.zones import ZoneBox, country_of, system_zone, zone_of_town
from tourdesk.gui.tokens import SPACE, SPACE_LARGE
from tourdesk.programming.slot import SlotTimes
from tourdesk.touring.desk import OLDEST
from tourdesk.touring.night import Tour, Venue

COLUMNS = 10


class NightForm(QWidget):
    """The fields of a night; `draft` is what stands in them."""

    edited = Signal()

    def __init__(self, known: Known, draft: NightDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._draft = draft
        self._zone_typed = False
        self._make_fields()
        self._lay_out()
        self._fill(draft)
        self._venue.currentIndexChanged.connect(self._venue_chosen)
        self._town.textChanged.connect(self._guess_zone)
        self._zone.line.textEdited.connect(self._zone_was_typed)
        self._start_before = draft.times.start
        self._start.timeChanged.connect(self._shift_times)
        for signal in (
            *(line.textChanged for line in (self._tour, self._name, self._town, self._host)),
            *(box.currentTextChanged for box in (self._venue, self._hall, self._zone, self._programme)),
            *(at.timeChanged for at in (self._access, self._doors, self._start, self._curfew)),
            self._get_out.valueChanged,
            self._age.valueChanged,
            self._date.dateChanged,
        ):
            signal.connect(lambda *_: self.edited.emit())

    @property
    def draft(self) -> NightDraft:
        """What stands in the fields."""
        return replace(
            self._draft,
            tour=self._known.tour or Tour(self._tour.text()),
            venue=self._chosen_venue(),
            hall_name=self._hall.currentText(),
            host=self._host.text(),
            night=self._date.value,
            times=SlotTimes(
                access=self._access.value,
                doors=self._doors.value,
                start=self._start.value,
                curfew=self._curfew.value,
                get_out_minutes=self._get_out.value(),
            ),
            programme=self._programme.currentText(),
            age=self._age.value() or None,
        )

    def mark(self, field: str | None) -> None:
        """Mark the field that is missing, and put the focus there; None: no field is."""
        fields: dict[str, QWidget] = {
            "tour": self._tour,
            "venue_name": self._name,
            "town": self._town,
            "hall": self._hall,
        }
        for name, widget in fields.items():
            widget.setProperty("problem", name == field)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if field in fields:
            fields[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the focus into the first field."""
        first = self._tour if self._known.tour is None else self._venue if self._known.venues else self._name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        # Made in reading order: that is the order of the Tab key too.
        self._tour = QLineEdit()
        self._venue = QComboBox()
        self._hall = NameBox()
        self._name = QLineEdit()
        self._town = QLineEdit()
        self._zone = ZoneBox()
        self._host = QLineEdit()
        self._date = DateField()
        self._access, self._doors, self._start, self._curfew = (TimeField() for _each in range(4))
        self._get_out = QSpinBox()
        self._get_out.setRange(0, 240)
        self._get_out.setSingleStep(5)
        self._get_out.setSuffix(_(" min"))
        self._programme = NameBox()
        self._age = QSpinBox()
        self._age.setRange(0, OLDEST)
        self._age.setSpecialValueText(_("all"))
        self._age.setToolTip(_("The age in years from which guests are admitted"))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE_LARGE)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        row = 0
        if self._known.tour is None:
            grid.addWidget(labelled(_("&Tour"), self._tour), row, 0, 1, COLUMNS)
            row += 1
        grid.addWidget(labelled(_("&Venue"), self._venue), row, 0, 1, 6)
        grid.addWidget(labelled(_("&Hall"), self._hall), row, 6, 1, 4)
        self._new_venue = [
            labelled(_("&Name of the venue"), self._name),
            labelled(_("T&own"), self._town),
            labelled(_("Time &zone"), self._zone),
        ]
        for widget, (column, width) in zip(self._new_venue, ((0, 4), (4, 2), (6, 4)), strict=True):
            grid.addWidget(widget, row + 1, column, 1, width)
        grid.addWidget(labelled(_("Hos&t (who invites)"), self._host), row + 2, 0, 1, 6)
        grid.addWidget(labelled(_("&Date"), self._date), row + 2, 6, 1, 4)
        times = (
            (_("&Access"), self._access),
            (_("Doo&rs"), self._doors),
            (_("&Start"), self._start),
            (_("&Curfew"), self._curfew),
            (_("&Get-out"), self._get_out),
        )
        for number, (words, widget) in enumerate(times):
            grid.addWidget(labelled(words, widget), row + 3, 2 * number, 1, 2)
        grid.addWidget(labelled(_("&Programme"), self._programme), row + 4, 0, 1, COLUMNS - 2)
        grid.addWidget(labelled(_("Ag&e from"), self._age), row + 4, COLUMNS - 2, 1, 2)

    def _fill(self, draft: NightDraft) -> None:
        if draft.tour is not None:
            self._tour.setText(draft.tour.name)
        for venue, _halls in self._known.venues:
            self._venue.addItem(f"{venue.name}, {venue.town}", venue)
        self._venue.addItem(_("New venue …"), None)
        ids = [venue.id for venue, _halls in self._known.venues]
        chosen = draft.venue.id
        self._venue.setCurrentIndex(ids.index(chosen) if chosen in ids else len(ids))
        self._zone.choose(draft.venue.zone or system_zone())
        self._venue_chosen()
        if draft.hall_name:
            self._hall.setCurrentText(draft.hall_name)
        self._host.setText(draft.host)
        self._date.put(draft.night)
        times = draft.times
        for field, at in (
            (self._access, times.access or times.doors),
            (self._doors, times.doors),
            (self._start, times.start),
            (self._curfew, times.curfew),
        ):
            field.put(at)
        self._get_out.setValue(times.get_out_minutes)
        self._age.setValue(draft.age or 0)
        self._programme.offer([row.name for row in self._known.programmes])
        self._programme.setCurrentText(draft.programme)
        self._programme.line.setPlaceholderText(
            _("Choose one, type the name of a new one, or leave it for later")
        )

    def _chosen_venue(self) -> Venue:
        venue = self._venue.currentData()
        if isinstance(venue, Venue):
            return venue
        zone = self._zone.zone
        return Venue(self._name.text(), self._town.text(), zone, country_of(zone))

    def _venue_chosen(self) -> None:
        place = self._venue.currentIndex()
        new = place >= len(self._known.venues)
        for widget in self._new_venue:
            widget.setVisible(new)
        halls = () if new else self._known.venues[place][1]
        self._hall.offer([hall.name for hall in halls])
        self._hall.setCurrentText(halls[0].name if halls else _("Main hall"))

    def _guess_zone(self, town: str) -> None:
        """A town that has given its name to a zone needs no second question."""
        zone = None if self._zone_typed else zone_of_town(town)
        if zone is not None:
            self._zone.choose(zone)

    def _zone_was_typed(self) -> None:
        self._zone_typed = True

    def _shift_times(self) -> None:
        """Doors, access and curfew keep their distance to the start when that is moved."""
        moved = _minutes(self._start.value) - _minutes(self._start_before)
        self._start_before = self._start.value
        for field in (self._access, self._doors, self._curfew):
            field.put(_shifted(field.value, moved))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _shifted(at: time, minutes: int) -> time:
    return (datetime(2000, 1, 2, at.hour, at.minute) + timedelta(minutes=minutes)).time()  # noqa: DTZ001 - a clock's face, no instant
