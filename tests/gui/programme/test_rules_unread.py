"""Rules of a programme that cannot be read: it is said, and there are two ways on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.programme.fit.page import FitPage
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.touring.night import Screening

KEY = Qt.Key


class Trouble:
    """Reading rules fails by a bug while it is on."""

    def __init__(self) -> None:
        self.on = True
        self.told: list[object] = []


@pytest.fixture
def trouble(context: Context, desks: Desks, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trouble]:
    made, read = Trouble(), desks.rules.wishes

    def wishes(programme_id: int) -> Wishes | None:
        if made.on:
            raise RuntimeError("a bug")
        return read(programme_id)

    monkeypatch.setattr(desks.rules, "wishes", wishes)
    context.tasks.problem.disconnect()
    context.tasks.problem.connect(made.told.append)
    yield made
    assert {str(one) for one in made.told} <= {"a bug"}


def press(page: FitPage, key: Qt.Key, on: str) -> None:
    button = {"again": page.unread.again, "usual": page.unread.usual}[on]
    button.setFocus()
    QTest.keyClick(button, key)


def test_a_bug_in_the_first_reading_is_said_and_it_can_be_read_again(
    desks: Desks, night: Screening, trouble: Trouble, screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    assert night.programme_id is not None
    theirs = Wishes()
    desks.rules.keep_wishes(night.programme_id, theirs.without(WishKind.DIRECTOR))
    fit = screen.side.fit
    screen.side.show_fit()
    qtbot.waitUntil(fit.unread.isVisible)
    assert len(trouble.told) >= 1
    assert fit.unread.sentence.text() == (
        "The rules of this programme could not be read, because of a mistake in TourDesk; please try again, or go on "
        "with the usual ones."
    )
    assert not fit.rules.isEnabled()
    press(fit, KEY.Key_Space, "again")
    seen = len(trouble.told)
    qtbot.waitUntil(lambda: len(trouble.told) > seen or not fit.results.sentence.text())
    assert fit.unread.again.hasFocus()
    trouble.on = False
    press(fit, KEY.Key_Space, "again")
    qtbot.waitUntil(lambda: not fit.unread.isVisible())
    assert fit.rules.isEnabled()
    assert not fit.rules.rows[WishKind.DIRECTOR].switch.isChecked()
    assert fit.propose_button.hasFocus()


def test_propose_reads_the_rules_again_and_then_proposes(
    trouble: Trouble, screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    fit = screen.side.fit
    screen.propose.trigger()
    qtbot.waitUntil(fit.unread.isVisible)
    assert not fit.proposer.running
    trouble.on = False
    screen.propose.trigger()
    qtbot.waitUntil(lambda: bool(fit.results.cards) or bool(fit.results.why_not.clashes))
    assert not fit.unread.isVisible()
    qtbot.waitUntil(lambda: not fit.proposer.running)


def test_rules_that_cannot_be_read_are_not_written_over_before_somebody_takes_the_usual_ones(
    desks: Desks, context: Context, night: Screening, screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    fit = screen.side.fit
    with desks.database.work() as work:
        work.session.execute(text("""UPDATE programme SET wishes = '{"version": 99, "rules": []}'"""))
    context.work_on(None)
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    context.work_on(night)
    screen.side.show_fit()
    qtbot.waitUntil(fit.unread.isVisible)
    assert "newer TourDesk" in fit.unread.sentence.text()
    press(fit, KEY.Key_Space, "usual")
    assert not fit.unread.isVisible()
    assert fit.rules.rows[WishKind.DIRECTOR].switch.isChecked()
    fit.rules.rows[WishKind.UNSEEN].switch.click()
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    assert night.programme_id is not None
    kept = desks.rules.wishes(night.programme_id)
    assert kept is not None
    assert kept.of(WishKind.UNSEEN).on
