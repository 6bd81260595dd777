"""What can be done on the Films screen, as its menus, buttons and the palette call it."""

from PySide6.QtGui import QKeySequence

from tourdesk.foundation.language import later
from tourdesk.gui.actions import Act

_KEYS = QKeySequence.StandardKey

PASTE = Act(later("Paste a film page"), "paste", _KEYS.Paste, later("Read the film page on the clipboard"))
OPEN = Act(later("Open files…"), "open", _KEYS.Open, later("Read film pages from files"))
NEW = Act(later("New film"), "add", _KEYS.New, later("Type a film by hand"))
SAMPLE = Act(
    later("Open the sample tour"),
    "tour",
    tip=later("Look around in a tour with films, nights and papers"),
)
SEARCH = Act(later("Search films"), "search", _KEYS.Find)
STILLS = Act(later("Stills"), "film", "Ctrl+G", later("Show stills instead of the table"), checkable=True)
EDIT = Act(later("Edit"), "edit", "F2", later("Edit the chosen films"))
REMOVE = Act(later("Remove"), "remove", _KEYS.Delete, later("Remove the chosen films"))
MERGE = Act(later("Merge…"), "copy", tip=later("Make two records of one film one"))
UNDO = Act(later("Undo"), "undo", _KEYS.Undo, later("Take the last step back"))
CANCEL = Act(later("Cancel"), "cancel", tip=later("Leave the film as it was (Esc)"))
SAVE = Act(later("Save"), "save", _KEYS.Save, later("Save this film"))
QUALITY = Act(
    later("Quality"), "warning", "Ctrl+Shift+Q", later("What is wanting in the catalogue"), checkable=True
)
COMMITTEE = Act(later("The committee…"), "edit", tip=later("Add, rename or let go members of the committee"))

FROM_ELSEWHERE = (PASTE, OPEN, NEW, SEARCH, QUALITY, COMMITTEE)
"""What the palette offers on the other screens, too: what needs no film to be chosen."""
