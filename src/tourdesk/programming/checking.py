"""All rules that an evening is checked by, by name. A new rule is a function and a line in the table."""

from collections.abc import Mapping
from types import MappingProxyType

from tourdesk.programming import rules_of_items, rules_of_time
from tourdesk.programming.findings import Evening, Finding, Rule

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "overrun": rules_of_time.overrun,
        "close end": rules_of_time.close_end,
        "slot out of order": rules_of_time.slot_out_of_order,
        "empty": rules_of_items.empty,
        "run-time unknown": rules_of_items.runtime_unknown,
        "takes no time": rules_of_items.no_length,
        "no intermission": rules_of_time.no_intermission,
        "long part": rules_of_time.long_part,
        "intermission first": rules_of_items.intermission_first,
        "intermission last": rules_of_items.intermission_last,
        "intermissions in a row": rules_of_items.intermissions_in_a_row,
        "short intermission": rules_of_time.short_intermission,
        "same film twice": rules_of_items.same_film_twice,
        "uneven parts": rules_of_time.uneven_parts,
        "same director in a row": rules_of_items.same_director_in_a_row,
        "run-time approximate": rules_of_items.runtime_approximate,
    }
)
"""Rule name to rule, in the order in which findings are listed: what breaks the night first."""


def check(evening: Evening) -> tuple[Finding, ...]:
    """What all rules find, in the order of the table and then of the evening."""
    return tuple(
        Finding(name, found.sentence, found.severity, found.item)
        for name, rule in RULES.items()
        for found in rule(evening)
    )
