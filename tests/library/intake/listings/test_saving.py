"""A listing goes the way of a page: compared with the library, saved, and compared again."""

from tests.library.intake.listings.making import read, xlsx

from tourdesk.desks import Desks
from tourdesk.library.comparing import merged
from tourdesk.library.from_reading import film_from_reading
from tourdesk.library.intake.file import read_file_bytes
from tourdesk.library.intake.listings.reading import ListingReading
from tourdesk.library.intake.page import read_page

ROWS = (
    ("Title", "Director", "Country", "Year", "Run-time"),
    ("The Ridge", "Ann Lee", "Norway", 2019, "53:10"),
    ("Slack", "Bo Ek", "Sweden", 2020, "7:05"),
)
CSV = "\n".join(";".join(map(str, row)) for row in ROWS)


def test_a_file_that_is_a_listing_is_read_as_one_and_any_other_as_a_page() -> None:
    assert isinstance(read_file_bytes(CSV.encode(), "a.txt"), ListingReading)
    assert isinstance(read_file_bytes(xlsx(*ROWS), "a.txt"), ListingReading)
    page = "The Ridge\nDirector: Ann Lee\nRuntime: 53 min\n"
    assert read_file_bytes(page.encode(), "a.csv") == read_page(page)


def test_the_same_listing_twice_brings_nothing_new(desks: Desks) -> None:
    films = [film_from_reading(film) for film in read(CSV).films]
    desks.library.save(films)
    again = desks.library.compare([film_from_reading(film) for film in read(xlsx(*ROWS)).films])
    assert [(one.known is not None, one.differences) for one in again] == [(True, ()), (True, ())]


def test_a_later_listing_changes_what_it_says_otherwise(desks: Desks) -> None:
    desks.library.save([film_from_reading(film) for film in read(CSV).films])
    later = read(CSV.replace("53:10", "52:40"))
    changed = [
        one
        for one in desks.library.compare([film_from_reading(film) for film in later.films])
        if one.differences
    ]
    assert [difference.field for one in changed for difference in one.differences] == ["versions"]
    desks.library.save([merged(one) for one in changed])
    assert desks.library.find("The Ridge").version.seconds == 3160
