"""Variations of a master, editions, and the night's own facts, as the programme screen shows them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.programme.link_band import DifferenceDialog
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.library.films import Film
from tourdesk.programming import editing
from tourdesk.programming.programme import ItemKind, Programme
from tourdesk.touring.night import Screening

Made = Callable[[Screening | None], ProgrammeScreen]


@pytest.fixture
def master(desks: Desks, night: Screening) -> Programme:
    return desks.programming.find("The evening")


@pytest.fixture
def varied(make_screen: Made, night: Screening, master: Programme, qtbot: QtBot) -> ProgrammeScreen:
    """The night shows a variation that the screen made."""
    screen = make_screen(night)
    screen.vary.trigger()
    qtbot.waitUntil(lambda: screen.links.from_master is not None)
    return screen


def shown(dialog: DifferenceDialog) -> list[str]:
    sentences: QListWidget = dialog.sentences
    return [sentences.item(row).text() for row in range(sentences.count())]


def test_varying_makes_a_programme_for_this_night_that_says_what_it_varies(
    varied: ProgrammeScreen, context: Context
) -> None:
    assert varied.draft.programme.name == "The evening, Leura"
    assert context.screening is not None
    assert context.screening.programme_id == varied.draft.programme.id
    assert varied.band.varies.text() == "Varies “The evening”: no difference."
    varied.chooser.menu().aboutToShow.emit()
    listed = [action.text().split("\t")[0] for action in varied.chooser.menu().actions()]
    assert "The evening, Leura (varies “The evening”)" in listed


def test_the_difference_is_counted_with_every_step_and_shown_in_sentences(varied: ProgrammeScreen) -> None:
    varied.builder.add_item(ItemKind.RAFFLE, 2)
    assert varied.band.varies.text() == "Varies “The evening”: 1 added."
    varied.band.show_master.click()
    dialog = varied.findChild(DifferenceDialog)
    assert isinstance(dialog, DifferenceDialog)
    assert shown(dialog) == ["“Raffle” was added."]


def test_what_the_master_changed_is_taken_over_and_undo_takes_it_back(
    varied: ProgrammeScreen, desks: Desks, master: Programme, qtbot: QtBot
) -> None:
    varied.builder.add_item(ItemKind.RAFFLE, 2)
    qtbot.waitUntil(lambda: varied.builder.saver.idle)
    assert not varied.band.follow.isVisible()
    desks.programming.save(editing.set_seconds(desks.programming.find("The evening"), "welcome", 600))
    qtbot.waitUntil(varied.band.follow.isVisible)
    assert "The master has changed." in varied.band.varies.text()
    varied.band.follow.click()
    qtbot.waitUntil(lambda: varied.draft.programme.item("welcome").seconds == 600)
    assert [item.title for item in varied.draft.programme.items] == ["Welcome", "The Hard Way", "Raffle"]
    qtbot.waitUntil(lambda: not varied.band.follow.isVisible())
    varied.undo.trigger()
    assert varied.draft.programme.item("welcome").seconds == 300
    assert varied.draft.programme.master is not None
    assert varied.draft.programme.master.ahead
    qtbot.waitUntil(lambda: varied.builder.saver.idle)
    stored = desks.programming.find("The evening, Leura")
    assert stored.item("welcome").seconds == 300
    assert stored.master is not None
    assert stored.master.ahead


def test_detaching_is_a_step(varied: ProgrammeScreen, desks: Desks, qtbot: QtBot) -> None:
    varied.band.detach.click()
    assert not varied.band.isVisible()
    qtbot.waitUntil(lambda: varied.builder.saver.idle)
    assert desks.programming.find("The evening, Leura").master is None
    varied.undo.trigger()
    assert varied.band.isVisible()


def test_publishing_says_number_and_date_and_what_changed_since(
    make_screen: Made, night: Screening, qtbot: QtBot
) -> None:
    screen = make_screen(night)
    assert not screen.band.isVisible()
    screen.publish.trigger()
    qtbot.waitUntil(lambda: len(screen.links.editions) == 1)
    assert screen.band.published.text().startswith("Published: number 1 of ")
    assert screen.band.published.text().endswith("unchanged since.")
    screen.builder.remove(["welcome"])
    assert "changed since: 1 taken out." in screen.band.published.text()
    screen.publish.trigger()
    qtbot.waitUntil(lambda: len(screen.links.editions) == 2)
    assert screen.band.published.text().startswith("Published: number 2 of ")


def test_an_edition_is_dated_by_the_venue_s_clock_as_on_the_papers(
    make_screen: Made, night: Screening, desks: Desks, qtbot: QtBot
) -> None:
    # Where it is published it is noon; on the island the next day has begun.
    island = replace(night.slot, zone="Pacific/Kiritimati")
    there = replace(night, venue=replace(night.venue, zone=island.zone), slot=island, night=island.night)
    desks.touring.save_venue(there.venue, ())
    screen = make_screen(desks.touring.save_screening(there))
    screen.publish.trigger()
    qtbot.waitUntil(lambda: len(screen.links.editions) == 1)
    assert screen.band.published.text() == "Published: number 1 of 2 March 2027; unchanged since."


def test_an_empty_programme_is_not_published_and_says_why(
    make_screen: Made, night: Screening, context: Context, qtbot: QtBot
) -> None:
    told: list[str] = []
    context.news.connect(lambda news: told.append(news.sentence))
    screen = make_screen(night)
    screen.builder.remove([item.key for item in screen.draft.programme.items])
    screen.publish.trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["“The evening” is empty and was not published; please put a film into it first."]


def test_a_film_that_the_guests_are_too_young_for_is_found_at_its_item(
    make_screen: Made, night: Screening, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    film: Film = desks.library.film(film_ids["The Hard Way"])
    desks.library.save([replace(film, ratings=("AU: R18+",))])
    venue = replace(night.venue, country="AU")
    desks.touring.save_venue(venue, ())
    young = desks.touring.save_screening(replace(night, venue=venue, age=12))
    screen = make_screen(young)

    def found() -> list[str]:
        order = screen.draft.order
        return [finding.rule for finding in order.findings if finding.item] if order else []

    qtbot.waitUntil(lambda: any("age" in rule for rule in found()))


def test_a_second_showing_too_soon_after_is_found(
    make_screen: Made, night: Screening, desks: Desks, qtbot: QtBot
) -> None:
    later = timedelta(minutes=30)
    slot = replace(
        night.slot,
        doors=night.slot.doors + later,
        start=night.slot.start + later,
        curfew=night.slot.curfew + later,
    )
    screen = make_screen(night)
    desks.touring.save_screening(replace(night, id=None, slot=slot))
    qtbot.waitUntil(
        lambda: (
            screen.draft.order is not None
            and any("too late" in finding.sentence for finding in screen.draft.order.findings)
        )
    )
