"""`tourdesk documents`: write the papers of a night, and those of the library."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tourdesk.cli.common import Bar, database_option
from tourdesk.desks import Desks
from tourdesk.documents.kinds import (
    KINDS,
    LIBRARY_KINDS,
    PAPERS,
    Kind,
    LibraryKind,
    remarks_on_library,
    remarks_on_night,
)
from tourdesk.documents.theme import Paper
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.files import write_whole
from tourdesk.foundation.language import _, n_
from tourdesk.touring.night import Screening

Made = tuple[bytes, Sequence[str]]
"""A paper, and what is to be said about it."""


def add(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    parser = groups.add_parser(
        "documents",
        help="write a paper of a night, or of the library, as PDF",
        epilog="example: tourdesk documents programme 'Friday night' -o programme.pdf",
    )
    parser.add_argument("kind", choices=sorted(PAPERS), metavar="KIND", help=", ".join(sorted(PAPERS)))
    parser.add_argument(
        "name", metavar="NAME", help="the programme's name; of a paper of the library, its title"
    )
    parser.add_argument("-o", "--output", required=True, metavar="FILE.pdf")
    parser.add_argument("--paper", choices=[paper.name.lower() for paper in Paper], default="a4")
    parser.add_argument(
        "--night",
        type=int,
        metavar="N",
        help="which of the screenings that show the programme, 1 is the first",
    )
    parser.add_argument(
        "--edition", type=int, metavar="N", help="the programme as it was published under this number"
    )
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make one document and write it whole."""
    paper = _paper(PAPERS[args.kind], args.paper)
    desks: Desks = args.surroundings.open_desks(args.database, False)
    data, remarks = (
        _of_library(args, desks, LIBRARY_KINDS[args.kind], paper)
        if args.kind in LIBRARY_KINDS
        else _of_night(args, desks, paper)
    )
    write_whole(Path(args.output), data)
    for sentence in remarks:
        print(sentence, file=sys.stderr)
    return 0


def _paper(kind: Kind, name: str) -> Paper:
    paper = Paper[name.upper()]
    if paper not in kind.papers:
        raise ProblemForUser(
            _(
                "“{title}” is not made on {paper}; please choose one of {names}.",
                title=_(kind.title),
                paper=name,
                names=", ".join(one.name.lower() for one in kind.papers),
            )
        )
    return paper


def _of_library(args: argparse.Namespace, desks: Desks, kind: LibraryKind, paper: Paper) -> Made:
    if args.night is not None or args.edition is not None:
        raise ProblemForUser(
            _(
                "“{title}” is of the whole library; please leave out --night and --edition.",
                title=_(kind.title),
            )
        )
    collection = desks.collection(args.name)
    bar = Bar(f"making the {kind.title.lower()}")
    return kind.make(collection, paper, bar), remarks_on_library(kind, collection)


def _of_night(args: argparse.Namespace, desks: Desks, paper: Paper) -> Made:
    screening = _screening(desks, args.name, 1 if args.night is None else args.night)
    assert screening.id is not None  # noqa: S101 - it was read from the database
    evening = desks.evening(screening.id, args.edition)
    kind = KINDS[args.kind]
    return kind.make(evening, paper), remarks_on_night(kind, evening)


def _screening(desks: Desks, name: str, number: int) -> Screening:
    programme = desks.programming.find(name)
    assert programme.id is not None  # noqa: S101 - it was found
    screenings = desks.touring.screenings_of(programme.id)
    if 1 <= number <= len(screenings):
        return screenings[number - 1]
    if not screenings:
        raise ProblemForUser(
            _(
                "No screening shows “{name}”; please choose it for a night in the window.",
                name=programme.name,
            )
        )
    raise ProblemForUser(
        n_(
            "{n} screening shows “{name}”; please leave out --night, or give 1.",
            "{n} screenings show “{name}”; please name one of them with --night, from 1 to {n}.",
            len(screenings),
            name=programme.name,
        )
    )
