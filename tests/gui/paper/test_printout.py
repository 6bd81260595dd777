"""From the button to the printer: which printer is proposed, what is asked of it, and what is said when it is gone."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread, main_thread

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot
from tests.gui.paper.using import act, papers_of, settled

from tourdesk.gui.paper.screen import PaperScreen
from tourdesk.touring.night import Screening

Show = Callable[[Screening | None], PaperScreen]


class Printer:
    """A print dialog that is answered: it prints into a file, on the printer of a name, as it is told."""

    def __init__(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file = file
        self.proposed: list[str] = []
        self.duplex: list[QPrinter.DuplexMode] = []
        self.chosen = "Office"
        self.answer: Callable[[QPrintDialog], bool] = lambda _dialog: True

        def answered(dialog: QPrintDialog) -> bool:
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(file))
            return self.answer(dialog)

        monkeypatch.setattr(QPrintDialog, "exec", answered)
        # Without a print system there are no named printers: their names are kept here.
        monkeypatch.setattr(QPrinter, "setPrinterName", lambda _printer, name: self.proposed.append(name))
        monkeypatch.setattr(QPrinter, "printerName", lambda _printer: self.chosen)
        monkeypatch.setattr(QPrinter, "setDuplex", lambda _printer, mode: self.duplex.append(mode))

    @property
    def pages(self) -> int:
        with pypdfium2.PdfDocument(self.file) as printed:
            return len(printed)


@pytest.fixture
def printer(printers: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    assert printers
    return Printer(tmp_path / "printed.pdf", monkeypatch)


def print_it(qtbot: QtBot, screen: PaperScreen) -> str:
    """Press Print and wait; what was told when it was done."""
    with qtbot.waitSignal(screen.context.news, timeout=60_000) as told:
        act(screen, "Print…").trigger()
    return str(told.args[0].sentence)


def test_all_pages_are_printed_unless_the_dialog_says_otherwise(
    qtbot: QtBot, show: Show, night: Screening, printer: Printer
) -> None:
    screen = show(night)
    assert print_it(qtbot, screen) == "“Programme” is at the printer."
    assert printer.pages == screen.preview.pages


def test_the_page_in_sight_alone_is_printed_where_that_is_chosen(
    qtbot: QtBot, show: Show, night: Screening, printer: Printer
) -> None:
    def current(dialog: QPrintDialog) -> bool:
        dialog.setPrintRange(QPrintDialog.PrintRange.CurrentPage)
        return True

    printer.answer = current
    screen = show(night)
    papers_of(screen).choose("booklet")
    settled(qtbot, screen)
    assert screen.preview.pages > 1
    print_it(qtbot, screen)
    assert printer.pages == 1


def test_a_range_in_copies_is_printed_as_asked(
    qtbot: QtBot, show: Show, night: Screening, printer: Printer
) -> None:
    def asked(dialog: QPrintDialog) -> bool:
        dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
        dialog.setFromTo(1, 2)
        dialog.printer().setCopyCount(3)
        return True

    printer.answer = asked
    screen = show(night)
    papers_of(screen).choose("booklet")
    settled(qtbot, screen)
    print_it(qtbot, screen)
    assert printer.pages == 6


def test_each_paper_asks_for_its_own_sides(
    qtbot: QtBot, show: Show, night: Screening, printer: Printer
) -> None:
    modes = QPrinter.DuplexMode
    screen = show(night)
    for name, mode in (
        ("programme", modes.DuplexLongSide),
        ("booklet", modes.DuplexShortSide),
        ("run-sheet", modes.DuplexNone),
    ):
        papers_of(screen).choose(name)
        settled(qtbot, screen)
        print_it(qtbot, screen)
        assert printer.duplex.pop() is mode


def test_each_paper_remembers_its_own_printer(
    qtbot: QtBot, show: Show, night: Screening, printer: Printer, printers: list[str]
) -> None:
    printers.append("Colour")
    screen = show(night)
    print_it(qtbot, screen)
    papers_of(screen).choose("poster")
    settled(qtbot, screen)
    printer.chosen = "Colour"
    print_it(qtbot, screen)
    assert printer.proposed == []
    print_it(qtbot, screen)
    papers_of(screen).choose("programme")
    settled(qtbot, screen)
    printer.chosen = "Office"
    print_it(qtbot, screen)
    assert printer.proposed == ["Colour", "Office"]


def test_a_printer_that_is_gone_is_said_and_another_can_be_chosen(
    qtbot: QtBot, show: Show, night: Screening, printer: Printer, printers: list[str]
) -> None:
    screen = show(night)
    print_it(qtbot, screen)
    printers[:] = ["Cellar"]
    said: list[str] = []

    def cancelled(_dialog: QPrintDialog) -> bool:
        said.append(screen.problem.sentence)
        return False

    printer.answer = cancelled
    act(screen, "Print…").trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)
    assert said == [
        "The printer “Office”, on which “Programme” was printed last, is no longer there; please choose another."
    ]
    assert printer.proposed == []
    printer.answer, printer.chosen = lambda _dialog: True, "Cellar"
    print_it(qtbot, screen)
    assert not screen.problem.sentence
    print_it(qtbot, screen)
    assert printer.proposed == ["Cellar"]


def test_a_computer_without_a_printer_is_said_and_no_dialog_opens(
    qtbot: QtBot, show: Show, night: Screening, printer: Printer, printers: list[str]
) -> None:
    printers.clear()
    printer.answer = lambda _dialog: pytest.fail("a dialog without a printer to choose")
    screen = show(night)
    act(screen, "Print…").trigger()
    qtbot.waitUntil(lambda: "has no printer" in screen.problem.sentence, timeout=60_000)
    assert "save “Programme” as a PDF" in screen.problem.sentence


def test_printers_are_looked_for_beside_the_window_and_once_at_a_time(
    qtbot: QtBot, show: Show, night: Screening, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = show(night)
    asked: list[bool] = []
    go_on = Event()

    def slow() -> list[str]:
        asked.append(current_thread() is main_thread())
        go_on.wait()
        return ["Office"]

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", slow)
    act(screen, "Print…").trigger()
    act(screen, "Print…").trigger()
    qtbot.waitUntil(lambda: bool(asked), timeout=60_000)
    with qtbot.waitSignal(screen.context.news, timeout=60_000):
        go_on.set()
    assert asked == [False]
    assert printer.pages == screen.preview.pages
