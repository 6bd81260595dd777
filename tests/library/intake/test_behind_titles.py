"""What stands behind titles, names and codes as if it were their last word: kinds of film, countries, states."""

import pytest

from tourdesk.library.intake.page import read_page


@pytest.mark.parametrize("kind", ["Dokumentarfilm", "Documentary", "Animation"])
@pytest.mark.parametrize("title", ["SALT ROAD", "EBB (Low Water)"])
def test_a_kind_of_film_behind_the_title_is_none_of_its_words(title: str, kind: str) -> None:
    page = (
        f"{title}, {kind}, Regie: Anna Keller (3 Min)\n"
        f"TIDE, {kind}, Regie: Berta Ruiz (4 Min)\n"
        f"WIND AND WALL, {kind}, Regie: Paul Roux (6 Min)\n"
    )
    films = read_page(page).films
    assert [film.original_title or film.title for film in films][1:] == ["TIDE", "WIND AND WALL"]
    assert (films[0].title or "").startswith(title.partition(" (")[0])
    assert [film.tags for film in films] == [(kind,)] * 3


def test_a_country_in_brackets_behind_the_title_is_the_films() -> None:
    page = (
        "Slaná cesta (Chile). Režie: Hugo Blanco. Rok výroby: 2021. Délka: 16 minut.\n\nŽena, pes a moře.\n\n"
        "Odliv (Velká Británie). Režie: Anna Keller. Rok výroby: 2020. Délka: 31 minut.\n\nDům na kopci.\n"
    )
    films = read_page(page).films
    assert [(film.title, film.countries) for film in films] == [("Slaná cesta", ("CL",)), ("Odliv", ("GB",))]


def test_a_country_behind_a_name_is_parted_from_it_without_a_sign() -> None:
    page = (
        "SEL De Nicolas Perrin France | 17 min | 2015 Un vieux pêcheur attend.\n"
        "MARÉE De Lucie Garnier France | 15 min | 2024 Deux enfants et une barque.\n"
    )
    films = read_page(page).films
    assert [(film.directors, film.countries) for film in films] == [
        (("Nicolas Perrin",), ("FR",)),
        (("Lucie Garnier",), ("FR",)),
    ]


def test_a_surname_that_is_a_country_stays_with_its_name() -> None:
    (film,) = read_page("Salt Road\nDirected by: Mary Ann England\nRuntime: 12 minutes\n").films
    assert film.directors == ("Mary Ann England",)
    assert film.countries == ()


def test_a_code_that_is_a_states_too_is_a_country_before_a_year() -> None:
    page = (
        "Salt Road\nTobias Keller | DE 2020 | 6 min\n\nEbb\nKen Wardle | IE 2007 | 3 min\n\n"
        "Tide\nAnn Gray | CA 2015 | 9 min\n"
    )
    assert [film.countries for film in read_page(page).films] == [("DE",), ("IE",), ("CA",)]


def test_a_code_behind_a_town_is_a_state() -> None:
    (film,) = read_page("Salt Road\nAnn Gray, Sacramento, CA 2015 | 9 min\n").films
    assert film.countries in {(), ("US",)}


def test_films_that_labels_tell_of_alike_are_all_kept() -> None:
    page = (
        "Jump to main content\n\n2021 Archive\n\nShortlisted\n\n"
        "MLK/KING\n\nDirector:\nSam Miller\nProducer(s):\nPhil Pinto, Jessica Luna\nArchive Researcher:\nBrian Becker\n"
        "Archival Sources:\nGetty, NBC\nProduction Company:\nField Films, Play Pictures\n"
        "Country of Production:\nUnited States\n\nSynopsis\n\nWhat the bureau kept, told with pictures of the time.\n\n\n"
        "Finding Jack Carter\n\nDirector:\nGabriel Clarke, Pete Thomas\nProducer(s):\nJohn Kenna, Drew Masters\n"
        "Archive Researcher:\nProduction Team\nArchival Sources:\nPrivate Owner - Craig Johnson, North East Film Archive\n"
        "Production Company:\nNoah Media Group\nCountry of Production:\nUnited Kingdom, Ireland\n\nSynopsis\n\n"
        "A player who became a hero on the other side of the water.\n\n\nContact us   Privacy policy\n"
    )
    assert [film.title for film in read_page(page).films] == ["MLK/KING", "Finding Jack Carter"]


def test_a_label_that_no_space_parts_from_the_title_is_still_a_label() -> None:
    page = (
        "-\nCASTLE監督:宮嶋龍太郎\n城の設計者が、茶室をひとつ置く。\n-\n"
        "夜間飛行監督:三宅美奈子\n15年前に東京へ出た祖父の店に、孫娘がやってくる。\n"
    )
    films = read_page(page).films
    assert [(film.title, film.directors) for film in films] == [
        ("CASTLE", ("宮嶋龍太郎",)),
        ("夜間飛行", ("三宅美奈子",)),
    ]


def test_a_title_with_a_word_cut_short_in_brackets_is_no_sentence() -> None:
    page = (
        "Running is common, and this film tells how it came to be allowed. It begins in the sixties.\n\n"
        "Salt to Run (doc.)\nDirector: Pierre Moran\nCountry: Switzerland, France\nYear: 2015\nRuntime: 90′\n"
        "Production: Point Prod, ADN Studio\nKinoKauch presents\n\nwatch online | kinokauch\n"
    )
    assert [film.title for film in read_page(page).films] == ["Salt to Run"]


def test_the_directors_name_in_two_alphabets_is_no_title() -> None:
    page = (
        "EBB\n\nEvery September runners set out from Athens and try to be in Sparta in time.\n"
        "Balazs SIMON 발라주 시몬\nBalazs SIMON has run the race himself and works as a director since 2002.\n"
        "Director Balazs SIMON\nCountry Hungary, Greece\nYear 2017\nRunning Time 81min\n"
    )
    assert [film.title for film in read_page(page).films] == ["EBB"]


def test_names_run_together_are_two() -> None:
    (film,) = read_page("Salt Road\nDirected by: Anna SawyerGabriel Keller-Roux\nRuntime: 12 minutes\n").films
    assert film.directors == ("Anna Sawyer", "Gabriel Keller-Roux")


def test_a_name_said_again_in_another_alphabet_is_said_once() -> None:
    page = "Άμμος\nΣκηνοθεσία: Νικολέτα Νικολάου / Nikoleta Nikolaou\nΔιάρκεια: 12 λεπτά\n"
    assert read_page(page).films[0].directors == ("Νικολέτα Νικολάου",)


def test_a_surname_with_capitals_within_stays_whole() -> None:
    (film,) = read_page(
        "Salt Road\nDirected by: Danny MacAskill, Fiona McDonald\nRuntime: 12 minutes\n"
    ).films
    assert film.directors == ("Danny MacAskill", "Fiona McDonald")


def test_the_names_of_producers_end_before_a_prize() -> None:
    page = "Salt Road\nProduced by: Mad Arts, Best Animated Short, Keller Film\nRuntime: 12 minutes\n"
    (film,) = read_page(page).films
    assert film.producers == ("Mad Arts",)
    assert "producers" in film.doubtful


def test_titles_with_nothing_but_who_made_them_are_films_where_three_stand_so() -> None:
    page = (
        "Short Film Competition\n\nThe winners will be announced on Saturday. The finalists are:\n\n"
        "Salt Road\nby Daniel Holm\n\nThe Weather Report\nby Paul Murray\n\nEbb\nby Padraig Conway\n\nAll other dates\n"
    )
    films = read_page(page).films
    assert [(film.title, film.directors) for film in films] == [
        ("Salt Road", ("Daniel Holm",)),
        ("The Weather Report", ("Paul Murray",)),
        ("Ebb", ("Padraig Conway",)),
    ]


def test_a_kind_of_film_that_ends_the_line_of_labels_is_a_tag() -> None:
    page = (
        "Sůl a moře (Rusko). Režie: Anton Blanc. Rok výroby: 2019. Délka: 15 minut. Animovaný film.\n\nDvě duše.\n\n"
        "Odliv (Velká Británie). Režie: Anna Keller. Rok výroby: 2021. Délka: 31 minut. Animovaný film.\n\nDům.\n"
    )
    films = read_page(page).films
    assert [(film.title, film.countries, film.tags) for film in films] == [
        ("Sůl a moře", ("RU",), ("Animovaný film",)),
        ("Odliv", ("GB",), ("Animovaný film",)),
    ]


def test_a_timecode_with_frames_is_a_length() -> None:
    page = (
        "Cue\tClock\tItem\tCountry\tTC dur (hh:mm:ss:ff)\tSource\n"
        "01\t19:30\tWelcome (host)\t\t00:05:00:00\tmic\n"
        "02\t19:35\tSalt Road\tUSA\t00:08:12:00\tDCP\n"
        "03\t19:43\tThe Running Tide\tUSA\t00:09:03:12\tDCP\n"
        "04\t19:52\tEbb\tFrance\t00:44:20:00\tProRes\n"
    )
    films = read_page(page).films
    assert [(film.title, film.runtime_seconds) for film in films] == [
        ("Salt Road", 492),
        ("The Running Tide", 543),
        ("Ebb", 2660),
    ]


def test_the_heading_of_a_list_is_an_unsure_section_and_odd_producers_are_unsure() -> None:
    page = (
        "Corti di montagna\n\nSalt Road\nDirected by: Anna Keller\nProduced by: Nina Film con il contributo del fondo\nRuntime: 12 minutes\n\n"
        "Ebb\nDirected by: Paul Roux\nProduced by: Keller Film\nRuntime: 9 minutes\n"
    )
    first, second = read_page(page).films
    assert "producers" in first.doubtful
    assert "producers" not in second.doubtful
    assert all(film.section is None or "section" in film.doubtful for film in (first, second))


@pytest.mark.parametrize("title", ["Casting", "Strike", "Visa", "Western"])
def test_a_title_of_one_word_may_be_a_word_of_pages(title: str) -> None:
    (film,) = read_page(f"{title}\n\nDirected by: Anna Keller\nCountry: Norway\nRuntime: 12 minutes\n").films
    assert film.title == title


def test_what_is_said_of_the_evening_is_no_films_text() -> None:
    page = (
        "Mountain night\n\nSalt Road – Philip Becker – 32’\nTwo skiers ride their bikes to the sea.\n\n"
        "Danny’s Day – Stu Thomas – 6’\nPlease note films are subject to change.\n"
    )
    first, second = read_page(page).films
    assert first.synopsis or first.logline
    assert not second.synopsis
    assert not second.logline


def test_a_talk_behind_a_title_is_no_part_of_it_and_takes_no_film_away() -> None:
    page = "Salmon Kings w/ filmmaker Q&A - 21 min\nSalt Road - 9 min\nEbb w/ Q&A - 4 min\n"
    assert [film.title for film in read_page(page).films] == ["Salmon Kings", "Salt Road", "Ebb"]


def test_who_made_a_film_stands_behind_un_film_d() -> None:
    page = "LE GARDIEN\nUn film d'Olivier Alexandre / 52' / 2020 / France, Iran\nIl garde le refuge depuis trente ans.\n"
    (film,) = read_page(page).films
    assert film.directors == ("Olivier Alexandre",)
    assert film.doubtful == ()
