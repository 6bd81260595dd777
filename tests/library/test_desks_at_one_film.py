"""Several desks change one film at the same moment, in processes of their own: nothing is lost unseen."""

import subprocess
import sys
from pathlib import Path

import pytest

from tourdesk.desks import Desks
from tourdesk.library.films import Film
from tourdesk.storage.database import Database

ADD_TAGS = """
import sys
from dataclasses import replace
from tourdesk.desks import Desks
from tourdesk.library.changing import FilmChange
from tourdesk.storage.opening import open_database
desks = Desks.over(open_database(sys.argv[1], create=False))
for number in range(15):
    film = desks.library.find("Balance")
    tag = f"{sys.argv[2]}-{number}"
    desks.library.change([FilmChange(film, replace(film, tags=(*film.tags, tag)))])
"""


@pytest.fixture
def where(any_database: Database, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """How another process opens the same database."""
    if any_database.engine.dialect.name == "sqlite":
        return str(tmp_path / "festival.tourdesk")
    return str(request.getfixturevalue("postgres_made_url"))


def test_three_desks_that_add_tags_to_one_film_at_once_lose_none(any_desks: Desks, where: str) -> None:
    any_desks.library.save([Film("Balance")])
    running = [
        subprocess.Popen([sys.executable, "-c", ADD_TAGS, where, desk], stderr=subprocess.PIPE, text=True)
        for desk in ("one", "two", "three")
    ]
    said = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    wanted = {f"{desk}-{number}" for desk in ("one", "two", "three") for number in range(15)}
    assert set(any_desks.library.find("Balance").tags) == wanted
