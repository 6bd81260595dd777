"""What the papers of a night are made from."""

from collections.abc import Mapping
from dataclasses import dataclass

from tourdesk.library.films import Film
from tourdesk.programming.programme import Programme
from tourdesk.programming.running_order import RunningOrder
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Screening


@dataclass(frozen=True, slots=True)
class Evening:
    """A programme on a night, with its films and their stills by film id, and the sponsors in order."""

    screening: Screening
    programme: Programme
    order: RunningOrder
    films: Mapping[int, Film]
    stills: Mapping[int, bytes]
    sponsors: tuple[Sponsor, ...]
