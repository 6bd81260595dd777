"""The button of the saved searches: choose one, keep the present one, rename or remove it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.steps import Steps
from tourdesk.gui.naming import ask_name
from tourdesk.library.finding.wanted import SavedSearch, Wanted


class SavedSearches(QPushButton):
    """Opens a menu of the searches that are kept."""

    wanted = Signal(object)
    """The Wanted of a saved search that was chosen."""

    def __init__(
        self, context: Context, steps: Steps, present: Callable[[], Wanted], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._steps = steps
        self._present = present
        self._latest = Latest(context.tasks, _("Reading the saved searches"), self)
        self.setText(_("Saved searches ▾"))
        self.setProperty("chip", "more")
        self.setToolTip(_("Keep this search, or choose one that was kept"))
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        desks = self._context.desks
        self._latest.ask(lambda: desks.finding.searches(), self._open)  # noqa: PLW0108 - the room is loaded beside the window

    def _open(self, searches: Sequence[SavedSearch]) -> None:
        present = self._present()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep = menu.addAction(
            _("Save this search…"), lambda: self._ask_name(_("Save this search"), "", self._save)
        )
        keep.setEnabled(present.narrowed)
        if searches:
            menu.addSeparator()
        for search in searches:
            action = menu.addAction(search.name.replace("&", "&&"), partial(self.wanted.emit, search.wanted))
            action.setCheckable(True)
            action.setChecked(_same(search.wanted, present))
        own = next((search for search in searches if _same(search.wanted, present)), None)
        if own is not None:
            self._add_changes(menu, own)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _add_changes(self, menu: QMenu, own: SavedSearch) -> None:
        menu.addSeparator()
        menu.addAction(
            _("Rename “{name}”…", name=own.name),
            lambda: self._ask_name(_("Rename the search"), own.name, lambda name: self._rename(own, name)),
        )
        menu.addAction(_("Remove “{name}”", name=own.name), lambda: self._remove(own))

    def _ask_name(self, title: str, name: str, then: Callable[[str], None]) -> None:
        ask_name(self, title, _("Name of the search:"), name, then)

    def _save(self, name: str) -> None:
        wanted, finding, steps = self._present(), self._context.desks.finding, self._steps

        def undo(saved: SavedSearch) -> None:
            before = saved.replaced
            steps.run(
                _("Taking it back"),
                lambda _progress: (
                    finding.remove_search(saved.id)
                    if before is None
                    else finding.save_search(saved.name, before)
                ),
                _("Taken back: the saved searches are as they were."),
            )

        def tell(saved: SavedSearch) -> None:
            if saved.replaced is None:
                said = _("“{name}” is among the saved searches.", name=saved.name)
            else:
                said = _("“{name}” is replaced by this search.", name=saved.name)
            steps.tell(said, lambda: undo(saved))

        self._context.tasks.run(
            _("Saving the search"), lambda _progress: finding.save_search(name, wanted), tell
        )

    def _rename(self, search: SavedSearch, name: str) -> None:
        finding, steps = self._context.desks.finding, self._steps

        def undo() -> None:
            steps.run(
                _("Taking it back"),
                lambda _progress: finding.rename_search(search.id, search.name),
                _("Taken back: the saved searches are as they were."),
            )

        self._context.tasks.run(
            _("Renaming the search"),
            lambda _progress: finding.rename_search(search.id, name),
            lambda renamed: steps.tell(_("The search is called “{name}” now.", name=renamed.name), undo),
        )

    def _remove(self, search: SavedSearch) -> None:
        finding, steps = self._context.desks.finding, self._steps

        def undo(removed: SavedSearch) -> None:
            steps.run(
                _("Putting back"),
                lambda _progress: finding.put_back_search(removed),
                _("Taken back: the saved searches are as they were."),
            )

        self._context.tasks.run(
            _("Removing the search"),
            lambda _progress: finding.remove_search(search.id),
            lambda removed: steps.tell(
                _("The search “{name}” was removed.", name=removed.name), lambda: undo(removed)
            ),
        )


def _same(kept: Wanted, present: Wanted) -> bool:
    """Whether two searches are for the same, in whatever order their values were chosen."""
    return kept.search.strip() == present.search.strip() and _sets(kept) == _sets(present)


def _sets(wanted: Wanted) -> dict[str, set[str]]:
    return {facet: set(values) for facet, values in wanted.chosen.items()}
