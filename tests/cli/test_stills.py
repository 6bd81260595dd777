"""Stills go out as files beside the JSON that names them, and come back as they were."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tourdesk.bootstrap import command, open_desks
from tourdesk.library.films import Film
from tourdesk.library.still_files import digest
from tourdesk.library.stills import still_of

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command_line(*words: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        status = command([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command_line


def picture(colour: str, kind: str = "JPEG", size: tuple[int, int] = (64, 36)) -> bytes:
    kept = BytesIO()
    Image.new("RGB", size, colour).save(kept, kind)
    return kept.getvalue()


def pictures(file: Path, title: str) -> list[str]:
    """Which pictures a film has, in their order."""
    desks = open_desks(str(file), False)
    kept = [digest(one) for one in desks.library.pictures(desks.library.find(title).id or 0)]
    desks.database.close()
    return kept


@pytest.fixture
def exported(tmp_path: Path, run: Run) -> Path:
    """The JSON of a library of two films, one of them with two stills, with the stills beside it."""
    file = tmp_path / "here.tourdesk"
    desks = open_desks(str(file), True)
    slack, _ridge = desks.library.save([Film("Slack"), Film("Ridge")]).ids
    desks.library.add_stills(
        slack, [still_of(picture("red"), "red"), still_of(picture("blue", "PNG"), "blue")]
    )
    desks.database.close()
    out = run("films", "list", "--json", "--stills", tmp_path / "out" / "stills", "--database", file)[1]
    listing = tmp_path / "out" / "films.json"
    listing.write_text(out, "utf-8")
    return listing


def test_stills_come_back_as_they_were_and_a_second_time_nothing_is_new(
    tmp_path: Path, exported: Path, run: Run
) -> None:
    there = tmp_path / "there.tourdesk"
    open_desks(str(there), True).database.close()
    status, out, err = run("films", "import", exported, "--yes", "--database", there)
    assert (status, err) == (0, "")
    assert "stills: 2 new" in out
    assert pictures(there, "Slack") == [digest(picture("red")), digest(picture("blue", "PNG"))]
    assert pictures(there, "Ridge") == []
    again = run("films", "import", exported, "--yes", "--database", there)
    assert again[1].splitlines()[-1] == "Nothing new; nothing was saved."


def test_a_picture_from_elsewhere_is_made_fit_and_known_again(
    tmp_path: Path, exported: Path, run: Run
) -> None:
    (exported.parent / "large.png").write_bytes(picture("green", "PNG", (3000, 20)))
    exported.write_text(json.dumps([{"title": "Ridge", "tags": [], "stills": ["large.png"]}]), "utf-8")
    file = tmp_path / "here.tourdesk"
    assert "Saved: 0 new, 1 changed" in run("films", "import", exported, "--yes", "--database", file)[1]
    assert len(pictures(file, "Ridge")) == 1
    assert "Nothing new" in run("films", "import", exported, "--yes", "--database", file)[1]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("../here.tourdesk", "is not in the folder of its listing"),
        ("/etc/hostname", "is not in the folder of its listing"),
        ("stills/gone.jpg", "cannot be read; please put the pictures beside their listing"),
        ("films.json", "is no picture that TourDesk can read"),
        ("a\0b", "cannot be read"),
    ],
)
def test_what_is_no_picture_beside_the_listing_is_told_and_the_film_still_read(
    tmp_path: Path, exported: Path, run: Run, name: str, sentence: str
) -> None:
    exported.write_text(json.dumps([{"title": "Gravel", "year": 2019, "stills": [name]}]), "utf-8")
    file = tmp_path / "here.tourdesk"
    status, out, err = run("films", "import", exported, "--yes", "--database", file)
    assert sentence in err
    assert (status, out.splitlines()[-1]) == (0, "Saved: 1 new, 0 changed, 0 sponsors.")
    assert pictures(file, "Gravel") == []
