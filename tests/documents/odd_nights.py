"""Evenings that papers must survive, and look well with: to be looked at with `tools/paper_pictures.py`, and tested."""

from collections.abc import Callable

from tests.documents.nights import SPONSORS, Night, film, film_item, full_night, other, picture, slot
from tests.documents.test_alphabets import all_alphabets

from tourdesk.programming.programme import Item, ItemKind

LONG_TITLE = ("The Very Long Walk From the Lighthouse to the Baker’s and Back Again " * 8)[:500].strip()


def long_titles() -> Night:
    """Four films with titles of five hundred letters."""
    films = [film(number, title=LONG_TITLE) for number in range(4)]
    stills = {one.id: picture(seed=one.id) for one in films if one.id is not None}
    return Night(films, stills=stills, sponsors=SPONSORS, name="The long ones")


def sixty_items() -> Night:
    """Twenty-five short films, and more than thirty items between them."""
    films = [film(number) for number in range(25)]
    items: list[Item] = []
    for number, one in enumerate(films):
        if number == 12:
            items.append(
                other(ItemKind.INTERMISSION, "Intermission", 900, "Back soon.", "House lights full.")
            )
        items.append(film_item(one, seconds=200))
        script = "A few words about what comes next, and who made it." if number % 3 == 0 else ""
        items.append(other(ItemKind.ANNOUNCEMENT, f"Announcement {number + 1}", 40, script, "Microphone 1."))
        if number < 9:
            items.append(other(ItemKind.RAFFLE, f"Raffle {number + 1}", 30))
    stills = {one.id: picture(seed=one.id) for one in films if one.id is not None}
    return Night(films, items=tuple(items), slot=slot("18:00", "23:00"), stills=stills, sponsors=SPONSORS)


def without_films() -> Night:
    """A night whose programme is still being chosen."""
    return Night(items=(), sponsors=SPONSORS)


ODD_NIGHTS: dict[str, Callable[[], Night]] = {
    "one": lambda: full_night(1),
    "twelve": lambda: full_night(12),
    "sixty-items": sixty_items,
    "without-films": without_films,
    "long-titles": long_titles,
    "alphabets": all_alphabets,
}
"""By the names of their pictures."""
