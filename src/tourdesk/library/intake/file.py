"""Reads a film page or a listing from the bytes of a file."""

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import PageReading

LIMIT_BYTES = 10_000_000


def read_file_bytes(data: bytes, name: str) -> PageReading:
    """The reading of a file's content; `name` is only for messages.

    A listing (CSV, XLSX, JSON, XML) is read as one. Otherwise the encoding is found out, a saved web page is
    read as what it shows. Raises ProblemForUser when the file is too large or holds no text.
    """
    from tourdesk.library.intake.listings.reading import read_listing  # noqa: PLC0415 - not needed to paste a page

    listing = read_listing(data, name)
    if listing is not None:
        return listing
    if len(data) > LIMIT_BYTES:
        raise ProblemForUser(
            f"{name} is larger than 10 MB, too large for a film page: save the part with the films as text and try again."
        )
    return read_page(decoded(data, name))
