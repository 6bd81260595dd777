"""Boosted trees as they were trained (`tools/train_reader.py`), read from a file and asked with NumPy alone."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tourdesk.foundation.assets import resources

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees in arrays of shape (trees, nodes): at a node, values of `feature` up to `threshold` go `left`.

    A leaf leads to itself, so that all trees are asked `depth` times at once. `base` is what all trees add to.
    """

    feature: "npt.NDArray[np.int16]"
    threshold: "npt.NDArray[np.float32]"
    left: "npt.NDArray[np.int16]"
    right: "npt.NDArray[np.int16]"
    value: "npt.NDArray[np.float32]"
    base: float
    depth: int

    def sums(self, rows: "npt.NDArray[np.float32]") -> "npt.NDArray[np.float32]":
        """For rows of shape (rows, features) the sums of all trees' leaves, shape (rows,)."""
        import numpy as np  # noqa: PLC0415  # when the first page is read

        count, nodes = self.feature.shape
        feature, threshold, value = self.feature.ravel(), self.threshold.ravel(), self.value.ravel()
        left, right = self.left.ravel(), self.right.ravel()
        first = (np.arange(count) * nodes)[None, :]
        own = (np.arange(len(rows)) * rows.shape[1])[:, None]
        asked = np.ascontiguousarray(rows).ravel()
        at = np.broadcast_to(first, (len(rows), count))
        for _ in range(self.depth):
            smaller = asked.take(feature.take(at) + own) <= threshold.take(at)
            at = np.where(smaller, left.take(at), right.take(at)) + first
        sums: npt.NDArray[np.float32] = value.take(at).sum(axis=1) + np.float32(self.base)
        return sums


@cache
def trees(name: str) -> Trees:
    """The trees called `name` of `resources/reader/trees.npz`."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    with np.load(resources() / "reader" / "trees.npz", allow_pickle=False) as stored:
        base, depth = stored[f"{name}.base"]
        parts = [stored[f"{name}.{part}"] for part in ("feature", "threshold", "left", "right", "value")]
        feature, threshold, left, right, value = parts
        return Trees(feature, threshold, left, right, value, base=float(base), depth=int(depth))


@cache
def word_weights() -> "npt.NDArray[np.float32]":
    """What each word weighs by its number (`choice/words.py`)."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    with np.load(resources() / "reader" / "trees.npz", allow_pickle=False) as stored:
        weights: npt.NDArray[np.float32] = stored["words"].astype(np.float32)
        return weights
