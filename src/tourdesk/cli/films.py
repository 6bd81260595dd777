"""`tourdesk films`: read, import, list, related."""

import argparse
import sys
from pathlib import Path
from typing import Any

from tourdesk.cli.common import Bar, complain, database_option, json_option, print_json
from tourdesk.desks import Desks
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.comparing import Comparison, merged
from tourdesk.library.films import FilmRow, Version
from tourdesk.library.from_reading import film_from_reading
from tourdesk.library.intake.as_json import as_json
from tourdesk.library.intake.file import LIMIT_BYTES, read_file_bytes
from tourdesk.library.intake.readings import PageReading


def add(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add the command group."""
    parser = groups.add_parser(
        "films",
        help="read, import, list and relate films",
        epilog="example: tourdesk films list --search roof",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    read = commands.add_parser(
        "read",
        help="read film pages and show what was understood; saves nothing",
        epilog="example: tourdesk films read line-up.txt --json",
    )
    read.add_argument("files", nargs="+", metavar="FILE")
    json_option(read)
    database_option(read)
    read.set_defaults(run=run_read)

    taking = commands.add_parser(
        "import",
        help="read film pages, show what is new or changed, and save it",
        epilog="example: tourdesk films import line-up.txt --yes",
    )
    taking.add_argument("files", nargs="+", metavar="FILE")
    taking.add_argument("--yes", action="store_true", help="save without asking")
    database_option(taking)
    taking.set_defaults(run=run_import)

    listing = commands.add_parser(
        "list",
        help="list the films of the library",
        epilog="example: tourdesk films list --section 'Wild and Tough'",
    )
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--section", metavar="S")
    listing.add_argument("--tag", metavar="T")
    json_option(listing)
    database_option(listing)
    listing.set_defaults(run=run_list)

    related = commands.add_parser(
        "related",
        help="other films of the same section and with the same tags",
        epilog="example: tourdesk films related 'Running The Roof'",
    )
    related.add_argument("title", metavar="TITLE")
    json_option(related)
    database_option(related)
    related.set_defaults(run=run_related)


def run_read(args: argparse.Namespace) -> int:
    """Read files and print what was understood. Files that cannot be read are told; the rest is still read."""
    documents: list[dict[str, object]] = []
    status = 0
    for file in args.files:
        try:
            reading = _read(file)
        except ProblemForUser as problem:
            complain(problem.sentence)
            status = 1
            documents.append(
                as_json(PageReading(text=""), file) | {"problems": [{"line": 1, "message": problem.sentence}]}
            )
            continue
        documents.append(as_json(reading, file))
        if not args.json:
            _print_reading(file, reading)
    if args.json:
        print_json({"documents": documents})
    return status


def run_import(args: argparse.Namespace) -> int:
    """Read files, show what each film would change, and save all of it or nothing."""
    readings = [(file, _read(file)) for file in args.files]
    desks: Desks = args.surroundings.open_desks(args.database, False)
    films = [
        film_from_reading(film, Path(file).name)
        for file, reading in readings
        for film in reading.films
        if film.title
    ]
    for file, reading in readings:
        # What was not understood is told before anything is asked; a film without a title can only be typed.
        for problem in reading.problems:
            print(f"{file}, line {problem.line}: {problem.message}")
    comparisons = desks.library.compare(films)
    known = {sponsor.name for sponsor in desks.sponsors.sponsors()}
    on_pages = dict.fromkeys(name for _, reading in readings for name in reading.sponsors)
    new_sponsors = [name for name in on_pages if name not in known]
    for comparison in comparisons:
        _print_comparison(comparison)
    for name in new_sponsors:
        print(f"sponsor  {name}")
    changing = [c for c in comparisons if c.known is None or c.differences]
    if not changing and not new_sponsors:
        print("Nothing new; nothing was saved.")
        return 0
    if not args.yes and not _asked("Save this?"):
        complain("nothing was saved; add --yes to save without being asked.")
        return 1
    with desks.database.work():
        desks.library.save([merged(comparison) for comparison in changing], Bar("saving"))
        tour = desks.touring.tour()
        desks.sponsors.add(new_sponsors, tour.id if tour else None)
    added = sum(comparison.known is None for comparison in changing)
    print(f"Saved: {added} new, {len(changing) - added} changed, {len(new_sponsors)} sponsors.")
    return 0


def run_list(args: argparse.Namespace) -> int:
    """List films, all or those that are searched for."""
    desks: Desks = args.surroundings.open_desks(args.database, False)
    rows = desks.library.rows(args.search, args.section, args.tag)
    if args.json:
        print_json([_row_json(row) for row in rows])
    else:
        for row in rows:
            print(f"{_length(row.seconds, approximate=row.approximate):>9}  {row.title}{_by(row.directors)}")
    return 0


def run_related(args: argparse.Namespace) -> int:
    """Print the films of the same section and with the same tags."""
    desks: Desks = args.surroundings.open_desks(args.database, False)
    film = desks.library.find(args.title)
    assert film.id is not None  # noqa: S101 - it was found in the library
    related = desks.library.related(film.id)
    if args.json:
        print_json(
            {
                "section": [row.title for row in related.section],
                "tags": {tag: [row.title for row in rows] for tag, rows in related.tags},
            }
        )
        return 0
    if film.section:
        print(f"{film.section}: " + (", ".join(row.title for row in related.section) or "no other film"))
    for tag, rows in related.tags:
        print(f"#{tag}: " + (", ".join(row.title for row in rows) or "no other film"))
    return 0


def _read(file: str) -> PageReading:
    try:
        with Path(file).open("rb") as opened:
            # No more than is refused as too much: a device never ends.
            data = opened.read(LIMIT_BYTES + 1)
    except OSError as error:
        raise ProblemForUser(f"“{file}” cannot be read ({error.strerror}); please check the path.") from error
    return read_file_bytes(data, Path(file).name)


def _print_reading(file: str, reading: PageReading) -> None:
    print(f"{file}: {len(reading.films)} film{'' if len(reading.films) == 1 else 's'}")
    for film in reading.films:
        length = _length(film.runtime_seconds, approximate=film.runtime_approximate)
        print(f"  {length:>9}  {film.title}{_by(film.directors)}")
        if film.doubtful:
            print(f"             please check: {', '.join(film.doubtful)}")
    if reading.sponsors:
        print(f"  sponsors: {', '.join(reading.sponsors)}")
    contact = reading.contact
    lines = [line for line in (contact.address, contact.telephone, contact.email, contact.web) if line]
    if lines:
        print(f"  the tour itself: {', '.join(lines)}")
    for problem in reading.problems:
        print(f"  line {problem.line}: {problem.message}")


def _print_comparison(comparison: Comparison) -> None:
    read = comparison.read
    if comparison.known is None:
        print(f"new      {read.title}{_by(read.directors)}")
    elif not comparison.differences:
        print(f"same     {read.title}")
    else:
        print(f"changed  {comparison.known.title}")
        for difference in comparison.differences:
            print(f"         {difference.field}: {_shown(difference.known)} → {_shown(difference.read)}")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        parts = [
            _length(v.seconds, approximate=v.approximate) if isinstance(v, Version) else str(v) for v in value
        ]
        return ", ".join(parts) or "nothing"
    return "nothing" if value is None else str(value)


def _asked(question: str) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    try:
        return input(f"{question} [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:  # Ctrl+D
        print()
        return False


def _row_json(row: FilmRow) -> dict[str, object]:
    return {
        "title": row.title,
        "year": row.year,
        "runtime_seconds": row.seconds,
        "runtime_approximate": row.approximate,
        "directors": list(row.directors),
        "countries": list(row.countries),
        "section": row.section,
        "tags": list(row.tags),
    }


def _length(seconds: int | None, *, approximate: bool) -> str:
    if seconds is None:
        return "?"
    return ("≈ " if approximate else "") + clock_text(seconds)


def _by(names: tuple[str, ...]) -> str:
    return f" ({', '.join(names)})" if names else ""
