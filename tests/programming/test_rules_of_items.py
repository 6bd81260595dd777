"""What is said about items: what is missing, out of place, or comes twice."""

from tests.programming.evenings import film, found, leura, other, programme, sentences

from tourdesk.programming.checking import RULES
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.running_order import Severity, running_order

PAUSE = other("intermission", 900)


def test_a_good_evening_has_no_findings() -> None:
    items = (other("welcome", 300), film("One", 3000, "Ann"), PAUSE, film("Two", 3300, "Ben"))
    assert running_order(programme(*items, gap=20), leura()).findings == ()


def test_findings_carry_the_name_of_their_rule_in_the_order_of_the_table() -> None:
    items = (PAUSE, film("One", None, "Ann"), film("Two", 4 * 3600, "Ann", approximate=True))
    rules = [finding.rule for finding in running_order(programme(*items), leura()).findings]
    assert rules == [rule for rule in RULES if rule in rules]
    assert rules[0] == "overrun"


def test_every_finding_is_one_sentence_and_its_item_is_in_the_programme() -> None:
    items = (
        PAUSE,
        film("One", None, "Ann", film_id=1),
        film("Two", 4 * 3600, "Ann", film_id=2, approximate=True),
    )
    more = (film("Three", 0, film_id=2), other("intermission", 60, "p2"), other("intermission", 60, "p3"))
    keys = {item.key for item in (*items, *more)} | {None}
    findings = running_order(programme(*items, *more), leura()).findings
    assert len({finding.rule for finding in findings}) >= 9
    for finding in findings:
        assert finding.sentence.endswith(".")
        assert finding.item in keys


def test_an_empty_programme_is_said() -> None:
    (finding,) = running_order(programme(), leura()).findings
    assert finding.rule == "empty"
    assert finding.sentence == "The programme is empty; please put a film into it."


def test_an_unknown_run_time_names_the_item() -> None:
    (finding,) = found("run-time unknown", film("Roof", None))
    assert (finding.severity, finding.item) == (Severity.WARNING, "Roof")
    assert finding.sentence == "How long “Roof” lasts is not known; it is counted as nothing."


def test_an_approximate_run_time_is_a_note() -> None:
    (finding,) = found("run-time approximate", film("Roof", 3180, approximate=True), film("Exact", 60))
    assert (finding.severity, finding.item) == (Severity.NOTE, "Roof")


def test_an_unknown_run_time_is_not_called_approximate_as_well() -> None:
    assert not found("run-time approximate", film("Roof", None, approximate=True))


def test_an_item_that_takes_no_time_is_named_with_its_clock_time() -> None:
    assert sentences("takes no time", film("Roof", 600), other("trailer", 0), film("Nil", 0)) == [
        "“Trailer” at 19:10 takes no time; please give it a duration.",
        "“Nil” at 19:10 takes no time; please check its run-time.",
    ]


def test_an_intermission_of_no_time_is_told_once() -> None:
    items = (film("One", 60), other("intermission", 0), film("Two", 60))
    assert not found("takes no time", *items)
    assert found("short intermission", *items)


def test_an_item_without_a_title_is_named_by_its_kind() -> None:
    untitled = Item("k", ItemKind.SPONSOR_SPOT, "  ", 0)
    assert sentences("takes no time", untitled)[0].startswith("“sponsor spot” at 19:00")


def test_an_intermission_first_or_last_is_out_of_place() -> None:
    first = found("intermission first", PAUSE, film("One", 60))
    last = found("intermission last", film("One", 60), PAUSE)
    assert [finding.item for finding in (*first, *last)] == ["intermission", "intermission"]
    assert not found("intermission first", film("One", 60), PAUSE)
    assert not found("intermission last", PAUSE, film("One", 60))


def test_an_evening_of_nothing_but_an_intermission_is_told_once() -> None:
    assert found("intermission first", PAUSE)
    assert not found("intermission last", PAUSE)


def test_two_intermissions_in_a_row_name_the_second() -> None:
    items = (film("One", 600), PAUSE, other("intermission", 900, "again"), film("Two", 600))
    (finding,) = found("intermissions in a row", *items)
    assert finding.item == "again"
    assert finding.sentence == (
        "The intermission at 19:25 follows another one; please remove one of them, or put something between."
    )


def test_two_films_in_a_row_by_one_director_are_noted() -> None:
    (finding,) = found("same director in a row", film("One", 60, "Ann Li"), film("Two", 60, "Bo", "Ann Li"))
    assert (finding.severity, finding.item) == (Severity.NOTE, "Two")
    assert finding.sentence == "“Two” follows “One”, also by Ann Li."


def test_the_same_director_is_seen_across_a_spot_and_whatever_the_accents() -> None:
    items = (film("One", 60, "José Núñez"), other("spot", 30), film("Two", 60, "Jose NUNEZ"))
    assert found("same director in a row", *items)


def test_films_by_one_director_with_another_film_between_are_not_spoken_of() -> None:
    items = (film("One", 60, "Ann"), film("Two", 60, "Bo"), film("Three", 60, "Ann"))
    assert not found("same director in a row", *items)


def test_films_without_a_director_share_none() -> None:
    assert not found("same director in a row", film("One", 60), film("Two", 60))


def test_a_film_that_comes_again_names_both_times() -> None:
    again = Item("again", ItemKind.FILM, "One", 500, film_id=1, version_id=9, directors=("Ann",))
    items = (film("One", 600, "Ann", film_id=1), again)
    (finding,) = found("same film twice", *items)
    assert (finding.severity, finding.item) == (Severity.WARNING, "again")
    assert finding.sentence == "“One” at 19:10 was shown at 19:00 already."
    assert not found("same director in a row", *items)
