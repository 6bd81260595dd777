"""Ratings of films by territory, written in one way: `AU: PG`."""

import re

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _

_RATING = re.compile(r"([A-Za-z]{2})\s*[:\-–]?\s+(\S.*)|([A-Za-z]{2}):(\S.*)")


def rating(text: str) -> str:
    """A rating as it is kept: the territory as ISO 3166 alpha-2, a colon, what its board says.

    Raises ProblemForUser when no territory stands before it: the same letters mean another age elsewhere.
    """
    match = _RATING.fullmatch(text.strip())
    if match is None:
        raise ProblemForUser(
            _(
                "“{typed}” needs the country before the rating; please write it like “AU: PG”.",
                typed=text.strip(),
            )
        )
    return f"{(match[1] or match[3]).upper()}: {(match[2] or match[4]).strip()}"
