"""The names, icons and keys of what is done with whole programmes, and of the ways through the programme screen."""

from tourdesk.foundation.language import later
from tourdesk.gui.actions import Act

SEARCH = Act(later("Search the library"), "search", "Ctrl+F")
INSERT = Act(
    later("Insert"), "add", "Ctrl+I", tip=later("Insert an intermission, a welcome, a sponsor spot …")
)
PIN = Act(later("Pin to a clock time"), "clock", "Ctrl+Shift+P", tip=later("Type when the item starts"))
PROPOSE = Act(
    later("Propose"), "fit", ("Ctrl+Return", "Ctrl+Enter"), later("Propose evenings that fit the slot")
)
MEND = Act(
    later("Make it fit"), "fit", tip=later("Find the smallest change after which the evening ends in time")
)
NEW = Act(later("New programme"), "add")
CHOOSE = Act(later("Choose a programme"), "programme")
DUPLICATE = Act(later("Duplicate this programme"), "copy")
VARY = Act(
    later("Vary for this night"),
    "programme",
    tip=later("A programme of this night’s own, which keeps the link to this one"),
)
PUBLISH = Act(
    later("Publish this programme"), "ok", tip=later("Freeze it as it is, with a number and the date")
)
PRINT = Act(later("Print the programme"), "print", tip=later("Choose the edition on the Paper screen"))
BESIDE = Act(later("Open another programme beside"), "open", "Ctrl+Shift+B")
RENAME = Act(later("Rename this programme"), "edit")
REMOVE = Act(later("Remove this programme"), "remove")
MAKE_NIGHT = Act(later("Make a night"), "calendar")
READ_AGAIN = Act(later("Read the programme again"), "redo")

FROM_ELSEWHERE = (NEW, CHOOSE, PROPOSE, SEARCH, INSERT, BESIDE, DUPLICATE, VARY, PUBLISH, RENAME, REMOVE)
"""What the palette offers on the other screens, too: what needs no item to be selected."""
