"""A title as it is sorted and compared."""

import re

from tourdesk.foundation.text import folded

_SIGNS = re.compile(r"^[\W_]+")


def folded_title(title: str) -> str:
    """The title without case, accents, and the signs before its first letter or figure: “¡Viva!” stands under V.

    A title of signs alone stays as it is.
    """
    plain = folded(title)
    return _SIGNS.sub("", plain) or plain
