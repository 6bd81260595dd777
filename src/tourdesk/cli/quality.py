"""`tourdesk films check`: what is wanting in the catalogue."""

import argparse
from typing import Any

from tourdesk.cli.common import database_option, json_option, print_json
from tourdesk.desks import Desks
from tourdesk.foundation.language import _
from tourdesk.library.quality import HEADINGS, Finding


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to the group `films`."""
    parser = commands.add_parser(
        "check",
        help=_("say what is wanting in the catalogue; exit status 1 when something is"),
        epilog="example: tourdesk films check --json",
    )
    json_option(parser)
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every finding, grouped by its kind."""
    desks: Desks = args.surroundings.open_desks(args.database, False)
    groups = desks.quality.report()
    total = sum(group.count for group in groups)
    if args.json:
        print_json(
            {
                "counts": {str(group.kind): group.count for group in groups},
                "findings": [_as_json(finding) for group in groups for finding in group.findings],
            }
        )
        return 1 if total else 0
    for group in groups:
        if group.count:
            print(_("{heading}: {count}", heading=_(HEADINGS[group.kind]), count=group.count))
        for finding in group.findings:
            print(f"  {finding.title}{_in_brackets(finding.year)}{_after(finding.detail)}")
    if not total:
        print(_("Nothing is wanting in the catalogue."))
    return 1 if total else 0


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "kind": str(finding.kind),
        "film": finding.film_id,
        "title": finding.title,
        "year": finding.year,
        "field": finding.field,
        "detail": finding.detail,
    }


def _in_brackets(year: int | None) -> str:
    return f" ({year})" if year else ""


def _after(detail: str) -> str:
    return f": {detail}" if detail else ""
