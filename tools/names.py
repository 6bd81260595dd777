"""Writes the names of countries and languages that the program says into resources/names, from Babel's copy of CLDR.

Languages of films that CLDR does not name (yet) are named here.

To be run after another Babel was locked; a test says when the files differ from it.
"""

from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile

import babel
from babel import Locale

from tourdesk.foundation.language import LANGUAGES

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "names"

LANGUAGES_OF_FILMS = {
    "apc": {"en": "Levantine Arabic", "de": "Levantinisches Arabisch"},
    "lbj": {"en": "Ladakhi", "de": "Ladakhisch"},
    "lld": {"en": "Ladin", "de": "Ladinisch"},
    "mhn": {"en": "Mòcheno", "de": "Fersentalerisch"},
    "skr": {"en": "Saraiki", "de": "Saraiki"},
}
"""By their ISO 639-3 codes, in each language of the program; what Babel says goes first."""


def names(language: str) -> dict[str, str]:
    """What the files of a language hold, by their names."""
    locale = Locale.parse(language)
    own = {code: called[language] for code, called in LANGUAGES_OF_FILMS.items()}
    return {
        f"countries.{language}.txt": _lines(locale.territories),
        f"languages.{language}.txt": _lines(own | dict(locale.languages)),
    }


def _lines(known: Mapping[str, str]) -> str:
    return "".join(f"{code}\t{name}\n" for code, name in sorted(known.items()))


def main() -> None:
    for language in LANGUAGES:
        for file, text in names(language).items():
            (FOLDER / file).write_text(text, encoding="utf-8", newline="\n")
    copyfile(Path(babel.__file__).parent / "locale-data" / "LICENSE.unicode", FOLDER / "LICENSE.unicode")


if __name__ == "__main__":
    main()
