from collections.abc import Iterator

import pytest
from tools.names import FOLDER, names

from tourdesk.foundation.codes import country_name, language_name
from tourdesk.foundation.language import LANGUAGES, speak


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_are_those_that_babel_knows(language: str) -> None:
    kept = {file: (FOLDER / file).read_text(encoding="utf-8") for file in names(language)}
    differ = [file for file, text in names(language).items() if kept[file] != text]
    assert differ == [], "python -m tools.names writes them anew"


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "NO", "Norway"),
        ("de", "NO", "Norwegen"),
        ("en", " ch ", "Switzerland"),
        ("en", "HK", "Hong Kong"),
        ("de", "MO", "Macau"),
        ("en", "XQ", "XQ"),
    ],
)
def test_a_country_is_named_in_the_language_that_is_spoken(language: str, code: str, name: str) -> None:
    speak(language)
    assert country_name(code) == name


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "de", "German"),
        ("de", "de", "Deutsch"),
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("en", "de-LI", "German"),
        ("en", "prs", "Dari"),
        ("en", "lld", "Ladin"),
        ("de", "lld", "Ladinisch"),
        ("de", "xx", None),
    ],
)
def test_a_language_is_named_in_the_language_that_is_spoken(
    language: str, code: str, name: str | None
) -> None:
    speak(language)
    assert language_name(code) == name
