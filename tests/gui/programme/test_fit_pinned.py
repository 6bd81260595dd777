"""Proposing around what is pinned to a time, from a hundred films: it begins then, and the time around it is filled."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.library.films import Film, Version
from tourdesk.programming.findings import Severity
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.touring.night import Screening


@pytest.fixture
def pinned(
    desks: Desks,
    night: Screening,
    film_ids: dict[str, int],
    make_screen: Callable[[Screening | None], ProgrammeScreen],
    qtbot: QtBot,
) -> ProgrammeScreen:
    """The night with a hundred films more, “The Hard Way” at 19:30 and questions about “Rebound” at 21:00."""
    chance = random.Random(7)  # noqa: S311 - a library, no secret
    desks.library.save(
        [
            Film(
                f"Film {number}",
                directors=(f"Director {number % 90}",),
                versions=(Version(seconds=chance.randint(120, 1500)),),
            )
            for number in range(100)
        ]
    )
    screen = make_screen(night)
    builder = screen.builder
    builder.add_films([film_ids["Balance"]], 1)
    builder.add_item(ItemKind.INTERMISSION, 3)
    builder.add_films([film_ids["Rebound"]], 4)
    builder.add_item(ItemKind.QA, 5)
    hard_way, questions = screen.draft.programme.items[2], screen.draft.programme.items[5]
    builder.pin(hard_way.key, time(19, 30))
    builder.pin(questions.key, time(21))
    screen.side.show_fit()
    qtbot.waitUntil(lambda: screen.context.tasks.running == 0, timeout=60_000)
    return screen


def clocks(screen: ProgrammeScreen) -> dict[str, str]:
    order, slot = screen.draft.order, screen.draft.slot
    assert order is not None
    assert slot is not None
    return {one.item.title: f"{slot.local(one.start):%H:%M:%S}" for one in order.items}


def test_each_proposal_keeps_what_is_pinned_and_one_step_takes_it(
    pinned: ProgrammeScreen, qtbot: QtBot
) -> None:
    fit, before = pinned.side.fit, pinned.draft.programme
    # Both pinned films are by one director here.
    fit.rules.rows[WishKind.DIRECTOR].switch.click()
    pinned.propose.trigger()
    qtbot.waitUntil(lambda: not fit.proposer.running, timeout=120_000)
    assert len(fit.results.cards) > 1
    QTest.keyClick(fit.results.cards[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pinned.draft.programme != before)
    assert pinned.draft.order is not None
    questions = before.items[5].title
    assert clocks(pinned)["The Hard Way"] == "19:30:00"
    assert clocks(pinned)[questions] == "21:00:00"
    shown = pinned.draft.programme.items
    at = [item.title for item in shown].index(questions)
    assert shown[at - 1].title == "Rebound"
    assert [item.title for item in shown].index("The Hard Way") > 1
    order = pinned.draft.order
    assert not any(found.severity is Severity.ERROR for found in order.findings)
    # Of half an hour less the welcome, and of what is behind, hardly anything is left over.
    assert all(timed.waiting < 60 for timed in order.items)
    assert order.margin < 60
    pinned.draft.stack.undo()
    # It may be saved by now, and has another revision then.
    assert replace(pinned.draft.programme, revision=before.revision) == before
