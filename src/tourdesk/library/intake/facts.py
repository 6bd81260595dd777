"""The facts that one line tells of a film, and what else stands in the line."""

import re
from dataclasses import dataclass, field

from tourdesk.library.intake.items import FACTS, WEIGHTS, Item, countries_of, items_in, spoken_languages
from tourdesk.library.intake.labelled import PREPOSITIONS, Label, glued_roles, labels_in
from tourdesk.library.intake.people import is_native_name, names_likeness
from tourdesk.library.intake.runtimes import Runtime, runtimes_in
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import BOTH_ROLES, OTHER, TOTAL
from tourdesk.library.intake.wording import is_prose, title_and_telling, trimmed

TEXT_FIELDS = frozenset({"title", "original_title", "section", "tags", "logline", "synopsis"})
PEOPLE = frozenset({"directors", "producers"})
_CUT = re.compile(r"\s+[|•·]\s+|\t")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"^\D{0,12}(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:m\b\.?|$|[,;|/)])")
_ABOUT = frozenset(
    {"approx", "approximate", "approximately", "circa", "ca", "est", "estimated", "total", "film"}
)
_CLOSE = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: `field` as in FilmReading, the span of its words, its value where it has one, and how it was understood."""

    field: str
    start: int
    end: int
    value: object
    how: str
    labelled: bool
    sure: bool = True


@dataclass(slots=True)
class LineFacts:
    """What a line says: facts, the words before the first of them, and the stretches of running text after."""

    facts: list[Fact] = field(default_factory=list)
    lead: tuple[int, int] | None = None
    lead_kind: str = ""
    lead_tight: bool = False
    bracketed: bool = False
    prose: list[tuple[int, int]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    weight: float = 0.0
    total: Runtime | None = None
    other: bool = False
    numbers: list[Item] = field(default_factory=list)

    @property
    def fields(self) -> set[str]:
        return {fact.field for fact in self.facts}


def facts_of(text: str, start: int, end: int) -> LineFacts:
    """The facts of one line of the text."""
    out = LineFacts()
    labels = glued_roles(text, start, end) or labels_in(text, start, end)
    first = min((label.start for label in labels), default=end)
    if labels and labels[0].value_end <= labels[0].start:
        first = start  # a role glued behind its name
    if first > start:
        _unlabelled(text, start, first, out, labels_follow=bool(labels))
    for label in labels:
        _labelled(text, label, out)
    out.weight = sum(_weight(fact) for fact in out.facts)
    return out


def _weight(fact: Fact) -> float:
    if fact.labelled:
        return (
            3.0
            if fact.field
            in {"directors", "runtime", "synopsis", "title", "original_title", "countries", "year"}
            else 1.5
        )
    return {
        "runtime": 3.0,
        "directors": 1.0,
        "tags": 0.5,
        "languages": 1.0,
        "year": 1.5,
        "countries": 1.5,
    }.get(fact.field, 0.5)


# -- without labels ------------------------------------------------------------------------------------------------


def _unlabelled(text: str, start: int, end: int, out: LineFacts, *, labels_follow: bool) -> None:
    """Clusters of facts between the words of a stretch that has no label."""
    items = items_in(text, start, end)
    out.items = items
    clusters = [c for c in _clusters(items) if _accepted(text, items, c, labels_follow=labels_follow)]
    if not clusters:
        if labels_follow:
            _lead(text, start, end, items, out)
        return
    for low, high in clusters:
        for index in range(low, high + 1):
            _fact(items, index, out)
    first, last = clusters[0], clusters[-1]
    _before(text, items, first, out)
    for (_, a), (b, _) in zip(clusters, clusters[1:], strict=False):
        _running(text, items, a + 1, b - 1, out)
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
            index == high + 1 and index + 1 < len(items) and items[index + 1].kind in FACTS and _bridges(item)
        ):
            found.append((low, high))
            low = -1
    if low >= 0:
        found.append((low, high))
    return found


def _bridges(item: Item) -> bool:
    return (
        item.before not in {"", " ", "."}
        and item.after not in {"", " ", "."}
        and (item.kind in {"name", "company", "place"} or len(item.text) <= 24)
    )


def _accepted(text: str, items: list[Item], cluster: tuple[int, int], *, labels_follow: bool) -> bool:
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
    bracketed = left in {"(", "["} and right in {")", "]"}
    outside = [item for index, item in enumerate(items) if not low <= index <= high]
    prose = sum(len(item.text) for item in outside) > 60 or (
        len(outside) > 0 and is_prose(" ".join(item.text for item in outside))
    )
    if starts and ends:
        return weight >= 3 or (labels_follow and weight >= 1.5) or (len(run) >= 2 and weight >= 2.5)
    if bracketed:
        return weight >= 3 or (
            not prose and any(item.kind in {"year", "runtime"} for item in run) and (starts or low <= 2)
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
        return not prose and ends and weight >= 3 and not items[low - 1].text[-1:].isdigit()
    if prose:
        return weight >= 4.5 or (ends and weight >= 3 and left in {"–", "—", "-", "|", "•", "·", "/", "["})
    return weight >= 3 or (weight >= 2.5 and len(run) >= 2)


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
    out.lead_tight = items[low].before == " " and cut == low


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


def _running(text: str, items: list[Item], low: int, high: int, out: LineFacts) -> None:
    if low <= high:
        out.prose.append((items[low].start, items[high].end))
    del text


def _after(text: str, items: list[Item], low: int, out: LineFacts) -> None:
    """What follows the last facts: a name, or running text."""
    if all(item.kind in FACTS for item in items[low:]):
        return
    item = items[low]
    if (
        item.kind == "name"
        and not any(fact.field == "directors" for fact in out.facts)
        and item.before in {")", "]", ",", "|", "–", "-", "—", "/"}
    ):
        known = isinstance(item.value, float) and item.value >= 1.0
        rest = " ".join(other.text for other in items[low + 1 :])
        if known and len(rest) < 40:
            out.facts.append(
                Fact(
                    "directors",
                    item.start,
                    item.end,
                    None,
                    "a person's name after the facts",
                    labelled=False,
                    sure=False,
                )
            )
            return
    left, right = item.start, items[-1].end
    while right < len(text) and text[right] in '.!?…”"’)':
        right += 1
    if right - left >= 12:
        out.prose.append((left, right))


# -- with labels ---------------------------------------------------------------------------------------------------


def _labelled(text: str, label: Label, out: LineFacts) -> None:
    start, end = label.value_start, label.value_end
    start, end = trimmed(text, start, end, brackets=False)
    opener = text[label.start - 1 : label.start]
    rest: int | None = None
    if opener in _CLOSE:
        close = text.find(_CLOSE[opener], start, end + 1)
        if close != -1:
            rest, end = close + 1, close
    if label.field not in {"synopsis", "logline"}:
        cut = _CUT.search(text, start, end)
        if cut and label.field != "title":
            rest, end = cut.end(), cut.start()
    if label.field == OTHER:
        out.other = True
    elif label.field == TOTAL:
        found = runtimes_in(text, start, end)
        out.total = found[0] if found else None
        out.other = True
    elif start < end:
        after = value_of(text, label, start, end, out)
        if after is not None and rest is not None:
            _rest(text, after, end, out)
        rest = after if rest is None else rest
    if rest is not None and rest < label.value_end:
        _rest(text, rest, label.value_end, out)


def _rest(text: str, start: int, end: int, out: LineFacts) -> None:
    """What follows a labelled value in the same line."""
    part = LineFacts()
    _unlabelled(text, start, end, part, labels_follow=True)
    out.facts.extend(part.facts)
    out.numbers.extend(part.numbers)
    out.prose.extend(part.prose)
    if part.lead and not part.facts and part.lead[1] - part.lead[0] >= 25:
        out.prose.append(part.lead)
    if not part.facts and not part.lead and not part.prose:
        left, right = trimmed(text, start, end)
        if right - left >= 25:
            out.prose.append((left, right))


def value_of(text: str, label: Label, start: int, end: int, out: LineFacts) -> int | None:
    """Takes the value of a label; returns where the rest of the line begins, if any is left."""
    how = f"label '{label.words.strip(' .:')}'"
    if label.field in TEXT_FIELDS:
        left, right = trimmed(text, start, end, brackets=False)
        if label.field not in {"synopsis", "logline"} and right - left > 160:
            return None
        out.facts.append(Fact(label.field, left, right, text[left:right], how, labelled=True))
        return None
    if label.field in PEOPLE:
        return _people(text, label, start, end, how, out)
    if label.field == "runtime":
        return _runtime(text, start, end, how, out)
    words = text[start:end]
    if label.field == "year":
        years = _YEAR.findall(words)
        if years:
            at = start + words.index(years[0])
            out.facts.append(
                Fact("year", at, at + 4, int(years[0]), how, labelled=True, sure=len(set(years)) == 1)
            )
            return at + 4
        return None
    if label.field == "countries":
        return _countries(text, start, end, how, out)
    return _languages(text, start, end, how, out)


def _people(text: str, label: Label, start: int, end: int, how: str, out: LineFacts) -> int | None:
    items = items_in(text, start, end)
    stop = end
    rest: int | None = None
    for index, item in enumerate(items):
        if index > 0 and item.before == "." and label.field == "directors":
            stop, rest = items[index - 1].end, item.start
            break
        if index > 0 and item.kind == "text" and item.text[:1].islower() and not label.colon:
            stop, rest = items[index - 1].end, item.start
            break
        parted = item.before in {";", "|", "•", "(", "["} and index > 0
        text_after = (
            index > 0
            and item.kind == "text"
            and item.before in {"–", "—", "-", ".", "|"}
            and label.field == "directors"
            and is_prose(item.text)
        )
        if (
            item.kind in {"runtime", "year"}
            or (index > 0 and item.kind in {"language", "format"})
            or (item.kind in {"country", "genre"} and index > 0 and label.field == "directors")
            or (parted and label.field == "directors")
            or text_after
        ):
            stop = items[index - 1].end if index else start
            rest = item.start
            if text[item.start - 1 : item.start] in {"(", "["}:
                rest = item.start - 1
            break
    left, right = trimmed(text, start, stop, brackets=False)
    words = text[left:right]
    if (
        not words
        or len(words) > 250
        or (label.field == "directors" and not _names_plausible(words, colon=label.colon))
    ):
        return rest
    if fold(label.words) in PREPOSITIONS:
        # "by" also stands before the names of journalists.
        sure = names_likeness(words) >= 0.75
        out.facts.append(Fact(label.field, left, right, None, how, labelled=False, sure=sure))
        return rest
    out.facts.append(Fact(label.field, left, right, None, how, labelled=True))
    if label.field == "directors" and fold(label.words) in BOTH_ROLES:
        out.facts.append(Fact("producers", left, right, None, how, labelled=True))
    return rest


def _names_plausible(words: str, *, colon: bool) -> bool:
    if is_native_name(words):
        return True
    if not any(c.isalpha() for c in words) or "http" in words or "@" in words:
        return False
    if words.strip().lower() in {"tba", "tbc", "n/a", "unknown", "various", "-", "diverse", "divers"}:
        return False
    if words[0].isalpha() and words[0].islower() and words.split(maxsplit=1)[0] not in {"de", "van", "von", "di", "da"}:
        return False
    return colon or names_likeness(words) > 0 or len(words.split()) <= 6


def _runtime(text: str, start: int, end: int, how: str, out: LineFacts) -> int | None:
    found = runtimes_in(text, start, end)
    if found:
        run = found[0]
        out.facts.append(Fact("runtime", run.start, run.end, run, how, labelled=True))
        return run.end
    match = _NUMBER.match(text[start:end])
    if match:
        number = float(match.group(1).replace(",", "."))
        at = start + match.start(1)
        if 0 < number <= 600:
            run = Runtime(at, start + match.end(1), round(number * 60), True, "units")
            out.facts.append(
                Fact("runtime", run.start, run.end, run, f"{how}, a number of minutes", labelled=True)
            )
            return run.end
    return None


def _countries(text: str, start: int, end: int, how: str, out: LineFacts) -> int | None:
    items = items_in(text, start, end)
    whole = countries_of(text[start:end], codes=True)
    if whole:
        out.facts.append(Fact("countries", start, end, whole, how, labelled=True))
        return None
    for item in items:
        if item.kind == "country":
            out.facts.append(Fact("countries", item.start, item.end, item.value, how, labelled=True))
        elif item.kind in {"runtime", "year"}:
            return item.start
        elif item.kind == "text" and item.before not in {"(", "["}:
            known = countries_of(item.text, codes=True)
            out.facts.append(
                Fact(
                    "countries" if known else "unknown_country",
                    item.start,
                    item.end,
                    known or None,
                    how,
                    labelled=True,
                )
            )
    return None


def _languages(text: str, start: int, end: int, how: str, out: LineFacts) -> int | None:
    items = items_in(text, start, end)
    stop = next((item.start for item in items if item.kind in {"runtime", "year"}), None)
    words = text[start : stop or end]
    bare = re.sub(r"\([^()]*\)", " ", words).strip(" .,;")
    tags = spoken_languages(words.strip(" .,;")) or spoken_languages(bare)
    if tags:
        out.facts.append(Fact("languages", start, start + len(words.rstrip()), tags, how, labelled=True))
    else:
        for part in items:
            if part.kind == "language" and part.before not in {"(", "["}:
                out.facts.append(Fact("languages", part.start, part.end, part.value, how, labelled=True))
    return stop
