"""`tourdesk films read` and `tourdesk films import`: pages and listings, shown and saved."""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tourdesk.cli.common import Bar, asked, complain, database_option, json_option, print_json
from tourdesk.cli.films_words import by, length, shown
from tourdesk.desks import Desks
from tourdesk.foundation.language import _, n_
from tourdesk.library.changing import FilmChange
from tourdesk.library.comparing import Comparison, merged
from tourdesk.library.films import Film
from tourdesk.library.from_reading import kept_unless_taken
from tourdesk.library.intake.as_json import as_json
from tourdesk.library.intake.listings.entries import FIELDS
from tourdesk.library.intake.listings.mapping import ColumnMapping, SaidOfColumns
from tourdesk.library.intake.listings.reading import ListingReading
from tourdesk.library.intake.readings import PageReading
from tourdesk.library.reading_in import Document, read_all
from tourdesk.library.still_files import still_in
from tourdesk.library.stills_beside import stills_beside

Columns = dict[str, str | None]


def add_read(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add `films read`."""
    read = commands.add_parser(
        "read",
        help=_("read film pages and listings and show what was understood; saves nothing"),
        epilog="example: tourdesk films read line-up.txt --json",
    )
    read.add_argument("files", nargs="+", metavar="FILE", help=_("a file, or a folder of files"))
    _columns_option(read)
    json_option(read)
    database_option(read)
    read.set_defaults(run=run_read)


def add_import(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add `films import`."""
    taking = commands.add_parser(
        "import",
        help=_("read film pages and listings, show what is new or changed, and save it"),
        epilog="example: tourdesk films import list.csv --columns 'Film=title,Dur=runtime' --yes",
    )
    taking.add_argument("files", nargs="+", metavar="FILE", help=_("a file, or a folder of files"))
    taking.add_argument("--yes", action="store_true", help=_("save without asking"))
    taking.add_argument(
        "--take-all",
        action="store_true",
        help=_(
            "take what was read also where it is doubtful or replaces a title, a text or notes of your own"
        ),
    )
    _columns_option(taking)
    database_option(taking)
    taking.set_defaults(run=run_import)


def run_read(args: argparse.Namespace) -> int:
    """Read files and print what was understood. Files that cannot be read are told; the rest is still read."""
    documents = read_all(
        [Path(file) for file in args.files], SaidOfColumns(now=args.columns), Bar(_("reading"))
    )
    _complain_of_failed(documents)
    if args.json:
        print_json({"documents": [as_json(one.reading, one.given.path) for one in documents]})
    else:
        for document in documents:
            _print_reading(document)
    return int(any(document.failed for document in documents))


def run_import(args: argparse.Namespace) -> int:
    """Read files, show what each film would change, and save all of it or nothing.

    A file that cannot be read is told and makes the exit status 1; the others are imported.
    """
    desks: Desks = args.surroundings.open_desks(args.database, False)
    said = replace(desks.listings.said(), now=args.columns)
    documents = read_all([Path(file) for file in args.files], said, Bar(_("reading")))
    status = _complain_of_failed(documents)
    for document in documents:
        # What was not understood is told before anything is asked; a film without a title can only be typed.
        if not document.failed:
            _print_problems(document, f"{document.given.path}, ")
        _print_columns(document.reading)
    titled = [
        (document, reading, film)
        for document in documents
        for reading, film in zip(document.reading.films, document.films(), strict=True)
        if film.title
    ]
    comparisons = desks.library.compare([film for _document, _reading, film in titled])
    known = {sponsor.name for sponsor in desks.sponsors.sponsors()}
    on_pages = dict.fromkeys(name for document in documents for name in document.reading.sponsors)
    new_sponsors = [name for name in on_pages if name not in known]
    beside = [
        stills_beside(desks.library, reading, document.given.path, comparison.known)
        for (document, reading, _film), comparison in zip(titled, comparisons, strict=True)
    ]
    for sentence in (sentence for one in beside for sentence in one.problems):
        complain(sentence)
    _complain_of_twice([comparison for comparison in comparisons if comparison.known is None])
    stills = [one.files for one in beside]
    kept = [
        frozenset() if args.take_all else kept_unless_taken(reading, comparison)
        for (_document, reading, _film), comparison in zip(titled, comparisons, strict=True)
    ]
    for comparison, stays, files in zip(comparisons, kept, stills, strict=True):
        _print_comparison(comparison, stays, files)
    for name in new_sponsors:
        print(_("sponsor  {name}", name=name))
    changes = [
        (FilmChange(comparison.known, _taken(comparison, stays)), files)
        for comparison, stays, files in zip(comparisons, kept, stills, strict=True)
    ]
    changing = [(change, files) for change, files in changes if change.before != change.after or files]
    if not changing and not new_sponsors:
        print(_("Nothing new; nothing was saved."))
        return status
    if not args.yes and not asked(_("Save this?")):
        complain(_("nothing was saved; add --yes to save without being asked."))
        return 1
    _save(desks, changing, new_sponsors, _said_now(documents, args.columns))
    return status


def _save(
    desks: Desks,
    changing: Sequence[tuple[FilmChange, Sequence[Path]]],
    sponsors: Sequence[str],
    mappings: Sequence[ColumnMapping],
) -> None:
    with desks.database.work():
        saved = desks.library.change([change for change, _files in changing], Bar(_("saving")))
        for film_id, (_change, files) in zip(saved.ids, changing, strict=True):
            # Opened one film after the other: all the pictures of a library do not fit into the memory.
            desks.library.add_stills(film_id, [still_in(file) for file in files])
        tour = desks.touring.tour()
        desks.sponsors.add(sponsors, tour.id if tour else None)
        desks.listings.remember(mappings)
    added = sum(change.before is None for change, _files in changing)
    print(
        _(
            "Saved: {new} new, {changed} changed, {sponsors} sponsors.",
            new=added,
            changed=len(changing) - added,
            sponsors=len(sponsors),
        )
    )


def _columns_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--columns",
        type=_columns,
        default={},
        metavar="NAME=FIELD,…",
        help=_(
            "what columns of a listing hold, where their names do not say it; an import remembers it. "
            "Fields: {fields}; nothing after the = leaves a column out",
            fields=", ".join(FIELDS),
        ),
    )


def _columns(words: str) -> Columns:
    """`Film=title,Dur=runtime` as fields by name; a name with a comma in it is quoted as in CSV."""
    said: Columns = {}
    for part in next(csv.reader([words]), []):
        name, equals, field = part.rpartition("=")
        if not equals or not name.strip():
            raise argparse.ArgumentTypeError(
                _(
                    "“{words}” names no field; please write the column, an equals sign and the field, like Dur=runtime.",
                    words=part,
                )
            )
        if field.strip() and field.strip() not in FIELDS:
            raise argparse.ArgumentTypeError(
                _(
                    "“{field}” is no field of a film; please choose one of: {fields}.",
                    field=field.strip(),
                    fields=", ".join(FIELDS),
                )
            )
        said[name.strip()] = field.strip() or None
    return said


def _said_now(documents: Sequence[Document], columns: Columns) -> list[ColumnMapping]:
    """The mappings of the listings for which columns were named; guesses are not remembered."""
    if not columns:
        return []
    return [
        table.header.mapping
        for document in documents
        if isinstance(document.reading, ListingReading)
        for table in document.reading.tables
        if any(table.header.mapping.has(name) for name in columns)
    ]


def _complain_of_failed(documents: Sequence[Document]) -> int:
    failed = [document for document in documents if document.failed]
    for document in failed:
        complain(document.reading.problems[0].message)
    return int(bool(failed))


def _complain_of_twice(new: Sequence[Comparison]) -> None:
    """New films of one title are saved as two records: only people can say whether they are one."""
    from tourdesk.library.recognising import read_again  # noqa: PLC0415 - a command that imports nothing needs no RapidFuzz

    for place in read_again([comparison.read for comparison in new]):
        title = new[place].read.title
        complain(
            _("“{title}” was read twice; if it is one film, please merge the two in the window.", title=title)
        )


def _print_reading(document: Document) -> None:
    reading = document.reading
    print(n_("{file}: {n} film", "{file}: {n} films", len(reading.films), file=document.given.path))
    for film in reading.films:
        said = length(film.runtime_seconds, approximate=film.runtime_approximate)
        print(f"  {said:>9}  {film.title}{by(film.directors)}")
        if film.doubtful:
            print(_("             please check: {fields}", fields=", ".join(film.doubtful)))
    if reading.sponsors:
        print(_("  sponsors: {names}", names=", ".join(reading.sponsors)))
    contact = reading.contact
    lines = [line for line in (contact.address, contact.telephone, contact.email, contact.web) if line]
    if lines:
        print(_("  the tour itself: {lines}", lines=", ".join(lines)))
    _print_columns(reading)
    _print_problems(document, "  ")


def _print_columns(reading: PageReading) -> None:
    """The columns whose names do not say what they hold, and what they were taken for."""
    if not isinstance(reading, ListingReading):
        return
    for table in reading.asks:
        for name, field in table.header.mapping.columns:
            if name in table.header.columns.unknown or name in table.header.columns.guessed:
                taken = field or _("nothing")
                print(
                    _("  column “{column}” was taken for: {field} (see --columns)", column=name, field=taken)
                )


def _print_problems(document: Document, before: str) -> None:
    for problem in document.reading.problems:
        placed = _("line {line}: {message}", line=problem.line, message=problem.message)
        print(before + (problem.message if problem.placed else placed))


def _taken(comparison: Comparison, stays: frozenset[str]) -> Film:
    return merged(comparison, frozenset(one.field for one in comparison.differences) - stays)


def _print_comparison(comparison: Comparison, stays: frozenset[str], stills: Sequence[Path]) -> None:
    read = comparison.read
    if comparison.known is None:
        print(_("new      {title}{people}", title=read.title, people=by(read.directors)))
    elif not comparison.differences and not stills:
        print(_("same     {title}", title=read.title))
    else:
        print(_("changed  {title}", title=comparison.known.title))
        for one in comparison.differences:
            if one.field in stays:
                said = {"field": one.field, "known": shown(one.known), "read": shown(one.read)}
                print(_("         {field}: {known} stays (--take-all takes {read})", **said))
            else:
                print(f"         {one.field}: {shown(one.known)} → {shown(one.read)}")
    if stills:
        print(_("         stills: {n} new", n=len(stills)))
