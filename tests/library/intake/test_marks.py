"""What is found within a line: run-times, countries, languages, names, labels."""

import pytest

from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.items import items_in, spoken_languages
from tourdesk.library.intake.labelled import labels_in
from tourdesk.library.intake.people import parted, person_likeness
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.spelling import nearly_country


@pytest.mark.parametrize(
    ("words", "seconds", "approximate"),
    [
        ("24 minutes", 1440, True),
        ("99 min.", 5940, True),
        ("20 mins", 1200, True),
        ("13’", 780, True),
        ("13′", 780, True),
        ("05'", 300, True),
        ("5.5 min", 330, True),
        ("12:20", 740, False),
        ("0:05:30", 330, False),
        ("1:10:18", 4218, False),
        ("1h 19 min", 4740, True),
        ("1h19", 4740, True),
        ("2hr5min", 7500, True),
        ("1 hour and 5 minutes", 3900, True),
        ("10 minutes 39 seconds", 639, False),
        ("5'30\"", 330, False),
        ("10’20’’", 620, False),
        ("22 分", 1320, True),
        ("1時間45分", 6300, True),
        ("97분", 5820, True),
        ("90 мин.", 5400, True),
        ("24 λεπτά", 1440, True),
        ("19 perc", 1140, True),
        ("86 dk.", 5160, True),
        ("2 Std. 5 Min.", 7500, True),
        ("2 godz. 5 min.", 7500, True),
        ("3m44", 224, False),
        ("10m:40s", 640, False),
        ("10.68 minutes", 641, True),
        ("6 min 50", 410, False),
        ("98 min 15", 5880, True),
        ("20ˈ", 1200, True),
    ],
)
def test_a_run_time_is_read_however_it_is_written(words: str, seconds: int, approximate: bool) -> None:  # noqa: FBT001  # a column of the table
    found = runtimes_in(words)
    assert [(run.seconds, run.approximate) for run in found] == [(seconds, approximate)]


@pytest.mark.parametrize(
    "words",
    [
        "at 7:30 pm",
        "19:30 Uhr",
        "7 PM – 9:30 PM",
        "2 min read",
        "246 km-long",
        "54000ft",
        "the ’90s",
        "132 miles",
        "48 hours",
        "$20",
        "12 m",
    ],
)
def test_other_numbers_are_no_run_times(words: str) -> None:
    assert runtimes_in(words) == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("USA + Ireland", ("US", "IE")),
        ("England", ("GB",)),
        ("Schottland", ("GB",)),
        ("Colombia/Venezuela/Argentina", ("CO", "VE", "AR")),
        ("Polska, Wielka Brytania", ("PL", "GB")),
        ("Česká republika", ("CZ",)),
        ("中国大陆", ("CN",)),
        ("日本・フランス", ("JP", "FR")),
        ("RSA", ("ZA",)),
        ("U.S.", ("US",)),
        ("Suisse - France", ("CH", "FR")),
        ("Srbija", ("RS",)),
        ("САЩ", ("US",)),
    ],
)
def test_countries_are_known_in_many_languages(words: str, codes: tuple[str, ...]) -> None:
    assert countries_of(words) == codes


@pytest.mark.parametrize("words", ["CA", "CO", "GA", "BC", "Patagonia", "The Alps", "Boulder", ""])
def test_states_and_regions_are_no_countries(words: str) -> None:
    assert countries_of(words) == ()


def test_a_code_is_a_country_where_a_label_says_so() -> None:
    assert countries_of("CA", codes=True) == ("CA",)


def test_a_town_in_a_state_is_no_country() -> None:
    words = "Squamish, BC, 2018, 9 min"
    assert [item.kind for item in items_in(words, 0, len(words))][:2] != ["country", "country"]
    assert not any(item.kind == "country" for item in items_in(words, 0, len(words)))


def test_a_country_misspelt_by_one_letter_is_known() -> None:
    assert nearly_country("Modavija") == "MD"
    assert nearly_country("Mars") is None


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("English", ("en",)),
        ("Greek with English subtitles", ("el",)),
        ("Spanish, English", ("es", "en")),
        ("français", ("fr",)),
        ("slovenščina", ("sl",)),
        ("rusky, česky", ("ru", "cs")),
        ("English, Dari and Cantonese with English subtitles", ("en", "prs", "yue")),
        ("日本語", ("ja",)),
    ],
)
def test_the_spoken_languages_are_read_and_not_the_subtitles(words: str, tags: tuple[str, ...]) -> None:
    assert spoken_languages(words) == tags


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Anna & Ben Miller", ("Anna Miller", "Ben Miller")),
        ("Ryan Scura + Dylan Ladds", ("Ryan Scura", "Dylan Ladds")),
        ("R. Faure et al.", ("R. Faure",)),
        ("Tommy Penick, Forest Woodward", ("Tommy Penick", "Forest Woodward")),
        ("Petr Dvořák a Eva Malá", ("Petr Dvořák", "Eva Malá")),
        ("Pieter Van Eecke", ("Pieter Van Eecke",)),
    ],
)
def test_several_directors_are_parted(words: str, names: tuple[str, ...]) -> None:
    assert parted(words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Le Fresnoy, Studio national", ("Le Fresnoy, Studio national",)),
        ("Smith & Sons Films", ("Smith & Sons Films",)),
        ("Jeremy Lurgio & Erik Peterson", ("Jeremy Lurgio", "Erik Peterson")),
        ("Red Lake Media House, Camp Five Collective", ("Red Lake Media House", "Camp Five Collective")),
    ],
)
def test_a_company_keeps_its_name_whole(words: str, names: tuple[str, ...]) -> None:
    assert parted(words, companies=True) == names


def test_persons_are_told_from_companies_and_titles() -> None:
    assert person_likeness("Jennifer Steinman") == 1
    assert person_likeness("Teton Gravity Research") == 0
    assert person_likeness("The Hard Way") == 0
    assert person_likeness("Running Wild") == 0


def test_labels_are_found_beside_each_other() -> None:
    words = "Filmmaker: Director: Ada West Producer: Tor Pictures Website: Guidance – Coarse language"
    found = [
        (label.field, words[label.value_start : label.value_end].strip())
        for label in labels_in(words, 0, len(words))
    ]
    assert found == [
        ("directors", ""),
        ("directors", "Ada West"),
        ("producers", "Tor Pictures"),
        ("other", "Guidance – Coarse language"),
    ]


def test_a_title_with_a_colon_is_no_label() -> None:
    words = "FAR OUT: KAI JONES (2018, USA, 5 minutes)"
    assert labels_in(words, 0, len(words)) == []
