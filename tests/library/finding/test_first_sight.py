"""The first look at a file says what the desk says."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tourdesk.desks import Desks
from tourdesk.library.committee.verdicts import Choice, Stroke
from tourdesk.library.films import Film, Version
from tourdesk.library.finding.first_sight import first_sight
from tourdesk.library.finding.wanted import FIRST, Wanted
from tourdesk.sample import load_sample
from tourdesk.storage.opening import open_database

WORDS = st.text(st.sampled_from("aAbBÄéß 'ł%"), min_size=1, max_size=6).filter(str.strip)
FILMS = st.builds(
    Film,
    title=WORDS,
    year=st.none() | st.integers(1900, 2030),
    section=st.none() | st.sampled_from(["Places", "Wild"]),
    directors=st.lists(WORDS, max_size=3, unique_by=str.strip).map(tuple),
    countries=st.lists(st.sampled_from(["AU", "CL", "NO"]), max_size=2, unique=True).map(tuple),
    tags=st.lists(WORDS, max_size=3, unique_by=lambda tag: tag.strip().casefold()).map(tuple),
    versions=st.builds(Version, seconds=st.none() | st.integers(1, 9000), approximate=st.booleans()).map(
        lambda version: (version,)
    ),
)


@given(st.lists(FILMS, max_size=8))
@settings(max_examples=12)
def test_it_says_what_the_desk_says_of_any_library(films: list[Film]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "festival.tourdesk"
        desks = Desks.over(open_database(file, create=True, clock=lambda: datetime(2027, 3, 1, tzinfo=UTC)))
        ids = desks.library.save(films).ids if films else ()
        for name in ("Anna", "bert"):
            member = desks.committee.join(name)
            assert member.id is not None
            for place, film_id in enumerate(ids):
                stroke = Stroke(list(Choice)[place % 3], place % 5 + 1, name)
                desks.committee.give(member.id, [film_id], stroke)
        assert first_sight(file) == desks.finding.find(Wanted())
        desks.database.close()


def test_it_has_as_many_rows_as_a_window_shows(desks: Desks) -> None:
    desks.library.save([Film(f"Film {n}") for n in range(FIRST + 20)])
    found = desks.first_sight()
    assert found is not None
    assert (len(found.ids), len(found.first)) == (FIRST + 20, FIRST)
    assert found == desks.finding.find(Wanted())


def test_it_sees_what_another_program_saves_meanwhile(desks: Desks) -> None:
    load_sample(desks)
    with desks.database.work() as work:
        work.session.connection()
        assert desks.first_sight() == desks.finding.find(Wanted())


def test_a_file_that_does_not_answer_has_no_first_sight(desks: Desks) -> None:
    file = desks.database.file
    assert file is not None
    desks.library.save([Film("Balance")])
    desks.database.close()
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        assert first_sight(file) is None
    other.close()
    file.unlink()
    assert first_sight(file) is None
