"""What is wished of an evening: rules with their switches and numbers, and films that must or must not be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tourdesk.foundation.language import n_, quoted
from tourdesk.programming.fit.request import (
    Closer,
    Distinct,
    Each,
    Fees,
    FilmCount,
    Licensed,
    Must,
    Never,
    NotAdjacent,
    NotShownInTown,
    Opener,
    Rule,
    Spare,
    Where,
)
from tourdesk.programming.proposing.sentences import SENTENCES, TEXT, WishKind

MUST, NEVER = "must", "never"
"""What the fit calls the films that must and those that must not be shown."""
HARD = 0
PRICES = (Decimal(2), Decimal(6), Decimal(15))
"""What it costs not to have what would be nice: a little, more, very much (see `worth` for what films are worth)."""
MOST_TAGS = 6
_MINUTE = 60
_OF_MONEY = 10_000
"""The fit loosens money by ten-thousandths."""
_FILM_AT_MOST, _FILM_AT_LEAST = 24 * _MINUTE, 10 * _MINUTE
"""A usual evening has a film for so many seconds at most, and at least."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish: its switch, its numbers in the order of its sentence, and its word.

    `nice` is 0 for a rule that must hold, 1 to 3 for what would be nice, the more the nicer. `which` counts wishes of
    one kind, from 0: there may be several tags. `text` is the tag; of the limit for fees the currency, by ISO 4217.
    """

    kind: WishKind
    on: bool
    values: tuple[int, ...] = ()
    nice: int = HARD
    text: str = ""
    which: int = 0

    @property
    def name(self) -> str:
        """What the fit calls its rule."""
        return f"{self.kind.value} {self.which + 1}" if self.kind is WishKind.TAG else self.kind.value

    @property
    def sentence(self) -> str:
        """The wish with its numbers: `At most 1 film by one director`."""
        names = ("low", "high") if len(self.values) == 2 else ("n",)
        fields: dict[str, object] = dict(zip(names, self.values, strict=False))
        if self.kind is WishKind.FEES and self.text:
            fields["n"] = f"{self.values[0]} {self.text}"
        if self.kind is WishKind.COUNT and len(set(self.values)) == 1:
            return n_("Exactly {n} film", "Exactly {n} films", self.values[0])
        return SENTENCES[self.kind].said(self.values).format(**fields, **{TEXT: quoted(self.text)})

    @property
    def asks(self) -> bool:
        """Whether anything is asked by it: it is on, and its word is given."""
        return self.on and (bool(self.text) or not SENTENCES[self.kind].takes_text)

    def rule(self) -> Rule | None:
        """What the fit calls it; None for what is no rule there: the lengths of parts, films of other evenings."""
        rule = self._of_counts() or self._of_order()
        if rule is not None and self.nice != HARD:
            rule = replace(rule, soft=PRICES[self.nice - 1])
        return rule

    def _of_counts(self) -> Rule | None:
        name, values = self.name, self.values
        rule: Rule | None = None
        match self.kind:
            case WishKind.DIRECTOR:
                rule = Each(id=name, attribute="director", at_most=values[0])
            case WishKind.SECTION:
                rule = Each(id=name, attribute="section", at_most=values[0])
            case WishKind.COUNTRIES:
                rule = Distinct(id=name, attribute="country", at_least=values[0])
            case WishKind.TAG:
                rule = Where(id=name, attribute="tag", value=self.text, at_least=values[0])
            case WishKind.COUNT:
                rule = FilmCount(id=name, at_least=min(values), at_most=max(values))
        return rule

    def _of_order(self) -> Rule | None:
        name, values = self.name, self.values
        rule: Rule | None = None
        match self.kind:
            case WishKind.SPARE:
                rule = Spare(id=name, seconds=values[0] * _MINUTE)
            case WishKind.OPENER:
                rule = Opener(id=name, max_seconds=values[0] * _MINUTE)
            case WishKind.CLOSER:
                rule = Closer(id=name, longest=True, each_part=True)
            case WishKind.APART:
                rule = NotAdjacent(id=name, attribute="section")
            case WishKind.UNSEEN:
                rule = NotShownInTown(id=name)
            case WishKind.LICENSED:
                rule = Licensed(id=name)
            case WishKind.FEES:
                rule = Fees(id=name, at_most=Decimal(values[0]))
        return rule

    def loosened(self, amount: int, sides: tuple[int, int] | None = None) -> "Wish | None":
        """The wish with a number that asks for so much less, as the fit counts: films, countries, seconds, or money.

        `sides` are by how many films fewer, and by how many more. None when no number of it goes that far.
        """
        fewer, more = sides or (amount, amount)
        minutes = -(-amount // _MINUTE)
        match self.kind, self.values:
            case ((WishKind.DIRECTOR | WishKind.SECTION), (n,)):
                values: tuple[int, ...] = (n + amount,)
            case ((WishKind.COUNTRIES | WishKind.TAG), (n,)):
                values = (n - amount,)
            case WishKind.COUNT, (low, high):
                values = (max(low - fewer, 1), high + more)
            case WishKind.FEES, (n,):
                values = (n - (-amount // _OF_MONEY),)
            case WishKind.SPARE, (n,):
                values = (n - minutes,)
            case ((WishKind.PART | WishKind.OPENER), (n,)):
                values = (n + minutes,)
            case _:
                return None
        numbers = SENTENCES[self.kind].numbers
        inside = all(
            number.least <= value <= number.most for number, value in zip(numbers, values, strict=True)
        )
        return replace(self, values=values) if inside else None


def usual_wishes(slot_seconds: int | None = None) -> tuple[Wish, ...]:
    """All wishes as they are until somebody changes them; how many films is sensible follows from the slot."""
    wishes = [
        Wish(kind, sentence.on, tuple(number.usual for number in sentence.numbers))
        for kind, sentence in SENTENCES.items()
    ]
    if slot_seconds is None or slot_seconds <= 0:
        return tuple(wishes)
    number = SENTENCES[WishKind.COUNT].numbers[0]
    count = tuple(
        min(max(slot_seconds // seconds, number.least), number.most)
        for seconds in (_FILM_AT_MOST, _FILM_AT_LEAST)
    )
    return tuple(replace(wish, values=count) if wish.kind is WishKind.COUNT else wish for wish in wishes)


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything that is wished of an evening; `must` and `never` are ids of films."""

    all: tuple[Wish, ...] = field(default_factory=usual_wishes)
    must: tuple[int, ...] = ()
    never: tuple[int, ...] = ()

    def of(self, kind: WishKind) -> Wish:
        """The wish of a kind, of tags the first."""
        return next(wish for wish in self.all if wish.kind is kind)

    def named(self, name: str) -> Wish:
        """The wish by the name that the fit knows it by. Raises KeyError when there is none."""
        for wish in self.all:
            if wish.name == name:
                return wish
        raise KeyError(name)

    def having(self, changed: Wish) -> "Wishes":
        """The wishes with another one in place of that of its name; behind the last tag comes an empty one."""
        wishes = [changed if wish.name == changed.name else wish for wish in self.all]
        tags = [wish for wish in wishes if wish.kind is WishKind.TAG]
        if tags[-1].text and len(tags) < MOST_TAGS:
            usual = tuple(number.usual for number in SENTENCES[WishKind.TAG].numbers)
            wishes.insert(
                wishes.index(tags[-1]) + 1, Wish(WishKind.TAG, on=False, values=usual, which=len(tags))
            )
        return replace(self, all=tuple(wishes))

    def without(self, name: str) -> "Wishes":
        """The wishes with one given up, by the name that the fit knows it by."""
        if name == MUST:
            return replace(self, must=())
        if name == NEVER:
            return replace(self, never=())
        return self.having(replace(self.named(name), on=False))

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
        rules = [rule for wish in self.all if wish.asks and (rule := wish.rule()) is not None]
        if self.must:
            rules.append(Must(id=MUST, films=self.must))
        if self.never:
            rules.append(Never(id=NEVER, films=self.never))
        return tuple(rules)

    @property
    def budget(self) -> Decimal | None:
        """What the licences may cost in all; None when nobody minds."""
        wish = self.of(WishKind.FEES)
        return Decimal(wish.values[0]) if wish.on else None

    @property
    def part_seconds(self) -> int | None:
        """How long a part may be; None when nobody minds."""
        wish = self.of(WishKind.PART)
        return wish.values[0] * _MINUTE if wish.on else None
