"""What goes wrong with a database while it is open is one sentence too, and nothing is half saved."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, text
from tests.conftest import NOW

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Film
from tourdesk.library.model import FilmRecord
from tourdesk.programming.programme import Programme
from tourdesk.storage.database import Database
from tourdesk.storage.opening import open_database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database is made."""
    return tmp_path / "festival.tourdesk"


def test_a_database_that_stays_locked_is_told(file: Path) -> None:
    desks = Desks.over(open_database(file, create=True, busy_seconds=0.1))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProblemForUser, match="is locked by another program"):
            desks.library.save([Film(title="Ultra")])
    desks.library.save([Film(title="Rebound")])
    assert [row.title for row in desks.library.rows()] == ["Rebound"]
    desks.database.close()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
@pytest.mark.parametrize("instead", ["nothing", "another"])
def test_a_file_that_was_taken_away_is_told_and_none_is_made_in_its_place(file: Path, instead: str) -> None:
    desks = Desks.over(open_database(file, create=True))
    desks.library.rows()
    file.rename(file.with_name("elsewhere.tourdesk"))
    if instead == "another":
        open_database(file, create=True).close()
    with pytest.raises(ProblemForUser, match="was moved, removed or replaced"):
        desks.library.save([Film(title="Ultra")])
    desks.database.close()
    assert file.exists() == (instead == "another")
    if instead == "nothing":
        with pytest.raises(ProblemForUser, match="no longer there"):
            desks.library.rows()
        assert not file.exists()


# A limit on the size of files stands for a full disk; writing above it fails likewise, without needing root.
MAKE_ON_A_FULL_DISK = """
import resource, signal, sys
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.storage.opening import open_database
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    open_database(sys.argv[1], create=True).close()
except ProblemForUser as problem:
    print(problem.sentence)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no such limit there")
@pytest.mark.parametrize("room", [0, 100_000, 300_000, 600_000, 720_000])
def test_a_database_that_finds_no_room_is_not_made(file: Path, room: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAKE_ON_A_FULL_DISK, file, str(room)],
        check=False,
        capture_output=True,
        text=True,
    )
    if file.exists():
        assert (done.stdout, done.stderr) == ("", "")
        open_database(file, create=False).close()
    else:
        assert "is full or does not answer" in done.stdout, done.stderr
        assert list(file.parent.iterdir()) == []


def test_pages_that_are_damaged_later_are_told(file: Path) -> None:
    database = open_database(file, create=True)
    desks = Desks.over(database)
    desks.library.save([Film(title=f"{n}", synopsis="a word " * 2000) for n in range(30)])
    database.close()
    whole = bytearray(file.read_bytes())
    third = len(whole) // 3
    whole[third:] = os.urandom(len(whole) - third)
    file.write_bytes(whole)
    with pytest.raises(ProblemForUser, match="is damaged"):
        for _ in desks.library.films(range(1, 31)).values():
            pass
    database.close()


def test_a_server_that_is_gone_is_told_and_the_desk_goes_on_when_it_is_back(postgres_url: str) -> None:
    desks = Desks.over(open_database(postgres_url, create=True))
    admin = make_url(postgres_url).set(drivername="postgresql").render_as_string(hide_password=False)

    def save_while_the_server_stops() -> None:
        with desks.database.work():
            desks.library.save([Film(title="Ultra")])
            with psycopg.connect(admin, autocommit=True) as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                    " AND datname = current_database()"
                )
            desks.library.save([Film(title="Mira")])

    with pytest.raises(ProblemForUser, match="does not answer"):
        save_while_the_server_stops()
    desks.library.save([Film(title="Rebound")])
    assert [row.title for row in desks.library.rows()] == ["Rebound"]
    desks.database.close()


def test_half_a_character_is_told(any_desks: Desks) -> None:
    with pytest.raises(ProblemForUser, match="cannot keep"):
        any_desks.library.save([Film(title="half \udcff")])
    assert any_desks.library.rows() == []


def test_a_reader_sees_one_state_while_others_save(any_desks: Desks) -> None:
    any_desks.programming.save(Programme("Friday"))

    def other_desk() -> None:
        any_desks.programming.save(Programme("Saturday"))

    with any_desks.database.reading() as session:
        count = text("SELECT count(*) FROM programme")
        before = session.execute(count).scalar_one()
        thread = threading.Thread(target=other_desk)
        thread.start()
        thread.join()
        assert session.execute(count).scalar_one() == before
    assert len(any_desks.programming.rows()) == 2


def test_what_several_desks_say_within_one_reading_fits_together(any_desks: Desks) -> None:
    friday = any_desks.programming.save(Programme("Friday"))
    assert friday.id is not None
    with any_desks.database.reading():
        count = len(any_desks.programming.rows())
        thread = threading.Thread(target=lambda: any_desks.programming.save(Programme("Saturday")))
        thread.start()
        thread.join()
        assert len(any_desks.programming.rows()) == count
        assert any_desks.programming.programme(friday.id) == friday
    assert len(any_desks.programming.rows()) == 2


def test_a_failed_use_case_is_not_kept_by_the_one_around_it(any_desks: Desks) -> None:
    def save_what_can_be_saved() -> None:
        with any_desks.database.work():
            any_desks.library.save([Film(title="Ultra")])
            with suppress(ProblemForUser):
                any_desks.library.save([Film(title="Rebound"), Film(title="")])

    with pytest.raises(RuntimeError):
        save_what_can_be_saved()
    assert any_desks.library.rows() == []


def test_all_notes_of_one_work_bear_one_instant(file: Path) -> None:
    seconds = iter(range(60))
    database = open_database(file, create=True, clock=lambda: NOW.replace(second=next(seconds)))
    Desks.over(database).library.save([Film(title="Ultra"), Film(title="Rebound")])
    with database.reading() as session:
        assert len(session.execute(text("SELECT DISTINCT at FROM audit_entry")).all()) == 1
    database.close()


def test_a_mistake_in_one_listener_neither_stops_the_others_nor_what_was_saved(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(str(error)))
    desks = Desks.over(database)
    heard: list[object] = []

    def broken(_: object) -> None:
        raise ZeroDivisionError("a mistake of ours")

    database.changes.listen(broken)
    database.changes.listen(heard.append)
    assert desks.library.save([Film(title="Ultra")]).ids
    assert len(heard) == 1
    assert told == ["a mistake of ours"]


def test_a_sign_that_the_server_cannot_keep_is_told(postgres_url: str) -> None:
    desks = Desks.over(open_database(postgres_url, create=True))
    with pytest.raises(ProblemForUser, match="cannot keep"):
        desks.library.save([Film(title="a\0b")])
    assert desks.library.rows("a\0b") == []
    desks.database.close()


def test_a_film_that_another_desk_removes_meanwhile_is_told(postgres_url: str) -> None:
    one, other = (Desks.over(open_database(postgres_url, create=True)) for _ in range(2))
    (film_id,) = one.library.save([Film(title="Ultra")]).ids
    film = one.library.film(film_id)

    def save_while_it_is_removed() -> None:
        with one.database.work() as work:
            read = work.session.get(FilmRecord, film_id)
            other.library.remove([film_id])
            one.library.save([replace(film, title="Rebound")])
            assert read is not None

    with pytest.raises(ProblemForUser, match=r"at another desk meanwhile|Another desk was saving"):
        save_while_it_is_removed()
    one.database.close()
    other.database.close()
