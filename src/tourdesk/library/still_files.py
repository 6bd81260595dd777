"""Stills as files beside a film's JSON: named by their SHA-256, so that one picture is one file and is known again."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.files import write_whole
from tourdesk.foundation.language import _
from tourdesk.library.films import Still
from tourdesk.library.stills import LIMIT_BYTES, still_of

_ENDINGS = ((b"\xff\xd8", ".jpg"), (b"\x89PNG", ".png"))


def digest(picture: bytes) -> str:
    """Which picture it is: its SHA-256 in hexadecimal digits."""
    return hashlib.sha256(picture).hexdigest()


def write_still(picture: bytes, folder: Path) -> Path:
    """Write a kept picture into a folder, once; returns its file."""
    ending = next((ending for start, ending in _ENDINGS if picture.startswith(start)), ".bin")
    file = folder / f"{digest(picture)}{ending}"
    if not file.exists():
        write_whole(file, picture)
    return file


def files_named(names: Iterable[str], folder: Path) -> list[Path]:
    """The files that the JSON in a folder names, by paths from there.

    Raises ProblemForUser when a name leads out of the folder: a listing from elsewhere could name any file.
    """
    inside = folder.resolve()
    files = []
    for name in names:
        # No file's name holds a zero; asking the system for one would fail.
        file = (inside / name.replace("\0", "?")).resolve()
        if not file.is_relative_to(inside):
            raise ProblemForUser(
                _(
                    "The still “{name}” is not in the folder of its listing; please put the pictures beside it.",
                    name=name[:200],
                )
            )
        files.append(file)
    return files


def still_in(file: Path) -> Still:
    """The picture of a file. Raises ProblemForUser when it cannot be opened or is no picture."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LIMIT_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ProblemForUser(
            _(
                "The still “{file}” cannot be read; please put the pictures beside their listing.",
                file=file.name,
            )
        ) from error
    return still_of(data, file.name)


def not_among(stills: Sequence[Still], known: Iterable[str]) -> list[Still]:
    """The stills whose pictures are not known by their digest yet, each once."""
    new: dict[str, Still] = {}
    there = set(known)
    for still in stills:
        if still.picture is not None and (which := digest(still.picture)) not in there:
            new.setdefault(which, still)
    return list(new.values())
