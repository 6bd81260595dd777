"""What the page does not say surely is asked for, and signs that are no part of a value stay out of it."""

import pytest

from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading

TEXT = "A woman walks to the sea with her dog, and finds a letter there."


def _films(text: str) -> tuple[FilmReading, ...]:
    return read_page(text).films


def _titles(text: str) -> list[str]:
    return [film.title for film in _films(text)]


@pytest.mark.parametrize("sign", [".", ")"])
def test_the_numbers_of_block_and_film_before_titles_are_no_part_of_them(sign: str) -> None:
    page = "".join(
        f"1.{number}{sign} {title} (d. {name}, short feature, 19:05, HU)\n\n{TEXT}\n\n"
        for number, title, name in (
            (1, "Salt Road", "Anna Miller"),
            (2, "Ebb", "Jo Gray"),
            (3, "Fast Horse", "Ida Berg"),
        )
    )
    assert _titles(page) == ["Salt Road", "Ebb", "Fast Horse"]


def test_a_date_with_its_year_is_no_number_before_a_title() -> None:
    page = (
        f"Salt Road\n\nErscheinungsdatum:\n\n24.02. 2016\n\nLaufzeit:\n\n90 min\n\nKurzübersicht:\n\n{TEXT}\n"
    )
    assert _titles(page) == ["Salt Road"]


def test_the_file_name_of_a_picture_below_a_title_is_no_part_of_it() -> None:
    page = (
        "Di 02.10.\nSalt Road\nfoto_11.jpg\nVon Anna Miller, Italien 2018, 86 Min, Filmbeginn 19:30 Uhr\n"
        f"{TEXT}\nDi 09.10.\nEbb\nfoto_12.jpg\nVon Jo Gray, Norwegen 2017, 91 Min, Filmbeginn 19:30 Uhr\n{TEXT}\n"
    )
    assert _titles(page) == ["Salt Road", "Ebb"]


@pytest.mark.parametrize("button", ["Purchase Tickets Here", "Buy Tickets Here"])
def test_a_button_of_the_box_office_is_no_film(button: str) -> None:
    page = (
        f"Best Shorts\n\nProgramme 2\n\n{button}\n\nSaturday, January 28, 2017\n\n"
        f"SALT | Director: Anna Miller | Run Time: 17 min\n\n{TEXT}\n\n"
        f"FAST HORSE | Director: Jo Gray | Run Time: 6 min\n\n{TEXT}\n\n"
        f"EBB | Director: Ida Berg | Run Time: 10 min\n\n{TEXT}\n"
    )
    assert _titles(page) == ["SALT", "FAST HORSE", "EBB"]


@pytest.mark.parametrize("by", ["por", "di", "de", "von", "par"])
def test_names_behind_the_facts_in_brackets_are_the_directors(by: str) -> None:
    page = (
        f"Festival de cine\n\nSalt Road (Chile, 2019) {by} Anna Miller.\n\n{TEXT}\n\n"
        f"Ebb: (Argentina, 2018) {by} Jo Gray.\n\n{TEXT}\n"
    )
    assert [film.directors for film in _films(page)] == [("Anna Miller",), ("Jo Gray",)]


def test_words_behind_brackets_that_are_nobody_s_name_are_no_directors() -> None:
    page = (
        f"Films\n\nSalt Road (Chile, 2019) de Atacama Desierto Norte.\n\n{TEXT}\n\n"
        f"Ebb (Argentina, 2018)\n\n{TEXT}\n\nFast Horse (Peru, 2018)\n\n{TEXT}\n"
    )
    assert [film.directors for film in _films(page)] == [(), (), ()]


def test_a_list_with_dashes_behind_the_titles_tells_what_the_films_are_about() -> None:
    page = (
        "The first half of the program will feature:\n\nSalt Road: Back Again – mountain bikes in the desert;\n\n"
        "Ebb – a family on its winter migration;\n\nFast Horse – an ultra run, with obstacles.\n\n"
        "Following a 20-minute intermission and 10 minutes of prizes, the tour goes on.\n"
    )
    films = _films(page)
    assert [film.title for film in films] == ["Salt Road: Back Again", "Ebb", "Fast Horse"]
    assert [film.runtime_seconds for film in films] == [None, None, None]
    assert films[1].synopsis == "a family on its winter migration;"


def test_apostrophes_that_another_encoding_lost_leave_quoted_titles_whole() -> None:
    page = (
        "Cineforum:\n17 gennaio 2014 \ufffdProva d\ufffdorchestra\ufffd (1979) di Federico Fellini;\n"
        "24 gennaio 2014 \ufffdL\ufffdisola\ufffd (2006) di Pavel Lunguin;\n"
        "31 gennaio 2014 \ufffdIqbal\ufffd (1998) di Cinzia Torrini.\n"
    )
    films = _films(page)
    assert [film.title for film in films] == ["Prova d’orchestra", "L’isola", "Iqbal"]
    assert films[0].directors == ("Federico Fellini",)


def test_a_school_whose_name_breaks_off_at_a_hyphen_is_one_producer() -> None:
    (film,) = _films(
        "Salt Road\n\nRegie: Anna Miller\nProduzent: Reka Pictures / Deutsche Film- und Fernsehakademie Berlin\n"
        f"Länge: 82 min\n\n{TEXT}\n"
    )
    assert film.producers == ("Reka Pictures", "Deutsche Film- und Fernsehakademie Berlin")


def test_words_that_a_site_files_its_page_under_are_asked_about() -> None:
    page = f"Salt Road\n\nDirector: Anna Miller\nRuntime: 12 min\n{{}}: Climbing, London events\n\n{TEXT}\n"
    (filed,) = _films(page.format("Tags"))
    (kinds,) = _films(page.format("Genre"))
    assert (filed.tags, "tags" in filed.doubtful) == (("Climbing", "London events"), True)
    assert "tags" not in kinds.doubtful


def test_producers_of_single_words_among_others_are_asked_about() -> None:
    page = f"Salt Road\n\nDirector: Anna Miller\nProducer: {{}}\nRuntime: 12 min\n\n{TEXT}\n"
    (torn,) = _films(page.format("Annette, Juan, Garrafa"))
    (whole,) = _films(page.format("Eklektik Productions, Kwassa Films, RTBF"))
    assert ("producers" in torn.doubtful, "producers" in whole.doubtful) == (True, False)


@pytest.mark.parametrize(("told", "asked"), [(1, False), (2, True)])
def test_a_film_without_text_is_asked_about_where_more_than_a_quarter_have_one(
    told: int, *, asked: bool
) -> None:
    names = ["Salt Road", "Ebb", "Fast Horse", "Long Alps"]
    page = "".join(
        f"{name}\nDirector: Anna Miller | Runtime: 1{number} min | Country: France\n"
        + (f"{TEXT}\n\n" if number < told else "\n")
        for number, name in enumerate(names)
    )
    films = _films(page)
    assert [film.title for film in films] == names
    assert [bool(film.synopsis) for film in films] == [number < told for number in range(4)]
    assert ["synopsis" in film.doubtful for film in films[told:]] == [asked] * (4 - told)


def test_a_date_with_spaces_is_no_film() -> None:
    page = (
        f"Program\n\n01. 04. 2026 | Středa | 19:00\n\nEbb\n\nRežie: Blake Edwards\n\n{TEXT}\n\n"
        f"15. 04. 2026 | Středa | 19:00\n\nFast Horse\n\nRežie: Jasmila Žbanić\n\n{TEXT}\n"
    )
    assert _titles(page) == ["Ebb", "Fast Horse"]


def test_a_people_s_name_among_the_facts_is_asked_about_as_a_language() -> None:
    page = (
        f"Films\n\nSalt Road\nUSA/{{}}, 26:46, Anna Miller\n\n{TEXT}\n\nEbb\nUSA, 13:45, Jo Gray\n\n{TEXT}\n"
    )
    people, nation = (_films(page.format(name))[0] for name in ("MOHAWK", "ENGLISH"))
    assert (people.languages, "languages" in people.doubtful) == (("moh",), True)
    assert (nation.languages, "languages" in nation.doubtful) == (("en",), False)
