"""Lists that tell one thing of each film beside its title: who made it, where it is from, how long it is.

One such line says nothing ("Salt Road (8:40)" may be when it begins); several alike are a list of films.
"""

import re
from dataclasses import replace
from itertools import pairwise

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.clusters import take_all
from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import items_in
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.wording import is_title_like

_MORNING, _MIDNIGHT = 8 * 60, 24 * 60
_SEVERAL = 3
_FEW = 2
_CREDITED = re.compile(
    r"(?P<title>[“\"«„‘][^“”\"«»„’]{1,90}[”\"»“’]),? (?:by|von|de|di|par|av|af|van|od) (?P<names>[^()\n;]{4,80}?)(?:\s\((?P<rest>[^()]+)\))?[;,.]?(?=\n|$)"
)
_CLOCKED = re.compile(
    r"(?P<title>\S.{0,90}?)(?:\s*[(\[|]\s*|\s+[–—-]\s+|\s+)(?P<clock>\d{1,2}:\d\d(?::\d\d)?)(?:[)\]](?:\s*[:–—-]\s+(?P<telling>\S.*))?)?$"
)
_MANY = 4
_BY_BRACKETS = re.compile(r"(?P<title>[^()]{2,90}?)\s*\((?P<names>[^()\d]{3,90})\)")
_PLACED = re.compile(r"(?P<title>[^()]{2,90}?)\s*\((?P<place>[^()]{2,40})\)")


def bare_credits(text: str, marked: list[Marked]) -> None:
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
            Fact("directors", *match.span("names"), None, how_.NAME_AFTER_TITLE, labelled=False)
        )
        if match["rest"]:
            take_all(items_in(text, match.start("rest") - 1, match.end("rest") + 1), facts)
        facts.weight = 3.0
        entry.facts, entry.kind = facts, "facts"


def bare_names(text: str, marked: list[Marked]) -> None:
    """A list of nothing but titles with who made them in brackets, where several lines have the shape."""
    found = []
    for entry in marked:
        match = (
            _BY_BRACKETS.fullmatch(text, *entry.title) if entry.kind in {"title", "text", "prose"} else None
        )
        if match and names_likeness(match["names"]) >= 0.5:
            found.append((entry, match, names_likeness(match["names"])))
    if len(found) < _MANY or sum(1 for _, _, likeness in found if likeness >= 0.75) * 2 < len(found):
        return
    for entry, match, _ in found:
        facts = LineFacts(
            lead=match.span("title"), lead_kind="text", bracketed=True, complete=True, weight=3.0
        )
        how = how_.NAME_AFTER_TITLE
        facts.facts.append(Fact("directors", *match.span("names"), None, how, labelled=False))
        entry.facts, entry.kind = facts, "facts"


def bare_countries(text: str, marked: list[Marked]) -> None:
    """A list of nothing but titles with their countries in brackets, where several lines have the shape."""
    found = []
    if sum(1 for entry in marked if "runtime" in entry.facts.fields) >= 2:
        return
    for entry in marked:
        match = _PLACED.fullmatch(text, *entry.title) if entry.kind in {"title", "text", "facts"} else None
        countries = countries_of(match["place"]) if match else ()
        if match and countries and is_title_like(match["title"]) and "runtime" not in entry.facts.fields:
            found.append((entry, match, countries))
    if len(found) < 3:
        return
    for entry, match, countries in found:
        facts = LineFacts(
            lead=match.span("title"), lead_kind="text", bracketed=True, complete=True, weight=3.0
        )
        how = how_.COUNTRY_BEHIND_TITLE
        facts.facts.append(Fact("countries", *match.span("place"), countries, how, labelled=False))
        entry.facts, entry.kind = facts, "facts"


def countries_behind_leads(text: str, marked: list[Marked]) -> None:
    """Countries in brackets between title and labels ("Fence (Kosovo), Directed by: …"), where several lines have them."""
    found = []
    for entry in marked:
        lead = entry.facts.lead if entry.kind == "facts" and "countries" not in entry.facts.fields else None
        match = _PLACED.fullmatch(text, *lead) if lead else None
        countries = countries_of(match["place"]) if match else ()
        if match and countries:
            found.append((entry, match, countries))
    for entry, match, countries in found if len(found) >= _FEW else ():
        entry.facts.lead = match.span("title")
        how = how_.COUNTRY_BEHIND_TITLE
        entry.facts.facts.append(Fact("countries", *match.span("place"), countries, how, labelled=False))


def bare_clocks(text: str, marked: list[Marked]) -> None:
    """Titles with a clock in brackets ("Salt Road (8:40)"): run-times, where several lines have one and nothing else."""
    shaped = [
        (entry, match)
        for entry in marked
        if entry.kind in {"title", "text", "prose"}
        and (match := _CLOCKED.fullmatch(text[slice(*entry.title)]))
    ]
    found = [(entry, match) for entry, match in shaped if is_title_like(match["title"])]
    found = (
        shaped if len(found) * 2 > len(shaped) > 2 else found
    )  # "The Discipline of D.E. (9:05)" among others
    if len(found) < 2 or _times_of_day([match["clock"] for _, match in found]):
        return
    for entry, match in found:
        start = entry.title[0]
        runs = runtimes_in(match["clock"])
        shift = start + match.start("clock")
        runs = [replace(run, start=run.start + shift, end=run.end + shift) for run in runs]
        facts = LineFacts(
            lead=(start, start + match.end("title")), lead_kind="text", bracketed=True, weight=3.0
        )
        facts.facts += [
            Fact("runtime", run.start, run.end, run, how_.CLOCK_BEHIND_TITLE, labelled=False) for run in runs
        ]
        if match["telling"]:
            facts.prose = [(start + match.start("telling"), start + match.end("telling"))]
        if runs:
            entry.facts, entry.kind = facts, "facts"


def _times_of_day(clocks: list[str]) -> bool:
    """Whether clocks are when things begin: each later than the one before, none in the small hours."""
    minutes = [60 * int(clock.split(":")[0]) + int(clock.split(":")[1]) for clock in clocks]
    rising = len(minutes) >= 2 and all(a < b for a, b in pairwise(minutes))
    if rising and minutes[0] >= _MORNING and minutes[-1] < _MIDNIGHT:
        return True
    # Films seldom last a number of seconds that five divides, one after the other; they begin at such a minute.
    round_ones = all(_MORNING <= clock < _MIDNIGHT and clock % 5 == 0 for clock in minutes)
    return round_ones and len(minutes) >= _SEVERAL and any(clock % 60 for clock in minutes)
