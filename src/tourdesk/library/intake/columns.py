"""Two columns of a printed page, which PDF readers copy side by side, put one below the other again."""

import re

from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import label_table

_GAP = re.compile(r"(?<=\S)[ ]{3,}(?=\S)")
_LEAST_LINES = 4
_LEAST_WIDTH = 16
# So many lines tell whether they are two columns: no page is looked through to its end from each of its lines.
_TRIED = 30


def one_column(text: str) -> str:
    """The text with the blocks that stand in two columns told one column after the other."""
    if "   " not in text:
        return text
    lines = text.split("\n")
    out: list[str] = []
    index = 0
    while index < len(lines):
        stop, column = _block(lines, index)
        if column:
            block = lines[index:stop]
            out += [line[:column].rstrip() for line in block]
            out.append("")
            out += [line[column:].strip() for line in block]
            index = stop
        else:
            out.append(lines[index])
            index += 1
    return "\n".join(out)


def _block(lines: list[str], index: int) -> tuple[int, int]:
    """Where a block of two columns that begins here ends, and where its right column begins; column 0 if there is none."""
    gaps = list(_GAP.finditer(lines[index]))
    if len(gaps) != 1 or _is_label(lines[index][: gaps[0].start()]):
        return index, 0
    column = gaps[0].end()
    stop = index
    both = left = right = 0
    while stop < len(lines):
        line = lines[stop]
        split = [gap for gap in _GAP.finditer(line) if abs(gap.end() - column) <= 1]
        if split and not _is_label(line[: split[0].start()]):
            both += 1
            left += split[0].start()
            right += len(line) - column
        elif (line.strip() and len(line) > column and line[:column].strip()) or (
            not line.strip() and (stop + 1 >= len(lines) or not lines[stop + 1].strip())
        ):
            break
        stop += 1
        if stop - index >= _TRIED and not _is_block(stop - index, both, left, right):
            break
    while stop > index and not lines[stop - 1].strip():
        stop -= 1
    if not _is_block(stop - index, both, left, right):
        return index, 0
    starts = min(
        len(line) - len(line[column - 1 :].lstrip()) for line in lines[index:stop] if len(line) > column
    )
    return stop, min(column, max(1, starts))


def _is_block(lines: int, both: int, left: int, right: int) -> bool:
    """Whether lines are two columns: enough of them have both, and each column is wide enough for running text."""
    return both >= _LEAST_LINES and both * 2 >= lines and min(left, right) >= _LEAST_WIDTH * both


def _is_label(words: str) -> bool:
    return fold(words).strip(" .:") in label_table()
