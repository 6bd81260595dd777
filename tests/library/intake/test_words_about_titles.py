"""What stands about a title is told apart from it: what it is shown at, who may see it, whom it is owed, roles."""

import pytest

from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.titles import bare_title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Alpine Film Festival: Slow Ebb", "Slow Ebb"),
        ("CE: Online Film Screening: Slow Ebb", "Slow Ebb"),
        ("Pokaz specjalny: Slow Ebb", "Slow Ebb"),
        ("KINO Z PASJĄ: „Slow Ebb”", "Slow Ebb"),
        ("Slow Ebb Cert 15", "Slow Ebb"),
        ("Slow Ebb cert 12A (subtitled)", "Slow Ebb"),
        ("3.“Slow Ebb”", "Slow Ebb"),
        ("2.SLOW EBB", "SLOW EBB"),
        ("Ebb: The Slow One", "Ebb: The Slow One"),
        ("Festival: A Film", "Festival: A Film"),
    ],
)
def test_a_title_is_told_without_what_is_about_it(words: str, title: str) -> None:
    assert bare_title(words)[0] == title


@pytest.mark.parametrize(
    "line",
    ["Thanks to Cinehall", "With the support of the town of Leura", "Go to FaceBook page", "Events Calendar"],
)
def test_thanks_and_buttons_are_no_titles(line: str) -> None:
    page = (
        "Riverhall\nWhat's On   Shop   Eat   Plan your visit\n\nAlpine Film Festival: Slow Ebb\n\n"
        f"A pilgrim walks for a year and says nothing to anybody on the way.\n\n{line}\n\n1h 55min\nDirector: Ann Gray\n"
    )
    assert [film.title for film in read_page(page).films] == ["Slow Ebb"]


def test_the_only_film_is_not_called_like_its_site() -> None:
    page = (
        "Naturalists of the Plains\n\nAbout   Join   Volunteer   Donate\n\nEvents Calendar\n\n"
        "CE: Online Film Screening: Slow Ebb\n\nJune 13, 2020   8:00 pm\n\nFILM SUMMARY\n"
        "Three rivers, and the people who drink from them.\nYear: 2019 // Time: 90 min // Director: Ann Gray\n"
    )
    (film,) = read_page(page).films
    assert (film.title, film.year, film.runtime_seconds) == ("Slow Ebb", 2019, 5400)


def test_a_role_that_lost_its_space_behind_two_strokes() -> None:
    page = (
        "A NEW TIDE (UK Premiere) //Dir.Ann Gray, US, 3m44\n\nA company promises a life and owes an apology.\n\n"
        "FERRY //Dir.Paul Moreau & Eva Lind, Canada, 8m\n\nTwo brothers run the last boat across the river.\n\n"
        "SALT //Dir.Maria Rossi, Spain, 12m52\n\nIn the old works somebody still lights the lamps.\n"
    )
    films = read_page(page).films
    assert [film.title for film in films] == ["A NEW TIDE", "FERRY", "SALT"]
    assert [film.runtime_seconds for film in films] == [224, 480, 772]
    assert [film.directors for film in films] == [
        ("Ann Gray",),
        ("Paul Moreau", "Eva Lind"),
        ("Maria Rossi",),
    ]


def test_subjects_behind_two_strokes_are_no_titles() -> None:
    page = "\n\n".join(
        f"{title}\n\n// {subject}\n\n{told}\n\nFilm information\n\nLength: {minutes} min\nDirection: {name}\nProduction: 2022, Norway"
        for title, subject, told, minutes, name in (
            ("Slow Ebb", "Environment", "Is there money in a river that nobody dams?", 18, "Ann Gray"),
            (
                "Ferry",
                "River Surfing // Portrait",
                "The standing wave and nothing in the way.",
                9,
                "Paul Moreau",
            ),
            ("Salt", "Big Waves", "Somebody looks for the wave that nobody else wants.", 25, "Maria Rossi"),
        )
    )
    assert [film.title for film in read_page(page).films] == ["Slow Ebb", "Ferry", "Salt"]


def test_who_may_see_a_film_parts_its_title_from_the_day() -> None:
    page = (
        "Special Events\n\nSlow Ebb (15) 10 November 2019, 8.00 pm.\n\nDirs: Ann Gray, Paul Moreau, USA, 2018, 135 mins\n\n"
        "Two climbers went up, and one of them had lost a finger.\n\n"
        "I Was There, but... (U) 09 Feb 2020, 8.00 pm.\n\nDir:  Maria Rossi, Italy, 1932, 100 mins. Silent.\n\n"
        "Two boys look up to their father until they see him at work.\n"
    )
    films = read_page(page).films
    assert [film.title for film in films] == ["Slow Ebb", "I Was There, but..."]
    assert [film.directors for film in films] == [("Ann Gray", "Paul Moreau"), ("Maria Rossi",)]


def test_a_word_of_headings_is_a_title_where_who_directed_it_follows() -> None:
    page = (
        'I finalisti:\nCentro Barca, regia di Anna Selo (2016 – 16′)\nHome, regia di Andrea Moneta (2016 – 7′ 50")\n'
        'Orbita, regia di Carla Pich (2015 – 3′ 48")\n'
    )
    assert [film.title for film in read_page(page).films] == ["Centro Barca", "Home", "Orbita"]


def test_two_labels_with_a_year_each_are_of_one_film() -> None:
    page = (
        "Slow Ebb\n\nDirected by: Ann Gray\nReleased: 2019 (educational)\nYear of Production: 2018\nRunning Time: 75 min\n"
        "Language: English\n\nA judge starts a running club, and lives begin to change.\n"
    )
    (film,) = read_page(page).films
    assert film.runtime_seconds == 4500
    assert "year" in film.doubtful


def test_a_title_in_three_languages_is_no_running_text() -> None:
    page = (
        "Block of competition films III (93 min.)\n\n"
        "Prepáčte, hľadám stolnotenisovú miestnosť a svoju priateľku / Entschuldigung, ich suche den Tischtennisraum "
        "und meine Freundin / Excuse Me, I am Looking for the Ping-pong Room and My Girlfriend\n\n"
        "fiction / 2018 / Austria, Germany / col. / 23 min.\n\nDirector: Anna Weng\nEditor: Rupert Holl\n\n"
        "Two people on a wellness holiday; one of them is gone.\n\n"
        "Šarkan / The Kite\n\nanimated / 2019 / Slovakia, Poland / col. / 13 min.\n\nDirector: Marta Smat\nEditor: Lucia Nova\n\n"
        "A boy, his grandfather and a kite, made of cloth.\n"
    )
    first, second = read_page(page).films
    assert first.title.startswith("Prepáčte, hľadám")
    assert first.directors == ("Anna Weng",)
    assert second.title == "Šarkan / The Kite"


def test_lines_that_ruled_ones_parted_are_lines_again() -> None:
    page = (
        "Agenda\nPROGRAMA ____________ SINTOMA DE MAR de Carlos Melo 15 minutos, 2015 Isabel compra um teste e não diz nada. "
        "_ MARASMO de Anna Lour 12 minutos, 2015 José conduz camiões e já quase não sente nada. "
        "_ TU de Hugo Pinto 10 minutos, 2016 Apaixonar-se era a última coisa que queria.\nEntrada livre\n"
    )
    films = read_page(page).films
    assert [film.title for film in films] == ["SINTOMA DE MAR", "MARASMO", "TU"]
    assert [film.runtime_seconds for film in films] == [900, 720, 600]
