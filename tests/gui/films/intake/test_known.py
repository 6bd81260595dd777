"""The check of films that the library knows: what differs is kept or taken, and nobody's own words are lost unseen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tests.gui.films.intake.driving import field, pasted, press, steps, words

from tourdesk.gui.context import News
from tourdesk.gui.films.intake.check import CheckPanel
from tourdesk.gui.films.intake.reading import compared
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.library.films import Film
from tourdesk.library.intake.readings import Evidence, FilmReading, PageReading

Settle = Callable[[], None]


@pytest.fixture
def known(screen: FilmsScreen, settle: Settle) -> CheckPanel:
    """The check of “Mira”, which the library has with another year and without a run-time."""
    text = "Mira\n2017, 42 min\nLloyd Belcher\nNepal"
    mira = FilmReading(
        "Mira",
        year=2017,
        runtime_seconds=2520,
        runtime_approximate=True,
        directors=("Lloyd Belcher",),
        countries=("NP",),
        doubtful=("countries",),
        evidence=(
            Evidence("year", 5, 9, "in the line below the title"),
            Evidence("countries", 31, 36, "the last word"),
        ),
        start=0,
        end=len(text),
    )
    screen.check_page(compared(screen.context.desks, [pasted(PageReading(text, (mira,)))]))
    settle()
    return screen.check


def test_a_known_film_shows_each_difference_to_keep_or_to_take(
    known: CheckPanel, screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    assert "In the library as “Mira”, with 3 differences" in words(known)
    assert "known: 2016  →  read: 2017" in words(known.fields.rows["year"])
    assert "known" not in words(known.fields.rows["directors"])
    known.fields.look_at("year")
    press(known, Qt.Key.Key_K)
    assert field(known, "year").text() == "2016"
    press(known, Qt.Key.Key_Up, Qt.Key.Key_T)
    assert field(known, "year").text() == "2017"
    press(known, Qt.Key.Key_Up, Qt.Key.Key_K)
    known.fields.look_at("countries")
    press(known, Qt.Key.Key_T, Qt.Key.Key_Return)
    settle()
    saved = screen.context.desks.library.film(film_ids["Mira"])
    assert (saved.year, saved.countries, saved.tags) == (2016, ("NP",), ("sport",))
    assert (saved.version.seconds, saved.version.approximate) == (2520, True)
    assert len(screen.context.desks.library.rows()) == 4


def test_words_of_a_page_that_look_like_html_are_shown_as_they_stand_there(
    screen: FilmsScreen, settle: Settle
) -> None:
    text = "Mira\nLloyd Belcher, <b>Ann</b> Lee"
    told = Evidence("directors", 5, len(text), "below the <b>title</b>")
    names = ("Lloyd Belcher", "<b>Ann</b> Lee")
    mira = FilmReading("Mira", directors=names, evidence=(told,), start=0, end=len(text))
    screen.check_page(compared(screen.context.desks, [pasted(PageReading(text, (mira,)))]))
    settle()
    labels = [label for label in screen.check.findChildren(QLabel) if "<b>" in label.text()]
    assert [label.text() for label in labels] == [
        "below the <b>title</b>",
        "known: Lloyd Belcher  →  read: Lloyd Belcher, <b>Ann</b> Lee",
    ]
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []


def test_one_key_decides_a_difference_and_the_next_one_is_looked_at(
    known: CheckPanel, screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    known.fields.look_at("year")
    looked_at = []
    for key in (Qt.Key.Key_K, Qt.Key.Key_K, Qt.Key.Key_T):
        press(known, key)
        looked_at.append(known.fields.current)
    assert looked_at == ["versions", "countries", "countries"]
    press(known, Qt.Key.Key_Return)
    settle()
    saved = screen.context.desks.library.film(film_ids["Mira"])
    assert (saved.year, saved.version.seconds, saved.countries) == (2016, None, ("NP",))


def test_a_doubtful_value_does_not_replace_a_known_one_unless_it_is_taken(
    known: CheckPanel, screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    press(known, Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle()
    saved = screen.context.desks.library.film(film_ids["Mira"])
    assert (saved.year, saved.countries) == (2017, ())


def test_what_is_known_already_needs_no_decision(
    screen: FilmsScreen, news: list[News], settle: Settle
) -> None:
    page = PageReading("Balance\nEcho", (FilmReading("Balance", runtime_seconds=300), FilmReading("Sand")))
    screen.check_page(compared(screen.context.desks, [pasted(page)]))
    settle()
    assert "already known" in steps(screen.check)[0]
    assert field(screen.check, "title").text() == "Sand"
    press(screen.check, Qt.Key.Key_Return)
    settle()
    assert news[-1].sentence == "1 film saved."


def test_a_corrected_title_that_the_library_knows_becomes_that_film(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    page = PageReading("MIRA (the film)", (FilmReading("MIRA (the film)", year=2016, logline="She runs."),))
    screen.check_page(compared(screen.context.desks, [pasted(page)]))
    settle()
    press(screen.check, Qt.Key.Key_F2)
    field(screen.check, "title").selectAll()
    QTest.keyClicks(field(screen.check, "title"), "Mira")
    settle()
    assert "In the library as “Mira”" in words(screen.check)
    press(screen.check, Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle()
    assert screen.context.desks.library.film(film_ids["Mira"]).logline == "She runs."
    assert len(screen.context.desks.library.rows()) == 4


OWN = "Ordinary people run through four deserts."
OTHERS = "Four runners, four deserts, one year."


@pytest.fixture
def check_reading(screen: FilmsScreen, settle: Settle) -> Callable[..., CheckPanel]:
    """Checks a page of which these films were read."""

    def begin(*films: FilmReading) -> CheckPanel:
        screen.check_page(compared(screen.context.desks, [pasted(PageReading("a page", films))]))
        settle()
        return screen.check

    return begin


def runners(screen: FilmsScreen, film_ids: dict[str, int]) -> Film:
    return screen.context.desks.library.film(film_ids["Desert Runners"])


def test_enter_leaves_a_text_of_ones_own_as_it_is_and_says_so(
    check_reading: Callable[..., CheckPanel],
    screen: FilmsScreen,
    film_ids: dict[str, int],
    news: list[News],
    settle: Settle,
) -> None:
    check = check_reading(FilmReading("Desert Runners", year=2014, synopsis=OTHERS))
    assert "changed" in steps(check)[0]
    assert "Your own words stay unless you take the others: Synopsis." in words(check)
    assert f"known: {OWN}  →  read: {OTHERS}" in words(check.fields.rows["synopsis"])
    press(check, Qt.Key.Key_Return)
    settle()
    assert news[-1].sentence == "1 film saved. 1 film keeps your own words."
    saved = runners(screen, film_ids)
    assert (saved.year, saved.synopsis) == (2014, OWN)


def test_a_text_of_ones_own_gives_way_when_the_other_is_taken(
    check_reading: Callable[..., CheckPanel], screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    check = check_reading(FilmReading("Desert Runners", year=2013, synopsis=OTHERS))
    assert check.fields.current == "synopsis"
    press(check, Qt.Key.Key_T)
    assert "Your own words" not in words(check)
    press(check, Qt.Key.Key_Return)
    settle()
    assert runners(screen, film_ids).synopsis == OTHERS


def test_a_longer_text_that_holds_ones_own_is_taken(
    check_reading: Callable[..., CheckPanel], screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    longer = f"{OWN} Then they\nrun back."
    check = check_reading(FilmReading("Desert Runners", year=2013, synopsis=longer))
    press(check, Qt.Key.Key_Return)
    settle()
    assert runners(screen, film_ids).synopsis == longer


def test_a_film_of_which_only_ones_own_words_differ_is_shown_and_saves_nothing(
    check_reading: Callable[..., CheckPanel], screen: FilmsScreen, news: list[News], settle: Settle
) -> None:
    check = check_reading(FilmReading("Desert Runners", synopsis=OTHERS), FilmReading("Sand"))
    assert field(check, "title").text() == "Desert Runners"
    press(check, Qt.Key.Key_Return)
    assert "already known" in steps(check)[0]
    assert check.accept.text() == "Save 1 film"
    press(check, Qt.Key.Key_Return)
    settle()
    assert news[-1].sentence == "1 film saved. 1 film keeps your own words."


def test_what_was_kept_knowingly_is_not_told(
    check_reading: Callable[..., CheckPanel], news: list[News], settle: Settle
) -> None:
    check = check_reading(FilmReading("Desert Runners", year=2014, synopsis=OTHERS))
    check.fields.look_at("synopsis")
    press(check, Qt.Key.Key_K, Qt.Key.Key_Return)
    settle()
    assert news[-1].sentence == "1 film saved."


def test_a_section_in_capitals_and_a_text_in_other_lines_say_nothing_else(
    check_reading: Callable[..., CheckPanel], settle: Settle
) -> None:
    other_lines = OWN.replace(" through", "\nthrough")
    check = check_reading(
        FilmReading("Desert Runners", section="PLACES", synopsis=other_lines), FilmReading("Sand")
    )
    assert "already known" in steps(check)[0]


def test_a_title_that_was_corrected_by_hand_is_not_replaced_by_a_misspelt_one(
    check_reading: Callable[..., CheckPanel], screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    check = check_reading(FilmReading("Dessert Runners", year=2013, runtime_seconds=6000))
    assert "In the library as “Desert Runners”" in words(check)
    press(check, Qt.Key.Key_Return)
    settle()
    saved = runners(screen, film_ids)
    assert (saved.title, saved.version.seconds) == ("Desert Runners", 6000)
