"""The lines of a cleaned page, each with what its place and shape say."""

import re
from dataclasses import dataclass

_BULLET = re.compile(
    r"(?:[•·▪■◦‣●○►▶▸➤→✓✔★☆◆◇❖*+–—-]|>(?=[ ])|#{1,6}(?=[ ])|\[[ xX]?\])[ ]+|[•▪■◦‣●►▶▸➤✓✔◆❖🎬🎞🎥📽]+\ufe0f?\s*"
)
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


def ordinal_end(text: str) -> int:
    """How many characters a number before an entry takes ("3. ", "#3 ", "(3) "); 0 when there is none."""
    match = _ORDINAL.match(text)
    return match.end() if match else 0
