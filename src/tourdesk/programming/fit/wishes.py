"""What a programme is worth as one whole number, so that comparing two numbers compares wish after wish.

Each wish has a range that no programme of the request can leave; a wish counts as much as the whole range of
all later ones together and one more. All of it is exact: values with decimals are scaled to whole numbers.
"""

from collections import Counter
from collections.abc import Iterable
from copy import copy as copied
from decimal import Decimal

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.programming.fit.answer import Objective
from tourdesk.programming.fit.request import Film, FilmId, Nights, Request, Wish, films_of

_LARGEST = 1 << 50


class Wishes:
    """The worth of a request's programmes, as whole numbers and back."""

    def __init__(self, request: Request, most_films: int) -> None:
        """`most_films` is how many showings a programme of the request can have at most."""
        self._prefer = request.prefer
        self._known: dict[Decimal, int] = {}
        softs = [rule.soft for rule in request.rules if rule.soft is not None]
        self._unit = 10 ** max(
            (_decimals(x) for x in {*softs, *(film.value for film in request.films)}), default=0
        )
        self._start: Counter[FilmId] = Counter(
            film for night in request.start_from or () for part in night for film in part
        )
        self._from_other_nights: frozenset[FilmId] = frozenset()
        ranges = self._ranges(request, most_films, sum(softs, Decimal(0)))
        self._least = [ranges[wish][0] for wish in self._prefer]
        self._span = [ranges[wish][1] - ranges[wish][0] + 1 for wish in self._prefer]
        factors = [1]
        for span in reversed(self._span):
            factors.append(factors[-1] * span)
        self._factors = factors[-2::-1]
        if factors[-1] > _LARGEST:
            raise ProblemForUser(
                _(
                    "The values, lengths and prices of this request are too large to be compared exactly; please use smaller numbers or fewer decimals."
                )
            )
        self.span = factors[-1]
        self.of_first = self._factors[0]
        self._of_value, self.of_second, self.of_change = (
            self._factor(wish) for wish in ("value", "fill", "least_change")
        )

    def of_night(self, request: Request, number: int) -> "Wishes":
        """What one night of a request is worth, in the same unit: nights together are worth no more than their sum.

        A film that goes from one night to another is one change, and is told by the night that it leaves; so a
        night takes what stood on others for nothing.
        """
        one = copied(self)
        if request.start_from is not None:
            one.narrow(request.start_from, number)
        return one

    def narrow(self, nights: Nights, number: int) -> None:
        """Count changes against one of the nights that stood before."""
        own = films_of((nights[number],))
        self._start = Counter(own)
        self._from_other_nights = films_of(nights) - own

    def _ranges(self, request: Request, most_films: int, soft: Decimal) -> dict[Wish, tuple[int, int]]:
        values = sorted(self._scaled(film.value) for film in request.films for _ in range(request.nights))
        downs = [value for value in values[:most_films] if value < 0]
        ups = [value for value in values[max(0, len(values) - most_films) :] if value > 0]
        seconds = sorted(film.seconds for film in request.films for _ in range(request.nights))
        longest = seconds[max(0, len(seconds) - most_films) :]
        room = min(request.max_seconds, sum(part.max_seconds for part in request.parts)) * request.nights
        return {
            "value": (sum(downs) - self._scaled(soft), sum(ups)),
            "fill": (0, min(sum(longest), room)),
            "least_change": (-(sum(self._start.values()) + most_films), 0),
        }

    def _scaled(self, value: Decimal) -> int:
        # Many films share few values, and decimals are slow.
        scaled = self._known.get(value)
        if scaled is None:
            scaled = self._known[value] = int(value * self._unit)
        return scaled

    def _factor(self, wish: Wish) -> int:
        return self._factors[self._prefer.index(wish)] if wish in self._prefer else 0

    def worth(self, objective: Objective) -> int:
        """An objective as one whole number, the more the better."""
        total = 0
        for wish, factor, amount in zip(self._prefer, self._factors, objective, strict=True):
            if wish == "value":
                total += factor * self._scaled(amount)
            else:
                total += factor * int(amount if wish == "fill" else -amount)
        return total

    def worth_of_night(self, objective: Objective, night: Iterable[FilmId]) -> int:
        """What a night of these films is worth that a request of it alone gives this objective: see `of_night`."""
        return self.worth(objective) + self.of_change * len(self._from_other_nights.intersection(night))

    def objective(self, worth: int) -> Objective:
        """The objective that a whole number stands for; of a bound, the best objective not above it."""
        rest = worth - sum(f * least for f, least in zip(self._factors, self._least, strict=True))
        amounts: list[Decimal] = []
        for wish, factor, least, span in zip(
            self._prefer, self._factors, self._least, self._span, strict=True
        ):
            steps = min(max(rest // factor, 0), span - 1)
            rest -= steps * factor
            amount = least + steps
            amounts.append(Decimal(amount) / self._unit if wish == "value" else Decimal(abs(amount)))
        return tuple(amounts)

    def of_film(self, film: Film, copy: int) -> int:
        """What the showing number `copy` (from 0) of a film adds, moves not counted."""
        worth = self._of_value * self._scaled(film.value) + self.of_second * film.seconds
        if not self.of_change or film.id in self._from_other_nights:
            return worth
        return worth + (self.of_change if copy < self._start[film.id] else -self.of_change)

    def of_nothing(self) -> int:
        """What the empty programme is worth: everything that stood before is removed."""
        return -self.of_change * sum(self._start.values())

    def of_price(self, price: Decimal) -> int:
        """What breaking a soft rule costs."""
        return self._of_value * self._scaled(price)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
