"""Persons' names: how they are told from titles and companies, and how several in a row are parted."""

import re
from functools import lru_cache

from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.names import PARTICLES, given_names
from tourdesk.library.intake.vocabulary.words import COMPANY, NAME_LIKE

_TOKEN = re.compile(r"[^\s]+")
_JOINER = re.compile(
    r"(?=[\s,;+/|&＆、،؛・])\s*(?:[,;+/|&＆、،؛]|(?<=\s)(?<!-\s)(?:and|AND|und|UND|et|ET|ED|y|Y|e|i|a|u|og|och|och|ja|és|in|ir|un|ve|и|й|та|і|και|și|en|と|和|与|及)(?=\s)|\s[–—-]\s|・(?=[^ァ-ヺー]))\s*"
)
_AFTER = re.compile(
    r"\s*[,;]?\s*(?:\bet al\.?|\bu\.\s?a\.|\bet\.? al\.?|\band others|\bi in\.|\ba kol\.|\bin drugi|\bи др\.)\s*$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"^(?:inc|llc|ltd|gmbh|jr|sr|s\.?r\.?o|s\.?a|s\.?l|co|phd|asc|gsc|bvk|ii|iii)\.?$", re.IGNORECASE
)
_TITLE_WORDS = frozenset(
    "it its we you they i me us this that there here "
    "the of in to on at for with without from into by a an is are my our your his her their how why what when who where not no all every last first "
    "der die das den dem ein eine und im am vom zum zur mit ohne les le la un une des du aux sur dans el los las para por lo il gli nel sul w na do z bez "
    "running run runners starring featuring directed written produced narrated introduced presented desert wild fast mountain mountains ice snow river road trail north south east west way life king queen".split()
)
_CONTRACTED = re.compile(r"n['’]t$|['’](?:ll|re|m|ve|d)$")
_NATIVE = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3・·]{2,12}$")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")


_IN_NO_NAME = re.compile(r'[\d?!:;"“”«»@_=<>#*]')


def _may_be_name(text: str) -> bool:
    return 3 <= len(text) <= 60 and _IN_NO_NAME.search(text) is None


def _capitalised(tokens: list[str]) -> bool:
    """Whether two words at least begin with a capital, the first of all, and no other than particles do not."""
    shaped = sum(1 for token in tokens if token[0].isupper())
    loose = any(
        not token[0].isupper() and fold(token) not in PARTICLES and not token.startswith(("'", "’", "“"))
        for token in tokens
    )
    return shaped >= 2 and not loose and tokens[0][0].isupper()


@lru_cache(maxsize=20_000)
def person_likeness(text: str) -> float:  # noqa: PLR0911  # one line for each reason
    """How much a text looks like one person's name: 0 (not at all) to 1 (a known given name and a surname)."""
    text = text.strip(" .,")
    if not _may_be_name(text):
        return 0.0
    tokens = _TOKEN.findall(text)
    if len(tokens) >= 3 and (once := _said_once(tokens)):
        return max(0.75 if _NATIVE.match(tokens[0]) else 0.0, person_likeness(once))
    if not 2 <= len(tokens) <= 6:
        return 0.0
    folded = [fold(token.strip(".,")) for token in tokens]
    known = folded[0].split("-")[0] in given_names() or folded[0] in given_names()
    company = any(word in COMPANY and not (known and word in NAME_LIKE) for word in folded)
    if company or not _capitalised(tokens):
        return 0.0
    if any(word in _TITLE_WORDS and word not in PARTICLES for word in folded):
        return 0.2 if known else 0.0
    if folded[0] in _TITLE_WORDS or any(_CONTRACTED.search(word) for word in folded):
        return 0.0
    if known:
        return 1.0
    if len(tokens[0]) <= 3 and tokens[0].endswith("."):
        return 0.8  # "R. Faure"
    if any(word in given_names() for word in folded[1:]):
        return 0.75  # family name first, or a second given name
    return 0.5 if len(tokens) <= 4 else 0.3


def _said_once(tokens: list[str]) -> str:
    """Of a name in two alphabets ("林羿綺 Yi-Chi Lin", "Balazs SIMONYI 발라주 시모니") the one with capitals; empty for others."""
    if _NATIVE.match(tokens[0]) and tokens[1].isascii():
        return " ".join(tokens[1:])
    cased = [token for token in tokens if token.lower() != token.upper() or not token.isalpha()]
    both = 2 <= len(cased) < len(tokens) and all(token[0].isupper() for token in cased)
    return " ".join(cased) if both else ""


@lru_cache(maxsize=8192)
def is_company(text: str) -> bool:
    """Whether a word of the text says that it is a company or an institution."""
    return any(fold(token.strip("(),.")) in COMPANY for token in text.split())


@lru_cache(maxsize=5000)
def parted(text: str, *, companies: bool = False) -> tuple[str, ...]:
    """The names of a list such as "Anna & Ben Miller", "R. Faure et al.", "A B + C D".

    With `companies` a comma within what is one company's name may stay, brackets too.
    """
    text = _AFTER.sub("", text.strip().strip(",;/|–—- ").strip())
    if not companies and ("(" in text or "[" in text):
        text = _BRACKET.sub(" ", text).strip()
    pieces = [piece.strip(" .,;") if not companies else piece.strip(" ,;") for piece in _JOINER.split(text)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) <= 1:
        return tuple(pieces)
    if companies and not _parts_are_names(text, pieces):
        return (text,)
    return tuple(dict.fromkeys(_shared_surnames(_rejoined(pieces))))


def _parts_are_names(text: str, pieces: list[str]) -> bool:
    """A list of producers is parted where every part could stand alone."""
    if "(" in text:
        return False
    if all(person_likeness(piece) >= 0.5 for piece in pieces):
        return True
    if re.search(r"[+;|]|\s/\s", text):
        return True
    if "/" in text:
        return False
    if text.count(",") >= 2 and all(piece[:1].isupper() or piece[:1].isdigit() for piece in pieces):
        return True
    mixed = any(map(_company_alone, pieces)) and any(person_likeness(piece) >= 0.5 for piece in pieces)
    least = 0.5 if mixed else 0.75
    alone = [piece for piece in pieces if person_likeness(piece) >= least or _company_alone(piece)]
    return (len(alone) == len(pieces) and len(re.findall(r",", text)) == len(pieces) - 1) or len(
        alone
    ) == len(pieces)


def _company_alone(piece: str) -> bool:
    words = piece.split()
    return (
        len(words) >= 2
        and is_company(piece)
        and not piece[0].islower()
        and fold(words[0]) not in {"studio", "co", "company", "sons"}
    )


def _rejoined(pieces: list[str]) -> list[str]:
    out: list[str] = []
    for piece in pieces:
        if out and _SUFFIX.match(piece):
            out[-1] = f"{out[-1]}, {piece}"
        else:
            out.append(piece)
    return out


def _shared_surnames(pieces: list[str]) -> list[str]:
    """The names of "Anna & Ben Miller" are those of two Millers."""
    out = list(pieces)
    for index in range(len(out) - 2, -1, -1):
        words, after = out[index].split(), out[index + 1].split()
        alone = (
            len(words) == 1
            and words[0][:1].isupper()
            and words[0].isalpha()
            and fold(words[0]) in given_names()
        )
        if alone and len(after) >= 2 and person_likeness(out[index + 1]) >= 0.5:
            surname = (
                after[1:] if fold(after[0].split("-")[0]) in given_names() or len(after) == 2 else after[-1:]
            )
            out[index] = " ".join([out[index], *surname])
    return out


@lru_cache(maxsize=8192)
def names_likeness(text: str) -> float:
    """How much a text looks like one person or a list of persons."""
    whole = person_likeness(text)
    if whole >= 0.75:
        return whole
    pieces = parted(text)
    if len(pieces) < 2 or len(pieces) > 8:
        return whole if not pieces else max(whole, person_likeness(pieces[0]) if len(pieces) == 1 else 0.0)
    return min(person_likeness(piece) for piece in pieces)


def is_native_name(text: str) -> bool:
    """A Chinese, Japanese or Korean name, which has no capitals to tell it by."""
    return _NATIVE.match(text.replace(" ", "")) is not None
