"""A film's run-time and year, and what was understood of it so far."""

import re
from dataclasses import dataclass, field

from tourdesk.foundation.language import _
from tourdesk.library.intake import how as how_
from tourdesk.library.intake.context import QUARTERS, PageContext
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.readings import Evidence
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.titles import bare_title

# More hours than this are no slip for a feature's length.
_SLIPS = 3


@dataclass(slots=True)
class Draft:
    """A film as far as it is understood: what was said where, and what is unsure."""

    text: str
    context: PageContext
    evidence: list[Evidence] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    def said(self, name: str, fact: Fact) -> None:
        self.mark(name, fact.start, fact.end, fact.how)

    def mark(self, name: str, start: int, end: int, how: str) -> None:
        self.evidence.append(Evidence(name, start, end, _(how)))

    def doubt(self, name: str) -> None:
        if name not in self.doubtful:
            self.doubtful.append(name)


def best_of(group: Group, name: str) -> list[Fact]:
    """The facts of a field, the labelled ones alone where there are any."""
    facts = [fact for fact in group.facts if fact.field == name]
    return [fact for fact in facts if fact.labelled] or facts


def runtime_of(draft: Draft, group: Group) -> tuple[int | None, bool]:
    """The run-time in whole seconds, and whether it is rounded to minutes."""
    for fact in best_of(group, "runtime"):
        run = fact.value
        if not isinstance(run, Runtime):
            continue
        seconds = run.seconds
        doubtful = run.doubtful
        if run.kind == "clock2" and run.seconds < 4 * 60 and not draft.context.minutes_and_seconds:
            seconds *= 60
            doubtful = True
        if run.kind == "decimal" and not draft.context.decimals_are_clocks:
            seconds, doubtful = _decimal(run, slips=draft.context.decimals_are_clocks is None)
        draft.said("runtime", fact)
        others = {
            other.value.seconds for other in best_of(group, "runtime") if isinstance(other.value, Runtime)
        }
        if doubtful or len({round(other / 60) for other in others}) > 1 or seconds > 10 * 3600:
            draft.doubt("runtime")
        return seconds, run.approximate
    likely = [item for item in group.numbers if isinstance(item.value, int) and 1 <= item.value <= 300]
    if len(likely) == 1 and isinstance(likely[0].value, int):
        item = likely[0]
        draft.mark("runtime", item.start, item.end, how_.NUMBER_FOR_MINUTES)
        if not draft.context.numbers_repeat:
            draft.doubt("runtime")
        return likely[0].value * 60, True
    return None, False


def _decimal(run: Runtime, *, slips: bool) -> tuple[int, bool]:
    """A length as "5.25 min" that is no clock's; whether it is doubtful.

    With `slips`, where nothing else on the page says what it means, "1.45 min" may be an hour and three quarters.
    """
    whole, part = divmod(run.seconds, 60)
    if slips and 1 <= whole <= _SLIPS:
        return whole * 3600 + part * 60, True
    return whole * 60 + round(part * 0.6), slips and part not in QUARTERS


def year_of(draft: Draft, group: Group) -> int | None:
    """The year of the film."""
    facts = best_of(group, "year")
    years = [fact.value for fact in facts if isinstance(fact.value, int)]
    if not years:
        return _year_beside_title(draft, group) if draft.context.alone else None
    draft.said("year", facts[0])
    if len(set(years)) > 1 or not facts[0].sure:
        draft.doubt("year")
    return years[0]


def _year_beside_title(draft: Draft, group: Group) -> int | None:
    """The year that stands in brackets behind the title anywhere on the page of the only film."""
    if group.title is None:
        return None
    words, _left, _right = bare_title(draft.text[slice(*group.title)])
    match = (
        re.search(re.escape(words) + r"\s?\((?P<year>(?:19|20)\d\d)\)", draft.text)
        if len(words) > 1
        else None
    )
    if match is None:
        return None
    draft.mark("year", *match.span("year"), how_.YEAR_IN_BRACKETS)
    return int(match["year"])
