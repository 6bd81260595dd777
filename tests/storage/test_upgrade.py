"""Bringing a database up to date: it says how far it is, and whoever cancels it finds all as it was."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, text
from tests.conftest import NOW

from tourdesk.desks import Desks
from tourdesk.foundation.assets import migrations
from tourdesk.foundation.errors import Cancelled
from tourdesk.storage.engine import postgres_engine, sqlite_engine
from tourdesk.storage.opening import open_database
from tourdesk.storage.sqlite_file import APPLICATION_ID
from tourdesk.storage.upgrade import BRINGS, revisions, upgrade

FILM = text(
    "INSERT INTO film (title, folded_title, folded_words, added) VALUES (:title, :title, :title, :now)"
)
VERSION = text(
    "INSERT INTO film_version (film_id, position, name, approximate) VALUES (:film, 0, 'original', :no)"
)
NEWER = revisions()[1:]
"""What the first TourDesk did not know."""
COPYING = 1
"""The step before those of the revisions: a server copies nothing."""


class Watched:
    """A Progress that keeps what it is told, and is cancelled as soon as something is true of that."""

    def __init__(self, enough: "Callable[[Watched], bool]" = lambda _now: False) -> None:
        self.told: list[tuple[int, int, str]] = []
        self.since = time.monotonic()
        self._enough = enough

    def at(self, step: int, total: int, what: str = "") -> None:
        self.told.append((step, total, what))
        self.since = time.monotonic()

    def cancelled(self) -> bool:
        return bool(self.told) and self._enough(self)


def fill_as_at_first(engine: Engine, films: int) -> None:
    """A database as the first TourDesk left it."""
    upgrade(engine, "0001")
    with engine.begin() as connection:
        for number in range(1, films + 1):
            connection.execute(FILM, {"title": f"film {number}", "now": NOW.replace(tzinfo=None)})
            connection.execute(VERSION, {"film": number, "no": False})
    engine.dispose()


def old_file(folder: Path, films: int = 3) -> Path:
    file = folder / "festival.tourdesk"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    fill_as_at_first(sqlite_engine(file), films)
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a database of the first TourDesk is, once a file, once on a server."""
    if request.param == "sqlite":
        return str(old_file(tmp_path))
    url: str = request.getfixturevalue("postgres_url")
    fill_as_at_first(postgres_engine(url), 3)
    return url


def is_server(where: str) -> bool:
    return "://" in where


def content(where: str) -> str:
    """A digest of all that a database holds, its tables too."""
    if not is_server(where):
        with closing(sqlite3.connect(where)) as connection:
            return sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    engine = postgres_engine(where)
    with engine.connect() as connection:
        columns = connection.execute(
            text(
                "SELECT table_name, column_name, data_type FROM information_schema.columns "
                "WHERE table_schema = 'public' ORDER BY 1, 2"
            )
        ).all()
        rows = [
            connection.execute(text(f'SELECT * FROM "{table}" ORDER BY 1')).all()  # noqa: S608 - names of our own
            for table in sorted({column.table_name for column in columns})
        ]
    engine.dispose()
    return sha256(repr((columns, rows)).encode()).hexdigest()


def films(where: str) -> list[str]:
    database = open_database(where, create=False)
    found = [row.title for row in Desks.over(database).library.rows()]
    database.close()
    return found


def test_every_revision_says_what_it_brings() -> None:
    assert sorted(BRINGS) == revisions()


def test_an_upgrade_says_how_far_it_is_and_what_it_does(old: str) -> None:
    watched = Watched()
    open_database(old, create=False, clock=lambda: NOW, progress=watched).close()
    copying = 0 if is_server(old) else COPYING
    steps = copying + len(NEWER)
    assert [(step, total) for step, total, _what in watched.told] == [
        (step, steps) for step in range(steps + 1)
    ]
    said = [what for _step, _total, what in watched.told]
    assert said[copying:] == [*(BRINGS[revision] for revision in NEWER), ""]
    if copying:
        assert said[0] == "a copy of it as it is, “festival.before-0001.20270301-120000.tourdesk”"
        assert (Path(old).parent / "festival.before-0001.20270301-120000.tourdesk").is_file()


def test_a_database_that_is_up_to_date_has_no_steps(old: str) -> None:
    open_database(old, create=False).close()
    watched = Watched()
    open_database(old, create=False, progress=watched).close()
    assert watched.told == []


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_new_database_is_none_of_an_older_tourdesk_that_has_steps(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    new = tmp_path / "new.tourdesk" if kind == "sqlite" else request.getfixturevalue("postgres_url")
    watched = Watched()
    open_database(new, create=True, progress=watched).close()
    assert watched.told == []


def test_whoever_cancels_while_a_new_database_is_made_finds_none(tmp_path: Path) -> None:
    class Stopped(Watched):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        open_database(tmp_path / "new.tourdesk", create=True, progress=Stopped())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("done", range(len(NEWER) + 1))
def test_whoever_cancels_after_any_step_finds_the_database_as_it_was(old: str, done: int) -> None:
    before = content(old)
    watched = Watched(lambda now: now.told[-1][0] >= done)
    with pytest.raises(Cancelled):
        open_database(old, create=False, clock=lambda: NOW, progress=watched)
    assert watched.told[-1][0] == done
    assert content(old) == before
    if not is_server(old):
        # The copy goes too: what it holds is there still.
        assert [file.name for file in Path(old).parent.iterdir()] == ["festival.tourdesk"]
    assert films(old) == ["film 1", "film 2", "film 3"]


ENDLESS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n WHERE i < 0",
    "postgresql": "SELECT pg_sleep(3600)",
}
MIGRATION = f"""
from alembic import op
revision = "0999"
down_revision = "{revisions()[-1]}"
ENDLESS = {ENDLESS}

def upgrade():
    op.execute("DELETE FROM film_version")
    op.execute(ENDLESS[op.get_bind().dialect.name])
"""  # noqa: S608 - constants


@pytest.fixture
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The migrations of a newer TourDesk, the last of which never ends."""
    folder = tmp_path_factory.mktemp("later") / "db"
    shutil.copytree(migrations(), folder)
    (folder / "versions" / "0999_endless.py").write_text(MIGRATION)
    return folder


def cancel_amidst(where: str, endless: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(lambda now: now.told[-1][2] == "0999" and time.monotonic() > now.since + 0.5)
    with monkeypatch.context() as later:
        later.setattr("tourdesk.storage.upgrade.migrations", lambda: endless)
        with pytest.raises(Cancelled):
            open_database(where, create=False, progress=watched)


def test_whoever_cancels_amidst_a_long_step_does_not_wait_for_its_end(
    old: str, endless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(old)
    cancel_amidst(old, endless, monkeypatch)
    assert content(old) == before
    assert films(old) == ["film 1", "film 2", "film 3"]


def test_a_server_that_is_not_reached_at_once_is_asked_again_to_give_up(
    postgres_url: str, endless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_as_at_first(postgres_engine(postgres_url), 1)
    reach = psycopg.Connection.cancel_safe
    asked: list[None] = []

    def reached_the_second_time(connection: psycopg.Connection) -> None:
        asked.append(None)
        if len(asked) == 1:
            raise psycopg.errors.CancellationTimeout
        reach(connection)

    monkeypatch.setattr(psycopg.Connection, "cancel_safe", reached_the_second_time)
    cancel_amidst(postgres_url, endless, monkeypatch)
    assert films(postgres_url) == ["film 1"]


OPEN = """
import sys
from tourdesk.storage.opening import open_database
class Said:
    def at(self, step, total, what=""):
        print(step, flush=True)
    def cancelled(self):
        return False
open_database(sys.argv[1], create=False, progress=Said()).close()
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 there")
@pytest.mark.parametrize("step", [0, COPYING, COPYING + 2, COPYING + len(NEWER)])
def test_an_upgrade_that_is_killed_at_any_step_leaves_a_whole_database(tmp_path: Path, step: int) -> None:
    file = old_file(tmp_path, 400)
    with subprocess.Popen([sys.executable, "-c", OPEN, file], stdout=subprocess.PIPE, text=True) as opening:
        assert opening.stdout is not None
        while opening.stdout.readline().strip() not in {str(step), ""}:
            pass
        time.sleep(random.Random(step).random() * 0.02)  # noqa: S311 - a moment, not a secret
        opening.send_signal(signal.SIGKILL)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (revision,) = connection.execute("SELECT version_num FROM tourdesk_schema").fetchone()
    assert revision in {"0001", revisions()[-1]}
    assert len(films(str(file))) == 400
    assert not list(tmp_path.glob("*.part*"))


def test_what_was_published_before_keeps_the_still_that_its_papers_show_now(old: str) -> None:
    engine = postgres_engine(old) if is_server(old) else sqlite_engine(Path(old))
    upgrade(engine, "0009")
    at = NOW.replace(tzinfo=None)
    with engine.begin() as connection:
        for position, picture in ((1, b"second"), (0, b"first")):
            connection.execute(
                text("INSERT INTO film_still (film_id, position, picture) VALUES (1, :position, :picture)"),
                {"position": position, "picture": picture},
            )
        connection.execute(
            text("INSERT INTO programme (name, gap_seconds, revision) VALUES ('Friday', 0, 1)")
        )
        connection.execute(
            text(
                "INSERT INTO published_programme (programme_id, number, at, who, content) "
                'VALUES (1, 1, :at, \'anna\', \'{"films": [{"id": 1}, {"id": 2}]}\')'
            ),
            {"at": at},
        )
    upgrade(engine)
    engine.dispose()
    database = open_database(old, create=False)
    assert Desks.over(database).programming.published_stills(1) == {1: b"first"}
    database.close()
