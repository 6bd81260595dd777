"""The tour's colour on white paper: as it is where it shows, darker where it must be read."""

import re

from tourdesk.documents.theme import ACCENT, Colour

READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3)."""
VISIBLE = 1.6
"""The least contrast of a bar: a tint that black-and-white printers still show as a grey."""

_WRITTEN = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
_HALVINGS = 20


def tour_colour(written: str) -> Colour:
    """A colour written as `#rrggbb`; the program's own for anything else."""
    found = _WRITTEN.fullmatch(written.strip())
    return Colour(*(int(part, 16) / 255 for part in found.groups())) if found else ACCENT


def contrast(colour: Colour) -> float:
    """How a colour stands out from white paper, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    return 1.05 / (_luminance(colour) + 0.05)


def darkened(colour: Colour, least: float) -> Colour:
    """The colour, brought towards black as little as gives it so much contrast with white."""
    if contrast(colour) >= least:
        return colour
    dark, light = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (dark + light) / 2
        if contrast(_scaled(colour, middle)) >= least:
            dark = middle
        else:
            light = middle
    return _scaled(colour, dark)


def _scaled(colour: Colour, share: float) -> Colour:
    return Colour(colour.red * share, colour.green * share, colour.blue * share)


def _luminance(colour: Colour) -> float:
    red, green, blue = map(_linear, (colour.red, colour.green, colour.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
