"""The stills that a listing names, as files beside it: those that are new to the library, and what is wrong with others."""

from dataclasses import dataclass
from pathlib import Path

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.desk import LibraryDesk
from tourdesk.library.films import Film
from tourdesk.library.intake.listings.listed import ListedFilm
from tourdesk.library.intake.readings import FilmReading
from tourdesk.library.still_files import digest, files_named, not_among, still_in


@dataclass(frozen=True, slots=True)
class StillsBeside:
    """The files of one film whose pictures are not kept yet, and what is to be told of other names."""

    files: tuple[Path, ...] = ()
    problems: tuple[str, ...] = ()


def stills_beside(
    library: LibraryDesk, reading: FilmReading, listing: str, known: Film | None
) -> StillsBeside:
    """The stills that a film of a listing names and the known film does not have; `listing` is the path of its file.

    Every new file is opened, as only pictures are taken.
    """
    names = reading.stills if isinstance(reading, ListedFilm) else ()
    if not names:
        return StillsBeside()
    if not listing:
        told = _(
            "The stills of “{title}” stand beside the file of its listing; please open that file instead.",
            title=reading.title,
        )
        return StillsBeside(problems=(told,))
    try:
        files = files_named(names, Path(listing).parent)
    except ProblemForUser as problem:
        return StillsBeside(problems=(problem.sentence,))
    kept = library.pictures(known.id) if known is not None and known.id is not None else ()
    there = {digest(picture) for picture in kept}
    found, problems = [], []
    # Kept pictures go out and come back as they are: their names say which they are.
    for file in (file for file in dict.fromkeys(files) if file.stem not in there):
        try:
            if not_among([still_in(file)], there):
                found.append(file)
        except ProblemForUser as problem:
            problems.append(problem.sentence)
    return StillsBeside(tuple(found), tuple(problems))
