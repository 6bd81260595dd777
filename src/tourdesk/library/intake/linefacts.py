"""The facts that one line tells of a film, and what else stands in the line."""

import re

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.clusters import take_unlabelled
from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.labelled import glued_roles, labels_in
from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.people import is_company, names_likeness
from tourdesk.library.intake.values import take_labelled
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import FORMATS, GENRES

_ORIGINAL_AND_YEAR = re.compile(
    r"(?P<title>[^()]{0,90}?)\s*\((?P<original>[^(),]{2,90}?)\s*,\s*(?P<year>(?:19|20)\d\d)\)"
)

# "[EL VERDUGO] (original title)" on the line below the title.
_CALLED_ORIGINAL = re.compile(
    r"[\[(]?(?P<title>[^()\[\]]{1,90}?)[\])]?\s*[(\[](?:original(?: title)?|originaltitel|titre original|título original|titolo originale|tytuł oryginalny|o\.?t\.?)[)\]]",
    re.IGNORECASE,
)


def _original_and_year(text: str, start: int, end: int, out: LineFacts) -> bool:
    """Reads "Dawn Every Day (فجر كل يوم, 2024)": the title, the original title, the year."""
    match = _ORIGINAL_AND_YEAR.fullmatch(text, start, end)
    if (
        match is None
        or countries_of(match["original"])
        or names_likeness(match["original"]) >= 0.5
        or is_company(match["original"])
    ):
        return False
    if labels_in(text, start, end) or fold(match["original"]) in GENRES | FORMATS:
        return False
    a, b = match.span("original")
    out.facts.append(Fact("original_title", a, b, match["original"], how_.IN_BRACKETS, labelled=False))
    a, b = match.span("year")
    out.facts.append(Fact("year", a, b, int(match["year"]), how_.YEAR_IN_BRACKETS, labelled=False))
    if match["title"]:
        out.lead, out.lead_kind, out.bracketed = match.span("title"), "text", True
    return True


def facts_of(text: str, start: int, end: int) -> LineFacts:
    """The facts of one line of the text."""
    out = LineFacts()
    original = _CALLED_ORIGINAL.fullmatch(text, start, end)
    if original:
        how = how_.IN_BRACKETS
        out.facts.append(
            Fact("original_title", *original.span("title"), original["title"], how, labelled=True)
        )
        out.weight = 1.5
        return out
    if _original_and_year(text, start, end, out):
        out.weight = 3.0
        return out
    labels = glued_roles(text, start, end) or labels_in(text, start, end)
    first = min((label.start for label in labels), default=end)
    if labels and labels[0].value_end <= labels[0].start:
        first = start  # a role glued behind its name
    if first > start:
        counted = min(start + ordinal_end(text[start:end]), first)
        take_unlabelled(text, counted, first, out, labels_follow=bool(labels))
    for label in labels:
        take_labelled(text, label, out)
    if out.lead is not None and out.fields == {"title"}:
        # "Best Film: Mountain Sports": the word before the label makes it another one.
        out.facts, out.lead, out.other = [], None, True
    if labels and labels[0].start == start and labels[0].colon and not out.facts:
        out.other = True  # a label without a value that could be used: "Director: various"
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
