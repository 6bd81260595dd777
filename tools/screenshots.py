"""Opens the real window on a virtual screen and writes a picture of every screen, what it becomes, and every dialog.

usage: python -m tools.screenshots DATABASE FOLDER [--size 1280x800 …] [--scheme light|dark …] [--language en|de …] [--text 100]
                      [--view NAME …]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from tools.popups import POPUPS
from tools.views import VIEWS, View

from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import make_application
from tourdesk.gui.context import Context
from tourdesk.gui.garbage import Garbage
from tourdesk.gui.language import SETTING as LANGUAGE_SETTING
from tourdesk.gui.language import install_language
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import TEXT_SETTING, Scheme, Theme, add_companions, install
from tourdesk.gui.window import Window

LOOKS: Mapping[str, View] = {**VIEWS, **POPUPS}
"""All that is drawn."""
PATIENCE = 60
"""Seconds after which a view is drawn as it is then, so that one that does not come keeps none of the others back."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Write a picture of every screen.")
    parser.add_argument("database")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", nargs="+", default=["1280x800", "1920x1080"])
    parser.add_argument("--scheme", nargs="+", default=["light", "dark"])
    parser.add_argument("--language", nargs="+", default=["en", "de"])
    parser.add_argument("--text", type=int, default=100, help="size of text in per cent")
    parser.add_argument("--view", nargs="+", choices=LOOKS, default=list(LOOKS), metavar="NAME")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with virtual_screen():
        for file in take(args):
            print(file)
    return 0


def take(args: argparse.Namespace) -> Iterator[Path]:
    app = make_application()
    add_companions(app)
    # As in the program: a worker that took a widget away would end the run.
    garbage = Garbage(app)
    # Nothing lies under the mouse.
    QCursor.setPos(0, 0)
    for language in args.language:
        with tempfile.TemporaryDirectory() as folder:
            settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
            settings.setValue(TEXT_SETTING, args.text)
            settings.setValue(LANGUAGE_SETTING, language)
            install_language(app, settings)
            theme = install(app, settings)
            for name in args.view:
                # A copy for each: what is looked at may change what is there, and is remembered for the next window.
                database = Path(folder) / name.replace(" ", "-") / "festival.tourdesk"
                database.parent.mkdir()
                shutil.copy(args.database, database)
                desks = open_desks(str(database), create=False)
                remembered = QSettings(str(database.with_name("place.ini")), QSettings.Format.IniFormat)
                context = Context(desks, Tasks(app), remembered)
                window = Window(context)
                window.show()
                # Without a window manager nobody else gives it the keyboard.
                window.activateWindow()
                settle(app, context.tasks)
                LOOKS[name].open(window, context)
                end = time.monotonic() + PATIENCE
                while LOOKS[name].shown(window) is None and time.monotonic() < end:
                    settle(app, context.tasks, 0.2)
                settle(app, context.tasks)
                yield from pictures(
                    window, app, theme, args, f"{name.lower().replace(' ', '-')}-{{}}-{language}"
                )
                for dialog in window.findChildren(QDialog):
                    dialog.close()
                window.close()
                context.tasks.stop_all()
                desks.database.close()
    garbage.end()


def pictures(
    window: Window, app: QApplication, theme: Theme, args: argparse.Namespace, file: str
) -> Iterator[Path]:
    """A picture of what is shown now, in every size and scheme; a dialog has its own size."""
    over = [widget for widget in app.topLevelWidgets() if widget.isVisible() and widget is not window]
    shown = [app.activePopupWidget() or over[0]] if over else []
    for size in args.size if not shown else args.size[:1]:
        window.resize(*map(int, size.split("x")))
        for scheme in args.scheme:
            theme.choose(Scheme(scheme))
            settle(app, seconds=0.5)
            yield save(shown[0] if shown else window, args.folder / f"{file.format(f'{size}-{scheme}')}.png")


def save(window: QWidget, file: Path) -> Path:
    window.grab().save(str(file))
    return file


def settle(app: QApplication, tasks: Tasks | None = None, seconds: float = 1.5) -> None:
    """Let everything be read, drawn and slid in: for so long after the last work beside the window has ended."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if tasks is not None and tasks.running:
            end = time.monotonic() + seconds
        app.processEvents()
        time.sleep(0.01)


@contextmanager
def virtual_screen() -> Iterator[None]:
    """A virtual X screen where none is, for the time of the block."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        yield
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as said:
            os.environ["DISPLAY"] = f":{said.readline().strip()}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        yield
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
