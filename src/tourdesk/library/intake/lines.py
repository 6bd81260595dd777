"""The lines of a cleaned page, each with what its place and shape say."""

import re
from dataclasses import dataclass, replace

_BULLET = re.compile(
    r"(?:[•·▪■◦‣●○►▶▸➤→✓✔★☆◆◇❖*+–—-]|>(?=[ ])|#{1,6}(?=[ ])|\[[ xX]?\])[ ]+|[•▪■◦‣●►▶▸➤✓✔◆❖🎬🎞🎥📽]+\ufe0f?\s*"
)
_ENTRY_END = re.compile(r"\([^()]*\b(?:(?:19|20)\d\d|\d{1,3}\s?(?:min|mins|minutes|['’′]))[^()]*\)(?=\s*(?:[,;.•]|and\b|und\b|et\b|y\b|$))")
_ORDINAL = re.compile(r"#?\d{1,3}(?:[.)]|\s*[-–—:])\s+(?=\S)|#\d{1,3}\s+(?=\S)|\(\d{1,2}\)\s+(?=\S)")


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
        words = body.rstrip()
        found.append(Line(number, start, start + len(words), words, indent, gap, bullet, heading))
        gap = 0
        offset += len(raw) + 1
    return found


def with_lists_parted(text: str, lines: list[Line]) -> list[Line]:
    """Films told in one running line, "Mango (A. Rybak, 1980, Poland), Ebb (…), …", each as a line of its own."""
    out: list[Line] = []
    for line in lines:
        ends = [match.end() for match in _ENTRY_END.finditer(line.text)] if line.text.count("(") >= 3 else []
        if len(ends) < 3 or any(b - a > 160 for a, b in zip(ends, ends[1:], strict=False)):
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


def ordinal_end(text: str) -> int:
    """How many characters a number before an entry takes ("3. ", "#3 ", "(3) "); 0 when there is none."""
    match = _ORDINAL.match(text)
    return match.end() if match else 0
