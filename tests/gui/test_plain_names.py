"""Names are shown as they were typed: what looks like HTML in a title is no picture to fetch and no bold word."""

import sqlite3
from contextlib import closing
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui.walking import arrive
from tools.views import VIEWS, act

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.frame.palette import Palette
from tourdesk.gui.paper.remarks import Remarks
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.programme.slot_bar import SlotBar
from tourdesk.gui.window import Window
from tourdesk.sample import load_sample
from tourdesk.storage.opening import open_database

MARK = "<b>&lt;</b>"
"""What every name of the sample tour ends with."""
NAMES = (
    ("film", ("title", "original_title", "section", "logline", "synopsis", "notes")),
    ("film_term", ("value",)),
    ("film_version", ("name",)),
    ("film_copy", ("format", "aspect", "audio", "subtitles", "identity", "place")),
    ("film_source", ("name",)),
    ("film_showing", ("town", "note")),
    ("film_licence", ("version", "holder", "contact", "note")),
    ("committee_member", ("name",)),
    ("verdict", ("comment",)),
    ("programme", ("name",)),
    ("programme_item", ("title", "script", "cue")),
    ("tour", ("name",)),
    ("venue", ("name", "town", "address")),
    ("hall", ("name",)),
    ("stop", ("host", "town")),
    ("sponsor", ("name",)),
    ("saved_search", ("name",)),
)


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample tour with names that look like HTML."""
    file = tmp_path_factory.mktemp("marked") / "sample.tourdesk"
    desks = Desks.over(open_database(file, create=True))
    load_sample(desks)
    desks.database.close()
    with closing(sqlite3.connect(file)) as connection:
        for table, columns in NAMES:
            for column in columns:
                kinds = " AND kind != 'country' AND kind != 'language'" if table == "film_term" else ""
                connection.execute(
                    f"UPDATE {table} SET {column} = {column} || ' {MARK}' WHERE {column} != ''{kinds}"  # noqa: S608 - names of our own
                )
        connection.commit()
    return file


def drawn_as_html(whole: QWidget) -> list[str]:
    """Labels and tooltips, also those of what lists hold, in which Qt takes a name for HTML."""
    widgets = [whole, *whole.findChildren(QWidget)]
    labels = [
        label.text()
        for label in widgets
        if isinstance(label, QLabel)
        and (
            label.textFormat() is Qt.TextFormat.RichText
            or (label.textFormat() is Qt.TextFormat.AutoText and GuiQt.mightBeRichText(label.text()))
        )
    ]
    tips = [widget.toolTip() for widget in widgets if GuiQt.mightBeRichText(widget.toolTip())]
    rows = [
        str(view.model().index(row, column, view.rootIndex()).data(Qt.ItemDataRole.ToolTipRole))
        for view in widgets
        if isinstance(view, QAbstractItemView) and view.isVisible() and view.model() is not None
        for row in range(min(8, view.model().rowCount(view.rootIndex())))
        for column in range(12)  # more than any list has; a place that is not there says nothing
    ]
    tips += [tip for tip in rows if GuiQt.mightBeRichText(tip)]
    return [said for said in (*labels, *tips) if MARK in said]


@pytest.mark.parametrize("name", VIEWS)
def test_names_that_look_like_html_are_shown_as_they_were_typed(
    qtbot: QtBot, sample: Context, sample_window: Window, name: str
) -> None:
    arrive(qtbot, sample_window, sample, name)
    assert drawn_as_html(sample_window) == []


def test_the_tip_of_a_night_in_the_menu_names_its_place_as_it_was_typed(
    qtbot: QtBot, sample: Context, sample_window: Window
) -> None:
    arrive(qtbot, sample_window, sample, "Films")
    (menu,) = (one for one in sample_window.header.findChildren(QMenu) if one.toolTipsVisible())
    menu.aboutToShow.emit()
    tips = [line.toolTip() for line in menu.actions() if "Assembly Rooms" in line.toolTip()]
    assert tips
    assert [tip for tip in tips if MARK in tip] == []


def test_the_palette_says_what_undo_would_do_as_it_was_typed(
    qtbot: QtBot, sample: Context, sample_window: Window
) -> None:
    arrive(qtbot, sample_window, sample, "Programme")
    screen = sample_window.screen_shown
    assert isinstance(screen, ProgrammeScreen)
    qtbot.waitUntil(lambda: screen.draft.is_open and sample.tasks.running == 0, timeout=60_000)
    removed = next(item for item in screen.draft.programme.items if item.film_id is not None)
    screen.order.select_keys([removed.key])
    act(sample_window, "Remove from the programme")
    sample_window.open_palette()
    lines = sample_window.findChildren(Palette)[0].findChildren(QListWidget)[0]
    field = sample_window.findChildren(Palette)[0].findChildren(QLineEdit)[0]
    field.setText("undo")
    assert lines.item(0).text() == f"Undo: Remove “{removed.title}”"


def test_the_tip_of_a_block_on_the_bar_names_its_film_as_it_was_typed(
    qtbot: QtBot, sample: Context, sample_window: Window
) -> None:
    arrive(qtbot, sample_window, sample, "Programme")
    bar = sample_window.findChildren(SlotBar)[0]
    middle = bar.height() / 2
    block = next(place for place in range(bar.width()) if bar.item_at(QPointF(place, middle)) is not None)
    at = QPoint(block, round(middle))
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, at, bar.mapToGlobal(at)))
    assert escape(MARK) in QToolTip.text()
    assert MARK not in QToolTip.text()
    QToolTip.hideText()


def test_what_a_paper_cannot_show_names_a_film_as_it_was_typed(qtbot: QtBot) -> None:
    remarks = Remarks()
    qtbot.addWidget(remarks)
    remarks.show_remarks([f"“Trails {MARK}” has characters that the papers’ typefaces lack: Ꭰ (U+13A0)."])
    assert drawn_as_html(remarks) == []
