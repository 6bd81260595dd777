"""A proposal as a small slot in colour, with what it is and how it differs from the programme of now."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.plain import as_typed, plain
from tourdesk.gui.programme.bar_paint import BarPainter
from tourdesk.gui.programme.bar_scale import AIR, Scale
from tourdesk.gui.programme.bar_words import Band, Night
from tourdesk.gui.programme.fields import heading, quiet
from tourdesk.gui.programme.fit import words
from tourdesk.gui.programme.look import look_of
from tourdesk.gui.roles import Role, known_as
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY
from tourdesk.programming.proposing.proposal import Difference, Proposal, ProposedNight

_DOT = 2.5
"""Half the width of the dot on a film that is new."""


class SmallBar(QWidget):
    """The slot with a proposal in it, without words; a dot is on each film that the programme of now does not have."""

    def __init__(self, proposed: ProposedNight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._night = Night(proposed.slot, proposed.order)
        self._new: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def mark_new(self, films: frozenset[int]) -> None:
        """Put a dot on these films, by id."""
        self._new = films
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, self.fontMetrics().height() + SPACE_SMALL)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        slot, order = self._night.slot, self._night.order
        last = max(slot.curfew, order.end) if order is not None else slot.curfew
        scale = Scale(slot.start - AIR, last, 1.0, self.width() - 2.0)
        band = Band(scale, 2.0, self.height() - 4.0)
        painter = QPainter(self)
        BarPainter(painter, look_of(self), self._night, band).draw_small()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look_of(self).text)
        for timed in order.items if order is not None else ():
            if timed.item.film_id in self._new:
                painter.drawEllipse(band.block(timed).center(), _DOT, _DOT)


class ProposalCard(QFrame):
    """One proposal: a click or Enter takes it; under the mouse or with the keyboard on it, it is looked at."""

    wanted = Signal()
    looked_at = Signal(bool)
    """Whether somebody looks at it now."""

    def __init__(self, proposal: Proposal, *, best: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known_as(self, Role.Button)
        self.proposal = proposal
        self._under_mouse = False
        self._head = heading(words.headline(proposal))
        self._bars = [SmallBar(night) for night in proposal.nights]
        self._difference = plain(QLabel())
        self._difference.setWordWrap(True)
        self._now = quiet(_("now"))
        self.setProperty("surface", "raised")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        first = QHBoxLayout()
        first.addWidget(self._head, 1)
        first.addWidget(self._now)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_SMALL, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        column.setSpacing(SPACE_TINY)
        column.addLayout(first)
        self._endings = words.endings(proposal)
        for bar, ending in zip(self._bars, self._endings, strict=True):
            column.addWidget(bar)
            column.addWidget(quiet(ending))
        # Of the best one everything is said in the lines above; of another one how it differs from the best.
        self._why = "" if best else proposal.why
        self._facts = [said for said in (words.given_up(proposal), self._why) if said]
        for said in self._facts:
            column.addWidget(quiet(said))
        column.addWidget(self._difference)

    @property
    def said(self) -> str:
        """Everything that it says, as a screen reader hears it."""
        return self.accessibleName()

    def show_difference(
        self, found: Sequence[Difference], new: Sequence[frozenset[int]], *, is_now: bool
    ) -> None:
        """Say how it differs from what stands in each night now; `new` are the films that it adds there, by id."""
        for bar, films in zip(self._bars, new, strict=True):
            bar.mark_new(films)
        self._now.setVisible(is_now)
        now = _("This is the programme now.") if len(found) == 1 else _("These are the programmes now.")
        whole = now if is_now else self._told([words.changed(one, named=None) for one in found])
        brief = self._told(
            [words.changed_in_brief(one) if self._why else words.changed(one) for one in found]
        )
        self._difference.setText(now if is_now else brief)
        self._difference.setToolTip(as_typed(whole))
        head = f"{words.headline(self.proposal)}, {'; '.join(self._endings)}."
        self.setAccessibleName(" ".join((head, *self._facts, whole)))

    def _told(self, sentences: Sequence[str]) -> str:
        """What is said of each night, a line each, with its day where there are two."""
        if len(sentences) == 1:
            return sentences[0]
        days = [words.day(night) for night in self.proposal.nights]
        return "\n".join(f"{day}: {said}" for day, said in zip(days, sentences, strict=True))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not event.modifiers():
            self.wanted.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        super().enterEvent(event)
        self._look(under_mouse=True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self._look(under_mouse=False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self._look(under_mouse=self._under_mouse)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self._look(under_mouse=self._under_mouse)

    def _look(self, *, under_mouse: bool) -> None:
        self._under_mouse = under_mouse
        self.looked_at.emit(under_mouse or self.hasFocus())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.hasFocus() or self._under_mouse:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look_of(self).focus if self.hasFocus() else look_of(self).muted)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
