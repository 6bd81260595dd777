"""All rules that an evening is checked by, by name. A new rule is a function and a line in the table."""

from collections.abc import Mapping
from types import MappingProxyType

from tourdesk.foundation.language import later
from tourdesk.programming import (
    rules_of_films,
    rules_of_intermissions,
    rules_of_items,
    rules_of_licences,
    rules_of_nights,
    rules_of_time,
)
from tourdesk.programming.findings import Evening, Finding, Rule

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        later("overrun"): rules_of_time.overrun,
        later("close end"): rules_of_time.close_end,
        later("slot out of order"): rules_of_nights.slot_out_of_order,
        later("changeover"): rules_of_nights.changeover,
        later("pin missed"): rules_of_time.pin_missed,
        later("pin not in the night"): rules_of_time.pin_not_in_the_night,
        later("empty"): rules_of_items.empty,
        later("run-time unknown"): rules_of_items.runtime_unknown,
        later("run-time changed"): rules_of_films.runtime_changed,
        later("takes no time"): rules_of_items.no_length,
        later("no copy"): rules_of_films.no_copy,
        later("not licensed"): rules_of_licences.not_licensed,
        later("over the budget"): rules_of_licences.over_the_budget,
        later("over the age"): rules_of_nights.over_the_age,
        later("rating not known"): rules_of_nights.rating_not_known,
        later("shown in this town"): rules_of_nights.shown_in_this_town,
        later("no intermission"): rules_of_time.no_intermission,
        later("long part"): rules_of_time.long_part,
        later("intermission first"): rules_of_intermissions.intermission_first,
        later("intermission last"): rules_of_intermissions.intermission_last,
        later("intermissions in a row"): rules_of_intermissions.intermissions_in_a_row,
        later("short intermission"): rules_of_intermissions.short_intermission,
        later("longer than the intermission"): rules_of_intermissions.nested_too_long,
        later("same film twice"): rules_of_films.same_film_twice,
        later("behind the master"): rules_of_items.behind_the_master,
        later("uneven parts"): rules_of_time.uneven_parts,
        later("same director in a row"): rules_of_films.same_director_in_a_row,
        later("elastic at its bound"): rules_of_items.elastic_at_its_bound,
        later("long wait"): rules_of_time.long_wait,
        later("time that comes twice"): rules_of_nights.time_that_comes_twice,
        later("run-time approximate"): rules_of_items.runtime_approximate,
    }
)
"""Rule name to rule, in the order in which findings are listed: what breaks the night first."""


def check(evening: Evening) -> tuple[Finding, ...]:
    """What all rules find, in the order of the table and then of the evening."""
    return tuple(
        Finding(name, found.sentence, found.severity, found.items, found.ways)
        for name, rule in RULES.items()
        for found in rule(evening)
    )
