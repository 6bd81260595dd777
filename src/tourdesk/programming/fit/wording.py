"""The rules of a request in people's words, as a list of things names them: “at most one film by the same director”."""

from tourdesk.foundation.codes import country_name, language_name
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later, n_
from tourdesk.programming.fit.request import (
    EVENING,
    PARTS,
    PINNED,
    Attribute,
    Closer,
    Distinct,
    Each,
    Fees,
    FilmCount,
    FilmId,
    Licensed,
    Must,
    Never,
    NoRepeats,
    NotAdjacent,
    NotShownInTown,
    Opener,
    Request,
    Rule,
    Spare,
    Where,
)

KINDS: dict[Attribute, str] = {
    "director": later("director"),
    "section": later("section"),
    "tag": later("tag"),
    "country": later("country"),
    "language": later("language"),
}
"""What people call the attributes."""
_MANY: dict[Attribute, str] = {
    "director": later("directors"),
    "section": later("sections"),
    "tag": later("tags"),
    "country": later("countries"),
    "language": later("languages"),
}
_NAMED = 3


def in_words(request: Request, name: str) -> str:
    """What a clash names: a rule by its id, the evening, the parts, the pinned films."""
    if name == EVENING:
        return _("an evening of at most {length}", length=clock_text(request.max_seconds))
    if name == PARTS:
        return _("the lengths of the parts")
    if name == PINNED:
        return _("the films that stay where they are")
    rule = next(rule for rule in request.rules if rule.id == name)
    return _counting(rule) or _of_order(rule) or _of_all_nights(request, rule)


def which(attribute: Attribute, value: str) -> str:
    """Which films have a value, as it follows “3 films”; codes of countries and languages are said by name."""
    match attribute:
        case "director":
            return _(" by {name}", name=value)
        case "section":
            return _(" of the section “{name}”", name=value)
        case "tag":
            return _(" tagged “{name}”", name=value)
        case "country":
            return _(" from {place}", place=country_name(value))
        case "language":
            return _(" in {language}", language=language_name(value) or value)


def joined(parts: list[str]) -> str:
    """`one`, `one and two`, `one, two and three`."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} and {last}", some=", ".join(parts[:-1]), last=parts[-1])


def titles(request: Request, ids: tuple[FilmId, ...]) -> str:
    """The first few films by their titles, and how many others."""
    named = [f"“{request.by_id[film].title}”" for film in ids[:_NAMED]]
    if len(ids) > _NAMED:
        named.append(n_("{n} other", "{n} others", len(ids) - _NAMED))
    return joined(named)


def _counting(rule: Rule) -> str:
    said = ""
    match rule:
        case FilmCount():
            said = _bounds("", rule)
        case Where():
            said = _bounds(which(rule.attribute, rule.value), rule)
        case Each():
            said = n_(
                "at most {n} film of the same {kind}",
                "at most {n} films of the same {kind}",
                rule.at_most,
                kind=_(KINDS[rule.attribute]),
            )
        case Distinct():
            said = _("at least {n} different {kinds}", n=rule.at_least, kinds=_(_MANY[rule.attribute]))
    return said


def _bounds(films: str, rule: FilmCount | Where) -> str:
    if rule.at_most is None:
        return n_("at least {n} film{which}", "at least {n} films{which}", rule.at_least, which=films)
    if not rule.at_least:
        return n_("at most {n} film{which}", "at most {n} films{which}", rule.at_most, which=films)
    return _("{least} to {most} films{which}", least=rule.at_least, most=rule.at_most, which=films)


def _of_order(rule: Rule) -> str:
    said = ""
    match rule:
        case Opener(max_seconds=None):
            said = _("an opener of at least {least}", least=clock_text(rule.min_seconds))
        case Opener(max_seconds=int(most)):
            said = _(
                "an opener of {least} to {most}", least=clock_text(rule.min_seconds), most=clock_text(most)
            )
        case Closer(longest=True, each_part=True):
            said = _("the longest film at the end of each part")
        case Closer(longest=True):
            said = _("the longest film at the end")
        case Closer():
            said = _("a closer of at least {least}", least=clock_text(rule.min_seconds))
        case NotAdjacent():
            said = _("no two films of the same {kind} in a row", kind=_(KINDS[rule.attribute]))
    return said


def _of_all_nights(request: Request, rule: Rule) -> str:
    match rule:
        case Must():
            said = _("showing {films}", films=titles(request, rule.films))
        case Never():
            said = _("not showing {films}", films=titles(request, rule.films))
        case NotShownInTown():
            said = _("nothing that {town} has seen", town=request.town)
        case Licensed():
            said = _("every film licensed on {day}", day=request.day)
        case Fees():
            said = _("fees of at most {total}", total=f"{rule.at_most:f}")
        case NoRepeats():
            said = _("no film on two nights")
        case Spare():
            said = _("{length} to spare", length=clock_text(rule.seconds))
        case _:
            raise TypeError(f"there are no words for {type(rule).__name__}")
    return said
