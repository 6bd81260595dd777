from functools import partial

import pytest
from PySide6.QtCore import QPoint, QSettings, QSize
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QIcon, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QToolTip,
)
from pytestqt.qtbot import QtBot
from tests.gui.walking import arrive
from tools.views import VIEWS

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.context import Context
from tourdesk.gui.frame.fields import NameBox
from tourdesk.gui.icons import icon
from tourdesk.gui.problems import TroubleDialog, show_error
from tourdesk.gui.theme import Scheme, add_companions, install, number_font, theme, tokens
from tourdesk.gui.tokens import DARK, LIGHT, Tokens
from tourdesk.gui.window import Window


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(t: Tokens) -> dict[str, tuple[QColor, QColor]]:
    return {
        "text on the ground": (t.text, t.surface),
        "text on a card": (t.text, t.raised),
        "quiet text on the ground": (t.quiet, t.surface),
        "quiet text on a card": (t.quiet, t.raised),
        "what an empty field says": (t.example, t.raised),
        "a button's word": (t.on_accent, t.accent),
        "a button's word under the mouse": (t.on_accent, t.accent_hover),
        "a link": (t.accent, t.raised),
        "what is chosen": (t.on_accent_soft, t.accent_soft),
        "the rail's words": (t.on_rail, t.rail),
        "the rail's words under the mouse": (t.on_rail_chosen, t.rail_hover),
        "the rail's chosen word": (t.on_rail_chosen, t.rail_chosen),
        "an error": (t.error, t.raised),
        "an error on its ground": (t.error, t.error_soft),
        "text on an error's ground": (t.text, t.error_soft),
        "a warning": (t.warning, t.raised),
        "a warning on its ground": (t.warning, t.warning_soft),
        "all is well": (t.ok, t.raised),
        "news": (t.on_news, t.news),
        "the button of news": (t.news_action, t.news),
    }


def test_every_text_is_told_from_its_ground_in_light_and_dark() -> None:
    poor = [
        f"{what} ({'dark' if t.dark else 'light'}): {contrast(*pair):.1f}"
        for t in (LIGHT, DARK)
        for what, pair in pairs(t).items()
        if contrast(*pair) < 4.5
    ]
    assert poor == []


def test_the_edge_of_a_field_is_seen_in_light_and_dark() -> None:
    """WCAG 2.2, 1.4.11: what shows where a control is keeps a contrast of 3 to what it lies on."""
    assert min(contrast(t.strong_line, t.raised) for t in (LIGHT, DARK)) >= 3


def test_what_an_empty_field_says_is_drawn_in_its_colour(qtbot: QtBot, settings: QSettings) -> None:
    """Qt draws it half transparent in a field that has a colour of its own, unless it is told another one."""
    for field in (QLineEdit(), QPlainTextEdit(), QComboBox()):
        qtbot.addWidget(field)
        theme().dress(field)
        field.ensurePolished()
        assert field.palette().placeholderText().color() == tokens().example


def test_dark_is_chosen_and_remembered(qapp: QApplication, settings: QSettings) -> None:
    theme().choose(Scheme.DARK)
    assert tokens() is DARK
    again = install(qapp, settings)
    assert again.scheme is Scheme.DARK
    assert tokens() is DARK


def test_painted_widgets_hear_of_another_scheme(qtbot: QtBot, settings: QSettings) -> None:
    with qtbot.waitSignal(theme().changed):
        theme().choose(Scheme.DARK)
    assert QApplication.palette().window().color() == DARK.surface


def undressed() -> list[str]:
    """The windows in sight, their dialogs, menus and lists, that Qt draws without our style sheet."""
    return [
        type(window).__name__
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.style().metaObject().className() != "QStyleSheetStyle"
    ]


@pytest.mark.parametrize("name", VIEWS)
def test_every_window_wears_the_style_sheet(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    arrive(qtbot, sample_window, sample, name)
    assert undressed() == []


def test_what_is_told_without_a_window_wears_the_style_sheet(qtbot: QtBot, settings: QSettings) -> None:
    show_error(None, ProblemForUser("The disk is full; please make room there."))
    (shown,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog) and w.isVisible())
    assert undressed() == []
    shown.accept()


def test_words_that_are_offered_while_one_types_wear_the_style_sheet(
    qtbot: QtBot, settings: QSettings
) -> None:
    box = NameBox()
    qtbot.addWidget(box)
    theme().dress(box)
    box.offer(["Leura", "Lithgow", "Lismore", "Lorne", "Lue"])
    box.resize(400, 40)
    box.setCurrentText("")
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    box.line.setFocus()
    QTest.keyClicks(box.line, "l")
    offered = box.line.completer()
    assert offered is not None
    popup = offered.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert undressed() == []
    # Few words are all in sight, the last one too.
    last = popup.model().index(4, 0)
    qtbot.waitUntil(lambda: popup.viewport().rect().contains(popup.visualRect(last)))


def test_a_tooltip_has_the_colours_of_news(qtbot: QtBot, sample_window: Window) -> None:
    QToolTip.showText(QPoint(20, 20), "Undo (Ctrl+Z)", sample_window)
    qtbot.waitUntil(QToolTip.isVisible)
    (shown,) = (w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not sample_window)
    assert shown.grab().toImage().pixelColor(3, 3) == LIGHT.news
    QToolTip.hideText()


def test_an_open_window_turns_dark(qtbot: QtBot, sample_window: Window) -> None:
    theme().choose(Scheme.DARK)
    rail = sample_window.findChild(QFrame, "rail")
    assert rail is not None
    assert rail.grab().toImage().pixelColor(1, rail.height() - 1) == DARK.rail


def ink(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    """The colour an icon is drawn in."""
    picture = made.pixmap(QSize(32, 32), mode).toImage()
    return max((picture.pixelColor(x, y) for x in range(32) for y in range(32)), key=QColor.alpha)


def test_icons_of_buttons_actions_and_lists_follow_light_and_dark(
    qtbot: QtBot, settings: QSettings, sample_window: Window
) -> None:
    unread = QListWidget(sample_window)
    unread.addItem(QListWidgetItem(icon("save"), "not read"))
    button = QPushButton(icon("save", "accent"), "Save", sample_window)
    action = QAction(icon("save"), "Save", sample_window)
    theme().choose(Scheme.DARK)
    assert ink(action.icon()) == ink(unread.item(0).icon()) == DARK.text
    assert ink(button.icon()) == DARK.accent


def test_what_cannot_be_pressed_has_a_faint_icon(settings: QSettings) -> None:
    assert ink(icon("save"), QIcon.Mode.Disabled) == LIGHT.faint
    assert ink(icon("save")) == LIGHT.text


def test_an_icon_that_is_not_there_keeps_its_place(settings: QSettings) -> None:
    picture = icon("no-such-icon").pixmap(24).toImage()
    assert any(picture.pixelColor(x, 12).alpha() for x in range(picture.width()))


def test_an_icon_is_sharp_on_a_screen_of_twice_the_density(settings: QSettings) -> None:
    picture = icon("save").pixmap(QSize(16, 16), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def test_clock_times_align_because_all_figures_are_of_one_width(qtbot: QtBot, settings: QSettings) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    metrics = QFontMetricsF(number_font(label.font()))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_titles_of_every_alphabet_are_read_on_a_machine_without_fonts_for_them(
    qtbot: QtBot, qapp: QApplication
) -> None:
    add_companions(qapp)
    for title in ("山の道", "电影节", "한국 영화", "فيلم", "סרט", "फ़िल्म", "ภาพยนตร์", "Ταινία", "Кино"):
        qtbot.waitUntil(partial(is_read, title, qapp), timeout=30_000)


def is_read(text: str, app: QApplication) -> bool:
    """Whether every letter of a text has a glyph in some family: others are drawn as boxes."""
    layout = QTextLayout(text, app.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return not any(0 in run.glyphIndexes() for run in layout.glyphRuns())
