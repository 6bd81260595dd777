"""Copies of films: what tells one from another, written in one way."""

import re
from uuid import UUID

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _

MEDIA = ("file", "DCP", "Blu-ray", "DVD", "drive", "tape", "35 mm")
"""What is offered while somebody types; anything else is taken too."""

_DIGESTS = {8: "CRC32", 32: "MD5", 40: "SHA-1", 64: "SHA-256", 128: "SHA-512"}
"""What a checksum of so many hexadecimal digits is."""

_HEXADECIMAL = re.compile(r"(?:[A-Za-z0-9-]+[: ]\s*)?([0-9A-Fa-f]+)")
_BASE64 = re.compile(r"(?:SHA-?1[: ]\s*)?([A-Za-z0-9+/]{27}=)", re.IGNORECASE)
_UUID = re.compile(
    r"(?:CPL\s*)?(?:urn:uuid:)?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})", re.IGNORECASE
)


def identity(text: str) -> str:
    """A checksum or the UUID of a composition playlist as it is kept: `CPL 3f0c…`, `SHA-256 9b71…`, empty for nothing.

    A DCP names its playlists by UUID (SMPTE ST 429-7) and carries SHA-1 digests in Base64 (ST 429-8). Raises
    ProblemForUser when it is neither: a checksum that lacks a digit would never be found again.
    """
    plain = text.strip()
    if not plain:
        return ""
    if match := _UUID.fullmatch(plain):
        return f"CPL {UUID(match[1])}"
    if match := _BASE64.fullmatch(plain):
        return f"SHA-1 {match[1]}"
    match = _HEXADECIMAL.fullmatch(plain)
    kind = _DIGESTS.get(len(match[1])) if match else None
    if match is None or kind is None:
        raise ProblemForUser(
            _(
                "“{text}” is neither a checksum nor the UUID of a playlist; please copy the whole of it, or leave it out.",
                text=plain,
            )
        )
    return f"{kind} {match[1].lower()}"
