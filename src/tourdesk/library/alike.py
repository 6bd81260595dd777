"""Finds the texts that are nearly a given one among very many.

Which those are is RapidFuzz's word; most are never shown to it. A text is sketched by 64 bits: for each of 32 kinds of
letters whether it has one, and whether it has two. A letter put in or left out changes one bit at most: texts whose sketches
differ in more bits than that many letters are not alike.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

NEARLY = 88
"""How alike two titles or names must be to be taken for spellings of one, of 100."""
MOST = 8
"""So many of those that are alike are told, the most alike first."""

_DIFFERING = 1 - NEARLY / 100
"""RapidFuzz's ratio: this share of both texts' letters may be put in or left out to make one of the other."""
_KINDS = 32


class AlikeTexts:
    """Texts, of which those that are nearly a given one can be asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        self._texts = texts
        self._there = frozenset(texts)
        # By length: what is much longer or shorter is not even looked at.
        self._places = np.argsort(lengths, kind="stable")
        self._lengths = lengths[self._places]
        self._sketches = _sketches(texts, lengths)[self._places]

    def __contains__(self, text: object) -> bool:
        return text in self._there

    def nearly(self, text: str) -> list[str]:
        """Those that are nearly the text, the most alike first, `MOST` at most; of two as alike the first given."""
        shortest, longest = _lengths_alike(len(text))
        starts = np.searchsorted(self._lengths, np.arange(shortest, longest + 2))
        near = slice(int(starts[0]), int(starts[-1]))
        sketch = _sketches([text], np.array([len(text)]))
        bits = np.bitwise_count(self._sketches[near] ^ sketch)
        allowed = _DIFFERING * (len(text) + np.arange(shortest, longest + 1)) + 1e-6
        allowed_bits = np.minimum(allowed, 64).astype(np.uint8)
        likely = np.flatnonzero(bits <= np.repeat(allowed_bits, np.diff(starts)))
        texts = [self._texts[place] for place in np.sort(self._places[near][likely]).tolist()]
        found = process.extract(text, texts, scorer=fuzz.ratio, score_cutoff=NEARLY, limit=MOST)
        return [alike for alike, _score, _place in found]


def _sketches(texts: Sequence[str], lengths: NDArray[Any]) -> NDArray[np.uint64]:
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    places = np.repeat(np.arange(len(texts)) * _KINDS, lengths) + letters % _KINDS
    counts = np.bincount(places, minlength=len(texts) * _KINDS).reshape(len(texts), _KINDS)
    bits = np.packbits(np.concatenate((counts >= 1, counts >= 2), axis=1), axis=1)
    return bits.view(np.uint64).reshape(len(texts))


def _lengths_alike(length: int) -> tuple[int, int]:
    """The least and the greatest length of a text that is nearly one of this length."""
    return int(length * (1 - _DIFFERING) / (1 + _DIFFERING)), int(
        length * (1 + _DIFFERING) / (1 - _DIFFERING)
    ) + 1
