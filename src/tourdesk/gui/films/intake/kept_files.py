"""Where the check that is under way is kept: two files beside the program's settings."""

import os
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings, QStandardPaths


class KeptFiles(NamedTuple):
    """The documents as they were given, and what was decided since."""

    documents: Path
    decisions: Path

    @classmethod
    def beside(cls, settings: QSettings) -> "KeptFiles":
        """Beside the program's settings; where they are no file, where the program keeps its data."""
        file = Path(settings.fileName())
        if os.name == "nt" and settings.format() is QSettings.Format.NativeFormat:
            data = QStandardPaths.StandardLocation.AppLocalDataLocation
            file = Path(QStandardPaths.writableLocation(data)) / "settings"
        return cls(file.parent / "unfinished-check.json", file.parent / "unfinished-check-decisions.json")

    @property
    def are_there(self) -> bool:
        """Whether a check was left unfinished."""
        return self.documents.is_file()
