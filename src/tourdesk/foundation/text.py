"""How texts are compared: case, accents and spacing make no difference to people who look for something."""

import re
import unicodedata
from functools import cache

# Scripts that are written without spaces: each of their characters is a word of its own when searching.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
# New Tai Lue vowels and Vedic signs, which have become letters: the tables of SQLite's FTS5 hold them for signs still, so
# that a word with one amid it would be several there, and fail a search for it.
_NO_LETTERS = "\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3"

LONGEST_WORD = 100
"""Letters of a word that are indexed and searched; PostgreSQL refuses words of more than 2046 bytes."""


def folded(text: str) -> str:
    """The text without case, accents and doubled spaces, for comparing and searching."""
    if text.isascii():
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def search_words(text: str) -> list[str]:
    """The folded words of a text, as they are indexed and searched: letters and digits, nothing between."""
    # Hangul is put together again: folding takes syllables apart, and a syllable is what people type.
    return [word[:LONGEST_WORD] for word in _word().findall(unicodedata.normalize("NFC", folded(text)))]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}{_NO_LETTERS}]+")


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script that is written without spaces, where it is a word of its own."""
    return re.match(f"[{_UNSPACED}]", character) is not None
