"""Entries of one line alike all over a page: where in "Title by Name, facts" the title ends and the names begin.

One such line alone says little ("von", "de" and "by" stand in titles and in names too); several alike say enough.
"""

import re
from dataclasses import dataclass

from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import items_in
from tourdesk.library.intake.linefacts import facts_of
from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness, person_likeness
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import GENRES
from tourdesk.library.intake.wording import is_prose, is_title_like, trimmed

_HARD = frozenset({"runtime", "year", "countries", "languages", "tags", "unknown"})
_CONNECTOR = re.compile(
    r"(?:\s*[,–—-]\s*|\s+)(?:(?:written (?:and|&) )?directed by|(?:a|un|ein|een|um) (?:film|filme) (?:by|de|di|von|van)|by|von|de|di|do|par|door|van|av|af|od|"
    r"(?:dir|reż|rez|rež|réal|real|reg|regie|režie|regi|rend)\b\.?(?:\s?/\s?(?:dir|reż|director)\b\.?)?:?)\s+",
    re.IGNORECASE,
)
_LONGEST_HEAD = 160
_MOST_TOKENS = 4
_SHORT = 5
_INNER_NAME = re.compile(
    r"(?:[^\W\d_]\.|van|von|de|del|della|di|da|le|la|ter|ten|el|al|bin|mc)\s", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"\.(?=\s+[A-ZÀ-Ý“\"«])")
_NEW_SENTENCE = re.compile(r"\s+[A-ZÀ-Ý“\"«][\w'’-]*[,\s]")
_IN_PROSE = re.compile(r"(?P<title>[“\"«„][^“”\"«»„\n]{1,90}[”\"»“]),? \((?P<facts>[^()\n]{2,80})\)")
_CLOCKED = re.compile(r"(?P<title>\S.{1,90}?)\s*[(\[](?P<clock>\d{1,2}:\d\d(?::\d\d)?)[)\]]$")
_CREDITED = re.compile(
    r"(?P<title>[“\"«„‘][^“”\"«»„’]{1,90}[”\"»“’]),? (?:by|von|de|di|par|av|af|van|od) (?P<names>[^()\n;]{4,80}?)(?:\s\((?P<rest>[^()]+)\))?[;,.]?(?=\n|$)"
)
_REMARK = re.compile(r"\s*[*(\[]")


@dataclass(frozen=True, slots=True)
class _Head:
    """The words of one line before its facts, and how many of them are the title, by two ways of reading."""

    entry: Marked
    start: int
    end: int
    connected: tuple[int, int] | None
    known: tuple[int, int] | None
    likely: tuple[int, int] | None


def part_entries(text: str, marked: list[Marked]) -> None:
    """Parts title and names in the lines that are entries of their own, by the shape that most of the page's have."""
    _remarked(text, marked)
    _first_sentences(text, marked)
    _credited(text, marked)
    _named_in_prose(text, marked)
    _clocked(text, marked)
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


def _head(text: str, entry: Marked) -> _Head | None:
    """The words before a line's facts, where there are any and no label says who directed."""
    facts = [fact for fact in entry.facts.facts if fact.field in _HARD]
    if entry.kind != "facts" or not {"runtime", "year", "countries"} & entry.facts.fields:
        return None
    if any(fact.labelled and fact.field in {"title", "directors"} for fact in entry.facts.facts):
        return None
    first = min((fact.start for fact in facts), default=entry.line.end)
    start = entry.title[0] + ordinal_end(text[entry.title[0] : first])
    start, end = trimmed(text, start, first)
    if not 3 < end - start <= _LONGEST_HEAD:
        return None
    words = text[start:end]
    connected = _connected(words)
    slash = words.find(" / ")
    if slash > 0 and (before := _connected(words[:slash])):
        connected, end, words = before, start + slash, words[:slash]
    if connected and len(kinds := words.rsplit(" ", 1)) == 2 and fold(kinds[1]) in GENRES:
        end -= len(kinds[1]) + 1
    tight = text[end:first].strip() in {"", ",", "|", "(", "·", "•", "–", "-"}
    known = name_at_end(words, least=1.0) if tight else None
    likely = name_at_end(words, least=0.5) if tight else None
    return _Head(entry, start, end, connected, known, likely)


def _connected(words: str) -> tuple[int, int] | None:
    """Where the title ends and the names begin, parted by a word such as "by"; the last place that fits."""
    for match in reversed(list(_CONNECTOR.finditer(words))):
        title, names = words[: match.start()].strip(), words[match.end() :]
        if (
            title
            and names_likeness(_without_kind(names)) >= 0.5
            and not is_prose(title)
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
        if title.endswith((",", ";", "&", " and", "–", "-", "—", "|", "/", ":")):
            continue
        if len(name.split()) >= 2 and person_likeness(name) >= least and not is_prose(title):
            return len(title), at
    return None


def _apply(head: _Head, title_end: int, names_start: int) -> None:
    facts = head.entry.facts
    facts.facts = [fact for fact in facts.facts if fact.field != "directors" or fact.labelled]
    if "directors" not in facts.fields:
        at = head.start + names_start
        facts.facts.append(
            Fact("directors", at, head.end, None, "a person's name between title and facts", labelled=False)
        )
    facts.lead, facts.lead_kind = (head.start, head.start + title_end), "text"
    facts.prose = [span for span in facts.prose if span[0] >= head.end]
    facts.bracketed, facts.lead_tight = True, False


def _names_after(marked: list[Marked]) -> None:
    """A name that ends the line behind the facts is the director's, where other entries of the page have one there."""
    behind = "a person's name after the facts"
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
        if remark is None or is_prose(text[runs[0].end : remark.start()]):
            continue
        facts = facts_of(text, start, remark.start())
        if "runtime" in facts.fields and facts.lead is not None:
            entry.facts, entry.kind = facts, "facts"


def _first_sentences(text: str, marked: list[Marked]) -> None:
    """Entries that the running text follows in the same line, where several lines of the page begin so."""
    found: list[tuple[Marked, LineFacts, int]] = []
    for entry in marked:
        if entry.kind not in {"prose", "text"}:
            continue
        start, end = entry.title[0], entry.line.end
        for stop in _stops(text, start, end):
            facts = _counted(text, start, stop) or facts_of(text, start, stop)
            if facts.lead is None or facts.prose or is_prose(text[slice(*facts.lead)]):
                continue
            if "runtime" in facts.fields or (facts.numbers and "directors" in facts.fields):
                found.append((entry, facts, stop))
                break
    if len(found) < 2:
        return
    for entry, facts, stop in found:
        left, right = trimmed(text, stop, entry.line.end)
        facts.prose = [(left, right)]
        facts.lead_tight = False
        entry.facts, entry.kind = facts, "facts"


def _counted(text: str, start: int, end: int) -> LineFacts | None:
    """Reads "Title, Names, 5, US": the minutes without their unit, between the names and the country."""
    items = items_in(text, start, end)
    if len(items) < 4 or [item.kind for item in items[-3:-1]] != ["name", "number"]:
        return None
    names, number, last = items[-3:]
    if last.kind != "country" and len(last.text) > _SHORT:
        return None
    out = LineFacts(lead=(start, items[-4].end), lead_kind="text", bracketed=True, items=items)
    out.facts.append(
        Fact(
            "directors",
            names.start,
            names.end,
            None,
            "a person's name between title and facts",
            labelled=False,
        )
    )
    if last.kind == "country":
        out.facts.append(
            Fact(
                "countries",
                last.start,
                last.end,
                last.value,
                "a country's name among the facts",
                labelled=False,
            )
        )
    out.numbers.append(number)
    out.weight = 3.0
    return out


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where an entry may end and its running text begin: behind a run-time, and at the end of the first sentence."""
    near = min(end, start + _LONGEST_HEAD)
    stops = [run.end for run in runtimes_in(text, start, near)[:1] if _NEW_SENTENCE.match(text, run.end)]
    sentence = _SENTENCE_END.search(text, start, near)
    return [*stops, *([sentence.start()] if sentence else [])]


def _credited(text: str, marked: list[Marked]) -> None:
    """A list of nothing but titles and names ("“Flat” by Jo Gray (Belgium)"), where several lines have the shape."""
    found = []
    for entry in marked:
        if entry.kind not in {"title", "text", "prose", "facts"} or "runtime" in entry.facts.fields:
            continue
        match = _CREDITED.match(text, entry.title[0], entry.line.end)
        if match and (names_likeness(match["names"]) >= 0.5 or match["names"][0].isupper()):
            found.append((entry, match))
    if len(found) < 3:
        return
    for entry, match in found:
        facts = LineFacts(lead=match.span("title"), lead_kind="text", bracketed=True, complete=True)
        facts.facts.append(
            Fact("directors", *match.span("names"), None, "a person's name after the title", labelled=False)
        )
        countries = countries_of(match["rest"] or "")
        if countries:
            facts.facts.append(
                Fact(
                    "countries",
                    *match.span("rest"),
                    countries,
                    "a country's name among the facts",
                    labelled=False,
                )
            )
        facts.weight = 3.0
        entry.facts, entry.kind = facts, "facts"


def _named_in_prose(text: str, marked: list[Marked]) -> None:
    """Films that running text names ("I liked “Kismet” (66 mins., Ann Gray), which …"), where several lines do so alike."""
    found = []
    for entry in marked:
        if entry.kind not in {"prose", "text"}:
            continue
        match = _IN_PROSE.search(text, entry.title[0], entry.line.end)
        if match and runtimes_in(text, *match.span("facts")):
            found.append((entry, match))
    if len(found) < 2:
        return
    for entry, match in found:
        facts = facts_of(text, *match.span())
        if facts.lead is None or "runtime" not in facts.fields:
            continue
        facts.prose = [(entry.title[0], entry.line.end)]
        facts.bracketed = True
        entry.facts, entry.kind = facts, "facts"


def _clocked(text: str, marked: list[Marked]) -> None:
    """Titles with a clock in brackets ("Salt Road (8:40)"): run-times, where several lines have one and nothing else."""
    found = []
    for entry in marked:
        match = _CLOCKED.fullmatch(text[slice(*entry.title)]) if entry.kind in {"title", "text"} else None
        if match and is_title_like(match["title"]):
            found.append((entry, match))
    if len(found) < 2:
        return
    for entry, match in found:
        start = entry.title[0]
        runs = runtimes_in(text, start + match.start("clock"), start + match.end("clock"))
        facts = LineFacts(
            lead=(start, start + match.end("title")), lead_kind="text", bracketed=True, weight=3.0
        )
        facts.facts += [
            Fact("runtime", run.start, run.end, run, "a clock in brackets behind the title", labelled=False)
            for run in runs
        ]
        if runs:
            entry.facts, entry.kind = facts, "facts"
