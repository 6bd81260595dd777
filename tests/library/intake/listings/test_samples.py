"""Exports as people really get them, against what is true of them, where they lie beside the checkout."""

import json
from pathlib import Path

import pytest
from tests.library.intake.listings.making import read

from tourdesk.foundation.assets import resources
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.places import language_table

SHARED = Path(__file__).resolve().parents[4].parent / "shared" / "listings"
TRUTHS = sorted(SHARED.glob("*.truth.json"))


@pytest.mark.parametrize("truth_file", TRUTHS, ids=lambda path: path.name.split(".")[0])
def test_an_export_is_read_as_it_is(truth_file: Path) -> None:
    file = next(path for path in SHARED.glob(truth_file.name.split(".")[0] + ".*") if path != truth_file)
    films = json.loads(truth_file.read_text(encoding="utf-8"))["films"]
    reading = read(file.read_bytes(), file.name)
    assert [film.title for film in reading.films] == [film["title"] for film in films]
    for film, true in zip(reading.films, films, strict=True):
        seconds = true.get("runtime_seconds") or true["runtime_minutes"] * 60
        assert film.runtime_seconds == seconds
        assert film.original_title == true.get("original_title")
        assert film.year == true["year"]
        assert list(film.directors) == true["directors"]
        assert list(film.producers) == (true.get("producers") or [])
        assert list(film.countries) == true["countries"]
        assert list(film.languages) == [language_table()[fold(name)] for name in true.get("languages", [])]
        assert film.doubtful == ()
        if "tags" in true:
            assert list(film.tags) == true["tags"]
    assert reading.problems == ()


def test_the_sample_tour_is_a_listing_of_its_films() -> None:
    tour = resources() / "sample" / "tour.json"
    films = json.loads(tour.read_text(encoding="utf-8"))["films"]
    reading = read(tour.read_bytes(), tour.name)
    assert len(reading.films) == len(films)
    for film, true in zip(reading.films, films, strict=True):
        assert film.title == true["title"]
        assert film.synopsis == true["synopsis"]
        assert film.countries == tuple(true["countries"])
        assert film.runtime_seconds == true["versions"][0]["seconds"]
        assert film.runtime_approximate == true["versions"][0]["approximate"]
        assert film.languages == tuple(true["languages"])
    # What a reading has no place for is told, once.
    assert [problem.message[:8] for problem in reading.problems] == ["Left out"]
