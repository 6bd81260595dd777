"""A logo in a form: shown as it is, chosen from a file, dropped or taken away."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.drawings import is_drawing, needs_other_files, picture_of
from tourdesk.gui.tokens import SPACE, SPACE_SMALL

LARGEST = 10_000_000
"""Bytes: a logo larger than this was not meant for a screen or an office printer."""


class LogoField(QWidget):
    """A picture file's bytes, or none."""

    edited = Signal()
    problem = Signal(object)
    """ProblemForUser: what was chosen is no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo: bytes | None = None
        self.setAcceptDrops(True)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("role", "quiet")
        # White as the paper it will be printed on, also in the dark.
        self._picture.setStyleSheet("background: white; color: #55646d; border-radius: 4px;")
        self._picture.setFixedSize(self._room())
        choose = QPushButton(_("Choose a picture…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self._remove = QPushButton(_("Take it away"))
        self._remove.setAutoDefault(False)
        self._remove.clicked.connect(lambda: self._take(None))
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE_SMALL)
        buttons.addWidget(choose)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._picture)
        row.addLayout(buttons)
        row.addStretch()
        self.show_logo(None)

    @property
    def logo(self) -> bytes | None:
        """The picture file's bytes."""
        return self._logo

    def show_logo(self, logo: bytes | None) -> None:
        """Show a logo without calling it edited."""
        self._logo = logo
        self._remove.setEnabled(logo is not None)
        image = QImage.fromData(logo) if logo is not None else QImage()
        if image.isNull():
            self._picture.setPixmap(QPixmap())
            self._picture.setText(_("No logo yet") if logo is None else _("No picture"))
            return
        room = self._room() - QSize(2 * SPACE_SMALL, 2 * SPACE_SMALL)
        ratio = self.devicePixelRatioF()
        smaller = image.scaled(
            room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        smaller.setDevicePixelRatio(ratio)
        self._picture.setPixmap(QPixmap.fromImage(smaller))

    def _room(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 9, line * 5)

    def _choose(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a logo"), "", _("Pictures (*.png *.jpg *.jpeg *.webp *.svg);;All files (*)")
        )
        if chosen:
            self._read(Path(chosen))

    def _read(self, file: Path) -> None:
        try:
            self._take(_logo_in(file))
        except ProblemForUser as problem:
            self.problem.emit(problem)

    def _take(self, logo: bytes | None) -> None:
        self.show_logo(logo)
        self.edited.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        file = _file_in(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self._read(file)


def _file_in(given: QMimeData) -> Path | None:
    return next((Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()), None)


def _logo_in(file: Path) -> bytes:
    """A file's bytes; raises ProblemForUser when it cannot be read, is too large or no picture that papers can print."""
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise ProblemForUser(
            _("{file} cannot be read; please check that it is still there.", file=file.name),
            detail=str(error),
        ) from error
    if size > LARGEST:
        raise ProblemForUser(
            _("{file} is larger than 10 MB; please choose a smaller picture.", file=file.name)
        )
    if is_drawing(data):
        if needs_other_files(data):
            raise ProblemForUser(
                _(
                    "{file} shows pictures that are other files; please save it with them inside, or as a PNG.",
                    file=file.name,
                )
            )
        # Papers read pictures with a library of their own, which knows no SVG.
        data = picture_of(data)
    if QImage.fromData(data).isNull():
        raise ProblemForUser(
            _("{file} is no picture that papers can print; please choose a PNG or JPEG file.", file=file.name)
        )
    return data
