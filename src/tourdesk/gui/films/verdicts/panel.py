"""What the committee says of the film that is shown: one's own verdict to give, those of the others to read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.actions import push_button
from tourdesk.gui.context import Context
from tourdesk.gui.empty import Picture
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.verdicts.judging import Judging
from tourdesk.gui.films.verdicts.words import PICTURES, dissent_text, summary
from tourdesk.gui.icons import icon
from tourdesk.gui.plain import plain
from tourdesk.gui.reflow import TwoGroups
from tourdesk.gui.theme import icon_size, scaled
from tourdesk.gui.tokens import SMALL, SPACE, SPACE_SMALL, SPACE_TINY
from tourdesk.library.committee.verdicts import (
    LONGEST_COMMENT,
    Said,
    Stroke,
    Tally,
    Verdict,
    choice_word,
    stars_text,
)
from tourdesk.storage.changes import Changes

_LINES = 5
"""So many lines of the others are in sight at once; the rest scrolls."""


class VerdictPanel(QFrame):
    """Stands under the film, so that judging needs no scrolling; it follows what other desks save."""

    def __init__(self, context: Context, judging: Judging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "raised")
        self.setAccessibleName(_("Verdicts"))
        self._desks = context.desks
        self._judging = judging
        self._film: int | None = None
        self._tally = Tally()
        self._latest = Latest(context.tasks, _("Reading the verdicts"), self)
        self._name = QPushButton()
        self._summary = QLabel()
        self.choices = {choice: push_button(action, self) for choice, action in judging.choices.items()}
        self.stars = {stars: self._star(stars) for stars in judging.stars}
        self.comment = _Comment()
        self._others = QScrollArea()
        self._build()
        judging.member_changed.connect(self._show)
        context.changed.connect(self._on_changes)
        self._show()

    def _star(self, stars: int) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(self._judging.stars[stars].text())
        button.setToolTip(self._judging.stars[stars].toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(icon_size(button))
        # Close together: five stars are read as one figure.
        button.setProperty("role", "tight")
        button.clicked.connect(self._judging.stars[stars].trigger)
        return button

    def _build(self) -> None:
        self._name.setFlat(True)
        self._name.setProperty("role", "link")
        self._name.setToolTip(self._judging.other.toolTip())
        self._name.clicked.connect(self._judging.ask)
        self._summary.setProperty("role", "quiet")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addWidget(self._summary, 1)
        choices, comment, stars = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        choices.setSpacing(SPACE_TINY)
        for button in self.choices.values():
            button.setCheckable(True)
            # The action decides what is checked, not the click.
            button.clicked.connect(self._show_own)
            choices.addWidget(button)
        choices.addStretch()
        comment.addWidget(self.comment)
        for star in self.stars.values():
            stars.addWidget(star)
        self.comment.editingFinished.connect(self.keep)
        self._others.setWidgetResizable(True)
        self._others.setFrameShape(QFrame.Shape.NoFrame)
        # A plain one shows the ground below it; and Qt's own is not asked for, see `FilmGrid.updateGeometries`.
        self._others.setViewport(QWidget())
        self._others.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._others.setAccessibleName(_("What the others say"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE_SMALL, SPACE, SPACE)
        column.setSpacing(SPACE_SMALL)
        column.addLayout(head)
        column.addLayout(choices)
        column.addWidget(TwoGroups(comment, stars, SPACE_TINY))
        column.addWidget(self._others)

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self._name, *self.choices.values(), self.comment, *self.stars.values(), self._others]

    def show_film(self, film_id: int | None) -> None:
        """Show what is said of another film; a comment that was being typed is saved with its own."""
        if film_id == self._film:
            return
        self.keep()
        self._film = film_id
        self._tally = Tally()
        self._show()
        self._read()

    def keep(self) -> None:
        """Save the comment that is being typed."""
        text = self.comment.text().strip()
        if self._film is not None and self.comment.isModified() and text != self._own.comment:
            self.comment.setModified(False)
            self._judging.give(Stroke(comment=text), (self._film,))

    @property
    def _own(self) -> Verdict:
        member = self._judging.member
        own = [one.verdict for one in self._tally.said if member is not None and one.member.id == member.id]
        return own[0] if own else Verdict()

    def _read(self) -> None:
        film_id, desks = self._film, self._desks
        if film_id is not None:
            self._latest.ask(lambda: desks.committee.tally(film_id), self._take)

    def _take(self, tally: Tally) -> None:
        self._tally = tally
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        if any(change.subject in {"verdict", "committee member"} for change in changes):
            self._read()

    def _show(self) -> None:
        member = self._judging.member
        self._name.setText(member.name.replace("&", "&&") if member else _("Who is judging?"))
        self._summary.setText(summary(self._tally))
        self._summary.setToolTip(dissent_text(self._tally))
        self._show_own()
        self._show_others()

    def _show_own(self) -> None:
        own = self._own
        for choice, button in self.choices.items():
            button.setChecked(own.choice is choice)
        for stars, star in self.stars.items():
            filled = own.stars is not None and stars <= own.stars
            star.setIcon(icon("star-filled" if filled else "star", "accent" if filled else "quiet"))
        if not self.comment.isModified():
            self.comment.show_kept(" ".join(own.comment.split()))

    def _show_others(self) -> None:
        member = self._judging.member
        others = [one for one in self._tally.said if member is None or one.member.id != member.id]
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_SMALL)
        grid.setVerticalSpacing(SPACE_TINY)
        grid.setColumnStretch(2, 1)
        for line, said in enumerate(others):
            self._add_line(grid, line, said)
        grid.setRowStretch(len(others), 1)
        self._others.setWidget(lines)
        lines.setAutoFillBackground(False)
        self._others.setVisible(bool(others))
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """As high as what the others say, up to some lines."""
        lines = self._others.widget()
        layout = lines.layout() if lines is not None else None
        if layout is not None:
            wanted = max(layout.totalHeightForWidth(self.width() - 2 * SPACE), 0)
            most = (self.fontMetrics().lineSpacing() + SPACE_TINY) * _LINES
            self._others.setFixedHeight(min(wanted, most))

    def _add_line(self, grid: QGridLayout, line: int, said: Said) -> None:
        verdict, top = said.verdict, Qt.AlignmentFlag.AlignTop
        size = self.fontMetrics().height()
        if verdict.choice is not None:
            name, colour = PICTURES[verdict.choice]
            picture = Picture(name, size, colour)
            picture.setToolTip(choice_word(verdict.choice))
            grid.addWidget(picture, line, 0, top)
        name_label = plain(QLabel(said.member.name))
        name_label.setFont(scaled(self.font(), SMALL, QFont.Weight.DemiBold))
        grid.addWidget(name_label, line, 1, top)
        parts = [choice_word(verdict.choice)] if verdict.choice else []
        parts += [stars_text(verdict.stars)] if verdict.stars else []
        parts += [verdict.comment] if verdict.comment else []
        words = QLabel("  ".join(parts))
        words.setFont(scaled(self.font(), SMALL))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(words, line, 2, top)


class _Comment(QLineEdit):
    """One's comment; Esc takes back what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST_COMMENT)
        self.setPlaceholderText(_("What should the others know?"))
        self.setAccessibleName(_("Your comment"))
        self._kept = ""

    def show_kept(self, comment: str) -> None:
        """Show the comment that is saved."""
        self._kept = comment
        self.setText(comment)
        self.setCursorPosition(0)
        self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.show_kept(self._kept)
        else:
            super().keyPressEvent(event)
