"""A programme on its nights as JSON; names of keys stay as they are, for other programs rely on them."""

from collections.abc import Sequence
from datetime import datetime

from tourdesk.programming.difference import Difference, difference
from tourdesk.programming.programme import Programme
from tourdesk.programming.publishing import Published
from tourdesk.programming.running_order import Finding, RunningOrder, TimedItem
from tourdesk.programming.telling import told
from tourdesk.touring.night import Screening

Night = tuple[Screening, RunningOrder]


def programme_json(
    programme: Programme,
    nights: Sequence[Night],
    published: Sequence[Published],
    from_master: Difference | None,
) -> dict[str, object]:
    """The programme, what it varies, what was published of it, and each night that shows it."""
    master = programme.master
    return {
        "programme": programme.name,
        "revision": programme.revision,
        "master": None
        if master is None or from_master is None
        else {"programme": master.name, "ahead": master.ahead, "differences": told(from_master)},
        "published": [
            {
                "number": one.number,
                "at": one.at.isoformat(),
                "by": one.who,
                "changed_since": told(difference(one.programme, programme)),
            }
            for one in published
        ],
        "screenings": [_night(screening, order) for screening, order in nights],
    }


def _night(screening: Screening, order: RunningOrder) -> dict[str, object]:
    def at(instant: datetime) -> str:
        return screening.slot.local(instant).isoformat()

    return {
        "screening": screening.label,
        "zone": screening.slot.zone,
        "admitted_from": screening.age,
        "start": at(order.start),
        "end": at(order.end),
        "must_end": at(screening.slot.must_end),
        "seconds": order.seconds,
        "film_seconds": order.film_seconds,
        "margin_seconds": order.margin,
        "exact": order.exact,
        "parts": [
            {"number": part.number, "seconds": part.seconds, "film_seconds": part.film_seconds, "films": part.films}
            for part in order.parts
        ],
        "items": [_item(timed, order) | {"start": at(timed.start), "end": at(timed.end)} for timed in order.items],
        "findings": [_finding(finding, order) for finding in order.findings],
    }  # fmt: skip


def _item(timed: TimedItem, order: RunningOrder) -> dict[str, object]:
    item = timed.item
    return {
        "kind": item.kind.value,
        "title": item.title,
        "part": timed.part,
        "during": _title(order, item.inside),
        "seconds": item.seconds,
        "approximate": item.approximate,
        "least_seconds": item.least_seconds,
        "most_seconds": item.most_seconds,
        "gap_after_seconds": timed.gap_after,
        "pinned": item.pinned.isoformat() if item.pinned is not None else None,
        "waiting_seconds": timed.waiting,
        "late_seconds": timed.late,
    }


def _finding(finding: Finding, order: RunningOrder) -> dict[str, object]:
    return {
        "item": _title(order, finding.item),
        "items": [_title(order, key) for key in finding.items],
        "rule": finding.rule,
        "sentence": finding.sentence,
        "severity": finding.severity.value,
        "ways_out": [way.name for way in finding.ways],
    }


def _title(order: RunningOrder, key: str | None) -> str | None:
    return next((timed.item.title for timed in order.items if timed.item.key == key), None)
