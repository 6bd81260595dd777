"""`tourdesk ballots`: the committee's ballots as a spreadsheet, out and in, and as a sheet to print."""

import argparse
from pathlib import Path
from typing import Any

from tourdesk.cli.common import asked, complain, database_option
from tourdesk.desks import Desks
from tourdesk.documents.kinds import committee_ballot
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.foundation.files import write_whole
from tourdesk.foundation.language import _, n_
from tourdesk.library.committee.ballot_changes import BallotChanges
from tourdesk.library.committee.ballot_reading import read_ballot_file
from tourdesk.library.committee.verdicts import in_words


def add(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add the command group."""
    parser = groups.add_parser(
        "ballots",
        help="the committee's ballots: write, read back, print",
        epilog="example: tourdesk ballots export ballots.csv",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    export = commands.add_parser(
        "export",
        help="write the ballots as CSV, a row for each film and three columns for each member",
        epilog="example: tourdesk ballots export ballots.csv --member 'Anna Weir'",
    )
    export.add_argument("file", metavar="FILE.csv")
    export.add_argument(
        "--member",
        action="append",
        default=[],
        metavar="NAME",
        help="only this member's columns; may be given again (default: all who are on the committee)",
    )
    _which_films(export)
    database_option(export)
    export.set_defaults(run=run_export)

    taking = commands.add_parser(
        "import",
        help="read ballots from CSV or XLSX, show what they change, and save it",
        epilog="example: tourdesk ballots import ballots.csv --yes",
    )
    taking.add_argument("file", metavar="FILE")
    taking.add_argument("--yes", action="store_true", help="save without asking")
    database_option(taking)
    taking.set_defaults(run=run_import)

    sheet = commands.add_parser(
        "print",
        help="write a sheet for the committee to fill in by hand, as PDF",
        epilog="example: tourdesk ballots print -o ballot.pdf --paper letter",
    )
    sheet.add_argument("-o", "--output", required=True, metavar="FILE.pdf")
    sheet.add_argument("--paper", choices=[paper.name.lower() for paper in OFFICE], default="a4")
    _which_films(sheet)
    database_option(sheet)
    sheet.set_defaults(run=run_print)


def _which_films(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--search", default="", metavar="TEXT")
    parser.add_argument("--section", metavar="S")
    parser.add_argument("--tag", metavar="T")


def run_export(args: argparse.Namespace) -> int:
    """Write the ballots of all films, or of those that are searched for."""
    desks: Desks = args.surroundings.open_desks(args.database, False)
    write_whole(Path(args.file), desks.committee.ballots(_films(desks, args), args.member))
    return 0


def run_import(args: argparse.Namespace) -> int:
    """Read ballots, show what would change, and save all of it or nothing."""
    reading = read_ballot_file(Path(args.file))
    desks: Desks = args.surroundings.open_desks(args.database, False)
    compared = desks.committee.compare(reading)
    changes = compared.changes(compared.proposed)
    _print_changes(args.file, changes)
    for name, member in compared.proposed.items():
        if member != name:
            print(_("“{name}” was taken for {member}", name=name, member=member))
    if not changes.changes:
        print(_("Nothing new; nothing was saved."))
        return 0
    if not args.yes and not asked(_("Save this?")):
        complain(_("nothing was saved; add --yes to save without being asked."))
        return 1
    desks.committee.mark_as(changes.marks)
    print(n_("Saved: {n} verdict.", "Saved: {n} verdicts.", len(changes.changes)))
    return 0


def run_print(args: argparse.Namespace) -> int:
    """Write the sheet on which a member of the committee marks the films by hand."""
    desks: Desks = args.surroundings.open_desks(args.database, False)
    with desks.database.reading():
        wanted = _films(desks, args)
        films = desks.library.films(wanted)
        tour = desks.touring.tour()
    data = committee_ballot([films[film_id] for film_id in wanted], tour, Paper[args.paper.upper()])
    write_whole(Path(args.output), data)
    return 0


def _films(desks: Desks, args: argparse.Namespace) -> list[int]:
    return [row.id for row in desks.library.rows(args.search, args.section, args.tag)]


def _print_changes(file: str, changes: BallotChanges) -> None:
    for problem in changes.problems:
        print(_("{file}, row {row}: {message}", file=file, row=problem.row, message=problem.message))
    for change in changes.changes:
        after = in_words(change.after)
        if change.before:
            before = in_words(change.before)
            print(f"changed  {change.title}  {change.member}: {before} → {after}")
        else:
            print(f"new      {change.title}  {change.member}: {after}")
    for name in changes.joining:
        print(f"member   {name}")
    if changes.same:
        print(n_("{n} verdict is known already.", "{n} verdicts are known already.", changes.same))
