"""The rules that can be wished for, as sentences that people read; numbers and words stand in their middle."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tourdesk.foundation.language import _, later

FIELD = re.compile(r"\{(\w+)\}")
"""Where a number or a word stands in a sentence."""
TEXT = "text"
"""The field of a sentence that holds a word, not a number."""


class WishKind(StrEnum):
    """What a wish is about; the value is what the fit calls its rule, and a rule set in a file."""

    DIRECTOR = "director"
    SECTION = "section"
    APART = "apart"
    COUNTRIES = "countries"
    TAG = "tag"
    COUNT = "count"
    PART = "part"
    SPARE = "spare"
    OPENER = "opener"
    CLOSER = "closer"
    UNSEEN = "unseen"
    OTHER = "other"
    LICENSED = "licensed"
    FEES = "fees"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence: what it is until somebody changes it, and what it can be."""

    usual: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A wish in words; each `{n}`, `{low}`, `{high}` is one of the numbers, in this order, `{text}` a word.

    `one` is said when the first number is 1. `softens`: it may be asked for as something that would be nice.
    """

    words: str
    numbers: tuple[Number, ...] = ()
    on: bool = False
    one: str = ""
    softens: bool = True

    def said(self, values: tuple[int, ...]) -> str:
        """The sentence for these numbers, in the language that is spoken, its fields still in it."""
        return _(self.one if self.one and values[:1] == (1,) else self.words)

    @property
    def takes_text(self) -> bool:
        """Whether a word stands in it."""
        return TEXT in FIELD.findall(self.words)


SENTENCES: Mapping[WishKind, Sentence] = MappingProxyType(
    {
        WishKind.DIRECTOR: Sentence(
            later("At most {n} films by one director"),
            (Number(1, 1, 20),),
            on=True,
            one=later("At most {n} film by one director"),
        ),
        WishKind.SECTION: Sentence(
            later("At most {n} films of one section"),
            (Number(3, 1, 20),),
            one=later("At most {n} film of one section"),
        ),
        WishKind.APART: Sentence(later("No two films of one section in a row")),
        WishKind.COUNTRIES: Sentence(
            later("From at least {n} countries"),
            (Number(3, 1, 30),),
            one=later("From at least {n} country"),
        ),
        WishKind.TAG: Sentence(
            later("At least {n} films with the tag {text}"),
            (Number(1, 1, 30),),
            one=later("At least {n} film with the tag {text}"),
        ),
        WishKind.COUNT: Sentence(
            later("Between {low} and {high} films"), (Number(4, 1, 99), Number(10, 1, 99))
        ),
        WishKind.PART: Sentence(
            later("No part longer than {n} min"), (Number(75, 5, 600),), on=True, softens=False
        ),
        WishKind.SPARE: Sentence(
            later("Leave {n} minutes to spare"),
            (Number(5, 1, 240),),
            one=later("Leave {n} minute to spare"),
            softens=False,
        ),
        WishKind.OPENER: Sentence(later("Opens with a film of at most {n} min"), (Number(10, 1, 240),)),
        WishKind.CLOSER: Sentence(later("Each part ends with its longest film"), on=True),
        WishKind.UNSEEN: Sentence(later("No film that this town has seen")),
        WishKind.OTHER: Sentence(later("No film of this stop’s other evenings"), softens=False),
        WishKind.LICENSED: Sentence(later("Only films with a licence for the night"), softens=False),
        WishKind.FEES: Sentence(
            later("Licence fees of at most {n} in all"), (Number(300, 0, 100_000),), softens=False
        ),
    }
)
"""All wishes in the order in which they are shown."""
