"""What the Fit page says of what it found, read as an organiser reads it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from tourdesk.gui.programme.fit import words
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.proposing.asked import Night
from tourdesk.programming.proposing.asking import ask_for_best, ask_for_mending
from tourdesk.programming.proposing.proposal import Outcome, propose
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wish, Wishes
from tourdesk.programming.slot import Slot

START = datetime(2027, 5, 18, 19, tzinfo=UTC)
FREE = Wishes(tuple(replace(wish, on=False) for wish in Wishes().all))
LIBRARY = [
    FilmRow(n, title, (), 2020, ("NO",), section, (), n, minutes * 60, approximate=False)
    for n, (title, section, minutes) in enumerate(
        [("Roof", "Places", 30), ("Walls", "Places", 20), ("Ridge", "People", 25), ("River", "Places", 10)], 1
    )
]


def item_of(film: int) -> Item:
    row = LIBRARY[film - 1]
    return Item(f"k{film}", ItemKind.FILM, row.title, row.seconds, film_id=film, version_id=film)


def slot(minutes: int) -> Slot:
    return Slot("UTC", START, START, START, START + timedelta(minutes=minutes))


def best(minutes: int, wishes: Wishes) -> Outcome:
    return propose(ask_for_best([Night(Programme("Evening"), slot(minutes))], LIBRARY, wishes), item_of)


def mended(minutes: int, wishes: Wishes, *films: int) -> Outcome:
    programme = Programme("Evening", tuple(map(item_of, films)))
    return propose(ask_for_mending([Night(programme, slot(minutes))], LIBRARY, wishes), item_of)


def having(kind: WishKind, *values: int, nice: int = 0) -> Wishes:
    return FREE.having(replace(FREE.of(kind), on=True, values=values, nice=nice))


def test_an_evening_that_fits_already_is_said_to_need_no_change() -> None:
    assert words.verdict(mended(60, FREE, 1, 2)).startswith("No film has to change.")
    assert words.verdict(mended(40, FREE, 1, 2)) == "It runs over by 10:00. Proven: no smaller change fits."


def test_an_evening_that_misses_its_pinned_time_is_proposed_so_that_it_begins_then() -> None:
    items = (item_of(2), replace(item_of(1), pinned=time(19, 1)))
    programme = Programme("Evening", items)
    outcome = propose(ask_for_best([Night(programme, slot(90))], LIBRARY, FREE), item_of)
    assert words.verdict(outcome).startswith("Proven best")
    assert outcome.proposals
    for proposal in outcome.proposals:
        [pinned] = [one for one in proposal.nights[0].order.items if one.item.pinned is not None]
        assert (pinned.item.key, pinned.start.time(), pinned.late) == ("k1", time(19, 1), 0)


def test_an_evening_that_has_no_way_to_its_pinned_time_is_not_proposed() -> None:
    welcome = Item("welcome", ItemKind.WELCOME, "Welcome", 300)
    programme = Programme("Evening", (welcome, replace(item_of(1), pinned=time(19, 1))))
    outcome = propose(ask_for_best([Night(programme, slot(90))], LIBRARY, FREE), item_of)
    assert words.verdict(outcome).startswith("Nothing fits")
    assert outcome.proposals == ()


def test_what_is_left_aside_names_its_films() -> None:
    said = words.verdict(mended(60, FREE.wanting([3, 4]), 1, 2))
    assert "Left aside, because it is broken already: Must show “Ridge” and “River”." in said


def test_what_is_switched_off_is_named_in_the_news() -> None:
    outcome = best(60, having(WishKind.COUNTRIES, 3))
    (clash,) = outcome.clashes
    assert [way.told for way in clash.ways] == [
        "The rule is now: From at least 1 country.",
        "“From at least 3 countries” was switched off.",
    ]
    outcome = best(40, FREE.wanting([1, 2]))
    (fewer, none) = outcome.clashes[0].ways
    assert fewer.told in {"“Roof” need not be shown any more.", "“Walls” need not be shown any more."}
    assert none.told == "No film has to be shown any more."


def test_a_wish_that_is_not_kept_is_said_once_on_a_card() -> None:
    outcome = best(60, having(WishKind.SECTION, 1, nice=1))
    for proposal in outcome.proposals:
        assert "wish" not in proposal.why
    broken = [one for one in outcome.proposals if one.given_up]
    assert broken
    assert words.given_up(broken[0]) == "Not kept: At most 1 film of one section."


def test_as_many_films_as_few_are_exactly_so_many() -> None:
    assert Wish(WishKind.COUNT, on=True, values=(1, 1)).sentence == "Exactly 1 film"
    assert Wish(WishKind.COUNT, on=True, values=(4, 4)).sentence == "Exactly 4 films"
    assert Wish(WishKind.COUNT, on=True, values=(1, 4)).sentence == "Between 1 and 4 films"


def test_a_film_shown_during_the_intermission_counts_on_a_card() -> None:
    pause = Item("pause", ItemKind.INTERMISSION, "Intermission", 900)
    items = (item_of(1), pause, replace(item_of(4), inside="pause"), item_of(2))
    outcome = propose(ask_for_mending([Night(Programme("Evening", items), slot(60))], LIBRARY, FREE), item_of)
    assert words.headline(outcome.proposals[0]) == "3 films, 55:00 of films"
