"""The first screen waits for nothing that it does not show."""

import subprocess
import sys


def test_the_films_come_without_database_layer_solver_papers_readers_and_search_engine() -> None:
    code = (
        "import sys, tourdesk.gui.app, tourdesk.gui.films.screen\n"
        "heavy = {'sqlalchemy', 'numpy', 'highspy', 'reportlab', 'openpyxl', 'rapidfuzz', 'alembic', 'PIL', 'PySide6.QtPdf'}\n"
        "print(*sorted(heavy & sys.modules.keys()))"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout.split() == []
