"""The quality check on the Films screen: its button with the number of findings, its list in the place of the films, and the way to the field that mends one."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from tourdesk.foundation.language import _, later
from tourdesk.gui.actions import Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.films.pane import FilmPane
from tourdesk.gui.films.quality.findings import QualityList
from tourdesk.gui.films.table.listing import FilmListing
from tourdesk.library.quality import Finding


class QualityView(QObject):
    """Shows what is wanting in the place of the list of films, and leads to where it is mended."""

    def __init__(self, context: Context, owner: QWidget, listing: FilmListing, pane: FilmPane) -> None:
        super().__init__(owner)
        self._listing = listing
        self._pane = pane
        self._field = ""
        self.list = QualityList(context)
        self.list.hide()
        self.toggle = add_action(
            owner,
            Act(
                later("Quality"),
                "warning",
                "Ctrl+Shift+Q",
                later("What is wanting in the catalogue"),
                checkable=True,
            ),
            self._switch,
        )
        self.list.counted.connect(self._say)
        self.list.film_wanted.connect(pane.show_film)
        self.list.field_wanted.connect(self._mend)
        pane.rebuilt.connect(self._go_to_field)
        pane.film_saved.connect(self._mended)

    def leave(self) -> None:
        """Show the films again."""
        if self.toggle.isChecked():
            self.toggle.trigger()

    def _switch(self) -> None:
        shown = self.toggle.isChecked()
        self._listing.setVisible(not shown)
        self.list.setVisible(shown)
        if shown:
            self.list.enter()
        else:
            self._listing.enter()

    def _say(self, total: int) -> None:
        self.toggle.setText(_("Quality ({n:,})", n=total) if total else _("Quality"))

    def _mend(self, finding: Finding) -> None:
        self._field = finding.field
        self._pane.show_film(finding.film_id)
        self._pane.edit()

    def _go_to_field(self) -> None:
        """The form has been opened: put the focus where the finding is mended."""
        if self._pane.editing and self._field:
            field, self._field = self._field, ""
            # When the form has put the focus into its first field.
            QTimer.singleShot(0, self, lambda: self._pane.form.go_to(field))

    def _mended(self) -> None:
        if self.toggle.isChecked():
            self.list.enter()
