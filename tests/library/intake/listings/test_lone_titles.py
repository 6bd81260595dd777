"""A list of nothing but titles under a name that says so: pasted, as a file, as a workbook."""

import pytest
from tests.library.intake.listings.making import read, titles, xlsx

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.file import read_file_bytes, read_text
from tourdesk.library.intake.listings.reading import ListingReading

LIST = ("Stand by Me", "Touched by Grace Kelly", "Salt, Sand and Sea", "MIRA", "1917")


@pytest.mark.parametrize("name", ["Title", "Titel", "Film", "TITLE"])
def test_a_column_of_titles_is_read_as_one_film_a_line(name: str) -> None:
    text = "\n".join((name, *LIST, ""))
    for reading in (read_text(text, "pasted"), read_file_bytes(text.encode(), "films.csv")):
        assert tuple(film.title for film in reading.films) == LIST
        assert isinstance(reading, ListingReading)


def test_titles_in_quotation_marks_are_read_without_them() -> None:
    text = 'Title\n"Salt, Sand and Sea"\n"Say ""Yes"""\n'
    assert [film.title for film in read_text(text, "pasted").films] == ["Salt, Sand and Sea", 'Say "Yes"']


def test_a_workbook_of_one_column_is_read() -> None:
    assert titles(read(xlsx(["Title"], *([title] for title in LIST)))) == list(LIST)


def test_a_workbook_of_names_is_none_of_films() -> None:
    with pytest.raises(ProblemForUser, match="names of the columns"):
        read(xlsx(["Name"], ["Anna Weir"], ["Ben Okafor"]))


@pytest.mark.parametrize(
    "text",
    [
        "Name\nAnna Weir\nBen Okafor\n",
        "MIRA\nTHE RIDGE\n",
        "Title\n" + "A sentence goes on and on until nobody takes it for a title any more. " * 3 + "\n",
    ],
)
def test_what_does_not_say_that_it_is_titles_is_not_taken_for_them(text: str) -> None:
    reading = read_text(text, "pasted")
    assert not isinstance(reading, ListingReading)
    assert reading.films == ()
