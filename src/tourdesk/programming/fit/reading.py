"""Reading a request: JSON in, frozen values out; a bad request is a ProblemForUser that says what and where."""

import json
import math
from datetime import date
from decimal import Decimal
from typing import NoReturn, get_args

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.programming.fit.reading_rules import read_rule
from tourdesk.programming.fit.request import (
    Film,
    FilmId,
    Licensed,
    Nights,
    NotShownInTown,
    Part,
    Request,
    Wish,
)
from tourdesk.programming.fit.values import (
    DAY_SECONDS,
    day,
    decimal,
    film_id,
    film_ids,
    listing,
    mapping,
    shown,
    text,
    texts,
    whole,
    wrong,
)

_MOST_FILMS = 200_000
_MOST_BYTES = 500_000_000
_WISHES: tuple[Wish, ...] = get_args(Wish)


def read(content: str | bytes) -> Request:
    """The request in a JSON text; whatever is wrong with it is a ProblemForUser."""
    if len(content) > _MOST_BYTES:
        raise ProblemForUser(_("The request is larger than half a gigabyte; please ask for fewer films."))
    try:
        document = json.loads(content, parse_constant=_no_number, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:
        raise ProblemForUser(_("The request is not JSON: {error}.", error=error)) from error
    return parse(document)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; of two values for one key the reader of JSON would silently take the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ProblemForUser(
            _("The request says two things: “{key}” is there twice in one object.", key=twice)
        )
    return found


def parse(document: object) -> Request:
    """The request in a JSON document; keys that a request does not have are left alone."""
    request = mapping(document, "the request")
    for key in ("films", "parts", "max_seconds"):
        if key not in request:
            raise wrong("the request", _("“{key}” is missing", key=key))
    films = _films(request["films"])
    known = {film.id for film in films}
    rules = [
        rule
        for i, one in enumerate(listing(request.get("rules", []), "rules"))
        if (rule := read_rule(one, f"rules[{i}]", known)) is not None
    ]
    _ids_differ([rule.id for rule in rules], "rules")
    town = None if request.get("town") is None else text(request["town"], "town")
    night = None if request.get("date") is None else day(request["date"], "date")
    for rule in rules:
        if isinstance(rule, NotShownInTown) and town is None:
            raise wrong(f"rules ({rule.id})", _("not_shown_in_town needs the request's “town”"))
        if isinstance(rule, Licensed) and night is None:
            raise wrong(f"rules ({rule.id})", _("licensed needs the request's “date”"))
    nights = whole(request.get("nights", 1), "nights", least=1, most=14)
    parts = _parts(request["parts"])
    start = request.get("start_from")
    prefer = _prefer(request.get("prefer", ["value", "fill"]))
    if start is None and "least_change" in prefer:
        raise wrong("prefer", _("least_change needs the request's “start_from”"))
    return Request(
        films=films,
        parts=parts,
        max_seconds=whole(request["max_seconds"], "max_seconds", most=7 * DAY_SECONDS),
        rules=tuple(rules),
        nights=nights,
        gap_seconds=whole(request.get("gap_seconds", 0), "gap_seconds", most=DAY_SECONDS),
        intermission_seconds=whole(
            request.get("intermission_seconds", 0), "intermission_seconds", most=DAY_SECONDS
        ),
        town=town,
        day=night,
        prefer=prefer,
        alternatives=whole(request.get("alternatives", 1), "alternatives", least=1, most=100),
        different_by=whole(request.get("different_by", 1), "different_by", least=1, most=1000),
        start_from=None if start is None else _start(start, nights, len(parts), known),
        time_limit_seconds=_limit(request.get("time_limit_seconds", 10)),
    )


def _films(value: object) -> tuple[Film, ...]:
    rows = listing(value, "films")
    if len(rows) > _MOST_FILMS:
        raise wrong("films", _("{count} films are more than {most}", count=len(rows), most=_MOST_FILMS))
    dates: dict[str, date] = {}
    films = tuple(_film(mapping(row, f"films[{i}]"), f"films[{i}]", dates) for i, row in enumerate(rows))
    _ids_differ([film.id for film in films], "films")
    return films


def _film(row: dict[str, object], where: str, dates: dict[str, date]) -> Film:
    for key in ("id", "seconds"):
        if key not in row:
            raise wrong(where, _("“{key}” is missing", key=key))
    identity = film_id(row["id"], f"{where}.id")
    where = f"{where} (id {shown(identity)})"
    get = row.get
    value, fee, section, title = get("value"), get("fee"), get("section"), get("title")
    return Film(
        id=identity,
        title=f"film {identity}" if title is None else text(title, f"{where}.title"),
        seconds=whole(row["seconds"], f"{where}.seconds", least=0, most=7 * DAY_SECONDS),
        value=Decimal(0) if value is None else decimal(value, f"{where}.value", least=None),
        section=None if section is None else text(section, f"{where}.section"),
        directors=_texts(get("directors"), where, "directors"),
        countries=_texts(get("countries"), where, "countries"),
        languages=_texts(get("languages"), where, "languages"),
        tags=_texts(get("tags"), where, "tags"),
        fee=Decimal(0) if fee is None else decimal(fee, f"{where}.fee"),
        shown_in=_texts(get("shown_in"), where, "shown_in"),
        licence=_licence(get("licence"), f"{where}.licence", dates),
    )


def _texts(value: object, where: str, key: str) -> tuple[str, ...]:
    # Most of these are None or short: the place is only spelled out when there is something to read.
    return () if value is None or value == [] else texts(value, f"{where}.{key}")


def _licence(value: object, where: str, dates: dict[str, date]) -> tuple[date, date] | None:
    if value is None:
        return None
    pair = listing(value, where)
    if len(pair) != 2:
        raise wrong(where, _("a licence is its first and its last day"))
    # Tens of thousands of films share a few dates: each text is read once.
    days = []
    for one in pair:
        known = dates.get(one) if isinstance(one, str) else None
        if known is None:
            known = dates[str(one)] = day(one, where)
        days.append(known)
    if days[0] > days[1]:
        raise wrong(
            where, _("the licence ends ({last}) before it begins ({first})", last=days[1], first=days[0])
        )
    return days[0], days[1]


def _parts(value: object) -> tuple[Part, ...]:
    rows = listing(value, "parts")
    if not 1 <= len(rows) <= 12:
        raise wrong("parts", _("a night has 1 to 12 parts, not {count}", count=len(rows)))
    parts = []
    for i, one in enumerate(rows):
        where = f"parts[{i}]"
        row = mapping(one, where)
        if "max_seconds" not in row:
            raise wrong(where, _("“max_seconds” is missing"))
        most = whole(row["max_seconds"], f"{where}.max_seconds", most=7 * DAY_SECONDS)
        least = whole(row.get("min_seconds") or 0, f"{where}.min_seconds", most=7 * DAY_SECONDS)
        if least > most:
            raise wrong(
                where, _("min_seconds {least} is more than max_seconds {most}", least=least, most=most)
            )
        parts.append(Part(most, least))
    return tuple(parts)


def _prefer(value: object) -> tuple[Wish, ...]:
    names = [text(one, f"prefer[{i}]") for i, one in enumerate(listing(value, "prefer"))]
    wishes: list[Wish] = []
    for i, name in enumerate(names):
        known = next((wish for wish in _WISHES if wish == name), None)
        if known is None:
            raise wrong(f"prefer[{i}]", _("“{name}” is none of {known}", name=name, known=", ".join(_WISHES)))
        if known in wishes:
            raise wrong(f"prefer[{i}]", _("“{name}” is there twice", name=name))
        wishes.append(known)
    if not wishes:
        raise wrong("prefer", _("at least one of {known} is needed", known=", ".join(_WISHES)))
    return tuple(wishes)


def _start(value: object, nights: int, parts: int, known: set[FilmId]) -> Nights:
    """Parts in order, night after night, or a list of nights of parts."""
    rows = listing(value, "start_from")
    if any(isinstance(part, list) for row in rows if isinstance(row, list) for part in row):
        flat: list[object] = []
        for n, row in enumerate(rows):
            night = listing(row, f"start_from[{n}]")
            if len(night) > parts:
                raise wrong(
                    f"start_from[{n}]",
                    _("{count} parts are more than the {most} of a night", count=len(night), most=parts),
                )
            flat += [*night, *[[]] * (parts - len(night))]
    else:
        flat = list(rows)
    if len(flat) > nights * parts:
        raise wrong(
            "start_from",
            _("{count} parts are more than the {most} of the request", count=len(flat), most=nights * parts),
        )
    read_parts = [film_ids(part, f"start_from[{i}]", known, each_once=True) for i, part in enumerate(flat)]
    read_parts += [()] * (nights * parts - len(read_parts))
    by_night = tuple(tuple(read_parts[n * parts : (n + 1) * parts]) for n in range(nights))
    for n, night in enumerate(by_night):
        _ids_differ([film for part in night for film in part], f"start_from, night {n + 1}")
    return by_night


def _limit(value: object) -> float:
    where = "time_limit_seconds"
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise wrong(where, _("a number is needed here, not {value}", value=shown(value)))
    if not 0 < value <= DAY_SECONDS:
        raise wrong(
            where,
            _("the time limit is more than 0 and at most {day_seconds} seconds", day_seconds=DAY_SECONDS),
        )
    return float(value)


def _ids_differ(ids: list[FilmId] | list[str], where: str) -> None:
    seen: set[FilmId] = set()
    for i, one in enumerate(ids):
        if one in seen:
            raise wrong(f"{where}[{i}]", _("the id {id} is there twice", id=shown(one)))
        seen.add(one)
