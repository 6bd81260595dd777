from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tourdesk.desks import Desks
from tourdesk.gui.context import News
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.films.table.model import Column
from tourdesk.gui.films.table.model import film_ids as carried
from tourdesk.library.films import Film
from tourdesk.library.finding.wanted import Facet
from tourdesk.programming.programme import Programme

Settle = Callable[[], None]


def titles(screen: FilmsScreen) -> list[str]:
    return [row.title for row in screen.listing.model.rows]


def words(widget: QWidget) -> str:
    """Everything that can be read in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget: QWidget, start: str) -> QPushButton:
    found = [b for b in widget.findChildren(QPushButton) if b.isVisible() and b.text().startswith(start)]
    assert len(found) == 1, [b.text() for b in widget.findChildren(QPushButton)]
    return found[0]


def test_the_library_stands_by_title_and_the_first_film_is_open(screen: FilmsScreen) -> None:
    assert titles(screen) == ["Balance", "Desert Runners", "Écho", "Mira"]
    assert "Balance" in words(screen.pane.detail)


def test_typing_narrows_the_list_and_escape_brings_all_back(screen: FilmsScreen, settle: Settle) -> None:
    QTest.keyClicks(screen.search, "echo")
    settle()
    assert titles(screen) == ["Écho"]
    assert "Anne Leroy" in words(screen.pane.detail)
    QTest.keyClick(screen.search, Qt.Key.Key_Escape)
    settle()
    assert len(titles(screen)) == 4


def test_a_search_without_a_hit_says_so_and_offers_all_films(screen: FilmsScreen, settle: Settle) -> None:
    QTest.keyClicks(screen.search, "submarine")
    settle()
    assert "No film has “submarine” in its title, its people, its places or its texts." in words(
        screen.listing
    )
    QTest.mouseClick(button(screen.listing, "Show all"), Qt.MouseButton.LeftButton)
    settle()
    assert len(titles(screen)) == 4


def test_a_search_without_a_hit_leaves_no_film_beside_it_and_the_film_comes_back(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.listing.select(film_ids["Mira"])
    settle()
    QTest.keyClicks(screen.search, "submarine")
    settle()
    assert screen.pane.film_id is None
    screen.listing.show_all()
    settle()
    assert screen.pane.film_id == film_ids["Mira"]


def test_down_goes_from_the_search_into_the_list(screen: FilmsScreen, settle: Settle) -> None:
    QTest.keyClick(screen.search, Qt.Key.Key_Down)
    assert screen.listing.table.hasFocus()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Down)
    settle()
    assert "Jennifer Steinman" in words(screen.pane.detail)


def test_chips_count_and_narrow_and_the_same_chip_shows_all_again(
    screen: FilmsScreen, settle: Settle
) -> None:
    QTest.mouseClick(button(screen.listing, "sport  2"), Qt.MouseButton.LeftButton)
    settle()
    assert titles(screen) == ["Desert Runners", "Mira"]
    QTest.mouseClick(button(screen.listing, "Places  1"), Qt.MouseButton.LeftButton)
    settle()
    assert titles(screen) == ["Desert Runners"]
    QTest.mouseClick(button(screen.listing, "Places  1"), Qt.MouseButton.LeftButton)
    settle()
    QTest.mouseClick(button(screen.listing, "sport  2"), Qt.MouseButton.LeftButton)
    settle()
    assert len(titles(screen)) == 4


def test_links_go_to_related_films_and_tags(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.listing.select(film_ids["Desert Runners"])
    settle()
    link = next(label for label in screen.pane.detail.findChildren(QLabel) if ">Balance</a>" in label.text())
    link.linkActivated.emit(f"film:{film_ids['Balance']}")
    settle()
    assert screen.listing.selected() == [film_ids["Balance"]]
    assert "Jimmy Hyland" in words(screen.pane.detail)


def test_a_tag_of_the_film_sets_the_chip(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.listing.select(film_ids["Desert Runners"])
    settle()
    QTest.mouseClick(button(screen.pane.detail, "sport"), Qt.MouseButton.LeftButton)
    settle()
    assert titles(screen) == ["Desert Runners", "Mira"]
    assert screen.listing.facets.chosen == {Facet.TAG: ("sport",)}
    assert screen.listing.selected() == [film_ids["Desert Runners"]]


def test_a_link_to_a_film_that_the_search_hides_shows_everything_first(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    QTest.keyClicks(screen.search, "desert")
    settle()
    screen.pane.detail.film_wanted.emit(film_ids["Balance"])
    settle()
    assert screen.search.text() == ""
    assert screen.listing.selected() == [film_ids["Balance"]]


def test_the_grid_of_stills_keeps_what_is_chosen(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.listing.select(film_ids["Mira"])
    settle()
    QTest.keyClick(screen, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert screen.listing.grid.isVisible()
    assert screen.listing.selected() == [film_ids["Mira"]]
    QTest.keyClick(screen, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert screen.listing.table.isVisible()
    assert screen.listing.selected() == [film_ids["Mira"]]


@pytest.mark.parametrize("grid", [False, True])
def test_films_can_be_dragged_out(screen: FilmsScreen, film_ids: dict[str, int], grid: bool) -> None:  # noqa: FBT001 - a parameter of the test
    screen.listing.show_grid(grid)
    screen.listing.select(film_ids["Mira"])
    view = screen.listing.view
    assert view.dragEnabled()
    assert carried(screen.listing.model.mimeData(view.selectedIndexes())) == [film_ids["Mira"]]


def test_column_widths_and_the_view_are_remembered(
    screen: FilmsScreen, open_screen: Callable[[], FilmsScreen], settle: Settle
) -> None:
    header = screen.listing.table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(Column.YEAR) - 1, header.height() // 2)
    wider = edge + QPoint(40, 0)
    before = header.sectionSize(Column.DIRECTORS)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(header.viewport(), wider)
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=wider)
    settle()
    screen.listing.show_grid(True)
    again = open_screen()
    assert again.listing.table.columnWidth(Column.DIRECTORS) == before + 40
    assert again.listing.shows_grid


def test_a_film_saved_elsewhere_is_shown_and_what_was_chosen_stays_chosen(
    screen: FilmsScreen, film_ids: dict[str, int], desks: Desks, settle: Settle
) -> None:
    screen.listing.select(film_ids["Mira"])
    settle()
    desks.library.save([Film("Aardvark")])
    settle()
    assert titles(screen)[0] == "Aardvark"
    assert screen.listing.selected() == [film_ids["Mira"]]


def test_removing_is_undone_from_the_news(
    screen: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    screen.listing.select(film_ids["Mira"])
    screen.listing.enter()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Delete)
    settle()
    assert "Mira" not in titles(screen)
    assert news[-1].sentence == "“Mira” removed."
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert "Mira" in titles(screen)


def test_ctrl_z_undoes_step_by_step_what_was_removed_when_the_news_are_gone(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    for title in ("Mira", "Balance"):
        screen.listing.select(film_ids[title])
        screen.listing.enter()
        QTest.keyClick(screen.listing.table, Qt.Key.Key_Delete)
        settle()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "Balance" in titles(screen)
    assert "Mira" not in titles(screen)
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(titles(screen)) == 4


def test_what_was_undone_from_the_news_is_not_undone_again(
    screen: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    screen.listing.select(film_ids["Mira"])
    screen.listing.enter()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Delete)
    settle()
    assert news[-1].action is not None
    news[-1].action()
    settle()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(titles(screen)) == 4


def test_a_film_of_a_programme_is_not_removed_and_the_reason_is_told(
    screen: FilmsScreen, film_ids: dict[str, int], problems: list[object], settle: Settle
) -> None:
    programming = screen.context.desks.programming
    programming.save(Programme("The evening", (programming.film_item(film_ids["Mira"]),)))
    screen.listing.select(film_ids["Mira"])
    screen.listing.enter()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Delete)
    settle()
    assert "is shown in “The evening” and was not removed" in str(problems[-1])
    assert "Mira" in titles(screen)


def test_an_empty_library_says_what_belongs_here_and_the_first_step(
    open_screen: Callable[[], FilmsScreen], desks: Desks, settle: Settle
) -> None:
    screen = open_screen()
    assert "No films yet" in words(screen)
    assert button(screen, "Paste a film page").isVisible()
    assert button(screen, "Open files").isVisible()
    desks.library.save([Film("Mira")])
    settle()
    assert titles(screen) == ["Mira"]
    assert screen.listing.isVisible()


def test_tab_goes_through_the_screen_from_top_to_bottom(screen: FilmsScreen) -> None:
    reached = []
    for _ in range(40):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget.accessibleName() or getattr(widget, "text", str)())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is screen.search:
            break
    order = [
        "Search films",
        "Stills",
        "Paste a film page",
        "Section Places, 2 films",
        "Films",
        "Film",
        "Edit",
        "Remove",
    ]
    assert [name for name in reached if name in order] == order
