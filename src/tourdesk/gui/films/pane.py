"""The right side of the Films screen: a film to read, and the same film to edit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.actions import push_button
from tourdesk.gui.context import Context
from tourdesk.gui.films.detail import FilmDetail, Shown, load
from tourdesk.gui.films.form import FilmForm
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.saving import Edit, save_film, undo_film
from tourdesk.gui.films.steps import Steps
from tourdesk.library.films import Film


class FilmPane(QWidget):
    """Shows the film that is chosen in the list; edits in place and saves with Undo."""

    rebuilt = Signal()
    """What Tab can reach is other now."""
    left = Signal()
    """Editing was left without saving."""
    film_saved = Signal(int)
    """The film that was saved and should be chosen."""

    def __init__(self, context: Context, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._steps = steps
        self._library = context.desks.library
        self._shown: Shown | None = None
        self._wanted: int | None = None
        self._edit_wanted = False
        self._saving = False
        self._reading: tuple[QAction, ...] = ()
        self._editing: tuple[QAction, ...] = ()
        self._latest = Latest(context.tasks, "Opening the film", self)
        self.detail = FilmDetail()
        self.form = FilmForm()
        self._stack = QStackedWidget()
        self._nothing = QLabel("Choose a film to read about it here.")
        self._nothing.setProperty("role", "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (self._nothing, self.detail, self.form):
            self._stack.addWidget(page)
        self._buttons = QHBoxLayout()
        self._build()

    def _build(self) -> None:
        self._buttons.setContentsMargins(20, 0, 20, 0)
        self._buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._buttons)
        layout.addWidget(self._stack, 1)
        self._show_page(self._nothing)

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        buttons = self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [*self.detail.tab_stops, *self.form.tab_stops, *buttons]

    def show_actions(self, reading: Sequence[QAction], editing: Sequence[QAction]) -> None:
        """The actions whose buttons stand over a film that is read, and over one that is edited (the last stands out)."""
        self._reading, self._editing = tuple(reading), tuple(editing)
        for action in (*reading, *editing):
            self._buttons.addWidget(push_button(action, self, primary=action is editing[-1]))
        self._show_page(self._nothing)

    @property
    def editing(self) -> bool:
        """Whether a film is being edited."""
        return self._stack.currentWidget() is self.form

    @property
    def film_id(self) -> int | None:
        """The film that is shown."""
        return self._shown.film.id if self._shown else None

    def show_film(self, film_id: int | None) -> None:
        """Show another film; one that is being edited is saved first."""
        if self.editing and film_id == self.film_id:
            return
        if self.editing and self.form.changed:
            self.save(then=lambda: self.show_film(film_id))
            return
        self._wanted, self._edit_wanted = film_id, False
        if film_id is None:
            self._shown = None
            self._show_page(self._nothing)
            return
        library = self._library
        self._latest.ask(lambda: load(library, film_id), self._show)

    def edit(self) -> None:
        """Edit the film that is shown; one that is still being opened is edited as soon as it is there."""
        if self.editing or self._wanted is None:
            return
        # Never the film before it: what is typed next is meant for the one that was chosen last.
        self._edit_wanted = self._wanted != self.film_id
        if self._shown is not None and not self._edit_wanted:
            self._start(self._shown.film, self._shown.still)

    def new_film(self) -> None:
        """Type a new film by hand."""
        if self.editing and self.form.changed:
            self.save(then=self.new_film)
            return
        self._start(Film(""), QImage())

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save what is typed; a field that cannot be understood says so and keeps the keyboard."""
        try:
            film = self.form.film()
        except ProblemForUser:
            return
        if self._saving:
            return
        self._saving = True
        desks, still = self._context.desks, self.form.still

        def saved(edit: Edit) -> None:
            self._saving = False
            self._show_page(self.detail)
            self._steps.tell(f"“{film.title}” saved.", lambda: self._undo(edit))
            if then is not None:
                then()
            else:
                self._shown = None
                self.film_saved.emit(edit.film_id)
                self.show_film(edit.film_id)

        def failed(error: BaseException) -> None:
            self._saving = False
            self._context.tasks.problem.emit(error)

        self._context.tasks.run("Saving the film", lambda _: save_film(desks, film, still), saved, failed)

    def keep(self) -> None:
        """The window closes: save what is typed at once, unless it cannot be understood."""
        if self.editing and self.form.changed:
            try:
                save_film(self._context.desks, self.form.film(), self.form.still)
            except ProblemForUser:
                # Nobody is left to ask; the film stays as it was.
                return

    def cancel(self) -> None:
        """Leave the film as it was; what was typed can be taken up again from the news."""
        if not self.editing:
            return
        if self.form.changed:
            self._context.tell("What you typed was not saved.", "Go on editing", self._resume)
        self._show_page(self.detail if self._shown else self._nothing)
        self.left.emit()

    def reload(self) -> None:
        """Show the film again as it is now."""
        if self._shown is not None and not self.editing:
            self.show_film(self.film_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.editing:
            self.cancel()
            return
        super().keyPressEvent(event)

    def _resume(self) -> None:
        self._show_page(self.form)
        self.form.setFocus()

    def _start(self, film: Film, picture: QImage) -> None:
        self._show_page(self.form)
        self.form.edit(film, picture)
        self.rebuilt.emit()

    def _show(self, shown: Shown | None) -> None:
        if shown is None:
            self.show_film(None)
            return
        self._shown = shown
        self.form.editor("section").offer(shown.sections)
        self.detail.show_film(shown)
        self.rebuilt.emit()
        if not self.editing:
            self._show_page(self.detail)
            if self._edit_wanted:
                self.edit()

    def _show_page(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        for action in self._reading:
            action.setVisible(page is self.detail)
        for action in self._editing:
            action.setVisible(page is self.form)

    def _undo(self, edit: Edit) -> None:
        desks = self._context.desks
        self._context.tasks.run(
            "Taking it back",
            lambda _: undo_film(desks, edit),
            lambda _: self._context.tell("Taken back: the film is as it was."),
        )
