"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.files import write_whole


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"old")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["paper.pdf"]


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    taken = tmp_path / "paper.pdf"
    taken.mkdir()
    with pytest.raises(ProblemForUser, match="cannot be written"):
        write_whole(taken, b"new")
    with pytest.raises(ProblemForUser, match="cannot be written"):
        write_whole(tmp_path / "no folder" / "paper.pdf", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["paper.pdf"]
