"""`tourdesk programmes`: show and check a programme on the nights that show it."""

import argparse
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tourdesk.cli.common import complain, database_option, json_option, print_json
from tourdesk.cli.programme_json import Night, programme_json
from tourdesk.desks import Desks
from tourdesk.foundation.dates import day_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.programming.difference import Difference, difference
from tourdesk.programming.programme import Programme
from tourdesk.programming.publishing import Published
from tourdesk.programming.running_order import RunningOrder, Severity, TimedItem, running_order
from tourdesk.programming.telling import told
from tourdesk.touring.night import Screening


@dataclass(frozen=True, slots=True)
class Shown:
    """A programme with all that is told of it; `from_master` is None when it varies none."""

    programme: Programme
    nights: list[Night]
    published: list[Published]
    from_master: Difference | None


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
    shown = _shown(args)
    if args.json:
        _print_json(shown)
        return 0
    _print_links(shown)
    for screening, order in shown.nights:
        place = f"{screening.venue.name}, {screening.hall.name}"
        print(f"{shown.programme.name} · {screening.label} · {place}")
        _print_order(screening, order)
    return 0


def run_check(args: argparse.Namespace) -> int:
    """Print the findings of each night; 1 when one of them is an error."""
    shown = _shown(args)
    if args.json:
        _print_json(shown)
    else:
        for screening, order in shown.nights:
            end = _clock(screening, order.end)
            print(_("{night}: ends {end}, {margin}", night=screening.label, end=end, margin=_margin(order)))
            _print_findings(order)
    broken = [
        finding
        for _night, order in shown.nights
        for finding in order.findings
        if finding.severity is Severity.ERROR
    ]
    if broken:
        complain(
            broken[0].sentence
            if len(broken) == 1
            else _("{count} rules are broken; see the list above.", count=len(broken))
        )
    return 1 if broken else 0


def _shown(args: argparse.Namespace) -> Shown:
    desks: Desks = args.surroundings.open_desks(args.database, False)
    with desks.database.reading():
        programme = desks.programming.find(args.name)
        assert programme.id is not None  # noqa: S101 - it was found
        screenings = desks.touring.screenings_of(programme.id)
        if not screenings:
            raise ProblemForUser(
                _(
                    "No screening shows “{name}” yet, so it has no clock; please choose it for a night in the window.",
                    name=programme.name,
                )
            )
        return Shown(
            programme,
            [(one, running_order(programme, one.slot, desks.touring.event(one))) for one in screenings],
            desks.programming.published(programme.id),
            None if programme.master is None else desks.programming.difference_from_master(programme.id),
        )


def _print_json(shown: Shown) -> None:
    print_json(programme_json(shown.programme, shown.nights, shown.published, shown.from_master))


def _print_links(shown: Shown) -> None:
    """What the programme varies, and what was published of it last."""
    master = shown.programme.master
    if master is not None and shown.from_master is not None:
        print(_("A variation of “{master}”:", master=master.name))
        _print_told(shown.from_master)
    if shown.published:
        last = shown.published[-1]
        print(
            _(
                "Published as number {number} on {day} by {who}; since then:",
                number=last.number,
                day=day_text(last.at.date()),
                who=last.who,
            )
        )
        _print_told(difference(last.programme, shown.programme))


def _print_told(changes: Difference) -> None:
    for sentence in told(changes) or [_("Nothing differs.")]:
        print(f"  {sentence}")


def _print_order(screening: Screening, order: RunningOrder) -> None:
    part = None
    day = screening.night
    for timed in order.items:
        if timed.item.inside is None and screening.slot.local(timed.start).date() != day:
            day = screening.slot.local(timed.start).date()
            print(f"  ── {day_text(day)}")
        if timed.part is not None and timed.part != part:
            part = timed.part
            total = order.parts[part]
            parts = {"number": part + 1, "parts": len(order.parts), "length": clock_text(total.seconds)}
            print("  ── " + _("part {number} of {parts} · {length}", **parts))
        _print_item(screening, timed)
    print(f"  {_clock(screening, order.end)}  " + _("end, {margin}", margin=_margin(order)))
    _print_findings(order)


def _print_item(screening: Screening, timed: TimedItem) -> None:
    item = timed.item
    length = "?" if item.seconds is None else clock_text(item.seconds)
    sign = "≈" if item.approximate else "~" if item.elastic else " "
    indent = "" if item.inside is None else "  "
    pin = " @" if item.pinned is not None else ""
    if timed.waiting:
        print(f"  {'':8}  {clock_text(timed.waiting):>9}  " + _("waiting"))
    print(f"  {_clock(screening, timed.start)}  {sign}{length:>8}  {indent}{item.title}{pin}")


def _print_findings(order: RunningOrder) -> None:
    for finding in order.findings:
        print(f"  {finding.severity.value}: {finding.sentence}")
        for way in finding.ways:
            print(f"    › {way.name}")


def _clock(screening: Screening, instant: datetime) -> str:
    """The venue's clock; what tells it apart where the clock shows that time twice in the night."""
    return f"{screening.slot.local(instant):%H:%M:%S}{screening.slot.letters(instant)}"


def _margin(order: RunningOrder) -> str:
    if order.margin < 0:
        return _("{length} after it must", length=clock_text(-order.margin))
    return _("{length} before it must", length=clock_text(order.margin))
