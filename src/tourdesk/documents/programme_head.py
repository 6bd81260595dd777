"""The tour's name, and where and when: the head of the programme sheet, and what covers say in the same words."""

from tourdesk.documents import wording
from tourdesk.documents.directions import directed
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Row, Rule, Space
from tourdesk.documents.fonts import width
from tourdesk.documents.headings import largest
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken, even
from tourdesk.documents.setting import Setting
from tourdesk.documents.sponsor_logos import tour_logo
from tourdesk.documents.theme import ACCENT, INK, LABEL, SANS, SANS_SEMIBOLD, SERIF_BOLD, SERIF_ITALIC, Style
from tourdesk.foundation.language import _
from tourdesk.touring.night import Tour

_NAME_SIZES = (46, 40, 34, 29, 24, 20)
_NAME = Style(SERIF_BOLD, 46, 48)
_PROGRAMME = Style(SERIF_ITALIC, 14, 19)
_FACT = Style(SANS_SEMIBOLD, 14, 17)
_DETAIL = Style(SANS, 9.4, 12.4)
_CLOCK_WIDTH = 38.0
_CLOCK_STEP = 50.0
"""A clock time, and from one to the next."""
_LOGO = (110.0, 52.0)
"""The widest and the highest a tour's logo is, and how far below the rule it stands."""
_LOGO_TOP = 17.0


def head_rows(evening: Evening, setting: Setting) -> list[Row]:
    """The rows over the films of the first page."""
    whole = setting.main_offset + setting.main
    return [
        evening_name_row(evening, whole),
        Row((Column(0, (Rule(whole, 0.6, INK),)),), before=12, with_next=True),
        Row(_facts(evening, setting), before=8),
    ]


def evening_name_row(evening: Evening, whole: float) -> Row:
    """The tour's name, and the programme's under it."""
    tour = evening.screening.tour
    name = in_one_line(wording.tour_name(tour)) or _("Film programme")
    return name_row(name, evening.programme.name, tour, whole)


def name_row(name: str, subtitle: str, tour: Tour | None, whole: float) -> Row:
    """A name as large as it can be, what it is under it, and the tour's logo beside them."""
    mark = None if tour is None else tour_logo(tour, *_LOGO)
    room = whole if mark is None else whole - mark.width - 18
    pieces: list[Piece] = [Rule(whole, 5, ACCENT, below=14), Bookmark(name, 0)]
    pieces += largest(directed(name), _NAME, _NAME_SIZES, room)
    subtitle = in_one_line(subtitle)
    if subtitle and subtitle != name:
        pieces.append(Space(2))
        pieces += [Line(line, _PROGRAMME) for line in even(directed(subtitle), _PROGRAMME, room)]
    columns = [Column(0, tuple(pieces))]
    if mark is not None:
        columns.append(Column(whole - mark.width, (Space(_LOGO_TOP), mark), together=2))
    return Row(tuple(columns))


def _facts(evening: Evening, setting: Setting) -> tuple[Column, ...]:
    """When, where, and the clock times; times stand in columns of one width, so that they align."""
    screening = evening.screening
    times = clocks(evening)
    last = width(times[-1][0].upper(), LABEL.font, LABEL.size, LABEL.tracking)
    first = setting.main_offset + setting.main - max(_CLOCK_WIDTH, last) - _CLOCK_STEP * (len(times) - 1)
    place_width = first - setting.main_offset - 12
    columns = [
        Column(0, fact(_("When"), wording.day(screening.night), setting.side, summary(evening))),
        Column(setting.main_offset, fact(_("Where"), screening.venue.name, place_width, address(evening))),
    ]
    for place, (label, at) in enumerate(times):
        columns.append(Column(first + place * _CLOCK_STEP, fact(label, at, _CLOCK_STEP, [])))
    return tuple(columns)


def clocks(evening: Evening) -> list[tuple[str, str]]:
    """Doors, start and end, as far as they are known, each with its word."""
    slot = evening.screening.slot
    times = [(_("Doors"), slot.doors), (_("Start"), slot.start)]
    if evening.order.items:
        end = evening.order.end
        times.append((_("End"), end) if evening.order.exact else (_("Ends about"), wording.about(end)))
    return [(word, wording.clock(slot, at)) for word, at in times]


def fact(label: str, value: str, measure: float, details: list[str]) -> tuple[Piece, ...]:
    """A small word over a value, and details below it."""
    pieces: list[Piece] = [Line(label.upper(), LABEL), Space(2)]
    pieces += [Line(line, _FACT) for line in broken(in_one_line(value), _FACT, measure)]
    if details:
        pieces.append(Space(2))
    for detail in details:
        pieces += [Line(line, _DETAIL) for line in broken(in_one_line(detail), _DETAIL, measure)]
    return tuple(pieces)


def address(evening: Evening) -> list[str]:
    """What stands under the venue's name: hall, address, and who invites."""
    screening = evening.screening
    town = screening.town or screening.venue.town
    lines = [screening.hall.name, ", ".join(part for part in (screening.venue.address, town) if part)]
    if screening.host:
        lines.append(_("Presented by {host}", host=screening.host))
    return [line for line in lines if line]


def summary(evening: Evening) -> list[str]:
    """How many films, and how long the evening is; nothing when there are none."""
    if not evening.order.films:
        return []
    return [
        _(
            "{films}, {time} in all",
            films=wording.films(evening.order.films),
            time=wording.hours_text(evening.order.seconds),
        )
    ]
