"""Sentences about programmes: what the best achieves, how another differs, what a rule would have to give."""

from decimal import Decimal

from tourdesk.foundation.durations import clock_text
from tourdesk.programming.fit.checker import judge, rule_fault
from tourdesk.programming.fit.request import (
    EVENING,
    PARTS,
    Fees,
    Film,
    FilmCount,
    FilmId,
    Nights,
    Request,
    Where,
)
from tourdesk.programming.fit.search import Found

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_NAMED = 3


def counted(number: int, thing: str) -> str:
    """`one film`, `two films`, `14 films`."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {thing}{'' if number == 1 else 's'}"


def achieved(request: Request, found: Found, *, proven: bool) -> str:
    """What the first programme achieves, in one sentence."""
    judgement = found.judgement
    showings = sum(len(part) for night in found.nights for part in night)
    spare = sum(request.max_seconds - seconds for seconds in judgement.night_seconds)
    head = "The best there is" if proven else "The best found so far"
    parts = [f"{counted(showings, 'film')} of {clock_text(judgement.fill)}"]
    if "value" in request.prefer:
        parts.append(f"worth {_plain(judgement.value)}")
    if "least_change" in request.prefer:
        parts.append(counted(judgement.changes, "change"))
    parts.append("not a second to spare" if not spare else f"{clock_text(spare)} to spare")
    if judgement.soft_broken:
        parts.append(f"without keeping {_joined(list(judgement.soft_broken))}")
    return f"{head}: {', '.join(parts)}."


def difference(request: Request, first: Found, other: Found) -> str:
    """How another programme differs from the first, in one sentence; only what is so is said."""
    parts = [*_worth(request, first, other), *_swapped(request, first, other), *_kinds(request, first, other)]
    kept = set(other.judgement.soft_broken)
    was = set(first.judgement.soft_broken)
    if kept - was:
        parts.append(f"does not keep {_joined(sorted(kept - was))}")
    if was - kept:
        parts.append(f"keeps {_joined(sorted(was - kept))}")
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _worth(request: Request, first: Found, other: Found) -> list[str]:
    one, two = first.judgement, other.judgement
    parts = []
    for wish in request.prefer:
        if wish == "value":
            less = one.value - two.value
            if less:
                parts.append(f"worth {_plain(abs(less))} {'less' if less > 0 else 'more'}")
        elif wish == "fill":
            less = Decimal(one.fill - two.fill)
            if less:
                parts.append(f"{length(int(abs(less)))} {'shorter' if less > 0 else 'longer'}")
        elif one.changes != two.changes:
            more = two.changes - one.changes
            parts.append(counted(abs(more), "more change" if more > 0 else "fewer change"))
    return parts or ["just as good"]


def length(seconds: int) -> str:
    """A difference of lengths as people say it: `two minutes`, `40 seconds`, `3:05`."""
    if seconds < 60:
        return counted(seconds, "second")
    minutes, rest = divmod(seconds, 60)
    return clock_text(seconds) if rest else counted(minutes, "minute")


def _swapped(request: Request, first: Found, other: Found) -> list[str]:
    gone = [i for i in _in_order(first.nights) if i not in other.films]
    new = [i for i in _in_order(other.nights) if i not in first.films]
    parts = []
    if gone:
        parts.append(f"gives up {_titles(request, gone)}")
        if new:
            parts[-1] += f" for {_titles(request, new)}"
    elif new:
        parts.append(f"adds {_titles(request, new)}")
    return parts


def _in_order(nights: Nights) -> list[FilmId]:
    return list(dict.fromkeys(film for night in nights for part in night for film in part))


def _titles(request: Request, ids: list[FilmId]) -> str:
    films = [request.by_id[i] for i in ids]
    named = [_named(film) for film in films[:_NAMED]]
    if len(films) > _NAMED:
        named.append(counted(len(films) - _NAMED, "other"))
    return _joined(named)


def _named(film: Film) -> str:
    said = [*film.countries[:1], clock_text(film.seconds)]
    return f"“{film.title}” ({', '.join(said)})"


def _kinds(request: Request, first: Found, other: Found) -> list[str]:
    """What changes in the kinds of films that the rules speak of, and in the number of countries."""
    parts = []
    one, two = ([request.by_id[i] for i in _in_order(found.nights)] for found in (first, other))
    for rule in request.rules:
        if isinstance(rule, Where):
            was, now = (sum(rule.value in film.of(rule.attribute) for film in films) for films in (one, two))
            if was != now:
                parts.append(f"{counted(now, 'film')} with {rule.attribute} “{rule.value}” instead of {was}")
    was, now = (len({c for film in films for c in film.countries}) for films in (one, two))
    if was != now:
        parts.append(f"{now} countries instead of {was}" if now != 1 else f"one country instead of {was}")
    return parts


def loosened(request: Request, name: str, nights: Nights) -> str:
    """By how much a programme breaks what it gives up: that much it would have to be loosened."""
    if name == EVENING:
        longest = max(judge(request, nights).night_seconds)
        return f"{clock_text(longest)} instead of {clock_text(request.max_seconds)}"
    if name == PARTS:
        parts = [
            f"part {p + 1} of {clock_text(seconds)}"
            for night in judge(request, nights).part_seconds
            for p, (part, seconds) in enumerate(zip(request.parts, night, strict=True))
            if not part.min_seconds <= seconds <= part.max_seconds
        ]
        return _joined(parts)
    rule = next(rule for rule in request.rules if rule.id == name)
    films = [[[request.by_id[i] for i in part] for part in night] for night in nights]
    fault = rule_fault(request, rule, films)
    if isinstance(rule, Fees):
        return f"{fault} instead of {rule.at_most}"
    if isinstance(rule, FilmCount):
        return (
            f"{fault} instead of {rule.at_least} to {'any number' if rule.at_most is None else rule.at_most}"
        )
    return fault


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
