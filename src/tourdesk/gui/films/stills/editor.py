"""The stills of a film in its form: dropped, pasted or chosen as files, put in order, taken away."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.gui.films.saving import StillsChange
from tourdesk.gui.films.stills.strip import StillStrip
from tourdesk.gui.plain import plain
from tourdesk.gui.tasks import Tasks
from tourdesk.library.films import Still
from tourdesk.library.stills import LIMIT_BYTES, still_of

PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff"


def still_from_file(path: Path) -> Still:
    """A picture file as a still. Raises ProblemForUser when it cannot be read, or is no picture."""
    try:
        with path.open("rb") as opened:
            # No more than is refused as too much.
            data = opened.read(LIMIT_BYTES + 1)
    except OSError as error:
        raise ProblemForUser(
            _("{name} cannot be read; please check that it is still there.", name=path.name),
            detail=str(error),
        ) from error
    return still_of(data, path.name)


_MOST_TOLD = 3
"""So many sentences are told of pictures that cannot be read: more would leave no room for those that can."""


def stills_from(files: Sequence[Path], progress: Progress) -> tuple[list[Still], list[ProblemForUser]]:
    """The pictures of files and of folders, and why others are left out. Raises Cancelled."""
    stills, problems = [], []
    pictures = list(_pictures_of(files, progress))
    for number, file in enumerate(pictures):
        stop_if_cancelled(progress)
        progress.at(number, len(pictures), file.name)
        try:
            stills.append(still_from_file(file))
        except ProblemForUser as problem:
            problems.append(problem)
    return stills, problems


def _pictures_of(files: Sequence[Path], progress: Progress) -> Iterator[Path]:
    for file in files:
        if file.is_dir():
            yield from sorted(_pictures_in(file, progress))
        else:
            yield file


def _pictures_in(folder: Path, progress: Progress) -> Iterator[Path]:
    kinds = PICTURES.replace("*", "").split()
    # A folder that cannot be looked into has none.
    for at, _folders, names in os.walk(folder):
        stop_if_cancelled(progress)
        files = (Path(at, name) for name in names)
        yield from (one for one in files if one.suffix.lower() in kinds and not one.name.startswith("."))


class StillsEditor(QWidget):
    """The stills in their order: the first stands for the film. Pictures are read beside the window."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known: tuple[Still, ...] = ()
        self._stills: list[Still] = []
        self._reading = 0
        self._films = 0
        self._when_read: Callable[[], None] | None = None
        self.setAcceptDrops(True)
        self.strip = StillStrip()
        self.strip.installEventFilter(self)
        self._hint = QLabel()
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._problem = plain(QLabel())
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self.buttons = (
            self._button(_("Add pictures …"), _("Choose picture files"), self._choose),
            self._button(_("Paste"), _("Take the picture on the clipboard (Ctrl+V)"), self._paste),
            self._button("←", _("Move the still forward (Alt+Left)"), lambda: self._move(-1)),
            self._button("→", _("Move the still back (Alt+Right)"), lambda: self._move(1)),
            self._button(_("Remove"), _("Remove the chosen still (Del)"), self._remove),
        )
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in self.buttons:
            button.installEventFilter(self)
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.strip, self._hint, self._problem):
            layout.addWidget(widget)
        layout.addLayout(row)
        self._show()

    def edit(self, stills: tuple[Still, ...]) -> None:
        """Start from a film's stills as they are."""
        self._known, self._stills = stills, list(stills)
        self._films += 1
        self._when_read = None
        self._problem.setText("")
        self._show()

    @property
    def change(self) -> StillsChange | None:
        """The stills as they should be; None when they were not touched."""
        wanted = tuple(self._stills)
        return None if wanted == self._known else StillsChange(self._known, wanted)

    def when_read(self, does: Callable[[], None]) -> None:
        """Call this when no picture is being read any more: at once, or once the last is there."""
        if self._reading:
            self._when_read = does
        else:
            does()

    @property
    def problem(self) -> str:
        """What is wrong with the picture that was given last; empty when nothing is."""
        return self._problem.text()

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.strip, *self.buttons]

    def take(self, mime: QMimeData) -> bool:
        """Take the pictures that were dropped or pasted; whether there were any, or files that might be some."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
        elif mime.hasImage():
            image = QImage(mime.imageData())
            self._read(lambda _progress: ([still_of(_png(image), _("The picture"))], []))
        else:
            return False
        return True

    def take_files(self, files: list[Path]) -> None:
        """Add picture files, and those of folders, behind the stills there are; what is no picture is told."""
        self._read(lambda progress: stills_from(files, progress))

    # The names are Qt's.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        if not self.take(event.mimeData()):
            self._tell(_("What was dropped is no picture; please save it as a file and drop that."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        pasting = event.matches(QKeySequence.StandardKey.Paste)
        if event.type() is QEvent.Type.ShortcutOverride and pasting:
            # Else the screen reads the clipboard as a film page.
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if pasting:
            self._paste()
        elif alt and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._move(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            return super().eventFilter(watched, event)
        return True

    def _button(self, words: str, tip: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoDefault(False)
        button.setFlat(True)
        button.clicked.connect(lambda _checked=False: does())
        return button

    def _paste(self) -> None:
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self._tell(_("There is no picture on the clipboard."))

    def _choose(self) -> None:
        wanted = _("Pictures ({patterns})", patterns=PICTURES)
        names, _kind = QFileDialog.getOpenFileNames(self, _("Choose stills"), "", wanted)
        if names:
            self.take_files([Path(name) for name in names])

    def _read(self, work: Callable[[Progress], tuple[list[Still], list[ProblemForUser]]]) -> None:
        self._reading += 1
        film, sentence = self._films, ""
        self._problem.setText("")
        self._show(self.strip.currentRow())

        def read(answer: tuple[list[Still], list[ProblemForUser]]) -> None:
            nonlocal sentence
            stills, problems = answer
            # Another film may be in the form by now.
            if isValid(self) and self._films == film:
                self._stills += stills
            sentence = _told(problems, stills)

        def failed(error: BaseException) -> None:
            nonlocal sentence
            if isinstance(error, ProblemForUser):
                sentence = error.sentence
            else:
                self._tasks.problem.emit(error)

        task = self._tasks.run(_("Reading the picture"), work, read, failed)
        task.ended.connect(lambda: self._end_reading(sentence, cancelled=task.cancelled()))

    def _end_reading(self, sentence: str, *, cancelled: bool) -> None:
        if not isValid(self):
            return
        self._reading -= 1
        self._show(len(self._stills) - 1)
        if sentence or cancelled:
            # What waits for the picture waits for a word on it now.
            self._when_read = None
        if sentence:
            self._tell(sentence)
        elif not self._reading and self._when_read is not None:
            does, self._when_read = self._when_read, None
            does()

    def _move(self, by: int) -> None:
        place = self.strip.currentRow()
        if place >= 0 and 0 <= place + by < len(self._stills):
            self._stills.insert(place + by, self._stills.pop(place))
            self._show(place + by)

    def _remove(self) -> None:
        place = self.strip.currentRow()
        if place >= 0:
            del self._stills[place]
            self._show(min(place, len(self._stills) - 1))

    def _tell(self, sentence: str) -> None:
        self._problem.setText(f"⚠ {sentence}")
        self._problem.show()

    def _show(self, current: int = 0) -> None:
        self.strip.show_stills(self._stills, current)
        self.strip.setVisible(bool(self._stills))
        self._problem.setVisible(bool(self._problem.text()))
        self._hint.setVisible(not self._stills or self._reading > 0)
        self._hint.setText(
            _("Reading the picture …") if self._reading else _("Drop or paste stills here, or choose files.")
        )
        several = len(self._stills) > 1
        there = (True, True, several, several, bool(self._stills))
        for button, wanted in zip(self.buttons, there, strict=True):
            button.setVisible(wanted)


def _told(problems: Sequence[ProblemForUser], stills: Sequence[Still]) -> str:
    if not problems:
        return "" if stills else _("There is no picture in this folder; please choose picture files.")
    told = [problem.sentence for problem in problems[:_MOST_TOLD]]
    if (left := len(problems) - _MOST_TOLD) > 0:
        told.append(n_("{n} more file cannot be read either.", "{n} more files cannot be read either.", left))
    return "\n".join(told)


def _png(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows only file names
    return bytes(kept.data())
