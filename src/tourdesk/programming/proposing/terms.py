"""What the films' licences allow on the nights that are proposed, and what they cost there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tourdesk.library.licences import Licence, cost
from tourdesk.library.standing import NOT_SHOWN, Judged, Showings, Standing, judged


@dataclass(frozen=True, slots=True)
class Terms:
    """The licences of all films, by film, and what of the nights they speak of: country, currency and seats.

    `country` is ISO 3166, empty when nobody has said; `currency` is the tour's; `seats` is None when nobody has counted
    them: fees per head are counted for a full hall. `first_versions` are the names of the versions that are proposed, of
    films of which not all may be shown. `showings` are those at other nights, as `Event` has them.
    """

    licences: Mapping[int, Sequence[Licence]] = field(default_factory=dict)
    country: str = ""
    currency: str = "EUR"
    seats: int | None = None
    first_versions: Mapping[int, str] = field(default_factory=dict)
    showings: Showings = NOT_SHOWN

    def of(self, film: int, nights: Sequence[date], version: str = "") -> tuple[bool, Decimal | None]:
        """Whether a film may be shown on each of the nights, and what one showing costs on the dearest of them.

        The cost is 0 where no fee is noted, None when it cannot be counted.
        """
        found = self._judged(film, nights, version)
        fees = [cost(one.licence, self.currency, self.seats) for one in found]
        known = [fee for fee in fees if fee is not None]
        dearest = max(known, default=Decimal(0)) if len(known) == len(fees) else None
        return all(one.standing is Standing.VALID for one in found), dearest

    def forbids(self, film: int, nights: Sequence[date]) -> bool:
        """Whether a film has licences, and none for one of the nights; of a film without any nothing is known."""
        return bool(self.licences.get(film)) and not self.of(film, nights)[0]

    def _judged(self, film: int, nights: Sequence[date], version: str) -> list[Judged]:
        found = self.licences.get(film, ())
        shown = version or self.first_versions.get(film, "")
        plays = self.showings.of(film, shown) if found else ()
        return [judged(found, night, self.country, shown, plays) for night in nights]


NO_TERMS = Terms()
"""No film has a licence, and nobody asks what it costs."""
