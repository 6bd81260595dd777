"""Licences on the command line, over the sample tour."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tourdesk.bootstrap import command, open_desks

Tourdesk = Callable[..., tuple[int, str, str]]


@pytest.fixture
def tourdesk(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Tourdesk:
    """Runs a command over the sample tour; gives its exit status, its output and what it said on standard error."""
    file = tmp_path / "sample.tourdesk"
    assert command(["sample", "--database", str(file)]) == 0

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = command([*words, "--database", str(file)])
        except SystemExit as done:  # argparse ends so
            status = int(done.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_the_licences_of_a_film_are_shown(tourdesk: Tourdesk) -> None:
    status, out, _err = tourdesk("films", "licences", "running the roof")
    assert status == 0
    assert out.startswith(
        "Running The Roof\n    2027-03-01 – 2027-08-31 · AU NZ · 120.00 AUD for each showing"
    )
    assert "showings: 12 · radius: 40 km · return after days: 7 · The tour office" in out


def test_all_licences_are_shown_and_judged_for_a_night(tourdesk: Tourdesk) -> None:
    status, out, _err = tourdesk("films", "licences", "--on", "2027-05-18", "--country", "au", "--json")
    assert status == 0
    standings = {film["title"]: film["standing"] for film in json.loads(out)}
    assert standings["Balance"] == "valid"
    assert standings["Town of Runners"] == "ended"
    assert standings["Ultra"] == "coming"
    assert standings["Finding Traction"] == "elsewhere"
    assert "1000 Miles to Nome" not in standings


def test_a_film_without_a_licence_says_so_for_a_night(tourdesk: Tourdesk) -> None:
    _status, out, _err = tourdesk("films", "licences", "1000 Miles to Nome", "--on", "2027-05-18")
    assert out == "1000 Miles to Nome  [none]\n"


def test_showings_on_other_nights_use_up_a_licence_and_those_of_the_night_itself_do_not(
    tourdesk: Tourdesk, tmp_path: Path
) -> None:
    desks = open_desks(str(tmp_path / "sample.tourdesk"), create=False)
    film = desks.library.find("Running The Roof")
    desks.library.save([replace(film, licences=tuple(replace(one, plays=2) for one in film.licences))])
    desks.database.close()

    def judged(night: str, country: str) -> str:
        asked = ("films", "licences", film.title, "--on", night, "--country", country)
        facts: list[dict[str, str]] = json.loads(tourdesk(*asked, "--json")[1])
        standing = facts[0]["standing"]
        assert tourdesk(*asked)[1].startswith(f"{film.title}  [{standing}]")
        return standing

    # It is shown on 18 May in Australia and on 22 May in New Zealand.
    assert judged("2027-05-20", "AU") == "used up"
    assert judged("2027-05-18", "AU") == "valid"
    assert judged("2027-05-22", "NZ") == "valid"


def test_what_is_no_date_and_a_film_that_is_not_there_are_told(tourdesk: Tourdesk) -> None:
    assert tourdesk("films", "licences", "--on", "tuesday")[0] == 2
    status, out, err = tourdesk("films", "licences", "Nosferatu")
    assert (status, out) == (1, "")
    assert "No film is called “Nosferatu”" in err


def test_the_films_of_the_sample_evenings_are_licensed_and_what_goes_out_comes_back(
    tourdesk: Tourdesk, tmp_path: Path
) -> None:
    for name in ("Trails 2027: the evening", "First Steps: the matinee"):
        _status, out, err = tourdesk("programmes", "check", name)
        assert "licence" not in (out + err).lower()
    _status, out, _err = tourdesk("films", "list", "--json")
    kept = tmp_path / "films.json"
    kept.write_text(out, "utf-8")
    listed = {film["title"]: film["licences"] for film in json.loads(out)}
    assert sum(map(bool, listed.values())) == 17
    assert tourdesk("films", "import", str(kept), "--yes")[0] == 0
    same = tourdesk("films", "list", "--json")[1] == out
    assert same
