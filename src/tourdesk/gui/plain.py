"""Words are shown as they were typed: Qt would take a name with `<b>` in it for HTML, and fetch the picture of an `<img>`."""

from html import escape, unescape
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

Label = TypeVar("Label", bound=QLabel)


def plain(label: Label) -> Label:
    """The label, which shows whatever it says as it is."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def as_typed(words: str) -> str:
    """Words for a tooltip, which Qt cannot be told to show as they are: those that may look like HTML are made HTML of."""
    if "<" in words or "&lt;" in words:
        return f"<span>{escape(words)}</span>".replace("\n", "<br>")
    return words


def words_of(tip: str) -> str:
    """The words of a tooltip that `as_typed` has made."""
    if not tip.startswith("<span>"):
        return tip
    return unescape(tip.removeprefix("<span>").removesuffix("</span>").replace("<br>", "\n"))
