"""Several desks write into one database at the same time: all in turn, none refused, nothing overwritten unseen."""

import subprocess
import sys
from pathlib import Path

import pytest

from tourdesk.desks import Desks
from tourdesk.programming.programme import Programme
from tourdesk.storage.database import Database
from tourdesk.storage.opening import open_database

SAVE_FILMS = """
import sys
from tourdesk.desks import Desks
from tourdesk.library.films import Film
from tourdesk.storage.opening import open_database
desks = Desks.over(open_database(sys.argv[1], create=False))
for number in range(40):
    desks.library.save([Film(title=f"{sys.argv[2]} {number}")])
"""

LENGTHEN_THE_GAP = """
import sys
from dataclasses import replace
from tourdesk.desks import Desks
from tourdesk.programming.desk import ConflictWithAnotherDesk
from tourdesk.storage.opening import open_database
desks = Desks.over(open_database(sys.argv[1], create=False))
done = 0
while done < 20:
    programme = desks.programming.find("Friday")
    try:
        desks.programming.save(replace(programme, gap_seconds=programme.gap_seconds + 1))
        done += 1
    except ConflictWithAnotherDesk:
        pass
"""


def at_once(program: str, where: str, desks: int) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, where, f"desk {n}"], stderr=subprocess.PIPE, text=True
        )
        for n in range(desks)
    ]
    said = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0] * desks, said


@pytest.fixture
def where(any_database: Database, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """How another process opens the same database."""
    if any_database.engine.dialect.name == "sqlite":
        return str(tmp_path / "festival.tourdesk")
    return str(request.getfixturevalue("postgres_made_url"))


def test_no_desk_is_refused_while_others_write(any_desks: Desks, where: str) -> None:
    at_once(SAVE_FILMS, where, desks=4)
    assert len(any_desks.library.rows()) == 160


def test_no_change_of_another_desk_is_overwritten_unseen(any_desks: Desks, where: str) -> None:
    any_desks.programming.save(Programme("Friday"))
    at_once(LENGTHEN_THE_GAP, where, desks=3)
    database = open_database(where, create=False)
    assert Desks.over(database).programming.find("Friday").gap_seconds == 60
    database.close()
