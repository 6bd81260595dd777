"""JSON: OMDb's answers and our own."""

import json

import pytest
from tests.library.intake.listings.making import messages, read, titles

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Showing, Version
from tourdesk.library.from_reading import film_from_reading
from tourdesk.library.intake.file import read_text
from tourdesk.library.intake.listings.reading import read_listing
from tourdesk.library.intake.listings.sniff import Kind

OMDB = {
    "Title": "Slack",
    "Year": "2013–2020",
    "Rated": "N/A",
    "Runtime": "1 h 30 min",
    "Genre": "Documentary, Sport",
    "Director": "Bo Ek, Ann Lee",
    "Plot": "N/A",
    "Language": "English, French",
    "Country": "United States, UK",
    "Type": "movie",
    "Response": "True",
}


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def test_a_title_of_omdb_is_a_film() -> None:
    reading = read(as_json(OMDB), "title.txt")
    assert reading.kind is Kind.JSON
    film = reading.films[0]
    assert (film.title, film.year, film.runtime_seconds) == ("Slack", 2013, 5400)
    assert (film.directors, film.languages, film.countries) == (
        ("Bo Ek", "Ann Lee"),
        ("en", "fr"),
        ("US", "GB"),
    )
    assert (film.tags, film.synopsis, film.doubtful) == (("Documentary", "Sport"), None, ())


def test_what_omdb_shows_in_a_browser_can_be_copied_and_pasted() -> None:
    (film,) = read_text(as_json(OMDB).decode(), "the clipboard").films
    assert (film.title, film.directors) == ("Slack", ("Bo Ek", "Ann Lee"))


def test_a_span_of_years_is_its_first() -> None:
    assert read(as_json(OMDB | {"Year": "1989–"})).films[0].year == 1989
    assert read(as_json(OMDB | {"Year": "1989-"})).films[0].year == 1989


def test_a_search_of_omdb_is_a_list_of_films() -> None:
    found = [{"Title": "Slack", "Year": "2020", "imdbID": "tt1", "Type": "movie", "Poster": "N/A"}]
    assert titles(read(as_json({"Search": found, "totalResults": "1", "Response": "True"}))) == ["Slack"]


def test_several_answers_of_omdb_are_read_together_and_one_that_found_nothing_is_told() -> None:
    reading = read(
        as_json([OMDB, {"Response": "False", "Error": "Movie not found!"}, OMDB | {"Title": "Ridge"}])
    )
    assert titles(reading) == ["Slack", "Ridge"]
    assert messages(reading) == ["Film 2: the database found no film (Movie not found)."]


OWN = {
    "title": "Slack",
    "original_title": "Slakk",
    "year": 2020,
    "runtime_seconds": 431,
    "runtime_approximate": False,
    "directors": ["Ek, Bo", "Lee & Lee"],
    "producers": ["Peak Media, Inc."],
    "languages": ["pt-BR", "en"],
    "countries": ["NA", "SE"],
    "section": "Places",
    "tags": ["Sci-Fi/Fantasy"],
    "logline": "One line.",
    "synopsis": "One.\n\nTwo.",
    "doubtful": ["year", "nonsense"],
}


@pytest.mark.parametrize(
    "shape",
    [
        lambda films: films,
        lambda films: {"films": films},
        lambda films: {"documents": [{"file": "a.txt", "films": films, "sponsors": [], "problems": []}]},
        lambda films: films[0],
    ],
)
def test_our_own_films_are_taken_as_they_are(shape: object) -> None:
    assert callable(shape)
    reading = read(as_json(shape([OWN])))
    film = reading.films[0]
    assert film.directors == ("Ek, Bo", "Lee & Lee")
    assert film.producers == ("Peak Media, Inc.",)
    assert film.countries == ("NA", "SE")
    assert film.tags == ("Sci-Fi/Fantasy",)
    assert (film.runtime_seconds, film.runtime_approximate) == (431, False)
    assert film.synopsis == "One.\n\nTwo."
    assert film.doubtful == ("year",)
    assert messages(reading) == []


def test_what_a_later_version_says_besides_is_left_out_and_told() -> None:
    reading = read(as_json([OWN | {"smell": "pine", "seats": {"a": 1}, "awards": []}]))
    assert titles(reading) == ["Slack"]
    assert messages(reading) == ["Left out, because films are not read with it: “smell”, “seats”, “awards”."]


def test_a_value_of_another_kind_than_expected_is_told() -> None:
    reading = read(
        as_json([OWN | {"year": "soon", "runtime_seconds": -5, "countries": "Sweden", "title": 1917}])
    )
    film = reading.films[0]
    assert (film.title, film.year, film.runtime_seconds, film.countries) == ("1917", None, None, ("SE",))
    assert messages(reading) == [
        "Film 1: the year “soon” cannot be read; it was left empty.",
        "Film 1: the run-time “-5” cannot be read; it was left empty.",
    ]


def test_a_request_for_a_fit_carries_its_films() -> None:
    film = {
        "id": 1,
        "title": "Slack",
        "seconds": 431,
        "section": "Places",
        "directors": ["Bo Ek"],
        "countries": ["SE"],
    }
    assert read(as_json({"films": [film], "nights": 1})).films[0].runtime_seconds == 431


def test_plain_keys_of_other_programs_are_understood_like_columns() -> None:
    film = read(
        as_json([{"Titel": "Der Grat", "Regie": "Ann Lee und Bo Ek", "Länge": "53 min", "Land": "Norwegen"}])
    ).films[0]
    assert (film.title, film.directors, film.countries, film.runtime_seconds) == (
        "Der Grat",
        ("Ann Lee", "Bo Ek"),
        ("NO",),
        3180,
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_json_in_other_encodings_is_read(encoding: str) -> None:
    assert titles(read(json.dumps([OWN | {"title": "Größe"}], ensure_ascii=False).encode(encoding))) == [
        "Größe"
    ]


@pytest.mark.parametrize(
    "content",
    [
        b'{"films": [{"title": "Slack",',
        b'{"a": 1}',
        b"[1, 2, 3]",
        b'[{"a":' * 50_000,
        b'{"a":' * 100_000,
        b'{"films": [{"title": "x", "year": ' + b"9" * 10_000 + b"}]}",
    ],
)
def test_json_that_holds_no_films_or_is_not_whole_says_so(content: bytes) -> None:
    with pytest.raises(ProblemForUser, match=r"“x\.json”"):
        read_listing(content, "x.json")


def test_numbers_without_end_are_no_lengths() -> None:
    reading = read(b'[{"title": "Slack", "runtime_seconds": 1e999, "year": NaN}]')
    assert reading.films[0].runtime_seconds is None


def test_omdb_tells_ratings_of_the_united_states_and_the_imdb_number() -> None:
    film = film_from_reading(read(as_json(OMDB | {"Rated": "PG-13", "imdbID": "tt2349144"})).films[0])
    assert (film.ratings, film.identifiers) == (("US: PG-13",), ("IMDb tt2349144",))
    assert film_from_reading(read(as_json(OMDB | {"Rated": "Not Rated"})).films[0]).ratings == ()


def test_an_identifier_or_a_rating_that_is_none_is_told() -> None:
    reading = read(as_json([OWN | {"identifiers": ["ISAN 0000-0001"], "ratings": ["PG"]}]))
    assert messages(reading) == [
        "Film 1: “ISAN 0000-0001” is no ISAN, EIDR or IMDb identifier, or was mistyped; it was left out.",
        "Film 1: the rating “PG” needs its country, like “AU: PG”; it was left out.",
    ]


def test_parts_of_our_own_films_that_cannot_be_read_are_told_and_the_rest_is_read() -> None:
    versions = [
        {"name": "original", "seconds": -5},
        {"name": "festival cut", "seconds": 600, "copies": ["no copy"]},
    ]
    shown = [{"town": "Leura", "night": "soon"}, {"night": "2027-05-18"}]
    reading = read(as_json([OWN | {"versions": versions, "showings": shown}]))
    film = film_from_reading(reading.films[0])
    assert film.versions == (Version("original"), Version("festival cut", 600))
    assert film.showings == (Showing("Leura"),)
    assert messages(reading) == [
        "Film 1: the run-time “-5” cannot be read; it was left empty.",
        "Film 1: the night “soon” is no date; it was left empty.",
    ]
