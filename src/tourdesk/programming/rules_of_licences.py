"""Rules about licences: whether each film may be shown on the night, and what the films cost together."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tourdesk.foundation.codes import country_name
from tourdesk.foundation.dates import day_text
from tourdesk.foundation.language import _, later, n_
from tourdesk.foundation.money import Money, money_text
from tourdesk.library.licences import cost
from tourdesk.library.standing import Judged, Standing, judged
from tourdesk.programming import ways
from tourdesk.programming.event import Event
from tourdesk.programming.findings import Elsewhere, Evening, Found, Severity, WayOut, title_of
from tourdesk.programming.programme import Item

_SENTENCES = {
    Standing.NONE: later("No licence of “{title}” is known; please note one on the Films screen."),
    Standing.ENDED: later("The licence of “{title}” ended on {last}, before the night of {night}."),
    Standing.COMING: later("The licence of “{title}” begins on {first} only, after the night of {night}."),
    Standing.ELSEWHERE: later("The licence of “{title}” names {territories} only, not {country}."),
    Standing.OTHER_VERSION: later(
        "“{title}” is licensed as “{version}” only, and here it is shown as “{shown}”."
    ),
}


def not_licensed(evening: Evening) -> Iterator[Found]:
    """The library keeps licences, and none of the film's allows this night, country and version, and one showing more."""
    for timed in evening.items:
        item = timed.item
        if item.version_id is None or item.licences is None:
            continue
        found = _judged(evening, item)
        standing = found.standing
        if standing is Standing.VALID:
            continue
        yield Found(
            # What nobody has noted may be on paper all the same.
            Severity.WARNING if standing is Standing.NONE else Severity.ERROR,
            _sentence(evening, item, found),
            (item.key,),
            (
                *((ways.other_version(),) if standing is Standing.OTHER_VERSION else ()),
                WayOut(_("Look at its licences on the Films screen"), Elsewhere.FILM),
                *ways.replace_film(item),
                ways.take_out(item),
            ),
        )


def _sentence(evening: Evening, item: Item, found: Judged) -> str:
    licence = found.licence
    if licence is not None and found.standing is Standing.USED_UP:
        if found.allowed != licence.plays:
            return _(
                "The licences of “{title}” are for {n} showings together, and with this night there are {all} that need "
                "them.",
                title=title_of(item),
                n=found.allowed,
                all=found.plays + 1,
            )
        return n_(
            "The licence of “{title}” is for {n} showing, and with this night there are {all}.",
            "The licence of “{title}” is for {n} showings, and with this night there are {all}.",
            found.allowed,
            title=title_of(item),
            all=found.plays + 1,
        )
    return _(
        _SENTENCES[found.standing],
        title=title_of(item),
        night=day_text(evening.slot.night),
        country=country_name(evening.event.country),
        shown=item.version_name,
        version=licence.version if licence else "",
        territories=", ".join(map(country_name, licence.territories)) if licence else "",
        first=day_text(licence.first) if licence and licence.first else "",
        last=day_text(licence.last) if licence and licence.last else "",
    )


def over_the_budget(evening: Evening) -> Iterator[Found]:
    """The licences of the films cost more together than they may; fees that cannot be counted are told."""
    budget, currency = evening.event.budget, evening.event.currency
    if budget is None:
        return
    films = [timed.item for timed in evening.items if timed.item.version_id is not None]
    fees = [(item, _fee(evening, item)) for item in films]
    total = sum((fee for _item, fee in fees if fee is not None), Decimal(0))
    over = total - budget
    if over > 0:
        yield Found(
            Severity.WARNING,
            _(
                "The licences cost {total}, {over} more than the {budget} that they may.",
                total=money_text(Money(total, currency)),
                over=money_text(Money(over, currency)),
                budget=money_text(Money(budget, currency)),
            ),
            ways=(
                WayOut(_("Mend it with the fewest changes"), Elsewhere.FIT),
                ways.take_out(_cheapest_that_is_enough(fees, over)),
            ),
        )
    for item, fee in fees:
        if fee is None:
            yield Found(
                Severity.NOTE,
                _(
                    "What “{title}” costs cannot be counted: its fee is per head and nobody has said how many seats "
                    "there are, or it is in another currency than {currency}.",
                    title=title_of(item),
                    currency=currency,
                ),
                (item.key,),
                (WayOut(_("Look at its licences on the Films screen"), Elsewhere.FILM),),
            )


def judged_on(item: Item, event: Event, night: date) -> Judged:
    """How the licences of a film's item stand for a night, its other showings counted."""
    plays = event.showings.of(item.film_id or 0, item.version_name)
    return judged(item.licences or (), night, event.country, item.version_name, plays)


def _judged(evening: Evening, item: Item) -> Judged:
    return judged_on(item, evening.event, evening.slot.night)


def _fee(evening: Evening, item: Item) -> Decimal | None:
    return cost(_judged(evening, item).licence, evening.event.currency, evening.event.seats)


def _cheapest_that_is_enough(fees: list[tuple[Item, Decimal | None]], over: Decimal) -> Item:
    """The film without which the rest costs no more than it may, the dearest where none is enough."""
    known = sorted(((fee, place) for place, (_item, fee) in enumerate(fees) if fee))
    _fee, place = next(((fee, place) for fee, place in known if fee >= over), known[-1])
    return fees[place][0]
