"""How a film's licences stand for a night: its date, country and version, and a play for each of the film's showings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tourdesk.library.licences import Licence


@dataclass(frozen=True, slots=True)
class Play:
    """A showing of a film that is planned or was: its night, the country of its venue and the version shown.

    It is one screening in whose programme the film is, however often it is there. What is not known is empty, and so is
    the version where it is there in several: a licence for any one of these may be the one that is used.
    """

    night: date
    country: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Showings:
    """The showings beside a night's, of films of which a licence limits how often, by film.

    `again` are the other showings of the night's programme: any film that is put into it is shown there, too.
    """

    by_film: Mapping[int, tuple[Play, ...]] = field(default_factory=dict)
    again: tuple[Play, ...] = ()

    def of(self, film: int, version: str = "") -> tuple[Play, ...]:
        """The other showings of a film that the night's programme shows in a version (empty: not known)."""
        return (*self.by_film.get(film, ()), *(replace(play, version=version) for play in self.again))


NOT_SHOWN = Showings()
"""No other night is known."""


class Standing(StrEnum):
    """How a film's licences stand for a night; of several reasons against it the nearest to a yes is told."""

    VALID = "valid"
    USED_UP = "used up"
    """Its other showings need all the plays that there are."""
    OTHER_VERSION = "other version"
    ELSEWHERE = "elsewhere"
    COMING = "coming"
    ENDED = "ended"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """How a film's licences stand for a night, and the licence that says so; None where there is none.

    Where they are used up, `allowed` are the plays of all licences that could be had for the night, by shifting other
    showings to other licences, too, and `plays` the other showings that these are needed for.
    """

    standing: Standing
    licence: Licence | None = None
    plays: int = 0
    allowed: int = 0


_NOTHING = Judged(Standing.NONE)
_NEAREST = {standing: place for place, standing in enumerate(Standing)}


def judged(
    licences: Sequence[Licence],
    night: date,
    country: str = "",
    version: str = "",
    plays: Sequence[Play] = (),
) -> Judged:
    """How licences stand for a night in a country (ISO 3166, empty: not known) and a version (empty: any).

    `plays` are the film's other showings. Each showing needs one play of one licence that allows its night, country and
    version: the film is licensed when there is one for the night after as many of the others as can be have theirs. Of
    several licences that have one the one with the least fee counts: whoever holds two chooses.
    """
    if not licences:
        return _NOTHING  # of thousands of films most have none
    tonight = Play(night, country, version)
    found = [(_standing(one, tonight), one) for one in licences]
    valid = [place for place, (standing, _one) in enumerate(found) if standing is Standing.VALID]
    if not valid:
        standing, licence = min(found, key=lambda one: (_NEAREST[one[0]], *_last_told(*one)))
        return Judged(standing, licence)
    valid.sort(key=lambda place: _last_told(*found[place]))
    if all(licences[place].plays is None for place in valid):
        return Judged(Standing.VALID, licences[valid[0]])
    return _Dealt(licences, plays).tonight(valid)


class _Dealt:
    """The plays of licences, dealt out to showings: as many of them as can be have one (Kuhn's augmenting paths)."""

    def __init__(self, licences: Sequence[Licence], plays: Sequence[Play]) -> None:
        self._licences = licences
        self._allow = [
            [place for place, one in enumerate(licences) if _standing(one, play) is Standing.VALID]
            for play in plays
        ]
        """The licences that allow each showing, by their places."""
        self._under: list[list[int]] = [[] for _one in licences]
        """The showings that have a play of each licence."""
        for showing in range(len(plays)):
            self._deal(showing, set())

    def tonight(self, valid: Sequence[int]) -> Judged:
        """Whether one of these licences has a play left, the first that has one counts."""
        for place in valid:
            if self._has_one(place, set()):
                return Judged(Standing.VALID, self._licences[place])
        needed: set[int] = set()
        for place in valid:
            self._has_one(place, needed)
        others = sum(bool(allow) and needed.issuperset(allow) for allow in self._allow)
        allowed = sum(self._licences[place].plays or 0 for place in needed)
        return Judged(Standing.USED_UP, self._licences[valid[0]], others, allowed)

    def _deal(self, showing: int, tried: set[int]) -> bool:
        for place in self._allow[showing]:
            if self._has_one(place, tried):
                self._under[place].append(showing)
                return True
        return False

    def _has_one(self, place: int, tried: set[int]) -> bool:
        """Whether a licence has a play left, or has one when a showing goes over to another licence.

        `tried` are the licences that have none, and those that are being asked.
        """
        if place in tried:
            return False
        tried.add(place)
        most, under = self._licences[place].plays, self._under[place]
        if most is None or len(under) < most:
            return True
        for showing in under:
            if self._deal(showing, tried):
                under.remove(showing)
                return True
        return False


def _standing(licence: Licence, play: Play) -> Standing:
    """How a licence stands for one showing, however often it is used already."""
    if licence.last is not None and licence.last < play.night:
        return Standing.ENDED
    if licence.first is not None and play.night < licence.first:
        return Standing.COMING
    if licence.territories and play.country and play.country not in licence.territories:
        return Standing.ELSEWHERE
    if licence.version and play.version and licence.version != play.version:
        return Standing.OTHER_VERSION
    return Standing.VALID


def _last_told(standing: Standing, licence: Licence) -> tuple[bool, Decimal | int]:
    """Of the valid ones the cheapest first; of the ended the one that ended last, of the coming the next."""
    if standing is Standing.ENDED and licence.last is not None:
        return False, -licence.last.toordinal()
    if standing is Standing.COMING and licence.first is not None:
        return False, licence.first.toordinal()
    return licence.fee is None, Decimal(0) if licence.fee is None else licence.fee.amount.amount
