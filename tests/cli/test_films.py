"""Listings on the command line: columns that are named, remembered, and films that go out and come back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tourdesk.bootstrap import command
from tourdesk.storage.opening import open_database

Tourdesk = Callable[..., tuple[int, str, str]]

UNKNOWN = "Werk;Wer;Wie lang;Fach\nDer Grat;Ann Lee;53:10;Kino 1\nSlack;Bo Ek;7:05;Kino 2\nGravel;Eva Holt;9:30;Kino 1\n"


@pytest.fixture
def tourdesk(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Tourdesk:
    """Runs a command over the sample tour; gives its exit status, its output and what it said on standard error."""
    file = tmp_path / "sample.tourdesk"
    assert command(["sample", "--database", str(file)]) == 0

    def run(*words: str | Path, database: Path = file) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = command([str(word) for word in (*words, "--database", database)])
        except SystemExit as done:  # argparse ends so
            status = int(done.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def films(tourdesk: Tourdesk, search: str = "") -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(tourdesk("films", "list", "--search", search, "--json")[1])
    return listed


def test_columns_that_are_named_are_taken_so_and_remembered(tourdesk: Tourdesk, tmp_path: Path) -> None:
    file = tmp_path / "auswahl.csv"
    file.write_text(UNKNOWN, encoding="utf-8")
    said = "Werk=title,Wer=directors,Wie lang=runtime,Fach=section"
    status, out, _ = tourdesk("films", "import", file, "--columns", said, "--yes")
    assert (status, out.splitlines()[-1]) == (0, "Saved: 3 new, 0 changed, 0 sponsors.")
    assert films(tourdesk, "grat")[0]["section"] == "Kino 1"
    file.write_text(
        UNKNOWN.replace("Slack;Bo Ek;7:05;Kino 2", "Ferry;Ana Cruz;8:15;Kino 9"), encoding="utf-8"
    )
    tourdesk("films", "import", file, "--yes")
    assert films(tourdesk, "ferry")[0]["section"] == "Kino 9"


def test_what_was_guessed_of_columns_is_told(tourdesk: Tourdesk, tmp_path: Path) -> None:
    file = tmp_path / "auswahl.csv"
    file.write_text(UNKNOWN, encoding="utf-8")
    out = tourdesk("films", "read", file)[1]
    assert "column “Werk” was taken for: title" in out
    assert "column “Fach” was taken for: nothing" in out


def test_a_field_that_does_not_exist_is_wrong_usage(tourdesk: Tourdesk, tmp_path: Path) -> None:
    status, _, said = tourdesk("films", "read", tmp_path, "--columns", "Werk=name")
    assert status == 2
    assert "“name” is no field of a film" in said


def test_a_column_without_a_field_is_wrong_usage_and_says_how_to_write_it(
    tourdesk: Tourdesk, tmp_path: Path
) -> None:
    status, _, said = tourdesk("films", "read", tmp_path, "--columns", "Werk")
    assert status == 2
    assert "“Werk” names no field; please write the column, an equals sign and the field" in said


def test_a_column_that_does_not_exist_is_told(tourdesk: Tourdesk, tmp_path: Path) -> None:
    file = tmp_path / "auswahl.csv"
    file.write_text(UNKNOWN, encoding="utf-8")
    status, _, said = tourdesk("films", "read", file, "--columns", "Film=title")
    assert status == 1
    assert "“auswahl.csv” has no column “Film”; its columns are “Werk”, “Wer”, “Wie lang”, “Fach”." in said


def test_a_folder_is_read_file_by_file_and_what_cannot_be_read_is_told(
    tourdesk: Tourdesk, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    (folder / "below").mkdir(parents=True)
    (folder / "a.csv").write_text("Title,Director\nSlack,Bo Ek\n", encoding="utf-8")
    (folder / "below" / "b.csv").write_text("Title,Director\nGravel,Eva Holt\n", encoding="utf-8")
    (folder / "poster.png").write_bytes(b"\x89PNG\r\n")
    (folder / ".hidden").write_text("Title,Director\nHidden,Bo Ek\n", encoding="utf-8")
    status, out, said = tourdesk("films", "read", folder, "--json")
    read = json.loads(out)["documents"]
    assert status == 1
    assert "poster.png is a picture" in said
    assert [film["title"] for one in read for film in one["films"]] == ["Slack", "Gravel"]


def test_what_is_listed_as_json_is_imported_as_it_was(tourdesk: Tourdesk, tmp_path: Path) -> None:
    before = films(tourdesk)
    out = tmp_path / "films.json"
    out.write_text(json.dumps(before), encoding="utf-8")
    assert tourdesk("films", "import", out, "--yes")[1].splitlines()[-1] == "Nothing new; nothing was saved."
    other = tmp_path / "other.tourdesk"
    open_database(other, create=True).close()
    assert tourdesk("films", "import", out, "--yes", database=other)[0] == 0
    assert json.loads(tourdesk("films", "list", "--json", database=other)[1]) == before


def test_what_is_written_as_csv_is_imported_as_it_was(tourdesk: Tourdesk, tmp_path: Path) -> None:
    out = tmp_path / "films.csv"
    assert tourdesk("films", "list", "--csv", out)[:2] == (0, "")
    assert out.read_bytes().startswith(b"\xef\xbb\xbftitle,")
    assert tourdesk("films", "import", out, "--yes")[1].splitlines()[-1] == "Nothing new; nothing was saved."


def test_a_film_that_stands_twice_in_a_listing_is_told(tourdesk: Tourdesk, tmp_path: Path) -> None:
    file = tmp_path / "films.csv"
    file.write_text("Title,Director,Year\nGravel,Eva Holt,2019\nGRAVEL,Eva Holt,2019\n", encoding="utf-8")
    status, _, said = tourdesk("films", "import", file, "--yes")
    assert status == 0
    assert "“GRAVEL” was read twice; if it is one film, please merge the two in the window." in said


def test_words_of_ones_own_stay_unless_all_is_to_be_taken(tourdesk: Tourdesk, tmp_path: Path) -> None:
    file = tmp_path / "films.csv"
    file.write_text("Title,Director,Year,Synopsis\nSandbank,Ann Lee,2016,Our own words.\n", encoding="utf-8")
    tourdesk("films", "import", file, "--yes")
    file.write_text("Title,Director,Year,Synopsis\nSANDBANK,Ann Lee,2017,Theirs.\n", encoding="utf-8")
    out = tourdesk("films", "import", file, "--yes")[1]
    assert "synopsis: Our own words. stays (--take-all takes Theirs.)" in out
    [film] = films(tourdesk, "sandbank")
    assert (film["title"], film["year"], film["synopsis"]) == ("Sandbank", 2017, "Our own words.")
    assert "Nothing new" in tourdesk("films", "import", file, "--yes")[1]
    tourdesk("films", "import", file, "--yes", "--take-all")
    assert films(tourdesk, "sandbank")[0]["synopsis"] == "Theirs."
