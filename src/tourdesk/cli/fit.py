"""`tourdesk fit REQUEST.json`: programmes for a request that carries its films."""

import argparse
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from tourdesk.cli.common import database_option, json_option, print_json
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, decimal, exact, later, n_
from tourdesk.programming.fit import Answer, Request, as_json, read, solve
from tourdesk.programming.fit.answer import Relaxed, Status
from tourdesk.programming.fit.request import Wish
from tourdesk.programming.fit.wording import in_words

_STATUS: dict[Status, str] = {
    "optimal": later("optimal"),
    "feasible": later("feasible"),
    "impossible": later("impossible"),
}


def add(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    parser = groups.add_parser(
        "fit",
        help="find the best programmes that keep the rules of a request, or which rules clash",
        epilog="example: tourdesk fit request.json --json",
    )
    parser.add_argument(
        "request", metavar="REQUEST.json", help="films, evening and rules; - reads standard input"
    )
    json_option(parser)
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the answer; that there is no programme is an answer too."""
    request = read(_content(str(args.request)))
    answer = solve(request)
    if args.json:
        print_json(as_json(answer))
    else:
        _print_text(request, answer)
    return 0


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise ProblemForUser(
            _(
                "{name} cannot be read: {reason}; please give the file of a request.",
                name=name,
                reason=error.strerror,
            )
        ) from error


def _print_text(request: Request, answer: Answer) -> None:
    print(_("{status} in {seconds} s", status=_(_STATUS[answer.status]), seconds=decimal(answer.seconds, 2)))
    if not answer.programmes:
        print(answer.sentence)
    for n, programme in enumerate(answer.programmes, 1):
        print(f"\n{n}. {programme.why}")
        for night, (parts, seconds) in enumerate(
            zip(programme.nights, programme.night_seconds, strict=True), 1
        ):
            length = clock_text(seconds)
            several = len(programme.nights) > 1
            print("  ", _("night {number}, {length}", number=night, length=length) if several else length)
            for part in parts:
                print(
                    *(
                        f"      {clock_text(request.by_id[i].seconds):>8}  {request.by_id[i].title}"
                        for i in part
                    ),
                    sep="\n",
                )
                print()
    for one in answer.relax:
        print(f"   {_relaxed(request, one)}")


def _relaxed(request: Request, one: Relaxed) -> str:
    rule = in_words(request, one.rule)
    if one.then is None:
        return _("{rule}: {by}", rule=rule, by=one.by)
    then = ", ".join(_amount(wish, amount) for wish, amount in zip(request.prefer, one.then, strict=True))
    return _("{rule}: {by} Without it altogether: {then}.", rule=rule, by=one.by, then=then)


def _amount(wish: Wish, amount: Decimal) -> str:
    match wish:
        case "value":
            return _("worth {value}", value=exact(amount))
        case "fill":
            return _("{length} of films", length=clock_text(int(amount)))
        case "least_change":
            return n_("{n} change", "{n} changes", int(amount))
