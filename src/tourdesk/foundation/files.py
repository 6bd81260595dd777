"""Writing files whole: nobody ever finds half of one."""

import os
from pathlib import Path

from tourdesk.foundation.errors import ProblemForUser


def write_whole(file: Path, data: bytes) -> None:
    """Write a file whole, over an old one of that name, or leave everything as it was.

    Raises ProblemForUser when it cannot be written.
    """
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ProblemForUser(
            f"“{file}” cannot be written ({error.strerror}); please choose another place, or make room there."
        ) from error
