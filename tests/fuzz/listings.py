"""What every target of a reader of listings holds to be true, whatever bytes it is fed."""

import atheris

with atheris.instrument_imports(include=["tourdesk.library"]):
    from tourdesk.foundation.errors import ProblemForUser
    from tourdesk.library.from_reading import film_from_reading
    from tourdesk.library.intake.listings.preview import preview
    from tourdesk.library.intake.listings.reading import read_listing


def read_one(data: bytes) -> None:
    """It must answer with a reading, with no listing, or with a sentence; nothing else escapes."""
    try:
        reading = read_listing(data, "listing")
    except ProblemForUser:
        return
    if reading is None:
        return
    reading.text.encode()
    if not (reading.films or reading.problems):
        raise AssertionError("neither a film nor a problem")
    for film in reading.films:
        film_from_reading(film)
        if not film.title or any(not reading.text[one.start : one.end].strip() for one in film.evidence):
            raise AssertionError(film)
    for table in reading.tables:
        preview(table, table.header.mapping)
