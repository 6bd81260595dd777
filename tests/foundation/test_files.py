"""Files are written whole or not at all."""

import os
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


@pytest.mark.parametrize("place", ["", ".", "/", "page.txt/paper.pdf", "x" * 300])
def test_an_odd_place_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text("a page")
    with pytest.raises(ProblemForUser, match="cannot be written"):
        write_whole(Path(place), b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["page.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names are measured otherwise there")
def test_the_longest_name_a_disk_takes_is_taken(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 251 + ".pdf")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="links and rights work otherwise there")
def test_a_link_stays_a_link_and_the_rights_of_the_old_file_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "paper.pdf", tmp_path / "link.pdf"
    file.write_bytes(b"old")
    file.chmod(0o600)
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes there")
def test_a_pipe_is_given_the_data_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()
