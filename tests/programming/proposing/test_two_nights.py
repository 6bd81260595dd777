"""Two nights proposed together, and a film that is replaced with the fewest changes."""

import random
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tourdesk.library.committee.verdicts import Choice, Member, Said, Tally, Verdict
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.proposing.asked import Around, Night
from tourdesk.programming.proposing.asking import ask_for_best, ask_for_mending
from tourdesk.programming.proposing.proposal import Outcome, ProposedNight, propose
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes, usual_wishes
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import Slot

START = datetime(2027, 5, 18, 19, tzinfo=UTC)
NOTHING = Wishes(tuple(type(wish)(wish.kind, on=False, values=wish.values) for wish in usual_wishes()))
PAUSE = Item("pause", ItemKind.INTERMISSION, "Intermission", 900)


def row(number: int, seconds: int) -> FilmRow:
    return FilmRow(number, f"Film {number}", (), 2020, (), None, (), number, seconds, approximate=False)


def item_of(film: FilmRow) -> Item:
    return Item(f"k{film.id}", ItemKind.FILM, film.title, film.seconds, film_id=film.id, version_id=film.id)


def slot(minutes: int, day: int = 0) -> Slot:
    start = START + timedelta(days=day)
    return Slot("UTC", start, start, start, start + timedelta(minutes=minutes))


def pairs(library: list[FilmRow], one: Night, other: Night, wishes: Wishes = NOTHING) -> Outcome:
    rows = {film.id: film for film in library}
    return propose(ask_for_best([one, other], library, wishes), lambda film: item_of(rows[film]))


def films(night: ProposedNight) -> list[int]:
    return [item.film_id for item in night.programme.items if item.film_id is not None]


@settings(max_examples=60)
@given(
    st.lists(st.integers(60, 2400), min_size=3, max_size=9),
    st.integers(40, 90),
    st.integers(40, 90),
    st.tuples(st.integers(1, 2), st.integers(1, 2)),
    st.integers(0, 30),
)
def test_no_film_comes_on_both_nights_and_each_ends_in_time(
    lengths: list[int], first: int, second: int, parts: tuple[int, int], gap: int
) -> None:
    library = [row(number, seconds) for number, seconds in enumerate(lengths, 1)]
    one, other = ((PAUSE,) if number == 2 else () for number in parts)
    found = pairs(
        library,
        Night(Programme("One", one, gap), slot(first)),
        Night(Programme("Other", other, 20), slot(second, 1)),
    )
    assert found.proposals or found.clashes
    assert all(proposal.why.endswith(".") for proposal in found.proposals[1:])
    shown = [{film for night in proposal.nights for film in films(night)} for proposal in found.proposals]
    assert all(a != b for a, b in combinations(shown, 2))
    for proposal in found.proposals:
        first_night, second_night = proposal.nights
        assert set(films(first_night)).isdisjoint(films(second_night))
        assert proposal.in_time
        assert (first_night.programme.name, second_night.programme.name) == ("One", "Other")


def test_each_night_uses_the_room_that_it_has_itself() -> None:
    library = [row(number, minutes * 60) for number, minutes in enumerate((30, 29, 28, 27, 13), 1)]
    found = pairs(library, Night(Programme("Short"), slot(60)), Night(Programme("Long"), slot(75, 1)))
    short, long = found.proposals[0].nights
    assert short.order.margin == 0 or short.order.seconds > 55 * 60
    assert long.order.seconds > 60 * 60
    assert not found.proven


def test_nights_of_the_same_room_are_proven_together() -> None:
    library = [row(number, minutes * 60) for number, minutes in enumerate((30, 30, 25, 25, 10), 1)]
    found = pairs(library, Night(Programme("One"), slot(60)), Night(Programme("Other"), slot(60, 1)))
    assert found.proven
    assert sorted(night.order.seconds // 60 for night in found.proposals[0].nights) == [60, 60]


def test_a_film_that_goes_to_the_other_night_brings_its_script_along() -> None:
    library = [row(1, 1800), row(2, 1800)]
    told = Item("a", ItemKind.FILM, "Film 1", 1800, film_id=1, version_id=1, script="Say hello.")
    alone = Item("b", ItemKind.FILM, "Film 2", 1800, film_id=2, version_id=2)
    found = pairs(
        library, Night(Programme("One", (told, alone), 0), slot(31)), Night(Programme("Other"), slot(31, 1))
    )
    for proposal in found.proposals:
        items = [item for night in proposal.nights for item in night.programme.items]
        assert next(item for item in items if item.film_id == 1).script == "Say hello."


def test_too_few_films_for_two_nights_are_said_as_what_they_are() -> None:
    found = pairs([row(1, 600)], Night(Programme("One"), slot(60)), Night(Programme("Other"), slot(60, 1)))
    assert found.proposals == ()
    assert "No film is shown on both nights" in [clash.sentence for clash in found.clashes]


def test_another_pair_of_nights_says_how_it_differs_from_the_best_one() -> None:
    library = [
        row(number, minutes * 60) for number, minutes in enumerate((30, 29, 28, 27, 26, 14, 13, 12, 11), 1)
    ]
    found = pairs(library, Night(Programme("Short"), slot(42)), Night(Programme("Long"), slot(60, 1)))
    shown = [{film for night in proposal.nights for film in films(night)} for proposal in found.proposals]
    assert len(found.proposals) > 1
    for proposal, now in list(zip(found.proposals, shown, strict=True))[1:]:
        gone, _for, new = proposal.why.partition(" for ")
        for film in library:
            assert (f"“{film.title}”" in gone) is (film.id in shown[0] - now)
            assert (f"“{film.title}”" in new) is (film.id in now - shown[0])


def test_nights_of_unlike_parts_are_filled_one_after_the_other() -> None:
    library = [row(number, minutes * 60) for number, minutes in enumerate((30, 20, 25, 15, 28), 1)]
    halves = Programme("Halves", (item_of(library[0]), PAUSE, item_of(library[1])))
    wanted = NOTHING.wanting([3, 4])
    found = pairs(library, Night(halves, slot(75)), Night(Programme("Whole"), slot(60, 1)), wanted)
    assert found.proposals
    assert not found.proven
    for proposal in found.proposals:
        one, other = map(films, proposal.nights)
        assert set(one).isdisjoint(other)
        assert len(one) >= 2
        assert other
        assert {3, 4} <= {*one, *other}
        assert proposal.in_time


@settings(max_examples=60)
@given(
    st.lists(st.integers(5, 40), min_size=4, max_size=9),
    st.tuples(st.integers(1, 2), st.integers(1, 2)),
    st.sets(st.sampled_from([0, 1])),
)
def test_pinned_films_stay_where_they_are_on_both_nights(
    minutes: list[int], parts: tuple[int, int], pinned: set[int]
) -> None:
    library = [row(number, length * 60) for number, length in enumerate(minutes, 1)]
    nights = []
    for which, count in enumerate(parts):
        # The pinned film opens its night, at the time at which the night starts; another one is pinned nowhere.
        opener = replace(
            item_of(library[2 * which]), key=f"p{which}", pinned=time(19) if which in pinned else None
        )
        items = (opener, item_of(library[2 * which + 1]), *((PAUSE,) if count == 2 else ()))
        nights.append(Night(Programme(f"Night {which}", items, 20), slot(100, which)))
    found = pairs(library, nights[0], nights[1])
    assert found.proposals or found.clashes
    for proposal in found.proposals:
        assert proposal.in_time
        one, other = map(films, proposal.nights)
        assert set(one).isdisjoint(other)
        if 0 in pinned:
            assert one[0] == 1
        if 1 in pinned:
            assert other[0] == 3
    assert not (found.proven and pinned)


def test_a_night_with_a_pinned_film_takes_the_fuller_of_both_ways_to_fill_two_nights() -> None:
    # The pinned film and its only fellow fill the second night; filled first, the other night would take that one.
    library = [row(1, 20 * 60), row(2, 40 * 60), row(3, 59 * 60)]
    pinned = replace(item_of(library[0]), pinned=time(19))
    found = pairs(
        library, Night(Programme("Free"), slot(60)), Night(Programme("Fixed", (pinned,)), slot(60, 1))
    )
    one, other = map(films, found.proposals[0].nights)
    assert (one, other) == ([3], [1, 2])


def test_a_film_is_replaced_and_everything_else_stays() -> None:
    library = [row(number, minutes * 60) for number, minutes in enumerate((20, 15, 10, 15, 14), 1)]
    items = tuple(item_of(film) for film in library[:3])
    around = Around("Leura", frozenset({2, 4}))
    asked = ask_for_mending(
        [Night(Programme("Evening", items, 0), slot(45))], library, NOTHING, around, without=frozenset({2})
    )
    rows = {film.id: film for film in library}
    found = propose(asked, lambda film: item_of(rows[film]))
    assert asked.replaced == ("Film 2",)
    # Without a change more than needed, and not by a film that the town has seen.
    best = films(found.proposals[0].nights[0])
    assert set(best) <= {1, 3, 5}
    assert {1, 3} <= set(best)


def mended(library: list[FilmRow], *nights: Night, wishes: Wishes = NOTHING, without: int = 0) -> Outcome:
    rows = {film.id: film for film in library}
    asked = ask_for_mending(nights, library, wishes, without=frozenset({without} - {0}))
    return propose(asked, lambda film: item_of(rows[film]))


def test_two_nights_of_one_room_are_mended_together_and_that_is_proven() -> None:
    library = [row(number, minutes * 60) for number, minutes in enumerate((30, 25, 30, 25, 20, 15), 1)]
    one, other = (tuple(item_of(library[n]) for n in places) for places in ((0, 1), (2, 3)))
    found = mended(
        library, Night(Programme("One", one), slot(50)), Night(Programme("Other", other), slot(50, 1))
    )
    assert found.proven
    first, second = map(films, found.proposals[0].nights)
    # Each of the two evenings is five minutes too long: one film of each goes, and one comes.
    assert len({1, 2} & set(first)) == len({3, 4} & set(second)) == 1
    assert set(first).isdisjoint(second)


def test_of_two_nights_of_unlike_room_only_the_one_that_runs_over_is_changed() -> None:
    library = [row(number, minutes * 60) for number, minutes in enumerate((30, 25, 50, 45, 20, 15), 1)]
    one, other = (tuple(item_of(library[n]) for n in places) for places in ((0, 1), (2, 3)))
    found = mended(
        library, Night(Programme("Short", one), slot(50)), Night(Programme("Long", other), slot(95, 1))
    )
    first, second = map(films, found.proposals[0].nights)
    assert second == [3, 4]
    assert len({1, 2} & set(first)) == 1
    assert set(first) <= {1, 2, 5, 6}


def test_a_film_goes_from_both_nights_that_are_mended_without_it() -> None:
    library = [row(number, 20 * 60) for number in range(1, 7)]
    one, other = (tuple(item_of(library[n]) for n in places) for places in ((0, 1), (2, 3)))
    found = mended(
        library,
        Night(Programme("One", one), slot(41)),
        Night(Programme("Other", other), slot(41, 1)),
        without=3,
    )
    first, second = map(films, found.proposals[0].nights)
    assert first == [1, 2]
    assert 3 not in second
    assert 4 in second
    assert found.asked.replaced == ("Film 3",)


@settings(max_examples=40)
@given(
    st.lists(st.integers(5, 40), min_size=6, max_size=9),
    st.integers(30, 80),
    st.integers(30, 80),
    st.sets(st.sampled_from([0, 1])),
)
def test_mended_nights_end_in_time_share_no_film_and_keep_what_is_pinned(
    minutes: list[int], first: int, second: int, pinned: set[int]
) -> None:
    library = [row(number, length * 60) for number, length in enumerate(minutes, 1)]
    nights = []
    for which, room in enumerate((first, second)):
        opener = replace(
            item_of(library[2 * which]), key=f"p{which}", pinned=time(19) if which in pinned else None
        )
        items = (opener, item_of(library[2 * which + 1]))
        nights.append(Night(Programme(f"Night {which}", items, 10), slot(room, which)))
    found = mended(library, *nights)
    assert found.proposals or found.clashes
    for proposal in found.proposals:
        assert proposal.in_time
        one, other = map(films, proposal.nights)
        assert set(one).isdisjoint(other)
        assert 0 not in pinned or one[0] == 1
        assert 1 not in pinned or other[0] == 3
    if all(running_order(night.programme, night.slot).margin >= 0 for night in nights):
        assert [films(night) for night in found.proposals[0].nights] == [[1, 2], [3, 4]]


def test_parts_that_get_no_film_are_told_as_that_and_not_as_too_short() -> None:
    library = [row(1, 600)]
    pause = (item_of(library[0]), PAUSE)
    wanted = NOTHING.having(replace(NOTHING.of(WishKind.PART), on=True, values=(75,)))
    rows = {1: library[0]}
    asked = ask_for_best([Night(Programme("Halves", pause), slot(90))], library, wanted)
    found = propose(asked, lambda film: item_of(rows[film]))
    assert [clash.sentence for clash in found.clashes] == ["Each part has at least one film"]
    assert not found.clashes[0].ways


def test_two_empty_nights_of_many_short_films_that_are_wanted_are_filled_and_proven() -> None:
    wanted = Tally((Said(Member("Ada"), Verdict(Choice.MUST)),))
    rng = random.Random(3)  # noqa: S311 -- a library, no secret
    library = [replace(row(number, rng.randint(120, 300)), tally=wanted) for number in range(1, 61)]
    found = pairs(library, Night(Programme("One"), slot(90)), Night(Programme("Other"), slot(90, 1)))
    # There are billions of ways to deal these films out, and none of them moves a film that stood.
    assert found.proven
    shown = [film for night in found.proposals[0].nights for film in films(night)]
    shortest = sorted(film.seconds or 0 for film in library)
    assert sum(shortest[: len(shown)]) <= 2 * 90 * 60 < sum(shortest[: len(shown) + 1])


def test_questions_pinned_on_one_of_two_nights_begin_when_they_are_pinned_to() -> None:
    library = [row(number, minutes * 60) for number, minutes in enumerate((20, 25, 18, 30, 12, 16), 1)]
    questions = Item("qa", ItemKind.QA, "Questions", 600, pinned=time(20))
    one = Night(Programme("One", (item_of(library[0]), questions)), slot(90))
    found = pairs(library, one, Night(Programme("Other"), slot(70, 1)))
    assert found.proposals
    for proposal in found.proposals:
        items = proposal.nights[0].order.items
        (at,) = [place for place, timed in enumerate(items) if timed.item.key == "qa"]
        assert (items[at].start, items[at - 1].item.film_id) == (START + timedelta(hours=1), 1)
        assert proposal.in_time
