"""Elastic items: how they share the time that is left.

Each stands equally far between its least and its most: with half of what they could take together, each is half way.
So all reach their bounds at the same moment, whoever gave an item a wide range gets the most out of it, and no
second is lost: shares are cut at whole seconds of the running sum, so that they add up to what there is.
"""

from collections.abc import Sequence


def shared(bounds: Sequence[tuple[int, int]], seconds: int) -> list[int]:
    """The lengths of items of these bounds (least, most) that have so many seconds together.

    When that is less than all their leasts, each has its least; when it is more than all their mosts, its most.
    """
    least = sum(low for low, _ in bounds)
    room = sum(high for _, high in bounds) - least
    if not room:
        return [low for low, _ in bounds]
    spare = min(max(seconds - least, 0), room)
    lengths = []
    before = reach = 0
    for low, high in bounds:
        reach += high - low
        given = spare * reach // room
        lengths.append(low + given - before)
        before = given
    return lengths
