"""The names of countries and languages by their codes, in the language that is spoken."""

from functools import cache

from babel import Locale

from tourdesk.foundation.language import spoken


def country_name(code: str) -> str:
    """The name of an ISO 3166 alpha-2 country; a code that nobody knows is said as it is."""
    name: str = _locale(spoken()).territories.get(code.strip().upper(), code)
    # Hong Kong and Macao, as their films call them.
    return name.removesuffix(" SAR China").removeprefix("Sonderverwaltungsregion ")


def language_name(code: str) -> str | None:
    """The name of a BCP 47 language; None when it has none."""
    names = _locale(spoken()).languages
    name: str | None = names.get(code.replace("-", "_")) or names.get(code.partition("-")[0].lower())
    return name


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)
