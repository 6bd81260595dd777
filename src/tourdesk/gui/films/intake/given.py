"""What is given to be read: pasted, dropped or opened."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData

from tourdesk.foundation.language import later

if TYPE_CHECKING:
    from tourdesk.library.reading_in import Given as GivenDocument

NOTHING = later(
    "There is no text on the clipboard: copy a film page in your browser first, then paste it here."
)


class Given(NamedTuple):
    """What is to be read: a text, files and folders, or documents whose content is there already."""

    text: str = ""
    files: tuple[Path, ...] = ()
    documents: "tuple[GivenDocument, ...]" = ()


def given_by(mime: QMimeData) -> Given | None:
    """What a paste or a drop gives to read; None when there is nothing to read in it."""
    files = (
        tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()) if mime.hasUrls() else ()
    )
    if files:
        return Given(files=files)
    text = mime.text() if mime.hasText() else mime.html()
    return Given(text=text) if text.strip() else None
