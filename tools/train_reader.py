"""Trains the trees that choose a page's titles, from pages with known films.

usage: python -m tools.train_reader FOLDER... [--made N] [--told FILE.json]... [--check] [--out FILE.npz]

A FOLDER holds NAME.txt, a page as pasted, beside NAME.json: {"films": [{"title", "accept": {"title": [...]}}]}. Pages
that were known while the rules of the reader were written make the rules look better than they are: `--told` gives what
`tourdesk films read --json` answered before. `--made` adds N pages of the shapes
that the project's tests make up, and a tenth as many without films. `--check` trains five times without a fifth of the pages and prints how
well those are read. The project carries no pages of others: whoever trains collects their own. Needs scikit-learn.
"""

import argparse
import json
import random
import sys
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import MultiLabelBinarizer
from tests.library.intake import making, test_shapes

from tourdesk.library.intake.choice.candidates import plain
from tourdesk.library.intake.choice.choose import MARGIN, Weighed, rows_again, rows_of, weighed
from tourdesk.library.intake.choice.looks import Looks
from tourdesk.library.intake.choice.words import MOST
from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.page import looked_at, read_by_rules

FOLDS = 5
# What a page that was made up weighs beside a real one.
MADE = 0.3
Floats = NDArray[np.float32]
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
# What stands above a list of films without any facts, and above the same list of something else.
OF_FILMS = ("The films:", "Films we have seen", "Die gezeigten Filme:", "Diese Filme stehen auf dem Programm:", "In diesem Jahr werden folgende Filme gezeigt.", "Programmation des films", "Les films :", "Av filmerna på turnén kan nämnas:", "Películas de la noche", "I film della serata:", "Short films of the evening", "The four short films have to do with water.")  # fmt: skip
OF_OTHERS = ("These walks we do in June:", "Our tours", "Diese Touren gehen wir im Juni:", "Unsere Gäste", "Nos randonnées :", "Böcker i hyllan", "Libros del mes", "Le gite di maggio:", "Songs of the evening", "Diese Bücher lesen wir:")  # fmt: skip
ENTRIES = ("{title}\n{told}", "{title}: {told}", "{title} : {told}", "  • {title} ({told})", "- {title}: {told}", "{capitals} {told}", "“{title}” – {told}", "{title} – {told}")  # fmt: skip
OWN_PAGES = Path(__file__).resolve().parents[1] / "tests" / "library" / "intake" / "pages"
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
        return (
            zlib.crc32(self.name.split("-")[0].encode()) % FOLDS
            if not self.name.startswith("made-")
            else zlib.crc32(self.name.encode()) % FOLDS
        )

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


def pages_of_lists(count: int) -> list[Page]:
    """Lists without any facts: of films, and alike of something else."""
    draw = random.Random(2)  # noqa: S311  # not for secrets
    found = []
    for number in range(count):
        titles = draw.sample(making.TITLES, draw.randint(2, 6))
        entry, films = draw.choice(ENTRIES), draw.random() < 0.5
        told = [
            entry.format(title=title, capitals=title.upper(), told=draw.choice(making.SYNOPSES))
            for title in titles
        ]
        head = draw.choice(OF_FILMS if films else OF_OTHERS)
        text = "\n\n".join([head, draw.choice(("\n", "\n\n")).join(told)])
        looks = looked_at(text)
        if looks is not None:
            names = tuple(frozenset([same(title)]) for title in titles) if films else ()
            found.append(Page(f"made-list-{number}", looks, told_by_rules(text), names, (), MADE))
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
        name, weight = (f"made-{path.name}", MADE) if folder == OWN_PAGES else (path.name, 1.0)
        found.append(Page(name, looks, read, tuple(films), tuple(optional), weight))
    return found


@dataclass(frozen=True)
class Examples:
    """All candidates of some pages: whether each is a title, its weight, and the fold and place of its page."""

    right: NDArray[np.int8]
    weight: Floats
    fold: NDArray[np.int64]
    page: NDArray[np.int64]
    words: Any

    @staticmethod
    def of(pages: list[Page]) -> "Examples":
        """A page of forty films counts less than forty pages."""
        right: list[bool] = []
        weight: list[float] = []
        counts = [len(page.looks.candidates) for page in pages]
        for page, count in zip(pages, counts, strict=True):
            titles = frozenset().union(*page.films, *page.optional)
            right += [candidate.plain in titles for candidate in page.looks.candidates]
            weight += [page.weight / max(1, len(page.films)) ** 0.5] * count
        words = [mine for page in pages for mine in page.looks.words]
        return Examples(
            np.array(right, dtype=np.int8),
            np.array(weight, dtype=np.float32),
            np.repeat([page.fold for page in pages], counts),
            np.repeat(np.arange(len(pages)), counts),
            MultiLabelBinarizer(classes=range(MOST), sparse_output=True).fit_transform(words),
        )

    def split(self, rows: Floats) -> list[Floats]:
        """Rows of all candidates by their pages."""
        return np.split(rows, np.flatnonzero(np.diff(self.page)) + 1)


def weights_of_words(examples: Examples, chosen: NDArray[np.bool_]) -> Floats:
    """What each word weighs for or against a title, learned from the chosen candidates."""
    model = LogisticRegression(C=0.3, max_iter=300, solver="liblinear")
    model.fit(examples.words[chosen], examples.right[chosen], sample_weight=examples.weight[chosen])
    weights: Floats = model.coef_[0].astype(np.float32)
    return weights


def titles_model(rows: Floats, examples: Examples, chosen: NDArray[np.bool_]) -> Any:
    model = HistGradientBoostingClassifier(
        max_iter=150, max_depth=5, learning_rate=0.07, l2_regularization=2.0, min_samples_leaf=15,
        max_features=0.5, early_stopping=False, random_state=0,
    )  # fmt: skip
    return model.fit(rows[chosen], examples.right[chosen], sample_weight=examples.weight[chosen])


def unseen(rows: Floats, examples: Examples) -> Floats:
    """The chance of each candidate from a model that has not seen its page."""
    found = np.zeros(len(rows), dtype=np.float32)
    for fold in range(FOLDS):
        here = examples.fold == fold
        found[here] = titles_model(rows, examples, ~here).predict_proba(rows[here])[:, 1]
    return found


@dataclass(frozen=True)
class Training:
    """What the models learn from: the rows of all candidates for the first and the second look, the pages' sets."""

    pages: list[Page]
    examples: Examples
    first: Floats
    again: Floats
    found: list[Weighed]

    @staticmethod
    def of(pages: list[Page]) -> "Training":
        """Each stage is given what the one before says of pages that it has not seen."""
        examples = Examples.of(pages)
        words = [weights_of_words(examples, examples.fold != fold) for fold in range(FOLDS)]
        rows = [rows_of(page.looks, page.told, words[page.fold]) for page in pages]
        first = np.vstack(rows)
        alone = examples.split(unseen(first, examples))
        again = np.vstack(
            [
                rows_again(mine, page.looks, chance)
                for mine, page, chance in zip(rows, pages, alone, strict=True)
            ]
        )
        likely = examples.split(unseen(again, examples))
        found = [weighed(page.looks, chance, page.told) for page, chance in zip(pages, likely, strict=True)]
        return Training(pages, examples, first, again, found)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What the reader is given: models of all pages."""
        every = np.ones(len(self.first), dtype=np.bool_)
        words = weights_of_words(self.examples, every).astype(np.float16)
        return {
            "words": words,
            **arrays_of("title", titles_model(self.first, self.examples, every)),
            **arrays_of("again", titles_model(self.again, self.examples, every)),
            **arrays_of("set", sets_model(self.pages, self.found)),
        }


def sets_model(pages: list[Page], found: list[Weighed]) -> Any:
    rows, worth, weight = [], [], []
    for page, sets in zip(pages, found, strict=True):
        counts = [page.right([page.looks.candidates[i].plain for i in one]) for one in sets.sets]
        rows.append(sets.numbers)
        worth += [2 * hit / (2 * hit + missed + invented + 1e-9) for hit, missed, invented in counts]
        weight += [page.weight * max(1, len(page.films)) ** 0.5 * 100 / len(counts)] * len(counts)
    models = HistGradientBoostingRegressor(
        max_iter=250, max_depth=6, learning_rate=0.06, l2_regularization=3, min_samples_leaf=40,
        max_features=0.4, early_stopping=False, random_state=0,
    )  # fmt: skip
    return models.fit(np.vstack(rows), np.array(worth), sample_weight=np.array(weight))


def chosen(model: Any, page: Page, sets: Weighed, margin: float) -> tuple[int, int, int]:
    worth = model.predict(sets.numbers)
    best = int(worth.argmax())
    now = worth[sets.now] if sets.now >= 0 else 0.0
    if best == sets.now or worth[best] < now + margin:
        return page.right(sorted(page.told))
    return page.right([page.looks.candidates[i].plain for i in sets.sets[best]])


def check(pages: list[Page], found: list[Weighed]) -> None:
    margins = (9.0, 0.0, MARGIN, 2 * MARGIN)
    counts = {margin: np.zeros(3) for margin in margins}
    whole = dict.fromkeys(margins, 0)
    real = [not page.name.startswith("made-") for page in pages]
    for fold in range(FOLDS):
        others = [i for i, page in enumerate(pages) if page.fold != fold]
        model = sets_model([pages[i] for i in others], [found[i] for i in others])
        for page, sets, counts_here in zip(pages, found, real, strict=True):
            if page.fold == fold and counts_here:
                for margin in margins:
                    right = chosen(model, page, sets, margin)
                    counts[margin] += right
                    whole[margin] += right[1] == right[2] == 0
    for margin, (hit, missed, invented) in counts.items():
        print(
            f"margin {margin}: precision {hit / (hit + invented):.3f} recall {hit / (hit + missed):.3f}; "
            f"pages right {whole[margin]} of {sum(real)}",
            flush=True,
        )


def arrays_of(name: str, model: Any) -> dict[str, NDArray[Any]]:
    """The trees of a model as `choice/trees.py` reads them."""
    nodes = [each[0].nodes for each in model._predictors]  # noqa: SLF001  # scikit-learn has no other way out
    most = max(map(len, nodes))
    shape = (len(nodes), most)
    feature, left, right = (np.zeros(shape, dtype=np.int16) for _ in range(3))
    threshold, value = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    for tree, mine in enumerate(nodes):
        own = np.arange(len(mine))
        leaf = mine["is_leaf"].astype(bool)
        feature[tree, : len(mine)] = np.where(leaf, 0, mine["feature_idx"])
        threshold[tree, : len(mine)] = np.where(leaf, 0, mine["num_threshold"])
        left[tree, : len(mine)] = np.where(leaf, own, mine["left"])
        right[tree, : len(mine)] = np.where(leaf, own, mine["right"])
        value[tree, : len(mine)] = np.where(leaf, mine["value"], 0)
    baseline = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001  # as above
    base = np.array([baseline, max(int(mine["depth"].max()) for mine in nodes)])
    parts: dict[str, NDArray[Any]] = {
        "feature": feature,
        "threshold": threshold,
        "left": left,
        "right": right,
        "value": value,
        "base": base,
    }
    return {f"{name}.{part}": array for part, array in parts.items()}


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--told", action="append", default=[], type=Path)
    options.add_argument("--made", type=int, default=0)
    options.add_argument("--check", action="store_true")
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    told: dict[str, frozenset[str]] = {}
    for file in given.told:
        for page in json.loads(file.read_text(encoding="utf-8"))["documents"]:
            titles = [film.get("title") for film in page["films"]]
            told[Path(page["file"]).name] = frozenset(same(title) for title in titles if title)
    pages = [page for folder in given.folders for page in pages_of(folder, told)]
    pages += made_pages(given.made) + pages_without_films(given.made // 10) + pages_of_lists(given.made // 2)
    pages += pages_of(OWN_PAGES, {})
    print(f"{len(pages)} pages, {sum(len(page.looks.candidates) for page in pages)} candidates", flush=True)
    training = Training.of(pages)
    if given.check:
        check(pages, training.found)
    if given.out:
        arrays = training.arrays()
        given.out.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(given.out, allow_pickle=False, **arrays)
        print(f"{given.out}: {given.out.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
