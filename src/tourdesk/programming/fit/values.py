"""Reading single JSON values of a request; whatever is wrong is a ProblemForUser that says where."""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.programming.fit.request import FilmId

DAY_SECONDS = 86_400
_LARGEST = 1_000_000
_DECIMALS = 4


def wrong(where: str, what: str) -> ProblemForUser:
    """The problem with the value at `where`, in one sentence."""
    return ProblemForUser(_("{where}: {what}.", where=where, what=what))


def shown(value: object) -> str:
    """A value as a sentence quotes it, never long."""
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "…"


def mapping(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise wrong(where, _("an object is needed here, not {value}", value=shown(value)))
    return value


def listing(value: object, where: str) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise wrong(where, _("a list is needed here, not {value}", value=shown(value)))
    return value


def text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise wrong(where, _("a text is needed here, not {value}", value=shown(value)))
    return value


def texts(value: object, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(dict.fromkeys(text(one, f"{where}[{i}]") for i, one in enumerate(listing(value, where))))


def flag(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise wrong(where, _("true or false is needed here, not {value}", value=shown(value)))
    return value


def whole(value: object, where: str, *, least: int = 0, most: int = _LARGEST) -> int:
    """A whole number; 600.0 is taken as 600."""
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(where, _("a whole number is needed here, not {value}", value=shown(value)))
    if not least <= value <= most:
        raise wrong(
            where, _("{value} is not between {least} and {most}", value=shown(value), least=least, most=most)
        )
    return value


def decimal(value: object, where: str, *, least: int | None = 0) -> Decimal:
    """An exact number from an integer, a float as it is written, or a text such as "40.00"."""
    if not isinstance(value, int | float | str | Decimal) or isinstance(value, bool):
        raise wrong(where, _("a number is needed here, not {value}", value=shown(value)))
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise wrong(where, _("{value} is not a number", value=shown(value))) from None
    if not number.is_finite() or abs(number) > _LARGEST:
        raise wrong(where, _("{value} is not a number up to {most}", value=shown(value), most=_LARGEST))
    if least is not None and number < least:
        raise wrong(where, _("{value} is less than {least}", value=shown(value), least=least))
    if round(number, _DECIMALS) != number:
        raise wrong(where, _("{value} has more than {most} decimals", value=shown(value), most=_DECIMALS))
    return number


def day(value: object, where: str) -> date:
    try:
        return date.fromisoformat(text(value, where))
    except ValueError:
        raise wrong(where, _("{value} is not a date such as 2027-03-12", value=shown(value))) from None


def film_id(value: object, where: str) -> FilmId:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise wrong(where, _("a film's id is a whole number or a text, not {value}", value=shown(value)))
    return value


def film_ids(value: object, where: str, known: set[FilmId], *, each_once: bool = False) -> tuple[FilmId, ...]:
    """A list of ids, all of films of the request, each once; `each_once` refuses one that is there twice."""
    ids: dict[FilmId, None] = {}
    for i, one in enumerate(listing(value, where)):
        film = film_id(one, f"{where}[{i}]")
        if film not in known:
            raise wrong(f"{where}[{i}]", _("there is no film with the id {id} in films", id=shown(film)))
        if each_once and film in ids:
            raise wrong(where, _("the id {id} is there twice", id=shown(film)))
        ids[film] = None
    return tuple(ids)
