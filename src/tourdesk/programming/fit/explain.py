"""Sentences about programmes: what the best achieves, and how another differs from it.

A sentence is a list of whole clauses, each of them translated as a whole.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from tourdesk.foundation.codes import country_name
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, exact, n_, quoted
from tourdesk.programming.fit.checker import Judgement, changes, judge
from tourdesk.programming.fit.request import (
    Attribute,
    Distinct,
    Film,
    FilmId,
    Nights,
    Request,
    Rule,
    Where,
    films_of,
)
from tourdesk.programming.fit.wording import about, different, in_words, joined, length, titles, which

_DESCRIBED = 4
"""So many films are told with their country and length; of more the titles alone."""
_FEW, _MANY = 3, 4
"""A programme that keeps so few films and gives up so many is told by what it keeps."""


def achieved(request: Request, nights: Nights, *, proven: bool) -> str:
    """What the first programme achieves, in one sentence."""
    judgement = judge(request, nights)
    showings = sum(len(part) for night in nights for part in night)
    clauses = [_filled(showings, judgement.fill)]
    if "value" in request.prefer:
        clauses.append(_("worth {value}", value=exact(judgement.value)))
    clauses.append(_spare([request.max_seconds - seconds for seconds in judgement.night_seconds]))
    said = [", ".join(clauses)]
    if "least_change" in request.prefer and (judgement.changes or request.prefer[0] != "least_change"):
        said.insert(0, _changed(request, nights))
    if not_met := _in_words(request, judgement.soft_broken):
        said.append(
            n_(
                "the wish for {rules} is not met",
                "the wishes for {rules} are not met",
                len(not_met),
                rules=joined(not_met),
            )
        )
    what = "; ".join(said)
    if request.prefer[0] == "least_change":
        if not judgement.changes:
            return _("Nothing has to change: {achieved}.", achieved=what)
        return (
            _("The smallest change: {achieved}.", achieved=what)
            if proven
            else _("The smallest change found so far: {achieved}.", achieved=what)
        )
    if proven:
        return _("The best there is: {achieved}.", achieved=what)
    return _("The best found so far: {achieved}.", achieved=what)


def _filled(showings: int, seconds: int) -> str:
    if not showings:
        return _("no film at all")
    return n_("{n} film, {length} in all", "{n} films, {length} in all", showings, length=clock_text(seconds))


def _spare(nights: list[int]) -> str:
    if not any(nights):
        return _("not a second to spare")
    lengths = [length(seconds) if seconds else _("nothing") for seconds in nights]
    if len(nights) == 1:
        return _("{length} to spare", length=lengths[0])
    if len(set(nights)) == 1:
        return _("{length} to spare on each night", length=lengths[0])
    if len(nights) == 2:
        first, second = lengths
        return _("{first} to spare on the first night and {second} on the second", first=first, second=second)
    return _("{length} to spare", length=joined(lengths))


def _changed(request: Request, nights: Nights) -> str:
    """What became of the programme that stood before."""
    before = request.start_from or ()
    made = changes(request.start_from, nights)
    if not made:
        return _("the programme stays as it is")
    # A film may be shown on several nights.
    had, has = Counter(_showings(before)), Counter(_showings(nights))
    gone, new = had - has, has - had
    said = []
    if gone:
        said.append(_("drops {films}", films=titles(request, tuple(gone))))
    if new:
        said.append(_("adds {films}", films=titles(request, tuple(new))))
    if moved := made - gone.total() - new.total():
        said.append(n_("moves {n} film", "moves {n} films", moved))
    return ", ".join(said)


def difference(request: Request, first: Nights, other: Nights, *, wishes: bool = True) -> str:
    """How another programme differs from the first, in one sentence; only what is so is said.

    `wishes`: which of the soft rules it keeps and which not, too; who shows that beside has no need of it.
    """
    one, two = judge(request, first), judge(request, other)
    not_met, not_met_before = (set(judged.soft_broken) if wishes else set() for judged in (two, one))
    lost, won = not_met - not_met_before, not_met_before - not_met
    # Who mends a programme knows that one, not the best way to mend it.
    mended = request.prefer[0] == "least_change" and request.start_from is not None
    films = _changed(request, other) if mended else _films(request, first, other)
    clauses = [films, *_kinds(request, first, other, told=lost | won)]
    if met := _in_words(request, won):
        clauses.append(
            n_("meets the wish for {rules}", "meets the wishes for {rules}", len(met), rules=joined(met))
        )
    if missed := _in_words(request, lost):
        clauses.append(
            n_(
                "does not meet the wish for {rules}",
                "does not meet the wishes for {rules}",
                len(missed),
                rules=joined(missed),
            )
        )
    said = _("{measures}: {changes}.", measures=_measures(request, one, two), changes="; ".join(clauses))
    return f"{said[:1].upper()}{said[1:]}"


def _in_words(request: Request, names: Iterable[str]) -> list[str]:
    """Rules in their order; what is asked twice is said once."""
    asked = [rule.id for rule in request.rules if rule.id in set(names)]
    return list(dict.fromkeys(in_words(request, name) for name in asked))


def _measures(request: Request, one: Judgement, two: Judgement) -> str:
    """By how much it is better or worse in what is wished for, what is wished for most first."""
    said: list[str] = []
    alike = ""
    for wish in request.prefer:
        if wish == "value":
            found, same = _worth(two.value - one.value), _("worth as much")
        elif wish == "fill":
            found, same = _fuller(two.fill - one.fill), _("just as full")
        elif said and wish != request.prefer[0]:
            continue  # of two that differ in more than that nobody counts the changes
        else:
            found, same = _more_changes(two.changes - one.changes), _("as few changes")
        alike = alike or ("" if said or found else same)
        said += [found] if found else []
    if not said:
        return _("just as good")
    return ", ".join([alike, *said] if alike else said)


def _worth(more: Decimal) -> str:
    if not more:
        return ""
    amount = exact(abs(more))
    return _("worth {amount} more", amount=amount) if more > 0 else _("worth {amount} less", amount=amount)


def _fuller(seconds: int) -> str:
    if not seconds:
        return ""
    more = about(abs(seconds))
    return _("{length} longer", length=more) if seconds > 0 else _("{length} shorter", length=more)


def _more_changes(more: int) -> str:
    if not more:
        return ""
    if more > 0:
        return n_("{n} change more", "{n} changes more", more)
    return n_("{n} change fewer", "{n} changes fewer", -more)


def _films(request: Request, first: Nights, other: Nights) -> str:
    """Which films it gives up for which others."""
    had, has = Counter(_showings(first)), Counter(_showings(other))
    gone = [film for film in had if film not in has]
    new = [film for film in has if film not in had]
    kept = [film for film in had if film in has]
    if had == has:
        stays = all(
            films_of((before,)) == films_of((after,)) for before, after in zip(first, other, strict=True)
        )
        return _("the same films in another order") if stays else _("the same films on other nights")
    if new and len(gone) >= _MANY and len(kept) <= _FEW:
        if not kept:
            return n_("{n} other film", "{n} other films altogether", len(new))
        return n_(
            "keeps only {films} and shows {n} other film",
            "keeps only {films} and shows {n} other films",
            len(new),
            films=titles(request, tuple(kept)),
        )
    said = [_exchanged(request, gone, new)] if gone or new else []
    # Where films may be repeated one can leave a night, or come to one, and still be shown.
    if fewer := [film for film in kept if has[film] < had[film]]:
        said.append(_("shows {films} on fewer nights", films=titles(request, tuple(fewer))))
    if more := [film for film in kept if has[film] > had[film]]:
        said.append(_("shows {films} on more nights", films=titles(request, tuple(more))))
    return ", ".join(said)


def _exchanged(request: Request, gone: list[FilmId], new: list[FilmId]) -> str:
    if len(gone) + len(new) <= _DESCRIBED:
        one, two = (joined([_described(request.by_id[film]) for film in films]) for films in (gone, new))
    else:
        one, two = titles(request, tuple(gone)), titles(request, tuple(new))
    if gone and new:
        return _("gives up {films} for {others}", films=one, others=two)
    return _("gives up {films}", films=one) if gone else _("adds {films}", films=two)


def _showings(nights: Nights) -> Iterator[FilmId]:
    return (film for night in nights for part in night for film in part)


def _described(film: Film) -> str:
    said = [*map(country_name, film.countries[:1]), clock_text(film.seconds)]
    return f"{quoted(film.title)} ({', '.join(said)})"


def _kinds(request: Request, first: Nights, other: Nights, told: set[str]) -> list[str]:
    """What changes in the kinds of films that the rules speak of, but for those of which more is `told`."""
    one, two = ([request.by_id[film] for film in films_of(nights)] for nights in (first, other))
    said = [_kind(rule, one, two) for rule in request.rules if rule.id not in told]
    return list(dict.fromkeys(filter(None, said)))


def _kind(rule: Rule, one: list[Film], two: list[Film]) -> str:
    if isinstance(rule, Where):
        was, now = (sum(rule.value in film.of(rule.attribute) for film in films) for films in (one, two))
        return "" if was == now else _counted(which(rule.attribute, rule.value), was, now)
    if isinstance(rule, Distinct):
        was, now = (_values(rule.attribute, films) for films in (one, two))
        if was != now:
            if not was:
                return _("{different} instead of none", different=different(rule.attribute, now))
            return _("{different} instead of {was}", different=different(rule.attribute, now), was=was)
    return ""


def _values(attribute: Attribute, films: list[Film]) -> int:
    return len({value for film in films for value in film.of(attribute)})


def _counted(films: str, was: int, now: int) -> str:
    if not now:
        return _("no film{which}", which=films)
    if not was:
        return n_("{n} film{which} instead of none", "{n} films{which} instead of none", now, which=films)
    return n_(
        "{n} film{which} instead of {was}", "{n} films{which} instead of {was}", now, which=films, was=was
    )
