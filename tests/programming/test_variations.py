"""Variations that keep their link to a master: the difference, following it, and leaving it."""

from dataclasses import replace

import pytest

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming import editing
from tourdesk.programming.difference import difference
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.telling import told

WELCOME = Item("welcome", ItemKind.WELCOME, "Welcome", 300)
RAFFLE = Item("raffle", ItemKind.RAFFLE, "Raffle", 600)
SPOT = Item("spot", ItemKind.SPONSOR_SPOT, "Lamp & Co.", 30)
PAUSE = Item("pause", ItemKind.INTERMISSION, "Intermission", 900)


def saved(desks: Desks, *items: Item) -> tuple[Programme, int]:
    master = desks.programming.save(Programme("Trails", items, 20))
    assert master.id is not None
    return master, master.id


def varied(desks: Desks, master_id: int) -> tuple[Programme, int]:
    variation = desks.programming.vary(master_id, "Trails in Leura")
    assert variation.id is not None
    return variation, variation.id


def test_a_variation_has_the_master_s_items_and_knows_its_master(any_desks: Desks) -> None:
    master, master_id = saved(any_desks, WELCOME, PAUSE, RAFFLE)
    variation, variation_id = varied(any_desks, master_id)
    assert variation.items == master.items
    assert variation.master is not None
    assert (variation.master.name, variation.master.ahead) == ("Trails", False)
    assert any_desks.programming.programme(variation_id) == variation
    assert [row.name for row in any_desks.programming.variations(master_id)] == ["Trails in Leura"]
    assert not any_desks.programming.difference_from_master(variation_id)


def test_what_is_other_in_a_variation_is_told(any_desks: Desks) -> None:
    _, master_id = saved(any_desks, WELCOME, PAUSE, RAFFLE)
    variation, variation_id = varied(any_desks, master_id)
    changed = editing.remove(editing.insert(variation, 1, [SPOT]), ["raffle"])
    any_desks.programming.save(editing.set_seconds(changed, "welcome", 120))
    assert told(any_desks.programming.difference_from_master(variation_id)) == [
        "“Lamp & Co.” was added.",
        "“Raffle” was taken out.",
        "“Welcome” lasts 2:00 instead of 5:00.",
    ]


def test_a_changed_master_is_said_and_followed_without_losing_what_the_variation_changed(
    any_desks: Desks,
) -> None:
    master, master_id = saved(any_desks, WELCOME, PAUSE, RAFFLE)
    variation, variation_id = varied(any_desks, master_id)
    any_desks.programming.save(editing.set_seconds(variation, "welcome", 120))
    any_desks.programming.save(editing.set_seconds(editing.insert(master, 1, [SPOT]), "raffle", 300))
    behind = any_desks.programming.programme(variation_id)
    assert behind.master is not None
    assert behind.master.ahead
    done = any_desks.programming.follow(variation_id)
    assert [(item.key, item.seconds) for item in done.programme.items] == [
        ("welcome", 120),
        ("spot", 30),
        ("pause", 900),
        ("raffle", 300),
    ]
    assert done.kept == ()
    assert told(done.taken) == ["“Lamp & Co.” was added.", "“Raffle” lasts 5:00 instead of 10:00."]
    assert done.programme == any_desks.programming.programme(variation_id)
    assert done.programme.master is not None
    assert not done.programme.master.ahead


def test_what_both_changed_stays_as_the_variation_has_it_and_is_said(any_desks: Desks) -> None:
    master, master_id = saved(any_desks, WELCOME, PAUSE, RAFFLE)
    variation, variation_id = varied(any_desks, master_id)
    any_desks.programming.save(editing.set_seconds(variation, "welcome", 120))
    any_desks.programming.save(editing.set_seconds(master, "welcome", 240))
    done = any_desks.programming.follow(variation_id)
    assert done.programme.item("welcome").seconds == 120
    assert done.kept == ("“Welcome” was changed in the master and here; it stays as it is here.",)


def test_following_can_be_taken_back_and_done_again(any_desks: Desks) -> None:
    master, master_id = saved(any_desks, WELCOME, RAFFLE)
    variation, variation_id = varied(any_desks, master_id)
    any_desks.programming.save(editing.insert(master, 1, [SPOT]))
    followed = any_desks.programming.follow(variation_id).programme
    undone = any_desks.programming.save(replace(variation, revision=followed.revision))
    assert undone.items == variation.items
    assert undone.master is not None
    assert undone.master.ahead
    assert any_desks.programming.follow(variation_id).programme.items == followed.items


def test_a_detached_programme_follows_nobody_and_frees_its_master(any_desks: Desks) -> None:
    _, master_id = saved(any_desks, WELCOME)
    variation, variation_id = varied(any_desks, master_id)
    with pytest.raises(
        ProblemForUser, match="“Trails” is the master of “Trails in Leura” and was not removed"
    ):
        any_desks.programming.remove(master_id)
    any_desks.programming.save(editing.detach(variation))
    with pytest.raises(ProblemForUser, match="“Trails in Leura” is no variation"):
        any_desks.programming.follow(variation_id)
    any_desks.programming.remove(master_id)
    assert [row.name for row in any_desks.programming.rows()] == ["Trails in Leura"]


def test_a_variation_whose_name_is_taken_is_not_made(any_desks: Desks) -> None:
    _, master_id = saved(any_desks, WELCOME)
    with pytest.raises(ProblemForUser, match="Another programme is already called “Trails”"):
        any_desks.programming.vary(master_id, "Trails")
    assert len(any_desks.programming.rows()) == 1


def test_a_removed_variation_can_be_put_back_and_follows_again(any_desks: Desks) -> None:
    master, master_id = saved(any_desks, WELCOME, RAFFLE)
    _, variation_id = varied(any_desks, master_id)
    removed = any_desks.programming.remove(variation_id)
    again = any_desks.programming.save(replace(removed, id=None, revision=0))
    any_desks.programming.save(editing.remove(master, ["raffle"]))
    assert again.id is not None
    assert [item.key for item in any_desks.programming.follow(again.id).programme.items] == ["welcome"]


def test_the_fewest_moves_are_told() -> None:
    before = Programme("Trails", (WELCOME, PAUSE, RAFFLE, SPOT))
    after = before.with_items((SPOT, WELCOME, PAUSE, RAFFLE))
    assert told(difference(before, after)) == ["“Lamp & Co.” was moved."]
