"""Encodings are found out, also by whether the header is understood under them."""

import pytest
from tests.library.intake.listings.making import read

from tourdesk.library.intake.decoding import decoded

JAPANESE = "作品名,監督,国,上映時間\n走れメロス,田中一郎,日本,53分\n山の音,鈴木花子,日本,12分\n"
GERMAN = "Titel;Regie;Land;Länge\nGrüße aus Köln;Jörg Müller;Österreich;53:10\n"
RUSSIAN = "Название;Режиссёр;Страна;Хронометраж\nТень;Иван Петров;Россия;53 мин\n"
CZECH = "Název;Režie;Země;Délka\nSůl;Jiří Dvořák;Česko;12:30\n"
POLISH = "Tytuł;Reżyseria;Kraj;Czas trwania\nSól;Łukasz Żak;Polska;12:30\n"


@pytest.mark.parametrize("encoding", ["utf-8", "shift_jis", "euc_jp", "utf-16"])
def test_two_japanese_films_are_enough(encoding: str) -> None:
    films = read(JAPANESE, encoding=encoding).films
    assert [(film.title, film.runtime_seconds) for film in films] == [("走れメロス", 3180), ("山の音", 720)]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850", "cp437", "utf-16-le"])
def test_one_german_film_is_enough(encoding: str) -> None:
    film = read(GERMAN, encoding=encoding).films[0]
    assert (film.title, film.directors, film.countries) == ("Grüße aus Köln", ("Jörg Müller",), ("AT",))


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "mac_cyrillic"])
def test_one_russian_film_is_enough(encoding: str) -> None:
    film = read(RUSSIAN, encoding=encoding).films[0]
    assert (film.title, film.directors, film.runtime_seconds) == ("Тень", ("Иван Петров",), 3180)


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859_2"])
@pytest.mark.parametrize(
    ("text", "title", "director", "country"),
    [(CZECH, "Sůl", "Jiří Dvořák", "CZ"), (POLISH, "Sól", "Łukasz Żak", "PL")],
)
def test_one_czech_or_polish_film_is_enough(
    text: str, title: str, director: str, country: str, encoding: str
) -> None:
    film = read(text, encoding=encoding).films[0]
    assert (film.title, film.directors, film.countries) == (title, (director,), (country,))


def test_a_damaged_byte_in_utf_8_is_told_and_the_rest_is_read() -> None:
    text = GERMAN.encode() + b"Ebb\xffe;Ada Lin;China;7:05\n"
    reading = read(text)
    assert [film.title for film in reading.films] == ["Grüße aus Köln", "Ebb\ufffde"]
    (problem,) = reading.problems
    assert "cannot be read" in problem.message
    assert "\ufffd" in reading.text.splitlines()[problem.line - 1]


def test_a_byte_of_zero_is_told_and_the_rest_is_read() -> None:
    reading = read(GERMAN.encode() + b"Eb\x00b;Ada Lin;China;7:05\n")
    assert [film.title for film in reading.films] == ["Grüße aus Köln", "Eb\ufffdb"]
    assert [problem.message[:15] for problem in reading.problems] == ["Some characters"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_quotation_marks_are_told_from_letters_within_words(encoding: str) -> None:
    text = "‘Salt Road’ ends early.\n“Ebb” and ‘Fast Horse’ follow, and Anna’s café is open.\n"
    assert decoded(text.encode(encoding), "page.txt") == text
