"""Sets of rules: kept under a name by the keyboard, chosen, renamed, removed, and sent to another host as a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.programme.fit.page import FitPage
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.proposing.writing import from_file


@pytest.fixture
def fit(screen: ProgrammeScreen) -> FitPage:
    screen.side.show_fit()
    return screen.side.fit


def menu(fit: FitPage, qtbot: QtBot) -> QMenu:
    """The menu that the button opens by the space bar."""
    before = set(fit.sets.findChildren(QMenu))
    fit.sets.setFocus()
    QTest.keyClick(fit.sets, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(set(fit.sets.findChildren(QMenu)) - before))
    (opened,) = set(fit.sets.findChildren(QMenu)) - before
    return opened


def entry(opened: QMenu, words: str) -> QAction:
    return next(action for action in opened.actions() if action.text() == words)


def type_name(fit: FitPage, qtbot: QtBot, name: str) -> None:
    qtbot.waitUntil(lambda: bool(fit.sets.findChildren(QInputDialog)))
    dialog = fit.sets.findChildren(QInputDialog)[-1]
    (field,) = dialog.findChildren(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not fit.sets.findChildren(QInputDialog))


def choose(fit: FitPage, qtbot: QtBot, words: str) -> None:
    opened = menu(fit, qtbot)
    action = entry(opened, words)
    opened.close()
    action.trigger()


def names(desks: Desks) -> list[str]:
    return [one.name for one in desks.rules.rule_sets()]


def test_rules_are_kept_chosen_renamed_and_removed_with_an_undo(
    fit: FitPage, context: Context, desks: Desks, qtbot: QtBot
) -> None:
    news: list[News] = []
    context.news.connect(news.append)
    fit.rules.rows[WishKind.UNSEEN].switch.click()
    choose(fit, qtbot, "Keep these rules as…")
    type_name(fit, qtbot, "Gala")
    qtbot.waitUntil(lambda: names(desks) == ["Gala"])
    fit.rules.rows[WishKind.UNSEEN].switch.click()
    choose(fit, qtbot, "Gala")
    assert fit.rules.rows[WishKind.UNSEEN].switch.isChecked()
    assert news[-1].sentence == "The rules “Gala” are used now."

    opened = menu(fit, qtbot)
    assert entry(opened, "Gala").isChecked()
    opened.close()
    choose(fit, qtbot, "Rename “Gala”…")
    type_name(fit, qtbot, "Opening night")
    qtbot.waitUntil(lambda: names(desks) == ["Opening night"])
    choose(fit, qtbot, "Remove “Opening night”")
    qtbot.waitUntil(lambda: names(desks) == [])
    qtbot.waitUntil(lambda: "were removed" in news[-1].sentence)
    assert news[-1].action is not None
    news[-1].action()
    qtbot.waitUntil(lambda: names(desks) == ["Opening night"])


def test_a_file_for_another_host_holds_the_rules_and_none_of_our_films(
    fit: FitPage, film_ids: dict[str, int], desks: Desks, tmp_path: Path, qtbot: QtBot
) -> None:
    fit.rules.rows[WishKind.COUNTRIES].switch.click()
    fit.rules.rows[WishKind.COUNTRIES].numbers[0].setValue(5)
    fit.must.add_wanted.emit({film_ids["Balance"]: "Balance"})
    file = tmp_path / "host.rules.json"
    fit.sets.write(file, "For the host")
    qtbot.waitUntil(file.exists)
    name, sent = from_file(file.read_bytes())
    assert (name, sent.must) == ("For the host", ())
    assert sent.of(WishKind.COUNTRIES).sentence == "From at least 5 countries"
    # The host has other rules and other films: only the rules change.
    fit.rules.show_wishes(Wishes())
    fit.rules.changed.emit(Wishes(must=fit.wishes.must))
    assert not fit.wishes.of(WishKind.COUNTRIES).on
    fit.sets.read(file)
    qtbot.waitUntil(lambda: fit.wishes.of(WishKind.COUNTRIES).on)
    assert fit.wishes.of(WishKind.COUNTRIES).values == (5,)
    assert fit.wishes.must == (film_ids["Balance"],)
    assert names(desks) == ["For the host"]
