"""The Films screen: search, list, film; and the check of a page that was read."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.actions import Act, add_action, push_button, tool_button
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.films.listing import FilmListing, SearchField
from tourdesk.gui.films.model import FILM_IDS
from tourdesk.gui.films.pane import FilmPane
from tourdesk.gui.films.reading import NOTHING, Given, ReadIn, given_by, read
from tourdesk.gui.films.saving import Findings, Imported, save_findings, undo_findings
from tourdesk.gui.films.steps import Steps
from tourdesk.gui.films.tab_order import in_tab_order
from tourdesk.gui.films.words import counted
from tourdesk.gui.screen import Screen
from tourdesk.gui.tokens import SPACE, SPACE_LARGE
from tourdesk.library.desk import Removed
from tourdesk.storage.changes import Changes

if TYPE_CHECKING:
    from tourdesk.gui.films.check import CheckPanel

_SPLITTER = "films/splitter"
_UNFINISHED = "films/unfinished-page"
_KEPT_CHARACTERS = 500_000
_PAGES = "Film pages and listings (*.txt *.html *.htm *.md *.csv *.tsv *.xlsx *.json *.xml);;All files (*)"


class FilmsScreen(Screen):
    """The film library."""

    name: ClassVar[str] = "Films"
    icon: ClassVar[str] = "films"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAcceptDrops(True)
        self.search = SearchField()
        self.listing = FilmListing(context, self.search)
        self._steps = Steps(context)
        self.pane = FilmPane(context, self._steps)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._library = QWidget()
        self._check: CheckPanel | None = None
        self._add_actions()
        self._empty = EmptyState(
            "films",
            "No films yet",
            "Copy a film page or a whole line-up from the web and paste it here.\n"
            "TourDesk shows what it understood, and saves nothing before you say so.",
            self._paste,
            self._open,
            self._new,
            self._sample,
        )
        self._build()
        self._connect()
        self.listing.reload()

    def _add_actions(self) -> None:
        keys = QKeySequence.StandardKey
        self._paste = add_action(
            self,
            Act("Paste a film page", "paste", keys.Paste, "Read the film page on the clipboard"),
            self.paste,
        )
        self._open = add_action(
            self, Act("Open files…", "open", keys.Open, "Read film pages from files"), self.open_files
        )
        self._new = add_action(self, Act("New film", "add", keys.New, "Type a film by hand"), self.new_film)
        self._sample = add_action(
            self,
            Act("Open the sample tour", "tour", tip="Look around in a tour with films, nights and papers"),
            self.context.open_sample,
        )
        self._find = add_action(self, Act("Search films", "search", keys.Find), self._focus_search)
        self._grid = add_action(
            self,
            Act("Stills", "film", "Ctrl+G", "Show stills instead of the table", checkable=True),
            self._toggle,
        )
        self._edit = add_action(self, Act("Edit", "edit", "F2", "Edit this film"), self.pane.edit)
        self._remove = add_action(
            self, Act("Remove", "remove", keys.Delete, "Remove the chosen films"), self.remove_chosen
        )
        add_action(self, Act("Undo", "undo", keys.Undo, "Take the last step back"), self.undo)
        self._cancel = add_action(
            self, Act("Cancel", "cancel", tip="Leave the film as it was (Esc)"), self.pane.cancel
        )
        self._save = add_action(self, Act("Save", "save", keys.Save, "Save this film"), self.pane.save)
        self._library_actions = tuple(self.actions())

    def _build(self) -> None:
        self.pane.show_actions((self._edit, self._remove), (self._cancel, self._save))
        bar = QHBoxLayout()
        bar.setSpacing(SPACE)
        bar.addWidget(self.search, 1)
        toggle = tool_button(self._grid, self, words=True)
        bar.addWidget(toggle)
        bar.addSpacing(SPACE)
        ways_in = (
            push_button(self._new, self),
            push_button(self._open, self),
            push_button(self._paste, self, primary=True),
        )
        for button in ways_in:
            bar.addWidget(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE_LARGE, 0, SPACE, 0)
        column.addWidget(self.listing)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.pane)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        kept = self.context.settings.value(_SPLITTER)
        if kept is None or not self._splitter.restoreState(kept):
            self._splitter.setSizes([740, 420])
        page = QVBoxLayout(self._library)
        page.setContentsMargins(0, SPACE, 0, SPACE)
        page.setSpacing(SPACE)
        bar.setContentsMargins(SPACE_LARGE, 0, SPACE_LARGE, 0)
        page.addLayout(bar)
        page.addWidget(self._splitter, 1)
        for widget in (self._library, self._empty):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._bar = (self.search, toggle, *ways_in)
        self._grid.setChecked(self.listing.shows_grid)

    def _connect(self) -> None:
        self.search.page_pasted.connect(self.paste)
        self.context.changed.connect(self._on_changes)
        self._splitter.splitterMoved.connect(self._remember)
        self.listing.current_changed.connect(self.pane.show_film)
        self.listing.opened.connect(lambda _id: self.pane.edit())
        self.listing.library_empty.connect(self._on_library_empty)
        for view in (self.listing.table, self.listing.grid):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._show_menu)
        for part in (self.listing.sections, self.listing.tags, self.pane):
            part.rebuilt.connect(self._order_tabs)
        self.pane.film_saved.connect(self.listing.select)
        self.pane.left.connect(self.listing.refresh)
        detail = self.pane.detail
        detail.film_wanted.connect(self.listing.select)
        detail.section_wanted.connect(lambda section: self.listing.narrow(section=section))
        detail.tag_wanted.connect(lambda tag: self.listing.narrow(tag=tag))

    def shown(self) -> None:
        if self.checking:
            self.check.fields.start()
        elif self._empty.isVisible():
            # So that Ctrl+V is heard here.
            self._empty.setFocus()
        elif not self.pane.editing:
            self.search.setFocus()
        self._offer_unfinished()

    def leave(self) -> None:
        self._remember()
        self.pane.keep()

    # What can be done here.

    def paste(self) -> None:
        """Read what is on the clipboard."""
        self._read(QGuiApplication.clipboard().mimeData())

    def open_files(self) -> None:
        """Read film pages from files."""
        names, _ = QFileDialog.getOpenFileNames(self, "Open film pages", "", _PAGES)
        if names:
            self._start_reading(Given(files=tuple(Path(name) for name in names)))

    def new_film(self) -> None:
        """Type a film by hand."""
        self._show(self._library)
        self.pane.new_film()

    def remove_chosen(self) -> None:
        """Remove the chosen films; *Undo* puts them back."""
        library, tasks = self.context.desks.library, self.context.tasks
        chosen = self.listing.selected()
        if not chosen or self.pane.editing:
            return

        def put_back(removed: Removed) -> None:
            tasks.run("Putting back", lambda _: library.undo_remove(removed), lambda _: None)

        def removed(gone: Removed) -> None:
            what = f"“{gone.films[0].title}”" if len(gone.films) == 1 else counted(len(gone.films), "film")
            self._steps.tell(f"{what} removed.", lambda: put_back(gone))

        tasks.run("Removing", lambda _: library.remove(chosen), removed)

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
        self._read(event.mimeData())

    def _read(self, mime: QMimeData) -> None:
        given = given_by(mime)
        if given is None:
            self.context.tell(NOTHING)
        else:
            self._start_reading(given)

    def _start_reading(self, given: Given) -> None:
        if self.checking:
            self.context.tell("Please finish the page that is being checked first, or cancel it.")
            return
        desks = self.context.desks

        def done(what: ReadIn) -> None:
            if self.checking:
                return
            self.check_page(what)
            # Kept until the page is decided, so that neither closing nor a crash loses it.
            if len(what.page.text) <= _KEPT_CHARACTERS:
                self.context.settings.setValue(_UNFINISHED, what.page.text)

        self.context.tasks.run("Reading the page", lambda progress: read(desks, given, progress), done)

    def _offer_unfinished(self) -> None:
        text = self.context.settings.value(_UNFINISHED, "", str)
        if text and not self.checking:
            self.context.settings.remove(_UNFINISHED)
            self.context.tell(
                "A page that you had pasted was not finished.",
                "Check it",
                lambda: self._start_reading(Given(text=str(text))),
            )

    def check_page(self, what: ReadIn) -> None:
        """Begin the check of what was read."""
        # Shown first: what is not shown cannot take the focus.
        self._show(self.check)
        self.check.start(what.page, what.comparisons, what.offers, what.sections)

    def _save_findings(self, findings: Findings) -> None:
        desks, tasks = self.context.desks, self.context.tasks
        kept = str(findings)
        if not kept:
            self._end_check()
            self.context.tell("Nothing of this page was saved.")
            return

        def saved(imported: Imported) -> None:
            self.check.setEnabled(True)
            self._end_check()
            self._steps.tell(f"{kept} saved.", lambda: self._undo_findings(imported))
            if imported.saved.ids:
                self.listing.select(imported.saved.ids[0])

        def failed(error: BaseException) -> None:
            self.check.setEnabled(True)
            if isinstance(error, ProblemForUser):
                self.check.tell(error)
            else:
                tasks.problem.emit(error)

        # Enter pressed twice must not save twice.
        self.check.setEnabled(False)
        tasks.run("Saving", lambda progress: save_findings(desks, findings, progress), saved, failed)

    def _undo_findings(self, imported: Imported) -> None:
        desks = self.context.desks
        self.context.tasks.run(
            "Taking it back",
            lambda _: undo_findings(desks, imported),
            lambda _: self.context.tell("Taken back: nothing of that page was kept."),
        )

    def _end_check(self) -> None:
        self.context.settings.remove(_UNFINISHED)
        self._show(self._library)
        self.listing.refresh()
        self.listing.enter()

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        # Keys of the library mean other things in the check.
        for action in self._library_actions:
            action.setEnabled(page is not self._check)

    @property
    def check(self) -> "CheckPanel":
        """The check of a page, made when the first page is read."""
        if self._check is None:
            # Imported for the first page that is read: the window must not wait for it.
            from tourdesk.gui.films.check import CheckPanel  # noqa: PLC0415

            self._check = CheckPanel(self.context)
            self._check.finished.connect(self._save_findings)
            self._check.cancelled.connect(self._end_check)
            self._stack.addWidget(self._check)
        return self._check

    @property
    def checking(self) -> bool:
        """Whether a page is being checked."""
        return self._check is not None and self._stack.currentWidget() is self._check

    def _show_menu(self, at: QPoint) -> None:
        if not self.listing.view.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._edit, self._remove])
        menu.popup(self.listing.view.viewport().mapToGlobal(at))

    def _order_tabs(self) -> None:
        in_tab_order(*self._bar, *self.listing.tab_stops, *self.pane.tab_stops)

    def _toggle(self) -> None:
        self.listing.show_grid(self._grid.isChecked())

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _remember(self) -> None:
        self.context.settings.setValue(_SPLITTER, self._splitter.saveState())

    def _on_changes(self, changes: Changes) -> None:
        films = {change.id for change in changes if change.subject == "film"}
        if not films:
            return
        self.listing.stills.forget(films)
        self.listing.reload()
        if self.pane.film_id in films:
            self.pane.reload()

    def _on_library_empty(self, empty: bool) -> None:  # noqa: FBT001 - Qt's own manner
        if self._stack.currentWidget() in {self._library, self._empty} and not self.pane.editing:
            self._show(self._empty if empty else self._library)
        if empty:
            self.pane.show_film(None)
