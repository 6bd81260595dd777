"""Whether the program ended without being closed while a programme was worked on: a power cut, a kill."""

from uuid import uuid4

from PySide6.QtCore import QDir, QLockFile, QSettings

KEY = "programme/work"
"""The lock file of a desk that is at work; it is taken out of the settings when its window closes."""


class Unclosed:
    """Marks from the first step on that somebody is at work, by a lock that ends with the process."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self._lock: QLockFile | None = None

    def happened(self) -> bool:
        """Whether a desk that was at work is gone without having closed; told once."""
        file = str(self._settings.value(KEY, ""))
        if not file:
            return False
        lock = _lock(file)
        if not lock.tryLock(0):
            return False  # that desk is still at work
        lock.unlock()
        self._settings.remove(KEY)
        return True

    def begin(self) -> None:
        """Somebody is at work here."""
        if self._lock is not None:
            return
        file = QDir.temp().filePath(f"tourdesk-{uuid4().hex}.lock")
        self._lock = _lock(file)
        if self._lock.tryLock(0):
            self._settings.setValue(KEY, file)
            self._settings.sync()

    def end(self) -> None:
        """The window closes."""
        if self._lock is not None:
            if self._settings.value(KEY) == self._lock.fileName():
                self._settings.remove(KEY)
            self._lock.unlock()
            self._lock = None


def _lock(file: str) -> QLockFile:
    lock = QLockFile(file)
    lock.setStaleLockTime(0)  # an evening is long: the lock is over with its process, never by its age
    return lock
