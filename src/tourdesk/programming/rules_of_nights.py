"""Rules about the night: its slot, its hall's other showings, its guests' age, and what its town has seen."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from tourdesk.foundation.codes import country_name
from tourdesk.foundation.dates import day_text, time_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later, quoted
from tourdesk.programming import ways
from tourdesk.programming.ages import age_of_advisory, age_of_rating
from tourdesk.programming.findings import (
    Elsewhere,
    Evening,
    Found,
    Severity,
    SlotField,
    WayOut,
    title_of,
)
from tourdesk.programming.lengths import whole_seconds
from tourdesk.programming.programme import Item

TURN_ROUND = 15 * 60
"""Seconds that a hall needs between two showings: guests out, seats looked over, guests in."""


def slot_out_of_order(evening: Evening) -> Iterator[Found]:
    """Access, doors, start and curfew do not follow each other, or the get-out takes all the time.

    `slot_on` refuses to make such a slot; this is for slots that come from elsewhere.
    """
    slot = evening.slot
    access, doors, start, curfew = map(evening.clock, (slot.access, slot.doors, slot.start, slot.curfew))
    found = []
    if slot.access > slot.doors:
        found.append(
            (
                SlotField.ACCESS,
                _("Access at {access} is after doors at {doors}.", access=access, doors=doors),
            )
        )
    if slot.doors > slot.start:
        found.append(
            (
                SlotField.DOORS,
                _("Doors at {doors} are after the start at {start}.", doors=doors, start=start),
            )
        )
    if slot.curfew <= slot.start:
        found.append(
            (
                SlotField.CURFEW,
                _("The curfew at {curfew} is not after the start at {start}.", curfew=curfew, start=start),
            )
        )
    elif slot.must_end <= slot.start:
        sentence = _(
            "The get-out of {get_out} leaves no time for a programme between {start} and {curfew}.",
            get_out=clock_text(slot.get_out_seconds),
            start=start,
            curfew=curfew,
        )
        found.append((SlotField.GET_OUT, sentence))
    for field, sentence in found:
        yield Found(Severity.ERROR, sentence, ways=(ways.correct(field),))


def time_that_comes_twice(evening: Evening) -> Iterator[Found]:
    """The clocks go back in this night, and a time of the slot or of a pin is shown twice: which one is meant."""
    slot = evening.slot
    named = (
        (later("Doors"), slot.doors, SlotField.DOORS),
        (later("The start"), slot.start, SlotField.START),
        (later("The curfew"), slot.curfew, SlotField.CURFEW),
    )
    for name, instant, field in named:
        if slot.comes_twice(instant):
            yield Found(Severity.NOTE, _said_twice(evening, _(name), instant), ways=(ways.correct(field),))
    for timed in evening.items:
        if timed.item.pinned is None:
            continue
        instant = timed.start - timedelta(seconds=timed.late)
        if slot.coming(timed.item.pinned) == instant and slot.comes_twice(instant):
            yield Found(
                Severity.NOTE,
                _said_twice(evening, quoted(title_of(timed.item)), instant),
                (timed.item.key,),
                (ways.let_follow(timed.item),),
            )


def _said_twice(evening: Evening, name: str, instant: datetime) -> str:
    local = evening.slot.local(instant)
    sentence = (
        later("{name}: the clock shows {time} twice in this night, and the second time ({clock}) is meant.")
        if local.fold
        else later(
            "{name}: the clock shows {time} twice in this night, and the first time ({clock}) is meant."
        )
    )
    return _(sentence, name=name, time=time_text(local.time()), clock=evening.clock(instant))


def changeover(evening: Evening) -> Iterator[Found]:
    """Two showings of a night in one hall leave no time to get the guests out and the hall turned round."""
    slot, event = evening.slot, evening.event
    if event.after is not None and evening.items:
        out = evening.end + timedelta(seconds=slot.get_out_seconds)
        begins = _needed_from(event.after.access, event.after.doors, slot.start)
        late = TURN_ROUND - whole_seconds(out, begins)
        if late > 0:
            yield Found(
                Severity.ERROR,
                _(
                    "All are out at {out}, and the showing at {next} needs the hall from {begins}; to turn it round "
                    "takes {turn_round}, so this one ends {late} too late.",
                    out=evening.clock(out),
                    next=evening.clock(event.after.start),
                    begins=evening.clock(begins),
                    turn_round=clock_text(TURN_ROUND),
                    late=clock_text(late),
                ),
                ways=(*ways.shortening(evening, late), ways.correct(SlotField.START)),
            )
    if event.before is not None:
        begins = _needed_from(slot.access, slot.doors, event.before.start)
        late = TURN_ROUND - whole_seconds(event.before.out, begins)
        if late > 0:
            yield Found(
                Severity.ERROR,
                _(
                    "The hall is needed from {begins}, and of the showing at {before} all are out at {out} only; to "
                    "turn it round takes {turn_round}, so this one begins {late} too early.",
                    begins=evening.clock(begins),
                    before=evening.clock(event.before.start),
                    out=evening.clock(event.before.out),
                    turn_round=clock_text(TURN_ROUND),
                    late=clock_text(late),
                ),
                ways=(ways.correct(SlotField.ACCESS if begins == slot.access else SlotField.DOORS),),
            )


def _needed_from(access: datetime, doors: datetime, before: datetime) -> datetime:
    """From when the second of two showings needs the hall.

    From its access on; from its doors, when the access was given for both, before the first one started.
    """
    return access if access > before else doors


def over_the_age(evening: Evening) -> Iterator[Found]:
    """A film is for older people than those whom the night admits, by the rating of its country or an advisory."""
    admitted = evening.event.admitted_from or 0
    for timed in evening.items:
        item = timed.item
        said, age = _strictest(item, evening.event.country)
        if age is None or age <= admitted:
            continue
        sentence = (
            later("“{title}” is rated “{said}”, for {age} and older, and this screening admits everybody.")
            if evening.event.admitted_from is None
            else later(
                "“{title}” is rated “{said}”, for {age} and older, and this screening admits from {admitted} on."
            )
        )
        yield Found(
            Severity.WARNING,
            _(sentence, title=title_of(item), said=said, age=age, admitted=admitted),
            (item.key,),
            (
                WayOut(_("Admit from {age} on", age=age), Elsewhere.AGE, age=age),
                *ways.replace_film(item),
                ways.take_out(item),
            ),
        )


def rating_not_known(evening: Evening) -> Iterator[Found]:
    """The night has an age, and nobody knows whether a film keeps to it."""
    admitted, country = evening.event.admitted_from, evening.event.country
    if admitted is None or not country:
        return
    for timed in evening.items:
        item = timed.item
        rated = [(said, *age_of_rating(said)) for said in item.ratings]
        strange = [said for said, where, age in rated if where == country and age is None]
        elsewhere = [said for said, where, age in rated if where != country and (age or 0) > admitted]
        looked_up = WayOut(_("Note its rating on the Films screen"), Elsewhere.FILM)
        strictest = max((age or 0 for _said, _where, age in rated), default=0)
        found = [looked_up]
        if strange:
            sentence = later(
                "What “{said}” of “{title}” means for guests from {admitted} on is not known; please look it up."
            )
        elif elsewhere and all(where != country for _said, where, _age in rated):
            found.append(WayOut(_("Admit from {age} on", age=strictest), Elsewhere.AGE, age=strictest))
            sentence = later(
                "“{title}” has no rating in {country}; elsewhere it is “{said}”, and this screening admits from {admitted} on."
            )
        else:
            continue
        yield Found(
            Severity.NOTE,
            _(
                sentence,
                title=title_of(item),
                said=(strange or elsewhere)[0],
                country=country_name(country),
                admitted=admitted,
            ),
            (item.key,),
            tuple(found),
        )


def _strictest(item: Item, country: str) -> tuple[str, int | None]:
    """What of a film's ratings in a country, and of its advisories, asks for the highest age."""
    found: tuple[str, int | None] = ("", None)
    for said in item.ratings:
        where, age = age_of_rating(said)
        if where == country and age is not None and age > (found[1] or 0):
            found = (said, age)
    for said in item.advisories:
        age = age_of_advisory(said)
        if age is not None and age > (found[1] or 0):
            found = (said, age)
    return found


def shown_in_this_town(evening: Evening) -> Iterator[Found]:
    """The town has seen a film before."""
    seen_here = evening.event.seen
    if not seen_here:
        return
    for timed in evening.items:
        item = timed.item
        seen = seen_here.get(item.film_id) if item.film_id is not None else None
        if seen is None:
            continue
        if seen.night is None:
            sentence = later(
                "“{title}” was shown in {town} before; please choose another film, or show it again knowingly."
            )
        elif seen.same_tour:
            sentence = later(
                "“{title}” was shown in {town} on {night} on this tour already; please choose another film."
            )
        else:
            sentence = later(
                "“{title}” was shown in {town} on {night} already; please choose another film, or show it again knowingly."
            )
        yield Found(
            Severity.WARNING,
            _(
                sentence,
                title=title_of(item),
                town=evening.event.town,
                night=day_text(seen.night) if seen.night is not None else "",
            ),
            (item.key,),
            (*ways.replace_film(item), ways.take_out(item)),
        )
