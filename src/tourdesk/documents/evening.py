"""What the papers of a night are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tourdesk.library.films import Film
from tourdesk.programming.programme import Programme
from tourdesk.programming.running_order import RunningOrder
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Screening


@dataclass(frozen=True, slots=True)
class Edition:
    """What was published: the programme's publications are counted from 1, `at` is in UTC."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Evening:
    """A programme on a night, with its films and their stills by film id, and the sponsors in order.

    `edition` is None where programme and films are as they are now, not as they were published.
    """

    screening: Screening
    programme: Programme
    order: RunningOrder
    films: Mapping[int, Film]
    stills: Mapping[int, bytes]
    sponsors: tuple[Sponsor, ...]
    edition: Edition | None = None
