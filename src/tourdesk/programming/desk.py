"""The programmes' desk: what screens and commands may ask about programmes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.text import folded
from tourdesk.library.model import FilmVersion
from tourdesk.programming.difference import Difference, difference
from tourdesk.programming.editing import new_key
from tourdesk.programming.following import merged
from tourdesk.programming.listing import Outgrown, ProgrammeRow, outgrown, programme_rows
from tourdesk.programming.model import ProgrammeRecord
from tourdesk.programming.nesting import settled
from tourdesk.programming.programme import Item, ItemKind, Master, Programme
from tourdesk.programming.publishing import Published, publications, publish, published_stills
from tourdesk.programming.records import (
    ProgrammeIsGone,
    facts_of,
    programme_of,
    programme_record,
    with_films,
    write,
)
from tourdesk.programming.refusing import problem_of, refuse_impossible, refuse_removal, refuse_unknown_master
from tourdesk.programming.varying import followed, remember
from tourdesk.storage.database import Database

__all__ = ["ConflictWithAnotherDesk", "Followed", "ProgrammeIsGone", "ProgrammeRow", "ProgrammingDesk"]


@dataclass(frozen=True, slots=True)
class Followed:
    """A variation that has followed its master: as it is saved now, what that changed, and what was not taken.

    `kept` says in a sentence each what was changed in the master and here, and stays as it is here.
    """

    programme: Programme
    taken: Difference
    kept: tuple[str, ...]


class ConflictWithAnotherDesk(ProblemForUser):
    """Two desks changed one programme; the user decides which version stays."""


class ProgrammingDesk:
    """Programmes over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self) -> list[ProgrammeRow]:
        """All programmes by name."""
        with self._database.reading() as session:
            return programme_rows(session)

    def names(self) -> dict[int, str]:
        """The names of all programmes, by id."""
        with self._database.reading() as session:
            found = session.execute(select(ProgrammeRecord.id, ProgrammeRecord.name))
            return {row.id: row.name for row in found}

    def outgrown(self, film_ids: Collection[int]) -> list[Outgrown]:
        """Which programmes have one of these films in another length than it has now."""
        with self._database.reading() as session:
            return outgrown(session, film_ids)

    def programme(self, programme_id: int) -> Programme:
        """One programme, its films with their run-times of now. Raises ProblemForUser when it is gone."""
        with self._database.reading() as session:
            return programme_of(session, programme_record(session, programme_id))

    def newer(self, programme_id: int, revision: int) -> Programme | None:
        """The programme when it was saved since that revision, else None. Raises ProblemForUser when it is gone."""
        with self._database.reading() as session:
            wanted = select(ProgrammeRecord.revision).where(ProgrammeRecord.id == programme_id)
            if session.scalar(wanted) == revision:
                return None
            return programme_of(session, programme_record(session, programme_id))

    def find(self, name: str) -> Programme:
        """The programme of that name (case and accents make no difference where one is meant).

        Raises ProblemForUser when there is none, or several.
        """
        with self._database.reading() as session:
            # Compared here: each database has its own idea of small letters, and SQLite knows only those of English.
            named = session.execute(select(ProgrammeRecord.name, ProgrammeRecord.id))
            ids = {row.name: row.id for row in named}
            return programme_of(session, programme_record(session, ids[_meant(name, sorted(ids))]))

    def save(self, programme: Programme) -> Programme:
        """Save a programme whole; returns it with its id and its new revision.

        A film of which the programme has no known run-time is known with that of now. A programme that has a `master`
        is a variation of it, one whose `master` is None varies none any more.

        Raises ProblemForUser when its name is taken or empty, when a film of it is gone, or when another desk
        saved it since it was read (`revision` is no longer the newest).
        """
        programme = programme.with_items(settled(programme.items))
        refuse_impossible(programme)
        with self._database.work() as work:
            session = work.session
            if programme.id is None:
                record, before = ProgrammeRecord(revision=0), None
            else:
                record = programme_record(session, programme.id, to_change=True)
                before = facts_of(programme_of(session, record))
                if record.revision != programme.revision:
                    raise ConflictWithAnotherDesk(
                        _(
                            "“{name}” was changed at another desk meanwhile; please load that version, or save yours "
                            "over it.",
                            name=record.name,
                        )
                    )
            refuse_unknown_master(session, programme)
            write(record, programme.with_items(with_films(session, programme.items)))
            session.add(record)
            try:
                session.flush()
            except IntegrityError as error:
                raise problem_of(error, programme) from error
            saved = programme_of(session, record)
            work.note(
                "added" if before is None else "changed", "programme", record.id, before, facts_of(saved)
            )
        return saved

    def remove(self, programme_id: int) -> Programme:
        """Remove a programme; returns it as it was.

        Raises ProblemForUser when a screening shows it, when it was published, or when others vary it.
        """
        with self._database.work() as work:
            session = work.session
            record = programme_record(session, programme_id, to_change=True)
            programme = programme_of(session, record)
            refuse_removal(session, programme)
            session.delete(record)
            try:
                session.flush()
            except IntegrityError as error:
                raise ProblemForUser(
                    _(
                        "“{name}” is shown at a screening and was not removed; please choose another programme "
                        "there first.",
                        name=programme.name,
                    )
                ) from error
            work.note("removed", "programme", programme_id, facts_of(programme), None)
        return programme

    def film_item(self, film_id: int, version_id: int | None = None) -> Item:
        """A new item that shows a film's version (its first, when none is named)."""
        (item,) = self.film_items([film_id]) if version_id is None else self.version_items([version_id])
        return item

    def film_items(self, film_ids: Sequence[int]) -> list[Item]:
        """New items that show the first versions of films, in this order. Raises ProblemForUser when one is gone."""
        with self._database.reading() as session:
            query = (
                select(FilmVersion.film_id, FilmVersion.id)
                .where(FilmVersion.film_id.in_(set(film_ids)))
                .order_by(FilmVersion.position.desc())
            )
            first = {row.film_id: row.id for row in session.execute(query)}
            # A film without a version there is none: one that is not found is gone.
            return self.version_items([first.get(film_id, 0) for film_id in film_ids])

    def version_items(self, version_ids: Sequence[int]) -> list[Item]:
        """New items that show these versions, in this order. Raises ProblemForUser when one is gone."""
        with self._database.reading() as session:
            shown = with_films(
                session,
                [Item(new_key(), ItemKind.FILM, "", None, version_id=number) for number in version_ids],
            )
        if any(item.film_id is None for item in shown):
            raise ProblemForUser(_("This film is no longer in the library; somebody has removed it."))
        return [replace(item, known_seconds=item.seconds) for item in shown]

    def of_now(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Items with what the library says of their films now; one whose film is gone stays as it is."""
        with self._database.reading() as session:
            return with_films(session, items)

    # Masters and variations.

    def vary(self, programme_id: int, name: str) -> Programme:
        """Make a variation of a programme, its master from now on: the same items under another name.

        Raises ProblemForUser as `save` does.
        """
        with self._database.work() as work:
            # Locked: the state that is remembered must be the one that is copied.
            master = programme_of(work.session, programme_record(work.session, programme_id, to_change=True))
            remember(work, master)
            link = Master(programme_id, master.name, master.revision, master.revision)
            return self.save(replace(master, name=name, id=None, revision=0, master=link))

    def variations(self, programme_id: int) -> list[ProgrammeRow]:
        """The programmes that vary this one, by name; `master.ahead` says which of them are behind."""
        with self._database.reading() as session:
            return programme_rows(session, varying=programme_id)

    def difference_from_master(self, programme_id: int) -> Difference:
        """How a variation differs from its master as that is now. Raises ProblemForUser when it varies none."""
        with self._database.reading():
            variation = self.programme(programme_id)
            master = self.programme(self._master_of(variation).id)
            return difference(replace(master, name=variation.name), variation)

    def follow(self, programme_id: int) -> Followed:
        """Take over into a variation what was changed in its master since it last did, and save it.

        What the variation changed itself stays (see `following`). Saving the programme as it was before takes it back,
        also that it followed. Raises ProblemForUser when it varies none.
        """
        with self._database.work() as work:
            link = self._master_of(self.programme(programme_id))
            master = programme_of(work.session, programme_record(work.session, link.id, to_change=True))
            variation = programme_of(
                work.session, programme_record(work.session, programme_id, to_change=True)
            )
            base = followed(work.session, link.id, link.followed)
            if base is None:
                raise LookupError(f"nobody has noted revision {link.followed} of {link.name!r}")
            remember(work, master)
            result = merged(base, variation, master)
            saved = self.save(
                replace(
                    result.programme, master=replace(link, followed=master.revision, revision=master.revision)
                )
            )
            return Followed(saved, difference(variation, saved), result.kept)

    def _master_of(self, programme: Programme) -> Master:
        if programme.master is None:
            raise ProblemForUser(
                _(
                    "“{name}” is no variation of another programme, so there is nothing to follow.",
                    name=programme.name,
                )
            )
        return programme.master

    # Publications.

    def publish(self, programme_id: int) -> Published:
        """Publish a programme as it is now: frozen with its films, numbered, dated, with who did it.

        Raises ProblemForUser when it is gone or empty.
        """
        with self._database.work() as work:
            # Locked: two desks that publish at the same moment must not take one number.
            record = programme_record(work.session, programme_id, to_change=True)
            return publish(work, programme_of(work.session, record))

    def published(self, programme_id: int) -> list[Published]:
        """What was published of a programme, the first one first. `difference` shows what has changed since."""
        with self._database.reading() as session:
            return publications(session, programme_id)

    def published_stills(self, published_id: int) -> dict[int, bytes]:
        """The stills that papers of a publication show, by film id: the first of each film as it was published."""
        with self._database.reading() as session:
            return published_stills(session, published_id)

    def publication(self, programme_id: int, number: int) -> Published:
        """One publication of a programme. Raises ProblemForUser when there is none of this number."""
        for one in self.published(programme_id):
            if one.number == number:
                return one
        raise ProblemForUser(
            _("This programme has no publication number {number}; please choose another one.", number=number)
        )


def _meant(name: str, names: Sequence[str]) -> str:
    """The name that is meant among those there are."""
    if name in names:
        return name
    alike = [known for known in names if folded(known) == folded(name)]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise ProblemForUser(
            _(
                "{count} programmes are called “{name}”; please write one as it stands: {names}.",
                count=len(alike),
                name=name,
                names=", ".join(alike),
            )
        )
    if names:
        raise ProblemForUser(
            _("No programme is called “{name}”; there are: {names}.", name=name, names=", ".join(names))
        )
    raise ProblemForUser(_("No programme is called “{name}”; there are none yet.", name=name))
