"""Reads a film page or a listing from the bytes of a file, or from a text that was pasted."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.intake.decoding import decoded, what_is_unreadable
from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import PageReading

if TYPE_CHECKING:
    from tourdesk.library.intake.listings.mapping import SaidOfColumns

LIMIT_BYTES = 10_000_000
_BEGINNING_BYTES = 100_000


def read_file_bytes(data: bytes, name: str, said: "SaidOfColumns | None" = None) -> PageReading:
    """The reading of a file's content; `name` is only for messages, `said` what people said of columns of listings.

    A listing (CSV, XLSX, JSON, XML) is read as one. Otherwise the encoding is found out, a saved web page is
    read as what it shows. Raises ProblemForUser when the file is too large or holds no text.
    """
    from tourdesk.library.intake.listings.reading import read_listing  # noqa: PLC0415 - not needed to paste a page

    listing = read_listing(data, name, said)
    if listing is not None:
        return listing
    if len(data) > LIMIT_BYTES:
        # What is no text at all is told as that first.
        decoded(data[:_BEGINNING_BYTES], name)
        raise ProblemForUser(
            _(
                "{name} is larger than 10 MB, too large for a film page: save the part with the films as text and try again.",
                name=name,
            )
        )
    reading = _page_or_titles(decoded(data, name), name)
    return replace(reading, problems=(*reading.problems, *what_is_unreadable(reading.text)))


def read_text(text: str, name: str, said: "SaidOfColumns | None" = None) -> PageReading:
    """The reading of a text that was pasted: rows of a spreadsheet, JSON or XML as a listing, anything else as a page.

    Raises ProblemForUser when it is a listing that is too large or damaged.
    """
    from tourdesk.library.intake.listings.reading import read_listing  # noqa: PLC0415 - see above

    # A table is a line of names over others; what OMDb answers in a browser is a single line.
    whole = text.strip()
    may_be = "\n" in whole or whole.startswith(("{", "[", "<"))
    listing = read_listing(text.encode("utf-8", "replace"), name, said) if may_be else None
    return _page_or_titles(text, name) if listing is None else listing


def _page_or_titles(text: str, name: str) -> PageReading:
    """The reading of a page; where no film was found on it, perhaps it is a list of titles."""
    from tourdesk.library.intake.listings.reading import read_titles  # noqa: PLC0415 - see above

    reading = read_page(text)
    return reading if reading.films else read_titles(text, name) or reading
