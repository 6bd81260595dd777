"""Which lines belong to one film: groups of facts, the title that each has, and the running text that goes with it."""

from collections import Counter
from dataclasses import dataclass, field

from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.items import Item
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import is_company, names_likeness, person_likeness
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import is_generic, is_prose, not_a_title

_SINGLE = frozenset(
    {"runtime", "year", "directors", "countries", "section", "title", "original_title", "synopsis"}
)
_CERTAIN = 5.5
# No film has so many; a page that goes on like this is none, and must not take for ever.
_MOST_FACTS = 80
_ENDS = frozenset({"related", "foot", "sponsors"})


@dataclass(slots=True)
class Group:
    """The facts of one film: lines `first` to `last` (indices), and the title that was chosen."""

    first: int
    last: int
    facts: list[Fact] = field(default_factory=list)
    numbers: list[Item] = field(default_factory=list)
    title: tuple[int, int] | None = None
    title_how: str = ""
    title_line: int = -1
    begin: int = 0
    stop: int = 0
    prose: list[tuple[int, int]] = field(default_factory=list)
    section: Fact | None = None

    @property
    def fields(self) -> set[str]:
        return {fact.field for fact in self.facts}

    @property
    def start(self) -> int:
        """The index of the record's first line."""
        return min(self.first, self.title_line) if self.title_line >= 0 else self.first

    @property
    def weight(self) -> float:
        points = {"runtime": 3.0, "directors": 2.0, "synopsis": 1.5, "title": 2.0, "original_title": 2.0}
        total = sum(points.get(name, 1.5) for name in self.fields - {"unknown", "section", "tags"})
        return total + (
            1.0 if any(fact.labelled and fact.field == "directors" for fact in self.facts) else 0.0
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that a group might have, and how good it is."""

    layout: str
    start: int
    end: int
    line: int
    score: float
    how: str


def groups_of(text: str, marked: list[Marked], stop: int) -> list[Group]:
    """The groups of facts, one for each film, without titles yet."""
    groups: list[Group] = []
    current: Group | None = None
    for index in range(stop):
        entry = marked[index]
        if entry.kind != "facts" or _label_alone(marked, current, index):
            continue
        if _is_heading(marked, index, stop):
            entry.kind = "section"
            continue
        if (
            current is None
            or len(current.facts) > _MOST_FACTS
            or _begins_another(text, marked, current, index)
        ):
            current = Group(index, index)
            groups.append(current)
        current.last = index
        current.facts.extend(entry.facts.facts)
        current.numbers.extend(entry.facts.numbers)
    return _told(marked, groups)


def _label_alone(marked: list[Marked], current: Group | None, index: int) -> bool:
    """Whether a line is only the label of the next one, behind a line that may be the next film's title."""
    if current is None or marked[index].facts.facts:
        return False
    return marked[index - 1].kind == "title" and marked[index - 1].line.gap > 0


def _told(marked: list[Marked], groups: list[Group]) -> list[Group]:
    """The groups that tell enough to be films: alone, or because the same little is told of several titles."""
    shapes: dict[frozenset[str], int] = {}
    for group in groups:
        if _beside_title(marked, group):
            shape = frozenset(group.fields)
            shapes[shape] = shapes.get(shape, 0) + 1
    kept = []
    for group in groups:
        repeats = shapes.get(frozenset(group.fields), 0) if _beside_title(marked, group) else 0
        if (
            group.weight >= 3
            or (group.numbers and "directors" in group.fields)
            or (repeats >= 2 and len(group.fields) >= 2)
            or (repeats >= 3 and group.fields & {"year", "countries"})
        ):
            kept.append(group)
    return kept


def _beside_title(marked: list[Marked], group: Group) -> bool:
    entry = marked[group.first]
    if entry.facts.lead is not None:
        return not entry.facts.lead_tight
    return group.first > 0 and marked[group.first - 1].kind == "title"


def _is_heading(marked: list[Marked], index: int, stop: int) -> bool:
    """A section named on a line apart from other facts is the heading of the films below."""
    if not marked[index].facts.fields <= {"section", "tags"} or "section" not in marked[index].facts.fields:
        return False
    above = index > 0 and marked[index - 1].kind in {"facts", "weak", "other"} and marked[index].line.gap == 0
    below = (
        index + 1 < stop
        and marked[index + 1].kind in {"facts", "weak", "other"}
        and marked[index + 1].line.gap == 0
    )
    return not above and not below and index + 1 < stop


def _begins_another(text: str, marked: list[Marked], current: Group, index: int) -> bool:
    entry = marked[index]
    known = _by_shape(marked, current, index)
    if known is not None:
        return known
    have, new = current.fields & _SINGLE, entry.facts.fields & _SINGLE
    between = marked[current.last + 1 : index]
    titled = any(other.kind == "title" for other in between)
    if "title" in new and have:
        return not _same_title(text, marked[current.first], entry)
    clash = {name for name in have & new if titled or _differ(text, current, entry, name)}
    if clash - {"directors"} or (clash and (index > current.last + 1 or marked[current.last].facts.prose)):
        return True
    lead = entry.facts.lead
    if (
        lead
        and not is_generic(text[slice(*lead)])
        and entry.weight >= 3
        and len(have) >= 1
        and entry.facts.lead_kind != "name"
    ):
        return not (index == current.last + 1 and not have & new and len(new) < 2)
    above = marked[index - 1]
    if (
        above.kind == "title"
        and current.fields & {"runtime", "directors", "producers", "year"}
        and entry.facts.fields & (_SINGLE | {"producers"})
        and any(other.kind == "prose" for other in between)
    ):
        return True
    told = have & {"runtime", "year", "countries"} and new & {"runtime", "year", "countries", "directors"}
    return above.kind == "title" and titled and bool(told)


def _by_shape(marked: list[Marked], current: Group, index: int) -> bool | None:
    """Whether another film begins, where the shapes of the lines alone say it."""
    first, entry = marked[current.first].facts, marked[index]
    if first.complete:
        return True
    if _name_between(marked, current, index):
        return False
    dated = entry.facts.bracketed and entry.line.gap and entry.facts.fields == {"year"}
    if dated and "year" not in current.fields and first.lead is None and current.first == current.last:
        return True
    return None


def _name_between(marked: list[Marked], current: Group, index: int) -> bool:
    """Whether only a name stands between "Title [2003]" and the other facts of the film."""
    facts = marked[index].facts
    return (
        index == current.first + 2
        and marked[current.first].facts.lead is not None
        and current.fields <= {"year", "original_title"}
        and bool(facts.fields & {"runtime", "countries"})
        and marked[index].line.gap == marked[index - 1].line.gap == 0
        and names_likeness(marked[index - 1].line.text) >= 0.5
    )


def _same_title(text: str, first: Marked, entry: Marked) -> bool:
    """Whether a labelled title repeats the one that begins the record."""
    lead = first.facts.lead
    said = next(fact for fact in entry.facts.facts if fact.field == "title")
    return lead is not None and fold(text[slice(*lead)]).strip(" .\"'“”") == fold(
        text[said.start : said.end]
    ).strip(" .\"'“”")


def _differ(text: str, current: Group, entry: Marked, name: str) -> bool:
    old = [fact for fact in current.facts if fact.field == name]
    new = [fact for fact in entry.facts.facts if fact.field == name]
    return [_plain(text, fact) for fact in old] != [_plain(text, fact) for fact in new]


def _plain(text: str, fact: Fact) -> object:
    if fact.field == "runtime":
        return getattr(fact.value, "seconds", None)
    return fact.value if fact.value is not None else text[fact.start : fact.end].casefold()


# -- titles -----------------------------------------------------------------------------------------------------------


def choose_titles(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """Gives each group its title: the place that fits most groups of the page is tried first for all."""
    ways: list[dict[str, Candidate]] = []
    leads = Counter(
        text[slice(*lead)] for lead in (marked[group.first].facts.lead for group in groups) if lead
    )
    low = 0
    for number, group in enumerate(groups):
        high = groups[number + 1].first if number + 1 < len(groups) else len(marked)
        found = {way.layout: way for way in _candidates(text, marked, group, low, high)}
        lead = found.get("inline")
        if lead is not None and "up" in found and leads[text[lead.start : lead.end]] > 1:
            del found["inline"]  # a word that stands before the facts of several films: a kind of film
        ways.append(found)
        low = group.last + 1
    totals = {
        layout: sum(way[layout].score if layout in way else -2.0 for way in ways)
        for layout in ("inline", "up", "down")
    }
    order = sorted(totals, key=lambda layout: -totals[layout])
    taken: set[int] = set()
    for layout in ("label", "certain", *order):
        for group, way in zip(groups, ways, strict=True):
            best = way.get("inline" if layout == "certain" else layout)
            if group.title is not None or best is None or best.start in taken:
                continue
            if best.score >= _CERTAIN or (layout != "certain" and (best.score > 0 or layout == order[0])):
                taken.add(best.start)
                group.title, group.title_line, group.title_how = (best.start, best.end), best.line, best.how
    _without_borrowed_title(groups)


def _without_borrowed_title(groups: list[Group]) -> None:
    """Where films alike have no title in words, the first does not take the heading of the page for its own."""
    first = groups[0] if groups else None
    if first is None or not first.title_how.startswith("the nearest heading"):
        return
    if any(group.title is None and group.fields == first.fields for group in groups[1:]):
        first.title, first.title_line = None, -1


def _candidates(text: str, marked: list[Marked], group: Group, low: int, high: int) -> list[Candidate]:
    found: list[Candidate] = []
    for fact in group.facts:
        if fact.field == "title":
            line = next(
                i
                for i in range(group.first, group.last + 1)
                if marked[i].line.start <= fact.start <= marked[i].line.end
            )
            found.append(Candidate("label", fact.start, fact.end, line, 9.0, fact.how))
            break
    up = _above(marked, group, low)
    inline = _inline(text, marked, group, up)
    down = _below(marked, group, high)
    found += [way for way in (inline, up, down) if way is not None]
    return found


def _inline(text: str, marked: list[Marked], group: Group, up: Candidate | None) -> Candidate | None:
    facts = marked[group.first].facts
    if facts.lead is None:
        return None
    start, end = facts.lead
    words = text[start:end]
    dated = facts.bracketed and "year" in facts.fields
    if (is_generic(words) and not dated) or is_prose(words) or len(words) > 120 or not_a_title(words):
        return None
    score = 4.0 - (1.5 if facts.lead_tight else 0.0) + (1.5 if facts.bracketed else 0.0)
    if words.isupper() or words[0] in "\"“„«‘'「『《":
        score += 1.0
    named = any("between title" in fact.how for fact in facts.facts if fact.field == "directors")
    likeness = names_likeness(words) if up is not None and not named else 0.0
    if up is not None and likeness >= 0.5:
        score -= 4.5 if likeness >= 0.75 else 3.0 if up.score >= 4 else 0.0
    if len(words) < 2 or words[0].islower() or is_company(words):
        score -= 2.0
    return Candidate("inline", start, end, group.first, score, "the words before the film's facts")


def _above(marked: list[Marked], group: Group, low: int) -> Candidate | None:
    """The nearest line above that could be a title."""
    score = 4.0 - (2.5 if _title_sits_below(marked, group) else 0.0)
    tight = score
    for index in range(group.first - 1, low - 1, -1):
        entry = marked[index]
        if entry.kind in {"title", "break"}:
            if entry.kind == "break" and score < tight:
                return None
            words = entry.line.text
            if index > low and marked[index - 1].kind == "title" and _is_original(group, words):
                continue
            if (
                person_likeness(words) >= 1.0
                and index > low
                and marked[index - 1].kind == "title"
                and entry.line.gap == 0
            ):
                continue
            score += 0.5 if entry.line.gap or entry.line.heading or words.isupper() else 0.0
            how = (
                "the line above the film's facts"
                if score >= 4
                else "the nearest heading above the film's facts"
            )
            start, end = entry.title
            return Candidate("up", start, end, index, score, how)
        if entry.kind in {"prose", "text"}:
            score = min(score, tight - 1.5)
        elif entry.kind in _ENDS:
            return None
        elif (
            entry.kind == "weak"
            and index == group.first - 1
            and (index == low or marked[index - 1].kind != "title")
        ):
            # A title may be a number, a year or a short word that means a format elsewhere ("1917", "VO").
            return Candidate("up", *entry.title, index, 3.0, "the line above the film's facts")
        else:
            score -= 0.3
    return None


def _title_sits_below(marked: list[Marked], group: Group) -> bool:
    """Whether a blank line parts the facts from what is above, and a line that could be a title follows them at once."""
    if group.last + 2 >= len(marked) or marked[group.last].facts.prose or not marked[group.first].line.gap:
        return False
    below, after = marked[group.last + 1], marked[group.last + 2]
    return (
        below.kind == "title"
        and below.line.gap == 0
        and after.kind == "prose"
        and after.line.gap == 0
        and names_likeness(below.line.text) < 0.75
    )


def _is_original(group: Group, words: str) -> bool:
    """Whether a line below the title only repeats the original title that a label names."""
    return any(
        fact.field == "original_title" and fold(str(fact.value)) == fold(words) for fact in group.facts
    )


def _below(marked: list[Marked], group: Group, high: int) -> Candidate | None:
    for index in range(group.last + 1, min(high, group.last + 3)):
        entry = marked[index]
        if entry.kind == "title":
            score = 2.5 - entry.line.gap * 1.0
            return Candidate("down", *entry.title, index, score, "the line below the film's facts")
        if entry.kind != "noise":
            return None
    return None
