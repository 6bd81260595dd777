"""The stills of `tourdesk films list --json --stills` and of `films import`: files beside the JSON that names them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tourdesk.cli.common import complain
from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.comparing import Comparison
from tourdesk.library.films import Film
from tourdesk.library.intake.listings.listed import ListedFilm
from tourdesk.library.reading_in import Document
from tourdesk.library.still_files import digest, files_named, not_among, still_in, write_still


def written(desks: Desks, films: Iterable[Film], folder: Path) -> dict[int, list[str]]:
    """Write the stills of films into a folder; returns their paths by film, beginning with the folder's name."""
    folder.mkdir(parents=True, exist_ok=True)
    return {
        film.id: [
            f"{folder.name}/{write_still(picture, folder).name}"
            for picture in desks.library.pictures(film.id)
        ]
        for film in films
        if film.id is not None
    }


def named(documents: Sequence[Document]) -> list[list[Path]]:
    """The files of stills that each film with a title names, in the order of the films."""
    return [
        _files(reading.stills if isinstance(reading, ListedFilm) else (), document)
        for document in documents
        for reading, film in zip(document.reading.films, document.films(), strict=True)
        if film.title
    ]


def _files(names: Sequence[str], document: Document) -> list[Path]:
    try:
        return files_named(names, Path(document.path).parent)
    except ProblemForUser as problem:
        complain(problem.sentence)
        return []


def new(desks: Desks, comparison: Comparison, files: Sequence[Path]) -> list[Path]:
    """Those files whose pictures the known film does not have. What is no picture is told and left out."""
    known = comparison.known
    pictures = (
        desks.library.pictures(known.id) if files and known is not None and known.id is not None else ()
    )
    there = {digest(picture) for picture in pictures}
    found = []
    for file in dict.fromkeys(files):
        # Kept pictures go out and come back as they are: their names say which they are.
        if file.stem in there:
            continue
        try:
            if not_among([still_in(file)], there):
                found.append(file)
        except ProblemForUser as problem:
            complain(problem.sentence)
    return found
