"""What can be done with the paper that is shown, as its buttons and the palette call it."""

from PySide6.QtGui import QKeySequence

from tourdesk.foundation.language import later
from tourdesk.gui.actions import Act

_KEYS = QKeySequence.StandardKey

SAVE = Act(later("Save as PDF…"), "export", _KEYS.Save)
PRINT = Act(later("Print…"), "print", _KEYS.Print)
PREVIOUS = Act(later("Previous page"), "previous", "Ctrl+PgUp")
NEXT = Act(later("Next page"), "next", "Ctrl+PgDown")
SMALLER = Act(later("Smaller"), "zoom-out", _KEYS.ZoomOut)
LARGER = Act(later("Larger"), "zoom-in", (_KEYS.ZoomIn, "Ctrl+="))
FIT_PAGE = Act(later("Whole page"), "fit-page", "Ctrl+0", checkable=True)
FIT_WIDTH = Act(later("Width of the page"), "fit-width", "Ctrl+9", checkable=True)

FROM_ELSEWHERE = (SAVE, PRINT)
"""What the palette offers on the other screens, too."""
