"""The words by which people look for where a film is from and where it was shown."""

from functools import cache

from tourdesk.foundation.language import LANGUAGES
from tourdesk.library.films import Film


def place_words(film: Film) -> list[str]:
    """The names of the film's countries and the towns it was shown in."""
    return [
        *(name for code in film.countries for name in country_names(code)),
        *(showing.town for showing in film.showings),
    ]


ALSO_CALLED = {
    "AE": "UAE VAE",
    "BY": "Weißrussland",
    "CI": "Ivory Coast",
    "CN": "PRC",
    "CZ": "Czech Republic Tschechische Republik",
    "GB": "UK Great Britain Großbritannien",
    "KR": "Republic of Korea",
    "MK": "Mazedonien",
    "MM": "Burma Birma",
    "NL": "Holland",
    "SZ": "Swaziland",
    "TR": "Turkey",
    "US": "USA America Amerika",
}
"""What people call countries that CLDR calls otherwise."""


@cache
def country_names(code: str) -> tuple[str, ...]:
    """What an ISO 3166 country is called: in the languages of the program, in its official ones, and otherwise.

    An unknown code as it is.
    """
    # A window that only shows films must not wait for Babel.
    from babel import Locale, localedata  # noqa: PLC0415
    from babel.languages import get_official_languages  # noqa: PLC0415

    spoken = (*LANGUAGES, *get_official_languages(code, de_facto=True))
    names = (
        Locale.parse(language).territories.get(code) for language in spoken if localedata.exists(language)
    )
    return tuple(dict.fromkeys(name for name in (*names, ALSO_CALLED.get(code)) if name)) or (code,)
