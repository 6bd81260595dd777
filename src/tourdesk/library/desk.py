"""The library's desk: what screens and commands may ask about films."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import distinct, func, select

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_
from tourdesk.foundation.progress import Progress, Unwatched, stop_if_cancelled
from tourdesk.library.batches import batches
from tourdesk.library.changing import FilmChange, FilmChangedElsewhere, rebased
from tourdesk.library.comparing import Comparison, compare
from tourdesk.library.film_row import FilmRow
from tourdesk.library.films import Film, Still
from tourdesk.library.finding.desk import FindingDesk
from tourdesk.library.finding.wanted import Facet, Wanted
from tourdesk.library.keeping import add_films, change_films
from tourdesk.library.licences import Licence
from tourdesk.library.licences_kept import every_licence
from tourdesk.library.merging import Merged, merge, unmerge
from tourdesk.library.model import FilmRecord, FilmStill, FilmTerm
from tourdesk.library.removing import Removal, ShownIn, put_back, remove_films
from tourdesk.library.still_files import digest, not_among
from tourdesk.library.stills import (
    first_stills,
    keep_thumbnails,
    stills_facts,
    thumbnail_of,
    without_thumbnail,
    write_stills,
)
from tourdesk.library.stored import film_of, films_of, lock_films
from tourdesk.library.title_order import folded_title
from tourdesk.storage.database import Database
from tourdesk.storage.work import UnitOfWork

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Saved:
    """What one save did, so that it can be taken back: the films as they were (None: added), and as they are kept."""

    before: tuple[Film | None, ...]
    after: tuple[Film, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the films, in the order in which they were given."""
        return tuple(film.id for film in self.after if film.id is not None)


@dataclass(frozen=True, slots=True)
class StillsSaved:
    """What a change of a film's stills did, so that it can be taken back."""

    film_id: int
    before: tuple[Still, ...]
    after: tuple[Still, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """Films that were removed, so that they can be put back."""

    removals: tuple[Removal, ...]

    @property
    def films(self) -> tuple[Film, ...]:
        """The films as they were."""
        return tuple(removal.film for removal in self.removals)


class LibraryDesk:
    """The film library over one database."""

    def __init__(self, database: Database, finding: FindingDesk, shown_in: ShownIn) -> None:
        self._database = database
        self._shown_in = shown_in
        self._finding = finding

    def rows(self, search: str = "", section: str | None = None, tag: str | None = None) -> list[FilmRow]:
        """The films that hold every searched word, the best first; all of them by title when nothing is searched.

        `section` and `tag` narrow it to films of that section and with that tag.
        """
        chosen = {
            facet: (value,)
            for facet, value in ((Facet.SECTION, section), (Facet.TAG, tag))
            if value is not None
        }
        return self._finding.every_row(Wanted(search, chosen))

    def film(self, film_id: int) -> Film:
        """One film. Raises ProblemForUser when it is no longer there."""
        with self._database.reading() as session:
            return film_of(session, film_id)

    def films(self, film_ids: Iterable[int]) -> dict[int, Film]:
        """Several films by id; those that are gone are left out."""
        with self._database.reading() as session:
            return films_of(session, film_ids)

    def find(self, title: str) -> Film:
        """The film of that title (case and accents make no difference). Raises ProblemForUser when none or several have it."""
        wanted = folded_title(title)
        with self._database.reading() as session:
            found = session.scalars(select(FilmRecord.id).where(FilmRecord.folded_title == wanted)).all()
            if not found:
                raise ProblemForUser(
                    _(
                        "No film is called “{title}”; please check the title, or search: tourdesk films list.",
                        title=title,
                    )
                )
            if len(found) > 1:
                raise ProblemForUser(
                    n_(
                        "{n} film is called “{title}”; please choose one in the window.",
                        "{n} films are called “{title}”; please choose one in the window.",
                        len(found),
                        title=title,
                    )
                )
            return film_of(session, found[0])

    def licences(self) -> dict[int, tuple[Licence, ...]]:
        """The licences of all films that have any, by film, in their order."""
        with self._database.reading() as session:
            return every_licence(session)

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

    def stills(self, film_ids: Iterable[int]) -> dict[int, bytes]:
        """The first still of each of several films, as it is kept."""
        with self._database.reading() as session:
            return first_stills(session, film_ids)

    def thumbnails(self, film_ids: Iterable[int]) -> dict[int, bytes]:
        """The thumbnail of the first still of each of several films; those without are left out.

        A still that has none yet gets it now.
        """
        wanted = list(film_ids)
        self._make_thumbnails(wanted)
        query = select(FilmStill.film_id, FilmStill.thumbnail).order_by(FilmStill.position.desc())
        with self._database.reading() as session:
            return {
                row.film_id: row.thumbnail
                for some in batches(wanted)
                for row in session.execute(query.where(FilmStill.film_id.in_(some)))
                if row.thumbnail
            }

    def stills_of(self, film_id: int) -> tuple[Still, ...]:
        """A film's stills in their order, by their thumbnails; the pictures themselves are not read."""
        self._make_thumbnails([film_id])
        query = (
            select(FilmStill.id, FilmStill.thumbnail)
            .where(FilmStill.film_id == film_id)
            .order_by(FilmStill.position, FilmStill.id)
        )
        with self._database.reading() as session:
            return tuple(Still(row.thumbnail or b"", None, row.id) for row in session.execute(query))

    def picture(self, still_id: int) -> bytes | None:
        """A still as it is kept; None when it is gone."""
        with self._database.reading() as session:
            return session.scalar(select(FilmStill.picture).where(FilmStill.id == still_id))

    def pictures(self, film_id: int) -> tuple[bytes, ...]:
        """All the stills of a film as they are kept, in their order."""
        query = select(FilmStill.picture).where(FilmStill.film_id == film_id)
        with self._database.reading() as session:
            return tuple(session.scalars(query.order_by(FilmStill.position, FilmStill.id)))

    def add_stills(self, film_id: int, stills: Sequence[Still]) -> StillsSaved | None:
        """Put stills behind those of a film; a picture that it has already is left out. None when it has all of them."""
        with self._database.work():
            new = not_among(stills, map(digest, self.pictures(film_id)))
            known = self.stills_of(film_id)
            return self.set_stills(film_id, (*known, *new), known) if new else None

    def set_stills(self, film_id: int, wanted: Sequence[Still], known: Sequence[Still] = ()) -> StillsSaved:
        """Give a film its stills in this order; of the `known` ones those that are not wanted are taken away.

        New ones come from `stills.still_of`. What another desk added meanwhile stays, behind the others.
        """
        with self._database.work() as work:
            film_of(work.session, film_id, to_change=True)
            before, after = write_stills(work.session, film_id, known, wanted)
            work.note("changed", "film", film_id, stills_facts(before, after), stills_facts(after, before))
        return StillsSaved(film_id, before, after)

    def undo_stills(self, saved: StillsSaved) -> None:
        """Take a change of stills back; a film that is gone meanwhile needs none."""
        with self._database.work() as work:
            if work.session.get(FilmRecord, saved.film_id) is not None:
                self.set_stills(saved.film_id, saved.before, saved.after)

    def _make_thumbnails(self, film_ids: Sequence[int]) -> None:
        with self._database.reading() as session:
            pictures = {
                still_id: picture
                for some in batches(film_ids)
                for still_id, picture in without_thumbnail(session, some).items()
            }
        if pictures:
            # Made before the work begins: other desks must not wait for it.
            made = {still_id: thumbnail_of(picture) for still_id, picture in pictures.items()}
            with self._database.work() as work:
                keep_thumbnails(work.session, made)

    def compare(self, films: Sequence[Film]) -> list[Comparison]:
        """Each read film beside the known one it is, if there is one."""
        with self._database.reading():
            known = self._finding.known()
            ids = [known.recognise(film) for film in films]
            found = self.films(film_id for film_id in ids if film_id is not None)
            return [
                compare(film, found.get(film_id) if film_id is not None else None)
                for film, film_id in zip(films, ids, strict=True)
            ]

    def duplicates(self, film_id: int) -> tuple[Film, ...]:
        """Other records that are likely of the same film, to be merged."""
        # Imported for the first comparison: the window must not wait for RapidFuzz.
        from tourdesk.library.known import known_duplicates  # noqa: PLC0415

        with self._database.reading() as session:
            film = film_of(session, film_id)
            return tuple(self.films(known_duplicates(session, film)).values())

    def save(self, films: Sequence[Film], progress: Progress | None = None) -> Saved:
        """Save films, all or none: those with an id are changed, the others added.

        Raises ProblemForUser when a film has no title, when another desk removed it, or when its cut in a programme
        would be taken away; FilmChangedElsewhere when another desk saved it since it was read; Cancelled when the
        progress says so, with nothing saved.
        """
        return self.change([FilmChange(None, film) for film in films], progress)

    def change(self, changes: Sequence[FilmChange], progress: Progress | None = None) -> Saved:
        """Change films and add the new ones, all or none; what another desk changed in other fields meanwhile is kept.

        Raises FilmChangedElsewhere when it changed the same fields; and what `save` raises. Of several changes of one film
        each is made after the one before it.
        """
        progress = progress or Unwatched()
        saved: list[tuple[Film | None, Film]] = []
        with self._database.work() as work:
            lock_films(work.session, _ids(change.after for change in changes))
            for some in _together(changes):
                stop_if_cancelled(progress)
                progress.at(len(saved), len(changes), some[0].after.title)
                saved += _changed(work, some)
            progress.at(len(changes), len(changes))
            # The last moment in which it can be stopped: nothing is kept yet.
            stop_if_cancelled(progress)
        return Saved(tuple(before for before, _after in saved), tuple(after for _before, after in saved))

    def undo(self, saved: Saved, progress: Progress | None = None) -> None:
        """Take a save back: added films go, changed ones become what they were, but for what was changed since.

        Raises FilmChangedElsewhere, with nothing taken back, when what was saved has been changed again; Cancelled as
        `save` does. A film that another desk removed meanwhile stays removed.
        """
        pairs: dict[int | None, tuple[Film | None, Film]] = {}
        for before, after in zip(saved.before, saved.after, strict=True):
            # A film that was changed twice becomes what it was before the first change.
            pairs[after.id] = (pairs[after.id][0] if after.id in pairs else before, after)
        with self._database.work() as work:
            lock_films(work.session, saved.ids)
            for some in _parts(list(pairs.values()), progress or Unwatched()):
                _taken_back(work, some, self._shown_in)

    def remove(self, film_ids: Iterable[int], progress: Progress | None = None) -> Removed:
        """Remove films, all or none. Raises ProblemForUser when a programme shows one of them, Cancelled as `save` does."""
        removals: list[Removal] = []
        with self._database.work() as work:
            for some in _parts(list(dict.fromkeys(film_ids)), progress or Unwatched()):
                removals += remove_films(work, some, self._shown_in)
        return Removed(tuple(removals))

    def undo_remove(self, removed: Removed, progress: Progress | None = None) -> None:
        """Put removed films back, with their stills and verdicts. Raises Cancelled as `save` does."""
        with self._database.work() as work:
            for some in _parts(removed.removals, progress or Unwatched()):
                put_back(work, some)

    def merge(self, film: Film, gone: Film) -> Merged:
        """Make the record `gone` part of the one that `film` has the id of, which gets the values of `film`.

        Its versions, copies, stills, showings and verdicts move over, and programmes go on showing them. Raises
        FilmChangedElsewhere when either record was saved since it was read.
        """
        with self._database.work() as work:
            return merge(work, film, gone)

    def unmerge(self, merged: Merged) -> None:
        """Take a merge back. Raises FilmChangedElsewhere when the record that stayed was saved since."""
        with self._database.work() as work:
            unmerge(work, merged)


_AT_ONCE = 1_000
"""Films that are saved with the same statements: between them, a save can be cancelled."""


def _parts(all_of_them: Sequence[T], progress: Progress) -> Iterator[Sequence[T]]:
    """Parts of what is to be done within a work, which is done or stopped when the last was."""
    for start in range(0, len(all_of_them), _AT_ONCE):
        stop_if_cancelled(progress)
        progress.at(start, len(all_of_them))
        yield all_of_them[start : start + _AT_ONCE]
    progress.at(len(all_of_them), len(all_of_them))
    # The last moment in which it can be stopped: nothing is kept yet.
    stop_if_cancelled(progress)


def _together(changes: Sequence[FilmChange]) -> Iterator[list[FilmChange]]:
    """The changes in their order, in parts that hold no film twice."""
    some: list[FilmChange] = []
    there: set[int] = set()
    for change in changes:
        film_id = change.after.id
        if len(some) == _AT_ONCE or film_id in there:
            yield some
            some, there = [], set()
        some.append(change)
        if film_id is not None:
            there.add(film_id)
    if some:
        yield some


def _changed(work: UnitOfWork, some: Sequence[FilmChange]) -> list[tuple[Film | None, Film]]:
    known = films_of(work.session, _ids(change.after for change in some))
    films = [_rebased(change, known.get(change.after.id or 0)) for change in some]
    added = iter(add_films(work, [film for film in films if film.id is None]))
    changed = iter(change_films(work, [film for film in films if film.id is not None], known))
    return [(None, next(added)) if film.id is None else next(changed) for film in films]


def _taken_back(work: UnitOfWork, some: Sequence[tuple[Film | None, Film]], shown_in: ShownIn) -> None:
    known = films_of(work.session, _ids(after for _before, after in some))
    added, changed = [], []
    for before, after in some:
        now = known.get(after.id or 0)
        if now is None or now.id is None:
            continue
        if before is not None:
            changed.append(_rebased(FilmChange(after, before), now))
        elif now.revision == after.revision:
            added.append(now.id)
        else:
            raise FilmChangedElsewhere(now)
    change_films(work, changed, known)
    remove_films(work, added, shown_in)


def _ids(films: Iterable[Film]) -> Iterator[int]:
    return (film.id for film in films if film.id is not None)


def _rebased(change: FilmChange, now: Film | None) -> Film:
    """What a change makes of the film as it is now."""
    if now is None or change.before is None:
        # A new film; or one that was removed, which `change_films` tells.
        return change.after
    film, clashes = rebased(change.before, change.after, now)
    if clashes:
        raise FilmChangedElsewhere(now, clashes)
    return film
