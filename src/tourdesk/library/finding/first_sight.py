"""The first look at a library in a file: all films by title and the first rows, before SQLAlchemy is there.

SQLAlchemy takes longer to import than all else that a window needs to show its films. So a start reads what it shows
first with the driver alone, in the words of `titles.py` and `listing.py`, and asks the desk right after: a test holds
that both say the same.
"""

import sqlite3
from array import array
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from tourdesk.library.committee.verdicts import NOTHING_SAID, Choice, Member, Said, Tally, Verdict, by_member
from tourdesk.library.film_row import FilmRow
from tourdesk.library.finding.wanted import FIRST, Found

_TITLES = "SELECT id FROM film ORDER BY folded_title, id"
_FILMS = """
SELECT film.id, title, year, section, film_version.id, seconds, approximate FROM film
JOIN film_version ON film_id = film.id AND position = 0 WHERE film.id IN ({ids})
"""
_LISTS = "SELECT film_id, kind, value FROM film_term WHERE film_id IN ({ids}) ORDER BY film_id, position"
_SAID = """
SELECT film_id, member.name, member."left", member.id, choice, stars, comment FROM verdict
JOIN committee_member AS member ON member.id = member_id WHERE film_id IN ({ids})
"""


def first_sight(file: Path) -> Found | None:
    """What `FindingDesk.find` says of a library in which nothing is searched; None when the file does not answer at once."""
    try:
        address = f"file:{quote(file.absolute().as_posix())}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=0, isolation_level=None)) as connection:
            # One reading: another desk may save between two questions.
            connection.execute("BEGIN")
            ids = array("i", [film_id for (film_id,) in connection.execute(_TITLES)])
            return Found(ids, _rows(connection, ids[:FIRST]))
    except sqlite3.Error:
        # Whoever asks the desk next is told what stands in the way.
        return None


def _rows(connection: sqlite3.Connection, film_ids: "array[int]") -> tuple[FilmRow, ...]:
    # Numbers of our own making: nothing that a person typed is put into these statements.
    ids = ",".join(map(str, film_ids))
    lists: dict[tuple[int, str], list[str]] = defaultdict(list)
    for film_id, kind, value in connection.execute(_LISTS.format(ids=ids)):
        lists[film_id, kind].append(value)
    said: dict[int, list[Said]] = defaultdict(list)
    for film_id, name, left, member, choice, stars, comment in connection.execute(_SAID.format(ids=ids)):
        verdict = Verdict(Choice(choice) if choice else None, stars, comment)
        said[film_id].append(Said(Member(name, bool(left), member), verdict))
    films = {film[0]: film for film in connection.execute(_FILMS.format(ids=ids))}
    return tuple(
        FilmRow(
            id=film_id,
            title=title,
            directors=tuple(lists.get((film_id, "director"), ())),
            year=year,
            countries=tuple(lists.get((film_id, "country"), ())),
            section=section,
            tags=tuple(lists.get((film_id, "tag"), ())),
            version_id=version,
            seconds=seconds,
            approximate=bool(approximate),
            tally=Tally(by_member(said[film_id])) if film_id in said else NOTHING_SAID,
        )
        for film_id, title, year, section, version, seconds, approximate in (
            films[film_id] for film_id in film_ids if film_id in films
        )
    )
