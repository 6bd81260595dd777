"""The desk for finding films: what the list, its facets and its links ask."""

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.library.film_row import FilmRow
from tourdesk.library.finding.kept import Kept
from tourdesk.library.finding.saved_searches import (
    put_back_search,
    remove_search,
    rename_search,
    save_search,
    saved_searches,
)
from tourdesk.library.finding.titles import Titles
from tourdesk.library.finding.wanted import FIRST, Counts, Found, Kin, SavedSearch, Snippet, Wanted
from tourdesk.library.listing import rows_of
from tourdesk.library.model import FilmRecord
from tourdesk.storage.database import Database

if TYPE_CHECKING:
    from tourdesk.library.finding.finder import Finder
    from tourdesk.library.finding.used_up import ShowingsBeside
    from tourdesk.library.recognising import KnownFilms


class FindingDesk:
    """Search, facets, saved searches and related films over one database.

    NumPy is imported for the first search: a window shows its first films without it.
    """

    def __init__(self, database: Database, beside: "ShowingsBeside") -> None:
        """`beside` tells of the showings that use up licences."""
        self._database = database
        self._beside = beside
        self._titles = Kept(Titles.read, Titles.brought_up)
        self._made: Finder | None = None
        self._known: Kept[KnownFilms] | None = None

    def find(self, wanted: Wanted, first: int = FIRST) -> Found:
        """The films that are wanted, with the first rows; films like them when a word is misspelled and nothing has it."""
        with self._database.reading() as session:
            ids, like = self._find(session, wanted, guess=True)
            return Found(ids, tuple(rows_of(session, ids[:first])), like)

    def find_best(self, wanted: Wanted, first: int = FIRST) -> Found:
        """What `find` says; when so many have the words in title and people alone these at once, and not the whole of it."""
        with self._database.reading() as session:
            if wanted.search.strip():
                ids = self._finder.best(session, self._titles.of(session), wanted, first)
                if ids is not None:
                    return Found(ids, tuple(rows_of(session, ids[:first])), whole=False)
            return self.find(wanted, first)

    def rows(self, film_ids: Iterable[int]) -> list[FilmRow]:
        """These films as rows, in the same order; those that are gone are left out."""
        with self._database.reading() as session:
            return rows_of(session, film_ids)

    def snippets(self, film_ids: Iterable[int], search: str) -> dict[int, Snippet]:
        """Where these films have a searched word in their texts; those that have all words in title and people are left out."""
        from tourdesk.library.finding.snippets import snippets_of  # noqa: PLC0415 - a window shows films without it

        with self._database.reading() as session:
            return snippets_of(session, film_ids, search)

    def every_row(self, wanted: Wanted) -> list[FilmRow]:
        """All the films that are wanted, exactly as they are spelled."""
        with self._database.reading() as session:
            return rows_of(session, self._find(session, wanted, guess=False)[0])

    def counts(self, wanted: Wanted) -> Counts:
        """What each facet offers beside what `find` finds."""
        with self._database.reading() as session:
            return self._finder.counts(session, self._titles.of(session), wanted)

    def get_ready(self) -> None:
        """Read what the first misspelled word would wait for; `counts` reads the rest."""
        with self._database.reading() as session:
            self._finder.get_ready(session)

    def known(self) -> "KnownFilms":
        """The films of the library, to recognise read ones among; they are kept for the next comparison."""
        # Imported for the first comparison: the window must not wait for RapidFuzz.
        from tourdesk.library.known import brought_up, known_films  # noqa: PLC0415
        from tourdesk.library.recognising import KnownFilms  # noqa: PLC0415

        with self._database.reading() as session:
            if self._known is None:
                self._known = Kept(lambda session: KnownFilms.of(known_films(session)), brought_up)
            return self._known.of(session)

    def is_empty(self) -> bool:
        """Whether the library has no film at all."""
        with self._database.reading() as session:
            return session.scalar(select(FilmRecord.id).limit(1)) is None

    def related(self, film_id: int, most: int | None) -> tuple[Kin, ...]:
        """What other films have in common with one, the first so many of each by title; all when `most` is None.

        Raises ProblemForUser when the film is no longer there.
        """
        from tourdesk.library.finding.related import related  # noqa: PLC0415 - imports NumPy, see above

        with self._database.reading() as session:
            return related(session, self._titles.of(session).ids, film_id, most)

    def searches(self) -> list[SavedSearch]:
        """The searches that are kept, by name."""
        with self._database.reading() as session:
            return saved_searches(session)

    def save_search(self, name: str, wanted: Wanted) -> SavedSearch:
        """Keep a search; one of that name is replaced. Raises ProblemForUser when the name is empty or too long."""
        with self._database.work() as work:
            return save_search(work, name, wanted)

    def rename_search(self, search_id: int, name: str) -> SavedSearch:
        """Rename a kept search. Raises ProblemForUser when it is gone, or the name empty, too long or another one's."""
        with self._database.work() as work:
            return rename_search(work, search_id, name)

    def remove_search(self, search_id: int) -> SavedSearch:
        """Remove a kept search and tell what it was. Raises ProblemForUser when it is gone."""
        with self._database.work() as work:
            return remove_search(work, search_id)

    def put_back_search(self, search: SavedSearch) -> None:
        """Keep a search again that was removed. Raises ProblemForUser when another has its name by now."""
        with self._database.work() as work:
            put_back_search(work, search)

    def _find(self, session: Session, wanted: Wanted, *, guess: bool) -> "tuple[array[int], str]":
        titles = self._titles.of(session)
        if not wanted.narrowed and wanted.order is None:
            return titles.ids, ""
        return self._finder.find(session, titles, wanted, guess=guess)

    @property
    def _finder(self) -> "Finder":
        if self._made is None:
            from tourdesk.library.finding.finder import Finder  # noqa: PLC0415 - imports NumPy, see above

            self._made = Finder(self._beside)
        return self._made
