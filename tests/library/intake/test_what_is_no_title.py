"""What stands where titles do and is none; and titles that look like something else."""

import pytest

from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading


def _films(text: str) -> list[FilmReading]:
    return list(read_page(text).films)


def _titles(text: str) -> list[str]:
    return [film.title for film in _films(text)]


def test_the_names_of_pictures_below_the_facts_are_no_titles() -> None:
    page = "\n\n".join(
        f"{title}  von {name} | Österreich | {minutes} min.\n\nShow_000{minutes}_{title.replace(' ', '-')}\n\n{text}"
        for title, name, minutes, text in (
            ("SALT ROAD", "Anna Miller", 15, "Zwei Brüder flicken ein Boot, und der See ist leer."),
            ("EBB", "Jo Gray", 4, "Wer am Meer wohnt, zählt die Stunden bis zur Flut."),
            ("ROTE KREIDE", "Ida Berg", 11, "Sie schreibt an jede Wand, bis einer antwortet."),
        )
    )
    assert _titles(page) == ["SALT ROAD", "EBB", "ROTE KREIDE"]


@pytest.mark.parametrize("title", ["Jack-in-the-Box", "Catch-as-Catch-Can"])
def test_a_title_of_words_with_hyphens_is_no_name_of_a_picture(title: str) -> None:
    page = (
        "Salt Road\n9 min, France, 2018\nDirector: Jo Gray\nShe rides to school, and each day she comes late.\n\n"
        f"{title}\n12 min, Norway, 2019\nDirector: Anna Miller\nTwo brothers mend a boat, and the lake is dry.\n"
    )
    assert _titles(page) == ["Salt Road", title]


@pytest.mark.parametrize(
    "line", ["This event has passed", "Questo evento è passato", "FREE Earth Day Event with Panel!"]
)
def test_what_a_site_says_of_the_evening_is_no_title(line: str) -> None:
    page = (
        f"Salt Road\n\n{line}\n\nTwo brothers mend a boat, and the lake is dry. Salt Road is their last summer.\n\n"
        "Director\n\nAnna Miller\n\nCountry of Origin\n\nCanada\n\nYear\n\n2024\n\n72 min\n"
    )
    assert _titles(page) == ["Salt Road"]


def test_a_person_below_the_text_is_not_the_only_films_title() -> None:
    page = (
        "Salt Road (Norway)\n\n  • Anna Miller, Jo Gray\n\n"
        "In an empty village a woman mends boats. When a family comes over the pass, her summer ends.\nIda Berg\n"
        "Length:  85'\nCountry:  Norway\nYear:  2019\n"
    )
    (film,) = _films(page)
    assert (film.title, film.original_title, film.countries) == ("Salt Road", None, ("NO",))


def test_a_country_or_a_year_before_the_facts_is_a_title_where_others_have_theirs_there() -> None:
    page = (
        "- Salt Road (dir. Anna Miller; 8 min.) — Two brothers mend a boat on a dry lake.\n"
        "- America (dir. Jo Gray; 9 min.) — A history of what is left of the road.\n"
        "- Fast Horse (dir. Ida Berg; 4 min.) — She rides to school and comes late.\n"
        "- The Long Ebb (dir. Ben Page; 38 min.) — What the wind wants from this village.\n"
    )
    films = _films(page)
    assert [film.title for film in films] == ["Salt Road", "America", "Fast Horse", "The Long Ebb"]
    assert films[1].countries == ()


def test_a_table_begins_with_its_header_and_not_with_what_stands_above() -> None:
    page = (
        "TRAIL NIGHT\nRun sheet v3\t\t\tstage mgr: Kit\n\nStart\tItem\tDir / who\tYr\tOrigin\tLength\n"
        "7:30 pm\tWelcome\t\t\t\t5:00\n7:35 pm\tSalt Road\tAnna Miller\t2019\tUS\t12:34\n"
        "7:48 pm\tEbb\tJo Gray\t2014\tBelgium\t26:10\n8:14 pm\traffle draw, thanks\t\t\t\t5:00\n"
        "8:19 pm\tFast Horse\tIda Berg\t2016\tUS\t1:03:20\n"
    )
    assert [(film.title, film.runtime_seconds, film.year) for film in _films(page)] == [
        ("Salt Road", 754, 2019),
        ("Ebb", 1570, 2014),
        ("Fast Horse", 3800, 2016),
    ]


def test_days_are_no_titles_in_a_table_of_an_unknown_language() -> None:
    page = (
        "Kuupäev\tÕhtu\tKell\tKoht\tRežii\tAasta\tKestus\n22.12.2025\tSoolatee\t19:00\tTeater\tAnna Miller\t2022\t138\n"
        "23.12.2025\tMõõn\t19:30\tMuuseum\tJo Gray\t2024\t68\n24.12.2025\tKiire hobune\t20:30\tKlubi\tIda Berg\t2011\t118\n"
    )
    assert _titles(page) == ["Soolatee", "Mõõn", "Kiire hobune"]


def test_quotation_marks_that_another_encoding_lost_still_mark_titles() -> None:
    page = (
        "The films include:\n\ufffdSalt Road\ufffd (12 min)\nThe boats aren\ufffdt mended.\n"
        "\ufffdEbb\ufffd (9 min)\nWhoever lives by the sea counts the hours.\n"
    )
    films = _films(page)
    assert [film.title for film in films] == ["Salt Road", "Ebb"]
    assert films[0].synopsis == "The boats aren’t mended."


@pytest.mark.parametrize(
    "text",
    [
        "Elle r\ufffdpare un bateau apr\ufffds la for\ufffdt, et trouve une \ufffdtoile.",
        "Un homme trouve une \ufffdtoile au bord de la mer.",
    ],
)
def test_letters_that_another_encoding_lost_are_taken_for_no_quotation_marks(text: str) -> None:
    (film,) = _films(f"Le Caf\ufffd (12 min, France, 2019)\n{text}\n")
    assert (film.title, film.synopsis) == ("Le Caf\ufffd", text)


def test_films_listed_in_one_line_have_no_text_but_their_own() -> None:
    page = (
        "I titoli in programma: Salt Road (2017, 10’, regia di Anna Miller); Ebb (2016, 12’, regia di Jo Gray); "
        "Alps (2015, 9’, regia di Ida Berg)\n*L’accesso sarà consentito fino ad esaurimento dei posti disponibili.\n"
    )
    films = _films(page)
    assert [film.title for film in films] == ["Salt Road", "Ebb", "Alps"]
    assert [film.synopsis for film in films] == [None, None, None]


def test_a_film_without_a_text_among_films_with_theirs_is_asked_for_it() -> None:
    page = "\n\n".join(
        f"{title}\n{minutes} min, Norway, 2019\nDirector: Anna Miller\n{text}".strip()
        for title, minutes, text in (
            ("Salt Road", 12, "Two brothers mend a boat, and the lake is dry."),
            ("Ebb", 9, ""),
            ("Fast Horse", 30, "She rides to school, and each day she comes late."),
        )
    )
    assert [("synopsis" in film.doubtful, bool(film.synopsis)) for film in _films(page)] == [
        (False, True),
        (True, False),
        (False, True),
    ]
