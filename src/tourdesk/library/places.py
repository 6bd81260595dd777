"""The words by which people look for where a film is from and where it was shown."""

from functools import cache

from tourdesk.library.films import Film


def place_words(film: Film) -> list[str]:
    """The names of the film's countries, in English and in their own languages, and the towns it was shown in."""
    return [
        *(name for code in film.countries for name in country_names(code)),
        *(showing.town for showing in film.showings),
    ]


@cache
def country_names(code: str) -> tuple[str, ...]:
    """The English name of an ISO 3166 country, and its names in its official languages; an unknown code as it is."""
    # A window that only shows films must not wait for Babel.
    from babel import Locale, localedata  # noqa: PLC0415
    from babel.languages import get_official_languages  # noqa: PLC0415

    spoken = ("en", *get_official_languages(code, de_facto=True))
    names = (
        Locale.parse(language).territories.get(code) for language in spoken if localedata.exists(language)
    )
    return tuple(dict.fromkeys(name for name in names if name)) or (code,)
