"""Licences in listings: columns known by their names, days and money as people write them, nothing guessed."""

import json
from datetime import date
from decimal import Decimal

import pytest
from tests.library.intake.listings.making import messages, read

from tourdesk.foundation.money import Money
from tourdesk.library.films import Film
from tourdesk.library.from_reading import film_from_reading
from tourdesk.library.intake.listings.film_json import film_as_json
from tourdesk.library.licences import Fee, FeeKind, Licence


def licences(content: str, name: str = "films.csv") -> list[tuple[Licence, ...]]:
    return [film_from_reading(film).licences for film in read(content, name).films]


@pytest.mark.parametrize(
    "header",
    [
        "Title,Licence from,Licence to,Licence fee",
        "Title,License start,License end,Rental fee",
        "Titel,Lizenz von,Lizenz bis,Lizenzgebühr",
    ],
)
@pytest.mark.parametrize(
    "days",
    [
        "2027-05-01,2027-05-31",
        "01.05.2027,31.05.2027",
        "1 May 2027,31 May 2027",
        "2027-05-01 00:00:00,31/05/2027",
    ],
)
def test_a_licence_is_read_from_columns_of_known_names(header: str, days: str) -> None:
    fee = Fee(FeeKind.FLAT, Money(Decimal(120), "AUD"))
    content = f"{header}\nMira,{days},AUD 120\n"
    assert licences(content) == [(Licence(date(2027, 5, 1), date(2027, 5, 31), fee=fee),)]


def test_the_currency_is_taken_from_the_name_of_the_column_or_from_the_cell() -> None:
    content = 'Title,Licence to,Licence fee (EUR)\nMira,2027-05-31,"1.250,00"\nUltra,2027-05-31,GBP 80\n'
    assert [one.fee.amount for (one,) in licences(content) if one.fee] == [
        Money(Decimal(1250), "EUR"),
        Money(Decimal(80), "GBP"),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Mira,03/04/2027,,", "cannot be read for certain"),
        ("Mira,soon,,", "“soon” of its licence"),
        ("Mira,,,120", "names no currency"),
        ("Mira,,,EUR plenty", "licence fee “EUR plenty” cannot be read"),
        ("Mira,2027-06-01,2027-05-01,", "ends before it begins"),
    ],
)
def test_what_is_not_certain_is_told_and_left_empty(row: str, said: str) -> None:
    reading = read(f"Title,Licence from,Licence to,Licence fee\n{row}\n")
    assert [film_from_reading(film).licences for film in reading.films] == [()]
    assert any(said in message for message in messages(reading))


def test_a_film_without_a_word_about_its_licence_has_none() -> None:
    assert licences("Title,Licence from,Licence to,Licence fee\nMira,,,\n") == [()]


def test_a_damaged_licence_in_our_own_json_is_told_and_the_film_is_read() -> None:
    film = film_as_json(Film("Mira", licences=(Licence(date(2027, 5, 1)),)))
    film["licences"] += [{"from": "2027-09-01", "to": "2027-01-01"}, {"plays": "often", "holder": "Ridge"}, 7]
    reading = read(json.dumps([film]), "films.json")
    assert [film_from_reading(one).licences for one in reading.films] == [
        (Licence(date(2027, 5, 1)), Licence(holder="Ridge"))
    ]
    assert sum("licence" in message for message in messages(reading)) == 2
