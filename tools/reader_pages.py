"""The pages that the reader's trees are trained with: those of folders, with known films, and those that are made up."""

import json
import random
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.library.intake import making, test_shapes

from tourdesk.library.intake.choice.candidates import plain
from tourdesk.library.intake.choice.looks import Looks
from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.page import looked_at, read_by_rules

FOLDS = 5
# What a page that was made up weighs beside a real one.
MADE = 0.3
# Parts of pages without films: a heading, and entries, whose lines are parted by strokes.
NO_FILMS = (
    "What guests say\n“A fine evening” said the woman from the mill.\n“We will be back” said her sons.\n“Not one dull moment” wrote the paper.\n“Warm soup, warm hearts” said the driver.",
    "Our team\nAnna Miller – Programme\nBen Page – Projection\nLacy Kemp – Tickets and door\nPieter Van Eecke – Accounts",
    "Our team\nAnna Miller|Anna has run the office since 2009 and knows every key.\nBen Page|Ben mends what breaks.\nLacy Kemp|Lacy sells the tickets and the tea.",
    "Tickets\nAdults: 12 €\nChildren: 6 €\nFamilies: 30 €\nGroups from ten: 9 € each",
    "Questions\nWhere can I park?|Behind the hall there is room for 40 cars.\nMay I bring my dog?|Yes, if it is quiet.\nIs there food?|There is soup from six and cake until it is gone.",
    "News\n12 May – The hall has a new roof|It took two years and all our patience.\n3 April – Volunteers wanted|Ten hands are missing on the night.\n1 March – We are on the radio|Listen on Sunday morning.",
    "Menu\nLentil soup: with bread from the baker next door\nApple cake: as our grandmothers made it\nRoast beetroot: with horseradish and walnuts\nMulled juice: without alcohol, with cloves",
    "Workshops\nKnots and ropes – for children from eight\nReading the sky: what clouds tell of tomorrow\nFirst aid on the mountain – bring warm clothes",
    "Getting there\nBy train: 20 minutes from the central station\nBy bus: line 7, every 15 min\nOn foot: 25 min from the square",
    "ok\nfine\nthanks",
    "Shopping\nbread\nmilk\ntwo lamps\nchairs for the hall",
    "Our year\n2009: the first evening in the barn\n2014: a hall of our own\n2019: five towns in one week",
    "Venues\nTown Hall|12 Mill Road, doors open at six.\nThe Old Brewery|Seats 120, steps at the entrance.\nSchool gym|Bring a cushion.",
    "House rules\nTelephones stay off\nNo glass in the hall\nDogs wait outside",
)
FEET = ("", "Imprint  Privacy  Contact", "© 2021 The Society", "Share this: Facebook Twitter", "Newsletter")


@dataclass(frozen=True)
class Page:
    """A page: its candidates, what the rules read, and the titles that each film may have (optional films apart)."""

    name: str
    looks: Looks
    told: frozenset[str]
    films: tuple[frozenset[str], ...]
    optional: tuple[frozenset[str], ...]
    weight: float = 1.0

    @property
    def fold(self) -> int:
        """The fifth of the pages that it belongs to: pages whose names begin alike are of one site and stay together."""
        site = self.name if self.name.startswith("made-") else self.name.split("-")[0]
        return zlib.crc32(site.encode()) % FOLDS

    def right(self, titles: Sequence[str]) -> tuple[int, int, int]:
        """How many films are found, missed, invented."""
        left = list(dict.fromkeys(titles))
        found = missed = 0
        for names in self.films:
            hit = next((title for title in left if title in names), None)
            if hit is None:
                missed += 1
            else:
                left.remove(hit)
                found += 1
        for names in self.optional:
            hit = next((title for title in left if title in names), None)
            if hit is not None:
                left.remove(hit)
        return found, missed, len(left)


def same(text: str) -> str:
    """Words as truths are compared: without case, accents and signs, as the reader compares its candidates."""
    return plain(unicodedata.normalize("NFKC", text))


def made_pages(count: int) -> list[Page]:
    """Pages of the tests' shapes: what the rules read rightly is to stay as it is."""
    draw = random.Random(0)  # noqa: S311  # not for secrets
    layouts = [layout for layout in making.LAYOUTS if layout.fields]
    found = []
    for number in range(count):
        chosen = draw.sample([*making.TITLES, *making.ODD_TITLES], draw.randint(1, 8))
        films = [
            making.Film(
                title,
                tuple(draw.sample(making.NAMES, draw.randint(1, 2))),
                tuple(draw.sample(sorted(making.COUNTRIES), draw.randint(1, 2))),
                draw.randint(1985, 2024),
                draw.randint(5, 95),
                draw.choice(making.SYNOPSES),
            )
            for title in chosen
        ]
        shape = making.Shape(
            layout=draw.choice(layouts),
            runtime=draw.choice(sorted(making.RUNTIMES)),
            join=draw.choice(making.JOINS),
            country_join=draw.choice(making.COUNTRY_JOINS),
            capitals=draw.random() < 0.3,
            quotes=draw.choice(("", "", "“”", "«»", '""')),
            numbered=draw.choice(("", "", "{number}. ", "{number}) ", "• ", "#{number} ")),
            gap=draw.randint(0, 2),
            head=draw.choice(test_shapes.HEADS),
            between=draw.choice(test_shapes.BETWEEN),
            foot=draw.choice(test_shapes.FEET),
            joined=draw.choice(("\n", "\n\n")),
            aside=draw.choice(("", *test_shapes.ASIDES)),
            aside_at=draw.randint(0, 1),
        )
        text = making.page_of(shape, films)
        looks = looked_at(text)
        if looks is not None:
            names = tuple(frozenset([same(film.title)]) for film in films)
            found.append(Page(f"made-{number}", looks, told_by_rules(text), names, (), MADE))
    return found


def pages_without_films(count: int) -> list[Page]:
    """Pages that tell of anything but films: praise, people, prices, questions, news."""
    draw = random.Random(1)  # noqa: S311  # not for secrets
    found = []
    for number in range(count):
        told = ["\n".join(_shuffled(draw, part)) for part in draw.sample(NO_FILMS, draw.randint(1, 4))]
        parts = [draw.choice(test_shapes.HEADS), *told, draw.choice(FEET)]
        text = draw.choice(("\n", "\n\n")).join(part for part in parts if part)
        looks = looked_at(text)
        if looks is not None:
            found.append(Page(f"made-without-{number}", looks, told_by_rules(text), (), ()))
    return found


def _shuffled(draw: random.Random, part: str) -> list[str]:
    """The entries of a part in another order, below the same heading."""
    head, *entries = part.split("\n")
    draw.shuffle(entries)
    return [line for entry in [head, *entries[: draw.randint(2, len(entries))]] for line in entry.split("|")]


def told_by_rules(text: str) -> frozenset[str]:
    return frozenset(same(film.title) for film in read_by_rules(text).films if film.title)


def pages_of(folder: Path, told: dict[str, frozenset[str]]) -> list[Page]:
    found = []
    for path in sorted(folder.glob("*.txt")):
        truth = path.with_suffix(".json")
        if not truth.exists():
            continue
        text = decoded(path.read_bytes(), path.name)
        looks = looked_at(text)
        if looks is None:
            continue
        read = told.get(path.name)
        if read is None:
            read = told_by_rules(text)
        films: list[frozenset[str]] = []
        optional: list[frozenset[str]] = []
        for film in json.loads(truth.read_text(encoding="utf-8"))["films"]:
            accept = film.get("accept") or {}
            names = frozenset(same(name) for name in [film.get("title"), *accept.get("title", [])] if name)
            aside = film.get("optional") or "omit" in accept or film.get("is_talk") or film.get("is_block")
            (optional if aside or film.get("cancelled") else films).append(names)
        found.append(Page(path.name, looks, read, tuple(films), tuple(optional)))
    return found
