"""The programme screen beside other desks, the films screen and the other screens of the night."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTime
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.programme.saving import SaveState
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.library.films import Version
from tourdesk.programming import editing
from tourdesk.programming.desk import ConflictWithAnotherDesk
from tourdesk.programming.programme import ItemKind, Programme
from tourdesk.touring.night import Screening


@pytest.fixture
def news(context: Context) -> list[News]:
    told: list[News] = []
    context.news.connect(told.append)
    return told


def titles(screen: ProgrammeScreen) -> list[str]:
    return [item.title for item in screen.draft.programme.items]


def stored(desks: Desks, name: str = "The evening") -> list[str]:
    return [item.title for item in desks.programming.find(name).items]


def conflict(screen: ProgrammeScreen, desks: Desks, qtbot: QtBot) -> None:
    """Another desk adds a raffle while this one, which has not heard of it, adds a trailer."""
    screen.context.changed.disconnect()  # the news of the other desk is late
    theirs = desks.programming.find("The evening")
    raffle = replace(theirs.items[0], key="raffle", kind=ItemKind.RAFFLE, title="Raffle")
    desks.programming.save(editing.insert(theirs, 2, [raffle]))
    screen.builder.add_item(ItemKind.TRAILER, 0)
    qtbot.waitUntil(lambda: screen.builder.saver.state is SaveState.CONFLICT)


def test_a_film_that_became_longer_moves_the_end_and_keeps_the_history(
    screen: ProgrammeScreen, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    screen.builder.move_later(["welcome"])
    qtbot.waitUntil(lambda: screen.builder.saver.idle)
    film = desks.library.film(film_ids["The Hard Way"])
    desks.library.save([replace(film, versions=(Version("original", 1500, id=film.version.id),))])
    qtbot.waitUntil(lambda: screen.draft.order is not None and screen.draft.order.seconds == 1500 + 20 + 300)
    screen.draft.stack.undo()
    assert titles(screen) == ["Welcome", "The Hard Way"]


def test_what_another_desk_saved_is_shown_and_can_be_undone(
    screen: ProgrammeScreen, desks: Desks, news: list[News], qtbot: QtBot
) -> None:
    theirs = desks.programming.find("The evening")
    desks.programming.save(editing.remove(theirs, ["welcome"]))
    qtbot.waitUntil(lambda: titles(screen) == ["The Hard Way"])
    assert [line.sentence for line in news] == [
        "“The evening” was changed at another desk and is shown here as it is now."
    ]
    screen.undo.trigger()
    assert titles(screen) == ["Welcome", "The Hard Way"]
    qtbot.waitUntil(lambda: stored(desks) == ["Welcome", "The Hard Way"])
    assert screen.builder.saver.state is not SaveState.CONFLICT


def test_a_conflict_is_said_in_one_sentence_with_two_ways_out(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    conflict(screen, desks, qtbot)
    assert screen.trouble.isVisible()
    assert "was changed at another desk meanwhile" in screen.trouble.sentence.text()
    assert stored(desks) == ["Welcome", "The Hard Way", "Raffle"]


def test_in_a_conflict_mine_can_be_kept(screen: ProgrammeScreen, desks: Desks, qtbot: QtBot) -> None:
    conflict(screen, desks, qtbot)
    screen.trouble.mine.click()
    qtbot.waitUntil(lambda: screen.builder.saver.state is SaveState.SAVED)
    assert stored(desks) == titles(screen) == ["Trailer", "Welcome", "The Hard Way"]
    assert not screen.trouble.isVisible()


def test_in_a_conflict_theirs_can_be_loaded_and_mine_comes_back_by_undo(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    conflict(screen, desks, qtbot)
    screen.trouble.theirs.click()
    qtbot.waitUntil(lambda: titles(screen) == ["Welcome", "The Hard Way", "Raffle"])
    screen.undo.trigger()
    assert titles(screen) == ["Trailer", "Welcome", "The Hard Way"]
    qtbot.waitUntil(lambda: stored(desks) == ["Trailer", "Welcome", "The Hard Way"])


def test_in_a_conflict_mine_is_kept_beside_theirs_when_the_window_is_closed(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    conflict(screen, desks, qtbot)
    screen.leave()
    assert stored(desks) == ["Welcome", "The Hard Way", "Raffle"]
    assert stored(desks, "The evening, from this desk") == ["Trailer", "Welcome", "The Hard Way"]


def test_what_could_not_be_saved_is_said_and_can_be_tried_again(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    other = desks.programming.save(replace(desks.programming.find("The evening"), id=None, name="Matinee"))
    # Another desk takes the name in the very moment in which it is given here.
    screen.draft.step("Name", replace(screen.draft.programme, name="Matinee"))
    qtbot.waitUntil(lambda: screen.builder.saver.state is SaveState.FAILED)
    assert "already called “Matinee”" in screen.trouble.sentence.text()
    desks.programming.save(replace(other, name="First Steps"))
    screen.trouble.again.click()
    qtbot.waitUntil(lambda: screen.builder.saver.state is SaveState.SAVED)
    assert not screen.trouble.isVisible()
    assert stored(desks, "Matinee") == ["Welcome", "The Hard Way"]


def test_another_programme_is_not_opened_over_a_conflict(
    screen: ProgrammeScreen, desks: Desks, news: list[News], qtbot: QtBot
) -> None:
    other = desks.programming.save(replace(desks.programming.find("The evening"), id=None, name="Other"))
    conflict(screen, desks, qtbot)
    assert other.id is not None
    screen.chooser.chosen.emit(other.id)
    assert screen.draft.programme.name == "The evening"
    assert "decide first" in news[-1].sentence


def test_many_quick_steps_are_saved_as_the_last_of_them(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    before = desks.programming.find("The evening").revision
    for minutes in range(1, 31):
        screen.builder.set_seconds("welcome", minutes * 60)
    qtbot.waitUntil(lambda: screen.builder.saver.idle)
    after = desks.programming.find("The evening")
    assert after.items[0].seconds == 30 * 60
    assert after.revision - before < 30
    assert screen.builder.saver.state is SaveState.SAVED


def test_films_dropped_on_the_running_order_are_added_there(
    screen: ProgrammeScreen, film_ids: dict[str, int], desks: Desks, qtbot: QtBot
) -> None:
    films = screen.library.list.films
    balance = films.index(films.place_of(film_ids["Balance"]) or 0, 0)
    mime = films.mimeData([balance])
    screen.order.order.dropMimeData(mime, Qt.DropAction.CopyAction, 2, 0, QModelIndex())
    assert titles(screen) == ["Welcome", "Balance", "The Hard Way"]
    qtbot.waitUntil(lambda: stored(desks) == ["Welcome", "Balance", "The Hard Way"])


def test_several_items_are_dragged_together(screen: ProgrammeScreen, film_ids: dict[str, int]) -> None:
    screen.builder.add_films([film_ids["Balance"], film_ids["Rebound"]], 2)
    model = screen.order.order
    keys = [item.key for item in screen.draft.programme.items]
    mime = model.mimeData([model.index_of(keys[0]), model.index_of(keys[2])])
    model.dropMimeData(mime, Qt.DropAction.MoveAction, len(model.rows) - 1, 0, QModelIndex())
    assert titles(screen) == ["The Hard Way", "Rebound", "Welcome", "Balance"]
    assert screen.draft.stack.undoText() == "Move 2 items"


def test_another_version_of_a_film_is_chosen_in_the_inspector(
    screen: ProgrammeScreen, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    film = desks.library.film(film_ids["The Hard Way"])
    desks.library.save([replace(film, versions=(film.version, Version("tour cut", 900)))])
    screen.order.select_keys([screen.draft.programme.items[1].key])
    versions = screen.inspector.item.version
    qtbot.waitUntil(lambda: versions.count() == 2)
    versions.activated.emit(1)
    assert screen.draft.programme.items[1].seconds == 900
    assert screen.draft.programme.items[1].version_name == "tour cut"
    screen.undo.trigger()
    assert screen.draft.programme.items[1].seconds == 1200


def test_a_curfew_after_midnight_belongs_to_the_night(
    screen: ProgrammeScreen, desks: Desks, context: Context, news: list[News], qtbot: QtBot
) -> None:
    form = screen.inspector.evening.slot
    form.curfew.setTime(QTime(0, 30))
    assert screen.draft.order is not None
    assert screen.draft.order.margin == 5 * 3600 + 15 * 60 - screen.draft.order.seconds
    form.curfew.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(news))
    (saved,) = desks.touring.screenings()
    assert f"{saved.slot.local(saved.slot.curfew):%a %H:%M}" == "Wed 00:30"
    assert news[0].action is not None
    news[0].action()
    qtbot.waitUntil(lambda: f"{desks.touring.screenings()[0].slot.curfew:%H:%M}" == "11:45")
    qtbot.waitUntil(lambda: form.curfew.time() == QTime(21, 45))


def test_a_slot_that_cannot_be_is_said_below_its_fields(
    screen: ProgrammeScreen, desks: Desks, night: Screening
) -> None:
    form = screen.inspector.evening.slot
    form.access.setTime(QTime(18, 45))
    form.access.editingFinished.emit()
    assert "would be after doors" in form.problem.text()
    assert desks.touring.screenings()[0].slot == night.slot


def test_a_name_that_is_taken_is_said_below_the_field(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    desks.programming.save(replace(desks.programming.find("The evening"), id=None, name="Matinee"))
    name = screen.inspector.evening.name
    name.setText("Matinee")
    name.setModified(True)
    name.finish()
    assert screen.draft.programme.name == "The evening"
    assert "already called “Matinee”" in screen.inspector.evening.name_problem.text()


def test_a_copy_is_shown_on_the_night_and_the_first_one_stays(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    screen.duplicate.trigger()
    qtbot.waitUntil(lambda: screen.draft.programme.name == "The evening, copy")
    screen.builder.remove([screen.draft.programme.items[0].key])
    qtbot.waitUntil(lambda: stored(desks, "The evening, copy") == ["The Hard Way"])
    assert stored(desks) == ["Welcome", "The Hard Way"]
    assert [row.name for row in desks.programming.rows()] == ["The evening", "The evening, copy"]


def test_a_removed_programme_comes_back_by_undo(
    screen: ProgrammeScreen, desks: Desks, news: list[News], qtbot: QtBot
) -> None:
    screen.remove_programme.trigger()
    qtbot.waitUntil(lambda: not screen.draft.is_open)
    assert desks.programming.rows() == []
    assert news[-1].sentence == "“The evening” was removed."
    assert news[-1].action is not None
    news[-1].action()
    qtbot.waitUntil(lambda: screen.draft.is_open)
    assert titles(screen) == ["Welcome", "The Hard Way"]


def test_a_programme_shown_on_another_night_is_not_removed(
    screen: ProgrammeScreen, desks: Desks, night: Screening, qtbot: QtBot
) -> None:
    desks.touring.save_screening(replace(night, id=None))
    said: list[object] = []
    screen.context.tasks.problem.disconnect()
    screen.context.tasks.problem.connect(said.append)
    screen.remove_programme.trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert "is shown at a screening and was not removed" in str(said[0])
    assert all(screening.programme_id for screening in desks.touring.screenings())


def test_a_saved_programme_is_refused_to_a_desk_that_has_not_seen_it(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    old = desks.programming.find("The evening")
    screen.builder.move_later(["welcome"])
    qtbot.waitUntil(lambda: screen.builder.saver.idle)
    with pytest.raises(ConflictWithAnotherDesk):
        desks.programming.save(old)


def test_a_film_that_became_longer_is_told_for_a_programme_that_is_not_open_once(
    screen: ProgrammeScreen, desks: Desks, film_ids: dict[str, int], news: list[News], qtbot: QtBot
) -> None:
    programming = desks.programming
    programming.save(Programme("Matinee", (programming.film_item(film_ids["Balance"]),)))
    film = desks.library.film(film_ids["Balance"])
    longer = replace(film, versions=(Version("original", 540, id=film.version.id),))
    desks.library.save([longer])
    told = "“Balance” lasts 9:00 now instead of 5:00; “Matinee” shows it, please check that evening."
    qtbot.waitUntil(lambda: told in [line.sentence for line in news])
    desks.library.save([replace(desks.library.film(film_ids["Balance"]), logline="A rope.")])
    qtbot.waitUntil(lambda: screen.context.tasks.running == 0)
    assert [line.sentence for line in news].count(told) == 1
    screen.chooser.menu().aboutToShow.emit()
    listed = [action.text() for action in screen.chooser.menu().actions()]
    assert any(line.startswith("Matinee") and "1 film in another length" in line for line in listed)


def test_several_films_are_dropped_into_the_second_half_and_an_item_goes_there_by_key(
    screen: ProgrammeScreen, film_ids: dict[str, int]
) -> None:
    screen.builder.add_item(ItemKind.INTERMISSION, 2)
    films = screen.library.list.films
    wanted = [films.index(films.place_of(film_ids[title]) or 0, 0) for title in ("Balance", "Rebound")]
    screen.order.order.dropMimeData(
        films.mimeData(wanted), Qt.DropAction.CopyAction, len(screen.order.order.rows) - 1, 0, QModelIndex()
    )
    assert titles(screen) == ["Welcome", "The Hard Way", "Intermission", "Balance", "Rebound"]
    screen.order.select_keys([screen.draft.programme.items[1].key])
    screen.deeds.move_down.trigger()
    assert titles(screen) == ["Welcome", "Intermission", "The Hard Way", "Balance", "Rebound"]
    order = screen.draft.order
    assert order is not None
    assert [part.films for part in order.parts] == [0, 3]
