"""The window's frame: rail, header with the night, status line, news."""
