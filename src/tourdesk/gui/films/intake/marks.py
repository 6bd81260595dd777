"""How the understood parts of a page are marked: a hue and an underline for each field, so that colour does not speak alone."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QWidget

from tourdesk.gui.theme import tokens

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_Line = QTextCharFormat.UnderlineStyle
_PENS = {
    _Line.SingleUnderline: Qt.PenStyle.SolidLine,
    _Line.DashUnderline: Qt.PenStyle.DashLine,
    _Line.DotLine: Qt.PenStyle.DotLine,
    _Line.DashDotLine: Qt.PenStyle.DashDotLine,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A field's hue (0 to 359) and underline; no two fields share both."""

    hue: int
    underline: QTextCharFormat.UnderlineStyle

    def ground(self, *, strong: bool = False) -> QColor:
        """The colour behind the words."""
        if tokens().dark:
            return QColor.fromHsl(self.hue, 130, 95 if strong else 52)
        return QColor.fromHsl(self.hue, 190, 196 if strong else 232)

    def line(self) -> QColor:
        """The colour of the underline."""
        return QColor.fromHsl(self.hue, 150, 165) if tokens().dark else QColor.fromHsl(self.hue, 170, 88)

    def text_format(self, *, strong: bool = False) -> QTextCharFormat:
        """How the words are shown in the page."""
        look = QTextCharFormat()
        look.setBackground(self.ground(strong=strong))
        look.setUnderlineStyle(self.underline)
        look.setUnderlineColor(self.line())
        return look


MARKS = {
    "title": Mark(210, _Line.SingleUnderline),
    "original_title": Mark(210, _Line.DashUnderline),
    "year": Mark(45, _Line.SingleUnderline),
    "versions": Mark(120, _Line.SingleUnderline),
    "directors": Mark(280, _Line.SingleUnderline),
    "producers": Mark(280, _Line.DashUnderline),
    "countries": Mark(175, _Line.SingleUnderline),
    "languages": Mark(175, _Line.DashUnderline),
    "section": Mark(335, _Line.SingleUnderline),
    "tags": Mark(335, _Line.DashUnderline),
    "logline": Mark(20, _Line.DotLine),
    "synopsis": Mark(75, _Line.DotLine),
    "advisories": Mark(0, _Line.SingleUnderline),
    "ratings": Mark(0, _Line.DashUnderline),
    "identifiers": Mark(245, _Line.SingleUnderline),
    "trailer": Mark(245, _Line.DashUnderline),
    "showings": Mark(150, _Line.SingleUnderline),
    "licences": Mark(150, _Line.DashUnderline),
    "sources": Mark(120, _Line.DashUnderline),
    "notes": Mark(45, _Line.DotLine),
}


def mark_size(widget: QWidget) -> QSize:
    """The size of a `Swatch` beside the words of a widget."""
    line = widget.fontMetrics().height()
    return QSize(line, round(line * 0.9))


class Swatch(QWidget):
    """A small piece of the marking beside the field that it stands for."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = MARKS[name]
        self.setFixedSize(mark_size(self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 0, 0, -2), self._mark.ground(strong=True))
        painter.setPen(QPen(self._mark.line(), 2, _PENS[self._mark.underline]))
        bottom = self.height() - 1.5
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))


class Places:
    """Places in a text as Qt counts them (UTF-16) and as Python does (characters)."""

    def __init__(self, text: str) -> None:
        # Not character by character: a long listing has millions.
        self._wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
        self._wide_in_qt = [place + before for before, place in enumerate(self._wide)]

    def in_qt(self, place: int) -> int:
        """Qt's place of a Python place."""
        return place + bisect_left(self._wide, place)

    def in_python(self, place: int) -> int:
        """Python's place of a Qt place."""
        return place - bisect_left(self._wide_in_qt, place)
