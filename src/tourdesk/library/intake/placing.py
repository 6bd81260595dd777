"""Where the titles of a page's films stand: before the facts, in the line above or below, above a name, behind a label.

Every film has its candidates with what each looks like by itself; the places that the films of a page have in
common strengthen their candidates, and the best one of all is taken first.
"""

from collections import Counter
from dataclasses import dataclass, replace

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.marked import ASIDES, Marked
from tourdesk.library.intake.people import is_company, names_likeness, person_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import is_generic, is_prose, not_a_title

_CERTAIN = 5.5
# What a place for titles that all films of a page have in common weighs against a single film's own looks.
_SHARED = 2.0
# What words cost that are left unexplained.
_LEFT_OVER = 1.5
_SHORT = 24
_ENDS = frozenset({"related", "foot", "sponsors"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that a group might have, and how good it is."""

    layout: str
    start: int
    end: int
    line: int
    score: float
    how: str


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
        before = ways[-1].get("inline") if ways else None
        if before is not None and "up" in found and _says(text, found["up"]) == _says(text, before):
            del found["up"]  # the film before is named once more
        ways.append(found)
        low = group.last + 1
    ways = _without_names(text, marked, groups, ways)
    order = []
    for led in (True, False):
        alike = [number for number, found in enumerate(ways) if ("inline" in found) == led]
        shared = _shared_layouts([ways[number] for number in alike])
        order += [
            (way.score + shared[way.layout], -number, way)
            for number in alike
            for way in ways[number].values()
        ]
    order.sort(key=lambda entry: entry[:2], reverse=True)
    taken: set[int] = set()
    for score, number, way in order:
        group = groups[-number]
        if group.title is None and way.start not in taken and score > 0:
            taken.add(way.start)
            group.title, group.title_line, group.title_how = (way.start, way.end), way.line, way.how
            group.title_labelled = way.layout == "label"
            if way.layout == "over":
                line = marked[_name_below(marked, way.line)].line
                how = how_.NAME_BELOW_TITLE
                group.facts.append(Fact("directors", line.start, line.end, None, how, labelled=False))
    _without_borrowed_title(groups)
    _from_the_heading_on(text, marked, groups)


def _name_below(marked: list[Marked], index: int) -> int:
    """The line with the name below a title, perhaps with a date between."""
    return next(at for at in range(index + 1, len(marked)) if marked[at].kind not in ASIDES)


def _says(text: str, way: Candidate) -> str:
    return fold(text[way.start : way.end]).strip(" .\"'“”")


def _without_names(
    text: str, marked: list[Marked], groups: list[Group], ways: list[dict[str, Candidate]]
) -> list[dict[str, Candidate]]:
    """The candidates; where the words before the facts are persons' names on most of a page, they are no titles."""
    likeness = []
    for group, found in zip(groups, ways, strict=True):
        way = found.get("inline")
        facts = marked[group.first].facts.facts
        named = any(fact.how == how_.NAME_BETWEEN for fact in facts if fact.field == "directors")
        alone = way is None or "up" not in found or named
        likeness.append(0.0 if way is None or alone else names_likeness(text[way.start : way.end]))
    share = sum(1 for value in likeness if value >= 0.5) / max(len(likeness), 1)
    out = []
    for group, value, found in zip(groups, likeness, ways, strict=True):
        loss = 4.5 if value >= 0.75 else 3.0 if value >= 0.5 and found["up"].score >= 4 else 0.0
        changed = dict(found)
        if "inline" in found:
            changed["inline"] = replace(found["inline"], score=found["inline"].score - loss * share)
            up = found.get("up")
            apart = up is not None and (up.line != group.first - 1 or marked[up.line].kind == "break")
            if apart and value < 0.5 and found["inline"].score >= 4:
                # Were the title further up, nothing would say what the words before the facts are.
                changed["up"] = replace(found["up"], score=found["up"].score - _LEFT_OVER)
        out.append(changed)
    return out


def _shared_layouts(ways: list[dict[str, Candidate]]) -> dict[str, float]:
    """How much each place of a title is strengthened by the films of the page that may have theirs there."""
    shared = {"label": _CERTAIN}
    for layout in ("inline", "up", "down", "over"):
        scores = [max(found[layout].score, -2.0) if layout in found else -2.0 for found in ways]
        shared[layout] = _SHARED * sum(scores) / max(len(scores), 1)
    return shared


def _without_borrowed_title(groups: list[Group]) -> None:
    """Where films alike have no title in words, the first does not take the heading of the page for its own."""
    first = groups[0] if groups else None
    if first is None or first.title_how != how_.HEADING_ABOVE:
        return
    if any(group.title is None and group.fields == first.fields for group in groups[1:]):
        first.title, first.title_line = None, -1


def _from_the_heading_on(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """A film whose title stands above its text and once more before its facts begins at the first of them."""
    low = 0
    for group in groups:
        if group.title is not None and group.title_line == group.first:
            said = fold(text[slice(*group.title)]).strip(" .\"'“”")
            for index in range(group.first - 1, low - 1, -1):
                words = fold(marked[index].line.text).strip(" .\"'“”")
                if marked[index].kind == "title" and (said == words or said.startswith(f"{words} /")):
                    group.title_line = index
                    break
        low = group.last + 1


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
    inline = _inline(text, marked, group)
    down = _below(marked, group, high)
    over = _over_name(marked, group, up, low)
    found += [way for way in (inline, up, down, over) if way is not None]
    return found


def _over_name(marked: list[Marked], group: Group, up: Candidate | None, low: int) -> Candidate | None:
    """The line above the nearest one, where that may be the name of who made the film."""
    if up is None or "directors" in group.fields or up.line - 1 < low or up.line == group.first - 1:
        return None
    at = up.line - 1
    while at > low and marked[at].kind in ASIDES and not marked[at].line.gap:
        at -= 1  # when it is shown, between the title and the name
    name, title = marked[up.line], marked[at]
    likeness = names_likeness(name.line.text)
    odd = title.kind in {"text", "weak"} and len(title.line.text) <= _SHORT
    if not (title.kind == "title" or odd) or name.line.gap or likeness < 0.5:
        return None
    if names_likeness(title.line.text) >= 1.0:
        return None
    how = how_.LINE_OVER_NAME
    return Candidate("over", *title.title, at, up.score + likeness, how)


def _inline(text: str, marked: list[Marked], group: Group) -> Candidate | None:
    facts = marked[group.first].facts
    if facts.lead is None:
        return None
    start, end = facts.lead
    words = text[start:end]
    dated = facts.bracketed and "year" in facts.fields
    # Words that look like a sentence are a title where a bracket with the film's length follows them.
    telling = is_prose(words) and not (facts.bracketed and "runtime" in facts.fields and words[-1] != ".")
    if (
        (is_generic(words) and not dated and not facts.complete and "directors" not in facts.fields)
        or telling
        or len(words) > 120
        or (not_a_title(words) and not facts.bracketed)
    ):
        return None
    score = 4.0 - (1.5 if facts.lead_tight else 0.0) + (1.5 if facts.bracketed else 0.0)
    if words.isupper() or words[0] in "\"“„«‘'「『《":
        score += 1.0
    if len(words) < 2 or words[0].islower() or is_company(words):
        score -= 2.0
    return Candidate("inline", start, end, group.first, score, how_.WORDS_BEFORE)


def _above(marked: list[Marked], group: Group, low: int) -> Candidate | None:
    """The nearest line above that could be a title."""
    score = 4.0 - (2.5 if _title_sits_below(marked, group) else 0.0)
    tight = score
    for index in range(group.first - 1, low - 1, -1):
        entry = marked[index]
        if entry.kind in {"title", "break"}:
            if entry.kind == "break" and (score < tight or index != group.first - 1):
                return None
            words = entry.line.text
            if index > low and marked[index - 1].kind == "title" and _is_original(group, words):
                continue
            if (
                person_likeness(words) >= 1.0
                and "directors" in group.fields
                and index > low
                and marked[index - 1].kind == "title"
                and entry.line.gap == 0
            ):
                continue
            score += 0.5 if entry.line.gap or entry.line.heading or words.isupper() else 0.0
            how = how_.LINE_ABOVE if score >= 4 else how_.HEADING_ABOVE
            start, end = entry.title
            return Candidate("up", start, end, index, score, how)
        if entry.kind in {"prose", "text"}:
            score = min(score, tight - 1.5)
        elif entry.kind == "foot":
            score -= 0.5  # "Follow", "Share": what stands below a page is said above its film, too
        elif entry.kind in _ENDS:
            return None
        elif (
            entry.kind == "weak"
            and not all(item.kind == "runtime" for item in entry.facts.items)
            and index == group.first - 1
            and (index == low or marked[index - 1].kind != "title")
        ):
            # A title may be a number, a year or a short word that means a format elsewhere ("1917", "VO").
            return Candidate("up", *entry.title, index, 3.0, how_.LINE_ABOVE)
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
            return Candidate("down", *entry.title, index, score, how_.LINE_BELOW)
        if entry.kind != "noise":
            return None
    return None
