"""`tourdesk films licences`: on which terms films may be shown, and whether they may on a night."""

import argparse
from datetime import date
from typing import Any

from tourdesk.cli.common import database_option, json_option, print_json
from tourdesk.desks import Desks
from tourdesk.foundation.language import _
from tourdesk.library.films import Film
from tourdesk.library.licences import Licence, fee_text
from tourdesk.library.licences_kept import licence_as_json
from tourdesk.library.standing import Standing, judged


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    parser = commands.add_parser(
        "licences",
        help=_("the licences of films, and whether they hold on a night"),
        epilog="example: tourdesk films licences 'Running The Roof' --on 2027-05-18 --country AU",
        description=_(
            "Show the licences of a film, or of all films that have any. With --on each film is judged for that night, "
            "with its showings on other nights counted."
        ),
    )
    parser.add_argument("title", metavar="TITLE", nargs="?")
    parser.add_argument("--on", metavar="DATE", type=date.fromisoformat, help=_("a night, like 2027-05-18"))
    parser.add_argument("--country", metavar="CODE", default="", help=_("where the night is, like AU"))
    json_option(parser)
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the licences of a film, or of all films that have any."""
    desks: Desks = args.surroundings.open_desks(args.database, False)
    with desks.database.reading():
        if args.title is not None:
            films = [desks.library.find(args.title)]
        else:
            licensed = desks.library.licences()
            films = sorted(desks.library.films(licensed).values(), key=lambda film: (film.title, film.id))
        plays = desks.touring.plays(frozenset()) if args.on is not None else {}
    country = args.country.strip().upper()

    def standing(film: Film) -> Standing:
        # What is shown on that night already is what is asked about.
        others = [play for play in plays.get(film.id or 0, ()) if play.night != args.on]
        return judged(film.licences, args.on, country, plays=others).standing

    if args.json:
        print_json([_as_json(film, None if args.on is None else standing(film)) for film in films])
        return 0
    for film in films:
        print(film.title if args.on is None else f"{film.title}  [{standing(film).value}]")
        for licence in film.licences:
            print(f"    {_line(licence)}")
    return 0


def _as_json(film: Film, standing: Standing | None) -> dict[str, object]:
    facts: dict[str, object] = {
        "title": film.title,
        "licences": [licence_as_json(licence) for licence in film.licences],
    }
    if standing is not None:
        facts["standing"] = standing.value
    return facts


def _line(licence: Licence) -> str:
    window = " – ".join(day.isoformat() if day else "…" for day in (licence.first, licence.last))
    said = [window, " ".join(licence.territories), licence.version]
    if licence.fee is not None:
        said.append(fee_text(licence.fee))
    if licence.plays is not None:
        said.append(_("showings: {n}", n=licence.plays))
    if licence.radius_km is not None:
        said.append(_("radius: {km} km", km=licence.radius_km))
    if licence.return_days is not None:
        said.append(_("return after days: {n}", n=licence.return_days))
    return " · ".join(filter(None, (*said, licence.holder, licence.contact, licence.note)))
