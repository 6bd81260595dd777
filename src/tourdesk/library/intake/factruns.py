"""Runs of neighbouring facts within a line: where they are, and whether they are a film's or only words of a sentence."""

from tourdesk.library.intake.items import FACTS, WEIGHTS, Item
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.wording import is_prose

_NEAR = 2


def runs_of_facts(items: list[Item]) -> list[tuple[int, int]]:
    """Runs of neighbouring facts; a name or unknown word may stand between two facts."""
    found: list[tuple[int, int]] = []
    low = -1
    high = -1
    for index, item in enumerate(items):
        if item.kind in FACTS:
            if low < 0:
                low = index
            high = index
        elif low >= 0 and not _within(items, low, high, index):
            found.append((low, high))
            low = -1
    if low >= 0:
        found.append((low, high))
    return found


def _within(items: list[Item], low: int, high: int, index: int) -> bool:
    """Whether a piece behind the facts found so far stands within them: one word, or several names in a row."""
    stop = index
    while stop + 1 < len(items) and items[stop].kind == items[stop + 1].kind == "name":
        stop += 1
    if (
        stop + 1 < len(items)
        and items[stop].kind == items[stop + 1].kind == "text"
        and items[stop].before in {",", "|"}
    ):
        stop += 1  # "15', 3D, collage, 2019"
    if stop + 1 >= len(items) or items[stop + 1].kind not in FACTS:
        return False
    run = items[low : high + 1]
    return all(_bridges(item, run) for item in items[high + 1 : stop + 1])


def _bridges(item: Item, run: list[Item]) -> bool:
    """Whether a word or name between two facts may be one of them ("Modavija" among countries)."""
    if all(other.kind in {"format", "number"} for other in run):
        return False
    return (
        item.before not in {"", " ", "."}
        and item.after not in {"", " ", "."}
        and (item.kind in {"name", "company", "place"} or len(item.text) <= 24)
    )


def stands_for_facts(  # noqa: C901, PLR0911, PLR0912  # one line for each place that facts stand in
    items: list[Item], cluster: tuple[int, int], *, labels_follow: bool
) -> bool:
    """Whether a run, first and last piece, tells of a film, by what is in it and what stands on both sides."""
    low, high = cluster
    run = items[low : high + 1]
    weight = sum(_item_weight(item) for item in run)
    if weight < 1.5:
        return False
    left, right = run[0].before, run[-1].after
    if (
        high + 1 < len(items)
        and right == " "
        and not run[-1].text.endswith((".", "'", "’", "′"))
        and items[high + 1].text[:1].islower()
    ):
        return False
    starts, ends = low == 0, high == len(items) - 1
    opened = _opened(items, low)
    bracketed = items[opened].before in {"(", "["} and right in {")", "]"}
    outside = [item for index, item in enumerate(items) if not opened <= index <= high]
    prose = sum(len(item.text) for item in outside) > 100 or any(map(is_prose, _told(outside)))
    if labels_follow and starts and low == opened and _is_country_behind_name(run, bracketed=bracketed):
        return True
    if starts and ends:
        return weight >= 3 or (labels_follow and weight >= 1.5) or (len(run) >= 2 and weight >= 2.5)
    if bracketed:
        return weight >= 3 or (
            not prose and any(item.kind in {"year", "runtime"} for item in run) and (starts or low <= 4)
        )
    if starts and labels_follow and weight >= 2.5 and not prose:
        return True
    if starts:
        return (
            weight >= 3
            and (weight >= 4.5 or not prose or run[-1].text.endswith("."))
            and (right != " " or run[-1].text.endswith(".") or items[high + 1].text[:1].isupper())
        )
    if (
        labels_follow
        and ends
        and left not in {"", " "}
        and not prose
        and run[-1].kind in {"year", "country", "runtime"}
    ):
        return True
    if left == " ":
        if weight >= 5 and len(run) >= 4:
            return True
        named = (
            right == " "
            and items[high + 1].kind == "name"
            and low > 0
            and any(item.kind == "runtime" for item in run)
        )
        if named and not prose:
            return True
        parted = ends or right in {"|", "–", "—", "/", "•", "·"}
        return not prose and parted and weight >= 3 and not items[low - 1].text[-1:].isdigit()
    if prose and not any(item.kind in {"year", "runtime"} for item in run):
        return False
    if prose and _behind_capitals(items, low, high):
        return True
    if prose:
        return weight >= 4.5 or (
            ends and weight >= 3 and left in {"–", "—", "-", "|", "•", "·", "/", "[", "~", "."}
        )
    return weight >= 3 or (weight >= 2.5 and len(run) >= 2)


def _behind_capitals(items: list[Item], low: int, high: int) -> bool:
    """Whether a length follows a title in capitals, and a sentence the length: "SALT ROAD (cert U) 90 mins. A driver …"."""
    told = any(item.kind == "runtime" for item in items[low : high + 1])
    sentence = high + 1 < len(items) and items[high + 1].text[:1].isupper()
    return told and sentence and low <= _NEAR and len(items[0].text) > _NEAR and items[0].text.isupper()


def _told(items: list[Item]) -> list[str]:
    """The words of pieces, those together that no strong sign parts."""
    out: list[str] = []
    for item in items:
        if out and item.before not in {"|", "–", "—", "•", "·", "  "}:
            out[-1] += f" {item.text}"
        else:
            out.append(item.text)
    return out


def _is_country_behind_name(run: list[Item], *, bracketed: bool) -> bool:
    """Whether facts right behind a labelled name say where the film is from: "(USA)", ", NZ, world premiere."."""
    if run[0].kind != "country":
        return False
    if bracketed:
        return len(run) == 1
    ended = run[-1].after in {".", "", ",", ";", ")"}
    return run[0].before == "" and ended and all(item.kind in {"country", "format"} for item in run)


def _opened(items: list[Item], low: int) -> int:
    """The first of the names within the same bracket before the facts; `low` when none are."""
    index = low
    while (
        index > 0
        and items[index].before not in {"(", "["}
        and items[index - 1].kind in {"name", "company", "place"}
    ):
        index -= 1
    return index if items[index].before in {"(", "["} else low


def _item_weight(item: Item) -> float:
    if (
        item.kind == "runtime"
        and isinstance(item.value, Runtime)
        and item.value.kind in {"clock2", "metres", "hours"}
    ):
        return 1.0
    return WEIGHTS.get(item.kind, 0.0)
