"""From what people typed to what the faces can show: nothing disappears without a mark.

A character that the faces lack is shown by its compatible form where there is one (`ﬁ` as `fi`),
otherwise by the replacement character, and is named to whoever asks.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from tourdesk.documents.faces import characters, companion
from tourdesk.documents.scripts import JOINERS

_BLANKS = re.compile(r"[ \n]+")

MARK = "\ufffd"
"""Stands where a character cannot be shown."""

_SAME_LOOK = {
    "−": "–",  # the faces have no minus; the en dash has its width and height
    "‑": "-",
    "‐": "-",
    "\n": "\n",
    "\t": " ",
    "\u2028": "\n",
    "\u2029": "\n\n",
    "\x85": "\n",
    "\x0b": "\n",
    "\x0c": "\n\n",
}
# Invisible by nature: marks of direction, soft hyphens, variation selectors.
_UNSEEN = "Cf"
_VARIATIONS = frozenset(chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    if character in _SAME_LOOK:
        return _SAME_LOOK[character]
    category = unicodedata.category(character)
    if category == _UNSEEN or character in _VARIATIONS:
        return character if character in JOINERS else ""
    if category in {"Cc", "Zs"}:
        return character if character in {" ", "\u00a0"} else " "
    return _printed(character)


def _printed(character: str) -> str:
    """The character in our own faces, plainly where they have it plainly, else in those of its alphabet."""
    if _is_wide_mark(character):
        return character
    plain = unicodedata.normalize("NFKC", character)
    for form in (character, plain):
        if all(ord(part) in characters() for part in form):
            return form
    for form in (character, plain):
        if all(ord(part) in characters() or companion(part) for part in form):
            return form
    return MARK


def _is_wide_mark(character: str) -> bool:
    """Whether it is a mark as wide as a Chinese character: between such characters a narrow one looks lost."""
    wide = unicodedata.east_asian_width(character) == "F"
    return wide and unicodedata.category(character)[0] == "P" and companion(character) is not None


def shown(text: str) -> str:
    """The text as the faces can show it: composed, without invisible characters, gaps marked."""
    unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(map(_shown, unified))


def in_one_line(text: str) -> str:
    """The text as `shown`, with every run of blanks and line ends as one blank; no-break spaces stay."""
    return " ".join(_words(shown(text)))


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs, which blank lines part; line ends within one count as blanks."""
    parts: list[list[str]] = [[]]
    for line in shown(text).split("\n"):
        words = _words(line)
        if words:
            parts[-1].extend(words)
        elif parts[-1]:
            parts.append([])
    return [" ".join(words) for words in parts if words]


def _words(text: str) -> list[str]:
    """What blanks part; a no-break space holds only between letters."""
    return [word.strip() for word in _BLANKS.split(text) if word.strip()]


def missing(texts: Iterable[str]) -> list[str]:
    """The characters that no face has, each once, in the order in which they come."""
    found: dict[str, None] = {}
    for text in texts:
        for character in unicodedata.normalize("NFC", text):
            if _shown(character) == MARK and character != MARK:
                found[character] = None
    return list(found)
