"""Which column is taken for what, and how that is remembered."""

import json

import pytest
from tests.library.intake.listings.making import messages, read, titles

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.from_reading import film_from_reading
from tourdesk.library.intake.listings.mapping import ColumnMapping, SaidOfColumns, header_key
from tourdesk.library.intake.listings.preview import preview
from tourdesk.library.intake.listings.reading import mapped, read_listing


def taken(header: str, *rows: str) -> dict[str, str | None]:
    reading = read("\n".join([header, *rows]) + "\n")
    assert reading.mapping is not None
    return {name: field for name, field in reading.mapping.columns if field}


def test_the_country_of_origin_is_the_films_and_the_country_the_submitters() -> None:
    assert taken(
        "Postal Code,City,Country,Project Title,Country of Origin,Duration",
        "0150,Oslo,Norway,Slack,Sweden,00:07:00",
    ) == {
        "Project Title": "title",
        "Country of Origin": "countries",
        "Duration": "runtime",
    }
    assert taken("Postal Code,City,Country,Project Title,Duration", "0150,Oslo,Norway,Slack,00:07:00") == {
        "Project Title": "title",
        "Duration": "runtime",
    }
    assert taken("Title,Country,Director", "Slack,Sweden,Bo Ek")["Country"] == "countries"
    assert taken("Title,Country,Email,Phone", "Slack,Sweden,a@b.c,1")["Country"] == "countries"


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Titel;Originaltitel;Regie;Produktionsland;Produktionsjahr;Spieldauer;Sprache;Inhalt", 8),
        ("Titre;Titre original;Réalisation;Pays;Année;Durée;Langue;Synopsis", 8),
        ("Título;Título original;Dirección;País;Año;Duración;Idioma;Sinopsis", 8),
        ("Tytuł;Tytuł oryginalny;Reżyseria;Kraj produkcji;Rok produkcji;Czas trwania;Język;Opis filmu", 8),
        ("Название;Оригинальное название;Режиссёр;Страна;Год;Хронометраж;Язык;Описание", 8),
        ("片名;导演;国家;年份;片长;语言;简介", 7),
        ("TITLE:;Director(s);Country/Countries;Year*;Run time [min];Language(s)", 6),
        ("Titel / Title;Regie / Director;Land / Country;Jahr / Year", 4),
        ("film_title;director_1;director_2;country;year", 5),
        ("title_en;title_de;director_names;country_codes;duration_sec;production_year", 6),
        ("Titel (Deutsch);Titel (Englisch);Regisseur:in;Dauer in Min.", 4),
        ("Film Name;Director Name;Length HH:MM:SS", 3),
        ("Film;Regie;Min.;#;Start", 3),
    ],
)
def test_festivals_own_headers_are_understood(header: str, fields: int) -> None:
    cells = ";".join(["x"] * (header.count(";") + 1))
    assert len(taken(header, cells)) == fields


def test_several_columns_of_names_are_one_list() -> None:
    reading = read("Title,Director 1,Director 2,Year\nSlack,Bo Ek,Ann Lee,2020\n")
    assert reading.films[0].directors == ("Bo Ek", "Ann Lee")


def test_the_english_title_is_the_title_and_the_other_the_original() -> None:
    film = read("Title,English Title,Director\nRyggen,The Ridge,Bo Ek\n").films[0]
    assert (film.title, film.original_title) == ("The Ridge", "Ryggen")


def test_a_title_is_english_in_every_language() -> None:
    film = read("Titre,Titre anglais,Réalisation\nLa Crête,The Ridge,Bo Ek\n").films[0]
    assert (film.title, film.original_title) == ("The Ridge", "La Crête")


def test_an_original_title_that_says_the_same_is_none() -> None:
    film = read("Title,Original title,Director\nSlack,SLACK,Bo Ek\n").films[0]
    assert (film.title, film.original_title) == ("Slack", None)


def test_a_film_without_another_title_has_its_original_one() -> None:
    film = read("Title,Original title,Director\n,Ryggen,Bo Ek\n").films[0]
    assert (film.title, film.original_title) == ("Ryggen", None)


def test_a_column_of_an_unknown_name_is_known_by_its_cells() -> None:
    fields = taken(
        "Title,Directed,Year,Made where",
        "Slack,Bo Ek,2020,Sweden",
        "The Ridge,Anna Lee,2019,Norway",
        "Ferry,Eva Kranz,2018,Portugal",
    )
    assert fields["Made where"] == "countries"


def test_a_column_that_does_not_hold_what_its_name_says_is_left_alone_and_told() -> None:
    reading = read(
        "Title,Director,Year,Audio language\nSlack,Bo Ek,2020,Dolby Surround\nRidge,Ann Lee,2019,48 kHz\nFerry,Eva Holt,2018,Ton LCRS\n"
    )
    assert [film.languages for film in reading.films] == [(), (), ()]
    assert messages(reading) == [
        "The column “Audio language” was not read, because its cells do not say what its name says."
    ]


def test_times_of_day_are_no_run_times() -> None:
    reading = read("Time,Title,Director,Min\n19:05,Slack,Bo Ek,7\n19:31,Ridge,Ann Lee,53\n")
    assert [film.runtime_seconds for film in reading.films] == [420, 3180]


def test_names_with_the_family_name_first_are_turned_and_ask() -> None:
    film = read('Title;Director;Year\nSlack;"Lee, Anna; Ek, Björn";2020\n').films[0]
    assert film.directors == ("Anna Lee", "Björn Ek")
    assert film.doubtful == ("directors",)


def test_a_name_of_nothing_but_accents_is_no_name() -> None:
    film = read('Title,Director,Year\nSlack,"Lee,\u0301",2020\n').films[0]
    assert film.directors == ("Lee",)


def test_companies_keep_their_slashes_and_their_endings() -> None:
    film = read(
        'Title,Producers,Year\nSlack,"Nora Lind, Phi Factor Photo/Film, Peak Media, Inc.",2020\n'
    ).films[0]
    assert film.producers == ("Nora Lind", "Phi Factor Photo/Film", "Peak Media, Inc.")


def test_a_misspelt_country_is_understood_and_asks() -> None:
    film = read("Title,Director,Country\nSlack,Bo Ek,Norwya\n").films[0]
    assert film.countries == ("NO",)
    assert film.doubtful == ("countries",)


def test_codes_of_countries_and_languages_are_understood() -> None:
    film = read("Title,Director,Countries,Languages\nSlack,Bo Ek,gb/USA,en; pt-br; deu\n").films[0]
    assert (film.countries, film.languages) == (("GB", "US"), ("en", "pt-BR", "de"))


def test_a_mapping_that_is_handed_in_decides() -> None:
    text = b"Name,Whose,Where from,Title,Minutes\nThe Ridge,Ann Lee,Norway,Ms,53\n"
    mapping = ColumnMapping(
        (
            ("Name", "title"),
            ("Whose", "directors"),
            ("Where from", "countries"),
            ("Title", None),
            ("Minutes", "runtime"),
        )
    )
    said = SaidOfColumns({header_key(mapping.names): mapping})
    reading = read_listing(text, "films.csv", said)
    assert reading is not None
    film = reading.films[0]
    assert (film.title, film.directors, film.countries, film.runtime_seconds) == (
        "The Ridge",
        ("Ann Lee",),
        ("NO",),
        3180,
    )
    assert reading.mapping == mapping


def test_a_mapping_of_another_listing_is_not_used() -> None:
    mapping = ColumnMapping((("Nom", "title"), ("Qui", "directors")))
    said = SaidOfColumns({header_key(mapping.names): mapping})
    reading = read_listing(b"Title,Director,Year\nSlack,Bo Ek,2020\n", "films.csv", said)
    assert reading is not None
    assert titles(reading) == ["Slack"]


def test_a_mapping_is_kept_as_json_and_comes_back() -> None:
    mapping = read("Title,Director,Foo,Foo\nSlack,Bo Ek,a,b\n").mapping
    assert mapping is not None
    assert mapping.names == ("Title", "Director", "Foo", "Foo (2)")
    assert ColumnMapping.from_json(json.loads(json.dumps(mapping.as_json()))) == mapping


def test_a_mapping_of_a_later_version_is_refused() -> None:
    with pytest.raises(ValueError, match="odour"):
        ColumnMapping.from_json([["Smell", "odour"]])


def test_a_header_is_remembered_however_it_is_written() -> None:
    assert header_key(["Titel", "LÄNGE ", "", ""]) == header_key([" titel", "Länge"])
    assert header_key(["Titel", "Länge"]) != header_key(["Länge", "Titel"])


def test_of_a_short_and_a_long_synopsis_the_long_one_is_taken() -> None:
    film = read("Title,Director,Synopsis (short),Synopsis (long)\nSlack,Bo Ek,Up.,Up and down.\n").films[0]
    assert film.synopsis == "Up and down."


def test_what_may_be_one_name_or_two_asks() -> None:
    film = read('Title,Director,Year\nSlack,"Lee, Ann",2020\n').films[0]
    assert film.doubtful == ("directors",)


def test_what_stands_in_brackets_behind_a_country_asks() -> None:
    reading = read(
        'Title,Director,Country\nSlack,Bo Ek,USA (California)\nRidge,Ann Lee,"Korea, Republic of"\n'
    )
    assert [film.countries for film in reading.films] == [("US",), ("KR",)]
    assert [film.doubtful for film in reading.films] == [("countries",), ()]


def test_a_film_of_which_little_is_known_is_a_film() -> None:
    reading = read("Title,Director,Runtime\nSlack,Bo Ek,7\nRidge,,\nFerry,,12\nGravel,,\n")
    assert titles(reading) == ["Slack", "Ridge", "Ferry", "Gravel"]


UNKNOWN = "Werk;Wer;Wie lang;Woher\nDer Grat;Ann Lee;53:10;Norwegen\nSlack;Bo Ek;7:05;Schweden\nDie Fähre;Eva Holt;12:00;Portugal\n"


def test_a_header_that_nobody_knows_is_guessed_from_its_cells_and_asks() -> None:
    reading = read(UNKNOWN)
    assert titles(reading) == ["Der Grat", "Slack", "Die Fähre"]
    assert [film.runtime_seconds for film in reading.films] == [3190, 425, 720]
    (table,) = reading.asks
    assert table.header.columns.guessed == ("Werk", "Wer", "Wie lang", "Woher")


def test_a_header_known_by_name_asks_nothing() -> None:
    for header in ("Title,Director,Year", "Titel;Regie;Land", "title\tdirectors\tcountry"):
        separator = next(sign for sign in ",;\t" if sign in header)
        reading = read(header + "\n" + separator.join(["Slack", "Bo Ek", "Sweden"]) + "\n")
        assert reading.asks == ()


def test_a_column_with_cells_under_an_unknown_name_asks_and_an_empty_one_does_not() -> None:
    assert read("Title,Director,Smell\nSlack,Bo Ek,\n").asks == ()
    assert len(read("Title,Director,Smell\nSlack,Bo Ek,pine\n").asks) == 1


def test_running_text_with_commas_is_no_listing() -> None:
    text = "Two friends, a lamp, and a ridge\nThey go, they see, they come back in 2019\nNobody waits, nobody asks, 12 of them\n"
    assert read_listing(text.encode(), "page.txt") is None


def test_a_line_up_without_a_header_is_no_listing() -> None:
    text = (
        "Slack, Bo Ek, Sweden, 7 min\nThe Ridge, Ann Lee, Norway, 53 min\nFerry, Eva Holt, Portugal, 12 min\n"
    )
    assert read_listing(text.encode(), "page.txt") is None


def test_what_is_said_now_decides_and_other_columns_are_guessed() -> None:
    said = SaidOfColumns(now={"wer": "producers", "Woher": None})
    reading = read_listing(UNKNOWN.encode(), "films.csv", said)
    assert reading is not None
    film = reading.films[0]
    assert (film.title, film.directors, film.producers, film.countries) == ("Der Grat", (), ("Ann Lee",), ())
    assert reading.asks == ()


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ProblemForUser, match="no column “Dur”; its columns are “Title”, “Director”"):
        read_listing(b"Title,Director\nSlack,Bo Ek\n", "films.csv", SaidOfColumns(now={"Dur": "runtime"}))


def test_what_films_become_can_be_seen_before_anything_is_read_again() -> None:
    (table,) = read(UNKNOWN).asks
    swapped = table.header.mapping.with_field("Wer", "title")
    found = preview(table, swapped)
    assert [film.title for film in found.films] == ["Ann Lee", "Bo Ek", "Eva Holt"]
    assert titles(mapped(read(UNKNOWN), swapped)) == ["Ann Lee", "Bo Ek", "Eva Holt"]


IMDB_LIST = "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated"
IMDB_RATINGS = "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors"


@pytest.mark.parametrize(
    "listing",
    [
        IMDB_LIST
        + '\n1,tt2349144,2024-05-01,2024-05-01,seen in Leura,Desert Runners,Desert Runners,https://www.imdb.com/title/tt2349144,Movie,7.1,95,2013,"Documentary, Sport",412,2013-09-27,Jennifer Steinman,8,2024-05-02\n',
        IMDB_RATINGS
        + '\ntt2349144,8,2024-05-02,Desert Runners,Desert Runners,https://www.imdb.com/title/tt2349144,Movie,7.1,95,2013,"Documentary, Sport",412,2013-09-27,Jennifer Steinman\n',
    ],
)
def test_imdb_lists_and_ratings_are_known_by_name(listing: str) -> None:
    reading = read(listing)
    assert reading.asks == ()
    film = film_from_reading(reading.films[0])
    assert (film.title, film.original_title, film.year, film.directors) == (
        "Desert Runners",
        None,
        2013,
        ("Jennifer Steinman",),
    )
    assert (film.version.seconds, film.tags) == (5700, ("Documentary", "Sport"))
    assert film.identifiers == ("IMDb tt2349144",)
    assert film.logline is None, "what somebody noted in a list is not the film's"
