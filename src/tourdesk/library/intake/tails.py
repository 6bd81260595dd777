"""Facts that stand behind a title as if they were its last words: "Ebb, Dokumentarfilm", "Ebb (Chile).", "Ebb | Drama"."""

from dataclasses import replace

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.countries import countries_of, country_behind_name, is_surname
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.items import Item, items_in
from tourdesk.library.intake.records import Group

_LONGEST = 120
_FARTHEST = 60
_FIELDS = {"genre": "tags", "country": "countries", "language": "languages"}
_HOW = {
    "genre": how_.KIND_AMONG_FACTS,
    "country": how_.COUNTRY_BEHIND_TITLE,
    "language": how_.LANGUAGE_AMONG_FACTS,
}
# A place behind a comma belongs to titles ("Paris, Texas"): only a bracket parts it off.
_SIGNS = {"genre": frozenset(",|•·()"), "country": frozenset("(|"), "language": frozenset("(|")}


def facts_behind_titles(text: str, groups: list[Group]) -> None:
    """Takes kinds of film, countries and languages off the ends of titles, as facts where the film has none of the kind."""
    for group in groups:
        if group.title is None or group.title_labelled:
            continue
        start, end = group.title
        words = text[start:end]
        if len(words) <= _LONGEST and (words.endswith((")", ").", "]")) or "," in words or "|" in words):
            _take_off(text, group, start, end)
        _kinds_behind(text, group)


def _take_off(text: str, group: Group, start: int, end: int) -> None:
    items = items_in(text, start, end)
    told = group.fields
    while len(items) > 1 and _is_fact(items[-1]):
        item = items.pop()
        field = _FIELDS[item.kind]
        if field not in told:
            value = item.value if item.kind != "genre" else None
            how = _HOW[item.kind]
            group.facts.append(Fact(field, item.start, item.end, value, how, labelled=False, sure=item.sure))
        group.title = (start, start + len(text[start : item.start].rstrip(" ,|•·([")))


def _kinds_behind(text: str, group: Group) -> None:
    """Adds the kinds of film that stand alone between a title and the facts behind it on its line."""
    end = group.title[1] if group.title is not None else 0
    stop = min((fact.start for fact in group.facts if fact.start >= end), default=end)
    between = text[end:stop]
    if "tags" in group.fields or not 1 < len(between) <= _FARTHEST or "\n" in between:
        return
    for item in items_in(text, end, stop)[:1]:
        if item.kind == "genre":
            how = how_.KIND_AMONG_FACTS
            group.facts.append(Fact("tags", item.start, item.end, None, how, labelled=False, sure=item.sure))


def _is_fact(item: Item) -> bool:
    signed = item.kind in _FIELDS and item.before in _SIGNS[item.kind]
    return signed and not (item.before == "(" and item.text[:1].islower())  # "Ebb (short)": no tag


def countries_behind_names(text: str, groups: list[Group]) -> None:
    """Parts "Anna Keller France" into name and country, where no sign does: for films whose country nothing else tells.

    Countries that are surnames, too, are taken where several names of the page end with one.
    """
    found = []
    for group in groups:
        for index, fact in enumerate(group.facts):
            at = country_behind_name(text[fact.start : fact.end]) if fact.field == "directors" else 0
            if at and "countries" not in group.fields:
                found.append((group, index, fact, fact.start + at))
    several = len({text[fact.start : at] for _, _, fact, at in found}) > 1
    for group, index, fact, at in found:
        if several or not is_surname(text[at : fact.end]):
            group.facts[index] = replace(fact, end=at - 1)
            value = countries_of(text[at : fact.end])
            how = how_.COUNTRY_AMONG_FACTS
            group.facts.append(Fact("countries", at, fact.end, value, how, labelled=False))
