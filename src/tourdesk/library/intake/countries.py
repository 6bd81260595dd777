"""Countries that a piece of text names and nothing else."""

import re

from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.places import AMBIGUOUS_CODES, country_code, country_table

_COUNTRY_JOIN = re.compile(
    r"(?=[\s+&/;,|、・،–-]|\b)\s*(?:[+&/;,|、・،]|\s[-–—]\s|(?<=[^\W\d_]{2})[-–](?=[^\W\d_])|\b(?:and|und|et|y|e|a|i|och|og|ja|és|en|in|και|ve|и|і|та)\b)\s*"
)


# Countries that are surnames, too.
_SURNAMES = frozenset(
    {
        "england",
        "holland",
        "ireland",
        "wales",
        "israel",
        "jordan",
        "chad",
        "san martin",
        "saint martin",
    }
)


def country_behind_name(words: str) -> int:
    """Where in "Jo Ann Gray UK" the country begins that no sign parts from a name; 0 where none does."""
    tokens = list(re.finditer(r"\S+", words))
    for first in range(2, len(tokens)):
        at = tokens[first].start()
        if _country(words[at:], codes=False):
            return at
    return 0


def is_surname(country: str) -> bool:
    """Whether the name of a country is a surname, too: "Jo Ann Ireland"."""
    return fold(country) in _SURNAMES


def countries_of(words: str, *, codes: bool = False) -> tuple[str, ...]:
    """The countries a text names and nothing else; empty otherwise.

    Codes of two letters that are also states of the USA or provinces of Canada are taken only with `codes`.
    """
    table = country_table()
    words = words.strip(" .,;:()")
    folded = fold(words)
    if folded in table and len(folded) > 3:
        return (table[folded],)
    if len(words) > 200:
        return ()
    found: list[str] = []
    for piece in _COUNTRY_JOIN.split(words):
        part = piece.strip(" .()")
        if not part:
            continue
        code = _country(part, codes=codes)
        if code is None:
            several = _run_together(part)
            if not several:
                return ()
            found.extend(several)
        else:
            found.append(code)
    return tuple(dict.fromkeys(found))


def _country(part: str, *, codes: bool) -> str | None:
    table = country_table()
    if "ヴ" in part:  # two ways to write a v: ラトヴィア, ラトビア
        for sign, other in (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ")):
            part = part.replace(sign, other)
    folded = fold(part)
    if f"{folded}." in table:
        return table[f"{folded}."]
    if len(part) in {2, 3} and part.isupper() and part.isascii():
        code = country_code(part) or table.get(folded)
        return None if code and len(part) == 2 and part in AMBIGUOUS_CODES and not codes else code
    if folded in table and (
        len(folded) > 3 or not part.isascii() or "." in folded or part in {"Uk", "Usa", "usa", "uk", "Čad"}
    ):
        return table[folded]
    if folded.startswith("the "):
        return table.get(folded[4:])
    return None


def _run_together(part: str) -> tuple[str, ...]:
    """The countries of "Poland UK", without a comma."""
    words = part.split()
    if not 2 <= len(words) <= 5:
        return ()
    found: list[str] = []
    index = 0
    while index < len(words):
        for size in range(min(3, len(words) - index), 0, -1):
            code = _country(" ".join(words[index : index + size]), codes=False)
            if code:
                found.append(code)
                index += size
                break
        else:
            return ()
    return tuple(found)
