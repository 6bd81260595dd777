"""The slot of the night is typed below the programme, and what is found there leads to it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.programming.proposing.sentences import WishKind

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_time_that_is_selected_as_a_whole_is_typed_over_as_a_whole(
    screen: ProgrammeScreen, context: Context, qtbot: QtBot
) -> None:
    news: list[News] = []
    context.news.connect(news.append)
    curfew = screen.inspector.evening.slot.curfew
    for typed, meant in (("22:30", "22:30"), ("2315", "23:15"), ("0:45", "00:45")):
        curfew.setFocus()
        QTest.keyClick(curfew, KEY.Key_A, CONTROL)
        QTest.keyClicks(curfew, typed)
        assert curfew.text() == meant
    QTest.keyClick(curfew, KEY.Key_Return)
    # The last one is past midnight.
    qtbot.waitUntil(lambda: bool(news))
    assert context.screening is not None
    slot = context.screening.slot
    assert f"{slot.local(slot.curfew):%Y-%m-%d %H:%M}" == "2027-05-19 00:45"
    assert news[-1].action is not None
    news[-1].action()
    qtbot.waitUntil(lambda: curfew.text() == "21:45")
    qtbot.waitUntil(lambda: context.tasks.running == 0)


def test_an_empty_programme_is_filled_by_one_click_on_what_is_found(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    # Every film is by one director here.
    screen.side.fit.rules.rows[WishKind.DIRECTOR].switch.setChecked(False)
    screen.builder.remove([item.key for item in screen.draft.programme.items])
    (line,) = screen.inspector.evening.findings.lines
    assert line.finding.sentence == "The programme is empty; please put a film into it."
    (way,) = line.ways
    assert way.name == "Propose an evening"
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    fit = screen.side.fit
    qtbot.waitUntil(lambda: not fit.proposer.running)
    assert fit.isVisible()
    assert fit.results.cards, fit.results.sentence.text()
