"""A program that is killed at any moment leaves a whole database behind."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tourdesk.desks import Desks
from tourdesk.storage.opening import open_database

IMPORT_FOR_EVER = """
import sys
from tourdesk.desks import Desks
from tourdesk.library.films import Film
from tourdesk.storage.opening import open_database
desks = Desks.over(open_database(sys.argv[1], create=True))
for batch in range(10_000):
    desks.library.save([Film(title=f"{batch} {n}", tags=("a", "b")) for n in range(20)])
    print(batch, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 there")
@pytest.mark.parametrize("seed", range(4))
def test_what_was_acknowledged_is_there_and_no_import_is_half_there(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "festival.tourdesk"
    open_database(file, create=True).close()
    with subprocess.Popen(
        [sys.executable, "-c", IMPORT_FOR_EVER, file], stdout=subprocess.PIPE, text=True
    ) as importing:
        assert importing.stdout is not None
        importing.stdout.readline()
        time.sleep(random.Random(seed).random() * 0.3)  # noqa: S311 - a moment, not a secret
        importing.send_signal(signal.SIGKILL)
        acknowledged = [0, *(int(line) for line in importing.stdout.read().split())]
    database = open_database(file, create=False)
    rows = Desks.over(database).library.rows()
    database.close()
    batches = [int(row.title.split()[0]) for row in rows]
    assert set(acknowledged) <= set(batches)
    assert all(batches.count(batch) == 20 for batch in set(batches))
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


MAKE_OVER_AND_OVER = """
import sys
from pathlib import Path
from tourdesk.storage.opening import open_database
for number in range(10_000):
    open_database(Path(sys.argv[1]) / f"{number}.tourdesk", create=True).close()
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 there")
@pytest.mark.parametrize("seed", range(4))
def test_a_new_database_is_there_whole_or_not_at_all(tmp_path: Path, seed: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MAKE_OVER_AND_OVER, tmp_path], stdout=subprocess.PIPE
    ) as making:
        assert making.stdout is not None
        making.stdout.readline()
        time.sleep(random.Random(seed).random() * 0.3)  # noqa: S311 - a moment, not a secret
        making.send_signal(signal.SIGKILL)
    made = sorted(tmp_path.glob("*.tourdesk"))
    assert made  # at least the first, which was said to be made
    for file in made:
        database = open_database(file, create=False)
        assert Desks.over(database).library.rows() == []
        database.close()
