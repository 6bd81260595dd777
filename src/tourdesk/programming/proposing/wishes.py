"""The rules of an evening as sentences that people read, each with a switch and its numbers."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from tourdesk.programming.fit.request import (
    Closer,
    Distinct,
    Each,
    FilmCount,
    Must,
    Never,
    NotAdjacent,
    Opener,
    Rule,
)

MUST, NEVER = "must", "never"
"""What the fit calls the films that must and those that must not be shown."""


class WishKind(StrEnum):
    """What a wish is about; the value is what the fit calls its rule."""

    DIRECTOR = "director"
    SECTION = "section"
    COUNTRIES = "countries"
    COUNT = "count"
    PART = "part"
    OPENER = "opener"
    CLOSER = "closer"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence: what it is until somebody changes it, and what it can be."""

    usual: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A wish in words; each `{}` is one of the numbers. `one` is said when the first number is 1."""

    words: str
    numbers: tuple[Number, ...] = ()
    on: bool = False
    one: str = ""

    def words_for(self, values: tuple[int, ...]) -> str:
        """The words around these numbers."""
        return self.one if self.one and values[:1] == (1,) else self.words


SENTENCES: Mapping[WishKind, Sentence] = MappingProxyType(
    {
        WishKind.DIRECTOR: Sentence(
            "At most {} films by one director",
            (Number(1, 1, 20),),
            on=True,
            one="At most {} film by one director",
        ),
        WishKind.SECTION: Sentence(
            "At most {} films of one section", (Number(3, 1, 20),), one="At most {} film of one section"
        ),
        WishKind.APART: Sentence("No two films of one section in a row"),
        WishKind.COUNTRIES: Sentence(
            "From at least {} countries", (Number(3, 1, 30),), one="From at least {} country"
        ),
        WishKind.COUNT: Sentence("Between {} and {} films", (Number(4, 1, 99), Number(10, 1, 99))),
        WishKind.PART: Sentence("No part longer than {} min", (Number(75, 5, 600),), on=True),
        WishKind.OPENER: Sentence("Opens with a film of at most {} min", (Number(10, 1, 240),)),
        WishKind.CLOSER: Sentence("Each part ends with its longest film", on=True),
    }
)
"""All wishes in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish: its switch and its numbers, in the order of its sentence."""

    kind: WishKind
    on: bool
    values: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """The wish with its numbers: `At most 1 film by one director`."""
        return SENTENCES[self.kind].words_for(self.values).format(*self.values)

    def rule(self) -> Rule | None:
        """What the fit calls it; None for the lengths of the parts, which are no rule there."""
        name, values = self.kind.value, self.values
        rule: Rule | None = None
        match self.kind:
            case WishKind.DIRECTOR:
                rule = Each(id=name, attribute="director", at_most=values[0])
            case WishKind.SECTION:
                rule = Each(id=name, attribute="section", at_most=values[0])
            case WishKind.COUNTRIES:
                rule = Distinct(id=name, attribute="country", at_least=values[0])
            case WishKind.COUNT:
                rule = FilmCount(id=name, at_least=min(values), at_most=max(values))
            case WishKind.OPENER:
                rule = Opener(id=name, max_seconds=values[0] * 60)
            case WishKind.CLOSER:
                rule = Closer(id=name, longest=True, each_part=True)
            case WishKind.APART:
                rule = NotAdjacent(id=name, attribute="section")
        return rule


def usual_wishes() -> tuple[Wish, ...]:
    """All wishes as they are until somebody changes them."""
    return tuple(
        Wish(kind, sentence.on, tuple(number.usual for number in sentence.numbers))
        for kind, sentence in SENTENCES.items()
    )


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything that is wished of an evening; `must` and `never` are ids of films."""

    all: tuple[Wish, ...] = field(default_factory=usual_wishes)
    must: tuple[int, ...] = ()
    never: tuple[int, ...] = ()

    def of(self, kind: WishKind) -> Wish:
        """The wish of a kind."""
        return next(wish for wish in self.all if wish.kind is kind)

    def having(self, changed: Wish) -> "Wishes":
        """The wishes with another one in place of that of its kind."""
        return replace(self, all=tuple(changed if wish.kind is changed.kind else wish for wish in self.all))

    def without(self, name: str) -> "Wishes":
        """The wishes with one given up, by the name that the fit knows it by."""
        if name == MUST:
            return replace(self, must=())
        if name == NEVER:
            return replace(self, never=())
        return self.having(replace(self.of(WishKind(name)), on=False))

    def wanting(self, films: Iterable[int]) -> "Wishes":
        """The wishes with these films among those that must be shown, and not among those that must not."""
        more = tuple(films)
        kept = tuple(film for film in self.never if film not in more)
        return replace(self, must=tuple(dict.fromkeys((*self.must, *more))), never=kept)

    def refusing(self, films: Iterable[int]) -> "Wishes":
        """The wishes with these films among those that are never shown, and not among those that must be."""
        more = tuple(films)
        kept = tuple(film for film in self.must if film not in more)
        return replace(self, never=tuple(dict.fromkeys((*self.never, *more))), must=kept)

    def leaving(self, film: int) -> "Wishes":
        """The wishes that say nothing of a film any more."""
        return replace(
            self,
            must=tuple(other for other in self.must if other != film),
            never=tuple(other for other in self.never if other != film),
        )

    def rules(self) -> tuple[Rule, ...]:
        """What is asked of the fit."""
        rules = [rule for wish in self.all if wish.on and (rule := wish.rule()) is not None]
        if self.must:
            rules.append(Must(id=MUST, films=self.must))
        if self.never:
            rules.append(Never(id=NEVER, films=self.never))
        return tuple(rules)

    @property
    def part_seconds(self) -> int | None:
        """How long a part may be; None when nobody minds."""
        wish = self.of(WishKind.PART)
        return wish.values[0] * 60 if wish.on else None


def written(wishes: Wishes) -> str:
    """The wishes as JSON, to be remembered."""
    return json.dumps(
        {
            "wishes": {wish.kind.value: [wish.on, *wish.values] for wish in wishes.all},
            MUST: wishes.must,
            NEVER: wishes.never,
        }
    )


def read_wishes(text: str) -> Wishes:
    """What `written` wrote; whatever cannot be understood is as usual, so that no old note stops anybody."""
    try:
        document = json.loads(text)
    except ValueError:
        return Wishes()
    if not isinstance(document, dict):
        return Wishes()
    said = document.get("wishes")
    known = said if isinstance(said, dict) else {}
    return Wishes(
        tuple(_wish(usual, known.get(usual.kind.value)) for usual in usual_wishes()),
        _ids(document.get(MUST)),
        _ids(document.get(NEVER)),
    )


def _wish(usual: Wish, said: Any) -> Wish:
    numbers = SENTENCES[usual.kind].numbers
    if not isinstance(said, list) or len(said) != len(numbers) + 1:
        return usual
    on, *values = said
    inside = all(
        type(value) is int and number.least <= value <= number.most
        for value, number in zip(values, numbers, strict=True)
    )
    return Wish(usual.kind, on, tuple(values)) if type(on) is bool and inside else usual


def _ids(said: Any) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one for one in said if type(one) is int)) if isinstance(said, list) else ()
