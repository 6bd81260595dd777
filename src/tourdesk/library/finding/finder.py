"""Puts search, facets, order and misspelling together."""

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy.orm import Session

from tourdesk.foundation.text import search_words
from tourdesk.library.finding.facets import Facets
from tourdesk.library.finding.kept import Kept
from tourdesk.library.finding.matching import Ids, is_known
from tourdesk.library.finding.orders import Orders
from tourdesk.library.finding.ranking import best, ranked
from tourdesk.library.finding.title_words import TitleWords
from tourdesk.library.finding.titles import Titles
from tourdesk.library.finding.used_up import ShowingsBeside, UsedUp
from tourdesk.library.finding.wanted import Counts, Wanted

if TYPE_CHECKING:
    from tourdesk.library.finding.misspelling import Spelling

_MOST_GUESSED = 8
"""Words of a search that may be misspelled: longer ones are pasted."""


@dataclass(frozen=True, slots=True)
class _Searched:
    """The answer to the search of one text."""

    titles: Titles
    search: str
    ids: Ids
    like: str


class Finder:
    """Finds with what it keeps in memory of one library: its facets, orders and words."""

    def __init__(self, beside: ShowingsBeside) -> None:
        self._used_up = UsedUp(beside)
        self._facets = Kept(Facets.read, Facets.brought_up)
        self._orders = Orders()
        self._spelling: Kept[Spelling] | None = None
        self._title_words: TitleWords | None = None
        self._last: _Searched | None = None

    def find(
        self, session: Session, titles: Titles, wanted: Wanted, *, guess: bool
    ) -> "tuple[array[int], str]":
        """The ids of the films that are wanted, in order, and the words that were taken for misspelled ones."""
        searched = self._searched(session, titles, wanted.search, guess=guess)
        ids = searched.ids
        if wanted.chosen or wanted.longest is not None:
            ids = self._facets.of(session).narrowed(ids, wanted, self._used_up_on(session, wanted))
        if wanted.order is not None:
            by_title = np.frombuffer(titles.ids, np.int32)
            ids = self._orders.sorted(
                session, by_title[np.isin(by_title, ids)], wanted.order, descending=wanted.descending
            )
        return array("i", ids.tobytes()), searched.like

    def best(self, session: Session, titles: Titles, wanted: Wanted, enough: int) -> "array[int] | None":
        """The beginning of what `find` says, sooner; None where not so many are known before the rest."""
        if wanted.chosen or wanted.longest is not None or wanted.order is not None:
            return None
        ids = best(session, self._words_of(titles), wanted.search, enough)
        return None if ids is None else array("i", ids.tobytes())

    def counts(self, session: Session, titles: Titles, wanted: Wanted) -> Counts:
        """What each facet offers."""
        searched = self._searched(session, titles, wanted.search, guess=True)
        return self._facets.of(session).counts(searched.ids, wanted, self._used_up_on(session, wanted))

    def _used_up_on(self, session: Session, wanted: Wanted) -> frozenset[int]:
        return frozenset() if wanted.night is None else self._used_up.on(session, wanted.night)

    def get_ready(self, session: Session) -> None:
        """Read the words that misspelled ones are compared with."""
        self._known_words(session)

    def _known_words(self, session: Session) -> "Spelling":
        # Imported for the first misspelling: a command that finds what it is asked for has none.
        from tourdesk.library.finding.misspelling import Spelling  # noqa: PLC0415

        if self._spelling is None:
            self._spelling = Kept(Spelling.read, Spelling.brought_up)
        return self._spelling.of(session)

    def _searched(self, session: Session, titles: Titles, search: str, *, guess: bool) -> _Searched:
        if not search.strip():
            return _Searched(titles, search, np.frombuffer(titles.ids, np.int32), "")
        last = self._last
        # Films and facets ask the same one after the other; other titles mean that films were changed.
        if guess and last is not None and last.titles is titles and last.search == search:
            return last
        title_words = self._words_of(titles)
        ids, like = ranked(session, title_words, search), ""
        if guess and not len(ids):
            ids, like = self._guessed(session, title_words, search)
        searched = _Searched(titles, search, ids, like)
        if guess:
            self._last = searched
        return searched

    def _words_of(self, titles: Titles) -> TitleWords:
        known = self._title_words
        if known is None or known.titles is not titles:
            self._title_words = known = TitleWords.of(titles)
        return known

    def _guessed(self, session: Session, titles: TitleWords, search: str) -> tuple[Ids, str]:
        """What is found when each word that nothing has is taken for the nearest known one; nothing when there is none."""
        words = search_words(search)[:_MOST_GUESSED]
        unknown = {word for word in words if not is_known(session, word)}
        spelling = self._known_words(session)
        like = " ".join((spelling.nearest(word) or word) if word in unknown else word for word in words)
        ids = ranked(session, titles, like) if like != " ".join(words) else np.empty(0, np.int32)
        return ids, like if len(ids) else ""
