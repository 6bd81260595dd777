"""What proposals must know beside the programmes, read beside the window."""

from collections.abc import Mapping, Sequence

from tourdesk.desks import Desks
from tourdesk.library.licences import Licence
from tourdesk.library.standing import Showings
from tourdesk.programming.proposing.asked import NOTHING_AROUND, Around
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.terms import Terms
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.touring.night import Screening


def around(
    desks: Desks,
    screening: Screening | None,
    wishes: Wishes,
    proposed: frozenset[int],
    second: Screening | None = None,
) -> Around:
    """What the town has seen, the films' licences, and, where the wishes ask for it, films of the stop's other evenings.

    `second` is the night that is proposed together with this one.
    `proposed` are the ids of the programmes that are proposed anew: what stands in them is no other evening.
    """
    if screening is None:
        return NOTHING_AROUND
    with desks.database.reading():
        event = desks.touring.event(screening)
        licences = desks.library.licences()
        terms = Terms(
            licences,
            event.country,
            event.currency,
            _seats(screening, second),
            _first_versions(desks, licences),
            Showings(desks.touring.plays(proposed), event.showings.again),
        )
        if not wishes.of(WishKind.OTHER).on:
            return Around(event.town, frozenset(event.seen), terms=terms)
        programmes = {
            one.programme_id
            for one in desks.touring.screenings()
            if at_one_stop(one, screening) and one.programme_id is not None
        }
        elsewhere = {
            item.film_id
            for programme_id in programmes - proposed
            for item in desks.programming.programme(programme_id).items
            if item.film_id is not None
        }
    return Around(event.town, frozenset(event.seen), frozenset(elsewhere), terms)


def _first_versions(desks: Desks, licences: Mapping[int, Sequence[Licence]]) -> dict[int, str]:
    """The names of the first versions of films of which some licence allows one version alone."""
    limited = [film for film, some in licences.items() if any(licence.version for licence in some)]
    return {film: found.version.name for film, found in desks.library.films(limited).items()}


def _seats(*screenings: Screening | None) -> int | None:
    """The seats of the larger hall; None when nobody has counted those of one."""
    seats = [one.hall.capacity for one in screenings if one is not None]
    known = [count for count in seats if count is not None]
    return max(known) if len(known) == len(seats) else None


def at_one_stop(one: Screening, other: Screening) -> bool:
    """Whether two screenings are of one stop: one tour in one town, at one venue."""
    return (one.tour.id, one.town, one.venue.id) == (other.tour.id, other.town, other.venue.id)
