"""The Paper screen."""

from tourdesk.gui.screen import Screen


class PaperScreen(Screen):
    """The papers of the night."""

    name = "Paper"
    icon = "paper"
