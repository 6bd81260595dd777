"""What the program says: in every language, whole, and with what is filled in."""

import ast
import re
import string
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from tools.translations import as_mo, as_po, brought_in_step, po_files, said, template

from tourdesk.foundation import language
from tourdesk.foundation.language import _, n_, quoted, speak

EVERY = template()


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


def _messages(file: Path) -> list[Message]:
    with file.open("rb") as stream:
        return [message for message in read_po(stream) if message.id]


def _each(text: str | Sequence[str]) -> list[str]:
    """A sentence, or its forms for one and for many."""
    return [text] if isinstance(text, str) else list(text)


def _placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("file", po_files(), ids=lambda file: file.parts[-3])
class TestLanguage:
    """One language's catalogue."""

    def test_every_sentence_of_the_program_is_there_and_translated(self, file: Path) -> None:
        """A new sentence without a translation is named here."""
        missing = [
            message.id for message in brought_in_step(file, EVERY) if message.id and not said(message.string)
        ]
        assert missing == []

    def test_it_is_in_step_with_the_code_and_compiled(self, file: Path) -> None:
        """`tools/dev.py translations` was run after the last change."""
        catalog = brought_in_step(file, EVERY)
        # The difference of files so long would take the reporter hours to work out.
        in_step = file.read_bytes() == as_po(catalog)
        compiled = file.with_suffix(".mo").read_bytes() == as_mo(catalog)
        assert (in_step, compiled) == (True, True)

    def test_translations_fill_in_what_the_sentences_do(self, file: Path) -> None:
        """No placeholder is lost or misspelt, and no markup."""
        for message in _messages(file):
            ids, strings = _each(message.id), _each(message.string or "")
            for original, translated in zip(ids, strings, strict=True):
                wanted = _placeholders(original)
                assert _placeholders(translated) ^ wanted <= {"n"}, message.id
                assert re.findall(r"</?\w+>", translated) == re.findall(r"</?\w+>", original), message.id


def test_german_is_spoken_and_unspoken_again() -> None:
    """A language is chosen by its name, with or without a country."""
    speak("de_AT")
    assert _("Undo") == "Rückgängig"
    speak("en")
    assert _("Undo") == "Undo"


def test_an_unknown_language_is_said_in_english() -> None:
    """Nobody is left without words."""
    speak("tlh")
    assert _("Night: {night}", night="Leura") == "Night: Leura"


def test_braces_in_a_title_are_no_placeholders() -> None:
    """What is filled in is taken as it stands."""
    assert _("“{name}” was saved.", name="{x} 100 %") == "“{x} 100 %” was saved."
    assert n_("{n} film of {name}", "{n} films of {name}", 2, name="{n}") == "2 films of {n}"


def test_thousands_are_parted_as_the_language_parts_them() -> None:
    """A point in German, a comma in English."""
    assert n_("{n:,} film", "{n:,} films", 2000) == "2,000 films"
    speak("de")
    assert n_("{n:,} film", "{n:,} films", 2000) == "2.000 Filme"
    assert language.thousands(2000) == "2.000"
    assert language.thousands(12) == "12"


def test_decimals_stand_behind_the_mark_of_the_language() -> None:
    """A point in English, a comma in German; rounded, not cut."""
    assert language.decimal(4.46, 1) == "4.5"
    speak("de")
    assert (language.decimal(4.46, 1), language.decimal(0, 2)) == ("4,5", "0,00")


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        ("35", "35", "35"),
        ("35.50", "35.5", "35,5"),
        ("40", "40", "40"),
        ("9007199254740993.5", "9007199254740993.5", "9007199254740993,5"),
    ],
)
def test_a_number_has_all_of_its_decimals_behind_the_mark_of_the_language(
    value: str, english: str, german: str
) -> None:
    assert language.exact(Decimal(value)) == english
    speak("de")
    assert language.exact(Decimal(value)) == german


def test_every_language_offered_has_a_catalogue() -> None:
    """English stands in the code."""
    assert {"en", *(file.parts[-3] for file in po_files())} == set(language.LANGUAGES)


SAYING = frozenset(
    "QLabel QPushButton QAction QCheckBox QRadioButton QGroupBox QMenu setText setToolTip setAccessibleName setAccessibleDescription "
    "setPlaceholderText setWindowTitle setTitle addAction addMenu addTab setSpecialValueText setInformativeText tell labelled "
    "setSuffix ProblemForUser Act EmptyState".split()
)
"""What is called with words that a person reads."""


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in SAYING:
                yield name, node


def _said(node: ast.expr) -> Iterator[ast.expr]:
    """The texts that an argument may be."""
    if isinstance(node, ast.IfExp):
        yield from (*_said(node.body), *_said(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _said(value)
    else:
        yield node


def _words(node: ast.expr) -> str:
    """The letters of a plain text, or of the fixed parts of a formatted one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        fixed = " ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        return re.sub(r"<[^>]*>|&\w+;", "", fixed)
    return ""


def test_what_a_person_reads_goes_through_the_translators() -> None:
    """No label, tooltip or problem is written as a plain text; names of icons and files have no place here."""
    root = Path(language.__file__).parents[1]
    plain = []
    for file in sorted(root.rglob("*.py")):
        for name, call in _calls(ast.parse(file.read_text(encoding="utf-8"))):
            arguments = (
                [*call.args[1:], *(k.value for k in call.keywords)] if name == "EmptyState" else call.args
            )
            plain += [
                f"{file.relative_to(root)}:{node.lineno}: {_words(node)}"
                for argument in (arguments[:1] if name == "Act" else arguments)
                for node in _said(argument)
                if re.search(r"[A-Za-z]{2,}", _words(node))
                and not re.fullmatch(r"[a-z-]+|TourDesk *", _words(node))
            ]
    assert plain == []


def test_titles_stand_in_the_quotation_marks_of_the_language() -> None:
    """English marks are written in whole sentences alone, which are translated with them."""
    speak("de")
    assert quoted("Balance") == "„Balance“"
    root = Path(language.__file__).parents[1]
    written = [
        f"{file.relative_to(root)}:{node.lineno}"
        for file in sorted(root.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and re.fullmatch("f['\"]“.*”['\"]", ast.unparse(node))
    ]
    assert written == []
