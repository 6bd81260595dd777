"""The rules of a request in people's words, as a list of things names them: “at most one film by the same director”."""

from decimal import Decimal

from tourdesk.foundation.codes import country_name, language_name
from tourdesk.foundation.dates import day_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, decimal, later, n_, quoted
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

_SAME: dict[Attribute, str] = {
    "director": later("by the same director"),
    "section": later("of the same section"),
    "tag": later("with the same tag"),
    "country": later("from the same country"),
    "language": later("in the same language"),
}
"""As it follows “films”."""
_EACH: dict[Attribute, str] = {
    "director": later("by each director"),
    "section": later("of each section"),
    "tag": later("with each tag"),
    "country": later("from each country"),
    "language": later("in each language"),
}
"""As it follows “1 film”: one alone has nothing in common with another one."""
_ANY: dict[Attribute, str] = {
    "director": later("no film with a director"),
    "section": later("no film of a section"),
    "tag": later("no film with a tag"),
    "country": later("no film with a country"),
    "language": later("no film with a language"),
}
_NONE: dict[Attribute, str] = {
    "director": later("no director"),
    "section": later("no section"),
    "tag": later("no tag"),
    "country": later("no country"),
    "language": later("no language"),
}
_FROM = {
    "AE": later(" from the United Arab Emirates"),
    "CD": later(" from the Democratic Republic of the Congo"),
    "CG": later(" from the Republic of the Congo"),
    "CH": later(" from Switzerland"),
    "CZ": later(" from Czechia"),
    "DO": later(" from the Dominican Republic"),
    "GB": later(" from the United Kingdom"),
    "MN": later(" from Mongolia"),
    "NL": later(" from the Netherlands"),
    "PH": later(" from the Philippines"),
    "SK": later(" from Slovakia"),
    "TR": later(" from Türkiye"),
    "UA": later(" from Ukraine"),
    "US": later(" from the United States"),
}
"""Countries whose names have an article, in one language or another."""
_NAMED = 3
_MINUTE, _HOUR = 60, 3600


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
            known = _FROM.get(value.upper())
            return _(known) if known else _(" from {place}", place=country_name(value))
        case "language":
            return _(" in {language}", language=language_name(value) or value)


def same(attribute: Attribute) -> str:
    """What films have in common, as it follows “films”: `by the same director`."""
    return _(_SAME[attribute])


def of_each(attribute: Attribute) -> str:
    """Of which each may have one, as it follows “1 film”: `by each director`."""
    return _(_EACH[attribute])


def different(attribute: Attribute, number: int) -> str:
    """So many values of an attribute: `4 countries`, `no country`."""
    if not number:
        return _(_NONE[attribute])
    match attribute:
        case "director":
            return n_("{n} director", "{n} directors", number)
        case "section":
            return n_("{n} section", "{n} sections", number)
        case "tag":
            return n_("{n} tag", "{n} tags", number)
        case "country":
            return n_("{n} country", "{n} countries", number)
        case "language":
            return n_("{n} language", "{n} languages", number)


def joined(parts: list[str]) -> str:
    """`one`, `one and two`, `one, two and three`."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} and {last}", some=", ".join(parts[:-1]), last=parts[-1])


def titles(request: Request, ids: tuple[FilmId, ...]) -> str:
    """The first few films by their titles, and how many others."""
    # “And 1 other” takes the room of a title.
    named = ids if len(ids) == _NAMED + 1 else ids[:_NAMED]
    said = [quoted(request.by_id[film].title) for film in named]
    if len(ids) > len(named):
        said.append(n_("{n} other", "{n} others", len(ids) - len(named)))
    return joined(said)


def length(seconds: int) -> str:
    """A length that somebody asked for, exactly: `15 minutes`, `40 seconds`, `1:05:30`."""
    minutes, rest = divmod(seconds, _MINUTE)
    if not minutes:
        return n_("{n} second", "{n} seconds", seconds)
    return clock_text(seconds) if rest or seconds > _HOUR else n_("{n} minute", "{n} minutes", minutes)


def about(seconds: int) -> str:
    """How much longer or shorter something is, as people say it: to the minute from a minute on."""
    if seconds < _MINUTE or seconds % _MINUTE == 0:
        return length(seconds)
    minutes = (seconds + _MINUTE // 2) // _MINUTE
    return _("about {length}", length=length(minutes * _MINUTE))


def money(amount: Decimal) -> str:
    """An amount, with cents where it has any; a request has one currency and does not name it."""
    places = _decimals(amount)
    return decimal(float(amount), max(2, places) if places else 0)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _counting(rule: Rule) -> str:
    said = ""
    match rule:
        case FilmCount():
            said = _bounds("", rule)
        case Where():
            said = _bounds(which(rule.attribute, rule.value), rule)
        case Each(at_most=0):
            said = _(_ANY[rule.attribute])
        case Each(at_most=1):
            said = _("at most 1 film {of_each}", of_each=of_each(rule.attribute))
        case Each():
            said = _("at most {n} films {same}", n=rule.at_most, same=same(rule.attribute))
        case Distinct():
            said = _("at least {different}", different=different(rule.attribute, rule.at_least))
    return said


def _bounds(films: str, rule: FilmCount | Where) -> str:
    if rule.at_most is None:
        return n_("at least {n} film{which}", "at least {n} films{which}", rule.at_least, which=films)
    if not rule.at_most:
        return _("no film{which}", which=films)
    if not rule.at_least:
        return n_("at most {n} film{which}", "at most {n} films{which}", rule.at_most, which=films)
    if rule.at_least == rule.at_most:
        return n_("exactly {n} film{which}", "exactly {n} films{which}", rule.at_most, which=films)
    return _("{least} to {most} films{which}", least=rule.at_least, most=rule.at_most, which=films)


def _of_order(rule: Rule) -> str:
    said = ""
    match rule:
        case Opener(max_seconds=None):
            said = _("an opener of at least {least}", least=length(rule.min_seconds))
        case Opener(min_seconds=0, max_seconds=int(most)):
            said = _("an opener of at most {most}", most=length(most))
        case Opener(max_seconds=int(most)):
            said = _(
                "an opener of {least} to {most}", least=clock_text(rule.min_seconds), most=clock_text(most)
            )
        case Closer(longest=True, each_part=True):
            said = _("the longest film at the end of each part")
        case Closer(longest=True):
            said = _("the longest film at the end")
        case Closer(each_part=True):
            said = _("a film of at least {least} at the end of each part", least=length(rule.min_seconds))
        case Closer():
            said = _("a closer of at least {least}", least=length(rule.min_seconds))
        case NotAdjacent(within_part=True):
            said = _("no two films {same} in a row within a part", same=same(rule.attribute))
        case NotAdjacent():
            said = _("no two films {same} in a row", same=same(rule.attribute))
    return said


def _of_all_nights(request: Request, rule: Rule) -> str:
    match rule:
        case Must():
            said = _("showing {films}", films=titles(request, rule.films))
        case Never():
            said = _("not showing {films}", films=titles(request, rule.films))
        case NotShownInTown():
            said = _("only films new to {town}", town=request.town)
        case Licensed():
            said = _("every film licensed on {day}", day=day_text(request.day) if request.day else "")
        case Fees():
            said = _("fees of at most {total}", total=money(rule.at_most))
        case NoRepeats():
            said = _("each film on one night only")
        case Spare():
            said = _("{length} to spare", length=length(rule.seconds))
        case _:
            raise TypeError(f"there are no words for {type(rule).__name__}")
    return said
