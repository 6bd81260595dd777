"""Films written as our own JSON or CSV are read back as they were."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.library.intake.listings.making import read

from tourdesk.foundation.money import Money
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.from_reading import film_from_reading
from tourdesk.library.intake.as_json import as_json
from tourdesk.library.intake.listings.film_json import film_as_json
from tourdesk.library.intake.listings.own_table import films_csv
from tourdesk.library.intake.readings import FilmReading, PageReading
from tourdesk.library.licences import Fee, FeeKind, Licence

LETTERS = "abcdefghijklmnopqrstuvwxyz ABC ÄÖÜéàñøŁž ЖЯ Ωλ 山国 한 ,.!?:'&()/#-=+@\"“”"
WORDS = (
    st.text(LETTERS, min_size=1, max_size=40)
    .map(lambda words: " ".join(words.split()))
    .filter(lambda words: any(c.isalpha() for c in words))
)
NAMES = st.lists(WORDS, max_size=3, unique=True).map(tuple)
TEXTS = st.none() | st.lists(WORDS, min_size=1, max_size=3).map("\n\n".join)
SECONDS = st.integers(1, 7 * 24 * 3600)
LANGUAGES = st.lists(st.sampled_from(["en", "de", "pt-BR", "zh", "xh", "tar"]), max_size=3, unique=True).map(
    tuple
)
COUNTRIES = st.lists(st.sampled_from(["US", "GB", "NA", "IN", "DE", "CA"]), max_size=3, unique=True).map(
    tuple
)

readings = st.builds(
    FilmReading,
    title=WORDS,
    original_title=st.none() | WORDS,
    year=st.none() | st.integers(1890, 2039),
    runtime_seconds=st.integers(1, 15 * 3600),
    runtime_approximate=st.booleans(),
    directors=NAMES,
    producers=NAMES,
    languages=LANGUAGES,
    countries=COUNTRIES,
    section=st.none() | WORDS,
    tags=NAMES,
    logline=st.none() | WORDS,
    synopsis=TEXTS,
)
copies = st.builds(
    Copy,
    medium=WORDS,
    format=WORDS,
    identity=st.sampled_from(["", "md5 9e107d9d372bb6826bd81d3542a419d6"]),
    place=WORDS,
    seconds=st.none() | SECONDS,
)
versions = st.builds(
    lambda name, seconds, approximate, has: Version(
        name, seconds, approximate=approximate and seconds is not None, copies=has
    ),
    WORDS,
    st.none() | SECONDS,
    st.booleans(),
    st.lists(copies, max_size=2).map(tuple),
)
licences = st.builds(
    lambda first, days, fee, share, numbers, words: Licence(
        first,
        first + timedelta(days=days) if first and days is not None else None,
        ("AU", "NZ") if share else (),
        fee=fee if share is None or fee is None else Fee(FeeKind.SHARE, fee.amount, share),
        plays=numbers[0],
        radius_km=numbers[1],
        return_days=numbers[2],
        holder=words[0],
        contact=words[1],
        note=words[2],
    ),
    st.none() | st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.none() | st.integers(0, 900),
    st.none()
    | st.builds(
        lambda kind, minor, code: Fee(kind, Money.of_minor(minor, code)),
        st.sampled_from([FeeKind.FLAT, FeeKind.PER_HEAD]),
        st.integers(0, 10**7),
        st.sampled_from(["AUD", "EUR", "JPY", "KWD"]),
    ),
    st.none() | st.decimals(Decimal("0.01"), 100, places=2),
    st.tuples(*[st.none() | st.integers(1, 300)] * 3),
    st.tuples(*[st.just("") | WORDS] * 3),
)
films = st.builds(
    Film,
    title=WORDS,
    original_title=st.none() | WORDS,
    year=st.none() | st.integers(1890, 2039),
    directors=NAMES,
    producers=NAMES,
    languages=LANGUAGES,
    countries=COUNTRIES,
    section=st.none() | WORDS,
    tags=NAMES,
    advisories=NAMES,
    ratings=st.sampled_from([(), ("AU: PG", "GB: 12A")]),
    identifiers=st.sampled_from([(), ("IMDb tt0111161", "ISAN 0000-0001-8947-0000-8-0000-0000-D")]),
    logline=st.none() | WORDS,
    synopsis=TEXTS,
    trailer=st.none() | st.just("https://example.org/trailer?a=1"),
    source=st.none() | WORDS,
    notes=TEXTS,
    versions=st.lists(versions, min_size=1, max_size=3).map(tuple),
    sources=st.lists(
        st.builds(Source, WORDS, SECONDS, st.booleans()), max_size=2, unique_by=lambda one: one.name
    ).map(tuple),
    showings=st.lists(st.builds(Showing, WORDS, st.none() | st.dates(), st.just("") | WORDS), max_size=2).map(
        tuple
    ),
    licences=st.lists(licences, max_size=2).map(tuple),
)


@given(st.lists(readings, min_size=1, max_size=5), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_films_read_prints_is_read_back_equal(given_films: list[FilmReading], encoding: str) -> None:
    printed = json.dumps(
        {"documents": [as_json(PageReading("", tuple(given_films)), "a.txt")]}, ensure_ascii=False
    )
    again = read(printed, "films.json", encoding).films
    assert [film_from_reading(film) for film in again] == [film_from_reading(film) for film in given_films]


@given(st.lists(films, min_size=1, max_size=4))
def test_all_that_a_film_carries_comes_back_from_json(given_films: list[Film]) -> None:
    printed = json.dumps([film_as_json(film) for film in given_films])
    reading = read(printed, "films.json")
    assert [film_from_reading(film) for film in reading.films] == given_films
    assert reading.problems == ()


@given(st.lists(films, min_size=1, max_size=4), st.sampled_from([",", ";", "\t"]))
def test_films_written_for_a_spreadsheet_come_back_with_their_first_run_time(
    given_films: list[Film], separator: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(
        csv.reader(io.StringIO(films_csv(given_films), newline=""))
    )
    again = [film_from_reading(film) for film in read(out.getvalue()).films]
    assert again == [_of_a_table(film) for film in given_films]


def _of_a_table(film: Film) -> Film:
    """A film as far as a row of a table can say it."""
    first = film.version
    return replace(
        film,
        versions=(Version(seconds=first.seconds, approximate=first.approximate),),
        sources=(),
        showings=(),
        licences=(),
    )


def test_a_spreadsheet_finds_no_formula_in_a_title() -> None:
    written = films_csv([Film("=1+1", tags=("-x",)), Film("'tis", section="+49")])
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    again = [film_from_reading(film) for film in read(written).films]
    assert [(film.title, film.tags, film.section) for film in again] == [
        ("=1+1", ("-x",), None),
        ("'tis", (), "+49"),
    ]
