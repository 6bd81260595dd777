"""Drawings (SVG) as pictures: papers print pictures, and who makes logos sends drawings."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt, QXmlStreamReader
from PySide6.QtGui import QImage, QImageWriter, QPainter

LONGEST = 2000
"""Pixels of the picture's long side: the widest box of a paper at 300 dpi."""

_XLINK = "http://www.w3.org/1999/xlink"


def is_drawing(data: bytes) -> bool:
    """Whether a file's bytes look like an SVG."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and b"<svg" in head


def needs_other_files(drawing: bytes) -> bool:
    """Whether it shows what is not in it: Qt would look for that on this machine, where it may be anything."""
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QXmlStreamReader(buffer)
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement() and reader.name() in {"image", "use", "feImage"}:
            said = reader.attributes()
            shown = (said.value("href").strip(), said.value(_XLINK, "href").strip())
            if any(one and not one.startswith(("#", "data:")) for one in shown):
                return True
    return False


def picture_of(drawing: bytes) -> bytes:
    """The drawing as a PNG, clear where nothing is drawn; empty when there is none in it."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - few ever choose one

    renderer = QSvgRenderer(QByteArray(drawing))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return b""
    size.scale(LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(kept, QByteArray(b"png")).write(image)
    return bytes(kept.data().data())
