"""Clock times and lengths as people type them."""

from datetime import time

import pytest

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.programme.typed import parse_clock


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20:00", time(20)),
        ("20.15", time(20, 15)),
        ("2030", time(20, 30)),
        ("8", time(8)),
        ("20h15", time(20, 15)),
        ("20:00:30", time(20, 0, 30)),
        ("8pm", time(20)),
        ("8:30 PM", time(20, 30)),
        ("8.30 p.m.", time(20, 30)),
        ("12 am", time(0)),
        ("12:30 pm", time(12, 30)),
        ("12:30 a. m.", time(0, 30)),
    ],
)
def test_a_clock_time_is_read_as_people_type_it(typed: str, meant: time) -> None:
    assert parse_clock(typed) == meant


@pytest.mark.parametrize("typed", ["", "x", "24:00", "20:60", "13 pm", "0 am", "8 p", "8 m", "pm", "8 pmm"])
def test_what_is_no_clock_time_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(ProblemForUser, match="is no clock time; please type one such as 20:00"):
        parse_clock(typed)
