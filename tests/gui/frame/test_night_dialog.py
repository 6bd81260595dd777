from datetime import date, time
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.foundation.language import speak
from tourdesk.gui.context import Context
from tourdesk.gui.frame.fields import DateField, TimeField
from tourdesk.gui.frame.night_dialog import NightDialog
from tourdesk.gui.frame.night_draft import known
from tourdesk.gui.frame.nights import Nights
from tourdesk.touring.night import Screening


def dialog_for(qtbot: QtBot, context: Context, screening: Screening | None) -> NightDialog:
    nights = Nights(context)
    nights.read()
    qtbot.waitUntil(lambda: nights.known)
    dialog = NightDialog(context, nights, known(context.desks), screening)
    nights.setParent(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


Field = TypeVar("Field", bound=QWidget)


def named(dialog: NightDialog, name: str, kind: type[Field]) -> Field:
    (field,) = (widget for widget in dialog.findChildren(kind) if widget.accessibleName() == name)
    return field


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def hint(dialog: NightDialog) -> str:
    label = dialog.findChild(QLabel, "hint")
    assert label is not None
    return label.text()


def press_save(qtbot: QtBot, dialog: NightDialog) -> None:
    (button,) = (b for b in dialog.findChildren(QPushButton) if b.isDefault())
    button.click()


@pytest.fixture
def first(qtbot: QtBot, context: Context) -> NightDialog:
    """The form in an empty database."""
    return dialog_for(qtbot, context, None)


def test_the_first_night_is_made_with_tour_venue_and_programme(
    qtbot: QtBot, first: NightDialog, context: Context, desks: Desks
) -> None:
    type_into(qtbot, named(first, "Tour", QLineEdit), "Trails 2027")
    type_into(qtbot, named(first, "Name of the venue", QLineEdit), "Assembly Rooms")
    type_into(qtbot, named(first, "Town", QLineEdit), "Sydney")
    named(first, "Programme", QComboBox).setCurrentText("Opening night")
    with qtbot.waitSignal(first.accepted):
        press_save(qtbot, first)
    (saved,) = desks.touring.screenings()
    assert (saved.tour.name, saved.venue.name, saved.town) == ("Trails 2027", "Assembly Rooms", "Sydney")
    assert saved.hall.name == "Main hall"
    assert (saved.venue.zone, saved.venue.country) == ("Australia/Sydney", "AU")
    assert saved.slot.local(saved.slot.start).time() == time(19)
    assert [row.name for row in desks.programming.rows()] == ["Opening night"]
    assert saved.programme_id == desks.programming.rows()[0].id
    assert context.screening == saved


def test_what_is_missing_is_said_inside_the_form_and_its_field_has_the_focus(
    qtbot: QtBot, first: NightDialog, desks: Desks
) -> None:
    type_into(qtbot, named(first, "Tour", QLineEdit), "Trails 2027")
    press_save(qtbot, first)
    assert hint(first) == "The venue has no name yet; please type one."
    assert first.focusWidget() is named(first, "Name of the venue", QLineEdit)
    assert first.isVisible()
    assert desks.touring.tour() is None


def test_times_that_do_not_fit_together_are_said_while_they_are_typed(
    qtbot: QtBot, first: NightDialog
) -> None:
    assert "165 min to play" in hint(first)
    named(first, "Doors", TimeField).put(time(20))
    assert "Doors at 20:00" in hint(first)
    named(first, "Doors", TimeField).put(time(18))
    assert "165 min to play" in hint(first)


def test_doors_and_curfew_move_along_with_the_start(qtbot: QtBot, first: NightDialog) -> None:
    named(first, "Start", TimeField).put(time(20, 30))
    assert named(first, "Doors", TimeField).value == time(20)
    assert named(first, "Curfew", TimeField).value == time(23, 30)


def test_a_zone_that_is_none_is_said(qtbot: QtBot, first: NightDialog) -> None:
    zone = named(first, "Time zone", QComboBox)
    zone.setCurrentText("Middle/Earth")
    assert "Middle/Earth" in hint(first)
    zone.setCurrentText("auckland")
    assert "to play" in hint(first)


def test_what_was_typed_is_no_html_in_the_hint(qtbot: QtBot, first: NightDialog) -> None:
    named(first, "Time zone", QComboBox).setCurrentText("<b>Mars</b>")
    assert "<b>Mars</b>" in hint(first)
    (label,) = (one for one in first.findChildren(QLabel) if one.objectName() == "hint")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_the_next_night_is_proposed_at_the_same_place_a_week_later(
    qtbot: QtBot, night: Screening, context: Context, desks: Desks
) -> None:
    dialog = dialog_for(qtbot, context, None)
    assert named(dialog, "Date", DateField).value == date(2027, 5, 25)
    with qtbot.waitSignal(dialog.accepted):
        press_save(qtbot, dialog)
    _, made = desks.touring.screenings()
    assert made.venue == night.venue
    assert made.hall == night.hall
    assert made.programme_id is None
    assert made.slot.local(made.slot.curfew).time() == time(21, 45)


def test_a_night_is_changed_and_keeps_its_programme(
    qtbot: QtBot, night: Screening, context: Context, desks: Desks
) -> None:
    dialog = dialog_for(qtbot, context, night)
    named(dialog, "Start", TimeField).put(time(19, 30))
    named(dialog, "Hall", QComboBox).setCurrentText("Upper Room")
    with qtbot.waitSignal(dialog.accepted):
        press_save(qtbot, dialog)
    (changed,) = desks.touring.screenings()
    assert context.screening == changed
    assert changed.id == night.id
    assert changed.hall.name == "Upper Room"
    assert changed.programme_id == night.programme_id
    assert changed.slot.local(changed.slot.start).time() == time(19, 30)


def test_the_age_of_the_guests_is_given_and_stays_with_the_night(
    qtbot: QtBot, night: Screening, context: Context, desks: Desks
) -> None:
    dialog = dialog_for(qtbot, context, night)
    named(dialog, "Age from", QSpinBox).setValue(12)
    with qtbot.waitSignal(dialog.accepted):
        press_save(qtbot, dialog)
    (changed,) = desks.touring.screenings()
    assert changed.age == 12
    again = dialog_for(qtbot, context, changed)
    assert named(again, "Age from", QSpinBox).value() == 12
    with qtbot.waitSignal(again.accepted):
        press_save(qtbot, again)
    assert desks.touring.screenings()[0].age == 12


def test_a_change_and_a_new_night_can_be_taken_back(
    qtbot: QtBot, night: Screening, context: Context, desks: Desks
) -> None:
    for screening, nights in ((night, 1), (None, 2)):
        context.work_on(night)
        dialog = dialog_for(qtbot, context, screening)
        named(dialog, "Start", TimeField).put(time(20))
        with qtbot.waitSignal(context.news) as told:
            press_save(qtbot, dialog)
        assert len(desks.touring.screenings()) == nights
        news = told.args[0]
        assert news.label == "Undo"
        news.action()
        qtbot.waitUntil(lambda: context.screening == night)
        assert desks.touring.screenings() == [night]


def test_the_tab_key_walks_the_form_in_reading_order(
    qtbot: QtBot, night: Screening, context: Context
) -> None:
    dialog = dialog_for(qtbot, context, None)
    walked: list[str] = []
    # Within a date and a clock time the key goes from part to part.
    while len(walked) < 9:
        focused = dialog.focusWidget()
        assert focused is not None
        if focused.accessibleName() not in walked:
            walked.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert walked == [
        "Venue",
        "Hall",
        "Host (who invites)",
        "Date",
        "Access",
        "Doors",
        "Start",
        "Curfew",
        "Get-out",
    ]


def test_a_venue_of_the_same_name_is_a_problem_inside_the_form_and_nothing_is_saved(
    qtbot: QtBot, night: Screening, context: Context, desks: Desks
) -> None:
    dialog = dialog_for(qtbot, context, None)
    venue = named(dialog, "Venue", QComboBox)
    venue.setCurrentIndex(venue.count() - 1)
    type_into(qtbot, named(dialog, "Name of the venue", QLineEdit), "Assembly Rooms")
    type_into(qtbot, named(dialog, "Town", QLineEdit), "Leura")
    named(dialog, "Programme", QComboBox).setCurrentText("Another")
    press_save(qtbot, dialog)
    qtbot.waitUntil(lambda: "Another venue is already called" in hint(dialog))
    assert len(desks.touring.screenings()) == 1
    assert [row.name for row in desks.programming.rows()] == ["The evening"]


def test_the_date_is_written_as_the_language_writes_it(qtbot: QtBot) -> None:
    speak("de")
    try:
        field = DateField()
        qtbot.addWidget(field)
    finally:
        speak("en")
    field.setLocale(QLocale("de"))
    field.put(date(2027, 5, 18))
    assert field.text() == "Di. 18. Mai 2027"


def test_a_clock_time_that_comes_twice_says_which_one_is_meant(
    qtbot: QtBot, context: Context, night: Screening
) -> None:
    dialog = dialog_for(qtbot, context, night)
    named(dialog, "Start", TimeField).put(time(2, 30))
    named(dialog, "Curfew", TimeField).put(time(5, 30))
    named(dialog, "Date", DateField).put(date(2027, 4, 4))
    assert "comes twice, and the first one is meant" in hint(dialog)
    named(dialog, "Date", DateField).put(date(2027, 4, 5))
    assert "twice" not in hint(dialog)


def test_a_clock_time_that_never_comes_is_said_while_it_is_typed(
    qtbot: QtBot, context: Context, night: Screening
) -> None:
    dialog = dialog_for(qtbot, context, night)
    named(dialog, "Start", TimeField).put(time(2, 30))
    named(dialog, "Curfew", TimeField).put(time(5, 30))
    named(dialog, "Date", DateField).put(date(2027, 10, 3))
    assert "skip 02:30" in hint(dialog)
