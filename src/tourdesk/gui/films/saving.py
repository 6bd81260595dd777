"""What the Films screen saves, as work for a worker's thread: each step can be taken back whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tourdesk.desks import Desks
from tourdesk.foundation.language import _, n_
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.library.changing import FilmChange
from tourdesk.library.films import Film, Still
from tourdesk.library.still_files import still_in
from tourdesk.touring.night import Tour

if TYPE_CHECKING:
    from tourdesk.library.desk import Saved, StillsSaved


@dataclass(frozen=True, slots=True)
class StillsChange:
    """A film's stills as they were shown, and as they should be."""

    known: tuple[Still, ...]
    wanted: tuple[Still, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What saving one film did, or several at once; `stills` is None where they were not touched."""

    saved: "Saved"
    stills: "StillsSaved | None" = None

    @property
    def film_id(self) -> int:
        """The film that was saved, the first of several."""
        return self.saved.ids[0]


@dataclass(frozen=True, slots=True)
class FilmFound:
    """A film of a page as it is to be kept, and the files of stills that it gets besides."""

    change: FilmChange
    stills: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What is to be kept of a page: films, names of sponsors, and contact lines of the tour by their field.

    `own_words` is how many known films keep words of one's own where the page has others, unless somebody decided so.
    """

    films: tuple[FilmFound, ...]
    sponsors: tuple[str, ...] = ()
    contact: Mapping[str, str] = field(default_factory=dict)
    own_words: int = 0

    def __str__(self) -> str:
        """What is kept, in words: `2 films, 1 sponsor and the tour's contact`; empty when nothing is."""
        parts = []
        if self.films:
            parts.append(n_("{n:,} film", "{n:,} films", len(self.films)))
        if self.sponsors:
            parts.append(n_("{n:,} sponsor", "{n:,} sponsors", len(self.sponsors)))
        if self.contact:
            parts.append(_("the tour's contact"))
        if len(parts) < 2:
            return "".join(parts)
        return _("{several} and {last}", several=", ".join(parts[:-1]), last=parts[-1])


@dataclass(frozen=True, slots=True)
class Imported:
    """What saving a page did, so that it can be taken back."""

    saved: "Saved"
    stills: "tuple[StillsSaved, ...]"
    sponsor_ids: tuple[int, ...]
    tour_before: Tour | None


def save_film(desks: Desks, before: Film, film: Film, stills: StillsChange | None) -> Edit:
    """Save what was changed of a film since it was read, or a new one; and its stills when they were touched.

    Raises FilmChangedElsewhere, with nothing saved, when another desk changed the same fields meanwhile.
    """
    library = desks.library
    with desks.database.work():
        saved = library.change([FilmChange(before, film)])
        changed = (
            library.set_stills(saved.ids[0], stills.wanted, stills.known) if stills is not None else None
        )
    return Edit(saved, changed)


def undo_film(desks: Desks, edit: Edit, progress: Progress) -> None:
    """Take the save of a film, or of several at once, back. Raises Cancelled."""
    with desks.database.work():
        if edit.stills is not None:
            desks.library.undo_stills(edit.stills)
        desks.library.undo(edit.saved, progress)


def save_findings(desks: Desks, findings: Findings, progress: Progress) -> Imported:
    """Save what was accepted of a page: films, sponsors and contact, all of it or nothing."""
    with desks.database.work():
        tour_before = desks.touring.tour()
        saved = desks.library.change([film.change for film in findings.films], progress)
        stills = _add_stills(desks, saved.ids, findings.films, progress)
        added = desks.sponsors.add(findings.sponsors, tour_before.id if tour_before else None)
        if findings.contact and tour_before is not None:
            desks.touring.save_tour(_with_contact(tour_before, findings.contact))
    sponsor_ids = tuple(sponsor.id for sponsor in added if sponsor.id is not None)
    return Imported(saved, stills, sponsor_ids, tour_before if findings.contact else None)


def undo_findings(desks: Desks, imported: Imported, progress: Progress) -> None:
    """Take a whole import back. Raises Cancelled."""
    with desks.database.work():
        for stills in imported.stills:
            desks.library.undo_stills(stills)
        desks.library.undo(imported.saved, progress)
        desks.sponsors.remove(imported.sponsor_ids)
        if imported.tour_before is not None:
            desks.touring.save_tour(imported.tour_before)


def _add_stills(
    desks: Desks, film_ids: Sequence[int], films: Sequence[FilmFound], progress: Progress
) -> "tuple[StillsSaved, ...]":
    done = []
    for step, (film_id, film) in enumerate(zip(film_ids, films, strict=True)):
        if film.stills:
            stop_if_cancelled(progress)
            progress.at(step, len(films), film.change.after.title)
            # Opened one film after the other: all the pictures of a library do not fit into the memory.
            done.append(desks.library.add_stills(film_id, [still_in(file) for file in film.stills]))
    return tuple(_by_ids(saved) for saved in done if saved is not None)


def _by_ids(saved: "StillsSaved") -> "StillsSaved":
    """What is needed to take it back: the pictures of a large import would stay in the memory as long as *Undo*."""
    before, after = (
        tuple(Still(b"", None, still.id) for still in stills) for stills in (saved.before, saved.after)
    )
    return replace(saved, before=before, after=after)


def _with_contact(tour: Tour, lines: Mapping[str, str]) -> Tour:
    return replace(
        tour,
        address=lines.get("address", tour.address),
        telephone=lines.get("telephone", tour.telephone),
        email=lines.get("email", tour.email),
        web=lines.get("web", tour.web),
    )
