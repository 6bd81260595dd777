"""How wide texts are when they are set."""

from functools import lru_cache

from tourdesk.documents.scripts import placed_runs


def width(text: str, font: str, size: float, tracking: float = 0) -> float:
    """How wide a text is when it is set, in points."""
    return sum(run.width for run, _ in placed_runs(text, font)) * size + tracking * max(0, len(text) - 1)


@lru_cache(maxsize=1 << 15)
def word_width(word: str, font: str) -> float:
    """How wide a word is at a size of one point; words come again and again."""
    return width(word, font, 1)
