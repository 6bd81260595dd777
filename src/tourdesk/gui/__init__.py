"""The window. Qt is known here alone."""

# PySide6 reads the source of each module that is imported after it, to see whether it uses Qt. So what needs no
# Qt is imported first: a fifth of the time of a start.
import sqlalchemy.dialects.sqlite  # noqa: F401

import tourdesk.desks  # noqa: F401
from tourdesk.gui.immortals import keep_alive

keep_alive()
