"""What the whole page says that one film's record does not: how its clocks are meant, which places repeat."""

import re
from dataclasses import dataclass

from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.vocabulary.folding import fold

_BLOCK = re.compile(
    r"\b(?:session|programme|program|screening|block|shorts|kurzfilmprogramm|séance|sesión|sessione|sessão|blok)\b(?: \d+)?$"
)
_FEW = 3
_VARIOUS = re.compile(
    r"(?:^|[/|,(•·–—:]\s*)(?:various(?: directors| filmmakers| artists)?|diverse(?: regisseure)?|verschiedene|divers(?: réalisateurs)?|"
    r"varios(?: directores)?|autori vari|registi vari|vários|różni|různí(?: režiséři)?|rôzni|razni|različni avtorji)\s*(?:$|[/|,)•·–—])",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS = re.compile(r"\s+[+&/|]\s+|\s*,\s+")
_EVENING = re.compile(
    r"\b(?:film ?fest(?:ival)?s?|festival|film tour|world tour|filmtour|festiwal|film night|shorts programme?)\b",
    re.IGNORECASE,
)

# The hundredths that parts of a minute are written with.
QUARTERS = frozenset({0, 25, 50})


@dataclass(frozen=True, slots=True)
class PageContext:
    """`minutes_and_seconds`: whether 1:30 on this page is a minute and a half (True), an hour and a half (False), or unknown.

    `names_repeat`: whether an unlabelled name stands among the facts of most films. `numbers_repeat`: whether
    a bare number stands where other films have their minutes. `decimals_are_clocks`: whether "8.45 min" on this page
    is eight minutes and 45 seconds (True), less than eight and a half (False: it also has "8.75 min"), or unknown.
    `alone`: whether it is the only film of the page.
    """

    minutes_and_seconds: bool | None
    names_repeat: bool
    numbers_repeat: bool
    decimals_are_clocks: bool | None
    alone: bool


def without_totals(text: str, groups: list[Group]) -> list[Group]:
    """The groups without run-times of the whole programme: the only one of a page, or the sum of what follows."""
    groups = _without_blocks(text, groups)
    runs = [_run(group) for group in groups]
    timed = [index for index, run in enumerate(runs) if run is not None]
    if timed == [0] and len(groups) >= 3 and len(groups[0].fields) >= 2:
        groups[0].facts = [fact for fact in groups[0].facts if fact.field != "runtime"]
        return groups
    if timed and timed[0] == 0 and len(timed) >= 3 and _is_evening(text, groups[0], runs):
        groups, runs, timed = groups[1:], runs[1:], [index - 1 for index in timed[1:]]
    left = sum(run for run in runs if run is not None)
    following = len(timed)
    told = sum(1 for group in groups if len(group.fields - {"unknown"}) >= 3)
    credited = all(group.fields >= {"runtime", "directors"} for group in groups[1:])
    longest = sorted(run for run in runs if run is not None)[-2:]
    kept = []
    for group, run in zip(groups, runs, strict=True):
        left -= run or 0
        following -= run is not None
        alone = group.fields - {"unknown", "section", "tags"} == {"runtime"}
        if alone and run is not None and len(timed) >= 3:
            if following >= 2 and abs(left - run) <= max(60, run // 30) and not group.prose:
                continue  # the sum of what follows
            of_all = told >= 2 or (credited and group is groups[0])
            if of_all and run == longest[-1] and run > longest[0]:
                continue  # the length of the evening, told like a film's
        kept.append(group)
    return kept


def _without_blocks(text: str, groups: list[Group]) -> list[Group]:
    """The groups without those that are called by the titles of other films of the page ("Core + Finale", 73 min)."""
    titles = {fold(text[slice(*group.title)]) for group in groups if group.title is not None}
    directed = sum(1 for group in groups if "directors" in group.fields)
    kept = []
    for group in groups:
        words = fold(text[slice(*group.title)]) if group.title is not None else ""
        parts = [part for part in _PARTS.split(words) if part]
        session = _BLOCK.search(words) and "directors" not in group.fields and directed >= _FEW
        if (session or _is_of_several(text, group)) and directed * 3 >= len(groups) * 2:
            continue  # "Children's session", 50 minutes
        if len(parts) < 2 or sum(1 for part in parts if part in titles) * 3 < len(parts) * 2:
            kept.append(group)
    return kept


def _is_of_several(text: str, group: Group) -> bool:
    """Whether a programme is told like a film, only made by several ("various / 75 min")."""
    last = max((fact.end for fact in group.facts), default=0)
    return group.title is not None and _VARIOUS.search(text, group.title[1], last) is not None


def _is_evening(text: str, first: Group, runs: list[int | None]) -> bool:
    """Whether what is told first is the evening itself, by its name and by lasting longer than each film."""
    words = text[slice(*first.title)] if first.title is not None else ""
    longest = max((run for run in runs[1:] if run is not None), default=0)
    return _EVENING.search(words) is not None and (runs[0] or 0) > longest


def _run(group: Group) -> int | None:
    return next(
        (
            fact.value.seconds
            for fact in group.facts
            if fact.field == "runtime" and isinstance(fact.value, Runtime)
        ),
        None,
    )


def context_of(groups: list[Group]) -> PageContext:
    """The context of a page's groups."""
    clocks: list[Runtime] = []
    decimals: set[int] = set()
    hundredths = False
    named = runs = numbers = 0
    for group in groups:
        runtimes = [
            fact.value for fact in group.facts if fact.field == "runtime" and isinstance(fact.value, Runtime)
        ]
        clocks += [run for run in runtimes if run.kind in {"clock2", "clock3"}]
        decimals |= {run.seconds % 60 for run in runtimes if run.kind == "decimal"}
        hundredths = hundredths or any(run.kind == "hundredths" for run in runtimes)
        named += any(fact.field == "directors" and not fact.labelled for fact in group.facts)
        runs += bool(runtimes)
        numbers += bool(group.numbers) and not runtimes
    minutes: bool | None = None
    pairs = [run for run in clocks if run.kind == "clock2"]
    if any(run.seconds >= 4 * 60 for run in pairs) or len(pairs) < len(clocks):
        minutes = True
    return PageContext(
        minutes,
        named >= 2 and named * 2 >= len(groups),
        numbers >= 1 and (runs >= 1 or numbers >= 2),
        False if hundredths else len(decimals - QUARTERS) >= 2 or None,
        len(groups) == 1,
    )
