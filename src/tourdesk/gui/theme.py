"""How the window looks: Fusion with our own palette, style sheet and fonts, light or dark as the system is."""

import re
from enum import Enum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from tourdesk.foundation.assets import resources
from tourdesk.gui import tokens as design
from tourdesk.gui.tokens import DARK, LIGHT, Tokens

SETTING = "window/scheme"
TEXT_SETTING = "window/text"
TEXT_SIZES = (80, 90, 100, 115, 130, 150, 175, 200)
"""The sizes of text one can choose, in per cent of the system's."""
TEXT_FAMILY = "Noto Sans"
NUMBER_FAMILY = "Noto Sans Condensed"
_WEIGHTS = ("Regular", "SemiBold")
"""Of both families; the papers alone have bold ones, too. Each takes a start nearly a millisecond."""
_DRESSED = "dressed"
"""The property of windows that wear our style sheet."""
_COMPANIONS = (
    "Noto Sans JP",
    "Noto Sans SC",
    "Noto Sans KR",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Serif Devanagari",
    "Noto Serif Thai",
)


class Scheme(Enum):
    """What the user asks for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look of one application; it follows the system unless the user chose light or dark."""

    changed = Signal()
    """The tokens are others now; custom-painted widgets paint again."""

    def __init__(self, app: QApplication, settings: QSettings | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._scheme = _remembered(settings)
        self._tokens: Tokens | None = None
        _take_fusion(app)
        add_fonts()
        app.setFont(
            _text_font(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont), text_size(settings))
        )
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._ask_system()
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The tokens in force."""
        return self._tokens or LIGHT

    @property
    def scheme(self) -> Scheme:
        """What the user asked for."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Take light, dark or the system's from now on; it is remembered."""
        self._scheme = scheme
        if self._settings is not None:
            self._settings.setValue(SETTING, scheme.value)
        self._ask_system()
        self._apply()

    def dress(self, window: QWidget) -> None:
        """Give a window the style sheet, now and whenever the colours change; its dialogs and menus wear it too.

        Windows wear it and not the application: Qt goes through all of a widget's children each time it gets a parent under
        a style sheet, so that a screen that is built under the application's is dressed a dozen times.
        """
        if window.property(_DRESSED) is None:
            window.setProperty(_DRESSED, True)
            window.setStyleSheet(_style_sheet(self.tokens))

    def _ask_system(self) -> None:
        # Told to the platform too, so that the window's own title bar fits.
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        if self._scheme in wanted:
            self._app.styleHints().setColorScheme(wanted[self._scheme])
        else:
            self._app.styleHints().unsetColorScheme()

    def _apply(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._scheme is Scheme.DARK
        tokens = DARK if dark else LIGHT
        if tokens is self._tokens:
            return
        self._tokens = tokens
        self._app.setPalette(_palette(tokens))
        for window in QApplication.topLevelWidgets():
            if window.property(_DRESSED) is not None:
                window.setStyleSheet(_style_sheet(tokens))
        self.changed.emit()


def install(app: QApplication, settings: QSettings) -> Theme:
    """Give the application our look; called once, before the first widget is shown."""
    before = _installed(app)
    if before is not None:
        before.setParent(None)
        before.deleteLater()
    return Theme(app, settings)


def theme() -> Theme:
    """The application's theme; made with the system's scheme where nobody installed one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the theme needs a QApplication")
    return _installed(app) or Theme(app)


def tokens() -> Tokens:
    """The colours in force, for widgets that paint themselves; see `Theme.changed`."""
    app = QApplication.instance()
    # Never made here: this is asked while painting, when the style must not be changed.
    found = _installed(app) if app is not None else None
    return found.tokens if found is not None else LIGHT


def _installed(app: QCoreApplication) -> Theme | None:
    return app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)


def scaled(font: QFont, size: float, weight: QFont.Weight | None = None) -> QFont:
    """A font at one of the sizes of `tokens` (SMALL … DISPLAY), relative to the given one."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * size)
    if weight is not None:
        other.setWeight(weight)
    return other


def number_font(font: QFont, size: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The condensed face for clock times and durations: its figures have one width, so times align."""
    other = scaled(font, size, weight)
    other.setFamilies([NUMBER_FAMILY, *font.families()])
    return other


def icon_size(widget: QWidget, size: float = 1.1) -> QSize:
    """An icon as high as a line of the widget's text times `size`, so that it grows with the text."""
    edge = round(widget.fontMetrics().height() * size)
    return QSize(edge, edge)


@cache
def _take_fusion(app: QApplication) -> None:
    app.setStyle(QStyleFactory.create("Fusion"))


@cache
def add_fonts() -> None:
    """Make the families of the window known to Qt."""
    for family in (TEXT_FAMILY, NUMBER_FAMILY):
        for weight in _WEIGHTS:
            name = f"{family.replace(' ', '')}-{weight}.ttf"
            QFontDatabase.addApplicationFont(str(_folder(family) / name))


def add_companions(app: QApplication) -> None:
    """Make the families of resources/fonts for other alphabets known to Qt.

    Qt takes them where the face of the window lacks a letter: titles are read on machines without such fonts, too.
    All come at once (some 20 ms): a text that is drawn while only some of its alphabet's are there stays as it was.
    """
    for family in _COMPANIONS:
        for file in _files(family):
            QFontDatabase.addApplicationFont(str(file))
    for window in app.topLevelWidgets():
        window.update()


def _files(family: str) -> list[Path]:
    return sorted(_folder(family).glob("*.ttf"))


def _folder(family: str) -> Path:
    return resources() / "fonts" / family.lower().replace(" ", "-")


def text_size(settings: QSettings | None) -> int:
    """The size of text that was chosen, in per cent; one of `TEXT_SIZES`."""
    kept = str(settings.value(TEXT_SETTING, 100)) if settings is not None else "100"
    return int(kept) if kept.isdecimal() and int(kept) in TEXT_SIZES else 100


def _text_font(system: QFont, per_cent: int) -> QFont:
    """The face of the screen: ours in the size the user chose for the system, and for this program."""
    font = QFont(system)
    font.setFamilies([TEXT_FAMILY, *system.families()])
    if font.pointSizeF() <= 0:
        font.setPointSizeF(system.pixelSize() * 0.75)
    font.setPointSizeF(max(font.pointSizeF(), 10) * per_cent / 100)
    return font


def _remembered(settings: QSettings | None) -> Scheme:
    try:
        return Scheme(str(settings.value(SETTING, "system"))) if settings is not None else Scheme.SYSTEM
    except ValueError:  # written by another program's hand
        return Scheme.SYSTEM


def _palette(t: Tokens) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for which, colour in (
        (role.Window, t.surface),
        (role.WindowText, t.text),
        (role.Base, t.raised),
        (role.AlternateBase, t.hover),
        (role.Text, t.text),
        (role.PlaceholderText, t.example),
        (role.Button, t.raised),
        (role.ButtonText, t.text),
        (role.BrightText, t.error),
        (role.ToolTipBase, t.news),
        (role.ToolTipText, t.on_news),
        (role.Highlight, t.accent_soft),
        (role.HighlightedText, t.on_accent_soft),
        (role.Accent, t.accent),
        (role.Link, t.accent),
        (role.LinkVisited, t.accent),
        (role.Light, t.raised),
        (role.Midlight, t.line),
        (role.Mid, t.strong_line),
        (role.Dark, t.quiet),
        (role.Shadow, QColor(0, 0, 0, 120)),
    ):
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, which, t.faint)
    palette.setColor(group.Disabled, role.Base, t.surface)
    return palette


def _style_sheet(t: Tokens) -> str:
    """The style sheet, in which tokens are named as `@accent`, with the values of these."""
    folder = resources() / "styles"
    text = (folder / "tourdesk.qss").read_text(encoding="utf-8")
    values = {
        **t.named(),
        **_radio_sizes(QFontMetrics(QApplication.font()).height()),
        "styles": folder.as_posix(),
        "scheme": "dark" if t.dark else "light",
        "radius_small": f"{design.RADIUS_SMALL}px",
        "radius_large": f"{design.RADIUS_LARGE}px",
        "radius": f"{design.RADIUS}px",
    }
    return re.sub(r"@(\w+)", lambda named: values[named[1]], text)


def _radio_sizes(line: int) -> dict[str, str]:
    """The measures of a radio button beside a line of text of so many pixels: all of it even, so that it is round."""
    half, ring = round(line * 0.44), round(line * 0.27)
    return {
        "radio_inner": f"{2 * half - 2}px",
        "radio_radius": f"{half}px",
        "radio_focus_radius": f"{half + 1}px",
        "radio_ring": f"{ring}px",
        "radio_dot": f"{2 * (half - ring)}px",
    }
