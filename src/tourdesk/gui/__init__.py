"""The window. Qt is known here alone."""

from tourdesk.gui.immortals import keep_alive

keep_alive()
