"""What the Films screen saves, as work for a worker's thread: each step can be taken back whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tourdesk.desks import Desks
from tourdesk.foundation.progress import Progress
from tourdesk.gui.films.words import counted
from tourdesk.library.desk import Saved
from tourdesk.library.films import Film
from tourdesk.touring.night import Tour


@dataclass(frozen=True, slots=True)
class Still:
    """A still that was chosen in place of another; `picture` is None when it was taken away."""

    picture: bytes | None


@dataclass(frozen=True, slots=True)
class Edit:
    """What saving one film did; `still` is the still it had before, None when that was not touched."""

    film_id: int
    saved: Saved
    still: Still | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What is to be kept of a page: films, names of sponsors, and contact lines of the tour by their field."""

    films: tuple[Film, ...]
    sponsors: tuple[str, ...] = ()
    contact: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """What is kept, in words: `2 films, 1 sponsor and the tour's contact`; empty when nothing is."""
        parts = []
        if self.films:
            parts.append(counted(len(self.films), "film"))
        if self.sponsors:
            parts.append(counted(len(self.sponsors), "sponsor"))
        if self.contact:
            parts.append("the tour's contact")
        return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


@dataclass(frozen=True, slots=True)
class Imported:
    """What saving a page did, so that it can be taken back."""

    saved: Saved
    sponsor_ids: tuple[int, ...]
    tour_before: Tour | None


def save_film(desks: Desks, film: Film, still: Still | None) -> Edit:
    """Save one film, and its still when another was chosen."""
    with desks.database.work():
        saved = desks.library.save([film])
        film_id = saved.ids[0]
        if still is None:
            return Edit(film_id, saved, None)
        before = Still(desks.library.still(film_id))
        desks.library.set_still(film_id, still.picture)
    return Edit(film_id, saved, before)


def undo_film(desks: Desks, edit: Edit) -> None:
    """Take the save of one film back."""
    with desks.database.work():
        if edit.still is not None and edit.saved.before[0] is not None:
            desks.library.set_still(edit.film_id, edit.still.picture)
        desks.library.undo(edit.saved)


def save_findings(desks: Desks, findings: Findings, progress: Progress) -> Imported:
    """Save what was accepted of a page: films, sponsors and contact, all of it or nothing."""
    with desks.database.work():
        tour_before = desks.touring.tour()
        saved = desks.library.save(findings.films, progress)
        added = desks.sponsors.add(findings.sponsors, tour_before.id if tour_before else None)
        if findings.contact and tour_before is not None:
            desks.touring.save_tour(_with_contact(tour_before, findings.contact))
    sponsor_ids = tuple(sponsor.id for sponsor in added if sponsor.id is not None)
    return Imported(saved, sponsor_ids, tour_before if findings.contact else None)


def undo_findings(desks: Desks, imported: Imported) -> None:
    """Take a whole import back."""
    with desks.database.work():
        desks.library.undo(imported.saved)
        desks.sponsors.remove(imported.sponsor_ids)
        if imported.tour_before is not None:
            desks.touring.save_tour(imported.tour_before)


def _with_contact(tour: Tour, lines: Mapping[str, str]) -> Tour:
    return replace(
        tour,
        address=lines.get("address", tour.address),
        telephone=lines.get("telephone", tour.telephone),
        email=lines.get("email", tour.email),
        web=lines.get("web", tour.web),
    )
