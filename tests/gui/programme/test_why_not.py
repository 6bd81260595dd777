"""Why nothing fits: each clash is relaxed by one click, with no more given up than is needed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.programme.findings_list import WayButton
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.programming.programme import ItemKind, Programme
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.touring.night import Screening

KEY = Qt.Key
Made = Callable[[Screening | None], ProgrammeScreen]


def propose(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    screen.side.fit.rules.rows[WishKind.DIRECTOR].switch.setChecked(False)
    screen.propose.trigger()
    qtbot.waitUntil(lambda: not screen.side.fit.proposer.running, timeout=60_000)


def way(screen: ProgrammeScreen, name: str) -> WayButton:
    return next(button for button in screen.side.fit.results.why_not.buttons if button.name == name)


def relaxed(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    fit = screen.side.fit
    qtbot.waitUntil(lambda: bool(fit.results.cards) and not fit.proposer.running, timeout=60_000)


def shown(programme: Programme) -> list[str]:
    return [item.title for item in programme.items if item.film_id is not None]


def room_of(page: QWidget) -> QScrollArea:
    room = page.parentWidget()
    while not isinstance(room, QScrollArea):
        assert room is not None
        room = room.parentWidget()
    return room


@pytest.fixture
def short(make_screen: Made, night: Screening, desks: Desks) -> ProgrammeScreen:
    """The screen on an empty programme in a slot of seventy minutes: not all four films go in."""
    programme = desks.programming.save(Programme("Short", gap_seconds=0))
    slot = replace(night.slot, curfew=night.slot.curfew.replace(hour=10, minute=25))
    assert slot.seconds == 70 * 60
    return make_screen(desks.touring.save_screening(replace(night, slot=slot, programme_id=programme.id)))


def test_of_films_that_must_be_shown_only_those_that_do_not_go_in_are_given_up(
    short: ProgrammeScreen, film_ids: dict[str, int], context: Context, qtbot: QtBot
) -> None:
    news: list[News] = []
    context.news.connect(news.append)
    fit = short.side.fit
    fit.must.add_wanted.emit({film_ids[title]: title for title in ("Running The Roof", "Rebound", "Balance")})
    propose(short, qtbot)
    must, slot = fit.results.why_not.clashes
    assert must.sentence == "Must show “Running The Roof”, “Rebound” and “Balance”"
    assert slot.sentence == "The slot has 1:10:00 for films"
    # One minute is lacking: doors, start and the hall stay, and the sentence says what to ask the venue for.
    assert slot.brings == "A curfew at 20:26, 1 minute later, is enough."
    button = way(short, "Need not show “Balance”")
    assert "Must show" in button.accessibleName()
    assert button.hasFocus()
    QTest.keyClick(button, KEY.Key_Space)
    relaxed(short, qtbot)
    assert fit.wishes.must == (film_ids["Running The Roof"], film_ids["Rebound"])
    assert sorted(shown(fit.results.cards[0].proposal.programme)) == ["Rebound", "Running The Roof"]
    assert news[-1].action is not None
    news[-1].action()
    qtbot.waitUntil(lambda: len(fit.wishes.must) == 3)
    qtbot.waitUntil(lambda: not fit.proposer.running, timeout=60_000)


def test_of_films_that_are_never_shown_the_fewest_are_allowed_again(
    short: ProgrammeScreen, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    fit = short.side.fit
    fit.never.add_wanted.emit({film: title for title, film in film_ids.items() if title != "Balance"})
    count = fit.rules.rows[WishKind.COUNT]
    count.switch.click()
    count.numbers[0].setValue(2)
    propose(short, qtbot)
    (button,) = [one for one in fit.results.why_not.buttons if one.name.startswith("May show")]
    button.click()
    relaxed(short, qtbot)
    assert len(fit.wishes.never) == 2


def test_pinned_films_that_stand_in_the_way_are_unpinned_by_a_click(
    short: ProgrammeScreen, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    fit = short.side.fit
    short.builder.add_films([film_ids["The Hard Way"]], 0)
    (item,) = short.draft.programme.items
    short.builder.pin(item.key, time(19))
    # A short opener is asked for, and the pinned film that opens is longer.
    opener = fit.rules.rows[WishKind.OPENER]
    opener.switch.click()
    propose(short, qtbot)
    assert "Films with a pinned start stay where they are" in [
        one.sentence for one in fit.results.why_not.clashes
    ]
    way(short, "Unpin them").click()
    relaxed(short, qtbot)
    assert short.draft.programme.items[0].pinned is None
    assert short.draft.stack.undoText() == "Let “The Hard Way” start when it can"


def test_what_is_pinned_and_leaves_too_little_time_is_unpinned_by_a_click(
    short: ProgrammeScreen, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    fit, builder = short.side.fit, short.builder
    builder.add_films([film_ids["Balance"]], 0)
    builder.add_item(ItemKind.INTERMISSION, 1)
    builder.add_films([film_ids["Rebound"]], 2)
    builder.pin(short.draft.programme.items[2].key, time(19, 21))
    fit.never.add_wanted.emit({film_ids["Balance"]: "Balance"})
    propose(short, qtbot)
    assert "What is pinned leaves 6:00 for films in the first half" in [
        one.sentence for one in fit.results.why_not.clashes
    ]
    way(short, "Unpin everything").click()
    relaxed(short, qtbot)
    assert short.draft.programme.items[2].pinned is None
    assert short.draft.stack.undoText() == "Let “Rebound” start when it can"


def test_a_night_that_takes_the_films_of_the_other_can_be_proposed_alone(
    make_screen: Made, night: Screening, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    second = desks.programming.save(Programme("The second evening", gap_seconds=20))
    desks.touring.save_screening(replace(night, id=None, programme_id=second.id))
    screen = make_screen(night)
    fit = screen.side.fit
    screen.side.show_fit()
    qtbot.waitUntil(fit.together.isVisible)
    fit.together.setFocus()
    QTest.keyClick(fit.together, KEY.Key_Down)
    count = fit.rules.rows[WishKind.COUNT]
    count.switch.click()
    count.numbers[0].setValue(3)
    propose(screen, qtbot)
    assert "No film is shown on both nights" in [one.sentence for one in fit.results.why_not.clashes]
    way(screen, "Propose this night alone").click()
    relaxed(screen, qtbot)
    assert fit.together.night is None
    assert len(fit.results.cards[0].proposal.nights) == 1


def test_whoever_proposes_from_further_down_sees_what_comes_of_it(
    short: ProgrammeScreen, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    fit = short.side.fit
    short.side.show_fit()
    propose(short, qtbot)
    fit.results.cards[0].setFocus()
    bar = room_of(fit).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    fit.must.add_wanted.emit({film: title for title, film in film_ids.items()})
    propose(short, qtbot)
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert QApplication.focusWidget() is fit.results.why_not.buttons[0]
    qtbot.waitUntil(lambda: not fit.results.why_not.buttons[0].visibleRegion().isEmpty())


def test_no_way_out_makes_the_page_wider_than_its_room(
    short: ProgrammeScreen, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    fit = short.side.fit
    short.side.show_fit()
    fit.must.add_wanted.emit({film: title for title, film in film_ids.items()})
    propose(short, qtbot)
    assert fit.results.why_not.buttons
    room = room_of(fit)
    qtbot.waitUntil(lambda: fit.width() <= room.viewport().width())
