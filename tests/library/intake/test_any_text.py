"""Any text and any bytes give a reading or one clear sentence; how a page was copied makes no difference."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.file import LIMIT_BYTES, read_file_bytes
from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import FilmReading, PageReading

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
PLAIN = [page for page in PAGES if b"<html" not in page.read_bytes() and b"   " not in page.read_bytes()]

# fmt: off
PIECES = st.sampled_from(
    [
        "The Hard Way",
        "Director:",
        "Directed by",
        "Regie: Anna Miller",
        "USA",
        "2019",
        "12 min",
        "12:20",
        "(",
        ")",
        "–",
        "|",
        "\t",
        "\n",
        "\n\n",
        " ",
        "Title\tDirector\tMin",
        "« ",
        " »",
        "More in this category:",
        "Sponsors",
        "監督:",
        "22 分",
        "France/Belgium",
        "“Nine Lives”",
        "1. ",
        "• ",
        "et al.",
        "Synopsis: It rains.",
        "He walks to the sea and does not come back.",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "<td>",
        "</td>",
        "<html>",
        "***",
        "::",
        "''",
        '"',
    ]
)
# fmt: on


def check(reading: PageReading) -> None:
    for film in reading.films:
        assert 0 <= film.start <= film.end <= len(reading.text)
        for mark in film.evidence:
            assert 0 <= mark.start <= mark.end <= len(reading.text)
            assert reading.text[mark.start : mark.end].strip()
        assert film.runtime_seconds is None or 0 < film.runtime_seconds <= 24 * 3600
        assert film.year is None or 1900 <= film.year < 2040
    lines = reading.text.count("\n") + 1
    assert all(1 <= problem.line <= lines and problem.message for problem in reading.problems)
    assert reading.films or reading.problems


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_gives_a_reading(text: str) -> None:
    check(read_page(text))


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(deadline=None, max_examples=300)
def test_any_heap_of_facts_gives_a_reading(text: str) -> None:
    check(read_page(text))


def assert_names_the_file(problem: ProblemForUser) -> None:
    assert "page.txt" in problem.sentence


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_give_a_reading_or_a_sentence(data: bytes) -> None:
    try:
        reading = read_file_bytes(data, "page.txt")
    except ProblemForUser as problem:
        assert_names_the_file(problem)
    else:
        check(reading)


def test_a_file_that_is_too_large_is_refused_in_a_sentence() -> None:
    with pytest.raises(ProblemForUser, match="larger than 10 MB"):
        read_file_bytes(b" " * (LIMIT_BYTES + 1), "line-up.txt")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"PK\x03\x04...", b"\x89PNG\r\n", b"\x00\x01\x02\x00" * 50]
)
def test_a_file_that_is_no_text_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ProblemForUser, match=r"line-up\.bin"):
        read_file_bytes(data, "line-up.bin")


@pytest.mark.parametrize("text", ["", "   \n\n ", "\ufeff", "Nothing of note happened on Tuesday."])
def test_a_page_without_films_says_so_and_what_to_do(text: str) -> None:
    reading = read_page(text)
    assert reading.films == ()
    assert len(reading.problems) == 1
    assert "paste" in reading.problems[0].message


def test_a_page_of_endless_lines_is_read_up_to_a_line_that_is_named() -> None:
    reading = read_page("The Hard Way\nUSA, 12 min\nHe runs up the hill and down again.\n\n" * 7_000)
    assert reading.films
    assert "20,000 lines" in reading.problems[-1].message


def essence(reading: PageReading) -> list[tuple[object, ...]]:
    def values(film: FilmReading) -> tuple[object, ...]:
        return (
            *(
                film.title,
                film.original_title,
                film.year,
                film.runtime_seconds,
                film.runtime_approximate,
                film.directors,
            ),
            *(
                film.producers,
                film.languages,
                film.countries,
                film.section,
                film.tags,
                film.doubtful,
                bool(film.synopsis),
            ),
        )

    return [values(film) for film in reading.films]


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.stem)
def test_how_a_page_was_copied_makes_no_difference(page: Path) -> None:
    text = page.read_text(encoding="utf-8").lstrip("\ufeff")
    plain = essence(read_page(text))
    assert essence(read_page(text.replace("\n", "\r\n"))) == plain
    assert essence(read_page("\ufeff" + text)) == plain
    assert essence(read_page(text.replace(" ", "\u00a0"))) == plain
    assert essence(read_page(text.replace("\n", "\n\n"))) == plain
    assert essence(read_page(text.replace("\n", " \n"))) == plain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    text = "Ein Ärger\nRegie: Jörg Müller\nÖsterreich, 2019, 12 min\nEr läuft über den Gletscher und findet nichts.\n"
    film = read_file_bytes(text.encode(encoding), "film.txt").films[0]
    assert (film.title, film.directors, film.countries) == ("Ein Ärger", ("Jörg Müller",), ("AT",))


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("cp1250", "Poslední čtvrť"),
        ("cp1251", "Северный ветер"),
        ("cp1253", "Το τελευταίο φως"),
        ("shift_jis", "山の声と白い道"),
        ("gb18030", "夜行列车的声音"),
    ],
)
def test_older_encodings_are_found_out(encoding: str, title: str) -> None:
    text = f"{title}\n2019, 12 min\n{title} {title}\n"
    assert read_file_bytes(text.encode(encoding), "film.txt").films[0].title == title


def test_twice_coded_text_is_set_right() -> None:
    text = "L’été\nRéalisation : Zoé Dupré\n2019, 12 min\nUn café, une forêt et l’hiver qui vient.\n"
    assert read_page(text.encode().decode("cp1252")).films[0].title == "L’été"
