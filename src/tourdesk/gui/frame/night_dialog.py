"""Making a night, or changing one: the form in a dialog, problems said inside it."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.frame.form_dialog import lay_out_form, say
from tourdesk.gui.frame.night_changes import night_saved
from tourdesk.gui.frame.night_draft import (
    USUAL,
    Known,
    MissingField,
    NightDraft,
    check,
    draft_of,
    known,
    save,
)
from tourdesk.gui.frame.night_form import NightForm
from tourdesk.gui.frame.nights import Nights
from tourdesk.gui.frame.words import to_play, twice
from tourdesk.gui.frame.zones import system_zone
from tourdesk.touring.night import Screening, Venue


def open_night_dialog(context: Context, nights: Nights, screening: Screening | None, parent: QWidget) -> None:
    """Read what there is to choose from, then open the form; of a new night when there is no screening."""
    context.tasks.run(
        _("Reading venues and programmes"),
        lambda _progress: known(context.desks),
        lambda choices: NightDialog(context, nights, choices, screening, parent).open(),
    )


class NightDialog(QDialog):
    """Fills in a night and makes it the one that is worked on; a night there is, is changed."""

    def __init__(
        self,
        context: Context,
        nights: Nights,
        choices: Known,
        screening: Screening | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._before = screening
        if screening is None:
            draft = _proposal(choices, nights)
        else:
            draft = draft_of(screening, nights.programme_name(screening))
        title = _("New night") if screening is None else _("Change the night")
        self.setWindowTitle(title)
        self.form = NightForm(choices, draft)
        self._hint = QLabel()
        self._hint.setObjectName("hint")
        self._save = QPushButton(_("Make the night") if screening is None else _("Save"))
        self._save.clicked.connect(self._on_save)
        lay_out_form(self, self.form, self._hint, self._save, 92)
        self.form.edited.connect(self._show_hint)
        self._show_hint()
        self.form.begin()

    def _show_hint(self) -> None:
        """How long the programme may be, or why the times do not fit together."""
        try:
            slot = self.form.draft.slot
        except ProblemForUser as problem:
            say(self._hint, problem.sentence, "error")
        else:
            say(self._hint, " ".join((to_play(slot), *twice(slot))), "quiet")
        self.form.mark(None)

    def _on_save(self) -> None:
        draft = self.form.draft
        try:
            check(draft)
        except ProblemForUser as problem:
            self._fail(problem)
            return
        self._save.setEnabled(False)
        desks = self._context.desks
        self._context.tasks.run(
            _("Saving the night"), lambda _progress: save(desks, draft), self._saved, self._fail
        )

    def _saved(self, screening: Screening) -> None:
        night_saved(self._context, screening, self._before)
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._save.setEnabled(True)
        if not isinstance(error, ProblemForUser):
            self._context.tasks.problem.emit(error)
            return
        say(self._hint, error.sentence, "error")
        self.form.mark(error.field if isinstance(error, MissingField) else None)


def _proposal(choices: Known, nights: Nights) -> NightDraft:
    """What a new night starts from: the last one's place and times a week later, else the usual."""
    last = nights.all[-1] if nights.all else None
    if last is not None:
        again = draft_of(last, "")
        return replace(again, night=max(last.night, date.today()) + timedelta(days=7), screening=None)  # noqa: DTZ011 - the desk's own calendar
    venue = choices.venues[0][0] if choices.venues else Venue("", "", system_zone())
    tonight = date.today() + timedelta(days=7)  # noqa: DTZ011 - the desk's own calendar
    return NightDraft(choices.tour, venue, "", "", tonight, USUAL, "")
