"""The run sheet for projection: the whole night in a table, with the version and the copies of every film."""

import re
from collections.abc import Iterator

from tourdesk.documents import wording
from tourdesk.documents.about import about
from tourdesk.documents.evening import Evening
from tourdesk.documents.run_sheet import table_sheet
from tourdesk.documents.run_table import LastColumn
from tourdesk.documents.theme import Paper
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later
from tourdesk.library.films import Copy, Version
from tourdesk.programming.programme import Item, ItemKind

_TITLE = later("{tour}: run sheet for projection, {night}")
_SUBJECT = later("Run sheet for projection, {night}")

# RFC 9562, section 4; SMPTE ST 429-7 writes a CPL's with “urn:uuid:” before it.
_UUID = re.compile(
    r"(?:urn:uuid:)?\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8}([0-9a-f]{4})\b",
    re.IGNORECASE,
)


# MD5 (32 hexadecimal digits), SHA-1 (40) and longer checksums.
_CHECKSUM = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{20,}([0-9a-f]{4})\b", re.IGNORECASE)


def projection_sheet(evening: Evening, paper: Paper) -> bytes:
    """The run sheet for projection as a PDF; the same evening gives the same bytes."""
    name = _("Projection: {programme}", programme=evening.programme.name)
    copies = LastColumn(_("Copies"), lambda item: "\n\n".join(_copies(evening, item)))
    return table_sheet(evening, paper, name, about(evening, _TITLE, _SUBJECT), copies)


def _copies(evening: Evening, item: Item) -> Iterator[str]:
    """A paragraph for each copy of the film's version."""
    if item.kind is not ItemKind.FILM:
        return
    copies = version.copies if (version := _version(evening, item)) else ()
    if not copies and item.copies is not None:
        yield _("No copy is known.")
    for copy in copies:
        if said := _said(copy):
            yield said


def _version(evening: Evening, item: Item) -> Version | None:
    film = evening.films.get(item.film_id) if item.film_id is not None else None
    if film is None:
        return None
    return next((one for one in film.versions if one.id == item.version_id), film.version)


def _said(copy: Copy) -> str:
    """What is known of a copy, in the order in which a projectionist asks for it.

    A fact is not parted at a line's end where that can be helped. Of a UUID or a checksum stand the beginning and the end, by which it is told from others: whole, it would wrap.
    """
    measured = "" if copy.seconds is None else _("measured {time}", time=clock_text(copy.seconds))
    subtitles = _("subtitles {languages}", languages=copy.subtitles) if copy.subtitles else ""
    if copy.subtitles.casefold() == "none":
        subtitles = _("no subtitles")
    facts = (
        copy.medium,
        copy.format,
        copy.aspect,
        copy.audio,
        subtitles,
        measured,
        copy.place,
        _CHECKSUM.sub(r"\1…\2", _UUID.sub(r"\1…\2", copy.identity)),
    )
    return " · ".join(wording.held(fact) for fact in facts if fact)
