"""Licences in the builder: asked for by switches with values, told as findings, and each with a way out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.foundation.money import Money
from tourdesk.gui.context import News
from tourdesk.gui.programme.findings_list import WayButton
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.library.films import Version
from tourdesk.library.licences import Fee, FeeKind, Licence
from tourdesk.programming.programme import Programme
from tourdesk.programming.proposing.asking import ask_for_mending
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.touring.night import Screening

MAY = Licence(date(2027, 5, 1), date(2027, 5, 31), ("AU",))
Give = Callable[..., None]


@pytest.fixture
def give(desks: Desks, film_ids: dict[str, int]) -> Give:
    """Gives films of the library a licence for so much, or one that ended before the night."""

    def licence(title: str, fee: int = 0, *, ended: bool = False, plays: int | None = None) -> None:
        film = desks.library.film(film_ids[title])
        cost = Fee(FeeKind.FLAT, Money(Decimal(fee), "EUR"))
        one = replace(MAY, fee=cost, last=date(2027, 5, 17) if ended else MAY.last, plays=plays)
        desks.library.save([replace(film, licences=(one,))])

    return licence


def propose(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    screen.side.show_fit()
    screen.side.fit.rules.rows[WishKind.DIRECTOR].switch.setChecked(False)
    # What was given is read again first: proposals for a programme that changes are none any more.
    qtbot.waitUntil(lambda: screen.context.tasks.running == 0)
    screen.propose.trigger()
    done(screen, qtbot)


def done(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not screen.side.fit.proposer.running, timeout=60_000)


def said_in(screen: ProgrammeScreen) -> list[str]:
    order = screen.draft.order
    return [finding.sentence for finding in order.findings] if order is not None else []


def titles(programme: Programme) -> set[str]:
    return {item.title for item in programme.items if item.film_id is not None}


def way(screen: ProgrammeScreen, words: str) -> WayButton:
    screen.side.show_details()
    screen.order.clearSelection()
    lines = screen.inspector.evening.findings.lines
    return next(button for line in lines for button in line.ways if words in button.toolTip())


def test_only_films_with_a_licence_for_the_night_are_proposed_where_that_is_switched_on(
    screen: ProgrammeScreen, give: Give, qtbot: QtBot
) -> None:
    for title in ("Balance", "Running The Roof"):
        give(title)
    give("Rebound", ended=True)
    screen.side.fit.rules.rows[WishKind.LICENSED].switch.click()
    propose(screen, qtbot)
    cards = screen.side.fit.results.cards
    assert cards
    assert titles(cards[0].proposal.programme) == {"Balance", "Running The Roof"}


def test_the_fee_and_the_day_of_the_return_are_told_at_the_film(
    screen: ProgrammeScreen, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    panel = screen.inspector.item
    screen.order.select_keys([screen.draft.programme.items[1].key])
    assert not panel.licence.isVisible()
    fee = Fee(FeeKind.FLAT, Money(Decimal(120), "EUR"))
    film = desks.library.film(film_ids["The Hard Way"])
    terms = Licence(fee=fee, return_days=7, holder="Ridge Line Films")
    desks.library.save([replace(film, licences=(terms,))])
    qtbot.waitUntil(panel.licence.isVisible)
    # The night is 18 May 2027.
    assert panel.licence.text() == "120.00 EUR for each showing\nreturn due 25 May 2027\nRidge Line Films"
    film = desks.library.film(film_ids["The Hard Way"])
    desks.library.save([replace(film, licences=(replace(terms, last=date(2027, 1, 1)),))])
    qtbot.waitUntil(lambda: not panel.licence.isVisible())


def test_where_no_film_is_licensed_why_not_says_so_and_one_click_relaxes_it(
    screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    fit = screen.side.fit
    fit.rules.rows[WishKind.LICENSED].switch.click()
    propose(screen, qtbot)
    assert not fit.results.cards
    assert "Only films with a licence for the night" in [one.sentence for one in fit.results.why_not.clashes]
    fit.results.why_not.buttons[0].click()
    assert not fit.rules.rows[WishKind.LICENSED].switch.isChecked()
    qtbot.waitUntil(lambda: bool(fit.results.cards) and not fit.proposer.running)


def test_fees_are_kept_within_the_budget_in_the_tours_currency(
    screen: ProgrammeScreen, give: Give, qtbot: QtBot
) -> None:
    for title, fee in {"The Hard Way": 90, "Balance": 20, "Rebound": 60, "Running The Roof": 200}.items():
        give(title, fee)
    row = screen.side.fit.rules.rows[WishKind.FEES]
    assert row.numbers[0].suffix() == " EUR"
    row.switch.click()
    row.numbers[0].setValue(170)
    propose(screen, qtbot)
    cards = screen.side.fit.results.cards
    assert titles(cards[0].proposal.programme) == {"The Hard Way", "Balance", "Rebound"}
    row.numbers[0].setValue(10)
    propose(screen, qtbot)
    clashes = {clash.sentence: clash for clash in screen.side.fit.results.why_not.clashes}
    clash = clashes["Licence fees of at most 10 EUR in all"]
    # The number that is enough, one click away.
    assert clash.ways[0].name == "Licence fees of at most 20 EUR in all"
    assert clash.ways[0].wishes.of(WishKind.FEES).values == (20,)


def test_a_licence_that_ended_is_told_and_the_film_replaced_with_the_fewest_changes(
    screen: ProgrammeScreen, give: Give, qtbot: QtBot
) -> None:
    for title in ("Balance", "Rebound"):
        give(title)
    give("Running The Roof", ended=True)
    assert not any("licence of “The Hard Way” ended" in said for said in said_in(screen))
    give("The Hard Way", ended=True)
    qtbot.waitUntil(
        lambda: (
            "The licence of “The Hard Way” ended on 17 May 2027, before the night of 18 May 2027."
            in said_in(screen)
        )
    )
    way(screen, "Replace “The Hard Way”").click()
    done(screen, qtbot)
    card = screen.side.fit.results.cards[0]
    assert "Drops “The Hard Way”." in card.said
    # What ended elsewhere does not come in.
    assert "Running The Roof" not in titles(card.proposal.programme)
    QTest.keyClick(card, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any("licence" in said for said in said_in(screen)))


def test_a_film_whose_showings_are_used_up_is_told_not_proposed_and_replaced(
    screen: ProgrammeScreen, night: Screening, give: Give, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    desks = screen.context.desks
    for title in film_ids:
        give(title, plays=1)
    # Another evening of the tour shows one film of this one, and one that could come in.
    away = (desks.programming.film_item(film_ids[title]) for title in ("The Hard Way", "Rebound"))
    other = desks.programming.save(Programme("Away", tuple(away)))
    desks.touring.save_screening(replace(night, id=None, town="Katoomba", programme_id=other.id))
    sentence = "The licence of “The Hard Way” is for 1 showing, and with this night there are 2."
    qtbot.waitUntil(lambda: sentence in said_in(screen))
    screen.side.fit.rules.rows[WishKind.LICENSED].switch.click()
    propose(screen, qtbot)
    shown = [titles(card.proposal.programme) for card in screen.side.fit.results.cards]
    assert shown[0] == {"Balance", "Running The Roof"}
    assert all(films.isdisjoint({"The Hard Way", "Rebound"}) for films in shown)
    way(screen, "Replace “The Hard Way”").click()
    done(screen, qtbot)
    QTest.keyClick(screen.side.fit.results.cards[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any("licence" in said for said in said_in(screen)))


def test_films_without_a_licence_are_mended_away_where_one_is_asked_for(
    screen: ProgrammeScreen, give: Give, qtbot: QtBot, film_ids: dict[str, int]
) -> None:
    screen.builder.add_films([film_ids["Balance"]], 2)
    give("Balance")
    give("Rebound")
    give("The Hard Way", ended=True)
    fit = screen.side.fit
    fit.rules.rows[WishKind.DIRECTOR].switch.setChecked(False)
    fit.rules.rows[WishKind.LICENSED].switch.click()
    screen.side.show_fit()
    qtbot.waitUntil(lambda: screen.context.tasks.running == 0)
    fit.start(ask_for_mending)
    done(screen, qtbot)
    assert "The Hard Way" not in titles(fit.results.cards[0].proposal.programme)
    assert "Balance" in titles(fit.results.cards[0].proposal.programme)


def test_what_the_licences_cost_over_the_budget_is_told_and_mended(
    screen: ProgrammeScreen, give: Give, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    for title, fee in {"The Hard Way": 90, "Balance": 20, "Rebound": 60, "Running The Roof": 200}.items():
        give(title, fee)
    screen.builder.add_films([film_ids["Running The Roof"]], 2)
    fit = screen.side.fit
    screen.side.show_fit()
    fit.rules.rows[WishKind.DIRECTOR].switch.setChecked(False)
    row = fit.rules.rows[WishKind.FEES]
    row.switch.click()
    row.numbers[0].setValue(250)
    said = "The licences cost 290.00 EUR, 40.00 EUR more than the 250.00 EUR that they may."
    qtbot.waitUntil(lambda: said in said_in(screen), timeout=30_000)
    qtbot.waitUntil(fit.mend.isVisible)
    fit.mend.trigger()
    done(screen, qtbot)
    best = titles(fit.results.cards[0].proposal.programme)
    assert len({"The Hard Way", "Running The Roof"} & best) == 1
    QTest.keyClick(fit.results.cards[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said not in said_in(screen))
    screen.undo.trigger()
    assert titles(screen.draft.programme) == {"The Hard Way", "Running The Roof"}


def test_a_film_of_which_no_licence_is_known_is_told_once_the_library_keeps_licences(
    screen: ProgrammeScreen, give: Give, qtbot: QtBot
) -> None:
    assert not any("licence" in said for said in said_in(screen))
    give("Balance")  # at another desk, and of a film that is not shown here
    qtbot.waitUntil(lambda: any("No licence of “The Hard Way” is known" in said for said in said_in(screen)))
    give("The Hard Way")
    qtbot.waitUntil(lambda: not any("licence" in said for said in said_in(screen)))


def test_the_rules_about_licences_are_remembered_with_the_programme(
    screen: ProgrammeScreen, desks: Desks, night: Screening, qtbot: QtBot
) -> None:
    fit = screen.side.fit
    fit.rules.rows[WishKind.LICENSED].switch.click()
    fit.rules.rows[WishKind.FEES].switch.click()
    fit.rules.rows[WishKind.FEES].numbers[0].setValue(420)

    def kept() -> bool:
        wishes = desks.rules.wishes(night.programme_id or 0)
        return wishes is not None and wishes.of(WishKind.LICENSED).on and wishes.budget == 420

    qtbot.waitUntil(kept)
    assert desks.touring.wishes(night.tour.id or 0) is not None


def test_a_limit_in_another_tours_currency_is_not_taken_for_one_in_ours(
    screen: ProgrammeScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[News] = []
    screen.context.news.connect(told.append)
    fit = screen.side.fit
    fit.rules.rows[WishKind.FEES].switch.click()
    fit.rules.rows[WishKind.LICENSED].switch.click()
    file = tmp_path / "ours.json"
    fit.sets.write(file, "Ours")
    qtbot.waitUntil(lambda: screen.context.tasks.running == 0)
    theirs = tmp_path / "theirs.json"
    theirs.write_text(file.read_text().replace("EUR", "NOK").replace("Ours", "Theirs"))
    fit.sets.read(theirs)
    qtbot.waitUntil(lambda: any("“Theirs”" in line.sentence for line in told))
    assert "without “Licence fees of at most 300 NOK in all”: this tour counts in EUR." in told[-1].sentence
    assert not fit.wishes.of(WishKind.FEES).on
    assert fit.wishes.of(WishKind.LICENSED).on
    fit.sets.read(file)
    qtbot.waitUntil(lambda: fit.wishes.of(WishKind.FEES).on)


def test_a_film_of_which_only_another_version_may_be_shown_is_not_proposed(
    screen: ProgrammeScreen, desks: Desks, give: Give, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    for title in ("Balance", "Rebound"):
        give(title)
    roof = desks.library.film(film_ids["Running The Roof"])
    cut = Version("festival cut", 2700)
    limited = replace(MAY, version="festival cut")
    desks.library.save([replace(roof, versions=(*roof.versions, cut), licences=(limited,))])
    screen.side.fit.rules.rows[WishKind.LICENSED].switch.click()
    propose(screen, qtbot)
    shown = {title for card in screen.side.fit.results.cards for title in titles(card.proposal.programme)}
    assert shown == {"Balance", "Rebound"}


def test_a_limit_for_fees_is_switched_off_when_the_tour_counts_otherwise(
    make_screen: Callable[[Screening | None], ProgrammeScreen], desks: Desks, night: Screening
) -> None:
    limit = replace(Wishes().of(WishKind.FEES), on=True, values=(250,), text="NOK")
    desks.rules.keep_wishes(night.programme_id or 0, Wishes().having(limit))
    assert desks.touring.event(night).budget is None
    screen = make_screen(night)
    assert not screen.side.fit.wishes.of(WishKind.FEES).on
    desks.rules.keep_wishes(night.programme_id or 0, Wishes().having(replace(limit, text="EUR")))
    assert desks.touring.event(night).budget == 250
