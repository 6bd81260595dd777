"""The section and the tags of a film as chips that lead to its kin; the tags are changed beside them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.chips import FlowLayout
from tourdesk.gui.films.fields import BY_NAME
from tourdesk.gui.films.in_place import InPlace
from tourdesk.gui.icons import icon
from tourdesk.library.films import Film


class FilmChips(QWidget):
    """Chips in rows, and where the tags are typed while they are."""

    kin_wanted = Signal(str, str)
    """All films of the "section", or with the "tag", and which."""

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tags = InPlace(BY_NAME["tags"], film.tags)
        self.tags.hide()
        self.tags.ended.connect(self.tags.hide)
        chips = QWidget()
        policy = chips.sizePolicy()
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        flow = FlowLayout(chips)
        if film.section:
            tip = _("Films of the section {section}", section=film.section)
            flow.addWidget(self._chip("section", film.section, tip))
        for tag in film.tags:
            flow.addWidget(self._chip("tag", tag, _("Films with the tag {tag}", tag=tag)))
        change = QToolButton()
        change.setIcon(icon("edit"))
        change.setToolTip(_("Change the tags"))
        change.setAccessibleName(change.toolTip())
        change.clicked.connect(self._change)
        flow.addWidget(change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(chips)
        layout.addWidget(self.tags)

    def _change(self) -> None:
        self.tags.show()
        self.tags.start()

    def _chip(self, kind: str, value: str, tip: str) -> QPushButton:
        chip = QPushButton(value.replace("&", "&&"))
        chip.setProperty("chip", kind)
        chip.setToolTip(tip)
        chip.setAccessibleName(tip)
        chip.clicked.connect(lambda _checked=False: self.kin_wanted.emit(kind, value))
        return chip
