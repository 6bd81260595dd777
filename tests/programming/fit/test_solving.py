"""Telling better programmes as they come, stopping, running out of time, importing late."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.programming.fit.generator import request as generated

from tourdesk.cli import fit
from tourdesk.foundation.errors import Cancelled
from tourdesk.programming.fit import Programme, parse, search, solve
from tourdesk.programming.fit.checker import judge
from tourdesk.programming.fit.search import BugInFitError


def test_better_programmes_are_told_as_they_are_found() -> None:
    told: list[Programme] = []
    answer = solve(parse(generated(3, 36)), on_better=told.append)
    assert told
    assert told == sorted(told, key=lambda one: one.objective)
    assert told[-1].nights == answer.programmes[0].nights


def test_cancelling_stops_at_once() -> None:
    with pytest.raises(Cancelled):
        solve(parse(generated(3, 100)), cancelled=lambda: True)


def test_two_nights_out_of_a_thousand_films_are_filled_and_proven() -> None:
    answer = solve(parse({**generated(8, 1000, nights=2), "alternatives": 1}))
    assert answer.status == "optimal"
    assert [str(x) for x in answer.programmes[0].objective] == ["15540", "47"]


def test_out_of_time_is_said_with_a_bound() -> None:
    answer = solve(parse({**generated(3, 200), "time_limit_seconds": 0.000_1}))
    assert answer.status == "feasible"
    assert answer.bound is not None
    assert not answer.programmes


def test_a_programme_that_breaks_a_rule_never_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    request = parse({"films": [{"id": 1, "seconds": 9}], "parts": [{"max_seconds": 20}], "max_seconds": 20})
    strict = parse({"films": [{"id": 1, "seconds": 9}], "parts": [{"max_seconds": 5}], "max_seconds": 5})
    monkeypatch.setattr(search, "judge", lambda _, nights: judge(strict, nights))
    with pytest.raises(BugInFitError):
        solve(request)


def test_the_solver_is_loaded_by_the_first_fit_only() -> None:
    code = "import sys, tourdesk.cli.fit; sys.exit('highspy' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def _command(path: Path, *options: str) -> int:
    import argparse  # noqa: PLC0415 -- only here

    parser = argparse.ArgumentParser()
    fit.add(parser.add_subparsers())
    args = parser.parse_args(["fit", str(path), *options])
    return int(args.run(args))


def test_the_command_prints_the_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "request.json"
    path.write_text(json.dumps(generated(1, 36)))
    assert _command(path, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == "optimal"
    assert answer["alternatives"][0]["objective"] == answer["objective"]
    assert _command(path) == 0
    assert "The best there is" in capsys.readouterr().out


def test_an_impossible_request_prints_its_clash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = {
        "films": [{"id": 1, "seconds": 500}, {"id": 2, "seconds": 400, "fee": 30}],
        "parts": [{"max_seconds": 1000}],
        "max_seconds": 1000,
        "rules": [
            {"id": "m", "must": [2]},
            {"id": "f", "fees": {"max": 20}},
            {"id": "n", "films": {"max": 3}},
        ],
    }
    path = tmp_path / "request.json"
    path.write_text(json.dumps(raw))
    assert _command(path, "--json") == 0
    out, err = capsys.readouterr()
    answer = json.loads(out)
    assert answer["status"] == "impossible"
    assert answer["clash"] == ["m", "f"]
    assert answer["relax"][0] == {
        "rule": "m",
        "by": "Do without “film 2”.",
        "then": [0, 500],
        "proven": True,
    }
    assert answer["relax"][1] == {
        "rule": "f",
        "by": "Let the fees be up to 30.",
        "then": [0, 900],
        "proven": True,
    }
    assert (
        answer["sentence"]
        == "Nothing fits, because these cannot hold together: showing “film 2”; fees of at most 20."
    )
    assert err == ""
