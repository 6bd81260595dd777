"""What proposals keep to beside the rules: pinned starts, the committee, the town, the stop's other evenings."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import combinations_with_replacement, pairwise, permutations, product
from random import Random
from typing import Literal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tourdesk.foundation.errors import Cancelled, ProblemForUser
from tourdesk.library.committee.verdicts import Choice, Member, Said, Tally, Verdict
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.findings import Elsewhere
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.proposing.asked import Around, Night
from tourdesk.programming.proposing.asking import ask_for_best, ask_for_mending
from tourdesk.programming.proposing.clashing import Outside
from tourdesk.programming.proposing.frame import frame_of
from tourdesk.programming.proposing.proposal import Outcome, propose
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wish, Wishes
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import Slot

START = datetime(2027, 5, 18, 19, tzinfo=UTC)
FREE = Wishes(tuple(replace(wish, on=False) for wish in Wishes().all))
"""No rule at all."""


def row(number: int, minutes: int, *choices: Choice) -> FilmRow:
    said = tuple(Said(Member(f"Member {n}"), Verdict(choice)) for n, choice in enumerate(choices))
    seconds = minutes * 60
    return FilmRow(
        number,
        f"Film {number}",
        (),
        2020,
        (),
        None,
        (),
        number,
        seconds,
        approximate=False,
        tally=Tally(said),
    )


def item_of(film: FilmRow) -> Item:
    return Item(f"k{film.id}", ItemKind.FILM, film.title, film.seconds, film_id=film.id, version_id=film.id)


def outcome(
    library: list[FilmRow],
    minutes: int,
    *items: Item,
    wishes: Wishes = FREE,
    around: Around | None = None,
    gap: int = 0,
) -> Outcome:
    slot = Slot("UTC", START, START, START, START + timedelta(minutes=minutes))
    rows = {film.id: film for film in library}
    evening = Programme("Evening", items, gap)
    asked = ask_for_best([Night(evening, slot)], library, wishes, around or Around())
    return propose(asked, lambda film: item_of(rows[film]))


def on(kind: WishKind) -> Wishes:
    wish: Wish = FREE.of(kind)
    return FREE.having(replace(wish, on=True))


def shown(found: Outcome) -> list[set[int | None]]:
    return [
        {item.film_id for item in one.programme.items if item.kind is ItemKind.FILM}
        for one in found.proposals
    ]


def test_what_most_of_the_committee_refuse_is_proposed_only_when_it_must_be_shown() -> None:
    library = [row(1, 20, Choice.NO, Choice.NO, Choice.MUST), row(2, 10, Choice.MAYBE)]
    found = outcome(library, 30)
    assert shown(found) == [{2}]
    assert found.asked.refused == 1
    asked_for = outcome(library, 30, wishes=FREE.wanting([1]))
    assert shown(asked_for)[0] == {1, 2}


def test_what_the_committee_wants_comes_before_what_fills_more() -> None:
    library = [row(1, 30), row(2, 20, Choice.MUST, Choice.MUST)]
    assert shown(outcome(library, 30))[0] == {2}


def test_what_the_town_has_seen_and_what_another_evening_shows_is_left_out_where_that_is_wished() -> None:
    library = [row(1, 10), row(2, 10), row(3, 10)]
    around = Around("Leura", frozenset({1}), frozenset({2}))
    assert shown(outcome(library, 60, around=around))[0] == {1, 2, 3}
    assert shown(outcome(library, 60, wishes=on(WishKind.UNSEEN), around=around))[0] == {2, 3}
    assert shown(outcome(library, 60, wishes=on(WishKind.OTHER), around=around))[0] == {1, 3}


def test_minutes_to_spare_are_left() -> None:
    library = [row(1, 10), row(2, 8), row(3, 5)]
    best = outcome(library, 20, wishes=on(WishKind.SPARE)).proposals[0]
    assert best.order.margin == 300


def test_a_pinned_intermission_begins_when_it_is_pinned_to() -> None:
    library = [row(1, 40), row(2, 25), row(3, 30), row(4, 15)]
    pause = Item("pause", ItemKind.INTERMISSION, "Intermission", 900, pinned=time(19, 30))
    found = outcome(library, 90, pause)
    assert found.proposals
    for proposal in found.proposals:
        (timed,) = [one for one in proposal.order.items if one.item.key == "pause"]
        assert timed.start == START + timedelta(minutes=30)
        assert proposal.order.margin >= 0


@settings(max_examples=60)
@given(
    st.lists(st.integers(1, 40), min_size=2, max_size=7),
    st.integers(1, 70),
    st.integers(40, 120),
    st.integers(0, 2),
)
def test_a_film_with_a_pinned_start_starts_when_it_is_pinned_to(
    lengths: list[int], pinned: int, minutes: int, place: int
) -> None:
    library = [row(number, length) for number, length in enumerate(lengths, 1)]
    items = [item_of(film) for film in library[: place + 1]]
    at = START + timedelta(minutes=pinned)
    items[-1] = replace(items[-1], pinned=at.time())
    try:
        found = outcome(library, minutes, *items)
    except ProblemForUser:
        return
    for proposal in found.proposals:
        (timed,) = [one for one in proposal.order.items if one.item.film_id == items[-1].film_id]
        assert pinned >= minutes or timed.start == at
        assert proposal.in_time


PAUSE = Item("pause", ItemKind.INTERMISSION, "Intermission", 600)
RAFFLE = Item("raffle", ItemKind.RAFFLE, "Raffle", 120)
PINNED = ("first film", "raffle before it", "questions at the end")


def fullest_in_time(library: list[FilmRow], evening: Programme, minutes: int) -> int:
    """The most seconds of film that any evening of these parts shows in time, by trying all; -1 when none does."""
    slot = Slot("UTC", START, START, START, START + timedelta(minutes=minutes))
    frame = frame_of(evening, slot.seconds)
    first = frame.parts[1].films[0]
    stays = first.pinned is not None
    fullest = -1
    for where in product((0, 1, 2), repeat=len(library)):
        parts = [
            [item_of(film) for film, part in zip(library, where, strict=True) if part == n] for n in (1, 2)
        ]
        if not all(parts):
            continue
        if stays:  # in its part, and first in it
            if first.film_id not in {item.film_id for item in parts[1]}:
                continue
            parts[1] = [first, *(item for item in parts[1] if item.film_id != first.film_id)]
        order = running_order(frame.filled(parts), slot)
        if order.margin >= 0 and not any(timed.late for timed in order.items):
            fullest = max(fullest, order.film_seconds)
    return fullest


@settings(max_examples=60)
@given(
    st.lists(st.integers(1, 40), min_size=2, max_size=5),
    st.integers(5, 100),
    st.integers(40, 150),
    st.sampled_from(PINNED),
)
def test_around_what_is_pinned_the_fullest_evening_is_found_and_none_is_late(
    lengths: list[int], pinned: int, minutes: int, what: str
) -> None:
    library = [row(number, length) for number, length in enumerate(lengths, 1)]
    at = (START + timedelta(minutes=pinned)).time()
    feature = replace(item_of(library[0]), pinned=at if what == PINNED[0] else None)
    raffle = replace(RAFFLE, pinned=at if what == PINNED[1] else None)
    last = replace(RAFFLE, key="questions", pinned=at if what == PINNED[2] else None)
    items = (item_of(library[1]), PAUSE, raffle, feature, last)
    evening = Programme("Evening", items, gap_seconds=20)
    fullest = fullest_in_time(library, evening, minutes)
    try:
        found = outcome(library, minutes, *items, gap=20)
    except ProblemForUser:
        assert fullest == -1
        return
    assert [proposal.order.film_seconds for proposal in found.proposals[:1]] == (
        [fullest] if fullest >= 0 else []
    )


@pytest.mark.parametrize("after", [0, 1, 5, 40])
def test_filling_an_evening_around_a_pinned_film_can_be_cancelled_at_any_time(after: int) -> None:
    chance = Random(3)  # noqa: S311 -- a draw of films
    library = [row(number, chance.randrange(3, 40)) for number in range(1, 120)]
    feature = replace(item_of(library[0]), pinned=time(20))
    slot = Slot("UTC", START, START, START, START + timedelta(minutes=180))
    asked = ask_for_best([Night(Programme("Evening", (item_of(library[1]), feature)), slot)], library, FREE)
    questions = 0

    def cancelled() -> bool:
        nonlocal questions
        questions += 1
        return questions > after

    with pytest.raises(Cancelled):
        propose(asked, lambda film: item_of(library[film - 1]), cancelled=cancelled)
    # Whoever cancelled is not asked many more times before the search ends.
    assert questions <= after + 2


def test_an_evening_is_mended_so_that_what_is_pinned_begins_in_time() -> None:
    library = [row(1, 40), row(2, 25), row(3, 20), row(4, 15)]
    feature = replace(item_of(library[0]), pinned=time(20))
    items = (item_of(library[1]), item_of(library[2]), item_of(library[3]), PAUSE, feature)
    slot = Slot("UTC", START, START, START, START + timedelta(minutes=180))
    before = running_order(Programme("Evening", items), slot)
    assert any(way.elsewhere is Elsewhere.FIT for finding in before.findings for way in finding.ways)
    asked = ask_for_mending([Night(Programme("Evening", items), slot)], library, FREE)
    found = propose(asked, lambda film: item_of(library[film - 1]))
    assert found.proven
    best = found.proposals[0]
    # One film leaves what comes before the feature; there is room for it behind.
    assert [item.film_id for item in best.programme.items] == [2, 3, None, 1, 4]
    assert best.in_time


def test_what_is_pinned_and_leaves_too_little_is_named_where_nothing_fits() -> None:
    library = [row(1, 30), row(2, 30)]
    raffle = replace(RAFFLE, pinned=time(19, 30))
    (clash,) = outcome(library, 180, PAUSE, raffle).clashes
    assert clash.sentence == "What is pinned leaves 20:00 for films in the first half"
    assert clash.outside is Outside.TIMES
    # All parts stand before it: it is the evening that has no room.
    last = replace(RAFFLE, key="last", pinned=time(19, 45))
    clashes = outcome(library, 180, item_of(library[0]), PAUSE, item_of(library[1]), last).clashes
    assert "What is pinned leaves 35:00 for films" in [one.sentence for one in clashes]


Pins = Literal["film", "film and film", "questions", "raffle"]


def best_in_time(library: list[FilmRow], evening: Programme, slot: Slot, wishes: Wishes) -> int:
    """The most seconds of film that any order around what is pinned shows in time, by trying all; -1 when none does."""
    free = [item_of(film) for film in library]
    stands = [item for item in evening.items if item.pinned is not None or item.kind is not ItemKind.FILM]
    held = {item.film_id for item in stands}
    for item, behind in pairwise(evening.items):
        if behind.kind is ItemKind.QA:  # about the film that it follows
            stands[stands.index(behind) : stands.index(behind)] = [item]
            held.add(item.film_id)
    best = -1
    others = [item for item in free if item.film_id not in held]
    for count in range(len(others) + 1):
        for films in permutations(others, count):
            for where in combinations_with_replacement(range(len(stands) + 1), count):
                items: list[Item] = []
                for place in range(len(stands) + 1):
                    items += [film for film, at in zip(films, where, strict=True) if at == place]
                    items += stands[place : place + 1]
                # A raffle stands between films; Fit may leave one side of it without any.
                between = items and {items[0].kind, items[-1].kind}.isdisjoint({ItemKind.RAFFLE})
                if between and keeps(Programme("", tuple(items), evening.gap_seconds), slot, wishes):
                    best = max(best, sum(item.seconds or 0 for item in items if item.film_id is not None))
    return best


def keeps(evening: Programme, slot: Slot, wishes: Wishes) -> bool:
    """Whether an evening is in time, its questions right behind a film, and its part ends with its longest where asked."""
    order = running_order(evening, slot)
    films = [item for item in evening.items if item.kind is ItemKind.FILM]
    asked = any(
        item.kind is ItemKind.QA and (not place or evening.items[place - 1].film_id != 1)
        for place, item in enumerate(evening.items)
    )
    if not films or asked or order.margin < 0 or any(timed.late for timed in order.items):
        return False
    if wishes.of(WishKind.CLOSER).on and (films[-1].seconds or 0) < max(film.seconds or 0 for film in films):
        return False
    longest = wishes.part_seconds
    return longest is None or sum(part.seconds for part in order.parts) <= longest


@settings(max_examples=50, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    st.lists(st.integers(1, 40), min_size=3, max_size=5),
    st.integers(1, 100),
    st.integers(1, 40),
    st.integers(40, 150),
    st.sampled_from(("film", "film and film", "questions", "raffle")),
    st.booleans(),
    st.none() | st.integers(40, 120),
)
def test_around_what_is_pinned_among_films_the_fullest_evening_is_found(  # noqa: PLR0913, PLR0917 -- all that may be
    lengths: list[int],
    pinned: int,
    later: int,
    minutes: int,
    what: Pins,
    closer: bool,  # noqa: FBT001
    longest: int | None,
) -> None:
    library = [row(number, length) for number, length in enumerate(lengths, 1)]
    one, two = ((START + timedelta(minutes=at)).time() for at in (pinned, pinned + later))
    first, second, *_rest = [item_of(film) for film in library]
    items = {
        "film": (second, replace(first, pinned=one)),
        "film and film": (item_of(library[2]), replace(first, pinned=one), replace(second, pinned=two)),
        "questions": (second, first, Item("qa", ItemKind.QA, "Questions", 300, pinned=one)),
        "raffle": (first, replace(RAFFLE, pinned=one), second),
    }[what]
    if pinned + later >= minutes:
        return  # what is pinned to a time that the night does not have stays at its place and starts when it can
    wishes = on(WishKind.CLOSER) if closer else FREE
    part = replace(wishes.of(WishKind.PART), on=longest is not None, values=(longest or 75,))
    wishes = wishes.having(part)
    slot = Slot("UTC", START, START, START, START + timedelta(minutes=minutes))
    evening = Programme("Evening", items, 20)
    best = best_in_time(library, evening, slot, wishes)
    try:
        found = outcome(library, minutes, *items, wishes=wishes, gap=20)
    except ProblemForUser:
        assert best == -1
        return
    fullest = max((proposal.order.film_seconds for proposal in found.proposals), default=-1)
    assert fullest == best or (what == "raffle" and fullest > best)
    assert found.proven is bool(found.proposals)
    for proposal in found.proposals:
        assert keeps(proposal.programme, slot, wishes)
        pins = [timed for timed in proposal.order.items if timed.item.pinned is not None]
        assert all(slot.local(timed.start).time() == timed.item.pinned for timed in pins)


def test_a_first_film_for_which_people_would_wait_long_gets_films_before_it() -> None:
    library = [row(1, 40), row(2, 17), row(3, 12), row(4, 30)]
    feature = replace(item_of(library[0]), pinned=time(19, 30))
    best = outcome(library, 75, feature, gap=20).proposals[0]
    assert [item.film_id for item in best.programme.items] in ([2, 3, 1], [3, 2, 1])
    # Nobody minds to wait a few minutes for it.
    soon = replace(feature, pinned=time(19, 4))
    best = outcome([*library, row(5, 3)], 90, soon, gap=20).proposals[0]
    assert best.programme.items[0].film_id == 1


def test_a_pinned_film_that_no_film_is_short_enough_for_is_waited_for() -> None:
    library = [row(number, 5) for number in range(1, 4)]
    feature = replace(item_of(library[1]), pinned=time(19, 1))
    found = outcome(library, 40, item_of(library[0]), feature)
    best = found.proposals[0]
    assert found.proven
    assert best.programme.items[0].film_id == 2
    assert slot_clock(best.order.items[0].start) == "19:01"


def slot_clock(instant: datetime) -> str:
    return f"{instant:%H:%M}"


def test_two_pinned_times_between_which_is_too_little_are_told_and_can_be_unpinned() -> None:
    library = [row(1, 30), row(2, 30), row(3, 10)]
    first, second = item_of(library[0]), item_of(library[1])
    items = (replace(first, pinned=time(19, 10)), replace(second, pinned=time(19, 30)))
    found = outcome(library, 180, *items)
    assert not found.proposals
    (clash,) = found.clashes
    assert clash.outside is Outside.UNPIN


def test_another_evening_is_told_by_the_best_that_is_shown_not_by_one_that_is_late() -> None:
    library = [row(number, length) for number, length in enumerate((27, 16, 4, 11, 19), 1)]
    feature = replace(item_of(library[1]), pinned=time(19, 36))
    found = outcome(library, 75, item_of(library[0]), feature, item_of(library[2]))
    films = [[item.film_id for item in proposal.programme.items] for proposal in found.proposals]
    assert len(films) > 1
    assert not found.proposals[0].why
    for proposal, now in list(zip(found.proposals, films, strict=True))[1:]:
        for film in library:
            told = f"“{film.title}”" in proposal.why
            assert told is ((film.id in films[0]) is not (film.id in now))
