"""The first screen waits for nothing that it does not show."""

import os
import subprocess
import sys
from pathlib import Path

from tourdesk.desks import Desks
from tourdesk.library.films import Film

HEAVY = """
heavy = {'sqlalchemy', 'numpy', 'highspy', 'reportlab', 'openpyxl', 'rapidfuzz', 'alembic', 'PIL', 'PySide6.QtPdf'}
heavy |= {'tourdesk.gui.opening_dialog', 'tourdesk.gui.start_dialog', 'tourdesk.gui.films.find.facet_popup'}
"""


def test_the_films_come_without_database_layer_solver_papers_readers_and_search_engine() -> None:
    code = f"import sys, tourdesk.gui.app, tourdesk.gui.films.screen\n{HEAVY}\nprint(*sorted(heavy & sys.modules.keys()))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout.split() == []


START = (
    HEAVY
    + """
import os, sys
from dataclasses import is_dataclass
from PySide6.QtWidgets import QTableView
from tourdesk.bootstrap import command
from tourdesk.gui.films.table.view import FilmTable

def paint(self, event):
    QTableView.paintEvent(self, event)
    if self.model().rowCount():
        modules = {name: module for name, module in sys.modules.items() if name.startswith("tourdesk.")}
        slow = {
            value.__name__
            for name, module in modules.items()
            for value in vars(module).values()
            if isinstance(value, type) and is_dataclass(value) and value.__module__ == name
        }
        print("painted", *sorted(heavy & sys.modules.keys()), "and", *sorted(slow), flush=True)
        os._exit(0)

FilmTable.paintEvent = paint
command(["--database", sys.argv[1]])
"""
)


def test_a_start_paints_its_films_before_any_of_that_is_loaded(desks: Desks, tmp_path: Path) -> None:
    desks.library.save([Film("Johanna")])
    assert desks.database.file is not None
    env = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", START, desks.database.file],
        check=True,
        capture_output=True,
        text=True,
        env=env,
    )
    painted, _and, made = said.stdout.partition("and")
    assert painted.split() == ["painted"]
    # Python takes eight times as long for the class of a frozen dataclass as for a NamedTuple's. These are what the rows
    # are, which Qt's models would make lists of, and what others are made from by `replace`.
    assert set(made.split()) == {"FilmRow", "Member", "Night", "Tally", "Verdict", "Wanted"}
