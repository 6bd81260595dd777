"""Whole pages: what was understood against what is true of each."""

import json
import unicodedata
from pathlib import Path
from typing import TypedDict, cast

import pytest

from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading, PageReading

HERE = Path(__file__).parent
OWN = sorted((HERE / "pages").glob("*.txt"))
SHARED = sorted((HERE.parents[3] / "shared" / "pages").glob("*.txt"))
FIELDS = ("year", "runtime", "directors", "producers", "languages", "countries", "section", "tags")


class FilmTruth(TypedDict, total=False):
    title: str | None
    original_title: str
    year: int | None
    runtime_seconds: int | None
    runtime_minutes: float | None
    runtime_approximate: bool
    directors: list[str] | None
    producers: list[str] | None
    languages: list[str] | None
    countries: list[str] | None
    section: str | None
    tags: list[str] | None
    has_synopsis: bool
    accept: dict[str, list[object]]
    optional: bool


class PageTruth(TypedDict):
    films: list[FilmTruth]
    sponsors: list[str]


NAMES_OF_TAGS = {"english": "en", "modern greek (1453-)": "el", "greek": "el", "modern greek": "el"}


def plain(text: object) -> str:
    folded = unicodedata.normalize("NFKD", str(text)).casefold()
    return " ".join(
        "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c)).split()
    )


def comparable(field: str, value: object) -> object:
    if value in (None, [], (), ""):
        return None
    if field == "languages":
        return sorted(
            {NAMES_OF_TAGS.get(str(item).casefold(), str(item)) for item in cast("list[str]", value)}
        )
    if isinstance(value, (list, tuple)):
        return sorted({plain(item) for item in value})
    return value if isinstance(value, int) else plain(value)


def said(film: FilmReading, field: str) -> object:
    return comparable(field, film.runtime_seconds if field == "runtime" else getattr(film, field))


def right_answers(truth: FilmTruth, field: str) -> list[object]:
    if field == "runtime":
        minutes = truth.get("runtime_minutes")
        seconds = truth.get("runtime_seconds")
        own: object = seconds if seconds is not None else None if minutes is None else round(minutes * 60)
    else:
        own = truth.get(field)
    # The sample pages also keep a single original title there: no answer of a list.
    accepted: object = truth.get("accept", {}).get(field, [])
    others = accepted if isinstance(accepted, list) else []
    return [comparable(field, answer) for answer in (own, *others)]


def is_the_film(truth: FilmTruth, film: FilmReading) -> bool:
    names = {plain(name) for name in (truth.get("title"), *truth.get("accept", {}).get("title", [])) if name}
    if not names:
        return not film.title
    return bool(names & {plain(film.title), plain(film.original_title or "")})


def truth_of(page: Path) -> PageTruth:
    return cast("PageTruth", json.loads(page.with_suffix(".json").read_text(encoding="utf-8")))


def faults_of(page: Path) -> list[str]:
    """Films missed and invented, and every value that is wrong and was not said to be unsure."""
    reading = read_page(decoded(page.read_bytes(), page.name))
    left = list(reading.films)
    faults = []
    for truth in truth_of(page)["films"]:
        film = next((film for film in left if is_the_film(truth, film)), None)
        if film is None:
            faults += [] if truth.get("optional") else [f"missed {truth.get('title')}"]
            continue
        left.remove(film)
        for field in FIELDS:
            value = said(film, field)
            if value is not None and value not in right_answers(truth, field) and field not in film.doubtful:
                faults.append(f"{film.title}: {field} is {right_answers(truth, field)[0]}, read {value}")
        if bool(film.synopsis) != truth.get("has_synopsis", False):
            faults.append(f"{film.title}: synopsis {film.synopsis!r}")
    return faults + [f"invented {film.title}" for film in left]


@pytest.mark.parametrize("page", [*OWN, *SHARED], ids=lambda page: page.stem)
def test_nothing_on_a_page_is_missed_invented_or_wrong(page: Path) -> None:
    assert faults_of(page) == []


@pytest.mark.parametrize("page", OWN, ids=lambda page: page.stem)
def test_a_run_time_is_exact_only_where_the_page_gives_seconds(page: Path) -> None:
    reading = read_page(decoded(page.read_bytes(), page.name))
    for truth in truth_of(page)["films"]:
        film = next(film for film in reading.films if is_the_film(truth, film))
        if truth.get("runtime_seconds") is not None and film.runtime_seconds is not None:
            assert film.runtime_approximate == truth.get("runtime_approximate", False), film.title


@pytest.mark.parametrize("pages", [OWN, SHARED], ids=["own", "shared"])
def test_nearly_all_that_pages_say_is_read(pages: list[Path]) -> None:
    right = empty = 0
    for page in pages:
        reading = read_page(decoded(page.read_bytes(), page.name))
        for truth in truth_of(page)["films"]:
            film = next((film for film in reading.films if is_the_film(truth, film)), None)
            for field in FIELDS if film is not None else ():
                answers = right_answers(truth, field)
                if None not in answers and film is not None:
                    right += said(film, field) in answers
                    empty += said(film, field) not in answers
    assert right >= 0.97 * (right + empty)


def test_sponsors_are_read_where_a_page_names_them() -> None:
    for page in [*OWN, *SHARED]:
        if truth_of(page)["sponsors"]:
            reading = read_page(decoded(page.read_bytes(), page.name))
            assert set(reading.sponsors) == set(truth_of(page)["sponsors"]), page.name


def spans_of(reading: PageReading) -> list[tuple[int, int]]:
    films = [(film.start, film.end) for film in reading.films]
    return films + [(mark.start, mark.end) for film in reading.films for mark in film.evidence]


@pytest.mark.parametrize("page", OWN, ids=lambda page: page.stem)
def test_every_value_has_evidence_within_its_film(page: Path) -> None:
    reading = read_page(decoded(page.read_bytes(), page.name))
    for film in reading.films:
        marked = {mark.field for mark in film.evidence}
        for field in (*FIELDS, "title", "logline", "synopsis"):
            value = film.runtime_seconds if field == "runtime" else getattr(film, field)
            assert not value or field in marked, (film.title, field)
        for mark in film.evidence:
            assert reading.text[mark.start : mark.end].strip(), (film.title, mark)
            assert mark.how
            if mark.field == "title":
                assert plain(film.title) in plain(reading.text[mark.start : mark.end])
    assert all(0 <= start <= end <= len(reading.text) for start, end in spans_of(reading))
