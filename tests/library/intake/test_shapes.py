"""Pages made up from shapes: whatever a line-up looks like, its films are found and nothing is told of them that is not so."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.intake.making import (
    COUNTRIES,
    COUNTRY_JOINS,
    JOINS,
    LAYOUTS,
    NAMES,
    RUNTIMES,
    SYNOPSES,
    TITLES,
    Film,
    Layout,
    Shape,
    page_of,
)

from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading

HEADS = (
    "",
    "Home   Films   Tickets\n\nMountain Film Night\nSaturday, 14 March 2020, 7 pm\nTown Hall, Tickets €12",
    "The films",
    "Programme\n\nHere are the films of the evening, and there will be cake.",
)
BETWEEN = (
    "",
    "INTERMISSION (20 min)",
    "Interval",
    "— Pause —",
    "Q&A with the filmmakers",
    "Talk: Walking at night, with Anna Ilin (30 min)",
)
FEET = (
    "",
    "Total running time: 96 min",
    "Sponsors\nFleet Feet\nAlp-Con\nDirtbagger",
    "Share this: Facebook Twitter",
    "Related films\n\nDesert Runners\nUSA, 2013, 91 min",
)
ASIDES = (
    "Buy tickets",
    "BOOK NOW",
    "Winner: Best Short 2019",
    "Fri 14 March, 7 pm, Main Hall",
    "Rating: PG",
    "Watch trailer",
    "Format: DCP",
    "Official Selection, Trento 2018",
    "19:30 Hall 2",
    "Tickets £9 / £7",
    "Subtitles: English",
    "Read more »",
    "Music: Karl Eide",
    "Share",
)
TOLD = [layout for layout in LAYOUTS if layout.fields]


def plain(title: str) -> str:
    folded = unicodedata.normalize("NFKD", title).casefold()
    return " ".join(
        "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c)).split()
    )


@st.composite
def lists_of_films(draw: st.DrawFn, least: int, most: int) -> list[Film]:
    """Three to six films, each with a title, a year and a length of its own."""
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=3, max_size=6, unique=True))
    count = len(titles)
    years = draw(st.lists(st.integers(1985, 2024), min_size=count, max_size=count, unique=True))
    minutes = draw(st.lists(st.integers(least, most), min_size=count, max_size=count, unique=True))
    some_names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True)
    some_places = st.lists(st.sampled_from(sorted(COUNTRIES)), min_size=1, max_size=2, unique=True)
    return [
        Film(
            title=title,
            directors=tuple(draw(some_names)),
            countries=tuple(draw(some_places)),
            year=year,
            minutes=length,
            synopsis=draw(st.sampled_from(SYNOPSES)),
        )
        for title, year, length in zip(titles, years, minutes, strict=True)
    ]


@st.composite
def pages(draw: st.DrawFn, layout: Layout, *, asides: bool = False) -> tuple[str, list[Film]]:
    runtime = draw(st.sampled_from(sorted(RUNTIMES)))
    shape = Shape(
        layout=layout,
        runtime=runtime,
        join=draw(st.sampled_from(JOINS)),
        country_join=draw(st.sampled_from(COUNTRY_JOINS)),
        capitals=draw(st.booleans()),
        quotes=draw(st.sampled_from(("", "“”", "«»", '""'))),
        numbered=draw(st.sampled_from(("", "{number}. ", "{number}) ", "• ", "#{number} "))),
        gap=1 if asides else draw(st.integers(0, 2)),
        head=draw(st.sampled_from(HEADS)),
        between=draw(st.sampled_from(BETWEEN)),
        foot=draw(st.sampled_from(FEET)),
        joined=draw(st.sampled_from(("\n", "\r\n", "\n\n"))),
        aside=draw(st.sampled_from(ASIDES)) if asides else "",
        aside_at=draw(st.integers(0, 1)),
    )
    # "3:00" alone may be three hours: a clock is only sure from four minutes on.
    films = draw(lists_of_films(5, 58) if runtime == "clock" else lists_of_films(3, 95))
    return page_of(shape, films), films


def wrong_values(film: Film, reading: FilmReading, fields: frozenset[str]) -> list[str]:
    """What was read and is not so, unless it was said to be unsure; and what was left out."""
    said: dict[str, tuple[object, object]] = {
        "runtime": (reading.runtime_seconds, film.minutes * 60),
        "year": (reading.year, film.year),
        "countries": (set(reading.countries), {COUNTRIES[name] for name in film.countries}),
        "directors": (set(reading.directors), set(film.directors)),
        "synopsis": (bool(reading.synopsis), True),
    }
    return [
        f"{field} of {film.title}: {said[field][0]}" for field in fields if said[field][0] != said[field][1]
    ]


@pytest.mark.parametrize("layout", TOLD, ids=lambda layout: layout.name)
@given(data=st.data())
@settings(max_examples=20, derandomize=True)
def test_the_films_of_a_line_up_are_read_whatever_it_looks_like(layout: Layout, data: st.DataObject) -> None:
    text, films = data.draw(pages(layout))
    reading = read_page(text)
    assert [plain(film.title) for film in reading.films] == [plain(film.title) for film in films], text
    for film, read in zip(films, reading.films, strict=True):
        assert wrong_values(film, read, layout.fields) == [], text


@pytest.mark.parametrize("layout", TOLD, ids=lambda layout: layout.name)
@given(data=st.data())
@settings(max_examples=15, derandomize=True)
def test_tickets_dates_and_awards_within_a_film_change_nothing(layout: Layout, data: st.DataObject) -> None:
    text, films = data.draw(pages(layout, asides=True))
    reading = read_page(text)
    assert [plain(film.title) for film in reading.films] == [plain(film.title) for film in films], text
    for film, read in zip(films, reading.films, strict=True):
        assert wrong_values(film, read, layout.fields) == [], text
