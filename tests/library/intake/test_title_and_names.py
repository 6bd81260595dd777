"""Lines that hold title, names and facts: which is which is decided for all entries of a page at once."""

import pytest

from tourdesk.library.intake.page import read_page


def read(page: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(film.title or "", film.directors) for film in read_page(page).films]


def test_who_made_a_film_may_stand_before_its_title() -> None:
    page = (
        "Shorts on Friday\n"
        "Ingrid Falk: Salt Road, 1985, 16mm, 4 min\n"
        "Ruben Torres: Ruben counts, 1969, 16mm, silent, 7 min\n"
        "Clara Weiss: EBB 1-3/7, 2018, 35mm, 9 min\n"
        "Ole Dahl jr.: Tide & Table, 1998, 16mm, 2 min\n"
        "Nils Aas: 10/65 Harbour, 1965, 16mm, 5 min 19 sec\n"
    )
    assert read(page) == [
        ("Salt Road", ("Ingrid Falk",)),
        ("Ruben counts", ("Ruben Torres",)),
        ("EBB 1-3/7", ("Clara Weiss",)),
        ("Tide & Table", ("Ole Dahl jr",)),
        ("10/65 Harbour", ("Nils Aas",)),
    ]


def test_a_year_before_the_title_is_the_films_year() -> None:
    page = (
        "- 1996 – La Route du sel, de Marie Blanc – Fiction – 4’\n"
        "- 2013 – Lettre au phare, de Paul Garnier – Animation – 11’\n"
        "- 1987 – Marées, de Lucie Perrin – Fiction – 7’\n"
    )
    assert read(page) == [
        ("La Route du sel", ("Marie Blanc",)),
        ("Lettre au phare", ("Paul Garnier",)),
        ("Marées", ("Lucie Perrin",)),
    ]
    assert [film.year for film in read_page(page).films] == [1996, 2013, 1987]


def test_names_behind_the_facts_are_read_up_to_the_days_of_the_screenings() -> None:
    page = (
        "LA VIA DEL SALE (2018/Italia/82’) di Marco Bassi - 30/04 ore 19.15, 03/05 ore 17.15\n"
        "Un camion, una notte, un valico.\n\n"
        "ALTA MAREA: STORIE DI PORTO, IERI E OGGI (2017/Italia/54’) di Anna Riva, Luca Neri, Sara Conti - 01/05 ore 15.15\n"
        "Chi parte e chi torna.\n\n"
        "NIENTE NEVE (2017/Italia/50’) di Paolo Gallo - 01/05 ore 19.15, 04/05 ore 19.15\n"
        "Cinque persone, molte vacche.\n"
    )
    assert read(page) == [
        ("LA VIA DEL SALE", ("Marco Bassi",)),
        ("ALTA MAREA: STORIE DI PORTO, IERI E OGGI", ("Anna Riva", "Luca Neri", "Sara Conti")),
        ("NIENTE NEVE", ("Paolo Gallo",)),
    ]


def test_remarks_behind_the_facts_do_not_hide_title_and_name() -> None:
    page = (
        '1) "Salt Road" — Anna Keller — 39 min — 2021. Three friends who had never driven a lorry.\n\n'
        '2) "Ebb" — Berta Ruiz & Tomás Hurtado — 17 min — Chile, 2022 — in Spanish w/ subs.\n\n'
        '3) "Tide" — Carla Brown — 8 min — Nepal/USA, 2019 — the very first of its kind, see website.\n\n'
        '4) "Here, Take My Boat" — 4 min — dir? — I\'ll find out by tonight!\n'
    )
    assert read(page) == [
        ("Salt Road", ("Anna Keller",)),
        ("Ebb", ("Berta Ruiz", "Tomás Hurtado")),
        ("Tide", ("Carla Brown",)),
        ("Here, Take My Boat", ()),
    ]
    assert [film.runtime_seconds for film in read_page(page).films] == [2340, 1020, 480, 240]


@pytest.mark.parametrize("sign", [": ", " – ", " / "])
def test_a_title_with_the_sign_in_it_stays_whole_where_no_names_stand_there(sign: str) -> None:
    page = (
        f"Salt Road{sign}The Long Way, 2018, 12 min\n"
        f"Ebb{sign}What the Sea Left, 2019, 9 min\n"
        f"Tide{sign}Letters to a Port, 2020, 7 min\n"
    )
    assert read(page) == [
        (f"Salt Road{sign}The Long Way", ()),
        (f"Ebb{sign}What the Sea Left", ()),
        (f"Tide{sign}Letters to a Port", ()),
    ]


def test_a_name_above_the_films_facts_stays_below_its_title() -> None:
    page = (
        "Salt Road\nAnna Keller, Czech Republic, 12'14'', 2D, 2018\nA lorry turns round.\n\n"
        "Ebb\nTomás Hurtado & Rosa Lind, France, 9'50'', stop motion, 2019\nNobody goes to the beach.\n\n"
        "Tide\nCarla Brown, Croatia, 15'00'', 3D, collage, 2019\nA table in the sea.\n"
    )
    assert [title for title, _ in read(page)] == ["Salt Road", "Ebb", "Tide"]


def test_a_country_after_a_full_stop_is_no_part_of_the_company() -> None:
    page = (
        '"Fim de Tarde"\nRealização: Tiago Rosa. Produção: Duas Margens. Portugal, 2012. Ficção, cor, 22\'\n'
        "Dois amigos, uma praia em setembro.\n\n"
        '"Marta"\nRealização: Joana Sala. Produção: Filmes do Sado. Portugal / França, 2013. Ficção, cor, 25\'\n'
        "Marta tem 13 anos e atravessa a ponte.\n"
    )
    films = read_page(page).films
    assert [film.producers for film in films] == [("Duas Margens",), ("Filmes do Sado",)]
    assert [set(film.countries) for film in films] == [{"PT"}, {"PT", "FR"}]


def test_names_of_many_countries_are_told_from_titles() -> None:
    page = (
        "Thibault Gachet – Salt Road – 12 min\n"
        "Achille Mauri – Winter Harbour – 9 min\n"
        "Juraj Mäsiar – Stone Letters – 7 min\n"
    )
    assert read(page) == [
        ("Salt Road", ("Thibault Gachet",)),
        ("Winter Harbour", ("Achille Mauri",)),
        ("Stone Letters", ("Juraj Mäsiar",)),
    ]
