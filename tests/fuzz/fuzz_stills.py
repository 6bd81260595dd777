"""Feeds bytes to the reader of pictures: it must answer with a still that can be shown, or with a sentence.

Run by `make fuzz`, and for some seconds by the tests.
"""

import sys

import atheris

with atheris.instrument_imports(include=["tourdesk.library", "PIL"]):
    from tourdesk.foundation.errors import ProblemForUser
    from tourdesk.library.stills import still_of, thumbnail_of


def read_one(data: bytes) -> None:
    try:
        still = still_of(data, "still")
    except ProblemForUser:
        return
    if still.picture is None or not thumbnail_of(still.picture) or not thumbnail_of(still.thumbnail):
        raise AssertionError(still)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
