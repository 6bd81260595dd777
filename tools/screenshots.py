#!/usr/bin/env python3
"""Opens the real window on a virtual screen and writes a picture of every screen.

usage: screenshots.py DATABASE FOLDER [--size 1280x800 …] [--scheme light|dark …] [--scale 1.0] [--screen NAME …]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import make_application
from tourdesk.gui.context import Context
from tourdesk.gui.frame.places import PLACES
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import Scheme, install
from tourdesk.gui.window import Window


def main() -> int:
    parser = argparse.ArgumentParser(description="Write a picture of every screen.")
    parser.add_argument("database")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", nargs="+", default=["1280x800", "1920x1080"])
    parser.add_argument("--scheme", nargs="+", default=["light", "dark"])
    parser.add_argument("--scale", type=float, default=1.0, help="size of text, 1.0 is the usual")
    parser.add_argument("--screen", nargs="+", default=[place.name for place in PLACES])
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with virtual_screen():
        for file in take(args):
            print(file)
    return 0


def take(args: argparse.Namespace) -> Iterator[Path]:
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        theme = install(app, settings)
        font = app.font()
        font.setPointSizeF(font.pointSizeF() * args.scale)
        app.setFont(font)
        window = Window(Context(open_desks(args.database, create=False), Tasks(app), settings))
        window.show()
        for size in args.size:
            window.resize(*map(int, size.split("x")))
            for scheme in args.scheme:
                theme.choose(Scheme(scheme))
                for name in args.screen:
                    window.show_screen(name)
                    settle(app)
                    file = args.folder / f"{name.lower()}-{size}-{scheme}.png"
                    window.grab().save(str(file))
                    yield file
        window.close()


def settle(app: QApplication, seconds: float = 1.5) -> None:
    """Let everything be read, drawn and slid in."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
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
