"""How texts are compared: case, accents and spacing make no difference to people who look for something."""

import unicodedata


def folded(text: str) -> str:
    """The text without case, accents and doubled spaces, for comparing and searching."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
