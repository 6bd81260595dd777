"""Labels that stand on lines of their own, names that go on below a labelled one, and labels that nobody knows."""

import re
from dataclasses import replace
from itertools import pairwise

from tourdesk.foundation.language import _
from tourdesk.library.intake.facts import PEOPLE, Fact, LineFacts
from tourdesk.library.intake.labelled import Label, labels_in, whole_line_label
from tourdesk.library.intake.lines import Line
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import is_company, is_native_name, names_likeness
from tourdesk.library.intake.values import value_of
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import NEEDS_COLON, OTHER, TOTAL, label_table
from tourdesk.library.intake.vocabulary.words import FOOT, GENRES, NAVIGATION
from tourdesk.library.intake.wording import is_dated, is_prose

_A_NAME = 0.5
_SEVERAL = 3
_NAME_AND_ROLES = re.compile(r"(?P<name>[^,:()\d\n]{4,60}),\s?(?P<roles>[A-Z][^:()\d\n]{2,60})")
_ROLE_SIGN = re.compile(r"\s*[,/&]\s*|\s+and\s+")


def labels_of_other_lines(text: str, marked: list[Marked]) -> None:
    """What labels say of the lines below and above their own."""
    _unknown_labels(marked)
    _roles_behind_commas(text, marked)
    _labels_on_lines_of_their_own(text, marked)
    _continued_names(text, marked)
    _continued_others(marked)


def _continued_others(marked: list[Marked]) -> None:
    """The name below "Based on The Long Wall" ("by Ann Gray") is no director's."""
    for above, entry in pairwise(marked):
        if (
            above.kind == "other"
            and entry.line.text.startswith("by ")
            and entry.facts.fields == {"directors"}
        ):
            entry.kind, entry.facts = "other", LineFacts(other=True)


def _labels_on_lines_of_their_own(text: str, marked: list[Marked]) -> None:
    """Labels as "Director" on one line with the name on the next."""
    fields = [_own_label(entry) for entry in marked]
    labelled = sum(1 for entry in marked if any(fact.labelled for fact in entry.facts.facts))
    bare = 2 * (labelled >= 3) + sum(
        1
        for entry, field in zip(marked, fields, strict=True)
        if field and not entry.line.text.rstrip().endswith(":")
    )
    behind = _roles_behind_names(marked, fields)
    for index, field in enumerate(fields):
        if field is None:
            continue
        entry = marked[index]
        if index in behind:
            _value_above(text, marked, index, field)
            continue
        if field == OTHER and _left_empty(marked, index):
            entry.kind, entry.facts = "other", LineFacts(other=True)
            continue
        colon = entry.line.text.rstrip().endswith(":")
        if not colon and (bare < 2 or (bare < 3 and fold(entry.line.text).strip(" .") in NEEDS_COLON)):
            continue
        if not colon and entry.kind in {"foot", "sponsors", "related"} and field == OTHER:
            continue
        taken = _values_below(text, marked, fields, index, field)
        if taken or colon:
            entry.kind = "other" if not taken else "facts"
            entry.facts.weight = max(entry.facts.weight, 1.0)


def _left_empty(marked: list[Marked], index: int) -> bool:
    """Whether a label without a value stands in a block in which the next line has its label and its value."""
    below = marked[index + 1] if index + 1 < len(marked) else None
    if below is None or below.line.gap or marked[index].line.gap or "\t" not in below.line.text:
        return False
    return any(fact.labelled for fact in below.facts.facts)


def _continued_names(text: str, marked: list[Marked]) -> None:
    """Names one per line below a labelled one; not where the next film's title stands there."""
    first = _first_label(text, marked)
    for index, entry in enumerate(marked):
        facts = entry.facts.facts
        if (
            entry.kind != "facts"
            or not facts
            or facts[-1].field not in PEOPLE
            or not facts[-1].labelled
            or text[facts[-1].end : entry.line.end].strip(" ,")
        ):
            continue
        stop = index + 1
        while (
            stop < len(marked)
            and marked[stop].kind == "title"
            and marked[stop].line.gap == 0
            and (
                text[marked[stop - 1].line.end - 1] == ","  # "…, Studio Munka," and "Studio Puk" below
                or fold(marked[stop].line.text.split(maxsplit=1)[0]) not in label_table()
            )
            and (names_likeness(marked[stop].line.text) >= 0.5 or text[marked[stop - 1].line.end - 1] == ",")
        ):
            stop += 1
        after = marked[stop] if stop < len(marked) else None
        listed = text[entry.line.end - 1] == ","
        if not listed and (
            stop == index + 1 or after is None or after.line.gap or after.kind not in {"facts", "other"}
        ):
            continue
        if not listed and after is not None and _label_words(text, after) in {"", first}:
            continue
        for below in marked[index + 1 : stop]:
            fact = Fact(facts[-1].field, below.line.start, below.line.end, None, facts[-1].how, labelled=True)
            below.kind, below.facts = "facts", LineFacts(facts=[fact], weight=1.5)


def _first_label(text: str, marked: list[Marked]) -> str:
    return next((words for words in (_label_words(text, entry) for entry in marked) if words), "")


def _label_words(text: str, entry: Marked) -> str:
    """The label that begins a line, folded; empty when none does."""
    labels = labels_in(text, entry.line.start, entry.line.end)
    return fold(labels[0].words) if labels and labels[0].start == entry.line.start else ""


def _roles_behind_commas(text: str, marked: list[Marked]) -> None:
    """Lines as "Ann Gray, Director" and "Jo Hart, Writer, Producer", where several of them have the shape."""
    found: list[tuple[Marked, Label]] = []
    for entry in marked:
        match = _NAME_AND_ROLES.fullmatch(text, entry.line.start, entry.line.end)
        if match is None or entry.kind in {"prose", "break"} or names_likeness(match["name"]) < _A_NAME:
            continue
        fields = [label_table().get(fold(role)) for role in _ROLE_SIGN.split(match["roles"])]
        if all(field in {"directors", "producers", OTHER} for field in fields):
            field = next((one for one in ("directors", "producers") if one in fields), OTHER)
            span = match.span("name")
            found.append((entry, Label(field, span[0], *span, match["roles"], colon=True)))
    for entry, label in found if len(found) >= _SEVERAL else ():
        out = LineFacts()
        if label.field in PEOPLE:
            value_of(text, label, (label.value_start, label.value_end), out)
        out.other, out.weight = not out.facts, 1.5 * len(out.facts)
        entry.facts, entry.kind = out, "facts" if out.facts else "other"


def _unknown_labels(marked: list[Marked]) -> None:
    """A word before a colon that stands below facts and comes again on the page is a label, if not one of ours."""
    heads: dict[str, list[Marked]] = {}
    for above, entry, below in zip(marked, marked[1:], [*marked[2:], None], strict=False):
        head, colon, rest = entry.line.text.partition(":")
        if (
            not colon
            or not rest.strip()
            or entry.kind not in {"title", "text", "prose", "dated"}
            or len(head) > 30
        ):
            continue
        if (
            entry.line.gap == 0
            and above.kind in {"facts", "other"}
            and len(head.split()) <= 3
            and not head.isupper()
        ):
            heads.setdefault(fold(head), []).append(entry)
            between = below is not None and below.line.gap == 0 and below.kind in {"facts", "other"}
            if entry.kind != "prose" and (above.kind == "other" or between):
                entry.kind = "other"
    for entries in heads.values():
        for entry in entries if len(entries) >= 2 else ():
            entry.kind = "other"


def _roles_behind_names(marked: list[Marked], fields: list[str | None]) -> set[int]:
    """The roles that stand on the line after their name; there the run of names and roles begins with a name."""
    found: set[int] = set()
    index = 1
    while index < len(marked):
        if not _role(marked[index], fields[index]) or not _name_line(marked[index - 1], fields[index - 1]):
            index += 1
            continue
        run = [index]
        while (
            run[-1] + 2 < len(marked)
            and _role(marked[run[-1] + 2], fields[run[-1] + 2])
            and _name_line(marked[run[-1] + 1], fields[run[-1] + 1])
        ):
            run.append(run[-1] + 2)
        begins = index < 2 or not _role(marked[index - 2], fields[index - 2])
        ends = run[-1] + 1 >= len(marked) or not _name_line(marked[run[-1] + 1], fields[run[-1] + 1])
        # Pairs that blank lines part say themselves which name a role belongs to.
        pairs = all(marked[at].line.gap == 0 < marked[at - 1].line.gap for at in run)
        if pairs or (begins and ends and not _opened_by_role(marked, fields, index - 1)):
            found |= set(run)
        index = run[-1] + 1
    return found


def _opened_by_role(marked: list[Marked], fields: list[str | None], index: int) -> bool:
    """Whether the block of roles and names in which a name stands begins with a role: there roles are above."""
    while index > 0 and not marked[index].line.gap:
        above = index - 1
        if not (_role(marked[above], fields[above]) or _name_line(marked[above], fields[above])):
            break
        index = above
    return _role(marked[index], fields[index])


_OF_A_LIST = re.compile(
    r"award|prize|festival|preis|prix|premio|cast|nagrod|screening|termin|starring|sélection", re.IGNORECASE
)


def _role(entry: Marked, field: str | None) -> bool:
    return field in {"directors", "producers", OTHER} and not entry.line.text.rstrip().endswith(":")


def _name_line(entry: Marked, field: str | None) -> bool:
    named = names_likeness(entry.line.text) >= 0.5 or is_company(entry.line.text)
    return field is None and entry.kind == "title" and named


def _value_above(text: str, marked: list[Marked], index: int, field: str) -> None:
    above = marked[index - 1]
    marked[index].kind = above.kind = "other"
    above.facts = LineFacts()
    if field in PEOPLE:
        fact = _value_fact(
            text, above.line, field, _("the role '{role}' on the line below", role=marked[index].line.text)
        )
        if fact is not None:
            above.kind = "facts"
            above.facts = LineFacts(facts=[fact], weight=3.0 if field == "directors" else 1.5)


def _own_label(entry: Marked) -> str | None:
    if entry.kind in {"facts", "prose", "break", "total"} or len(entry.line.text) > 44:
        return None
    if fold(entry.line.text) in GENRES or fold(entry.line.text) in NAVIGATION:
        return None
    return whole_line_label(entry.line.text)


def _values_below(text: str, marked: list[Marked], fields: list[str | None], index: int, field: str) -> bool:
    """Takes the lines below a label as its value."""
    taken = False
    how = _("label “{label}”", label=marked[index].line.text.strip(" .:"))
    for below in range(index + 1, len(marked)):
        entry = marked[below]
        if fields[below] is not None or (
            entry.kind == "facts" and any(fact.labelled for fact in entry.facts.facts)
        ):
            break
        several = field in PEOPLE | {"countries", "languages", "tags"}
        heading = entry.line.gap > 1 and not marked[index].line.text.rstrip().endswith(":")
        if heading or (below > index + 1 and (entry.line.gap > 0 or not several)):
            break
        if field in {OTHER, TOTAL}:
            if field == OTHER and "runtime" in entry.facts.fields and len(entry.facts.fields) >= 2:
                break  # "World Premiere" above the facts is no label of theirs
            if (
                (below > index + 1 and entry.line.gap)
                or entry.line.gap > int(marked[index].line.text.endswith(":"))
                or entry.kind == "prose"
                or below > index + 15
            ):
                break
            if below > index + 1 and not (
                marked[index].line.text.endswith(":") and _OF_A_LIST.search(marked[index].line.text)
            ):
                break
            entry.kind = "other"
            entry.facts = LineFacts()
            taken = True
            continue
        if field in {"synopsis", "logline"} or (field == "tags" and entry.kind == "noise"):
            return False
        fact = _value_fact(text, entry.line, field, how)
        if fact is None:
            break
        entry.kind = "facts"
        entry.facts = LineFacts(
            facts=[fact], weight=3.0 if field in {"directors", "runtime", "title"} else 1.5
        )
        taken = True
    return taken


def _value_fact(text: str, line: Line, field: str, how: str) -> Fact | None:
    """The fact that a line is as the value of a label; None when it is no such value."""
    words = line.text
    if len(words) > 120 or is_prose(words) or (field in PEOPLE and fold(words) in NAVIGATION | FOOT):
        return None
    if field in PEOPLE:
        named = (
            names_likeness(words) >= 0.5
            or is_native_name(words)
            or (field == "producers" and is_company(words))
        )
        if is_dated(words) or not named:
            return None
    out = LineFacts()
    label = Label(field, line.start, line.start, line.end, how, colon=True)
    value_of(text, label, (line.start, line.end), out)
    said = [fact for fact in out.facts if fact.field == field]
    return replace(said[0], how=how) if said else None
