"""Licences of films: kept with the film, understood for a night, and never half kept."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.money import Money
from tourdesk.library.changing import FilmChange
from tourdesk.library.films import Film, Version
from tourdesk.library.licences import Fee, FeeKind, Licence, checked_licences, cost, fee_text
from tourdesk.library.licences_kept import licence_as_json, licence_from_json, without_id
from tourdesk.library.standing import Standing, judged
from tourdesk.storage.engine import sqlite_engine
from tourdesk.storage.opening import open_database
from tourdesk.storage.sqlite_file import APPLICATION_ID
from tourdesk.storage.upgrade import upgrade

FLAT = Fee(FeeKind.FLAT, Money(Decimal("120.50"), "AUD"))
SEASON = Licence(
    date(2027, 1, 1),
    date(2027, 12, 31),
    ("AU", "NZ"),
    "festival cut",
    FLAT,
    plays=12,
    radius_km=50,
    return_days=7,
    holder="Ridge Line Films",
    contact="rights@ridge-line.example",
    note="Poster to be sent back.",
)
PER_HEAD = Licence(fee=Fee(FeeKind.PER_HEAD, Money(Decimal("1.25"), "AUD")))
SHARE = Licence(fee=Fee(FeeKind.SHARE, Money(Decimal(80), "AUD"), Decimal("35.5")))
FILM = Film(
    "Running The Roof",
    versions=(Version(seconds=3180), Version("festival cut", 2700)),
    licences=(SEASON, PER_HEAD, SHARE),
)
NIGHT = date(2027, 5, 18)
FEE_KEYS = ["kind", "amount", "currency", "share"]


def kept(desks: Desks, film: Film = FILM) -> Film:
    return desks.library.film(desks.library.save([film]).ids[0])


def terms(film: Film) -> tuple[Licence, ...]:
    return tuple(map(without_id, film.licences))


def test_a_film_is_read_back_with_its_licences_in_their_order(any_desks: Desks) -> None:
    assert terms(kept(any_desks)) == FILM.licences


def test_a_changed_licence_can_be_taken_back(any_desks: Desks) -> None:
    film = kept(any_desks)
    longer = replace(film.licences[0], last=date(2028, 6, 30))
    saved = any_desks.library.change([FilmChange(film, replace(film, licences=(longer, film.licences[2])))])
    now = any_desks.library.film(film.id or 0)
    assert now.licences == (longer, film.licences[2])
    any_desks.library.undo(saved)
    assert terms(any_desks.library.film(film.id or 0)) == FILM.licences


def test_a_removed_film_comes_back_with_its_licences(any_desks: Desks) -> None:
    film = kept(any_desks)
    any_desks.library.undo_remove(any_desks.library.remove([film.id or 0]))
    assert any_desks.library.film(film.id or 0).licences == film.licences


def test_two_desks_that_each_add_a_licence_keep_both(desks: Desks) -> None:
    film = kept(desks, replace(FILM, licences=()))
    for one in (SEASON, SHARE):
        desks.library.change([FilmChange(film, replace(film, licences=(one,)))])
    assert set(terms(desks.library.film(film.id or 0))) == {SEASON, SHARE}


def test_a_licence_is_told_in_the_audit_trail_when_it_changes(desks: Desks) -> None:
    film = kept(desks)
    saved = desks.library.save([replace(film, licences=())])
    assert saved.before[0] is not None
    assert saved.after[0].licences == ()


def test_merged_records_keep_the_licences_of_both_and_part_again(any_desks: Desks) -> None:
    one = kept(any_desks, replace(FILM, licences=(PER_HEAD,)))
    other_cut = (Version(seconds=3180), Version("festival cut", 2400))
    other = kept(any_desks, Film("Running the roof", versions=other_cut, licences=(SEASON, SHARE)))
    merged = any_desks.library.merge(one, other)
    now = any_desks.library.film(one.id or 0)
    assert without_id(now.licences[0]) == PER_HEAD
    # Both have a festival cut, of another length each: the licence goes on naming the one that it was given for.
    cut = next(licence.version for licence in now.licences if licence.first is not None)
    assert cut != "festival cut"
    assert next(version.seconds for version in now.versions if version.name == cut) == 2400
    any_desks.library.unmerge(merged)
    assert terms(any_desks.library.film(other.id or 0)) == (SEASON, SHARE)
    assert terms(any_desks.library.film(one.id or 0)) == (PER_HEAD,)


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        (Licence(date(2027, 6, 1), date(2027, 5, 1)), "ends on 1 May 2027, before it begins on 1 June 2027"),
        (Licence(version="director’s cut"), "for the version “director’s cut”, which the film does not have"),
        (Licence(territories=("Australia",)), "“AUSTRALIA” .* is no country"),
        (Licence(plays=0), "how often it may be shown"),
        (Licence(radius_km=50_000), "its radius in kilometres"),
        (Licence(return_days=-1), "in how many days the return is due"),
        (Licence(fee=Fee(FeeKind.FLAT, Money(Decimal("1.234"), "AUD"))), "1.234 AUD"),
        (Licence(fee=Fee(FeeKind.FLAT, Money(Decimal(-5), "AUD"))), "-5 AUD"),
        (Licence(fee=Fee(FeeKind.FLAT, Money(Decimal(5), "QQQ"))), "5 QQQ"),
        (Licence(fee=Fee(FeeKind.SHARE, Money(Decimal(5), "AUD"))), "5 AUD"),
        (Licence(fee=Fee(FeeKind.SHARE, Money(Decimal(5), "AUD"), Decimal(120))), "120 %"),
        (Licence(note="x" * 3000), "longer than 2000 letters"),
    ],
)
def test_what_can_be_no_licence_is_refused_in_a_sentence_and_nothing_is_kept(
    desks: Desks, licence: Licence, words: str
) -> None:
    with pytest.raises(ProblemForUser, match=words):
        desks.library.save([replace(FILM, licences=(licence,))])
    assert desks.finding.is_empty()


def test_money_of_currencies_without_cents_and_with_mils_is_kept_exactly(desks: Desks) -> None:
    fees = [
        Fee(FeeKind.FLAT, Money(Decimal(amount), currency))
        for amount, currency in (("12000", "JPY"), ("12.345", "KWD"), ("0.01", "EUR"), ("0", "EUR"))
    ]
    film = kept(desks, replace(FILM, licences=tuple(Licence(fee=fee) for fee in fees)))
    assert [licence.fee for licence in film.licences] == fees


# How licences stand for a night.

DAYS = st.one_of(st.none(), st.dates(date(2027, 1, 1), date(2027, 12, 31)))
CODES = st.sampled_from([(), ("AU",), ("AU", "NZ"), ("DE",)])
VERSIONS = st.sampled_from(["", "original", "festival cut"])
FEES = st.one_of(
    st.none(),
    st.builds(lambda cents: Fee(FeeKind.FLAT, Money.of_minor(cents, "AUD")), st.integers(0, 100_000)),
)


@st.composite
def windows(draw: st.DrawFn) -> tuple[date | None, date | None]:
    first, last = draw(DAYS), draw(DAYS)
    return (last, first) if first and last and last < first else (first, last)


LICENCES = st.builds(
    lambda days, codes, version, fee: Licence(days[0], days[1], codes, version, fee),
    windows(),
    CODES,
    VERSIONS,
    FEES,
)


@given(
    st.lists(LICENCES, max_size=5),
    st.dates(date(2026, 12, 1), date(2028, 1, 31)),
    st.sampled_from(["", "AU", "DE", "FR"]),
    VERSIONS,
)
def test_a_film_is_licensed_when_one_of_its_licences_allows_night_country_and_version(
    licences: list[Licence], night: date, country: str, version: str
) -> None:
    def allows(one: Licence) -> bool:
        return (
            (one.first or date.min) <= night <= (one.last or date.max)
            and (not one.territories or not country or country in one.territories)
            and (not one.version or not version or one.version == version)
        )

    found = judged(licences, night, country, version)
    allowed = [one for one in licences if allows(one)]
    assert (found.standing is Standing.VALID) is bool(allowed)
    if allowed:
        known = [one.fee.amount.amount for one in allowed if one.fee is not None]
        assert found.licence is not None
        assert found.licence in allowed
        fee = found.licence.fee
        assert (fee.amount.amount if fee else None) == min(known, default=None)
    assert (found.standing is Standing.NONE) is (not licences)


@given(LICENCES, st.dates(date(2027, 1, 2), date(2027, 12, 30)))
def test_the_first_and_the_last_day_belong_to_a_licence(licence: Licence, day: date) -> None:
    window = replace(licence, first=day, last=day, territories=(), version="")
    assert judged([window], day).standing is Standing.VALID
    assert judged([window], day + timedelta(days=1)).standing is Standing.ENDED
    assert judged([window], day - timedelta(days=1)).standing is Standing.COMING


def test_of_several_that_ended_the_last_one_is_told() -> None:
    early, late = Licence(last=date(2026, 1, 1)), Licence(last=date(2027, 4, 30))
    assert judged([early, late], NIGHT) == judged([late, early], NIGHT)
    assert judged([early, late], NIGHT).licence == late


@pytest.mark.parametrize(
    ("licence", "guests", "costs"),
    [
        (None, 100, "0"),
        (Licence(), 100, "0"),
        (SEASON, None, "120.50"),
        (PER_HEAD, 80, "100.00"),
        (PER_HEAD, None, None),
        (SHARE, None, "80"),
        (Licence(fee=Fee(FeeKind.FLAT, Money(Decimal(20), "EUR"))), 100, None),
        (Licence(fee=Fee(FeeKind.FLAT, Money(Decimal(0), "EUR"))), 100, "0"),
    ],
)
def test_what_a_showing_costs(licence: Licence | None, guests: int | None, costs: str | None) -> None:
    assert cost(licence, "AUD", guests) == (None if costs is None else Decimal(costs))


def test_a_film_that_costs_nothing_is_said_to_have_no_fee() -> None:
    free = Fee(FeeKind.FLAT, Money(Decimal(0), "AUD"))
    assert fee_text(free) == fee_text(replace(free, kind=FeeKind.PER_HEAD)) == "no fee"
    assert (
        fee_text(replace(free, kind=FeeKind.SHARE, share=Decimal(35)))
        == "35 % of the takings, at least 0.00 AUD"
    )


@given(LICENCES)
def test_a_licence_is_the_same_after_its_json(licence: Licence) -> None:
    assert licence_from_json(licence_as_json(licence)) == (licence, ())


@pytest.mark.parametrize("licence", [SEASON, PER_HEAD, SHARE])
def test_whole_licences_are_the_same_after_their_json(licence: Licence) -> None:
    assert licence_from_json(licence_as_json(licence)) == (licence, ())


def test_of_a_damaged_licence_the_rest_is_read_and_the_damage_is_named() -> None:
    written = licence_as_json(SEASON) | {"to": "soon", "fee": {"kind": "barter"}, "plays": "many"}
    licence, unread = licence_from_json(written)
    assert unread == ("to", "fee", "plays")
    assert licence == replace(SEASON, last=None, fee=None, plays=None)


def test_a_file_from_before_licences_keeps_its_films_and_can_be_given_some(tmp_path: Path) -> None:
    file = tmp_path / "old.tourdesk"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    engine = sqlite_engine(file)
    upgrade(engine, "0004")
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO film (id, title, folded_title, folded_words, added) "
                "VALUES (1, 'Zurück', 'zuruck', 'zuruck', '2027-03-01 12:00:00')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO film_version (film_id, position, name, seconds, approximate) "
                "VALUES (1, 0, 'original', 3180, 0), (1, 1, 'festival cut', 2700, 0)"
            )
        )
    engine.dispose()
    database = open_database(file, create=False)
    desks = Desks.over(database)
    film = desks.library.film(1)
    assert (film.title, film.licences) == ("Zurück", ())
    desks.library.save([replace(film, licences=FILM.licences)])
    assert terms(desks.library.film(1)) == FILM.licences
    database.close()


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["NaN", "1e999999", "-1", "120.00", "AUD", "share", "flat", "2027-05-18", "AU"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FEE_KEYS), inner, max_size=4),
    max_leaves=6,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(list(licence_as_json(SEASON))), ANYTHING))
def test_any_json_is_a_licence_or_a_sentence(written: dict[str, object]) -> None:
    licence, _unread = licence_from_json(written)
    try:
        (kept_one,) = checked_licences("Mira", [licence], ["original"])
    except ProblemForUser:
        return
    assert licence_from_json(licence_as_json(kept_one)) == (kept_one, ())
