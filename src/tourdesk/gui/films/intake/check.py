"""The two-sided check: the page on the left, the fields on the right, and nothing saved before somebody says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMessageBox, QPushButton, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later, n_
from tourdesk.gui.actions import Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.films.intake.check_layout import CheckActions, CheckLayout
from tourdesk.gui.films.intake.draft import FilmDraft, empty_draft
from tourdesk.gui.films.intake.lineup import LineUp
from tourdesk.gui.films.intake.offers import Offers
from tourdesk.gui.films.intake.reading import ReadIn
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.saving import Findings
from tourdesk.gui.films.tab_order import in_tab_order
from tourdesk.library.comparing import Comparison
from tourdesk.library.intake.readings import PageReading


class CheckPanel(QWidget):
    """Checks what was read on a page, film by film; tells what to save when all is decided."""

    finished = Signal(object)
    """Findings: everything is decided, this is to be saved."""
    cancelled = Signal()
    """Nothing is to be saved."""
    decided = Signal()
    """Something was typed or decided: what is kept of an unfinished check is to be kept anew."""
    columns_wanted = Signal()
    """What the columns of the listing hold is to be looked at again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = context.desks.library
        self._comparing = Latest(context.tasks, _("Comparing with the library"), self)
        self._page = PageReading("")
        self._line_up = LineUp()
        self._offers = Offers()
        self._offers_decided = False
        self._offers_skipped = False
        self._add_actions()
        actions = CheckActions(
            head=(self.columns, self.add, self.cancel),
            foot=(self.back, self.skip, self.accept),
            take_words=self.take_words,
            take_sure=self.take_sure,
            first_step=self.add,
        )
        self._parts = CheckLayout(context, actions, self)
        self.strip, self.groups, self.page = self._parts.strip, self._parts.groups, self._parts.page
        self.fields, self.offers = self._parts.fields, self._parts.offers
        self.problem, self.problems = self._parts.problem, self._parts.problems
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts)
        self._connect()

    def _add_actions(self) -> None:
        self.accept = add_action(
            self, Act(later("Accept"), "ok", tip=later("Accept this film (Enter)")), self.go_on
        )
        self.skip = add_action(
            self, Act(later("Skip"), "next", ("S", "Alt+S"), later("Do not save this film")), self.skip_film
        )
        keys = (QKeySequence.StandardKey.Back, "Alt+Left", "Backspace")
        self.back = add_action(
            self, Act(later("Back"), "previous", keys, later("Back to the film before")), self.go_back
        )
        self.add = add_action(
            self,
            Act(later("Add a film"), "add", "Alt+N", later("Add a film of this page that was not found")),
            self.add_film,
        )
        self.take_sure = add_action(
            self,
            Act(
                later("Take all that need no check"),
                "check",
                ("Ctrl+Return", "Ctrl+Enter"),
                later("Accept every new or changed film about which nothing is doubtful"),
            ),
            self.take_all_sure,
        )
        self.take_words = add_action(
            self,
            Act(
                later("Take the texts, too"),
                "check",
                tip=later(
                    "Take what was read in place of your own titles, texts and notes, wherever nobody decided"
                ),
            ),
            self.take_all_words,
        )
        self.columns = add_action(
            self,
            Act(later("Columns…"), "settings", tip=later("What the columns of the listing hold")),
            self.columns_wanted.emit,
        )
        self.cancel = add_action(
            self, Act(later("Cancel"), "cancel", tip=later("Leave without saving (Esc)")), self.leave
        )

    def _connect(self) -> None:
        fields = self.fields
        add_action(self, Act(later("Keep what is known"), "", ("K", "Alt+K")), fields.keep)
        add_action(self, Act(later("Take what was read"), "", ("T", "Alt+T")), fields.take)
        add_action(self, Act(later("Type in the field"), "", "F2"), fields.start_typing)
        self.strip.step_wanted.connect(self._go_to)
        self.groups.chosen.connect(self._on_group)
        self.page.field_clicked.connect(self.fields.look_at)
        self.page.use_as.connect(self._use_as)
        self.fields.looked_at.connect(self._on_looked_at)
        self.fields.decided.connect(self._on_decided)
        self.offers.ticked.connect(self._refresh_buttons)
        self.problems.line_wanted.connect(self.page.go_to_line)

    # The check from its start to its end.

    def start(self, what: ReadIn) -> None:
        """Check another page."""
        self._page = page = what.page
        self._line_up = what.line_up
        self._offers, self._offers_decided, self._offers_skipped = what.offers, False, False
        self.fields.offer_sections(what.sections)
        self.page.show_text(page.text)
        self.offers.show_offers(what.offers)
        self.problem.clear()
        self.problems.show_problems(page.problems)
        # Of a listing, what its columns hold can be looked at again.
        self.columns.setVisible(bool(what.tables))
        self.groups.start()
        self._parts.stand_for(len(self._line_up))
        self._show_strip()
        self._go_to(self._line_up.step)

    @property
    def drafts(self) -> Sequence[FilmDraft]:
        """The films of the page as they stand."""
        return self._line_up.drafts

    def go_on(self) -> None:
        """Enter: the doubtful field is right, then the film is accepted, and the next one follows."""
        draft = self._line_up.draft
        if draft is None:
            if self._offers:
                self._offers_decided, self._offers_skipped = True, False
                self._next()
            return
        if self.fields.go_to_wrong() or self.fields.go_to_doubt():
            self._refresh()
            return
        draft.accept()
        self._next()

    def skip_film(self) -> None:
        """Leave this film out."""
        draft = self._line_up.draft
        if draft is not None:
            draft.skip()
        elif self._offers:
            self._offers_decided = self._offers_skipped = True
        self._next()

    def take_all_sure(self) -> None:
        """Accept all films of the group that is shown about which nothing is doubtful, and go on with the others."""
        if not self.fields.go_to_wrong() and self._line_up.take_sure(self.groups.group):
            self.groups.start()
            self._show_strip()
            self._next(from_start=True)

    def take_all_words(self) -> None:
        """Take what was read in place of one's own words in all films that are not decided."""
        self._line_up.take_words()
        self._show_strip()
        self._go_to(self._line_up.step)
        self._changed()

    def go_back(self) -> None:
        """Back to the film before."""
        if self._line_up.step > 0:
            self._go_to(self._line_up.step - 1)

    def add_film(self) -> None:
        """A film that the reader has missed, to be typed or chosen in the page."""
        self._line_up.add(empty_draft())
        self._show_strip()
        self._go_to(self._line_up.step)
        self.fields.start_typing()

    def leave(self) -> None:
        """Leave without saving; asks first when something was typed."""
        if not any(draft.typed for draft in self.drafts):
            self.cancelled.emit()
            return
        question = QMessageBox(
            QMessageBox.Icon.Question,
            _("Leave the page"),
            _("Leave without saving? What you typed here would be lost."),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            self,
        )
        question.button(QMessageBox.StandardButton.Discard).setText(_("Leave"))
        question.button(QMessageBox.StandardButton.Cancel).setText(_("Go on checking"))
        question.setDefaultButton(QMessageBox.StandardButton.Cancel)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.button(QMessageBox.StandardButton.Discard).clicked.connect(self.cancelled)
        question.open()

    def tell(self, problem: ProblemForUser) -> None:
        """Saving was refused: say why, above what it is about."""
        self.problem.tell(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys = Qt.Key
        if event.key() in {keys.Key_Return, keys.Key_Enter}:
            self._on_enter()
        elif event.key() == keys.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        focus = self.window().focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        else:
            self.go_on()

    # Within the check.

    def _go_to(self, step: int) -> None:
        self._line_up.step = step
        draft = self._line_up.draft
        if draft is not None:
            self._parts.show_right(self.fields)
            self.fields.show_draft(draft)
            self._order_tabs()
            self._refresh()
            self.page.bring_film_to_sight()
            self.fields.start()
            return
        self._parts.show_right(self.offers if self._offers else self._parts.none)
        self._refresh()
        self.page.show_marks((), None)
        self.offers.start() if self._offers else self.setFocus()

    def _order_tabs(self) -> None:
        fields = [stop for row in self.fields.rows.values() for stop in row.tab_stops]
        fields.append(self.fields.stills.take)
        in_tab_order(self.strip, self.page, self._parts.use, self.problems, *fields, *self._parts.buttons)

    def _next(self, *, from_start: bool = False) -> None:
        """The next film that is not decided; when there is none, what was accepted is to be saved."""
        self._changed()
        if from_start:
            self._line_up.step = len(self._line_up)
        step = self._line_up.next_open()
        if step is not None:
            self._go_to(step)
        elif self._offers and not self._offers_decided:
            self._go_to(len(self._line_up))
        else:
            self._refresh()
            self.finished.emit(self._findings())

    def _findings(self) -> Findings:
        films, own_words = self._line_up.to_save(), self._line_up.own_words
        if not self._offers or self._offers_skipped:
            return Findings(films, own_words=own_words)
        return Findings(films, self.offers.sponsors, self.offers.contact, own_words)

    def _on_looked_at(self, name: str) -> None:
        self.page.highlight(name)
        self._refresh_buttons()

    def _on_group(self) -> None:
        places = self._line_up.in_group(self.groups.group)
        self._show_strip()
        if places:
            self._go_to(places[0])

    def _on_decided(self, name: str) -> None:
        self._changed()
        self._refresh()
        draft = self._line_up.draft
        if name != "title" or draft is None:
            return
        # A corrected title may be one that the library knows.
        library, film = self._library, draft.as_read
        self._comparing.ask(
            lambda: library.compare([film])[0], lambda comparison: self._known_as(draft, comparison)
        )

    def _known_as(self, draft: FilmDraft, comparison: Comparison) -> None:
        if draft.known_as(comparison) and draft is self._line_up.draft:
            self.fields.show_draft(draft)
            self._changed()
            self._refresh()

    def _use_as(self, name: str, add: bool, start: int, end: int) -> None:  # noqa: FBT001 - a signal's values
        if self._line_up.draft is None:
            self.add_film()
        self.fields.fill(name, self._page.text, (start, end), add=add)

    def _changed(self) -> None:
        self._line_up.changed()
        self.strip.refresh(self._line_up.step)
        self.decided.emit()

    def _show_strip(self) -> None:
        self.strip.show_line_up(self._line_up, self._line_up.in_group(self.groups.group), self._also())

    def _also(self) -> str:
        found = []
        if self._offers.sponsors:
            found.append(n_("{n} sponsor", "{n} sponsors", len(self._offers.sponsors)))
        if self._offers.contact:
            found.append(_("contact"))
        return ", ".join(found)

    def _refresh(self) -> None:
        count = len(self._line_up)
        self.strip.setVisible(count + bool(self._offers) > 1)
        self.strip.go_to(self._line_up.step)
        self.groups.tell(self._line_up)
        self._parts.tell(count, self._line_up.decided)
        draft = self._line_up.draft
        if draft is not None:
            several = count > 1 and draft.reading.end > draft.reading.start
            record = (draft.reading.start, draft.reading.end) if several else None
            self.page.show_marks(self.fields.marked(), record)
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        draft = self._line_up.draft
        self.back.setEnabled(self._line_up.step > 0)
        self.accept.setEnabled(draft is not None or bool(self._offers))
        self.skip.setEnabled(draft is not None or bool(self._offers))
        self.accept.setText(self._accept_words(draft))

    def _accept_words(self, draft: FilmDraft | None) -> str:
        if draft is not None and draft.doubtful:
            return (
                _("This is right") if self.fields.current in draft.doubtful else _("Check what is doubtful")
            )
        if draft is None:
            kept = str(self._findings())
            return _("Save {what}", what=kept) if kept else _("Done")
        other = self._line_up.next_open()
        waiting = self._offers and not self._offers_decided
        if waiting or (other is not None and other != self._line_up.step):
            return _("Accept")
        films = self._line_up.saved_after()
        return n_("Save {n} film", "Save {n} films", films) if films else _("Done")
