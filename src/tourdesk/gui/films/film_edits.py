"""What is done to films on the Films screen, beside the window: each is one step that can be taken back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tourdesk.foundation.language import _, n_
from tourdesk.foundation.progress import Progress
from tourdesk.gui.context import Context
from tourdesk.gui.films.steps import Steps

if TYPE_CHECKING:  # Not needed to show films.
    from tourdesk.gui.films.edit.many import Wanted
    from tourdesk.gui.films.saving import Edit, StillsChange
    from tourdesk.library.changing import FilmChange
    from tourdesk.library.films import Film
    from tourdesk.library.merging import Merged


class FilmEdits(QObject):
    """Saves, changes and merges films, and tells it with Undo."""

    changed_elsewhere = Signal(object)
    """FilmChangedElsewhere: a change in place met another desk's; the film is to be read again."""

    def __init__(self, context: Context, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._steps = steps

    def save(
        self,
        before: "Film",
        film: "Film",
        stills: "StillsChange | None",
        done: "Callable[[Edit], None]",
        failed: Callable[[BaseException], None],
    ) -> None:
        """Save a film as its form has it."""
        from tourdesk.gui.films.saving import save_film  # noqa: PLC0415 - not needed to show films

        desks = self._context.desks

        def saved(edit: "Edit") -> None:
            self._steps.tell(_("“{title}” saved.", title=film.title), lambda: self.undo(edit))
            done(edit)

        self._context.tasks.run(
            _("Saving the film"), lambda _progress: save_film(desks, before, film, stills), saved, failed
        )

    def change(self, film: "Film", name: str, value: object) -> None:
        """Change one field of a film where it stands."""
        from tourdesk.gui.films.edit.fields import BY_NAME  # noqa: PLC0415 - not needed to show films
        from tourdesk.library.changing import FilmChange  # noqa: PLC0415 - see above

        changes: dict[str, Any] = {name: value}
        sentence = _("{label} of “{title}” changed.", label=_(BY_NAME[name].label), title=film.title)
        change = FilmChange(film, replace(film, **changes))
        self._run(_("Saving the film"), lambda: [change], lambda _number: sentence, lambda: None)

    def change_many(self, films: "Sequence[Film]", wanted: "Wanted", done: Callable[[], None]) -> None:
        """Change several films as one step."""
        from tourdesk.gui.films.edit.many import changes_of  # noqa: PLC0415 - not needed to show films

        self._run(
            n_("Saving the film", "Saving {n:,} films", len(films)),
            lambda: changes_of(films, wanted),
            lambda number: n_("{n:,} film changed.", "{n:,} films changed.", number),
            done,
        )

    def merge(self, film: "Film", gone: "Film", done: Callable[[], None]) -> None:
        """Make the record `gone` part of the record of `film`."""
        library = self._context.desks.library

        def unmerge(merged: "Merged") -> None:
            said = _("Taken back: they are two records again.")
            self._steps.run(_("Taking it back"), lambda _progress: library.unmerge(merged), said)

        def saved(merged: "Merged") -> None:
            self._steps.tell(
                _("Two records of “{title}” became one.", title=film.title), lambda: unmerge(merged)
            )
            done()

        self._context.tasks.run(_("Merging the records"), lambda _progress: library.merge(film, gone), saved)

    def undo(self, edit: "Edit") -> None:
        """Take a save back, of one film or of several."""
        from tourdesk.gui.films.saving import undo_film  # noqa: PLC0415 - not needed to show films

        desks = self._context.desks
        if edit.saved.before == (None,):
            said = _("Taken back: “{title}” is not in the library.", title=edit.saved.after[0].title)
        elif len(edit.saved.ids) > 1:
            said = _("Taken back: the films are as they were.")
        else:
            said = _("Taken back: the film is as it was.")
        self._steps.run(_("Taking it back"), lambda progress: undo_film(desks, edit, progress), said)

    def _run(
        self,
        name: str,
        changes: "Callable[[], Sequence[FilmChange]]",
        sentence: Callable[[int], str],
        done: Callable[[], None],
    ) -> None:
        from tourdesk.gui.films.saving import Edit  # noqa: PLC0415 - not needed to show films
        from tourdesk.library.changing import FilmChangedElsewhere  # noqa: PLC0415 - see above

        library = self._context.desks.library

        def save(progress: Progress) -> "Edit | None":
            wanted = changes()
            return Edit(library.change(wanted, progress)) if wanted else None

        def saved(edit: "Edit | None") -> None:
            if edit is not None:
                self._steps.tell(sentence(len(edit.saved.ids)), lambda: self.undo(edit))
            done()

        def failed(error: BaseException) -> None:
            self._context.tasks.problem.emit(error)
            if isinstance(error, FilmChangedElsewhere):
                self.changed_elsewhere.emit(error)

        self._context.tasks.run(name, save, saved, failed)
