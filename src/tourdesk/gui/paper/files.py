"""Writing a paper to a file, whole or not at all, and how the file is called."""

import os
import re
from pathlib import Path

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.touring.night import Screening


def file_name(screening: Screening, title: str) -> str:
    """`Leura 2027-05-18 Run sheet.pdf`, without what file systems refuse."""
    name = f"{screening.town} {screening.night.isoformat()} {title}"
    return " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", name).split()).strip(" .") + ".pdf"


def write_whole(file: Path, data: bytes) -> None:
    """Write beside the file and rename, so that never half a paper stands there. Raises ProblemForUser."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ProblemForUser(
            f"“{file.name}” could not be written to {file.parent} ({error.strerror}); please choose another place.",
            detail=str(error),
        ) from error
