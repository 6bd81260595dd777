"""What the cells of a listing say: years, names, countries, languages, tags."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.identifiers import identifier
from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.items import spoken_languages
from tourdesk.library.intake.people import parted
from tourdesk.library.intake.spelling import nearly_country
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.names import given_names
from tourdesk.library.intake.vocabulary.places import country_code, language_table, language_tags
from tourdesk.library.intake.vocabulary.words import FORMATS
from tourdesk.library.ratings import rating

_YEAR = re.compile(r"(?<!\d)(18[89]\d|19\d\d|20[0-3]\d)(?!\d)")
_RANGE = re.compile(r"(?:18|19|20)\d\d\s*[-–—/]\s*(?:(?:18|19|20)?\d\d)?")
_SHORT_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](\d\d)")
_PARTS = re.compile(r"\s*[;|\n•·]\s*")
_COMMAS = re.compile(r"\s*,\s*")
_CODES = re.compile(r"\s*(?:[;,|/+&\n•·]|\b(?:and|und|et|y|e)\b)\s*")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_TAGS = re.compile(r"\s*[,;/|•·\n]\s*")
_BETWEEN_IDENTIFIERS = re.compile(r"\s*[,;|\n]\s*")
_COMPANY_TAIL = re.compile(
    r"(?:inc|llc|ltd|l\.l\.c|gmbh|jr|sr|s\.?r\.?o|s\.?a|s\.?l|s\.?r\.?l|co|ag|ab|oy|bv)\.?", re.IGNORECASE
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,3}")
_TAG_SHAPE = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8}){0,3})")
_NOBODY = frozenset(
    {"various", "various artists", "various directors", "diverse", "divers", "diverse regisseure", "multiple"}
)
_HALF_NAMES = frozenset(
    {
        "republic of",
        "the",
        "islamic republic of",
        "people's republic of",
        "federation",
        "democratic republic of",
    }
)
_SILENT = frozenset(
    {"no dialogue", "no dialog", "silent", "without dialogue", "sans dialogue", "ohne dialog", "none"}
)
_THREE_LETTERS = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "jpn": "ja", "zho": "zh", "chi": "zh", "kor": "ko", "ara": "ar", "nld": "nl", "dut": "nl", "pol": "pl", "ces": "cs",
    "cze": "cs", "slk": "sk", "slv": "sl", "hrv": "hr", "srp": "sr", "hun": "hu", "swe": "sv", "nor": "no", "dan": "da",
    "fin": "fi", "est": "et", "lav": "lv", "lit": "lt", "ell": "el", "gre": "el", "tur": "tr", "ukr": "uk", "bul": "bg",
    "ron": "ro", "rum": "ro", "heb": "he", "fas": "fa", "per": "fa", "hin": "hi", "nep": "ne", "isl": "is", "cat": "ca",
}  # fmt: skip

LONGEST_NAME = 80
LONGEST_TAG = 40
_LONGEST_LIST = 2_000


@dataclass(frozen=True, slots=True)
class Understood:
    """The values of a cell that is a list; `unknown` are the parts that say nothing known."""

    values: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    doubtful: bool = False


def year_of(words: str) -> tuple[int, bool] | None:
    """The year that a cell tells, alone or in a date, and whether that is doubtful; of a span the first."""
    if len(words) > 100:
        return None
    years = [int(year) for year in _YEAR.findall(words)]
    if years:
        return years[0], len(set(years)) > 1 and not _RANGE.search(words)
    short = _SHORT_DATE.fullmatch(words.strip())
    if short:
        year = int(short[1])
        return (2000 if year < 60 else 1900) + year, True
    return None


@lru_cache(maxsize=10_000)
def people_of(words: str) -> Understood:
    """The persons of a cell: "Ann Lee, Bo Ek", "Ann and Bo Ek", "Lee, Ann; Ek, Bo"."""
    if len(words) > _LONGEST_LIST:
        return Understood(unknown=(words,))
    parts = [part for part in _PARTS.split(words) if part]
    pairs = len(parts) > 1 and all(part.count(",") == 1 for part in parts)
    names: list[str] = []
    turned = False
    for part in parts:
        straight = _family_name_first(part, surely=pairs)
        turned = turned or straight is not None
        names += [straight] if straight is not None else parted(part)
    return _checked(names, doubtful=turned)


@lru_cache(maxsize=10_000)
def producers_of(words: str) -> Understood:
    """The persons and companies of a cell; a comma parts them, a slash or an ampersand may be part of a name."""
    if len(words) > _LONGEST_LIST:
        return Understood(unknown=(words,))
    pieces: list[str] = []
    parts = [part for part in _PARTS.split(words) if part]
    for piece in parts if len(parts) > 1 else _COMMAS.split(words):
        if pieces and _COMPANY_TAIL.fullmatch(piece):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        elif piece:
            pieces.append(piece)
    return _checked([name for piece in pieces for name in parted(piece, companies=True)])


def _checked(names: list[str], *, doubtful: bool = False) -> Understood:
    names = [name for name in names if fold(name) not in _NOBODY]
    known = [
        name for name in names if any(c.isalpha() for c in name) and "@" not in name and "://" not in name
    ]
    odd = any(len(name) > LONGEST_NAME or any(c.isdigit() for c in name) for name in known)
    # "Lee, Ann" may be one person, and two who go by one name.
    halves = len(known) > 1 and all(" " not in name and name.isascii() for name in known)
    return Understood(
        tuple(dict.fromkeys(known)),
        tuple(name for name in names if name not in known),
        doubtful or odd or halves,
    )


def _family_name_first(part: str, *, surely: bool) -> str | None:
    """A name such as "Lee, Ann" as "Ann Lee": the second is a known given name and, unless `surely`, the first is none."""
    pieces = _COMMAS.split(part)
    if len(pieces) != 2 or not all(pieces):
        return None
    family, given = pieces
    if " " in family or len(given.split()) > 2:
        return None
    known = given_names()
    if surely and _INITIALS.fullmatch(given):
        return f"{given} {family}"
    first = fold(given).partition(" ")[0].partition("-")[0]
    if first not in known or (fold(family) in known and not surely):
        return None
    return f"{given} {family}"


_CAR_SIGNS = {
    sign: code
    for sign, _to, code in (
        pair.partition(":")
        for pair in "A:AT B:BE CDN:CA D:DE E:ES F:FR H:HU I:IT J:JP L:LU N:NO P:PT S:SE SLO:SI".split()
    )
}
"""The distinguishing signs of vehicles (Convention on Road Traffic, Vienna 1968, annex 3) by which catalogues of the middle of
Europe name countries, where they are no codes of ISO 3166: to ISO 3166 alpha-2."""


@lru_cache(maxsize=10_000)
def country_codes_of(words: str) -> Understood:
    """The countries of a cell as ISO 3166 alpha-2, by names in many languages or by codes."""
    if words.strip() == "NA":
        return Understood(("NA",), doubtful=True)  # Namibia, and what many write for nothing
    whole = countries_of(words, codes=True)
    if whole:
        return Understood(whole)
    found: list[str] = []
    unknown: list[str] = []
    doubtful = False
    for part in filter(None, _CODES.split(words[:_LONGEST_LIST])):
        codes = countries_of(part, codes=True) or _coded_country(part)
        bare = _BRACKET.sub("", part)
        if not codes and bare != part:
            codes = countries_of(bare, codes=True)
            doubtful = doubtful or bool(codes)
        if codes:
            found += codes
        elif fold(part) in _HALF_NAMES:
            continue  # "Korea, Republic of"
        elif nearly := nearly_country(part):
            found.append(nearly)
            doubtful = True
        else:
            unknown.append(part)
    return Understood(tuple(dict.fromkeys(found)), tuple(unknown), doubtful)


def _coded_country(part: str) -> tuple[str, ...]:
    sign = part.strip(" .()")
    code = _CAR_SIGNS.get(sign) or (country_code(sign.upper()) if len(part) <= 5 else None)
    return (code,) if code else ()


@lru_cache(maxsize=10_000)
def language_tags_of(words: str) -> Understood:
    """The spoken languages of a cell as BCP 47, by names in many languages or by codes."""
    spoken = spoken_languages(words) if len(words) <= 200 else None
    if spoken is not None:
        return Understood(spoken)
    found: list[str] = []
    unknown: list[str] = []
    for part in filter(None, _CODES.split(words[:_LONGEST_LIST])):
        folded = fold(part).strip(" .")
        bare = _BRACKET.sub("", folded).strip(" .()")
        tag = language_table().get(folded) or language_table().get(bare) or language_tag(part)
        if tag:
            found.append(tag)
        elif not {folded, bare} & (_SILENT | FORMATS):
            unknown.append(part)
    return Understood(tuple(dict.fromkeys(found)), tuple(unknown))


def language_tag(word: str) -> str | None:
    """A BCP 47 tag ("pt-BR") or a code of three letters as a tag in its usual spelling; None if it is none."""
    shape = _TAG_SHAPE.fullmatch(word.strip())
    if not shape:
        return None
    primary = shape[1].lower()
    primary = _THREE_LETTERS.get(primary, primary)
    if primary not in language_tags():
        return None
    rest = [part.upper() if len(part) == 2 else part for part in re.split("[-_]", shape[2]) if part]
    return "-".join([primary, *rest])


def tags_of(words: str) -> Understood:
    """The tags of a cell, as written."""
    parts = [part.strip(" .#") for part in _TAGS.split(words[:_LONGEST_LIST])]
    tags = {fold(part): part for part in reversed(parts) if part and len(part) <= LONGEST_TAG}
    long = tuple(part for part in parts if len(part) > LONGEST_TAG)
    return Understood(tuple(tag for tag in dict.fromkeys(parts) if tags.get(fold(tag)) == tag), long)


def advisories_of(words: str) -> Understood:
    """The content advisories of a cell, as written."""
    parts = [part.strip() for part in _TAGS.split(words[:_LONGEST_LIST]) if part.strip()]
    return Understood(
        tuple(dict.fromkeys(part for part in parts if len(part) <= LONGEST_NAME)),
        tuple(part for part in parts if len(part) > LONGEST_NAME),
    )


def ratings_of(words: str) -> Understood:
    """The ratings of a cell, each with its territory: "AU: PG, GB: 12A"."""
    return _kept_as(rating, _TAGS.split(words[:_LONGEST_LIST]))


def identifiers_of(words: str) -> Understood:
    """The identifiers of a cell: ISAN, EIDR, IMDb, links included."""
    return _kept_as(identifier, _BETWEEN_IDENTIFIERS.split(words[:_LONGEST_LIST]))


def _kept_as(write: Callable[[str], str], parts: Iterable[str]) -> Understood:
    values: list[str] = []
    unknown: list[str] = []
    for part in filter(None, map(str.strip, parts)):
        try:
            values.append(write(part))
        except ProblemForUser:
            unknown.append(part)
    return Understood(tuple(dict.fromkeys(values)), tuple(unknown))
