"""Ballots as a spreadsheet: a row for each film, three columns for each member.

Written as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows the encoding.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.spreadsheet import guarded
from tourdesk.library.committee.verdicts import Tally, Verdict
from tourdesk.library.films import Film

FILM_COLUMNS = ("Title", "Original title", "Year", "Directors", "Countries", "Run-time", "Section")
VERDICT, STARS, COMMENT = "verdict", "stars", "comment"
MEMBER_COLUMNS = (VERDICT, STARS, COMMENT)
"""What follows a member's name and a colon in the heading of a column: `Anna: verdict`."""


def ballots_csv(films: Sequence[Film], tallies: Mapping[int, Tally], members: Sequence[str]) -> bytes:
    """The films, in the order given, with what these members say of each and room for what they have not said."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    heads = [f"{member}: {column}" for member in members for column in MEMBER_COLUMNS]
    writer.writerow([guarded(cell) for cell in (*FILM_COLUMNS, *heads)])
    for film in films:
        tally = tallies.get(film.id, Tally()) if film.id is not None else Tally()
        said = {one.member.name: one.verdict for one in tally.said}
        cells = _film_cells(film)
        for member in members:
            cells += _verdict_cells(said.get(member, Verdict()))
        writer.writerow([guarded(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _film_cells(film: Film) -> list[str]:
    seconds = film.version.seconds
    return [
        film.title,
        film.original_title or "",
        str(film.year or ""),
        "; ".join(film.directors),
        "; ".join(film.countries),
        clock_text(seconds) if seconds is not None else "",
        film.section or "",
    ]


def _verdict_cells(verdict: Verdict) -> list[str]:
    return [str(verdict.choice or ""), str(verdict.stars or ""), verdict.comment]
