"""One way of setting the programme sheet: sizes, columns and white, from generous to close."""

from dataclasses import dataclass

from tourdesk.documents.theme import (
    ACCENT,
    QUIET,
    SANS,
    SANS_SEMIBOLD,
    SERIF,
    SERIF_BOLD,
    SERIF_ITALIC,
    Style,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One way of setting the sheet: the text size, the two columns, and the white between films.

    `side` is for stills and credits, `main` for text.
    """

    text: float
    side: float
    gutter: float
    main: float
    space: float

    @property
    def main_offset(self) -> float:
        """Where the main column begins."""
        return self.side + self.gutter

    @property
    def synopsis(self) -> Style:
        """The running text."""
        return Style(SERIF, self.text, self.text * 1.37)

    @property
    def logline(self) -> Style:
        """The sentence over the running text."""
        return Style(SERIF_ITALIC, self.text, self.text * 1.37)

    @property
    def title(self) -> Style:
        """A film's title."""
        return Style(SERIF_BOLD, self.text * 1.6, self.text * 1.95)

    @property
    def original_title(self) -> Style:
        """The title in the film's own language."""
        return Style(SERIF_ITALIC, self.text * 1.1, self.text * 1.5, QUIET)

    @property
    def section(self) -> Style:
        """The section, over the title."""
        return Style(SANS_SEMIBOLD, self.text * 0.78, self.text * 1.15, ACCENT, 0.7)

    @property
    def credit(self) -> Style:
        """Who, where, when."""
        return Style(SANS, self.text * 0.95, self.text * 1.25)

    @property
    def length(self) -> Style:
        """The run-time."""
        return Style(SANS_SEMIBOLD, self.text * 1.1, self.text * 1.5)

    @property
    def quiet(self) -> Style:
        """Whatever is no film."""
        return Style(SERIF_ITALIC, self.text, self.text * 1.37)
