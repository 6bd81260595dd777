"""Ids in lists that a statement can name: SQLite takes 32,766 values, PostgreSQL 65,535."""

from collections.abc import Iterable, Iterator

_AT_ONCE = 10_000


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """The ids, each once, in lists of ten thousand at most."""
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]
