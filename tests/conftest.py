"""What all tests share: open databases of both kinds, and the desks over them."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from tourdesk.desks import Desks
from tourdesk.storage.database import Database
from tourdesk.storage.opening import open_database

if not os.environ.get("TOURDESK_REAL_WINDOWS"):
    # Windows of tests are not for looking at; those of tests/desktop are real ones when they are asked for.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.postgres"]

# How long one example takes says something about the machine, not about the program.
settings.register_profile("tourdesk", deadline=None)
settings.load_profile("tourdesk")

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database as the program makes it, to be copied: making one anew runs every migration."""
    file = tmp_path_factory.mktemp("made") / "festival.tourdesk"
    open_database(file, create=True).close()
    return file


@pytest.fixture
def database(tmp_path: Path, made_file: Path) -> Iterator[Database]:
    """A new SQLite database; its clock stands still."""
    file = shutil.copy(made_file, tmp_path / "festival.tourdesk")
    opened = open_database(file, create=False, clock=lambda: NOW, who="anna")
    yield opened
    opened.close()


@pytest.fixture
def desks(database: Database) -> Desks:
    """The desks over a new SQLite database."""
    return Desks.over(database)


@pytest.fixture(params=["sqlite", "postgresql"])
def any_database(request: pytest.FixtureRequest, tmp_path: Path, made_file: Path) -> Iterator[Database]:
    """A new database: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        where = str(shutil.copy(made_file, tmp_path / "festival.tourdesk"))
    else:
        where = request.getfixturevalue("postgres_made_url")
    opened = open_database(where, create=False, clock=lambda: NOW, who="anna")
    yield opened
    opened.close()


@pytest.fixture
def any_desks(any_database: Database) -> Desks:
    """The desks over a new database of either kind."""
    return Desks.over(any_database)
