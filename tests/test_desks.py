"""Desks are made by their first question, on whatever thread it is asked."""

import subprocess
import sys
from pathlib import Path

import pytest

from tourdesk.desks import Desks
from tourdesk.sample import load_sample

ALL_AT_ONCE = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
from tourdesk.desks import Desks
from tourdesk.library.finding.wanted import Wanted
from tourdesk.storage.opening import open_database
# Threads change places as often as can be, so that each meets the others half loaded.
sys.setswitchinterval(1e-6)
desks = Desks.over(open_database(sys.argv[1], create=False))
assert "sqlalchemy" not in sys.modules
start = threading.Barrier(6)
def ask(question):
    start.wait()
    return question()
def watch():
    return desks.database.watch()
questions = [
    watch, lambda: desks.finding.find(Wanted()), lambda: desks.touring.screenings(), lambda: desks.programming.rows(),
    lambda: desks.sponsors.sponsors(), lambda: desks.quality.report(5),
]
with ThreadPoolExecutor(6) as pool:
    answers = list(pool.map(ask, questions))
answers[0]()
desks.database.close()
print(*(len(answer) for answer in answers[2:5]), len(answers[1].ids))
"""


@pytest.mark.parametrize("time", range(3))
def test_the_first_questions_of_several_threads_are_all_answered(
    tmp_path: Path, desks: Desks, time: int
) -> None:
    load_sample(desks)
    desks.database.close()
    done = subprocess.run(
        [sys.executable, "-c", ALL_AT_ONCE, str(tmp_path / "festival.tourdesk")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    screenings, programmes, sponsors, films = map(int, done.stdout.split())
    assert films >= 18
    assert screenings == 3
    assert programmes
    assert sponsors
