"""The Films screen: search, list, film; and the check of a page that was read."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tourdesk.foundation.language import _, later
from tourdesk.gui.actions import add_action, push_button, tool_button
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.films import acts
from tourdesk.gui.films.find.search_field import SearchField
from tourdesk.gui.films.intake.given import Given
from tourdesk.gui.films.pages_in import PagesIn
from tourdesk.gui.films.pane import FilmPane
from tourdesk.gui.films.quality.view import QualityView
from tourdesk.gui.films.removing import remove
from tourdesk.gui.films.steps import Steps
from tourdesk.gui.films.tab_order import in_tab_order
from tourdesk.gui.films.table.listing import FilmListing
from tourdesk.gui.films.table.model import FILM_IDS
from tourdesk.gui.films.verdicts.committee import Committee
from tourdesk.gui.reflow import Beside, TwoGroups, fit_to_current
from tourdesk.gui.screen import Screen
from tourdesk.gui.tokens import SPACE, SPACE_LARGE
from tourdesk.library.finding.wanted import Wanted
from tourdesk.storage.changes import Changes

if TYPE_CHECKING:
    from tourdesk.gui.films.intake.bringing_in import Intake
    from tourdesk.gui.films.intake.check import CheckPanel
    from tourdesk.gui.films.intake.reading import ReadIn

_SPLITTER = "films/splitter"
_PAGES = later(
    "Film pages and listings (*.txt *.html *.htm *.md *.csv *.tsv *.xlsx *.json *.xml);;All files (*)"
)


class FilmsScreen(Screen):
    """The film library."""

    name: ClassVar[str] = later("Films")
    icon: ClassVar[str] = "films"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAcceptDrops(True)
        self.search = SearchField()
        self._steps = Steps(context)
        self.listing = FilmListing(context, self.search, self._steps)
        self.pane = FilmPane(context, self._steps)
        self._stack = QStackedWidget()
        self._library = QWidget()
        self._pages = PagesIn(context, self._steps, self)
        self._add_actions()
        self._build()
        self._connect()
        self.listing.begin()

    def _add_actions(self) -> None:
        self._paste = add_action(self, acts.PASTE, self.paste)
        self._open = add_action(self, acts.OPEN, self.open_files)
        self._new = add_action(self, acts.NEW, self.new_film)
        self._sample = add_action(self, acts.SAMPLE, self.context.open_sample)
        self._find = add_action(self, acts.SEARCH, self._focus_search)
        self._grid = add_action(self, acts.STILLS, self._toggle)
        self._edit = add_action(self, acts.EDIT, self.edit_chosen)
        self._remove = add_action(self, acts.REMOVE, self.remove_chosen)
        self._merge = add_action(self, acts.MERGE, self.merge_chosen)
        add_action(self, acts.UNDO, self.undo)
        self._cancel = add_action(self, acts.CANCEL, self.pane.cancel)
        self._save = add_action(self, acts.SAVE, self.pane.save)
        self.committee = Committee(self.context, self, self.listing, self.pane, self._steps)
        self.quality = QualityView(self.context, self, self.listing, self.pane)
        self._library_actions = tuple(self.actions())

    def _build(self) -> None:
        self.pane.show_actions((self._edit, self._remove), (self._cancel, self._save))
        toggle = tool_button(self._grid, self, words=True)
        quality = tool_button(self.quality.toggle, self, words=True)
        ways_in = [
            push_button(act, self, primary=act is self._paste) for act in (self._new, self._open, self._paste)
        ]
        finding, adding = QHBoxLayout(), QHBoxLayout()
        finding.addWidget(self.search, 1)
        for button in (toggle, quality, self.committee.button):
            finding.addWidget(button)
        for button in ways_in:
            adding.addWidget(button)
        bar = TwoGroups(finding, adding)
        bar.setContentsMargins(SPACE_LARGE, 0, SPACE_LARGE, 0)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE_LARGE, 0, 0, 0)
        column.addWidget(self.listing)
        self.quality.list_made.connect(column.addWidget)
        self.quality.list_made.connect(self._order_tabs)
        self._beside = Beside(left, self.committee.beside, self.context.settings, _SPLITTER, (678, 472))
        page = QVBoxLayout(self._library)
        page.setContentsMargins(0, SPACE, 0, SPACE)
        page.setSpacing(SPACE)
        page.addWidget(bar)
        page.addWidget(self._beside, 1)
        self._stack.addWidget(self._library)
        self._stack.currentChanged.connect(lambda _page: fit_to_current(self._stack))
        fit_to_current(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._bar = (self.search, toggle, quality, self.committee.button, *ways_in)
        self._grid.setChecked(self.listing.shows_grid)

    def _connect(self) -> None:
        self._pages.made.connect(self._stack.addWidget)
        self._pages.begun.connect(lambda: self._show(self.intake))
        self._pages.ended.connect(self._end_check)
        self._pages.saved.connect(self.listing.select)
        self.search.page_pasted.connect(self.paste)
        self.context.changed.connect(self._on_changes)
        self.listing.current_changed.connect(self.pane.show_film)
        self.listing.opened.connect(lambda _id: self.edit_chosen())
        self.listing.library_empty.connect(self._on_library_empty)
        for view in (self.listing.table, self.listing.grid):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._show_menu)
        self.pane.rebuilt.connect(self._order_tabs)
        self.pane.rebuilt.connect(self._show_pane)
        self.pane.film_saved.connect(self.listing.select)
        self.pane.left.connect(self.listing.refresh)
        self.pane.film_wanted.connect(self.listing.select)
        self.pane.kin_wanted.connect(self.listing.narrow)

    def shown(self) -> None:
        if self.checking:
            self.intake.start()
        elif self._stack.currentWidget() is not self._library:
            # So that Ctrl+V is heard here.
            self._empty.setFocus()
        elif not self.pane.editing:
            self.search.setFocus()
        self._pages.offer_unfinished()

    def go_to(self, which: int | str | Wanted) -> None:
        if self._pages.busy_checking():
            return
        self._show(self._library)
        self.quality.leave()
        if isinstance(which, Wanted):
            self.listing.show_search(which)
        else:
            self.listing.select(int(which))
        self.listing.view.setFocus()

    def leave(self) -> None:
        self._beside.remember()
        self.pane.keep()
        self.committee.keep()
        self._pages.keep()

    # What can be done here.

    def paste(self) -> None:
        """Read what is on the clipboard."""
        self._pages.read_mime(QGuiApplication.clipboard().mimeData())

    def open_files(self) -> None:
        """Read film pages from files."""
        names, _filter = QFileDialog.getOpenFileNames(self, _("Open film pages"), "", _(_PAGES))
        if names:
            self._pages.read(Given(files=tuple(Path(name) for name in names)))

    def new_film(self) -> None:
        """Type a film by hand."""
        self._show(self._library)
        self.pane.new_film()

    def edit_chosen(self) -> None:
        """Edit the film that is chosen, or all that are."""
        chosen = self.listing.selected()
        if len(chosen) > 1:
            self.pane.edit_many(chosen)
        else:
            self.pane.edit()

    def merge_chosen(self) -> None:
        """Show the two chosen records of one film side by side, to make them one."""
        self.pane.merge(self.listing.selected())

    def remove_chosen(self) -> None:
        """Remove the chosen films; *Undo* puts them back."""
        if not self.pane.editing:
            remove(self.context, self._steps, self.listing.selected())

    def undo(self) -> None:
        """Take back what was saved or removed last; while a film is edited, its fields have their own."""
        if not self.pane.editing:
            self._steps.undo_last()

    # What happens.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        mime = event.mimeData()
        if not mime.hasFormat(FILM_IDS) and (mime.hasText() or mime.hasUrls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self._pages.read_mime(event.mimeData())

    @cached_property
    def _empty(self) -> EmptyState:
        """What is shown while there are no films; most libraries never need it."""
        said = EmptyState(
            "films",
            _("No films yet"),
            _(
                "Copy a film page or a whole line-up from the web and paste it here.\n"
                "TourDesk shows what it understood, and saves nothing before you say so."
            ),
            self._paste,
            self._open,
            self._new,
            self._sample,
        )
        self._stack.addWidget(said)
        return said

    def _show_pane(self) -> None:
        if self.pane.editing:
            if not self.checking:
                # The form of a new film may come after it was seen that there are no films yet.
                self._show(self._library)
            self._beside.bring_second_to_sight()

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        # Keys of the library mean other things in the check.
        for action in self._library_actions:
            action.setEnabled(not self.checking)

    @property
    def intake(self) -> "Intake":
        """The way of what is read into the library."""
        return self._pages.intake

    @property
    def check(self) -> "CheckPanel":
        """The check of a page."""
        return self.intake.check

    @property
    def checking(self) -> bool:
        """Whether a page is being checked."""
        return self._pages.checking

    def check_page(self, what: "ReadIn") -> None:
        """Begin the check of what was read."""
        self._pages.check(what)

    def _end_check(self) -> None:
        self._show(self._library)
        self.listing.refresh()
        self.listing.enter()

    def _show_menu(self, at: QPoint) -> None:
        if not self.listing.view.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._edit, self._merge, self._remove])
        menu.popup(self.listing.view.viewport().mapToGlobal(at))

    def _order_tabs(self) -> None:
        in_tab_order(
            *self._bar,
            *self.listing.tab_stops,
            *self.quality.tab_stops,
            *self.pane.tab_stops,
            *self.committee.panel.tab_stops,
        )

    def _toggle(self) -> None:
        self.listing.show_grid(self._grid.isChecked())

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_changes(self, changes: Changes) -> None:
        films = {change.id for change in changes if change.subject == "film"}
        if films:
            self.listing.films_changed(films)
        if any(change.subject in {"verdict", "committee member"} for change in changes):
            self.listing.verdicts_changed()
        if self.pane.film_id in films or any(change.subject == "tour" for change in changes):
            self.pane.reload()

    def _on_library_empty(self, empty: bool) -> None:  # noqa: FBT001 - Qt's own manner
        if not self.checking and not self.pane.editing:
            self._show(self._empty if empty else self._library)
        if empty:
            self.pane.show_film(None)
