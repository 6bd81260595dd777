"""A program that is killed in the middle of a large import leaves all of it behind, or nothing."""

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

from tourdesk.storage.opening import open_database

FILMS = 2_000


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 there")
@pytest.mark.parametrize("moment", [0.1, 0.5, 0.9])
def test_an_import_that_is_killed_is_kept_whole_or_not_at_all(tmp_path: Path, moment: float) -> None:
    file, listing = tmp_path / "festival.tourdesk", tmp_path / "films.csv"
    rows = [f"The Ridge {n},Ann Lee,Norway,{n % 90 + 1} min" for n in range(FILMS)]
    listing.write_text("\n".join(["Title,Director,Country,Run-time", *rows]), encoding="utf-8")
    open_database(file, create=True).close()
    wal = file.with_name(file.name + "-wal")
    command = [sys.executable, "-m", "tourdesk", "films", "import", str(listing), "--yes"]
    command += ["--database", str(file)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as importing:
        # Where in the saving it dies is told by how much has been written for it so far.
        size = int(random.Random(moment).uniform(0.9, 1.1) * moment * 2_000_000)  # noqa: S311 - a moment
        while importing.poll() is None and not (wal.exists() and wal.stat().st_size > size):
            time.sleep(0.002)
        importing.send_signal(signal.SIGKILL)
    open_database(file, create=False).close()
    with closing(sqlite3.connect(file)) as connection:
        (films,) = connection.execute("select count(*) from film").fetchone()
        (sources,) = connection.execute("select count(*) from film_source").fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert (films, sources) in {(0, 0), (FILMS, FILMS)}
