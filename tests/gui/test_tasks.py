import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.gui.tasks import Task, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def until(go_on: threading.Event, then: Callable[[Progress], object]) -> Callable[[Progress], object]:
    def work(progress: Progress) -> object:
        while not go_on.wait(0.01):
            stop_if_cancelled(progress)
        return then(progress)

    return work


def test_the_result_comes_on_the_gui_thread_and_after_the_progress(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[object] = []
    go_on = threading.Event()

    def three_steps(progress: Progress) -> str:
        for step in range(1, 4):
            progress.at(step, 3)
        return "done"

    task = tasks.run(
        "Counting",
        until(go_on, three_steps),
        lambda result: heard.append((result, threading.current_thread())),
    )
    task.progressed.connect(lambda step, _total, _what: heard.append(step))
    go_on.set()
    with qtbot.waitSignal(task.ended):
        pass
    assert heard == [1, 2, 3, ("done", threading.main_thread())]
    assert tasks.running == 0


def test_work_that_is_stopped_gives_neither_result_nor_problem(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[object] = []
    tasks.problem.connect(heard.append)
    task = tasks.run("Waiting", until(threading.Event(), lambda _: 1), heard.append)
    with qtbot.waitSignal(task.ended):
        task.cancel()
    assert heard == []


def test_a_problem_that_nobody_handles_is_shown_by_the_frame(qtbot: QtBot, tasks: Tasks) -> None:
    def fails(_progress: Progress) -> None:
        raise ProblemForUser("It is locked; please close it.")

    with qtbot.waitSignal(tasks.problem) as told:
        tasks.run("Reading", fails, lambda _: None)
    assert str(told.args[0]) == "It is locked; please close it."


def test_a_mistake_in_what_follows_the_work_still_ends_it(qtbot: QtBot, tasks: Tasks) -> None:
    ended: list[Task] = []

    def fails(_result: object) -> None:
        raise ValueError("after the work")

    with qtbot.captureExceptions() as caught:
        task = tasks.run("Reading", lambda _progress: 1, fails)
        task.ended.connect(lambda: ended.append(task))
        qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(caught[0][1], ValueError)
