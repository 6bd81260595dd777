"""Documents are read one after the other; what cannot be read is told, the rest is read."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tourdesk.foundation.errors import Cancelled, ProblemForUser
from tourdesk.foundation.progress import Unwatched
from tourdesk.library.films import Source
from tourdesk.library.intake.listings.mapping import SaidOfColumns
from tourdesk.library.intake.listings.reading import ListingReading
from tourdesk.library.reading_in import (
    LARGEST_BYTES,
    MOST_FILES,
    Document,
    Given,
    given_by,
    read_all,
    read_in,
)

NOTHING_SAID = SaidOfColumns()


@dataclass
class Watch:
    """Stops when a file of that name is about to be read; remembers what was."""

    stop_before: str = ""
    seen: list[str] = field(default_factory=list)

    def at(self, step: int, total: int, what: str = "") -> None:
        self.seen.append(what)

    def cancelled(self) -> bool:
        return self.seen[-1:] == [self.stop_before]


def listing(folder: Path, name: str, title: str) -> Path:
    file = folder / name
    file.write_text(f"Title,Director,Run-time\n{title},Bo Ek,7:05\n", encoding="utf-8")
    return file


def test_reading_is_cancelled_between_two_documents(tmp_path: Path) -> None:
    files = [listing(tmp_path, name, "Slack") for name in ("a.csv", "b.csv", "c.csv")]
    watch = Watch(stop_before="b.csv")
    with pytest.raises(Cancelled):
        read_all(files, NOTHING_SAID, watch)
    assert watch.seen == ["a.csv", "b.csv"]


def test_each_film_says_which_file_says_how_long_it_lasts(tmp_path: Path) -> None:
    files = [listing(tmp_path, "a.csv", "Slack"), listing(tmp_path, "b.csv", "Ridge")]
    films = [film for document in read_all(files, NOTHING_SAID, Unwatched()) for film in document.films()]
    assert [(film.title, film.source, film.sources) for film in films] == [
        ("Slack", "a.csv", (Source("a.csv", 425),)),
        ("Ridge", "b.csv", (Source("b.csv", 425),)),
    ]


def test_a_pasted_page_is_a_source_too() -> None:
    given = Given("the clipboard", "Slack\nDirector: Bo Ek\nRuntime: 7:05\n")
    (film,) = Document(given, read_in(given, NOTHING_SAID)).films()
    assert (film.source, film.sources) == (None, (Source("pasted page", 425),))


def test_rows_of_a_spreadsheet_are_a_listing_and_a_page_is_a_page() -> None:
    rows = Given("the clipboard", "Title\tDirector\tRun-time\nSlack\tBo Ek\t7:05\n")
    assert isinstance(read_in(rows, NOTHING_SAID), ListingReading)
    page = Given("the clipboard", "Slack\nDirector: Bo Ek\nRuntime: 7:05, in English, French\n")
    assert not isinstance(read_in(page, NOTHING_SAID), ListingReading)


def test_a_file_that_is_too_large_is_refused_before_the_memory_is_full(tmp_path: Path) -> None:
    file = tmp_path / "film.mov"
    with file.open("wb") as opened:
        opened.truncate(50 * LARGEST_BYTES)
    (document,) = read_all([file], NOTHING_SAID, Unwatched())
    assert document.failed
    assert len(given_by(file).content) == LARGEST_BYTES + 1
    assert not document.given.content
    assert "film.mov holds no text" in document.reading.problems[0].message


def test_a_text_that_is_too_large_is_told_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "films.csv"
    file.write_bytes(b"Title,Runtime\n" + b"Salt Road,96\n" * (LARGEST_BYTES // 13 + 1))
    (document,) = read_all([file], NOTHING_SAID, Unwatched())
    assert document.failed
    assert len(given_by(file).content) == LARGEST_BYTES + 1
    assert not document.given.content
    assert "16 MB" in document.reading.problems[0].message


def test_a_file_with_which_a_folder_would_be_too_much_at_once_is_told_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    for name in ("a.csv", "b.csv", "c.csv"):
        listing(tmp_path, name, "Slack")
    with (tmp_path / "b.csv").open("a", encoding="utf-8") as opened:
        opened.write("Ridge,Ada Lin,12:00\n" * 3)
    most = 2 * (tmp_path / "a.csv").stat().st_size
    documents = read_all([tmp_path], NOTHING_SAID, Unwatched(), most)
    assert [(document.given.name, document.failed) for document in documents] == [
        ("a.csv", False),
        ("b.csv", True),
        ("c.csv", False),
    ]
    assert documents[1].reading.problems[0].message.startswith("“b.csv” was left out")


def test_a_folder_of_too_many_files_is_refused(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(ProblemForUser, match="more than 1,000 files"):
        read_all([tmp_path], NOTHING_SAID, Unwatched())


def test_pictures_in_a_folder_are_told_unless_a_listing_beside_names_them_as_stills(tmp_path: Path) -> None:
    (tmp_path / "stills").mkdir()
    for name in ("stills/ridge.png", "poster.png"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n")
    (tmp_path / "films.json").write_text(
        '[{"title": "Ridge", "tags": [], "stills": ["stills/ridge.png"]}]', "utf-8"
    )
    documents = read_all([tmp_path], NOTHING_SAID, Unwatched())
    assert [document.given.name for document in documents] == ["films.json", "poster.png"]
    assert [document.failed for document in documents] == [False, True]


def test_a_still_outside_its_folder_leaves_the_others_stills_of_their_listing(tmp_path: Path) -> None:
    (tmp_path / "ridge.png").write_bytes(b"\x89PNG\r\n")
    films = '[{"title": "Ebb", "tags": [], "stills": ["../ebb.png"]}, {"title": "Ridge", "stills": ["ridge.png"]}]'
    (tmp_path / "films.json").write_text(films, "utf-8")
    documents = read_all([tmp_path], NOTHING_SAID, Unwatched())
    assert [document.given.name for document in documents] == ["films.json"]
