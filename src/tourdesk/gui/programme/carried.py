"""Items on their way: what a drag or the clipboard carries from one place of a programme, or of another, to the next."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from tourdesk.programming.content import programme_content, programme_from
from tourdesk.programming.findings import title_of
from tourdesk.programming.programme import Item, Programme

ITEMS = "application/x-tourdesk-items"
"""Items with all that they say, and the programme from which they come, as JSON."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Items of a programme, in its order; `programme_id` is None for one that was never saved."""

    programme_id: int | None
    name: str
    items: tuple[Item, ...]

    @property
    def keys(self) -> list[str]:
        """The items' keys."""
        return [item.key for item in self.items]


def carry(items: Sequence[Item], programme: Programme) -> QMimeData:
    """Items of a programme for a drag or the clipboard; elsewhere their titles can be pasted as text."""
    mime = QMimeData()
    whole = Programme(programme.name, tuple(items), id=programme.id)
    mime.setData(ITEMS, json.dumps(programme_content(whole)).encode())
    mime.setText("\n".join(title_of(item) for item in items))
    return mime


def carried(mime: QMimeData) -> Carried | None:
    """What a drag or the clipboard carries; None when it is no items."""
    if not mime.hasFormat(ITEMS):
        return None
    whole = programme_from(json.loads(bytes(mime.data(ITEMS).data())))
    return Carried(whole.id, whole.name, whole.items)
