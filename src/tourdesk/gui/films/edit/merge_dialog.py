"""Two records of one film side by side, to be made one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.films.edit.fields import BY_NAME, shown
from tourdesk.gui.films.words import UNKNOWN, run_time_text
from tourdesk.gui.frame.form_dialog import headed
from tourdesk.gui.theme import scaled
from tourdesk.gui.tokens import LARGE, SPACE, SPACE_HUGE, SPACE_LARGE
from tourdesk.library.films import Film
from tourdesk.library.merging import MergedFields, can_be_both

_LONGEST = 220
"""Letters of a text that are enough to tell it from the other."""


class MergeDialog(QDialog):
    """Each field in which the records differ, with the value that is kept; nothing is lost until somebody chooses so."""

    def __init__(self, fields: MergedFields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._groups: dict[str, QButtonGroup] = {}
        self.setWindowTitle(_("Two records of one film"))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(QSize(letter * 115, line * 34).boundedTo(self.screen().availableSize()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        layout.setSpacing(SPACE)
        layout.addWidget(headed(self, self.windowTitle()))
        layout.addWidget(self._build_said())
        layout.addWidget(self._build_grid(), 1)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.merge = QPushButton(_("Merge"))
        self.merge.setDefault(True)
        self.merge.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.merge)
        layout.addLayout(buttons)

    @property
    def film(self) -> Film:
        """The record that stays, with the values that were chosen."""
        return self._fields.film({name: self.choice(name) for name in self._groups})

    def choice(self, name: str) -> str:
        """Whose value of a field is kept: `kept`, `gone` or `both`."""
        return next(
            str(button.property("choice")) for button in self._groups[name].buttons() if button.isChecked()
        )

    def choose(self, name: str, choice: str) -> None:
        """Keep another value of a field."""
        for button in self._groups[name].buttons():
            button.setChecked(button.property("choice") == choice)

    def _build_said(self) -> QLabel:
        said = QLabel(
            _(
                "Both records become one. Versions, copies, stills, showings, licences and verdicts of both are kept, and "
                "programmes go on showing what they show. Choose what the film says where the records differ."
            )
        )
        said.setWordWrap(True)
        return said

    def _build_grid(self) -> QScrollArea:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, SPACE, 0)
        grid.setHorizontalSpacing(SPACE_LARGE)
        grid.setVerticalSpacing(SPACE)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        for column, film in ((1, self._fields.kept), (2, self._fields.gone)):
            grid.addWidget(_head(film), 0, column)
        for name in self._fields.differing:
            self._add_field(grid, name)
        if not self._fields.differing:
            same = QLabel(_("They say the same."))
            same.setProperty("role", "quiet")
            grid.addWidget(same, 1, 1, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        # By keys one goes from choice to choice, and what is reached comes into sight.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _add_field(self, grid: QGridLayout, name: str) -> None:
        field = BY_NAME[name]
        top = Qt.AlignmentFlag.AlignTop
        line = grid.rowCount()
        label = QLabel(_(field.label))
        label.setProperty("role", "quiet")
        grid.addWidget(label, line, 0, top)
        group = QButtonGroup(self)
        self._groups[name] = group
        for column, choice in ((1, "kept"), (2, "gone")):
            film = self._fields.kept if choice == "kept" else self._fields.gone
            words = _short(shown(field, getattr(film, name)))
            grid.addWidget(self._build_choice(group, choice, words, _(field.label)), line, column, top)
        if can_be_both(name):
            both = self._build_choice(group, "both", _("Both"), _(field.label))
            grid.addWidget(both, line + 1, 1, 1, 2, top)
        self.choose(name, self._fields.proposed(name))

    def _build_choice(self, group: QButtonGroup, choice: str, words: str, label: str) -> QWidget:
        """A round button with a text that wraps, as its own cannot."""
        button = QRadioButton()
        button.setProperty("choice", choice)
        button.setAccessibleName(f"{label}: {words}")
        # As high as a line of the words, so that it stands beside the first.
        button.setMinimumHeight(self.fontMetrics().height())
        group.addButton(button)
        text = _Clickable(words, button)
        cell = QWidget()
        inside = QGridLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(button, 0, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(text, 0, 1)
        inside.setColumnStretch(1, 1)
        return cell


class _Clickable(QLabel):
    """Words that stand for the button beside them."""

    def __init__(self, words: str, button: QRadioButton) -> None:
        super().__init__(words)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        self._button.setChecked(True)


def _head(film: Film) -> QLabel:
    versions = ", ".join(
        f"{version.name} {run_time_text(version.seconds, version.approximate)}" for version in film.versions
    )
    head = QLabel(f"{film.title}\n{versions}")
    head.setFont(scaled(head.font(), LARGE))
    head.setTextFormat(Qt.TextFormat.PlainText)
    head.setWordWrap(True)
    return head


def _short(words: str) -> str:
    plain = " ".join(words.split()) or UNKNOWN
    if len(plain) <= _LONGEST:
        return plain
    cut = plain[: _LONGEST + 1]
    return f"{cut.rpartition(' ')[0] or cut[:_LONGEST]}…"
