"""Amounts of money: exact, with their currency, typed and shown as people write them."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, spoken

_WITHOUT_MINOR = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
_OF_A_THOUSAND = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
"""ISO 4217, list one (2026): how many digits stand behind the point. CLDR counts some otherwise, and changes it."""
MOST = Decimal(10_000_000)
"""A larger amount was mistyped."""
_CODE = re.compile(r"[A-Za-z]{3}")
_AMOUNT = re.compile(r"\d[\d.,'’\s]*")
_SIGNS = {"€": "EUR", "£": "GBP"}
"""Signs that mean one currency; a dollar sign is the tour's own dollar, if it counts in one."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency of ISO 4217."""

    amount: Decimal
    currency: str

    @property
    def minor(self) -> int:
        """The amount in the smallest unit of its currency: cents, or whole yen."""
        return int(self.amount.scaleb(digits(self.currency)))

    @staticmethod
    def of_minor(minor: int, currency: str) -> "Money":
        """The amount that so many of the smallest unit are."""
        return Money(Decimal(minor).scaleb(-digits(currency)), currency)

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"


def digits(currency: str) -> int:
    """How many digits of an amount stand behind the point."""
    if currency in _WITHOUT_MINOR:
        return 0
    return 3 if currency in _OF_A_THOUSAND else 2


def whole(amount: Decimal, currency: str) -> Decimal:
    """An amount with all the digits of its currency. Raises ValueError when it has more, or is no amount to be paid."""
    if not amount.is_finite() or not 0 <= amount <= MOST:
        raise ValueError(f"{amount} is no amount")
    exact = amount.quantize(Decimal(1).scaleb(-digits(currency)))
    if exact != amount:
        raise ValueError(f"{amount} {currency} has more digits than the currency")
    return exact


def money_text(money: Money) -> str:
    """An amount as the language writes it, with the currency's letters: `1,250.00 AUD`, `1.250,00 AUD`."""
    written = f"{money.amount:,.{digits(money.currency)}f}"
    if spoken() == "de":
        written = written.translate(str.maketrans(",.", ".,"))
    return f"{written} {money.currency}"


def parse_money(text: str, currency: str) -> Money:
    """The amount that somebody typed; `currency` is what is meant when none is named.

    Understood are `120`, `120.50`, `120,50`, `1,250.00`, `EUR 120` and `120 €`. Raises ProblemForUser for anything else.
    """
    plain = text.strip()
    named = _CODE.findall(plain)
    signs = re.findall(r"[€£$¥]", plain)
    rest = re.sub(r"[€£$¥]", "", _CODE.sub("", plain)).strip()
    code = (
        named[0].upper() if named else _SIGNS.get(signs[0], currency) if signs else currency.strip().upper()
    )
    if len(named) + len(signs) > 1 or not _AMOUNT.fullmatch(rest):
        raise _no_amount(text)
    if not is_currency(code):
        raise ProblemForUser(
            _(
                "“{code}” is no currency that TourDesk knows; please write its three letters, like EUR.",
                code=code,
            )
        )
    try:
        return Money(whole(_number(rest, digits(code)), code), code)
    except (ArithmeticError, ValueError) as error:
        raise _no_amount(text) from error


def is_currency(code: str) -> bool:
    """Whether ISO 4217 knows a currency of these letters."""
    # Not loaded with the window: only who types money needs it.
    from babel.numbers import is_currency as known  # noqa: PLC0415

    return bool(known(code))


def _number(text: str, places: int) -> Decimal:
    """A number whose last point or comma parts the smaller unit when no more than its digits follow."""
    plain = re.sub(r"[\s'’]", "", text)
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0 and plain.count(plain[last]) == 1 and 0 < len(plain) - last - 1 <= max(places, 2):
        return Decimal(f"{_thousands(plain[:last])}.{plain[last + 1 :]}")
    return Decimal(_thousands(plain))


def _thousands(text: str) -> str:
    if not re.fullmatch(r"\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+", text):
        raise ValueError(f"{text} is no number")
    return re.sub(r"[.,]", "", text)


def _no_amount(text: str) -> ProblemForUser:
    return ProblemForUser(
        _(
            "“{text}” is no amount of money; please type it like 120, 120.50 or EUR 120.",
            text=text.strip()[:40],
        )
    )
