"""The Fit page is made when it is first asked for, and is then as if it had always been there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.programme.fit.page import FitPage
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.programme.side import FIT
from tourdesk.gui.theme import Scheme, install
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.touring.night import Screening


@pytest.fixture
def screen(
    qtbot: QtBot, qapp: QApplication, context: Context, settings: QSettings, night: Screening
) -> ProgrammeScreen:
    """The screen on the night, just opened."""
    install(qapp, settings).choose(Scheme.LIGHT)
    context.work_on(night)
    made = ProgrammeScreen(context)
    qtbot.addWidget(made, before_close_func=lambda closing: closing.leave())
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    assert made.findChildren(FitPage) == []
    return made


def test_what_is_proposed_first_keeps_the_rules_that_were_remembered(
    screen: ProgrammeScreen, qtbot: QtBot, desks: Desks, night: Screening, context: Context
) -> None:
    assert night.programme_id is not None
    usual = Wishes()
    director = replace(usual.of(WishKind.DIRECTOR), on=False)
    desks.rules.keep_wishes(night.programme_id, usual.having(director))
    screen.order.setFocus()
    QTest.keyClick(screen.order, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    fit = screen.side.fit
    qtbot.waitUntil(
        lambda: context.tasks.running == 0 and not fit.proposer.running and bool(fit.results.cards)
    )
    assert fit.isVisible()
    # Every film is by one director here: with the usual rule there would be no evening of several.
    assert not fit.rules.rows[WishKind.DIRECTOR].switch.isChecked()
    assert len(fit.results.cards[0].proposal.programme.items) > 2


def test_films_that_were_selected_before_are_offered(
    screen: ProgrammeScreen, qtbot: QtBot, film_ids: dict[str, int], context: Context
) -> None:
    films = screen.library.list
    films.setCurrentIndex(films.films.index(films.films.ids.index(film_ids["Rebound"]), 0))
    screen.side.tabs.setCurrentIndex(FIT)
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    assert "Rebound" in screen.side.fit.must.add.toolTip()
