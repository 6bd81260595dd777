"""Two records of one film made one: what each says side by side, and all that hangs on the one moved to the other."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.language import _
from tourdesk.library.changing import FilmChangedElsewhere
from tourdesk.library.comparing import ADDED, COMPARED
from tourdesk.library.films import Film, Version
from tourdesk.library.model import (
    FilmCopy,
    FilmLicence,
    FilmRecord,
    FilmShowing,
    FilmSource,
    FilmStill,
    FilmVersion,
    VerdictRecord,
)
from tourdesk.library.records import facts_of
from tourdesk.library.removing import verdicts_of
from tourdesk.library.rewriting import rewrite
from tourdesk.library.stored import film_of
from tourdesk.storage.work import UnitOfWork

LISTED = ("tags", "advisories", "ratings", "identifiers")
"""Lists of which both records' entries are kept unless somebody chooses."""

CHOSEN = (*(name for name in COMPARED if name not in ADDED), "source")
"""The fields of which one record's value is chosen; versions, copies, stills, showings, licences and verdicts are all kept."""


@dataclass(frozen=True, slots=True)
class MergedFields:
    """Two records of one film, and the fields that they say differently."""

    kept: Film
    gone: Film
    differing: tuple[str, ...]

    def film(self, choices: dict[str, str]) -> Film:
        """The kept record with each field as chosen: `kept`, `gone` or `both` (of lists and notes)."""
        values: dict[str, Any] = {}
        for name in CHOSEN:
            one, other = getattr(self.kept, name), getattr(self.gone, name)
            choice = choices.get(name) or self.proposed(name)
            values[name] = one if choice == "kept" else other if choice == "gone" else _both(one, other)
        return replace(self.kept, **values)

    def proposed(self, name: str) -> str:
        """What is chosen of a field until somebody chooses: nothing that either record says is lost by itself."""
        one, other = getattr(self.kept, name), getattr(self.gone, name)
        if not one and other:
            return "gone"
        if one and other and one != other and can_be_both(name):
            return "both"
        return "kept"


def _both(one: Any, other: Any) -> Any:
    if isinstance(one, tuple):
        return tuple(dict.fromkeys((*one, *other)))
    return f"{one}\n\n{other}"


def can_be_both(name: str) -> bool:
    """Whether both records' values of a field can be kept."""
    return name in LISTED or name == "notes"


def side_by_side(kept: Film, gone: Film) -> MergedFields:
    """Two records of one film beside each other."""
    differing = [name for name in CHOSEN if getattr(kept, name) != getattr(gone, name)]
    return MergedFields(kept, gone, tuple(differing))


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, so that it can be taken back: both records before, and the kept one after."""

    kept: Film
    gone: Film
    after: Film
    still_ids: tuple[int, ...]
    verdicts: tuple[dict[str, object], ...]
    """The verdicts on both records before, as values of their columns; those on the one that went are the first."""


def merge(work: UnitOfWork, film: Film, gone: Film) -> Merged:
    """Make the record `gone` part of the record that `film` has the id of, which gets the values of `film`.

    Versions keep their ids, so that programmes go on showing them; a version that the kept record has too and that no
    programme shows is dropped, its copies move. Of two verdicts of one member the later stays. Raises
    FilmChangedElsewhere when either record was saved since it was read.
    """
    session = work.session
    kept_id, gone_id = _id(film), _id(gone)
    kept_before, gone_before = _unchanged(session, film), _unchanged(session, gone)
    still_ids = tuple(session.scalars(select(FilmStill.id).where(FilmStill.film_id == gone_id)))
    given = verdicts_of(session, [gone_id, kept_id])
    verdicts = (*given.get(gone_id, ()), *given.get(kept_id, ()))
    _move_versions(session, kept_before, gone_before)
    _move_rest(session, kept_id, gone_id)
    _move_verdicts(session, kept_id, gone_id)
    session.execute(delete(FilmRecord).where(FilmRecord.id == gone_id))
    now = film_of(session, kept_id)
    [after] = rewrite(
        session, [(now, replace(now, **{name: getattr(film, name) for name in CHOSEN}))], work.now
    )
    work.note("merged", "film", gone_id, facts_of(gone_before), {"merged_into": kept_id})
    work.note("changed", "film", kept_id, facts_of(kept_before), facts_of(after) | {"merged_from": gone_id})
    return Merged(kept_before, gone_before, after, still_ids, verdicts)


def unmerge(work: UnitOfWork, merged: Merged) -> None:
    """Take a merge back. Raises FilmChangedElsewhere when the kept record was saved since."""
    session = work.session
    kept_id, gone_id = _id(merged.kept), _id(merged.gone)
    _unchanged(session, merged.after)
    session.execute(insert(FilmRecord).values(id=gone_id, added=work.now, **_nothing(merged.gone)))
    _take_versions_back(session, merged.gone)
    for still_id in merged.still_ids:
        session.execute(update(FilmStill).where(FilmStill.id == still_id).values(film_id=gone_id))
    for showing in merged.gone.showings:
        session.execute(update(FilmShowing).where(FilmShowing.id == showing.id).values(film_id=gone_id))
    for licence in merged.gone.licences:
        session.execute(update(FilmLicence).where(FilmLicence.id == licence.id).values(film_id=gone_id))
    _put_verdicts_back(session, merged.verdicts)
    rewrite(session, [(film_of(session, _id(film)), film) for film in (merged.gone, merged.kept)], work.now)
    after = {"merged_from": gone_id} | facts_of(merged.after)
    work.note("added", "film", gone_id, None, facts_of(merged.gone))
    work.note("changed", "film", kept_id, after, facts_of(merged.kept))


def _id(film: Film) -> int:
    if film.id is None:
        raise ValueError("a film that was never saved cannot be merged")
    return film.id


def _unchanged(session: Session, film: Film) -> Film:
    now = film_of(session, _id(film), to_change=True)
    if film.revision is not None and film.revision != now.revision:
        raise FilmChangedElsewhere(now)
    return now


def _move_versions(session: Session, kept: Film, gone: Film) -> None:
    names = {version.name: version for version in kept.versions}
    place = len(kept.versions)
    for version in gone.versions:
        same = names.get(version.name)
        if same is not None and _one_cut(same, version) and _dropped(session, same, version):
            continue
        name = version.name if same is None else _free_name(gone.title, version.name, set(names))
        names[name] = version
        session.execute(
            update(FilmVersion)
            .where(FilmVersion.id == version.id)
            .values(film_id=kept.id, position=place, name=name)
        )
        place += 1
        if name != version.name:
            # A licence names the version it is for, which is called otherwise now.
            session.execute(
                update(FilmLicence)
                .where(FilmLicence.film_id == gone.id, FilmLicence.version == version.name)
                .values(version=name)
            )


def _one_cut(one: Version, other: Version) -> bool:
    """Whether two versions of one name are the same cut, as far as their run-times tell."""
    if one.seconds is None or other.seconds is None:
        return True
    if one.approximate or other.approximate:
        return abs(one.seconds - other.seconds) < 60
    return one.seconds == other.seconds


def _dropped(session: Session, kept: Version, gone: Version) -> bool:
    """Move a version's copies and what it knows of its run-time to the other one; False when a programme shows it."""
    try:
        with session.begin_nested():
            session.execute(
                update(FilmCopy)
                .where(FilmCopy.version_id == gone.id)
                .values(version_id=kept.id, position=FilmCopy.position + len(kept.copies))
            )
            session.execute(delete(FilmVersion).where(FilmVersion.id == gone.id))
    except IntegrityError:
        return False
    if gone.seconds is not None and (kept.seconds is None or (kept.approximate and not gone.approximate)):
        session.execute(
            update(FilmVersion)
            .where(FilmVersion.id == kept.id)
            .values(seconds=gone.seconds, approximate=gone.approximate)
        )
    return True


def _free_name(title: str, name: str, taken: set[str]) -> str:
    wanted = _("{name}, of “{title}”", name=name, title=title)
    number, free = 2, wanted
    while free in taken:
        free, number = f"{wanted} ({number})", number + 1
    return free


def _move_rest(session: Session, kept_id: int, gone_id: int) -> None:
    """Stills and licences behind those of the kept record, showings, and sources that it does not have."""
    last = max(session.scalars(select(FilmStill.position).where(FilmStill.film_id == kept_id)), default=-1)
    session.execute(
        update(FilmStill)
        .where(FilmStill.film_id == gone_id)
        .values(film_id=kept_id, position=FilmStill.position + last + 1)
    )
    session.execute(update(FilmShowing).where(FilmShowing.film_id == gone_id).values(film_id=kept_id))
    licences = max(
        session.scalars(select(FilmLicence.position).where(FilmLicence.film_id == kept_id)), default=-1
    )
    session.execute(
        update(FilmLicence)
        .where(FilmLicence.film_id == gone_id)
        .values(film_id=kept_id, position=FilmLicence.position + licences + 1)
    )
    known = select(FilmSource.name).where(FilmSource.film_id == kept_id).scalar_subquery()
    session.execute(
        update(FilmSource)
        .where(FilmSource.film_id == gone_id, FilmSource.name.not_in(known))
        .values(film_id=kept_id)
        .execution_options(synchronize_session=False)
    )


def _move_verdicts(session: Session, kept_id: int, gone_id: int) -> None:
    given = verdicts_of(session, [kept_id, gone_id])
    there = {row["member_id"]: row for row in given.get(kept_id, ())}
    for row in given.get(gone_id, ()):
        other = there.get(row["member_id"])
        late = other is None or _given(row) > _given(other)
        if late and other is not None:
            session.execute(delete(VerdictRecord).where(VerdictRecord.id == other["id"]))
        if late:
            session.execute(
                update(VerdictRecord).where(VerdictRecord.id == row["id"]).values(film_id=kept_id)
            )


def _given(verdict: dict[str, object]) -> Any:
    return verdict["given"]


def _nothing(film: Film) -> dict[str, Any]:
    """What a record needs before it is written: with a title already, the words it is found by would not be made anew."""
    return {
        "title": "",
        "notes": "",
        "revision": film.revision or 0,
        "folded_title": "",
        "folded_names": "",
        "folded_words": "",
    }


def _take_versions_back(session: Session, gone: Film) -> None:
    for position, version in enumerate(gone.versions):
        values = {"film_id": gone.id, "position": position, "name": version.name}
        if session.scalar(select(FilmVersion.id).where(FilmVersion.id == version.id)):
            session.execute(update(FilmVersion).where(FilmVersion.id == version.id).values(**values))
        else:
            session.execute(
                insert(FilmVersion).values(
                    id=version.id, seconds=version.seconds, approximate=version.approximate, **values
                )
            )
        for copy in version.copies:
            session.execute(update(FilmCopy).where(FilmCopy.id == copy.id).values(version_id=version.id))


def _put_verdicts_back(session: Session, verdicts: tuple[dict[str, object], ...]) -> None:
    for verdict in verdicts:
        same = VerdictRecord.id == verdict["id"]
        if session.scalar(select(VerdictRecord.id).where(same)):
            session.execute(update(VerdictRecord).where(same).values(film_id=verdict["film_id"]))
        else:
            session.execute(insert(VerdictRecord).values(**verdict))
