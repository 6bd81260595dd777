"""What is said about an evening's licences: who may not be shown, and what all of it costs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.programming.evenings import film, leura, other, programme

from tourdesk.foundation.money import Money
from tourdesk.library.licences import Fee, FeeKind, Licence
from tourdesk.library.standing import Play, Showings
from tourdesk.programming.event import UNKNOWN, Event
from tourdesk.programming.findings import Elsewhere, Finding, Severity
from tourdesk.programming.programme import Item
from tourdesk.programming.running_order import running_order

AUSTRALIA = Event(country="AU", currency="AUD", seats=100)
MAY = Licence(date(2027, 5, 1), date(2027, 5, 31))


def licensed(title: str, *licences: Licence, version: str = "original") -> Item:
    item = film(title, 600, film_id=len(title))
    return replace(item, licences=licences, version_name=version)


def costing(title: str, amount: str, kind: FeeKind = FeeKind.FLAT, currency: str = "AUD") -> Item:
    share = Decimal(35) if kind is FeeKind.SHARE else None
    return licensed(title, replace(MAY, fee=Fee(kind, Money(Decimal(amount), currency), share)))


def found(rule: str, *items: Item, event: Event = AUSTRALIA) -> list[Finding]:
    order = running_order(programme(*items), leura(), event)
    return [finding for finding in order.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("item", "sentence", "severity"),
    [
        (licensed("Roof"), "No licence of “Roof” is known; please note one on the Films screen.", "warning"),
        (
            licensed("Roof", replace(MAY, last=date(2027, 5, 17))),
            "The licence of “Roof” ended on 17 May 2027, before the night of 18 May 2027.",
            "error",
        ),
        (
            licensed("Roof", replace(MAY, first=date(2027, 5, 19))),
            "The licence of “Roof” begins on 19 May 2027 only, after the night of 18 May 2027.",
            "error",
        ),
        (
            licensed("Roof", replace(MAY, territories=("NZ", "FJ"))),
            "The licence of “Roof” names New Zealand, Fiji only, not Australia.",
            "error",
        ),
        (
            licensed("Roof", replace(MAY, version="festival cut")),
            "“Roof” is licensed as “festival cut” only, and here it is shown as “original”.",
            "error",
        ),
    ],
)
def test_a_film_that_may_not_be_shown_is_told_with_ways_out(item: Item, sentence: str, severity: str) -> None:
    (finding,) = found("not licensed", item)
    assert (finding.sentence, finding.severity, finding.item) == (sentence, severity, "Roof")
    leads = [way.elsewhere for way in finding.ways]
    assert Elsewhere.FILM in leads
    assert Elsewhere.REPLACE in leads
    assert finding.ways[-1].edit is not None
    assert not finding.ways[-1].edit(programme(item)).items


def test_a_film_that_is_licensed_for_another_version_can_be_shown_in_that_one() -> None:
    (finding,) = found("not licensed", licensed("Roof", replace(MAY, version="festival cut")))
    assert finding.ways[0].elsewhere is Elsewhere.VERSION
    assert not found(
        "not licensed", licensed("Roof", replace(MAY, version="festival cut"), version="festival cut")
    )


@pytest.mark.parametrize("night", [date(2027, 5, 18)])
def test_the_first_and_the_last_night_of_a_licence_are_licensed(night: date) -> None:
    assert not found("not licensed", licensed("Roof", Licence(night, night)))


def test_where_the_library_keeps_no_licences_nobody_asks_for_them() -> None:
    assert not found("not licensed", film("Roof", 600, film_id=1), other("welcome", 300))


def test_where_the_country_is_not_known_the_territory_is_not_held_against_a_film() -> None:
    assert not found("not licensed", licensed("Roof", replace(MAY, territories=("NZ",))), event=UNKNOWN)


def test_fees_are_added_up_and_held_against_the_budget() -> None:
    event = replace(AUSTRALIA, budget=Decimal(250))
    items = (
        costing("Roof", "120.50"),
        costing("Ultra", "1.25", FeeKind.PER_HEAD),
        costing("Balance", "80", FeeKind.SHARE),
        licensed("Mirnavator", MAY),
    )
    (finding,) = found("over the budget", *items, event=event)
    assert finding.sentence == (
        "The licences cost 325.50 AUD, 75.50 AUD more than the 250.00 AUD that they may."
    )
    assert finding.severity is Severity.WARNING
    mend, take_out = finding.ways
    assert mend.elsewhere is Elsewhere.FIT
    # The cheapest film that is enough, not the dearest.
    assert take_out.name == "Take out “Balance”"
    assert not found("over the budget", *items, event=replace(event, budget=Decimal("325.50")))
    assert not found("over the budget", *items, event=replace(event, budget=None))


def test_where_no_film_is_enough_the_dearest_can_be_taken_out() -> None:
    event = replace(AUSTRALIA, budget=Decimal(10))
    (finding,) = found("over the budget", costing("Roof", "90"), costing("Ultra", "110"), event=event)
    assert finding.ways[-1].name == "Take out “Ultra”"


@pytest.mark.parametrize(
    ("item", "seats"),
    [(costing("Roof", "2", FeeKind.PER_HEAD), None), (costing("Roof", "20", currency="EUR"), 100)],
)
def test_what_cannot_be_counted_is_told_and_not_guessed(item: Item, seats: int | None) -> None:
    event = replace(AUSTRALIA, budget=Decimal(250), seats=seats)
    (finding,) = found("over the budget", item, event=event)
    assert finding.severity is Severity.NOTE
    assert "What “Roof” costs cannot be counted" in finding.sentence


TWICE = replace(MAY, plays=2)


def shown_on(*days: int, country: str = "AU") -> Event:
    """A night in May on which “Roof” is shown, beside other nights of that month."""
    return replace(
        AUSTRALIA, showings=Showings({4: tuple(Play(date(2027, 5, day), country) for day in days)})
    )


def test_a_film_that_is_shown_more_often_than_its_licence_allows_is_told_with_ways_out() -> None:
    (finding,) = found("not licensed", licensed("Roof", TWICE), event=shown_on(3, 20))
    assert finding.sentence == "The licence of “Roof” is for 2 showings, and with this night there are 3."
    assert finding.severity is Severity.ERROR
    leads = [way.elsewhere for way in finding.ways]
    assert Elsewhere.FILM in leads
    assert Elsewhere.REPLACE in leads
    assert not found("not licensed", licensed("Roof", TWICE), event=shown_on(20))


def test_a_programme_that_is_shown_twice_uses_two_showings() -> None:
    once = replace(MAY, plays=1)
    event = replace(AUSTRALIA, showings=Showings(again=(Play(date(2027, 5, 18), "AU"),)))
    (finding,) = found("not licensed", licensed("Roof", once), event=event)
    assert finding.sentence == "The licence of “Roof” is for 1 showing, and with this night there are 2."
    assert not found("not licensed", licensed("Roof", TWICE), event=event)


@pytest.mark.parametrize(
    ("licences", "event"),
    [
        ((replace(TWICE, territories=("AU",)),), shown_on(3, 4, 5, country="NZ")),
        ((replace(TWICE, first=date(2027, 5, 10)),), shown_on(3, 4, 5)),
        ((MAY,), shown_on(3, 4, 5)),
        # Those that the other licence covers are its own; and of two that are there the one with showings left is taken.
        ((TWICE, Licence(date(2027, 5, 1), date(2027, 5, 9))), shown_on(3, 4, 5)),
        ((TWICE, replace(MAY, plays=9)), shown_on(3, 4, 5)),
    ],
)
def test_only_showings_that_a_licence_covers_count_for_it(
    licences: tuple[Licence, ...], event: Event
) -> None:
    assert not found("not licensed", licensed("Roof", *licences), event=event)


def test_of_a_film_that_is_shown_elsewhere_nothing_counts_for_another_one() -> None:
    assert not found("not licensed", licensed("Ultra", TWICE), event=shown_on(3, 20))
