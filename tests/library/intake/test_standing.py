"""What is a film of the page and what is not: other films, talks, showings; and which line names the only one."""

import pytest

from tourdesk.library.intake.page import read_page


def titles(page: str) -> list[str | None]:
    return [film.title for film in read_page(page).films]


ABOUT = (
    "A lorry driver turns round half way there, and nobody at the depot wants to know what it was about.\n"
)


@pytest.mark.parametrize(
    "heading", ["Quem viu este também viu", "同時期上映", "Kapcsolódó", "Другая программа"]
)
def test_films_in_a_line_each_below_a_heading_are_not_the_pages(heading: str) -> None:
    page = (
        "Salt Road\nDirector: Anna Ilin\nYear: 2020\nCountry: Denmark\nRunning time: 83 min\n\n"
        f"{ABOUT}\n{heading}\nEbb – 1988 – 13 min – Karl Eide\nAcid Lake – 2009 – 24 min – Rosa Kofler\n"
    )
    assert titles(page) == ["Salt Road"]


def test_a_line_up_with_a_text_for_each_film_is_read_whole_below_its_headings() -> None:
    page = (
        f"Salt Road\nDenmark, 2020, 83 min, Anna Ilin\n{ABOUT}\n"
        f"Late programme\nEbb\nNorway, 2019, 13 min, Karl Eide\n{ABOUT}\n"
    )
    assert titles(page) == ["Salt Road", "Ebb"]


@pytest.mark.parametrize(
    "talk",
    [
        "Entrevista: Anna Ilin por Rosa Kofler (4 min)",
        "Rozhovor s Anna Ilin 20 min",
        "Ein Abend mit Anna Ilin (30 Min.)",
    ],
)
def test_a_talk_with_who_made_a_film_is_no_film(talk: str) -> None:
    page = (
        "“Salt Road”\nDirector: Anna Ilin. Portugal, 2012, 22 min\nTwo friends and a beach in autumn.\n\n"
        "“Ebb”\nDirector: Karl Eide. Portugal, 2014, 10 min\nNobody goes to the beach any more.\n\n"
        f"{talk}\n"
    )
    assert titles(page) == ["Salt Road", "Ebb"]


def test_what_the_director_made_before_is_no_film_of_the_page() -> None:
    page = (
        "SALT ROAD\nA film by Anna Ilin\nUS, 2005, 68 minutes, English\n\n"
        f"{ABOUT}\nABOUT FILMMAKER(S)\nAnna Ilin\nAnna Ilin has directed Ebb of the Tide (2004, 7 min) and Acid Lake (2007).\n"
    )
    assert titles(page) == ["SALT ROAD"]


def test_labels_below_the_text_are_told_of_the_same_film() -> None:
    page = (
        f"Salt Road\n\nAnna Ilin\n2015, 59 minutes\n\n{ABOUT}\nOur view\n“Never does the camera leave this face.”\n"
        "Rosa Kofler, head of programme\n\nCountries: Belgium, France\nLanguages: French\n"
    )
    (film,) = read_page(page).films
    assert (film.title, film.countries, film.runtime_seconds) == ("Salt Road", ("BE", "FR"), 3540)


def test_a_session_with_its_clock_and_length_is_no_film() -> None:
    page = "".join(
        f"{title}\n{minutes} mins  |  Director: {name}\nNobody goes to the beach any more.\n\n"
        for title, minutes, name in (
            ("SALT ROAD", 25, "Anna Ilin"),
            ("EBB", 6, "Karl Eide"),
            ("ACID LAKE", 22, "Rosa Kofler"),
        )
    )
    assert titles(page + "CHILDREN'S SESSION\n10.30am, 50 mins, all films G.\n") == [
        "SALT ROAD",
        "EBB",
        "ACID LAKE",
    ]


def test_a_festival_with_its_year_between_title_and_facts_is_not_the_title() -> None:
    page = (
        "Institute of Salt\nFestivals  Labs  People  Search\n\nHome / Films / Salt Road\n\nSALT ROAD\n\n"
        "2016 Salt Film Festival\n\nDirector: Anna Ilin\nYear: 2016   Country: Denmark   Run Time: 13 min\n\n"
        "Institute History\n2016 Salt Film Festival\n\nA lorry driver turns round half way there.\n"
    )
    assert titles(page) == ["SALT ROAD"]


def test_a_word_that_stands_alone_among_the_credits_is_not_the_title() -> None:
    page = (
        "La marea\nArtículo  Discusión  Leer  Editar  Ver historial\n\nFicha técnica\nDirección\nAna Ilín\n"
        "País\nEspaña\nAño\n1973\nDuración\n97 minutos\nProductora\nElías Eide PC\nDistribución\nMareas Distribución\n\n"
        "La marea es una película española de 1973 dirigida por Ana Ilín, su primer largometraje.\n"
    )
    assert titles(page) == ["La marea"]


def test_a_venue_and_a_day_between_title_and_facts_are_not_the_title() -> None:
    page = (
        "Salt Art Center\nVisit  Calendar  Exhibitions  Collections  Shop\n\nFilms with Vision 2004\n\n"
        "In the Company of Gulls\n\nSaturday, March 6, 2004, 1 pm\n\nSalt Art Center Auditorium, Free\n\n"
        "Actors on what it takes; directed by Anna Ilin. Discussion to follow. 2004, US, color, video, 90 minutes.\n"
    )
    assert titles(page) == ["In the Company of Gulls"]


def test_a_region_that_a_stroke_joins_to_a_country_is_not_the_title() -> None:
    page = (
        "Films from the North\n\nTundra – The Watchers\n\nSápmi/Norge 2023\nRegi: Anna Ilin\nSpilletid: 1 t 35 min\n\n"
        f"{ABOUT}"
    )
    assert titles(page) == ["Tundra – The Watchers"]


def test_of_facts_in_two_blocks_the_line_above_the_fuller_one_is_the_title() -> None:
    page = (
        "Salt Meridian\nInternational Film Festival of the Coasts\n\nArchive / 2011 / In short...\n\nIn short... 2010\n\n"
        "Director: Anna Ilin (New Zealand)\n\nGraduated from the film school in 2007 and made two short films since then.\n\n"
        "Television\nNew Zealand,  2010,  3 min.\nCast: Karl Eide\n\nA man comes out of the sea. There is something he wants to see.\n"
    )
    assert titles(page) == ["Television"]


def test_a_visit_with_its_day_takes_no_line_above_for_its_title() -> None:
    page = (
        "Les Longues Marées\nde Claire Morvan\nFrance - 2020 - 1h38 - VF\n\nAvec Paul Kerjean, Anne Le Goff\n\n"
        "Une gardienne de phare reçoit chaque hiver la même lettre. Cette année, elle décide de répondre.\n\n"
        "Séances\njeudi 12 mars 20h30 (suivie d'une rencontre, 45 min)\n\n"
        "Dans la même salle\nLe Grand Large – 1h52\nPetit Port – 0h52\n"
    )
    assert titles(page) == ["Les Longues Marées"]


def test_east_asian_texts_say_as_much_in_fewer_signs() -> None:
    page = (
        "シネマ港\n上映作品  スケジュール  料金  アクセス\n\n『長い潮』\n\n2019年/日本/カラー/98分\n\n監督:山田花子\n\n"
        "灯台守の女のもとに、毎年冬に同じ手紙が届く。今年、彼女は返事を書くことにした。\n\n"
        "3/4(土) 14:00 上映後トーク 山田花子(30分)\n\n次回上映\n『雪』 102分\n『港』 88分\n"
    )
    assert titles(page) == ["長い潮"]


def test_the_last_film_of_a_line_up_is_no_other_film_for_its_short_text() -> None:
    names = (("Salt Road", "Anna Ilin", 13), ("Acid Lake", "Karl Eide", 20), ("Finale", "Rosa Kofler", 25))
    page = "".join(
        f"{title}\n\n{title}\n\n{name} / Denmark / 2024 / {minutes} min\n\n{ABOUT if title == 'Salt Road' else 'A band plays.'}\n\n"
        for title, name, minutes in names
    )
    assert titles(page) == ["Salt Road", "Acid Lake", "Finale"]


def test_a_talk_before_the_other_films_is_no_film_either() -> None:
    page = (
        "Długi przypływ\nreż. Anna Morska\nPolska, Litwa 2021, 94 min\n\n"
        "Latarniczka każdej zimy dostaje ten sam list. W tym roku postanawia odpisać.\n\n"
        "Wiek: 12+\nPo seansie rozmowa z reżyserką (40 min)\n\nW tym tygodniu gramy także\nSól (88 min)\nŚnieg (102 min)\n"
    )
    assert titles(page) == ["Długi przypływ"]
