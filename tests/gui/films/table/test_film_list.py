"""The model of a film list: ids in order, rows that are fetched when they come into sight."""

import json
from array import array
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QObject, QPersistentModelIndex, QRect, QSettings, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.foundation.language import _, speak
from tourdesk.gui.context import Context
from tourdesk.gui.films.table.cells import figures_font
from tourdesk.gui.films.table.model import FILM_IDS, FILM_ROLE, HEADINGS, Column, FilmListModel, film_ids
from tourdesk.gui.films.table.rows import FilmRows
from tourdesk.gui.films.table.view import FilmTable
from tourdesk.gui.theme import TEXT_FAMILY, add_fonts
from tourdesk.library.films import Film, Version
from tourdesk.library.finding.wanted import Order

Settle = Callable[[], None]

FILMS = (
    Film("The Crown Traverse", year=2017, versions=(Version(seconds=1560),)),
    Film(
        "Running The Roof",
        year=2017,
        countries=("GB", "TJ"),
        versions=(Version(seconds=3180, approximate=True),),
    ),
    Film("Écho", countries=("FR",), directors=("Anne Martin", "Sammy Davis, Jr.")),
)


@pytest.fixture
def owner(context: Context) -> QObject:
    return QObject()


@pytest.fixture
def films(desks: Desks, context: Context, owner: QObject) -> FilmListModel:
    """Three films in the order in which they were added, none of their rows fetched yet."""
    ids = desks.library.save(FILMS).ids
    model = FilmListModel(FilmRows(desks.finding.rows, context.tasks, owner), parent=owner)
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.show_films(array("i", ids))
    return model


@pytest.fixture
def fetched(films: FilmListModel, settle: Settle) -> FilmListModel:
    """The same with all rows there."""
    films.data(films.index(0, 0))
    settle()
    return films


def text(model: FilmListModel, place: int, column: Column, role: Qt.ItemDataRole | None = None) -> object:
    return model.data(model.index(place, column), role or Qt.ItemDataRole.DisplayRole)


def test_a_line_is_empty_until_it_is_looked_at_and_its_row_has_come(
    films: FilmListModel, settle: Settle
) -> None:
    drawn: list[range] = []
    films.dataChanged.connect(lambda first, last: drawn.append(range(first.row(), last.row() + 1)))
    assert films.rowCount() == 3
    assert text(films, 0, Column.TITLE) is None
    assert films.data(films.index(0, 0), FILM_ROLE) is None
    settle()
    # What stands beside it came with it.
    assert drawn == [range(3)]
    assert [text(films, place, Column.TITLE) for place in range(3)] == [film.title for film in FILMS]


def test_an_approximate_run_time_is_marked_and_explained(fetched: FilmListModel) -> None:
    assert text(fetched, 1, Column.RUN_TIME) == "≈ 53:00"
    assert text(fetched, 1, Column.RUN_TIME, Qt.ItemDataRole.ToolTipRole) == (
        "About 53 min: the seconds are not known"
    )
    assert text(fetched, 0, Column.RUN_TIME) == "26:00"


def test_countries_are_shown_by_name_and_names_with_commas_stay_apart(fetched: FilmListModel) -> None:
    assert text(fetched, 1, Column.COUNTRIES) == "United Kingdom, Tajikistan"
    assert text(fetched, 2, Column.DIRECTORS) == "Anne Martin; Sammy Davis, Jr."


def test_countries_whose_names_have_no_room_stand_by_their_codes(
    fetched: FilmListModel, settings: QSettings, qtbot: QtBot
) -> None:
    table = FilmTable(fetched, settings)
    qtbot.addWidget(table)
    index = fetched.index(1, Column.COUNTRIES)
    cells = table.itemDelegateForIndex(index)
    assert isinstance(cells, QStyledItemDelegate)
    drawn = []
    for width in (600, 90):
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, width, 30)
        cells.initStyleOption(option, index)
        drawn.append(option.text)
    assert drawn == ["United Kingdom, Tajikistan", "GB, TJ"]


def test_in_a_narrow_column_short_names_stand_by_their_codes_too(
    fetched: FilmListModel, settings: QSettings, qtbot: QtBot
) -> None:
    table = FilmTable(fetched, settings)
    qtbot.addWidget(table)
    places = [place for place in range(3) if text(fetched, place, Column.COUNTRIES)]
    cells = table.itemDelegateForIndex(fetched.index(0, Column.COUNTRIES))
    assert isinstance(cells, QStyledItemDelegate)
    for place in places:
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, 80, 30)
        cells.initStyleOption(option, fetched.index(place, Column.COUNTRIES))
        assert all(len(code) == 2 for code in option.text.split(", "))
    assert len(places) > 1


def test_countries_stand_all_by_name_or_all_by_code_and_codes_take_no_more_room_than_they_need(
    fetched: FilmListModel, settings: QSettings, qtbot: QtBot
) -> None:
    table = FilmTable(fetched, settings)
    qtbot.addWidget(table)
    table.show_verdicts()
    table.show()
    name = table.fontMetrics().horizontalAdvance("United Kingdom")
    seen = set()
    for width in range(600, 2000, 100):
        table.resize(width, 300)
        qtbot.waitUntil(lambda width=width: table.width() == width)  # type: ignore[misc]
        room = table.columnWidth(Column.COUNTRIES)
        assert room > name or room < table.fontMetrics().horizontalAdvance("Country") * 2
        qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
        seen.add(room > name)
    assert seen == {True, False}


@pytest.fixture(params=["en", "de"])
def every_language(request: pytest.FixtureRequest) -> Iterator[None]:
    speak(request.param)
    yield
    speak("en")


@pytest.mark.usefixtures("every_language")
def test_in_the_usual_window_names_figures_and_headings_are_read_whole_beside_the_committee(
    fetched: FilmListModel, settings: QSettings, qtbot: QtBot
) -> None:
    table = FilmTable(fetched, settings)
    qtbot.addWidget(table)
    add_fonts()
    table.setFont(QFont([TEXT_FAMILY], 10))
    table.show_verdicts()
    table.resize(640, 300)
    table.show()
    shown = [column for column in Column if not table.isColumnHidden(column)]
    assert Column.VERDICTS in shown

    def is_whole(column: Column, text: str, font: QFont) -> bool:
        # Of the width of a cell 16 pixels are white.
        room = table.columnWidth(column) - 16
        return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room) == text

    figures = figures_font(table.font())
    assert is_whole(Column.DIRECTORS, "Chantal Mishra", table.font())
    assert is_whole(Column.COUNTRIES, "HU, GR", table.font())
    assert is_whole(Column.YEAR, "2019", figures)
    assert is_whole(Column.RUN_TIME, "≈ 10:21:00", figures)
    assert all(is_whole(column, _(HEADINGS[column]), table.font()) for column in shown)


def test_a_screen_reader_hears_the_whole_line(fetched: FilmListModel) -> None:
    spoken = text(fetched, 1, Column.TITLE, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Running The Roof, 2017, About 53 min: the seconds are not known"


def test_a_changed_film_is_fetched_again_and_shown_as_it_was_until_it_has_come(
    fetched: FilmListModel, desks: Desks, settle: Settle
) -> None:
    film = desks.library.film(fetched.ids[1])
    desks.library.save([Film(**{name: getattr(film, name) for name in ("id", "versions")}, title="The Roof")])
    drawn: list[range] = []
    fetched.dataChanged.connect(lambda first, last: drawn.append(range(first.row(), last.row() + 1)))
    fetched.refetch([fetched.ids[1]])
    assert text(fetched, 1, Column.TITLE) == "Running The Roof"
    drawn.clear()
    settle()
    assert any(1 in lines for lines in drawn)
    assert text(fetched, 1, Column.TITLE) == "The Roof"


def test_the_same_films_shown_again_leave_what_is_marked_alone(fetched: FilmListModel) -> None:
    marked = QPersistentModelIndex(fetched.index(1, 0))
    fetched.show_films(array("i", fetched.ids))
    assert marked.data(FILM_ROLE).title == "Running The Roof"


def test_a_click_on_a_heading_asks_for_another_order_once(films: FilmListModel) -> None:
    asked: list[tuple[Order | None, bool]] = []
    films.order_wanted.connect(lambda: asked.append((films.order, films.descending)))
    films.sort(Column.RUN_TIME, Qt.SortOrder.DescendingOrder)
    films.sort(Column.RUN_TIME, Qt.SortOrder.DescendingOrder)
    films.sort(-1, Qt.SortOrder.DescendingOrder)
    films.sort(-1)
    assert asked == [(Order.RUN_TIME, True), (None, False)]


def test_films_are_dragged_by_their_ids_and_read_as_titles_by_other_programs(fetched: FilmListModel) -> None:
    first, _, last = fetched.ids
    mime = fetched.mimeData([fetched.index(0, 0), fetched.index(0, 1), fetched.index(2, 0)])
    assert json.loads(bytes(mime.data(FILM_IDS).data())) == [first, last]
    assert film_ids(mime) == [first, last]
    assert mime.text() == "The Crown Traverse\nÉcho"


def test_titles_that_were_not_fetched_are_not_dragged_in_part(films: FilmListModel) -> None:
    mime = films.mimeData([films.index(0, 0), films.index(1, 0)])
    assert film_ids(mime) == list(films.ids[:2])
    assert not mime.hasText()


def test_a_drag_of_something_else_carries_no_films() -> None:
    mime = QMimeData()
    mime.setText("The Crown Traverse")
    assert film_ids(mime) == []
