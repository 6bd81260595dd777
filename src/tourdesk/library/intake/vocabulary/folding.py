"""How words are compared in the tables: no case, no accents."""

from functools import lru_cache

from tourdesk.foundation.text import folded


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The text without case, accents and doubled spaces; quick for plain letters."""
    if text.isascii():
        return " ".join(text.lower().split())
    return folded(text.replace("’", "'"))
