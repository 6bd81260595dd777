"""What another program saves is heard here, once, and nothing is heard of one's own."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Film
from tourdesk.storage.changes import Change, Changes
from tourdesk.storage.database import Database
from tourdesk.storage.opening import open_database

SAVE = """
import sys
from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Film
from tourdesk.storage.opening import open_database
desks = Desks.over(open_database(sys.argv[1], create=False))
print(*desks.library.save([Film(title=f"Film {n}") for n in range(int(sys.argv[2]))]).ids)
"""


class Heard:
    """What the change feed told, and a way to wait for it."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._more = threading.Condition()

    def __call__(self, changes: Changes) -> None:
        with self._more:
            self.changes += changes
            self._more.notify_all()

    def wait_for(self, enough: Callable[[], bool]) -> bool:
        with self._more:
            return self._more.wait_for(enough, timeout=30)


@pytest.fixture
def where(any_database: Database, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """How another process opens the same database."""
    if any_database.engine.dialect.name == "sqlite":
        return str(tmp_path / "festival.tourdesk")
    return str(request.getfixturevalue("postgres_made_url"))


def saved_elsewhere(where: str, films: int) -> set[Change]:
    said = subprocess.run(
        [sys.executable, "-c", SAVE, where, str(films)], check=True, capture_output=True, text=True
    ).stdout
    return {Change("film", int(film_id)) for film_id in said.split()}


def test_what_another_program_saves_is_heard_once(any_desks: Desks, where: str) -> None:
    heard = Heard()
    any_desks.database.changes.listen(heard)
    stop = any_desks.database.watch()
    try:
        # Heard for sure from the first saving on that is heard at all.
        known = saved_elsewhere(where, 1)
        while not heard.changes:
            heard.wait_for(lambda: bool(heard.changes))
            if not heard.changes:
                known |= saved_elsewhere(where, 1)
        others = saved_elsewhere(where, 450)
        assert heard.wait_for(lambda: others <= set(heard.changes))
    finally:
        stop()
    assert len(heard.changes) == len(set(heard.changes))
    assert set(heard.changes) <= known | others


def test_ones_own_saving_is_not_told_as_another_desks(any_desks: Desks, where: str) -> None:
    stop = any_desks.database.watch()
    heard = Heard()
    any_desks.database.changes.listen(heard)
    try:
        (own,) = any_desks.library.save([Film(title="Johanna")]).ids
        others = saved_elsewhere(where, 1)
        assert heard.wait_for(lambda: others <= set(heard.changes))
    finally:
        stop()
    assert heard.changes.count(Change("film", own)) == 1


def test_work_that_was_not_kept_hides_nothing_of_others(any_desks: Desks, where: str) -> None:
    stop = any_desks.database.watch()
    heard = Heard()
    any_desks.database.changes.listen(heard)
    try:
        with pytest.raises(ProblemForUser), any_desks.database.work():
            any_desks.library.save([Film(title="Johanna"), Film(title="")])
        others = saved_elsewhere(where, 1)
        assert heard.wait_for(lambda: others <= set(heard.changes))
    finally:
        stop()


def test_watching_ends_at_once_and_the_database_closes(any_desks: Desks) -> None:
    before = threading.active_count()
    stop = any_desks.database.watch()
    stop()
    any_desks.database.close()
    assert threading.active_count() == before


def test_after_the_server_was_gone_what_was_missed_is_heard(postgres_url: str) -> None:
    database = open_database(postgres_url, create=True)
    heard = Heard()
    database.changes.listen(heard)
    stop = database.watch()
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE 'LISTEN%'"
    try:
        engine = create_engine(database.engine.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as other:
            # Each look on its own: within a transaction PostgreSQL goes on saying who was connected at the first.
            while not other.execute(text(cut)).all():
                time.sleep(0.05)
        others = saved_elsewhere(postgres_url, 3)
        assert heard.wait_for(lambda: others <= set(heard.changes))
    finally:
        stop()
        database.close()
