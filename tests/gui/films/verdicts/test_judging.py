"""Judging films by keys, and what the others say, as somebody at the desk sees it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tourdesk.desks import Desks
from tourdesk.gui.context import News
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.films.verdicts.judging import SETTING
from tourdesk.gui.films.verdicts.member_dialog import MemberDialog
from tourdesk.library.committee.verdicts import Choice, Stroke, Verdict

Settle = Callable[[], None]


def member(desks: Desks, name: str) -> int:
    joined = desks.committee.join(name).id
    assert joined is not None
    return joined


@pytest.fixture
def anna(desks: Desks, settings: QSettings) -> int:
    """Anna judges at this desk, as she did before."""
    settings.setValue(SETTING, "Anna")
    return member(desks, "Anna")


@pytest.fixture
def judging(anna: int, screen: FilmsScreen, settle: Settle) -> FilmsScreen:
    """The screen with Anna at it; the first film, Balance, is chosen and the list has the keyboard."""
    settle()
    screen.listing.enter()
    settle()
    return screen


def said(desks: Desks, film_id: int) -> dict[str, Verdict]:
    return {one.member.name: one.verdict for one in desks.committee.tally(film_id).said}


def words(widget: QWidget) -> str:
    """Everything that can be read in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def dialog_of(screen: FilmsScreen) -> MemberDialog:
    dialogs = [one for one in screen.window().findChildren(MemberDialog) if one.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


@pytest.mark.parametrize(
    "pressed",
    [
        ("m", Verdict(Choice.MUST)),
        ("y", Verdict(Choice.MAYBE)),
        ("n", Verdict(Choice.NO)),
        ("1", Verdict(stars=1)),
        ("5", Verdict(stars=5)),
    ],
)
def test_a_key_gives_the_verdict_on_the_chosen_film_which_stays_chosen(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle, pressed: tuple[str, Verdict]
) -> None:
    key, verdict = pressed
    QTest.keyClicks(judging.listing.table, key)
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": verdict}
    assert judging.listing.selected() == [film_ids["Balance"]]


def test_quick_keys_are_saved_in_their_order_and_the_last_one_counts(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    QTest.keyClicks(judging.listing.table, "mny4")
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": Verdict(Choice.MAYBE, 4)}


def test_several_chosen_films_get_the_verdict_at_once_and_one_undo_takes_it_back(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    judging.listing.table.selectAll()
    QTest.keyClicks(judging.listing.table, "m")
    settle()
    assert all(said(desks, film_id) == {"Anna": Verdict(Choice.MUST)} for film_id in film_ids.values())
    assert news[-1].sentence == "must: 4 films."
    judging.undo()
    settle()
    assert desks.committee.tallies(film_ids.values()) == {}


def test_ctrl_z_takes_verdicts_back_one_by_one(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    QTest.keyClicks(judging.listing.table, "m3")
    settle()
    judging.undo()
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": Verdict(Choice.MUST)}
    judging.undo()
    settle()
    assert said(desks, film_ids["Balance"]) == {}


def test_backspace_takes_the_verdict_back(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    QTest.keyClicks(judging.listing.table, "m3")
    settle()
    QTest.keyClick(judging.listing.table, Qt.Key.Key_Backspace)
    settle()
    assert said(desks, film_ids["Balance"]) == {}


def test_keys_do_not_steal_what_is_typed_in_the_search(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    judging.search.setFocus()
    QTest.keyClicks(judging.search, "my n5")
    QTest.keyClick(judging.search, Qt.Key.Key_Backspace)
    settle()
    assert judging.search.text() == "my n"
    assert desks.committee.tallies(film_ids.values()) == {}


def test_keys_do_not_steal_what_is_typed_in_the_form_and_the_comment(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    comment = judging.committee.panel.comment
    comment.setFocus()
    QTest.keyClicks(comment, "my n5")
    assert comment.text() == "my n5"
    QTest.keyClick(comment, Qt.Key.Key_Escape)
    assert comment.text() == ""
    judging.pane.edit()
    title = judging.pane.form.findChildren(QLineEdit)[0]
    QTest.keyClicks(title, "mn5")
    settle()
    assert "mn5" in title.text()
    assert desks.committee.tallies(film_ids.values()) == {}


def test_who_has_never_judged_here_is_asked_and_the_key_counts(
    screen: FilmsScreen, desks: Desks, film_ids: dict[str, int], settings: QSettings, settle: Settle
) -> None:
    screen.listing.enter()
    QTest.keyClicks(screen.listing.table, "m")
    settle()
    dialog = dialog_of(screen)
    QTest.keyClicks(dialog.name, "Zoe Marsh")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    assert said(desks, film_ids["Balance"]) == {"Zoe Marsh": Verdict(Choice.MUST)}
    assert settings.value(SETTING) == "Zoe Marsh"
    screen.activateWindow()
    settle()
    QTest.keyClicks(screen.listing.table, "2")
    settle()
    assert said(desks, film_ids["Balance"]) == {"Zoe Marsh": Verdict(Choice.MUST, 2)}


def test_who_is_on_the_committee_is_offered_and_who_has_left_is_not(
    screen: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    member(desks, "Anna")
    desks.committee.let_go(member(desks, "Ben"))
    screen.listing.enter()
    QTest.keyClicks(screen.listing.table, "n")
    settle()
    dialog = dialog_of(screen)
    assert [button.text() for button in dialog.buttons] == ["Anna"]
    QTest.mouseClick(dialog.buttons[0], Qt.MouseButton.LeftButton)
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": Verdict(Choice.NO)}


def test_who_cancels_the_question_has_said_nothing_and_is_asked_again(
    screen: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    for _time in range(2):
        screen.activateWindow()
        screen.listing.enter()
        settle()
        QTest.keyClicks(screen.listing.table, "m")
        settle()
        dialog_of(screen).reject()
        QApplication.processEvents()
    assert desks.committee.members() == ()
    assert desks.committee.tallies(film_ids.values()) == {}


def test_the_panel_shows_ones_own_verdict_and_what_the_others_say(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], anna: int, settle: Settle
) -> None:
    panel = judging.committee.panel
    desks.committee.give(anna, [film_ids["Balance"]], Stroke(Choice.MUST, 4, "Opens the night."))
    desks.committee.give(member(desks, "Ben"), [film_ids["Balance"]], Stroke(Choice.NO, comment="Too short."))
    settle()
    assert panel.choices[Choice.MUST].isChecked()
    assert not panel.choices[Choice.NO].isChecked()
    assert panel.comment.text() == "Opens the night."
    shown = words(panel)
    assert "1 must · 1 no · ★ 4.0 ≠" in shown
    assert "Ben" in shown
    assert "Too short." in shown
    QTest.keyClick(judging.listing.table, Qt.Key.Key_Down)
    settle()
    assert not panel.choices[Choice.MUST].isChecked()
    assert panel.comment.text() == ""
    assert "Ben" not in words(panel)


def test_buttons_and_stars_of_the_panel_judge_like_the_keys(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    panel = judging.committee.panel
    QTest.mouseClick(panel.choices[Choice.MAYBE], Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.stars[2], Qt.MouseButton.LeftButton)
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": Verdict(Choice.MAYBE, 2)}
    assert panel.choices[Choice.MAYBE].isChecked()


def test_a_comment_is_saved_with_enter(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    comment = judging.committee.panel.comment
    QTest.keyClicks(comment, "Opens the night.")
    QTest.keyClick(comment, Qt.Key.Key_Return)
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": Verdict(comment="Opens the night.")}


def test_a_comment_that_is_being_typed_is_saved_with_its_own_film_when_another_is_chosen(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    comment = judging.committee.panel.comment
    comment.setFocus()
    QTest.keyClicks(comment, "Too long")
    judging.listing.select(film_ids["Mira"])
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": Verdict(comment="Too long")}
    assert comment.text() == ""


def test_a_comment_that_is_being_typed_is_saved_when_the_window_closes(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    QTest.keyClicks(judging.committee.panel.comment, "Too long")
    judging.leave()
    settle()
    assert said(desks, film_ids["Balance"]) == {"Anna": Verdict(comment="Too long")}


def test_a_verdict_of_another_desk_is_seen_without_asking(
    judging: FilmsScreen, desks: Desks, film_ids: dict[str, int], settle: Settle
) -> None:
    desks.committee.give(member(desks, "Cleo"), [film_ids["Balance"]], Stroke(Choice.MAYBE))
    settle()
    assert "Cleo" in words(judging.committee.panel)


def test_a_name_that_this_committee_does_not_have_is_not_taken_up(
    screen: FilmsScreen, settings: QSettings, settle: Settle
) -> None:
    settings.setValue(SETTING, "Somebody Else")
    screen.committee.judging.recall()
    settle()
    assert screen.committee.judging.member is None
