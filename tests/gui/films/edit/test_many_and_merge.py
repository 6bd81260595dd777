"""Several films changed as one step; two records of one film made one; two desks in one film's form."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from tourdesk.gui.context import News
from tourdesk.gui.films.edit.merge_dialog import MergeDialog
from tourdesk.gui.films.edit.rows_editor import RowsEditor
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.library.films import Copy, Film, Showing, Source, Version

Settle = Callable[[], None]


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def typed(editor: QWidget, text: str, label: str = "") -> None:
    lines = [line for line in editor.findChildren(QLineEdit) if line.isVisible()]
    line = next(line for line in lines if not label or line.accessibleName() == label)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def choose(screen: FilmsScreen, *titles: str) -> None:
    view = screen.listing.view
    model = view.model()
    view.clearSelection()
    how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if str(index.data()) in titles:
            view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            view.selectionModel().select(index, how)


@pytest.fixture
def many(screen: FilmsScreen, film_ids: dict[str, int], settle: Settle) -> FilmsScreen:
    """The screen with “Desert Runners” and “Balance” being edited at once."""
    choose(screen, "Desert Runners", "Balance")
    settle()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_F2)
    settle()
    assert screen.pane.many.isVisible()
    return screen


def test_what_is_cancelled_leaves_the_films_and_can_be_done_later(
    many: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    library, tasks = many.context.desks.library, many.context.tasks
    before = library.films(film_ids.values())
    typed(many.pane.many.editor("section"), "Far Away")
    tasks.started.connect(lambda task: task.cancel())
    many.pane.save()
    settle()
    assert library.films(film_ids.values()) == before
    assert many.pane.many.isVisible()
    tasks.started.disconnect()
    many.pane.save()
    settle()
    after = library.films(film_ids.values())
    assert after[film_ids["Balance"]].section == "Far Away"
    tasks.started.connect(lambda task: task.cancel())
    many.undo()
    settle()
    assert library.films(film_ids.values()) == after
    tasks.started.disconnect()
    many.undo()
    settle()
    assert library.films(film_ids.values()) == before


def test_several_films_are_changed_as_one_step(
    many: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    library = many.context.desks.library
    before = library.films(film_ids.values())
    typed(many.pane.many.editor("section"), "Far Away")
    typed(many.pane.many.editor("add tags"), "classic, Runners")
    typed(many.pane.many.editor("remove tags"), "desert")
    many.pane.save()
    settle()
    after = library.films(film_ids.values())
    runners, balance = after[film_ids["Desert Runners"]], after[film_ids["Balance"]]
    assert (runners.section, runners.tags) == ("Far Away", ("sport", "classic", "Runners"))
    assert (balance.section, balance.tags) == ("Far Away", ("classic", "Runners"))
    assert (runners.year, balance.directors) == (2013, ("Jimmy Hyland",))
    assert after[film_ids["Mira"]] == before[film_ids["Mira"]]
    assert news[-1].sentence == "2 films changed."
    many.undo()
    settle()
    assert library.films(film_ids.values()) == before


def test_what_the_films_have_alike_is_shown_and_the_rest_told_as_several(many: FilmsScreen) -> None:
    section, year = (many.pane.many.editor(name).findChild(QLineEdit) for name in ("section", "year"))
    assert isinstance(section, QLineEdit)
    assert isinstance(year, QLineEdit)
    assert section.text() == "Places"
    assert (year.text(), year.placeholderText()) == ("", "several values")


def test_one_wrong_value_is_told_and_nothing_is_changed(
    many: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    typed(many.pane.many.editor("section"), "Far Away")
    typed(many.pane.many.editor("year"), "soon")
    many.pane.save()
    settle()
    assert "“soon” is no year of a film" in words(many.pane.many)
    assert many.context.desks.library.film(film_ids["Balance"]).section == "Places"


def test_escape_leaves_all_of_them_as_they_were(
    many: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    typed(many.pane.many.editor("section"), "Far Away")
    QTest.keyClick(many.pane.many, Qt.Key.Key_Escape)
    settle()
    assert not many.pane.editing
    assert many.context.desks.library.film(film_ids["Balance"]).section == "Places"


def test_records_of_one_film_are_offered_and_merged_and_taken_back(
    screen: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    library = screen.context.desks.library
    again = Film("Desert runners", year=2014, directors=("Jennifer Steinman",), notes="Drive is here.")
    (again_id,) = library.save([again]).ids
    settle()
    screen.listing.select(film_ids["Desert Runners"])
    settle()
    assert "Looks like the same film: “Desert runners” (2014, Jennifer Steinman)" in words(screen.pane.detail)
    merge = next(b for b in screen.pane.detail.findChildren(QPushButton) if b.text().startswith("Merge"))
    merge.click()
    settle()
    dialog = screen.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    year = next(b for b in dialog.findChildren(QRadioButton) if b.accessibleName() == "Year: 2014")
    year.setChecked(True)
    dialog.merge.click()
    settle()
    film = library.film(film_ids["Desert Runners"])
    assert (film.title, film.year, film.notes) == ("Desert Runners", 2014, "Drive is here.")
    assert again_id not in library.films([again_id])
    assert news[-1].sentence == "Two records of “Desert Runners” became one."
    screen.undo()
    settle()
    assert library.film(again_id).title == "Desert runners"
    assert library.film(film_ids["Desert Runners"]).year == 2013


def test_merging_asks_for_two_films(
    screen: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    choose(screen, "Mira")
    screen.merge_chosen()
    settle()
    assert news[-1].sentence.startswith("Choose the two records of one film first")


@pytest.fixture
def editing(screen: FilmsScreen, film_ids: dict[str, int], settle: Settle) -> FilmsScreen:
    """The screen with “Mira” being edited."""
    screen.listing.select(film_ids["Mira"])
    settle()
    screen.pane.edit()
    return screen


def both_change_the_year(screen: FilmsScreen, film_id: int, settle: Settle) -> None:
    typed(screen.pane.form.editor("year"), "2020")
    typed(screen.pane.form.editor("section"), "Far Away")
    library = screen.context.desks.library
    library.save([replace(library.film(film_id), year=2019, logline="She runs.")])
    settle()
    screen.pane.save()
    settle()
    assert library.film(film_id).year == 2019
    assert screen.pane.editing
    assert "Another desk changed this film meanwhile and saved:\nYear: 2019" in words(screen.pane.conflict)


def test_the_second_desk_may_keep_its_own_values(
    editing: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    both_change_the_year(editing, film_ids["Mira"], settle)
    editing.pane.conflict.mine.click()
    settle()
    film = editing.context.desks.library.film(film_ids["Mira"])
    assert (film.year, film.section, film.logline) == (2020, "Far Away", "She runs.")
    assert not editing.pane.editing


def test_the_second_desk_may_take_the_first_ones_values(
    editing: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    both_change_the_year(editing, film_ids["Mira"], settle)
    editing.pane.conflict.theirs.click()
    editing.pane.save()
    settle()
    film = editing.context.desks.library.film(film_ids["Mira"])
    assert (film.year, film.section, film.logline) == (2019, "Far Away", "She runs.")


def rows(screen: FilmsScreen, name: str) -> RowsEditor:
    editor = screen.pane.form.editor(name)
    found = editor if isinstance(editor, RowsEditor) else editor.findChild(RowsEditor)
    assert isinstance(found, RowsEditor)
    return found


def test_copies_showings_and_sources_are_typed_in_rows_by_keyboard(
    editing: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    for name, cells in (
        ("versions", ("DCP", "2K flat", "42:07", "1.85", "5.1", "none", "", "tour drive A")),
        ("showings", ("Leura", "18 May 2026", "sold out")),
        ("sources", ("catalogue.csv", "42 min")),
    ):
        table = rows(editing, name)
        table.add()
        for cell in cells:
            QTest.keyClicks(editing.focusWidget(), cell)
            QTest.keyClick(editing.focusWidget(), Qt.Key.Key_Return)
    editing.pane.save()
    settle()
    film = editing.context.desks.library.film(film_ids["Mira"])
    (copy,) = film.version.copies
    wanted = Copy("DCP", "2K flat", "1.85", "5.1", "none", "", "tour drive A", 2527)
    assert replace(copy, id=None) == wanted
    assert [replace(s, id=None) for s in film.showings] == [Showing("Leura", date(2026, 5, 18), "sold out")]
    assert film.sources == (Source("catalogue.csv", 2520, approximate=True),)


@pytest.mark.parametrize(
    ("name", "cells", "sentence"),
    [
        ("versions", {"Measured": "soon"}, "soon"),
        ("versions", {"Checksum or CPL UUID": "12345"}, "is neither a checksum nor the UUID of a playlist"),
        ("showings", {"Town": "Leura", "Night": "18 May"}, "“18 May” is no date"),
        ("showings", {"Night": "2026-05-18"}, "Where was it shown?"),
        ("sources", {"Run-time": "53:00"}, "Who says so?"),
        ("sources", {"Who says so": "archive"}, "“archive” says nothing yet"),
    ],
)
def test_a_wrong_cell_is_told_under_its_field(
    editing: FilmsScreen, name: str, cells: dict[str, str], sentence: str, settle: Settle
) -> None:
    table = rows(editing, name)
    table.add()
    for label, text in cells.items():
        typed(table, text, label)
    editing.pane.save()
    settle()
    assert sentence in words(editing.pane.form)
    assert editing.pane.editing


def test_what_a_film_is_played_from_and_where_it_was_shown_can_be_read(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    library = screen.context.desks.library
    mira = library.film(film_ids["Mira"])
    copy = Copy("DCP", place="tour drive A", seconds=2527)
    sources = (Source("list.csv", 2520), Source("archive", 2640))
    library.save(
        [
            replace(
                mira,
                notes="Ask for the drive.",
                versions=(Version(seconds=2520, copies=(copy,), id=mira.version.id),),
                showings=(Showing("Leura", date(2026, 5, 18)),),
                sources=sources,
            )
        ]
    )
    screen.listing.select(film_ids["Mira"])
    settle()
    read = words(screen.pane.detail)
    for wanted in ("DCP", "at tour drive A", "42:07", "18 May 2026", "Leura", "44:00", "Ask for the drive."):
        assert wanted in read
