"""The menu of the rule sets: keep the present rules under a name, choose others, share them as a file."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.files import write_whole
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.naming import ask_name
from tourdesk.programming.proposing.desk import RuleSet
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.proposing.writing import LARGEST_FILE, as_file, from_file

FOLDER = "fit/folder"
_SUFFIX = ".rules.json"


class RuleSets(QPushButton):
    """Opens a menu of the rules that are kept under names."""

    chosen = Signal(object, str)
    """Wishes, without films, and their name."""

    def __init__(
        self, context: Context, present: Callable[[], Wishes], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.desks.rules
        self._present = present
        self._latest = Latest(context.tasks, _("Reading the rules"), self)
        self.setText(_("Sets of rules ▾"))
        self.setProperty("chip", "more")
        self.setAutoDefault(False)
        self.setToolTip(_("Keep these rules under a name, choose others, or share them as a file"))
        self.clicked.connect(lambda: self._latest.ask(self._desk.rule_sets, self._open))

    def _open(self, sets: Sequence[RuleSet]) -> None:
        self.menu_of(sets).popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of(self, sets: Sequence[RuleSet]) -> QMenu:
        """The menu while these sets are kept."""
        menu = QMenu(self)
        present = Wishes(self._present().all)
        own = next((one for one in sets if one.wishes == present), None)
        menu.addAction(_("Keep these rules as…"), self._ask_new_name)
        if sets:
            menu.addSeparator()
        for one in sets:
            action = menu.addAction(
                one.name.replace("&", "&&"), partial(self.chosen.emit, one.wishes, one.name)
            )
            action.setCheckable(True)
            action.setChecked(one is own)
        menu.addSeparator()
        if own is not None:
            menu.addAction(_("Rename “{name}”…", name=own.name), lambda: self._ask_other_name(own))
            menu.addAction(_("Remove “{name}”", name=own.name), lambda: self.remove(own))
            menu.addSeparator()
        menu.addAction(_("Save as a file…"), lambda: self._choose_target(own.name if own else _("Rules")))
        menu.addAction(_("Take from a file…"), self._choose_source)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def save(self, name: str) -> None:
        """Keep the present rules under a name."""
        wishes = self._present()
        self._context.tasks.run(
            _("Keeping the rules"),
            lambda _progress: self._desk.save_rule_set(name, wishes),
            lambda saved: self._context.tell(_("These rules are kept as “{name}”.", name=saved.name)),
        )

    def rename(self, one: RuleSet, name: str) -> None:
        """Give a rule set another name."""
        self._context.tasks.run(
            _("Renaming the rules"),
            lambda _progress: self._desk.rename_rule_set(one.id, name),
            lambda renamed: self._context.tell(_("The rules are called “{name}” now.", name=renamed.name)),
        )

    def remove(self, one: RuleSet) -> None:
        """Remove a rule set; the news can bring it back."""
        desk, tasks = self._desk, self._context.tasks

        def put_back() -> None:
            tasks.run(
                _("Putting back"),
                lambda _progress: desk.save_rule_set(one.name, one.wishes),
                lambda _saved: None,
            )

        tasks.run(
            _("Removing the rules"),
            lambda _progress: desk.remove_rule_set(one.id),
            lambda removed: self._context.tell(
                _("The rules “{name}” were removed.", name=removed.name), _("Undo"), put_back
            ),
        )

    def write(self, file: Path, name: str) -> None:
        """Write the present rules into a file for others."""
        self._remember(file)
        content = as_file(name, self._present())
        self._context.tasks.run(
            _("Writing the rules"),
            lambda _progress: write_whole(file, content),
            lambda _nothing: self._context.tell(_("The rules were saved as “{file}”.", file=file.name)),
        )

    def read(self, file: Path) -> None:
        """Take rules from a file: they are kept under their name, and used."""
        self._remember(file)
        desk = self._desk

        def work() -> RuleSet:
            name, wishes = from_file(_content(file))
            there = {one.name.casefold() for one in desk.rule_sets()}
            free, number = name, 2
            while free.casefold() in there:
                free, number = _("{name} ({number})", name=name, number=number), number + 1
            return desk.save_rule_set(free, wishes)

        self._context.tasks.run(
            _("Reading the rules"),
            lambda _progress: work(),
            lambda read: self.chosen.emit(read.wishes, read.name),
        )

    def _ask_new_name(self) -> None:
        self._ask_name(_("Keep these rules"), "", self.save)

    def _ask_other_name(self, one: RuleSet) -> None:
        self._ask_name(_("Rename the rules"), one.name, lambda name: self.rename(one, name))

    def _ask_name(self, title: str, name: str, then: Callable[[str], None]) -> None:
        ask_name(self, title, _("Name of the rules:"), name, then)

    def _choose_target(self, name: str) -> None:
        proposal = str(self._folder() / f"{name}{_SUFFIX}")
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save the rules"), proposal, _("Rules (*.json)")
        )
        if chosen:
            file = Path(chosen)
            self.write(file if file.suffix else file.with_name(f"{file.name}{_SUFFIX}"), name)

    def _choose_source(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Take rules from a file"), str(self._folder()), _("Rules (*.json);;All files (*)")
        )
        if chosen:
            self.read(Path(chosen))

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._context.settings.value(FOLDER, documents)))

    def _remember(self, file: Path) -> None:
        self._context.settings.setValue(FOLDER, str(file.parent))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ProblemForUser(
            _("“{file}” cannot be read: {error}.", file=file.name, error=error.strerror or error)
        ) from error
