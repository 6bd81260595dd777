"""Licences: the terms on which a film may be shown, and what they cost."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tourdesk.foundation.dates import day_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, exact
from tourdesk.foundation.money import Money, is_currency, money_text, whole

_COUNTRY = re.compile(r"[A-Z]{2}")
MOST_PLAYS = 10_000
MOST_KILOMETRES = 20_000
"""Half way round the earth."""
MOST_DAYS = 366
"""A return that is due later was mistyped."""
LONGEST_LINE = 2_000
"""Letters of a holder, a contact or a note."""


class FeeKind(StrEnum):
    """How a fee is counted."""

    FLAT = "flat"
    """So much for each showing."""
    PER_HEAD = "per head"
    """So much for each guest."""
    SHARE = "share"
    """A share of the takings, and so much at the least."""


@dataclass(frozen=True, slots=True)
class Fee:
    """What a showing costs. `share` is a percentage of the takings for FeeKind.SHARE, None for the other kinds."""

    kind: FeeKind
    amount: Money
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of showing a film; what nobody has said is empty or None, and limits nothing.

    `first` and `last` are the first and the last night on which it may be shown. `territories` are ISO 3166 alpha-2
    codes; `version` is the name of the only version that may be shown. `radius_km` is how far away nobody else shows
    it, `return_days` in how many days after the night the return is due.
    """

    first: date | None = None
    last: date | None = None
    territories: tuple[str, ...] = ()
    version: str = ""
    fee: Fee | None = None
    plays: int | None = None
    radius_km: int | None = None
    return_days: int | None = None
    holder: str = ""
    contact: str = ""
    note: str = ""
    id: int | None = None


def cost(licence: Licence | None, currency: str, guests: int | None) -> Decimal | None:
    """What one showing costs in a currency when so many guests come; 0 where no fee is noted.

    Of a share of the takings the least counts: nobody knows the takings before. None when it cannot be said: the fee
    is in another currency, or per head and nobody has said how many seats there are.
    """
    if licence is None or licence.fee is None:
        return Decimal(0)
    fee = licence.fee
    if not fee.amount.amount:
        return Decimal(0)
    if fee.amount.currency != currency:
        return None
    if fee.kind is FeeKind.PER_HEAD:
        return None if guests is None else fee.amount.amount * guests
    return fee.amount.amount


def fee_text(fee: Fee) -> str:
    """What a showing costs: `120.00 AUD for each showing`, `35 % of the takings, at least 80.00 AUD`."""
    if not fee.amount.amount and fee.kind is not FeeKind.SHARE:
        return _("no fee")
    amount = money_text(fee.amount)
    if fee.kind is FeeKind.SHARE and fee.share is not None:
        return _("{share} % of the takings, at least {amount}", share=exact(fee.share), amount=amount)
    if fee.kind is FeeKind.PER_HEAD:
        return _("{amount} for each guest", amount=amount)
    return _("{amount} for each showing", amount=amount)


def checked_licences(title: str, licences: Iterable[Licence], versions: Sequence[str]) -> tuple[Licence, ...]:
    """The licences of a film in one way of writing. Raises ProblemForUser when one of them can be no licence."""
    return tuple(_checked(title, licence, versions) for licence in licences)


def _checked(title: str, given: Licence, versions: Sequence[str]) -> Licence:
    licence = replace(
        given, territories=tuple(dict.fromkeys(code.strip().upper() for code in given.territories))
    )
    if licence.first is not None and licence.last is not None and licence.last < licence.first:
        raise ProblemForUser(
            _(
                "A licence of “{title}” ends on {last}, before it begins on {first}; please correct its dates.",
                title=title,
                first=day_text(licence.first),
                last=day_text(licence.last),
            )
        )
    if licence.version and licence.version not in versions:
        raise ProblemForUser(
            _(
                "A licence of “{title}” is for the version “{version}”, which the film does not have; please choose "
                "one of these: {versions}.",
                title=title,
                version=licence.version,
                versions=", ".join(versions),
            )
        )
    unknown = next((code for code in licence.territories if not _COUNTRY.fullmatch(code)), None)
    if unknown is not None:
        raise ProblemForUser(
            _(
                "“{code}” in a licence of “{title}” is no country; please write two letters, like AU.",
                code=unknown,
                title=title,
            )
        )
    _refuse_numbers(title, licence)
    _refuse_long(title, licence)
    return replace(licence, fee=_checked_fee(title, licence.fee))


def _refuse_numbers(title: str, licence: Licence) -> None:
    limits = (
        (licence.plays, 1, MOST_PLAYS, _("how often it may be shown")),
        (licence.radius_km, 0, MOST_KILOMETRES, _("its radius in kilometres")),
        (licence.return_days, 0, MOST_DAYS, _("in how many days the return is due")),
    )
    for number, least, most, what in limits:
        if number is not None and not least <= number <= most:
            raise ProblemForUser(
                _(
                    "{number} cannot be right in a licence of “{title}” ({what}: {least} to {most}); please correct it.",
                    number=number,
                    title=title,
                    what=what,
                    least=least,
                    most=most,
                )
            )


def _refuse_long(title: str, licence: Licence) -> None:
    lines = (licence.holder, licence.contact, licence.note)
    too_long = next((line for line in lines if len(line) > LONGEST_LINE), None)
    if too_long is not None:
        raise ProblemForUser(
            _(
                "“{start}…” in a licence of “{title}” is longer than {most} letters; please shorten it.",
                start=too_long[:60],
                title=title,
                most=LONGEST_LINE,
            )
        )


def _checked_fee(title: str, fee: Fee | None) -> Fee | None:
    if fee is None:
        return None
    right = is_currency(fee.amount.currency) and (fee.share is not None) is (fee.kind is FeeKind.SHARE)
    try:
        right = right and (fee.share is None or 0 < fee.share <= 100)
        amount = Money(whole(fee.amount.amount, fee.amount.currency), fee.amount.currency)
        share = None if fee.share is None else fee.share.quantize(Decimal("0.01"))
    except (ArithmeticError, ValueError):
        amount, share, right = fee.amount, None, False
    if not right or share != fee.share:
        raise ProblemForUser(
            _(
                "The fee of a licence of “{title}” cannot be right ({fee}); please correct it.",
                title=title,
                fee=fee.amount if fee.share is None else f"{fee.share} %, {fee.amount}",
            )
        )
    return Fee(fee.kind, amount, share)
