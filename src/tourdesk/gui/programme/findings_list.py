"""Findings in words, each with its sign and its ways out; a click on the words goes to the item they are about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tourdesk.foundation.language import _, later, n_
from tourdesk.gui.plain import as_typed, plain
from tourdesk.gui.programme.look import draw_sign, look_of
from tourdesk.gui.roles import Role, known_as
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY
from tourdesk.programming.running_order import Finding, Severity, WayOut

FEW_NOTES = 2
"""So many notes are shown without being asked for."""

_WORDS = {
    Severity.ERROR: later("Error: {sentence}"),
    Severity.WARNING: later("Warning: {sentence}"),
    Severity.NOTE: later("Note: {sentence}"),
}


class Sign(QWidget):
    """The sign of a finding's weight."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        line = self.fontMetrics().height()
        self._edge = line * 0.72
        self.setFixedSize(round(self._edge) + 3, line)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        draw_sign(QPainter(self), QRectF(1, 3, self._edge, self._edge), self._severity, look_of(self))


class WayButton(QPushButton):
    """A way out as a link; where the panel is narrow its words go on in the next line, which no button of Qt does."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setProperty("role", "way")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_way(name)

    @property
    def name(self) -> str:
        """The words that it shows."""
        return self._name

    def show_way(self, name: str) -> None:
        """Show another way out."""
        if name == self._name:
            return
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(as_typed(name))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        room = QRect(0, 0, max(width - self._indent, 1), 10_000)
        return self.fontMetrics().boundingRect(room, _WRAPPED, self._name).height() + 2 * SPACE_TINY

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.ensurePolished()
        width = self._indent + self.fontMetrics().horizontalAdvance(self._name)
        return QSize(width, self.fontMetrics().height() + 2 * SPACE_TINY)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    @property
    def _indent(self) -> int:
        return self.fontMetrics().horizontalAdvance("›  ") + 4

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(
            event
        )  # what a button is without words: the ring of the keyboard, and what is under the mouse
        painter = QPainter(self)
        painter.setPen(look_of(self).accent)
        painter.drawText(self.rect().adjusted(2, SPACE_TINY, 0, 0), 0, "›")
        painter.drawText(self.rect().adjusted(self._indent, SPACE_TINY, 0, 0), _WRAPPED, self._name)


_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class FindingLine(QFrame):
    """One finding: a click, or Enter, goes to its item; each way out is a button below the words."""

    wanted = Signal(str)
    way_wanted = Signal(object, object)
    """The finding, and the WayOut of it that was clicked."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        if finding.item is not None:
            known_as(self, Role.Button)
        self._sentence = label = plain(QLabel())
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_TINY, 0, SPACE_TINY)
        row.setSpacing(SPACE_SMALL)
        row.addWidget(Sign(finding.severity), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label)
        self.ways = [self._way(place, way) for place, way in enumerate(finding.ways)]
        for button in self.ways:
            column.addWidget(button)
        row.addLayout(column, 1)
        if finding.item is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.show_finding(finding)

    def show_finding(self, finding: Finding) -> None:
        """Say what is found now, of the same `shape` as before."""
        self.finding = finding
        self._sentence.setText(finding.sentence)
        self.setAccessibleName(_(_WORDS[finding.severity], sentence=finding.sentence))
        self.setToolTip(_("Rule: {rule}", rule=_(finding.rule)))
        for button, way in zip(self.ways, finding.ways, strict=True):
            button.show_way(way.name)

    def _way(self, place: int, way: WayOut) -> WayButton:
        button = WayButton(way.name)
        button.clicked.connect(lambda: self.way_wanted.emit(self.finding, self.finding.ways[place]))
        return button

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._go()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(look_of(self).focus)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)

    def _go(self) -> None:
        if self.finding.item is not None:
            self.wanted.emit(self.finding.item)


_Shape = tuple[str, Severity, int, bool]


def _shape(finding: Finding) -> _Shape:
    """What a line is made for: findings of one shape can be shown by one line after another."""
    return finding.rule, finding.severity, len(finding.ways), finding.item is not None


class FindingsList(QWidget):
    """Several findings, the gravest first; many notes are folded into one line; hidden while there are none."""

    item_wanted = Signal(str)
    way_wanted = Signal(object, object)
    """A finding, and the WayOut of it that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self.lines: list[FindingLine] = []
        """What is shown, from the top."""
        self._spare: dict[_Shape, list[FindingLine]] = {}
        """Lines that were shown, hidden until they are needed again."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._notes = QPushButton()
        self._notes.setFlat(True)
        self._notes.setCheckable(True)
        self._notes.setProperty("role", "link")
        self._notes.toggled.connect(self._unfold)
        self._column.addWidget(self._notes, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def sentences(self) -> list[str]:
        """What is said, from the top."""
        return [line.finding.sentence for line in self.lines]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        weights = list(Severity)
        ordered = tuple(sorted(findings, key=lambda finding: weights.index(finding.severity)))
        self._findings = ordered
        self._show_lines()
        self.setVisible(bool(ordered))

    def _unfold(self) -> None:
        self._show_lines()

    def _show_lines(self) -> None:
        """Lines of what is shown; those of the same shape are taken again, since a line is dear to make and to take away."""
        notes = sum(finding.severity is Severity.NOTE for finding in self._findings)
        grave = len(self._findings) - notes
        many = notes > FEW_NOTES
        self._notes.setVisible(many)
        if self._notes.isChecked():
            self._notes.setText(n_("Hide {n} note", "Hide {n} notes", notes))
        else:
            self._notes.setText(n_("Show {n} note", "Show {n} notes", notes))
        folded = many and not self._notes.isChecked()
        wanted = self._findings[:grave] if folded else self._findings
        before = self.lines
        for line in before:
            self._spare.setdefault(_shape(line.finding), []).append(line)
        self.lines = [self._line(finding) for finding in wanted]
        for line in before:
            if line not in self.lines:
                self._column.removeWidget(line)
                line.hide()
        for place, line in enumerate(self.lines):
            # The button stands between what matters and the notes that it unfolds.
            place_now = place if place < grave else place + 1
            if self._column.indexOf(line) != place_now:
                self._column.insertWidget(place_now, line)
        for line in self.lines:
            if line.isHidden():
                line.show()

    def _line(self, finding: Finding) -> FindingLine:
        if spare := self._spare.get(_shape(finding)):
            again = spare.pop(0)
            if again.finding != finding or again.finding.ways != finding.ways:
                again.show_finding(finding)
            else:
                again.finding = finding  # its ways are others even where they have the same names
            return again
        line = FindingLine(finding, self)
        line.wanted.connect(self.item_wanted)
        line.way_wanted.connect(self.way_wanted)
        return line

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self.update()
