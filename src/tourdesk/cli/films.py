"""`tourdesk films`: read, import, list, related, check."""

import argparse
from pathlib import Path
from typing import Any

from tourdesk.cli import licences, quality
from tourdesk.cli.common import database_option, json_option, print_json
from tourdesk.cli.films_in import add_import, add_read
from tourdesk.cli.films_stills import written
from tourdesk.cli.films_words import by, length
from tourdesk.desks import Desks
from tourdesk.foundation.files import write_whole
from tourdesk.foundation.language import _
from tourdesk.library.films import Film
from tourdesk.library.intake.listings.film_json import film_as_json
from tourdesk.library.intake.listings.own_table import films_csv


def add(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add the command group."""
    parser = groups.add_parser(
        "films",
        help=_("read, import, list and relate films"),
        epilog="example: tourdesk films list --search roof",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add_read(commands)
    add_import(commands)

    listing = commands.add_parser(
        "list",
        help=_("list the films of the library"),
        epilog="example: tourdesk films list --section 'Wild and Tough' --json > films.json",
        description=_(
            "List films. --json prints all that a film carries, --csv writes a table for spreadsheets; `films import` reads both."
        ),
    )
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--section", metavar="S")
    listing.add_argument("--tag", metavar="T")
    listing.add_argument("--csv", metavar="FILE.csv", help=_("write the films to a table, a row for each"))
    listing.add_argument(
        "--stills",
        metavar="FOLDER",
        help=_("write the stills into a folder, which --json names: put it beside the JSON to import both"),
    )
    json_option(listing)
    database_option(listing)
    listing.set_defaults(run=run_list)

    related = commands.add_parser(
        "related",
        help=_("other films of the same section and with the same tags"),
        epilog="example: tourdesk films related 'Running The Roof'",
    )
    related.add_argument("title", metavar="TITLE")
    json_option(related)
    database_option(related)
    related.set_defaults(run=run_related)
    quality.add(commands)
    licences.add(commands)


def run_list(args: argparse.Namespace) -> int:
    """List films, all or those that are searched for."""
    desks: Desks = args.surroundings.open_desks(args.database, False)
    with desks.database.reading():
        rows = desks.library.rows(args.search, args.section, args.tag)
        whole = desks.library.films(row.id for row in rows) if args.json or args.csv else {}
    films: list[Film] = [whole[row.id] for row in rows if row.id in whole]
    if args.csv:
        # With the mark by which spreadsheets know that every alphabet is in it.
        write_whole(Path(args.csv), films_csv(films).encode("utf-8-sig"))
    if args.json:
        stills = written(desks, films, Path(args.stills)) if args.stills else {}
        print_json([film_as_json(film, stills.get(film.id or 0, ())) for film in films])
    elif not args.csv:
        for row in rows:
            print(f"{length(row.seconds, approximate=row.approximate):>9}  {row.title}{by(row.directors)}")
    return 0


def run_related(args: argparse.Namespace) -> int:
    """Print the films of the same section and with the same tags."""
    desks: Desks = args.surroundings.open_desks(args.database, False)
    film = desks.library.find(args.title)
    assert film.id is not None  # noqa: S101 - it was found in the library
    related = desks.finding.related(film.id, None)
    section = [row.title for kin in related if kin.kind == "section" for row in kin.first]
    tags = {kin.value: [row.title for row in kin.first] for kin in related if kin.kind == "tag"}
    if args.json:
        print_json({"section": section, "tags": tags})
        return 0
    other = _("no other film")
    if film.section:
        print(f"{film.section}: " + (", ".join(section) or other))
    for tag, titles in tags.items():
        print(f"#{tag}: " + (", ".join(titles) or other))
    return 0
