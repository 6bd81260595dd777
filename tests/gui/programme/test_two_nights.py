"""Two nights of a stop proposed together; a night's age and times corrected from a finding; a film replaced."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.programme.findings_list import WayButton
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import ItemKind, Programme
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.touring.night import Screening

KEY = Qt.Key
Made = Callable[[Screening | None], ProgrammeScreen]


@pytest.fixture
def second(desks: Desks, night: Screening) -> Screening:
    """The evening after, of the same stop, with an empty programme and a shorter slot."""
    programme = desks.programming.save(Programme("The second evening", gap_seconds=20))
    slot = slot_on(
        date(2027, 5, 19), "Australia/Sydney", SlotTimes(time(18, 30), time(19), time(20, 30), time(17), 15)
    )
    return desks.touring.save_screening(
        replace(night, id=None, night=slot.night, slot=slot, programme_id=programme.id)
    )


@pytest.fixture
def both(make_screen: Made, second: Screening, night: Screening, qtbot: QtBot) -> ProgrammeScreen:
    """The screen on the first night, with the second one chosen beside it."""
    screen = make_screen(night)
    fit = screen.side.fit
    fit.rules.rows[WishKind.DIRECTOR].switch.setChecked(False)
    screen.side.show_fit()
    qtbot.waitUntil(fit.together.isVisible)
    assert fit.together.itemText(1) == "With Wed 19 May, 19:00"
    fit.together.setFocus()
    QTest.keyClick(fit.together, KEY.Key_Down)
    return screen


def propose(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    screen.propose.trigger()
    qtbot.waitUntil(lambda: not screen.side.fit.proposer.running, timeout=60_000)


def films(programme: Programme) -> set[int]:
    return {item.film_id for item in programme.items if item.film_id is not None}


def test_a_pair_is_taken_as_one_step_in_each_programme(
    both: ProgrammeScreen, second: Screening, desks: Desks, context: Context, qtbot: QtBot
) -> None:
    news: list[News] = []
    context.news.connect(news.append)
    before = both.draft.programme
    propose(both, qtbot)
    card = both.side.fit.results.cards[0]
    assert card.said.count("ends ") == 2
    assert "Wed 19 May, 19:00" in card.said
    QTest.keyClick(card, KEY.Key_Return)
    beside = both.beside.builder.draft
    assert both.beside.isVisible()
    qtbot.waitUntil(lambda: any("as proposed now" in line.sentence for line in news))
    assert beside.programme.name == "The second evening"
    assert beside.slot == second.slot
    assert films(both.draft.programme) | films(beside.programme) == {one.id for one in desks.library.rows()}
    assert films(both.draft.programme).isdisjoint(films(beside.programme))
    assert both.draft.stack.undoText() == beside.stack.undoText() == "Take the proposal"
    assert news[-1].action is not None
    qtbot.waitUntil(lambda: both.builder.saver.idle and both.beside.builder.saver.idle)
    news[-1].action()
    assert both.draft.programme.items == before.items
    assert not beside.programme.items


def test_a_pair_that_is_looked_at_is_compared_on_both_nights(
    both: ProgrammeScreen, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    other = desks.programming.find("The second evening")
    desks.programming.save(
        other.with_items((replace(desks.programming.film_item(film_ids["Balance"]), key="there"),))
    )
    # A card under the mouse is looked at, wherever the keyboard is; another test may have left the mouse there.
    QTest.mouseMove(both.order.viewport())
    propose(both, qtbot)
    card = both.side.fit.results.cards[0]
    assert card.hasFocus()
    shown = both.pane.compared
    assert shown.second.isVisible()
    assert shown.name.text() == "Wed 19 May, 19:00"
    second = card.proposal.nights[1]
    said = [
        shown.second.order.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(len(shown.second.order.rows))
    ]
    there = {item.title for item in second.before.items}
    for item in second.programme.items:
        line = next(line for line in said if f", {item.title}, " in line)
        assert (", added" in line) is (item.title not in there)
    qtbot.waitUntil(lambda: not card.underMouse())
    both.order.setFocus()
    assert not shown.isVisible()
    propose_alone = both.side.fit.together
    propose_alone.setCurrentIndex(0)
    propose_alone.activated.emit(0)
    propose(both, qtbot)
    assert shown.isVisible()
    assert not shown.second.isVisible()


def test_a_pinned_film_stays_where_it_is_when_two_nights_are_proposed(
    both: ProgrammeScreen, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    key = next(item.key for item in both.draft.programme.items if item.film_id is not None)
    both.builder.pin(key, time(19, 10))
    propose(both, qtbot)
    results = both.side.fit.results
    assert results.cards
    for card in results.cards:
        order = card.proposal.order
        pinned = next(timed for timed in order.items if timed.item.film_id == film_ids["The Hard Way"])
        assert order.items.index(pinned) == 1
        assert both.draft.slot is not None
        assert f"{both.draft.slot.local(pinned.start):%H:%M}" == "19:10"
    assert "films are pinned" in results.sentence.text()


def test_two_nights_that_run_over_are_mended_together_and_taken_as_one_step_each(
    both: ProgrammeScreen, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    other = desks.programming.find("The second evening")
    long = (
        desks.programming.film_item(film_ids[title]) for title in ("Running The Roof", "Rebound", "Balance")
    )
    extra = desks.library.save([Film(f"Extra {n}", versions=(Version(seconds=1500),)) for n in range(3)]).ids
    more = desks.programming.film_items(extra[:1])
    desks.programming.save(other.with_items((*long, *more)))
    fit = both.side.fit
    qtbot.waitUntil(lambda: fit.mend.isVisible() and both.context.tasks.running == 0)
    fit.mend.trigger()
    qtbot.waitUntil(lambda: not fit.proposer.running, timeout=60_000)
    first, second = fit.results.cards[0].proposal.nights
    assert first.programme.items == both.draft.programme.items
    assert second.in_time
    assert len(films(second.programme)) == 3
    assert "Wed 19 May, 19:00 runs over by" in fit.results.sentence.text()
    QTest.keyClick(fit.results.cards[0], KEY.Key_Return)
    qtbot.waitUntil(both.beside.isVisible)
    qtbot.waitUntil(lambda: films(both.beside.builder.draft.programme) == films(second.programme))


def test_a_night_without_a_programme_gets_one_when_the_pair_is_taken(
    both: ProgrammeScreen, second: Screening, desks: Desks, qtbot: QtBot
) -> None:
    desks.touring.save_screening(replace(second, programme_id=None))
    together = both.side.fit.together
    qtbot.waitUntil(lambda: together.night is not None and together.night.programme_id is None)
    propose(both, qtbot)
    QTest.keyClick(both.side.fit.results.cards[0], KEY.Key_Return)
    qtbot.waitUntil(both.beside.isVisible)
    made = both.beside.builder.draft
    qtbot.waitUntil(lambda: bool(made.programme.items))
    assert made.programme.name == "Leura, 19 May 2027, 19:00, programme"
    shown = desks.touring.screening(second.id or 0).programme_id
    assert shown == made.programme.id
    qtbot.waitUntil(lambda: "These are the programmes now." in both.side.fit.results.cards[0].said)


def test_a_pair_is_stale_when_the_other_night_has_another_slot(
    both: ProgrammeScreen, second: Screening, desks: Desks, qtbot: QtBot
) -> None:
    propose(both, qtbot)
    results = both.side.fit.results
    assert results.cards
    desks.touring.save_screening(replace(second, slot=replace(second.slot, get_out_seconds=60)))
    qtbot.waitUntil(lambda: not results.cards)


def test_a_pair_is_stale_when_the_other_night_was_changed(
    both: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    propose(both, qtbot)
    results = both.side.fit.results
    assert results.cards
    other = desks.programming.find("The second evening")
    desks.programming.save(replace(other, gap_seconds=7))
    qtbot.waitUntil(lambda: not results.cards)
    assert "propose again" in results.sentence.text()


def test_a_stop_of_one_night_offers_no_other(screen: ProgrammeScreen) -> None:
    screen.side.show_fit()
    assert not screen.side.fit.together.isVisible()


def way(screen: ProgrammeScreen, words: str) -> WayButton:
    screen.side.show_details()
    screen.order.clearSelection()
    lines = screen.inspector.evening.findings.lines
    return next(button for line in lines for button in line.ways if words in button.toolTip())


def test_admitting_from_an_age_is_one_click_and_can_be_undone(
    screen: ProgrammeScreen, desks: Desks, context: Context, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    news: list[News] = []
    context.news.connect(news.append)
    film = desks.library.film(film_ids["The Hard Way"])
    desks.library.save([replace(film, advisories=("18+",))])
    qtbot.waitUntil(lambda: any("for 18 and older" in said for said in said_in(screen)))
    way(screen, "Admit from 18 on").click()
    qtbot.waitUntil(lambda: context.screening is not None and context.screening.age == 18)
    qtbot.waitUntil(lambda: not any("for 18 and older" in said for said in said_in(screen)))
    assert news[-1].sentence.endswith("admits guests from 18 on now.")
    assert news[-1].action is not None
    news[-1].action()
    qtbot.waitUntil(lambda: desks.touring.screenings()[0].age is None)


def said_in(screen: ProgrammeScreen) -> list[str]:
    order = screen.draft.order
    return [finding.sentence for finding in order.findings] if order is not None else []


def test_an_evening_that_runs_over_leads_to_the_curfew_field(screen: ProgrammeScreen) -> None:
    screen.builder.add_item(ItemKind.QA, 2)
    screen.builder.set_typed_seconds(screen.draft.programme.items[2].key, "170")
    way(screen, "Correct the curfew").click()
    assert screen.inspector.evening.slot.curfew.hasFocus()


def test_a_film_that_the_town_has_seen_is_replaced_with_the_fewest_changes(
    screen: ProgrammeScreen, desks: Desks, film_ids: dict[str, int], night: Screening, qtbot: QtBot
) -> None:
    (other,) = desks.library.save([Film("Balcony", versions=(Version(seconds=1190),))]).ids
    shown = desks.programming.save(
        Programme("Last year", (desks.programming.film_item(film_ids["The Hard Way"]),))
    )
    slot = slot_on(date(2026, 5, 18), "Australia/Sydney", SlotTimes(time(18, 30), time(19), time(21)))
    desks.touring.save_screening(replace(night, id=None, night=slot.night, slot=slot, programme_id=shown.id))
    qtbot.waitUntil(lambda: any("was shown in Leura" in said for said in said_in(screen)))
    way(screen, "Replace “The Hard Way”").click()
    fit = screen.side.fit
    qtbot.waitUntil(lambda: not fit.proposer.running and bool(fit.results.cards), timeout=60_000)
    assert "Without “The Hard Way”." in fit.results.sentence.text()
    assert "Drops “The Hard Way”." in fit.results.cards[0].said
    QTest.keyClick(fit.results.cards[0], KEY.Key_Return)
    assert film_ids["The Hard Way"] not in films(screen.draft.programme)
    assert films(screen.draft.programme) & {other, *film_ids.values()}
    screen.undo.trigger()
    assert film_ids["The Hard Way"] in films(screen.draft.programme)
