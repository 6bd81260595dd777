"""From which age a film may be seen, by what a country's board or an advisory says of it.

The ages are those from which children are admitted without company, or from which the board recommends the film
where it only recommends, as the boards publish them: FSK (Germany), BBFC (United Kingdom), IFCO (Ireland), MPA
(United States), Canadian Home Video Rating System, Australian Classification, FVLB (New Zealand), CNC (France), ICAA
(Spain), CBFC (India), Eirin (Japan), IMDA (Singapore), OFNAA (Hong Kong), SEGOB/RTC (Mexico), INCAA (Argentina),
FPB (South Africa), Kijkwijzer (Netherlands), IGAC (Portugal).
"""

import re
from functools import lru_cache

OLDEST = 21
"""No board asks for more; a larger number in an advisory is something else."""

_NUMBER = re.compile(r"\d{1,2}")
_ADVISED = re.compile(
    r"(?<!\d)(\d{1,2})\s*\+|(?:under|below|from|over|ab|unter|dès|moins de)\s+(\d{1,2})(?!\d)", re.IGNORECASE
)
"""An age in an advisory: `16+`, `not for children under 12`."""

_FOR_ALL = frozenset("G U AL ALL ALLE TOUS TODOS GENERAL L TP T E APT APTA ATP AA BTL PG KT S".split())
"""Letters that mean everybody, with company where they ask for it, in every country that uses them."""

_BY_COUNTRY = {
    "AU": {"M": 15, "MA": 15, "R": 18, "X": 18},
    "CA": {"A": 18, "R": 18},
    "HK": {"I": 0, "IIA": 0, "IIB": 15, "III": 18},
    "IN": {"A": 18, "S": 18, "UA": 12},
    "MX": {"A": 0, "B": 12, "C": 18, "D": 18},
    "NZ": {"M": 16, "R": 18},
    "US": {"R": 17, "NC-17": 18, "X": 18},
    "ZA": {"A": 0, "XX": 18},
}
"""What letters, or numbers that are not the age itself, mean in a country beside those that mean everybody."""

_A_FOR_ALL = frozenset({"NO", "DK", "SE", "ES", "AT", "BE", "CH", "GR", "TH"})
"""Countries where a plain A means everybody."""


@lru_cache(1024)  # asked of every film at every keystroke
def age_of_rating(rating: str) -> tuple[str, int | None]:
    """The country of a rating as the library writes it (`AU: MA15+`), and its age in years.

    The age is None when the country's word is not known: then nobody can say.
    """
    country, _, said = rating.partition(":")
    country, word = country.strip().upper(), " ".join(said.split()).upper()
    special = _BY_COUNTRY.get(country, {})
    if word in special:
        return country, special[word]
    number = _NUMBER.search(word)
    if number is not None:
        return country, int(number[0])
    letters = re.split(r"[\s(/]", word, maxsplit=1)[0].rstrip("+.")
    if letters in special:
        return country, special[letters]
    if letters in _FOR_ALL or (letters == "A" and country in _A_FOR_ALL):
        return country, 0
    return country, None


@lru_cache(1024)
def age_of_advisory(advisory: str) -> int | None:
    """The age that an advisory names, as `16+` or `not for children under 12` do; None when it names none."""
    found = _ADVISED.search(advisory)
    age = None if found is None else int(found[1] or found[2])
    return age if age is not None and age <= OLDEST else None
