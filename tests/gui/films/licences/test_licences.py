"""Licences on the Films screen: typed, taken from a calendar, given to many, read in the detail, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import speak
from tourdesk.foundation.money import Money
from tourdesk.gui.context import News
from tourdesk.gui.films.licences.date_field import DateField
from tourdesk.gui.films.licences.editor import LicencesEditor
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.library.films import Film
from tourdesk.library.finding.wanted import Facet, Holding
from tourdesk.library.licences import Fee, FeeKind, Licence
from tourdesk.library.licences_kept import without_id
from tourdesk.programming.programme import Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.touring.night import Hall, Screening, Tour, Venue

Settle = Callable[[], None]
SEASON = Licence(
    date(2027, 1, 1),
    date(2027, 12, 31),
    ("AU", "NZ"),
    fee=Fee(FeeKind.FLAT, Money(Decimal("120.50"), "AUD")),
    plays=3,
    radius_km=50,
    return_days=7,
    holder="Ridge Line Films",
    contact="rights@ridge-line.example",
    note="Poster to be sent back.",
)


@pytest.fixture
def form(screen: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle) -> LicencesEditor:
    """The licences of “Balance” being edited; the tour counts in Australian dollars."""
    desks.touring.save_tour(Tour("Trails", currency="AUD"))
    screen.listing.select(film_ids["Balance"])
    settle()
    screen.edit_chosen()
    settle()
    editor = screen.pane.form.editor("licences")
    assert isinstance(editor, LicencesEditor)
    return editor


def typed(editor: LicencesEditor, at: int = 0, /, **words: str) -> None:
    for name, text in words.items():
        line = editor.blocks[at].lines[name]
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)


def count(editor: LicencesEditor, kind: FeeKind) -> None:
    combo = editor.blocks[0].kind
    combo.setCurrentIndex(combo.findData(kind.value))
    combo.activated.emit(combo.currentIndex())


def kept(desks: Desks, film_id: int) -> tuple[Licence, ...]:
    return tuple(map(without_id, desks.library.film(film_id).licences))


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_licence_is_typed_and_read_again(
    screen: FilmsScreen, form: LicencesEditor, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    QTest.mouseClick(form.more, Qt.MouseButton.LeftButton)
    assert form.blocks[0].lines["first"].hasFocus()
    typed(
        form,
        first="2027-01-01",
        last="31.12.2027",
        territories="Australia, New Zealand",
        amount="120,50",
        plays="3",
        radius_km="50",
        return_days="7",
        holder="Ridge Line Films",
        contact="rights@ridge-line.example",
        note="Poster to be sent back.",
    )
    screen.pane.save()
    settle()
    assert kept(desks, film_ids["Balance"]) == (SEASON,)
    read = words(screen.pane.detail)
    assert "1 January 2027 – 31 December 2027" in read
    assert (
        "Australia, New Zealand · 120.50 AUD for each showing · 3 showings · nobody else within 50 km · "
        "return due 7 days after the night · Ridge Line Films (rights@ridge-line.example) · Poster to be sent back."
    ) in read


def test_a_licence_that_was_given_is_taken_back_with_undo(
    screen: FilmsScreen, form: LicencesEditor, desks: Desks, news: list[News], settle: Settle
) -> None:
    form.add()
    typed(form, last="2027-05-31")
    screen.pane.save()
    settle()
    film_id = screen.pane.film_id or 0
    assert kept(desks, film_id) == (Licence(last=date(2027, 5, 31)),)
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert kept(desks, film_id) == ()


def test_a_fee_is_counted_per_head_or_as_a_share_with_a_minimum(form: LicencesEditor) -> None:
    form.add()
    assert not form.blocks[0].lines["share"].isVisible()
    typed(form, amount="1.25")
    count(form, FeeKind.PER_HEAD)
    assert form.value() == (Licence(fee=Fee(FeeKind.PER_HEAD, Money(Decimal("1.25"), "AUD"))),)
    count(form, FeeKind.SHARE)
    assert form.blocks[0].lines["share"].isVisible()
    typed(form, amount="80 EUR", share="35,5")
    share = Fee(FeeKind.SHARE, Money(Decimal(80), "EUR"), Decimal("35.5"))
    assert form.value() == (Licence(fee=share),)


def test_a_licence_stands_in_its_form_as_the_language_writes_it_and_is_read_so(form: LicencesEditor) -> None:
    fee = Fee(FeeKind.SHARE, Money(Decimal("1250.50"), "AUD"), Decimal("35.5"))
    licence = Licence(first=date(2027, 5, 1), fee=fee)
    speak("de")
    try:
        form.show_value((licence,))
        lines = form.blocks[0].lines
        shown = [lines[name].text() for name in ("first", "amount", "share")]
        assert shown == ["01.05.2027", "1.250,50", "35,5"]
        assert form.value() == (licence,)
    finally:
        speak("en")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("first", "some day", "“some day” is no date"),
        ("amount", "a lot", "“a lot” is no amount of money"),
        ("amount", "12 QQQ", "“QQQ” is no currency"),
        ("territories", "Atlantis", "“Atlantis” is no country"),
        ("plays", "often", "“often” is no whole number"),
    ],
)
def test_what_cannot_be_understood_is_told_under_the_field_and_nothing_is_saved(
    screen: FilmsScreen, form: LicencesEditor, field: str, text: str, said: str
) -> None:
    form.add()
    typed(form, 0, **{field: text})
    screen.pane.save()
    assert said in words(screen.pane.form)
    assert screen.pane.editing


def test_a_version_that_the_film_does_not_have_is_told_and_nothing_is_saved(
    screen: FilmsScreen, form: LicencesEditor, desks: Desks, problems: list[object], settle: Settle
) -> None:
    form.add()
    typed(form, version="uncut")
    screen.pane.save()
    settle()
    (problem,) = problems
    assert isinstance(problem, ProblemForUser)
    assert "“uncut”, which the film does not have" in problem.sentence
    assert screen.pane.editing
    assert kept(desks, screen.pane.film_id or 0) == ()


def test_a_licence_that_ends_before_it_begins_is_told_in_the_form(
    screen: FilmsScreen, form: LicencesEditor
) -> None:
    form.add()
    typed(form, first="2027-05-18", last="2027-05-01")
    screen.pane.save()
    assert "ends before it begins" in words(screen.pane.form)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_date_is_taken_from_the_calendar_by_mouse_or_keyboard(form: LicencesEditor, qtbot: QtBot) -> None:
    form.add()
    field = form.blocks[0].lines["first"]
    assert isinstance(field, DateField)
    typed(form, first="2027-05-18")
    field.open_calendar()
    calendar = field.calendar
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2027, 5, 18)
    calendar.setSelectedDate(QDate(2027, 5, 20))
    calendar.activated.emit(calendar.selectedDate())
    assert field.text() == "2027-05-20"
    qtbot.waitUntil(lambda: field.calendar is None)


def test_a_licence_is_changed_and_removed_and_an_empty_one_is_none(
    screen: FilmsScreen, form: LicencesEditor, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    form.add()
    typed(form, first="2027-01-01", amount="100")
    form.add()
    screen.pane.save()
    settle()
    (licence,) = desks.library.film(film_ids["Balance"]).licences
    screen.edit_chosen()
    settle()
    assert not screen.pane.form.changed
    typed(form, amount="90")
    screen.pane.save()
    settle()
    (changed,) = desks.library.film(film_ids["Balance"]).licences
    assert (changed.id, changed.fee) == (licence.id, Fee(FeeKind.FLAT, Money(Decimal(90), "AUD")))
    screen.edit_chosen()
    settle()
    QTest.mouseClick(form.blocks[0].drop, Qt.MouseButton.LeftButton)
    assert form.more.hasFocus()
    screen.pane.save()
    settle()
    assert kept(desks, film_ids["Balance"]) == ()


def test_twenty_films_are_given_the_same_licence_as_one_step(
    screen: FilmsScreen, desks: Desks, news: list[News], settle: Settle
) -> None:
    ids = desks.library.save([Film(f"Short {number}") for number in range(20)]).ids
    desks.touring.save_tour(Tour("Trails", currency="AUD"))
    one = desks.library.film(ids[0])
    window = Licence(date(2027, 5, 1), date(2027, 5, 31), fee=Fee(FeeKind.FLAT, Money(Decimal(40), "AUD")))
    desks.library.save(
        [Film(**{f: getattr(one, f) for f in ("title", "id", "versions")}, licences=(window,))]
    )
    settle()
    view = screen.listing.view
    view.selectAll()
    flags = QItemSelectionModel.SelectionFlag.NoUpdate
    view.selectionModel().setCurrentIndex(view.model().index(0, 0), flags)
    settle()
    screen.edit_chosen()
    settle()
    editor = screen.pane.many.editor("give licences")
    assert isinstance(editor, LicencesEditor)
    editor.add()
    typed(editor, first="2027-05-01", last="2027-05-31", amount="40")
    screen.pane.save()
    settle()
    # The film that had it already has it once.
    assert {kept(desks, film_id) for film_id in ids} == {(window,)}
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert {kept(desks, film_id) for film_id in ids[1:]} == {()}
    assert kept(desks, ids[0]) == (window,)


def test_licences_are_typed_by_keyboard_alone_in_the_order_in_which_they_are_read(
    screen: FilmsScreen, form: LicencesEditor, settle: Settle
) -> None:
    form.add()
    settle()
    names = []
    for _ in range(len(form.widgets())):
        focused = screen.focusWidget()
        if focused is form.more:
            break
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "From", "To", "Remove this licence", "Countries", "Version", "Fee", "Counted", "Showings", "Radius in km",
        "Return after days", "Holder", "Contact", "Note",
    ]  # fmt: skip


def test_the_list_is_narrowed_to_what_is_licensed_on_the_night(
    screen: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    facets = screen.listing.facets
    assert not facets.buttons[Facet.LICENCE].isVisible()
    for title in ("Balance", "Mira"):
        film = desks.library.film(film_ids[title])
        last = None if title == "Mira" else date(2020, 1, 1)
        desks.library.save([replace(film, licences=(Licence(last=last),))])
    settle()
    assert facets.buttons[Facet.LICENCE].isVisible()
    facets.choose({Facet.LICENCE: (Holding.VALID,)})
    settle()
    assert facets.buttons[Facet.LICENCE].text() == "Licence: valid on the night ▾"
    assert [screen.listing.model.index(row, 0).data() for row in range(screen.listing.model.rowCount())] == [
        "Mira"
    ]
    facets.choose({Facet.LICENCE: (Holding.ENDED,)})
    settle()
    assert [screen.listing.model.index(row, 0).data() for row in range(screen.listing.model.rowCount())] == [
        "Balance"
    ]


def test_a_film_whose_showings_are_planned_elsewhere_has_none_left_at_once(
    screen: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    facets, model = screen.listing.facets, screen.listing.model
    for title in ("Balance", "Mira"):
        film = desks.library.film(film_ids[title])
        desks.library.save([replace(film, licences=(Licence(plays=1),))])
    settle()
    facets.choose({Facet.LICENCE: (Holding.VALID,)})
    settle()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Balance", "Mira"]
    shown = desks.programming.save(Programme("P", (desks.programming.film_item(film_ids["Mira"]),)))
    venue, (hall,) = desks.touring.save_venue(Venue("Rooms", "Leura", "UTC"), (Hall("Great Hall"),))
    night = date(2027, 5, 18)
    slot = slot_on(night, "UTC", SlotTimes(time(19), time(19), time(22)))
    tour = desks.touring.save_tour(Tour("Trails"))
    at = Screening(tour, "Leura", "Runners", venue, hall, night, slot, programme_id=shown.id)
    at = desks.touring.save_screening(at)
    settle()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Balance"]
    facets.choose({Facet.LICENCE: (Holding.USED_UP,)})
    settle()
    assert facets.buttons[Facet.LICENCE].text() == "Licence: no showing left ▾"
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Mira"]
    desks.touring.remove_screening(at.id or 0)
    settle()
    assert model.rowCount() == 0


def test_showings_that_are_planned_while_nobody_sees_the_list_are_counted_when_it_is_shown_again(
    screen: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    film = desks.library.film(film_ids["Mira"])
    desks.library.save([replace(film, licences=(Licence(plays=1),))])
    tour = desks.touring.save_tour(Tour("Trails"))
    venue, (hall,) = desks.touring.save_venue(Venue("Rooms", "Leura", "UTC"), (Hall("Great Hall"),))
    settle()
    screen.listing.facets.choose({Facet.LICENCE: (Holding.VALID,)})
    settle()
    assert screen.listing.model.rowCount() == 1
    begun: list[str] = []
    screen.context.tasks.started.connect(lambda task: begun.append(task.name))
    screen.hide()
    shown = desks.programming.save(Programme("P", (desks.programming.film_item(film_ids["Mira"]),)))
    night = date(2027, 5, 18)
    slot = slot_on(night, "UTC", SlotTimes(time(19), time(19), time(22)))
    at = Screening(tour, "Leura", "Runners", venue, hall, night, slot, programme_id=shown.id)
    desks.touring.save_screening(at)
    settle()
    assert begun == []
    screen.show()
    settle()
    assert screen.listing.model.rowCount() == 0
