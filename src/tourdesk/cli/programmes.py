"""`tourdesk programmes`: show and check a programme on the nights that show it."""

import argparse
from datetime import datetime
from typing import Any

from tourdesk.cli.common import complain, database_option, json_option, print_json
from tourdesk.desks import Desks
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming.programme import Programme
from tourdesk.programming.running_order import RunningOrder, Severity, running_order
from tourdesk.touring.night import Screening

Night = tuple[Screening, RunningOrder]


def add(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add the command group."""
    parser = groups.add_parser(
        "programmes",
        help="show and check programmes",
        epilog="example: tourdesk programmes show 'Friday night'",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    show = commands.add_parser(
        "show",
        help="the running order with clock times, for each night that shows it",
        epilog="example: tourdesk programmes show 'Friday night'",
    )
    check = commands.add_parser(
        "check",
        help="what stands against the evening; exits 1 when a rule is broken or it overruns",
        epilog="example: tourdesk programmes check 'Friday night' && echo ready",
    )
    for command, run in ((show, run_show), (check, run_check)):
        command.add_argument("name", metavar="NAME")
        json_option(command)
        database_option(command)
        command.set_defaults(run=run)


def run_show(args: argparse.Namespace) -> int:
    """Print the running order of each night."""
    programme, nights = _nights(args)
    if args.json:
        print_json(_json(programme, nights))
        return 0
    for screening, order in nights:
        print(f"{programme.name} · {screening.label} · {screening.venue.name}, {screening.hall.name}")
        _print_order(screening, order)
    return 0


def run_check(args: argparse.Namespace) -> int:
    """Print the findings of each night; 1 when one of them is an error."""
    programme, nights = _nights(args)
    if args.json:
        print_json(_json(programme, nights))
    else:
        for screening, order in nights:
            end = screening.slot.local(order.end)
            print(f"{screening.label}: ends {end:%H:%M:%S}, {_margin(order)}")
            for finding in order.findings:
                print(f"  {finding.severity.value}: {finding.sentence}")
    broken = [
        finding for _, order in nights for finding in order.findings if finding.severity is Severity.ERROR
    ]
    if broken:
        complain(
            broken[0].sentence if len(broken) == 1 else f"{len(broken)} rules are broken; see the list above."
        )
    return 1 if broken else 0


def _nights(args: argparse.Namespace) -> tuple[Programme, list[Night]]:
    desks: Desks = args.surroundings.open_desks(args.database, False)
    programme = desks.programming.find(args.name)
    assert programme.id is not None  # noqa: S101 - it was found
    screenings = desks.touring.screenings_of(programme.id)
    if not screenings:
        raise ProblemForUser(
            f"No screening shows “{programme.name}” yet, so it has no clock; please choose it for a night in the window."
        )
    return programme, [(screening, running_order(programme, screening.slot)) for screening in screenings]


def _print_order(screening: Screening, order: RunningOrder) -> None:
    local = screening.slot.local
    part = None
    for timed in order.items:
        if timed.part is not None and timed.part != part:
            part = timed.part
            total = order.parts[part]
            print(f"  ── part {part + 1} of {len(order.parts)} · {clock_text(total.seconds)}")
        length = "?" if timed.item.seconds is None else clock_text(timed.item.seconds)
        mark = "≈" if timed.item.approximate else " "
        print(f"  {local(timed.start):%H:%M:%S}  {mark}{length:>8}  {timed.item.title}")
    print(f"  {local(order.end):%H:%M:%S}  end, {_margin(order)}")
    for finding in order.findings:
        print(f"  {finding.severity.value}: {finding.sentence}")


def _margin(order: RunningOrder) -> str:
    if order.margin < 0:
        return f"{clock_text(-order.margin)} after it must"
    return f"{clock_text(order.margin)} before it must"


def _json(programme: Programme, nights: list[Night]) -> dict[str, object]:
    return {
        "programme": programme.name,
        "screenings": [_night_json(screening, order) for screening, order in nights],
    }


def _night_json(screening: Screening, order: RunningOrder) -> dict[str, object]:
    def at(instant: datetime) -> str:
        return screening.slot.local(instant).isoformat()

    return {
        "screening": screening.label,
        "zone": screening.slot.zone,
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
        "items": [
            {
                "kind": timed.item.kind.value,
                "title": timed.item.title,
                "part": timed.part,
                "start": at(timed.start),
                "end": at(timed.end),
                "seconds": timed.item.seconds,
                "approximate": timed.item.approximate,
                "gap_after_seconds": timed.gap_after,
            }
            for timed in order.items
        ],
        "findings": [
            {"item": _title(order, finding.item), "rule": finding.rule, "sentence": finding.sentence,
             "severity": finding.severity.value}
            for finding in order.findings
        ],
    }  # fmt: skip


def _title(order: RunningOrder, key: str | None) -> str | None:
    return next((timed.item.title for timed in order.items if timed.item.key == key), None)
