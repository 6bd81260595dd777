"""What stands where a title is looked for, and tells of the film, the evening or the site."""

import pytest

from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading


def _films(text: str) -> list[FilmReading]:
    return list(read_page(text).films)


def _titles(text: str) -> list[str]:
    return [film.title for film in _films(text)]


def test_what_kind_of_film_it_is_and_who_made_it_before_the_facts_is_no_title() -> None:
    page = (
        "Trois courts métrages\nSel\nCourt métrage d’Anna Miller (France, 2023, 22mn)\nÀ treize ans, elle garde des oies.\n"
        "Marée basse\nCourt métrage de Jo Gray (Québec, 2022, 8mn)\nUn diplômé vend des piscines.\n"
        "La fenêtre\nCourt métrage d'animation de Ida Berg (Espagne, 2021, 4mn)\nUn chat attend.\n"
    )
    films = _films(page)
    assert [film.title for film in films] == ["Sel", "Marée basse", "La fenêtre"]
    assert [film.directors for film in films] == [("Anna Miller",), ("Jo Gray",), ("Ida Berg",)]


def test_columns_that_dots_lead_to_are_columns() -> None:
    page = (
        "PRINT TRAFFIC\n\n01  SALT ROAD ............ Miller/Gray ... USA ... 20'00\"  ... ProRes\n"
        "02  THE LONG EBB ......... Berg/Kemp  USA ... 08'12\"  ... ProRes\n"
        "03  FAST HORSE ........... Ben Page ..... CAN ... 13'00\"  ... missing!\n"
    )
    assert [(film.title, film.runtime_seconds) for film in _films(page)] == [
        ("SALT ROAD", 1200),
        ("THE LONG EBB", 492),
        ("FAST HORSE", 780),
    ]


def test_the_hall_behind_the_day_and_the_time_of_a_screening_is_no_title() -> None:
    page = "Film programme\n\n" + "\n\n\n".join(
        f"{title}\n\n{day}. september 2017 | {clock} MAIN HALL 2017, {minutes}′, colour, stereo, HD File, 16:9       fiction / drama   A story of a winter by the sea."
        for title, day, clock, minutes in (
            ("Salt Road / Solna cesta", 14, "14.30", 5),
            ("The Ebb / Oseka", 14, "20.30", 95),
            ("Fast Horse / Hitri konj", 15, "09.30", 16),
        )
    )
    assert [(film.title, film.runtime_seconds) for film in _films(page)] == [
        ("Salt Road / Solna cesta", 300),
        ("The Ebb / Oseka", 5700),
        ("Fast Horse / Hitri konj", 960),
    ]


def test_links_that_were_glued_to_the_next_title_are_parted_from_it() -> None:
    entries = [
        ("Salt Road (Droga soli)", "Anna Miller", "A woman mends boats and waits for the rain."),
        ("Ebb", "Jo Gray", "Whoever lives by the sea counts the hours."),
        ("Alps (Alpy)", "Ida Berg", "He walks over the pass each morning."),
        ("Fast Horse", "Ben Page", "She rides to school and comes late."),
    ]
    page = "Cinema online\n4 films\n" + "More about this film".join(
        f"{title}\ndir. {name}\n2024, 12 min\n{text}\n" for title, name, text in entries
    )
    assert _titles(page) == ["Salt Road", "Ebb", "Alps", "Fast Horse"]


def test_the_section_that_a_label_names_is_not_the_only_films_title() -> None:
    page = (
        "Festival of the Lake\n\nWinning documentary\n\nSection: Winning documentary\n\nAnd the winner is...\n\nSalt Road\n\n"
        "Bára mends boats and Honza plays the guitar. They set out to see the lake of Salt Road.\n\n"
        "Director: Anna Miller\n\nLength: 52 min\n"
    )
    assert _titles(page) == ["Salt Road"]


def test_who_made_a_film_stands_behind_by() -> None:
    page = (
        "Selected films\n\nSalt Road, a Lake in Winter by Anna Miller\nFrance | 2018 – 25 min. | Documentary\nShe mends boats.\n\n"
        "Fast Horse by Jo Gray\nNorway | 2017 – 15 min. | Fiction\nShe rides to school.\n"
    )
    assert [(film.title, film.directors) for film in _films(page)] == [
        ("Salt Road, a Lake in Winter", ("Anna Miller",)),
        ("Fast Horse", ("Jo Gray",)),
    ]


@pytest.mark.parametrize("row", ["Summe Filme", "raffle draw, thanks", "ads + sponsor reel"])
def test_sums_and_what_happens_between_films_are_none(row: str) -> None:
    page = (
        "Nr\tBeginn\tTitel\tRegie\tLand / Jahr\tLänge\n1\t19:35\tSalzweg\tAnna Miller\tF 2010\t23:00\n"
        f"2\t19:58\tEbbe\tJo Gray\tF 2011\t36:00\n\t\t{row}\t\t\t59:00\n3\t21:00\tRoss\tIda Berg\tI 2011\t47:00\n"
    )
    assert _titles(page) == ["Salzweg", "Ebbe", "Ross"]


def test_letters_for_strokes_before_small_words_part_facts_too() -> None:
    page = (
        "18:00 Salt Road I Polska I reż. Anna Miller I 26 min\nShe mends boats and waits for the rain to come.\n\n"
        "18:30 Ebb I Norwegia I reż. Jo Gray I 12 min\nWhoever lives by the sea counts the hours of the day.\n\n"
        "19:00 Fast Horse I USA I reż. Ida Berg I 88 min\nShe rides to school, and each day she comes late.\n"
    )
    assert [(film.title, film.directors) for film in _films(page)] == [
        ("Salt Road", ("Anna Miller",)),
        ("Ebb", ("Jo Gray",)),
        ("Fast Horse", ("Ida Berg",)),
    ]


def test_a_prize_behind_a_star_is_no_part_of_the_title() -> None:
    page = (
        "Film tour\n\nThe films\n\n1. Salt Road  * Best Film - Snow Sports\n14 min, Norway\n\n"
        "2. The Long Ebb\n12 min, France\n\n3. Fast Horse  * Creative Excellence Award\n30 min, USA\n"
    )
    assert _titles(page) == ["Salt Road", "The Long Ebb", "Fast Horse"]


def test_a_bracket_that_holds_facts_between_bullets_is_no_part_of_the_title() -> None:
    page = "The films are:\n\n" + "\n".join(
        f"  {number}. {title} ({place} • {minutes} mins • {name})"
        for number, (title, place, minutes, name) in enumerate(
            (
                ("Salt Road", "California", 17, "Anna Miller"),
                ("The Long Ebb", "Vancouver", 13, "Jo Gray"),
                ("Fumes", "Singapore", 7, "Ida Berg"),
                ("Fast Horse", "New Zealand", 15, "Ben Page"),
            ),
            1,
        )
    )
    assert [(film.title, film.runtime_seconds, film.directors) for film in _films(page)] == [
        ("Salt Road", 1020, ("Anna Miller",)),
        ("The Long Ebb", 780, ("Jo Gray",)),
        ("Fumes", 420, ("Ida Berg",)),
        ("Fast Horse", 900, ("Ben Page",)),
    ]


def test_premieres_between_japanese_corners_are_no_titles() -> None:
    page = "上映作品\n" + "\n".join(
        f"『{title}』\n\n【{what}】\n{text}\n[2018年/{country}/{minutes}分]\n監督:{name}\n"
        for title, what, text, country, minutes, name in (
            ("塩の道", "アジアン・プレミア", "二人の兄弟が舟を直しはじめる。", "フランス", 107, "阪本順治"),
            ("引き潮", "ワールド・プレミア", "海辺の人は時を数えている。", "日本", 120, "安藤桃子"),
            ("速い馬", "アジアン・プレミア", "彼女は毎朝馬で学校へ行く。", "日本", 95, "照屋年之"),
        )
    )
    assert _titles(page) == ["塩の道", "引き潮", "速い馬"]
