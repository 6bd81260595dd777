"""Which records are films of the page: each is weighed against the one of which the page tells most.

A page tells of its own films at length and of others in passing: below a heading, a line each, without a text. What is
told of a person, a talk or a visit has numbers too ("with Ann Gray (20 min)"), but stands beside a film whose people it
names. And what goes on with the same film's labels, below its text, is told of that film.
"""

import re
from collections import Counter

from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import is_dated

_HARD = frozenset({"runtime", "year", "directors", "countries", "languages", "producers", "original_title"})
# What parts one film from another: no two films of a page are told without any of these.
_OWN = frozenset({"runtime", "year", "directors", "title", "original_title"})
_STATED = 0.5
_TEXT = 2.0
_A_TEXT = 60
_RICH = 5.0
_MINUTE = 60
_SHELF = 8
_BESIDE = 3
_DIVIDERS = frozenset({"title", "text", "related", "noise", "foot", "section", "other", "weak"})
_BETWEEN = frozenset({"noise", "dated", "foot", "other"})
_WORDS = re.compile(r"\W+")
_OF_A_TALK = frozenset({"runtime", "unknown", "year"})
_LONG = 40
_LISTED = re.compile(r"[,;&/、・]|\s(?:and|und|et|y|e|og|och|i|a|και|и)\s")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SIGNS = 3
_DENSE = 2
_MANY = 3
_SEVERAL = 2


def own_films(text: str, marked: list[Marked], groups: list[Group]) -> list[Group]:
    """The groups that are films of the page, with what is told further down of the same film."""
    groups = _gone_on(marked, groups)
    makers = _Makers(text, groups)
    groups = [group for group in groups if not _tells_of_person(text, marked, group, makers)]
    if any(group.fields & _HARD > {"runtime"} for group in groups):
        groups = [
            group for group in groups if not (_borrows(group) and is_dated(marked[group.first].line.text))
        ]
    groups = _without_shelf(marked, groups)
    groups = _without_showing(marked, groups)
    return _without_bare(marked, groups)


def _gone_on(marked: list[Marked], groups: list[Group]) -> list[Group]:
    """The groups, those of labels alone that go on with the film before joined to it ("Countries: …" below its text)."""
    kept: list[Group] = []
    for group in groups:
        before = kept[-1] if kept else None
        if before is None or not _goes_on(marked, before, group):
            kept.append(group)
            continue
        have = before.fields
        before.facts.extend(fact for fact in group.facts if fact.field not in have)
        before.numbers.extend(group.numbers)
        before.last = max(before.last, group.last)
    return kept


def _goes_on(marked: list[Marked], before: Group, group: Group) -> bool:
    if group.fields & _OWN or not before.fields & _OWN or before.title is None:
        return False
    hard = [fact for fact in group.facts if fact.field in _HARD]
    labels = sum(1 for fact in hard if fact.labelled)
    if not hard or labels * 2 < len(hard) or group.fields & _HARD == before.fields & _HARD:
        return False
    # A title of its own, apart from what is above, begins a film of which the page does not say more.
    own = group.title_line == group.first - 1 and marked[group.title_line].line.gap > 0
    return not own or marked[group.title_line].line.text.endswith(":")


class _Makers:
    """The names of who made the page's films, to be found within titles and at the beginning of lines."""

    def __init__(self, text: str, groups: list[Group]) -> None:
        self._whole: dict[str, set[int]] = {}
        self._plain: dict[str, set[int]] = {}
        for group in groups:
            if group.title is not None:
                for name in _makers(text, group):
                    self._whole.setdefault(name, set()).add(id(group))
                    self._plain.setdefault(_plain(name), set()).add(id(group))
        self._lengths = {len(name) for name in self._whole}
        self._unspaced = {len(name) for name in self._plain if not name.isascii()}

    def within(self, title: str, group: Group) -> bool:
        """Whether a plain title holds the name of who made another film, and other words."""
        words = title.split()
        parts = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
        parts |= {
            part
            for size in self._unspaced
            for at in range(len(title) - size + 1)
            if not (part := title[at : at + size]).isascii()
        }
        return any(self._of_another(self._plain, part, group) for part in parts - {title})

    def begin(self, line: str, group: Group) -> bool:
        """Whether a sentence about who made another film begins a line: "Ann Gray has directed …"."""
        return any(
            self._of_another(self._whole, line[:length], group) and _goes_on_small(line[length:])
            for length in self._lengths
        )

    @staticmethod
    def _of_another(names: dict[str, set[int]], name: str, group: Group) -> bool:
        return bool(names.get(name, set()) - {id(group)})


def _tells_of_person(text: str, marked: list[Marked], group: Group, makers: _Makers) -> bool:
    """Whether a record is told of who made another film: a talk with her, what she made before."""
    if group.title is None or group.title_labelled:
        return False
    alone = group.title_line == group.first and group.fields <= _OF_A_TALK
    if alone and makers.within(_plain(text[slice(*group.title)]), group):
        return True
    lines = (entry.line.text for entry in marked[group.first : group.last + 1])
    return any(len(line) > _LONG and makers.begin(line, group) for line in lines)


def _goes_on_small(words: str) -> bool:
    # "Ann Gray and Jo Hart, Norway" is a list of names and no sentence.
    return words.lstrip()[:1].islower() and _LISTED.match(words) is None


def _makers(text: str, group: Group) -> list[str]:
    """The whole names of who made a film."""
    said = [text[fact.start : fact.end] for fact in group.facts if fact.field == "directors"]
    names = [name.strip() for words in said for name in _LISTED.split(words)]
    return [name for name in names if " " in name or (len(name) >= _SIGNS and _EAST_ASIAN.match(name))]


def _plain(words: str) -> str:
    return " ".join(_WORDS.split(fold(words))).strip()


def _told(marked: list[Marked], groups: list[Group]) -> list[float]:
    """How much the page tells of each group: its facts, those behind labels more, and a text."""
    out = []
    for number, group in enumerate(groups):
        stated = {fact.field for fact in group.facts if fact.labelled} & _HARD
        value = len(group.fields & _HARD) + _STATED * len(stated)
        out.append(value + (_TEXT if _text_of(marked, groups, number) >= _A_TEXT else 0.0))
    return out


def _text_of(marked: list[Marked], groups: list[Group], number: int) -> int:
    """How many letters of running text stand between a record's first line and the next record or heading."""
    group = groups[number]
    below = groups[number + 1] if number + 1 < len(groups) else None
    after = len(marked) if below is None else below.first if _borrows(below) else below.start
    total = sum(end - begin for begin, end in _inner(marked, group))
    for index in range(max(0, group.start), after):
        entry = marked[index]
        if entry.kind in {"related", "foot", "sponsors"} and index > group.last:
            break
        if entry.kind == "prose" and index != group.title_line:
            # A sign of East Asian writing says as much as several letters.
            total += len(entry.line.text) + _DENSE * len(_EAST_ASIAN.findall(entry.line.text))
    return total


def _borrows(group: Group) -> bool:
    """Whether a record of a length alone has a title from further up, with the film's text between."""
    return group.fields <= _OF_A_TALK and 0 <= group.title_line < group.first - 1


def _inner(marked: list[Marked], group: Group) -> list[tuple[int, int]]:
    lines = range(max(0, group.first), min(group.last + 1, len(marked)))
    return [span for index in lines for span in marked[index].facts.prose]


def _without_shelf(marked: list[Marked], groups: list[Group]) -> list[Group]:
    """The groups without the last ones, where these are a line each below a heading, and one film above has its text."""
    if len(groups) < 2:
        return groups
    told = _told(marked, groups)
    main = max(range(len(groups)), key=lambda number: (told[number], -number))
    if (
        told[main] < _RICH
        or _text_of(marked, groups, main) < _A_TEXT
        or any(told[number] >= _RICH for number in range(main))
    ):
        return groups
    for cut in range(main + 1, len(groups)):
        shape = groups[cut].fields & _HARD
        if shape != {"runtime"} and any(group.fields & _HARD == shape for group in groups[main + 1 : cut]):
            break  # told as the films above it are
        passing = all(_in_passing(marked, groups, number) for number in range(cut, len(groups)))
        if len(groups) - cut <= _SHELF and passing and _divided(marked, groups[main], groups[cut:]):
            return groups[:cut]
    return groups


def _in_passing(marked: list[Marked], groups: list[Group], number: int) -> bool:
    group = groups[number]
    stated = {fact.field for fact in group.facts if fact.labelled} & _HARD
    lines = max(group.last, group.title_line) - group.start + 1
    return lines <= 2 and len(stated) <= 1 and _text_of(marked, groups, number) < _A_TEXT


def _divided(marked: list[Marked], main: Group, rest: list[Group]) -> bool:
    """Whether a heading stands above the first of the records and nothing but them below it."""
    first = rest[0].start
    at = first - 1
    while at > main.last and marked[at].kind == "dated":
        at -= 1
    if at <= main.last or marked[at].kind not in _DIVIDERS or len(marked[at].line.text) > 60:
        return False
    # A shelf stands apart, and its films stand together; a title said twice is no heading.
    apart = marked[at].line.gap > 0 and marked[at].line.text != marked[first].line.text
    lines = {index for group in rest for index in range(group.start, max(group.last, group.title_line) + 1)}
    between = [index for index in range(first, max(lines)) if index not in lines]
    return apart and all(marked[index].kind in _BETWEEN for index in between)


def _without_showing(marked: list[Marked], groups: list[Group]) -> list[Group]:
    """The groups without a poor one right above the main film that says nothing else than it: when and where it is shown."""
    if len(groups) != 2:
        return groups
    told = _told(marked, groups)
    poor, main = groups
    if (
        told[1] < _RICH
        or told[0] * 2 > told[1]
        or poor.last != poor.first
        or main.start - poor.last > _BESIDE
    ):
        return groups
    lengths = [
        {getattr(fact.value, "seconds", 0) // _MINUTE for fact in group.facts if fact.field == "runtime"}
        for group in groups
    ]
    return [main] if lengths[0] & lengths[1] else groups


def _without_bare(marked: list[Marked], groups: list[Group]) -> list[Group]:
    """The groups without those of a length alone, in another place than the others' or with a time of day, on a page that tells more."""
    told = _told(marked, groups)
    bare = [
        group
        for number, group in enumerate(groups)
        if group.fields <= _OF_A_TALK and "runtime" in group.fields and told[number] <= 1.5
    ]
    full = [number for number, group in enumerate(groups) if len(group.fields & _HARD) >= _SEVERAL]
    if not bare or not full:
        return groups
    rich = max(told[number] for number in full)
    if len(full) < _MANY * len(bare) and not (len(full) == len(bare) == 1 and rich >= _RICH):
        return groups
    ways = Counter(groups[number].title_how for number in full)
    usual = ways.most_common(1)[0][0]
    return [
        group
        for group in groups
        if group not in bare or (group.title_how == usual and not is_dated(marked[group.first].line.text))
    ]
