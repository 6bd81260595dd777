#!/usr/bin/env python3
"""Opens the real window on a virtual screen and writes a picture of every screen.

usage: screenshots.py DATABASE FOLDER [--size 1280x800 …] [--scheme light|dark …] [--language en|de …] [--text 100]
                      [--screen NAME …]
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
from tourdesk.gui.frame.palette import Palette
from tourdesk.gui.frame.places import PLACES
from tourdesk.gui.language import SETTING as LANGUAGE_SETTING
from tourdesk.gui.language import install_language
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import TEXT_SETTING, Scheme, Theme, install
from tourdesk.gui.window import Window


def main() -> int:
    parser = argparse.ArgumentParser(description="Write a picture of every screen.")
    parser.add_argument("database")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", nargs="+", default=["1280x800", "1920x1080"])
    parser.add_argument("--scheme", nargs="+", default=["light", "dark"])
    parser.add_argument("--language", nargs="+", default=["en", "de"])
    parser.add_argument("--text", type=int, default=100, help="size of text in per cent")
    parser.add_argument("--screen", nargs="+", default=[place.name for place in PLACES])
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with virtual_screen():
        for file in take(args):
            print(file)
    return 0


def take(args: argparse.Namespace) -> Iterator[Path]:
    app = make_application()
    for language in args.language:
        with tempfile.TemporaryDirectory() as folder:
            settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
            settings.setValue(TEXT_SETTING, args.text)
            settings.setValue(LANGUAGE_SETTING, language)
            install_language(app, settings)
            theme = install(app, settings)
            desks = open_desks(args.database, create=False)
            window = Window(Context(desks, Tasks(app), settings))
            window.show()
            yield from pictures(window, app, theme, args, language)
            window.close()
            desks.database.close()


def pictures(
    window: Window, app: QApplication, theme: Theme, args: argparse.Namespace, language: str
) -> Iterator[Path]:
    """One picture of each screen, and one with the palette open, in every size and scheme."""
    for size in args.size:
        window.resize(*map(int, size.split("x")))
        for scheme in args.scheme:
            theme.choose(Scheme(scheme))
            for name in args.screen:
                window.show_screen(name)
                settle(app)
                yield save(window, args.folder / f"{name.lower()}-{size}-{scheme}-{language}.png")
            window.open_palette()
            settle(app)
            yield save(window, args.folder / f"palette-{size}-{scheme}-{language}.png")
            for palette in window.findChildren(Palette):
                palette.leave()


def save(window: Window, file: Path) -> Path:
    window.grab().save(str(file))
    return file


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
