"""Between licences as plain values and the rows they are kept in, and as the audit trail and JSON write them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.money import Money
from tourdesk.library.licences import Fee, FeeKind, Licence
from tourdesk.library.model import FilmLicence

SAID = ("first", "last", "version", "plays", "radius_km", "return_days", "holder", "contact", "note")
"""What a licence and its row call by one name and keep alike."""
_HUNDREDTHS = 100


def licence_of(row: Any) -> Licence:
    """The licence that a row of `film_licence` keeps."""
    values: dict[str, Any] = {name: getattr(row, name) for name in SAID}
    return Licence(id=row.id, territories=tuple(row.territories.split()), fee=_fee_of(row), **values)


def every_licence(session: Session) -> dict[int, tuple[Licence, ...]]:
    """The licences of all films that have any, by film, in their order."""
    query = select(*FilmLicence.__table__.columns).order_by(FilmLicence.position, FilmLicence.id)
    found: dict[int, tuple[Licence, ...]] = {}
    for row in session.execute(query):
        found[row.film_id] = (*found.get(row.film_id, ()), licence_of(row))
    return found


def _fee_of(row: Any) -> Fee | None:
    if row.fee_kind is None or row.fee_minor is None or row.fee_currency is None:
        return None
    share = None if row.fee_share is None else Decimal(row.fee_share) / _HUNDREDTHS
    return Fee(FeeKind(row.fee_kind), Money.of_minor(row.fee_minor, row.fee_currency), share)


def licence_columns(licence: Licence, position: int) -> dict[str, Any]:
    """A licence as a row."""
    fee = licence.fee
    return {name: getattr(licence, name) for name in SAID} | {
        "id": licence.id,
        "position": position,
        "territories": " ".join(licence.territories),
        "fee_kind": None if fee is None else fee.kind.value,
        "fee_minor": None if fee is None else fee.amount.minor,
        "fee_currency": None if fee is None else fee.amount.currency,
        "fee_share": None if fee is None or fee.share is None else int(fee.share * _HUNDREDTHS),
    }


def licence_as_json(licence: Licence) -> dict[str, Any]:
    """All that a licence says but its id; dates as ISO 8601, money as text, so that nothing is rounded."""
    fee = licence.fee
    return {
        "from": _day(licence.first),
        "to": _day(licence.last),
        "territories": list(licence.territories),
        "version": licence.version,
        "fee": None
        if fee is None
        else {
            "kind": fee.kind.value,
            "amount": f"{fee.amount.amount:f}",
            "currency": fee.amount.currency,
            "share": None if fee.share is None else f"{fee.share:f}",
        },
        "plays": licence.plays,
        "radius_km": licence.radius_km,
        "return_days": licence.return_days,
        "holder": licence.holder,
        "contact": licence.contact,
        "note": licence.note,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def licence_from_json(written: dict[str, Any]) -> tuple[Licence, tuple[str, ...]]:
    """The licence that `licence_as_json` wrote, and the names of what of it cannot be read and is left empty."""
    unread: list[str] = []

    def take(name: str, read: Callable[[Any], Any], empty: Any = None) -> Any:
        value = written.get(name)
        if value is None:
            return empty
        try:
            return read(value)
        except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
            unread.append(name)
            return empty

    licence = Licence(
        first=take("from", date.fromisoformat),
        last=take("to", date.fromisoformat),
        territories=take("territories", _words, ()),
        version=take("version", _line, ""),
        fee=take("fee", _fee_from),
        plays=take("plays", _number),
        radius_km=take("radius_km", _number),
        return_days=take("return_days", _number),
        holder=take("holder", _line, ""),
        contact=take("contact", _line, ""),
        note=take("note", _line, ""),
    )
    return licence, tuple(unread)


def without_id(licence: Licence) -> Licence:
    """A licence as it can be given to another film."""
    return replace(licence, id=None)


def _fee_from(value: Any) -> Fee:
    share = value.get("share")
    amount = Money(Decimal(_line(value["amount"])), _line(value["currency"]))
    return Fee(FeeKind(value["kind"]), amount, None if share is None else Decimal(_line(share)))


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _line(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_line(one) for one in value)
