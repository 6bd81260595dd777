"""The list of papers, and that the same evening is the same file."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from tests.documents.nights import full_night
from tests.documents.reading import sizes

from tourdesk.documents.kinds import KINDS, PAPERS, Sides
from tourdesk.documents.theme import OFFICE, Paper

ROOT = Path(__file__).resolve().parents[2]
DIGESTS = """
from hashlib import sha256
from tests.documents.nights import full_night
from tourdesk.documents.kinds import KINDS
evening = full_night(4).evening()
print([sha256(kind.make(evening, paper)).hexdigest() for kind in KINDS.values() for paper in kind.papers])
"""


def python(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_every_paper_is_listed_with_its_name_and_what_it_is_for() -> None:
    assert list(PAPERS) == [
        "programme",
        "run-sheet",
        "run-sheet-mc",
        "run-sheet-projection",
        "run-sheet-front-of-house",
        "booklet",
        "poster",
        "catalogue",
        "committee-ballot",
    ]
    for name, kind in PAPERS.items():
        assert kind.name == name
        assert kind.title
        assert kind.purpose.endswith(".")


@pytest.mark.parametrize("name", list(KINDS))
def test_each_makes_a_document_on_every_paper_it_names(name: str) -> None:
    for paper in KINDS[name].papers:
        assert KINDS[name].make(full_night(2).evening(), paper).startswith(b"%PDF-")


@pytest.mark.parametrize("name", list(KINDS))
def test_a_paper_lies_as_its_kind_says(name: str) -> None:
    wide, high = sizes(KINDS[name].make(full_night(2).evening(), Paper.A4))[0]
    assert (wide > high) is KINDS[name].lies


def test_a_booklet_is_turned_over_the_short_edge_and_sheets_on_duty_are_not_turned() -> None:
    on = {name: kind.sides for name, kind in PAPERS.items()}
    assert on["booklet"] is Sides.SHORT_EDGE
    assert on["programme"] is on["catalogue"] is Sides.LONG_EDGE
    assert all(on[name] is Sides.ONE for name in on if name.startswith("run-sheet"))


def test_office_papers_serve_for_all_and_a3_for_posters() -> None:
    assert all(set(OFFICE) <= set(kind.papers) for kind in PAPERS.values())
    assert [name for name, kind in PAPERS.items() if Paper.A3 in kind.papers] == ["poster"]


def test_listing_the_papers_does_not_wait_for_the_printing_library() -> None:
    code = (
        "import sys, tourdesk.documents.kinds; print([name for name in sys.modules if 'reportlab' in name])"
    )
    assert python(code).strip() == "[]"


@pytest.mark.parametrize("name", list(KINDS))
def test_the_same_evening_gives_the_same_bytes(name: str) -> None:
    make = KINDS[name].make
    first, second = (make(full_night(3).evening(), Paper.A4) for _time in range(2))
    assert sha256(first).hexdigest() == sha256(second).hexdigest()


def test_the_same_evening_gives_the_same_bytes_in_another_process() -> None:
    assert python(DIGESTS, PYTHONHASHSEED="1") == python(DIGESTS, PYTHONHASHSEED="2")


def test_papers_made_at_the_same_time_are_the_papers_made_one_by_one() -> None:
    evenings = [full_night(count).evening() for count in (1, 2, 3, 5)] * 3
    for kind in KINDS.values():
        with ThreadPoolExecutor(4) as threads:
            made = list(threads.map(kind.make, evenings, [Paper.A4] * len(evenings)))
        one_by_one = [kind.make(one, Paper.A4) for one in evenings]
        assert [sha256(data).hexdigest() for data in made] == [
            sha256(data).hexdigest() for data in one_by_one
        ]
