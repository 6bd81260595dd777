"""Following a master, for whatever the master and the variation did to their items."""

from dataclasses import replace
from datetime import time

from hypothesis import given
from hypothesis import strategies as st
from tests.programming.evenings import film, other, programme
from tests.programming.test_steps import any_step, rows

from tourdesk.programming import editing
from tourdesk.programming.difference import difference
from tourdesk.programming.following import Merged, merged
from tourdesk.programming.nesting import settled
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.refusing import refuse_impossible


def item(key: str) -> Item:
    return other("welcome", 60, key)


BASE = programme(*(item(key) for key in "abcdef"), gap=20)


@st.composite
def changes(draw: st.DrawFn, new: str) -> Programme:
    """The base with items taken out, put in under new keys, moved, and given other durations and gaps."""
    items = [one for one in BASE.items if draw(st.integers(0, 4))]
    items = [replace(one, seconds=draw(st.sampled_from([60, 60, 90, 120]))) for one in items]
    if draw(st.booleans()):
        items = draw(st.permutations(items))
    for key in new[: draw(st.integers(0, len(new)))]:
        items.insert(draw(st.integers(0, len(items))), item(key))
    return replace(BASE.with_items(tuple(items)), gap_seconds=draw(st.sampled_from([20, 20, 30, 40])))


@given(changes("xyz"))
def test_a_variation_that_changed_nothing_becomes_as_its_master(master: Programme) -> None:
    result = merged(BASE, BASE, master)
    assert result.kept == ()
    assert not difference(master, result.programme)


@given(changes("xyz"))
def test_a_master_that_changed_nothing_leaves_the_variation_as_it_is(variation: Programme) -> None:
    result = merged(BASE, variation, BASE)
    assert (result.programme, result.kept) == (variation, ())


@given(changes("xyz"), changes("uvw"))
def test_what_the_variation_did_stays_and_what_only_the_master_did_comes(
    variation: Programme, master: Programme
) -> None:
    result = merged(BASE, variation, master).programme
    was, mine, theirs, now = (
        {one.key: one for one in each.items} for each in (BASE, variation, master, result)
    )
    assert len(now) == len(result.items)
    for key in was.keys() | mine.keys() | theirs.keys():
        if key not in was:
            assert now[key] == mine.get(key, theirs.get(key))
        elif key not in mine:
            assert key not in now
        elif mine[key] != was[key]:
            assert now[key] == mine[key]
        elif key in theirs:
            assert now[key] == theirs[key]
        else:
            assert key not in now


@given(changes("xyz"), changes("uvw"))
def test_what_both_changed_differently_is_said_and_nothing_else(
    variation: Programme, master: Programme
) -> None:
    was, mine, theirs = ({one.key: one for one in each.items} for each in (BASE, variation, master))
    clashing = 0
    for key, before in was.items():
        here, there = mine.get(key), theirs.get(key)
        clashing += here not in (before, there) and there not in (before, here)
    said = merged(BASE, variation, master).kept
    assert len([sentence for sentence in said if sentence.startswith("“")]) == clashing


@given(changes("xyz"))
def test_following_again_changes_nothing_more(master: Programme) -> None:
    once = merged(BASE, BASE, master).programme
    assert merged(master, once, master).programme == once


def test_a_title_changed_here_and_a_length_changed_there_both_come() -> None:
    variation = editing.set_title(BASE, "a", "The mayor")
    result = merged(BASE, variation, editing.set_seconds(BASE, "a", 300))
    assert (result.programme.item("a").title, result.programme.item("a").seconds) == ("The mayor", 300)
    assert result.kept == ()


def test_a_length_typed_here_stays_where_the_master_made_it_elastic() -> None:
    variation = editing.set_seconds(BASE, "a", 900)
    result = merged(BASE, variation, editing.set_bounds(BASE, "a", 300, 600))
    assert result.programme == variation
    assert result.kept == ("“Welcome” was changed in the master and here; it stays as it is here.",)


def test_what_is_pinned_in_the_master_and_runs_during_an_intermission_here_stays_there() -> None:
    base = BASE.with_items((*BASE.items, other("intermission", 900, "pause")))
    variation = editing.nest(base, ["a"], "pause")
    result = merged(base, variation, editing.pin(base, "a", time(20)))
    assert result.programme == variation
    assert result.kept == ("“Welcome” was changed in the master and here; it stays as it is here.",)


def test_what_is_pinned_here_stays_so_where_the_master_shows_it_during_an_intermission() -> None:
    base = BASE.with_items((*BASE.items, other("intermission", 900, "pause")))
    variation = editing.pin(base, "a", time(20))
    result = merged(base, variation, editing.nest(base, ["a"], "pause"))
    assert (result.programme.item("a").pinned, result.programme.item("a").inside) == (time(20), None)
    assert "“Welcome” was changed in the master and here; it stays as it is here." in result.kept


def test_another_version_in_the_master_comes_with_its_title_and_run_time() -> None:
    base = programme(film("Roof", 600, film_id=1))
    shorter = replace(base.items[0], version_id=2, title="Roof (cut)", seconds=500, known_seconds=500)
    variation = editing.set_script(base, "Roof", "Say hello.")
    [item] = merged(base, variation, base.with_items((shorter,))).programme.items
    assert item == replace(shorter, script="Say hello.")


@given(rows(), st.data())
def test_whatever_was_done_in_both_what_comes_of_it_can_be_saved(
    base: Programme, data: st.DataObject
) -> None:
    variation, master = base, base
    for _step in range(data.draw(st.integers(0, 4))):
        variation = any_step(data, variation) if variation.items else variation
    for _step in range(data.draw(st.integers(0, 4))):
        master = any_step(data, master) if master.items else master
    result = merged(base, variation, master).programme
    refuse_impossible(result)
    assert settled(result.items) == result.items
    assert merged(master, result, master) == Merged(result, ())
