"""How a row of the running order is drawn."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later
from tourdesk.gui.films.words import listed
from tourdesk.gui.programme import words
from tourdesk.gui.programme.look import Look, draw_icon, draw_sign, hatch
from tourdesk.gui.programme.rows import EndRow, GoneRow, ItemRow, Mark, NoteRow, PartRow, Row, WaitRow
from tourdesk.gui.programme.signs import draw_elastic, draw_mark, draw_pin
from tourdesk.programming.findings import title_of
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.running_order import Severity

PAD = 14
INDENT = 26
"""How far what runs during an intermission stands to the right of it."""

SAID_ALREADY = "run-time approximate"
"""The rule whose finding the row shows anyway: by the ≈ before the run-time."""


def second_line(row: ItemRow) -> str:
    """What stands small below the title: who made a film, or what an item is when its title does not say so."""
    item = row.timed.item
    if item.kind is ItemKind.FILM:
        version = item.version_name if item.version_name not in {"", "original"} else ""
        said = [listed(item.directors), version]
    else:
        kind = words.kind(item.kind)
        said = ["" if title_of(item).casefold().startswith(kind.casefold()) else kind]
        said.append(words.elastic(item) if item.elastic else "")
    said.append(words.pinned(row.timed))
    if row.timed.stretched:
        longer = clock_text(row.timed.stretched)
        said.append(_("{length} longer, for what runs during it", length=longer))
    return "  ·  ".join(one for one in said if one)


def lines_of(row: Row) -> tuple[type[Row], bool]:
    """What decides how high a row is: its kind, and whether anything stands below an item's title."""
    return type(row), isinstance(row, ItemRow) and bool(second_line(row))


_MARKS = {Mark.ADDED: later("added"), Mark.MOVED: later("moved"), None: later("dropped")}


def said_of(mark: Mark | None) -> str:
    """What a proposal does with an item, in a word; None is for one that it drops."""
    return _(_MARKS[mark])


def is_narrow(place: QRectF, look: Look) -> bool:
    """Whether a row has hardly room for a title."""
    return place.width() < QFontMetricsF(look.number).horizontalAdvance("0:00:00") * 9


class RowDrawing:
    """Draws one row into its place."""

    def __init__(self, painter: QPainter, look: Look, place: QRectF, state: QStyle.StateFlag) -> None:
        self._painter = painter
        self._look = look
        self._place = place
        self.clock_chars = "00:00:00"
        self._selected = bool(state & QStyle.StateFlag.State_Selected)
        self._hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._focused = bool(state & QStyle.StateFlag.State_HasFocus)

    @staticmethod
    def duration_place(place: QRectF, look: Look) -> QRectF:
        """Where the duration stands: what is typed stands there too."""
        figures = QFontMetricsF(look.number)
        # Where there is hardly room for titles, the gaps are left to the tooltip and the inspector.
        gap = 0.0 if is_narrow(place, look) else figures.horizontalAdvance("+0:00:00")
        width = figures.horizontalAdvance("≈ 0:00:00")
        return QRectF(place.right() - PAD - gap - 8 - width, place.top(), width, place.height())

    def item(self, row: ItemRow, problem: str, *, editing: bool) -> None:
        """An item: clock, sign of its kind, title, who made it, duration, gap."""
        look, item = self._look, row.timed.item
        self._ground(row)
        place = self._place
        clock_width = QFontMetricsF(look.clock).horizontalAdvance(self.clock_chars) + 12
        indent = INDENT if item.inside is not None else 0
        clock = QRectF(place.left() + PAD + indent, place.top(), clock_width, place.height())
        self._text(clock, row.clock, look.clock, look.text)
        if item.pinned is not None:
            flag = QRectF(place.left() + 6, place.center().y() - 6, 6, 12)
            draw_pin(self._painter, flag, look.danger if row.timed.late else look.accent)
        edge = QFontMetricsF(look.body).height()
        icon = QRectF(clock.right() + 2, place.center().y() - edge / 2, edge, edge)
        draw_icon(self._painter, words.KIND_ICONS[item.kind], icon, look.muted)
        duration = self.duration_place(place, look)
        if not editing:
            colour = look.text if item.seconds is not None else look.warning
            self._text(duration, words.duration(item), look.number, colour, Qt.AlignmentFlag.AlignRight)
            if item.elastic:
                wide = edge * 0.72
                sign = QRectF(duration.left(), duration.center().y() - wide / 2, wide, wide)
                draw_elastic(self._painter, sign, look.muted)
        if row.timed.gap_after and not is_narrow(place, look):
            gap = QRectF(
                duration.right() + 8, place.top(), place.right() - PAD - duration.right() - 8, place.height()
            )
            self._text(
                gap,
                f"+{clock_text(row.timed.gap_after)}",
                look.number,
                look.muted,
                Qt.AlignmentFlag.AlignRight,
            )
        left = icon.right() + 10
        words_place = QRectF(left, place.top(), duration.left() - 12 - left, place.height())
        if row.mark is not None:
            words_place = self._mark(words_place, row.mark)
        told = [finding for finding in row.findings if finding.rule != SAID_ALREADY]
        if told:
            worst = min(told, key=lambda finding: list(Severity).index(finding.severity))
            small = edge * 0.8
            sign = QRectF(words_place.right() - small, place.center().y() - small / 2, small, small)
            draw_sign(self._painter, sign, worst.severity, look)
            words_place.setRight(sign.left() - 8)
        self._titles(words_place, row, problem)

    def _mark(self, place: QRectF, mark: Mark | None) -> QRectF:
        """What a proposal does with the item, by sign and word at the right of a place; returns what is left of it."""
        look, word = self._look, said_of(mark)
        width = QFontMetricsF(look.small).horizontalAdvance(word) + 4
        said = QRectF(place.right() - width, place.top(), width, place.height())
        colour = look.muted if mark is None else look.accent
        self._text(said, word, look.small, colour, Qt.AlignmentFlag.AlignRight)
        sign = QRectF(said.left() - 20, place.center().y() - 7.5, 15, 15)
        draw_mark(self._painter, sign, mark, (colour, look.surface))
        return place.adjusted(0, 0, sign.left() - 8 - place.right(), 0)

    def gone(self, row: GoneRow) -> None:
        """An item that a proposal drops: struck through, at its place of now."""
        look, place = self._look, self._place
        hatch(self._painter, QRectF(place.left(), place.top(), 4, place.height()), look.faint, 4.0, 1.0)
        clock_width = QFontMetricsF(look.clock).horizontalAdvance(self.clock_chars) + 12
        left = place.left() + PAD + clock_width + QFontMetricsF(look.body).height() + 12
        duration = self.duration_place(place, look)
        self._text(duration, words.duration(row.item), look.number, look.muted, Qt.AlignmentFlag.AlignRight)
        free = self._mark(QRectF(left, place.top(), duration.left() - 12 - left, place.height()), None)
        struck = QFont(look.body)
        struck.setStrikeOut(True)
        self._text(free, title_of(row.item), struck, look.muted)

    def _titles(self, place: QRectF, row: ItemRow, problem: str) -> None:
        look, item = self._look, row.timed.item
        second = problem or second_line(row)
        font = look.strong if item.kind is ItemKind.FILM else look.body
        if problem and not second_line(row):
            # A row of one line has no room below: the problem stands in the title's place.
            self._text(place, problem, look.small, look.danger)
            return
        if not second:
            self._text(place, title_of(item), font, look.text)
            return
        upper = QRectF(place.left(), place.top() + 4, place.width(), place.height() / 2 - 3)
        lower = QRectF(place.left(), upper.bottom() - 1, place.width(), place.height() / 2 - 3)
        self._text(upper, title_of(item), font, look.text)
        self._text(lower, second, look.small, look.danger if problem else look.muted)

    def _ground(self, row: ItemRow) -> None:
        look, place, painter = self._look, self._place, self._painter
        pause = row.timed.item.kind is ItemKind.INTERMISSION or row.timed.item.inside is not None
        inner = place.adjusted(4, 1, -4, -1)
        if pause:
            painter.fillRect(QRectF(place.left(), place.top(), place.width(), place.height()), look.track)
            edge = QRectF(place.left(), place.top(), 4, place.height())
            hatch(painter, edge, look.muted, 4.0, 1.2)
        if self._selected or self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.chosen if self._selected else look.hovered)
            painter.drawRoundedRect(inner, 5, 5)
        if not pause:
            tint = look.part(row.timed.part)
            colour = QColor(tint.strong)
            colour.setAlphaF(1.0 if row.timed.item.kind is ItemKind.FILM else 0.4)
            painter.fillRect(QRectF(place.left(), place.top(), 4, place.height()), colour)
        if self._focused:
            painter.setPen(QPen(look.focus, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 5, 5)

    def part(self, row: PartRow) -> None:
        """The header of a part: its name and how long it is."""
        look = self._look
        place = self._place.adjusted(PAD, 8, -PAD, -2)
        self._painter.fillRect(
            QRectF(self._place.left(), place.top(), 4, self._place.bottom() - place.top()),
            look.part(row.number).strong,
        )
        self._text(place, row.name, look.heading, look.part(row.number).ink)
        films = words.films(row.films)
        total = clock_text(row.seconds)
        duration = self.duration_place(self._place, look)
        duration.setTop(place.top())
        duration.setBottom(place.bottom())
        self._text(duration, total, look.clock, look.text, Qt.AlignmentFlag.AlignRight)
        said = QRectF(place.left(), place.top(), duration.left() - 12 - place.left(), place.height())
        free = said.width() - QFontMetricsF(look.heading).horizontalAdvance(row.name) - 12
        if row.films:
            film_words = f"{films} {clock_text(row.film_seconds)}"
            if free < QFontMetricsF(look.number).horizontalAdvance(film_words):
                film_words = ""
            self._text(said, film_words, look.number, look.muted, Qt.AlignmentFlag.AlignRight)
        y = place.bottom() + 0.5
        self._painter.setPen(QPen(look.faint, 1.0))
        self._painter.drawLine(QLineF(self._place.left() + 4, y, self._place.right() - 4, y))

    def wait(self, row: WaitRow) -> None:
        """A stretch in which people wait for a pinned item."""
        look = self._look
        edge = QRectF(self._place.left(), self._place.top(), 4, self._place.height())
        hatch(self._painter, edge, look.faint, 4.0, 1.0)
        self._across(words.waiting(row.clock, row.seconds))

    def note(self, row: NoteRow) -> None:
        """A line across: midnight, or the clocks change."""
        self._across(row.text)

    def _across(self, text: str) -> None:
        look, place = self._look, self._place
        width = QFontMetricsF(look.small).horizontalAdvance(text)
        self._text(place, text, look.small, look.muted, Qt.AlignmentFlag.AlignHCenter)
        self._painter.setPen(QPen(look.faint, 1.0, Qt.PenStyle.DashLine))
        y, middle = place.center().y(), place.center().x()
        self._painter.drawLine(QLineF(place.left() + PAD, y, middle - width / 2 - 10, y))
        self._painter.drawLine(QLineF(middle + width / 2 + 10, y, place.right() - PAD, y))

    def end(self, row: EndRow) -> None:
        """The end of the evening and how far it is from when it must be."""
        look = self._look
        over = row.margin < 0
        place = self._place.adjusted(PAD, 6, -PAD, -4)
        self._painter.setPen(QPen(look.danger if over else look.text, 1.5))
        self._painter.drawLine(
            QLineF(self._place.left() + 4, place.top(), self._place.right() - 4, place.top())
        )
        colour = look.danger if over else look.text
        clock = row.clock if row.exact else _("about {clock}", clock=row.clock)
        clock_width = QFontMetricsF(look.large).horizontalAdvance(clock) + 4
        self._text(
            QRectF(place.left(), place.top(), clock_width, place.height()),
            clock,
            look.large,
            colour,
        )
        left = place.left() + clock_width + 10
        if over:
            draw_sign(self._painter, QRectF(left, place.center().y() - 8, 15, 15), Severity.ERROR, look)
            left += 24
        rest = QRectF(left, place.top(), place.right() - left, place.height())
        said = _("end  ·  {margin}", margin=row.margin_words)
        if QFontMetricsF(look.body).horizontalAdvance(said) > rest.width():
            said = row.margin_words  # that it is the end is seen
        self._text(rest, said, look.body, colour)

    def _text(
        self,
        place: QRectF,
        text: str,
        font: QFont,
        colour: QColor,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, elided)
