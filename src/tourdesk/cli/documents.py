"""`tourdesk documents`: write the papers of a night."""

import argparse
import sys
from pathlib import Path
from typing import Any

from tourdesk.cli.common import database_option
from tourdesk.desks import Desks
from tourdesk.documents.kinds import KINDS, unprintable
from tourdesk.documents.theme import Paper
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.files import write_whole
from tourdesk.touring.night import Screening


def add(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    parser = groups.add_parser(
        "documents",
        help="write a paper of a night as PDF",
        epilog="example: tourdesk documents programme 'Friday night' -o programme.pdf",
    )
    parser.add_argument("kind", choices=sorted(KINDS), metavar="KIND", help=", ".join(sorted(KINDS)))
    parser.add_argument("name", metavar="NAME", help="the programme's name")
    parser.add_argument("-o", "--output", required=True, metavar="FILE.pdf")
    parser.add_argument("--paper", choices=[paper.name.lower() for paper in Paper], default="a4")
    parser.add_argument(
        "--night",
        type=int,
        metavar="N",
        default=1,
        help="which of the screenings that show it, 1 is the first",
    )
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make one document and write it whole."""
    kind, paper = KINDS[args.kind], Paper[args.paper.upper()]
    if paper not in kind.papers:
        names = ", ".join(one.name.lower() for one in kind.papers)
        raise ProblemForUser(
            f"The {kind.title.lower()} is not made on {args.paper}; please choose one of {names}."
        )
    desks: Desks = args.surroundings.open_desks(args.database, False)
    screening = _screening(desks, args.name, args.night)
    assert screening.id is not None  # noqa: S101 - it was read from the database
    evening = desks.evening(screening.id)
    write_whole(Path(args.output), kind.make(evening, paper))
    for sentence in unprintable(evening):
        print(sentence, file=sys.stderr)
    return 0


def _screening(desks: Desks, name: str, number: int) -> Screening:
    programme = desks.programming.find(name)
    assert programme.id is not None  # noqa: S101 - it was found
    screenings = desks.touring.screenings_of(programme.id)
    if not 1 <= number <= len(screenings):
        count = f"{len(screenings)} screenings show" if screenings else "No screening shows"
        raise ProblemForUser(
            f"{count} “{programme.name}”; please name one of them with --night, or choose it for a night in the window."
        )
    return screenings[number - 1]
