from dataclasses import fields

from tourdesk.library.films import Film, Source, Version
from tourdesk.library.from_reading import doubtful_fields, film_field, film_from_reading
from tourdesk.library.intake.readings import Evidence, FilmReading

READ = FilmReading(
    title="Running The Roof",
    original_title="Rennen auf dem Dach",
    year=2017,
    runtime_seconds=3180,
    runtime_approximate=True,
    directors=("Alexis Tymon", "Ben Crocker"),
    producers=("Sourcy Films",),
    languages=("en",),
    countries=("GB",),
    section="Wild and Tough",
    tags=("sport",),
    logline="Three friends and a globe.",
    synopsis="It begins with a bet, late in the evening.",
    doubtful=("year", "runtime_seconds", "runtime_approximate"),
    evidence=(Evidence("runtime_seconds", 17, 36, "after “Runtime:”"),),
)


def test_everything_that_was_read_is_in_the_film() -> None:
    assert film_from_reading(READ, "https://example.org/roof") == Film(
        title="Running The Roof",
        original_title="Rennen auf dem Dach",
        year=2017,
        directors=("Alexis Tymon", "Ben Crocker"),
        producers=("Sourcy Films",),
        languages=("en",),
        countries=("GB",),
        section="Wild and Tough",
        tags=("sport",),
        logline="Three friends and a globe.",
        synopsis="It begins with a bet, late in the evening.",
        source="https://example.org/roof",
        versions=(Version("original", 3180, approximate=True),),
        sources=(Source("https://example.org/roof", 3180, approximate=True),),
    )


def test_what_the_page_does_not_say_stays_unsaid() -> None:
    assert film_from_reading(FilmReading("Echo")) == Film("Echo")


def test_a_doubt_about_the_run_time_is_a_doubt_about_the_version() -> None:
    assert doubtful_fields(READ) == {"year", "versions"}


def test_every_field_of_a_reading_has_its_place_in_the_film() -> None:
    kept = {f.name for f in fields(FilmReading)} - {"doubtful", "evidence", "start", "end"}
    assert {film_field(name) for name in kept} <= {f.name for f in fields(Film)}
