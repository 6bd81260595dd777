"""Pages of one film that name others: its title, and nothing told of what is only beside it."""

from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading


def the_film(page: str) -> FilmReading:
    (film,) = read_page(page).films
    return film


def test_what_stands_beside_a_film_told_with_labels_is_no_film_of_the_page() -> None:
    page = (
        "kino\nFilm   Cinemas   News   Log in\n\n"
        "Salt Road\nDrama | 1h 57m\n\nA lorry driver turns round half way there.\n\n"
        "Running time: 117 min\nDirector: Anna Ilin\nCountry: Denmark\nYear: 2020\n\n"
        "People also looked at\nEbb   Drama | 1h 56m\nAcid Lake   Drama | 2h 33m\n"
    )
    film = the_film(page)
    assert (film.title, film.runtime_seconds, film.directors) == ("Salt Road", 7020, ("Anna Ilin",))


def test_the_way_to_a_page_names_its_film() -> None:
    page = (
        "Hot Films\nFestival   Industry   Cinema   Donate\n\nHome > Films > A Sister's Road\n\nA Sister's Road\n\n"
        "World Showcase\n\nD: Anna Ilin | P: Karl Eide | Canada, Israel | 2018 | 80 min\n\n"
        "Marina wants her sister back. Tatiana wants to stay where she is.\n\n"
        "Credits\nDirector: Anna Ilin\nProducers: Karl Eide\n"
    )
    film = the_film(page)
    assert film.title == "A Sister's Road"
    assert film.producers == ("Karl Eide",)


def test_of_two_lines_above_the_facts_the_upper_one_is_the_title() -> None:
    page = (
        "THE SALT CHANNEL\nNOW PLAYING   ALL FILMS   BROWSE   SIGN IN\n\n"
        "Ebb from Five to Seven\nNorthern New Wave\n•\n1h 30m\nDirected by Anna Ilin • 1962 • France\n\n"
        "An hour and a half of an afternoon, two of them promised.\n\n"
        "Up Next in Northern New Wave\nAcid Lake\n1h 23m\nDirected by Karl Eide • 1962 • France\n"
    )
    assert the_film(page).title == "Ebb from Five to Seven"


def test_other_works_of_the_director_are_not_read() -> None:
    page = (
        "SALT ROAD\nIreland / Belgium, 2021, 74 min.\n\nA lorry driver turns round half way there and is late.\n\n"
        "DIRECTOR’S FILMOGRAPHY\n2016 Tidewrack (12 min)\n2018 Oyster Sunday (27 min)\n\n"
        "CREDITS\nDirector   Anna Ilin\nCamera   Karl Eide\n"
    )
    film = the_film(page)
    assert (film.title, film.year, film.runtime_seconds) == ("SALT ROAD", 2021, 4440)


def test_roles_joined_by_strokes_name_who_directed() -> None:
    page = (
        "Salt Road\n\nDir/Wri/Prod: Anna Ilin\nUK (2015), 3 min. 46 sec., Cert PG\n\nA lorry driver turns round.\n\n"
        "Ebb                        REGIONAL/BRITISH Premiere\n\nDir: Karl Eide, Wri: Rosa Kofler & Mira Salo, Prod: Petra Novak\n"
        "Ireland (2014), 5 min. 30 sec., Cert PG\n\nNobody goes to the beach any more.\n"
    )
    first, second = read_page(page).films
    assert (first.title, first.directors, first.producers) == ("Salt Road", ("Anna Ilin",), ("Anna Ilin",))
    assert (second.title, second.directors, second.producers) == ("Ebb", ("Karl Eide",), ("Petra Novak",))


def test_facts_behind_the_cast_are_read() -> None:
    page = (
        "Salt Road (World Premiere)\nDirector: Anna Ilin. Cast: Karl Eide, Rosa Kofler. UK 2023. 13 min.\n"
        "A lorry driver turns round half way there.\n"
    )
    film = the_film(page)
    assert (film.title, film.year, film.runtime_seconds, film.countries) == ("Salt Road", 2023, 780, ("GB",))


def test_languages_are_read_as_they_are_spoken() -> None:
    page = (
        "Salt Road\nInstruktør: Anna Ilin\nDanmark, 2025\nDCP, 28 min.\nDansk, tysk tale / engelske undertekster\n\n"
        "Ebb\nInstruktør: Karl Eide\nDanmark, 2025\nDCP, 10 min.\nDansk tale / engelske undertekster\n"
    )
    assert [film.languages for film in read_page(page).films] == [("da", "de"), ("da",)]


def test_the_original_title_in_brackets_below_is_not_the_title() -> None:
    page = (
        "THE EBB\n\n[EL REFLUJO] (original title)\n\nSpain | 90 mins | 1963 | Noir/Thriller | Dir: Anna Ilin\n\n"
        "Nobody goes to the beach any more.\n"
    )
    film = the_film(page)
    assert (film.title, film.original_title) == ("THE EBB", "EL REFLUJO")
    assert film.tags == ("Noir", "Thriller")


def test_labels_that_lost_what_parted_them_are_read() -> None:
    page = (
        "The Long Letter\nDocumentary\n\nAn old house of wood, people in it, fog in front of it.\n\n"
        "- DirectorAnna Miller\n- GenreDocumentary\n- Duration0h 20m\n- CountryNorway\n"
    )
    film = the_film(page)
    assert (film.directors, film.runtime_seconds, film.countries) == (("Anna Miller",), 1200, ("NO",))


def test_dots_may_lead_from_a_label_to_its_value() -> None:
    page = (
        "Original title ........: Havets barn\nProducer ..............: Rakel Dam\nDuration ..............: 13:07\n"
        "Director ..............: Anna Miller\nCountry of production .: Norway\n"
    )
    film = the_film(page)
    assert (film.directors, film.producers, film.countries) == (("Anna Miller",), ("Rakel Dam",), ("NO",))


def test_producers_are_told_from_co_producers_and_companies() -> None:
    page = (
        "Salt Road\nDirector: Anna Miller\nYear: 2020\nRunning time: 90 min\nProducer: Rakel Dam, Ben Page\n"
        "Co-producer: Peter Possne\nProduction company: Northwind Films\n"
    )
    assert the_film(page).producers == ("Rakel Dam", "Ben Page")


def test_a_block_of_labels_below_the_text_is_of_the_film_above() -> None:
    page = (
        "Route de sel\n\nAnna Miller\n2015, 59 minutes\n\nUn camion fait demi-tour à mi-chemin, et personne ne sait pourquoi.\n\n"
        "Production : Nord Films, Vent Productions, RTBF\nPays : Belgique, France\nLangues : français\n\n"
        "Vous aimerez aussi\nMarée basse — Ben Page — 2008 — 52 min\n"
    )
    film = the_film(page)
    assert film.title == "Route de sel"
    assert (film.countries, film.languages) == (("BE", "FR"), ("fr",))
    assert film.producers == ("Nord Films", "Vent Productions", "RTBF")


def test_roles_below_names_in_pairs_belong_to_the_name_above() -> None:
    page = (
        "Salt Road\n\n14 mins\n\nA lorry driver turns round half way there.\n\nKey cast & crew\n\n"
        "Anna Miller\nDirector, Writer\n\nRakel Dam\nProducer\n\nBen Page\nCinematographer\n\nSarah Menzies\nAs: Woman\n"
    )
    film = the_film(page)
    assert (film.directors, film.producers) == (("Anna Miller",), ("Rakel Dam",))


def test_more_at_the_end_of_a_sentence_is_no_link() -> None:
    page = "Salt Road\nDirector: Anna Miller\nCountry: Norway\nRunning time: 9 min\nNobody goes to the beach any more.\n"
    assert the_film(page).synopsis == "Nobody goes to the beach any more."
