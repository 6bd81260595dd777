"""Plays of licences dealt out to a film's showings, held against trying every way to deal them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tourdesk.foundation.money import Money
from tourdesk.library.licences import Fee, FeeKind, Licence
from tourdesk.library.standing import Play, Showings, Standing, judged

MAY, JUNE = date(2027, 5, 18), date(2027, 6, 18)


def costing(amount: int) -> Fee:
    return Fee(FeeKind.FLAT, Money(Decimal(amount), "AUD"))


LICENCES = st.builds(
    lambda days, codes, version, plays, fee: Licence(days[0], days[1], codes, version, fee, plays),
    st.sampled_from([(None, None), (None, MAY), (JUNE, None), (MAY, JUNE)]),
    st.sampled_from([(), ("AU",), ("NZ",), ("AU", "NZ")]),
    st.sampled_from(["", "", "festival cut"]),
    st.sampled_from([None, 1, 1, 2, 3]),
    st.none() | st.integers(0, 3).map(costing),
)
PLAYS = st.builds(
    Play,
    st.sampled_from([MAY, JUNE]),
    st.sampled_from(["", "AU", "NZ", "DE"]),
    st.sampled_from(["", "original", "festival cut"]),
)


def allows(one: Licence, play: Play) -> bool:
    return (
        (one.first or date.min) <= play.night <= (one.last or date.max)
        and (not one.territories or not play.country or play.country in one.territories)
        and (not one.version or not play.version or play.version == one.version)
    )


def deals(licences: Sequence[Licence], plays: Sequence[Play]) -> Iterator[tuple[int | None, ...]]:
    """Every way to give each showing one licence that allows it, or none, no licence more often than it may be."""
    choices = [[None, *(place for place, one in enumerate(licences) if allows(one, play))] for play in plays]
    for deal in product(*choices):
        if all(one.plays is None or deal.count(place) <= one.plays for place, one in enumerate(licences)):
            yield deal


def dealt(deal: tuple[int | None, ...]) -> int:
    return sum(place is not None for place in deal)


@settings(max_examples=400)
@given(st.lists(LICENCES, min_size=1, max_size=4), st.lists(PLAYS, max_size=5), PLAYS)
def test_a_film_is_licensed_when_there_is_a_play_left_however_the_others_are_dealt(
    licences: list[Licence], plays: list[Play], tonight: Play
) -> None:
    found = judged(licences, tonight.night, tonight.country, tonight.version, plays)
    most = max(dealt(deal) for deal in deals(licences, plays))
    can = {
        last
        for *others, last in deals(licences, [*plays, tonight])
        if last is not None and dealt(tuple(others)) == most
    }
    assert (found.standing is Standing.VALID) is bool(can)
    if can:
        # Whoever holds several chooses the cheapest that is left.
        assert found.licence is not None
        fees = [fee.amount.amount for place in can if (fee := licences[place].fee) is not None]
        fee = found.licence.fee
        assert (fee.amount.amount if fee is not None else None) == min(fees, default=None)
    elif any(allows(one, tonight) for one in licences):
        assert found.standing is Standing.USED_UP
        assert found.plays >= found.allowed


def test_a_showing_goes_over_to_the_licence_that_no_other_showing_can_have() -> None:
    # Each covers the first of two showings; only the second licence covers tonight.
    wide, narrow = Licence(territories=("AU", "NZ"), plays=1), Licence(territories=("AU",), plays=1)
    assert judged([narrow, wide], MAY, "NZ", plays=[Play(MAY, "AU")]).standing is Standing.VALID
    assert judged([wide, narrow], MAY, "NZ", plays=[Play(MAY, "AU")]).licence == wide
    used = judged([wide, narrow], MAY, "NZ", plays=[Play(MAY, "AU"), Play(MAY, "AU")])
    assert (used.standing, used.plays, used.allowed) == (Standing.USED_UP, 2, 2)


def test_two_limited_licences_last_for_as_many_showings_as_both_allow_together() -> None:
    two = [Licence(plays=1, fee=costing(9)), Licence(plays=2, fee=costing(5))]
    assert judged(two, MAY, plays=[Play(MAY)]).licence == two[1]
    assert judged(two, MAY, plays=[Play(MAY)] * 2).standing is Standing.VALID
    assert judged(two, MAY, plays=[Play(MAY)] * 3).standing is Standing.USED_UP


def test_a_licence_for_one_cut_gives_no_play_to_a_showing_of_another() -> None:
    cut = Licence(version="festival cut", plays=1)
    assert judged([cut], MAY, plays=[Play(JUNE, version="original")]).standing is Standing.VALID
    assert judged([cut], MAY, plays=[Play(JUNE, version="festival cut")]).standing is Standing.USED_UP


def test_the_other_showings_of_the_programme_are_of_any_film_in_the_version_that_it_shows() -> None:
    showings = Showings({1: (Play(MAY, "AU"),)}, again=(Play(JUNE, "NZ"),))
    assert showings.of(1, "festival cut") == (Play(MAY, "AU"), Play(JUNE, "NZ", "festival cut"))
    assert showings.of(2) == (Play(JUNE, "NZ"),)


@given(st.lists(LICENCES, min_size=1, max_size=4), st.lists(PLAYS, max_size=6), PLAYS, st.randoms())
def test_neither_the_order_of_showings_nor_of_licences_matters(
    licences: list[Licence], plays: list[Play], tonight: Play, order: Random
) -> None:
    first = judged(licences, tonight.night, tonight.country, tonight.version, plays)
    order.shuffle(licences)
    order.shuffle(plays)
    second = judged(licences, tonight.night, tonight.country, tonight.version, plays)
    assert (first.standing, first.plays, first.allowed) == (second.standing, second.plays, second.allowed)


@given(st.lists(LICENCES, min_size=1, max_size=4), st.lists(PLAYS, max_size=6), PLAYS)
def test_one_showing_less_never_makes_it_worse(
    licences: list[Licence], plays: list[Play], tonight: Play
) -> None:
    here = (tonight.night, tonight.country, tonight.version)
    before = judged(licences, *here, plays).standing
    for gone in range(len(plays)):
        fewer = judged(licences, *here, [*plays[:gone], *plays[gone + 1 :]]).standing
        assert before is not Standing.VALID or fewer is Standing.VALID
    more = judged([*licences, replace(licences[0], plays=None)], *here, plays).standing
    assert before is not Standing.VALID or more is Standing.VALID
