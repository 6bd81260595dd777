"""Which lines belong to one film: groups of facts, without titles yet."""

from dataclasses import dataclass, field

from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import Item
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import is_generic

_SINGLE = frozenset(
    {"runtime", "year", "directors", "countries", "section", "title", "original_title", "synopsis"}
)
# No film has so many; a page that goes on like this is none, and must not take for ever.
_MOST_FACTS = 80


@dataclass(slots=True)
class Group:
    """The facts of one film: lines `first` to `last` (indices), and the title that was chosen."""

    first: int
    last: int
    facts: list[Fact] = field(default_factory=list)
    numbers: list[Item] = field(default_factory=list)
    title: tuple[int, int] | None = None
    title_how: str = ""
    title_labelled: bool = False
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


def groups_of(text: str, marked: list[Marked], stop: int) -> list[Group]:
    """The groups of facts, one for each film, without titles yet."""
    groups: list[Group] = []
    current: Group | None = None
    for index in range(stop):
        entry = marked[index]
        if (
            entry.kind != "facts"
            or _label_alone(marked, current, index)
            or _of_the_page(marked, groups, index)
        ):
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


def _of_the_page(marked: list[Marked], groups: list[Group], index: int) -> bool:
    """Whether tags below several films that have none are the page's own."""
    entry = marked[index]
    return (
        entry.facts.fields == {"tags"}
        and marked[index - 1].kind not in {"facts", "other", "weak"}
        and all(fact.labelled for fact in entry.facts.facts)
        and len(groups) >= 2
        and not any("tags" in group.fields for group in groups)
    )


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
            or marked[group.first].facts.complete
            or (group.numbers and "directors" in group.fields)
            or (repeats >= 2 and len(group.fields) >= 2)
            or (repeats >= 3 and group.fields & {"year", "countries", "directors"})
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
    clash -= {"countries"} if _goes_on(current, entry, index) else set()
    if index == current.last + 1 and not entry.line.gap:
        clash -= {"section"}  # "Strand: …" and "Section: …" in one block of labels
        clash -= {"year"} if _said_by_two_labels(current, entry) else set()
    if clash - {"directors"} or (clash and (index > current.last + 1 or marked[current.last].facts.prose)):
        return True
    lead = entry.facts.lead
    if (
        lead
        and not is_generic(text[slice(*lead)])
        and entry.weight >= 3
        and len(have) >= 1
        and (
            entry.facts.lead_kind != "name"
            or (entry.line.gap and text[lead[1] : lead[1] + 2].lstrip()[:1] == "(")
        )
    ):
        return not (index == current.last + 1 and not have & new and len(new) < 2)
    at = index - 1
    while at > current.last and marked[at].kind == "weak" and not marked[at + 1].line.gap:
        at -= 1
    above = marked[at]
    if (
        above.kind == "title"
        and current.fields & {"runtime", "directors", "producers", "year"}
        and entry.facts.fields & (_SINGLE | {"producers"})
        and any(other.kind == "prose" for other in between)
    ):
        return True
    told = have & {"runtime", "year", "countries"} and new & {"runtime", "year", "countries", "directors"}
    return above.kind == "title" and titled and bool(told)


def _said_by_two_labels(current: Group, entry: Marked) -> bool:
    """Whether "Released: 2019" and "Year of production: 2018" stand in one block."""
    years = [fact for fact in (*current.facts, *entry.facts.facts) if fact.field == "year"]
    return all(fact.labelled for fact in years) and len({fact.how for fact in years}) == len(years)


def _goes_on(current: Group, entry: Marked, index: int) -> bool:
    """Whether a line goes on with the value of the label on whose values the record ends ("Land", "Finland", "Sweden")."""
    if not current.facts or not entry.facts.facts:
        return False
    last, first = current.facts[-1], entry.facts.facts[0]
    return (
        index == current.last + 1
        and last.labelled
        and first.labelled
        and last.how == first.how
        and last.field == first.field
    )


def _of_a_heading(marked: list[Marked], current: Group, index: int) -> bool:
    """Whether what was told so far is of the page ("Genre: Short") and a film with a title of its own begins."""
    entry = marked[index]
    own = entry.facts.lead is not None and entry.facts.bracketed and "runtime" in entry.facts.fields
    between = any(other.kind == "title" for other in marked[current.last + 1 : index])
    of_the_page = current.fields <= {"tags", "languages", "section"}
    return of_the_page and entry.line.gap > 0 and (own or (between and "runtime" in entry.facts.fields))


def _by_shape(marked: list[Marked], current: Group, index: int) -> bool | None:
    """Whether another film begins, where the shapes of the lines alone say it."""
    first, entry = marked[current.first].facts, marked[index]
    if (
        (first.complete and not _labels_go_on(current, entry, index))
        or _alike(first, entry.facts)
        or _of_a_heading(marked, current, index)
    ):
        return True
    if _name_between(marked, current, index):
        return False
    dated = entry.facts.bracketed and entry.line.gap and entry.facts.fields == {"year"}
    if dated and "year" not in current.fields and first.lead is None and current.first == current.last:
        return True
    return None


def _labels_go_on(current: Group, entry: Marked, index: int) -> bool:
    """Whether a line right below is nothing but labels for what the film's first line does not say."""
    return (
        index == current.last + 1
        and not entry.line.gap
        and entry.facts.lead is None
        and not entry.facts.fields & current.fields
        and all(fact.labelled for fact in entry.facts.facts)
    )


def _alike(first: LineFacts, other: LineFacts) -> bool:
    """Whether two lines of facts have the same make: words before them, and the same hard facts after."""
    if first.lead is None or other.lead is None or (first.lead_kind == "name" and not first.bracketed):
        return False
    hard = first.fields & {"runtime", "year", "countries"}
    dated = first.bracketed and other.bracketed and not other.prose and not first.prose
    return ("runtime" in hard or (dated and bool(hard))) and hard == other.fields & {
        "runtime",
        "year",
        "countries",
    }


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
