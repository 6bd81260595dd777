"""The design tokens: colours by what they mean, distances, roundings, sizes of type; light and dark."""

from typing import NamedTuple

from PySide6.QtGui import QColor

SPACE_TINY, SPACE_SMALL, SPACE, SPACE_LARGE, SPACE_HUGE = 4, 8, 12, 16, 24
"""Distances in device-independent pixels; every margin and gap is one of these."""

RADIUS_SMALL, RADIUS, RADIUS_LARGE = 4, 6, 10
"""Roundings of chips, of controls, and of cards and dialogs."""

SMALL, BODY, LARGE, TITLE, DISPLAY = 0.9, 1.0, 1.15, 1.4, 2.0
"""Sizes of type as multiples of the window's text size, so that all of it scales with that."""


class Tokens(NamedTuple):
    """The colours of one scheme. Texts on their grounds keep WCAG's contrast of 4.5, lines and signs 3."""

    dark: bool
    text: QColor
    quiet: QColor
    """Second-rank text: labels, hints, units."""
    faint: QColor
    """What is switched off."""
    example: QColor
    """What an empty field says: to be read, and to be told from what is typed."""
    surface: QColor
    """The ground of the window."""
    raised: QColor
    """Cards, lists, fields: what lies on the ground."""
    sunken: QColor
    """Tracks, wells, headers of tables: what lies lower than the ground."""
    hover: QColor
    line: QColor
    strong_line: QColor
    """The edge of a field or a button, which must be seen to be found."""
    accent: QColor
    on_accent: QColor
    accent_hover: QColor
    accent_soft: QColor
    """The ground of what is chosen."""
    on_accent_soft: QColor
    rail: QColor
    on_rail: QColor
    rail_hover: QColor
    rail_chosen: QColor
    on_rail_chosen: QColor
    ok: QColor
    ok_soft: QColor
    warning: QColor
    warning_soft: QColor
    error: QColor
    error_soft: QColor
    on_error: QColor
    news: QColor
    """The ground of the line of news, which stands out from everything."""
    on_news: QColor
    news_action: QColor
    parts: tuple[QColor, ...]
    """The colours of a programme's parts, in turn."""

    def part(self, number: int) -> QColor:
        """The colour of a part; the first is 0."""
        return self.parts[number % len(self.parts)]

    def named(self) -> dict[str, str]:
        """Every single colour by its name, as style sheets write it."""
        return {name: value.name() for name, value in self._asdict().items() if isinstance(value, QColor)}


LIGHT = Tokens(
    dark=False,
    text=QColor("#1a2329"),
    quiet=QColor("#55646d"),
    faint=QColor("#95a1a8"),
    example=QColor("#6a767e"),
    surface=QColor("#f3f5f6"),
    raised=QColor("#ffffff"),
    sunken=QColor("#e9edef"),
    hover=QColor("#e6ebee"),
    line=QColor("#dce2e5"),
    strong_line=QColor("#87959d"),
    accent=QColor("#1d6490"),
    on_accent=QColor("#ffffff"),
    accent_hover=QColor("#17547a"),
    accent_soft=QColor("#d9e8f2"),
    on_accent_soft=QColor("#123f5c"),
    rail=QColor("#14303f"),
    on_rail=QColor("#b4c6d0"),
    rail_hover=QColor("#1d3e50"),
    rail_chosen=QColor("#285068"),
    on_rail_chosen=QColor("#ffffff"),
    ok=QColor("#1d7a4b"),
    ok_soft=QColor("#dcf1e6"),
    warning=QColor("#8f5a00"),
    warning_soft=QColor("#fdf0d4"),
    error=QColor("#b3261e"),
    error_soft=QColor("#fce4e2"),
    on_error=QColor("#ffffff"),
    news=QColor("#1f2d35"),
    on_news=QColor("#f2f5f7"),
    news_action=QColor("#9fd3f5"),
    parts=(QColor("#1f7a68"), QColor("#b0681a"), QColor("#6b4f9e"), QColor("#4f7a1f")),
)

DARK = Tokens(
    dark=True,
    text=QColor("#e6ecef"),
    quiet=QColor("#9daab2"),
    faint=QColor("#66747c"),
    example=QColor("#84919a"),
    surface=QColor("#161b1f"),
    raised=QColor("#1e252a"),
    sunken=QColor("#12171a"),
    hover=QColor("#28323a"),
    line=QColor("#2d373e"),
    strong_line=QColor("#63717a"),
    accent=QColor("#5fb0e2"),
    on_accent=QColor("#08202f"),
    accent_hover=QColor("#83c4ec"),
    accent_soft=QColor("#1e3e53"),
    on_accent_soft=QColor("#dff0fb"),
    rail=QColor("#0e1316"),
    on_rail=QColor("#93a3ac"),
    rail_hover=QColor("#1a2227"),
    rail_chosen=QColor("#22323c"),
    on_rail_chosen=QColor("#ffffff"),
    ok=QColor("#5cc58e"),
    ok_soft=QColor("#16352a"),
    warning=QColor("#e5b454"),
    warning_soft=QColor("#3a2f16"),
    error=QColor("#ff8a80"),
    error_soft=QColor("#432120"),
    on_error=QColor("#2b0907"),
    news=QColor("#33414a"),
    on_news=QColor("#f2f5f7"),
    news_action=QColor("#9fd3f5"),
    parts=(QColor("#5fb3a1"), QColor("#d8a657"), QColor("#b39ae0"), QColor("#9dc46a")),
)
