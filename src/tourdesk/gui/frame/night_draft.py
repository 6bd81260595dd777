"""A night as its form holds it, and how all of it is saved at once."""

from dataclasses import dataclass, field, replace
from datetime import date, time

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.text import folded
from tourdesk.programming.desk import ProgrammeRow
from tourdesk.programming.programme import Programme
from tourdesk.programming.slot import Slot, SlotTimes, slot_on
from tourdesk.touring.night import Hall, Screening, Tour, Venue

USUAL = SlotTimes(
    access=time(17, 30), doors=time(18, 30), start=time(19, 0), curfew=time(22, 0), get_out_minutes=15
)
"""What most halls give on a weekday; the form starts from it."""


class MissingField(ProblemForUser):
    """Something that must be filled in; `field` names it as NightDraft does."""

    def __init__(self, sentence: str, field_name: str) -> None:
        super().__init__(sentence)
        self.field = field_name


@dataclass(frozen=True, slots=True)
class Known:
    """What the form can offer to choose from."""

    tour: Tour | None = None
    venues: tuple[tuple[Venue, tuple[Hall, ...]], ...] = ()
    programmes: tuple[ProgrammeRow, ...] = ()


def known(desks: Desks) -> Known:
    """Read what there is to choose from."""
    return Known(desks.touring.tour(), tuple(desks.touring.venues()), tuple(desks.programming.rows()))


@dataclass(frozen=True, slots=True)
class NightDraft:
    """A night being filled in. Venue and hall without an id, and a programme that has only a name, are new."""

    tour: Tour | None
    venue: Venue
    hall_name: str
    host: str
    night: date
    times: SlotTimes
    programme: str
    screening: Screening | None = field(default=None)
    """The one that is changed, None for a new one."""
    age: int | None = None
    """From which age in years guests are admitted; None for all."""

    @property
    def slot(self) -> Slot:
        """Its slot. Raises ProblemForUser when the times do not fit together."""
        return slot_on(self.night, self.venue.zone, self.times)


def draft_of(screening: Screening, programme: str) -> NightDraft:
    """The form's values of a night there is."""
    slot = screening.slot
    return NightDraft(
        tour=screening.tour,
        venue=screening.venue,
        hall_name=screening.hall.name,
        host=screening.host,
        night=screening.night,
        times=SlotTimes(
            access=slot.local(slot.access).time(),
            doors=slot.local(slot.doors).time(),
            start=slot.local(slot.start).time(),
            curfew=slot.local(slot.curfew).time(),
            get_out_minutes=slot.get_out_seconds // 60,
        ),
        programme=programme,
        screening=screening,
        age=screening.age,
    )


def check(draft: NightDraft) -> None:
    """Raise ProblemForUser for the first thing, in the form's order, that is missing or does not fit."""
    if draft.tour is None or not draft.tour.name.strip():
        raise MissingField(_("The tour has no name yet; please type one, such as “Trails 2027”."), "tour")
    if not draft.venue.name.strip():
        raise MissingField(_("The venue has no name yet; please type one."), "venue_name")
    if not draft.venue.town.strip():
        raise MissingField(_("The venue has no town yet; please type where it is."), "town")
    if not draft.hall_name.strip():
        raise MissingField(_("The hall has no name yet; please type one, such as “Main hall”."), "hall")
    slot_on(draft.night, draft.venue.zone, draft.times)


def save(desks: Desks, draft: NightDraft) -> Screening:
    """Save the night, with its venue, hall and programme when they are new: all of it or nothing."""
    check(draft)
    assert draft.tour is not None  # noqa: S101 - checked above
    slot = draft.slot
    with desks.database.work():
        tour = draft.tour if draft.tour.id is not None else desks.touring.save_tour(draft.tour)
        venue, hall = _place(desks, draft)
        screening = Screening(
            tour=tour,
            town=draft.screening.town if draft.screening and draft.screening.venue == venue else venue.town,
            host=draft.host.strip(),
            venue=venue,
            hall=hall,
            night=slot.night,
            slot=slot,
            programme_id=_programme_id(desks, draft.programme),
            id=draft.screening.id if draft.screening is not None else None,
            age=draft.age,
        )
        return desks.touring.save_screening(screening)


def _place(desks: Desks, draft: NightDraft) -> tuple[Venue, Hall]:
    """The venue and the hall of that name, made when they are new."""
    for venue, halls in desks.touring.venues():
        if venue.id == draft.venue.id:
            for hall in halls:
                if folded(hall.name) == folded(draft.hall_name):
                    return venue, hall
            break
    saved, halls = desks.touring.save_venue(
        replace(draft.venue, name=draft.venue.name.strip(), town=draft.venue.town.strip()),
        (Hall(draft.hall_name.strip()),),
    )
    return saved, halls[-1]


def _programme_id(desks: Desks, name: str) -> int | None:
    """The programme of that name, made when it is new; None when no name was given."""
    if not name.strip():
        return None
    for row in desks.programming.rows():
        if folded(row.name) == folded(name):
            return row.id
    return desks.programming.save(Programme(name.strip())).id
