"""The facets of the whole library in memory: which films they leave, and what can still be chosen.

Within one facet any chosen value will do, between facets all must hold; what one facet offers is counted without
its own choice, so that one can go on choosing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from tourdesk.library.finding.kept import Changed
from tourdesk.library.finding.licensed import Windows
from tourdesk.library.finding.matching import Ids, gathered, parsed
from tourdesk.library.finding.pairs import Mask, Pairs
from tourdesk.library.finding.wanted import Counts, Facet, Length, Majority, Wanted
from tourdesk.library.model import FilmCopy, FilmRecord, FilmTerm, FilmVersion, VerdictRecord

Groups = list[tuple[str, Ids]]

_MUST, _MAYBE, _NO = (
    func.sum(case((VerdictRecord.choice == choice, 1), else_=0))
    for choice in (Majority.MUST, Majority.MAYBE, Majority.NO)
)
_QUERIES: dict[Facet, tuple[Any, ...]] = {
    Facet.SECTION: (FilmRecord.section, FilmRecord.id, FilmRecord.section.is_not(None)),
    Facet.YEAR: (FilmRecord.year, FilmRecord.id, FilmRecord.year.is_not(None)),
    Facet.FORMAT: (
        case((FilmCopy.format == "", FilmCopy.medium), else_=FilmCopy.format),
        FilmVersion.film_id,
        FilmVersion.id == FilmCopy.version_id,
        (FilmCopy.format != "") | (FilmCopy.medium != ""),
    ),
    Facet.VERDICT: (
        case(
            ((_MUST > _MAYBE) & (_MUST > _NO), Majority.MUST.value),
            ((_NO > _MAYBE) & (_NO > _MUST), Majority.NO.value),
            else_=Majority.MAYBE.value,
        ),
        VerdictRecord.film_id,
        VerdictRecord.choice.is_not(None),
    ),
} | {
    facet: (FilmTerm.value, FilmTerm.film_id, FilmTerm.kind == kind)
    for facet, kind in ((Facet.TAG, "tag"), (Facet.COUNTRY, "country"), (Facet.LANGUAGE, "language"))
}
"""Where each facet is kept: its value, the film it is of, and conditions."""
_LENGTHS = ((Length.TO_10, 10 * 60), (Length.TO_30, 30 * 60), (Length.TO_60, 60 * 60))
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Facets:
    """All facets, and the run-time of each film."""

    films: Ids
    pairs: dict[Facet, Pairs]
    seconds: Ids
    """The run-time of the first version by the film's id; -1 when it is not known."""
    licences: Windows

    @staticmethod
    def read(session: Session) -> "Facets":
        """Those of all films."""
        films = parsed(session.scalar(select(gathered(FilmRecord.id))))
        groups = {facet: _groups(session, facet, None) for facet in _QUERIES}
        seconds = np.full(int(films.max(initial=0)) + 1, _UNKNOWN, np.int32)
        _read_seconds(session, seconds, None)
        pairs = {facet: Pairs.of(some) for facet, some in groups.items()}
        return _with_rest(films, pairs, seconds, Windows.read(session))

    def brought_up(self, session: Session, changed: Changed) -> "Facets":
        """The same after some films or verdicts were added, changed or removed."""
        ids = sorted(changed.films)
        gone_or_new = np.array(ids, np.int32)
        there = np.array(session.scalars(select(FilmRecord.id).where(FilmRecord.id.in_(ids))).all(), np.int32)
        films = np.concatenate([self.films[~np.isin(self.films, gone_or_new)], there])
        pairs = {
            facet: self.pairs[facet].replaced(gone_or_new, _groups(session, facet, ids)) for facet in _QUERIES
        }
        if changed.verdicts:
            pairs[Facet.VERDICT] = Pairs.of(_groups(session, Facet.VERDICT, None))
        seconds = np.full(max(int(films.max(initial=0)) + 1, len(self.seconds)), _UNKNOWN, np.int32)
        seconds[: len(self.seconds)] = self.seconds
        seconds[gone_or_new[gone_or_new < len(seconds)]] = _UNKNOWN
        _read_seconds(session, seconds, ids)
        return _with_rest(films, pairs, seconds, self.licences.brought_up(session, gone_or_new))

    def narrowed(self, found: Ids, wanted: Wanted, used_up: frozenset[int]) -> Ids:
        """Of the films that a search has found, in their order, those that are chosen; for `used_up` see `Windows.on`."""
        mask = self._mask(found, wanted.longest)
        for facet in wanted.chosen:
            mask &= self._chosen(facet, wanted, used_up)
        return found[mask[found]] if len(found) else found

    def counts(self, found: Ids, wanted: Wanted, used_up: frozenset[int]) -> Counts:
        """What each facet offers among the films that a search has found."""
        base = self._mask(found, wanted.longest)
        masks = {facet: self._chosen(facet, wanted, used_up) for facet in wanted.chosen}
        counts: dict[Facet, tuple[tuple[str, int], ...]] = {}
        for facet in Facet:
            left = base.copy()
            for other, mask in masks.items():
                if other is not facet:
                    left &= mask
            counted = self._pairs(facet, wanted, used_up).counted(left)
            there = {value for value, _ in counted}
            empty = [(value, 0) for value in wanted.chosen.get(facet, ()) if value not in there]
            counts[facet] = (*counted, *empty)
        return counts

    def _mask(self, found: Ids, longest: int | None) -> Mask:
        mask = np.zeros(len(self.seconds), np.bool_)
        mask[found[found < len(mask)]] = True
        if longest is not None:
            mask &= (self.seconds != _UNKNOWN) & (self.seconds <= longest)
        return mask

    def _chosen(self, facet: Facet, wanted: Wanted, used_up: frozenset[int]) -> Mask:
        return self._pairs(facet, wanted, used_up).having(wanted.chosen[facet], len(self.seconds))

    def _pairs(self, facet: Facet, wanted: Wanted, used_up: frozenset[int]) -> Pairs:
        if facet is Facet.LICENCE:
            return self.licences.on(wanted.night, self.films, used_up)
        return self.pairs[facet]


def _with_rest(films: Ids, pairs: dict[Facet, Pairs], seconds: Ids, licences: Windows) -> Facets:
    """Add what follows from what was read: the classes of length, and films of which the committee says nothing."""
    lengths = seconds[films]
    classes = np.searchsorted([limit for _, limit in _LENGTHS], lengths)
    names = [*(length for length, _ in _LENGTHS), Length.OVER_60]
    by_length: Groups = [
        (name.value, films[(classes == place) & (lengths != _UNKNOWN)]) for place, name in enumerate(names)
    ]
    by_length.append((Length.UNKNOWN.value, films[lengths == _UNKNOWN]))
    verdicts = [(value, ids) for value, ids in pairs[Facet.VERDICT].groups() if value != Majority.NONE]
    if verdicts:
        silent = np.setdiff1d(films, np.concatenate([ids for _, ids in verdicts]))
        verdicts.append((Majority.NONE.value, silent))
    return Facets(
        films,
        pairs | {Facet.LENGTH: Pairs.of(by_length), Facet.VERDICT: Pairs.of(verdicts)},
        seconds,
        licences,
    )


def _read_seconds(session: Session, seconds: Ids, films: Sequence[int] | None) -> None:
    query = select(FilmVersion.seconds, gathered(FilmVersion.film_id)).where(
        FilmVersion.position == 0, FilmVersion.seconds.is_not(None)
    )
    if films is not None:
        query = query.where(FilmVersion.film_id.in_(films))
    for length, ids in session.execute(query.group_by(FilmVersion.seconds)):
        seconds[parsed(ids)] = int(length or _UNKNOWN)


def _groups(session: Session, facet: Facet, films: Iterable[int] | None) -> Groups:
    """Each value of a facet with its films, of all films or of some."""
    value, film_id, *more = _QUERIES[facet]
    query: Select[Any] = select(value.label("value"), film_id.label("film_id")).where(*more)
    if films is not None:
        query = query.where(film_id.in_(films))
    if facet is Facet.VERDICT:
        query = query.group_by(film_id)
    elif facet is Facet.FORMAT:
        query = query.distinct()
    pairs = query.subquery()
    grouped = select(pairs.c.value, gathered(pairs.c.film_id)).group_by(pairs.c.value)
    return [(str(value), parsed(ids)) for value, ids in session.execute(grouped)]
