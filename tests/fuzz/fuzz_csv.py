"""Feeds text with separators to the reader of listings, and whatever bytes come of it.

Run by `make fuzz`, and for some seconds by the tests.
"""

import sys

import atheris
from tests.fuzz.listings import read_one

if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
