"""Feeds bytes to the reader of ballots: it must answer with films and problems of rows, or with a sentence.

Run by `make fuzz`, and for some seconds by the tests.
"""

import sys

import atheris

with atheris.instrument_imports(include=["tourdesk.library"]):
    from tourdesk.foundation.errors import ProblemForUser
    from tourdesk.library.committee.ballot_reading import read_ballots
    from tourdesk.library.committee.verdicts import MOST_STARS, Stroke, Verdict


def read_one(data: bytes) -> None:
    try:
        reading = read_ballots(data, "ballots")
    except ProblemForUser:
        return
    for film in reading.films:
        if not film.film.title or not film.strokes:
            raise AssertionError(film)
        for stroke in film.strokes.values():
            stars = stroke.on(Verdict()).stars
            if stroke == Stroke() or not (stars is None or 1 <= stars <= MOST_STARS):
                raise AssertionError(film)
    if any(problem.row < 1 or not problem.message for problem in reading.problems):
        raise AssertionError(reading.problems)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
