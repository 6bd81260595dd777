from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.foundation.language import speak
from tourdesk.gui.app import Application
from tourdesk.gui.language import install_language
from tourdesk.gui.window import Window


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    locale, font, sheet = QLocale(), qapp.font(), qapp.styleSheet()
    yield
    speak("en")
    QLocale.setDefault(locale)
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)


def window_of(running: Application) -> Window:
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible())
    return window


def pick(window: QWidget, menu: str, option: str) -> None:
    for submenu in window.findChildren(QMenu):
        if submenu.title() == menu:
            (action,) = (action for action in submenu.actions() if action.text() == option)
            action.trigger()
            return
    raise AssertionError(menu)


@pytest.fixture
def running(qtbot: QtBot, qapp: QApplication, desks: Desks, settings: QSettings) -> Iterator[Application]:
    settings.setValue("window/language", "en")
    install_language(qapp, settings)
    made = Application(qapp, lambda _where, _progress: desks, settings)
    made.start()
    qtbot.waitUntil(lambda: window_of(made).nights.known)
    yield made
    window_of(made).close()
    made.end()
    made.deleteLater()


def rail_words(window: Window) -> list[str]:
    return [action.text() for action in window.actions_everywhere()]


def test_the_window_changes_its_language_while_it_is_open(qtbot: QtBot, running: Application) -> None:
    assert "Films" in rail_words(window_of(running))
    pick(window_of(running), "Language", "Deutsch")
    qtbot.waitUntil(lambda: "Filme" in rail_words(window_of(running)))
    assert QLocale().language() is QLocale.Language.German
    qtbot.waitUntil(lambda: window_of(running).nights.known)
    pick(window_of(running), "Sprache", "English")
    qtbot.waitUntil(lambda: "Films" in rail_words(window_of(running)))
    qtbot.waitUntil(lambda: window_of(running).nights.known)


def test_the_text_grows_and_shrinks_with_the_whole_window(qtbot: QtBot, running: Application) -> None:
    usual = window_of(running).font().pointSizeF()
    pick(window_of(running), "Size of text", "200 %")
    qtbot.waitUntil(lambda: window_of(running).font().pointSizeF() == usual * 2)
    qtbot.waitUntil(lambda: window_of(running).nights.known)
    pick(window_of(running), "Size of text", "80 %")
    qtbot.waitUntil(lambda: window_of(running).font().pointSizeF() == usual * 0.8)
    qtbot.waitUntil(lambda: window_of(running).nights.known)
