"""The programme sheet that the audience is given: the night, its films, and who made it possible."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from tourdesk.documents import wording
from tourdesk.documents.about import about
from tourdesk.documents.evening import Evening
from tourdesk.documents.film_entry import film_row, stills
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Placed, Row, Rule, pages_of
from tourdesk.documents.foot import NUMBER_WIDTH, Foot, finished, imprint, imprint_row, in_lines
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken
from tourdesk.documents.programme_head import head_rows
from tourdesk.documents.setting import Setting, most_generous
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.sponsor_logos import Shown, logos, sponsor_rows
from tourdesk.documents.theme import ACCENT, INK, SANS_BOLD, SANS_SEMIBOLD, Area, Paper, Style
from tourdesk.foundation.durations import minutes_text
from tourdesk.foundation.language import _, later
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.running_order import TimedItem

_MARGIN = 46.0
_TOP = 40.0
_FOOT = 24.0
_FOOT_LINES = 4
_GUTTER = 20.0
_SETTINGS = ((9.8, 148, 21), (9.4, 144, 19), (9.0, 138, 17), (8.6, 130, 15))
"""Text size, width of the side column, white between films: from generous to close.

The sheet is set in the first of these that takes no more sheets of paper than the last does.
"""
_TITLE = later("{tour}: programme, {night}")
_SUBJECT = later("Programme for the audience, {night}")

_PART = Style(SANS_BOLD, 11.5, 16, ACCENT, 0.4)
_PART_CLOCK = Style(SANS_SEMIBOLD, 11.5, 16)


def programme_sheet(evening: Evening, paper: Paper) -> bytes:
    """The programme of a night as a PDF; the same evening gives the same bytes."""
    measure = paper.width - 2 * _MARGIN
    lines = in_lines(imprint(evening), measure - NUMBER_WIDTH)
    # Contact lines that would crowd the foot of every page stand once, at the end.
    foot = Foot(lines if len(lines) <= _FOOT_LINES else (), _FOOT)
    area = Area(_MARGIN, _TOP, _MARGIN + measure, paper.height - foot.height - 12)
    contents = _Contents(
        evening,
        stills(evening),
        logos(evening.sponsors),
        not foot.lines,
    )
    sheet = Sheet(
        (paper.width, paper.height), about(evening, _TITLE, _SUBJECT), evening.screening.tour.colour
    )
    return finished(sheet, area, _laid_out(contents, area), foot)


def _laid_out(contents: "_Contents", area: Area) -> list[list[Placed]]:
    """The pages in the most generous setting that needs no further sheet, printed on both sides."""
    settings = [
        Setting(text, side, _GUTTER, area.width - side - _GUTTER, space) for text, side, space in _SETTINGS
    ]
    rows = {setting: contents.rows(setting) for setting in settings}
    return most_generous(
        settings,
        lambda setting, whole: pages_of(rows[setting], area, whole=whole),
        lambda pages: (len(pages) + 1) // 2,
    )


@dataclass(frozen=True, slots=True)
class _Contents:
    """What stands on the sheet, in whatever setting; the ways to reach the tour where the foot has no room for them."""

    evening: Evening
    stills: Mapping[int, bytes]
    sponsors: list[Shown]
    contact_at_end: bool

    def rows(self, setting: Setting) -> list[Row]:
        """The whole sheet from head to sponsors."""
        evening = self.evening
        rows = head_rows(evening, setting)
        if not evening.order.items:
            said = Line(_("The programme of this night is still being chosen."), setting.quiet)
            rows.append(Row((Column(setting.main_offset, (said,)),), before=setting.space * 2))
        for part, items in groupby(evening.order.items, key=lambda timed: timed.part):
            if part is None:
                rows += self._intermission_rows(list(items), setting)
                continue
            rows.append(_part_heading(evening, part, setting))
            rows += self._part_rows(list(items), setting)
        return [*rows, *self._end(setting)]

    def _intermission_rows(self, items: list[TimedItem], setting: Setting) -> Iterator[Row]:
        """Intermissions, each with what runs during it."""
        for is_intermission, group in groupby(
            items, key=lambda timed: timed.item.kind is ItemKind.INTERMISSION
        ):
            if is_intermission:
                yield from (_intermission(self.evening, timed, setting) for timed in group)
            else:
                yield from self._part_rows(list(group), setting)

    def _part_rows(self, items: list[TimedItem], setting: Setting) -> Iterator[Row]:
        for is_film, group in groupby(items, key=lambda timed: timed.item.kind is ItemKind.FILM):
            if not is_film:
                yield _quiet(list(group), setting)
                continue
            for item in (timed.item for timed in group):
                film = self.evening.films.get(item.film_id) if item.film_id is not None else None
                still = self.stills.get(item.film_id) if item.film_id is not None else None
                yield film_row(item, film, still, setting)

    def _end(self, setting: Setting) -> Iterator[Row]:
        sponsors = sponsor_rows(self.sponsors, setting)
        whole = setting.main_offset + setting.main
        if sponsors:
            yield Row((Column(0, (Rule(whole, 0.6, INK),)),), before=setting.space * 1.2, with_next=True)
            yield from sponsors
        if self.contact_at_end:
            yield imprint_row(imprint(self.evening), whole, before=setting.space)


def _part_heading(evening: Evening, part: int, setting: Setting) -> Row:
    """The part's name, and when it begins."""
    total = next(one for one in evening.order.parts if one.number == part)
    name = wording.part_heading(part, len(evening.order.parts))
    return _heading(name, wording.clock(evening.screening.slot, total.start), setting)


def _intermission(evening: Evening, timed: TimedItem, setting: Setting) -> Row:
    """The intermission stands between the parts as they do: its name, when it begins, how long it is."""
    clock = wording.clock(evening.screening.slot, timed.start)
    length = f"  ·  {minutes_text(timed.item.seconds)}" if timed.item.seconds else ""
    name = in_one_line(timed.item.title) or _("Intermission")
    return replace(_heading(name, clock + length, setting), with_next=False)


def _heading(name: str, said: str, setting: Setting) -> Row:
    whole = setting.main_offset + setting.main
    side: list[Piece] = [Rule(whole, 0.6, INK, below=3), Bookmark(name, 0)]
    side += [Line(line, _PART) for line in broken(name, _PART, setting.side)]
    main: tuple[Piece, ...] = (Rule(0, 0.6, INK, below=3), Line(said, _PART_CLOCK))
    columns = (Column(0, tuple(side), together=len(side)), Column(setting.main_offset, main, together=2))
    return Row(columns, before=setting.space, with_next=True)


def _quiet(items: list[TimedItem], setting: Setting) -> Row:
    """What is no film, in one line: neighbours share it."""
    text = " · ".join(shown for timed in items if (shown := in_one_line(timed.item.title)))
    seconds = sum(timed.item.seconds or 0 for timed in items)
    side: list[Piece] = [Line(minutes_text(seconds), setting.credit)] if seconds else []
    main = [Line(line, setting.quiet) for line in broken(text, setting.quiet, setting.main)]
    return Row((Column(0, tuple(side)), Column(setting.main_offset, tuple(main))), before=setting.space * 0.5)
