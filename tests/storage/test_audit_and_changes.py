"""What is changed is written down for good, and announced."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError
from tests.conftest import NOW

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Film, Still
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.storage.changes import Change, Changes
from tourdesk.storage.model import AuditEntry

FILM = Film(title="Johanna", year=2016)


def test_each_change_says_who_when_what_before_and_after(any_desks: Desks) -> None:
    (film_id,) = any_desks.library.save([FILM]).ids
    any_desks.library.save([replace(any_desks.library.film(film_id), year=2017)])
    any_desks.library.remove([film_id])
    with any_desks.database.reading() as session:
        added, changed, removed = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert {
        (entry.who, entry.at, entry.subject, entry.subject_id) for entry in (added, changed, removed)
    } == {("anna", NOW, "film", film_id)}
    assert (added.what, added.before) == ("added", None)
    assert added.after is not None
    assert added.after["title"] == "Johanna"
    assert (changed.what, changed.before, changed.after) == ("changed", {"year": 2016}, {"year": 2017})
    assert (removed.what, removed.after) == ("removed", None)


def test_saving_what_is_already_there_changes_nothing(any_desks: Desks) -> None:
    (film_id,) = any_desks.library.save([FILM]).ids
    told: list[Changes] = []
    any_desks.database.changes.listen(told.append)
    any_desks.library.save([any_desks.library.film(film_id)])
    assert told == []


@pytest.mark.parametrize("tamper", [update(AuditEntry).values(who="nobody"), delete(AuditEntry)])
def test_the_database_itself_refuses_to_change_the_audit_trail(any_desks: Desks, tamper: object) -> None:
    any_desks.library.save([FILM])
    with pytest.raises(DBAPIError, match="only added to"), any_desks.database.work() as work:
        work.session.execute(tamper)  # type: ignore[call-overload]


def test_listeners_hear_what_was_committed_and_nothing_else(any_desks: Desks) -> None:
    told: list[Changes] = []
    stop = any_desks.database.changes.listen(told.append)
    (film_id,) = any_desks.library.save([FILM]).ids
    with pytest.raises(ProblemForUser):
        any_desks.library.save([replace(FILM, title="")])
    stop()
    any_desks.library.remove([film_id])
    assert told == [frozenset({Change("film", film_id)})]


def test_a_picture_is_told_apart_from_another_of_the_same_size(any_desks: Desks) -> None:
    (film_id,) = any_desks.library.save([FILM]).ids
    first = any_desks.library.set_stills(film_id, [Still(b"small", b"one")]).after
    any_desks.sponsors.save([Sponsor("Quartz Owl", logo=b"one")])
    told: list[Changes] = []
    any_desks.database.changes.listen(told.append)
    second = any_desks.library.set_stills(film_id, [Still(b"small", b"two")], first).after
    any_desks.sponsors.save([Sponsor("Quartz Owl", logo=b"two")])
    any_desks.library.set_stills(film_id, second, second)
    assert [{change.subject for change in changes} for changes in told] == [{"film"}, {"sponsor"}]
