"""The lines of a cleaned page, each with what its place and shape say."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import OTHER, label_table

_BULLET = re.compile(
    r"(?:[•·▪■◦‣●○►▶▸➤→✓✔★☆◆◇❖*+–—-]|>(?=[ ])|#{1,6}(?=[ ])|\[[ xX]?\])[ ]+|[•▪■◦‣●►▶▸➤✓✔◆❖🎬🎞🎥📽]+\ufe0f?\s*"
)
_ENTRY_END = re.compile(
    r"\([^()]*\b(?:(?:19|20)\d\d|\d{1,3}\s?(?:min|mins|minutes|['’′]))[^()]*\)(?=\s*(?:[,;.•]|and\b|und\b|et\b|y\b|$))"
)
# "«Pellegrino» (70’)" within running text.
_TOLD_ENTRY = re.compile(
    r"[«“][^«»“”\n]{1,90}[»”],? \(\d{1,3}\s?(?:['’′]|min\b\.?|mins\b\.?|minutes)(?:,[^()\n]{2,80})?\)"
)
# "Adnan Far From Home (USA), Coffin Decolleté (Egypt)": titles with their countries, several in a line.
_PLACED = re.compile(r"(?<![^\s])[^\s(),][^()]{0,80}? \((?P<place>[^()]{2,40})\)")
_NAMED = re.compile(
    r"(?:(?<=[,;:] )|(?<=and )|^)(?!and )(?:[^\s:(),;][^:(),;]{0,60}: )?(?:the (?:documentary|film|short) )?(?P<title>[^\s(),;:][^(),;]{0,80}?) \((?P<names>[^()\d]{3,90})\)(?=\s*[,;.]|\s+(?:and|from)\b|$)"
)
_MANY = 4
_EMOJI = re.compile(
    r"(?:\d\ufe0f?\u20e3|[\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23f3\U0001f000-\U0001faff\ufe0f\u200d])+[ ]*"
)
_ORDINAL = re.compile(
    r"(?i:(?:block|bloc|session|slot|part|showcase|opening film|closing film|opening night|closing night)\s?#?\d{0,2}:\s+)(?=\S)|(?i:film|movie|short|kurzfilm|court|corto|no\.|nr\.)\s?#?\d{1,2}\s*[:.–—-]\s+(?=\S)|(?i:vooraf|voorfilm|vorfilm|als vorfilm|förfilm|forfilm|avant-programme|supporting short|with short|plus short|preceded by)(?::\s+|\s+(?=kort|kurz|short|court|the short))(?i:(?:de |the |der )?(?:kortfilm|kurzfilm|short film|short|court[- ]métrage)\s+)?(?=\S)|#?\d{1,3}(?:[.)]|\s*[-–—:])\s+(?=\S)|\d{1,2}\.\d{1,2}[.)]\s+(?=[“\"«„]?[^\W\d_])|\d{1,2}\.(?=[“\"«„]|[A-ZÀ-Þ][^\W\d_])|#\d{1,3}\s+(?=\S)|\(\d{1,2}\)\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: `start`, `end` are the span of its words in the text, without a bullet."""

    number: int
    start: int
    end: int
    text: str
    indent: int
    gap: int
    bullet: bool
    heading: bool


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank; `number` counts from 1 as an editor does, `gap` is the blank lines before."""
    found: list[Line] = []
    offset = 0
    gap = 1
    for number, raw in enumerate(text.split("\n"), start=1):
        body = raw.lstrip(" \t") if "\t" not in raw.strip() else raw.lstrip(" ")
        stripped = body.strip()
        if not stripped or not any(c.isalnum() for c in stripped):
            gap += 0 if stripped else 1
            offset += len(raw) + 1
            continue
        indent = len(raw) - len(body)
        start = offset + indent
        heading = body.startswith("#") and body.lstrip("#")[:1] == " "
        match = _BULLET.match(body)
        bullet = match is not None and match.end() < len(body.rstrip())
        if match is not None and bullet:
            start += match.end()
            body = body[match.end() :]
        emoji = _EMOJI.match(body)
        if emoji and emoji.end() < len(body.rstrip()):
            start += emoji.end()
            body = body[emoji.end() :]
        words = body.rstrip()
        found.append(Line(number, start, start + len(words), words, indent, gap, bullet, heading))
        gap = 0
        offset += len(raw) + 1
    return found


def with_lists_parted(lines: list[Line]) -> list[Line]:
    """Films told in one running line, "Mango (A. Rybak, 1980, Poland), Ebb (…), …", each as a line of its own."""
    out: list[Line] = []
    for line in lines:
        head, colon, _rest = line.text.partition(":")
        if colon and label_table().get(fold(head).strip(" .")) in {"directors", "producers", OTHER}:
            out.append(line)  # "Production: Snowglobe (DK), Maneki Films (FR)"
            continue
        pieces = _parted_by_semicolons(line)
        if len(pieces) >= 2:
            out += pieces
            continue
        told = list(_TOLD_ENTRY.finditer(line.text)) or _with_names(line.text)
        if (
            len(told) < 2
            and line.text.count("(") == line.text.count("), ") + 1 >= 2
            and line.text.endswith(")")
        ):
            told = [one for one in _PLACED.finditer(line.text) if countries_of(one["place"])]
            told = told if len(told) == line.text.count("(") else []
        if len(told) >= 2:
            out += [
                replace(
                    line, start=line.start + at, end=line.start + one.end(), text=line.text[at : one.end()]
                )
                for one in told
                for at in (one.start("title") if "title" in one.groupdict() else one.start(),)
            ]
            continue
        ends = [match.end() for match in _ENTRY_END.finditer(line.text)] if line.text.count("(") >= 3 else []
        if len(ends) < 3 or any(b - a > 160 for a, b in pairwise(ends)):
            out.append(line)
            continue
        left = max(line.text.rfind(sign, 0, line.text.index("(")) for sign in ":;.") + 1
        for end in ends:
            words = line.text[left:end]
            shift = len(words) - len(words.lstrip(" ,;&"))
            words = words[shift:]
            if words.startswith("and "):
                shift, words = shift + 4, words[4:]
            start = line.start + left + shift
            out.append(replace(line, start=start, end=start + len(words), text=words))
            left = end
    return out


def _with_names(words: str) -> list["re.Match[str]"]:
    """The films of "… films: Ebb (Anna Ilin), Salt Road (Karl Eide), …": four and more, with persons in nearly all brackets."""
    if words.count("(") < _MANY:
        return []
    told = list(_NAMED.finditer(words))
    named = sum(1 for one in told if names_likeness(one["names"]) >= 0.5)
    return told if len(told) >= _MANY and named * 4 >= len(told) * 3 else []


def _parted_by_semicolons(line: Line) -> list[Line]:
    """The films of "The films are: Alps (France) – 15 min; Sea (Italy) – 37 min."; nothing where it is no such list."""
    if line.text.count(";") < 1 or len(_LENGTH.findall(line.text)) < 2:
        return []
    first = _LENGTH.search(line.text)
    head = line.text.rfind(": ", 0, first.start()) + 2 if first and ": " in line.text[: first.start()] else 0
    found: list[Line] = []
    at = head
    for piece in line.text[head:].split(";"):
        words = piece.strip(" .")
        if len(_LENGTH.findall(words)) != 1:
            return []
        start = line.start + at + len(piece) - len(piece.lstrip())
        found.append(
            replace(line, start=start, end=start + len(words), text=words, gap=line.gap if not found else 0)
        )
        at += len(piece) + 1
    return found


_LENGTH = re.compile(r"(?<!\d)\d{1,3}\s?(?:min\b|mins\b|minut|['’′](?!\w))", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^\W{0,2}(\d{1,3})\s+(?=\S)")


def counted_ends(titles: list[str]) -> list[int]:
    """How many characters of each title are the number of its entry, where titles are counted "1 …", "2 …" without a sign."""
    matches = [_BARE_NUMBER.match(title) for title in titles]
    numbers = [int(match.group(1)) for match in matches if match]
    counted = (
        len(numbers) >= 2
        and len(numbers) * 2 > len(titles)
        and all(a < b <= a + 3 for a, b in pairwise(numbers))
    )
    return [match.end() if match and counted else 0 for match in matches]


@lru_cache(maxsize=4096)
def ordinal_end(text: str) -> int:
    """How many characters a number before an entry takes ("3. ", "#3 ", "(3) "); 0 when there is none."""
    match = _ORDINAL.match(text)
    return match.end() if match else 0
