"""The committee's column in the table of films."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tourdesk.desks import Desks
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.films.table.model import HEADINGS, Column
from tourdesk.library.committee.verdicts import Choice, Stroke

Settle = Callable[[], None]

MUST, MAYBE, NO = (Stroke(choice) for choice in Choice)


@pytest.fixture
def judged(desks: Desks, film_ids: dict[str, int]) -> None:
    """All agree on Mira, disagree on Balance, one does not want Écho, and nobody has seen Desert Runners."""
    desks.committee.mark_as(
        [
            ("Anna", film_ids["Mira"], Stroke(Choice.MUST, 5)),
            ("Ben", film_ids["Mira"], Stroke(Choice.MUST, 4, "Again!")),
            ("Anna", film_ids["Balance"], MUST),
            ("Ben", film_ids["Balance"], NO),
            ("Ben", film_ids["Écho"], NO),
        ]
    )


@pytest.fixture
def shown(judged: None, screen: FilmsScreen, settle: Settle) -> FilmsScreen:
    settle()
    return screen


def cell(screen: FilmsScreen, film_id: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
    model = screen.listing.model
    place = model.place_of(film_id)
    assert place is not None
    return model.index(place, model.columns.index(Column.VERDICTS)).data(role)


def is_shown(screen: FilmsScreen) -> bool:
    place = screen.listing.model.columns.index(Column.VERDICTS)
    return not screen.listing.table.isColumnHidden(place)


def test_agreement_and_dissent_stand_in_the_table(shown: FilmsScreen, film_ids: dict[str, int]) -> None:
    assert is_shown(shown)
    assert cell(shown, film_ids["Mira"]) == "2 must · ★ 4.5"
    assert cell(shown, film_ids["Balance"]) == "1 must · 1 no ≠"
    assert cell(shown, film_ids["Desert Runners"]) == ""


def test_the_tooltip_says_who_said_what(shown: FilmsScreen, film_ids: dict[str, int]) -> None:
    tip = Qt.ItemDataRole.ToolTipRole
    assert cell(shown, film_ids["Mira"], tip) == "Anna: must, ★★★★★\nBen: must, ★★★★☆: Again!"
    assert str(cell(shown, film_ids["Balance"], tip)).startswith("The committee disagrees strongly")


def test_the_heading_sorts_what_is_wanted_most_first_and_what_nobody_has_judged_last(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    shown.listing.table.sortByColumn(
        shown.listing.model.columns.index(Column.VERDICTS), Qt.SortOrder.AscendingOrder
    )
    settle()
    wanted = [film_ids[title] for title in ("Mira", "Balance", "Écho", "Desert Runners")]
    assert list(shown.listing.model.ids) == wanted


def test_a_verdict_changes_its_line_and_the_order(
    shown: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    place = shown.listing.model.columns.index(Column.VERDICTS)
    shown.listing.table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
    settle()
    desks.committee.mark_as([(name, film_ids["Écho"], MUST) for name in ("Anna", "Ben", "Cleo")])
    settle()
    assert shown.listing.model.ids[0] == film_ids["Écho"]
    assert cell(shown, film_ids["Écho"]) == "3 must"


def test_without_a_committee_the_column_is_not_there_and_comes_with_the_first_member(
    screen: FilmsScreen, desks: Desks, settle: Settle
) -> None:
    assert not is_shown(screen)
    desks.committee.join("Anna")
    settle()
    assert is_shown(screen)
    assert HEADINGS[Column.VERDICTS] == "Committee"


def colours(screen: FilmsScreen, film_id: int) -> int:
    """How many colours are to be seen in a film's cell."""
    table, model = screen.listing.table, screen.listing.model
    index = model.index(model.place_of(film_id) or 0, model.columns.index(Column.VERDICTS))
    image = table.viewport().grab(table.visualRect(index)).toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


@pytest.mark.parametrize("width", [900, 1180, 1900])
def test_the_column_is_drawn_at_every_width(
    shown: FilmsScreen, film_ids: dict[str, int], width: int, settle: Settle
) -> None:
    shown.resize(width, 720)
    settle()
    assert colours(shown, film_ids["Desert Runners"]) <= 2
    assert colours(shown, film_ids["Mira"]) > 20
