"""The rows of the running order, without a window and without a database."""

from datetime import date, time

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from tourdesk.gui.films.table.model import films_as_mime
from tourdesk.gui.programme.order_model import OrderModel
from tourdesk.gui.programme.rows import EndRow, ItemRow, NoteRow, PartRow, Row, rows_of
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

MOVE = Qt.DropAction.MoveAction
NOWHERE = QModelIndex()


def night(start: time = time(19), curfew: time = time(22), on: date = date(2027, 5, 18)) -> Slot:
    doors = start.replace(minute=0)
    return slot_on(on, "Pacific/Auckland", SlotTimes(doors, start, curfew))


def item(key: str, seconds: int | None, kind: ItemKind = ItemKind.ANNOUNCEMENT) -> Item:
    return Item(key, kind, key.title(), seconds)


def rows(*items: Item, slot: Slot | None = None, gap: int = 0) -> tuple[Row, ...]:
    slot = slot or night()
    return rows_of(running_order(Programme("Evening", items, gap), slot), slot)


def model_of(*items: Item) -> OrderModel:
    model = OrderModel()
    model.show_rows(rows(*items))
    return model


def keys(model: OrderModel) -> list[str]:
    return [row.timed.item.key for row in model.rows if isinstance(row, ItemRow)]


A, B, C = item("a", 600), item("b", 300), item("c", 60)
PAUSE = item("pause", 900, ItemKind.INTERMISSION)


def test_a_part_has_its_header_and_the_evening_its_end() -> None:
    shown = rows(A, PAUSE, B, gap=20)
    assert [type(row) for row in shown] == [PartRow, ItemRow, ItemRow, PartRow, ItemRow, EndRow]
    first, second = shown[0], shown[3]
    assert isinstance(first, PartRow)
    assert isinstance(second, PartRow)
    assert (first.name, first.seconds) == ("First half", 600)
    assert (second.name, second.seconds) == ("Second half", 300)
    last = shown[-1]
    assert isinstance(last, EndRow)
    assert (last.clock, last.margin_words) == ("19:30:00", "2:30:00 before it must end")


def test_an_empty_programme_has_no_rows() -> None:
    assert rows() == ()


def test_midnight_is_said_before_the_first_item_of_the_new_day() -> None:
    shown = rows(A, B, C, slot=night(time(23, 50), time(1)))
    assert [row.text for row in shown if isinstance(row, NoteRow)] == ["Wed 19 May"]
    place = next(place for place, row in enumerate(shown) if isinstance(row, NoteRow))
    after = shown[place + 1]
    assert isinstance(after, ItemRow)
    assert after.clock == "00:00:00"


def test_clocks_that_go_back_are_said_and_times_that_come_twice_carry_their_zone() -> None:
    back = night(time(1, 30), time(4), date(2027, 4, 4))
    shown = rows(item("a", 70 * 60), item("b", 60 * 60), C, slot=back)
    clocks = [row.clock for row in shown if isinstance(row, ItemRow)]
    assert clocks == ["01:30:00", "02:40:00 NZDT", "02:40:00 NZST"]
    assert [row.text for row in shown if isinstance(row, NoteRow)] == ["Clocks go back 1 hour"]


def test_midnight_within_the_last_item_is_noted_before_the_end() -> None:
    shown = rows(item("a", 3600), slot=night(time(23, 30), time(2)))
    assert [type(row) for row in shown] == [PartRow, ItemRow, NoteRow, EndRow]
    (note,) = (row for row in shown if isinstance(row, NoteRow))
    assert note.text == "Wed 19 May"


def test_a_changed_duration_updates_rows_in_place(qtbot: QtBot) -> None:
    model = model_of(A, B)
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsInserted.connect(lambda *_args: resets.append(2))
    model.rowsRemoved.connect(lambda *_args: resets.append(3))
    with qtbot.waitSignal(model.dataChanged):
        model.show_rows(rows(item("a", 601), B))
    assert resets == []


def test_rows_that_move_leave_the_others_where_they_are() -> None:
    model = model_of(A, B, C)
    kept = model.index_of("a")
    model.show_rows(rows(A, C, B))
    assert keys(model) == ["a", "c", "b"]
    assert model.index_of("a") == kept


def test_dropped_films_are_wanted_before_the_line_they_were_dropped_on(qtbot: QtBot) -> None:
    model = model_of(A, PAUSE, B)
    film = FilmRow(7, "Balance", (), None, (), None, (), 70, 300, approximate=False)
    # Lines: header, a, pause, header, b, end. Above and below the second header mean the same place.
    for line in (3, 4):
        with qtbot.waitSignal(model.films_dropped) as dropped:
            model.dropMimeData(
                films_as_mime([film.id], [film.title]), Qt.DropAction.CopyAction, line, 0, NOWHERE
            )
        assert dropped.args == [[7], 2]


def test_dragged_items_say_where_they_are_wanted_and_stay_until_then(qtbot: QtBot) -> None:
    model = model_of(A, B, C)
    mime = model.mimeData([model.index_of("c"), model.index_of("b")])
    with qtbot.waitSignal(model.items_dropped) as dropped:
        assert not model.dropMimeData(mime, MOVE, 0, 0, NOWHERE)
    assert dropped.args == [["b", "c"], 0]
    assert keys(model) == ["a", "b", "c"]


def test_what_is_neither_film_nor_item_cannot_be_dropped() -> None:
    text = QMimeData()
    text.setText("hello")
    assert not model_of(A).canDropMimeData(text, MOVE, 0, 0, NOWHERE)


def test_only_items_without_a_film_can_be_typed_into() -> None:
    film = Item("f", ItemKind.FILM, "Film", 600, film_id=1, version_id=1)
    model = model_of(A, film)
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index_of("a")) & editable
    assert not model.flags(model.index_of("f")) & editable
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_row_says_itself_in_words() -> None:
    model = model_of(item("welcome", 330, ItemKind.WELCOME), item("odd", None))
    said = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index_of("welcome"), said) == "19:00:00, Welcome, 5 min 30 s"
    assert "Announcement, Odd, run-time unknown" in str(model.data(model.index_of("odd"), said))


def test_what_is_found_on_a_row_is_said_in_whole_sentences_after_it() -> None:
    twice = Item("f", ItemKind.FILM, "Film", 600, approximate=True, film_id=1, version_id=1)
    spot = Item("s", ItemKind.SPONSOR_SPOT, "Sponsor spot: Quartz Owl", 30)
    model = model_of(twice, Item("g", ItemKind.FILM, "Film", 600, film_id=1, version_id=1), spot)
    said = [str(model.data(model.index_of(key), Qt.ItemDataRole.AccessibleTextRole)) for key in "fs"]
    assert said[0].startswith("19:00:00, Film, about 10 min. ")
    assert said[0].count(".") == len(model.rows[1].findings) + 1  # type: ignore[union-attr]  # an item's row
    assert said[0].endswith(".")
    assert said[1] == "19:20:00, Sponsor spot: Quartz Owl, 30 s"
