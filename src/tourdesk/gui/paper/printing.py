"""Printing a paper: Qt's print dialog, then the pages as pictures at the printer's resolution, beside the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSettings, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from tourdesk.documents.kinds import Kind, Sides
from tourdesk.documents.theme import Paper
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress, stop_if_cancelled

SHARPEST = 600
"""Dots per inch: office printers show no more, and a page of 1200 would take half a gigabyte of memory."""

_SIZES = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A3: QPageSize.PageSizeId.A3,
}
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}
_BOTH_SIDES = {QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide}


def find_printers() -> tuple[str, ...]:
    """The printers of this computer, on a worker's thread: a print server that is away is waited for."""
    return tuple(QPrinterInfo.availablePrinterNames())


def printer_for(kind: Kind, paper: Paper, name: str = "") -> QPrinter:
    """The printer of that name, or the system's, set to the sheet and the sides that this paper is made for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if kind.lies else QPageLayout.Orientation.Portrait
    )
    printer.setDuplex(_DUPLEX[kind.sides])
    printer.setFullPage(True)
    return printer


def remembered_printer(kind: Kind, settings: QSettings) -> str:
    """The name of the printer on which this kind of paper was printed last; empty when there is none."""
    return str(settings.value(_key(kind), ""))


def remember_printer(kind: Kind, printer: QPrinter, settings: QSettings) -> None:
    """Propose this printer the next time this kind is printed."""
    settings.setValue(_key(kind), printer.printerName())


def _key(kind: Kind) -> str:
    return f"paper/printer/{kind.name}"


def pages_to_print(printer: QPrinter, count: int) -> list[int | None]:
    """The pages the dialog asks for, first is 0, in printing order, with copies where the printer makes none.

    None is a side that stays empty: on both sides, a copy begins on a sheet of its own, and a sheet keeps its two
    pages when the last sheet comes first.
    """
    wanted = printer.pageRanges()
    pages = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange and not wanted.isEmpty():
        pages = [page for page in pages if wanted.contains(page + 1)]
    sides = 2 if printer.duplex() in _BOTH_SIDES else 1
    sheets = [pages[at : at + sides] for at in range(0, len(pages), sides)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        sheets.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    printed = (
        sheets * copies if printer.collateCopies() else [one for one in sheets for _copy in range(copies)]
    )
    row: list[int | None] = []
    for sheet in printed:
        row += [None] * (-len(row) % sides)
        row += sheet
    return row


def print_pdf(data: bytes, printer: QPrinter, progress: Progress) -> None:
    """Print; on a worker's thread. Raises ProblemForUser when the printer, or the file it prints to, does not take it."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = pages_to_print(printer, document.pageCount())
    if not pages:
        raise ProblemForUser(_("None of the pages you asked for is in this paper; please give other pages."))
    _turn(printer, document, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise _not_taken(printer)
    whole = False
    try:
        _draw(document, pages, printer, painter, progress)
        whole = True
    finally:
        if not whole:
            printer.abort()
        painter.end()
        document.close()
        file = Path(printer.outputFileName())
        if not whole and file.is_file():
            file.unlink()  # an aborted printer would leave the pages so far in it


def _not_taken(printer: QPrinter) -> ProblemForUser:
    if printer.outputFileName():
        return ProblemForUser(
            _(
                "“{file}” could not be written; please choose another folder to print to.",
                file=printer.outputFileName(),
            )
        )
    return ProblemForUser(
        _(
            "The printer “{name}” does not answer; please see that it is on, or choose another.",
            name=printer.printerName(),
        )
    )


def _draw(
    document: QPdfDocument,
    pages: Sequence[int | None],
    printer: QPrinter,
    painter: QPainter,
    progress: Progress,
) -> None:
    for number, page in enumerate(pages):
        stop_if_cancelled(progress)
        progress.at(number, len(pages))
        if number:
            _turn(printer, document, page)
            if not printer.newPage():
                raise _not_taken(printer)
        if page is None:
            continue
        place = _place(document, page, printer)
        sharp = min(1.0, SHARPEST / printer.resolution())
        size = QSize(round(place.width() * sharp), round(place.height() * sharp))
        painter.drawImage(place, _picture(document, page, size))
    progress.at(len(pages), len(pages))


def _turn(printer: QPrinter, document: QPdfDocument, page: int | None) -> None:
    """Turn the sheet as the page lies; it takes effect with the next page that is begun. An empty one lies as the last."""
    if page is None:
        return
    size = document.pagePointSize(page)
    lying = size.width() > size.height()
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    )


def _picture(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """A page on white: it comes without a ground, and printers make black of that.

    Rendered whole: strips of it (QPdfDocumentRenderOptions.scaledClipRect) do not meet, their scale differs a little.
    """
    picture = document.render(page, size)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.fillRect(picture.rect(), Qt.GlobalColor.white)
    painter.end()
    picture.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return picture


def _place(document: QPdfDocument, page: int, printer: QPrinter) -> QRectF:
    """Where the page lies on the printer's sheet: in its own size when that fits, else made smaller to fit."""
    dots = printer.resolution() / 72
    size = document.pagePointSize(page) * dots
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    fit = min(1.0, sheet.width() / size.width(), sheet.height() / size.height())
    # Rounding of points to dots is no reason to shrink a page that fits.
    if fit > 0.99:
        fit = 1.0
    place = QRectF(0, 0, size.width() * fit, size.height() * fit)
    place.moveCenter(QRectF(0, 0, sheet.width(), sheet.height()).center())
    return place
