"""Feeds XML to the reader of listings: Eventival's, simpler lists, and what only looks like it.

Run by `make fuzz`, and for some seconds by the tests.
"""

import sys

import atheris
from tests.fuzz.listings import read_one

if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
