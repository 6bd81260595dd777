"""Editing a programme: what the builder's steps do, and that each can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.programming.evenings import film, leura, other, programme

from tourdesk.programming import editing
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import running_order


def row(letters: str) -> Programme:
    """A programme of films, one for each letter; `|` is an intermission."""
    items = (other("intermission", 900, f"|{n}") if c == "|" else film(c, 600) for n, c in enumerate(letters))
    return programme(*items, gap=20)


def letters(of: Programme) -> str:
    return "".join(item.key[0] for item in of.items)


@st.composite
def choices(draw: st.DrawFn) -> tuple[Programme, set[str]]:
    """A programme and some of its keys."""
    whole = row("abcdefghij"[: draw(st.integers(0, 10))])
    keys = [item.key for item in whole.items]
    return whole, set(draw(st.lists(st.sampled_from(keys)))) if keys else set()


@pytest.mark.parametrize(("position", "result"), [(0, "xyabc"), (1, "axybc"), (3, "abcxy")])
def test_items_are_put_in_at_a_position(position: int, result: str) -> None:
    assert letters(editing.insert(row("abc"), position, row("xy").items)) == result


def test_an_item_cannot_be_put_in_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        editing.insert(row("abc"), 0, row("c").items)
    with pytest.raises(ValueError, match="twice"):
        editing.insert(row("abc"), 0, (*row("x").items, *row("x").items))


@pytest.mark.parametrize("position", [-1, 4])
def test_a_position_outside_the_programme_is_a_bug(position: int) -> None:
    with pytest.raises(IndexError):
        editing.insert(row("abc"), position, ())
    with pytest.raises(IndexError):
        editing.move(row("abc"), {"a"}, position)


@pytest.mark.parametrize(
    ("keys", "position", "result"),
    [
        ("b", 0, "bacde"),
        ("b", 1, "abcde"),
        ("b", 2, "abcde"),
        ("b", 3, "acbde"),
        ("b", 5, "acdeb"),
        ("db", 0, "bdace"),
        ("db", 3, "acbde"),
        ("ae", 2, "baecd"),
        ("abcde", 3, "abcde"),
        ("", 3, "abcde"),
    ],
)
def test_items_are_dropped_together_in_the_order_in_which_they_stood(
    keys: str, position: int, result: str
) -> None:
    assert letters(editing.move(row("abcde"), list(keys), position)) == result


@pytest.mark.parametrize(
    ("keys", "earlier", "later"),
    [
        ("c", "acbde", "abdce"),
        ("a", "abcde", "bacde"),
        ("e", "abced", "abcde"),
        ("bc", "bcade", "adbce"),
        ("bd", "badce", "acbed"),
        ("abd", "abdce", "cabed"),
        ("abcde", "abcde", "abcde"),
    ],
)
def test_items_step_by_one_and_stay_where_there_is_no_room(keys: str, earlier: str, later: str) -> None:
    assert letters(editing.move_earlier(row("abcde"), list(keys))) == earlier
    assert letters(editing.move_later(row("abcde"), list(keys))) == later


def test_removing_an_intermission_makes_its_two_parts_one() -> None:
    split = row("ab|cd")
    assert len(running_order(split, leura()).parts) == 2
    merged = editing.remove(split, {"|2"})
    order = running_order(merged, leura())
    assert letters(merged) == "abcd"
    assert [part.seconds for part in order.parts] == [4 * 600 + 3 * 20]


def test_an_intermission_splits_the_part_it_is_put_into() -> None:
    split = editing.insert(row("abcd"), 2, (other("intermission", 1200, "|"),))
    order = running_order(split, leura())
    assert letters(split) == "ab|cd"
    assert [part.seconds for part in order.parts] == [1220, 1220]
    assert order.seconds == 1220 + 1200 + 1220


def test_what_people_type_into_an_item_is_kept_and_nothing_else_changes() -> None:
    before = programme(other("welcome", 300), film("Roof", 600, film_id=1))
    after = editing.set_seconds(before, "welcome", 360)
    after = editing.set_title(after, "welcome", "Good evening")
    after = editing.set_script(after, "welcome", "Welcome, all.")
    after = editing.set_cue(after, "welcome", "Lights.")
    after = editing.set_gap(after, "welcome", 15)
    welcome = Item(
        "welcome", ItemKind.WELCOME, "Good evening", 360, gap_after=15, script="Welcome, all.", cue="Lights."
    )
    assert after == before.with_items((welcome, before.items[1]))
    assert editing.set_gap(after, "welcome", None).items[0].gap_after is None
    assert editing.set_gap(before, "welcome", 0).items[0].gap_after == 0
    assert editing.set_usual_gap(before, 30) == replace(before, gap_seconds=30)


def test_a_film_s_run_time_and_title_are_the_library_s() -> None:
    roof = programme(film("Roof", 600, film_id=1))
    with pytest.raises(ValueError, match="version"):
        editing.set_seconds(roof, "Roof", 300)
    with pytest.raises(ValueError, match="film"):
        editing.set_title(roof, "Roof", "The Roof")
    assert editing.set_cue(roof, "Roof", "Loud.").items[0].cue == "Loud."


@pytest.mark.parametrize(
    "edit",
    [
        lambda it: editing.remove(it, {"z"}),
        lambda it: editing.move(it, ["a", "z"], 0),
        lambda it: editing.move_earlier(it, {"z"}),
        lambda it: editing.move_later(it, {"z"}),
        lambda it: editing.set_seconds(it, "z", 1),
        lambda it: editing.set_gap(it, "z", 1),
        lambda it: editing.set_title(it, "z", "Z"),
        lambda it: editing.set_script(it, "z", "Z"),
        lambda it: editing.set_cue(it, "z", "Z"),
    ],
)
def test_a_key_that_is_not_in_the_programme_is_a_bug(edit: Callable[[Programme], Programme]) -> None:
    with pytest.raises(KeyError, match="z"):
        edit(row("abc"))


@pytest.mark.parametrize(
    "edit",
    [
        lambda it: editing.set_seconds(it, "a", -1),
        lambda it: editing.set_gap(it, "a", -1),
        lambda it: editing.set_usual_gap(it, -1),
    ],
)
def test_less_than_nothing_is_a_bug(edit: Callable[[Programme], Programme]) -> None:
    with pytest.raises(ValueError, match="-1 seconds"):
        edit(row("abc"))


def test_new_keys_differ_and_follow_the_source_of_chance_that_is_handed_in() -> None:
    one, same = Random(7), Random(7)  # noqa: S311 - the same on purpose
    assert editing.new_key(one) == editing.new_key(same)
    keys = {editing.new_key() for _ in range(1000)}
    assert len(keys) == 1000
    assert {len(key) for key in keys} == {12}


@given(choices(), st.integers(0, 10))
def test_a_move_keeps_every_item_and_the_order_of_those_moved_and_of_the_rest(
    chosen: tuple[Programme, set[str]], position: int
) -> None:
    whole, keys = chosen
    after = editing.move(whole, keys, min(position, len(whole.items)))
    for kept in (keys, {item.key for item in whole.items} - keys):
        assert [i for i in after.items if i.key in kept] == [i for i in whole.items if i.key in kept]
    places = [place for place, item in enumerate(after.items) if item.key in keys]
    assert not places or places == list(range(places[0], places[0] + len(places)))


@given(choices(), st.integers(0, 10))
def test_moving_a_block_back_to_where_it_stood_restores_the_programme(
    chosen: tuple[Programme, set[str]], position: int
) -> None:
    whole = editing.move(*chosen, 0)
    keys = [item.key for item in whole.items if item.key in chosen[1]]
    there = editing.move(whole, keys, min(position, len(whole.items)))
    assert editing.move(there, keys, 0) == whole


@given(choices(), st.integers(0, 10))
def test_what_was_put_in_and_is_removed_leaves_the_programme_as_it_was(
    chosen: tuple[Programme, set[str]], position: int
) -> None:
    whole, _ = chosen
    new = row("xyz").items
    assert (
        editing.remove(editing.insert(whole, min(position, len(whole.items)), new), {"x", "y", "z"}) == whole
    )


@given(choices())
def test_a_step_earlier_is_taken_back_by_a_step_later_unless_something_had_no_room(
    chosen: tuple[Programme, set[str]],
) -> None:
    whole, keys = chosen
    if whole.items and whole.items[0].key not in keys:
        assert editing.move_later(editing.move_earlier(whole, keys), keys) == whole
    if whole.items and whole.items[-1].key not in keys:
        assert editing.move_earlier(editing.move_later(whole, keys), keys) == whole


@given(choices())
def test_steps_earlier_and_later_are_the_same_in_a_mirror(chosen: tuple[Programme, set[str]]) -> None:
    whole, keys = chosen
    mirrored = whole.with_items(whole.items[::-1])
    assert editing.move_later(mirrored, keys).items[::-1] == editing.move_earlier(whole, keys).items


@given(choices(), st.integers(0, 10))
def test_splitting_a_part_takes_the_gap_out_and_puts_the_intermission_in(
    chosen: tuple[Programme, set[str]], position: int
) -> None:
    whole, _ = chosen
    place = min(position, len(whole.items))
    split = editing.insert(whole, place, (other("intermission", 900),))
    before, after = running_order(whole, leura()), running_order(split, leura())
    between = 0 < place < len(whole.items)
    assert after.seconds == before.seconds + 900 - (whole.gap_seconds if between else 0)
    assert len(after.parts) == len(before.parts) + between
