"""Films of a listing looked for among the films of a library, against RapidFuzz shown every title.

The baseline is `rapidfuzz.process.extract` over all the titles, for the same titles asked, in the same run. Run with
`pytest -s benchmarks/test_recognising.py`; `TOURDESK_BENCH_FILMS=1000,10000,100000` says how many films are known.
"""

import os
from time import perf_counter

import pytest
from benchmarks.large_library import films
from rapidfuzz import fuzz, process

from tourdesk.library.alike import MOST, NEARLY, AlikeTexts
from tourdesk.library.recognising import Known, KnownFilms

SIZES = [int(size) for size in os.environ.get("TOURDESK_BENCH_FILMS", "1000,10000").split(",")]
ASKED = 500
ASKED_PLAINLY = 50
"""So many are asked for in the plain way, which takes its time."""


@pytest.mark.parametrize("number", SIZES)
def test_films_are_recognised_in_a_stated_ratio_to_looking_at_every_title(number: int) -> None:
    known = [
        Known(place, (film.title,), film.year, film.directors, film.version.seconds)
        for place, film in enumerate(films(number))
    ]
    read = list(films(ASKED, seed=9))
    titles = [film.title.casefold() for film in read]

    began = perf_counter()
    library = KnownFilms.of(known)
    built = perf_counter() - began
    began = perf_counter()
    library = library.brought_up([0], known[:1])
    kept = perf_counter() - began
    began = perf_counter()
    for film in read:
        library.recognise(film)
    recognised = (perf_counter() - began) / len(read)

    texts = list(dict.fromkeys(film.titles[0].casefold() for film in known))
    index = AlikeTexts(texts)
    began = perf_counter()
    found = [index.nearly(title) for title in titles]
    looked = (perf_counter() - began) / len(titles)
    began = perf_counter()
    plainly = [
        process.extract(title, texts, scorer=fuzz.ratio, score_cutoff=NEARLY, limit=MOST)
        for title in titles[:ASKED_PLAINLY]
    ]
    shown_all = (perf_counter() - began) / ASKED_PLAINLY

    print(
        f"\n{number:>7,} films known: prepared in {built:.2f} s, brought up to date in {kept * 1000:.0f} ms, then {recognised * 1000:.3f} ms a film; a title "
        f"{looked * 1000:.3f} ms, shown to RapidFuzz with all {shown_all * 1000:.2f} ms ({shown_all / looked:.0f} x)"
    )
    assert found[:ASKED_PLAINLY] == [[text for text, _score, _place in some] for some in plainly]
