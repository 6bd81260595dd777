"""How facets and their values are called on the screen."""

from collections.abc import Callable

from tourdesk.foundation.codes import country_name, language_name
from tourdesk.foundation.language import _, later
from tourdesk.foundation.text import folded
from tourdesk.library.committee.verdicts import Choice, choice_word
from tourdesk.library.finding.wanted import Facet, Holding, Length, Majority

FACET_WORDS = {
    Facet.SECTION: later("Section"),
    Facet.TAG: later("Tag"),
    Facet.LENGTH: later("Length"),
    Facet.COUNTRY: later("Country"),
    Facet.LANGUAGE: later("Language"),
    Facet.VERDICT: later("Verdict"),
    Facet.LICENCE: later("Licence"),
    Facet.FORMAT: later("Format"),
    Facet.YEAR: later("Year"),
}

_HOLDINGS = {
    Holding.VALID: later("valid on the night"),
    Holding.USED_UP: later("no showing left"),
    Holding.ELSEWHERE: later("another country only"),
    Holding.COMING: later("begins later"),
    Holding.ENDED: later("ended"),
    Holding.NONE: later("no licence"),
}

_LENGTHS = {
    Length.TO_10: later("up to 10 min"),
    Length.TO_30: later("10–30 min"),
    Length.TO_60: later("30–60 min"),
    Length.OVER_60: later("over 60 min"),
    Length.UNKNOWN: later("unknown"),
}

_IN_THEIR_ORDER: dict[Facet, list[str]] = {
    Facet.LENGTH: list(Length),
    Facet.VERDICT: list(Majority),
    Facet.LICENCE: list(Holding),
}


def facet_word(facet: Facet) -> str:
    """What a facet is called."""
    return _(FACET_WORDS[facet])


def value_word(facet: Facet, value: str) -> str:
    """What a value of a facet is called."""
    words: dict[Facet, Callable[[str], str]] = {
        Facet.COUNTRY: country_name,
        Facet.LANGUAGE: lambda code: language_name(code) or code,
        Facet.LENGTH: lambda length: _(_LENGTHS[Length(length)]),
        Facet.VERDICT: _verdict_word,
        Facet.LICENCE: lambda holding: _(_HOLDINGS[Holding(holding)]),
    }
    return words.get(facet, str)(value)


def _verdict_word(value: str) -> str:
    return _("no verdict") if value == Majority.NONE else choice_word(Choice(value))


def in_order(facet: Facet, counts: tuple[tuple[str, int], ...]) -> list[tuple[str, int]]:
    """The values as they are offered: lengths and verdicts in their own order, the latest year first, else the most used."""
    if facet in _IN_THEIR_ORDER:
        return sorted(counts, key=lambda pair: _IN_THEIR_ORDER[facet].index(pair[0]))
    if facet is Facet.YEAR:
        return sorted(counts, key=lambda pair: -int(pair[0]))
    return sorted(counts, key=lambda pair: (-pair[1], folded(value_word(facet, pair[0]))))


def related_heading(kind: str, value: str) -> str:
    """What is said over films that have something in common."""
    match kind:
        case "tag":
            return _("More with the tag {tag}", tag=value)
        case "director":
            return _("More by {name}", name=value)
        case "country":
            return _("More from {place}", place=country_name(value))
        case _:
            return _("More from {place}", place=value)
