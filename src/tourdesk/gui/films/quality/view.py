"""The quality check on the Films screen: its button with the number of findings, its list in the place of the films, and the way to the field that mends one."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.actions import add_action
from tourdesk.gui.context import Context
from tourdesk.gui.films import acts
from tourdesk.gui.films.pane import FilmPane
from tourdesk.gui.films.table.listing import FilmListing

if TYPE_CHECKING:  # The window opens before anybody asks what is wanting.
    from tourdesk.gui.films.quality.findings import QualityList
    from tourdesk.library.quality import Finding


class QualityView(QObject):
    """Shows what is wanting in the place of the list of films, and leads to where it is mended."""

    list_made = Signal(QWidget)
    """The list is there and is to get its place: in the place of the films, and among what Tab goes through."""

    def __init__(self, context: Context, owner: QWidget, listing: FilmListing, pane: FilmPane) -> None:
        super().__init__(owner)
        self._context = context
        self._listing = listing
        self._pane = pane
        self._field = ""
        self.toggle = add_action(
            owner,
            acts.QUALITY,
            self._switch,
        )
        pane.rebuilt.connect(self._go_to_field)
        pane.film_saved.connect(self._mended)

    @cached_property
    def list(self) -> "QualityList":
        """The list, made when it is first wanted: a start does not wait for it."""
        from tourdesk.gui.films.quality.findings import QualityList  # noqa: PLC0415 - see above

        made = QualityList(self._context)
        made.hide()
        made.counted.connect(self._say)
        made.film_wanted.connect(self._pane.show_film)
        made.field_wanted.connect(self._mend)
        return made

    @property
    def _made(self) -> bool:
        return "list" in vars(self)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops: nowhere as long as there is no list."""
        return (self.list.tree,) if self._made else ()

    def leave(self) -> None:
        """Show the films again."""
        if self.toggle.isChecked():
            self.toggle.trigger()

    def _switch(self) -> None:
        shown = self.toggle.isChecked()
        if not self._made:
            self.list_made.emit(self.list)
        comes, goes = (self.list, self._listing) if shown else (self._listing, self.list)
        comes.show()
        comes.enter()
        # Now: who had the keyboard in it would be taken to the next field, and large text be scrolled there.
        goes.hide()

    def _say(self, total: int) -> None:
        self.toggle.setText(_("Quality ({n:,})", n=total) if total else _("Quality"))

    def _mend(self, finding: "Finding") -> None:
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
