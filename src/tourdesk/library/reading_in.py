"""Reads documents in: files, all files of a folder, a pasted text; one that cannot be read is told, the rest is read."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.library.films import Film
from tourdesk.library.from_reading import film_from_reading
from tourdesk.library.intake.listings.listed import ListedFilm
from tourdesk.library.intake.listings.mapping import SaidOfColumns
from tourdesk.library.intake.readings import PageReading, ReadingProblem
from tourdesk.library.still_files import files_named

LARGEST_BYTES = 20_000_000
"""No reader takes more; a device or a film that was chosen by mistake must not fill the memory."""

MOST_FILES = 1_000
"""Files of a folder that are read at once."""

MOST_BYTES = 100_000_000
"""What documents that are read at once may be together: until their films are saved or left all of them are kept."""


@dataclass(frozen=True, slots=True)
class Given:
    """A document to be read: what it is called, and its bytes or, when it was pasted, its text.

    `path` is where its file is, as it was given; a pasted text has none.
    """

    name: str
    content: bytes | str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read. `failed` says that nothing of it could be; its reading then tells why."""

    given: Given
    reading: PageReading
    failed: bool = False

    @property
    def found_at(self) -> str | None:
        """Where its films were found: the file, or the page's web address; None for a paste that names none."""
        return self.given.name if isinstance(self.given.content, bytes) else self.reading.contact.web

    def films(self) -> list[Film]:
        """Its films as the library would keep them, with what it says of their run-times."""
        said_by = self.found_at or _("pasted page")
        return [film_from_reading(film, self.found_at, said_by) for film in self.reading.films]


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files, and in place of each folder the files in it and below, by name; hidden ones are left out.

    Raises ProblemForUser for a folder with more files than anybody reads at once.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside: list[Path] = []
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            inside += [Path(folder, name) for name in sorted(names) if not name.startswith((".", "~$"))]
            if len(inside) > MOST_FILES:
                raise ProblemForUser(
                    _(
                        "“{folder}” holds more than {number:,} files; please choose the folder with the film pages and listings.",
                        folder=path.name,
                        number=MOST_FILES,
                    )
                )
        found += inside
    return found


def given_by(path: Path) -> Given:
    """The content of a file. Raises ProblemForUser when it cannot be opened; of one that is too large, too much."""
    try:
        with path.open("rb") as opened:
            # No more than is refused as too much: a device never ends.
            return Given(path.name, opened.read(LARGEST_BYTES + 1), str(path))
    except OSError as error:
        raise ProblemForUser(
            _("“{file}” cannot be read ({reason}); please check the path.", file=path, reason=error.strerror)
        ) from error


def read_in(given: Given, said: SaidOfColumns) -> PageReading:
    """The reading of one document. Raises ProblemForUser when nothing of it can be read."""
    # The reader's tables take a moment to load: the first page pays for them, not the start of the program.
    from tourdesk.library.intake.file import read_file_bytes, read_text  # noqa: PLC0415 - see above

    if isinstance(given.content, str):
        return read_text(given.content, given.name, said)
    return read_file_bytes(given.content, given.name, said)


def read_all(
    paths: Sequence[Path], said: SaidOfColumns, progress: Progress, most_bytes: int = MOST_BYTES
) -> list[Document]:
    """Read all files, and those of folders. A file that cannot be read is told in its reading, unless it is a still of a listing.

    So is one with which they would be more than `most_bytes` together. Raises Cancelled between two files when the
    progress says so.
    """
    files = files_of(paths)
    documents: list[Document] = []
    room = most_bytes
    for step, path in enumerate(files):
        stop_if_cancelled(progress)
        progress.at(step, len(files), path.name)
        document = _document(path, said, room)
        room -= len(document.given.content)
        documents.append(document)
    progress.at(len(files), len(files))
    stills = {file for document in documents for file in _stills_of(document)}
    return [one for one in documents if not (one.failed and Path(one.given.path).resolve() in stills)]


def _document(path: Path, said: SaidOfColumns, room: int) -> Document:
    try:
        given = given_by(path)
        reading = read_in(given, said)
        _check_room(given, room)
    except ProblemForUser as problem:
        told = ReadingProblem(1, problem.sentence, placed=True)
        # Without its bytes: a folder may hold hundreds of films that were taken for pages about them.
        return Document(Given(path.name, b"", str(path)), PageReading(text="", problems=(told,)), failed=True)
    return Document(given, reading)


def _check_room(given: Given, room: int) -> None:
    if len(given.content) > room:
        raise ProblemForUser(
            _(
                "“{file}” was left out: with the others it is too much to be read at once; please read it by itself.",
                file=given.name,
            )
        )


def _stills_of(document: Document) -> list[Path]:
    """The pictures that a listing names; in a folder they stand beside it."""
    folder = Path(document.given.path).parent
    found: list[Path] = []
    for film in document.reading.films:
        for name in film.stills if isinstance(film, ListedFilm) else ():
            # A name that leads out of the folder is told with its film.
            with suppress(ProblemForUser):
                found += files_named([name], folder)
    return found
