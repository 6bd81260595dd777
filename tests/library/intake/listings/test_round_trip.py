"""Films written as our own JSON or CSV are read back as they were."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st
from tests.library.intake.listings.making import read, without_places

from tourdesk.library.intake.as_json import as_json
from tourdesk.library.intake.listings.entries import FIELDS
from tourdesk.library.intake.readings import FilmReading, PageReading

LETTERS = "abcdefghijklmnopqrstuvwxyz ABC ÄÖÜéàñøŁž ЖЯ Ωλ 山国 한 ,.!?:'&()/#-\"“”"
WORDS = (
    st.text(LETTERS, min_size=1, max_size=40)
    .map(lambda words: " ".join(words.split()))
    .filter(lambda words: any(c.isalpha() for c in words))
)
NAMES = st.lists(WORDS, max_size=3, unique=True).map(tuple)

films = st.builds(
    FilmReading,
    title=WORDS,
    original_title=st.none() | WORDS,
    year=st.none() | st.integers(1890, 2039),
    runtime_seconds=st.integers(1, 15 * 3600),
    runtime_approximate=st.booleans(),
    directors=NAMES,
    producers=NAMES,
    languages=st.lists(
        st.sampled_from(["en", "de", "pt-BR", "zh", "xh", "tar"]), max_size=3, unique=True
    ).map(tuple),
    countries=st.lists(st.sampled_from(["US", "GB", "NA", "IN", "DE", "CA"]), max_size=3, unique=True).map(
        tuple
    ),
    section=st.none() | WORDS,
    tags=NAMES,
    logline=st.none() | WORDS,
    synopsis=st.none() | st.lists(WORDS, min_size=1, max_size=3).map("\n\n".join),
)


@given(st.lists(films, min_size=1, max_size=5), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_films_read_prints_is_read_back_equal(given_films: list[FilmReading], encoding: str) -> None:
    printed = json.dumps(
        {"documents": [as_json(PageReading("", tuple(given_films)), "a.txt")]}, ensure_ascii=False
    )
    assert without_places(read(printed, "films.json", encoding).films) == given_films


@given(st.lists(films, min_size=1, max_size=5), st.sampled_from([",", ";", "\t"]))
def test_films_under_our_own_names_of_columns_are_read_back_equal(
    given_films: list[FilmReading], separator: str
) -> None:
    names = [name for name in FIELDS if name != "runtime"]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(names)
    for film in given_films:
        values = [getattr(film, name) for name in names]
        writer.writerow(["; ".join(value) if isinstance(value, tuple) else value for value in values])
    assert without_places(read(out.getvalue()).films) == given_films
