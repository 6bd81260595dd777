"""The Fit page: proposing, taking, undoing, why nothing fits, stopping."""

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.programme.fit.card import SmallBar
from tourdesk.gui.programme.fit.proposer import Proposer
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.programming.programme import ItemKind, Programme
from tourdesk.programming.proposing.asked import Night
from tourdesk.programming.proposing.asking import ask_for_best
from tourdesk.programming.proposing.proposal import Proposal, ProposedNight
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.running_order import running_order
from tourdesk.touring.night import Screening

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def propose(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    """Every film is by one director here: that rule is switched off first."""
    screen.side.fit.rules.rows[WishKind.DIRECTOR].switch.setChecked(False)
    screen.order.setFocus()
    QTest.keyClick(screen.order, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not screen.side.fit.proposer.running)


def test_enter_takes_the_first_proposal_as_one_step_and_undo_brings_the_old_one_back(
    screen: ProgrammeScreen, qtbot: QtBot, desks: Desks
) -> None:
    before = screen.draft.programme
    propose(screen, qtbot)
    results = screen.side.fit.results
    assert results.cards[0].hasFocus()
    assert "nothing fuller" in results.sentence.text()
    wanted = results.cards[0].proposal
    QTest.keyClick(results.cards[0], KEY.Key_Return)
    assert screen.draft.programme.items == wanted.programme.items
    assert not screen.pane.compared.isVisible()
    assert screen.draft.order is not None
    assert screen.draft.order.end == wanted.order.end
    assert screen.draft.stack.undoText() == "Take the proposal"
    assert "This is the programme now." in results.cards[0].said
    qtbot.waitUntil(lambda: screen.builder.saver.idle)
    screen.undo.trigger()
    assert screen.draft.programme.items == before.items
    assert len(results.cards) > 0


def test_proposals_that_come_while_another_window_is_in_front_are_shown_from_their_sentence_on(
    screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    fit = screen.side.fit
    screen.propose.trigger()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not fit.proposer.running)
    assert fit.window().focusWidget() is fit.results.cards[0]
    room = next(area for area in screen.findChildren(QScrollArea) if area.isAncestorOf(fit))
    assert room.verticalScrollBar().value() == 0


def test_rules_stand_evenly_and_the_words_of_one_on_one_line(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    screen.side.show_fit()
    rows = list(screen.side.fit.rules.rows.values())
    qtbot.waitUntil(lambda: all(row.isVisible() for row in rows))
    heights = [row.switch.height() for row in rows]
    assert max(heights) - min(heights) <= 1
    for row in rows:
        first, second, *_rest = row.findChildren(QLabel)
        assert (first.height() - second.height()) % 2 == 0
        assert first.geometry().center().y() == second.geometry().center().y()


def test_a_proposal_that_is_looked_at_is_shown_beside_what_is_there_and_not_taken(
    screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    before = screen.bar.accessibleDescription()
    plain = screen.bar.grab().toImage()
    propose(screen, qtbot)
    assert screen.bar.accessibleDescription() != before
    assert screen.bar.grab().toImage() != plain
    assert screen.pane.compared.isVisible()
    said = {
        index.data(Qt.ItemDataRole.DisplayRole): index.data(Qt.ItemDataRole.AccessibleTextRole)
        for index in map(
            screen.pane.compared.first.order.index, range(len(screen.pane.compared.first.order.rows))
        )
    }
    assert "As it is proposed; nothing is changed yet" in said
    assert ", added" in said["Running The Roof"]
    screen.order.setFocus()
    assert not screen.pane.compared.isVisible()
    assert screen.bar.accessibleDescription() == before
    assert screen.bar.grab().toImage() == plain
    assert screen.draft.stack.count() == 0


def test_a_card_is_a_small_slot_in_colour_that_the_mouse_looks_at_and_takes(
    screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    propose(screen, qtbot)
    screen.order.setFocus()
    assert not screen.pane.compared.isVisible()
    card = screen.side.fit.results.cards[1]
    (bar,) = card.findChildren(SmallBar)
    picture = bar.grab().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).rgb() for x in range(picture.width())}
    assert len(colours) > 3
    QTest.mouseMove(card)
    qtbot.waitUntil(screen.pane.compared.isVisible)
    assert screen.draft.stack.count() == 0
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert screen.draft.programme.items == card.proposal.programme.items
    assert screen.draft.stack.count() == 1
    screen.undo.trigger()
    assert screen.draft.programme.items != card.proposal.programme.items


def test_what_a_proposal_drops_and_moves_is_said_in_the_order_it_is_looked_at(
    screen: ProgrammeScreen, film_ids: dict[str, int]
) -> None:
    films = [film_ids[title] for title in ("Balance", "Rebound")]
    screen.builder.add_films(films, 2)
    draft = screen.draft
    hard_way, balance, rebound = (item for item in draft.programme.items if item.kind is ItemKind.FILM)
    then = draft.programme.with_items((draft.programme.items[0], rebound, hard_way))
    assert draft.slot is not None
    order = running_order(then, draft.slot)
    night = ProposedNight(draft.programme, then, order, draft.slot)
    screen.side.fit.results.looked_at.emit(Proposal((night,)))
    rows = screen.pane.compared.first.order
    told = [rows.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(len(rows.rows))]
    assert any(line.startswith("19:05:20, Rebound") and ", moved" in line for line in told)
    assert f"{balance.title}, dropped" in told
    assert told.index(f"{balance.title}, dropped") > next(
        place for place, line in enumerate(told) if "The Hard Way" in line
    )


def test_why_not_relaxes_with_one_click_and_proposes_again(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    fit = screen.side.fit
    countries = fit.rules.rows[WishKind.COUNTRIES]
    countries.switch.click()
    propose(screen, qtbot)
    assert fit.results.cards == []
    assert [clash.sentence for clash in fit.results.why_not.clashes] == ["From at least 3 countries"]
    fit.results.why_not.buttons[0].click()
    assert not countries.switch.isChecked()
    qtbot.waitUntil(lambda: bool(fit.results.cards) and not fit.proposer.running)
    assert not fit.results.why_not.clashes


def test_stopping_leaves_everything_as_it_was(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    before = screen.draft.programme
    screen.propose.trigger()
    QTest.keyClick(screen.side.fit.stop_button, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not screen.side.fit.proposer.running)
    assert "Stopped" in screen.side.fit.results.sentence.text()
    assert screen.draft.programme == before
    assert screen.draft.stack.count() == 0


def test_an_evening_that_runs_over_is_mended_by_the_smallest_change(
    screen: ProgrammeScreen, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    screen.order.clearSelection()
    assert not screen.inspector.evening.cure.isVisible()
    screen.builder.add_films([film_ids[title] for title in ("Running The Roof", "Balance", "Rebound")], 2)
    screen.builder.add_item(ItemKind.QA, 5)
    screen.builder.set_typed_seconds(screen.draft.programme.items[5].key, "60")
    screen.order.clearSelection()
    screen.inspector.evening.cure.click()
    fit = screen.side.fit
    qtbot.waitUntil(lambda: not fit.proposer.running)
    assert "no smaller change" in fit.results.sentence.text()
    assert "It runs over by" in fit.results.sentence.text()
    fit.results.cards[0].wanted.emit()
    assert screen.draft.order is not None
    assert screen.draft.order.margin >= 0
    assert sum(item.kind is ItemKind.FILM for item in screen.draft.programme.items) == 3


def test_proposals_of_a_programme_that_was_changed_are_not_shown_any_more(
    screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    propose(screen, qtbot)
    screen.builder.set_typed_seconds("welcome", "7")
    assert screen.side.fit.results.cards == []
    assert "propose again" in screen.side.fit.results.sentence.text()


def test_rules_are_remembered_for_the_programme(
    screen: ProgrammeScreen, context: Context, night: Screening, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    fit = screen.side.fit
    fit.rules.rows[WishKind.OPENER].switch.click()
    fit.rules.rows[WishKind.OPENER].numbers[0].setValue(7)
    fit.offer_films({film_ids["Balance"]: "Balance"})
    fit.must.add.click()
    context.work_on(replace(night, programme_id=None))
    context.work_on(night)
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    assert fit.wishes.of(WishKind.OPENER).sentence == "Opens with a film of at most 7 min"
    assert fit.wishes.must == (film_ids["Balance"],)
    assert list(fit.must.buttons) == [film_ids["Balance"]]
    qtbot.waitUntil(lambda: context.tasks.running == 0)


def test_rules_that_another_desk_changes_are_shown_as_they_are_now(
    screen: ProgrammeScreen, desks: Desks, night: Screening, qtbot: QtBot
) -> None:
    fit = screen.side.fit
    screen.side.show_fit()
    number = fit.rules.rows[WishKind.PART].numbers[0]
    number.setFocus()
    assert night.programme_id is not None
    theirs = Wishes().having(replace(Wishes().of(WishKind.UNSEEN), on=True))
    desks.rules.keep_wishes(night.programme_id, theirs)
    qtbot.waitUntil(fit.rules.rows[WishKind.UNSEEN].switch.isChecked)
    # Whoever types here goes on typing.
    assert number.hasFocus()
    QTest.keyClicks(number, "8")
    qtbot.waitUntil(lambda: fit.wishes.of(WishKind.PART).values == (int(number.text().split()[0]),))
    assert fit.wishes.of(WishKind.UNSEEN).on


def test_a_rule_is_loosened_by_one_click_and_the_loosening_can_be_undone(
    screen: ProgrammeScreen, context: Context, desks: Desks, qtbot: QtBot
) -> None:
    news: list[News] = []
    context.news.connect(news.append)
    fit = screen.side.fit
    count = fit.rules.rows[WishKind.COUNT]
    count.numbers[1].setValue(20)
    count.numbers[0].setValue(9)
    count.switch.click()
    propose(screen, qtbot)
    (loosen, _without) = fit.results.why_not.buttons
    enough = loosen.name
    # Too many films are asked for: only that number gives.
    assert enough == "Between 3 and 20 films"
    loosen.click()
    qtbot.waitUntil(lambda: bool(fit.results.cards) and not fit.proposer.running)
    assert count.switch.isChecked()
    assert count.wish.sentence == enough
    assert news[-1].action is not None
    news[-1].action()
    qtbot.waitUntil(lambda: bool(fit.results.why_not.clashes) and not fit.proposer.running)
    assert count.wish.sentence == "Between 9 and 20 films"


def test_what_would_be_nice_is_given_up_and_said_on_the_card(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    fit = screen.side.fit
    countries = fit.rules.rows[WishKind.COUNTRIES]
    countries.switch.click()
    assert countries.nice is not None
    countries.nice.button.click()
    countries.nice.slider.setValue(3)
    assert fit.wishes.of(WishKind.COUNTRIES).nice == 3
    propose(screen, qtbot)
    assert "Not kept: From at least 3 countries" in fit.results.cards[0].said


def test_a_film_is_found_by_typing_and_must_be_shown(
    screen: ProgrammeScreen, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    fit = screen.side.fit
    fit.never.search.setFocus()
    QTest.keyClicks(fit.never.search, "rebou")
    QTest.keyClick(fit.never.search, KEY.Key_Return)
    qtbot.waitUntil(lambda: fit.wishes.never == (film_ids["Rebound"],))
    assert "“Rebound”" in fit.never.buttons[film_ids["Rebound"]].toolTip()
    qtbot.waitUntil(lambda: not fit.never.search.text())
    fit.must.search.film_chosen.emit(film_ids["Rebound"], "Rebound")
    assert fit.wishes.must == (film_ids["Rebound"],)
    assert fit.wishes.never == ()


def test_a_tag_is_typed_into_its_sentence_and_the_next_one_is_offered(
    screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    rules = screen.side.fit.rules
    field = rules.rows["tag 1"].text
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "women")
    QTest.keyClick(field, KEY.Key_Return)
    assert rules.rows["tag 1"].switch.isChecked()
    assert screen.side.fit.wishes.named("tag 1").sentence == "At least 1 film with the tag “women”"
    assert "tag 2" in rules.rows


def test_rules_are_kept_under_a_name_shared_as_a_file_and_taken_back(
    screen: ProgrammeScreen, context: Context, desks: Desks, tmp_path: Path, qtbot: QtBot
) -> None:
    fit = screen.side.fit
    fit.rules.rows[WishKind.SPARE].switch.click()
    fit.sets.save("Gala")
    fit.sets.write(tmp_path / "gala.rules.json", "Gala")
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    fit.rules.rows[WishKind.SPARE].switch.click()
    assert not fit.wishes.of(WishKind.SPARE).on
    menu = fit.sets.menu_of(desks.rules.rule_sets())
    next(action for action in menu.actions() if action.text() == "Gala").trigger()
    assert fit.wishes.of(WishKind.SPARE).on
    fit.sets.read(tmp_path / "gala.rules.json")
    qtbot.waitUntil(lambda: [one.name for one in desks.rules.rule_sets()] == ["Gala", "Gala (2)"])


def test_a_damaged_file_of_rules_is_told_and_changes_nothing(
    screen: ProgrammeScreen, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[object] = []
    context.tasks.problem.disconnect()
    context.tasks.problem.connect(told.append)
    file = tmp_path / "rules.json"
    file.write_text(json.dumps({"format": "tourdesk rule set", "version": 7, "name": "x"}))
    before = screen.side.fit.wishes
    screen.side.fit.sets.read(file)
    qtbot.waitUntil(lambda: bool(told))
    assert "newer TourDesk" in str(told[0])
    assert screen.side.fit.wishes == before


def test_a_new_programme_begins_with_the_rules_of_its_tour(
    screen: ProgrammeScreen, context: Context, night: Screening, desks: Desks, qtbot: QtBot
) -> None:
    fit = screen.side.fit
    fit.rules.rows[WishKind.SPARE].switch.click()
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    other = desks.programming.save(Programme("Another evening"))
    context.work_on(replace(night, programme_id=other.id))
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    assert fit.wishes.of(WishKind.SPARE).on
    fit.rules.rows[WishKind.SPARE].switch.click()
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    context.work_on(night)
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    assert fit.wishes.of(WishKind.SPARE).on


def test_a_window_that_closes_while_it_looks_hears_nothing_of_it_any_more(
    screen: ProgrammeScreen, context: Context, qtbot: QtBot
) -> None:
    owner = QObject()
    proposer = Proposer(context, owner)
    draft = screen.draft
    assert draft.slot is not None
    proposer.start(ask_for_best, Night(draft.programme, draft.slot), Wishes())
    delete(owner)
    # What is thrown on the way fails the test.
    qtbot.waitUntil(lambda: context.tasks.running == 0)
