"""Reading what was pasted, dropped or opened: work for a worker's thread, which saves nothing."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress, Unwatched, stop_if_cancelled
from tourdesk.gui.films.intake.draft import drafts_of
from tourdesk.gui.films.intake.given import Given
from tourdesk.gui.films.intake.lineup import LineUp
from tourdesk.gui.films.intake.offers import Offers, offers_of
from tourdesk.gui.films.intake.unfinished import UnfinishedCheck, decided
from tourdesk.library.comparing import Comparison
from tourdesk.library.intake.listings.mapping import ColumnMapping
from tourdesk.library.intake.readings import Contact, Evidence, FilmReading, PageReading, ReadingProblem
from tourdesk.library.reading_in import Document, read_all, read_in
from tourdesk.library.reading_in import Given as GivenDocument
from tourdesk.library.recognising import read_again
from tourdesk.library.stills_beside import StillsBeside, stills_beside

if TYPE_CHECKING:
    from tourdesk.library.intake.listings.rows import Table


@dataclass(frozen=True, slots=True)
class ReadIn:
    """Documents as read, as one page, beside what the library knows."""

    documents: tuple[Document, ...]
    page: PageReading
    line_up: LineUp
    """Its films beside what the library knows; how far each is takes a moment for ten thousand of them."""
    offers: Offers
    sections: tuple[str, ...]

    @property
    def tables(self) -> "tuple[tuple[str, Table], ...]":
        """The tables of listings with the names of their files; those of whose columns nobody has said anything first."""
        # Imported with the first listing: the window must not wait for what reads them.
        from tourdesk.library.intake.listings.reading import ListingReading  # noqa: PLC0415

        found = [
            (document.given.name, table)
            for document in self.documents
            if isinstance(document.reading, ListingReading)
            for table in document.reading.tables
        ]
        once: dict[tuple[str, ...], tuple[str, Table]] = {}
        for name, table in found:
            once.setdefault(table.header.mapping.names, (name, table))
        return tuple(sorted(once.values(), key=lambda one: not one[1].header.asks))

    @property
    def asks(self) -> bool:
        """Whether somebody should say what the columns of a listing hold."""
        return any(table.header.asks for _name, table in self.tables)


def read(desks: Desks, given: Given, progress: Progress) -> ReadIn:
    """Read it all as one page and compare it with the library. Raises ProblemForUser, and Cancelled."""
    said = desks.listings.said()
    if given.files:
        documents = read_all(given.files, said, progress)
        if documents and all(document.failed for document in documents):
            raise ProblemForUser(documents[0].reading.problems[0].message)
    else:
        contents = given.documents or (GivenDocument(_("the clipboard"), given.text),)
        documents = [Document(one, read_in(one, said)) for one in contents]
    stop_if_cancelled(progress)
    return compared(desks, documents, progress)


def begun(desks: Desks, given: Given, unfinished: UnfinishedCheck, progress: Progress) -> ReadIn:
    """Read it, and keep it until its check is finished. Raises ProblemForUser, and Cancelled."""
    what = read(desks, given, progress)
    # What could not be read was told, and would stop the others from being read again.
    unfinished.begin([document.given for document in what.documents if not document.failed])
    return what


def taken_up(desks: Desks, unfinished: UnfinishedCheck, progress: Progress) -> ReadIn:
    """The check that was left unfinished, read again, with what was decided of it.

    Raises ProblemForUser when nothing of it can be read any more, and Cancelled.
    """
    found = unfinished.found()
    if found is None:
        unfinished.forget()
        raise ProblemForUser(
            _("What was left unfinished cannot be read any more; please paste or open the page once more.")
        )
    what = read(desks, Given(documents=found.documents), progress)
    return replace(what, line_up=LineUp(decided(what.line_up.drafts, found.decisions)))


def with_columns(desks: Desks, what: ReadIn, mappings: Sequence[ColumnMapping]) -> ReadIn:
    """The same with the columns of listings taken for what somebody said, which is remembered by their headers."""
    from tourdesk.library.intake.listings.reading import ListingReading, mapped  # noqa: PLC0415 - see above

    desks.listings.remember(mappings)
    documents = []
    for document in what.documents:
        reading = document.reading
        if isinstance(reading, ListingReading):
            for mapping in mappings:
                reading = mapped(reading, mapping)
        documents.append(replace(document, reading=reading))
    return compared(desks, documents)


def compared(desks: Desks, documents: Sequence[Document], progress: Progress | None = None) -> ReadIn:
    """Documents as one page beside what the library knows. Raises Cancelled when the progress says so."""
    page = (
        documents[0].reading
        if len(documents) == 1
        else joined([(d.given.name, d.reading) for d in documents])
    )
    comparisons = desks.library.compare([film for document in documents for film in document.films()])
    stills = _stills(desks, documents, comparisons, progress or Unwatched())
    twice = _read_twice(comparisons)
    ends = [found.start() for found in re.finditer("\n", page.text)]
    told = [
        # At the line of its film.
        ReadingProblem(bisect_left(ends, film.start) + 1, sentence, placed=True)
        for place, (film, beside) in enumerate(zip(page.films, stills, strict=True))
        for sentence in (*beside.problems, *twice.get(place, ()))
    ]
    return ReadIn(
        tuple(documents),
        replace(page, problems=(*page.problems, *told)),
        LineUp(drafts_of(page, comparisons, (beside.files for beside in stills))),
        offers_of(page, desks.sponsors.sponsors(), desks.touring.tour()),
        tuple(section for section, _count in desks.library.sections()),
    )


def _read_twice(comparisons: Sequence[Comparison]) -> dict[int, tuple[str]]:
    """What is told of new films that are likely others of the same page again, by their places."""
    new = [place for place, comparison in enumerate(comparisons) if comparison.known is None]
    again = read_again([comparisons[place].read for place in new])
    return {
        new[at]: (
            _(
                "“{title}” stands here twice; if it is one film, please skip one of them.",
                title=comparisons[new[at]].read.title,
            ),
        )
        for at in again
    }


def _stills(
    desks: Desks, documents: Sequence[Document], comparisons: Sequence[Comparison], progress: Progress
) -> list[StillsBeside]:
    films = [(film, document) for document in documents for film in document.reading.films]
    found = []
    for step, ((film, document), comparison) in enumerate(zip(films, comparisons, strict=True)):
        stop_if_cancelled(progress)
        one = stills_beside(desks.library, film, document.given.path, comparison.known)
        if one.files:
            progress.at(step + 1, len(films), film.title)
        found.append(one)
    return found


def joined(pages: Sequence[tuple[str, PageReading]]) -> PageReading:
    """Several files as one page, each under its name; places and lines count in the whole text."""
    parts: list[str] = []
    offset = lines = 0
    films: list[FilmReading] = []
    sponsors: dict[str, None] = {}
    problems: list[ReadingProblem] = []
    contact = Contact()
    for name, page in pages:
        head = f"{name}\n\n"
        offset, lines = offset + len(head), lines + 2
        films += [_moved(film, offset) for film in page.films]
        problems += [
            replace(
                problem,
                line=problem.line + lines,
                message=_("{file}: {message}", file=name, message=problem.message),
            )
            for problem in page.problems
        ]
        sponsors |= dict.fromkeys(page.sponsors)
        contact = Contact(
            contact.address or page.contact.address,
            contact.telephone or page.contact.telephone,
            contact.email or page.contact.email,
            contact.web or page.contact.web,
        )
        body = f"{page.text}\n\n"
        offset, lines = offset + len(body), lines + body.count("\n")
        parts += [head, body]
    return PageReading("".join(parts), tuple(films), tuple(sponsors), contact, tuple(problems))


def _moved(film: FilmReading, by: int) -> FilmReading:
    evidence = tuple(Evidence(e.field, e.start + by, e.end + by, e.how) for e in film.evidence)
    return replace(film, evidence=evidence, start=film.start + by, end=film.end + by)
