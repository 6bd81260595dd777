"""Types words into the search field of a real window, letter by letter: typing_in_window.py FILE SETTINGS WORDS.

Prints a JSON line for each key: the letters in the field, and milliseconds. `waits` is the clock's time from the key to the
painted rows and `busy` the processor's in the same time, in the whole program. Parts of it, on the processor: `query` asks the
library, beside the window; `model` takes what was found; `paint` draws the table. `by_hand` is what two tiers by hand take of
the processor for the same letters, right after.
"""

import json
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.test_search import by_hand
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest

from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import make_application
from tourdesk.gui.context import Context
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.films.table.listing import FilmListing
from tourdesk.gui.films.table.view import FilmTable
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import install
from tourdesk.gui.window import Window
from tourdesk.library.finding.desk import FindingDesk

LONGEST = 5
READY = 4.0
"""Seconds after the start: until then the window loads what other screens need."""


class Clock:
    """What the parts of one key have taken."""

    parts: dict[str, float]
    painted: tuple[float, float] | None

    def begin(self) -> None:
        self.parts, self.painted = {"query": 0.0, "model": 0.0, "paint": 0.0}, None
        self.began = time.perf_counter(), time.process_time()

    def timed(self, part: str, run: Callable[..., Any]) -> Callable[..., Any]:
        def timing(*args: Any, **named: Any) -> Any:
            began = time.thread_time()
            try:
                return run(*args, **named)
            finally:
                self.parts[part] += time.thread_time() - began
                if part == "paint":
                    self.painted = time.perf_counter(), time.process_time()

        return timing

    def said(self) -> dict[str, float]:
        wall, busy = self.painted or (time.perf_counter(), time.process_time())
        taken = {"waits": wall - self.began[0], "busy": busy - self.began[1], **self.parts}
        return {name: 1000 * seconds for name, seconds in taken.items()}


def words(connection: sqlite3.Connection, number: int) -> list[str]:
    """Words of titles, people and texts, more often of the former: what people look for."""
    chance = random.Random(3)  # noqa: S311 - the same words every time
    names = [row[0] for row in connection.execute("SELECT folded_names FROM film WHERE id % 37 = 0")]
    texts = [row[0] for row in connection.execute("SELECT folded_words FROM film WHERE id % 59 = 0")]
    some = (
        chance.choice(chance.choice(names if chance.random() < 0.6 else texts).split()) for _ in iter(int, 1)
    )
    long_enough = (word[:LONGEST] for word in some if len(word) > 2)
    return [next(long_enough) for _ in range(number)]


def main(file: Path, settings_file: str, number: int) -> None:
    app = make_application()
    settings = QSettings(settings_file, QSettings.Format.IniFormat)
    install(app, settings)
    clock = Clock()
    clock.begin()
    # Before the widgets are made: Qt asks the class.
    draw: Callable[[FilmTable, QPaintEvent], None] = FilmTable.paintEvent
    FilmTable.paintEvent = clock.timed("paint", draw)  # type: ignore[method-assign]  # measured from outside
    FindingDesk.find_best = clock.timed("query", FindingDesk.find_best)  # type: ignore[method-assign]
    FilmListing._show = clock.timed("model", FilmListing._show)  # type: ignore[method-assign]  # noqa: SLF001
    context = Context(open_desks(str(file), False), Tasks(app), settings)
    window = Window(context)
    window.resize(1280, 800)
    window.show()
    window.show_screen("Films")
    screen = window.screen_shown
    assert isinstance(screen, FilmsScreen)
    model = screen.listing.model

    def until(done: Callable[[], bool]) -> None:
        while not done():
            app.processEvents()
            # Looking takes time of the processor, too.
            time.sleep(0.001)

    def settled() -> None:
        quiet = 0
        while quiet < 5:
            app.processEvents()
            quiet = quiet + 1 if not context.tasks.running else 0
            time.sleep(0.0002)

    def answered(before: Sequence[int]) -> bool:
        # The same films again are not painted again.
        painted = clock.painted or model.ids is before or not model.ids
        return clock.parts["model"] > 0 and bool(painted)

    ready = time.perf_counter() + READY
    until(lambda: time.perf_counter() > ready and bool(model.rows))
    connection = sqlite3.connect(file)
    for word in words(connection, number):
        screen.search.clear()
        settled()
        for letters in range(1, len(word) + 1):
            before = model.ids
            clock.begin()
            QTest.keyClicks(screen.search, word[letters - 1])
            until(partial(answered, before))
            said = clock.said()
            settled()
            began = time.process_time()
            by_hand(connection, word[:letters])
            said |= {"letters": letters, "by_hand": 1000 * (time.process_time() - began)}
            print(json.dumps(said), flush=True)
    connection.close()
    window.close()
    context.tasks.stop_all()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
