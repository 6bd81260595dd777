"""`tourdesk sample`: makes the sample tour."""

import argparse
from typing import Any

from tourdesk.cli.common import Bar, database_option
from tourdesk.sample import load_sample


def add(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    parser = groups.add_parser(
        "sample",
        help="make the sample tour: films, a stop with screenings, programmes, sponsors",
        epilog="example: tourdesk sample --database trails.tourdesk",
    )
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Put the sample tour into an empty or new database."""
    desks = args.surroundings.open_desks(args.database, True)
    load_sample(desks, Bar("making the sample tour"))
    films, screenings = len(desks.library.rows()), len(desks.touring.screenings())
    print(f"{desks.database.label}: {films} films, {screenings} screenings")
    return 0
