"""The command line, as a user or a script meets it."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from tourdesk.bootstrap import command, open_desks
from tourdesk.desks import Desks
from tourdesk.documents.kinds import KINDS
from tourdesk.programming import editing
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.storage.opening import open_database

PAGE = """Night Ridge
Runtime: 12 minutes
Directed by: Mara Olsen + Tom Reed
Produced by: Low Lamp Films
Language: English
Country of origin: Norway

Two friends carry one lamp over a ridge that neither has seen by day.

More in this category: Wild and Tough »
"""

Tourdesk = Callable[..., tuple[int, str, str]]


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
def sample(tmp_path: Path, tourdesk: Tourdesk) -> Path:
    """A database with the sample tour."""
    file = tmp_path / "sample.tourdesk"
    status, _, said = tourdesk("sample", "--database", file)
    assert status == 0, said
    return file


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A film page as a host has it."""
    file = tmp_path / "night-ridge.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def of(text: str) -> Any:
    return json.loads(text)


def test_the_version_is_said(tourdesk: Tourdesk) -> None:
    assert tourdesk("--version")[:2] == (0, "tourdesk 0.1.0\n")


def test_wrong_usage_exits_2(tourdesk: Tourdesk) -> None:
    assert tourdesk("films", "paint")[0] == 2


def test_the_sample_tour_is_made_once(sample: Path, tourdesk: Tourdesk) -> None:
    status, _, said = tourdesk("sample", "--database", sample)
    assert (status, "already holds films" in said) == (1, True)


def test_films_read_gives_the_promised_shape_and_saves_nothing(page: Path, tourdesk: Tourdesk) -> None:
    status, out, _ = tourdesk("films", "read", page, "--json")
    (document,) = of(out)["documents"]
    (film,) = document["films"]
    assert status == 0
    assert set(document) == {"file", "films", "sponsors", "problems"}
    assert set(film) == {
        "title", "original_title", "year", "runtime_seconds", "runtime_approximate", "directors", "producers",
        "languages", "countries", "section", "tags", "logline", "synopsis", "doubtful",
    }  # fmt: skip
    assert (film["title"], film["runtime_seconds"], film["directors"], film["countries"]) == (
        "Night Ridge", 720, ["Mara Olsen", "Tom Reed"], ["NO"],
    )  # fmt: skip


def test_a_file_that_is_not_there_is_told_and_the_rest_is_read(page: Path, tourdesk: Tourdesk) -> None:
    status, out, said = tourdesk("films", "read", "nowhere.txt", page, "--json")
    missing, read = of(out)["documents"]
    assert status == 1
    assert "“nowhere.txt” cannot be read" in said
    assert missing["problems"][0]["message"] in said
    assert len(read["films"]) == 1


def test_import_asks_first_and_saves_nothing_in_a_pipe(page: Path, sample: Path, tourdesk: Tourdesk) -> None:
    status, out, said = tourdesk("films", "import", page, "--database", sample)
    assert status == 1
    assert "new      Night Ridge (Mara Olsen, Tom Reed)" in out
    assert "nothing was saved; add --yes" in said
    assert of(tourdesk("films", "list", "--search", "night ridge", "--json", "--database", sample)[1]) == []


def test_an_import_is_saved_and_found_and_the_second_time_nothing_is_new(
    page: Path, sample: Path, tourdesk: Tourdesk
) -> None:
    assert tourdesk("films", "import", page, "--yes", "--database", sample)[0] == 0
    (row,) = of(tourdesk("films", "list", "--search", "olsen", "--json", "--database", sample)[1])
    assert (row["title"], row["runtime_seconds"], row["runtime_approximate"]) == ("Night Ridge", 720, True)
    status, out, _ = tourdesk("films", "import", page, "--yes", "--database", sample)
    assert (status, out.splitlines()[-1]) == (0, "Nothing new; nothing was saved.")


def test_a_changed_page_shows_field_by_field_what_it_changes(
    page: Path, sample: Path, tourdesk: Tourdesk
) -> None:
    tourdesk("films", "import", page, "--yes", "--database", sample)
    page.write_text(PAGE.replace("12 minutes", "14 minutes"), encoding="utf-8")
    status, out, _ = tourdesk("films", "import", page, "--yes", "--database", sample)
    assert status == 0
    assert "changed  Night Ridge" in out
    assert "versions: ≈ 12:00 → ≈ 14:00" in out


def test_a_film_without_a_title_is_told_and_the_others_are_saved(
    tmp_path: Path, page: Path, sample: Path, tourdesk: Tourdesk
) -> None:
    untitled = tmp_path / "untitled.txt"
    untitled.write_text(
        "dir. Ada Byron 2013 99 min.\nWhat happens when people run for a week?\n", encoding="utf-8"
    )
    status, out, _ = tourdesk("films", "import", untitled, page, "--yes", "--database", sample)
    assert status == 0
    assert "untitled.txt, line 1: Facts of a film were read here, but no title" in out
    assert out.splitlines()[-1] == "Saved: 1 new, 0 changed, 0 sponsors."


def test_every_command_takes_the_database_before_or_after_its_name(
    page: Path, sample: Path, tourdesk: Tourdesk
) -> None:
    before = tourdesk("--database", sample, "films", "list")
    assert before == tourdesk("films", "list", "--database", sample)
    assert before[0] == 0
    assert tourdesk("films", "read", page, "--json", "--database", sample)[0] == 0


def test_related_films_are_those_of_the_section_and_the_tags(sample: Path, tourdesk: Tourdesk) -> None:
    related = of(tourdesk("films", "related", "Running The Roof", "--json", "--database", sample)[1])
    assert "The Crown Traverse" in related["section"]
    assert "Running The Roof" not in related["section"]
    assert "The Crown Traverse" in related["tags"]["mountain"]


def test_the_list_narrows_by_section_and_tag(sample: Path, tourdesk: Tourdesk) -> None:
    places = of(
        tourdesk("films", "list", "--section", "Places", "--tag", "sport", "--json", "--database", sample)[1]
    )
    assert [row["title"] for row in places] == ["Desert Runners", "Town of Runners"]


def test_a_programme_is_shown_with_the_clock_of_each_night(sample: Path, tourdesk: Tourdesk) -> None:
    status, out, _ = tourdesk(
        "programmes", "show", "Trails 2027: the evening", "--json", "--database", sample
    )
    shown = of(out)
    leura, wellington = shown["screenings"]
    assert status == 0
    assert leura["start"] == "2027-05-18T19:00:00+10:00"
    assert leura["items"][0]["start"] == leura["start"]
    assert leura["items"][-1]["end"] == leura["end"]
    assert wellington["end"].startswith("2027-05-22T23") or wellington["end"].startswith("2027-05-23T00")
    assert leura["seconds"] == wellington["seconds"]


def test_a_night_in_which_the_clocks_go_back_tells_like_times_apart(sample: Path, tourdesk: Tourdesk) -> None:
    desks = open_desks(str(sample), create=False)
    night = desks.touring.screenings()[0]
    items = tuple(Item(str(number), ItemKind.TRAILER, f"Trailer {number}", 60 * 60) for number in range(4))
    programme = desks.programming.save(Programme("The long night", items, 0))
    times = SlotTimes(time(22, 45), time(23, 15), time(3, 30))
    slot = slot_on(date(2027, 4, 3), "Australia/Sydney", times)
    desks.touring.save_screening(
        replace(night, id=None, night=slot.night, slot=slot, programme_id=programme.id)
    )
    desks.database.close()
    status, out, _ = tourdesk("programmes", "show", "The long night", "--database", sample)
    assert status == 0
    assert "── 4 April 2027" in out
    assert "02:15:00 AEDT" in out
    assert "02:15:00 AEST  end" in out
    checked = tourdesk("programmes", "check", "The long night", "--database", sample)[1]
    assert "ends 02:15:00 AEST" in checked
    assert "› Put an intermission behind" in checked


def test_check_exits_1_when_the_evening_overruns(sample: Path, tourdesk: Tourdesk) -> None:
    assert tourdesk("programmes", "check", "Trails 2027: the evening", "--database", sample)[0] == 0
    import sqlite3  # noqa: PLC0415
    from contextlib import closing  # noqa: PLC0415

    with closing(sqlite3.connect(sample)) as connection:
        connection.execute("UPDATE programme_item SET seconds = 7200 WHERE kind = 'intermission'")
        connection.commit()
    status, out, said = tourdesk("programmes", "check", "Trails 2027: the evening", "--database", sample)
    assert status == 1
    assert "error:" in out
    assert said.startswith("tourdesk: ")


def test_documents_are_written_whole(sample: Path, tmp_path: Path, tourdesk: Tourdesk) -> None:
    for kind in KINDS:
        file = tmp_path / f"{kind}.pdf"
        name = "Trails 2027: the evening"
        assert tourdesk("documents", kind, name, "-o", file, "--database", sample)[0] == 0
        assert file.read_bytes().startswith(b"%PDF-")
        status, _, said = tourdesk(
            "documents", kind, name, "-o", tmp_path / "no" / "x.pdf", "--database", sample
        )
        assert (status, "cannot be written" in said) == (1, True)


def test_a_paper_that_is_not_made_on_a_sheet_says_on_which_it_is(
    sample: Path, tmp_path: Path, tourdesk: Tourdesk
) -> None:
    wanted = ("Trails 2027: the evening", "-o", tmp_path / "x.pdf", "--database", sample, "--paper", "a3")
    status, _, said = tourdesk("documents", "programme", *wanted)
    assert (status, "please choose one of a4, letter" in said) == (1, True)
    assert tourdesk("documents", "poster", *wanted)[0] == 0


def test_an_unknown_programme_or_night_is_told(sample: Path, tmp_path: Path, tourdesk: Tourdesk) -> None:
    status, _, said = tourdesk(
        "documents", "programme", "Nothing", "-o", tmp_path / "x.pdf", "--database", sample
    )
    assert (status, "No programme is called “Nothing”; there are:" in said) == (1, True)
    status, _, said = tourdesk(
        "documents", "programme", "Trails 2027: the evening", "--night", "7", "-o", tmp_path / "x.pdf", "--database", sample
    )  # fmt: skip
    assert (status, "2 screenings show" in said) == (1, True)


def test_a_bug_says_that_it_is_one_and_brings_a_report(
    sample: Path, tourdesk: Tourdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a mistake of ours")

    monkeypatch.setattr("tourdesk.cli.films.length", broken)
    status, _, said = tourdesk("films", "list", "--database", sample)
    assert status == 70
    assert "This is a mistake in TourDesk" in said
    assert "a mistake of ours" in said


def test_without_a_screen_the_window_says_so_in_a_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tourdesk"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("tourdesk: There is no screen here")


def test_a_pipe_that_is_closed_early_is_no_trouble(sample: Path) -> None:
    listing = f"'{sys.executable}' -m tourdesk films list --database '{sample}' | head -1"
    done = subprocess.run(["/bin/sh", "-c", listing], check=False, capture_output=True, text=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def request_of(max_seconds: int) -> str:
    films = [{"id": n, "title": f"Film {n}", "seconds": 600 * n, "value": n} for n in range(1, 5)]
    return json.dumps(
        {"films": films, "parts": [{"max_seconds": max_seconds}], "max_seconds": max_seconds,
         "rules": [{"id": "r1", "must": [4]}], "prefer": ["value", "fill"]}
    )  # fmt: skip


def test_fit_gives_the_best_programme_and_needs_no_database(tmp_path: Path, tourdesk: Tourdesk) -> None:
    file = tmp_path / "request.json"
    file.write_text(request_of(4200), encoding="utf-8")
    status, out, _ = tourdesk("fit", file, "--json")
    answer = of(out)
    assert (status, answer["status"], answer["objective"]) == (0, "optimal", [7, 4200])
    (part,) = answer["alternatives"][0]["nights"][0]["parts"]
    assert sorted(part["films"]) in ([1, 2, 4], [3, 4])


def test_fit_says_which_rules_clash(tmp_path: Path, tourdesk: Tourdesk) -> None:
    file = tmp_path / "request.json"
    file.write_text(request_of(1200), encoding="utf-8")
    status, out, _ = tourdesk("fit", file, "--json")
    answer = of(out)
    assert (status, answer["status"], answer["alternatives"]) == (0, "impossible", [])
    assert "r1" in answer["clash"]


def test_fit_tells_people_what_it_found_and_what_stands_in_the_way(
    tmp_path: Path, tourdesk: Tourdesk
) -> None:
    file = tmp_path / "request.json"
    file.write_text(request_of(4200), encoding="utf-8")
    _status, out, _ = tourdesk("fit", file)
    # Two programmes are as good.
    assert "films, 1:10:00 in all, worth 7, not a second to spare." in out
    assert "night 1" not in out
    file.write_text(request_of(1200), encoding="utf-8")
    _status, out, _ = tourdesk("fit", file)
    assert "Nothing fits, because these cannot hold together: showing “Film 4”; " in out
    assert "showing “Film 4”: Do without “Film 4”. Without it altogether: worth 2, 20:00 of films." in out


def test_a_request_that_cannot_be_understood_says_what_and_where(tmp_path: Path, tourdesk: Tourdesk) -> None:
    file = tmp_path / "request.json"
    file.write_text(request_of(4200).replace("must", "mist"), encoding="utf-8")
    status, out, said = tourdesk("fit", file, "--json")
    assert (status, out) == (1, "")
    assert "r1" in said


def test_a_variation_and_what_was_published_are_told_with_what_differs(
    sample: Path, tourdesk: Tourdesk
) -> None:
    opened = open_database(sample, create=False)
    desks = Desks.over(opened)
    master = desks.programming.find("Trails 2027: the evening")
    assert master.id is not None
    desks.programming.publish(master.id)
    variation = desks.programming.vary(master.id, "In Leura")
    (night, *_others) = desks.touring.screenings_of(master.id)
    desks.touring.save_screening(replace(night, programme_id=variation.id))
    first = variation.items[0]
    desks.programming.save(editing.set_seconds(variation, first.key, 60))
    desks.programming.save(editing.remove(master, [first.key]))
    opened.close()
    shown = of(tourdesk("programmes", "show", "In Leura", "--json", "--database", sample)[1])
    assert shown["master"]["ahead"] is True
    assert shown["master"]["differences"] == [f"“{first.title}” was added."]
    findings = shown["screenings"][0]["findings"]
    assert {"Follow the master", "Detach it from “Trails 2027: the evening”"} == {
        way for finding in findings if finding["rule"] == "behind the master" for way in finding["ways_out"]
    }
    published = of(tourdesk("programmes", "show", master.name, "--json", "--database", sample)[1])[
        "published"
    ]
    assert [(one["number"], one["changed_since"]) for one in published] == [
        (1, [f"“{first.title}” was taken out."])
    ]
    said = tourdesk("programmes", "show", "In Leura", "--database", sample)[1]
    assert said.startswith("A variation of “Trails 2027: the evening”:\n")
