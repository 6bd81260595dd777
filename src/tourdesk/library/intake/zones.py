"""The part of a page in which its films are told."""

from tourdesk.library.intake.marked import Marked

# What the facts of a film weigh together at least.
_A_FILM = 3.0
_RIGHTS = ("©", "Copyright ©", "(c) 20", "(C) 20")


def end_of_films(marked: list[Marked], table: int | None = None) -> int:
    """The line at which the films end: the heading of other films, or of the page's foot.

    `table` is where a table of films begins, if the page has one; its lines are not among these.
    """
    follows = _facts_that_follow(marked)
    seen = 0.0
    for index, entry in enumerate(marked):
        if entry.kind == "facts":
            seen += entry.weight
        if table is not None and entry.line.start > table:
            seen = max(seen, _A_FILM)
        if entry.kind == "related" and seen >= 3 and not _list_goes_on(marked, index):
            return index
        if entry.line.text.startswith(_RIGHTS) and seen >= 3 and follows[index] < 3:
            return index
        if (
            entry.kind in {"foot", "sponsors"}
            and seen >= 3
            and follows[index] < 3
            and not is_aside(marked, index)
        ):
            return index
    return len(marked)


def _list_goes_on(marked: list[Marked], index: int) -> bool:
    """Whether "Other films" heads the next part of one list: the lines below it have the labels of those above."""
    below = []
    for entry in marked[index + 1 :]:
        if entry.kind != "facts":
            break
        below.append(_shape(entry))
    above = [_shape(entry) for entry in marked[:index] if entry.kind == "facts"]
    return len(below) >= 2 and None not in below and all(above.count(shape) >= 3 for shape in below)


def _shape(entry: Marked) -> tuple[str, ...] | None:
    """What a line says of its film, if it begins with a title and has labels."""
    if entry.facts.lead is None or not any(fact.labelled for fact in entry.facts.facts):
        return None
    return tuple(sorted(entry.facts.fields))


def is_aside(marked: list[Marked], index: int) -> bool:
    """Whether "Share", "Book now" or "followed by a Q&A" stands within a film's block, and its text goes on below."""
    entry, below = marked[index], marked[index + 1] if index + 1 < len(marked) else None
    return (
        entry.kind in {"foot", "break"}
        and not entry.line.gap
        and below is not None
        and below.kind == "prose"
        and not below.line.gap
    )


def _facts_that_follow(marked: list[Marked]) -> list[float]:
    """For each line the weight of the facts below it, up to a heading of other films."""
    out = [0.0] * len(marked)
    weight = 0.0
    for index in range(len(marked) - 1, -1, -1):
        out[index] = weight
        if marked[index].kind == "related":
            weight = 0.0
        elif marked[index].kind == "facts":
            weight += marked[index].weight
    return out
