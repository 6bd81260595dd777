"""Feeds bytes to the reader of fit requests: it must answer with a request, or with a sentence.

Run by `make fuzz`, and for some seconds by the tests.
"""

import sys

import atheris

with atheris.instrument_imports(include=["tourdesk.programming.fit"]):
    from tourdesk.foundation.errors import ProblemForUser
    from tourdesk.programming.fit import read


def read_one(data: bytes) -> None:
    try:
        request = read(data)
    except ProblemForUser:
        return
    if not request.prefer or not request.parts or request.max_seconds < 0:
        raise AssertionError(request)
    if len(request.by_id) != len(request.films) or len({rule.id for rule in request.rules}) != len(
        request.rules
    ):
        raise AssertionError(request)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
