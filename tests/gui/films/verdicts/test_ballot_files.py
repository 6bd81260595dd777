"""Ballots out of the Films screen and into it again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.context import News
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.films.verdicts.ballot_check import BallotCheck
from tourdesk.library.committee.verdicts import Choice, Stroke, Verdict

Settle = Callable[[], None]

BALLOTS = (
    "Title,Anna: verdict,Anna: stars,Zoë: verdict\nBalance,no,2,must\nMira,must,,\nNobody,no,,\nÉcho,sure,,\n"
)


@pytest.fixture
def anna(desks: Desks, film_ids: dict[str, int]) -> int:
    """Anna, who wants Balance."""
    joined = desks.committee.join("Anna").id
    assert joined is not None
    desks.committee.give(joined, [film_ids["Balance"]], Stroke(Choice.MUST, comment="Opener."))
    return joined


@pytest.fixture
def ballots(tmp_path: Path) -> Path:
    file = tmp_path / "ballots.csv"
    file.write_text(BALLOTS, encoding="utf-8")
    return file


def said(desks: Desks, film_id: int) -> dict[str, Verdict]:
    return {one.member.name: one.verdict for one in desks.committee.tally(film_id).said}


def check_of(screen: FilmsScreen) -> BallotCheck:
    (check,) = [one for one in screen.window().findChildren(BallotCheck) if one.isVisible()]
    return check


def shown(check: BallotCheck) -> list[list[str]]:
    cells = [
        [check.table.item(line, column) for column in range(4)] for line in range(check.table.rowCount())
    ]
    return [[cell.text() if cell is not None else "" for cell in line] for line in cells]


def turn_wheel_over(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    turn = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turn)


def test_the_table_holds_the_films_of_the_list_in_its_order(
    anna: int, screen: FilmsScreen, tmp_path: Path, news: list[News], settle: Settle
) -> None:
    file = tmp_path / "out.csv"
    screen.committee.files.write_table(file)
    settle()
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Title", "Balance", "Desert Runners", "Écho", "Mira"]
    assert "must,,Opener." in lines[1]
    assert news[-1].sentence == "Ballots of 4 films saved."


def test_several_chosen_films_are_meant_alone(
    anna: int, screen: FilmsScreen, tmp_path: Path, settle: Settle
) -> None:
    screen.listing.enter()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    screen.committee.files.write_table(tmp_path / "out.csv")
    screen.committee.files.write_sheet(tmp_path / "out.pdf")
    settle()
    assert len((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_a_table_of_nobodys_ballots_says_what_is_missing(
    screen: FilmsScreen, tmp_path: Path, problems: list[object], settle: Settle
) -> None:
    screen.committee.files.write_table(tmp_path / "out.csv")
    settle()
    assert isinstance(problems[0], ProblemForUser)
    assert not (tmp_path / "out.csv").exists()


def test_ballots_are_shown_before_they_are_saved_and_what_was_not_understood_is_said(
    anna: int, screen: FilmsScreen, ballots: Path, desks: Desks, settle: Settle
) -> None:
    screen.committee.files.read(ballots)
    settle()
    check = check_of(screen)
    assert shown(check) == [
        ["Balance", "Anna", "must: Opener.", "no, ★★☆☆☆: Opener."],
        ["Balance", "Zoë", "–", "must"],
        ["Mira", "Anna", "–", "must"],
    ]
    told = [check.problems.item(line).text() for line in range(check.problems.count())]
    assert [words.split(":")[0] for words in told] == ["Row 4", "Row 5"]
    check.reject()
    settle()
    assert [member.name for member in desks.committee.members()] == ["Anna"]


@pytest.mark.usefixtures("anna")
def test_accepted_ballots_are_saved_and_one_undo_takes_all_of_them_back(
    screen: FilmsScreen, ballots: Path, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.committee.files.read(ballots)
    settle()
    QTest.mouseClick(check_of(screen).save, Qt.MouseButton.LeftButton)
    settle()
    assert said(desks, film_ids["Balance"]) == {
        "Anna": Verdict(Choice.NO, 2, "Opener."),
        "Zoë": Verdict(Choice.MUST),
    }
    screen.undo()
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": Verdict(Choice.MUST, comment="Opener.")}
    assert said(desks, film_ids["Mira"]) == {}
    assert [member.name for member in desks.committee.members()] == ["Anna"]


@pytest.mark.usefixtures("anna")
def test_somebody_who_is_not_to_join_is_left_out(
    screen: FilmsScreen, ballots: Path, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.committee.files.read(ballots)
    settle()
    check = check_of(screen)
    check.whose["Zoë"].setCurrentText("is left out")
    assert [line[1] for line in shown(check)] == ["Anna", "Anna"]
    QTest.mouseClick(check.save, Qt.MouseButton.LeftButton)
    settle()
    assert set(said(desks, film_ids["Balance"])) == {"Anna"}


@pytest.mark.usefixtures("anna")
def test_a_mistyped_name_is_taken_for_the_member_unless_somebody_says_otherwise(
    screen: FilmsScreen, tmp_path: Path, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    desks.committee.join("Ben Okafor")
    file = tmp_path / "ballots.csv"
    file.write_text("Title;Ben Okafro: verdict;Ana: verdict\nBalance;must;\nMira;;no\n", encoding="utf-8")
    screen.committee.files.read(file)
    settle()
    check = check_of(screen)
    assert check.whose["Ben Okafro"].currentText() == "is Ben Okafor"
    assert check.whose["Ana"].currentText() == "joins the committee"
    assert shown(check) == [["Balance", "Ben Okafor", "–", "must"], ["Mira", "Ana", "–", "no"]]
    check.whose["Ana"].setCurrentText("is Anna")
    assert shown(check)[1] == ["Mira", "Anna", "–", "no"]
    QTest.mouseClick(check.save, Qt.MouseButton.LeftButton)
    settle()
    assert [member.name for member in desks.committee.members()] == ["Anna", "Ben Okafor"]
    assert said(desks, film_ids["Mira"]) == {"Anna": Verdict(Choice.NO)}


@pytest.mark.usefixtures("anna")
def test_two_hands_that_differ_on_one_film_are_told_and_the_first_counts(
    screen: FilmsScreen, tmp_path: Path, settle: Settle
) -> None:
    file = tmp_path / "ballots.csv"
    file.write_text(
        "Title;Anna: verdict;Zoë: verdict\nMIRA;must;no\nBalance;no;no\nMira;no;must\n", encoding="utf-8"
    )
    screen.committee.files.read(file)
    settle()
    check = check_of(screen)
    assert [line[:2] for line in shown(check) if line[0] == "Mira"] == [["Mira", "Anna"], ["Mira", "Zoë"]]
    told = [check.problems.item(line).text() for line in range(check.problems.count())]
    assert told == [
        f"Row 4: What “{name}” says of “Mira” contradicts “{name}” in row 2; only that one was taken."
        for name in ("Anna", "Zoë")
    ]
    check.whose["Zoë"].setCurrentText("is Anna")
    assert check.problems.item(0).text() == (
        "Row 2: What “Zoë” says of “Mira” contradicts “Anna” in row 2; only that one was taken."
    )


def test_of_a_whole_committee_of_new_names_table_and_buttons_stay_on_the_display(
    screen: FilmsScreen, tmp_path: Path, settle: Settle
) -> None:
    names = [f"Member {number}" for number in range(24)]
    file = tmp_path / "ballots.csv"
    headings = ";".join(f"{name}: verdict" for name in names)
    file.write_text(f"Title;{headings}\nBalance{';must' * len(names)}\n", encoding="utf-8")
    screen.committee.files.read(file)
    settle()
    check = check_of(screen)
    assert list(check.whose) == names
    assert check.height() <= check.screen().availableSize().height()
    assert check.table.height() > check.height() / 4
    before = check.whose["Member 0"].currentText()
    turn_wheel_over(check.whose["Member 0"])
    assert check.whose["Member 0"].currentText() == before, "scrolling the names chooses nothing"


def test_a_file_that_holds_no_ballots_says_so(
    screen: FilmsScreen, tmp_path: Path, problems: list[object], settle: Settle
) -> None:
    (tmp_path / "odd.csv").write_bytes(b"\x00\x01\x02" * 40)
    screen.committee.files.read(tmp_path / "odd.csv")
    screen.committee.files.read(tmp_path / "gone.csv")
    settle()
    assert [type(problem) for problem in problems] == [ProblemForUser, ProblemForUser]
