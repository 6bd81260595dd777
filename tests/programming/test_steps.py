"""What the builder's newer steps do, that they name themselves, and that each can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.programming.evenings import film, leura, other, programme

from tourdesk.programming import editing, steps
from tourdesk.programming.difference import difference
from tourdesk.programming.nesting import hosts, settled
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.refusing import refuse_impossible
from tourdesk.programming.running_order import running_order
from tourdesk.programming.telling import told

PAUSE = other("intermission", 900)


def row(text: str) -> Programme:
    """Films by their letters, `|` an intermission; small letters run during the intermission before them."""
    items: list[Item] = []
    host = ""
    for place, letter in enumerate(text):
        if letter == "|":
            host = f"|{place}"
            items.append(other("intermission", 900, host))
        elif letter.islower():
            items.append(replace(film(letter, 60), inside=host))
        else:
            items.append(film(letter, 600))
    return programme(*items)


def text(of: Programme) -> str:
    return "".join(item.key[0] for item in of.items)


def nested(of: Programme) -> str:
    return "".join(item.key for item in of.items if item.inside is not None)


@st.composite
def rows(draw: st.DrawFn) -> Programme:
    """Up to four films, an intermission with up to three nested ones, and up to four films behind it."""
    before, during, after = (draw(st.integers(0, most)) for most in (4, 3, 4))
    return row("ABCD"[:before] + "|" + "xyz"[:during] + "EFGH"[:after])


@given(rows(), st.data())
def test_two_items_swapped_twice_are_where_they_were(whole: Programme, data: st.DataObject) -> None:
    films = [item.key for item in whole.items if not item.key.startswith("|")]
    if len(films) < 2:
        return
    one, another = data.draw(st.lists(st.sampled_from(films), min_size=2, max_size=2, unique=True))
    swapped = editing.swap(whole, one, another)
    assert [item.key for item in swapped.items] == [
        {one: another, another: one}.get(item.key, item.key) for item in whole.items
    ]
    assert editing.swap(swapped, one, another) == whole


@given(rows(), st.data())
def test_a_moved_item_is_brought_back_by_moving_it_back(whole: Programme, data: st.DataObject) -> None:
    units = [item.key for item in whole.items if item.inside is None]
    key = data.draw(st.sampled_from(units))
    place = [item.key for item in whole.items].index(key)
    moved = editing.move(whole, [key], data.draw(st.integers(0, len(whole.items))))
    assert sorted(item.key for item in moved.items) == sorted(item.key for item in whole.items)
    assert nested(moved) == nested(whole)
    assert settled(moved.items) == moved.items
    now = [item.key for item in moved.items].index(key)
    # Positions are counted with the item in its place: behind it they are as many more as move with it.
    taken = 1 + sum(item.inside == key for item in whole.items)
    assert editing.move(moved, [key], place if place <= now else place + taken) == whole


@given(rows(), st.sets(st.sampled_from("ABCDEFGHxyz")))
def test_steps_earlier_and_later_keep_every_item_and_what_runs_during_which(
    whole: Programme, keys: set[str]
) -> None:
    there = keys & {item.key for item in whole.items}
    for step in (editing.move_earlier, editing.move_later):
        stepped = step(whole, there)
        assert settled(stepped.items) == stepped.items
        assert {item.key: item for item in stepped.items} == {item.key: item for item in whole.items}


@pytest.mark.parametrize(
    ("keys", "earlier", "later"),
    [("|", "|xyABC", "AB|xyC"), ("y", "A|yxBC", "A|xyBC"), ("B", "AB|xyC", "A|xyCB")],
)
def test_an_intermission_steps_with_what_runs_during_it_and_that_among_its_like(
    keys: str, earlier: str, later: str
) -> None:
    whole = row("A|xyBC")
    names = ["|1" if key == "|" else key for key in keys]
    assert text(editing.move_earlier(whole, names)) == earlier
    assert text(editing.move_later(whole, names)) == later


def test_what_is_dragged_out_of_an_intermission_runs_on_its_own_and_back_behind_it_does_not_go_in() -> None:
    whole = row("A|xyB")
    out = editing.move(whole, ["x"], 5)
    assert (text(out), nested(out)) == ("A|yBx", "y")
    within = editing.move(whole, ["x"], 4)
    assert (text(within), nested(within)) == ("A|yxB", "yx")
    beside = editing.move(whole, ["B"], 3)
    assert (text(beside), nested(beside)) == ("A|xyB", "xy")


def test_a_pinned_item_that_is_swapped_into_an_intermission_starts_with_that() -> None:
    pinned = editing.pin(row("A|xB"), "A", time(20))
    swapped = editing.swap(pinned, "A", "x")
    assert (text(swapped), nested(swapped)) == ("x|AB", "A")
    assert swapped.item("A").pinned is None


def any_step(data: st.DataObject, of: Programme) -> Programme:
    """One of the steps that the builder offers, with anything that it may be asked for."""
    keys = [item.key for item in of.items]
    hosts_there = [item.key for item in of.items if item.key in hosts(of.items)]
    some = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True))
    place = data.draw(st.integers(0, len(keys)))
    on_their_own = [key for key in some if of.item(key).inside is None]
    no_hosts = [key for key in some if key not in hosts_there]
    offered = [
        lambda: editing.move(of, some, place),
        lambda: editing.move_earlier(of, some),
        lambda: editing.move_later(of, some),
        lambda: editing.insert(of, place, editing.copies([of.item(key) for key in some])),
        lambda: editing.unnest(of, some[0]),
    ]
    if on_their_own:
        at = data.draw(st.sampled_from([None, time(20), time(0, 30)]))
        offered.append(lambda: editing.pin(of, on_their_own[0], at))
    if hosts_there and no_hosts:
        offered.append(lambda: editing.nest(of, no_hosts, hosts_there[0]))
        offered.append(lambda: editing.remove(of, hosts_there[:1]))
    pairs = [some for some in (no_hosts, on_their_own) if len(some) > 1]
    offered += [partial(editing.swap, of, pair[0], pair[1]) for pair in pairs]
    return data.draw(st.sampled_from(offered))()


@given(rows(), st.data())
def test_no_walk_of_steps_makes_a_programme_that_cannot_be_saved(
    whole: Programme, data: st.DataObject
) -> None:
    for _step in range(data.draw(st.integers(1, 8))):
        whole = any_step(data, whole)
        refuse_impossible(whole)
        assert settled(whole.items) == whole.items
        if not whole.items:
            return


def test_an_intermission_takes_along_what_runs_during_it() -> None:
    moved = editing.move(row("A|xyBC"), ["|1"], 5)
    assert (text(moved), nested(moved)) == ("AB|xyC", "xy")


def test_what_ran_during_a_removed_intermission_runs_on_its_own() -> None:
    merged = steps.merge(row("A|xB"), "|1")
    assert merged.name == "Merge the parts around “Intermission”"
    assert (text(merged.programme), nested(merged.programme)) == ("AxB", "")


def test_items_are_put_into_an_intermission_and_taken_out_again() -> None:
    whole = row("AB|xC")
    step = steps.nest(whole, ["A", "C"], "|2")
    assert (step.name, text(step.programme), nested(step.programme)) == (
        "Show 2 items during “Intermission”",
        "B|xAC",
        "xAC",
    )
    out = steps.unnest(step.programme, "x")
    assert (out.name, text(out.programme), nested(out.programme)) == (
        "Show “x” after the intermission",
        "B|ACx",
        "AC",
    )


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: editing.nest(row("A|B"), ["A"], "B"),
        lambda: editing.nest(row("A|B|C"), ["|1"], "|3"),
        lambda: editing.swap(row("A|xB"), "|1", "x"),
        lambda: editing.pin(row("A|xB"), "x", time(20)),
        lambda: editing.set_bounds(row("A|B"), "|1", 600, 300),
        lambda: editing.set_bounds(programme(film("Roof", 600, film_id=1)), "Roof", 300, 600),
        lambda: steps.split(row("AB"), 1, film("C", 60)),
        lambda: steps.merge(row("AB"), "A"),
    ],
)
def test_what_no_programme_can_be_is_a_bug(impossible: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        impossible()


def test_split_and_merge_take_each_other_back() -> None:
    whole = row("ABCD")
    step = steps.split(whole, 2, PAUSE)
    assert (step.name, text(step.programme)) == ("Split behind “B”", "ABiCD")
    assert steps.merge(step.programme, "intermission").programme == whole


def test_a_typed_duration_makes_an_elastic_item_fixed_and_bounds_make_it_elastic() -> None:
    whole = programme(other("qa", 600))
    step = steps.stretch(whole, "qa", 900, 1800)
    assert step.name == "Let “Qa” take 15:00 to 30:00"
    assert (step.programme.item("qa").seconds, step.programme.item("qa").bounds) == (900, (900, 1800))
    fixed = steps.fix(step.programme, "qa", 700)
    assert fixed.name == "Give “Qa” 11:40"
    assert (fixed.programme.item("qa").elastic, fixed.programme.item("qa").bounds) == (False, (700, 700))


def test_pins_are_named_by_their_time() -> None:
    step = steps.pin(row("AB"), "B", time(20, 30))
    assert (step.name, step.programme.item("B").pinned) == ("Pin “B” to 20:30", time(20, 30))
    assert steps.pin(step.programme, "B", None) == ("Let “B” start when it can", row("AB"))


def test_copies_have_keys_of_their_own_and_no_pins() -> None:
    source = editing.pin(row("A|xB"), "B", time(20))
    step = steps.copy_in(row("C"), 1, source.items, "Friday")
    copied = step.programme.items[1:]
    assert step.name == "Copy 4 items from “Friday”"
    assert [item.title for item in copied] == ["A", "Intermission", "x", "B"]
    assert not {item.key for item in copied} & {item.key for item in source.items}
    assert copied[2].inside == copied[1].key
    assert copied[3].pinned is None
    (grown,) = editing.copies([replace(film("Roof", 660, film_id=1), known_seconds=600)])
    assert grown.known_seconds == 660
    alone = editing.copies([source.item("x")])
    assert alone[0].inside is None


def test_several_items_are_moved_as_one_step() -> None:
    step = steps.move(row("ABCD"), ["A", "C"], 4)
    assert (step.name, text(step.programme)) == ("Move 2 items", "BDAC")
    assert steps.move(row("AB"), ["A"], 2).name == "Move “A”"
    assert steps.swap(row("ABC"), "A", "C") == ("Swap “A” and “C”", row("CBA"))


def test_another_version_keeps_the_place_the_pin_and_the_words() -> None:
    old = replace(film("Roof", 3180, film_id=1), script="Now.", cue="Loud.", gap_after=5, pinned=time(20))
    cut = replace(film("other key", 2700, film_id=2), known_seconds=2700)
    (item,) = editing.set_version(programme(old), "Roof", cut).items
    assert item == replace(cut, key="Roof", script="Now.", cue="Loud.", gap_after=5, pinned=time(20))


def test_a_pin_to_the_second_is_said_to_the_second() -> None:
    before = row("AB")
    step = steps.pin(before, "B", time(20, 30, 15))
    assert step.name == "Pin “B” to 20:30:15"
    assert told(difference(before, step.programme)) == ["“B” starts at 20:30:15."]
    late = running_order(editing.pin(before, "B", time(19, 0, 15)), leura())
    [said] = [finding.sentence for finding in late.findings if finding.rule == "pin missed"]
    assert said.startswith("“B” is pinned to 19:00:15 but can start at 19:10 only, 9:45 late;")
