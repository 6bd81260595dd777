"""Reading what was pasted, dropped or opened: work for a worker's thread, which saves nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QMimeData

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.gui.films.draft import films_of
from tourdesk.gui.films.offers import Offers, offers_of
from tourdesk.library.comparing import Comparison
from tourdesk.library.intake.readings import Contact, Evidence, FilmReading, PageReading, ReadingProblem

NOTHING = "There is no text on the clipboard: copy a film page in your browser first, then paste it here."


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be read: a text, or files."""

    text: str = ""
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadIn:
    """A page as read, beside what the library knows."""

    page: PageReading
    comparisons: tuple[Comparison, ...]
    offers: Offers
    sections: tuple[str, ...]


def given_by(mime: QMimeData) -> Given | None:
    """What a paste or a drop gives to read; None when there is nothing to read in it."""
    files = (
        tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()) if mime.hasUrls() else ()
    )
    if files:
        return Given(files=files)
    text = mime.text() if mime.hasText() else mime.html()
    return Given(text=text) if text.strip() else None


def read(desks: Desks, given: Given, progress: Progress) -> ReadIn:
    """Read it all as one page and compare it with the library. Raises ProblemForUser, and Cancelled."""
    # The reader's tables take a moment to load: the first page pays for them, not the start of the program.
    from tourdesk.library.intake.page import read_page  # noqa: PLC0415 - see above

    page = _read_files(given.files, progress) if given.files else read_page(given.text)
    return compared(desks, page)


def compared(desks: Desks, page: PageReading) -> ReadIn:
    """A reading beside what the library knows."""
    return ReadIn(
        page,
        tuple(desks.library.compare(films_of(page))),
        offers_of(page, desks.sponsors.sponsors(), desks.touring.tour()),
        tuple(section for section, _ in desks.library.sections()),
    )


def joined(pages: Sequence[tuple[str, PageReading]]) -> PageReading:
    """Several files as one page, each under its name; places and lines count in the whole text."""
    text = ""
    films: list[FilmReading] = []
    sponsors: dict[str, None] = {}
    problems: list[ReadingProblem] = []
    contact = Contact()
    for name, page in pages:
        text += f"{name}\n\n"
        offset, lines = len(text), text.count("\n")
        films += [_moved(film, offset) for film in page.films]
        problems += [ReadingProblem(problem.line + lines, problem.message) for problem in page.problems]
        sponsors |= dict.fromkeys(page.sponsors)
        contact = Contact(
            contact.address or page.contact.address,
            contact.telephone or page.contact.telephone,
            contact.email or page.contact.email,
            contact.web or page.contact.web,
        )
        text += f"{page.text}\n\n"
    return PageReading(text, tuple(films), tuple(sponsors), contact, tuple(problems))


def _read_files(files: Sequence[Path], progress: Progress) -> PageReading:
    pages = []
    for step, file in enumerate(files):
        stop_if_cancelled(progress)
        progress.at(step, len(files), file.name)
        pages.append((file.name, _read_file(file)))
    return pages[0][1] if len(pages) == 1 else joined(pages)


def _read_file(file: Path) -> PageReading:
    from tourdesk.library.intake.file import read_file_bytes  # noqa: PLC0415 - loaded with the first page

    try:
        return read_file_bytes(file.read_bytes(), file.name)
    except OSError as error:
        raise ProblemForUser(
            f"{file.name} cannot be read; please check that it is still there and that you may open it.",
            detail=str(error),
        ) from error


def _moved(film: FilmReading, by: int) -> FilmReading:
    evidence = tuple(Evidence(e.field, e.start + by, e.end + by, e.how) for e in film.evidence)
    return replace(film, evidence=evidence, start=film.start + by, end=film.end + by)
