"""Labels, kinds of film and colours in the languages of festival pages."""

import pytest

from tourdesk.library.intake.page import read_page

LABELS = [
    # Length, who directed, country, year, what the film is called there.
    ("Longueur", "Écrit et réalisé par", "Pays de réalisation", "Année de réalisation"),
    ("Laufzeit in Minuten", "Regie / Kamera", "Land der Produktion", "Entstehungsjahr"),
    ("Duración en minutos", "Guión y dirección", "País productor", "Año de realización"),
    ("Durata in minuti", "Scritto e diretto da", "Paese/i", "Anno di realizzazione"),
    ("Duração em minutos", "Realizador(a)", "Países", "Ano de realização"),
    ("Tijdsduur", "Regie & scenario", "Productieland", "Jaar van productie"),
    ("Długość filmu", "Scenariusz, reżyseria", "Państwo", "Rok powstania"),
    ("Stopáž v minutách", "Režie a scénář", "Země produkce", "Rok vzniku"),
    ("Trvanie", "Réžia a scenár", "Krajina produkcie", "Rok premiery"),
    ("Čas trajanja", "Scenarij/režija", "Države produkcije", "Leto izdelave"),
    ("Dužina trajanja", "Redatelj i scenarist", "Zemlja podrijetla", "Godina nastanka"),
    ("Film hossza", "Író-rendező", "Gyártó országok", "Készítés éve"),
    ("Filmlengde", "Regi og manus", "Produksjonsland", "Innspillingsår"),
    ("Spellängd", "Regi/manus", "Ursprung", "Inspelningsår"),
    ("Elokuvan kesto", "Ohjaus ja käsikirjoitus", "Tuotantomaat", "Julkaisuvuosi"),
    ("Filmi pikkus", "Režissöör ja stsenarist", "Tootmisriik", "Valmimisaasta"),
    ("Filmo trukmė", "Režisierius", "Gamybos šalis", "Sukūrimo metai"),
    ("Διάρκεια ταινίας", "Σενάριο/Σκηνοθεσία", "Χώρες παραγωγής", "Έτος κυκλοφορίας"),
    ("Film süresi", "Yazan ve yöneten", "Yapımcı ülke", "Çekim yılı"),
    ("Продолжительность фильма", "Режиссёр-постановщик", "Страны производства", "Год создания"),
    ("Времетраене на филма", "Сценарий и режисура", "Държава на производство", "Година на създаване"),
    ("本編時間", "監督・脚本・編集", "製作国名", "製作年度"),
    ("影片片长", "编导", "出品国家", "出品年代"),
    ("러닝 타임", "각본/감독", "제작 국가", "제작 연도"),
]


@pytest.mark.parametrize(("length", "director", "country", "year"), LABELS)
def test_the_facts_of_a_film_are_read_by_their_labels(
    length: str, director: str, country: str, year: str
) -> None:
    page = f"Salt Road\n\n{director}: Anna Keller\n{country}: Norge\n{year}: 2019\n{length}: 52 min\n"
    (film,) = read_page(page).films
    assert (film.title, film.directors, film.countries, film.year, film.runtime_seconds, film.doubtful) == (
        "Salt Road",
        ("Anna Keller",),
        ("NO",),
        2019,
        3120,
        (),
    )


@pytest.mark.parametrize(
    "label", ["Avec", "Festivals et prix", "Lieux de tournage", "Kameramann", "Herci", "出演者"]
)
def test_who_else_made_a_film_and_where_it_ran_is_no_director(label: str) -> None:
    page = f"Salt Road\n\nRegie: Anna Keller\n{label}: Paul Roux\nLänge: 52 min\n"
    (film,) = read_page(page).films
    assert (film.title, film.directors) == ("Salt Road", ("Anna Keller",))


@pytest.mark.parametrize(
    ("kind", "colour"),
    [
        ("ficção", "cor"),
        ("krátky dokument", "farba"),
        ("kort dokumentär", "svartvitt"),
        ("comédie dramatique", "muet"),
        ("kratki igrani film", "u boji"),
        ("skialpinismus", "barevný"),
    ],
)
def test_kinds_of_film_are_tags_and_colours_are_not(kind: str, colour: str) -> None:
    page = f"Salt Road\nAnna Keller, 2019, {kind}, {colour}, 12 min\n\nEbb\nPaul Roux, 2020, {kind}, {colour}, 9 min\n"
    assert [film.tags for film in read_page(page).films] == [(kind,), (kind,)]


def test_a_country_behind_a_kind_of_film_needs_no_sign() -> None:
    page = "Salt Road, 8’, humour, climbing, USA\nEbb, 44’, adventure, ice climbing USA\n"
    films = read_page(page).films
    assert [(film.tags, film.countries) for film in films] == [
        (("humour", "climbing"), ("US",)),
        (("adventure", "ice climbing"), ("US",)),
    ]
