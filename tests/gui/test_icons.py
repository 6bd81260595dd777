"""Icons outlive what Qt does with them. In a process of its own: where they do not, it ends."""

import subprocess
import sys
from pathlib import Path

CHANGED_COPIES = """
import sys
import tourdesk.gui
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication
from tourdesk.gui.icons import icon
from tourdesk.gui.theme import install

app = QApplication([])
install(app, QSettings(sys.argv[1], QSettings.Format.IniFormat))
search = icon("search")
for _ in range(100):
    copy = QIcon(search)
    copy.addPixmap(QPixmap(8, 8))  # Qt makes the copy's engine its own: a clone
    copy.pixmap(QSize(16, 16))
print("still here")
"""


def test_a_copy_of_an_icon_that_is_changed_is_still_drawn(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHANGED_COPIES, str(tmp_path / "settings.ini")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "still here", done.stderr
