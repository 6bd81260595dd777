"""Entries that a page tells alike: what one of them leaves open, the others say."""

from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading


def films(page: str) -> list[FilmReading]:
    return list(read_page(page).films)


def titles(page: str) -> list[str]:
    return [film.title for film in films(page)]


def test_the_day_before_a_title_is_no_part_of_it() -> None:
    page = (
        "Saturday 2 March SALT ROAD (cert 12A) 1 hour 45 mins. A lorry driver turns round half way.\n\n"
        "Friday 15 March  FILM NIGHT: EBB AND AFTER (cert U) 1 hour 28. Nobody goes to the beach any more.\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["SALT ROAD", "EBB AND AFTER"]
    assert [film.runtime_seconds for film in found] == [6300, 5280]
    assert found[1].synopsis == "Nobody goes to the beach any more."


def test_the_prize_before_a_title_is_no_part_of_it() -> None:
    page = (
        "AUDIENCE AWARD SHORT FILM: Salt Road, Anna Ilin, BE 2018, 13’46”\n"
        "BEST FILM: Ebb, Karl Eide, CZ 2019, 14’44”\n"
        "HIGH RISK: Acid Lake, Petra Novak, PL 2019, 26’16”\n"
    )
    assert titles(page) == ["Salt Road", "Ebb", "Acid Lake"]
    assert [film.directors for film in films(page)] == [("Anna Ilin",), ("Karl Eide",), ("Petra Novak",)]


def test_decimals_that_are_no_quarters_are_minutes_and_seconds_on_the_whole_page() -> None:
    page = (
        "Salt Road\nUK Dir. Anna Ilin 8.45 mins\nA lorry driver turns round half way there.\n\n"
        "Ebb\nPortugal Dir. Karl Eide 3.49 mins\nNobody goes to the beach any more.\n\n"
        "Acid Lake\nSpain Dir. Petra Novak 10.12 mins\nA swimmer comes back with green hair.\n"
    )
    found = films(page)
    assert [film.runtime_seconds for film in found] == [525, 229, 612]
    assert [film.countries for film in found] == [("GB",), ("PT",), ("ES",)]


def test_decimals_beside_more_than_sixty_hundredths_are_parts_of_a_minute() -> None:
    page = (
        "SALT ROAD – 36.58 minutes – by Anna Ilin – from Norway\nEBB – 10.68 minutes – by Karl Eide – from Spain\n"
        "ACID LAKE – 2.30 minutes – by Petra Novak – from France\n"
    )
    assert [film.runtime_seconds for film in films(page)] == [2195, 641, 138]


def test_a_single_decimal_that_may_mean_hours_is_doubtful() -> None:
    (film,) = films("Salt Road\nDirector: Anna Ilin\nCountry: Norway\nRunning time: 1.45 min\n")
    assert film.runtime_seconds == 6300
    assert "runtime" in film.doubtful


def test_a_single_decimal_that_may_be_a_clock_is_doubtful_and_a_quarter_is_not() -> None:
    page = "Salt Road\nDirector: Anna Ilin\nCountry: Norway\nRunning time: {} min\n"
    (clock,), (quarter,) = films(page.format("8.45")), films(page.format("8.25"))
    assert "runtime" in clock.doubtful
    assert "runtime" not in quarter.doubtful
    assert quarter.runtime_seconds == 495


def test_a_number_that_ends_every_entry_is_its_length() -> None:
    page = (
        "Salt Road   UK   Dir. Anna Ilin  7.20\nA lorry driver turns round half way there.\n\n"
        "Ebb   Spain   Dir. Karl Eide   9.45\nNobody goes to the beach any more.\n\n"
        "Acid Lake   France   Dir Petra Novak   16.57\nA swimmer comes back with green hair.\n"
    )
    found = films(page)
    assert [film.runtime_seconds for film in found] == [440, 585, 1017]
    assert [film.directors for film in found] == [("Anna Ilin",), ("Karl Eide",), ("Petra Novak",)]


def test_clocks_behind_titles_that_are_all_in_the_day_are_when_films_begin() -> None:
    page = (
        "Thursday 26 December\nSalt Road (NTR) - 15:40\nNorway, 2008. Director: Anna Ilin\nA lorry driver turns round.\n\n"
        "Ebb (KRO) - 17:00\nIsrael, 2012. Director: Karl Eide\nNobody goes to the beach any more.\n\n"
        "Acid Lake (NTR) - 20:25\nPoland, 2013. Director: Petra Novak\nA swimmer comes back with green hair.\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["Salt Road", "Ebb", "Acid Lake"]
    assert [film.runtime_seconds for film in found] == [None, None, None]


def test_rows_of_one_shape_are_read_by_their_columns() -> None:
    page = (
        "The films\n\n"
        "SALT ROAD – Anna Ilin – USA\n\n"
        "EBB (LOW WATER) – Karl Eide e Petra Novak – POLONIA/SPAGNA\n\n"
        "VICE – L’UOMO NELL’OMBRA – Zqarl Wverd – REGNO UNITO\n\n"
        "ACID LAKE – Rosa Kofler – ITALIA\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["SALT ROAD", "EBB", "VICE – L’UOMO NELL’OMBRA", "ACID LAKE"]
    assert found[2].directors == ("Zqarl Wverd",)
    assert [film.countries for film in found] == [("US",), ("PL", "ES"), ("GB",), ("IT",)]


def test_a_column_of_unknown_names_between_strokes_is_the_directors() -> None:
    page = (
        "Salt Road / CH 2018 / 12 Min. / Anna Ilin\n\n"
        "Ebb / CH, F, CDN 2017 / 15 Min. / Karl Eide, Rosa Kofler\n\n"
        "Acid Lake / RL, PAL 2017 / 15 Min. / Zqarl Wverd\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["Salt Road", "Ebb", "Acid Lake"]
    assert found[1].countries == ("CH", "FR", "CA")
    assert found[2].countries == ("LB", "PS")
    assert found[2].directors == ("Zqarl Wverd",)


def test_signs_of_cars_before_a_year_are_countries() -> None:
    page = (
        "Salt Road\nA lorry driver turns round half way there.\nDK/S/N/D 2023, 128 Minuten, FSK: ab 16, DF\n\n"
        "Ebb\nNobody goes to the beach any more.\nSRB 18, 86 Min., ab 6\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["Salt Road", "Ebb"]
    assert [film.countries for film in found] == [("DK", "SE", "NO", "DE"), ("RS",)]
    assert [film.year for film in found] == [2023, 2018]


def test_a_year_of_its_own_line_is_a_title_where_other_films_have_theirs() -> None:
    page = (
        "SALT ROAD\ndi Anna Ilin • Belgio • durata 105 min\nUn camion torna indietro a metà strada.\n\n"
        "Film per la giornata della memoria\n1945\ndi Karl Eide • Ungheria • durata 91 min\nUn treno e due uomini in nero.\n\n"
        "ACID LAKE\ndi Petra Novak • Russia • durata 126 min\nUna nuotatrice torna con i capelli verdi.\n\n"
        "EBB\ndi Rosa Kofler • Italia • durata 110 min\nNessuno va più alla spiaggia.\n"
    )
    assert titles(page) == ["SALT ROAD", "1945", "ACID LAKE", "EBB"]


def test_a_block_that_is_called_by_its_films_is_no_film() -> None:
    page = (
        "Salt Road + Ebb + Acid Lake\n\nAnna Ilin, Karl Eide & Petra Novak / Denmark / 48 min\n\n"
        "Salt Road\n\nAnna Ilin / Denmark / 2024 / 13 min\n\nA lorry driver turns round half way there.\n\n"
        "Ebb\n\nKarl Eide / Denmark / 2025 / 20 min\n\nNobody goes to the beach any more.\n\n"
        "Acid Lake\n\nPetra Novak / Denmark / 2025 / 15 min\n\nA swimmer comes back with green hair.\n"
    )
    assert titles(page) == ["Salt Road", "Ebb", "Acid Lake"]


def test_names_in_brackets_below_a_title_are_not_the_title() -> None:
    page = (
        "Salt Road w/ Short Film: Low Water\n(Anna Ilin, Seattle, WA, 2020, 60 min)\nA lorry driver turns round.\n"
        "Ebb\n(Karl Eide, Vancouver, BC, 2019, 85 min)\nNobody goes to the beach any more.\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["Salt Road", "Ebb"]
    assert [film.directors for film in found] == [("Anna Ilin",), ("Karl Eide",)]


def test_the_stamps_of_a_chat_are_not_read() -> None:
    page = (
        "[12.03.24, 18:02:40] Film club: *Salt Road* – Anna Ilin & Karl Eide, D 2020, 30 min\n"
        "A lorry driver turns round half way there.\n"
        "[12.03.24, 18:03:05] Film club: *Ebb* – Petra Novak, GB 2017, 13 min (OmU)\n"
        "Nobody goes to the beach any more.\n"
    )
    assert titles(page) == ["Salt Road", "Ebb"]


def test_the_next_blocks_words_are_no_text_of_the_film_above() -> None:
    page = "".join(
        f"{title}, Dir. {name} ({country}) {clock} S\n\n"
        for title, name, country, clock in (
            ("Salt Road", "Anna Ilin", "UK", "5:50"),
            ("Ebb", "Karl Eide", "Hungary", "7:43"),
            ("Acid Lake", "Petra Novak", "China", "4:36"),
            ("Low Water", "Rosa Kofler", "Poland", "8:09"),
        )
    )
    page += "2pm Puppets\n\nDolls, wire and patience, from the old masters' side of the sea to here.\n\n"
    page += "Hexed, Dir. Mira Salo (Germany) 5:02 U\n"
    found = films(page)
    assert [film.title for film in found] == ["Salt Road", "Ebb", "Acid Lake", "Low Water", "Hexed"]
    assert [film.runtime_seconds for film in found] == [350, 463, 276, 489, 302]
    assert not any(film.synopsis for film in found)


def test_a_list_of_titles_with_names_in_brackets_is_a_list_of_films() -> None:
    page = (
        "Films in Competition 1\n\n8:15pm | Main Auditorium\n\n"
        "Recent animated films: Fest (Nikita Diakur), Salt Road (Anna Miller), BINARY STARS (Andrew Busti), "
        "Here East (Tessa Garland), a view of the sky (Daniel Faezi).\n"
    )
    found = films(page)
    assert [film.title for film in found] == [
        "Fest",
        "Salt Road",
        "BINARY STARS",
        "Here East",
        "a view of the sky",
    ]
    assert found[1].directors == ("Anna Miller",)


def test_names_above_the_titles_are_the_directors() -> None:
    page = (
        "Anna Miller\nSALT ROAD\n1999, 90 min, 16mm\nA lorry driver turns round half way there.\n\n"
        "Ben Page\nEBB\n2001, 80 min, 16mm\nNobody goes to the beach any more.\n\n"
        "Sarah Menzies\nACID LAKE\n2002, 70 min, 16mm\nA swimmer comes back with green hair.\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["SALT ROAD", "EBB", "ACID LAKE"]
    assert [film.directors for film in found] == [("Anna Miller",), ("Ben Page",), ("Sarah Menzies",)]


def test_the_length_may_stand_before_the_title() -> None:
    page = (
        "29 min | Salt Road | Anna Miller\nA lorry driver turns round half way there.\n\n"
        "15 min | Ebb and After | Ben Page\nNobody goes to the beach any more.\n\n"
        "65 min | A Letter to the Fog | Sarah Menzies\nA swimmer comes back with green hair.\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["Salt Road", "Ebb and After", "A Letter to the Fog"]
    assert [film.runtime_seconds for film in found] == [1740, 900, 3900]


def test_lines_of_names_and_countries_belong_to_the_film_above() -> None:
    page = (
        "Salt Road (2013) (29 min)\nAnna Miller, Poland & Austria\nA lorry driver turns round half way there.\n\n"
        "Ebb (2015) (15 min)\nBen Page, USA\nNobody goes to the beach any more.\n"
    )
    found = films(page)
    assert [film.directors for film in found] == [("Anna Miller",), ("Ben Page",)]
    assert [film.countries for film in found] == [("PL", "AT"), ("US",)]


def test_the_day_behind_a_title_is_no_part_of_it() -> None:
    page = "".join(
        f"{title} am {day} um 19 Uhr\n\n{told}\n\nD {year}\nRegie: {name}\n\nDer Eintritt ist frei, gerne Spenden\n\n"
        for title, day, told, year, name in (
            ("Salzweg", "17. Jan.", "Ein Lastwagen kehrt auf halbem Weg um.", 1974, "Anna Miller"),
            ("Ebbe", "13. Dez. 18", "An den Strand geht keiner mehr.", 2016, "Ben Page"),
            ("Der grüne See", "22. Nov. 2018", "Sie kommt mit grünen Haaren zurück.", 2009, "Sarah Menzies"),
        )
    )
    assert titles(page) == ["Salzweg", "Ebbe", "Der grüne See"]


def test_cards_of_one_fact_a_line_are_read_film_by_film() -> None:
    page = (
        "Salt Road\n2011\nNew Zealand\n83 min\nAnna Miller\nA lorry driver turns round half way there.\n\n"
        "Ebb\n2020\nUSA / Austria\n40 min\nBen Page\nNobody goes to the beach any more.\n"
    )
    found = films(page)
    assert [film.year for film in found] == [2011, 2020]
    assert [film.countries for film in found] == [("NZ",), ("US", "AT")]


def test_what_a_length_is_called_is_neither_of_the_title_nor_of_the_names() -> None:
    page = (
        "CORTOMETRAGGI FINALISTI\nStrada di sale di Anna Ilin durata 08 minuti\nMatteo si inventa un altro destino.\n"
        "Il lago di KARL EIDE, PETRA NOVAK durata 15 minuti\nUn uomo senza nome ascolta i peccati degli altri.\n"
        "Ora di Ida Berg durata 19 min e 57\nAl porto arriva una ragazzina.\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["Strada di sale", "Il lago", "Ora"]
    assert [film.directors for film in found] == [("Anna Ilin",), ("Karl Eide", "Petra Novak"), ("Ida Berg",)]
    assert [film.runtime_seconds for film in found] == [480, 900, 1197]


def test_a_number_without_its_unit_is_minutes_where_other_entries_have_theirs() -> None:
    page = (
        "Salt Road, 8’, comedy, surfing, Norway\nEbb, 6’, mountain biking, Spain\nSafe Haven, 9, climbing, culture, France\n"
        "Acid Lake, 44’, running, Italy\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["Salt Road", "Ebb", "Safe Haven", "Acid Lake"]
    assert [film.runtime_seconds for film in found] == [480, 360, 540, 2640]
    assert found[2].directors == ()


def test_numbers_in_brackets_behind_all_titles_of_a_table_are_minutes() -> None:
    page = (
        "A few films of the festival:\n\nFilm Name | Description\nSalt Road (9 minutes) | The oldest road and who looks after it\n"
        "Ebb (34) | A village loses its land to the sea\nThe Invaders (27) | About a fish that came with a ship\n"
        "Acid Lake (52) | A very determined swimmer comes back\n"
    )
    found = films(page)
    assert [film.title for film in found] == ["Salt Road", "Ebb", "The Invaders", "Acid Lake"]
    assert [film.runtime_seconds for film in found] == [540, 2040, 1620, 3120]


def test_names_with_their_towns_below_titles_are_who_made_the_films() -> None:
    page = "Longer Films\n\nDuration: 90 Minutes\nShows: Sunday 9PM\n\n" + "\n\n".join(
        f"{title} | {clock}\n{names}\n{told}"
        for title, clock, names, told in (
            (
                "Sweet Salt",
                "4:19",
                "Ilima Berg – Portland, Oregon",
                "You find people where you do not look for them.",
            ),
            ("Lake Festival", "4:00", "Karl Eide – San Francisco, California", "To the lake by boat."),
            (
                "Easy Ebb",
                "17:15",
                "Anna Ilin and Jo Bos – Vancouver, Canada",
                "A city full of cars and some who walk.",
            ),
            ("Three Horses", "14:59", "Petra Novak – Bristol, UK", "A driver has his last night."),
        )
    )
    found = films(page)
    assert [film.title for film in found] == ["Sweet Salt", "Lake Festival", "Easy Ebb", "Three Horses"]
    assert [film.directors for film in found] == [
        ("Ilima Berg",),
        ("Karl Eide",),
        ("Anna Ilin", "Jo Bos"),
        ("Petra Novak",),
    ]
    assert {film.countries for film in found} == {()}


def test_titles_names_and_countries_alone_are_parted_all_over_a_list() -> None:
    page = (
        "Vediamo tutti i film in concorso:\n- Al Silencio di Mariano Cocolo, Argentina\n"
        "- Mare: la storia di un lago di Anna Ilin, Stati Uniti\n- Le eterne di Karl Eide, Petra Novak, Belgio, Francia\n"
        "- Nowhere / Now Here di Ida Berg, Finlandia\n"
    )
    found = films(page)
    assert [film.title for film in found] == [
        "Al Silencio",
        "Mare: la storia di un lago",
        "Le eterne",
        "Nowhere / Now Here",
    ]
    assert [film.directors for film in found] == [
        ("Mariano Cocolo",),
        ("Anna Ilin",),
        ("Karl Eide", "Petra Novak"),
        ("Ida Berg",),
    ]
    assert [film.countries for film in found] == [("AR",), ("US",), ("BE", "FR"), ("FI",)]


def test_roles_behind_names_say_who_directed_and_who_did_not() -> None:
    page = (
        "Salt Road 01:48\n\nUSA\n\nJo Ford, Director\n\nRob Lath,Writer\n\nPaul Marini, Key Cast\n\nA seller and a car.\n\n"
        "Asphalt Hour 03:08\n\nDenmark\n\nIda Berg, Producer, Writer, Director\n\nHow a skater sees the world.\n"
    )
    found = films(page)
    assert [film.directors for film in found] == [("Jo Ford",), ("Ida Berg",)]
    assert [film.producers for film in found] == [(), ("Ida Berg",)]


def test_a_year_before_official_selection_is_no_title() -> None:
    page = "\n\n".join(
        f"{title}\n\n2017 Official Selection | {minutes} min.\n{names}\n{told}"
        for title, minutes, names, told in (
            (
                "Think Like Salt: Gorongosa",
                7,
                "Anna Ilin, Karl Eide",
                "After three decades the animals were gone.",
            ),
            ("Paul's Boots", 37, "Petra Novak, Ida Berg", "His boots were meant for the long trail."),
            ("The Refuge", 16, "Jo Lind, Ben Masters", "The caribou and the people need the same land."),
        )
    )
    found = films(page)
    assert [film.title for film in found] == ["Think Like Salt: Gorongosa", "Paul's Boots", "The Refuge"]
    assert [film.runtime_seconds for film in found] == [420, 2220, 960]
