"""Sentences about programmes: what the best achieves, and how another differs from it.

A sentence is a list of whole clauses, each of them translated as a whole.
"""

from decimal import Decimal

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, n_
from tourdesk.programming.fit.request import Film, FilmId, Nights, Request, Where
from tourdesk.programming.fit.search import Found
from tourdesk.programming.fit.wording import in_words, joined, which

_NAMED = 3


def achieved(request: Request, found: Found, *, proven: bool) -> str:
    """What the first programme achieves, in one sentence."""
    judgement = found.judgement
    showings = sum(len(part) for night in found.nights for part in night)
    spare = sum(request.max_seconds - seconds for seconds in judgement.night_seconds)
    clauses = [
        n_("{n} film of {length}", "{n} films of {length}", showings, length=clock_text(judgement.fill))
    ]
    if "value" in request.prefer:
        clauses.append(_("worth {value}", value=_plain(judgement.value)))
    if "least_change" in request.prefer:
        clauses.append(n_("{n} change", "{n} changes", judgement.changes))
    clauses.append(_("{length} to spare", length=clock_text(spare)) if spare else _("not a second to spare"))
    if judgement.soft_broken:
        clauses.append(_("the wish for {rules} not met", rules=_in_words(request, judgement.soft_broken)))
    said = ", ".join(clauses)
    if proven:
        return _("The best there is: {achieved}.", achieved=said)
    return _("The best found so far: {achieved}.", achieved=said)


def difference(request: Request, first: Found, other: Found) -> str:
    """How another programme differs from the first, in one sentence; only what is so is said."""
    clauses = [
        *_worth(request, first, other),
        *_swapped(request, first, other),
        *_kinds(request, first, other),
    ]
    kept = set(other.judgement.soft_broken)
    was = set(first.judgement.soft_broken)
    if kept - was:
        clauses.append(
            _("does not meet the wish for {rules}", rules=_in_words(request, tuple(sorted(kept - was))))
        )
    if was - kept:
        clauses.append(_("meets the wish for {rules}", rules=_in_words(request, tuple(sorted(was - kept)))))
    said = "; ".join(clauses)
    return f"{said[:1].upper()}{said[1:]}."


def _in_words(request: Request, names: tuple[str, ...]) -> str:
    return joined([in_words(request, name) for name in names])


def _worth(request: Request, first: Found, other: Found) -> list[str]:
    one, two = first.judgement, other.judgement
    clauses = []
    for wish in request.prefer:
        if wish == "value" and one.value != two.value:
            amount = _plain(abs(one.value - two.value))
            less = one.value > two.value
            clauses.append(
                _("worth {amount} less", amount=amount) if less else _("worth {amount} more", amount=amount)
            )
        elif wish == "fill" and one.fill != two.fill:
            length = _length(abs(one.fill - two.fill))
            shorter = one.fill > two.fill
            clauses.append(
                _("{length} shorter", length=length) if shorter else _("{length} longer", length=length)
            )
        elif wish == "least_change" and one.changes != two.changes:
            more = two.changes - one.changes
            clauses.append(
                n_("{n} change more", "{n} changes more", more)
                if more > 0
                else n_("{n} change fewer", "{n} changes fewer", -more)
            )
    return clauses or [_("just as good")]


def _length(seconds: int) -> str:
    """A difference of lengths as people say it: `2 minutes`, `40 seconds`, `3:05`."""
    if seconds < 60:
        return n_("{n} second", "{n} seconds", seconds)
    minutes, rest = divmod(seconds, 60)
    return clock_text(seconds) if rest else n_("{n} minute", "{n} minutes", minutes)


def _swapped(request: Request, first: Found, other: Found) -> list[str]:
    gone = _titles(request, [i for i in _in_order(first.nights) if i not in other.films])
    new = _titles(request, [i for i in _in_order(other.nights) if i not in first.films])
    if gone and new:
        return [_("gives up {films} for {others}", films=gone, others=new)]
    if gone:
        return [_("gives up {films}", films=gone)]
    return [_("adds {films}", films=new)] if new else [_("shows the same films elsewhere")]


def _in_order(nights: Nights) -> list[FilmId]:
    return list(dict.fromkeys(film for night in nights for part in night for film in part))


def _titles(request: Request, ids: list[FilmId]) -> str:
    named = [_named(request.by_id[film]) for film in ids[:_NAMED]]
    if len(ids) > _NAMED:
        named.append(n_("{n} other", "{n} others", len(ids) - _NAMED))
    return joined(named)


def _named(film: Film) -> str:
    said = [*film.countries[:1], clock_text(film.seconds)]
    return f"“{film.title}” ({', '.join(said)})"


def _kinds(request: Request, first: Found, other: Found) -> list[str]:
    """What changes in the kinds of films that the rules speak of, and in the number of countries."""
    clauses = []
    one, two = ([request.by_id[i] for i in _in_order(found.nights)] for found in (first, other))
    asked = {(rule.attribute, rule.value) for rule in request.rules if isinstance(rule, Where)}
    for attribute, value in sorted(asked):
        was, now = (sum(value in film.of(attribute) for film in films) for films in (one, two))
        if was != now:
            clauses.append(
                n_(
                    "{n} film{which} instead of {was}",
                    "{n} films{which} instead of {was}",
                    now,
                    which=which(attribute, value),
                    was=was,
                )
            )
    was, now = (len({c for film in films for c in film.countries}) for films in (one, two))
    if was != now:
        clauses.append(n_("{n} country instead of {was}", "{n} countries instead of {was}", now, was=was))
    return clauses


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
