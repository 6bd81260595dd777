"""Each line of a page with what it tells and what part it may play: facts, title, running text, or furniture."""

import re
from dataclasses import dataclass, replace

from tourdesk.library.intake.facts import PEOPLE, Fact, LineFacts
from tourdesk.library.intake.labelled import Label, labels_in, whole_line_label
from tourdesk.library.intake.linefacts import facts_of
from tourdesk.library.intake.lines import Line, ordinal_end
from tourdesk.library.intake.people import is_company, is_native_name, names_likeness
from tourdesk.library.intake.values import value_of
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import NEEDS_COLON, OTHER, TOTAL
from tourdesk.library.intake.vocabulary.words import GENRES, NAVIGATION, RELATED, SPONSORS
from tourdesk.library.intake.wording import (
    CLOCK_START,
    heading_of,
    is_break,
    is_dated,
    is_generic,
    is_prose,
    is_title_like,
)

_AWARD = re.compile(
    r"\b(?:awards?|prize|special mention|winner|best (?:short|film|documentary|director|feature|animation)|official selection|grand prix|jury|nominee|nominated|finalist|hauptpreis|publikumspreis|prix du|premio|nagroda|cena)\b",
    re.IGNORECASE,
)
_NEXT = frozenset(
    {
        "next week",
        "next month",
        "next time",
        "next",
        "coming next",
        "next screening",
        "next up",
        "nachste woche",
        "nachster film",
        "la semaine prochaine",
        "prochainement",
        "proxima semana",
        "prossimamente",
    }
)
_COUNTED = re.compile(
    r"\W*\d{1,3}\s(?:\w+\s)?(?:films?|shorts|movies|filme|filmes|filmów|filmy|filmi|películas|kurzfilme|courts)\b",
    re.IGNORECASE,
)
_SEVERAL_LINKS = re.compile(r"\s{2,}|\s[|•·»/]\s")
_NEIGHBOURS = re.compile(r"^(?:«|←|‹|<<?|previous\b|next\b|prev\b)|(?:»|→|›|>>)\s*$", re.IGNORECASE)
_WON = re.compile(
    r"(?P<title>[^a-zà-ÿ]{3,60}[^a-zà-ÿ\s–—-])\s*(?:[–—:|-]\s*)?(?:Winner|Finalist|Best|Special Mention|Official Selection)\b"
)
_CREDIT_LINE = re.compile(
    r"^(?:échanges?|rencontre|débat|discussion|gespräch)\b.*\b(?:avec|présence|mit|with)\b|^en présence d|^in anwesenheit|^in presenza|^(?:photo|image|foto|©|copyright|courtesy|still|credit)\b|^film still\b|^photograph|©\s*$|(?:photo|foto|image)\s?:",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Marked:
    """A line with its part: "facts", "title", "prose", "text", "weak", "other", "dated", "total", "break", "noise",
    or the kind of part of the page that it opens ("related", "foot", "sponsors").
    """

    line: Line
    kind: str
    facts: LineFacts
    title: tuple[int, int]

    @property
    def weight(self) -> float:
        return self.facts.weight


def marked_lines(text: str, lines: list[Line]) -> list[Marked]:
    """All lines with their parts."""
    marked = [_marked(text, line) for line in lines]
    _unknown_labels(marked)
    _labels_on_lines_of_their_own(text, marked)
    _continued_names(text, marked)
    return marked


def _marked(text: str, line: Line) -> Marked:
    start, words = line.start, line.text
    clock = CLOCK_START.match(words)
    if clock and clock.end() < len(words):
        start += clock.end()
        words = words[clock.end() :]
    title = (start, line.end)
    heading = heading_of(words)
    if heading:
        return Marked(line, heading, LineFacts(), title)
    if len(words) < 50 and (fold(words).strip(" .:!»›>→←«‹<-…") in NAVIGATION or _links(words)):
        return Marked(line, "noise", LineFacts(), title)
    won = _WON.match(words)
    if won and not is_generic(won["title"]) and not is_break(won["title"]):
        return Marked(line, "title", LineFacts(), (start, start + won.end("title")))
    facts = facts_of(text, start, line.end)
    return Marked(line, _kind(words, facts), facts, title)


def _links(words: str) -> bool:
    parts = [part for part in _SEVERAL_LINKS.split(words) if part.strip()]
    return len(parts) >= 2 and all(
        fold(part).strip(" .:!»›>→←«‹<-…|") in NAVIGATION or is_generic(part) for part in parts
    )


def _kind(words: str, facts: LineFacts) -> str:  # noqa: C901, PLR0911  # one line for each part a line plays
    body = words[ordinal_end(words) :]
    if is_break(body):
        return "break"
    if ":" in words and fold(words.partition(":")[0]).strip() in RELATED | _NEXT:
        return "dated"
    if (
        _AWARD.search(words)
        and "runtime" not in facts.fields
        and not any(fact.labelled for fact in facts.facts)
        and not is_prose(words)
    ):
        return "dated"
    if facts.total is not None or _block_total(words, facts):
        return "total"
    if any(fact.field != "unknown" for fact in facts.facts):
        return "facts"
    if facts.other:
        return "other"
    head = fold(words.partition(":")[0]).strip() if ":" in words else ""
    if head in SPONSORS:
        return "dated"
    if is_prose(words):
        return "prose"
    if is_dated(words) or _NEIGHBOURS.search(words) or _CREDIT_LINE.search(words):
        return "dated"
    if _weak(facts):
        return "weak"
    if is_generic(words):
        return "noise"
    return "title" if is_title_like(words) else "text"


def _block_total(words: str, facts: LineFacts) -> bool:
    """Lines as "SESSION 1 (85 minutes)", "Shorts programme, 74 min": the length of a block."""
    if facts.fields == {"runtime"} and _COUNTED.match(words):
        return True
    return (
        facts.lead is not None
        and facts.fields == {"runtime"}
        and is_generic(words[: max(1, facts.facts[0].start - facts.lead[0])].strip(" (["))
    )


def _weak(facts: LineFacts) -> bool:
    """A line of nothing but a country, a year, a language, a format: a fact only beside other facts."""
    return bool(facts.items) and all(
        item.kind in {"country", "year", "language", "format", "genre", "number", "place"}
        for item in facts.items
    )


# -- labels on lines of their own -------------------------------------------------------------------------------------


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
        colon = entry.line.text.rstrip().endswith(":")
        if not colon and (bare < 2 or (bare < 4 and fold(entry.line.text).strip(" .") in NEEDS_COLON)):
            continue
        if not colon and entry.kind in {"foot", "sponsors", "related"} and field == OTHER:
            continue
        taken = _values_below(text, marked, fields, index, field)
        if taken or colon:
            entry.kind = "other" if not taken else "facts"
            entry.facts.weight = max(entry.facts.weight, 1.0)


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
        if begins and ends:
            found |= set(run)
        index = run[-1] + 1
    return found


_OF_A_LIST = re.compile(
    r"award|prize|festival|preis|prix|premio|cast|nagrod|screening|termin|starring|sélection", re.IGNORECASE
)


def _role(entry: Marked, field: str | None) -> bool:
    return field in {"directors", "producers", OTHER} and not entry.line.text.rstrip().endswith(":")


def _name_line(entry: Marked, field: str | None) -> bool:
    return field is None and entry.kind == "title" and names_likeness(entry.line.text) >= 0.5


def _value_above(text: str, marked: list[Marked], index: int, field: str) -> None:
    above = marked[index - 1]
    marked[index].kind = above.kind = "other"
    above.facts = LineFacts()
    if field in PEOPLE:
        fact = _value_fact(text, above.line, field, f"the role '{marked[index].line.text}' on the line below")
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
    how = f"label '{marked[index].line.text.strip(' .:')}'"
    for below in range(index + 1, len(marked)):
        entry = marked[below]
        if fields[below] is not None or (
            entry.kind == "facts" and any(fact.labelled for fact in entry.facts.facts)
        ):
            break
        if below > index + 1 and (
            entry.line.gap > 0 or field not in PEOPLE | {"countries", "languages", "tags"}
        ):
            break
        if field in {OTHER, TOTAL}:
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
        if field in {"synopsis", "logline"}:
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
    if len(words) > 120 or is_prose(words):
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
