"""What stands beside a title or a label in one line is told apart from it: countries, other roles, other headings."""

from tourdesk.library.intake.page import read_page


def test_countries_in_brackets_before_a_label_are_no_part_of_the_title() -> None:
    page = "Line-up\n\n" + "\n".join(
        f"{title} ({country}), Directed by: {name}"
        for title, country, name in (
            ("Slow Ebb", "UK", "Ann Gray"),
            ("The Ferry", "USA", "Paul Moreau"),
            ("Salt", "Kosovo", "Maria Rossi"),
        )
    )
    films = read_page(page).films
    assert [film.title for film in films] == ["Slow Ebb", "The Ferry", "Salt"]
    assert [film.countries for film in films] == [("GB",), ("US",), ("XK",)]
    assert [film.original_title for film in films] == [None] * 3


def test_a_list_goes_on_below_a_heading_of_other_films_where_its_lines_are_alike() -> None:
    line = "{} ({}), Directed by: {}"
    above = [
        ("Slow Ebb", "UK", "Ann Gray"),
        ("The Ferry", "USA", "Paul Moreau"),
        ("Salt", "Chile", "Eva Lind"),
    ]
    below = [("Lamp Oil", "France", "Marie Dupont"), ("Long Field", "Poland", "Jan Nowak")]
    parts = ["\n".join(line.format(*entry) for entry in part) for part in (above, below)]
    films = read_page(f"WORLD PREMIERES\n\n{parts[0]}\n\nOTHER FILMS\n\n{parts[1]}\n").films
    assert [film.title for film in films] == [title for title, _, _ in above + below]


def test_labels_below_a_title_with_its_country_belong_to_the_film() -> None:
    page = "\n\n".join(
        f"{title} ({country})\nDirector: {name}, Screenwriters: Sam Bell, Ida Holm\n{text}"
        for title, country, name, text in (
            (
                "Slow Ebb",
                "United Kingdom",
                "Ann Gray",
                "A soldier is offered a room in the house of a stranger.",
            ),
            ("The Ferry", "U.S.", "Paul Moreau", "A man who archives tapes finds twelve seconds too many."),
            ("Salt", "France", "Maria Rossi", "She has been told that she would make a good liar."),
        )
    )
    films = read_page(f"Midnight films announced\n\n{page}\n").films
    assert [film.title for film in films] == ["Slow Ebb", "The Ferry", "Salt"]
    assert [film.directors for film in films] == [("Ann Gray",), ("Paul Moreau",), ("Maria Rossi",)]


def test_names_below_titles_with_their_lengths_are_who_made_the_films() -> None:
    page = "\n\n".join(
        f"{title} ({length} min)\n{names}\n{text}"
        for title, length, names, text in (
            ("Slow Ebb", 9, "Anna Gray, Paul Moreau", "The tide goes out and does not come back for a year."),
            ("The Ferry", 4, "Maria Rossi", "Two brothers run the last boat across the river."),
            ("Salt", 15, "Peter Lind", "In the old works somebody still lights the lamps."),
        )
    )
    films = read_page(f"Films of the evening\n\n{page}\n").films
    assert [film.title for film in films] == ["Slow Ebb", "The Ferry", "Salt"]
    assert [film.directors for film in films] == [
        ("Anna Gray", "Paul Moreau"),
        ("Maria Rossi",),
        ("Peter Lind",),
    ]


def test_praise_with_the_name_of_the_paper_is_no_title() -> None:
    page = (
        "Hill Cinema\n\nTHE SLOW EBB\nDirected by Ann Gray\nFriday, April 25, 7:30 pm\n\n"
        "“The tide tells what no boat does.” —The Evening Paper\n\n"
        "Ann Gray left the island as a girl when the war came, and now looks for a photograph. "
        "2013, Norway, DCP, 95 minutes.\n"
    )
    assert [film.title for film in read_page(page).films] == ["THE SLOW EBB"]


def test_the_director_named_by_a_label_is_not_the_title_of_the_only_film() -> None:
    page = (
        "Hill Cinema\n\n2019\nShort Cuts\n\nThis Ebb Runs Deep\nAsia Lindgren\n\nCANADA | 2019 | English | 16m\n\n"
        "Seven of them speak; the needle does too, and nobody looks away from it.\n\n"
        "Credits\nDirector\nAsia Lindgren\nProducers\nKyle Brandt\n\n"
        "Asia Lindgren is a director from Vancouver. Films: In the Valley (18, short).\n"
    )
    assert [film.title for film in read_page(page).films] == ["This Ebb Runs Deep"]


def test_a_country_that_no_sign_parts_from_the_director_is_no_part_of_the_name() -> None:
    page = (
        "Slow Ebb\nDirected by Ann Gray India 2014 Animation 14m\nA mother waits at the station all night.\n\n"
        "The Ferry\nDirected by Paul James Moreau UK, Poland, 2013, 7 mins\nTwo brothers run the last boat.\n\n"
        "Salt\nDirected by Paul England 2015 Animation 9m\nSomebody still lights the lamps.\n"
    )
    films = read_page(page).films
    assert [film.directors for film in films] == [("Ann Gray",), ("Paul James Moreau",), ("Paul England",)]
    assert [film.countries for film in films] == [("IN",), ("GB", "PL"), ()]


def test_neither_a_day_nor_the_festival_itself_is_a_section() -> None:
    page = (
        "Film Program: 2022 River and Sky Film Festival\n\nLive Program: Fri, Jan 21, 7-9pm\n\n"
        "Slow Ebb (4 min)\nThe Ferry (10 min)\nSalt (14 min)\n"
    )
    films = read_page(page).films
    assert [film.title for film in films] == ["Slow Ebb", "The Ferry", "Salt"]
    assert {film.section for film in films} == {None}


def test_who_plays_is_no_title_of_a_card_of_labels() -> None:
    page = "\n".join(
        f"{title}\nDienstag den 11.11. um 20.00 Uhr\nHauptdarsteller\t{cast}\nRegie\t{name}\nSpieldauer\t{minutes} Minuten\n"
        "Ein Mann kommt an einen Ort, an dem ihn niemand kennt."
        for title, cast, name, minutes in (
            ("Inselzeit", "Sam Bell, Ida Holm", "Anna Lind", 121),
            ("Zucker", "Paul Roth, Eva Kern", "Luis Maurer", 90),
        )
    )
    films = read_page(page).films
    assert [film.title for film in films] == ["Inselzeit", "Zucker"]
    assert [film.directors for film in films] == [("Anna Lind",), ("Luis Maurer",)]


def test_messages_of_a_chat_without_the_year_are_read_as_their_words() -> None:
    page = (
        "[12/03, 21:14] Ana: the order for now:\n[12/03, 21:15] Ana: 1) Slow Ebb – Ann Gray – 5m\n"
        "2) The Ferry – Paul Moreau – 3m\n[12/03, 21:20] Luis: 3) Salt – Maria Rossi – 12m\n"
    )
    assert [film.title for film in read_page(page).films] == ["Slow Ebb", "The Ferry", "Salt"]


def test_a_label_that_is_left_empty_is_no_title() -> None:
    page = "\n".join(
        f"{title}\nDienstag den 11.11. um 20.00 Uhr\nHauptdarsteller\t{cast}\nRegie\t{name}\nSpieldauer\t{minutes} Minuten\n"
        "Ein Mann kommt an einen Ort, an dem ihn niemand kennt."
        for title, cast, name, minutes in (
            ("Inselzeit", "Sam Bell, Ida Holm", "Anna Lind", 121),
            ("Schwarzer Zucker, Rotes Blut", "", "Luis Maurer", 90),
        )
    )
    assert [film.title for film in read_page(page).films] == ["Inselzeit", "Schwarzer Zucker, Rotes Blut"]


def test_producers_go_on_below_a_comma_with_a_company() -> None:
    page = (
        "Slow Ebb / Powolny odpływ\n\nDocumentary. Year: 2015. 15 minutes.\n\nDirector: Anna Gray\n"
        "Producers: Filmhouse of the North - Studio Mun,\nStudio Puk Eva Lind\n\nA stone is moved from here to there all day.\n"
    )
    (film,) = read_page(page).films
    assert film.producers == ("Filmhouse of the North - Studio Mun", "Studio Puk Eva Lind")


def test_the_language_of_subtitles_is_not_spoken_where_a_stroke_lists_two() -> None:
    page = (
        "Slow Ebb\n\nDirector: Anna Gray\n\nUnited Kingdom / Congo, 2014 | Documentary, 97min. | "
        "English / French / Swahili with Arabic / English Subtitles, HDCAM\nSoldiers, a company, hidden cameras. And apes.\n"
    )
    (film,) = read_page(page).films
    assert film.languages == ("en", "fr", "sw")


def test_two_words_are_what_a_film_is_about_where_the_others_are_told_there() -> None:
    page = "Short ones\n\n" + "\n\n".join(
        f"{title} | 2018 | {minutes} min\n{told}"
        for title, minutes, told in (
            ("Slow Ebb", 4, "You find people where you do not look for them."),
            ("The Ferry", 3, "The loudest fans that anybody ever saw."),
            ("Salt", 2, "Mad skills."),
        )
    )
    assert [film.synopsis for film in read_page(page).films][-1] == "Mad skills."
