"""Stills that stand beside a listing: shown in the check, taken with their film or left."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tourdesk.desks import Desks
from tourdesk.gui.context import News
from tourdesk.gui.films.intake.check import CheckPanel
from tourdesk.gui.films.intake.draft import State
from tourdesk.gui.films.intake.given import Given
from tourdesk.gui.films.screen import FilmsScreen

Settle = Callable[[], None]
Open = Callable[..., CheckPanel]


def picture(file: Path, colour: str) -> Path:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    file.parent.mkdir(exist_ok=True)
    assert image.save(str(file))
    return file


@pytest.fixture
def open_listing(screen: FilmsScreen, tmp_path: Path, settle: Settle) -> Open:
    """Opens our own JSON of these films, as it stands in a folder with pictures in “stills”."""

    def do(*films: dict[str, object]) -> CheckPanel:
        file = tmp_path / "films.json"
        file.write_text(json.dumps(films), encoding="utf-8")
        screen._pages.read(Given(files=(file,)))
        settle()
        return screen.check

    return do


@pytest.fixture
def red_and_blue(tmp_path: Path) -> list[str]:
    for colour in ("red", "blue"):
        picture(tmp_path / "stills" / f"{colour}.png", colour)
    return ["stills/red.png", "stills/blue.png"]


def pictures(desks: Desks, title: str) -> int:
    return len(desks.library.pictures(desks.library.find(title).id or 0))


def told(check: CheckPanel) -> list[str]:
    return [check.problems.item(row).text() for row in range(check.problems.count())]


def test_stills_are_shown_and_come_with_their_film_and_go_with_undo(
    open_listing: Open, red_and_blue: list[str], desks: Desks, news: list[News], settle: Settle
) -> None:
    check = open_listing({"title": "Gravel", "year": 2019, "stills": red_and_blue})
    stills = check.fields.stills
    assert stills.isVisible()
    assert stills.take.isChecked()
    assert stills.take.text() == "Take 2 new stills"
    assert stills.strip.count() == 2
    assert "2 new stills" in " ".join(label.text() for label in check.fields.findChildren(QLabel))
    QTest.keyClick(check.window().focusWidget(), Qt.Key.Key_Return)
    settle()
    assert pictures(desks, "Gravel") == 2
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert desks.library.rows("gravel") == []


def test_a_known_film_gets_only_the_stills_that_it_does_not_have(
    open_listing: Open, red_and_blue: list[str], desks: Desks, news: list[News], settle: Settle
) -> None:
    open_listing({"title": "Mira", "year": 2016, "tags": [], "stills": red_and_blue[:1]}).go_on()
    settle()
    assert pictures(desks, "Mira") == 1
    check = open_listing({"title": "Mira", "year": 2016, "tags": [], "stills": red_and_blue})
    assert check.drafts[0].state is State.CHANGED
    assert check.fields.stills.take.text() == "Take 1 new still"
    check.go_on()
    settle()
    assert pictures(desks, "Mira") == 2
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert pictures(desks, "Mira") == 1
    again = open_listing({"title": "Mira", "year": 2016, "tags": [], "stills": red_and_blue[:1]})
    assert again.drafts[0].state is State.SAME
    assert not again.fields.stills.isVisible()


def test_stills_that_are_left_are_not_kept(
    open_listing: Open, red_and_blue: list[str], desks: Desks, settle: Settle
) -> None:
    check = open_listing({"title": "Gravel", "year": 2019, "stills": red_and_blue})
    check.fields.stills.take.setFocus()
    QTest.keyClick(check.fields.stills.take, Qt.Key.Key_Space)
    QTest.keyClick(check.fields.stills.take, Qt.Key.Key_Return)
    settle()
    assert pictures(desks, "Gravel") == 0


def test_what_was_left_stays_left_when_the_check_is_taken_up_again(
    open_listing: Open,
    red_and_blue: list[str],
    open_screen: Callable[[], FilmsScreen],
    news: list[News],
    settle: Settle,
) -> None:
    check = open_listing(
        {"title": "Gravel", "year": 2019, "stills": red_and_blue},
        {"title": "Slack", "year": 2020, "stills": red_and_blue},
    )
    QTest.mouseClick(check.fields.stills.take, Qt.MouseButton.LeftButton)
    screen = check.window()
    assert isinstance(screen, FilmsScreen)
    screen.intake.keep()  # the program dies here
    again = open_screen()
    assert news[-1].action is not None
    news[-1].action()
    settle()
    gravel, slack = again.check.drafts
    assert (gravel.stills_taken, len(gravel.stills), len(slack.stills_taken)) == ((), 2, 2)


def test_a_still_that_cannot_be_read_is_told_at_its_film_and_the_rest_is_taken(
    open_listing: Open, red_and_blue: list[str], desks: Desks, settle: Settle
) -> None:
    check = open_listing(
        {"title": "Slack", "year": 2020},
        {"title": "Gravel", "year": 2019, "stills": ["stills/gone.png", *red_and_blue]},
    )
    assert told(check) == [
        "The still “gone.png” cannot be read; please put the pictures beside their listing."
    ]
    check.take_all_sure()
    settle()
    assert pictures(desks, "Gravel") == 2


def test_stills_of_a_listing_that_was_pasted_are_nowhere_and_it_says_so(
    screen: FilmsScreen, copy: Callable[[str], None], settle: Settle
) -> None:
    copy(json.dumps([{"title": "Gravel", "year": 2019, "stills": ["stills/red.png"]}]))
    screen.paste()
    settle()
    assert told(screen.check) == [
        "The stills of “Gravel” stand beside the file of its listing; please open that file instead."
    ]
