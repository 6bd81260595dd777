"""The section and the tags of a film as chips that lead to its kin, each changed beside its chips."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.detail.in_place import InPlace
from tourdesk.gui.films.edit.fields import BY_NAME
from tourdesk.gui.films.find.chips import FlowLayout
from tourdesk.gui.icons import icon
from tourdesk.gui.plain import as_typed
from tourdesk.library.films import Film


class FilmChips(QWidget):
    """Chips in rows, and where the section and the tags are typed while they are."""

    kin_wanted = Signal(str, str)
    """All films of the "section", or with the "tag", and which."""

    def __init__(self, film: Film, sections: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = InPlace(BY_NAME["section"], film.section, offered=sections)
        self.tags = InPlace(BY_NAME["tags"], film.tags)
        chips = QWidget()
        policy = chips.sizePolicy()
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        flow = FlowLayout(chips)
        section = []
        if film.section:
            tip = _("Films of the section {section}", section=film.section)
            section.append(self._chip("section", film.section, tip))
        tags = [self._chip("tag", tag, _("Films with the tag {tag}", tag=tag)) for tag in film.tags]
        for values, changer in (
            (section, self._changer(self.section, _("Change the section"), _("Add a section"))),
            (tags, self._changer(self.tags, _("Change the tags"), _("Add tags"))),
        ):
            for chip in values[:-1]:
                flow.addWidget(chip)
            flow.addWidget(_held(*values[-1:], changer))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(chips)
        for value in (self.section, self.tags):
            value.hide()
            value.ended.connect(value.hide)
            layout.addWidget(value)

    def _changer(self, value: InPlace, change: str, add: str) -> QToolButton:
        """The button behind the chips of a field; where there are none it says what can be added."""
        button = QToolButton()
        button.setToolTip(add if value.is_empty else change)
        button.setAccessibleName(button.toolTip())
        if value.is_empty:
            button.setText(add)
            button.setProperty("role", "quiet")
        else:
            button.setIcon(icon("edit"))

        def type_in() -> None:
            value.show()
            value.start()

        button.clicked.connect(type_in)
        return button

    def _chip(self, kind: str, value: str, tip: str) -> QPushButton:
        chip = QPushButton(value.replace("&", "&&"))
        chip.setProperty("chip", kind)
        chip.setToolTip(as_typed(tip))
        chip.setAccessibleName(tip)
        chip.clicked.connect(lambda _checked=False: self.kin_wanted.emit(kind, value))
        return chip


def _held(*buttons: QWidget) -> QWidget:
    """Buttons that stay in one row: the one that changes a field does not begin a row of its own."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button)
    return whole
