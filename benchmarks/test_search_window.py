"""From a letter in the search field to the painted rows, in a real window, beside two tiers by hand in the same run.

Split into what the library is asked, what the list does with it, and painting, by the number of letters in the field. Run with
`pytest -s benchmarks/test_search_window.py`; `TOURDESK_BENCH_FILMS=100000 TOURDESK_BENCH_WORDS=300` says how many films and
words, and `-o faulthandler_timeout=3600` lets many of them take their time. Times of the processor are told beside those of the clock: others may be at work on the machine.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles

import pytest
from benchmarks.test_search import SIZES, library_file

WORDS = os.environ.get("TOURDESK_BENCH_WORDS", "20")
PARTS = ("waits", "busy", "query", "model", "paint", "by_hand")


@pytest.mark.parametrize("films", SIZES)
def test_from_a_letter_to_the_painted_rows(films: int, tmp_path: Path) -> None:
    words: list[str | os.PathLike[str]] = [
        *(sys.executable, "-m", "benchmarks.typing_in_window"),
        *(library_file(films, tmp_path), tmp_path / "window.ini", WORDS),
    ]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(words, check=True, env=env, capture_output=True, text=True)
    keys = [json.loads(line) for line in ran.stdout.splitlines()]
    print(
        f"\n{films:>9,} films, p50 and p99 in ms\n  letters  keys" + "".join(f"{part:>15}" for part in PARTS)
    )
    for name, wanted in (*((str(n), {n}) for n in range(1, 6)), ("2 to 5", {2, 3, 4, 5})):
        some = [key for key in keys if key["letters"] in wanted]
        print(f"{name:>9} {len(some):5}" + "".join(_both([key[part] for key in some]) for part in PARTS))
    assert keys


def _both(values: Sequence[float]) -> str:
    if len(values) < 2:
        return f"{'':>15}"
    cut = quantiles(values, n=100, method="inclusive")
    return f"{cut[49]:8.1f} {cut[98]:6.1f}"
