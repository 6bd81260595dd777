"""Makes a large library in a new database: large_library.py FILMS FILE-OR-URL.

Films get what films have (long synopses, sections, tags, countries, verdicts, copies), drawn from words of our own by a fixed
seed, so that two libraries of one size are the same.
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from random import Random
from typing import Any

from sqlalchemy import insert, text

from tourdesk.library.films import Film, Version
from tourdesk.library.model import FilmCopy, FilmRecord, FilmTerm, FilmVersion, MemberRecord, VerdictRecord
from tourdesk.library.records import TERMS, film_columns
from tourdesk.storage.database import Database
from tourdesk.storage.opening import open_database

SYNOPSIS_WORDS = 200
AT_ONCE = 2_000

_BEGINNINGS = "ba bel bor bri cal car cor dal den der dur el em fal far fen gal gar gor hal har hol il in jor kal kar ker lam lan lor mal mar mer mor nal nor ol or pal par pel qui ral ran rol sal san ser sol tal tan ter tor ul val van ver vor wal wen wil yar zel".split()
_MIDDLES = "a e i o u an en in on ar er ir or al el il ol as es is os".split()
_ENDS = "ba da den der dor fa ga go la lan len lia ma men min na nen nor ra ren ric rin ro sa sen sia son ta ten tha tor va ven vin".split()
_TITLE_WORDS = "above after ascent balance beyond border bridge circle climb coast crossing dawn desert distance dust edge empty far fire first forest ghost glacier harbour high hollow home horizon ice island journey lake last letter light line lonely long lost map memory midnight mountain night north ocean old open over path plain quiet rain red return ridge river road roof runner running salt sea season secret shadow shore silence sky slow small snow south star steep stone storm summit sun swimmer thin thunder tide trail traverse under valley voice walk wall water way wild wind winter".split()
_SECTIONS = "Places|People|Wild and Tough|Mountains|Water|Snow|Culture|Shorts|Families|Archive".split("|")
_COUNTRIES = "US GB FR DE IT ES CA AU NZ CH AT NO SE FI PL CZ SK SI HR NP IN CN JP KR CL AR BR PE MX ZA KE MA IE IS PT NL BE GR TR RU".split()
_LANGUAGES = "en fr de it es no sv fi pl cs sk sl hr ne hi zh ja ko pt nl el tr ru".split()
_FORMATS = "DCP|ProRes|H.264|Blu-ray".split("|")


def films(number: int, seed: int = 7) -> Iterator[Film]:
    """So many films, always the same ones."""
    random = Random(seed)  # noqa: S311 - the same library every time
    words = [
        b + m + e for b in _BEGINNINGS for m in random.sample(_MIDDLES, 6) for e in random.sample(_ENDS, 9)
    ]
    common = [
        1 / (place + 3) for place in range(len(words))
    ]  # as words are in texts: few very often, many rarely
    names = random.sample(words, 2_500)
    tags = random.sample(words, 300)
    for _ in range(number):
        yield _film(random, random.choices(words, common, k=SYNOPSIS_WORDS), names, tags)


def _film(random: Random, synopsis: list[str], names: list[str], tags: list[str]) -> Film:
    title = random.sample(_TITLE_WORDS, random.choice((1, 2, 2, 3))) + random.sample(
        names, random.choice((0, 1, 1))
    )
    if random.random() < 0.3:
        title.insert(0, "the")
    minutes = random.choice((None, *range(3, 20), *range(3, 60), *range(20, 110)))
    return Film(
        " ".join(title).title(),
        year=random.choice((None, *range(1990, 2028))),
        directors=tuple(_name(random, names) for _ in range(random.choice((1, 1, 1, 2)))),
        producers=(_name(random, names),),
        countries=tuple(dict.fromkeys(random.choices(_COUNTRIES, k=random.choice((1, 1, 2))))),
        languages=(random.choice(_LANGUAGES),),
        section=random.choice(_SECTIONS),
        # Few tags are of many films, most are of few.
        tags=tuple(dict.fromkeys(tags[int(len(tags) * random.random() ** 3)] for _ in range(3))),
        synopsis=" ".join(synopsis).capitalize() + ".",
        versions=(Version(seconds=None if minutes is None else minutes * 60 + random.randrange(60)),),
    )


def _name(random: Random, names: list[str]) -> str:
    return " ".join(random.sample(names, 2)).title()


def fill(database: Database, number: int) -> None:
    """Put so many films into a new, empty database, with verdicts of three members on every tenth and copies of every fifth.

    Written past the desk, whose audit trail would take longer than all that is measured; the words are folded as it folds them.
    """
    made = films(number)
    first = 1
    with database.work() as work:
        work.session.execute(
            insert(MemberRecord), [{"id": n, "name": f"Member {n}", "left": False} for n in (1, 2, 3)]
        )
        while some := list(islice(made, AT_ONCE)):
            for table, rows in _rows(some, first, work.now).items():
                work.session.execute(insert(table), rows)
            first += len(some)
        if work.session.get_bind().dialect.name == "postgresql":
            for name in (
                table.__tablename__ for table in (FilmRecord, FilmTerm, FilmVersion, FilmCopy, MemberRecord)
            ):
                next_id = f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"  # noqa: S608 - our tables
                work.session.execute(text(next_id))
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _rows(some: list[Film], first: int, now: datetime) -> dict[type[Any], list[dict[str, Any]]]:
    rows: dict[type[Any], list[dict[str, Any]]] = {
        table: [] for table in (FilmRecord, FilmTerm, FilmVersion, FilmCopy, VerdictRecord)
    }
    for film_id, film in enumerate(some, first):
        rows[FilmRecord].append(film_columns(film) | {"id": film_id, "revision": 1, "added": now})
        rows[FilmTerm] += [
            {"film_id": film_id, "kind": kind, "position": position, "value": value}
            for kind, name in TERMS.items()
            for position, value in enumerate(getattr(film, name))
        ]
        version = film.version
        rows[FilmVersion].append(
            {
                "id": film_id,
                "film_id": film_id,
                "position": 0,
                "name": version.name,
                "seconds": version.seconds,
                "approximate": False,
            }
        )
        if film_id % 5 == 0:
            rows[FilmCopy].append(
                {"version_id": film_id, "position": 0, "medium": "file", "format": _FORMATS[film_id // 5 % 4]}
                | dict.fromkeys(("aspect", "audio", "subtitles", "identity", "place"), "")
            )
        if film_id % 10 == 0:
            rows[VerdictRecord] += [
                {
                    "film_id": film_id,
                    "member_id": member,
                    "choice": ("must", "maybe", "no")[(film_id // 10 + member * (film_id % 3)) % 3],
                    "comment": "",
                    "given": now,
                }
                for member in (1, 2, 3)
            ]
    return rows


if __name__ == "__main__":
    opened = open_database(sys.argv[2], create=True)
    fill(opened, int(sys.argv[1]))
    opened.close()
