"""Whether a read film is one that the library has.

Titles are compared without case, accents and punctuation, then nearly (RapidFuzz), then one as the beginning of
the other before a dash or a colon. The less alike the titles are, the more must speak for it: what is said on only one
side speaks neither for nor against.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from tourdesk.foundation.text import folded, search_words
from tourdesk.library.alike import NEARLY, AlikeTexts
from tourdesk.library.films import Film

YEARS_APART = 1
"""Premiere and release often differ by a year."""

_SUBTITLE = re.compile(r"\s*(?:[:/|]|\s[-–—]\s)\s*")


@dataclass(frozen=True, slots=True)
class Known:
    """What a known film is recognised by."""

    id: int
    titles: tuple[str, ...]
    year: int | None
    directors: tuple[str, ...]
    seconds: int | None


_MOST_ADDED = 2_000
"""Titles that are looked through beside the others: with more, all are sketched anew."""


@dataclass(frozen=True)
class _Places:
    """Films by id, and by the forms of their titles."""

    films: dict[int, Known] = field(default_factory=dict)
    by_form: dict[str, tuple[Known, ...]] = field(default_factory=dict)

    def copied(self) -> "_Places":
        return _Places(dict(self.films), dict(self.by_form))

    def add(self, film: Known) -> None:
        self.films[film.id] = film
        for form in _all_forms(film):
            self.by_form[form] = (*self.by_form.get(form, ()), film)

    def remove(self, film_id: int) -> None:
        film = self.films.pop(film_id, None)
        for form in _all_forms(film) if film is not None else ():
            self.by_form[form] = tuple(other for other in self.by_form[form] if other.id != film_id)
            if not self.by_form[form]:
                del self.by_form[form]

    def of_title(self, title: str) -> list[Known]:
        """The films that have this title, whole."""
        wanted = _plain(title)
        return [
            film for film in self.by_form.get(wanted, ()) if any(_plain(one) == wanted for one in film.titles)
        ]


class KnownFilms:
    """The films of a library, to recognise read ones among; never changed, only replaced."""

    def __init__(self, places: _Places, sketched: AlikeTexts, added: AlikeTexts) -> None:
        self._places = places
        self._sketched = sketched
        self._added = added

    @classmethod
    def of(cls, films: Iterable[Known]) -> "KnownFilms":
        """These films."""
        places = _Places()
        for film in films:
            places.add(film)
        return cls(places, AlikeTexts(list(places.by_form)), AlikeTexts([]))

    def brought_up(self, changed: Iterable[int], films: Iterable[Known]) -> "KnownFilms":
        """What is known when some films, by id, changed, came or went; `films` are those of them that are there."""
        places = self._places.copied()
        for film_id in changed:
            places.remove(film_id)
        for film in films:
            places.add(film)
        added = [form for form in places.by_form if form not in self._sketched]
        if len(added) > _MOST_ADDED:
            return KnownFilms.of(places.films.values())
        return KnownFilms(places, self._sketched, AlikeTexts(added))

    def recognise(self, read: Film) -> int | None:
        """The id of the known film that the read one is; None when it is none, or when two are as likely."""
        likely = [film for film in self._whose_titles(_titles(read)) if not _speaks_against(read, film)]
        if len(likely) != 1:
            likely = self._certain(read, likely or self._nearly(read))
        return likely[0].id if len(likely) == 1 else None

    def duplicates(self, known: Film) -> list[int]:
        """The ids of other known films that are likely the same: those of its title, and those that more speaks for."""
        likely = [film for film in self._whose_titles(_titles(known)) if not _speaks_against(known, film)]
        likely += self._certain(known, self._nearly(known))
        return list(dict.fromkeys(film.id for film in likely if film.id != known.id))

    def _certain(self, read: Film, films: Iterable[Known]) -> list[Known]:
        return [film for film in films if _speaks_for(read, film) and not _speaks_against(read, film)]

    def _whose_titles(self, titles: Sequence[str]) -> list[Known]:
        found = {film.id: film for title in titles for film in self._places.of_title(title)}
        return list(found.values())

    def _nearly(self, read: Film) -> list[Known]:
        found: dict[int, Known] = {}
        for title in _titles(read):
            for form in _forms(title):
                for known_form in (*self._sketched.nearly(form), *self._added.nearly(form)):
                    # One that was sketched may be no film's any more.
                    found.update((film.id, film) for film in self._places.by_form.get(known_form, ()))
        return list(found.values())


def read_again(films: Sequence[Film]) -> dict[int, int]:
    """Which of the films of one reading are likely others of them again: their places, and those of the first ones."""
    known = KnownFilms.of(
        Known(place, _titles(film), film.year, film.directors, film.version.seconds)
        for place, film in enumerate(films)
    )
    again: dict[int, int] = {}
    for place, film in enumerate(films):
        first = min(known.duplicates(replace(film, id=place)), default=place)
        if first < place:
            again[place] = first
    return again


def same_person(one: str, other: str) -> bool:
    """Whether two names are spellings of one: `Erik Peterson` and `Erik Petersen`, `R. Faure` and `Romain Faure`."""
    some, others = folded(one).split(), folded(other).split()
    if not some or not others:
        return False
    if fuzz.ratio(" ".join(some), " ".join(others)) >= NEARLY:
        return True
    initial = len(some[0].rstrip(".")) == 1 or len(others[0].rstrip(".")) == 1
    return initial and some[-1] == others[-1] and some[0][0] == others[0][0]


def _titles(film: Film) -> tuple[str, ...]:
    return tuple(title for title in (film.title, film.original_title) if title)


def _plain(title: str) -> str:
    return " ".join(search_words(title))


def _forms(title: str) -> list[str]:
    """A title, and what stands before a subtitle or a second language."""
    whole = _plain(title)
    before, *behind = _SUBTITLE.split(title, maxsplit=1)
    first = _plain(before) if behind else whole
    # One short word before a colon is the name of a series more often than a film's.
    return [whole, first] if first != whole and len(first) >= 8 else [whole]


def _all_forms(film: Known) -> dict[str, None]:
    return dict.fromkeys(form for title in film.titles for form in _forms(title))


def _speaks_against(read: Film, known: Known) -> bool:
    if read.year is not None and known.year is not None and abs(read.year - known.year) > YEARS_APART:
        return True
    return bool(read.directors and known.directors and not _share_director(read, known))


def _speaks_for(read: Film, known: Known) -> bool:
    if read.directors and known.directors:
        return _share_director(read, known)
    seconds = read.version.seconds
    lasts_alike = seconds is not None and known.seconds is not None and abs(seconds - known.seconds) <= 60
    return lasts_alike and read.year is not None and read.year == known.year


def _share_director(read: Film, known: Known) -> bool:
    return any(same_person(one, other) for one in read.directors for other in known.directors)
