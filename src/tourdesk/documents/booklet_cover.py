"""The cover of the booklet: the tour, the opening film's still, when and where."""

from collections.abc import Mapping
from dataclasses import replace

from tourdesk.documents import wording
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Column, Picture, Row, Rule, Space
from tourdesk.documents.programme_head import address, clocks, evening_name_row, fact
from tourdesk.documents.theme import INK, Area
from tourdesk.foundation.language import _
from tourdesk.programming.programme import ItemKind

_WHITE = 18.0
_SLACK = 0.5
"""What sums of heights may be off by."""
_LEAST = 120.0
"""A still lower than this looks like a strip: it is left out."""
_TALLEST = 1.0
"""A still's height by its width, at the most."""
_CLOCK_STEP = 76.0


def cover_rows(evening: Evening, stills: Mapping[int, bytes], area: Area) -> list[Row]:
    """The cover; the still has the room that the words leave, or there is white in its place."""
    name, facts = evening_name_row(evening, area.width), _facts(evening, area.width)
    words = name.height + sum(row.before + row.height for row in facts)
    room = area.height - words - _WHITE - _SLACK
    if room < _LEAST:
        return [name, *facts]
    high = min(room, area.width * _TALLEST)
    opening = opening_film(evening, stills)
    if opening is None:
        facts[0] = replace(facts[0], before=room + _WHITE)
        return [name, *facts]
    still = (Space(room - high), Picture(stills[opening], area.width, high))
    return [name, Row((Column(0, still, together=2),), before=_WHITE), *facts]


def opening_film(evening: Evening, stills: Mapping[int, bytes]) -> int | None:
    """The id of the film whose still opens the evening: the first of those that have one."""
    films = (timed.item.film_id for timed in evening.order.items if timed.item.kind is ItemKind.FILM)
    return next((one for one in films if one is not None and one in stills), None)


def _facts(evening: Evening, measure: float) -> list[Row]:
    screening = evening.screening
    when = fact(_("When"), wording.day(screening.night), measure, [])
    where = fact(_("Where"), screening.venue.name, measure, address(evening))
    times = tuple(
        Column(place * _CLOCK_STEP, fact(word, at, _CLOCK_STEP, []), together=3)
        for place, (word, at) in enumerate(clocks(evening))
    )
    return [
        Row((Column(0, (Rule(measure, 0.6, INK),)),), before=_WHITE, with_next=True),
        Row((Column(0, when, together=3),), before=9, with_next=True),
        Row(times, before=9),
        Row((Column(0, where, together=3),), before=9),
    ]
