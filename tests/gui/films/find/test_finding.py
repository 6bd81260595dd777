"""Searching, facets, saved searches and long lists in the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import News
from tourdesk.gui.films.find.facet_popup import FacetPopup
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.films.table.model import SNIPPET_ROLE, Column
from tourdesk.gui.films.table.title_cell import beginning_of, end_of
from tourdesk.library.committee.verdicts import Choice, Stroke
from tourdesk.library.films import Film, Version
from tourdesk.library.finding.wanted import Facet, Wanted

# Said by Qt's offscreen platform when a list or a menu pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Settle = Callable[[], None]

MANY = 3_000


def titles(screen: FilmsScreen) -> list[str]:
    return [row.title for row in screen.listing.model.rows]


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(widget: QWidget, start: str) -> None:
    (found,) = [b for b in widget.findChildren(QPushButton) if b.isVisible() and b.text().startswith(start)]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def chips(screen: FilmsScreen) -> list[str]:
    return [b.text() for b in screen.listing.facets.findChildren(QPushButton) if b.isVisible()]


def popup(screen: FilmsScreen) -> FacetPopup:
    (shown,) = [p for p in screen.listing.facets.findChildren(FacetPopup) if p.isVisible()]
    return shown


def offers(shown: FacetPopup) -> list[str]:
    model = shown.values.model()
    return [model.index(line, 0).data() for line in range(model.rowCount())]


def choose_in_menu(settle: Settle, start: str) -> None:
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [action for action in menu.actions() if action.text().startswith(start)]
    trigger(action)
    menu.close()
    settle()


def trigger(action: QAction) -> None:
    assert action.isEnabled()
    action.trigger()


def name_it(screen: FilmsScreen, settle: Settle, name: str) -> None:
    (dialog,) = [d for d in screen.findChildren(QInputDialog) if d.isVisible()]
    dialog.setTextValue(name)
    dialog.accept()
    settle()


def test_a_misspelled_word_shows_films_like_it_and_says_so(screen: FilmsScreen, settle: Settle) -> None:
    QTest.keyClicks(screen.search, "dessert")
    settle()
    assert titles(screen) == ["Desert Runners"]
    assert "Nothing has “dessert”; showing films like “desert”." in words(screen.listing)
    screen.search.setText("desert")
    settle()
    assert "showing films like" not in words(screen.listing)


def test_counts_follow_what_is_typed(screen: FilmsScreen, settle: Settle) -> None:
    assert "Places  2" in chips(screen)
    QTest.keyClicks(screen.search, "desert")
    settle()
    assert "Places  1" in chips(screen)
    assert not [chip for chip in chips(screen) if chip.startswith("People")]


def test_several_values_of_several_facets_are_chosen_at_once(screen: FilmsScreen, settle: Settle) -> None:
    for chip in ("Places", "People"):
        press(screen.listing.facets, chip)
        settle()
    press(screen.listing.facets, "sport")
    settle()
    assert titles(screen) == ["Desert Runners", "Mira"]
    assert {"Places  1", "People  1", "sport  2"} <= set(chips(screen))
    press(screen.listing, "Show all")
    settle()
    assert len(titles(screen)) == 4


def test_a_facet_without_a_line_is_chosen_from_a_list_that_stays_open(
    screen: FilmsScreen, settle: Settle
) -> None:
    press(screen.listing.facets, "Year")
    shown = popup(screen)
    assert offers(shown) == ["2016   1", "2013   1", "2001   1"]
    QTest.keyClick(shown.values, Qt.Key.Key_Space)
    settle()
    assert screen.listing.facets.chosen == {Facet.YEAR: ("2016",)}
    assert shown.isVisible()
    QTest.keyClick(shown.values, Qt.Key.Key_Down)
    QTest.keyClick(shown.values, Qt.Key.Key_Return)
    settle()
    assert titles(screen) == ["Desert Runners", "Mira"]
    assert "Year: 2016, 2013 ▾" in chips(screen)


def test_many_values_are_filtered_by_typing(screen: FilmsScreen, desks: Desks, settle: Settle) -> None:
    desks.library.save([Film(f"Film {n}", tags=(f"tag {n}", "Überall")) for n in range(20)])
    settle()
    press(screen.listing.facets, "All 23")
    shown = popup(screen)
    QTest.keyClicks(shown.filter, "uber")
    assert offers(shown) == ["Überall   20"]
    QTest.keyClick(shown.filter, Qt.Key.Key_Return)
    settle()
    assert screen.listing.facets.chosen == {Facet.TAG: ("Überall",)}
    assert len(screen.listing.model.ids) == 20


def test_a_search_is_saved_chosen_again_renamed_and_removed_with_undo(
    screen: FilmsScreen, desks: Desks, news: list[News], settle: Settle
) -> None:
    QTest.keyClicks(screen.search, "runners")
    press(screen.listing.facets, "Places")
    settle()
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Save this search")
    name_it(screen, settle, "My runners")
    screen.listing.show_all()
    settle()
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "My runners")
    assert screen.search.text() == "runners"
    assert titles(screen) == ["Desert Runners"]
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Rename “My runners”")
    name_it(screen, settle, "Deserts")
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Remove “Deserts”")
    assert desks.finding.searches() == []
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert [(search.name, search.wanted.chosen) for search in desks.finding.searches()] == [
        ("Deserts", {Facet.SECTION: ("Places",)})
    ]


def test_what_was_done_to_saved_searches_is_taken_back_step_by_step(
    screen: FilmsScreen, desks: Desks, news: list[News], settle: Settle
) -> None:
    desks.finding.save_search("Runs", Wanted("old"))
    QTest.keyClicks(screen.search, "runners")
    settle()
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Save this search")
    name_it(screen, settle, "runs")
    assert news[-1].sentence == "“Runs” is replaced by this search."
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Rename “Runs”")
    name_it(screen, settle, "Runners")

    def kept() -> list[tuple[str, str]]:
        return [(search.name, search.wanted.search) for search in desks.finding.searches()]

    assert kept() == [("Runners", "runners")]
    screen.undo()
    settle()
    assert kept() == [("Runs", "runners")]
    screen.undo()
    settle()
    assert kept() == [("Runs", "old")]


def test_a_search_that_was_put_back_can_be_taken_back_further(
    screen: FilmsScreen, desks: Desks, problems: list[object], settle: Settle
) -> None:
    QTest.keyClicks(screen.search, "runners")
    settle()
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Save this search")
    name_it(screen, settle, "Runs")
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Rename “Runs”")
    name_it(screen, settle, "Runners")
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Remove “Runners”")
    desks.finding.save_search("Others", Wanted("old"))
    left = []
    for _step in ("removed", "renamed", "saved"):
        screen.undo()
        settle()
        left.append([search.name for search in desks.finding.searches()])
    assert left == [["Others", "Runners"], ["Others", "Runs"], ["Others"]]
    assert problems == []


def test_a_search_is_not_put_back_over_another_of_its_name(
    screen: FilmsScreen, desks: Desks, problems: list[object], settle: Settle
) -> None:
    desks.finding.save_search("Runs", Wanted("runners"))
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Runs")
    press(screen.listing, "Saved searches")
    choose_in_menu(settle, "Remove “Runs”")
    desks.finding.save_search("runs", Wanted("new"))
    screen.undo()
    settle()
    assert "Another search is called “runs” already" in str(problems[-1])
    assert [search.wanted.search for search in desks.finding.searches()] == ["new"]


def test_nothing_narrowed_is_nothing_to_save(screen: FilmsScreen, settle: Settle) -> None:
    press(screen.listing, "Saved searches")
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_more_by_a_director_searches_the_name(screen: FilmsScreen, desks: Desks, settle: Settle) -> None:
    desks.library.save([Film(f"Later {n}", directors=("Lloyd Belcher",)) for n in range(8)])
    settle()
    screen.pane.detail.kin_wanted.emit("director", "Lloyd Belcher")
    settle()
    assert screen.search.text() == "Lloyd Belcher"
    assert len(titles(screen)) == 9


@pytest.fixture
def long_screen(open_screen: Callable[[], FilmsScreen], desks: Desks, settle: Settle) -> FilmsScreen:
    """A library of three thousand films, of which the window shows the first."""
    desks.library.save(
        [Film(f"Film {n:04}", year=2000 + n % 7, versions=(Version(seconds=MANY - n),)) for n in range(MANY)]
    )
    return open_screen()


def test_of_a_long_list_only_what_is_looked_at_is_read(long_screen: FilmsScreen, settle: Settle) -> None:
    model = long_screen.listing.model
    assert model.rowCount() == MANY
    assert len(model.rows) < 300
    long_screen.listing.table.scrollToBottom()
    settle()
    assert model.index(MANY - 1, Column.TITLE).data() == f"Film {MANY - 1}"
    assert len(model.rows) < 600


def test_a_long_list_is_sorted_whole(long_screen: FilmsScreen, settle: Settle) -> None:
    long_screen.listing.table.sortByColumn(Column.RUN_TIME, Qt.SortOrder.AscendingOrder)
    settle()
    assert long_screen.listing.model.index(0, Column.TITLE).data() == f"Film {MANY - 1}"


def test_all_of_a_long_list_is_chosen_and_stays_chosen_when_it_is_sorted(
    long_screen: FilmsScreen, settle: Settle
) -> None:
    listing = long_screen.listing
    listing.enter()
    QTest.keyClick(listing.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(listing.selected()) == MANY
    listing.table.sortByColumn(Column.YEAR, Qt.SortOrder.DescendingOrder)
    settle()
    assert len(listing.selected()) == MANY
    assert listing.selected() == list(listing.model.ids)


def test_who_types_sees_the_best_find_and_who_clears_comes_back(
    long_screen: FilmsScreen, settle: Settle
) -> None:
    listing = long_screen.listing
    deep = listing.model.ids[2_500]
    listing.select(deep)
    settle()
    QTest.keyClicks(long_screen.search, "film")
    settle()
    assert listing.selected() == [listing.model.ids[0]]
    listing.select(deep)
    long_screen.search.clear()
    settle()
    assert listing.selected() == [deep]
    assert long_screen.pane.film_id == deep


def test_who_types_sees_those_that_have_it_in_their_texts_after_the_best_finds(
    long_screen: FilmsScreen, desks: Desks, settle: Settle, qtbot: QtBot
) -> None:
    (zebra,) = desks.library.save([Film("Zebra", synopsis="A film of stripes.")]).ids
    settle()
    QTest.keyClicks(long_screen.search, "film")
    listing = long_screen.listing
    qtbot.waitUntil(lambda: f"{MANY + 1:,} films" in [label.text() for label in listing.findChildren(QLabel)])
    assert len(listing.model.ids) == MANY + 1
    assert listing.model.ids[-1] == zebra
    assert listing.selected() == [listing.model.ids[0]]


def test_the_best_finds_are_in_sight_also_when_the_film_that_stays_chosen_is_further_down(
    long_screen: FilmsScreen, settle: Settle
) -> None:
    listing = long_screen.listing
    chosen = listing.model.ids[45]
    listing.select(chosen)
    settle()
    QTest.keyClicks(long_screen.search, "film 00")
    settle()
    assert listing.selected() == [chosen]
    assert listing.table.rowAt(0) == 0


def test_a_film_saved_far_below_does_not_move_the_list(
    long_screen: FilmsScreen, desks: Desks, settle: Settle
) -> None:
    listing = long_screen.listing
    listing.table.scrollTo(listing.model.index(1_000, 0))
    listing.select(listing.model.ids[1_000])
    settle()
    before = listing.table.verticalScrollBar().value()
    desks.library.save([Film("Zebra")])
    settle()
    assert listing.table.verticalScrollBar().value() == before
    assert len(listing.selected()) == 1


def test_a_verdict_is_counted_when_it_is_given(
    screen: FilmsScreen, desks: Desks, settle: Settle, film_ids: dict[str, int]
) -> None:
    assert not any(chip.startswith("Verdict") for chip in chips(screen))
    desks.committee.mark_as([("Ann", film_ids["Mira"], Stroke(choice=Choice.MUST))])
    settle()
    screen.listing.show_search(Wanted("", {Facet.VERDICT: ("must",)}))
    settle()
    assert titles(screen) == ["Mira"]
    assert "Verdict: must ▾" in chips(screen)


def test_the_keyboard_walks_through_the_stills_of_a_long_list(
    long_screen: FilmsScreen, settle: Settle
) -> None:
    listing = long_screen.listing
    listing.show_grid(True)
    settle()
    ids = listing.model.ids
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_End, MANY - 1),
    ):
        QTest.keyClick(listing.grid, key)
        assert listing.selected() == [ids[place]]
    settle()
    card = listing.grid.visualRect(listing.grid.currentIndex())
    assert listing.grid.viewport().rect().contains(card.center())
    QTest.keyClick(listing.grid, Qt.Key.Key_Home)
    QTest.keyClick(listing.grid, Qt.Key.Key_Down)
    below = listing.grid.currentIndex().row()
    assert below > 0
    QTest.keyClick(listing.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert listing.selected() == list(ids[: below + 1]) or len(listing.selected()) == 2
    QTest.keyClick(listing.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(listing.selected()) == MANY


def test_stills_that_follow_those_that_are_shown_can_be_scrolled_to(
    long_screen: FilmsScreen, settle: Settle
) -> None:
    listing = long_screen.listing
    listing.show_grid(True)
    settle()
    ids, bar = listing.model.ids, listing.grid.verticalScrollBar()
    listing.model.show_films(ids[:60])
    listing.select(ids[3])
    settle()
    before = bar.maximum()
    listing.model.show_films(ids)
    settle()
    assert bar.maximum() > 10 * before
    assert listing.selected() == [ids[3]]


def test_a_click_chooses_the_still_under_it(long_screen: FilmsScreen, settle: Settle) -> None:
    grid = long_screen.listing.grid
    long_screen.listing.show_grid(True)
    settle()
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    settle()
    middle = grid.viewport().rect().center()
    index = grid.indexAt(middle)
    assert index.row() > 1_000
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert long_screen.listing.selected() == [long_screen.listing.model.ids[index.row()]]


def test_a_film_found_by_its_text_says_where_under_its_title(
    screen: FilmsScreen, desks: Desks, settle: Settle
) -> None:
    desks.library.save([Film("Aurora", synopsis="A fisherman mends his nets at the fjord.")])
    settle()
    QTest.keyClicks(screen.search, "nets")
    settle()
    first = screen.listing.model.index(0, 0)
    screen.listing.table.grab()
    settle()
    snippet = first.data(SNIPPET_ROLE)
    assert (snippet.before, snippet.hit) == ("A fisherman mends his ", "nets")
    assert "mends his nets at the fjord" in first.data(Qt.ItemDataRole.ToolTipRole)
    assert "mends his nets at the fjord" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    screen.search.clear()
    settle()
    assert first.data(SNIPPET_ROLE) is None


def test_a_line_has_room_for_title_and_words_found_while_something_is_searched(
    long_screen: FilmsScreen, settle: Settle
) -> None:
    table = long_screen.listing.table
    settle()
    text = table.fontMetrics().height()
    before = table.rowHeight(0)
    assert before < 2 * text
    QTest.keyClicks(long_screen.search, "film")
    settle()
    assert table.rowHeight(0) > 2 * text
    assert table.rowViewportPosition(2) == 2 * table.rowHeight(0)
    long_screen.search.clear()
    settle()
    assert table.rowHeight(0) == before
    assert table.rowViewportPosition(2) == 2 * before


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        ("and moved to where they are", 1.0, "and moved to where they are"),
        ("and moved to where they are", 0.5, "and moved…"),
        ("山在山上在山上在山上在山上", 0.5, "山"),
    ],
)
def test_words_after_a_hit_are_not_cut_in_their_middle(
    qapp: QApplication, words: str, room: float, shown: str
) -> None:
    metrics = QFontMetrics(qapp.font())
    after = beginning_of(words, metrics, int(metrics.horizontalAdvance(words) * room) + 1)
    assert after.startswith(shown)
    assert (after == words) == (room == 1.0)


def test_words_before_a_hit_are_not_cut_in_their_middle(qapp: QApplication) -> None:
    words, metrics = "there are villages below the ", QFontMetrics(qapp.font())
    for room in range(metrics.horizontalAdvance(words) + 1):
        shown = end_of(words, metrics, room).removeprefix("…")
        assert not shown or shown == words or words.endswith(f" {shown}")


def test_without_a_film_in_the_list_there_is_nothing_to_judge(screen: FilmsScreen, settle: Settle) -> None:
    settle()
    assert screen.committee.panel.isVisible()
    QTest.keyClicks(screen.search, "zzzzzz")
    settle()
    assert not screen.listing.model.ids
    assert not screen.committee.panel.isVisible()
