"""What the words of a candidate, and those beside it, tell: words that stood in and beside titles of known pages.

Words are kept as numbers below `MOST` only: what each weighs was learned (`tools/train_reader.py`), and a page's words
are nowhere written down.
"""

import re
import zlib
from functools import lru_cache

from tourdesk.library.intake.choice.candidates import Candidate
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.vocabulary.folding import fold

MOST = 1 << 13
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_LONGEST = 12
_NEAR = 40
_LINE = 80
_FEW = 3


def words_of(text: str, marked: list[Marked], candidates: list[Candidate]) -> list[list[int]]:
    """The numbers of each candidate's words, each once."""
    lines = [_words(entry.line.text[:_LINE]) for entry in marked]
    around = [
        [
            _number(word)
            for word in (*_of_line("above", lines, index - 1), *_of_line("below", lines, index + 1))
        ]
        for index in range(len(lines))
    ]
    found = []
    for candidate in candidates:
        line = marked[candidate.line].line
        own = _words(candidate.words)[:_LONGEST]
        before = _words(text[max(line.start, candidate.start - _NEAR) : candidate.start])
        behind = _words(text[candidate.end : min(line.end, candidate.end + _NEAR)])
        said = [f"in {word}" for word in own]
        if own:
            said += [f"first {own[0]}", f"last {own[-1]}"]
        if len(own) <= _FEW:
            said.append(f"all {' '.join(own)}")
        said += [f"before {word}" for word in before[-1:]] + [f"behind {word}" for word in behind[:1]]
        found.append(sorted({*map(_number, said), *around[candidate.line]}))
    return found


@lru_cache(maxsize=8192)
def _number(word: str) -> int:
    return zlib.crc32(word.encode()) % MOST


def _words(text: str) -> list[str]:
    return _WORD.findall(_DIGIT.sub("0", fold(text)))


def _of_line(where: str, lines: list[list[str]], index: int) -> list[str]:
    """The first word of a neighbouring line, and all of it where that is short."""
    if not 0 <= index < len(lines) or not lines[index]:
        return []
    words = lines[index]
    return [f"{where} {words[0]}", *([f"{where} all {' '.join(words)}"] if len(words) <= _FEW else [])]
