"""From a film as it was read on a page or in a listing to a film as the library keeps it."""

from tourdesk.library.comparing import Comparison, own_words
from tourdesk.library.films import Film, Source, Version
from tourdesk.library.intake.listings.listed import ListedFilm
from tourdesk.library.intake.readings import FilmReading


def film_from_reading(reading: FilmReading, source: str | None = None, said_by: str | None = None) -> Film:
    """The read film, not saved yet; `source` is the page or the file where it was found, when that is known.

    `said_by` is who says how long it lasts, where that is not the source.
    A page knows one run-time: it is that of the original version. What our own listings
    say of who said what stays, and they are no source themselves.
    """
    listed = reading if isinstance(reading, ListedFilm) else ListedFilm(reading.title)
    said = Version(seconds=reading.runtime_seconds, approximate=reading.runtime_approximate)
    versions = listed.versions or (said,)
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
        advisories=listed.advisories,
        ratings=listed.ratings,
        identifiers=listed.identifiers,
        logline=reading.logline,
        synopsis=reading.synopsis,
        trailer=listed.trailer,
        source=listed.source or source,
        notes=listed.notes,
        versions=versions,
        sources=listed.sources if listed.versions else _said_by(said_by or source, said),
        showings=listed.showings,
        licences=listed.licences,
    )


def _said_by(name: str | None, version: Version) -> tuple[Source, ...]:
    if name is None or version.seconds is None:
        return ()
    return (Source(name, version.seconds, version.approximate),)


def film_field(reading_field: str) -> str:
    """The field of `Film` in which a field of a reading ends up; evidence and doubts name the latter."""
    return "versions" if reading_field.startswith("runtime") else reading_field


def kept_unless_taken(reading: FilmReading, comparison: Comparison) -> frozenset[str]:
    """The fields whose known values stay unless somebody says otherwise: what was read is doubtful, or would cost one's own words."""
    differing = {difference.field for difference in comparison.differences}
    return frozenset(differing & doubtful_fields(reading)) | own_words(comparison)


def doubtful_fields(reading: FilmReading) -> frozenset[str]:
    """The fields of `Film` about which the reading is unsure."""
    return frozenset(film_field(name) for name in reading.doubtful)
