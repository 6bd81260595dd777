"""The words of a cell: invisible characters taken out, and what only says that there is nothing."""

import re
import unicodedata

from tourdesk.library.intake.vocabulary.folding import fold

# Controls, marks of direction and of byte order, halves of characters: nothing that anyone has typed.
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff\\ufffc\\ud800-\\udfff]"
)
_LINE_END = re.compile("\r\n|[\r\\x0b\\x0c\\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_NOTHING = frozenset(
    "n/a|na|n.a.|n. a.|-|--|---|–|—|_|.|..|...|…|?|??|none|null|nil|nan|undefined|tbc|tba|tbd|t.b.c.|t.b.a.|unknown|"
    "not available|not applicable|not known|#n/a|#ref!|#value!|#name?|#div/0!|#null!|#num!|k.a.|k. a.|keine|keine angabe|"
    "unbekannt|inconnu|inconnue|aucun|aucune|desconocido|desconocida|ninguno|sconosciuto|nessuno|onbekend|geen|nieznany|"
    "brak|neznámy|neznámý|neznano|nepoznato|okänd|ukjent|ukendt|tuntematon|неизвестно|невідомо|不明|未知|미정".split(
        "|"
    )
)
# "None" and "Unknown" are titles of films; these are not.
_NO_TITLE = frozenset("n/a|-|--|---|–|—|_|?|??|tbc|tba|tbd|t.b.c.|t.b.a.|#n/a|#ref!|#value!|null".split("|"))


def cleaned(words: str) -> str:
    """The words as a person would see them; line breaks stay, one kind of them."""
    words = _LINE_END.sub("\n", words)
    words = _UNSEEN.sub("", words)
    if not words.isascii():
        words = unicodedata.normalize("NFC", words)
    return words.strip()


def in_one_line(words: str) -> str:
    """The words with single spaces and no line breaks."""
    return " ".join(words.split())


def paragraphs(words: str) -> str:
    """Running text with its line breaks, without doubled spaces and spaces at the ends of lines."""
    lines = [_SPACES.sub(" ", line).strip() for line in words.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def says_nothing(words: str, *, title: bool = False) -> bool:
    """Whether a cell is empty or only says that there is nothing ("N/A", "-", "TBC")."""
    folded = fold(words)
    return not folded or folded in (_NO_TITLE if title else _NOTHING)
