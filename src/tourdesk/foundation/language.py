"""The language of what the program says: gettext catalogues, made and filled with Babel's tools.

Every sentence a person reads is written in English at its place, inside `_()`, and translated in
`resources/translations/LANGUAGE/LC_MESSAGES/tourdesk.po` (`tools/dev.py translations` collects what is new).
"""

import gettext
import os
import string
from typing import TYPE_CHECKING

from tourdesk.foundation.assets import resources

if TYPE_CHECKING:
    from decimal import Decimal

LANGUAGES = ("en", "de")
"""What the program can speak; English is what stands in the code."""

_spoken: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def speak(language: str) -> None:
    """Say everything in a language from now on; a language that is not in `LANGUAGES` is said in English.

    Called once, before anything is said: what has been said stays as it was.
    """
    global _spoken, _language  # noqa: PLW0603 - a program has one voice, as the locale has
    plain = language.replace("-", "_").split("_")[0].lower()
    if plain == "en" or plain not in LANGUAGES:
        _spoken, _language = gettext.NullTranslations(), "en"
    else:
        _spoken = gettext.translation("tourdesk", resources() / "translations", [plain])
        _language = plain


def spoken() -> str:
    """The language that is spoken: one of `LANGUAGES`, as BCP 47."""
    return _language


def _(sentence: str, /, **values: object) -> str:
    """A sentence in the language that is spoken, its `{placeholders}` filled from `values`."""
    said = _spoken.gettext(sentence)
    return _filled(said, values) if values else said


def n_(one: str, many: str, n: int, /, **values: object) -> str:
    """The sentence for one or for many, as the language counts; `{n}` stands for the number."""
    return _filled(_spoken.ngettext(one, many, n), {"n": n, **values})


class _Locale(string.Formatter):
    """Fills in as `str.format` does; thousands (`{n:,}`) are parted as the language parts them."""

    def format_field(self, value: object, format_spec: str) -> str:
        said = str(super().format_field(value, format_spec))
        return said.replace(",", _THOUSANDS[_language]) if format_spec == "," else said


_THOUSANDS = {"en": ",", "de": "."}
_POINT = {"en": ".", "de": ","}


def _filled(said: str, values: dict[str, object]) -> str:
    return _Locale().vformat(said, (), values) if ":,}" in said else said.format(**values)


def thousands(number: int) -> str:
    """A whole number, its thousands parted as the language parts them: `2,000`, German `2.000`."""
    return f"{number:,}".replace(",", _THOUSANDS[_language])


def decimal(number: float, places: int) -> str:
    """A number with so many decimals behind the mark of the language: `4.5`, German `4,5`."""
    return f"{number:.{places}f}".replace(".", _POINT[_language])


def exact(value: "Decimal") -> str:
    """A number with all the decimals that it has, as the language writes them: `35`, `35.5`, German `35,5`."""
    return f"{value.normalize():f}".replace(".", _POINT[_language])


def quoted(words: str) -> str:
    """Words of the user, a title or a name, between the quotation marks of the language."""
    return _("“{words}”", words=words)


def later(sentence: str) -> str:
    """A sentence that stands in a constant: marked here for the translators, said with `_()` when it is shown."""
    return sentence


def wanted_by_environment() -> str:
    """The language that the environment asks for, as gettext looks it up; English where it asks for none."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if asked := os.environ.get(name, "").split(":")[0]:
            return asked
    return "en"
