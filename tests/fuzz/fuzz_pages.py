"""Feeds text to the reader of pages: every text gives a reading, with films or with a problem.

Run by `make fuzz`, and for some seconds by the tests.
"""

import sys

import atheris

with atheris.instrument_imports(include=["tourdesk.library"]):
    from tourdesk.library.intake.page import read_page


def read_one(data: bytes) -> None:
    reading = read_page(data.decode("utf-8", "replace"))
    reading.text.encode()
    if not (reading.films or reading.problems):
        raise AssertionError("neither a film nor a problem")
    for film in reading.films:
        places = [(film.start, film.end), *((one.start, one.end) for one in film.evidence)]
        if any(not 0 <= start <= end <= len(reading.text) for start, end in places):
            raise AssertionError(film)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
