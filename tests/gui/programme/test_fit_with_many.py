"""Proposing from five thousand films: the window goes on, the best so far is drawn, and a stop leaves all as it was."""

import random
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.library.films import Film, Version
from tourdesk.library.licences import Licence
from tourdesk.programming.proposing.proposal import Proposal
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.touring.night import Screening

MANY = 5_000


@pytest.fixture
def busy(
    desks: Desks, night: Screening, make_screen: Callable[[Screening | None], ProgrammeScreen], qtbot: QtBot
) -> ProgrammeScreen:
    """The screen on the night, with five thousand films in the library, half of them licensed."""
    chance = random.Random(5)  # noqa: S311 - a library, no secret
    desks.library.save(
        [
            Film(
                f"Film {number}",
                directors=(f"Director {number % 900}",),
                section=f"Section {number % 7}",
                versions=(Version(seconds=chance.randint(120, 2400)),),
                licences=(Licence(date(2027, 1, 1), date(2027, 12, 31)),) if number % 2 else (),
            )
            for number in range(MANY)
        ]
    )
    screen = make_screen(night)
    screen.side.show_fit()
    qtbot.waitUntil(lambda: screen.context.tasks.running == 0, timeout=60_000)
    return screen


def test_the_best_so_far_is_drawn_while_the_window_goes_on_and_it_can_be_stopped_and_explained(
    busy: ProgrammeScreen, qtbot: QtBot
) -> None:
    fit, before = busy.side.fit, busy.draft.programme
    beats: list[int] = []
    drawn: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    better: list[Proposal] = []
    fit.proposer.better.connect(better.append)
    fit.proposer.better.connect(lambda _best: drawn.append(len(fit.results.cards)))
    fit.rules.rows[WishKind.LICENSED].switch.click()
    timer.start(5)
    busy.propose.trigger()
    qtbot.waitUntil(lambda: not fit.proposer.running, timeout=120_000)
    timer.stop()
    assert len(beats) > 5
    assert drawn
    assert set(drawn) == {1}
    assert len(fit.results.cards) > 1
    assert "Proven best" in fit.results.sentence.text()

    busy.propose.trigger()
    fit.stop.trigger()
    # At once, whatever the worker is doing.
    assert not fit.proposer.running
    assert "Stopped" in fit.results.sentence.text()
    qtbot.waitUntil(lambda: busy.context.tasks.running == 0, timeout=120_000)
    assert busy.draft.programme == before

    count = fit.rules.rows[WishKind.COUNT]
    count.switch.click()
    count.numbers[1].setValue(99)
    count.numbers[0].setValue(90)
    busy.propose.trigger()
    qtbot.waitUntil(lambda: not fit.proposer.running, timeout=120_000)
    assert "Between 90 and 99 films" in [clash.sentence for clash in fit.results.why_not.clashes]
    fit.results.why_not.buttons[0].click()
    qtbot.waitUntil(lambda: bool(fit.results.cards) and not fit.proposer.running, timeout=120_000)
