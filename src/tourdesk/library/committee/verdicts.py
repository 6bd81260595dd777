"""Verdicts of committee members, and what several of them come to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, decimal, later

MOST_STARS = 5
STARS_APART = 3
"""Two members whose stars lie so far apart do not mean the same film: 1 and 4, 2 and 5."""
LONGEST_COMMENT = 5_000
"""Letters of a comment; more is a text that slipped into the wrong field."""


class Choice(StrEnum):
    """What a member wants done with a film."""

    MUST = "must"
    MAYBE = "maybe"
    NO = "no"


CHOICE_WORDS = {Choice.MUST: later("must"), Choice.MAYBE: later("maybe"), Choice.NO: later("no")}


def choice_word(choice: Choice) -> str:
    """How a choice is called on screens and papers."""
    return _(CHOICE_WORDS[choice])


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the committee; `left`: gives no verdicts any more, those that were given stay."""

    name: str
    left: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one member says of one film, as far as it is said."""

    choice: Choice | None = None
    stars: int | None = None
    comment: str = ""

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return self != _NOTHING


_NOTHING = Verdict()


class Said(NamedTuple):
    """A verdict with whose it is."""

    member: Member
    verdict: Verdict


Rank = tuple[int, int, Fraction]


def rank_of(must: int, maybe: int, no: int, mean_stars: Fraction | None) -> Rank:
    """How much a committee wants a film, the most the highest: musts less noes, then maybes, then stars."""
    return must - no, maybe, mean_stars or Fraction(0)


@dataclass(frozen=True)
class Tally:
    """What the committee says of one film."""

    said: tuple[Said, ...] = ()

    @cached_property
    def counts(self) -> dict[Choice, int]:
        """How many members made each choice."""
        counted = Counter(said.verdict.choice for said in self.said)
        return {choice: counted[choice] for choice in Choice}

    @cached_property
    def mean_stars(self) -> Fraction | None:
        """The mean of the stars that were given, exactly; None when nobody gave any."""
        stars = self._stars
        return Fraction(sum(stars), len(stars)) if stars else None

    @property
    def dissent(self) -> bool:
        """Whether members disagree strongly: one must have it and another says no, or their stars lie far apart."""
        stars = self._stars
        apart = max(stars) - min(stars) if stars else 0
        return bool(self.counts[Choice.MUST] and self.counts[Choice.NO]) or apart >= STARS_APART

    @property
    def rank(self) -> Rank:
        """How much the committee wants the film, the most the highest."""
        counts = self.counts
        return rank_of(counts[Choice.MUST], counts[Choice.MAYBE], counts[Choice.NO], self.mean_stars)

    @property
    def _stars(self) -> list[int]:
        return [said.verdict.stars for said in self.said if said.verdict.stars is not None]


NOTHING_SAID = Tally()


class Stroke(NamedTuple):
    """What one key or one field changes of a verdict; what is None stays as it is."""

    choice: Choice | None = None
    stars: int | None = None
    comment: str | None = None

    def on(self, verdict: Verdict) -> Verdict:
        """The verdict after it. Raises ProblemForUser when the comment is too long."""
        comment = verdict.comment if self.comment is None else self.comment.strip()
        if len(comment) > LONGEST_COMMENT:
            raise ProblemForUser(
                _(
                    "The comment “{start}…” is longer than {most} letters; please shorten it.",
                    start=comment[:40],
                    most=LONGEST_COMMENT,
                )
            )
        return Verdict(self.choice or verdict.choice, self.stars or verdict.stars, comment)


def in_words(verdict: Verdict) -> str:
    """A verdict in a line: `must, 4 stars: what a run`."""
    parts = [choice_word(verdict.choice)] if verdict.choice else []
    if verdict.stars:
        parts.append(stars_text(verdict.stars))
    return ": ".join(part for part in (", ".join(parts), " ".join(verdict.comment.split())) if part)


def stars_text(stars: int) -> str:
    """Stars as they are drawn: `★★★★☆`."""
    return "★" * stars + "☆" * (MOST_STARS - stars)


def counted_text(tally: Tally) -> str:
    """The choices with their numbers: `3 must · 1 maybe · 1 no`; empty when nobody chose."""
    counts = tally.counts
    return " · ".join(f"{counts[choice]} {choice_word(choice)}" for choice in Choice if counts[choice])


def mean_text(tally: Tally) -> str:
    """The mean of the stars to one decimal, as the language writes it, `4.5`; empty when nobody gave any."""
    mean = tally.mean_stars
    return "" if mean is None else decimal(float(mean), 1)


def by_member(said: Iterable[Said]) -> tuple[Said, ...]:
    """Verdicts in the order of their members' names."""
    return tuple(sorted(said, key=lambda one: (one.member.left, one.member.name.casefold())))
