"""From a film as it was read on a page to a film as the library keeps it."""

from tourdesk.library.films import Film, Version
from tourdesk.library.intake.readings import FilmReading


def film_from_reading(reading: FilmReading, source: str | None = None) -> Film:
    """The read film, not saved yet; `source` is where the page is found, when that is known.

    A page knows one run-time: it is that of the original version.
    """
    return Film(
        title=reading.title,
        original_title=reading.original_title,
        year=reading.year,
        directors=reading.directors,
        producers=reading.producers,
        countries=reading.countries,
        languages=reading.languages,
        section=reading.section,
        tags=reading.tags,
        logline=reading.logline,
        synopsis=reading.synopsis,
        source=source,
        versions=(Version(seconds=reading.runtime_seconds, approximate=reading.runtime_approximate),),
    )


def film_field(reading_field: str) -> str:
    """The field of `Film` in which a field of a reading ends up; evidence and doubts name the latter."""
    return "versions" if reading_field.startswith("runtime") else reading_field


def doubtful_fields(reading: FilmReading) -> frozenset[str]:
    """The fields of `Film` about which the reading is unsure."""
    return frozenset(film_field(name) for name in reading.doubtful)
