"""Stills of a film in its form: dropped, pasted, chosen; in order; each step can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.context import News
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.films.stills.editor import StillsEditor, still_from_file
from tourdesk.gui.films.stills.view import StillView
from tourdesk.gui.tasks import Task
from tourdesk.library.films import Still
from tourdesk.library.still_files import digest

Settle = Callable[[], None]
ALT = Qt.KeyboardModifier.AltModifier


def picture(path: Path, colour: str = "teal") -> Path:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(onto: StillsEditor, mime: QMimeData) -> None:
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    onto.dropEvent(QDropEvent(QPointF(5, 5), action, mime, button, key))


@pytest.fixture
def editing(screen: FilmsScreen, film_ids: dict[str, int], settle: Settle) -> FilmsScreen:
    """The screen with “Mira” being edited."""
    screen.listing.select(film_ids["Mira"])
    settle()
    screen.pane.edit()
    return screen


def kept(screen: FilmsScreen, film_id: int) -> list[bytes | None]:
    library = screen.context.desks.library
    return [library.picture(still.id or 0) for still in library.stills_of(film_id)]


def test_dropped_pictures_become_the_stills_and_undo_takes_them_away(
    editing: FilmsScreen, film_ids: dict[str, int], tmp_path: Path, news: list[News], settle: Settle
) -> None:
    one, two = picture(tmp_path / "one.png"), picture(tmp_path / "two.png", "red")
    drop(editing.pane.form.stills, files(one, two))
    editing.pane.save()
    settle()
    assert kept(editing, film_ids["Mira"]) == [one.read_bytes(), two.read_bytes()]
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert kept(editing, film_ids["Mira"]) == []


def test_of_dropped_files_and_folders_the_pictures_are_taken_and_the_others_told(
    editing: FilmsScreen, tmp_path: Path, settle: Settle
) -> None:
    folder = tmp_path / "press"
    (folder / "large").mkdir(parents=True)
    one, two = picture(tmp_path / "one.png"), picture(folder / "large" / "two.png", "red")
    (folder / "read me.txt").write_text("no picture", encoding="utf-8")
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG and nothing more")
    stills = editing.pane.form.stills
    drop(stills, files(broken, one, tmp_path / "gone.png", folder))
    settle()
    assert stills.change is not None
    assert [digest(still.picture or b"") for still in stills.change.wanted] == [
        digest(path.read_bytes()) for path in (one, two)
    ]
    assert "broken.png is no picture" in stills.problem
    assert "gone.png cannot be read" in stills.problem
    assert "read me" not in stills.problem


def test_a_folder_without_a_picture_says_so(editing: FilmsScreen, tmp_path: Path, settle: Settle) -> None:
    drop(editing.pane.form.stills, files(tmp_path))
    settle()
    assert "There is no picture in this folder" in editing.pane.form.stills.problem


def test_saving_waits_for_a_picture_that_is_still_being_read(
    editing: FilmsScreen, film_ids: dict[str, int], tmp_path: Path, settle: Settle
) -> None:
    editing.pane.form.stills.take_files([picture(tmp_path / "one.png")])
    editing.pane.save()
    settle()
    assert not editing.pane.editing
    assert len(kept(editing, film_ids["Mira"])) == 1


def test_reading_a_folder_of_pictures_can_be_cancelled_and_saves_nothing_that_waited_for_it(
    editing: FilmsScreen, film_ids: dict[str, int], tmp_path: Path, settle: Settle
) -> None:
    for number in range(3):
        picture(tmp_path / f"{number}.png")
    stills, tasks = editing.pane.form.stills, editing.context.tasks
    tasks.started.connect(Task.cancel)
    drop(stills, files(tmp_path))
    tasks.started.disconnect(Task.cancel)
    editing.pane.save()
    settle()
    assert stills.change is None
    assert stills.problem == ""
    assert editing.pane.editing
    drop(stills, files(tmp_path))
    settle()
    assert stills.strip.count() == 3
    editing.pane.save()
    settle()
    assert len(kept(editing, film_ids["Mira"])) == 3


def test_a_picture_on_the_clipboard_is_pasted_where_the_stills_are(
    editing: FilmsScreen, film_ids: dict[str, int], settle: Settle, tmp_path: Path
) -> None:
    stills = editing.pane.form.stills
    stills.take_files([picture(tmp_path / "one.png")])
    settle()
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    stills.strip.setFocus()
    QTest.keyClick(stills.strip, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert stills.strip.count() == 2
    assert not editing.checking


def test_the_first_picture_is_pasted_too_and_a_text_on_the_clipboard_is_no_picture(
    editing: FilmsScreen, settle: Settle, copy: Callable[[str], None]
) -> None:
    stills = editing.pane.form.stills
    paste = next(button for button in stills.buttons if button.text() == "Paste")
    copy("Desert Runners, 99 min")
    paste.setFocus()
    QTest.keyClick(paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "There is no picture on the clipboard." in stills.problem
    assert not editing.checking
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    paste.click()
    settle()
    assert stills.strip.count() == 1


def test_stills_are_moved_and_taken_away_by_keyboard(
    editing: FilmsScreen, film_ids: dict[str, int], settle: Settle, tmp_path: Path
) -> None:
    stills = editing.pane.form.stills
    paths = [picture(tmp_path / f"{n}.png", colour) for n, colour in enumerate(("red", "blue", "teal"))]
    stills.take_files(paths)
    settle()
    assert stills.strip.currentRow() == 2
    QTest.keyClick(stills.strip, Qt.Key.Key_Left, ALT)
    QTest.keyClick(stills.strip, Qt.Key.Key_Left, ALT)
    QTest.keyClick(stills.strip, Qt.Key.Key_Right)
    QTest.keyClick(stills.strip, Qt.Key.Key_Delete)
    editing.pane.save()
    settle()
    assert kept(editing, film_ids["Mira"]) == [paths[2].read_bytes(), paths[1].read_bytes()]


def test_a_dropped_text_is_no_still_and_says_so(editing: FilmsScreen, tmp_path: Path, settle: Settle) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("no picture")
    drop(editing.pane.form.stills, files(file))
    settle()
    assert "notes.txt is no picture that TourDesk can read" in editing.pane.form.stills.problem
    assert editing.pane.form.stills.change is None


def test_a_picture_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        ProblemForUser, match=r"gone\.png cannot be read; please check that it is still there"
    ):
        still_from_file(tmp_path / "gone.png")


def test_of_several_stills_each_can_be_looked_at(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle, tmp_path: Path
) -> None:
    library = screen.context.desks.library
    stills = [still_from_file(picture(tmp_path / f"{c}.png", c)) for c in ("red", "blue")]
    library.set_stills(film_ids["Mira"], stills)
    screen.listing.select(film_ids["Mira"])
    settle()
    detail = screen.pane.detail
    strip = detail.strip
    assert strip is not None
    assert strip.count() == 2
    strip.setCurrentRow(1)
    settle()
    assert detail.still.grab().toImage().pixelColor(50, 50).blue() > 200


def test_a_broken_still_of_an_older_library_does_not_hide_the_film(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.context.desks.library.set_stills(film_ids["Mira"], [Still(b"", b"no picture")])
    screen.listing.select(film_ids["Mira"])
    settle()
    assert screen.pane.detail.in_place("title").words.text() == "Mira"


def test_a_wide_page_shows_a_still_large_and_never_cuts_it_to_a_band(qtbot: QtBot) -> None:
    still = StillView()
    qtbot.addWidget(still)
    still.show_image(QImage(1600, 900, QImage.Format.Format_RGB32))
    still.fit_page(300)
    assert still.heightForWidth(320) == 180
    for page in (300, 900):
        still.fit_page(page)
        still.resize(1000, still.heightForWidth(1000))
        assert still.frame.width() / still.frame.height() < 2.4
    assert still.frame.height() > 350
