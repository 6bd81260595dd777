"""The tour's own lines, its colour and its logo, as every paper carries them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.frame.fields import labelled
from tourdesk.gui.frame.form_dialog import lay_out_form, say
from tourdesk.gui.frame.logo_field import LogoField
from tourdesk.gui.tokens import SPACE, SPACE_LARGE, SPACE_SMALL
from tourdesk.touring.night import Tour


class ColourField(QWidget):
    """A colour as `#rrggbb`, typed or picked; empty for the program's own."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText("#1d6490")
        self.line.textChanged.connect(self._show_colour)
        self._pick = QPushButton(_("Pick…"))
        self._pick.setAutoDefault(False)
        self._pick.clicked.connect(self._open)
        self._patch = QLabel()
        self._patch.setFixedWidth(self.fontMetrics().height() * 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_SMALL)
        for widget in (self.line, self._patch, self._pick):
            row.addWidget(widget)
        self.setFocusProxy(self.line)

    def _show_colour(self) -> None:
        colour = QColor(self.line.text())
        ground = colour.name() if self.line.text().startswith("#") and colour.isValid() else "transparent"
        self._patch.setStyleSheet(f"background: {ground}; border-radius: 4px;")
        self.edited.emit()

    def _open(self) -> None:
        picked = QColorDialog.getColor(QColor(self.line.text() or "#1d6490"), self, _("The tour’s colour"))
        if picked.isValid():
            self.line.setText(picked.name())


class TourDialog(QDialog):
    """Changes the tour that is worked on, or makes the first one."""

    def __init__(self, context: Context, tour: Tour | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._before = tour
        title = _("The tour") if tour is not None else _("New tour")
        self.setWindowTitle(title)
        self._lines = {
            name: QLineEdit()
            for name in ("name", "season", "currency", "address", "telephone", "email", "web")
        }
        self._colour = ColourField()
        self._logo = LogoField()
        self._logo.problem.connect(self._fail)
        self._hint = QLabel(_("These lines stand at the foot of every paper; colour and logo at its head."))
        self._hint.setProperty("role", "quiet")
        self._save = QPushButton(_("Save"))
        self._save.clicked.connect(self._on_save)
        self._lay_out()
        self._fill(tour or Tour(""))
        self._lines["name"].setFocus()

    def _lay_out(self) -> None:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE_LARGE)
        words = {
            "name": _("&Name"),
            "season": _("&Season"),
            "currency": _("&Currency"),
            "address": _("&Address"),
            "telephone": _("&Telephone"),
            "email": _("&E-mail"),
            "web": _("&Web"),
        }
        places = {
            "name": (0, 0, 4), "season": (0, 4, 2), "currency": (0, 6, 2), "address": (1, 0, 8),
            "telephone": (2, 0, 2), "email": (2, 2, 3), "web": (2, 5, 3),
        }  # fmt: skip
        for name, (row, column, width) in places.items():
            grid.addWidget(labelled(words[name], self._lines[name]), row, column, 1, width)
        grid.addWidget(labelled(_("C&olour"), self._colour), 3, 0, 1, 3)
        grid.addWidget(labelled(_("&Logo"), self._logo), 3, 3, 1, 5)
        for column in range(8):
            grid.setColumnStretch(column, 1)
        lay_out_form(self, fields, self._hint, self._save, 92)

    def _fill(self, tour: Tour) -> None:
        for name, line in self._lines.items():
            line.setText(getattr(tour, name))
        self._colour.line.setText(tour.colour)
        self._logo.show_logo(tour.logo)

    def _typed(self) -> Tour:
        typed = {name: line.text().strip() for name, line in self._lines.items()}
        return Tour(
            name=typed["name"],
            season=typed["season"],
            currency=typed["currency"],
            address=typed["address"],
            telephone=typed["telephone"],
            email=typed["email"],
            web=typed["web"],
            colour=self._colour.line.text().strip(),
            logo=self._logo.logo,
            id=self._before.id if self._before is not None else None,
        )

    def _on_save(self) -> None:
        tour = self._typed()
        self._save.setEnabled(False)
        self._context.tasks.run(
            _("Saving the tour"),
            lambda _progress: self._context.desks.touring.save_tour(tour),
            self._saved,
            self._fail,
        )

    def _saved(self, tour: Tour) -> None:
        if self._before is not None and tour != self._before:
            self._context.tell(
                _("“{name}” was changed.", name=tour.name),
                _("Undo"),
                partial(_put_back, self._context, self._before),
            )
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._save.setEnabled(True)
        if not isinstance(error, ProblemForUser):
            self._context.tasks.problem.emit(error)
            return
        say(self._hint, error.sentence, "error")


def _put_back(context: Context, tour: Tour) -> None:
    context.tasks.run(
        _("Putting the tour back"),
        lambda _progress: context.desks.touring.save_tour(tour),
        lambda _tour: None,
    )
