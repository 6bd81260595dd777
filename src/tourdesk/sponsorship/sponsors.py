"""Sponsors as plain values."""

from dataclasses import dataclass

TIERS = ("main", "gold", "partner")
"""From the highest to the lowest."""


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A sponsor; `logo` is a picture file's bytes."""

    name: str
    tier: str = "partner"
    web: str = ""
    logo: bytes | None = None
    id: int | None = None
