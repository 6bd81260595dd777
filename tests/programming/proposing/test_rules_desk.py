"""Wishes kept with programmes and tours, and rule sets under names, on both databases."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming.model import ProgrammeRecord
from tourdesk.programming.programme import Programme
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.touring.night import Tour


def countries(number: int) -> Wishes:
    wish = Wishes().of(WishKind.COUNTRIES)
    return Wishes().having(replace(wish, on=True, values=(number,), nice=2))


def test_wishes_are_kept_with_their_programme_and_outlive_its_next_save(any_desks: Desks) -> None:
    programme = any_desks.programming.save(Programme("The evening"))
    assert programme.id is not None
    assert any_desks.rules.wishes(programme.id) is None
    wishes = countries(4).wanting([7])
    any_desks.rules.keep_wishes(programme.id, wishes)
    saved = any_desks.programming.save(replace(programme, gap_seconds=10))
    assert saved.gap_seconds == 10
    assert any_desks.rules.wishes(programme.id) == wishes


def test_a_tour_keeps_the_rules_for_its_next_programmes(any_desks: Desks) -> None:
    tour = any_desks.touring.save_tour(Tour("Trails"))
    assert tour.id is not None
    assert any_desks.touring.wishes(tour.id) is None
    any_desks.touring.keep_wishes(tour.id, countries(5))
    any_desks.touring.save_tour(replace(tour, name="Trails 2028"))
    assert any_desks.touring.wishes(tour.id) == countries(5)


def test_what_is_gone_has_no_wishes_and_keeps_none(any_desks: Desks) -> None:
    any_desks.rules.keep_wishes(99, countries(4))
    any_desks.touring.keep_wishes(99, countries(4))
    assert any_desks.rules.wishes(99) is None
    assert any_desks.touring.wishes(99) is None


def test_wishes_that_cannot_be_read_are_said_not_guessed(any_desks: Desks) -> None:
    programme = any_desks.programming.save(Programme("The evening"))
    assert programme.id is not None
    any_desks.rules.keep_wishes(programme.id, countries(4))
    with any_desks.database.work() as work:
        work.session.execute(update(ProgrammeRecord).values(wishes={"version": 9}))
    with pytest.raises(ProblemForUser, match="newer TourDesk"):
        any_desks.rules.wishes(programme.id)


def test_rule_sets_are_kept_by_name_replaced_renamed_and_removed(any_desks: Desks) -> None:
    desk = any_desks.rules
    school = desk.save_rule_set("  School   nights ", countries(2).refusing([3]))
    assert school.name == "School nights"
    assert school.wishes == countries(2)
    assert desk.save_rule_set("SCHOOL NIGHTS", countries(3)).id == school.id
    gala = desk.save_rule_set("Gala", countries(6))
    assert [(one.name, one.wishes) for one in desk.rule_sets()] == [
        ("Gala", countries(6)),
        ("School nights", countries(3)),
    ]
    with pytest.raises(ProblemForUser, match="“Gala” already"):
        desk.rename_rule_set(school.id, "gala")
    assert desk.rename_rule_set(school.id, "Schools").name == "Schools"
    assert desk.remove_rule_set(gala.id) == gala
    assert [one.name for one in desk.rule_sets()] == ["Schools"]
    with pytest.raises(ProblemForUser, match="no longer kept"):
        desk.remove_rule_set(gala.id)


@pytest.mark.parametrize(("name", "said"), [(" ", "need a name"), ("x" * 201, "too long")])
def test_rules_need_a_name_that_can_be_shown(desks: Desks, name: str, said: str) -> None:
    with pytest.raises(ProblemForUser, match=said):
        desks.rules.save_rule_set(name, Wishes())
