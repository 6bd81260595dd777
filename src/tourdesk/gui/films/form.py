"""A film's fields to type in: each with its label, and what is wrong with it under it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.films.editors import FieldEditor, editor_for
from tourdesk.gui.films.fields import BY_NAME, FIELDS, FilmField
from tourdesk.gui.films.saving import Still
from tourdesk.gui.films.still_view import PICTURES, StillView, still_from_file
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.library.comparing import Value
from tourdesk.library.films import Film


class _Row:
    """A label, its editor, and the line that says what is wrong."""

    def __init__(self, field: FilmField, editor: FieldEditor) -> None:
        self.field = field
        self.editor = editor
        self.label = QLabel(field.label)
        self.label.setProperty("role", "quiet")
        # In line with the first line of the editor beside it.
        self.label.setContentsMargins(0, SPACE_SMALL, 0, 0)
        self.label.setBuddy(editor.widgets()[0])
        self.problem = QLabel()
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()

    def value(self) -> Value:
        try:
            value = self.editor.value()
        except ProblemForUser as problem:
            self.problem.setText(f"⚠ {problem.sentence}")
            self.problem.show()
            raise
        self.problem.hide()
        return value


class FilmForm(QScrollArea):
    """The fields of one film, and its still."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Edit the film")
        self._film = Film("")
        self._still: Still | None = None
        self._shown: dict[str, Value] = {}
        self._rows: dict[str, _Row] = {}
        self._page = QWidget()
        self._picture = StillView(self._page)
        self._picture.set_editable(True)
        self._picture.picture_dropped.connect(self._take_picture)
        self._picture.problem.connect(self._tell_picture)
        self._picture_problem = QLabel()
        self._picture_problem.setProperty("role", "error")
        self._picture_problem.setWordWrap(True)
        self._picture_problem.hide()
        self.setWidget(self._page)
        self._build()

    problem = Signal(object)
    """ProblemForUser: something chosen here cannot be used."""

    def _build(self) -> None:
        page = QVBoxLayout(self._page)
        page.setContentsMargins(20, 4, 20, 24)
        page.addWidget(self._picture)
        page.addWidget(self._picture_problem)
        page.addLayout(self._build_picture_buttons())
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for field in FIELDS:
            row = _Row(field, editor_for(field))
            self._rows[field.name] = row
            line = grid.rowCount()
            grid.addWidget(row.label, line, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(row.editor, line, 1)
            grid.addWidget(row.problem, line + 1, 1)
        page.addLayout(grid)
        page.addStretch()

    def _build_picture_buttons(self) -> QHBoxLayout:
        choose = QPushButton("Choose a picture …")
        choose.clicked.connect(self._choose_picture)
        self._no_picture = QPushButton("Remove the still")
        self._no_picture.setFlat(True)
        self._no_picture.clicked.connect(lambda: self._take_picture(None))
        buttons = QHBoxLayout()
        self._picture_buttons = (choose, self._no_picture)
        buttons.addWidget(choose)
        buttons.addWidget(self._no_picture)
        buttons.addStretch()
        return buttons

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        # As wide as its fields: it scrolls up and down only.
        scroll_bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + scroll_bar, super().minimumSizeHint().height())

    def edit(self, film: Film, picture: QImage) -> None:
        """Start from a film as it is."""
        self._film = film
        self._still = None
        for name, row in self._rows.items():
            row.editor.show_value(getattr(film, name))
            row.problem.hide()
            self._shown[name] = getattr(film, name)
        self._picture.show_image(picture)
        self._picture_problem.hide()
        self._no_picture.setVisible(not picture.isNull())
        # Several versions need more room than one.
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)
        self._rows["title"].editor.start()

    def film(self) -> Film:
        """The film as it is typed. Raises ProblemForUser, told under its field, when a field cannot be understood."""
        values: dict[str, Value] = {}
        problems: list[tuple[_Row, ProblemForUser]] = []
        for name, row in self._rows.items():
            try:
                values[name] = row.value()
            except ProblemForUser as told:
                problems.append((row, told))
        if problems:
            row, problem = problems[0]
            row.editor.start()
            # When the sentence under the field has found its place.
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(row.problem))
            raise problem
        return replace(self._film, **values)  # type: ignore[arg-type]  # each value came from the field of that name

    @property
    def still(self) -> Still | None:
        """The still that was chosen here, None when it was not touched."""
        return self._still

    @property
    def changed(self) -> bool:
        """Whether anything is typed or chosen otherwise than it was; what cannot be understood counts."""
        if self._still is not None:
            return True
        try:
            return any(row.editor.value() != self._shown[name] for name, row in self._rows.items())
        except ProblemForUser:
            return True

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        return [
            *self._picture_buttons,
            *(widget for row in self._rows.values() for widget in row.editor.widgets()),
        ]

    def editor(self, name: str) -> FieldEditor:
        """The editor of a field."""
        return self._rows[BY_NAME[name].name].editor

    def _choose_picture(self) -> None:
        patterns = " ".join(f"*{ending}" for ending in PICTURES)
        path, _ = QFileDialog.getOpenFileName(self, "Choose a still", "", f"Pictures ({patterns})")
        if path:
            try:
                self._take_picture(still_from_file(Path(path)))
            except ProblemForUser as problem:
                self._tell_picture(problem)

    def _take_picture(self, picture: bytes | None) -> None:
        self._still = Still(picture)
        self._picture_problem.hide()
        self._picture.show_image(QImage.fromData(picture) if picture else QImage())
        self._no_picture.setVisible(picture is not None)

    def _tell_picture(self, problem: ProblemForUser) -> None:
        self._picture_problem.setText(f"⚠ {problem.sentence}")
        self._picture_problem.show()
