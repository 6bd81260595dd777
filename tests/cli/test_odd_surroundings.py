"""Commands in odd surroundings: terminals of few letters, outputs that are full, closed or cut off, odd words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tourdesk.bootstrap import command

pytestmark = pytest.mark.skipif(os.name == "nt", reason="shells and devices are others there")

EVENING = "Trails 2027: the evening"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample tour."""
    file = tmp_path_factory.mktemp("sample") / "sample.tourdesk"
    assert command(["sample", "--database", str(file)]) == 0
    return file


def said(words: str, sample: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """What a shell line says; `tourdesk` in it is the program."""
    line = words.replace("tourdesk ", f"'{sys.executable}' -m tourdesk ")
    return subprocess.run(
        ["/bin/sh", "-c", line],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"TOURDESK_DATABASE": str(sample)} | env,
        timeout=120,
    )


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_a_terminal_of_few_letters_shows_plain_ones(sample: Path, env: dict[str, str]) -> None:
    listed = said("tourdesk films list", sample, **env)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "~ 1:21:00  Ultra (Balazs Simonyi)" in listed.stdout
    shown = said(f"tourdesk programmes show '{EVENING}'", sample, **env)
    assert (shown.returncode, shown.stderr) == (0, "")
    titles = json.loads(said("tourdesk films list --json --search ultra", sample, **env).stdout)
    assert titles[0]["directors"] == ["Balázs Simonyi"]
    unknown = said("tourdesk programmes show Été", sample, **env)
    assert unknown.returncode == 1
    assert unknown.stderr.startswith('tourdesk: No programme is called "')


def test_an_output_without_room_is_told(sample: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    for words in ("tourdesk films list", "tourdesk films list --search running"):
        done = said(f"{words} >/dev/full", sample)
        assert done.returncode == 1
        assert done.stderr.startswith("tourdesk: There is no room for the output")
        assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_leaves_early_is_no_trouble_however_little_it_took(sample: Path) -> None:
    done = said("{ tourdesk films list --search running; echo $? >&2; } | true", sample)
    assert done.stderr == "0\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_trouble(sample: Path, tmp_path: Path, closed: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Night Ridge\nRuntime: 12 minutes\nDirected by: Mara Olsen\n")
    assert said(f"tourdesk films list {closed}", sample).returncode == 0
    done = said(f"tourdesk films import '{page}' {closed}", sample)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    wrong = said(f"tourdesk programmes show Nothing {closed}", sample)
    assert (wrong.returncode, wrong.stdout) == (1, "")


@pytest.mark.parametrize(
    "words",
    [
        "programmes show \"$(printf '\\377\\376')\"",
        "films list --search \"$(printf '\\377\\376')\"",
        "films related \"$(printf 'two\\nlines “😀”')\"",
        'films related "\'; DROP TABLE film; --"',
        "films read /dev/zero",
        "films read .",
        "films list --database ''/",
        "films list --database \"$(printf '\\377')\"",
        f"documents programme '{EVENING}' -o ''",
        f"documents programme '{EVENING}' -o /",
        f"documents programme '{EVENING}' -o /dev/full",
        f"documents programme '{EVENING}' --night -3 -o x.pdf",
    ],
)
def test_odd_words_are_told_in_a_sentence(sample: Path, words: str) -> None:
    done = said(f"tourdesk {words}", sample)
    assert "Traceback" not in done.stderr
    assert done.returncode in {0, 1}, done.stderr
    assert done.returncode == 0 or done.stderr.startswith("tourdesk: ") or "too large" in done.stdout


def test_a_search_of_a_whole_page_is_answered(sample: Path) -> None:
    done = said("tourdesk films list --search \"$(seq 1 20000 | tr '\\n' ' ')\"", sample)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_document_can_be_written_into_a_pipe(sample: Path) -> None:
    done = said(f"tourdesk documents programme '{EVENING}' -o /dev/stdout | wc -c", sample)
    assert (int(done.stdout) > 1000, done.stderr) == (True, "")


def test_a_command_leaves_one_file(sample: Path) -> None:
    said("tourdesk films list", sample)
    assert [file.name for file in sample.parent.iterdir()] == [sample.name]
