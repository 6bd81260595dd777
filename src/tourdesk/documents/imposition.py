"""Which pages of a folded booklet stand side by side on the sheets of paper it is printed on.

The sheets lie wide, are printed on both sides, flipped on the short edge, laid in one another and folded.
"""

PAGES_A_SHEET = 4
"""Two on each side."""


def sides(pages: int) -> list[tuple[int, int]]:
    """For each side of each sheet, outermost first, the numbers (from 1) of the left and the right page.

    `pages` is a multiple of four; on a front the last pages stand at the left, on a back at the right.
    """
    if pages % PAGES_A_SHEET:
        raise ValueError(f"{pages} pages make no folded booklet")
    found = []
    for first in range(1, pages // 2, 2):
        last = pages + 1 - first
        found += [(last, first), (first + 1, last - 1)]
    return found
