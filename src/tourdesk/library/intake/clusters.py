"""Facts that stand in a line without labels: neighbouring ones, and the title and names before them."""

from itertools import pairwise

from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import FACTS, SUBTITLED, WEIGHTS, Item, items_in
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import is_prose, title_and_telling, trimmed

_ABOUT = frozenset(
    {"approx", "approximate", "approximately", "circa", "ca", "est", "estimated", "total", "film"}
)


def take_unlabelled(text: str, start: int, end: int, out: LineFacts, *, labels_follow: bool) -> None:
    """Clusters of facts between the words of a stretch that has no label."""
    items = items_in(text, start, end)
    out.items = items
    clusters = [c for c in _clusters(items) if _accepted(items, c, labels_follow=labels_follow)]
    if not clusters:
        if labels_follow:
            _lead(text, start, end, items, out)
        return
    for low, high in clusters:
        for index in range(low, high + 1):
            _fact(items, index, out)
    first, last = clusters[0], clusters[-1]
    _before(text, items, first, out)
    for (_, a), (b, _) in pairwise(clusters):
        if a + 1 < b:
            out.prose.append((items[a + 1].start, items[b - 1].end))
    _after(text, items, last[1] + 1, out)


def _clusters(items: list[Item]) -> list[tuple[int, int]]:
    """Runs of neighbouring facts; a name or unknown word may stand between two facts."""
    found: list[tuple[int, int]] = []
    low = -1
    high = -1
    for index, item in enumerate(items):
        if item.kind in FACTS:
            if low < 0:
                low = index
            high = index
        elif low >= 0 and not (
            index == high + 1
            and index + 1 < len(items)
            and items[index + 1].kind in FACTS
            and _bridges(item, items[low : high + 1])
        ):
            found.append((low, high))
            low = -1
    if low >= 0:
        found.append((low, high))
    return found


def _bridges(item: Item, run: list[Item]) -> bool:
    """Whether a word or name between two facts may be one of them ("Modavija" among countries)."""
    if all(other.kind in {"format", "number"} for other in run):
        return False
    return (
        item.before not in {"", " ", "."}
        and item.after not in {"", " ", "."}
        and (item.kind in {"name", "company", "place"} or len(item.text) <= 24)
    )


def _accepted(  # noqa: C901, PLR0911  # one line for each place that facts stand in
    items: list[Item], cluster: tuple[int, int], *, labels_follow: bool
) -> bool:
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
    prose = sum(len(item.text) for item in outside) > 60 or (
        len(outside) > 0 and is_prose(" ".join(item.text for item in outside))
    )
    if starts and ends:
        return weight >= 3 or (labels_follow and weight >= 1.5) or (len(run) >= 2 and weight >= 2.5)
    if bracketed:
        return weight >= 3 or (
            not prose and any(item.kind in {"year", "runtime"} for item in run) and (starts or low <= 4)
        )
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
        return not prose and ends and weight >= 3 and not items[low - 1].text[-1:].isdigit()
    if prose:
        return weight >= 4.5 or (ends and weight >= 3 and left in {"–", "—", "-", "|", "•", "·", "/", "["})
    return weight >= 3 or (weight >= 2.5 and len(run) >= 2)


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


_HOW = {
    "runtime": "a number of minutes among the facts",
    "year": "a year among the facts",
    "country": "a country's name among the facts",
    "language": "a language's name among the facts",
    "genre": "a kind of film among the facts",
}
_FIELD = {
    "runtime": "runtime",
    "year": "year",
    "country": "countries",
    "language": "languages",
    "genre": "tags",
}


def _fact(items: list[Item], index: int, out: LineFacts) -> None:
    item = items[index]
    if item.kind in _FIELD:
        out.facts.append(
            Fact(_FIELD[item.kind], item.start, item.end, item.value, _HOW[item.kind], labelled=False)
        )
    elif item.kind == "name" or (item.kind == "company" and index > 0):
        sure = item.kind == "name" and isinstance(item.value, float) and item.value >= 0.75
        out.facts.append(
            Fact(
                "directors",
                item.start,
                item.end,
                None,
                "a person's name among the facts",
                labelled=False,
                sure=sure,
            )
        )
    elif item.kind == "number":
        out.numbers.append(item)
    elif item.kind == "text":
        out.facts.append(
            Fact("unknown", item.start, item.end, None, "a word among the facts", labelled=False)
        )


def _before(text: str, items: list[Item], cluster: tuple[int, int], out: LineFacts) -> None:
    """What stands before the first facts: the title, perhaps with directors between."""
    low = cluster[0]
    if low == 0:
        return
    cut = _names_from(items, low)
    for names in items[cut:low]:
        if names.kind == "place":
            continue
        sure = isinstance(names.value, float) and names.value >= 0.75
        out.facts.append(
            Fact(
                "directors",
                names.start,
                names.end,
                None,
                "a person's name between title and facts",
                labelled=False,
                sure=sure,
            )
        )
    out.bracketed = items[cut].before in {"(", "["}
    _lead(text, items[0].start, items[cut - 1].end, items[:cut], out)
    named = cluster[1] + 1 < len(items) and items[cluster[1] + 1].kind == "name"
    out.lead_tight = items[low].before == " " and cut == low and not named


def _names_from(items: list[Item], low: int) -> int:
    """Where the names that stand right before the facts begin; `low` when there are none."""
    bracket = next((index for index in range(low, 0, -1) if items[index].before in {"(", "["}), 0)
    cut = low
    while cut >= 2 and items[cut - 1].kind == "place":
        cut -= 1
    while cut >= 2 and items[cut - 1].kind in {"name", "company"} and items[cut - 1].before not in {"", " "}:
        item = items[cut - 1]
        known = isinstance(item.value, float) and item.value >= 0.75
        within = 0 < bracket < cut
        if item.before in {",", ";"} and not known and not within:
            break
        cut -= 1
        if item.before in {"(", "["}:
            break
    return cut


def _lead(text: str, start: int, end: int, items: list[Item], out: LineFacts) -> None:
    left, right = trimmed(text, start, end)
    if right <= left:
        return
    for opener, closer in (
        ("(", ")"),
        ("[", "]"),
        ("“", "”"),
        ("«", "»"),
        ("„", "“"),
        ("„", "”"),
        ("「", "」"),
        ("『", "』"),
        ("《", "》"),
    ):
        if opener in text[left:right] and text[right : right + 1] == closer:
            right += 1
    if fold(text[left:right]).strip(" .") in _ABOUT:
        return
    while right < len(text) and text[right] in ".!?…”":
        right += 1
    if is_prose(text[left:right]) or len(items) > 2:
        split = title_and_telling(text, left, right)
        if split is not None:
            out.lead, out.lead_kind = split[0], "text"
            out.prose.append(split[1])
            return
    if is_prose(text[left:right]):
        out.prose.append((left, right))
        return
    out.lead = (left, right)
    out.lead_kind = items[0].kind if len(items) == 1 else "text"


def _after(text: str, items: list[Item], low: int, out: LineFacts) -> None:
    """What follows the last facts: a name, or running text."""
    if all(item.kind in FACTS for item in items[low:]):
        return
    item = items[low]
    if (
        item.kind == "name"
        and not any(fact.field == "directors" for fact in out.facts)
        and item.before in {")", "]", ",", "|", "–", "-", "—", "/", " "}
    ):
        known = isinstance(item.value, float) and item.value >= 1.0
        listed = item.before in {"|", "/", "•", "·"} and items[low - 1].before == item.before
        stop = low
        while (
            stop + 1 < len(items) and items[stop + 1].kind == "name" and items[stop + 1].before in {",", "/"}
        ):
            stop += 1
        rest = " ".join(other.text for other in items[stop + 1 :])
        if known and len(rest) < 40:
            out.facts.append(
                Fact(
                    "directors",
                    item.start,
                    items[stop].end,
                    None,
                    "a person's name after the facts",
                    labelled=False,
                    sure=listed,
                )
            )
            return
    left, right = item.start, items[-1].end
    while right < len(text) and text[right] in '.!?…”"’)':
        right += 1
    words = text[left:right]
    remark = SUBTITLED.search(words) is not None or "freigegeben" in words
    if right - left >= 12 and (not remark or len(words) > 90):
        out.prose.append((left, right))
