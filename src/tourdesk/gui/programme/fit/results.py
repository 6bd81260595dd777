"""What came of proposing: how sure it is, the proposals as cards, or why there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.programme.fields import quiet
from tourdesk.gui.programme.fit import words
from tourdesk.gui.programme.fit.card import ProposalCard
from tourdesk.gui.programme.fit.why_not import WhyNot
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.programming.programme import Programme
from tourdesk.programming.proposing.proposal import Outcome, Proposal, difference
from tourdesk.programming.slot import Slot


class Results(QWidget):
    """Proposals of one programme on one slot; of another one they are not shown any more."""

    taken = Signal(object)
    """Proposal."""
    looked_at = Signal(object)
    """Proposal, or None when nobody looks at one any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ProposalCard] = []
        self.sentence = quiet()
        self.why_not = WhyNot()
        self._asked_for: tuple[Programme, Slot] | None = None
        self._now: list[Programme] = []
        """What stands in each night now."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_SMALL)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.why_not)
        self.clear("")

    def begin(self, programme: Programme, slot: Slot) -> None:
        """It is being looked for an evening in place of this programme on this slot."""
        self.clear(_("Looking …"))
        self._asked_for = programme, slot
        self._now = [programme]

    def clear(self, sentence: str) -> None:
        """Show no proposals, and a sentence in place of them."""
        self._asked_for = None
        self._show(())
        self.why_not.show_clashes(())
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Show a sentence above what there is."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def show_better(self, proposal: Proposal) -> None:
        """Draw the best so far."""
        if self._asked_for is not None:
            self.say(_("The best so far; still looking …"))
            self._show((proposal,))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show all that came of it."""
        if self._asked_for is None:
            return
        self.say(words.verdict(outcome))
        self.why_not.show_clashes(outcome.clashes)
        self._show(outcome.proposals)

    def stopped(self) -> None:
        """Nobody looks any more; what was found until then can be taken."""
        self.say(_("Stopped. This is the best that was found until then.") if self.cards else _("Stopped."))

    def follow(self, programme: Programme, slot: Slot | None) -> bool:
        """Compare with the programme of now; False when it is none that the proposals are about."""
        if self._asked_for is None:
            return True
        before, on = self._asked_for
        known = [before, *(card.proposal.programme for card in self.cards)]
        if slot != on or not any(_same(programme, one) for one in known):
            return False
        self._now[0] = programme
        self._compare()
        return True

    def follow_second(self, programme: Programme) -> bool:
        """Likewise for the second of two nights that are proposed together."""
        pairs = [card.proposal.nights[1] for card in self.cards if len(card.proposal.nights) > 1]
        if not pairs:
            return True
        if not any(_same(programme, one) for pair in pairs for one in (pair.before, pair.programme)):
            return False
        self._now[1:] = [programme]
        self._compare()
        return True

    def focus_first(self) -> None:
        """Put the keyboard on the first proposal, Enter takes it; or on the first way to relax what clashes."""
        first = next(iter([*self.cards, *self.why_not.buttons]), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on one of the proposals, also while another window is in front of this one."""
        return self.window().focusWidget() in self.cards

    def _show(self, proposals: Sequence[Proposal]) -> None:
        if self.cards:
            self.looked_at.emit(None)
        before, held = self.cards, self.has_keyboard
        self.cards = []
        if self._asked_for is not None:
            if proposals:
                self._now = [self._now[0], *(night.before for night in proposals[0].nights[1:])]
            self.cards = [self._card(proposal, best=not place) for place, proposal in enumerate(proposals)]
            self._compare()
        if held:  # before the others go, or else Qt takes the keyboard down the page
            self.focus_first()
        for card in before:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _card(self, proposal: Proposal, *, best: bool) -> ProposalCard:
        card = ProposalCard(proposal, best=best)
        card.wanted.connect(lambda: self.taken.emit(proposal))
        card.looked_at.connect(lambda looks: self.looked_at.emit(proposal if looks else None))
        self._column.addWidget(card)
        card.show()  # now, not with the next layout: what is not shown cannot take the keyboard
        return card

    def _compare(self) -> None:
        for card in self.cards:
            pairs = list(zip(self._now, (night.programme for night in card.proposal.nights), strict=True))
            new = [_films(then) - _films(now) for now, then in pairs]
            is_now = all(_same(now, then) for now, then in pairs)
            card.show_difference([difference(now, then) for now, then in pairs], new, is_now=is_now)


def _films(programme: Programme) -> frozenset[int]:
    return frozenset(item.film_id for item in programme.items if item.film_id is not None)


def _same(one: Programme, other: Programme) -> bool:
    return (one.gap_seconds, one.items) == (other.gap_seconds, other.items)
