"""The right side of the Films screen: a film to read and to change in place, its form, and the form of several."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.actions import push_button
from tourdesk.gui.context import Context
from tourdesk.gui.films.edit.conflict_bar import ConflictBar
from tourdesk.gui.films.film_edits import FilmEdits
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.merging import Merging
from tourdesk.gui.films.steps import Steps

if TYPE_CHECKING:  # Not needed to show films.
    from tourdesk.gui.films.detail.view import FilmDetail, Shown
    from tourdesk.gui.films.edit.around import Around
    from tourdesk.gui.films.edit.form import FilmForm
    from tourdesk.gui.films.edit.many import Several
    from tourdesk.gui.films.edit.many_form import ManyForm
    from tourdesk.gui.films.saving import Edit
    from tourdesk.library.films import Film, Still


class FilmPane(QWidget):
    """Shows the film that is chosen in the list; edits it, or all that are chosen, and saves with Undo."""

    rebuilt = Signal()
    """What Tab can reach is other now."""
    left = Signal()
    """Editing was left without saving."""
    film_saved = Signal(int)
    """The film that was saved and should be chosen."""
    film_wanted = Signal(int)
    """A link to another film was followed."""
    kin_wanted = Signal(str, str)
    """A link to all films of a kind ("section", "tag"…) and its value was followed."""

    def __init__(self, context: Context, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Shown | None = None
        self._wanted: int | None = None
        self._edit_wanted = False
        self._saving = False
        self._reading: tuple[QAction, ...] = ()
        self._editing: tuple[QAction, ...] = ()
        self._latest = Latest(context.tasks, _("Opening the film"), self)
        self._starting = Latest(context.tasks, _("Opening the form"), self)
        self._pictures = Latest(context.tasks, _("Opening the still"), self)
        self.edits = FilmEdits(context, steps, self)
        self._merging = Merging(context, self.edits, self)
        self._detail: FilmDetail | None = None
        self._form: FilmForm | None = None
        self._many: ManyForm | None = None
        self.conflict = ConflictBar()
        self._stack = QStackedWidget()
        self._nothing = QLabel(_("Choose a film to read about it here."))
        self._nothing.setProperty("role", "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._nothing)
        self._buttons = QHBoxLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._buttons.setContentsMargins(20, 0, 20, 0)
        self._buttons.addStretch()
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 4, 20, 4)
        bar.addWidget(self.conflict)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._buttons)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self._show_page(self._nothing)

    def _connect(self) -> None:
        self.edits.changed_elsewhere.connect(lambda _conflict: self.reload())
        self.conflict.theirs_wanted.connect(self._take_theirs)
        self.conflict.mine_wanted.connect(self._keep_mine)

    @property
    def detail(self) -> "FilmDetail":
        """The film as it is read, made for the first one that is shown: the list is there before it."""
        if self._detail is None:
            from tourdesk.gui.films.detail.view import FilmDetail  # noqa: PLC0415 - see above

            self._detail = detail = FilmDetail()
            detail.fact_changed.connect(self._change_fact)
            detail.still_wanted.connect(self._show_still)
            detail.merge_wanted.connect(self._merge_with)
            detail.at_rest.connect(self._catch_up)
            detail.film_wanted.connect(self.film_wanted)
            detail.kin_wanted.connect(self.kin_wanted)
            self._stack.addWidget(detail)
        return self._detail

    @property
    def form(self) -> "FilmForm":
        """The form of one film, made for the first one that is edited."""
        if self._form is None:
            from tourdesk.gui.films.edit.form import FilmForm  # noqa: PLC0415 - not needed to show films

            self._form = FilmForm(self._context.tasks)
            self._form.rebuilt.connect(self.rebuilt)
            self._stack.addWidget(self._form)
        return self._form

    @property
    def many(self) -> "ManyForm":
        """The form of several films, made for the first ones that are edited together."""
        if self._many is None:
            from tourdesk.gui.films.edit.many_form import ManyForm  # noqa: PLC0415 - not needed to show films

            self._many = ManyForm()
            self._many.rebuilt.connect(self.rebuilt)
            self._stack.addWidget(self._many)
        return self._many

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        buttons = self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        conflict = [self.conflict.theirs, self.conflict.mine]
        return [
            *conflict,
            *(self._detail.tab_stops if self._detail is not None else ()),
            *(self._form.tab_stops if self._form is not None else ()),
            *(self._many.tab_stops if self._many is not None else ()),
            *buttons,
        ]

    def show_actions(self, reading: Sequence[QAction], editing: Sequence[QAction]) -> None:
        """The actions whose buttons stand over a film that is read, and over one that is edited (the last stands out)."""
        self._reading, self._editing = tuple(reading), tuple(editing)
        for action in (*reading, *editing):
            self._buttons.addWidget(push_button(action, self, primary=action is editing[-1]))
        self._show_page(self._nothing)

    @property
    def editing(self) -> bool:
        """Whether a film is being edited, or several."""
        return self._stack.currentWidget() in {self._form, self._many}

    @property
    def film_id(self) -> int | None:
        """The film that is shown."""
        return self._shown.film.id if self._shown else None

    @property
    def _changed(self) -> bool:
        if not self.editing:
            return False
        return self.many.changed if self._stack.currentWidget() is self._many else self.form.changed

    def show_film(self, film_id: int | None) -> None:
        """Show another film; one that is being edited is saved first."""
        if self.editing and film_id == self.film_id:
            return
        if self._changed:
            self.save(then=lambda: self.show_film(film_id))
            return
        if self.editing and self._wanted is not None:
            # Nothing was typed: the form of the other film is not left standing beside this one. A new film that was wanted
            # before the list was there stays, as nobody has chosen the one that the list begins with.
            self._show_page(self.detail if self._shown else self._nothing)
        self._wanted, self._edit_wanted = film_id, False
        if film_id is None:
            self._shown = None
            self._show_page(self._nothing)
            self.rebuilt.emit()
            return
        from tourdesk.gui.films.detail.view import load  # noqa: PLC0415 - see above

        desks = self._context.desks
        self._latest.ask(lambda: load(desks, film_id), self._show)

    def edit(self) -> None:
        """Edit the film that is shown; one that is still being opened is edited as soon as it is there."""
        if self.editing or self._wanted is None:
            return
        # Never the film before it: what is typed next is meant for the one that was chosen last.
        self._edit_wanted = self._wanted != self.film_id
        if self._shown is not None and not self._edit_wanted:
            self._start(self._shown.around, self._shown.film, self._shown.stills)

    def edit_many(self, film_ids: Sequence[int]) -> None:
        """Edit several films at once."""
        if self.editing:
            return
        from tourdesk.gui.films.edit.around import load_around  # noqa: PLC0415 - not needed to show films
        from tourdesk.gui.films.edit.many import several  # noqa: PLC0415 - see above

        desks = self._context.desks

        def read() -> "tuple[Several, Around]":
            found = desks.library.films(film_ids)
            return several([found[film_id] for film_id in film_ids if film_id in found]), load_around(desks)

        def start(answer: "tuple[Several, Around]") -> None:
            films, around = answer
            self._show_page(self.many)
            self.many.edit(films, around.sections, around.currency)
            self.rebuilt.emit()

        self._latest.ask(read, start)

    def merge(self, film_ids: Sequence[int]) -> None:
        """Show two records of one film side by side, and make them one when that is wanted."""
        if not self.editing:
            self._merging.ask(film_ids, self.film_saved.emit)

    def new_film(self) -> None:
        """Type a new film by hand."""
        if self._changed:
            self.save(then=self.new_film)
            return
        from tourdesk.library.films import Film  # noqa: PLC0415 - not needed to show films

        if self._shown is not None:
            self._start(self._shown.around, Film(""))
            return
        from tourdesk.gui.films.edit.around import load_around  # noqa: PLC0415 - not needed to show films

        desks = self._context.desks

        def start(around: "Around") -> None:
            if not self._changed:  # somebody was quicker
                self._start(around, Film(""))

        self._starting.ask(lambda: load_around(desks), start)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save what is typed; a field that cannot be understood says so and keeps the keyboard."""
        if self._saving:
            return
        if self._stack.currentWidget() is self._many:
            self._save_many(then)
        else:
            self.form.stills.when_read(lambda: self._save_one(self.form.before, then))

    def keep(self) -> None:
        """The window closes: save what is typed at once, unless it cannot be understood."""
        if self._detail is not None:
            self._detail.finish_typing()
        if not self._changed:
            return
        from tourdesk.gui.films.edit.many import changes_of  # noqa: PLC0415 - not needed to show films
        from tourdesk.gui.films.saving import save_film  # noqa: PLC0415 - see above

        try:
            if self._stack.currentWidget() is self._many:
                self._context.desks.library.change(changes_of(self.many.films, self.many.wanted()))
            else:
                save_film(self._context.desks, self.form.before, self.form.film(), self.form.stills.change)
        except ProblemForUser:
            # Nobody is left to ask; the film stays as it was.
            return

    def cancel(self) -> None:
        """Leave the film as it was; what was typed can be taken up again from the news."""
        if not self.editing:
            return
        page = self.many if self._stack.currentWidget() is self._many else self.form
        if self._changed:
            self._context.tell(
                _("What you typed was not saved."), _("Go on editing"), lambda: self._resume(page)
            )
        self._show_page(self.detail if self._shown else self._nothing)
        self.left.emit()

    def reload(self) -> None:
        """Show the film again as it is now; not under who is typing in it."""
        if self._shown is not None and not self.editing and not self.detail.typing:
            self.show_film(self.film_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.editing:
            self.cancel()
            return
        super().keyPressEvent(event)

    def _save_one(self, before: "Film", then: Callable[[], None] | None) -> None:
        try:
            film = self.form.film()
        except ProblemForUser:
            return

        def saved(edit: "Edit") -> None:
            self._saving = False
            self._show_page(self.detail)
            if then is not None:
                then()
            else:
                self._shown = None
                self.film_saved.emit(edit.film_id)
                self.show_film(edit.film_id)

        def failed(error: BaseException) -> None:
            from tourdesk.library.changing import FilmChangedElsewhere  # noqa: PLC0415 - not needed to show films

            self._saving = False
            if isinstance(error, FilmChangedElsewhere):
                self._conflict = error
                self.conflict.show_conflict(error)
            else:
                self._context.tasks.problem.emit(error)

        self._saving = True
        self.edits.save(before, film, self.form.stills.change, saved, failed)

    def _save_many(self, then: Callable[[], None] | None) -> None:
        try:
            wanted = self.many.wanted()
        except ProblemForUser:
            return

        def done() -> None:
            self._show_page(self.detail if self._shown else self._nothing)
            self.left.emit()
            if then is not None:
                then()

        self.edits.change_many(self.many.films, wanted, done)

    def _take_theirs(self) -> None:
        self.form.take_theirs(self._conflict.now, self._conflict.clashes)
        self.conflict.hide()

    def _keep_mine(self) -> None:
        try:
            self.form.keep_mine(self._conflict.now)
        except ProblemForUser:
            return
        self.conflict.hide()
        self.save()

    def _change_fact(self, name: str, value: object) -> None:
        if self._shown is not None:
            self.edits.change(self._shown.film, name, value)

    def _merge_with(self, other_id: int) -> None:
        if self.film_id is not None:
            self.merge((self.film_id, other_id))

    def _show_still(self, still_id: int) -> None:
        library = self._context.desks.library

        def read() -> QImage:
            return QImage.fromData(library.picture(still_id) or b"")

        self._pictures.ask(read, self.detail.show_still)

    def _catch_up(self) -> None:
        """Nobody types in the film any more: what was changed meanwhile is shown now."""
        self.reload()

    def _resume(self, page: QWidget) -> None:
        self._show_page(page)
        page.setFocus()

    def _start(self, around: "Around", film: "Film", stills: "tuple[Still, ...]" = ()) -> None:
        self._show_page(self.form)
        self.form.editor("section").offer(around.sections)
        self.form.edit(film, stills, around.currency)
        self.rebuilt.emit()

    def _show(self, shown: "Shown | None") -> None:
        if shown is None:
            self.show_film(None)
            return
        if self.detail.typing and shown.film.id == self.film_id:
            return
        self._shown = shown
        self.detail.show_film(shown)
        self.rebuilt.emit()
        if not self.editing:
            self._show_page(self.detail)
            if self._edit_wanted:
                self.edit()

    def _show_page(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.conflict.hide()
        for action in self._reading:
            action.setVisible(page is self._detail)
        for action in self._editing:
            action.setVisible(page in {self._form, self._many})
