"""Proposals held against the running order: what the fit promised is what the evening is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.fit.checker import judge
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.proposing.asked import Asked, Night
from tourdesk.programming.proposing.asking import ask_for_best, ask_for_mending
from tourdesk.programming.proposing.proposal import Proposal, propose
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wish, Wishes, usual_wishes
from tourdesk.programming.slot import Slot

START = datetime(2027, 5, 18, 9, tzinfo=UTC)
KINDS = [kind for kind in ItemKind if kind is not ItemKind.FILM]


@st.composite
def libraries(draw: st.DrawFn) -> list[FilmRow]:
    """Up to nine films, some without a run-time."""
    return [
        FilmRow(
            number,
            f"Film {number}",
            (draw(st.sampled_from(["Ada", "Ben", "Cleo"])),),
            2020,
            (draw(st.sampled_from(["FR", "NO", "US"])),),
            draw(st.sampled_from(["Places", "People", None])),
            (),
            number,
            draw(st.none() | st.integers(1, 900)),
            approximate=False,
        )
        for number in range(1, draw(st.integers(1, 9)) + 1)
    ]


def item_of(row: FilmRow) -> Item:
    return Item(
        f"film {row.id}", ItemKind.FILM, row.title, row.seconds, film_id=row.id, version_id=row.version_id
    )


@st.composite
def programmes(draw: st.DrawFn, library: list[FilmRow]) -> Programme:
    """Films and other things in any order, some with gaps of their own."""
    items: list[Item] = []
    for number in range(draw(st.integers(0, 8))):
        gap = draw(st.none() | st.integers(0, 90))
        if draw(st.booleans()):
            item = item_of(draw(st.sampled_from(library)))
            items.append(replace(item, key=f"k{number}", gap_after=gap))
        else:
            kind = draw(st.sampled_from(KINDS))
            items.append(Item(f"k{number}", kind, kind.value, draw(st.integers(0, 300)), gap_after=gap))
    return Programme("The evening", tuple(items), draw(st.integers(0, 30)))


@st.composite
def wishes(draw: st.DrawFn) -> Wishes:
    """Any wishes with small numbers."""
    all_of_them = []
    for wish in usual_wishes():
        values = tuple(draw(st.integers(1, 6)) for _ in wish.values)
        if wish.kind is WishKind.PART:
            values = (draw(st.integers(5, 60)),)
        all_of_them.append(Wish(wish.kind, draw(st.booleans()), values))
    return Wishes(tuple(all_of_them))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Programme, Slot, list[FilmRow], Wishes]:
    library = draw(libraries())
    seconds = draw(st.integers(60, 8000))
    slot = Slot("UTC", START, START, START, START + timedelta(seconds=seconds), draw(st.integers(0, 59)))
    return draw(programmes(library)), slot, library, draw(wishes())


def films_of(programme: Programme) -> tuple[tuple[int, ...], ...]:
    parts: list[list[int]] = [[]]
    for item in programme.items:
        if item.kind is ItemKind.INTERMISSION:
            parts.append([])
        elif item.film_id is not None:
            parts[-1].append(item.film_id)
    return tuple(map(tuple, parts))


def hold_against_running_order(asked: Asked, proposal: Proposal) -> None:
    judgement = judge(asked.request, (films_of(proposal.programme),))
    order = proposal.order
    assert not judgement.faults
    assert order.seconds == asked.frame.seconds + judgement.night_seconds[0]
    assert order.margin >= 0
    usual = proposal.programme.gap_seconds
    taken = [part.seconds(usual) for part in asked.frame.parts]
    assert [part.seconds for part in order.parts] == [
        fixed + films for fixed, films in zip(taken, judgement.part_seconds[0], strict=True)
    ]
    if asked.wishes.part_seconds is not None and asked.request.prefer[0] != "least_change":
        assert all(part.seconds <= asked.wishes.part_seconds for part in order.parts)


@settings(max_examples=150)
@given(questions())
def test_a_proposal_ends_when_the_fit_said_and_keeps_every_wish(
    question: tuple[Programme, Slot, list[FilmRow], Wishes],
) -> None:
    programme, slot, library, wanted = question
    rows = {row.id: row for row in library}
    for ask in (ask_for_best, ask_for_mending):
        try:
            asked = ask([Night(programme, slot)], library, wanted)
        except ProblemForUser:
            continue
        outcome = propose(asked, lambda film: item_of(rows[film]))
        assert outcome.proposals or outcome.clashes
        for proposal in outcome.proposals:
            hold_against_running_order(asked, proposal)
            kept = [item.key for item in programme.items if item.kind is not ItemKind.FILM]
            stays = [item.key for item in proposal.programme.items if item.kind is not ItemKind.FILM]
            assert set(kept) <= set(stays)


@settings(max_examples=60)
@given(questions())
def test_no_smaller_change_than_none_is_proposed_for_what_fits(
    question: tuple[Programme, Slot, list[FilmRow], Wishes],
) -> None:
    programme, slot, library, wanted = question
    rows = {row.id: row for row in library}
    try:
        asked = ask_for_best([Night(programme, slot)], library, wanted)
    except ProblemForUser:
        return
    for proposal in propose(asked, lambda film: item_of(rows[film])).proposals:
        again = propose(
            ask_for_mending([Night(proposal.programme, slot)], library, wanted),
            lambda film: item_of(rows[film]),
        )
        assert again.proposals[0].programme == proposal.programme


def test_what_runs_during_an_intermission_stays_there_and_takes_no_time_of_its_own() -> None:
    library = [FilmRow(n, f"Film {n}", (), 2020, (), None, (), n, 600, approximate=False) for n in (1, 2, 3)]
    short = replace(item_of(library[0]), inside="pause")
    questions = Item("qa", ItemKind.QA, "Questions", 600, least_seconds=120, most_seconds=900)
    pause = Item("pause", ItemKind.INTERMISSION, "Intermission", 900)
    evening = Programme("The evening", (item_of(library[1]), pause, short, item_of(library[2]), questions))
    slot = Slot("UTC", START, START, START, START + timedelta(seconds=600 + 900 + 600 + 120))
    wishes = Wishes(tuple(Wish(kind, on=False) for kind in WishKind))
    outcome = propose(
        ask_for_best([Night(evening, slot)], library, wishes), lambda film: item_of(library[film - 1])
    )
    best = outcome.proposals[0]
    assert [item.film_id for item in best.programme.items if item.inside is not None] == [1]
    assert sorted(item.film_id or 0 for item in best.programme.items if item.kind is ItemKind.FILM) == [
        1,
        2,
        3,
    ]
    assert best.order.margin == 0
