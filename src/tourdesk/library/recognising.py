"""Whether a read film is one that the library has."""

from collections.abc import Sequence

from tourdesk.foundation.text import folded
from tourdesk.library.films import Film


def known_film(read: Film, candidates: Sequence[Film]) -> Film | None:
    """The candidate that the read film is: the same title, and nothing that speaks against it.

    Candidates share a title (folded) with the read film. A year that is more than one off (premiere and
    release differ) or directors of whom none is the same speak against it; what is not said on either
    side does not.
    """
    fitting = [film for film in candidates if not _speaks_against(read, film)]
    if len(fitting) == 1:
        return fitting[0]
    # Several fit when little is said: only one that is certain is taken.
    certain = [film for film in fitting if read.directors and _share(read.directors, film.directors)]
    return certain[0] if len(certain) == 1 else None


def _speaks_against(read: Film, known: Film) -> bool:
    if read.year is not None and known.year is not None and abs(read.year - known.year) > 1:
        return True
    return bool(read.directors and known.directors and not _share(read.directors, known.directors))


def _share(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return bool({folded(name) for name in some} & {folded(name) for name in others})
