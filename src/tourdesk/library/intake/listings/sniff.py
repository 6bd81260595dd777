"""Which kind of listing a file is, from its bytes and never from its name."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.listings.limits import (
    TEXT_BYTES,
    WIDE_TEXT_BYTES,
    XLSX_BYTES,
    check_bytes,
)
from tourdesk.library.intake.markup import is_markup

_OTHER_ENCODINGS = (
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "cp1250",
    "iso8859_2",
    "cp1253",
    "cp1254",
    "cp1257",
    "cp850",
    "cp437",
    "koi8_r",
    "mac_cyrillic",
)
ZIP = b"PK\x03\x04"
_HTML = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_XML_START = re.compile(r"<(?:\?xml\b|!--|!DOCTYPE\b|[A-Za-z_][\w:.-]*[\s>/])")
_JSON_START = re.compile(r'\{\s*(?:"(?:[^"\\]|\\.){0,100}"\s*:|\})|\[\s*(?:[\[{\]]|"|\d)')
_SURELY_JSON = re.compile(r'(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){0,100}"\s*:')


class Kind(Enum):
    """The kinds of listing."""

    XLSX = "XLSX"
    JSON = "JSON"
    XML = "XML"
    SEPARATED = "CSV"


_BEGINNING_BYTES = 200_000
_SURELY_NARROW = WIDE_TEXT_BYTES // 4
"""So many letters have fewer bytes than the smaller limit, whatever they are."""
_WIDE = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The kind a file seems to be of, and its text; an XLSX file has none."""

    kind: Kind
    text: str = ""


def sniffed(data: bytes, name: str) -> Sniffed | None:
    """What the bytes seem to be; None when they are certainly no listing.

    `SEPARATED` only says that the text may have columns: that shows when its header is looked for. Raises
    ProblemForUser when a workbook is too large; `limit_of_text` says how large a text may be.
    """
    if data.startswith(ZIP):
        # The names of a zip file's parts stand in it unpacked, also when its end is missing.
        if b"xl/workbook" not in data and b"xl/worksheets" not in data:
            return None
        check_bytes(len(data), XLSX_BYTES, name)
        return Sniffed(Kind.XLSX)
    try:
        text = decoded(data, name)
    except ProblemForUser:
        return None  # a picture, a PDF …: told by whoever reads pages
    text = text.removeprefix("\ufeff")
    kind = _kind_of_text(text)
    return Sniffed(kind, text) if kind else None


def beginning(data: bytes) -> bytes:
    """The first lines of a text that is too large to be read."""
    head = data[:_BEGINNING_BYTES]
    return head[: head.rfind(b"\n") + 1] or head


def limit_of_text(text: str) -> int:
    """How many bytes a listing with this text may have."""
    return WIDE_TEXT_BYTES if len(text) > _SURELY_NARROW and _WIDE.search(text) else TEXT_BYTES


def _kind_of_text(text: str) -> Kind | None:
    head = text.lstrip()[:4000]
    if _JSON_START.match(head):
        return Kind.JSON
    if _HTML.search(head):
        return None
    if _XML_START.match(head):
        # What a text of a film was written with for the web stands in CDATA.
        return None if not head.startswith("<?xml") and is_markup(_CDATA.sub("", text)) else Kind.XML
    return Kind.SEPARATED if any(sign in text for sign in ",;\t|") else None


def other_encodings(data: bytes) -> Iterator[str]:
    """Encodings whose bytes look alike, for bytes that are not UTF-8 and whose encoding is a guess."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        for encoding in _OTHER_ENCODINGS:
            with suppress(UnicodeDecodeError):
                data.decode(encoding)
                yield encoding


def is_surely_json(text: str) -> bool:
    """Whether a text that cannot be parsed was meant as JSON; "[1] The Ridge" was not."""
    return _SURELY_JSON.match(text.lstrip()[:4000]) is not None
