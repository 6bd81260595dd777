"""The tour's own dialogs: its lines, colour and logo, and its sponsors."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.frame.logo_field import LogoField
from tourdesk.gui.frame.sponsors_dialog import SponsorsDialog
from tourdesk.gui.frame.tour_dialog import TourDialog
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Tour


@pytest.fixture
def news(context: Context) -> list[News]:
    told: list[News] = []
    context.news.connect(told.append)
    return told


def shown(qtbot: QtBot, dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def line(dialog: QDialog, name: str) -> QLineEdit:
    (found,) = (field for field in dialog.findChildren(QLineEdit) if field.accessibleName() == name)
    return found


def retype(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def press(dialog: QDialog, words: str) -> None:
    (button,) = (button for button in dialog.findChildren(QPushButton) if button.text() == words)
    button.click()


def logo_file(folder: Path) -> Path:
    file = folder / "logo.png"
    Image.new("RGB", (60, 20), "red").save(file)
    return file


def drop(field: LogoField, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    nothing = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing
    )
    field.dropEvent(event)


def undo(qtbot: QtBot, news: list[News], until: Callable[[], bool]) -> None:
    assert news[-1].action is not None
    news[-1].action()
    qtbot.waitUntil(until)


def test_the_tour_is_changed_and_the_change_taken_back(
    qtbot: QtBot, context: Context, desks: Desks, news: list[News], tmp_path: Path
) -> None:
    before = desks.touring.save_tour(Tour("Trails 2027"))
    dialog = shown(qtbot, TourDialog(context, before))
    retype(line(dialog, "Web"), "https://trails.example")
    drop(dialog.findChildren(LogoField)[0], logo_file(tmp_path))
    retype(
        next(field for field in dialog.findChildren(QLineEdit) if field.placeholderText() == "#1d6490"),
        "#aa3300",
    )
    with qtbot.waitSignal(dialog.accepted):
        press(dialog, "Save")
    tour = desks.touring.tour()
    assert tour is not None
    assert (tour.web, tour.colour, tour.logo) == (
        "https://trails.example",
        "#aa3300",
        logo_file(tmp_path).read_bytes(),
    )
    undo(qtbot, news, lambda: desks.touring.tour() == before)


def test_a_colour_that_is_none_is_said_and_nothing_lost(qtbot: QtBot, context: Context, desks: Desks) -> None:
    dialog = shown(qtbot, TourDialog(context, desks.touring.save_tour(Tour("Trails"))))
    retype(line(dialog, "Address"), "1 Example Street")
    retype(
        next(field for field in dialog.findChildren(QLineEdit) if field.placeholderText() == "#1d6490"),
        "blue",
    )
    press(dialog, "Save")
    qtbot.waitUntil(lambda: any("is no colour" in label.text() for label in dialog.findChildren(QLabel)))
    assert dialog.isVisible()
    assert line(dialog, "Address").text() == "1 Example Street"


def test_a_file_that_is_no_picture_is_refused_as_a_logo(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    dialog = shown(qtbot, TourDialog(context, None))
    file = tmp_path / "words.png"
    file.write_text("not a picture")
    drop(dialog.findChildren(LogoField)[0], file)
    assert any("words.png is no picture" in label.text() for label in dialog.findChildren(QLabel))


def test_sponsors_are_added_changed_and_removed_at_once_and_taken_back(
    qtbot: QtBot, context: Context, desks: Desks, news: list[News]
) -> None:
    before = desks.sponsors.save([Sponsor("Quartz Owl", "main"), Sponsor("Blue Tent")])
    dialog = shown(qtbot, SponsorsDialog(context, before))
    press(dialog, "Add a sponsor")
    QTest.keyClicks(line(dialog, "Name"), "Rope & Co")
    tier = dialog.findChildren(QComboBox)[0]
    tier.setCurrentIndex(1)
    tier.activated.emit(1)
    dialog.findChildren(QListWidget)[0].setCurrentRow(1)
    press(dialog, "Remove")
    with qtbot.waitSignal(dialog.accepted):
        press(dialog, "Save")
    assert [(sponsor.name, sponsor.tier) for sponsor in desks.sponsors.sponsors()] == [
        ("Quartz Owl", "main"),
        ("Rope & Co", "gold"),
    ]
    undo(qtbot, news, lambda: [one.name for one in desks.sponsors.sponsors()] == ["Quartz Owl", "Blue Tent"])


def test_a_sponsor_without_a_name_is_said_and_nothing_saved(
    qtbot: QtBot, context: Context, desks: Desks
) -> None:
    dialog = shown(qtbot, SponsorsDialog(context, ()))
    press(dialog, "Add a sponsor")
    press(dialog, "Save")
    qtbot.waitUntil(lambda: any("needs a name" in label.text() for label in dialog.findChildren(QLabel)))
    assert desks.sponsors.sponsors() == ()
