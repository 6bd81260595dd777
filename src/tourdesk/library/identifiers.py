"""Identifiers of films: ISAN, EIDR and IMDb, written in one way, their check characters proven."""

import re

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_IMDB = re.compile(r"(?:imdb\W*)?(?:\S*/title/)?(tt\d{7,8})\b\S*", re.IGNORECASE)
_EIDR = re.compile(r"(?:eidr\W*)?(?:\S*doi\.org/)?10\.5240/([0-9A-F-]+)-([0-9A-Z])", re.IGNORECASE)
_ISAN = re.compile(
    r"(?:isan\W*)?([0-9A-F-]{16,19}?)-?([0-9A-Z])(?:-?([0-9A-F]{4}-?[0-9A-F]{4})-?([0-9A-Z]))?", re.IGNORECASE
)


def identifier(text: str) -> str:
    """An identifier as it is kept: `ISAN 0000-0001-8947-0000-8-0000-0000-D`, `EIDR 10.5240/…`, `IMDb tt0123456`.

    Takes what people paste, links included. ISAN is ISO 15706-1 and -2, EIDR is the DOI of ISO 26324; the check
    characters of both are ISO/IEC 7064 MOD 37,36. Raises ProblemForUser when it is none of them, or when a
    check character does not fit, which means that it was mistyped.
    """
    typed = text.strip()
    for pattern, written in ((_IMDB, _imdb), (_EIDR, _eidr), (_ISAN, _isan)):
        match = pattern.fullmatch(typed)
        if match is not None:
            return written(match)
    raise ProblemForUser(
        _("“{typed}” is no ISAN, EIDR or IMDb identifier; please check it, or leave it out.", typed=typed)
    )


def check_character(digits: str) -> str:
    """The check character of hexadecimal digits by ISO/IEC 7064, MOD 37,36."""
    product = 36
    for digit in digits:
        total = (product + _DIGITS.index(digit)) % 36 or 36
        product = total * 2 % 37
    return _DIGITS[(37 - product) % 36]


def _imdb(match: re.Match[str]) -> str:
    return f"IMDb {match[1].lower()}"


def _eidr(match: re.Match[str]) -> str:
    digits = match[1].replace("-", "").upper()
    if len(digits) != 20:
        raise ProblemForUser(
            _("“{typed}” is no whole EIDR: it has twenty digits and a check character.", typed=match[0])
        )
    _prove(match[0], digits, match[2])
    return f"EIDR 10.5240/{_grouped(digits)}-{match[2].upper()}"


def _isan(match: re.Match[str]) -> str:
    root = match[1].replace("-", "").upper()
    if len(root) != 16:
        raise ProblemForUser(
            _("“{typed}” is no whole ISAN: it has sixteen digits and a check character.", typed=match[0])
        )
    _prove(match[0], root, match[2])
    written = f"ISAN {_grouped(root)}-{match[2].upper()}"
    if match[3] is None:
        return written
    version = match[3].replace("-", "").upper()
    _prove(match[0], root + version, match[4])
    return f"{written}-{_grouped(version)}-{match[4].upper()}"


def _prove(typed: str, digits: str, check: str) -> None:
    if check_character(digits) != check.upper():
        raise ProblemForUser(
            _(
                "“{typed}” was mistyped somewhere: its check character does not fit; please compare it.",
                typed=typed,
            )
        )


def _grouped(digits: str) -> str:
    return "-".join(digits[place : place + 4] for place in range(0, len(digits), 4))
