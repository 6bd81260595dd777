"""The two-sided check: the page on the left, the fields on the right, and nothing saved before somebody says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.actions import Act, add_action, push_button
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.films.check_fields import CheckFields
from tourdesk.gui.films.draft import FilmDraft, State, drafts_of, empty_draft
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.offers import OfferPanel, Offers
from tourdesk.gui.films.page_view import PageView
from tourdesk.gui.films.saving import Findings
from tourdesk.gui.films.strip import FilmStrip
from tourdesk.gui.films.tab_order import in_tab_order
from tourdesk.gui.films.unread import UnreadList
from tourdesk.gui.films.words import counted
from tourdesk.gui.problems import ProblemBar
from tourdesk.gui.theme import scaled
from tourdesk.gui.tokens import LARGE, SMALL, SPACE, SPACE_LARGE, SPACE_SMALL
from tourdesk.library.comparing import Comparison
from tourdesk.library.films import Film
from tourdesk.library.intake.readings import PageReading

_KEYS = "↑ ↓ field  ·  F2 type  ·  K keep  ·  T take  ·  S skip  ·  Backspace back  ·  Enter accept"
_SPLITTER = "films/check-splitter"


class CheckPanel(QWidget):
    """Checks what was read on a page, film by film; tells what to save when all is decided."""

    finished = Signal(object)
    """Findings: everything is decided, this is to be saved."""
    cancelled = Signal()
    """Nothing is to be saved."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self._library = context.desks.library
        self._comparing = Latest(context.tasks, "Comparing with the library", self)
        self._page = PageReading("")
        self._drafts: list[FilmDraft] = []
        self._offers = Offers()
        self._offers_decided = False
        self._offers_skipped = False
        self._step = 0
        self.strip = FilmStrip()
        self.page = PageView()
        self.fields = CheckFields()
        self.offers = OfferPanel()
        self.problem = ProblemBar()
        self._title = QLabel()
        self._subtitle = QLabel()
        self.problems = UnreadList()
        self._use = QPushButton("Use the selection as …")
        self._right = QStackedWidget()
        self._add_actions()
        self._none = EmptyState(
            "films",
            "No film was found on this page",
            "Select the title in the text and choose “Use as title”, or type the film by hand.",
            self.add,
        )
        self._build()
        self._connect()

    def _add_actions(self) -> None:
        self.accept = add_action(self, Act("Accept", "ok", tip="Accept this film (Enter)"), self.go_on)
        self.skip = add_action(
            self, Act("Skip", "next", ("S", "Alt+S"), "Do not save this film"), self.skip_film
        )
        keys = (QKeySequence.StandardKey.Back, "Alt+Left", "Backspace")
        self.back = add_action(self, Act("Back", "previous", keys, "Back to the film before"), self.go_back)
        self.add = add_action(
            self,
            Act("Add a film", "add", "Alt+N", "Add a film of this page that was not found"),
            self.add_film,
        )
        self.cancel = add_action(self, Act("Cancel", "cancel", tip="Leave without saving (Esc)"), self.leave)
        add_action(self, Act("Keep what is known", "", ("K", "Alt+K")), self.fields.keep)
        add_action(self, Act("Take what was read", "", ("T", "Alt+T")), self.fields.take)
        add_action(self, Act("Type in the field", "", "F2"), self.fields.start_typing)

    def _build(self) -> None:
        self._title.setFont(scaled(self.font(), LARGE, self._title.font().Weight.DemiBold))
        self._subtitle.setProperty("role", "quiet")
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        head.addWidget(push_button(self.add, self))
        head.addWidget(push_button(self.cancel, self))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._build_left())
        for widget in (self.fields, self.offers, self._none):
            self._right.addWidget(widget)
        splitter.addWidget(self._right)
        splitter.setChildrenCollapsible(False)
        kept = self._settings.value(_SPLITTER)
        if kept is None or not splitter.restoreState(kept):
            splitter.setSizes([560, 600])
        splitter.splitterMoved.connect(lambda: self._settings.setValue(_SPLITTER, splitter.saveState()))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_LARGE, SPACE, SPACE_LARGE, SPACE)
        column.setSpacing(SPACE_SMALL)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self.strip)
        column.addWidget(splitter, 1)
        column.addLayout(self._build_foot())

    def _build_left(self) -> QWidget:
        left = QWidget()
        self._use.setToolTip("Select words in the page first; the context menu does the same")
        self._use.setMenu(QMenu(self._use))
        self._use.menu().aboutToShow.connect(self._fill_menu)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, SPACE_SMALL, 0)
        column.addWidget(self.page, 1)
        column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.problems)
        return left

    def _build_foot(self) -> QHBoxLayout:
        hint = QLabel(_KEYS)
        hint.setProperty("role", "quiet")
        hint.setFont(scaled(self.font(), SMALL))
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(hint, 1)
        foot.addWidget(push_button(self.back, self))
        foot.addWidget(push_button(self.skip, self))
        foot.addWidget(push_button(self.accept, self, primary=True))
        return foot

    def _connect(self) -> None:
        self.strip.step_wanted.connect(self._go_to)
        self.page.field_clicked.connect(self.fields.look_at)
        self.page.use_as.connect(self._use_as)
        self.fields.looked_at.connect(self._on_looked_at)
        self.fields.decided.connect(self._on_decided)
        self.offers.ticked.connect(self._refresh_buttons)
        self.problems.line_wanted.connect(self.page.go_to_line)

    # The check from its start to its end.

    def start(
        self,
        page: PageReading,
        comparisons: Sequence[Comparison],
        offers: Offers,
        sections: Sequence[str] = (),
    ) -> None:
        """Check another page."""
        self._page = page
        self._drafts = drafts_of(page, comparisons)
        self._offers, self._offers_decided, self._offers_skipped = offers, False, False
        self.fields.offer_sections(sections)
        self.page.show_text(page.text)
        self.offers.show_offers(offers)
        self.problem.clear()
        self.problems.show_problems(page.problems)
        first = next((place for place, draft in enumerate(self._drafts) if not draft.decided), 0)
        self._go_to(first)

    @property
    def drafts(self) -> Sequence[FilmDraft]:
        """The films of the page as they stand."""
        return self._drafts

    def go_on(self) -> None:
        """Enter: the doubtful field is right, then the film is accepted, and the next one follows."""
        draft = self._draft
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
        if self._draft is not None:
            self._draft.skip()
        elif self._offers:
            self._offers_decided = self._offers_skipped = True
        self._next()

    def go_back(self) -> None:
        """Back to the film before."""
        if self._step > 0:
            self._go_to(self._step - 1)

    def add_film(self) -> None:
        """A film that the reader has missed, to be typed or chosen in the page."""
        self._drafts.append(empty_draft())
        self._go_to(len(self._drafts) - 1)
        self.fields.start_typing()

    def leave(self) -> None:
        """Leave without saving; asks first when something was typed."""
        if not any(draft.typed for draft in self._drafts):
            self.cancelled.emit()
            return
        question = QMessageBox(
            QMessageBox.Icon.Question,
            "Leave the page",
            "Leave without saving? What you typed here would be lost.",
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            self,
        )
        question.button(QMessageBox.StandardButton.Discard).setText("Leave")
        question.button(QMessageBox.StandardButton.Cancel).setText("Go on checking")
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

    @property
    def _draft(self) -> FilmDraft | None:
        """The film that is checked; None where the rest of the page is."""
        return self._drafts[self._step] if self._step < len(self._drafts) else None

    def _go_to(self, step: int) -> None:
        self._step = step
        draft = self._draft
        if draft is not None:
            self._right.setCurrentWidget(self.fields)
            self.fields.show_draft(draft)
            self._order_tabs()
            self._refresh()
            self.page.bring_film_to_sight()
            self.fields.start()
            return
        self._right.setCurrentWidget(self.offers if self._offers else self._none)
        self._refresh()
        self.page.show_marks((), None)
        self.offers.start() if self._offers else self.setFocus()

    def _order_tabs(self) -> None:
        fields = [stop for row in self.fields.rows.values() for stop in row.tab_stops]
        buttons = self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        in_tab_order(self.strip, self.page, self._use, self.problems, *fields, *buttons)

    def _next(self) -> None:
        """The next film that is not decided; when there is none, what was accepted is to be saved."""
        count = len(self._drafts)
        order = [*range(self._step + 1, count), *range(min(self._step + 1, count))]
        for step in order:
            if not self._drafts[step].decided:
                self._go_to(step)
                return
        if self._offers and not self._offers_decided:
            self._go_to(count)
            return
        self._refresh()
        self.finished.emit(self._findings())

    def _findings(self) -> Findings:
        if not self._offers or self._offers_skipped:
            return Findings(self._to_save())
        return Findings(self._to_save(), self.offers.sponsors, self.offers.contact)

    def _to_save(self) -> tuple[Film, ...]:
        return tuple(film for draft in self._drafts if (film := draft.to_save) is not None)

    def _on_looked_at(self, name: str) -> None:
        self.page.highlight(name)
        self._refresh_buttons()

    def _on_decided(self, name: str) -> None:
        self._refresh()
        draft = self._draft
        if name != "title" or draft is None:
            return
        # A corrected title may be one that the library knows.
        library, film = self._library, draft.as_read
        self._comparing.ask(
            lambda: library.compare([film])[0], lambda comparison: self._known_as(draft, comparison)
        )

    def _known_as(self, draft: FilmDraft, comparison: Comparison) -> None:
        if draft.known_as(comparison) and draft is self._draft:
            self.fields.show_draft(draft)
            self._refresh()

    def _use_as(self, name: str, add: bool, start: int, end: int) -> None:  # noqa: FBT001 - a signal's values
        if self._draft is None:
            self.add_film()
        self.fields.fill(name, self._page.text, (start, end), add=add)

    def _fill_menu(self) -> None:
        menu = self._use.menu()
        menu.clear()
        menu.addActions(self.page.use_menu().actions())
        menu.setEnabled(self.page.selection() is not None)

    def _refresh(self) -> None:
        count = len(self._drafts)
        also = ""
        if self._offers:
            found = [counted(len(self._offers.sponsors), "sponsor")] if self._offers.sponsors else []
            also = ", ".join(found + (["contact"] if self._offers.contact else []))
        self.strip.setVisible(count + bool(also) > 1)
        self.strip.show_steps(self._drafts, self._step, also)
        self._title.setText("Check what was read")
        decided = sum(draft.decided for draft in self._drafts)
        self._subtitle.setText(
            f"{counted(count, 'film')} on this page, {decided} decided. Nothing is saved yet."
            if count
            else "Nothing is saved yet."
        )
        draft = self._draft
        if draft is not None:
            several = len(self._drafts) > 1 and draft.reading.end > draft.reading.start
            record = (draft.reading.start, draft.reading.end) if several else None
            self.page.show_marks(self.fields.marked(), record)
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        draft = self._draft
        self.back.setEnabled(self._step > 0)
        self.accept.setEnabled(draft is not None or bool(self._offers))
        self.skip.setEnabled(draft is not None or bool(self._offers))
        self.accept.setText(self._accept_words(draft))

    def _accept_words(self, draft: FilmDraft | None) -> str:
        if draft is not None and draft.doubtful:
            return "This is right" if self.fields.current in draft.doubtful else "Check what is doubtful"
        if draft is None:
            return f"Save {kept}" if (kept := str(self._findings())) else "Done"
        open_films = [other for other in self._drafts if other is not draft and not other.decided]
        waiting = self._offers and not self._offers_decided
        if open_films or waiting:
            return "Accept"
        films = sum(1 for other in self._drafts if other is not draft and other.to_save is not None)
        if draft.state is not State.SAME:
            films += 1
        return f"Save {counted(films, 'film')}" if films else "Done"
