"""The library's desk: what screens and commands may ask about films."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import distinct, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.progress import Progress, Unwatched, stop_if_cancelled
from tourdesk.foundation.text import folded
from tourdesk.library.comparing import Comparison, compare
from tourdesk.library.films import Film, FilmRow, Related
from tourdesk.library.identifiers import identifier
from tourdesk.library.listing import film_rows
from tourdesk.library.model import FilmRecord, FilmStill, FilmTerm
from tourdesk.library.ratings import rating
from tourdesk.library.records import TERMS, facts_of, film_of, write
from tourdesk.storage.database import Database
from tourdesk.storage.work import UnitOfWork, picture_facts

LONGEST_SECONDS = 7 * 24 * 3600
"""The longest run-time that is taken: what lasts longer was mistyped."""

LONGEST_NAME = 500
"""Letters of a title, a section, a name or a tag: what is longer is a text that slipped into the wrong field."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What one save did, so that it can be taken back: the films' ids, and the films as they were before."""

    ids: tuple[int, ...]
    before: tuple[Film | None, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """Films that were removed with their stills, so that they can be put back."""

    films: tuple[Film, ...]
    stills: tuple[tuple[int, bytes], ...]


class LibraryDesk:
    """The film library over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, search: str = "", section: str | None = None, tag: str | None = None) -> list[FilmRow]:
        """The films that hold every searched word, the best first; all of them by title when nothing is searched.

        `section` and `tag` narrow it to films of that section and with that tag.
        """
        with self._database.reading() as session:
            return film_rows(session, search, section, tag)

    def film(self, film_id: int) -> Film:
        """One film. Raises ProblemForUser when it is no longer there."""
        with self._database.reading() as session:
            return film_of(_record(session, film_id))

    def films(self, film_ids: Iterable[int]) -> dict[int, Film]:
        """Several films by id; those that are gone are left out."""
        with self._database.reading() as session:
            return {
                record.id: film_of(record)
                for some in _batches(film_ids)
                for record in session.scalars(select(FilmRecord).where(FilmRecord.id.in_(some)))
            }

    def find(self, title: str) -> Film:
        """The film of that title (case and accents make no difference). Raises ProblemForUser when none or several have it."""
        wanted = folded(title)
        with self._database.reading() as session:
            found = session.scalars(select(FilmRecord).where(FilmRecord.folded_title == wanted)).all()
            if not found:
                raise ProblemForUser(
                    f"No film is called “{title}”; please check the title, or search: tourdesk films list."
                )
            if len(found) > 1:
                raise ProblemForUser(
                    f"{len(found)} films are called “{title}”; please choose one in the window."
                )
            return film_of(found[0])

    def sections(self) -> list[tuple[str, int]]:
        """Each section with how many films it has, by name."""
        query = (
            select(FilmRecord.section, func.count())
            .where(FilmRecord.section.is_not(None))
            .group_by(FilmRecord.section)
            .order_by(FilmRecord.section)
        )
        with self._database.reading() as session:
            return [(section, count) for section, count in session.execute(query) if section is not None]

    def tags(self) -> list[tuple[str, int]]:
        """Each tag with how many films have it, by name."""
        query = (
            select(FilmTerm.value, func.count(distinct(FilmTerm.film_id)))
            .where(FilmTerm.kind == "tag")
            .group_by(FilmTerm.value)
            .order_by(FilmTerm.value)
        )
        with self._database.reading() as session:
            return [(tag, count) for tag, count in session.execute(query)]

    def related(self, film_id: int) -> Related:
        """Other films of the film's section, and of each of its tags."""
        with self._database.reading() as session:
            film = film_of(_record(session, film_id))
            section = [] if film.section is None else film_rows(session, "", film.section, None)
            tags = [(tag, film_rows(session, "", None, tag)) for tag in film.tags]
        return Related(
            tuple(row for row in section if row.id != film_id),
            tuple((tag, tuple(row for row in rows if row.id != film_id)) for tag, rows in tags),
        )

    def still(self, film_id: int) -> bytes | None:
        """The film's first still, as it was given."""
        return self.stills([film_id]).get(film_id)

    def stills(self, film_ids: Iterable[int]) -> dict[int, bytes]:
        """The first still of each of several films."""
        query = select(FilmStill.film_id, FilmStill.picture).order_by(FilmStill.position.desc())
        with self._database.reading() as session:
            return {
                row.film_id: row.picture
                for some in _batches(film_ids)
                for row in session.execute(query.where(FilmStill.film_id.in_(some)))
            }

    def set_still(self, film_id: int, picture: bytes | None) -> None:
        """Give a film its still, or take it away."""
        with self._database.work() as work:
            _record(work.session, film_id)
            before = _replace_still(work.session, film_id, picture)
            work.note(
                "changed",
                "film",
                film_id,
                {"still": picture_facts(before)},
                {"still": picture_facts(picture)},
            )

    def compare(self, films: Sequence[Film]) -> list[Comparison]:
        """Each read film beside the known one it is, if there is one."""
        # Imported for the first comparison: the window must not wait for RapidFuzz.
        from tourdesk.library.known import known_films  # noqa: PLC0415
        from tourdesk.library.recognising import KnownFilms  # noqa: PLC0415

        with self._database.reading() as session:
            known = KnownFilms(known_films(session))
            ids = [known.recognise(film) for film in films]
            found = self.films(film_id for film_id in ids if film_id is not None)
            return [
                compare(film, found.get(film_id) if film_id is not None else None)
                for film, film_id in zip(films, ids, strict=True)
            ]

    def save(self, films: Sequence[Film], progress: Progress | None = None) -> Saved:
        """Save films, all or none: those with an id are changed, the others added.

        Raises ProblemForUser when a film has no title, when another desk removed it, or when its cut in a programme would be taken away; Cancelled when the
        progress says so, with nothing saved.
        """
        watched = progress or Unwatched()
        ids: list[int] = []
        before: list[Film | None] = []
        with self._database.work() as work:
            for step, film in enumerate(films):
                stop_if_cancelled(watched)
                watched.at(step, len(films), film.title)
                known = work.session.get(FilmRecord, film.id) if film.id is not None else None
                if film.id is not None and known is None:
                    raise ProblemForUser(
                        f"“{film.title}” was removed at another desk meanwhile, and nothing was saved; "
                        "please add it as a new film if it is wanted."
                    )
                before.append(film_of(known) if known is not None else None)
                ids.append(_save(work, film, known))
            watched.at(len(films), len(films))
        return Saved(tuple(ids), tuple(before))

    def undo(self, saved: Saved) -> None:
        """Take a save back: added films go, changed ones become what they were."""
        added = [film_id for film_id, film in zip(saved.ids, saved.before, strict=True) if film is None]
        with self._database.work() as work:
            for film in saved.before:
                if film is not None:
                    _save(work, film, work.session.get(FilmRecord, film.id))
            for film_id in added:
                # Another desk may have removed one already: the others must still go.
                if work.session.get(FilmRecord, film_id) is not None:
                    _remove(work, film_id)

    def remove(self, film_ids: Iterable[int]) -> Removed:
        """Remove films, all or none. Raises ProblemForUser when a programme shows one of them."""
        wanted = tuple(film_ids)
        with self._database.work() as work:
            stills = work.session.execute(
                select(FilmStill.film_id, FilmStill.picture).where(FilmStill.film_id.in_(wanted))
            ).all()
            films = tuple(_remove(work, film_id) for film_id in wanted)
        return Removed(films, tuple((film_id, picture) for film_id, picture in stills))

    def undo_remove(self, removed: Removed) -> None:
        """Put removed films back, with their stills."""
        with self._database.work() as work:
            for film in removed.films:
                _save(work, film, None)
            for film_id, picture in removed.stills:
                _replace_still(work.session, film_id, picture)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """Ids in lists that a statement can name: SQLite takes 32,766 values, PostgreSQL 65,535."""
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), 10_000):
        yield wanted[start : start + 10_000]


def _record(session: Session, film_id: int) -> FilmRecord:
    record = session.get(FilmRecord, film_id)
    if record is None:
        raise ProblemForUser("This film is no longer in the library; somebody has removed it.")
    return record


def _save(work: UnitOfWork, given: Film, known: FilmRecord | None) -> int:
    film = replace(
        given,
        ratings=tuple(rating(text) for text in given.ratings),
        identifiers=tuple(identifier(text) for text in given.identifiers),
    )
    if not film.title.strip():
        raise ProblemForUser("A film needs a title; please type one.")
    if not film.versions:
        raise ProblemForUser(
            f"“{film.title}” needs at least one version; please add one, even without a run-time."
        )
    if film.year is not None and not 1 <= film.year <= 9999:
        raise ProblemForUser(f"“{film.title}” cannot be of the year {film.year}; please correct it.")
    names = (
        film.title,
        film.original_title,
        film.section,
        *(t for name in TERMS.values() for t in getattr(film, name)),
    )
    if too_long := next((name for name in names if name and len(name) > LONGEST_NAME), None):
        raise ProblemForUser(
            f"“{too_long[:60]}…” is longer than {LONGEST_NAME} letters, too long for a title or a name; please shorten it."
        )
    for version in film.versions:
        if version.seconds is not None and not 0 < version.seconds <= LONGEST_SECONDS:
            raise ProblemForUser(
                f"“{film.title}” cannot last {version.seconds} seconds; please correct its run-time."
            )
    if known is None:
        # With an id when a removed film is put back, without when it is new.
        record = FilmRecord(id=film.id, added=work.now)
        before = None
        work.session.add(record)
    else:
        record = known
        before = facts_of(film_of(known))
    write(record, film)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise ProblemForUser(
            f"A version of “{film.title}” is used in a programme and cannot be taken away; take it out of there first."
        ) from error
    work.note("added" if before is None else "changed", "film", record.id, before, facts_of(film))
    return record.id


def _remove(work: UnitOfWork, film_id: int) -> Film:
    record = _record(work.session, film_id)
    film = film_of(record)
    work.session.delete(record)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise ProblemForUser(
            f"“{film.title}” is shown in a programme and was not removed; please take it out of there first."
        ) from error
    work.note("removed", "film", film_id, facts_of(film), None)
    return film


def _replace_still(session: Session, film_id: int, picture: bytes | None) -> bytes | None:
    """Put a still in the place of the film's; returns the old one."""
    old = session.scalars(
        select(FilmStill).where(FilmStill.film_id == film_id).order_by(FilmStill.position)
    ).all()
    for still in old:
        session.delete(still)
    session.flush()
    if picture is not None:
        session.add(FilmStill(film_id=film_id, position=0, picture=picture))
    return old[0].picture if old else None
