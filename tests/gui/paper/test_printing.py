from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from PIL import ImageOps
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tourdesk.desks import Desks
from tourdesk.documents.kinds import KINDS
from tourdesk.documents.theme import Paper
from tourdesk.foundation.errors import Cancelled, ProblemForUser
from tourdesk.foundation.progress import Unwatched
from tourdesk.gui.paper.printing import pages_to_print, print_pdf, printer_for
from tourdesk.touring.night import Screening


@pytest.fixture
def data(desks: Desks, night: Screening) -> bytes:
    assert night.id is not None
    return KINDS["programme"].make(desks.evening(night.id), Paper.A4)


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    """A printer that prints into a file."""
    made = printer_for(KINDS["programme"], Paper.A4)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def darkness(page: pypdfium2.PdfPage) -> list[int]:
    """The page in grey, drawn large and then so small that how sharp it is makes no difference."""
    return list(page.render(scale=3).to_pil().convert("L").reduce(9).tobytes())


def test_the_sheet_carries_what_the_preview_shows_at_its_true_size(data: bytes, printer: QPrinter) -> None:
    print_pdf(data, printer, Unwatched())
    with pypdfium2.PdfDocument(data) as wanted, pypdfium2.PdfDocument(printer.outputFileName()) as printed:
        assert len(printed) == len(wanted)
        assert printed[0].get_size() == pytest.approx(wanted[0].get_size(), abs=1)
        want, have = darkness(wanted[0]), darkness(printed[0])
        assert len(want) == len(have)
        assert sum(abs(a - b) for a, b in zip(want, have, strict=True)) / len(want) < 3


def ink(page: pypdfium2.PdfPage) -> tuple[float, ...]:
    """Where the outermost marks of a page are: left, top, right, bottom in points."""
    box = (
        ImageOps.invert(page.render(scale=2).to_pil().convert("L"))
        .point(lambda grey: 255 * (grey > 40))
        .getbbox()
    )
    assert box is not None
    return tuple(edge / 2 for edge in box)


def test_a_sheet_of_another_size_takes_the_whole_page_made_smaller(data: bytes, printer: QPrinter) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    print_pdf(data, printer, Unwatched())
    with pypdfium2.PdfDocument(data) as wanted, pypdfium2.PdfDocument(printer.outputFileName()) as printed:
        assert printed[0].get_size() == pytest.approx((612, 792), abs=1)
        left, top, right, bottom = ink(wanted[0])
        smaller = 792 / 841.89
        margin = (612 - 595.28 * smaller) / 2
        assert ink(printed[0]) == pytest.approx(
            (margin + left * smaller, top * smaller, margin + right * smaller, bottom * smaller), abs=2
        )


def test_the_sheet_is_turned_for_a_booklet(desks: Desks, night: Screening, printer: QPrinter) -> None:
    assert night.id is not None
    print_pdf(KINDS["booklet"].make(desks.evening(night.id), Paper.A4), printer, Unwatched())
    with pypdfium2.PdfDocument(printer.outputFileName()) as printed:
        assert printed[0].get_size() == pytest.approx((842, 595), abs=1)
        left, _, right, _ = ink(printed[0])
        assert left < 100
        assert right > 742


def test_only_the_pages_that_were_asked_for_are_printed(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert pages_to_print(printer, 5) == [1, 2]
    assert pages_to_print(printer, 2) == [1]


def test_the_last_page_comes_first_where_the_printer_is_told_so(printer: QPrinter) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_to_print(printer, 3) == [2, 1, 0]


def test_copies_are_printed_one_after_the_other(printer: QPrinter) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert pages_to_print(printer, 2) == [0, 1, 0, 1]
    printer.setCollateCopies(False)
    assert pages_to_print(printer, 2) == [0, 0, 1, 1]


@pytest.fixture
def both_sides(printer: QPrinter, monkeypatch: pytest.MonkeyPatch) -> QPrinter:
    """The same, as if it could turn sheets: files know no sides."""
    monkeypatch.setattr(QPrinter, "duplex", lambda _printer: QPrinter.DuplexMode.DuplexLongSide)
    return printer


def test_on_both_sides_each_copy_begins_on_a_sheet_of_its_own(both_sides: QPrinter) -> None:
    both_sides.setCopyCount(2)
    both_sides.setCollateCopies(True)
    assert pages_to_print(both_sides, 3) == [0, 1, 2, None, 0, 1, 2]
    both_sides.setCollateCopies(False)
    assert pages_to_print(both_sides, 3) == [0, 1, 0, 1, 2, None, 2]
    both_sides.setCopyCount(1)
    assert pages_to_print(both_sides, 3) == [0, 1, 2]


def test_on_both_sides_a_sheet_keeps_its_pages_when_the_last_one_comes_first(both_sides: QPrinter) -> None:
    both_sides.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_to_print(both_sides, 4) == [2, 3, 0, 1]
    assert pages_to_print(both_sides, 3) == [2, None, 0, 1]


def test_an_empty_side_is_printed_as_an_empty_page(data: bytes, both_sides: QPrinter) -> None:
    both_sides.setCopyCount(2)
    both_sides.setPrintRange(QPrinter.PrintRange.PageRange)
    both_sides.setFromTo(1, 1)
    print_pdf(data, both_sides, Unwatched())
    first, empty, second = shades(both_sides)
    white = 255 * len(darkness_of(both_sides, 1))
    assert first == second < empty == white


def darkness_of(printer: QPrinter, page: int) -> list[int]:
    with pypdfium2.PdfDocument(printer.outputFileName()) as printed:
        return darkness(printed[page])


def shades(printer: QPrinter) -> list[int]:
    """How dark each printed page is, by which pages are told apart: what is printed are pictures."""
    with pypdfium2.PdfDocument(printer.outputFileName()) as printed:
        return [sum(darkness(page)) for page in printed]


def test_a_range_and_copies_come_out_of_the_printer_as_they_were_asked_for(
    desks: Desks, night: Screening, printer: QPrinter
) -> None:
    assert night.id is not None
    data = KINDS["booklet"].make(desks.evening(night.id), Paper.A4)
    print_pdf(data, printer, Unwatched())
    pages = shades(printer)
    assert len(set(pages)) == len(pages) > 1
    printer.setCopyCount(2)
    print_pdf(data, printer, Unwatched())
    assert shades(printer) == pages * 2
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    print_pdf(data, printer, Unwatched())
    assert shades(printer) == [pages[1], pages[1]]


def test_pages_that_the_paper_does_not_have_are_a_problem_in_one_sentence(
    data: bytes, printer: QPrinter
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(90, 91)
    with pytest.raises(ProblemForUser, match="None of the pages you asked for"):
        print_pdf(data, printer, Unwatched())


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_a_problem_in_one_sentence(data: bytes, qapp: QApplication) -> None:
    # Qt's printer where there is none, and no file to print to.
    with pytest.raises(ProblemForUser, match=r"^The printer “.*” does not answer; please see that it is on"):
        print_pdf(data, printer_for(KINDS["programme"], Paper.A4), Unwatched())


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_cannot_be_printed_to_is_a_problem_in_one_sentence(
    data: bytes, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(
        ProblemForUser, match=r"printed\.pdf” could not be written; please choose another folder"
    ):
        print_pdf(data, printer, Unwatched())


def test_printing_can_be_stopped(data: bytes, printer: QPrinter) -> None:
    class Stopped(Unwatched):
        asked = 0

        def cancelled(self) -> bool:
            self.asked += 1
            return self.asked > 1

    printer.setCopyCount(3)
    with pytest.raises(Cancelled):
        print_pdf(data, printer, Stopped())
    # Not a file with the pages up to then.
    assert not Path(printer.outputFileName()).exists()
