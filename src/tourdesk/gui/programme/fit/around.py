"""What proposals must know beside the programme, read beside the window."""

from tourdesk.desks import Desks
from tourdesk.programming.proposing.asking import NOTHING_AROUND, Around
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.touring.night import Screening


def around(desks: Desks, screening: Screening | None, wishes: Wishes) -> Around:
    """What the town has seen, and the films of the stop's other evenings; only what the wishes ask for is read."""
    if screening is None or not any(wishes.of(kind).on for kind in (WishKind.UNSEEN, WishKind.OTHER)):
        return NOTHING_AROUND
    with desks.database.reading():
        event = desks.touring.event(screening)
        programmes = {
            one.programme_id
            for one in desks.touring.screenings()
            if one.tour.id == screening.tour.id
            and one.venue.id == screening.venue.id
            and one.town == screening.town
            and one.programme_id is not None
            and one.programme_id != screening.programme_id
        }
        elsewhere = {
            item.film_id
            for programme_id in programmes
            for item in desks.programming.programme(programme_id).items
            if item.film_id is not None
        }
    return Around(event.town, frozenset(event.seen), frozenset(elsewhere))
