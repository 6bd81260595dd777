"""What runs beside the window: questions while somebody types, and stills."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize
from PySide6.QtGui import QColor, QImage

from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.stills.pictures import Stills, filled
from tourdesk.library.films import Still
from tourdesk.library.stills import still_of

Settle = Callable[[], None]


def picture(colour: str, width: int = 40, height: int = 40) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows only file names
    return bytes(data.data())


def test_while_one_question_runs_only_the_last_of_the_others_is_asked(
    context: Context, settle: Settle
) -> None:
    owner = QObject()
    latest = Latest(context.tasks, "Searching", owner)
    go = Event()
    asked: list[str] = []
    answers: list[str] = []

    def slow() -> str:
        go.wait()
        return "first"

    def quick(word: str) -> Callable[[], str]:
        def work() -> str:
            asked.append(word)
            return word

        return work

    latest.ask(slow, answers.append)
    latest.ask(quick("second"), answers.append)
    latest.ask(quick("third"), answers.append)
    go.set()
    settle()
    assert asked == ["third"]
    assert answers == ["third"]


def test_a_question_that_fails_is_told_and_the_next_one_is_asked(
    context: Context, problems: list[object], settle: Settle
) -> None:
    owner = QObject()
    latest = Latest(context.tasks, "Searching", owner)
    answers: list[str] = []

    def broken() -> str:
        raise ValueError("broken")

    latest.ask(broken, answers.append)
    settle()
    latest.ask(lambda: "well", answers.append)
    settle()
    assert answers == ["well"]
    assert [str(problem) for problem in problems] == ["broken"]


def test_stills_come_when_they_are_asked_for_and_again_after_a_change(
    context: Context, film_ids: dict[str, int], settle: Settle
) -> None:
    library = context.desks.library
    mira, balance = film_ids["Mira"], film_ids["Balance"]
    first = library.set_stills(mira, [still_of(picture("red"), "a")]).after
    owner = QObject()
    stills = Stills(library.thumbnails, context.tasks, QSize(16, 9), owner)
    arrived: list[set[int]] = []
    stills.arrived.connect(arrived.append)
    assert stills.picture(mira) is None
    assert stills.picture(balance) is None
    settle()
    assert arrived == [{mira, balance}]
    shown = stills.picture(mira)
    assert shown is not None
    assert (shown.width(), shown.height()) == (16, 9)
    assert shown.toImage().pixelColor(8, 4).red() > 250
    assert stills.picture(balance) is None
    library.set_stills(mira, [still_of(picture("blue"), "a")], first)
    stills.forget([mira])
    stills.picture(mira)
    settle()
    shown = stills.picture(mira)
    assert shown is not None
    assert shown.toImage().pixelColor(8, 4).blue() > 250


def test_a_still_that_is_no_picture_is_shown_as_none(
    context: Context, film_ids: dict[str, int], settle: Settle
) -> None:
    context.desks.library.set_stills(film_ids["Mira"], [Still(b"", b"no picture")])
    owner = QObject()
    stills = Stills(context.desks.library.thumbnails, context.tasks, QSize(16, 9), owner)
    stills.picture(film_ids["Mira"])
    settle()
    assert stills.picture(film_ids["Mira"]) is None


def test_a_tall_picture_is_cut_rather_below_than_above() -> None:
    tall = QImage(10, 100, QImage.Format.Format_RGB32)
    tall.fill(QColor("white"))
    for line in range(36, 46):
        for column in range(10):
            tall.setPixelColor(column, line, QColor("red"))
    cut = filled(tall, QSize(10, 10))
    assert cut.pixelColor(5, 5) == QColor("red")
