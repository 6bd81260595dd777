"""One way of setting films: sizes, columns and white; and how one is chosen, from generous to close."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

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

Pages = TypeVar("Pages")


@dataclass(frozen=True, slots=True)
class Setting:
    """One way of setting films: the text size, the two columns, and the white between films.

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


def most_generous(
    settings: Sequence[Setting], laid_out: Callable[[Setting, bool], Pages], sheets: Callable[[Pages], int]
) -> Pages:
    """The pages in the first setting that takes no more sheets of paper than the last, the closest, does.

    `laid_out` is told whether every film is to stay on one page; a setting in which all do is taken before
    one in which some go over a page's end.
    """
    fewest = sheets(laid_out(settings[-1], False))
    for whole in (True, False):
        for setting in settings:
            pages = laid_out(setting, whole)
            if sheets(pages) <= fewest:
                return pages
    raise AssertionError("the closest setting needs no more sheets than itself")
