"""Reading one rule of a request."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from tourdesk.foundation.language import _
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
    Rule,
    Where,
)
from tourdesk.programming.fit.values import (
    DAY_SECONDS,
    decimal,
    film_ids,
    flag,
    mapping,
    shown,
    text,
    whole,
    wrong,
)

_ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)
_LONGEST = 7 * DAY_SECONDS


@dataclass(frozen=True, slots=True)
class _At:
    """A rule being read: its row, where it stands, the ids of films there are, and what every rule has."""

    row: dict[str, object]
    where: str
    known: set[FilmId]
    id: str
    soft: Decimal | None

    def inner(self, key: str, allowed: set[str]) -> dict[str, object]:
        """The object under `key`, which has no keys but these and at least one of them."""
        row = mapping(self.row[key], f"{self.where}.{key}")
        strange = sorted(set(row) - allowed)
        if strange:
            raise wrong(f"{self.where}.{key}", _("it does not know “{key}”", key=strange[0]))
        if not row:
            raise wrong(
                f"{self.where}.{key}", _("one of {known} is needed", known=", ".join(sorted(allowed)))
            )
        return row

    def span(self, row: dict[str, object], least: str, most: str, limit: int) -> tuple[int, int | None]:
        """Two whole numbers, the first not above the second; each may be missing, not both."""
        low = whole(0 if row.get(least) is None else row[least], f"{self.where}.{least}", most=limit)
        high = None if row.get(most) is None else whole(row[most], f"{self.where}.{most}", most=limit)
        if high is not None and low > high:
            raise wrong(
                self.where,
                _("{least} {low} is more than {most} {high}", least=least, low=low, most=most, high=high),
            )
        if row.get(least) is None and high is None:
            raise wrong(self.where, _("{least} or {most} is needed", least=least, most=most))
        return low, high


def read_rule(value: object, where: str, known: set[FilmId]) -> Rule | None:
    """One rule, or None for one that is switched off (`"licensed": false`)."""
    row = mapping(value, where)
    if "id" not in row:
        raise wrong(where, _("“id” is missing"))
    name = text(row["id"], f"{where}.id")
    where = f"{where} ({name})"
    if not name or name in {EVENING, PARTS, PINNED}:
        raise wrong(where, _("a rule cannot be called {name}", name=shown(name)))
    kinds = [kind for kind in _KINDS if kind in row]
    if not kinds:
        said = shown(sorted(key for key in row if key != "id"))
        raise wrong(where, _("{keys} is no known rule", keys=said))
    if len(kinds) > 1:
        raise wrong(where, _("{keys} are two rules at once; please make each its own", keys=shown(kinds)))
    allowed, reader = _KINDS[kinds[0]]
    strange = sorted(set(row) - {"id", "soft", kinds[0], *allowed})
    if strange:
        raise wrong(where, _("“{kind}” does not know “{key}”", kind=kinds[0], key=strange[0]))
    soft = None if row.get("soft") is None else decimal(row["soft"], f"{where}.soft")
    return reader(_At(row, where, known, name, soft))


def _attribute(value: object, where: str) -> Attribute:
    name = text(value, where)
    known = next((attribute for attribute in _ATTRIBUTES if attribute == name), None)
    if known is None:
        raise wrong(where, _("“{name}” is none of {known}", name=name, known=", ".join(_ATTRIBUTES)))
    return known


def _must(at: _At) -> Rule:
    return Must(id=at.id, soft=at.soft, films=film_ids(at.row["must"], f"{at.where}.must", at.known))


def _never(at: _At) -> Rule:
    return Never(id=at.id, soft=at.soft, films=film_ids(at.row["never"], f"{at.where}.never", at.known))


def _films(at: _At) -> Rule:
    low, high = at.span(at.inner("films", {"min", "max"}), "min", "max", 10_000)
    return FilmCount(id=at.id, soft=at.soft, at_least=low, at_most=high)


def _needed(at: _At, key: str, least: int) -> int:
    if at.row.get(key) is None:
        raise wrong(at.where, _("“{key}” is missing", key=key))
    return whole(at.row[key], f"{at.where}.{key}", least=least, most=10_000)


def _each(at: _At) -> Rule:
    attribute = _attribute(at.row["each"], f"{at.where}.each")
    return Each(id=at.id, soft=at.soft, attribute=attribute, at_most=_needed(at, "at_most", 0))


def _where(at: _At) -> Rule:
    row = at.inner("where", set(_ATTRIBUTES))
    if len(row) != 1:
        raise wrong(
            f"{at.where}.where",
            _("one of {known} is enough; please make two rules", known=", ".join(sorted(row))),
        )
    ((key, value),) = row.items()
    low, high = at.span(at.row, "at_least", "at_most", 10_000)
    return Where(
        id=at.id,
        soft=at.soft,
        attribute=_attribute(key, f"{at.where}.where"),
        value=text(value, f"{at.where}.where.{key}"),
        at_least=low,
        at_most=high,
    )


def _distinct(at: _At) -> Rule:
    attribute = _attribute(at.row["distinct"], f"{at.where}.distinct")
    return Distinct(id=at.id, soft=at.soft, attribute=attribute, at_least=_needed(at, "at_least", 0))


def _opener(at: _At) -> Rule:
    row = at.inner("opener", {"min_seconds", "max_seconds"})
    low, high = at.span(row, "min_seconds", "max_seconds", _LONGEST)
    return Opener(id=at.id, soft=at.soft, min_seconds=low, max_seconds=high)


def _closer(at: _At) -> Rule:
    row = at.inner("closer", {"longest", "min_seconds"})
    of = at.row.get("of")
    if of not in (None, "each part", "night"):
        raise wrong(
            f"{at.where}.of", _("a closer is of “each part” or of the “night”, not {value}", value=shown(of))
        )
    return Closer(
        id=at.id,
        soft=at.soft,
        longest=flag(row.get("longest", False), f"{at.where}.longest"),
        min_seconds=whole(row.get("min_seconds") or 0, f"{at.where}.min_seconds", most=_LONGEST),
        each_part=of == "each part",
    )


def _not_adjacent(at: _At) -> Rule:
    within = at.row.get("within")
    if within not in (None, "part", "night"):
        raise wrong(
            f"{at.where}.within",
            _("neighbours are within a “part” or the “night”, not {value}", value=shown(within)),
        )
    attribute = _attribute(at.row["not_adjacent"], f"{at.where}.not_adjacent")
    return NotAdjacent(id=at.id, soft=at.soft, attribute=attribute, within_part=within == "part")


def _town(at: _At) -> Rule | None:
    on = flag(at.row["not_shown_in_town"], f"{at.where}.not_shown_in_town")
    return NotShownInTown(id=at.id, soft=at.soft) if on else None


def _licensed(at: _At) -> Rule | None:
    on = flag(at.row["licensed"], f"{at.where}.licensed")
    return Licensed(id=at.id, soft=at.soft) if on else None


def _fees(at: _At) -> Rule:
    row = at.inner("fees", {"max"})
    return Fees(id=at.id, soft=at.soft, at_most=decimal(row["max"], f"{at.where}.fees.max"))


def _no_repeats(at: _At) -> Rule | None:
    on = flag(at.row["no_repeats_over_nights"], f"{at.where}.no_repeats_over_nights")
    return NoRepeats(id=at.id, soft=at.soft) if on else None


_KINDS: dict[str, tuple[tuple[str, ...], Callable[[_At], Rule | None]]] = {
    "must": ((), _must),
    "never": ((), _never),
    "films": ((), _films),
    "each": (("at_most",), _each),
    "where": (("at_least", "at_most"), _where),
    "distinct": (("at_least",), _distinct),
    "opener": ((), _opener),
    "closer": (("of",), _closer),
    "not_adjacent": (("within",), _not_adjacent),
    "not_shown_in_town": ((), _town),
    "licensed": ((), _licensed),
    "fees": ((), _fees),
    "no_repeats_over_nights": ((), _no_repeats),
}
