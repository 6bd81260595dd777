"""The films of a check in a row: how far each is, how many there are of each kind, and which is next. No Qt."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tourdesk.gui.films.intake.draft import FilmDraft, State
from tourdesk.gui.films.saving import FilmFound
from tourdesk.library.changing import FilmChange

SURE = frozenset({State.NEW, State.CHANGED})
"""What asks nothing: a film of this state can be taken unseen."""


class LineUp:
    """The films of a page, of which one is looked at; `step` beyond the last film is the rest of the page.

    How far a film is takes a moment to find out, so that it is kept here; `changed` is told when somebody decided.
    """

    def __init__(self, drafts: Iterable[FilmDraft] = ()) -> None:
        self.drafts = list(drafts)
        self._states = [draft.state for draft in self.drafts]
        self._counts = Counter(self._states)
        self._worded = {at for at, draft in enumerate(self.drafts) if draft.words_kept and not draft.decided}
        self.step = next((at for at, draft in enumerate(self.drafts) if not draft.decided), 0)

    def __len__(self) -> int:
        return len(self.drafts)

    @property
    def states(self) -> Sequence[State]:
        """How far each film is."""
        return self._states

    @property
    def draft(self) -> FilmDraft | None:
        """The film that is looked at; None where the rest of the page is."""
        return self.drafts[self.step] if self.step < len(self.drafts) else None

    def add(self, draft: FilmDraft) -> None:
        """A film that the reader has missed, at the end; it is looked at now."""
        self.drafts.append(draft)
        self._states.append(draft.state)
        self._counts[draft.state] += 1
        self.step = len(self.drafts) - 1

    def changed(self) -> bool:
        """Somebody decided on the film that is looked at; whether it is in another state now."""
        draft = self.draft
        if draft is None:
            return False
        if not draft.words_kept or draft.decided:
            self._worded.discard(self.step)
        else:
            self._worded.add(self.step)
        if draft.state is self._states[self.step]:
            return False
        self._set(self.step, draft.state)
        return True

    def count(self, *states: State) -> int:
        """How many films are in one of these states."""
        return sum(self._counts[state] for state in states)

    @property
    def decided(self) -> int:
        """How many films ask nothing more."""
        return self.count(State.READY, State.SKIPPED, State.SAME)

    def in_group(self, group: State | None) -> list[int]:
        """The places of the films of a state; None: of all."""
        return [at for at, state in enumerate(self._states) if group in {None, state}]

    def take_sure(self, group: State | None = None) -> int:
        """Accept every film that asks nothing, of that state or of any; how many were accepted."""
        taken = 0
        for at, state in enumerate(self._states):
            if state in SURE and group in {None, state}:
                self.drafts[at].accept()
                self._set(at, self.drafts[at].state)
                self._worded.discard(at)
                taken += 1
        return taken

    @property
    def words_waiting(self) -> int:
        """How many films keep words of one's own where the page has others, and are not decided."""
        return len(self._worded)

    def take_words(self) -> None:
        """Take what was read in place of one's own words in all films that are not decided."""
        for at in self._worded:
            self.drafts[at].take_words()
            self._set(at, self.drafts[at].state)
        self._worded.clear()

    def next_open(self) -> int | None:
        """The next film that is not decided, behind the one that is looked at first; None when there is none."""
        count = len(self.drafts)
        order = [*range(self.step + 1, count), *range(min(self.step + 1, count))]
        decided = {State.READY, State.SKIPPED, State.SAME}
        return next((at for at in order if self._states[at] not in decided), None)

    def to_save(self) -> tuple[FilmFound, ...]:
        """The films that were accepted and are new or would change, beside the known ones as they were compared."""
        return tuple(
            FilmFound(FilmChange(draft.comparison.known, film), draft.stills_taken)
            for draft in self.drafts
            if (film := draft.to_save) is not None
        )

    @property
    def own_words(self) -> int:
        """How many accepted films keep words of one's own about which nobody has decided."""
        return sum(draft.accepted and bool(draft.words_kept) for draft in self.drafts)

    def saved_after(self) -> int:
        """How many films will be saved when the one that is looked at is accepted."""
        ready, draft = self.count(State.READY), self.draft
        return ready + (draft is not None and draft.state is not State.READY and draft.changes)

    def _set(self, at: int, state: State) -> None:
        self._counts[self._states[at]] -= 1
        self._counts[state] += 1
        self._states[at] = state
