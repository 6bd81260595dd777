"""Which column is taken for what, and how that is remembered."""

import json

import pytest
from tests.library.intake.listings.making import messages, read, titles

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.listings.columns import ColumnMapping
from tourdesk.library.intake.listings.reading import read_listing
from tourdesk.library.intake.listings.remembered import header_key


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
    reading = read_listing(text, "films.csv", mapping)
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
    reading = read_listing(b"Title,Director,Year\nSlack,Bo Ek,2020\n", "films.csv", mapping)
    assert reading is not None
    assert titles(reading) == ["Slack"]


def test_a_mapping_is_kept_as_json_and_comes_back() -> None:
    mapping = read("Title,Director,Foo,Foo\nSlack,Bo Ek,a,b\n").mapping
    assert mapping is not None
    assert mapping.names == ("Title", "Director", "Foo", "Foo (2)")
    assert ColumnMapping.from_json(json.loads(json.dumps(mapping.as_json()))) == mapping


def test_a_mapping_of_a_later_version_is_refused_in_a_sentence() -> None:
    with pytest.raises(ProblemForUser, match="“Smell”"):
        ColumnMapping.from_json({"Smell": "odour"})


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
