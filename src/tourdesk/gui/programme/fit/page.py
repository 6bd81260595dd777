"""The Fit page: propose, what came of it, and the rules in words."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later
from tourdesk.gui.actions import Act, add_action, push_button
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.fields import heading
from tourdesk.gui.programme.fit.film_wishes import FilmWishes
from tourdesk.gui.programme.fit.other_night import OtherNight
from tourdesk.gui.programme.fit.proposer import Ask, Proposer
from tourdesk.gui.programme.fit.remembered import RememberedWishes
from tourdesk.gui.programme.fit.results import Results
from tourdesk.gui.programme.fit.rule_sets import RuleSets
from tourdesk.gui.programme.fit.together import TogetherChoice
from tourdesk.gui.programme.fit.unread import RulesUnread
from tourdesk.gui.programme.fit.wish_rows import WishList
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.library.films import Film
from tourdesk.programming.findings import Elsewhere
from tourdesk.programming.proposing.asked import Night
from tourdesk.programming.proposing.asking import ask_for_best, ask_for_mending
from tourdesk.programming.proposing.clashing import Outside, Relaxing
from tourdesk.programming.proposing.proposal import Outcome, Proposal
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import Wishes, usual_wishes
from tourdesk.programming.running_order import RunningOrder
from tourdesk.storage.changes import Change, Changes

STALE = later("The programme, its films or the slot are others now; please propose again.")
UNREAD = later(
    "The rules of this programme could not be read, because of a mistake in TourDesk; please try again, or go on with "
    "the usual ones."
)


class FitPage(QWidget):
    """Proposals for the builder's programme."""

    looked_at = Signal(object)
    """Proposal that somebody looks at, None when nobody does any more."""
    pair_taken = Signal(object, object)
    """Proposal for this night and another one, and that one's Screening."""
    begun = Signal()
    """It is being looked for proposals: they will be shown at the top."""
    slot_wanted = Signal()
    """The slot is to be changed, because nothing fits into it."""

    def __init__(self, builder: Builder, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builder = builder
        self._library = context.desks.library
        self._remembered = RememberedWishes(context, self)
        self._titles = Latest(context.tasks, _("Reading the films"), self)
        self._tags = Latest(context.tasks, _("Reading the tags"), self)
        self._context = context
        self._known: dict[int, str] = {}
        self._ask: Ask = ask_for_best
        self.wishes = Wishes()
        """The wishes as they are shown."""
        self._read_for: tuple[int | None, int | None] | None = None
        """Whose rules are shown, or will be: a programme's and a tour's id."""
        self._was_read = self.wishes
        self._reads = False
        """Whether the programme's rules are not there yet: they are being read, or could not be."""
        self._wanted_then: Ask | None = None
        """What is to be looked for as soon as they are there."""
        self.proposer = Proposer(context, self)
        self.results = Results()
        self.rules = WishList()
        self.together = TogetherChoice(context)
        self._other = OtherNight(context, self.results, self)
        self.unread = RulesUnread()
        self.sets = RuleSets(context, lambda: self.wishes)
        self.must = FilmWishes(_("Must show"), context)
        self.never = FilmWishes(_("Never show"), context)
        self.propose = add_action(
            self,
            Act(
                later("Propose"),
                "fit",
                tip=later("Propose evenings that fit the slot and keep the rules (Ctrl+Enter)"),
            ),
            lambda: self.start(ask_for_best),
        )
        self.mend = add_action(
            self,
            Act(
                later("Make it fit"),
                "fit",
                tip=later("Find the smallest change after which the evening ends in time"),
            ),
            lambda: self.start(ask_for_mending),
        )
        self.stop = add_action(
            self, Act(later("Stop"), "cancel", tip=later("Stop looking (Esc)")), self.proposer.cancel
        )
        self._build()
        self._connect()
        self._on_opened()

    def _build(self) -> None:
        # Before the buttons: Tab goes from one to the next in the order in which they are put on the page.
        self.together.setParent(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_SMALL)
        self.propose_button = push_button(self.propose, self, primary=True)
        self.stop_button = push_button(self.stop, self)
        for button in (self.propose_button, push_button(self.mend, self), self.stop_button):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_SMALL, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self.together)
        column.addLayout(buttons)
        column.addWidget(self.results)
        head = QHBoxLayout()
        head.addWidget(heading(_("Rules")), 1)
        head.addWidget(self.sets)
        column.addLayout(head)
        column.addWidget(self.unread)
        column.addWidget(self.rules)
        column.addWidget(self.must)
        column.addWidget(self.never)
        column.addStretch()

    def _connect(self) -> None:
        self._builder.opened.connect(self._on_opened)
        self._builder.draft.changed.connect(self._on_draft)
        self.proposer.better.connect(self.results.show_better)
        self.proposer.done.connect(self._on_done)
        self.proposer.failed.connect(self.results.clear)
        self.proposer.stopped.connect(self.results.stopped)
        self.proposer.running_changed.connect(self._show_actions)
        self.results.taken.connect(self._take)
        self.results.looked_at.connect(self.looked_at)
        self.results.why_not.relax_wanted.connect(self._relax)
        self.results.why_not.outside_wanted.connect(self._relax_outside)
        self.rules.changed.connect(self._wish)
        self.sets.chosen.connect(self._take_rules)
        self.unread.again_wanted.connect(self._read_again)
        self.unread.usual_wanted.connect(
            lambda: self._show_remembered(Wishes(usual_wishes(self._slot_seconds)))
        )
        self._other.stale.connect(lambda: self._forget(_(STALE)))
        self.together.chosen.connect(self._forget)
        self.together.chosen.connect(self._show_actions)
        self._context.changed.connect(self._on_changes)
        self.must.add_wanted.connect(lambda films: self._wish_films(films, self.wishes.wanting(films)))
        self.never.add_wanted.connect(lambda films: self._wish_films(films, self.wishes.refusing(films)))
        for chosen in (self.must, self.never):
            chosen.leave_wanted.connect(lambda film: self._wish(self.wishes.leaving(film)))

    def offer_films(self, films: Mapping[int, str]) -> None:
        """What is selected in the library or in the running order, with titles."""
        self._known.update(films)
        self.must.offer(films)
        self.never.offer(films)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self.proposer.running:
            self.proposer.cancel()
        else:
            super().keyPressEvent(event)

    # Looking for proposals.

    def start(self, ask: Ask) -> None:
        """Look for what is asked for; nothing happens while there is no programme on a slot."""
        draft = self._builder.draft
        if draft.slot is None or not draft.is_open:
            return
        if self._reads:
            self._wanted_then = ask
            self.results.say(_("Reading the rules …"))
            if not self.unread.isHidden():
                self._read_wishes()
            return
        self._ask = ask
        together = self.together.night
        self.proposer.start(ask, Night(draft.programme, draft.slot), self.wishes, together)
        self._other.screening = together
        self.results.begin(draft.programme, draft.slot)
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begun.emit()

    def _on_done(self, outcome: Outcome) -> None:
        waits = self._waits or self.results.has_keyboard
        self.results.show_outcome(outcome)
        if waits:  # and does something else meanwhile keeps the keyboard there
            self.results.focus_first()

    @property
    def _waits(self) -> bool:
        """Whether the keyboard is on Stop, also while another window is in front of this one."""
        return self.window().focusWidget() is self.stop_button

    def _take(self, proposal: Proposal) -> None:
        if len(proposal.nights) == 1:
            self._builder.take_proposal(proposal.programme)
        elif self._other.screening is not None:
            self.pair_taken.emit(proposal, self._other.screening)

    def _relax(self, way: Relaxing) -> None:
        self._change(way.wishes, way.told, propose=True)

    def _relax_outside(self, what: Outside) -> None:
        if what is Outside.SLOT:
            self.slot_wanted.emit()
        elif what is Outside.ALONE:
            self.together.choose_none()
            self.start(self._ask)
        else:
            self._builder.unpin(films_alone=what is Outside.UNPIN)
            self.start(self._ask)

    def _take_rules(self, rules: Wishes, name: str) -> None:
        wishes, said = replace(self.wishes, all=rules.all), _("The rules “{name}” are used now.", name=name)
        if self._counts_otherwise(wishes):
            limit = wishes.of(WishKind.FEES)
            wishes = wishes.without(limit.name)
            said = _(
                "The rules “{name}” are used now, without “{limit}”: this tour counts in {currency}.",
                name=name,
                limit=limit.sentence,
                currency=self._currency,
            )
        self._change(wishes, said, propose=False)

    @property
    def _currency(self) -> str:
        screening = self._context.screening
        return screening.tour.currency.strip().upper() if screening is not None else ""

    def _counts_otherwise(self, wishes: Wishes) -> bool:
        """Whether fees are limited in another currency than the tour's: the number would mean another sum here."""
        limit = wishes.of(WishKind.FEES)
        return limit.on and bool(self._currency) and limit.text not in {"", self._currency}

    def _change(self, wishes: Wishes, said: str, *, propose: bool) -> None:
        """Take other wishes, which can be undone, and propose by them."""
        before, programme = self.wishes, self._builder.draft.programme.id

        def undo() -> None:
            # Somebody may have gone on to another programme before the news was clicked away.
            if self._builder.draft.programme.id == programme:
                self._wish(before)
                if propose:
                    self.start(self._ask)

        self._wish(wishes)
        self._context.tell(said, _("Undo"), undo)
        if propose:
            self.start(self._ask)

    def _wish_films(self, films: Mapping[int, str], wishes: Wishes) -> None:
        self._known.update(films)
        self._wish(wishes)

    # Showing.

    def _on_opened(self) -> None:
        self._forget()
        self.together.refresh()
        self.rules.count_in(self._currency)
        self._tags.ask(self._library.tags, lambda tags: self.rules.offer_tags([tag for tag, _n in tags]))
        self._read_wishes()
        self._show_actions()

    def _read_wishes(self) -> None:
        draft, screening = self._builder.draft, self._context.screening
        wanted = draft.programme.id, screening.tour.id if screening is not None else None
        if wanted != self._read_for:
            # Until they are read nothing is to be changed in the rules of another programme.
            self._read_for = wanted
            self._reads = True
            self._wanted_then = None
            self._let_change()
            self.unread.hide()
        self._remembered.ask(draft.programme.id, self._slot_seconds, self._show_remembered, self._on_unread)

    def _read_again(self) -> None:
        self.results.say(_("Reading the rules …"))
        self._read_wishes()

    @property
    def _slot_seconds(self) -> int | None:
        slot = self._builder.draft.slot
        return None if slot is None else slot.seconds

    def _on_unread(self, error: BaseException) -> None:
        sentence = error.sentence if isinstance(error, ProblemForUser) else ""
        if not sentence:
            self._context.tasks.problem.emit(error)
        if self._reads:
            self._wanted_then = None
            self.results.say("")
            self.unread.tell(sentence or _(UNREAD))
        elif sentence:
            self._context.tell(sentence)

    def _show_remembered(self, wishes: Wishes) -> None:
        if not self._reads and wishes == self._was_read:
            return  # read again, and nobody has changed them
        if self._reads:
            self._reads = False
            self.results.say("")
            if self.unread.end():
                self.propose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_change()
        self.wishes = self._was_read = wishes
        if self._counts_otherwise(wishes):
            limit = wishes.of(WishKind.FEES)
            self.wishes = wishes.without(limit.name)
            self._context.tell(
                _(
                    "“{limit}” was switched off: this tour counts in {currency}.",
                    limit=limit.sentence,
                    currency=self._currency,
                )
            )
        self._show_wishes()
        if self._wanted_then is not None:
            wanted, self._wanted_then = self._wanted_then, None
            self.start(wanted)

    def _let_change(self) -> None:
        for part in (self.rules, self.sets, self.must, self.never):
            part.setEnabled(not self._reads)

    def _on_draft(self) -> None:
        draft = self._builder.draft
        if not self.results.follow(draft.programme, draft.slot):
            self._forget(_(STALE))
        self._show_actions()

    def _on_changes(self, changes: Changes) -> None:
        """The rules were changed at another desk."""
        if Change("programme rules", self._builder.draft.programme.id or 0) in changes:
            self._read_wishes()

    def _forget(self, sentence: str = "") -> None:
        self.proposer.cancel()
        self.results.clear(sentence)

    def _show_actions(self) -> None:
        draft, running = self._builder.draft, self.proposer.running
        order = draft.order
        waited = self._waits
        self.propose.setEnabled(order is not None)
        self.propose.setVisible(not running)
        # Of two nights the other one may be what runs over.
        wanted = order is not None and (self.together.night is not None or _wants_mending(order))
        self.mend.setVisible(not running and wanted)
        if waited and not running:
            self.propose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stop.setVisible(running)

    def _wish(self, wishes: Wishes) -> None:
        if wishes == self.wishes:
            return
        self.wishes = wishes
        self._remembered.remember(self._builder.draft.programme.id, wishes)
        self._show_wishes()

    def _show_wishes(self) -> None:
        self.rules.show_wishes(self.wishes)
        self._show_films()
        unknown = [film for film in (*self.wishes.must, *self.wishes.never) if film not in self._known]
        if unknown:
            self._titles.ask(lambda: self._library.films(unknown), self._learn)

    def _learn(self, films: dict[int, Film]) -> None:
        self._known.update({film: found.title for film, found in films.items()})
        self._show_films()

    def _show_films(self) -> None:
        self.must.show_films(self.wishes.must, self._known)
        self.never.show_films(self.wishes.never, self._known)


def _wants_mending(order: RunningOrder) -> bool:
    """Whether it runs over, or a finding offers to mend it."""
    offered = (way.elsewhere for finding in order.findings for way in finding.ways)
    return order.margin < 0 or any(way is Elsewhere.FIT for way in offered)
