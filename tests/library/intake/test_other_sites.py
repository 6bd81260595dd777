"""Ways of telling films that came from pages nobody had read before."""

import pytest

from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading


def _films(text: str) -> dict[str | None, FilmReading]:
    return {film.title: film for film in read_page(text).films}


def test_codes_of_three_letters_behind_names_are_countries_and_years_beside_them() -> None:
    films = _films(
        "I film in Concorso:\n\n“Salt Road” di Anna Miller (Ger 2014)\n\n“Ebb” di Jo Gray e Ida Berg (Aut – Ita 2015)\n\n"
        "“Fast Horse” di Karl Eide (USA 2014)\n"
    )
    assert {title: (film.countries, film.year) for title, film in films.items()} == {
        "Salt Road": (("DE",), 2014),
        "Ebb": (("AT", "IT"), 2015),
        "Fast Horse": (("US",), 2014),
    }


def test_a_heading_that_is_a_sentence_ends_the_section_above() -> None:
    films = _films(
        "Terre Alte:\n“Salt Road” di Anna Miller (Ita 2014)\n\nEurorama:\n“Ebb” di Jo Gray (Ita 2015)\n\n"
        "e infine per la sezione dedicata alle nevi:\n“Alps” di Ida Berg (Ita 2013)\n"
    )
    assert [films[title].section for title in ("Salt Road", "Ebb", "Alps")] == [
        "Terre Alte",
        "Eurorama",
        None,
    ]


def test_a_sentence_before_the_facts_is_told_of_the_film_above() -> None:
    films = _films(
        "Salt Road | Director: Anna Miller\nThe family behind the salt is asked what it did. (USA, 15 MIN)\n\n"
        "Fast Horse | Director: Jo Gray\nA lawyer, a reporter and an inventor go after a horse. (USA, 27 MIN)\n"
    )
    assert {title: film.runtime_seconds for title, film in films.items()} == {
        "Salt Road": 900,
        "Fast Horse": 1620,
    }
    assert films["Fast Horse"].directors == ("Jo Gray",)


def test_titles_behind_their_awards() -> None:
    films = _films(
        "THE AWARDS\nJURY: Best British Film Award ‘Salt Road’ – Anna Miller\nA hunter meets a horse.\n2019, 10min\n"
        "JURY: Best Sound & Music Award ‘Fast Horse’ – Jo Gray\nPie charts melt and curves let go.\n2019, 7min\n"
        "JURY: Best Children’s Film Award ‘Naïs’ – Ida Berg\nA dog who wants to run.\n2020, 4min\n"
    )
    assert {title: (film.directors, film.runtime_seconds) for title, film in films.items()} == {
        "Salt Road": (("Anna Miller",), 600),
        "Fast Horse": (("Jo Gray",), 420),
        "Naïs": (("Ida Berg",), 240),
    }


def test_who_acts_in_a_film_is_neither_its_title_nor_its_director() -> None:
    films = _films(
        "Salt Road\n\nby Anna Miller\n\nStarring : Ida Berg, Jo Hart | 2023 | Drama | 119 mins | VOFT\n\nFour men ask for salt.\n\n"
        "Fast Horse\n\nby Jo Gray\n\nStarring Karl Eide, Ann Hall | 2022 | Drama | 103 mins | VOFT\n\nA horse is not finished.\n"
    )
    assert list(films) == ["Salt Road", "Fast Horse"]
    assert [film.runtime_seconds for film in films.values()] == [7140, 6180]


def test_who_introduces_a_film_is_no_film() -> None:
    films = _films(
        "Schedule:\n7:00 – Mountain Film Festival intro (3 minutes)\n7:13 – Introduction of Salt Road by Ann Gray\n"
        "7:17 – Salt Road (5 minutes)\n7:22 – Fast Horse (6 minutes)\n"
        "7:28 – Introduction to Get Up, Get Up, by Jo Hart and introduction to Naïs by Ida Berg\n7:32 – Get Up, Get Up (15 minutes)\n"
    )
    assert list(films) == ["Salt Road", "Fast Horse", "Get Up, Get Up"]


def test_a_programme_by_various_directors_is_none_of_its_films() -> None:
    films = _films(
        "Best of the Hills I (2024)\n\nvarious / 36 min\n\nThe year's shorts.\n\nSalt Road\nAnna Miller\nFrance, 2024, 15'\n\n"
        "Fast Horse\nJo Gray\nBelgium, 2023, 12'\n\nNaïs\nIda Berg\nUSA, 2024, 9'\n"
    )
    assert list(films) == ["Salt Road", "Fast Horse", "Naïs"]


@pytest.mark.parametrize(
    ("written", "seconds"), [("00h:15m:45s", 945), ("01h:30m", 5400), ("95 min", 5700), ("7m", 420)]
)
def test_how_lengths_are_written(written: str, seconds: int) -> None:
    text = f"Salt Road\n\nDirector: Anna Miller\nRuntime: {written}\nYear: 2019\n\nHe walks to the sea.\n"
    assert _films(text)["Salt Road"].runtime_seconds == seconds


def test_metres_in_brackets_behind_a_country_are_minutes_and_others_are_none() -> None:
    films = _films(
        "Salt Road (USA, 95 m).  Directed by Anna Miller.  One man climbs a wall of 900 m.\n\n"
        "Fast Horse (Switzerland, 28 m).  Directed by Jo Gray.  In 2010 she rode 300 m.\n"
    )
    assert {title: film.runtime_seconds for title, film in films.items()} == {
        "Salt Road": 5700,
        "Fast Horse": 1680,
    }


def test_a_form_in_catalan() -> None:
    film = read_page(
        "Festival de Cinema\n\nEl camí\n\nL’Anna vol acabar la marató i no pot.\n\nTítol original\n\nEl camí\n\n"
        "País de producció\n\nSpain\n\nAny\n\n2024\n\nDurada\n\n00h:15m:45s\n\nGènere\n\nDocumental\n\nDirecció\n\nAnna Miller\n"
    ).films[0]
    assert (film.title, film.countries, film.year, film.directors) == (
        "El camí",
        ("ES",),
        2024,
        ("Anna Miller",),
    )


def test_where_a_film_is_played_is_not_its_title() -> None:
    films = _films(
        "Cinema\n\nThe Salt Runners\n\nPlaying at Bellham Cinema\n90 minutes, USA, In English, Documentary\n"
    )
    assert list(films) == ["The Salt Runners"]


def test_films_behind_the_names_of_their_prizes() -> None:
    films = _films(
        "2024 Film Award Winners\n\nBest Whitewater Film: WILD SALT – David Arnold – 90:00 – France\n"
        "Best Canoeing Film: CANOE HORSE (Anna Miller) 12m 05s, USA\n"
        "Best Sea Kayaking Film – SKIPPERS OF THE SOUTH (dir. Ida Berg; Norway/Sweden; 31 min)\n"
        "Best Kayak Fishing Film: no award this year\nBest Paddling Adventure Film: A NORTHERN ODYSSEY by Jo Gray, Germany, 48'\n\n"
        "Honourable mentions\nThe Ford – Karl Eide – 25:06 – USA\nPaddle Folk – Ben Hall & Ann Stone – 12:40 – USA\n"
    )
    assert {title: film.runtime_seconds for title, film in films.items()} == {
        "WILD SALT": 5400,
        "CANOE HORSE": 725,
        "SKIPPERS OF THE SOUTH": 1860,
        "A NORTHERN ODYSSEY": 2880,
        "The Ford": 1506,
        "Paddle Folk": 760,
    }
    assert films["WILD SALT"].directors == ("David Arnold",)


def test_titles_in_quotation_marks_before_who_directed_them() -> None:
    films = _films(
        "El miércoles, a las 18.00 horas, se proyecta el documental 'No sea de sal', dirigido por Pablo Herrera, en 2025.\n\n"
        "Como cierre se verá el largometraje 'Arcoíris en la pared', dirigido por Ana Morales, en 2025.\n\n"
        "El jueves 27 llega 'La sombra del hielo' (2026), dirigida por Marta Ruiz Gil. Cuenta los últimos días de un pueblo.\n"
    )
    assert {title: film.directors for title, film in films.items()} == {
        "No sea de sal": ("Pablo Herrera",),
        "Arcoíris en la pared": ("Ana Morales",),
        "La sombra del hielo": ("Marta Ruiz Gil",),
    }
    assert films["La sombra del hielo"].year == 2026


def test_a_capital_letter_for_an_upright_stroke() -> None:
    films = _films(
        "Salt Road\nby Anna Miller Fiction I 8’ I Greece\n\nA son visits his mother. I went along with them.\n\n"
        "Fast Horse\nby Jo Gray Documentary I 15’ I Greece\n\nThe guest house of her childhood.\n"
    )
    assert {
        title: (film.directors, film.runtime_seconds, film.countries) for title, film in films.items()
    } == {
        "Salt Road": (("Anna Miller",), 480, ("GR",)),
        "Fast Horse": (("Jo Gray",), 900, ("GR",)),
    }


def test_letters_that_a_pdf_lost_are_put_back() -> None:
    film = read_page(
        "THE SALT ROAD\nA lm by Anna Miller\nNorway, 2019, 12 min\n\nThe lmmakers walk to the sea, under lamps of 900 lm.\n"
    ).films[0]
    assert (film.title, film.directors) == ("THE SALT ROAD", ("Anna Miller",))
    assert film.synopsis == "The filmmakers walk to the sea, under lamps of 900 lm."


def test_a_festival_spot_and_the_credits_are_no_films() -> None:
    films = _films(
        "1. Festivalový spot (1 min)\n2. Salt Road (12 min)\n3. Fast Horse (20 min)\n4. Credits, thanks (5 min)\n"
    )
    assert list(films) == ["Salt Road", "Fast Horse"]


def test_two_names_for_the_section_in_one_block_of_labels_are_of_one_film() -> None:
    (film,) = read_page(
        "Doc Festival\n\nSalt... on Wheels\n\nStrand: Doc/Adventure\nDirector(s): Anna Miller, Jo Gray\nSection: UK Competition: Shorts\n"
        "Year: 2018\nCountry: United Kingdom, Nepal\nLength: 00:19:35\n\nSixteen women, nine bicycles and a pass.\n"
    ).films
    assert (film.title, film.section, film.runtime_seconds) == ("Salt... on Wheels", "Doc/Adventure", 1175)


def test_for_whom_a_film_is_rated_is_not_its_title() -> None:
    films = _films(
        "The Salt Road\n\nAnna Miller recorded those who were left, and actors move their lips.\n\n"
        "Release Details\nRated:15\nRelease date:Friday 22 October 2010\nDuration:94 mins\n\nCast and crew\nDirector:Anna Miller\n"
    )
    assert list(films) == ["The Salt Road"]
