"""Trains the trees that choose a page's titles, from pages with known films.

usage: python -m tools.train_reader FOLDER... [--made N] [--told FILE.json]... [--check] [--out FILE.npz]

A FOLDER holds NAME.txt, a page as pasted, beside NAME.json: {"films": [{"title", "accept": {"title": [...]}}]}. Pages
that were known while the rules of the reader were written make the rules look better than they are: `--told` gives what
`tourdesk films read --json` answered before. `--made` adds N pages of the shapes that the project's tests make up, and
a tenth as many without films. `--check` trains five times without a fifth of the pages and prints how well those are
read. The project carries no pages of others: whoever trains collects their own. Needs scikit-learn.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import MultiLabelBinarizer
from tools.reader_pages import (
    FOLDS,
    Page,
    made_pages,
    pages_of,
    pages_without_films,
    same,
)

from tourdesk.library.intake.choice.choose import MARGIN, Weighed, rows_again, rows_of, weighed
from tourdesk.library.intake.choice.words import MOST

Floats = NDArray[np.float32]


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
    pages += made_pages(given.made) + pages_without_films(given.made // 10)
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
