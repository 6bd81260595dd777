"""The draft: steps, undo and redo, and what the library says meanwhile. No database, no window."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from pytestqt.qtbot import QtBot

from tourdesk.gui.programme.draft import Draft
from tourdesk.programming import editing
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import SlotTimes, slot_on

SLOT = slot_on(date(2027, 5, 18), "Australia/Sydney", SlotTimes(time(18, 30), time(19), time(22)))
FILM = Item("film", ItemKind.FILM, "Balance", 300, film_id=7, version_id=70)
EVENING = Programme(
    "The evening", (Item("welcome", ItemKind.WELCOME, "Welcome", 300), FILM), gap_seconds=20, id=1, revision=4
)


@pytest.fixture
def draft(qapp: object) -> Draft:
    made = Draft()
    made.open(EVENING)
    made.put_on(SLOT)
    return made


def test_a_step_that_changes_nothing_is_no_step(draft: Draft) -> None:
    draft.step("Nothing", draft.programme)
    assert draft.stack.count() == 0


def test_each_step_is_told_once_so_that_it_is_saved(draft: Draft, qtbot: QtBot) -> None:
    told: list[int] = []
    draft.stepped.connect(lambda: told.append(len(draft.programme.items)))
    draft.step("Remove", editing.remove(draft.programme, ["film"]))
    draft.stack.undo()
    draft.stack.redo()
    assert told == [1, 2, 1]


def test_what_is_being_typed_is_shown_but_is_no_step(draft: Draft) -> None:
    draft.preview(editing.set_seconds(draft.programme, "welcome", 900))
    assert draft.order is not None
    assert draft.order.items[0].end.minute == 15
    assert draft.programme.items == EVENING.items
    draft.preview(None)
    assert draft.order.items[0].end.minute == 5


def test_letters_typed_into_one_field_are_one_step(draft: Draft) -> None:
    for text in ("G", "Go", "Good"):
        draft.step("Script", editing.set_script(draft.programme, "welcome", text), typing="script welcome")
    draft.step("Script", editing.set_script(draft.programme, "film", "x"), typing="script film")
    assert draft.stack.count() == 2
    draft.stack.undo()
    assert draft.programme.items[0].script == "Good"
    draft.stack.undo()
    assert draft.programme.items[0].script == ""


def test_a_longer_film_moves_the_end_and_no_undo_brings_the_old_run_time_back(draft: Draft) -> None:
    draft.step("Move", editing.move_later(draft.programme, ["welcome"]))
    draft.learn_films([replace(FILM, title="Balance!", seconds=360)])
    assert draft.stack.count() == 1
    draft.stack.undo()
    film = draft.programme.items[1]
    assert (film.title, film.seconds) == ("Balance!", 360)
    assert draft.order is not None
    assert draft.order.seconds == 300 + 20 + 360


def test_a_film_that_was_removed_is_still_known_when_undo_brings_it_back(draft: Draft) -> None:
    draft.step("Remove", editing.remove(draft.programme, ["film"]))
    assert [film.film_id for film in draft.films] == [7]
    draft.learn_films([replace(FILM, seconds=301)])
    draft.stack.undo()
    assert draft.programme.items[1].seconds == 301


def test_saving_does_not_disturb_the_history(draft: Draft) -> None:
    draft.step("Move", editing.move_later(draft.programme, ["welcome"]))
    draft.saved(5)
    draft.stack.undo()
    assert (draft.programme.revision, draft.programme.items) == (5, EVENING.items)


def test_what_another_desk_made_is_a_step_that_need_not_be_saved(draft: Draft) -> None:
    told: list[int] = []
    draft.stepped.connect(lambda: told.append(1))
    draft.adopt("Changes of another desk", replace(EVENING, items=EVENING.items[:1], revision=9))
    assert (len(draft.programme.items), draft.programme.revision, told) == (1, 9, [])
    draft.stack.undo()
    assert (draft.programme.items, draft.programme.revision, told) == (EVENING.items, 9, [1])


def test_another_programme_begins_a_history_of_its_own(draft: Draft) -> None:
    draft.step("Move", editing.move_later(draft.programme, ["welcome"]))
    draft.open(Programme("Another", id=2))
    assert draft.stack.count() == 0
    assert draft.films == ()


class AnyWalk(RuleBasedStateMachine):
    """Any walk of steps, undo and redo: the draft is always what a plain list of states says."""

    def __init__(self) -> None:
        super().__init__()
        self.draft = Draft()
        self.draft.open(EVENING)
        self.draft.put_on(SLOT)
        self.states = [self.draft.programme]
        self.place = 0
        self.count = 0

    def _step(self, programme: Programme) -> None:
        changes = (programme.items, programme.gap_seconds) != (
            self.draft.programme.items,
            self.draft.programme.gap_seconds,
        )
        self.draft.step("Step", programme)
        if changes:
            self.states = [*self.states[: self.place + 1], self.draft.programme]
            self.place += 1

    @rule(position=st.integers(0, 12), kind=st.sampled_from(list(ItemKind)[1:]), seconds=st.integers(0, 5000))
    def insert(self, position: int, kind: ItemKind, seconds: int) -> None:
        self.count += 1
        items = self.draft.programme.items
        item = Item(f"key {self.count}", kind, kind.value, seconds)
        self._step(editing.insert(self.draft.programme, min(position, len(items)), [item]))

    @precondition(lambda self: self.draft.programme.items)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self._step(editing.remove(self.draft.programme, self._some(data)))

    @precondition(lambda self: self.draft.programme.items)
    @rule(data=st.data(), position=st.integers(0, 12))
    def move(self, data: st.DataObject, position: int) -> None:
        place = min(position, len(self.draft.programme.items))
        self._step(editing.move(self.draft.programme, self._some(data), place))

    @precondition(lambda self: self.draft.programme.items)
    @rule(data=st.data())
    def move_later(self, data: st.DataObject) -> None:
        self._step(editing.move_later(self.draft.programme, self._some(data)))

    @rule(seconds=st.integers(0, 300))
    def gap(self, seconds: int) -> None:
        self._step(editing.set_usual_gap(self.draft.programme, seconds))

    @rule(seconds=st.integers(0, 300))
    def type_and_let_be(self, seconds: int) -> None:
        self.draft.preview(editing.set_usual_gap(self.draft.programme, seconds))
        self.draft.preview(None)

    @rule()
    def undo(self) -> None:
        self.draft.stack.undo()
        self.place = max(self.place - 1, 0)

    @rule()
    def redo(self) -> None:
        self.draft.stack.redo()
        self.place = min(self.place + 1, len(self.states) - 1)

    @rule(data=st.data())
    def go_back_in_history(self, data: st.DataObject) -> None:
        self.place = data.draw(st.integers(0, len(self.states) - 1))
        self.draft.stack.setIndex(self.place)

    @invariant()
    def it_is_the_programme_that_it_should_be(self) -> None:
        assert self.draft.programme == self.states[self.place]

    @invariant()
    def the_clock_shows_this_programme(self) -> None:
        assert self.draft.order == running_order(self.states[self.place], SLOT)

    def teardown(self) -> None:
        while self.draft.stack.canUndo():
            self.draft.stack.undo()
        assert self.draft.programme == EVENING

    def _some(self, data: st.DataObject) -> list[str]:
        keys = [item.key for item in self.draft.programme.items]
        return data.draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))


def test_any_walk_of_steps_undo_and_redo_ends_where_it_should(qapp: object) -> None:
    run_state_machine_as_test(
        AnyWalk, settings=settings(max_examples=40, stateful_step_count=25, deadline=None)
    )
