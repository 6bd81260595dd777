"""The names of countries and languages by their codes, in the language that is spoken.

They are CLDR's, in files of their own: Babel reads all that it knows of a language before it says one name, which took a
tenth of a start. `tools/names.py` writes the files.
"""

from functools import cache

from tourdesk.foundation.assets import resources
from tourdesk.foundation.language import spoken

_CLDR_CALLS = {"prs": "fa_AF"}
"""Languages with a code of their own that CLDR knows as another one's: Dari is its Persian of Afghanistan."""


def country_name(code: str) -> str:
    """The name of an ISO 3166 alpha-2 country; a code that nobody knows is said as it is."""
    name = _names("countries", spoken()).get(code.strip().upper(), code)
    # Hong Kong and Macao, as their films call them.
    return name.removesuffix(" SAR China").removeprefix("Sonderverwaltungsregion ")


def language_name(code: str) -> str | None:
    """The name of a BCP 47 language; None when it has none."""
    names = _names("languages", spoken())
    of_all = code.partition("-")[0].lower()
    return names.get(code.replace("-", "_")) or names.get(_CLDR_CALLS.get(of_all, of_all))


@cache
def _names(kind: str, language: str) -> dict[str, str]:
    """Names by codes: a line of the file is a code, a tab and its name."""
    file = resources() / "names" / f"{kind}.{language}.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)
