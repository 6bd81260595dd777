"""What a column of a listing can hold, in words."""

from tourdesk.foundation.language import _, later

LABELS: dict[str, str] = {
    "title": later("Title"),
    "original_title": later("Original title"),
    "year": later("Year"),
    "runtime": later("Run-time"),
    "runtime_seconds": later("Run-time in seconds"),
    "runtime_approximate": later("Run-time is approximate"),
    "directors": later("Directors"),
    "producers": later("Producers"),
    "countries": later("Countries"),
    "languages": later("Languages"),
    "section": later("Section"),
    "tags": later("Tags"),
    "logline": later("Logline"),
    "synopsis": later("Synopsis"),
    "advisories": later("Advisories"),
    "ratings": later("Ratings"),
    "identifiers": later("Identifiers"),
    "trailer": later("Trailer"),
    "source": later("Source"),
    "notes": later("Notes"),
    "licence_from": later("Licence from"),
    "licence_to": later("Licence to"),
    "licence_fee": later("Licence fee"),
}
"""The fields of a listing in the order in which they are offered."""


def label(field: str | None) -> str:
    """What a field is called; of none, that the column is not read."""
    return _("not read") if field is None else _(LABELS[field])
