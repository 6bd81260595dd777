"""Ballots and the quality check on the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tourdesk.bootstrap import command, open_desks
from tourdesk.library.committee.verdicts import Choice, Stroke
from tourdesk.library.films import Film, Version

Tourdesk = Callable[..., tuple[int, str, str]]

FILMS = (
    Film("Balance", year=2017, directors=("Jimmy Hyland",), countries=("US",), section="Places"),
    Film("Mira", directors=("Lloyd Belcher",), versions=(Version(seconds=600),)),
)


@pytest.fixture
def tourdesk(capsys: pytest.CaptureFixture[str]) -> Tourdesk:
    """Runs a command; gives its exit status, its output and what it said on standard error."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        try:
            status = command([str(word) for word in words])
        except SystemExit as done:  # argparse ends so
            status = int(done.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A database with two films, and Anna's verdict on one of them."""
    file = tmp_path / "festival.tourdesk"
    desks = open_desks(str(file), create=True)
    ids = desks.library.save(FILMS).ids
    anna = desks.committee.join("Anna").id
    assert anna is not None
    desks.committee.give(anna, ids[:1], Stroke(Choice.MUST, 4, "Opens the night."))
    desks.database.close()
    return file


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


def test_ballots_go_out_and_come_in_again(library: Path, tmp_path: Path, tourdesk: Tourdesk) -> None:
    file = tmp_path / "ballots.csv"
    assert tourdesk("ballots", "export", file, "--database", library)[0] == 0
    table = rows(file)
    assert [row["Title"] for row in table] == ["Balance", "Mira"]
    assert table[0]["Anna: verdict"] == "must"
    table[1] |= {"Anna: verdict": "no", "Anna: stars": "2"}
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, table[0])
        writer.writeheader()
        writer.writerows(table)
    status, out, err = tourdesk("ballots", "import", file, "--database", library)
    assert status == 1
    assert "new      Mira  Anna: no, ★★☆☆☆" in out
    assert "nothing was saved" in err
    status, out, _ = tourdesk("ballots", "import", file, "--yes", "--database", library)
    assert (status, "Saved: 1 verdict." in out) == (0, True)
    status, out, _ = tourdesk("ballots", "import", file, "--yes", "--database", library)
    assert (status, "Nothing new" in out) == (0, True)


def test_ballots_of_one_section_for_somebody_new(library: Path, tmp_path: Path, tourdesk: Tourdesk) -> None:
    file = tmp_path / "zoe.csv"
    words = ("ballots", "export", file, "--member", "Zoë", "--section", "Places", "--database", library)
    assert tourdesk(*words)[0] == 0
    (row,) = rows(file)
    assert (row["Title"], row["Zoë: verdict"]) == ("Balance", "")


def test_what_is_not_understood_in_ballots_is_told_with_file_and_row(
    library: Path, tmp_path: Path, tourdesk: Tourdesk
) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("Title;Ben: verdict\nMira;sure\nNobody;no\nBalance;maybe\n", encoding="utf-8")
    status, out, _ = tourdesk("ballots", "import", file, "--yes", "--database", library)
    assert status == 0
    assert f"{file}, row 2: “sure”" in out
    assert f"{file}, row 3: The library has no film “Nobody”" in out
    assert "member   Ben" in out


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"Title,Year\nMira,2016\n"])
def test_a_file_without_ballots_is_refused_in_one_sentence(
    library: Path, tmp_path: Path, tourdesk: Tourdesk, content: bytes
) -> None:
    file = tmp_path / "none.csv"
    file.write_bytes(content)
    status, out, err = tourdesk("ballots", "import", file, "--yes", "--database", library)
    assert (status, out) == (1, "")
    assert err.startswith("tourdesk: ")
    assert tourdesk("ballots", "import", tmp_path / "gone.csv", "--database", library)[0] == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_ballot_to_print_is_written_whole(
    library: Path, tmp_path: Path, tourdesk: Tourdesk, paper: str
) -> None:
    file = tmp_path / "ballot.pdf"
    assert tourdesk("ballots", "print", "-o", file, "--paper", paper, "--database", library)[0] == 0
    assert file.read_bytes().startswith(b"%PDF-")


def test_what_is_wanting_is_printed_by_its_kind(library: Path, tourdesk: Tourdesk) -> None:
    status, out, _ = tourdesk("films", "check", "--database", library)
    assert status == 1
    assert "No run-time: 1\n  Balance (2017)\n" in out
    assert "No country: 1\n  Mira\n" in out
    assert "No still: 2" in out
    status, out, _ = tourdesk("films", "check", "--json", "--database", library)
    told = json.loads(out)
    assert (status, told["counts"]["still"], told["counts"]["director"]) == (1, 2, 0)
    assert {"kind": "run-time", "title": "Balance", "field": "versions"}.items() <= told["findings"][
        0
    ].items()


def test_a_catalogue_in_which_nothing_is_wanting_ends_well(tmp_path: Path, tourdesk: Tourdesk) -> None:
    file = tmp_path / "empty.tourdesk"
    open_desks(str(file), create=True).database.close()
    assert tourdesk("films", "check", "--database", file)[:2] == (0, "Nothing is wanting in the catalogue.\n")
