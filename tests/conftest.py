"""What all tests share: open databases of both kinds, and the desks over them."""

import os
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


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new SQLite database; its clock stands still."""
    opened = open_database(tmp_path / "festival.tourdesk", create=True, clock=lambda: NOW, who="anna")
    yield opened
    opened.close()


@pytest.fixture
def desks(database: Database) -> Desks:
    """The desks over a new SQLite database."""
    return Desks.over(database)


@pytest.fixture(params=["sqlite", "postgresql"])
def any_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A new database: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        where = str(tmp_path / "festival.tourdesk")
    else:
        where = request.getfixturevalue("postgres_url")
    opened = open_database(where, create=True, clock=lambda: NOW, who="anna")
    yield opened
    opened.close()


@pytest.fixture
def any_desks(any_database: Database) -> Desks:
    """The desks over a new database of either kind."""
    return Desks.over(any_database)
