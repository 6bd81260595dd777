import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tourdesk.gui.films.model import FILM_IDS, FILM_ROLE, Column, FilmListModel, film_ids
from tourdesk.library.films import FilmRow

PLAIN = FilmRow(
    id=0,
    title="",
    directors=(),
    year=2017,
    countries=(),
    section=None,
    tags=(),
    version_id=0,
    seconds=3180,
    approximate=False,
)


def row(film_id: int, title: str) -> FilmRow:
    return replace(PLAIN, id=film_id, title=title)


@pytest.fixture
def films(qtbot: object) -> FilmListModel:
    model = FilmListModel()
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.show_rows(
        [
            replace(row(3, "The Crown Traverse"), seconds=1560),
            replace(row(1, "Running The Roof"), approximate=True, countries=("GB", "TJ")),
            replace(row(2, "Écho"), year=None, seconds=None, directors=("Anne Martin", "Sammy Davis, Jr.")),
        ]
    )
    return model


def titles(model: FilmListModel) -> list[str]:
    return [row.title for row in model.rows]


def text(model: FilmListModel, place: int, column: Column, role: Qt.ItemDataRole | None = None) -> object:
    return model.data(model.index(place, column), role or Qt.ItemDataRole.DisplayRole)


def test_films_stand_in_the_order_they_were_given_until_a_column_is_sorted(films: FilmListModel) -> None:
    assert titles(films) == ["The Crown Traverse", "Running The Roof", "Écho"]
    films.sort(Column.TITLE)
    assert titles(films) == ["Écho", "Running The Roof", "The Crown Traverse"]
    films.sort(-1)
    assert titles(films) == ["The Crown Traverse", "Running The Roof", "Écho"]


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_a_film_whose_run_time_nobody_knows_stands_last_whichever_way_the_list_runs(
    films: FilmListModel, order: Qt.SortOrder
) -> None:
    films.sort(Column.RUN_TIME, order)
    assert titles(films)[-1] == "Écho"


def test_an_approximate_run_time_is_marked_and_explained(films: FilmListModel) -> None:
    assert text(films, 1, Column.RUN_TIME) == "≈ 53:00"
    assert text(films, 1, Column.RUN_TIME, Qt.ItemDataRole.ToolTipRole) == (
        "About 53 min: the seconds are not known"
    )
    assert text(films, 0, Column.RUN_TIME) == "26:00"


def test_countries_are_shown_by_name_and_names_with_commas_stay_apart(films: FilmListModel) -> None:
    assert text(films, 1, Column.COUNTRIES) == "United Kingdom, Tajikistan"
    assert text(films, 2, Column.DIRECTORS) == "Anne Martin; Sammy Davis, Jr."


def test_a_screen_reader_hears_the_whole_line(films: FilmListModel) -> None:
    spoken = text(films, 1, Column.TITLE, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Running The Roof, 2017, About 53 min: the seconds are not known"


def test_a_change_of_one_film_redraws_its_line_alone(films: FilmListModel) -> None:
    redrawn: list[int] = []
    films.dataChanged.connect(lambda first, _last: redrawn.append(first.row()))
    changed = [row(r.id, "Running The Roof (2017)") if r.id == 1 else r for r in films.rows]
    films.show_rows(changed)
    assert redrawn == [1]
    assert titles(films)[1] == "Running The Roof (2017)"


def test_a_marked_film_stays_marked_while_the_list_is_sorted(films: FilmListModel) -> None:
    marked = QPersistentModelIndex(films.index(0, 0))
    films.sort(Column.TITLE)
    assert marked.data(FILM_ROLE).title == "The Crown Traverse"


def test_new_rows_keep_the_sorting(films: FilmListModel) -> None:
    films.sort(Column.TITLE, Qt.SortOrder.DescendingOrder)
    films.show_rows([row(7, "Alpha"), row(8, "Zulu"), row(9, "Mike")])
    assert titles(films) == ["Zulu", "Mike", "Alpha"]
    assert films.place_of(9) == 1
    assert films.place_of(1) is None


def test_films_are_dragged_by_their_ids_and_read_as_titles_by_other_programs(films: FilmListModel) -> None:
    mime = films.mimeData([films.index(0, 0), films.index(0, 1), films.index(2, 0)])
    assert json.loads(bytes(mime.data(FILM_IDS).data())) == [3, 2]
    assert film_ids(mime) == [3, 2]
    assert mime.text() == "The Crown Traverse\nÉcho"


def test_a_drag_of_something_else_carries_no_films() -> None:
    mime = QMimeData()
    mime.setText("The Crown Traverse")
    assert film_ids(mime) == []
