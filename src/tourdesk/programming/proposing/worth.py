"""What a film is worth to an evening, from the verdicts of the committee."""

from decimal import Decimal
from fractions import Fraction

from tourdesk.library.committee.verdicts import Choice, Tally

_POINTS = {Choice.MUST: 4, Choice.MAYBE: 1, Choice.NO: -4}
_MIDDLE = Fraction(5, 2)
"""So many stars say neither good nor bad."""


def worth(tally: Tally) -> Decimal:
    """Points of a film: the mean of its choices (must 4, maybe 1, no -4) and its mean stars above the middle.

    A whole number from -6 to 6; 0 when nobody said anything.
    """
    counts = tally.counts
    chosen = sum(counts.values())
    points = Fraction(0)
    if chosen:
        points += Fraction(sum(_POINTS[choice] * n for choice, n in counts.items()), chosen)
    if tally.mean_stars is not None:
        points += tally.mean_stars - _MIDDLE
    return Decimal(round(points))


def refused(tally: Tally) -> bool:
    """Whether more than half of those who chose say no."""
    counts = tally.counts
    return 2 * counts[Choice.NO] > sum(counts.values())
