"""The library's list: narrowed by search and facets, as a table or as a grid of stills."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, n_
from tourdesk.gui.context import Context
from tourdesk.gui.films.find.facet_bar import FacetBar
from tourdesk.gui.films.find.saved import SavedSearches
from tourdesk.gui.films.find.search_field import SearchField
from tourdesk.gui.films.find.search_words import like_sentence, nothing_found
from tourdesk.gui.films.find.snippets import Snippets
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.steps import Steps
from tourdesk.gui.films.stills.pictures import Stills
from tourdesk.gui.films.table.grid import STILL_SIZE, FilmGrid
from tourdesk.gui.films.table.model import FilmListModel
from tourdesk.gui.films.table.rows import FilmRows
from tourdesk.gui.films.table.selection import select_films, selected_films
from tourdesk.gui.films.table.view import FilmTable
from tourdesk.gui.plain import plain
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.library.film_row import FilmRow
from tourdesk.library.finding.wanted import FIRST, Counts, Facet, Found, Night, Snippet, Wanted
from tourdesk.storage.changes import Changes

_VIEW_SETTING = "films/grid"


class FilmListing(QWidget):
    """Facets, the table or the grid, and how many films are shown."""

    current_changed = Signal(object)
    """The id of the film that is shown in detail, None when there is none."""
    opened = Signal(int)
    """A film was double-clicked, or Enter pressed on it."""
    library_empty = Signal(bool)
    """Whether the library has no film at all."""

    def __init__(
        self, context: Context, search: SearchField, steps: Steps, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self._context = context
        self._desks = context.desks
        self._search = search
        self._current: int | None = None
        self._shown = Wanted()
        self._settling = False
        self._ready = False
        self._whole = True
        self._behind = False
        """Whether showings have changed since it was asked, while nobody saw the list."""
        self._latest = Latest(context.tasks, _("Searching"), self)
        self._counting = Latest(context.tasks, _("Counting"), self)
        # When the rows are painted, which would wait for it: Python does one thing at a time.
        self._rest_soon = QTimer(self, singleShot=True, interval=0)
        self.rows = FilmRows(self._rows_of, context.tasks, self)
        self.snippets = Snippets(self._snippets_of, context.tasks, self)
        self.model = FilmListModel(self.rows, parent=self, snippets=self.snippets)
        self.stills = Stills(self._thumbnails, context.tasks, STILL_SIZE, self)
        self.table = FilmTable(self.model, context.settings)
        self.grid = FilmGrid(self.model, self.stills)
        self.facets = FacetBar()
        self.saved = SavedSearches(context, steps, self._wanted)
        self._views = QStackedWidget()
        self._like = QLabel()
        self._count = QLabel()
        self._clear = QPushButton(_("Show all"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self._views.addWidget(self.table)
        self._views.addWidget(self.grid)
        self._views.addWidget(self._build_nothing())
        self._count.setProperty("role", "quiet")
        self._like.setWordWrap(True)
        self._like.setTextFormat(Qt.TextFormat.PlainText)
        self._like.hide()
        self._clear.setFlat(True)
        below = QHBoxLayout()
        below.addWidget(self._count)
        below.addWidget(self._clear)
        below.addStretch()
        below.addWidget(self.saved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_SMALL)
        layout.addWidget(self.facets)
        layout.addWidget(self._like)
        layout.addWidget(self._views, 1)
        layout.addLayout(below)
        self._view = self.grid if self._settings.value(_VIEW_SETTING, False, bool) else self.table
        self._views.setCurrentWidget(self._view)

    def _build_nothing(self) -> QWidget:
        nothing = QWidget()
        self._nothing = plain(QLabel())
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        layout = QVBoxLayout(nothing)
        layout.addStretch()
        layout.addWidget(self._nothing)
        layout.addStretch()
        return nothing

    def _connect(self) -> None:
        self._rest_soon.timeout.connect(self._ask_for_rest)
        self._search.textChanged.connect(self.refresh)
        self._context.night_changed.connect(self.refresh)
        self._context.changed.connect(self._on_showings)
        self._search.leave.connect(self.enter)
        self.facets.changed.connect(self.refresh)
        self.saved.wanted.connect(self.show_search)
        self.model.order_wanted.connect(self.refresh)
        self._clear.clicked.connect(self.show_all)
        for view in (self.table, self.grid):
            view.selectionModel().currentChanged.connect(self._on_current)
            # Not `activated`: on some desktops a single click does that.
            view.doubleClicked.connect(self._on_opened)

    # What the screen asks.

    def begin(self) -> None:
        """Show the library at once as far as that can be done, and ask for all of it."""
        found = self._desks.first_sight()
        if found is not None and found.ids:
            self.rows.take(found.first)
            self.model.show_films(found.ids)
            self._say(Wanted(), found)
        self.refresh()

    def refresh(self) -> None:
        """Ask the library again for what is searched, chosen and sorted by."""
        desks = self._desks
        wanted = replace(self._wanted(), order=self.model.order, descending=self.model.descending)
        # What was shown of an older question needs no rest any more.
        self._rest_soon.stop()
        self._behind = False
        # Only who types is shown the best first: to who looks at the list it would lose its end for a moment.
        best_first = wanted.search != self._shown.search

        def find() -> Found:
            # Asked beside the window: at the start it is the first question, which loads SQLAlchemy.
            return desks.finding.find_best(wanted) if best_first else desks.finding.find(wanted)

        self._latest.ask(find, lambda found: self._show(wanted, found))

    def films_changed(self, film_ids: Iterable[int]) -> None:
        """Films or verdicts on them were changed: show them as they are now."""
        changed = set(film_ids)
        self.stills.forget(changed)
        self.model.refetch(changed)
        self.refresh()

    def verdicts_changed(self) -> None:
        """Somebody of the committee has said something."""
        self.model.refetch_all()
        self.refresh()

    def show_all(self) -> None:
        """Clear the search and the facets."""
        self.show_search(Wanted())

    def narrow(self, kind: str, value: str) -> None:
        """Show only the films of a section, a tag, a country or a director, whatever was searched."""
        # Directors are too many for a facet: they are searched by their names.
        self.show_search(Wanted(value) if kind == "director" else Wanted("", {Facet(kind): (value,)}))

    def show_search(self, wanted: Wanted) -> None:
        """Search these words with these values chosen."""
        self._search.setText(wanted.search)
        self.facets.choose(wanted.chosen)

    def show_grid(self, grid: bool) -> None:  # noqa: FBT001 - Qt's own manner
        """Show stills instead of the table; what is chosen stays chosen."""
        chosen = self._current_first()
        self._settings.setValue(_VIEW_SETTING, grid)
        self._view = self.grid if grid else self.table
        if self.model.ids:
            self._views.setCurrentWidget(self._view)
        select_films(self._view, chosen)
        self._view.setFocus()

    @property
    def shows_grid(self) -> bool:
        """Whether stills are shown."""
        return self._view is self.grid

    def selected(self) -> list[int]:
        """The chosen films, from top to bottom."""
        return selected_films(self._view).tolist()

    def select(self, film_id: int) -> None:
        """Choose a film; when search or facets hide it, everything is shown first."""
        self._current = film_id
        if not select_films(self._view, [film_id]):
            # Nothing else may stay chosen: what is chosen is kept when more films are shown.
            self._view.clearSelection()
            self.show_all()
            self.refresh()

    def enter(self) -> None:
        """Give the keyboard to the list."""
        self._view.setFocus()
        if not self._view.selectionModel().hasSelection() and self.model.ids:
            select_films(self._view, self.model.ids[:1])

    def _rows_of(self, film_ids: Sequence[int]) -> list[FilmRow]:
        return self._desks.finding.rows(film_ids)

    def _thumbnails(self, film_ids: Sequence[int]) -> Mapping[int, bytes]:
        return self._desks.library.thumbnails(film_ids)

    def _snippets_of(self, film_ids: Sequence[int], search: str) -> Mapping[int, Snippet]:
        return self._desks.finding.snippets(film_ids, search)

    def _wanted(self) -> Wanted:
        return Wanted(self._search.text(), self.facets.chosen, night=self._night())

    def _on_showings(self, changes: Changes) -> None:
        """Films come to other nights, or leave them: that uses up licences, or frees them."""
        there = not self.facets.buttons[Facet.LICENCE].isHidden()
        if there and any(change.subject in {"screening", "programme"} for change in changes):
            # Each step of who works on a programme is one of these.
            self._behind = not self.isVisible()
            if not self._behind:
                self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._behind:
            self.refresh()

    def _night(self) -> Night:
        """For when licences are asked: the night that is worked on, or today."""
        screening = self._context.screening
        if screening is None:
            today = QDate.currentDate()
            return Night(date(today.year(), today.month(), today.day()))
        return Night(screening.night, screening.venue.country.upper(), screening.id)

    # What was found.

    def _show(self, wanted: Wanted, found: Found) -> None:
        chosen = self._current_first()
        searched_anew = wanted.search != self._shown.search and bool(wanted.search.strip())
        if self._whole or wanted is not self._shown:
            self.snippets.search(found.like or wanted.search)
        self._shown = wanted
        self.rows.take(found.first)
        self._settling = True
        self.table.make_room_for_words_found(bool(wanted.search.strip()))
        self.model.show_films(found.ids)
        self._say(wanted, found)
        if found.ids:
            self._views.setCurrentWidget(self._view)
            self._choose_again(chosen, from_the_top=searched_anew)
        else:
            self._views.setCurrentIndex(2)
        self._settling = False
        self._whole = found.whole
        self._rest_soon.start()

    def _ask_for_rest(self) -> None:
        desks, wanted = self._desks, self._shown
        if self._whole:
            self._counting.ask(lambda: desks.finding.counts(wanted), self._settle)
        else:
            self._latest.ask(lambda: desks.finding.find(wanted, 0), lambda found: self._show(wanted, found))

    def _choose_again(self, chosen: "array[int]", *, from_the_top: bool) -> None:
        """Choose the same films as before among those that were found, or the first."""
        ids = self.model.ids
        if from_the_top and self._current not in ids[:FIRST]:
            # Who types a word looks for the best find, not for a film far below.
            select_films(self._view, ids[:1])
        # What is still chosen is left alone, so that the list does not move under who reads it.
        elif not self._view.selectionModel().hasSelection() and not select_films(self._view, chosen):
            select_films(self._view, ids[:1])
        if from_the_top:
            # The best finds are in sight also where the film that stays chosen is further down.
            self._view.scrollToTop()

    def _say(self, wanted: Wanted, found: Found) -> None:
        total = len(found.ids)
        if found.whole:
            self._count.setText(n_("{n:,} film", "{n:,} films", total))
        self._clear.setVisible(wanted.narrowed)
        self._like.setVisible(bool(found.like))
        self._like.setText(like_sentence(wanted.search, found.like))
        if not total:
            self._nothing.setText(nothing_found(wanted.search.strip(), wanted.chosen))
        self.library_empty.emit(not total and not wanted.narrowed)

    def _settle(self, counts: Counts) -> None:
        """Nobody types any more: show what can be chosen, and the film that the list has come to."""
        self.facets.show_counts(counts)
        # What is not in the list is not beside it either; `_current` waits until it is found again.
        self.current_changed.emit(self._current if self.model.ids else None)
        if not self._ready:
            self._ready = True
            self._counting.ask(self._desks.finding.get_ready, lambda _nothing: None)

    def _current_first(self) -> "array[int]":
        """The chosen films with the current one before the others, as it is the one that is scrolled to."""
        chosen = selected_films(self._view)
        if self._current is not None and (self._current in chosen or not chosen):
            if chosen:
                chosen.remove(self._current)
            chosen.insert(0, self._current)
        return chosen

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self.sender() is not self._view.selectionModel() or not index.isValid():
            return
        self._current = self.model.ids[index.row()]
        if not self._settling:
            self.current_changed.emit(self._current)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.ids[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._view.hasFocus() and self.selected():
            self.opened.emit(self.selected()[0])
        else:
            super().keyPressEvent(event)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, from top to bottom."""
        return (*self.facets.tab_stops, self.table, self.grid, self._clear, self.saved)

    @property
    def view(self) -> QAbstractItemView:
        """The table or the grid, whichever is shown."""
        return self._view
