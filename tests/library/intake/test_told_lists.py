"""Pages that tell of films without their facts, and what of a site's own furniture is no film."""

import pytest

from tourdesk.library.intake.page import read_page

LISTS = {
    "brackets": "Diese Filme stehen auf dem Programm:\n\n"
    "  • Salt Road (Kletterfilm über eine lange Wand in Patagonien)\n"
    "  • Fast Horse (Film über vier Freunde, die auf Pferden reiten)\n"
    "  • Naïs (Porträt über eine Läuferin und ihren Hund)\n",
    "capitals": "Die gezeigten Filme:\nSALT ROAD Anna Miller nimmt Kurs auf einen Berg\n"
    "FAST HORSE Jo Gray zeigt, dass das Leben kein Alter kennt\nNAÏS Eine Läuferin im Portrait mit ihrem Hund\n",
    "colons": "Programmation\n\nSalt Road : Ce film raconte la longue route du sel et ses marchands.\n\n"
    "Fast Horse : Anna Miller, France 2013 – Le docteur cherche un cheval très rapide.\n\n"
    "Naïs : Une coureuse et son chien découvrent les montagnes.\n",
}


def _titles(text: str) -> list[str]:
    return [film.title for film in read_page(text).films]


@pytest.mark.parametrize("shape", LISTS)
def test_a_list_of_titles_with_what_they_are_about_is_a_list_of_films(shape: str) -> None:
    page = read_page(LISTS[shape])
    assert [title.casefold() for title in _titles(LISTS[shape])] == [
        "salt road",
        "fast horse",
        "naïs",
    ]
    assert all(film.synopsis for film in page.films)


def test_names_year_and_country_before_the_words_of_a_list_are_read() -> None:
    film = read_page(LISTS["colons"]).films[1]
    assert (film.year, film.directors, film.countries) == (2013, ("Anna Miller",), ("FR",))


def test_a_list_under_no_word_of_films_is_none() -> None:
    page = read_page(LISTS["brackets"].replace("Filme stehen auf dem Programm", "Touren gehen wir im Juni"))
    assert not page.films


def test_paragraphs_that_each_name_one_film_in_quotation_marks_are_films() -> None:
    text = (
        "The festival is back in town\n\n"
        "The longest film is “Bear Hill”, which follows grizzly bears through one long winter.\n\n"
        "A French film, “Follow the Wind”, features balloons over a desert that few people know.\n\n"
        "Another French film, “Slowly” is a 13 minute exploration of how an athlete learns to walk.\n"
    )
    assert _titles(text) == ["Bear Hill", "Follow the Wind", "Slowly"]


ENTRIES = (
    "The Sculptor\n\n{odd}2016 Austria / Duration: 12 mins\nDirected by: Anna Miller\n\nA man models a house out of clay and waits.\n\n"
    "Salt Road\n\n2016 USA / Duration: 15 mins\nDirected by: Lacy Kemp\n\nA road through the desert, and those who live on it.\n\n"
    "Fast Horse\n\n2015 USA / Duration: 39 mins\nDirected by: Ben Page\n\nFour men and sixteen horses cross a continent.\n"
)


def test_the_name_of_a_picture_file_above_the_facts_is_no_title() -> None:
    odd = "MF15-STILL-The Sculptor-1.jpg\n\n"
    assert _titles(ENTRIES.format(odd=odd)) == ["The Sculptor", "Salt Road", "Fast Horse"]


def test_a_session_from_one_hour_to_another_is_no_film() -> None:
    told = (("O Barco", "Ana Lima", 17), ("Fome", "Rui Dias", 6), ("O Leão", "Eva Reis", 11))
    films = [
        f"{title} | Dir. {name} / Animação / 2020 / {minutes}’\n{title} é uma história contada com cuidado.\n"
        for title, name, minutes in told
    ]
    text = f"1ª Sessão, 16h30 - 17h21 (51 minutos)\n{films[0]}{films[1]}2ª Sessão, 17h30 - 18h18 (48 minutos)\n{films[2]}"
    assert _titles(text) == ["O Barco", "Fome", "O Leão"]


def test_a_block_by_various_directors_is_no_film_beside_its_films() -> None:
    text = (
        "Short Film Day\n\nDiverse Regisseurs - NL - 2023 - 84 minuten\n\n"
        "Salt Road (Thalia de Jong, NL 2022, animatie, 3’) Een man zoekt zijn weg door het zout.\n\n"
        "Fast Horse (Eva Bakker, BE 2023, animatie, 9’) Een paard loopt harder dan de wind.\n"
    )
    assert _titles(text) == ["Salt Road", "Fast Horse"]


def test_a_title_that_looks_like_sentences_is_one_where_the_other_films_have_theirs() -> None:
    entry = "{title}\nRegie: {name} | 15 min | Dokumentation | Deutschland | 2021\nEin Film über das Leben in einem kleinen Ort.\n"
    names = ("Anna Miller", "Lacy Kemp", "Ben Page", "Jo Gray")
    titles = ["Alles ist tot. Lang lebe alles!", "Schlafende Hunde", "Haus am Hang", "Für Immer"]
    text = "Filmprogramm als PDF (bald)\n" + "".join(
        entry.format(title=title, name=name) for title, name in zip(titles, names, strict=True)
    )
    assert _titles(text) == titles


def test_the_parts_of_a_programme_are_one_list() -> None:
    text = (
        LISTS["brackets"]
        + "\nFilme am zweiten Abend:\n\n"
        + LISTS["brackets"]
        .partition("\n\n")[2]
        .replace("Salt Road", "Gate B")
        .replace("Fast Horse", "Snowblind")
        .replace("Naïs", "Winterlight")
    )
    assert _titles(text) == ["Salt Road", "Fast Horse", "Naïs", "Gate B", "Snowblind", "Winterlight"]


def test_who_wrote_the_book_of_a_film_did_not_direct_it() -> None:
    text = (
        "Touching the Wall\nTheatrical release poster\nDirected by\tAnna Miller\nBased on\tTouching the Wall\nby Ann Gray\n"
        "Running time\t107 minutes\nCountry\tUnited Kingdom\n\nTouching the Wall is a film of two climbers on a face.\n"
    )
    (film,) = read_page(text).films
    assert (film.title, film.directors, film.runtime_seconds) == (
        "Touching the Wall",
        ("Anna Miller",),
        107 * 60,
    )


def test_films_that_running_text_names_with_who_made_them_are_films() -> None:
    page = read_page(
        "La programación contempla cinco películas nacionales.\n\n"
        "Se proyectarán los documentales “Ruta de sal”, de Ana Morales, sobre un viaje al mar, y “Cabra: Alta en la pared”, "
        "de Pablo Herrera, donde una cabra sube; y “Hielo sin fin”, de Marta Ruiz, sobre un invierno.\n"
    )
    assert [film.title for film in page.films] == ["Ruta de sal", "Cabra: Alta en la pared", "Hielo sin fin"]
    assert [film.directors for film in page.films] == [("Ana Morales",), ("Pablo Herrera",), ("Marta Ruiz",)]
    assert all(film.synopsis for film in page.films)


def test_titles_that_open_their_paragraphs_in_quotation_marks_are_films() -> None:
    text = (
        "The four short films have to do with water.\n\n"
        "“Salt Road” follows a guide who explains the river.\n\n“Fast Horse” shows farmers at one table.\n\n"
        "In “Still Water” a teacher fights a dam.\n\n“Naïs” follows a fisher and her boat.\n"
    )
    assert _titles(text) == ["Salt Road", "Fast Horse", "Still Water", "Naïs"]


def test_what_people_say_is_no_list_of_films() -> None:
    text = (
        "News of our film club.\n\n“A wonderful evening” said the mayor of the town.\n\n"
        "“Nobody left early” says the baker at the corner.\n\n“We come again” said all the others.\n"
    )
    assert _titles(text) == []


ANNOUNCED = {
    "a number of films": "In diesem Jahr werden folgende zehn Filme gezeigt, hier die ersten.\n\n",
    "a colon": "Av filmerna på årets turné kan nämnas:\n\n",
    "two words": "The films:\n\n",
}


@pytest.mark.parametrize("announced", ANNOUNCED)
def test_titles_over_a_text_each_below_a_line_that_announces_films_are_films(announced: str) -> None:
    text = (
        f"{ANNOUNCED[announced]}Eternal Snow (Special Mention)\nTwo brothers try a long route on a tower of ice.\n\n"
        "300 Nights\nA man stays for three hundred nights on one island, alone.\n"
    )
    page = read_page(text)
    assert [film.title for film in page.films] == ["Eternal Snow", "300 Nights"]
    assert all(film.synopsis for film in page.films)


def test_headings_over_texts_without_that_line_are_no_films() -> None:
    text = (
        "Our town in winter.\n\nThe Old Bridge\nThe bridge was built by three brothers and a horse.\n\n"
        "The Mill\nThe mill stands still since the flood took its wheel away.\n\nThe School\nIt opens at eight in the morning.\n"
    )
    assert _titles(text) == []


def test_a_title_with_a_colon_of_its_own_is_whole_in_a_list() -> None:
    text = (
        "Die Filme im Überblick\n- Anna Miller: First In, Last Out: Porträt einer Fotografin, die selbst im Wasser liegt.\n"
        "- A Different Horse: Drei Brüder wollen über den Pazifik rudern.\n- The Last Ride: Eine Frau und ein Rad in den Bergen.\n"
    )
    assert _titles(text) == ["Anna Miller: First In, Last Out", "A Different Horse", "The Last Ride"]


def test_titles_between_semicolons_of_one_sentence_are_films() -> None:
    page = (
        "Far North in for a treat\n\nTen short movies ride into the region.\n\n"
        "The movies on show will be: Building the Bison; Double Alp; HAZEL: From Darkness, A Trail Story; "
        "Ride: A Short film about cycling and Undeniably Old: Nora Gray & the Six-Day Race.\n\n"
        "Now in its 10th year, the night has one goal, its curator said.\n"
    )
    assert [film.title for film in read_page(page).films] == [
        "Building the Bison",
        "Double Alp",
        "HAZEL: From Darkness, A Trail Story",
        "Ride: A Short film about cycling",
        "Undeniably Old: Nora Gray & the Six-Day Race",
    ]


def test_things_between_semicolons_are_films_only_where_the_sentence_says_so() -> None:
    page = "The hall\n\nBring with you: Warm Clothes; Good Shoes; A Lamp; Something to Eat and Friends.\n"
    assert not read_page(page).films


@pytest.mark.parametrize("rest", ["...", ".", ";", "; ; ;"])
def test_a_sentence_that_announces_films_and_breaks_off_is_no_list(rest: str) -> None:
    assert not read_page(f"The movies on show will be: {rest}\n\nMore about them next week.\n").films


def test_titles_behind_the_times_from_and_to_are_films_without_a_length() -> None:
    page = (
        "Filmový festival se vrací do muzea\n\nPromítne se pět snímků.\n\nBlok 1\n\n17:30 – 17:35 Zahájení\n\n"
        "17:35 – 17:50 The Salt Game\n\n17:50 – 18:05 Tamara\n\n18:05 – 18:35 High tide\n\n18:35 – 19:00 Přestávka\n\n"
        "Blok 2\n\n19:00 – 19:20 Návrat do údolí\n\n20:00 Plánovaný konec\n\nŠtítky: festival, muzeum\n"
    )
    films = read_page(page).films
    assert [film.title for film in films] == ["The Salt Game", "Tamara", "High tide", "Návrat do údolí"]
    assert [film.runtime_seconds for film in films] == [None] * 4
