"""The committee's desk, on both databases."""

import pytest
from sqlalchemy import func, select

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.committee.desk import LONGEST_MEMBER
from tourdesk.library.committee.keeping import ranks
from tourdesk.library.committee.verdicts import LONGEST_COMMENT, Choice, Stroke, Verdict
from tourdesk.library.films import Film
from tourdesk.storage.changes import Change, Changes
from tourdesk.storage.model import AuditEntry

MUST, MAYBE, NO = (Stroke(choice) for choice in Choice)


@pytest.fixture
def films(any_desks: Desks) -> tuple[int, ...]:
    return any_desks.library.save([Film("Balance"), Film("Mira"), Film("Écho")]).ids


def member(desks: Desks, name: str = "Anna") -> int:
    joined = desks.committee.join(name).id
    assert joined is not None
    return joined


def said(desks: Desks, film_id: int) -> dict[str, Verdict]:
    return {one.member.name: one.verdict for one in desks.committee.tally(film_id).said}


def test_a_member_joins_once_whatever_the_case_and_the_accents(any_desks: Desks) -> None:
    first = any_desks.committee.join("  Zoë   Marsh ")
    assert first.name == "Zoë Marsh"
    assert any_desks.committee.join("zoe marsh") == first
    assert any_desks.committee.members() == (first,)


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_MEMBER + 1)])
def test_a_name_that_is_none_is_refused_and_nobody_joins(any_desks: Desks, name: str) -> None:
    with pytest.raises(ProblemForUser):
        any_desks.committee.join(name)
    assert any_desks.committee.members() == ()


def test_keys_pressed_one_after_the_other_make_one_verdict(any_desks: Desks, films: tuple[int, ...]) -> None:
    anna = member(any_desks)
    for stroke in (MUST, Stroke(stars=4), Stroke(comment=" Again! "), MAYBE):
        any_desks.committee.give(anna, films[:1], stroke)
    assert said(any_desks, films[0]) == {"Anna": Verdict(Choice.MAYBE, 4, "Again!")}


def test_several_films_at_once_are_one_step_to_take_back(any_desks: Desks, films: tuple[int, ...]) -> None:
    anna = member(any_desks)
    any_desks.committee.give(anna, films[:1], Stroke(Choice.NO, comment="seen it"))
    marked = any_desks.committee.give(anna, films, MUST)
    assert [said(any_desks, film_id)["Anna"].choice for film_id in films] == [Choice.MUST] * 3
    any_desks.committee.undo(marked)
    assert said(any_desks, films[0]) == {"Anna": Verdict(Choice.NO, comment="seen it")}
    assert said(any_desks, films[1]) == {}


def test_a_verdict_is_taken_back_and_that_is_undone(any_desks: Desks, films: tuple[int, ...]) -> None:
    anna, ben = member(any_desks), member(any_desks, "Ben")
    any_desks.committee.give(anna, films, MUST)
    any_desks.committee.give(ben, films, NO)
    marked = any_desks.committee.take_back(anna, films)
    assert said(any_desks, films[0]) == {"Ben": Verdict(Choice.NO)}
    any_desks.committee.undo(marked)
    assert said(any_desks, films[0]) == {"Anna": Verdict(Choice.MUST), "Ben": Verdict(Choice.NO)}


def test_tallies_leave_out_films_of_which_nobody_says_anything(
    any_desks: Desks, films: tuple[int, ...]
) -> None:
    any_desks.committee.give(member(any_desks), films[1:2], MUST)
    assert set(any_desks.committee.tallies(films)) == {films[1]}
    assert any_desks.committee.tallies([]) == {}


def test_the_database_ranks_films_as_their_tallies_do(any_desks: Desks, films: tuple[int, ...]) -> None:
    verdicts = [
        ("Anna", films[0], Stroke(Choice.MUST, 4)),
        ("Ben", films[0], Stroke(Choice.NO, 1)),
        ("Anna", films[1], Stroke(Choice.MAYBE)),
        ("Ben", films[1], Stroke(stars=2)),
        ("Cleo", films[1], Stroke(Choice.MUST, 5)),
        ("Cleo", films[2], Stroke(comment="Not seen.")),
    ]
    any_desks.committee.mark_as(verdicts)
    with any_desks.database.reading() as session:
        counted = ranks(session)
    assert counted == {film_id: any_desks.committee.tally(film_id).rank for film_id in films}


def test_a_film_that_was_removed_meanwhile_is_passed_over(any_desks: Desks, films: tuple[int, ...]) -> None:
    anna = member(any_desks)
    any_desks.library.remove(films[:1])
    any_desks.committee.give(anna, films, MUST)
    assert set(any_desks.committee.tallies(films)) == set(films[1:])


def test_a_comment_that_is_a_whole_text_is_refused_and_nothing_is_kept(
    any_desks: Desks, films: tuple[int, ...]
) -> None:
    with pytest.raises(ProblemForUser, match="longer than"):
        any_desks.committee.give(
            member(any_desks), films, Stroke(MUST.choice, comment="x" * (LONGEST_COMMENT + 1))
        )
    assert any_desks.committee.tallies(films) == {}


def test_who_leaves_keeps_the_verdicts_and_may_come_back(any_desks: Desks, films: tuple[int, ...]) -> None:
    anna = member(any_desks)
    any_desks.committee.give(anna, films, MUST)
    any_desks.committee.let_go(anna)
    (gone,) = any_desks.committee.members()
    assert gone.left
    assert said(any_desks, films[0]) == {"Anna": Verdict(Choice.MUST)}
    assert not any_desks.committee.join("Anna").left


def test_a_member_is_renamed_but_not_to_the_name_of_another(any_desks: Desks) -> None:
    anna = member(any_desks)
    member(any_desks, "Ben")
    with pytest.raises(ProblemForUser, match="Ben"):
        any_desks.committee.rename(anna, "ben")
    any_desks.committee.rename(anna, "Änna")
    assert [one.name for one in any_desks.committee.members()] == ["Änna", "Ben"]


def test_a_verdict_of_nobody_is_refused(any_desks: Desks, films: tuple[int, ...]) -> None:
    with pytest.raises(ProblemForUser, match="who is judging"):
        any_desks.committee.give(999, films, MUST)


def test_verdicts_by_name_bring_new_members_who_go_again_with_undo(
    any_desks: Desks, films: tuple[int, ...]
) -> None:
    anna = member(any_desks)
    any_desks.committee.give(anna, films[:1], Stroke(Choice.NO, 2))
    marked = any_desks.committee.mark_as(
        [("anna", films[0], MUST), ("Cleo", films[0], Stroke(stars=5)), ("Cleo", films[0], NO)]
    )
    assert said(any_desks, films[0]) == {"Anna": Verdict(Choice.MUST, 2), "Cleo": Verdict(Choice.NO, 5)}
    any_desks.committee.undo(marked)
    assert said(any_desks, films[0]) == {"Anna": Verdict(Choice.NO, 2)}
    assert [one.name for one in any_desks.committee.members()] == ["Anna"]


def test_a_new_member_who_has_spoken_since_stays_when_the_rest_is_undone(
    any_desks: Desks, films: tuple[int, ...]
) -> None:
    marked = any_desks.committee.mark_as([("Cleo", films[0], MUST)])
    any_desks.committee.give(member(any_desks, "Cleo"), films[1:2], NO)
    any_desks.committee.undo(marked)
    assert said(any_desks, films[0]) == {}
    assert said(any_desks, films[1]) == {"Cleo": Verdict(Choice.NO)}


def test_each_change_is_told_and_stands_in_the_audit_trail_and_what_stays_is_not(
    any_desks: Desks, films: tuple[int, ...]
) -> None:
    anna = member(any_desks)
    told: list[Changes] = []
    stop = any_desks.database.changes.listen(told.append)
    any_desks.committee.give(anna, films[:1], MUST)
    any_desks.committee.give(anna, films[:1], MUST)
    stop()
    assert [[change.subject for change in changes] for changes in told] == [["verdict"]]
    assert all(isinstance(change, Change) for change in told[0])
    with any_desks.database.reading() as session:
        noted = session.scalar(
            select(func.count()).select_from(AuditEntry).where(AuditEntry.subject == "verdict")
        )
    assert noted == 1
