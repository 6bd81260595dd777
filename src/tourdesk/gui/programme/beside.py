"""A second programme beside the night's: its own running order, totals and steps, on the clock of this or of its night."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.icons import icon
from tourdesk.gui.programme import words
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.fields import heading, quiet
from tourdesk.gui.programme.order_pane import OrderPane
from tourdesk.gui.programme.saving_trouble import SavingTrouble, asked_for_again
from tourdesk.gui.theme import icon_size
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.storage.changes import Change, Changes
from tourdesk.touring.night import Screening


class Beside(QWidget):
    """Hidden until a programme is opened in it; Esc with nothing selected closes it."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: int | None = None
        self._night: Screening | None = None
        """On whose clock it is; None for that of the context's night."""
        self.builder = Builder(context, self, self._programme)
        self.pane = OrderPane(self.builder)
        self.pane.order.setAccessibleName(_("Running order beside"))
        self.totals = quiet()
        self._name = heading("")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(icon_size(self.close_button))
        self.close_button.setToolTip(_("Close the programme beside (Esc)"))
        self.close_button.setAccessibleName(_("Close the programme beside"))
        self.close_button.clicked.connect(self.close_it)
        self._build()
        self.builder.draft.changed.connect(self._show)
        self._nights = Latest(context.tasks, _("Reading the night"), self)
        context.changed.connect(self._on_changes)
        self.pane.order.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addLayout(line)
        column.addWidget(self.totals)
        column.addWidget(SavingTrouble(self.builder))
        column.addWidget(self.pane, 1)

    @property
    def is_open(self) -> bool:
        """Whether a programme is shown."""
        return self._wanted is not None

    def open_programme(self, programme_id: int, night: Screening | None = None) -> None:
        """Show a programme beside the night's, and put the keyboard into it; on the clock of another night if given."""
        if not self.builder.may_leave():
            return
        self._wanted, self._night = programme_id, night
        self.builder.open_night()
        self.show()
        self.pane.order.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Close it; what was done in it is saved."""
        if not self.builder.may_leave():
            return
        self._wanted = self._night = None
        self.builder.open_night()
        self.hide()
        self.closed.emit()

    def leave(self) -> None:
        """The window closes."""
        self.builder.close(lambda sentence: asked_for_again(sentence, self))

    def _programme(self) -> tuple[int | None, Screening | None]:
        # What the night shows is in the middle: it is not worked on twice at one desk.
        screening = self._context.screening
        if screening is None or screening.programme_id == self._wanted:
            self._wanted = self._night = None
            self.hide()
        return self._wanted, self._night or screening

    def _on_changes(self, changes: Changes) -> None:
        night, touring = self._night, self._context.desks.touring
        if night is not None and night.id is not None and Change("screening", night.id) in changes:
            wanted = night.id
            self._nights.ask(touring.screenings, lambda now: self._on_night(wanted, now))

    def _on_night(self, wanted: int, screenings: Sequence[Screening]) -> None:
        if self._night is not None and self._night.id == wanted:
            # A night that was removed has no clock any more: then it is laid on that of the night in the middle.
            self._night = next((one for one in screenings if one.id == wanted), None)
            self.builder.open_night()

    def _show(self) -> None:
        draft = self.builder.draft
        order, slot = draft.order, draft.slot
        self._name.setText(draft.programme.name)
        if order is None or slot is None:
            self.totals.setText("")
            return
        parts = [
            f"{words.part(part.number, len(order.parts))} {clock_text(part.seconds)}" for part in order.parts
        ]
        night = [] if self._night is None else [self._night.label]
        self.totals.setText("  ·  ".join([*night, *parts, words.ending(order, slot)]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and not self.pane.order.selected_keys()
        ):
            self.close_it()
            return True
        return super().eventFilter(watched, event)
