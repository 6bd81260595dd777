"""Sponsors by tier, their logos with equal optical weight.

Two logos weigh the same when as much of the paper is inked by each, so a logo is scaled by the square root
of its inked area, not to a common width; within a tier each gets the same ink, within limits of the line.
"""

from dataclasses import dataclass, replace

from tourdesk.documents import pictures
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Row, Space
from tourdesk.documents.fonts import width
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken
from tourdesk.documents.setting import Setting
from tourdesk.documents.sheet import Sheet, web_link
from tourdesk.documents.theme import LABEL, SANS_SEMIBOLD, Area, Style
from tourdesk.foundation.language import _, later
from tourdesk.sponsorship.sponsors import TIERS, Sponsor
from tourdesk.touring.night import Tour

_NAME = Style(SANS_SEMIBOLD, 11, 14)
_GAP = 26.0
_CLOSEST = 14.0
"""The white between two logos, and how far it may shrink to keep them in one line."""
_SHARES = (1.0, 0.85, 0.7)
"""How far the ink of a tier's logos may shrink for the same end."""

Shown = tuple[Sponsor, pictures.Logo | None]
"""A sponsor, and its logo where there is one that shows on paper."""


@dataclass(frozen=True, slots=True)
class _Tier:
    """What a tier is called, how much ink each of its logos gets (square points), and the limits of one."""

    one: str
    several: str
    inked: float
    widest: float
    highest: float


_TIERS = {
    "main": _Tier(later("Main sponsor"), later("Main sponsors"), 1500, 170, 64),
    "gold": _Tier(later("Gold sponsor"), later("Gold sponsors"), 800, 120, 54),
    "partner": _Tier(later("Partner"), later("Partners"), 400, 88, 42),
}
_OTHER = _TIERS["partner"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A logo, or a name in its place, as it stands in a line."""

    width: float
    height: float
    shown: Shown

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        area = Area(left, top, left + self.width, top + self.height)
        sponsor, picture = self.shown
        if picture is None:
            style = _NAME.sized(_NAME.size * self.height / _NAME.leading)
            sheet.text(left, top + style.size, in_one_line(sponsor.name), style)
        else:
            sheet.picture(area, pictures.printed(picture, self.width))
        if link := web_link(sponsor.web):
            sheet.link(area, link)


@dataclass(frozen=True, slots=True)
class _MarkLine:
    """Logos side by side on one middle line."""

    marks: tuple[Mark, ...]
    measure: float

    @property
    def height(self) -> float:
        return max(mark.height for mark in self.marks)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        spare = self.measure - sum(mark.width for mark in self.marks)
        gap = min(_GAP, spare / max(1, len(self.marks) - 1))
        for mark in self.marks:
            mark.draw(sheet, left, top + (self.height - mark.height) / 2)
            left += mark.width + gap


def tour_logo(tour: Tour, widest: float, highest: float) -> Mark | None:
    """The tour's logo within these limits; None when there is none that shows on paper."""
    picture = pictures.logo(tour.logo) if tour.logo else None
    if picture is None:
        return None
    wide, high = picture.image.size
    scale = min(widest / wide, highest / high)
    return Mark(wide * scale, high * scale, (Sponsor(tour.name, "", tour.web), picture))


def logos(sponsors: tuple[Sponsor, ...]) -> list[Shown]:
    """The sponsors with their logos, None where there is none that shows."""
    return [(sponsor, pictures.logo(sponsor.logo) if sponsor.logo else None) for sponsor in sponsors]


def sponsor_rows(sponsors: list[Shown], setting: Setting) -> list[Row]:
    """The highest tier stands in the side column, the others beside it in the main one."""
    side, main = setting.side, setting.main
    tiers = _by_tier(sponsors)
    if not tiers:
        return []
    (first, of_first), *others = tiers
    mark: list[Piece] = [Bookmark(_("Sponsors"), 0)]
    if not others:
        return [
            Row((Column(0, (*mark, *_tier_pieces(first, of_first, setting.main_offset + main))),), before=10)
        ]
    beside = _stacked(others, main)
    high = (*mark, *_tier_pieces(first, of_first, side))
    columns = (
        Column(0, high, together=len(high)),
        Column(setting.main_offset, tuple(beside), together=len(beside)),
    )
    return [Row(columns, before=10)]


def sponsor_pieces(sponsors: list[Shown], measure: float, scale: float = 1) -> tuple[Piece, ...]:
    """The tiers one below the other, the highest first; `scale` says how many times as large as beside films."""
    return tuple(_stacked(_by_tier(sponsors), measure, scale))


def _by_tier(sponsors: list[Shown]) -> list[tuple[str, list[Shown]]]:
    names = [*TIERS, *dict.fromkeys(one.tier for one, _logo in sponsors if one.tier not in TIERS)]
    return [
        (name, of_tier)
        for name in names
        if (of_tier := [shown for shown in sponsors if shown[0].tier == name])
    ]


def _stacked(tiers: list[tuple[str, list[Shown]]], measure: float, scale: float = 1) -> list[Piece]:
    pieces: list[Piece] = []
    for name, of_tier in tiers:
        if pieces:
            pieces.append(Space(14 * scale))
        pieces += _tier_pieces(name, of_tier, measure, scale)
    return pieces


def _tier_pieces(name: str, sponsors: list[Shown], measure: float, scale: float = 1) -> list[Piece]:
    """What a tier is called, and its logos below."""
    tier = _TIERS.get(name, _OTHER)
    style = _NAME.sized(_NAME.size * scale)
    label = in_one_line(_(tier.one if len(sponsors) == 1 else tier.several) if name in _TIERS else name)
    pieces: list[Piece] = [Line(line, LABEL) for line in broken(label.upper(), LABEL, measure)]
    pieces.append(Space(6))
    names = [in_one_line(sponsor.name) for sponsor, picture in sponsors if picture is None]
    long = [name for name in names if _wide(name) * scale > measure]
    short = [shown for shown in sponsors if shown[1] is not None or in_one_line(shown[0].name) not in long]
    for number, line in enumerate(_lines(short, tier, measure, scale) if short else ()):
        if number:
            pieces.append(Space(16 * scale))
        pieces.append(_MarkLine(tuple(line), measure))
    return pieces + [Line(line, style) for name in long for line in broken(name, style, measure)]


def _lines(sponsors: list[Shown], tier: _Tier, measure: float, scale: float) -> list[list[Mark]]:
    """The logos in lines; all of a tier get a little less ink together where that saves a line."""
    tries = []
    for share in _SHARES:
        inked = tier.inked * scale**2 * share
        less = replace(tier, inked=inked, widest=tier.widest * scale, highest=tier.highest * scale)
        tries.append(_filled([_mark(shown, less, measure, scale) for shown in sponsors], measure))
    fewest = min(len(lines) for lines in tries)
    return next(lines for lines in tries if len(lines) == fewest)


def _mark(shown: Shown, tier: _Tier, measure: float, scale: float) -> Mark:
    sponsor, picture = shown
    if picture is None:
        return Mark(_wide(in_one_line(sponsor.name)) * scale, _NAME.leading * scale, shown)
    return Mark(*picture.box(tier.inked, min(tier.widest, measure), tier.highest), shown)


def _wide(name: str) -> float:
    return width(name, _NAME.font, _NAME.size)


def _filled(marks: list[Mark], measure: float) -> list[list[Mark]]:
    lines: list[list[Mark]] = [[]]
    for mark in marks:
        used = sum(one.width + _CLOSEST for one in lines[-1])
        if lines[-1] and used + mark.width > measure:
            lines.append([])
        lines[-1].append(mark)
    return lines
