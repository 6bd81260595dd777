"""Words told by their place: where most films of a page have a name, a title or a number, the others have theirs.

No table knows every name, and "1917" is a year on most pages and a film on some. What stands in the same place of
every entry, parted by the same sign, is the same kind of thing.
"""

import re
from collections import Counter

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.clusters import take_all
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import FACTS, Item, items_in
from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.wording import is_prose

_FEW = 3
_MORNING = 8 * 60
_WORDS_OF_TITLES = frozenset({"countries", "year", "languages", "unknown", "unknown_country"})
_OF_FILMS = frozenset({"runtime", "year", "directors"})
_LONGEST_BEFORE = 60
_NUMBER_FIRST = re.compile(r"\W*\d")
_NUMBERS = frozenset({"year", "runtime", "number"})
_LONGEST_NAMES = 90
_SIGNS = frozenset({",", "|", "/", "•", "·", "–", "—", "-", ")", " "})


def names_behind_facts(text: str, marked: list[Marked]) -> None:
    """Takes what ends the lines of facts as the directors, where that is a name in most of them."""
    entries = [entry for entry in marked if entry.kind == "facts" and "runtime" in entry.facts.fields]
    found: list[tuple[Marked, int, int, float]] = []
    told = 0
    for entry in entries:
        if "directors" in entry.facts.fields:
            told += any(fact.how == how_.NAME_AFTER_FACTS for fact in entry.facts.facts)
            continue
        span = _behind(text, entry)
        if span is not None:
            found.append((entry, *span, names_likeness(text[slice(*span)])))
    named = [entry for entry in found if entry[3] >= 0.5]
    known = told + sum(1 for entry in named if entry[3] >= 0.75)
    if told + len(named) < 2 or (told + len(named)) * 3 < (told + len(found)) * 2:
        return
    for entry, start, end, likeness in found:
        facts = entry.facts
        fact = Fact(
            "directors",
            start,
            end,
            None,
            how_.NAME_AFTER_FACTS,
            labelled=False,
            sure=known > 0 and likeness >= 0.5,
        )
        facts.facts.append(fact)
        facts.prose = [span for span in facts.prose if not start <= span[0] < end]


def _behind(text: str, entry: Marked) -> tuple[int, int] | None:
    """The words in capitals that end a line behind its facts; None where there are none, or running text."""
    last = max(fact.end for fact in entry.facts.facts)
    items = [item for item in entry.facts.items if item.start >= last]
    if not items or items[0].before not in _SIGNS or any(item.kind in FACTS for item in items):
        return None
    start, end = items[0].start, items[-1].end
    words = text[start:end]
    remark = words.find(" *")
    if remark > 0:
        end, words = start + remark, words[:remark]
    large = all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in words.split())
    short = len(words) <= _LONGEST_NAMES and 2 <= len(words.split()) <= 12
    return (start, end) if large and short and words[0].isupper() and not is_prose(words) else None


def numbers_for_titles(text: str, marked: list[Marked]) -> None:
    """A number, a year or a length that begins an entry is its title, where other entries have theirs there."""
    led = (entry for entry in marked if entry.kind == "facts" and entry.facts.lead)
    signs = Counter(_sign_behind_lead(text, entry) for entry in led)
    for entry in marked:
        if entry.kind != "facts" or entry.facts.lead is not None:
            continue
        if not _NUMBER_FIRST.match(text, entry.title[0], entry.line.end):
            continue
        counted = ordinal_end(text[entry.title[0] : entry.line.end])
        items = items_in(text, entry.title[0] + counted, entry.line.end)
        later = [item for item in items[1:] if item.kind in {"runtime", "year"}]
        if len(items) < 2 or items[0].kind not in _NUMBERS or not later or signs[items[1].before] < 2:
            continue
        _retitle(entry, items[0])


def facts_before_brackets(text: str, marked: list[Marked]) -> None:
    """A country or a year before the bracket of an entry's facts is its title, where other entries have theirs there.

    "America (dir. Ann Gray; 8 min.)", "Antarctica 1948 (1949, 24 min)".
    """
    led = (entry for entry in marked if entry.kind == "facts" and entry.facts.lead)
    if sum(_sign_behind_lead(text, entry) == "(" for entry in led) < _FEW:
        return
    for entry in marked:
        if entry.kind != "facts" or entry.facts.lead is not None:
            continue
        start = entry.title[0] + ordinal_end(text[entry.title[0] : entry.line.end])
        at = text.find(" (", start, entry.line.end)
        before = [fact for fact in entry.facts.facts if fact.end <= at]
        behind = [fact for fact in entry.facts.facts if fact.start > at]
        told = {fact.field for fact in before} <= _WORDS_OF_TITLES and any(
            fact.field in _OF_FILMS for fact in behind
        )
        if start < at <= start + _LONGEST_BEFORE and before and told and not any(f.labelled for f in before):
            facts = entry.facts
            facts.facts = behind
            facts.lead, facts.lead_kind, facts.bracketed = (start, at), "text", True


def bare_minutes(marked: list[Marked]) -> None:
    """A bare number behind a title is its minutes, where other entries have theirs in that place ("Ebb, 8’, …", "Salt, 6, …")."""
    told: Counter[str] = Counter()
    bare: list[tuple[Marked, Item]] = []
    for entry in marked:
        items = entry.facts.items
        if (
            entry.kind not in {"facts", "title", "text"}
            or len(items) < _FEW
            or items[0].kind not in {"text", "name"}
        ):
            continue
        second = items[1]
        if second.kind == "runtime" and second.before in _SIGNS - {" "}:
            told[second.before] += 1
        elif second.kind == "number" and "runtime" not in entry.facts.fields:
            bare.append((entry, second))
    for entry, item in bare:
        if told[item.before] < max(2, len(bare)):
            continue
        run = Runtime(item.start, item.end, int(item.text) * 60, approximate=True, kind="units")
        item.kind, item.value = "runtime", run
        first, *items = entry.facts.items
        entry.kind = "facts"
        lead = (first.start, first.end)
        entry.facts = LineFacts(
            lead=lead, lead_kind="text", bracketed=True, complete=True, weight=3.0, items=[first]
        )
        take_all(items, entry.facts)


_MINUTES_AND_SECONDS = re.compile(r"(?<=[\s,|(–—-])(?P<minutes>\d{1,3})[.:](?P<seconds>[0-5]\d)\)?$")


def lengths_at_ends(text: str, marked: list[Marked]) -> None:
    """Numbers as 7.20 that end the lines of films without another length are minutes and seconds, where several do."""
    told = [
        entry
        for entry in marked
        if entry.kind == "facts" and {"directors", "countries", "year"} & entry.facts.fields
    ]
    found = [
        (entry, match)
        for entry in told
        if "runtime" not in entry.facts.fields
        and (match := _MINUTES_AND_SECONDS.search(text, entry.line.start, entry.line.end))
        and match.start() >= max(fact.end for fact in entry.facts.facts)
    ]
    if len(found) < _FEW or len(found) * 2 < len(told):
        return
    for entry, match in found:
        seconds = 60 * int(match["minutes"]) + int(match["seconds"])
        run = Runtime(match.start("minutes"), match.end("seconds"), seconds, approximate=False, kind="units")
        fact = Fact("runtime", run.start, run.end, run, how_.MINUTES_AMONG_FACTS, labelled=False)
        entry.facts.facts.append(fact)
        entry.facts.weight += 3.0


def without_times_of_day(marked: list[Marked]) -> None:
    """Clocks behind titles that are all on a round minute of the day are when the films begin, not how long they last."""
    found = [
        (entry, fact)
        for entry in marked
        for fact in entry.facts.facts
        if fact.field == "runtime"
        and not fact.labelled
        and isinstance(fact.value, Runtime)
        and fact.value.kind == "clock2"
    ]
    clocks = [_seconds(fact.value) or 0 for _, fact in found]
    on_the_minute = sum(1 for clock in clocks if clock % 5 == 0)
    full = not any(clock % 60 for clock in clocks)  # as many films last 12:00 as begin then
    if len(clocks) < _FEW or min(clocks) < _MORNING or full or on_the_minute * 4 < len(clocks) * 3:
        return
    for entry, fact in found:
        facts = entry.facts
        facts.facts.remove(fact)
        facts.weight -= 3.0
        if not facts.facts:
            entry.kind = "title" if facts.lead is not None else "dated"
            entry.title = facts.lead or entry.title
            facts.lead = None


def _seconds(value: object) -> int | None:
    return value.seconds if isinstance(value, Runtime) else None


def _sign_behind_lead(text: str, entry: Marked) -> str:
    lead = entry.facts.lead
    if lead is None:
        return ""
    return text[lead[1] : entry.line.end].lstrip(" ”\"»“'’")[:1]


def _retitle(entry: Marked, first: Item) -> None:
    facts: LineFacts = entry.facts
    facts.facts = [fact for fact in facts.facts if fact.start != first.start]
    facts.numbers = [number for number in facts.numbers if number.start != first.start]
    facts.lead, facts.lead_kind, facts.bracketed = (first.start, first.end), "text", True
