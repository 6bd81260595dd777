"""Building a programme: each deed of the user as one named step."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import Signal

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later, n_
from tourdesk.gui.programme import words
from tourdesk.gui.programme.carried import Carried
from tourdesk.gui.programme.typed import with_length
from tourdesk.gui.programme.work import Work
from tourdesk.programming import editing, steps
from tourdesk.programming.findings import title_of
from tourdesk.programming.nesting import hosts
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import WayOut

TAKE_PROPOSAL = later("Take the proposal")


class Builder(Work):
    """Work on a programme with everything that can be done to it."""

    select_wanted = Signal(list)
    """Item keys: what the deed was about is to be selected."""

    # Deeds. Positions are places between items, 0 before the first.

    def add_films(self, film_ids: Sequence[int], position: int) -> None:
        """Put films into the programme."""
        self._insert(self._film_items(film_ids), position)

    def add_item(self, kind: ItemKind, position: int) -> None:
        """Put something in that is no film, as long as it usually is."""
        item = _new(kind)
        if kind is ItemKind.INTERMISSION:
            self._take(steps.split(self.draft.programme, position, item), [item.key])
        else:
            self._insert([item], position)

    def remove(self, keys: Collection[str]) -> None:
        """Take items out; the one behind them is selected. Where an intermission goes its parts become one."""
        programme = self.draft.programme
        left = editing.remove(programme, keys)
        last = max(place for place, item in enumerate(programme.items) if item.key in keys)
        behind = [item.key for item in programme.items[last + 1 :]] or [item.key for item in left.items[-1:]]
        self.draft.step(_("Remove {what}", what=self._named(keys)), left)
        self.select_wanted.emit(behind[:1])

    def move(self, keys: Collection[str], position: int) -> None:
        """Put items together at another place."""
        self._take(steps.move(self.draft.programme, keys, position), keys)

    def move_earlier(self, keys: Collection[str]) -> None:
        """Each of the items one place up."""
        name = _("Move {what} up", what=self._named(keys))
        self.draft.step(name, editing.move_earlier(self.draft.programme, keys))

    def move_later(self, keys: Collection[str]) -> None:
        """Each of the items one place down."""
        name = _("Move {what} down", what=self._named(keys))
        self.draft.step(name, editing.move_later(self.draft.programme, keys))

    def swap(self, keys: Sequence[str]) -> None:
        """Exchange the places of two items."""
        if len(keys) != 2:
            self.context.tell(_("To swap, please select two items."))
            return
        programme = self.draft.programme
        pair = [programme.item(key) for key in keys]
        if pair[0].inside != pair[1].inside and hosts(programme.items) & set(keys):
            self.context.tell(_("An intermission cannot run during another one; these two stay."))
            return
        self._take(steps.swap(programme, keys[0], keys[1]), keys)

    def merge(self, keys: Sequence[str]) -> None:
        """Make one part of two: the selected intermission goes, or the next one behind the selected items."""
        items = self.draft.programme.items
        there = hosts(items)
        first = next((place for place, item in enumerate(items) if item.key in keys), 0)
        found = next((item.key for item in items[first:] if item.key in there), None)
        if found is None:
            self.context.tell(_("There is no intermission behind it, so there is nothing to merge."))
            return
        behind = next((item.key for item in items[first:] if item.key != found), "")
        self._take(steps.merge(self.draft.programme, found), list(keys) if found not in keys else [behind])

    def nest(self, keys: Collection[str], host: str | None = None) -> None:
        """Let items run during an intermission: the given one, or else the one next to the first of them."""
        items = self.draft.programme.items
        host = host or _nearest_host(items, keys)
        if host is None:
            self.context.tell(_("There is no intermission yet during which it could run."))
        elif hosts(items) & set(keys):
            self.context.tell(_("An intermission cannot run during another one."))
        else:
            self._take(steps.nest(self.draft.programme, keys, host), keys)

    def unnest(self, keys: Sequence[str]) -> None:
        """Let items that run during an intermission follow it instead."""
        programme = self.draft.programme
        inside = [key for key in keys if programme.item(key).inside is not None]
        if len(inside) == 1:
            self._take(steps.unnest(programme, inside[0]), keys)
        elif inside:
            changed = programme
            for key in reversed(inside):  # each goes right behind its intermission: so their order stays
                changed = editing.unnest(changed, key)
            self.draft.step(_("Show {what} after the intermission", what=self._named(inside)), changed)
            self.select_wanted.emit(list(keys))

    def nest_films(self, film_ids: Sequence[int], host: str) -> None:
        """Put films into the programme so that they run during an intermission."""
        items = self._film_items(film_ids)
        if not items:
            return
        programme = self.draft.programme
        behind = [item.key for item in programme.items].index(host) + 1
        keys = [item.key for item in items]
        name, changed = steps.nest(editing.insert(programme, behind, items), keys, host)
        self.draft.step(name, changed)
        self.select_wanted.emit(keys)

    def pin(self, key: str, at: time | None) -> None:
        """Pin an item to a clock time; None lets it follow the one before."""
        if self.draft.programme.item(key).inside is None:
            self._take(steps.pin(self.draft.programme, key, at))

    def unpin(self, *, films_alone: bool) -> None:
        """Let everything that is pinned to a clock time follow what comes before it, or the films alone."""
        programme = self.draft.programme
        pinned = [
            item.key
            for item in programme.items
            if item.pinned is not None and (item.version_id is not None or not films_alone)
        ]
        for key in pinned:
            programme = editing.pin(programme, key, None)
        self.draft.step(_("Let {what} start when it can", what=self._named(pinned)), programme)

    def set_bounds(self, key: str, least: int, most: int) -> None:
        """Make an item elastic, between these seconds."""
        self._take(steps.stretch(self.draft.programme, key, least, most))

    def toggle_elastic(self, key: str) -> None:
        """Make an item elastic within the bounds of its kind, or fix it at what it takes on the clock."""
        item = self.draft.programme.item(key)
        if item.version_id is not None:
            self.context.tell(_("A film lasts what its version lasts; it cannot be elastic."))
        elif item.elastic:
            order = self.draft.order
            taken = [one.item.seconds for one in order.items if one.item.key == key] if order else []
            self.set_seconds(key, next(iter(taken), None) or item.bounds[0])
        else:
            self.set_bounds(key, *words.usual_bounds(item))

    def acknowledge(self, keys: Collection[str]) -> None:
        """Take note of the run-times that films have now."""
        self._take(steps.acknowledge(self.draft.programme, keys))

    def take_way(self, way: WayOut) -> None:
        """Do what a finding's way out does to the programme: one step under its name."""
        if way.edit is not None:
            self.draft.step(way.name, way.edit(self.draft.programme))

    def put_in(self, carried: Carried, position: int) -> None:
        """Copy items of this or another programme to a position, their films as the library has them now."""
        shown = [item.version_id for item in carried.items if item.version_id is not None]
        try:
            films = iter(self.desk.version_items(shown))
        except ProblemForUser as problem:
            self.context.tell(problem.sentence)
            return
        items = [
            item
            if item.version_id is None
            else editing.set_version(Programme("", (item,)), item.key, next(films)).items[0]
            for item in carried.items
        ]
        name, changed = steps.copy_in(self.draft.programme, position, items, carried.name)
        before = {item.key for item in self.draft.programme.items}
        self.draft.step(name, changed)
        self.select_wanted.emit([item.key for item in changed.items if item.key not in before])

    def set_seconds(self, key: str, seconds: int) -> None:
        """Give an item that is no film a fixed duration."""
        changed = editing.set_seconds(self.draft.programme, key, seconds)
        self.draft.step(_("Duration of {what}", what=self._named([key])), changed)

    def set_typed_seconds(self, key: str, text: str) -> None:
        """Give an item the length that was typed. Raises ProblemForUser when it is none."""
        changed = with_length(self.draft.programme, key, text)
        self.draft.step(_("Duration of {what}", what=self._named([key])), changed)

    def preview_seconds(self, key: str, text: str) -> None:
        """Show what a typed duration would mean; what is no duration is not shown."""
        try:
            changed = with_length(self.draft.programme, key, text)
        except ProblemForUser:
            return
        self.draft.preview(changed)

    def preview_length(self, key: str, seconds: int | None) -> None:
        """Show what another duration would mean; None ends it."""
        if seconds is None:
            self.draft.preview(None)
            return
        self.draft.preview(editing.set_seconds(self.draft.programme, key, seconds))

    def preview_usual_gap(self, seconds: int | None) -> None:
        """Show what another gap would mean; None ends it."""
        if seconds is None:
            self.draft.preview(None)
            return
        self.draft.preview(editing.set_usual_gap(self.draft.programme, seconds))

    def set_title(self, key: str, title: str) -> None:
        """Give an item that is no film another title."""
        changed = editing.set_title(self.draft.programme, key, title)
        self.draft.step(_("Title of {what}", what=self._named([key])), changed, typing=f"title {key}")

    def set_gap(self, key: str, seconds: int | None) -> None:
        """Give an item its own gap, or the programme's again."""
        changed = editing.set_gap(self.draft.programme, key, seconds)
        self.draft.step(_("Gap after {what}", what=self._named([key])), changed)

    def set_usual_gap(self, seconds: int) -> None:
        """Another gap between all neighbours of a part."""
        self.draft.step(_("Gap of the programme"), editing.set_usual_gap(self.draft.programme, seconds))

    def set_script(self, key: str, script: str) -> None:
        """What the MC says."""
        changed = editing.set_script(self.draft.programme, key, script)
        self.draft.step(_("Script of {what}", what=self._named([key])), changed, typing=f"script {key}")

    def set_cue(self, key: str, cue: str) -> None:
        """What the projectionist does."""
        changed = editing.set_cue(self.draft.programme, key, cue)
        self.draft.step(_("Cue of {what}", what=self._named([key])), changed, typing=f"cue {key}")

    def set_version(self, key: str, version_id: int) -> None:
        """Show another version of a film."""
        programme = self.draft.programme
        item = programme.item(key)
        if item.film_id is None or item.version_id == version_id:
            return
        try:
            other = self.desk.film_item(item.film_id, version_id)
        except ProblemForUser as problem:
            self.context.tell(problem.sentence)
            return
        changed = editing.set_version(programme, key, other)
        self.draft.step(_("Version of {what}", what=self._named([key])), changed)

    def rename(self, name: str) -> None:
        """Give the programme another name. Raises ProblemForUser when it is empty or taken."""
        name = name.strip()
        programme = self.draft.programme
        if not name:
            raise ProblemForUser(_("A programme needs a name; please type one."))
        if any(one == name and number != programme.id for number, one in self.desk.names().items()):
            raise ProblemForUser(
                _("Another programme is already called “{name}”; please choose another name.", name=name)
            )
        self.draft.step(_("Name of the programme"), replace(programme, name=name))

    def take_proposal(self, programme: Programme) -> None:
        """Put the items of a proposal in place of those of now."""
        self.draft.step(_(TAKE_PROPOSAL), self.draft.programme.with_items(programme.items))
        self.select_wanted.emit([])

    def untake_proposal(self) -> None:
        """Undo that, unless something else was done since."""
        if self.draft.stack.undoText() == _(TAKE_PROPOSAL):
            self.draft.stack.undo()

    def detach(self) -> None:
        """Let a variation vary its master no more."""
        self._take(steps.detach(self.draft.programme))

    def _film_items(self, film_ids: Sequence[int]) -> list[Item]:
        """New items of films; none of them, with the reason told, when one is gone."""
        try:
            return self.desk.film_items(film_ids)
        except ProblemForUser as problem:
            self.context.tell(problem.sentence)
            return []

    def _insert(self, items: Sequence[Item], position: int) -> None:
        if not items:
            return
        if len(items) == 1:
            what = _("“{title}”", title=title_of(items[0]))
        else:
            what = n_("{n} item", "{n} items", len(items))
        self.draft.step(_("Add {what}", what=what), editing.insert(self.draft.programme, position, items))
        self.select_wanted.emit([item.key for item in items])

    def _take(self, step: steps.Step, select: Collection[str] | None = None) -> None:
        self.draft.step(step.name, step.programme)
        if select is not None:
            self.select_wanted.emit(list(select))

    def _named(self, keys: Collection[str]) -> str:
        titles = [title_of(item) for item in self.draft.programme.items if item.key in keys]
        if len(titles) == 1:
            return _("“{title}”", title=titles[0])
        return n_("{n} item", "{n} items", len(titles))


def _new(kind: ItemKind) -> Item:
    return Item(editing.new_key(), kind, words.kind(kind), words.USUAL_SECONDS[kind])


def _nearest_host(items: Sequence[Item], keys: Collection[str]) -> str | None:
    """The intermission next to the first of these items; of two as near the one before it."""
    there = hosts(items)
    places = [place for place, item in enumerate(items) if item.key in there]
    first = next((place for place, item in enumerate(items) if item.key in keys), 0)
    nearest = min(places, key=lambda place: (abs(place - first), place), default=None)
    return None if nearest is None else items[nearest].key
