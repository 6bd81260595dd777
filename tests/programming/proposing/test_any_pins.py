"""Any evening with anything pinned in it: what is proposed begins when it is pinned to, and nothing is lost."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.programming.proposing.test_proposals import item_of, questions

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.programme import ItemKind, Programme
from tourdesk.programming.proposing.asked import Night
from tourdesk.programming.proposing.asking import ask_for_best, ask_for_mending
from tourdesk.programming.proposing.proposal import propose
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.slot import Slot


@settings(max_examples=80)
@given(
    questions(),
    st.lists(st.none() | st.integers(0, 120), min_size=8, max_size=8),
    st.sampled_from(["best", "mended"]),
)
def test_what_is_pinned_anywhere_begins_then_and_all_that_is_no_film_stays(
    asked: tuple[Programme, Slot, list[FilmRow], Wishes], times: list[int | None], what: str
) -> None:
    programme, slot, library, wishes = asked
    pins = [None if at is None else (slot.start + timedelta(minutes=at)).time() for at in times]
    items = tuple(replace(item, pinned=pin) for item, pin in zip(programme.items, pins, strict=False))
    night = Night(programme.with_items(items), slot)
    rows = {row.id: row for row in library}
    ask = ask_for_mending if what == "mended" else ask_for_best
    try:
        found = propose(ask([night], library, wishes), lambda film: item_of(rows[film]))
    except ProblemForUser:
        return
    assert found.proposals or found.clashes
    others = {item.key for item in items if item.kind is not ItemKind.FILM}
    for proposal in found.proposals:
        assert others <= {item.key for item in proposal.programme.items}
        assert proposal.in_time
        assert not any(finding.rule == "pin missed" for finding in proposal.order.findings)
