"""The check that was not finished, kept on the disk: neither closing nor a crash loses what was read and typed.

Two files stand beside the program's settings: one with the documents as they were given, written when the check
begins; one with what was decided since, written anew after each decision.
"""

import base64
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tourdesk.foundation.files import write_whole
from tourdesk.gui.films.intake.draft import FilmDraft, empty_draft
from tourdesk.gui.films.intake.kept_files import KeptFiles
from tourdesk.library.comparing import Value
from tourdesk.library.films import Copy, Version
from tourdesk.library.intake.readings import Evidence
from tourdesk.library.reading_in import Given

Facts = dict[str, Any]

_SHAPE = 1
_SETS = ("kept", "confirmed")
_ANSWERS = ("accepted", "skipped", "leaves_stills")
"""What is decided of a `FilmDraft`: fields by name, and yes or no."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What a check is about, and what was decided of its films, as it was kept."""

    documents: tuple[Given, ...]
    decisions: tuple[Facts, ...]


class UnfinishedCheck:
    """The two files of the check that is under way."""

    def __init__(self, files: KeptFiles) -> None:
        self.files = files

    def begin(self, documents: Sequence[Given]) -> None:
        """Another check begins; called on a worker's thread. Raises ProblemForUser when there is no room to keep it."""
        self.forget()
        self.files.documents.parent.mkdir(parents=True, exist_ok=True)
        facts = {"shape": _SHAPE, "documents": [_given_as_json(given) for given in documents]}
        write_whole(self.files.documents, json.dumps(facts).encode())

    def keep(self, decisions: Sequence[Facts]) -> None:
        """What was decided so far, made by `decisions_of`. Raises ProblemForUser when there is no room to keep it."""
        write_whole(self.files.decisions, json.dumps({"shape": _SHAPE, "films": decisions}).encode())

    def forget(self) -> None:
        """The check is finished."""
        for file in (self.files.decisions, self.files.documents):
            with suppress(OSError):
                file.unlink()

    def found(self) -> Unfinished | None:
        """The check that was left unfinished; None when there is none, or nothing of it can be read any more."""
        try:
            facts = json.loads(self.files.documents.read_bytes())
            documents = tuple(_given_from_json(one) for one in facts["documents"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        try:
            decisions = tuple(json.loads(self.files.decisions.read_bytes())["films"])
        except (OSError, ValueError, KeyError, TypeError):
            decisions = ()
        return Unfinished(documents, decisions)


def decisions_of(drafts: Sequence[FilmDraft]) -> list[Facts]:
    """What somebody typed and decided, to be kept; of most films of a long listing that is nothing yet."""
    return [_decision(at, draft) for at, draft in enumerate(drafts) if _is_touched(draft)]


def decided(drafts: Sequence[FilmDraft], decisions: Sequence[Facts]) -> list[FilmDraft]:
    """The films as they were decided. What was decided of a film that is read otherwise now is left alone."""
    out = list(drafts)
    for decision in decisions:
        # Written by another version, or by hand: then it is as if nobody had decided.
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            at = int(decision["at"])
            if at == len(out) and decision["read"] == "":
                out.append(empty_draft())
            if 0 <= at < len(out) and decision["read"] == out[at].reading.title:
                _decide(out[at], decision)
    return out


def _is_touched(draft: FilmDraft) -> bool:
    decided = draft.accepted or draft.skipped or draft.confirmed or draft.leaves_stills
    return bool(draft.typed or decided or draft.kept != draft.proposed or not draft.reading.title)


def _decision(at: int, draft: FilmDraft) -> Facts:
    """What was decided of a film; what was not is left out, as one key may accept ten thousand of them."""
    facts: Facts = {"at": at, "read": draft.reading.title}
    if draft.typed:
        facts["typed"] = {name: _value_as_json(value) for name, value in draft.typed.items()}
    if draft.from_page:
        facts["from_page"] = {name: asdict(evidence) for name, evidence in draft.from_page.items()}
    for name in _SETS:
        if fields := getattr(draft, name):
            facts[name] = sorted(fields)
    for name in _ANSWERS:
        if getattr(draft, name):
            facts[name] = True
    return facts


def _decide(draft: FilmDraft, decision: Facts) -> None:
    typed = {name: _value_from_json(value) for name, value in decision.get("typed", {}).items()}
    from_page = {name: Evidence(**one) for name, one in decision.get("from_page", {}).items()}
    sets = {name: set(decision.get(name, ())) for name in _SETS}
    draft.typed, draft.from_page = typed, from_page
    for name, fields in sets.items():
        setattr(draft, name, fields)
    for name in _ANSWERS:
        setattr(draft, name, bool(decision.get(name)))


def _value_as_json(value: Value) -> Any:
    if isinstance(value, tuple):
        return [asdict(one) if isinstance(one, Version) else one for one in value]
    return value


def _value_from_json(value: Any) -> Value:
    if not isinstance(value, list):
        return value if isinstance(value, str | int | None) else str(value)
    if value and isinstance(value[0], dict):
        return tuple(
            Version(**one | {"copies": tuple(Copy(**copy) for copy in one["copies"])}) for one in value
        )
    return tuple(str(one) for one in value)


def _given_as_json(given: Given) -> Facts:
    if isinstance(given.content, str):
        return {"name": given.name, "text": given.content}
    return {
        "name": given.name,
        "bytes": base64.b64encode(given.content).decode("ascii"),
        "path": str(Path(given.path).absolute()) if given.path else "",
    }


def _given_from_json(facts: Facts) -> Given:
    if "text" in facts:
        return Given(str(facts["name"]), str(facts["text"]))
    return Given(str(facts["name"]), base64.b64decode(facts["bytes"]), str(facts.get("path", "")))
