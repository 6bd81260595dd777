"""How every paper looks: papers, the grid, the two families, and one accent.

Made for black-and-white office printers: text is black, the accent is as dark as text when it is
printed grey, tints stay so light that a photocopy drops them, and nothing is told by colour alone.
All measures are points (1/72 inch).
"""

from dataclasses import dataclass, replace
from enum import Enum


class Paper(Enum):
    """The papers of office printers: width and height in points, upright; A3 is for what hangs on a wall."""

    A4 = (595.28, 841.89)
    LETTER = (612.0, 792.0)
    A3 = (841.89, 1190.55)

    @property
    def width(self) -> float:
        """The width of the upright sheet."""
        return self.value[0]

    @property
    def height(self) -> float:
        """The height of the upright sheet."""
        return self.value[1]


OFFICE = (Paper.A4, Paper.LETTER)
"""What every office printer takes."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the page, measured from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue from 0 to 1."""

    red: float
    green: float
    blue: float


INK = Colour(0, 0, 0)
QUIET = Colour(0.28, 0.28, 0.28)
HAIRLINE = Colour(0.6, 0.6, 0.6)
TINT = Colour(0.93, 0.93, 0.93)
ACCENT = Colour(0.62, 0.2, 0.09)
"""The program's own colour, a burnt earth, which prints as a dark grey: a sheet sets the tour's in its place."""


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size; `leading` is from baseline to baseline, `tracking` is added between letters."""

    font: str
    size: float
    leading: float
    colour: Colour = INK
    tracking: float = 0

    def sized(self, size: float) -> "Style":
        """The same style at another size, with its leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


SERIF = "NotoSerif"
SERIF_ITALIC = "NotoSerif-Italic"
SERIF_BOLD = "NotoSerif-Bold"
SANS = "NotoSansCondensed"
SANS_SEMIBOLD = "NotoSansCondensed-SemiBold"
SANS_BOLD = "NotoSansCondensed-Bold"

LABEL = Style(SANS_SEMIBOLD, 7.4, 10, QUIET, 0.7)
"""Small words over a value or a group, set in capitals."""
FOOT = Style(SANS, 7.8, 10.4, QUIET)
