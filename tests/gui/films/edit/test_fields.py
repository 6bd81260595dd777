from datetime import date

import pytest
from babel import Locale

from tourdesk.foundation.codes import country_name
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import speak
from tourdesk.gui.films.edit.fields import BY_NAME, run_time, shown, understood
from tourdesk.gui.films.edit.row_kinds import SHOWINGS
from tourdesk.library.comparing import Value
from tourdesk.library.films import Showing, Version


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("53:00", (3180, False)),
        ("1:19:05", (4745, False)),
        ("79:05", (4745, False)),
        ("53", (3180, True)),
        ("53 min", (3180, True)),
        ("≈ 53:00", (3180, True)),
        ("1 h 20", (4800, True)),
        ("2h", (7200, True)),
        ("1:19 h", (4740, True)),
        ("53 min 10 s", (3190, False)),
        ("about 20 minutes", (1200, True)),
        ("20′", (1200, True)),
        ("", (None, False)),
        ("–", (None, False)),
    ],
)
def test_a_run_time_is_understood_as_people_write_it(typed: str, meaning: tuple[int | None, bool]) -> None:
    assert run_time(typed) == meaning


@pytest.mark.parametrize("typed", ["soon", "53:99", "1:75:00", "0", "0:00", "-5", "5:3", "min", "about"])
def test_what_is_no_run_time_is_told(typed: str) -> None:
    with pytest.raises(ProblemForUser, match="please"):
        run_time(typed)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("title", "Running The Roof", "Running The Roof"),
        ("year", 2017, "2017"),
        ("directors", ("Alexis Tymon", "Ben Crocker"), "Alexis Tymon, Ben Crocker"),
        ("directors", ("Sammy Davis, Jr.", "Ben Crocker"), "Sammy Davis, Jr.; Ben Crocker"),
        ("countries", ("GB", "TJ"), "United Kingdom, Tajikistan"),
        ("languages", ("en", "pt-BR"), "English, Brazilian Portuguese"),
        ("section", None, ""),
        ("versions", (Version("original", 3180, approximate=True),), "≈ 53:00"),
        ("synopsis", "One.\n\nTwo.", "One.\n\nTwo."),
    ],
)
def test_a_value_that_is_shown_is_understood_again(name: str, value: Value, text: str) -> None:
    assert shown(BY_NAME[name], value) == text
    assert understood(BY_NAME[name], text) == value


def test_several_versions_are_told_by_name() -> None:
    versions = (Version("original", 3180), Version("festival cut", 1560, approximate=True))
    assert shown(BY_NAME["versions"], versions) == "original 53:00, festival cut ≈ 26:00"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("countries", "England, usa, TJ, Deutschland", ("GB", "US", "TJ", "DE")),
        ("languages", "english; Deutsch", ("en", "de")),
        ("tags", " sport ,, mountain, sport ", ("sport", "mountain")),
        ("title", "  Running   The Roof ", "Running The Roof"),
    ],
)
def test_typed_lists_are_tidied(name: str, text: str, value: Value) -> None:
    assert understood(BY_NAME[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("title", " ", "A film needs a title; please type one."),
        ("year", "MMXVII", "“MMXVII” is no year of a film; please type four digits, like 2017."),
        ("year", "1066", "“1066” is no year of a film; please type four digits, like 2017."),
        (
            "countries",
            "France, Atlantis",
            "“Atlantis” is no country that TourDesk knows; please check its spelling.",
        ),
        (
            "languages",
            "Klingonish",
            "“Klingonish” is no language that TourDesk knows; please check its spelling.",
        ),
    ],
)
def test_what_cannot_be_understood_says_what_to_do(name: str, text: str, sentence: str) -> None:
    with pytest.raises(ProblemForUser) as told:
        understood(BY_NAME[name], text)
    assert told.value.sentence == sentence


def test_ratings_and_identifiers_are_understood_and_mistyped_ones_told() -> None:
    ratings, identifiers = BY_NAME["ratings"], BY_NAME["identifiers"]
    assert understood(ratings, "au PG, GB: 12A") == ("AU: PG", "GB: 12A")
    assert understood(identifiers, "https://www.imdb.com/title/tt2392672/") == ("IMDb tt2392672",)
    assert shown(ratings, ("AU: PG", "GB: 12A")) == "AU: PG, GB: 12A"
    with pytest.raises(ProblemForUser, match="needs the country"):
        understood(ratings, "PG")
    with pytest.raises(ProblemForUser, match="mistyped"):
        understood(identifiers, "ISAN 0000-0001-8947-0000-9")


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_country_is_understood_as_it_is_shown(language: str) -> None:
    field = BY_NAME["countries"]
    no_countries = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    every = map(str, Locale("en").territories)
    codes = [code for code in every if not code.isdigit() and code not in no_countries]
    speak(language)
    try:
        misread = [code for code in codes if understood(field, country_name(code)) != (code,)]
    finally:
        speak("en")
    assert misread == []


@pytest.mark.parametrize(("language", "night"), [("en", "2026-05-08"), ("de", "08.05.2026")])
def test_a_date_stands_in_the_form_as_the_language_writes_it_and_is_understood_so(
    language: str, night: str
) -> None:
    showing = Showing("Leura", date(2026, 5, 8))
    speak(language)
    try:
        words = SHOWINGS.shown(showing)
        assert words["night"] == night
        assert SHOWINGS.understood(words, None) == showing
    finally:
        speak("en")


def test_names_and_dates_are_said_in_the_language_that_is_spoken_now() -> None:
    showing = Showing("Leura", date(2026, 5, 18))
    assert shown(BY_NAME["countries"], ("DE",)) == "Germany"
    speak("de")
    try:
        assert shown(BY_NAME["countries"], ("DE",)) == "Deutschland"
        assert shown(BY_NAME["showings"], (showing,)) == "Leura 18. Mai 2026"
    finally:
        speak("en")
