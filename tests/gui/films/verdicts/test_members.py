"""The members of the committee: added, renamed, let go and taken back in their dialog."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from tourdesk.desks import Desks
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.films.verdicts.judging import SETTING
from tourdesk.gui.films.verdicts.members_dialog import MembersDialog
from tourdesk.library.committee.verdicts import Choice, Stroke

Settle = Callable[[], None]


@pytest.fixture
def dialog(
    desks: Desks, settings: QSettings, open_screen: Callable[[], FilmsScreen], settle: Settle
) -> MembersDialog:
    """The dialog over Anna, who judges at this desk, and Ben."""
    settings.setValue(SETTING, "Anna")
    for name in ("Anna", "Ben"):
        desks.committee.join(name)
    screen = open_screen()
    settle()
    screen.committee.judging.members.trigger()
    settle()
    (dialog,) = [one for one in screen.window().findChildren(MembersDialog) if one.isVisible()]
    return dialog


def names(dialog: MembersDialog) -> list[str]:
    lines = [line for line in dialog.findChildren(QLineEdit) if line.isVisible() and line is not dialog.new]
    return sorted(line.text() for line in lines)


def line_of(dialog: MembersDialog, name: str) -> QLineEdit:
    lines = dialog.findChildren(QLineEdit)
    return next(line for line in lines if line.isVisible() and line.text() == name)


def press(dialog: MembersDialog, said: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    button = next(one for one in buttons if one.isVisible() and said in {one.accessibleName(), one.text()})
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(dialog: MembersDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_name_typed_and_enter_add_a_member(dialog: MembersDialog, desks: Desks, settle: Settle) -> None:
    QTest.keyClicks(dialog.new, "Carla Weir")
    QTest.keyClick(dialog.new, Qt.Key.Key_Return)
    settle()
    assert [member.name for member in desks.committee.members()] == ["Anna", "Ben", "Carla Weir"]
    assert names(dialog) == ["Anna", "Ben", "Carla Weir"]
    assert not dialog.new.text()


def test_a_member_who_is_renamed_goes_on_judging_at_this_desk(
    dialog: MembersDialog, desks: Desks, settings: QSettings, settle: Settle
) -> None:
    line = line_of(dialog, "Anna")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Anna Weir")
    line.clearFocus()
    settle()
    assert [member.name for member in desks.committee.members()] == ["Anna Weir", "Ben"]
    assert settings.value(SETTING) == "Anna Weir"


def test_a_name_that_another_has_is_told_and_stays_to_be_corrected(
    dialog: MembersDialog, desks: Desks, settle: Settle
) -> None:
    line = line_of(dialog, "Ben")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "anna")
    line.clearFocus()
    settle()
    assert "Another member is called “Anna”" in words(dialog)
    assert [member.name for member in desks.committee.members()] == ["Anna", "Ben"]


def test_who_is_let_go_keeps_what_was_said_and_can_be_taken_back(
    dialog: MembersDialog, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    ben = next(member.id for member in desks.committee.members() if member.name == "Ben")
    assert ben is not None
    desks.committee.give(ben, [film_ids["Mira"]], Stroke(Choice.MUST))
    press(dialog, "Let Ben go")
    settle()
    assert [member.left for member in desks.committee.members()] == [False, True]
    assert "has left" in words(dialog)
    assert [one.member.name for one in desks.committee.tally(film_ids["Mira"]).said] == ["Ben"]
    press(dialog, "Take Ben back")
    settle()
    assert not any(member.left for member in desks.committee.members())
