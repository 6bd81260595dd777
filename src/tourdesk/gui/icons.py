"""The line icons of resources/icons, drawn in the theme's colours at every size and density."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from tourdesk.foundation.assets import resources
from tourdesk.gui.theme import tokens


def icon(name: str, colour: str = "text") -> QIcon:
    """An icon in a colour of the tokens; it follows light and dark by itself."""
    return QIcon(_Engine(name, colour))


def pixmap(name: str, size: int, colour: QColor, density: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels, for widgets that paint themselves."""
    return _drawn(name, round(size * density), colour.name(), density)


class _Engine(QIconEngine):
    """Draws when asked, so that a change of the theme needs nothing but a repaint."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        made = _Engine(self._name, self._colour)
        # PySide does not give what `clone` returns to Qt: without a reference here it would be gone before Qt
        # draws with it. Those that Qt has deleted since are let go.
        _clones[:] = [*filter(isValid, _clones), made]
        return made

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        density = painter.device().devicePixelRatioF()
        picture = _drawn(self._name, round(rect.width() * density), self._ink(mode), density)
        painter.drawPixmap(rect.topLeft(), picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return QPixmap(_drawn(self._name, min(size.width(), size.height()), self._ink(mode), 1.0))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802 - Qt's name
        pixels = round(min(size.width(), size.height()) * scale)
        return QPixmap(_drawn(self._name, pixels, self._ink(mode), scale))

    def _ink(self, mode: QIcon.Mode) -> str:
        now = tokens()
        if mode is QIcon.Mode.Disabled:
            return now.faint.name()
        if mode is QIcon.Mode.Selected:
            return now.on_accent_soft.name()
        return now.named()[self._colour]


_clones: list[_Engine] = []


@cache
def _source(name: str) -> str | None:
    file = resources() / "icons" / f"{name}.svg"
    return file.read_text(encoding="utf-8") if file.is_file() else None


@cache
def _drawn(name: str, pixels: int, ink: str, density: float) -> QPixmap:
    """`pixels` is the edge in device pixels."""
    picture = QPixmap(max(pixels, 1), max(pixels, 1))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    source = _source(name)
    if source is None:
        # A missing picture is no reason to fail: a quiet ring keeps its place.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), max(pixels / 14, 1)))
        painter.drawEllipse(QRectF(0, 0, pixels, pixels).adjusted(*[pixels / 4] * 2, *[-pixels / 4] * 2))
    else:
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", ink).encode()))
        renderer.render(painter, QRectF(QPoint(0, 0), QSize(pixels, pixels)))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture
