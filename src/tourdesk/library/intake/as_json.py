"""The document shape that `films read` prints."""

from tourdesk.library.intake.readings import FilmReading, PageReading


def as_json(reading: PageReading, file: str) -> dict[str, object]:
    """One entry of `documents`: the file's name, its films, sponsors and problems."""
    return {
        "file": file,
        "films": [_film(film) for film in reading.films],
        "sponsors": list(reading.sponsors),
        "problems": [{"line": problem.line, "message": problem.message} for problem in reading.problems],
    }


def _film(film: FilmReading) -> dict[str, object]:
    return {
        "title": film.title or None,
        "original_title": film.original_title,
        "year": film.year,
        "runtime_seconds": film.runtime_seconds,
        "runtime_approximate": film.runtime_approximate,
        "directors": list(film.directors),
        "producers": list(film.producers),
        "languages": list(film.languages),
        "countries": list(film.countries),
        "section": film.section,
        "tags": list(film.tags),
        "logline": film.logline,
        "synopsis": film.synopsis,
        "doubtful": list(film.doubtful),
    }
