"""The window. Qt is known here alone."""
