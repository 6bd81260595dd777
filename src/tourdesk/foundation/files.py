"""Writing files whole: nobody ever finds half of one."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _


def write_whole(file: Path, data: bytes) -> None:
    """Write a file whole, over an old one of that name, or leave everything as it was.

    A link stays one: the file that it leads to is written. What is no file but takes data (`/dev/stdout`, a pipe) is
    given it. Raises ProblemForUser when it cannot be written.
    """
    try:
        if file.exists() and not file.is_file() and not file.is_dir():
            file.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(file)), data)
    except OSError as error:
        raise ProblemForUser(
            _(
                "“{file}” cannot be written ({reason}); please choose another place, or make room there.",
                file=file,
                reason=error.strerror,
            )
        ) from error


def _replace(file: Path, data: bytes) -> None:
    # A name of its own and not the file's with an ending, which could be too long.
    part = file.parent / f".{os.urandom(16).hex()}.part"
    try:
        with part.open("xb") as writing:
            writing.write(data)
            writing.flush()
            # On the disk before it takes the old one's place: otherwise a power cut leaves an empty file.
            os.fsync(writing.fileno())
        if file.is_file():
            shutil.copymode(file, part)
        part.replace(file)
    finally:
        with suppress(OSError):
            part.unlink()
