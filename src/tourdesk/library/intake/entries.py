"""Entries of one line alike all over a page: where in "Title by Name, facts" the title ends and the names begin.

One such line alone says little ("von", "de" and "by" stand in titles and in names too); several alike say enough.
"""

import re
from dataclasses import dataclass

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.barelists import (
    bare_clocks,
    bare_countries,
    bare_credits,
    bare_names,
    countries_behind_leads,
)
from tourdesk.library.intake.clusters import take_all, take_last
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import items_in
from tourdesk.library.intake.linefacts import facts_of
from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness, person_likeness
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.sentences import (
    films_of,
    named_in_sentences,
    told_in_first_sentences,
)
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import GENRES
from tourdesk.library.intake.wording import is_prose, is_title_like, trimmed

_HARD = frozenset({"runtime", "year", "countries", "languages", "tags", "unknown"})
_CONNECTOR = re.compile(
    r"(?:\s*[,–—-]\s*|\s+)(?:(?:written (?:and|&) )?directed by|(?:a|un|ein|een|um) (?:film|filme) (?:by|de|di|von|van)|by|(?-i:von|de|di|do|par|door|van|av|af|od)|"
    r"(?:dir|reż|rez|rež|réal|real|reg|regie|režie|regi|rend)\b\.?(?:\s?/\s?(?:dir|reż|director)\b\.?)?:?)\s+",
    re.IGNORECASE,
)
_LONGEST_HEAD = 160
_MOST_TOKENS = 4
_SEVERAL = 3
_INNER_NAME = re.compile(
    r"(?:[^\W\d_]\.|van|von|de|del|della|di|da|le|la|ter|ten|el|al|bin|mc)\s", re.IGNORECASE
)
_SIGN = re.compile(r",\s+|\s+[–—|/-]\s+|\s*\|\s*")
_STOP = re.compile(r"[a-zà-ÿ]{3}[.!?]\s")
_REMARK = re.compile(r"\s*[*(\[]")


@dataclass(frozen=True, slots=True)
class _Head:
    """The words of one line before its facts, and how many of them are the title, by four ways of reading."""

    entry: Marked
    start: int
    end: int
    connected: tuple[int, int] | None
    known: tuple[int, int] | None
    likely: tuple[int, int] | None
    signed: tuple[int, int] | None


def part_entries(text: str, marked: list[Marked]) -> None:
    """Parts title and names in the lines that are entries of their own, by the shape that most of the page's have."""
    _credited_and_placed(text, marked)
    _remarked(text, marked)
    told_in_first_sentences(text, marked)
    bare_credits(text, marked)
    named_in_sentences(text, marked)
    films_of(text, marked)
    bare_clocks(text, marked)
    bare_countries(text, marked)
    countries_behind_leads(text, marked)
    bare_names(text, marked)
    _names_after(marked)
    heads = [head for head in (_head(text, entry) for entry in marked) if head is not None]
    if len(heads) < 2:
        return
    connected = [head for head in heads if head.connected]
    if len(connected) >= 2 and len(connected) * 5 >= len(heads) * 3:
        for head in connected:
            if head.connected:
                _apply(head, *head.connected)
        return
    known = [head for head in heads if head.known]
    if len(known) >= 2 and len(known) * 5 >= len(heads) * 3:
        for head in heads:
            cut = head.known or head.likely
            if cut:
                _apply(head, *cut)
        return
    _part_at_signs(text, heads)


def _credited_and_placed(text: str, marked: list[Marked]) -> None:
    """Lists of titles, names and countries alone ("Ebb by Ann Gray, Italy, Spain"), where several lines have the shape."""
    found = []
    for entry in marked:
        items = entry.facts.items
        if entry.kind not in {"title", "text", "facts"} or "runtime" in entry.facts.fields:
            continue
        low = len(items)
        while low > 1 and items[low - 1].kind == "country" and items[low - 1].before in {",", "/"}:
            low -= 1
        start = entry.title[0]
        end = items[low - 1].end if 0 < low < len(items) else start
        start += ordinal_end(text[start:end])
        connected = _connected(text[start:end])
        if connected and not any(fact.labelled for fact in entry.facts.facts):
            found.append((entry, start, end, connected, items[low:]))
    for entry, start, end, (title, names), places in found if len(found) >= _SEVERAL else ():
        facts = LineFacts(
            lead=(start, start + title), lead_kind="text", bracketed=True, complete=True, weight=3.0
        )
        how = how_.NAME_AFTER_TITLE
        facts.facts.append(Fact("directors", start + names, end, None, how, labelled=False))
        take_all(places, facts)
        entry.facts, entry.kind = facts, "facts"


def _part_at_signs(text: str, heads: list[_Head]) -> None:
    """Parts "Kilian, Yohan Guignard" at the sign, where what follows it looks like names in most entries."""
    signed = [head for head in heads if head.signed]
    told = sum(1 for head in heads if any(fact.how == how_.NAME_BETWEEN for fact in head.entry.facts.facts))
    if not signed or told + len(signed) < 2 or (told + len(signed)) * 5 < len(heads) * 3:
        return
    names = [text[head.start + head.signed[1] : head.end] for head in signed if head.signed]
    known = told > 0 or any(names_likeness(name) >= 0.75 for name in names)
    for head in signed:
        if head.signed:
            _apply(head, *head.signed, sure=known)


def _head(text: str, entry: Marked) -> _Head | None:
    """The words before a line's facts, where there are any and no label says who directed."""
    facts = [fact for fact in entry.facts.facts if fact.field in _HARD]
    if entry.kind != "facts" or not {"runtime", "year", "countries"} & entry.facts.fields:
        return None
    if any(fact.labelled and fact.field in {"title", "directors"} for fact in entry.facts.facts):
        return None
    if entry.facts.other and entry.facts.lead is None:
        return None  # "Starring Ann Gray, Jo Hart | 2023 | 119 min"
    first = min((fact.start for fact in facts), default=entry.line.end)
    start = entry.title[0] + ordinal_end(text[entry.title[0] : first])
    start, end = trimmed(text, start, first)
    if not 3 < end - start <= _LONGEST_HEAD:
        return None
    words = text[start:end]
    connected = _connected(words)
    slash = words.find(" / ")
    listed = connected is not None and person_likeness(words[slash + 3 :].split(" / ")[0]) >= 0.5
    if slash > 0 and not listed and (before := _connected(words[:slash])):
        connected, end, words = before, start + slash, words[:slash]
    if connected and len(kinds := words.rsplit(" ", 1)) == 2 and fold(kinds[1]) in GENRES:
        end -= len(kinds[1]) + 1
    tight = text[end:first].strip() in {"", ",", "|", "(", "·", "•", "–", "-"}
    tight = tight and "directors" not in entry.facts.fields
    known = name_at_end(words, least=1.0) if tight else None
    likely = name_at_end(words, least=0.5) if tight else None
    signed = _signed(words) if tight else None
    return _Head(entry, start, end, connected, known, likely, signed)


def _signed(words: str) -> tuple[int, int] | None:
    """Where the title ends and the names begin, parted by a sign; the first place behind which all are names."""
    for match in _SIGN.finditer(words):
        if match.start() > 0 and names_likeness(words[match.end() :]) >= 0.5:
            return match.start(), match.end()
    return None


def _connected(words: str) -> tuple[int, int] | None:
    """Where the title ends and the names begin, parted by a word such as "by"; the last place that fits."""
    for match in reversed(list(_CONNECTOR.finditer(words))):
        title, names = words[: match.start()].strip(), words[match.end() :]
        if (
            title
            and names_likeness(_without_kind(names)) >= 0.5
            and not _STOP.search(title)
            and len(title) <= 110
        ):
            return match.start(), match.end()
    return None


def _without_kind(names: str) -> str:
    """Names without the kind of film that follows them."""
    first, _, last = names.rpartition(" ")
    return first if fold(last) in GENRES else names


def name_at_end(words: str, least: float) -> tuple[int, int] | None:
    """Where the words end and a name begins that follows them without any sign; a known given name when `least` is 1."""
    starts = [match.start() for match in re.finditer(r"(?<=\s)\S", words)]
    size = 2
    while size < len(starts) and _INNER_NAME.match(words, starts[-size]):
        size += 1
    for at in starts[-_MOST_TOKENS:] if least >= 1.0 else starts[-size:][:1]:
        name, title = words[at:], words[:at].rstrip()
        if title.endswith((",", ";", "&", "+", " and", " und", " et", "–", "-", "—", "|", "/", ":")):
            continue
        if len(name.split()) >= 2 and person_likeness(name) >= least and not is_prose(title):
            return len(title), at
    return None


def _apply(head: _Head, title_end: int, names_start: int, *, sure: bool = True) -> None:
    facts = head.entry.facts
    facts.facts = [fact for fact in facts.facts if fact.field != "directors" or fact.labelled]
    if "directors" not in facts.fields:
        at = head.start + names_start
        facts.facts.append(
            Fact("directors", at, head.end, None, how_.NAME_BETWEEN, labelled=False, sure=sure)
        )
    facts.lead, facts.lead_kind = (head.start, head.start + title_end), "text"
    facts.prose = [span for span in facts.prose if span[0] >= head.end]
    facts.bracketed, facts.lead_tight = True, False


def _names_after(marked: list[Marked]) -> None:
    """A name that ends the line behind the facts is the director's, where other entries of the page have one there."""
    behind = how_.NAME_AFTER_FACTS
    told = [entry for entry in marked if any(fact.how == behind for fact in entry.facts.facts)]
    if len(told) < 2:
        return
    for entry in marked:
        facts = entry.facts
        if entry.kind != "facts" or "directors" in facts.fields or facts.lead is None or not facts.items:
            continue
        last = facts.items[-1]
        if last.kind == "name" and last.start >= max(fact.end for fact in facts.facts):
            facts.facts.append(Fact("directors", last.start, last.end, None, behind, labelled=False))
            facts.prose = [span for span in facts.prose if span[0] != last.start]


def _remarked(text: str, marked: list[Marked]) -> None:
    """Entries that a remark follows ("Title 17 min Name *shown before in …") are read without it where others have none."""
    plain = [
        entry
        for entry in marked
        if entry.kind == "facts" and entry.facts.lead is not None and "runtime" in entry.facts.fields
    ]
    if len(plain) < 2:
        return
    for entry in marked:
        if entry.kind not in {"prose", "text", "dated", "title"}:
            continue
        start = entry.title[0]
        runs = runtimes_in(text, start, min(entry.line.end, start + 110))
        if not runs or not is_title_like(text[start : runs[0].start].strip(" ,(|–-")):
            continue
        remark = _REMARK.search(text, runs[0].end, entry.line.end)
        if remark is None:
            _between_capitals(text, entry, runs[0].end)
            continue
        if is_prose(text[runs[0].end : remark.start()]):
            continue
        facts = facts_of(text, start, remark.start())
        if "runtime" in facts.fields and facts.lead is not None:
            entry.facts, entry.kind = facts, "facts"


def _between_capitals(text: str, entry: Marked, end: int) -> None:
    """Reads "The Bright Side 8 min The Wild Ones": a title, its length, and who made it, by the capitals alone."""
    rest = text[end : entry.line.end].strip(" ,|–-")
    large = all(word[0].isupper() or word in {"&", "and"} for word in rest.split())
    if not rest or not large or len(rest.split()) > _MOST_TOKENS + 2 or entry.kind == "prose":
        return
    facts = LineFacts()
    take_last(text, entry.title[0], end, facts)
    if facts.lead is not None:
        facts.items, facts.weight = items_in(text, entry.title[0], entry.line.end), 3.0
        entry.facts, entry.kind = facts, "facts"
