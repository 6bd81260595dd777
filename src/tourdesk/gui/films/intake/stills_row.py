"""The stills that stand beside the listing of a film, to be taken or left."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_
from tourdesk.gui.films.intake.draft import FilmDraft
from tourdesk.gui.films.intake.marks import mark_size
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.stills.strip import StillStrip
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY
from tourdesk.library.films import Still
from tourdesk.library.still_files import still_in

_SHOWN = 12
"""Pictures of one film that are opened to be looked at; all of them are taken."""


class StillsRow(QFrame):
    """Small pictures of the new stills of one film, and whether it gets them; hidden when there are none."""

    chosen = Signal()
    """They were taken, or left: it is in the draft now."""

    def __init__(self, tasks: Tasks, labels: int, parent: QWidget | None = None) -> None:
        """`labels` is the width of the labels of the rows above."""
        super().__init__(parent)
        self._draft: FilmDraft | None = None
        self._files: tuple[Path, ...] = ()
        self._opening = Latest(tasks, _("Opening the stills"), self)
        self.take = QCheckBox()
        self.take.clicked.connect(self._on_clicked)
        self.strip = StillStrip()
        self.strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.strip.setSelectionMode(StillStrip.SelectionMode.NoSelection)
        self.setObjectName("checkRow")
        label = QLabel(_("Stills"))
        label.setContentsMargins(0, SPACE_TINY, 0, 0)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_SMALL, SPACE_SMALL, SPACE_SMALL, SPACE_TINY)
        grid.setHorizontalSpacing(SPACE_SMALL)
        grid.setVerticalSpacing(SPACE_TINY)
        # The marks of the rows above are of this width, with what parts them: values stand in one column.
        grid.setColumnMinimumWidth(0, mark_size(self).width() + SPACE_SMALL)
        grid.setColumnMinimumWidth(1, labels)
        grid.setColumnStretch(2, 1)
        grid.addWidget(label, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.take, 0, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.strip, 1, 2)

    def show_draft(self, draft: FilmDraft) -> None:
        """Show the stills of another film, or of the same after a decision."""
        self._draft = draft
        self.setVisible(bool(draft.stills))
        self.take.setText(n_("Take {n} new still", "Take {n} new stills", len(draft.stills)))
        self.take.setChecked(not draft.leaves_stills)
        if draft.stills != self._files:
            self._files = draft.stills
            self.strip.show_stills(())
            files = draft.stills[:_SHOWN]
            self._opening.ask(lambda: _opened(files), self._show)

    def _show(self, opened: tuple[tuple[Path, ...], Sequence[Still]]) -> None:
        files, stills = opened
        if files == self._files[:_SHOWN]:
            self.strip.show_stills(stills)

    def _on_clicked(self, take: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._draft is not None:
            self._draft.take_stills(take=take)
            self.chosen.emit()


def _opened(files: tuple[Path, ...]) -> tuple[tuple[Path, ...], Sequence[Still]]:
    """The pictures as they are looked at; one that is gone meanwhile is told when the film is saved."""
    stills = []
    for file in files:
        try:
            stills.append(Still(still_in(file).thumbnail))
        except ProblemForUser:
            stills.append(Still(b""))
    return files, stills
