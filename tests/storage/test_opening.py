"""Opening a database: what stands in the way is one sentence, and nothing is changed."""

import gettext
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, make_url, text
from tests.conftest import NOW

import tourdesk.library.model
import tourdesk.programming.model
import tourdesk.sponsorship.model
import tourdesk.touring.model  # noqa: F401 - their tables belong to the metadata
from tourdesk.desks import Desks
from tourdesk.foundation import language
from tourdesk.foundation.assets import migrations
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.film_row import FilmRow
from tourdesk.library.films import Film
from tourdesk.storage.database import Database
from tourdesk.storage.engine import postgres_engine, sqlite_engine
from tourdesk.storage.model import Base
from tourdesk.storage.opening import open_database
from tourdesk.storage.sqlite_file import APPLICATION_ID
from tourdesk.storage.upgrade import VERSION_TABLE, is_modelled, revisions, upgrade


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with one film in it."""
    path = tmp_path / "festival.tourdesk"
    database = open_database(path, create=True)
    Desks.over(database).library.save([Film(title="Johanna")])
    database.close()
    return path


def titles(path: Path) -> list[str]:
    database = open_database(path, create=False)
    found = [row.title for row in Desks.over(database).library.rows()]
    database.close()
    return found


def refused(path: Path, *, create: bool = True) -> str:
    """The sentence with which a file is refused; the file and its folder stay as they were."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    with pytest.raises(ProblemForUser) as problem:
        open_database(path, create=create, busy_seconds=0.1)
    assert {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()} == before
    assert problem.value.sentence.endswith((".", "tourdesk"))
    return problem.value.sentence


def test_a_new_database_is_made_whole_and_opened_again(file: Path) -> None:
    assert titles(file) == ["Johanna"]
    assert [p.name for p in file.parent.iterdir()] == ["festival.tourdesk"]


def test_a_missing_file_is_only_made_when_asked_for(tmp_path: Path) -> None:
    assert "There is no database at" in refused(tmp_path / "none.tourdesk", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ProblemForUser, match="cannot be made"):
        open_database(tmp_path / "file" / "below" / "x.tourdesk", create=True)


@pytest.mark.parametrize(
    "content",
    [b"", b"Desert Runners\n\ndir. Jennifer Steinman 2013 99 min.", b"\x00" * 5000, b"SQLite format 2\x00"],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    assert "is not a TourDesk database" in refused(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is not a TourDesk database" in refused(tmp_path)


def test_another_programs_sqlite_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE film (id INTEGER)")
    assert "is not a TourDesk database" in refused(path)


def test_a_database_of_a_newer_program_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE tourdesk_schema SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA journal_mode = DELETE")
    assert "was written by a newer TourDesk" in refused(file)


def test_a_locked_database_is_told(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProblemForUser, match="is locked by another program"):
            open_database(file, create=False, busy_seconds=0.1)
    assert titles(file) == ["Johanna"]


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_a_truncated_database_is_told(file: Path, keep: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * keep)])
    assert "is damaged" in refused(file)


def test_a_database_of_overwritten_pages_is_told(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[100:9000] = os.urandom(8900)
    file.write_bytes(whole)
    assert "is damaged" in refused(file)


# Root may write everything, so that it must become somebody else first; after the imports, which that one may not read.
OPEN_AS_SOMEBODY_ELSE = """
import os, sys
from tourdesk.storage.opening import open_database
from tourdesk.foundation import language
from tourdesk.foundation.assets import migrations
from tourdesk.foundation.errors import ProblemForUser
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_database(sys.argv[1], create=False)
except ProblemForUser as problem:
    print(problem.sentence)
"""


@pytest.mark.skipif(os.name == "nt", reason="users and rights work otherwise there")
@pytest.mark.parametrize(("file_rights", "folder_rights"), [(0o444, 0o777), (0o666, 0o555)])
def test_a_read_only_database_is_told(file: Path, file_rights: int, folder_rights: int) -> None:
    with TemporaryDirectory(prefix="tourdesk-") as name:
        folder = Path(name)
        copy = Path(shutil.copy(file, folder))
        copy.chmod(file_rights)
        folder.chmod(folder_rights)
        said = subprocess.run(
            [sys.executable, "-c", OPEN_AS_SOMEBODY_ELSE, copy], check=False, capture_output=True, text=True
        )
        folder.chmod(0o755)
    assert "is read-only for you" in said.stdout, said.stderr


OLD_FILM = text(
    "INSERT INTO film (title, folded_title, folded_words, added) VALUES ('Zurück', 'zuruck', 'zuruck mara olsen', :now)"
)


def as_it_was_at_first(engine: Engine) -> None:
    """A database as the first TourDesk left it, with a film."""
    upgrade(engine, "0001")
    with engine.begin() as connection:
        connection.execute(OLD_FILM, {"now": NOW.replace(tzinfo=None)})


def make_first(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    engine = sqlite_engine(file)
    as_it_was_at_first(engine)
    engine.dispose()


def test_an_old_file_is_upgraded_with_its_films_after_a_backup(tmp_path: Path) -> None:
    file = tmp_path / "festival.tourdesk"
    make_first(file)
    database = open_database(file, create=False, clock=lambda: NOW)
    assert [row.title for row in film_rows_found(database, "zurü")] == ["Zurück"]
    database.close()
    backup = tmp_path / "festival.before-0001.20270301-120000.tourdesk"
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT title FROM film").fetchall() == [("Zurück",)]
        assert connection.execute("SELECT version_num FROM tourdesk_schema").fetchall() == [("0001",)]


def test_an_old_server_database_is_upgraded_with_its_films(postgres_url: str) -> None:
    engine = postgres_engine(postgres_url)
    as_it_was_at_first(engine)
    engine.dispose()
    database = open_database(postgres_url, create=False)
    assert [row.title for row in film_rows_found(database, "olsen")] == ["Zurück"]
    database.close()


def film_rows_found(database: Database, search: str) -> list[FilmRow]:
    with database.work() as work:
        # The first schema's film has no version yet: every film of today has one.
        work.session.execute(
            text(
                "INSERT INTO film_version (film_id, position, name, approximate) VALUES (1, 0, 'original', :no)"
            ),
            {"no": False},
        )
    return Desks.over(database).library.rows(search)


def test_models_and_migrations_agree(any_database: Database) -> None:
    with any_database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"version_table": VERSION_TABLE, "compare_type": True, "include_object": is_modelled},
        )
        assert compare_metadata(context, Base.metadata) == []


def test_two_desks_write_one_file_in_turn(file: Path) -> None:
    one, other = (Desks.over(open_database(file, create=False)) for _ in range(2))
    one.library.save([Film(title="Ultra")])
    other.library.save([Film(title="Rebound")])
    assert [row.title for row in one.library.rows()] == ["Johanna", "Rebound", "Ultra"]
    one.database.close()
    other.database.close()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("mysql://root@localhost/films", "TourDesk cannot use a “mysql” database"),
        ("postgresql+psycopg://x@127.0.0.1:1/films", "does not answer"),
        ("postgresql+psycopg://x@host:port/films", "cannot be read"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(address: str, sentence: str) -> None:
    with pytest.raises(ProblemForUser, match=sentence):
        open_database(address, create=True)


def test_a_server_database_is_called_by_words_of_the_language_that_is_spoken(
    postgres_made_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Spoken(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.replace(" on ", " auf ")

    monkeypatch.setattr(language, "_spoken", Spoken())
    database = open_database(postgres_made_url, create=False)
    database.close()
    url = make_url(postgres_made_url)
    assert database.label == f"{url.database} auf {url.host or 'this computer'}"


def test_an_empty_server_database_is_only_filled_when_asked_for(postgres_url: str) -> None:
    with pytest.raises(ProblemForUser, match="is empty"):
        open_database(postgres_url, create=False)
    open_database(postgres_url, create=True).close()
    open_database(postgres_url, create=False).close()


def test_a_server_database_of_another_program_is_refused(postgres_url: str) -> None:
    plain = make_url(postgres_url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("CREATE TABLE film (id integer)")
    with pytest.raises(ProblemForUser, match="holds something else"):
        open_database(postgres_url, create=True)


def test_a_server_database_of_a_newer_program_is_refused(postgres_url: str) -> None:
    database = open_database(postgres_url, create=True)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE tourdesk_schema SET version_num = '9999'"))
    database.close()
    with pytest.raises(ProblemForUser, match="was written by a newer TourDesk"):
        open_database(postgres_url, create=False)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"database": "nowhere"}, "There is no database “nowhere”"),
        ({"username": "stranger"}, "refused the login “stranger”"),
    ],
)
def test_a_wrong_name_or_login_at_the_server_is_told(
    postgres_url: str, change: dict[str, str], sentence: str
) -> None:
    url = make_url(postgres_url).set(**change).render_as_string(hide_password=False)  # type: ignore[arg-type]
    with pytest.raises(ProblemForUser, match=sentence):
        open_database(url, create=True)


@pytest.mark.skipif(os.name == "nt", reason="such names are not allowed there")
@pytest.mark.parametrize(
    "name", ["a b", "what?", "#1 'tour' \"27\"", "100%20", "a&b=c;d", "Été 走", ":memory:"]
)
def test_a_name_may_hold_any_sign(tmp_path: Path, name: str) -> None:
    file = tmp_path / name / f"{name}.tourdesk"
    database = open_database(file, create=True)
    Desks.over(database).library.save([Film(title="Johanna")])
    database.close()
    assert titles(file) == ["Johanna"]
    assert [found.name for found in file.parent.iterdir()] == [file.name]


def test_a_relative_name_is_below_the_folder_of_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_database(":memory:", create=True).close()
    assert titles(tmp_path / ":memory:") == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_where_the_database_shall_be_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "festival.tourdesk"
    link.symlink_to(tmp_path / "stick" / "festival.tourdesk")
    open_database(link, create=True).close()
    assert link.is_symlink()
    assert titles(tmp_path / "stick" / "festival.tourdesk") == []


@pytest.mark.parametrize("name", ["x" * 300, "~nobody-of-that-name/festival.tourdesk"])
def test_a_path_that_cannot_be_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProblemForUser):
        open_database(name, create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")
def test_a_user_without_name_and_home_folder_is_told_how_to_go_on() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN_WITHOUT_NAME_AND_HOME],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert done.stdout.splitlines() == [
        "You have no home folder here, so there is no place for your data; please name a file with --database.",
        "user 54321",
    ], done.stderr


# Opened by root first: that loads what is loaded late, which the other one may not read.
OPEN_WITHOUT_NAME_AND_HOME = """
import os
import platformdirs
from pathlib import Path
from tempfile import TemporaryDirectory
from sqlalchemy import text
from tourdesk.desks import Desks
from tourdesk.storage.database import Database
from tourdesk.storage.engine import sqlite_engine
from tourdesk.storage.opening import default_file, open_database
from tourdesk.foundation.errors import ProblemForUser
with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
    file = Path(folder) / "festival.tourdesk"
    first = Desks.over(open_database(file, create=True, who="anna"))
    first.sponsors.add(["Umbral Maps"])
    first.database.close()
    os.chown(folder, 54321, 54321)
    os.chown(file, 54321, 54321)
    os.setgid(54321)
    os.setuid(54321)
    try:
        default_file()
    except ProblemForUser as problem:
        print(problem.sentence)
    # Not by open_database: whoever keeps this checkout in a folder of their own hides db/versions from others.
    desks = Desks.over(Database(lambda: sqlite_engine(file), file.name))
    desks.sponsors.add(["Cinderquoll"])
    with desks.database.reading() as session:
        print(session.execute(text("SELECT who FROM audit_entry ORDER BY id DESC LIMIT 1")).scalar_one())
    desks.database.close()
"""

MAKE_AND_SAVE = """
import sys
from tourdesk.desks import Desks
from tourdesk.library.films import Film
from tourdesk.storage.opening import open_database
Desks.over(open_database(sys.argv[1], create=True)).library.save([Film(title=sys.argv[2])])
"""


def test_programs_that_make_one_file_at_the_same_time_all_keep_what_they_save(tmp_path: Path) -> None:
    file = tmp_path / "festival.tourdesk"
    names = ["a", "b", "c", "d"]
    making = [subprocess.Popen([sys.executable, "-c", MAKE_AND_SAVE, file, name]) for name in names]
    assert [process.wait() for process in making] == [0] * len(names)
    assert titles(file) == names
    assert [found.name for found in tmp_path.iterdir()] == [file.name]


def test_a_backup_that_is_opened_is_a_database_like_any_other(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    assert titles(file) == ["Johanna"]
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_clock_that_was_put_back_costs_no_backup(tmp_path: Path) -> None:
    file = tmp_path / "festival.tourdesk"
    for _ in range(2):
        file.unlink(missing_ok=True)
        make_first(file)
        open_database(file, create=False, clock=lambda: NOW).close()
    assert len(list(tmp_path.glob("*.before-0001.*"))) == 2


def test_a_copy_that_was_broken_off_does_not_stay(tmp_path: Path) -> None:
    file = tmp_path / "festival.tourdesk"
    make_first(file)
    half = "festival.before-0001.20270228-235900.tourdesk.4711.part"
    others = {"festival.before-0001.tourdesk", "autumn.before-0001.20270228-235900.tourdesk.4712.part"}
    for name in (half, f"{half}-journal", *others):
        (tmp_path / name).write_bytes(b"SQLite format 3")
    open_database(file, create=False, clock=lambda: NOW).close()
    backup = "festival.before-0001.20270301-120000.tourdesk"
    assert {found.name for found in tmp_path.iterdir()} == {file.name, backup, *others}


OPEN = """
import sys
from tourdesk.storage.opening import open_database
open_database(sys.argv[1], create=False).close()
"""


def test_of_desks_that_open_an_old_file_at_the_same_time_one_upgrades_it_after_a_backup(
    tmp_path: Path,
) -> None:
    file = tmp_path / "festival.tourdesk"
    make_first(file)
    opening = [subprocess.Popen([sys.executable, "-c", OPEN, file]) for _ in range(4)]
    assert [process.wait() for process in opening] == [0] * 4
    (backup,) = tmp_path.glob("*.before-0001.*")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM tourdesk_schema").fetchall() == [("0001",)]


def test_an_upgrade_that_makes_the_table_of_films_anew_keeps_what_points_there(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "db"
    shutil.copytree(migrations(), folder)
    (folder / "versions" / "0999_anew.py").write_text(MIGRATION_THAT_MAKES_FILM_ANEW)
    # A program of later: the same one with one more migration.
    monkeypatch.setattr("tourdesk.storage.upgrade.migrations", lambda: folder)
    open_database(file, create=False).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM film_version").fetchone() == (1,)


MIGRATION_THAT_MAKES_FILM_ANEW = f"""
from alembic import op
revision = "0999"
down_revision = "{revisions()[-1]}"

def upgrade():
    with op.batch_alter_table("film", recreate="always"):
        pass
"""


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_server_database_that_lacks_letters_is_refused(postgres_url: str, encoding: str) -> None:
    plain = make_url(postgres_url).set(drivername="postgresql").render_as_string(hide_password=False)
    name = f"test_{encoding.lower()}"
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(
            f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0".encode()
        )
        try:
            url = make_url(postgres_url).set(database=name).render_as_string(hide_password=False)
            with pytest.raises(ProblemForUser, match=f"keeps texts as {encoding}"):
                open_database(url, create=True)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def test_a_login_that_may_make_no_tables_is_told(postgres_url: str) -> None:
    plain = make_url(postgres_url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("CREATE ROLE visitor LOGIN")
        try:
            url = make_url(postgres_url).set(username="visitor").render_as_string(hide_password=False)
            with pytest.raises(ProblemForUser, match="The login “visitor” may not use"):
                open_database(url, create=True)
        finally:
            connection.execute("DROP ROLE visitor")


def test_no_sentence_says_the_password() -> None:
    for address in (
        "postgresql+psycopg://anna:geheim@127.0.0.1:1/films",
        "postgresql+psycopg://anna:geheim@127.0.0.1:1/films?colour=blue",
        "postgresql+psycopg://anna:geheim@host:port/films",
        "mysql://anna:geheim@host/films",
    ):
        with pytest.raises(ProblemForUser) as problem:
            open_database(address, create=True)
        assert "geheim" not in problem.value.sentence + problem.value.detail
