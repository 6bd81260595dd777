"""The window. Qt is known here alone."""

from tourdesk.gui.immortals import keep_alive
from tourdesk.gui.imports import import_plainly

keep_alive()
import_plainly()
