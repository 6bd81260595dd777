"""Films that are told in sentences: what begins the sentence is the title, what ends it the facts.

"A New View of the Moon is a reminder to look up. Directed by Anna Miller (2018, USA, 4 min)": the words in capitals
before the verb are the title; one such line alone says little, several alike say enough.
"""

import re

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import items_in
from tourdesk.library.intake.linefacts import facts_of
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.wording import is_prose, is_title_like, trimmed

_TELLS = re.compile(
    r"(?:,\s+(?:an?|the|this|one|where|when|which|who|how)\s|\s+(?:is|are|was|tells|follows|takes|shows|explores|"
    r"documents|features|profiles|chronicles|captures|celebrates|reveals|examines|tracks|portrays)\s)"
)
_SMALL = frozenset(
    "a an the of in on at to for and or with from by vs as de la le les el los du des und der die das".split()
)
_LONGEST = 80
_LONGEST_HEAD = 160
_SHORT = 5
_SENTENCE_END = re.compile(r"\.(?=\s+[A-ZÀ-Ý“\"«])")
_NEW_SENTENCE = re.compile(r"\s+[A-ZÀ-Ý“\"«][\w'’-]*[,\s]")
_IN_PROSE = re.compile(r"(?P<title>[“\"«„][^“”\"«»„\n]{1,90}[”\"»“]),? \((?P<facts>[^()\n]{2,80})\)")
_FILM_OF = re.compile(
    r"(?P<title>[“\"«„][^“”\"«»„\n]{1,90}[”\"»“])[.,:]?\s+(?:un |a |ein )?(?:(?:court|long)[- ]métrage|téléfilm|film|documentaire|dokumentarfilm|documentary|documental|documentario)"
    r"(?: (?:de|von|from|del|di) (?P<year>(?:19|20)\d\d))?,? (?:du réalisateur|de la réalisatrice|de|by|von|di|par) (?P<names>[^.\n]{4,90}?)(?:\.\s+(?P<rest>[^\n]*))?\.?(?=\n|$)",
    re.IGNORECASE,
)


def titles_that_begin_sentences(text: str, marked: list[Marked]) -> None:
    """Takes the title from the beginning of the running text where most lines of facts with such text have none."""
    made = [entry for entry in marked if _is_made_so(entry)]
    told = [entry for entry in made if entry.facts.lead is not None]
    found = []
    for entry in made:
        if entry.facts.lead is None:
            start = entry.facts.prose[0][0]
            title = _title(text[start : start + _LONGEST + 20])
            if title:
                found.append((entry, start, start + len(title)))
    if len(found) + len(told) < 2 or len(found) + len(told) < len(made):
        return
    for entry, start, end in found:
        entry.facts.lead, entry.facts.lead_kind, entry.facts.bracketed = (start, end), "text", True


def _is_made_so(entry: Marked) -> bool:
    """Whether a line has running text first and then the hard facts of a film."""
    facts = entry.facts
    return (
        entry.kind == "facts"
        and "runtime" in facts.fields
        and bool(facts.prose)
        and facts.prose[0][0] < min(fact.start for fact in facts.facts)
    )


def _title(words: str) -> str:
    """The words in capitals that open a sentence; empty where the sentence begins like any other."""
    match = _TELLS.search(words[:_LONGEST])
    title = words[: match.start()] if match else ""
    parts = title.split()
    large = [part for part in parts if part[:1].isupper() or part[:1].isdigit()]
    small = [part for part in parts if part not in large and part.lower() not in _SMALL]
    return title if len(large) >= 2 and not small and is_title_like(title) else ""


def told_in_first_sentences(text: str, marked: list[Marked]) -> None:
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
            how_.NAME_BETWEEN,
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
                how_.COUNTRY_AMONG_FACTS,
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


def named_in_sentences(text: str, marked: list[Marked]) -> None:
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


def films_of(text: str, marked: list[Marked]) -> None:
    """Films named as in "“Alexandre”. Film de 2014 de Anne Morel. 52 min.", where several lines do so."""
    found = []
    for entry in marked:
        match = _FILM_OF.match(text, entry.title[0], entry.line.end)
        if match and match["names"][0].isupper():
            found.append((entry, match))
    for entry, match in found if len(found) >= 2 else ():
        facts = LineFacts(lead=match.span("title"), lead_kind="text", bracketed=True, weight=3.0)
        facts.facts.append(
            Fact("directors", *match.span("names"), None, how_.NAME_AFTER_TITLE, labelled=False)
        )
        if match["year"]:
            year = int(match["year"])
            facts.facts.append(
                Fact("year", *match.span("year"), year, how_.YEAR_BESIDE_TITLE, labelled=False)
            )
        runs = runtimes_in(text, *match.span("rest")) if match["rest"] else []
        facts.facts += [
            Fact("runtime", run.start, run.end, run, how_.MINUTES_AFTER_NAMES, labelled=False)
            for run in runs[:1]
        ]
        entry.facts, entry.kind = facts, "facts"
