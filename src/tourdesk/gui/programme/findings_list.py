"""Findings in words, each with its sign; a click goes to the item that it is about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tourdesk.gui.programme.look import draw_sign, look_of
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY
from tourdesk.programming.running_order import Finding, Severity

FEW_NOTES = 2
"""So many notes are shown without being asked for."""

_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}


class Sign(QWidget):
    """The sign of a finding's weight."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setFixedSize(QSize(16, 18))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        draw_sign(QPainter(self), QRectF(1, 3, 13, 13), self._severity, look_of(self))


class FindingLine(QFrame):
    """One finding: a click, or Enter, goes to its item."""

    wanted = Signal(str)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        label = QLabel(finding.sentence)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_TINY, 0, SPACE_TINY)
        row.setSpacing(SPACE_SMALL)
        row.addWidget(Sign(finding.severity), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self.setAccessibleName(f"{_WORDS[finding.severity]}: {finding.sentence}")
        if finding.item is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

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


class FindingsList(QWidget):
    """Several findings, the gravest first; many notes are folded into one line; hidden while there are none."""

    item_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self.lines: list[FindingLine] = []
        """What is shown, from the top."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._notes = QPushButton()
        self._notes.setFlat(True)
        self._notes.setCheckable(True)
        self._notes.setProperty("role", "link")
        self._notes.setStyleSheet("padding-left: 0; padding-right: 0;")
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
        if ordered == self._findings:
            return
        self._findings = ordered
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [FindingLine(finding) for finding in ordered]
        for place, line in enumerate(self.lines):
            line.wanted.connect(self.item_wanted)
            # The button stands between what matters and the notes that it unfolds.
            grave = line.finding.severity is not Severity.NOTE
            self._column.insertWidget(place if grave else place + 1, line)
        self._unfold()
        self.setVisible(bool(ordered))

    def _unfold(self) -> None:
        notes = [line for line in self.lines if line.finding.severity is Severity.NOTE]
        many = len(notes) > FEW_NOTES
        self._notes.setVisible(many)
        self._notes.setText(("Hide" if self._notes.isChecked() else "Show") + f" {len(notes)} notes")
        for line in notes:
            line.setVisible(not many or self._notes.isChecked())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self.update()
