"""Money as people type it, and as it is shown."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import speak
from tourdesk.foundation.money import Money, digits, money_text, parse_money


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("120", "120 AUD"),
        ("120.50", "120.50 AUD"),
        ("120,5", "120.5 AUD"),
        ("1,250", "1250 AUD"),
        ("1.250,00", "1250 AUD"),
        ("1,250.75", "1250.75 AUD"),
        ("1 250", "1250 AUD"),
        ("EUR 120", "120 EUR"),
        ("120eur", "120 EUR"),
        ("€ 99", "99 EUR"),
        ("£12.34", "12.34 GBP"),
        ("$80", "80 AUD"),
        ("12.345 KWD", "12.345 KWD"),
        ("12,000 JPY", "12000 JPY"),
    ],
)
def test_amounts_are_understood_as_they_are_typed(typed: str, meant: str) -> None:
    amount, currency = meant.split()
    assert parse_money(typed, "AUD") == Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    "typed",
    ["", "free", "1.2.3", "12,34.5", "-5", "1e5", "12 QQQ", "EUR 12 USD", "99999999", "12.5 JPY"],
)
def test_what_is_no_amount_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ProblemForUser, match=r"please (type it like|write its three letters)"):
        parse_money(typed, "AUD")


@given(st.integers(0, 10**9), st.sampled_from(["AUD", "EUR", "JPY", "KWD"]))
def test_what_is_shown_is_understood_again(minor: int, currency: str) -> None:
    money = Money.of_minor(minor, currency)
    if digits(currency) == 3 or money.amount > 10_000_000:
        return  # of three digits behind a single point nobody can tell thousands
    for language in ("en", "de"):
        speak(language)
        assert parse_money(money_text(money), "EUR") == money
    speak("en")
    assert money.minor == minor


def test_money_is_written_as_the_language_writes_numbers(language: str) -> None:
    written = {"en": "1,250.00 AUD", "de": "1.250,00 AUD"}[language]
    assert money_text(Money(Decimal(1250), "AUD")) == written
