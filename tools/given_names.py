"""Writes the given names by which the page reader tells persons from titles, from the lists of Faker.

usage: python -m tools.given_names WORDS.txt...

WORDS.txt are lists of ordinary words of any language, one a line: a name that is one of them ("Summer", "Storm") is left
out, and so are countries, Faker's own ordinary words and names of two letters; what is wanted all the same stands in
`library/intake/vocabulary/names.py`. Needs Faker (MIT), whose licence is kept beside the names.
"""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from tourdesk.foundation.assets import resources
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.places import country_table

_NAME = re.compile(r"[^\W\d_]{3,}(?:[-'’][^\W\d_]+)*")
_NO_LANGUAGE = "la"


def words_of(package: ModuleType, attributes: str) -> Iterator[str]:
    """The words, folded, in whatever is called so in the languages of one of Faker's providers."""
    for found in iter_modules(package.__path__):
        if found.name == _NO_LANGUAGE:
            continue
        provider = import_module(f"{package.__name__}.{found.name}").Provider
        for name in dir(provider):
            if name.startswith(attributes):
                yield from _folded(getattr(provider, name))


def _folded(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield fold(value)
    elif isinstance(value, dict) and not all(isinstance(weight, float | int) for weight in value.values()):
        for part in value.values():
            yield from _folded(part)
    elif isinstance(value, list | tuple | dict):
        for part in value:
            yield from _folded(part)


def main() -> int:
    words = set(words_of(import_module("faker.providers.lorem"), "word_list"))
    words |= set(words_of(import_module("faker.providers.lorem"), "parts_of_speech"))
    for file in sys.argv[1:]:
        words |= {fold(line.strip()) for line in Path(file).read_text(encoding="utf-8").splitlines()}
    words |= set(country_table())
    names = set(words_of(import_module("faker.providers.person"), "first_name"))
    kept = sorted(name for name in names - words if _NAME.fullmatch(name))
    (resources() / "reader" / "given_names.txt").write_text("\n".join([*kept, ""]), encoding="utf-8")
    print(f"{len(kept)} names of {len(names)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
