"""What is said about the night: its guests' age, what its town has seen, clocks that go back, pins and copies."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.programming.evenings import clock, film, leura, other, programme, sentences

from tourdesk.programming.ages import age_of_advisory, age_of_rating
from tourdesk.programming.event import UNKNOWN, Event, Seen
from tourdesk.programming.findings import Elsewhere
from tourdesk.programming.programme import Item, Master, Programme
from tourdesk.programming.running_order import Finding, Severity, running_order
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

ROOF = film("Roof", 600, film_id=1)


def found(rule: str, *items: Item, event: Event = UNKNOWN, slot: Slot | None = None) -> list[Finding]:
    order = running_order(programme(*items), slot or leura(), event)
    return [finding for finding in order.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("rating", "age"),
    [
        ("DE: FSK 12", 12),
        ("DE: 0", 0),
        ("GB: 12A", 12),
        ("GB: U", 0),
        ("GB: PG", 0),
        ("IE: 15A", 15),
        ("US: PG-13", 13),
        ("US: R", 17),
        ("US: NC-17", 18),
        ("US: G", 0),
        ("CA: 14A", 14),
        ("CA: R", 18),
        ("AU: PG", 0),
        ("AU: M", 15),
        ("AU: MA15+", 15),
        ("AU: MA 15+", 15),
        ("AU: R18+", 18),
        ("NZ: R16", 16),
        ("NZ: M", 16),
        ("FR: Tous publics", 0),
        ("FR: TP", 0),
        ("FR: -12", 12),
        ("ES: APTA", 0),
        ("NL: AL", 0),
        ("NL: 9", 9),
        ("IN: A", 18),
        ("IN: UA 13+", 13),
        ("HK: IIB", 15),
        ("HK: III", 18),
        ("MX: B15", 15),
        ("MX: C", 18),
        ("NO: A", 0),
        ("JP: R15+", 15),
        ("SG: NC16", 16),
        ("XX: what is this", None),
    ],
)
def test_ratings_of_many_countries_are_understood_and_others_are_not_guessed(
    rating: str, age: int | None
) -> None:
    assert age_of_rating(rating) == (rating[:2], age)


@pytest.mark.parametrize(
    ("advisory", "age"),
    [
        ("16+", 16),
        ("Not for children under 12", 12),
        ("ab 18", 18),
        ("strong language", None),
        ("over 90 corpses", None),
        ("flashing lights from minute 3", None),
        ("100+ explosions", None),
    ],
)
def test_an_advisory_names_an_age_only_where_it_says_one(advisory: str, age: int | None) -> None:
    assert age_of_advisory(advisory) == age


def test_a_film_for_older_guests_than_those_admitted_is_named_by_the_rating_of_the_venue_s_country() -> None:
    rated = replace(ROOF, ratings=("GB: 18", "AU: MA15+"))
    (finding,) = found("over the age", rated, event=Event(country="AU", admitted_from=12))
    assert (finding.severity, finding.items) == (Severity.WARNING, ("Roof",))
    assert finding.sentence == (
        "“Roof” is rated “AU: MA15+”, for 15 and older, and this screening admits from 12 on."
    )
    assert not found("over the age", rated, event=Event(country="AU", admitted_from=15))
    assert not found("over the age", rated, event=Event(country="NZ", admitted_from=12))


def test_a_night_without_an_age_admits_everybody() -> None:
    advised = replace(ROOF, advisories=("16+",))
    (finding,) = found("over the age", advised)
    assert finding.sentence == "“Roof” is rated “16+”, for 16 and older, and this screening admits everybody."


def test_a_rating_that_nobody_can_read_or_that_is_only_another_country_s_is_noted_where_an_age_counts() -> (
    None
):
    event = Event(country="AU", admitted_from=12)
    strange = found("rating not known", replace(ROOF, ratings=("AU: CTC",)), event=event)
    assert strange[0].sentence == (
        "What “AU: CTC” of “Roof” means for guests from 12 on is not known; please look it up."
    )
    elsewhere = found("rating not known", replace(ROOF, ratings=("GB: 15",)), event=event)
    assert elsewhere[0].sentence == (
        "“Roof” has no rating in Australia; elsewhere it is “GB: 15”, and this screening admits from 12 on."
    )
    assert not found("rating not known", replace(ROOF, ratings=("GB: 15", "AU: M")), event=event)
    assert not found("rating not known", replace(ROOF, ratings=("AU: CTC",)), event=Event(country="AU"))


def test_a_film_that_the_town_has_seen_is_said_with_when_it_was() -> None:
    def said(seen: Seen) -> str:
        return found("shown in this town", ROOF, event=Event(town="Leura", seen={1: seen}))[0].sentence

    assert said(Seen(date(2026, 5, 3))).startswith("“Roof” was shown in Leura on 3 May 2026 already")
    assert said(Seen(date(2026, 5, 3), same_tour=True)).startswith(
        "“Roof” was shown in Leura on 3 May 2026 on this tour already"
    )
    assert said(Seen()).startswith("“Roof” was shown in Leura before")
    assert not found("shown in this town", film("Balance", 60, film_id=2), event=Event(seen={1: Seen()}))


def test_a_version_without_a_copy_is_said_once_copies_are_kept() -> None:
    (finding,) = found("no copy", replace(ROOF, copies=0, version_name="tour cut"))
    assert finding.sentence.startswith("No copy of “Roof” (tour cut) is known; please note one")
    assert not found("no copy", replace(ROOF, copies=None), replace(film("B", 60, film_id=2), copies=1))


def test_a_film_that_changed_since_it_was_put_in_is_said_longer_or_shorter() -> None:
    (longer,) = found("run-time changed", replace(ROOF, known_seconds=360))
    assert (longer.severity, longer.sentence) == (
        Severity.WARNING,
        "“Roof” lasts 10:00 now, 4:00 longer than the 6:00 for which it was put in.",
    )
    (shorter,) = found("run-time changed", replace(ROOF, known_seconds=605))
    assert (shorter.severity, shorter.sentence) == (
        Severity.NOTE,
        "“Roof” lasts 10:00 now, 0:05 shorter than the 10:05 for which it was put in.",
    )
    assert not found("run-time changed", replace(ROOF, known_seconds=600), film("B", 60, film_id=2))


def test_a_variation_behind_its_master_is_said() -> None:
    whole = Programme("Trails in Leura", (ROOF,), master=Master(1, "Trails", followed=3, revision=5))
    finding = next(one for one in running_order(whole, leura()).findings if one.rule == "behind the master")
    assert finding.sentence == (
        "“Trails”, of which this programme is a variation, was changed since; please follow it, or detach this "
        "programme from it."
    )
    detached = finding.ways[1].edit
    assert detached is not None
    assert detached(whole).master is None


def test_a_clock_time_that_comes_twice_says_which_one_is_meant() -> None:
    times = SlotTimes(clock("22:00"), clock("22:30"), clock("02:30"))
    slot = slot_on(date(2026, 10, 24), "Europe/Berlin", times)
    pinned = replace(film("Balance", 60), pinned=clock("02:10"))
    said = [finding.sentence for finding in found("time that comes twice", ROOF, pinned, slot=slot)]
    assert said == [
        "The curfew: the clock shows 02:30 twice in this night, and the first time (02:30 CEST) is meant.",
        "“Balance”: the clock shows 02:10 twice in this night, and the first time (02:10 CEST) is meant.",
    ]
    later = slot_on(
        date(2026, 10, 25), "Europe/Berlin", SlotTimes(clock("02:00"), clock("02:30"), clock("02:10"))
    )
    (_doors, _start, curfew) = found("time that comes twice", ROOF, slot=later)
    assert curfew.sentence == (
        "The curfew: the clock shows 02:10 twice in this night, and the second time (02:10 CET) is meant."
    )
    assert not found("time that comes twice", ROOF)


def test_a_missed_pin_says_by_how_much_and_a_long_wait_for_one_is_noted() -> None:
    (missed,) = sentences("pin missed", ROOF, replace(film("Balance", 60), pinned=clock("19:05")))
    assert missed == (
        "“Balance” is pinned to 19:05 but can start at 19:10 only, 5:00 late; please shorten what comes before it, or "
        "pin it later."
    )
    assert sentences("long wait", ROOF, replace(film("Balance", 60), pinned=clock("19:15"))) == [
        "Before “Balance”, which is pinned to 19:15, people wait 5:00."
    ]
    assert not sentences("long wait", ROOF, replace(film("Balance", 60), pinned=clock("19:14")))


def test_a_pin_outside_the_night_and_one_that_the_clocks_skip_are_said() -> None:
    (outside,) = found("pin not in the night", replace(ROOF, pinned=clock("18:30")))
    assert outside.sentence == (
        "“Roof” is pinned to 18:30, which is not between the start at 19:00 and the curfew at 22:15; please pin it to "
        "another time."
    )
    spring = slot_on(
        date(2026, 3, 28), "Europe/Berlin", SlotTimes(clock("22:00"), clock("23:00"), clock("05:00"))
    )
    (skipped,) = found("pin not in the night", replace(ROOF, pinned=clock("02:30")), slot=spring)
    assert "which the clocks skip in this night" in skipped.sentence


def test_an_elastic_item_at_its_bound_is_noted() -> None:
    questions = replace(other("qa", 600), least_seconds=300, most_seconds=1800)
    assert sentences("elastic at its bound", film("A", 60), questions) == [
        "“Qa” has 30:00, the most that it may have."
    ]
    assert sentences("elastic at its bound", film("A", 3 * 3600), questions) == [
        "“Qa” is down to 5:00, the least that it may have."
    ]
    assert not sentences("elastic at its bound", film("A", 3 * 3600 - 900), questions)


def test_what_elastic_items_can_give_keeps_rough_run_times_from_being_a_close_end() -> None:
    rough = film("Rough", 10_000, approximate=True)
    questions = replace(other("qa", 600), least_seconds=300, most_seconds=1800)
    assert not sentences("close end", rough, questions)
    assert sentences("close end", rough, replace(questions, least_seconds=790))


MENDED: list[tuple[str, Callable[[], Programme]]] = [
    ("overrun", lambda: programme(film("A", 3 * 3600 - 300), other("intermission", 900), film("B", 60))),
    ("overrun", lambda: programme(film("A", 9000), film("B", 2700), film("C", 120))),
    (
        "overrun",
        lambda: programme(
            film("A", 3000), replace(film("B", 3600), pinned=clock("21:10")), film("C", 1200), film("D", 60)
        ),
    ),
    ("no intermission", lambda: programme(film("A", 3600), film("B", 3600))),
    ("intermission first", lambda: programme(other("intermission", 900), film("B", 3600))),
    ("intermission last", lambda: programme(film("B", 3600), other("intermission", 900))),
    ("short intermission", lambda: programme(film("A", 60), other("intermission", 300), film("B", 60))),
    (
        "intermissions in a row",
        lambda: programme(
            film("A", 60), other("intermission", 900), other("intermission", 900, "again"), film("B", 60)
        ),
    ),
    ("same film twice", lambda: programme(ROOF, replace(ROOF, key="again"))),
    (
        "same director in a row",
        lambda: programme(film("A", 60, "Ann"), film("B", 60, "Ann"), film("C", 60, "Ben")),
    ),
    (
        "same director in a row",
        lambda: programme(
            film("Z", 60, "Cy"), film("C", 60, "Ben"), film("A", 60, "Ann"), film("B", 60, "Ann")
        ),
    ),
    (
        "uneven parts",
        lambda: programme(
            film("A", 1500), film("B", 1200), film("C", 700), other("intermission", 900), film("D", 900)
        ),
    ),
    (
        "uneven parts",
        lambda: programme(film("A", 900), other("intermission", 900), film("B", 1500), film("C", 1200)),
    ),
    (
        "close end",
        lambda: programme(film("A", 3 * 3600 - 1530, approximate=True), other("intermission", 1500)),
    ),
    ("run-time changed", lambda: programme(replace(ROOF, known_seconds=300))),
    ("pin missed", lambda: programme(ROOF, replace(film("B", 60), pinned=clock("19:05")))),
    ("pin not in the night", lambda: programme(replace(ROOF, pinned=clock("18:00")))),
    ("long wait", lambda: programme(ROOF, replace(film("B", 60), pinned=clock("19:55")))),
    (
        "longer than the intermission",
        lambda: programme(
            film("A", 60), other("intermission", 900), replace(film("N", 1000), inside="intermission"), ROOF
        ),
    ),
    (
        "elastic at its bound",
        lambda: programme(replace(other("qa", 60), least_seconds=60, most_seconds=600), film("A", 60)),
    ),
]


@pytest.mark.parametrize(("rule", "make"), MENDED)
def test_every_way_out_that_is_an_edit_leads_out(rule: str, make: Callable[[], Programme]) -> None:
    whole = make()
    finding = next(one for one in running_order(whole, leura()).findings if one.rule == rule)
    edits = [way.edit for way in finding.ways if way.edit is not None]
    assert edits
    for edit in edits:
        assert rule not in {one.rule for one in running_order(edit(whole), leura()).findings}


def test_every_way_out_is_an_edit_or_says_where_it_leads() -> None:
    bad = replace(
        ROOF,
        seconds=4 * 3600,
        approximate=True,
        copies=0,
        known_seconds=60,
        ratings=("AU: R18+",),
        version_name="cut",
    )
    whole = Programme(
        "Trails", (bad, film("Unknown", None, film_id=2)), master=Master(1, "Trails", followed=3, revision=5)
    )
    event = Event("Leura", "AU", 12, seen={1: Seen()})
    orders = (running_order(whole, leura(), event), running_order(Programme("Empty"), leura()))
    ways = [way for order in orders for finding in order.findings for way in finding.ways]
    assert {way.elsewhere for way in ways} == {*Elsewhere, None}
    for way in ways:
        assert (way.edit is None) is not (way.elsewhere is None)
