"""What the palette offers: actions and things by name, the best match for a few letters first. No Qt here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tourdesk.foundation.text import folded


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the palette: what it is called, what kind of thing it is, and what choosing it does."""

    name: str
    kind: str
    icon: str
    do: Callable[[], object]
    beside: str = ""
    """What stands at its right: an action's keys, or the screen where it is."""


def rank(name: str, typed: str) -> int | None:
    """How well typed letters name something, 0 the best; None when they do not.

    Each typed word must be in the name: at its start, at the start of one of its words, or anywhere, in this order. A name
    that begins with all that was typed is the best.
    """
    whole = folded(name)
    if whole.startswith(folded(typed).strip()):
        return 0
    words = whole.replace("-", " ").split()
    worst = 0
    for position, part in enumerate(folded(typed).split()):
        if position == 0 and whole.startswith(part):
            continue
        if any(word.startswith(part) for word in words):
            worst = max(worst, 1)
        elif part in whole:
            worst = max(worst, 2)
        else:
            return None
    return worst


def best(offers: Iterable[Offer], typed: str, most: int) -> list[Offer]:
    """The offers that typed letters name, the best first; in the given order where they are equally good."""
    ranked: list[tuple[int, Offer]] = []
    for offer in offers:
        place = rank(offer.name, typed)
        if place is not None:
            ranked.append((place, offer))
    ranked.sort(key=lambda pair: pair[0])
    return [offer for _place, offer in ranked[:most]]


def by_kind(offers: Sequence[Offer]) -> list[Offer]:
    """The same offers with those of one kind together, kinds in the order of their best offer."""
    kinds = list(dict.fromkeys(offer.kind for offer in offers))
    return sorted(offers, key=lambda offer: kinds.index(offer.kind))
