"""The window in a language that puts every sentence into brackets and makes it longer: what was not said through it is seen."""

import gettext
import html
import re
from collections.abc import Iterator
from datetime import date

import pytest
from babel import Locale
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui.walking import arrive
from tools.views import LISTING, LOCKED, PAGE, PROBLEM, VIEWS

from tourdesk.foundation import language
from tourdesk.gui.context import Context
from tourdesk.gui.window import Window


class Pseudo(gettext.NullTranslations):
    """`Save` is said `⟦Save~~⟧`: four tenths longer, as German and French are."""

    def gettext(self, message: str) -> str:
        # What is no words for people but a form for dates stays as it is.
        if message in {"ddd d MMM yyyy", "d MMMM yyyy", "ddd d MMM"}:
            return message
        return f"⟦{message}{'~' * (len(message) * 4 // 10 + 1)}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture(autouse=True)
def _pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language, "_spoken", Pseudo())
    locale = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(locale)


def texts(whole: QWidget) -> Iterator[tuple[QWidget, str]]:
    """What can be read on labels, buttons, tabs and in empty fields, and the names that are spoken."""
    for widget in [whole, *whole.findChildren(QWidget)]:
        # Qt's own buttons have its own translations; the words of a rule are said as one sentence and then parted.
        if (
            not widget.isVisible()
            or isinstance(widget.parent(), QDialogButtonBox)
            or type(widget).__name__ == "_Words"
        ):
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget, widget.placeholderText()
        elif isinstance(widget, QGroupBox):
            yield widget, widget.title()
        elif isinstance(widget, QTabBar):
            yield from ((widget, widget.tabText(tab)) for tab in range(widget.count()))
        yield widget, widget.toolTip()


def foreign(text: str, data: str) -> bool:
    """Whether a text holds words that neither were translated nor come from the data."""
    plain = html.unescape(re.sub(r"<[^>]*>", " ", text))
    words = "".join(letter if letter.isalpha() else " " for letter in plain).split()
    return bool(words) and "⟦" not in text and not all(word in data for word in words)


@pytest.fixture(scope="session")
def data(sample_words: str) -> str:
    """The words that the program is given: the sample's, the views' own, the name of the file, the locale's dates and countries."""
    days = " ".join(f"{date(2027, 1 + day % 12, 1 + day):%a %A %b %B}" for day in range(28))
    places = " ".join((*Locale("en").territories.values(), *Locale("en").languages.values()))
    told = f"{PAGE} {LISTING} {PROBLEM} {LOCKED}"
    return f"{sample_words} {days} {places} {told} sample.tourdesk TourDesk Deutsch English"


@pytest.mark.parametrize("name", VIEWS)
def test_every_text_goes_through_the_translators(
    qtbot: QtBot, sample_window: Window, sample: Context, data: str, name: str
) -> None:
    shown = arrive(qtbot, sample_window, sample, name)
    found = {text for widget, text in texts(shown) if not widget.objectName().startswith("qt_")}
    assert sorted(text for text in found if foreign(text, data)) == []


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_is_cut_where_sentences_are_longer(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    shown = arrive(qtbot, sample_window, sample, name)
    # What is said later, such as a number of findings, is laid out with the next event.
    qtbot.waitUntil(lambda: not cut(shown))


def cut(whole: QWidget) -> list[str]:
    """Buttons with less room than their words need."""
    return [
        f"{widget.text()!r} has {widget.width()} of {widget.minimumSizeHint().width()}"
        for widget in whole.findChildren(QAbstractButton)
        if isinstance(widget, QPushButton | QToolButton | QCheckBox) and widget.isVisible() and widget.text()
        # Qt's buttons within a field draw their sign alone.
        if not isinstance(widget.parent(), QLineEdit)
        if widget.width() < widget.minimumSizeHint().width()
    ]
