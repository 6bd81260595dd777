"""Stills as pictures on the screen: fetched and cut beside the window, kept while they are wanted."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from tourdesk.gui.films.latest import Latest
from tourdesk.gui.tasks import Tasks

_KEPT = 600
_AT_ONCE = 40
EYE_LINE = 0.4
"""What is cut off a tall picture goes rather from below: faces are in the upper half."""


def filled(image: QImage, size: QSize) -> QImage:
    """The picture scaled and cut so that it fills `size`."""
    if image.isNull() or size.isEmpty():
        return image
    large = image.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left = (large.width() - size.width()) // 2
    top = int((large.height() - size.height()) * EYE_LINE)
    return large.copy(QRect(left, top, size.width(), size.height()))


class Stills(QObject):
    """Small pictures of films; a missing one is fetched when it is asked for and `arrived` tells of it."""

    arrived = Signal(object)
    """The ids of films whose pictures are there now, as a set."""

    def __init__(
        self,
        thumbnails: Callable[[Sequence[int]], Mapping[int, bytes]],
        tasks: Tasks,
        size: QSize,
        parent: QObject,
    ) -> None:
        """`thumbnails` is asked beside the window."""
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._size = size
        self._kept: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._latest = Latest(tasks, "Loading stills", self)
        self._latest.idle.connect(self._fetch)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)

    def picture(self, film_id: int) -> QPixmap | None:
        """The film's picture; None when it has none, or not yet."""
        if film_id in self._kept:
            self._kept.move_to_end(film_id)
            return self._kept[film_id]
        # The last asked for is the first fetched: it is what is on the screen now.
        self._wanted.pop(film_id, None)
        self._wanted[film_id] = None
        self._soon.start()
        return None

    def forget(self, film_ids: Iterable[int]) -> None:
        """Fetch these again when they are next asked for."""
        for film_id in film_ids:
            self._kept.pop(film_id, None)

    def _fetch(self) -> None:
        if not self._wanted or self._latest.busy:
            return
        ids = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()
        thumbnails, size = self._thumbnails, self._size

        def load() -> dict[int, QImage]:
            found = thumbnails(ids)
            return {film_id: filled(QImage.fromData(data), size) for film_id, data in found.items()}

        self._latest.ask(load, lambda images: self._keep(ids, images))

    def _keep(self, ids: list[int], images: dict[int, QImage]) -> None:
        for film_id in ids:
            image = images.get(film_id)
            self._kept[film_id] = None if image is None or image.isNull() else QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(set(ids))
