"""Text with separators, as spreadsheets, databases and people write it."""

import pytest
from tests.library.intake.listings.making import messages, minutes, read, titles

from tourdesk.library.intake.file import read_text
from tourdesk.library.intake.listings.reading import ListingReading, read_listing
from tourdesk.library.intake.listings.sniff import Kind

PLAIN = "Title;Director;Country;Runtime\nThe Ridge;Ann Lee;Norway;53 min\nSlack;Bo Ek;Sweden;7 min\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_found_out(separator: str) -> None:
    reading = read(PLAIN.replace(";", separator))
    assert reading.kind is Kind.SEPARATED
    assert titles(reading) == ["The Ridge", "Slack"]
    assert [film.countries for film in reading.films] == [("NO",), ("SE",)]
    assert minutes(reading) == [53, 7]


def test_the_line_by_which_excel_names_the_separator_is_no_row() -> None:
    reading = read("sep=;\r\n" + PLAIN.replace("Slack", "").replace("\n", "\r\n"))
    assert titles(reading) == ["The Ridge"]
    assert messages(reading) == ["Row 3: there is no title; it was left out."]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "Titel;Regie;Länge\nDer große Weg;Jörg Müller;53 min\nGrüße;Änne Öhler;5 min\n"),
        ("cp1252", "Titel;Regie;Länge\nDer große Weg;Jörg Müller;53 min\nGrüße;Änne Öhler;5 min\n"),
        (
            "mac_roman",
            "Titre;Réalisation;Durée\nL’été à la mer;Amélie Lefèvre;53 min\nGarçon;Zoé Léa;5 min\n",
        ),
        ("utf-16", "Titel\tRegie\tLänge\nDer große Weg\tJörg Müller\t53 min\nGrüße\tÄnne Öhler\t5 min\n"),
        ("utf-16-le", "Titel\tRegie\tLänge\nDer große Weg\tJörg Müller\t53 min\nGrüße\tÄnne Öhler\t5 min\n"),
        (
            "cp1251",
            "Название;Режиссёр;Длительность\nДорога домой;Иван Петров;53 мин\nСнег;Анна Орлова;5 мин\n",
        ),
        (
            "cp1250",
            "Tytuł;Reżyseria;Czas trwania\nŹdźbło trawy;Łukasz Żółty;53 min\nŚnieg;Agata Wróbel;5 min\n",
        ),
        (
            "cp1253",
            "Τίτλος;Σκηνοθεσία;Διάρκεια\nΜοσχαράκι;Νίκος Καλλιπολίτης;53 λεπτά\nΧιόνι;Άννα Ρήγα;5 λεπτά\n",
        ),
    ],
)
def test_the_encoding_is_found_out(encoding: str, text: str) -> None:
    reading = read(text, encoding=encoding)
    rows = [line.replace("\t", ";").split(";") for line in text.splitlines()[1:]]
    assert titles(reading) == [row[0] for row in rows]
    assert [film.directors for film in reading.films] == [(row[1],) for row in rows]
    assert minutes(reading) == [53, 5]


def test_quoted_cells_hold_separators_quotes_and_line_breaks() -> None:
    reading = read(
        'Title,Director,Synopsis\r\n"""Home"", they said",Ada Obi,"He goes.\r\n\r\nShe stays, ""as usual""."\r\nSlack,Bo Ek,\r\n'
    )
    assert titles(reading) == ['"Home", they said', "Slack"]
    assert reading.films[0].synopsis == 'He goes.\n\nShe stays, "as usual".'
    assert reading.films[1].synopsis is None
    assert reading.text.count("\n") == 2


def test_a_title_that_begins_with_quotes_nobody_doubled_is_kept() -> None:
    reading = read('Title,Director,Year\n"Coming Home" - Ag Teacht,Ryan Scura,2019\nSlack,Bo Ek,2020\n')
    assert titles(reading) == ['"Coming Home" - Ag Teacht', "Slack"]


def test_a_quotation_mark_that_is_never_closed_spoils_its_own_row_alone() -> None:
    reading = read('Title,Director,Year\n"Open,Ryan Scura,2019\nSlack,Bo Ek,2020\nRidge,Ann Lee,2021\n')
    assert titles(reading) == ["Open", "Slack", "Ridge"]


def test_excels_german_export_has_semicolons_decimal_commas_and_clocks() -> None:
    reading = read(
        "Titel;Originaltitel;Regie;Land;Jahr;Länge (min)\r\n"
        "Der Grat;The Ridge;Ann Lee;Norwegen, Schweden;2019;53,5\r\n"
        "Lange Nacht;;Jörg Müller und Eva Kranz;Deutschland;2020;1:10:18\r\n"
        "Kurz;;Bo Ek;Österreich;2021;7\r\n",
        encoding="cp1252",
    )
    assert [film.runtime_seconds for film in reading.films] == [3210, 4218, 420]
    assert reading.films[0].original_title == "The Ridge"
    assert reading.films[0].countries == ("NO", "SE")
    assert reading.films[1].directors == ("Jörg Müller", "Eva Kranz")
    assert messages(reading) == []


def test_an_imdb_list_is_read_by_its_own_columns() -> None:
    reading = read(
        "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,"
        "Num Votes,Release Date,Directors,Your Rating,Date Rated\n"
        "1,tt0000001,2024-01-02,2024-01-02,seen in Banff,The Ridge,Ryggen,https://www.imdb.com/title/tt0000001/,Movie,7.1,53,2019,"
        '"Documentary, Sport",120,2020-03-01,"Ann Lee, Bo Ek",8,2024-02-02\n'
        "2,tt0000002,2024-01-02,2024-01-02,,Slack,Slack,https://www.imdb.com/title/tt0000002/,Short,,7,2021,Short,4,,Eva Holt,,\n"
    )
    ridge, slack = reading.films
    assert (ridge.title, ridge.original_title, ridge.year, ridge.runtime_seconds) == (
        "The Ridge",
        "Ryggen",
        2019,
        3180,
    )
    assert ridge.tags == ("Documentary", "Sport")
    assert ridge.directors == ("Ann Lee", "Bo Ek")
    assert ridge.synopsis is None
    assert slack.original_title is None


def test_a_letterboxd_list_begins_under_its_own_description() -> None:
    reading = read(
        "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-02,Films for the tour,running,https://boxd.it/a,All of them\n\n"
        "Position,Name,Year,URL,Description\n1,The Ridge,2019,https://boxd.it/b,\n2,Slack,2021,https://boxd.it/c,short one\n"
    )
    assert [(film.title, film.year, film.synopsis) for film in reading.films] == [
        ("The Ridge", 2019, None),
        ("Slack", 2021, None),
    ]


def test_lines_above_the_header_are_passed_over() -> None:
    reading = read("Mountain Nights 2027;;;\nas of 1 March;;;\n;;;\n" + PLAIN.replace("53 min", "?!"))
    assert titles(reading) == ["The Ridge", "Slack"]
    assert messages(reading) == ["Row 5: the run-time “?!” cannot be read; it was left empty."]
    assert reading.films[0].countries == ("NO",)


def test_what_only_says_that_there_is_nothing_is_nothing() -> None:
    reading = read(
        "Title,Director,Year,Country,Runtime,Language,Synopsis,Genre\n"
        "The Ridge,N/A,TBC,-,unknown,none,n/a,k.A.\nUnknown,Bo Ek,2020,Norway,00:00:00,silent,tba,Drama\n"
    )
    ridge, unknown = reading.films
    assert (ridge.directors, ridge.year, ridge.countries, ridge.runtime_seconds) == ((), None, (), None)
    assert (ridge.languages, ridge.synopsis, ridge.tags) == ((), None, ())
    assert unknown.title == "Unknown"  # a film has that name
    assert messages(reading) == []


def test_sums_and_intermissions_are_no_films() -> None:
    reading = read(
        "Title,Director,Length\nThe Ridge,Ann Lee,53:10\nIntermission,,15:00\nSlack,Bo Ek,7:05\nTotal,,1:15:15\n,,1:15:15\n"
    )
    assert titles(reading) == ["The Ridge", "Slack"]
    assert messages(reading) == []


def test_a_film_may_be_called_intermission() -> None:
    reading = read("Title,Director,Year\nIntermission,John Crowley,2003\nSlack,Bo Ek,2021\n")
    assert titles(reading) == ["Intermission", "Slack"]


def test_a_talk_with_somebody_who_gives_it_is_no_film_and_told() -> None:
    reading = read(
        "Title,Who,Country,Min\nWelcome,Mary Cox,,5\nSlack,Bo Ek,Sweden,7\nRidge,Ann Lee,Norway,53\n"
    )
    assert titles(reading) == ["Slack", "Ridge"]
    assert messages(reading) == ["Row 2: “Welcome” was taken for a talk or an intermission, not for a film."]


def test_rows_that_are_headings_give_the_section_and_ask() -> None:
    reading = read(
        "Title,Director,Length\nWild and Tough,,\nThe Ridge,Ann Lee,53:10\nSlack,Bo Ek,7:05\nGravel,Ida Berg,5:30\nQuiet Places,,\n"
        "Ferry,Ana Cruz,8:00\nLong Table,Tim Beck,25:00\n"
    )
    assert [film.section for film in reading.films] == ["Wild and Tough"] * 3 + ["Quiet Places"] * 2
    assert all("section" in film.doubtful for film in reading.films)
    assert messages(reading)[0] == "Row 2: “Wild and Tough” was taken for a heading, not for a film."


def test_a_title_alone_among_the_films_is_a_film_and_asks() -> None:
    reading = read(
        "Title,Director,Length\nRidge,Ann Lee,53:10\nSlack,,\nFerry,Ana Cruz,8:00\nGravel,Ida Berg,5:30\n"
    )
    assert titles(reading) == ["Ridge", "Slack", "Ferry", "Gravel"]
    assert [film.doubtful for film in reading.films] == [(), ("title",), (), ()]
    assert all(film.section is None for film in reading.films)


def test_a_header_that_is_repeated_is_no_film() -> None:
    assert titles(read(PLAIN + PLAIN)) == ["The Ridge", "Slack"] * 2


def test_what_cannot_be_read_is_told_with_its_row_and_the_rest_is_read() -> None:
    reading = read(
        "Title,Director,Year,Country,Runtime\nThe Ridge,Ann Lee,2019,Norway,53 min\nSlack,Bo Ek,soon,Atlantis,abc\n"
        ",Nobody Known,2020,Norway,5 min\nFerry,Ana Cruz,2017,Portugal,8 min\n"
    )
    assert messages(reading) == [
        "Row 3: the year “soon” cannot be read; it was left empty.",
        "Row 3: the country “Atlantis” is not known; it was left out.",
        "Row 3: the run-time “abc” cannot be read; it was left empty.",
        "Row 4: there is no title; it was left out.",
    ]
    assert titles(reading) == ["The Ridge", "Slack", "Ferry"]
    lines = reading.text.splitlines()
    assert all("Slack" in lines[problem.line - 1] for problem in reading.problems[:3])
    assert "Nobody Known" in lines[reading.problems[3].line - 1]


def test_every_value_shows_where_it_was_read() -> None:
    reading = read(PLAIN)
    film = reading.films[1]
    shown = {one.field: reading.text[one.start : one.end] for one in film.evidence}
    assert shown == {"title": "Slack", "directors": "Bo Ek", "countries": "Sweden", "runtime": "7 min"}
    assert (
        reading.text[film.start : film.end]
        == "Title: Slack · Director: Bo Ek · Country: Sweden · Runtime: 7 min"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Ridge",
        "A film, a talk, and a glass of wine; that is all.\nCome early, doors open at seven.",
        "Title: The Ridge\nDirector: Ann Lee, Bo Ek\nCountry: Norway\n",
        "Skyline\tEva Holt\tUK\t2018\t12 min\nFerryman\tAna Cruz\tPortugal\t2017\t8 min\n",
        "| No. | Title | Director |\n|---|---|---|\n| 1 | Gravel | Ida Berg |\n",
        "<p>Hello, <b>world</b></p>",
        "[Trailer] The Ridge, Norway, 2019",
        "[1] The Ridge, Norway, 2019\n[2] Slack, Sweden, 2020\n",
        "[[The Ridge]], Norway, 2019",
        '["The Ridge"] is a film, and so is "Slack"',
        "<3 films about love, 2019>",
    ],
)
def test_a_page_is_no_listing(text: str) -> None:
    assert read_listing(text.encode(), "page.csv") is None


def test_a_film_page_around_a_table_is_read_as_a_page() -> None:
    story = "Once more we climb into the hills, and whoever was there last year knows what that means. " * 20
    assert read_listing(f"{story}\n{PLAIN}".encode(), "page.txt") is None


def test_a_header_without_films_says_so() -> None:
    assert messages(read("Title;Director;Country\n")) == [
        "No film was found in this listing: please check that it has a column with titles and rows under it."
    ]


def test_a_page_that_was_copied_whole_is_no_listing_for_the_table_in_it() -> None:
    table = "Film Name\tDescription\n" + "".join(
        f"Salt Road {number} ({10 + number})\tTwo brothers mend boat {number}\n" for number in range(1, 11)
    )
    above = "Mill Road Notes\n\nThe films of our third evening were shorter than those of the first two, and better.\n\n"
    foot = "\nShare this:\nPrint\nMail\n"
    page = read_text(above + table + foot, "a page")
    assert not isinstance(page, ListingReading)
    assert [film.runtime_seconds for film in page.films] == [60 * (10 + number) for number in range(1, 11)]
    assert read_listing((above + table).encode(), "rows under a note.txt") is not None
    assert read_listing((table + foot).encode(), "rows over a note.txt") is not None


def test_films_of_which_only_the_title_is_typed_yet_end_a_listing_below_a_sentence() -> None:
    above = "The films of our third evening as the committee chose them in March with all that is known of each so far,,\n"
    rows = "".join(f"Salt Road {number},Ann Gray,{number}:00\n" for number in range(1, 6))
    listing = read_listing(f"{above}Title,Director,Length\n{rows}Ebb,,\nHorse,,\n".encode(), "films.csv")
    assert listing is not None
    assert [film.title for film in listing.films[-2:]] == ["Ebb", "Horse"]


def test_countries_may_be_told_by_the_signs_of_cars() -> None:
    reading = read("Title;Year;Country\nSlack;2020/21;D/F\nRidge;2019;A, CH\nGrit;2018;i\n")
    assert [film.countries for film in reading.films] == [("DE", "FR"), ("AT", "CH"), ()]
    assert messages(reading) == ["Row 4: the country “i” is not known; it was left out."]
