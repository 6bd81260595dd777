"""All stretches of a page that might be a film's title: whole lines, and the parts of lines that signs mark off."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.vocabulary.folding import fold

# What may stand between a title and what follows it on its line.
SIGNS = (
    " – ", " - ", " — ", " | ", " / ", ": ", ", ", "\t", "  ", " (", " [", " by ", " de ", " di ", " von ", " av ",
    " · ", " • ", " // ", ". ", " {", " BY ", " By ", ", de ", ", by ", " dir", " Dir", " DIR", " d. ", " d’", " d'", "- ", "– ", "/ ", "! ",
)  # fmt: skip
_AGAIN = (" – ", " - ", " | ", ", ", " (", " / ", ": ")
_UPPER = "A-ZÄÖÜÉÈÀÅØÆ"
_JOINING = "of|the|and|in|to|a|for|on|de|la|le|der|die|das|und|at|with|from"
# Marks of all kinds open and close; of straight ones words tell which: "Salt Road," in which "Ebb" …
_QUOTED = re.compile(
    r"(?<!\w)(?=[\"“„«‘「『《](?P<words>[^\s\"“„«「『《][^\"“„«「『《]{0,79}?)(?<!\s)(?:[\"”“»」』》]|’(?!\w)))"
)
# "THE FRENCHY Jacques Houot shows that …", "THE VISIT A tired man …"
_CAPITALS = re.compile(
    rf"\W*((?:[{_UPPER}0-9][{_UPPER}0-9+&.’'!?:-]*[ ]+){{1,8}}?)(?=[{_UPPER}]?[a-zäöüéèàåøæß]{{2}}|[AIÀÉOUEY] [a-zäöüéèàåøæß])"
)
# "For My Daughter’s Sake is a story about …"
_OPENING = re.compile(
    rf"\W*((?:[{_UPPER}0-9][\w’'.:&!?,-]*|{_JOINING})(?: (?:[{_UPPER}0-9&][\w’'.:&!?,-]*|{_JOINING})){{0,11}}) (?=[a-zäöüéèàåøæß])"
)
_JOINING_BEHIND = re.compile(rf"(?: (?:{_JOINING}))+$")
# "…, Crux, de Zac Hoffman, and Flow (2013) …; Ebb/ Ann Gray, …": titles with their makers in running text.
_IN_TEXT = re.compile(
    r"(?:^|[;,:(—–.] ?|\b(?:and|y|et|und|e|i|ve|og|och)\s)([^\s;,:()/—–][^;:,()/\n—–]{1,70}?)"
    r"(?=/ ?\w|,? (?:\(|(?:de|by|di|von|av|d['’]|dirigid[oa] por|directed by|réalisé par|un film de|diretto da|regia di)(?:(?<=['’])| )))"
)
# "six films—First Minute, The Hardest Move, Down and Out, and Fly or Die": titles one after the other.
_LISTED = re.compile(r"[,;:—–] ?|\s(?:and|y|et|und|e)\s|\.\s|$")
_TITLE_CASE = re.compile(
    rf"(?:[{_UPPER}0-9][\w’'.&!?-]*|{_JOINING})(?: (?:[{_UPPER}0-9&][\w’'.&!?-]*|{_JOINING})){{0,9}}"
)
# Of "Other films are Body of a Line (Henna Taylor, US), and Far Enough, directed by Leo Hoorn": the words in capitals.
_NAMED = re.compile(
    rf"((?:[{_UPPER}0-9][\w’'.&!?-]*)(?: (?:[{_UPPER}0-9&][\w’'.:&!?-]*|{_JOINING})){{0,9}})"
    r"(?= \(|,? (?:directed by|by|dirigid[oa] por|réalisé par|diretto da) )"
)
_LONGEST_LISTED = 60
_LISTED_FROM = 4
_BEGINS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÉÈÀÅØÆ0123456789")
_COUNTED = re.compile(r"\W*\d{1,2}[.)](?=[^\W\d])")
SEVERAL_A_LINE = frozenset({"quoted", "before year", "in text", "listed", "cell"})
"""The ways that mark off several titles of one line."""
# The title of: Ancient of Days (1979, 12 min) lets the mountain …
_BEFORE_YEAR = re.compile(
    rf"((?:[A-Z0-9][\w’'-]*|{_JOINING})(?: (?:[A-Z0-9&][\w’'!?,-]*|{_JOINING}|\([A-Z][\w ]+\))){{0,9}})"
    r"[”\"’]? ?[(\[](?:[^()]{0,40}, ?)?(?:19|20)\d\d"
)
_EDGE = " \t\"“”„«»‘\\',;:–—-|/([{*•·「」『』《》"
_LEFT = frozenset(_EDGE + "’.)]}")
_RIGHT = frozenset(_EDGE)
_SIGNS_ONLY = re.compile(r"[\W_]+")
_LONGEST = 140
_LONGEST_LINE = 400
_LONGEST_READ = 2500
_WHOLE_BELOW = 60

Adder = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch `start`–`end` of the text on the line with index `line`; `way` says how it was marked off.

    `plain` are its words without case, accents and signs: two candidates with the same are the same title.
    """

    line: int
    start: int
    end: int
    way: str
    words: str
    plain: str


def plain(words: str) -> str:
    """Words as titles are compared: without case, accents and signs."""
    return " ".join(_SIGNS_ONLY.sub(" ", fold(words)).split())


def candidates_of(  # noqa: C901  # one line for each way to mark a title off
    text: str, index: int, entry: Marked, runs: list[Runtime]
) -> list[Candidate]:
    """The candidates of one line; `runs` are the run-times of the line."""
    found: dict[tuple[int, int], str] = {}

    def add(way: str, start: int, end: int) -> None:
        while start < end and text[start] in _LEFT:
            start += 1
        while end > start and text[end - 1] in _RIGHT:
            end -= 1
        if 0 < end - start <= _LONGEST:
            found.setdefault((start, end), way)

    start, end = entry.title
    add("whole", start, end)
    counted = ordinal_end(text[start:end])
    close = _COUNTED.match(text, start, end)
    counted = counted or (close.end() - start if close else 0)
    if counted:
        add("whole", start + counted, end)
        start += counted
    ends = {end}
    if entry.facts.lead and entry.kind == "facts":
        add("lead", *entry.facts.lead)
    if entry.facts.facts:
        first = min(fact.start for fact in entry.facts.facts)
        if first > start:
            add("to fact", start, first)
            ends.add(first)
    run = next((run for run in runs if run.start >= entry.title[0]), None)
    if run is not None and run.start > start:
        ends.add(run.start)
        add("to length", start, run.start)
    if end - start < _LONGEST_LINE:
        for stop in sorted(ends):
            _parts(text, start, stop, add)
    _of_line(text, entry, add)
    _of_text(text, entry, add)
    words = ((span, way, text[slice(*span)]) for span, way in found.items())
    told = ((span, way, said, plain(said)) for span, way, said in words)
    return [Candidate(index, *span, way, said, folded) for span, way, said, folded in told if folded]


def _parts(text: str, start: int, stop: int, add: Adder) -> None:
    """What stands before and behind each sign between `start` and `stop`."""
    body = text[start:stop]
    for sign in SIGNS:
        at = body.find(sign)
        if at <= 0:
            continue
        add("before" + sign, start, start + at)
        behind = at + len(sign)
        again = body.find(sign, behind)
        add("behind" + sign, start + behind, start + again if again > 0 else stop)
        if again > 0:
            add("before second" + sign, start, start + again)
        cuts = [cut for cut in (body.find(other, behind) for other in _AGAIN) if cut > behind]
        if cuts:
            add("between" + sign, start + behind, start + min(cuts))
        opened = body.find(" (", behind)
        if opened > 0:
            add("between" + sign, start + behind, start + opened)


def _of_line(text: str, entry: Marked, add: Adder) -> None:
    """What quotation marks, capitals and a year mark off, wherever on the line."""
    start, end = entry.line.start, entry.line.end
    line = text[start : min(end, start + _LONGEST_READ)]
    for match in _QUOTED.finditer(line):
        add("quoted", start + match.start("words"), start + match.end("words"))
    capitals = _CAPITALS.match(line)
    if capitals:
        add("capitals", start + capitals.start(1), start + capitals.end(1))
    if "(" in line or "[" in line:
        for match in _BEFORE_YEAR.finditer(line):
            add("before year", start + match.start(1), start + match.end(1))
    if len(line) < _LONGEST_LINE:
        last = line.rfind(": ")
        if 0 < line.find(": ") < last:
            add("before last: ", start, start + last)
        if len(line) < _WHOLE_BELOW:
            add("line", start, end)


def _of_text(text: str, entry: Marked, add: Adder) -> None:
    """What begins a sentence, and what a line tells one after the other."""
    start = entry.line.start
    end = min(entry.line.end, start + _LONGEST_READ)
    line = text[start:end]
    opening = _OPENING.match(line)
    if opening:
        joining = _JOINING_BEHIND.search(opening[1])
        add(
            "opening",
            start + opening.start(1),
            start + (opening.start(1) + joining.start() if joining else opening.end(1)),
        )
    if "\t" in line:
        for cell in re.finditer(r"[^\t]+", line):
            add("cell", start + cell.start(), start + cell.end())
    if len(line) < _WHOLE_BELOW:
        return
    if any(sign in line for sign in ",;("):
        for match in _IN_TEXT.finditer(line):
            add("in text", start + match.start(1), start + match.end(1))
        for match in _NAMED.finditer(line):
            add("in text", start + match.start(1), start + match.end(1))
        listed = [span for span in _between(line) if _may_be_listed(line, *span)]
        if len(listed) >= _LISTED_FROM:
            for first, last in listed:
                add("listed", start + first, start + last)


def _may_be_listed(line: str, start: int, end: int) -> bool:
    """Whether words between two commas look like a title: their first letter, or behind a semicolon."""
    if _TITLE_CASE.fullmatch(line, start, end):
        return True
    short = end - start <= _LONGEST_LISTED and line[start] in _BEGINS
    return short and (line[max(0, start - 2) : start].strip() == ";" or line[end : end + 1] == ";")


def _between(line: str) -> list[tuple[int, int]]:
    """The spans between the commas of a line."""
    found, at = [], 0
    for match in _LISTED.finditer(line):
        if match.start() > at:
            found.append((at, match.start()))
        at = match.end()
    return found
