"""By how little a rule would have to give, so that a request becomes possible: a number in place of a rule given up."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tourdesk.foundation.dates import day_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, n_
from tourdesk.programming.fit.checker import Judgement, judge, part_lengths, rule_fault
from tourdesk.programming.fit.request import (
    EVENING,
    PARTS,
    PINNED,
    Closer,
    Distinct,
    Each,
    Fees,
    Film,
    FilmCount,
    FilmId,
    Licensed,
    Must,
    Never,
    Nights,
    NoRepeats,
    NotAdjacent,
    NotShownInTown,
    Opener,
    Request,
    Rule,
    Spare,
    Where,
)
from tourdesk.programming.fit.wording import different, in_words, length, money, of_each, same, titles, which

Possible = Callable[[Request], Nights | None]
"""Finds some programme of a request, None when there is none."""


def least_excess(request: Request, name: str, nights: Nights, possible: Possible) -> Nights | None:
    """A programme that breaks the rule by the smallest number (see `excess`), and nothing else.

    `nights` is one that breaks only this rule. None when the rule has no number that could give.
    """
    high, least = excess(request, name, nights), nights
    if not high:
        return None
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        found = possible(looser(request, name, middle))
        if found is None:
            low = middle
        else:
            high, least = min(middle, excess(request, name, found) or middle), found
    return least


def excess(request: Request, name: str, nights: Nights) -> int | None:
    """By how much a programme breaks a rule, 0 when it keeps it; None when the rule has no number.

    Seconds, films, different values, or ten-thousandths of money.
    """
    judgement = judge(request, nights)
    films = [[[request.by_id[i] for i in part] for part in night] for night in nights]
    if name == EVENING:
        return max(0, max(judgement.night_seconds) - request.evening_seconds)
    if name == PARTS:
        return _parts_excess(request, judgement, films)
    if name == PINNED:
        return None
    rule = rule_named(request, name)
    if isinstance(rule, Fees):
        total = sum((film.fee for night in films for part in night for film in part), Decimal(0))
        return max(0, int((total - rule.at_most) * MONEY))
    if isinstance(rule, Spare):
        return max(0, max(judgement.night_seconds) + rule.seconds - request.max_seconds)
    amounts = [_night_excess(rule, request.whole_parts(night)) for night in films]
    return None if None in amounts else max((amount or 0 for amount in amounts), default=0)


MONEY = 10_000
"""Money is loosened by ten-thousandths, the finest that a request can say."""


def rule_named(request: Request, name: str) -> Rule:
    """The rule with an id."""
    return next(rule for rule in request.rules if rule.id == name)


def _parts_excess(request: Request, judgement: Judgement, nights: list[list[list[Film]]]) -> int:
    return max(
        max(
            0,
            seconds - part.max_seconds,
            part.min_seconds - seconds,
            0 if part.whole_seconds is None else so_far - part.whole_seconds,
        )
        for seconds_of, night in zip(judgement.part_seconds, nights, strict=True)
        for part, seconds, so_far in zip(request.parts, seconds_of, part_lengths(request, night), strict=True)
    )


def _night_excess(rule: Rule, parts: list[list[Film]]) -> int | None:
    films = [film for part in parts for film in part]
    over: int | None = None
    match rule:
        case Each():
            values = [value for film in films for value in film.of(rule.attribute)]
            over = max(map(values.count, values), default=0) - rule.at_most
        case Where():
            over = _outside(sum(rule.value in film.of(rule.attribute) for film in films), rule)
        case FilmCount():
            over = _outside(len(films), rule)
        case Distinct():
            over = rule.at_least - len({value for film in films for value in film.of(rule.attribute)})
        case Opener():
            first = films[0].seconds if films else rule.min_seconds
            over = max(rule.min_seconds - first, 0 if rule.max_seconds is None else first - rule.max_seconds)
        case Closer() if not rule.longest:
            groups = parts if rule.each_part else [films]
            over = max((rule.min_seconds - group[-1].seconds for group in groups if group), default=0)
    return None if over is None else max(0, over)


def _outside(number: int, rule: Where | FilmCount) -> int:
    return max(rule.at_least - number, 0 if rule.at_most is None else number - rule.at_most)


def beyond(request: Request, name: str, nights: Nights) -> tuple[int, int] | None:
    """How many films a programme has too few, and how many too many, for a rule that counts films; None for another."""
    rule = next((rule for rule in request.rules if rule.id == name), None)
    if not isinstance(rule, Where | FilmCount):
        return None
    numbers = []
    for night in nights:
        films = [request.by_id[film] for part in night for film in part]
        which_count = (
            films if isinstance(rule, FilmCount) else [f for f in films if rule.value in f.of(rule.attribute)]
        )
        numbers.append(len(which_count))
    most = max(numbers) if rule.at_most is None else rule.at_most
    return max(0, rule.at_least - min(numbers)), max(0, max(numbers) - most)


def looser(request: Request, name: str, amount: int, sides: tuple[int, int] | None = None) -> Request:
    """The request with one rule, the evening or the parts loosened by a number; see `excess` for units.

    `sides` are by how many films fewer, and by how many more, a rule that counts them is loosened.
    """
    if name == EVENING:
        return replace(request, max_seconds=request.max_seconds + amount)
    if name == PARTS:
        parts = tuple(
            replace(
                part,
                max_seconds=part.max_seconds + amount,
                min_seconds=max(0, part.min_seconds - amount),
                whole_seconds=None if part.whole_seconds is None else part.whole_seconds + amount,
            )
            for part in request.parts
        )
        return replace(request, parts=parts)
    both = sides or (amount, amount)
    rules = tuple(_looser(rule, amount, both) if rule.id == name else rule for rule in request.rules)
    return replace(request, rules=rules)


def _looser(rule: Rule, amount: int, sides: tuple[int, int]) -> Rule:
    looser_rule: Rule
    match rule:
        case Each():
            looser_rule = replace(rule, at_most=rule.at_most + amount)
        case Where() | FilmCount():
            fewer, more = sides
            most = None if rule.at_most is None else rule.at_most + more
            looser_rule = replace(rule, at_least=max(0, rule.at_least - fewer), at_most=most)
        case Distinct():
            looser_rule = replace(rule, at_least=max(0, rule.at_least - amount))
        case Opener():
            most = None if rule.max_seconds is None else rule.max_seconds + amount
            looser_rule = replace(rule, min_seconds=max(0, rule.min_seconds - amount), max_seconds=most)
        case Closer():
            looser_rule = replace(rule, min_seconds=max(0, rule.min_seconds - amount))
        case Spare():
            looser_rule = replace(rule, seconds=max(0, rule.seconds - amount))
        case Fees():
            looser_rule = replace(rule, at_most=rule.at_most + Decimal(amount) / MONEY)
        case _:
            raise TypeError(f"{type(rule).__name__} has no number to loosen")
    return looser_rule


def loosening_in_words(request: Request, name: str, amount: int, sides: tuple[int, int] | None = None) -> str:
    """What would be enough, in one sentence."""
    wider = looser(request, name, amount, sides)
    if name == EVENING:
        return _(
            "Let the evening last {needed} instead of {allowed}.",
            needed=clock_text(wider.max_seconds),
            allowed=clock_text(request.max_seconds),
        )
    if name == PARTS:
        return _parts_in_words(request, amount)
    was, rule = rule_named(request, name), rule_named(wider, name)
    return _counts_in_words(was, rule) or _lengths_in_words(rule) or _given_up(request, name)


def _parts_in_words(request: Request, amount: int) -> str:
    longest = {part.max_seconds for part in request.parts}
    if any(part.min_seconds > 1 for part in request.parts):
        return _("Let each part be up to {length} longer or shorter than asked.", length=length(amount))
    if len(longest) > 1:
        return _("Let each part be up to {length} longer than asked.", length=length(amount))
    (most,) = longest
    return _(
        "Let a part last {needed} instead of {allowed}.",
        needed=clock_text(most + amount),
        allowed=clock_text(most),
    )


def _counts_in_words(was: Rule, rule: Rule) -> str:
    """Empty where nothing is left of the rule, or where it counts nothing."""
    match was, rule:
        case Each(), Each(at_most=1):
            return _("Allow 1 film {of_each}.", of_each=of_each(rule.attribute))
        case Each(), Each():
            return _("Allow {n} films {same}.", n=rule.at_most, same=same(rule.attribute))
        case Distinct(), Distinct() if rule.at_least:
            return _(
                "Ask for {different} instead of {was}.",
                different=different(rule.attribute, rule.at_least),
                was=was.at_least,
            )
        case Where(), Where():
            return _bounds(which(rule.attribute, rule.value), was, rule)
        case FilmCount(), FilmCount():
            return _bounds("", was, rule)
    return ""


def _bounds(films: str, was: Where | FilmCount, rule: Where | FilmCount) -> str:
    """What is asked for then; an upper limit that was kept before is no part of what is enough."""
    if not rule.at_least and rule.at_most == was.at_most:
        return _("Do without films{which}.", which=films)
    if rule.at_most is None:
        return n_(
            "Ask for at least {n} film{which}.",
            "Ask for at least {n} films{which}.",
            rule.at_least,
            which=films,
        )
    if not rule.at_least:
        return n_("Allow {n} film{which}.", "Allow {n} films{which}.", rule.at_most, which=films)
    return _("Allow {least} to {most} films{which}.", least=rule.at_least, most=rule.at_most, which=films)


def _lengths_in_words(rule: Rule) -> str:
    said = ""
    match rule:
        case Opener(max_seconds=None):
            said = _("Let the opener be {least} long or longer.", least=length(rule.min_seconds))
        case Opener(min_seconds=0, max_seconds=int(most)):
            said = _("Let the opener be up to {most} long.", most=length(most))
        case Opener(max_seconds=int(most)):
            said = _(
                "Let the opener be {least} to {most} long.",
                least=clock_text(rule.min_seconds),
                most=clock_text(most),
            )
        case Closer():
            said = _("Let the closer be {least} long or longer.", least=length(rule.min_seconds))
        case Spare():
            said = _("Let {length} to spare be enough.", length=length(rule.seconds))
        case Fees():
            said = _("Let the fees be up to {total}.", total=money(rule.at_most))
    return said


def _given_up(request: Request, name: str) -> str:
    return _("Do without this: {rule}.", rule=in_words(request, name))


def given_up_in_words(request: Request, name: str, nights: Nights) -> str:
    """What a programme does instead of keeping a rule that has no number, in one sentence."""
    if name == PINNED:
        return _("Let {films} go or stand elsewhere.", films=titles(request, _pinned(request)))
    rule = rule_named(request, name)
    films = titles(request, films_breaking(request, name, nights))
    said = ""
    match rule:
        case Must():
            said = _("Do without {films}.", films=films)
        case Never():
            said = _("Show {films} after all.", films=films)
        case NotShownInTown():
            said = _("Show {films}, which {town} has seen.", films=films, town=request.town)
        case Licensed():
            day = day_text(request.day) if request.day else ""
            said = _("Show {films} without a licence on {day}.", films=films, day=day)
        case NoRepeats():
            said = _("Show {films} on more than one night.", films=films)
        case NotAdjacent():
            said = _("Let films {same} follow each other.", same=same(rule.attribute))
        case Closer():
            said = _("Let the longest film stand elsewhere.")
    return said or _given_up(request, name)


def _pinned(request: Request) -> tuple[FilmId, ...]:
    return tuple(pin.film for pin in request.pinned)


def films_breaking(request: Request, name: str, nights: Nights) -> tuple[FilmId, ...]:
    """The films with which a programme breaks a rule about single films: it lacks them, or shows them all the same.

    Empty for a rule that is about no single films.
    """
    shown = [film for night in nights for part in night for film in part]
    each = list(dict.fromkeys(shown))
    match next((rule for rule in request.rules if rule.id == name), None):
        case Must(films=films):
            return tuple(film for film in films if film not in shown)
        case NoRepeats():
            return tuple(film for film in each if shown.count(film) > 1)
        case (Never() | NotShownInTown() | Licensed()) as rule:
            return tuple(film for film in each if rule_fault(request, rule, [[[request.by_id[film]]]]))
    return ()
