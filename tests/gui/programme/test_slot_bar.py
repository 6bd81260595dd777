"""The slot bar: what lies where, what it says in words, what a click means."""

from dataclasses import replace
from datetime import date, time
from itertools import combinations

import pytest
from PySide6.QtCore import QLocale, QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tourdesk.gui.programme import words
from tourdesk.gui.programme.bar_scale import marks_of, scale_for, ticks_of
from tourdesk.gui.programme.bar_words import Band, BarWords, Night
from tourdesk.gui.programme.look import look_of
from tourdesk.gui.programme.slot_bar import SlotBar, told
from tourdesk.gui.theme import Scheme, scaled, theme
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import RunningOrder, running_order
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

LEURA = slot_on(
    date(2027, 5, 18),
    "Australia/Sydney",
    SlotTimes(time(18, 30), time(19), time(21, 45), time(17), get_out_minutes=15),
)
ITEMS = (
    Item("welcome", ItemKind.WELCOME, "Welcome", 300),
    Item("spot", ItemKind.SPONSOR_SPOT, "Spot", 10),
    Item("film", ItemKind.FILM, "The Hard Way", 1200),
    Item("pause", ItemKind.INTERMISSION, "Intermission", 900),
    Item("last", ItemKind.FILM, "Balance", 3600),
)


def order_of(*items: Item, slot: Slot = LEURA) -> RunningOrder:
    return running_order(Programme("Evening", items, 20), slot)


@pytest.fixture
def bar(qtbot: QtBot) -> SlotBar:
    theme().choose(Scheme.LIGHT)
    made = SlotBar()
    qtbot.addWidget(made)
    made.resize(1200, made.sizeHint().height())
    made.show_night(LEURA, order_of(*ITEMS))
    return made


def test_everything_lies_to_scale() -> None:
    scale = scale_for(LEURA, None, 0, 1000)
    hour = scale.wide(3600)
    assert scale.x(LEURA.must_end) - scale.x(LEURA.start) == pytest.approx(2.5 * hour)
    assert scale.x(LEURA.curfew) - scale.x(LEURA.must_end) == pytest.approx(hour / 4)


def test_the_scale_grows_when_the_evening_runs_over_the_curfew() -> None:
    order = order_of(Item("long", ItemKind.FILM, "Long", 5 * 3600))
    scale = scale_for(LEURA, order, 0, 1000)
    assert scale.x(LEURA.curfew) < scale.x(order.end) < 1000


def test_doors_opened_long_before_do_not_squeeze_the_films() -> None:
    early = slot_on(date(2027, 5, 18), "Australia/Sydney", SlotTimes(time(9), time(19), time(21)))
    scale = scale_for(early, None, 0, 1000)
    assert scale.x(early.start) < 300
    assert next(mark for mark in marks_of(early, scale) if mark.name == "doors").earlier


def test_without_a_get_out_curfew_and_end_are_one_mark() -> None:
    plain = slot_on(date(2027, 5, 18), "Australia/Sydney", SlotTimes(time(18, 30), time(19), time(21)))
    marks = marks_of(plain, scale_for(plain, None, 0, 1000))
    assert [(mark.word, mark.clock) for mark in marks] == [
        ("doors", "18:30"),
        ("start", "19:00"),
        ("curfew", "21:00"),
    ]


def test_the_axis_names_the_new_day_at_midnight() -> None:
    late = slot_on(date(2027, 5, 18), "Australia/Sydney", SlotTimes(time(22, 30), time(23), time(1)))
    ticks = ticks_of(late, scale_for(late, None, 0, 1000), 60)
    assert [(tick.text, tick.note) for tick in ticks if tick.note] == [("00:00", "Wed 19 May")]


def test_the_new_day_is_named_in_the_language_of_the_program(qapp: QApplication) -> None:
    late = slot_on(date(2027, 5, 18), "Australia/Sydney", SlotTimes(time(22, 30), time(23), time(1)))
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        said = words.day(late, late.curfew)
    finally:
        QLocale.setDefault(before)
    assert (said[:2], said[-3:]) == ("Mi", "Mai")


def test_where_two_times_stand_close_together_the_curfew_is_still_to_be_read(bar: SlotBar) -> None:
    late = slot_on(
        date(2027, 5, 18),
        "Australia/Sydney",
        SlotTimes(time(18, 30), time(19), time(0, 45), get_out_minutes=15),
    )
    scale = scale_for(late, None, 16, 1100)
    long_words = tuple(
        replace(mark, word="Spätestens muss das Ende sein") for mark in marks_of(late, scale)[-2:]
    )
    picture = QPixmap(1140, 160)
    painter = QPainter(picture)
    drawn = BarWords(painter, look_of(bar), Night(late, None), Band(scale, 60, 54)).marks(long_words)
    painter.end()
    assert list(drawn) == ["must_end", "curfew"]
    assert not drawn["must_end"].intersects(drawn["curfew"])


LONG = slot_on(
    date(2027, 5, 18), "Australia/Sydney", SlotTimes(time(21), time(22), time(5), get_out_minutes=15)
)


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
def test_start_and_curfew_are_to_be_read_at_any_size_of_text(bar: SlotBar, size: float) -> None:
    bar.setFont(scaled(bar.font(), size))
    scale = scale_for(LONG, None, 16, 1300)
    picture = QPixmap(1332, 260)
    painter = QPainter(picture)
    marks = BarWords(painter, look_of(bar), Night(LONG, None), Band(scale, 120, 100)).marks
    drawn = marks(marks_of(LONG, scale))
    painter.end()
    assert {"start", "must_end", "curfew"} <= drawn.keys()
    places = list(drawn.values())
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(place.right() <= picture.width() for place in places)


def test_a_time_at_the_end_of_the_axis_is_not_cut_in_large_text(bar: SlotBar) -> None:
    bar.setFont(scaled(bar.font(), 2.0))
    scale = scale_for(LONG, None, 16, 1300)
    picture = QPixmap(1600, 260)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    night = Night(LONG, order_of(*ITEMS, slot=LONG))
    BarWords(painter, look_of(bar), night, Band(scale, 60, 54)).axis(ticks_of(LONG, scale, 120))
    painter.end()
    image = picture.toImage()
    inked = [
        x for x in range(1200, 1600) if any(image.pixelColor(x, y).lightness() < 200 for y in range(122, 260))
    ]
    assert inked
    assert max(inked) < 1332


def test_the_axis_names_what_the_clocks_do() -> None:
    spring = slot_on(date(2027, 3, 28), "Europe/Berlin", SlotTimes(time(0, 30), time(1), time(4)))
    ticks = ticks_of(spring, scale_for(spring, None, 0, 1000), 60)
    assert [(tick.text, tick.note) for tick in ticks if tick.note] == [("03:00", "Clocks go forward 1 hour")]
    assert "02:30" not in [tick.text for tick in ticks]


def test_it_says_in_words_how_the_evening_ends(bar: SlotBar) -> None:
    assert bar.accessibleName() == "The slot of the night"
    assert bar.accessibleDescription().startswith(
        "Doors 18:30, start 19:00, must end 21:30, curfew 21:45. Ends 20:40:50, 49:10 before it must end."
    )


def test_it_says_in_words_that_the_evening_runs_over(bar: SlotBar) -> None:
    bar.show_night(LEURA, order_of(Item("long", ItemKind.FILM, "Long", 157 * 60)))
    assert "Ends 21:37:00, 7:00 after it must end." in bar.accessibleDescription()


def test_a_click_chooses_the_item_under_it(bar: SlotBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.item_chosen) as chosen:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.middle_of("film"))
    assert chosen.args == ["film"]


def test_an_item_of_a_few_seconds_can_be_hit(bar: SlotBar) -> None:
    middle = QPointF(bar.middle_of("spot"))
    found = bar.item_at(middle)
    assert found is not None
    assert found.item.key == "spot"


def test_arrow_keys_step_through_the_items(bar: SlotBar, qtbot: QtBot) -> None:
    bar.select(frozenset({"film"}))
    for key, wanted in ((Qt.Key.Key_Right, "pause"), (Qt.Key.Key_Left, "spot")):
        with qtbot.waitSignal(bar.item_chosen) as chosen:
            QTest.keyClick(bar, key)
        assert chosen.args == [wanted]


def test_hovering_tells_the_item_with_its_times() -> None:
    order = order_of(*ITEMS)
    assert told(order.items[0], LEURA, order).splitlines() == ["Welcome", "19:00:00 – 19:05:00   5:00"]


def test_what_runs_over_is_hatched_in_another_colour_than_what_does_not(bar: SlotBar) -> None:
    def reds(seconds: int) -> int:
        bar.show_night(LEURA, order_of(Item("long", ItemKind.FILM, "Long", seconds)))
        picture = bar.grab().toImage()
        colours = (
            picture.pixelColor(x, y)
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 4)
        )
        return sum(colour.red() > 150 and colour.green() < 80 and colour.blue() < 80 for colour in colours)

    assert reds(60 * 60) == 0
    assert reds(160 * 60) > 100


@pytest.mark.parametrize("width", [360, 700, 1280, 2560])
def test_it_draws_at_any_width_with_and_without_a_programme(bar: SlotBar, width: int) -> None:
    bar.resize(width, bar.sizeHint().height())
    for order in (None, order_of(), order_of(*ITEMS), order_of(*ITEMS, *ITEMS[4:])):
        bar.show_night(LEURA, order)
        assert not bar.grab().isNull()


def test_the_chosen_item_is_said_before_the_night(bar: SlotBar) -> None:
    whole = bar.accessibleDescription()
    bar.select(frozenset({"film"}))
    assert bar.accessibleDescription() == f"The Hard Way, 19:05:50 – 19:25:50   20:00. {whole}"
    bar.select(frozenset())
    assert bar.accessibleDescription() == whole
