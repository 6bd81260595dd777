"""The plain judge of a programme: every rule read off the finished programme, in obvious code.

It shares nothing with the search, so that a mistake there is found here. Only what the request says counts.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tourdesk.programming.fit.request import (
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
    Part,
    Pin,
    Request,
    Rule,
    Spare,
    Where,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong, which soft rules are broken, and what the programme is worth."""

    faults: tuple[str, ...]
    soft_broken: tuple[str, ...]
    value: Decimal
    fill: int
    changes: int
    part_seconds: tuple[tuple[int, ...], ...]
    night_seconds: tuple[int, ...]

    def objective(self, request: Request) -> tuple[Decimal, ...]:
        """What the programme is worth, one number per wish, in the order of `prefer`."""
        table = {"value": self.value, "fill": Decimal(self.fill), "least_change": Decimal(self.changes)}
        return tuple(table[wish] for wish in request.prefer)


def judge(request: Request, nights: Nights) -> Judgement:
    """Judge a programme; ids that the request does not have are a KeyError."""
    films = [[[request.by_id[i] for i in part] for part in night] for night in nights]
    part_seconds = tuple(tuple(_part_seconds(request, part) for part in night) for night in films)
    night_seconds = tuple(_night_seconds(request, night) for night in films)
    faults = [
        *_shape_faults(request, nights, night_seconds),
        *wrong_lengths(request, nights),
        *misplaced(request, nights),
    ]
    soft: list[str] = []
    price = Decimal(0)
    for rule in request.rules:
        fault = rule_fault(request, rule, films)
        if fault and rule.soft is not None:
            soft.append(rule.id)
            price += rule.soft
        elif fault:
            faults.append(f"{rule.id}: {fault}")
    shown = [film for night in films for part in night for film in part]
    return Judgement(
        faults=tuple(faults),
        soft_broken=tuple(soft),
        value=sum((film.value for film in shown), Decimal(0)) - price,
        fill=sum(film.seconds for film in shown),
        changes=changes(request.start_from, nights),
        part_seconds=part_seconds,
        night_seconds=night_seconds,
    )


def _part_seconds(request: Request, part: list[Film]) -> int:
    return sum(film.seconds for film in part) + request.gap_seconds * max(0, len(part) - 1)


@dataclass(frozen=True, slots=True)
class _Clocked:
    """A night on its clock, in seconds: when it ends, how late each part is, and how long its whole part is by its end."""

    end: int
    late: tuple[int, ...]
    so_far: tuple[int, ...]


def _clocked(request: Request, night: list[list[Film]]) -> _Clocked:
    at, begun, late, so_far = 0, 0, [], []
    for place, films in enumerate(night):
        spec = request.parts[place] if place < len(request.parts) else Part(0)
        if place and not spec.goes_on:
            at += request.intermission_seconds
        starts = at if spec.starts is None else spec.starts
        late.append(max(0, at - starts))
        at = max(at, starts)
        if not spec.goes_on or not any(request.whole_parts(night[:place])[-1:]):
            begun = at  # nobody waits in a part that has not begun
        at += _part_seconds(request, films)
        so_far.append(at - begun)
        if films and place + 1 < len(request.parts) and request.parts[place + 1].goes_on:
            at += request.gap_seconds
    return _Clocked(at, tuple(late), tuple(so_far))


def _night_seconds(request: Request, night: list[list[Film]]) -> int:
    return _clocked(request, night).end


def part_lengths(request: Request, night: list[list[Film]]) -> tuple[int, ...]:
    """How long the whole part of each stretch is by the end of that one, with what is waited in it, in seconds."""
    return _clocked(request, night).so_far


def _shape_faults(request: Request, nights: Nights, night_seconds: tuple[int, ...]) -> list[str]:
    faults = []
    if len(nights) != request.nights:
        faults.append(f"{len(nights)} nights instead of {request.nights}")
    for night, seconds in zip(nights, night_seconds, strict=True):
        if len(night) != len(request.parts):
            faults.append(f"{len(night)} parts instead of {len(request.parts)}")
        if seconds > request.max_seconds:
            faults.append(f"an evening of {seconds} s")
        ids = [i for part in night for i in part]
        if len(ids) != len(set(ids)):
            faults.append("a film twice in a night")
    return faults


def wrong_lengths(request: Request, nights: Nights) -> list[str]:
    """The parts that are too long or too short, as faults."""
    faults = []
    for night in nights:
        films = [[request.by_id[i] for i in part] for part in night]
        for spec, part, so_far in zip(request.parts, films, part_lengths(request, films), strict=False):
            length = _part_seconds(request, part)
            if not spec.min_seconds <= length <= spec.max_seconds:
                faults.append(f"a part of {length} s")
            if spec.whole_seconds is not None and so_far > spec.whole_seconds:
                faults.append(f"a whole part of {so_far} s")
    return faults


def misplaced(request: Request, nights: Nights) -> list[str]:
    """The pinned films that are not where they stay, and the parts that start late, as faults."""
    faults = [
        f"{pin.film} is not at its place"
        for pin in request.pinned
        for night in nights
        if not _is_at_place(pin, night[pin.part])
    ]
    for night in nights if request.is_timed else ():
        films = [[request.by_id[i] for i in part] for part in night]
        faults += [f"a part {late} s late" for late in _clocked(request, films).late if late]
    return faults


def _is_at_place(pin: Pin, part: tuple[FilmId, ...]) -> bool:
    if pin.place is None or pin.film not in part:
        return pin.film in part
    return part.index(pin.film) == (pin.place if pin.place >= 0 else len(part) + pin.place)


def rule_fault(request: Request, rule: Rule, nights: list[list[list[Film]]]) -> str:
    """What is wrong with one rule in a programme of films; empty when it holds."""
    every = [film for night in nights for part in night for film in part]
    ids = [film.id for film in every]
    faults: Iterable[str]
    match rule:
        case Must():
            faults = [f"{i} is missing" for i in rule.films if i not in ids]
        case Never():
            faults = [f"{i} is shown" for i in rule.films if i in ids]
        case NotShownInTown():
            faults = [f"{film.id} was shown here" for film in every if request.town in film.shown_in]
        case Licensed():
            faults = [f"{film.id} is not licensed" for film in every if not _is_licensed(request, film)]
        case Fees():
            total = sum((film.fee for film in every), Decimal(0))
            faults = [f"fees of {total}"] if total > rule.at_most else []
        case Spare():
            faults = [
                f"{seconds} s to spare"
                for night in nights
                if (seconds := request.max_seconds - _night_seconds(request, night)) < rule.seconds
            ]
        case NoRepeats():
            faults = ["a film on two nights"] if len(ids) != len(set(ids)) else []
        case _:
            faults = [fault for night in nights if (fault := _night_fault(rule, request.whole_parts(night)))]
    return _listed(faults)


def _is_licensed(request: Request, film: Film) -> bool:
    if film.licence is None or request.day is None:
        return False
    return film.licence[0] <= request.day <= film.licence[1]


def _night_fault(rule: Rule, parts: list[list[Film]]) -> str:
    shown = [film for part in parts for film in part]
    match rule:
        case FilmCount():
            wrong = len(shown) < rule.at_least or (rule.at_most is not None and len(shown) > rule.at_most)
            return f"{len(shown)} films" if wrong else ""
        case Each():
            counts = Counter(value for film in shown for value in set(film.of(rule.attribute)))
            return _listed([f"{value} {n} times" for value, n in counts.items() if n > rule.at_most])
        case Where():
            n = sum(rule.value in film.of(rule.attribute) for film in shown)
            wrong = n < rule.at_least or (rule.at_most is not None and n > rule.at_most)
            return f"{n} with {rule.attribute} {rule.value}" if wrong else ""
        case Distinct():
            n = len({value for film in shown for value in film.of(rule.attribute)})
            return f"{n} different {rule.attribute}" if n < rule.at_least else ""
    return _order_fault(rule, parts)


def _order_fault(rule: Rule, parts: list[list[Film]]) -> str:
    whole = [[film for part in parts for film in part]]
    match rule:
        case Opener():
            if not whole[0]:
                return ""
            first = whole[0][0].seconds
            wrong = first < rule.min_seconds or (rule.max_seconds is not None and first > rule.max_seconds)
            return f"the opener is {first} s long" if wrong else ""
        case Closer():
            groups = parts if rule.each_part else whole
            return _listed([fault for group in groups if group and (fault := _closer_fault(rule, group))])
        case NotAdjacent():
            groups = parts if rule.within_part else whole
            return _listed(
                f"{one.id} and {two.id} are neighbours"
                for group in groups
                for one, two in pairwise(group)
                if set(one.of(rule.attribute)) & set(two.of(rule.attribute))
            )
    raise TypeError(f"the checker does not know {type(rule).__name__}")


def _closer_fault(rule: Closer, group: list[Film]) -> str:
    last = group[-1].seconds
    if rule.longest and last < max(film.seconds for film in group):
        return "the closer is not the longest"
    return "the closer is too short" if last < rule.min_seconds else ""


def _listed(faults: Iterable[str]) -> str:
    return "; ".join(faults)


def changes(before: Nights | None, after: Nights) -> int:
    """How many films were added, removed or moved.

    A showing that only one of the two has is added or removed. A film that both show is moved when it is
    now on another night or in another part, or when it is in the same part but not in the longest run of
    that part's films that kept their order (the longest common subsequence of old and new order).
    """
    if before is None:
        return 0
    old, new = _places(before), _places(after)
    total = 0
    for film in {*old, *new}:
        total += abs(old[film] - new[film])
    common = sum(min(old[film], new[film]) for film in {*old, *new})
    kept = 0
    for n, parts in enumerate(after):
        for p, part in enumerate(parts):
            if n < len(before) and p < len(before[n]):
                kept += _common(before[n][p], part)
    return total + common - kept


def _places(nights: Nights) -> Counter[FilmId]:
    return Counter(film for night in nights for part in night for film in part)


def _common(one: tuple[FilmId, ...], two: tuple[FilmId, ...]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(two) + 1)
    for a in one:
        diagonal = 0
        for i, b in enumerate(two, 1):
            diagonal, row[i] = row[i], (diagonal + 1 if a == b else max(row[i], row[i - 1]))
    return row[-1]
