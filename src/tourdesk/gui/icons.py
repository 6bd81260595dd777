"""The line icons of resources/icons, drawn in the theme's colours at every size and density."""

from collections.abc import Mapping
from functools import cache
from struct import pack
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QDataStream, QSize
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from tourdesk.foundation.assets import resources
from tourdesk.gui.theme import tokens
from tourdesk.gui.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem


def icon(name: str, colour: str = "text") -> QIcon:
    """An icon in a colour of the tokens, as they are now; what shows it follows light and dark by `renew_icons`."""
    return _icon(name, colour, dark=tokens().dark)


def pixmap(name: str, size: int, colour: QColor, density: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels, for widgets that paint themselves."""
    return _pixmap(name, size, colour.name(), density)


def renew_icons(whole: QWidget) -> None:
    """Give all buttons, actions and items of lists within a window their icons in the colours of now."""
    from PySide6.QtWidgets import QListWidget  # noqa: PLC0415 - the window opens before it is needed

    items = (box.item(row) for box in whole.findChildren(QListWidget) for row in range(box.count()))
    owners: list[QAction | QAbstractButton | QListWidgetItem] = [
        *whole.findChildren(QAction),
        *whole.findChildren(QAbstractButton),
        *items,
    ]
    for owner in owners:
        known = _known.get(owner.icon().cacheKey())
        if known is not None:
            owner.setIcon(icon(*known))


_known: dict[int, tuple[str, str]] = {}
"""What was asked for, by the icon's key, which its copies share."""


@cache
def _icon(name: str, colour: str, *, dark: bool) -> QIcon:
    now: Tokens = DARK if dark else LIGHT
    inks = {
        QIcon.Mode.Normal: getattr(now, colour).name(),
        QIcon.Mode.Disabled: now.faint.name(),
        QIcon.Mode.Selected: now.on_accent_soft.name(),
    }
    made = _of_svg({mode: _source(name).replace("currentColor", ink) for mode, ink in inks.items()})
    _known[made.cacheKey()] = (name, colour)
    return made


@cache
def _pixmap(name: str, size: int, ink: str, density: float) -> QPixmap:
    made = _of_svg({QIcon.Mode.Normal: _source(name).replace("currentColor", ink)})
    return made.pixmap(QSize(size, size), density)


_RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
    'stroke="currentColor" stroke-width="1.75"><circle cx="12" cy="12" r="6"/></svg>'
)
"""A missing picture is no reason to fail: a quiet ring keeps its place."""


@cache
def _source(name: str) -> str:
    try:
        return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return _RING


_ICON = 0x1005
"""QIcon among the types of a QVariant, https://doc.qt.io/qt-6/qmetatype.html#Type-enum."""
_OFF = 1
"""The number of QIcon.State.Off, which a picture that knows no On is kept under."""


def _of_svg(pictures: Mapping[QIcon.Mode, str]) -> QIcon:
    """An icon that Qt's own engine for SVG draws, as Qt would read it from a stream (`QSvgIconEngine::read`).

    An engine made in Python is asked from within painting, whatever Python has taken away meanwhile, which ended the program;
    and pictures drawn beforehand would have to be many, or be scaled. Read as a QVariant: to find the `>>` of an icon,
    PySide makes two dozen classes that nobody needs.
    """
    parts = [pack(">IB", _ICON, 0), _counted(b"\0s\0v\0g")]
    parts.append(pack(">iii", 0, 0, len(pictures)))  # no names of files, not compressed, so many pictures
    for mode, picture in pictures.items():
        parts += pack(">i", mode.value << 4 | _OFF), _counted(picture.encode())
    parts.append(pack(">i", 0))  # no pixmaps beside
    made = QDataStream(QByteArray(b"".join(parts))).readQVariant()
    if not isinstance(made, QIcon):
        raise TypeError("Qt read no icon from the stream")
    return made


def _counted(content: bytes) -> bytes:
    """Bytes as Qt's streams have them, after their number."""
    return pack(">I", len(content)) + content
