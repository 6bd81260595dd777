"""Each line of a page with what it tells and what part it may play: facts, title, running text, or furniture."""

import re
from dataclasses import dataclass
from itertools import pairwise

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.clusters import take_all
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import FACTS, items_in
from tourdesk.library.intake.labelled import whole_line_label
from tourdesk.library.intake.linefacts import facts_of
from tourdesk.library.intake.lines import Line, ordinal_end
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.titles import premiere_tail
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import NAVIGATION, RELATED, SPONSORS
from tourdesk.library.intake.wording import (
    CLOCK_START,
    DATE_START,
    DAY_BEHIND,
    FILE_NAME,
    heading_of,
    is_break,
    is_dated,
    is_generic,
    is_of_evening,
    is_prose,
    is_title_like,
)

AWARD = re.compile(
    r"\b(?:awards?|prize|special mention|winner|best (?:(?!of\b|in\b|the\b)[\w’&-]+ ){0,3}(?:short|film|documentary|director|feature|animation|cinematography|editing|screenplay|actor|actress|score|sound)|official selection|grand prix|jury|nominee|nominated|finalist|\d\.\s?platz|[123](?:st|nd|rd) place|hauptpreis|publikumspreis|prix du|premio|nagroda|cena)\b|入圍|入围|獎|奖|受賞",
    re.IGNORECASE,
)
_NEXT = frozenset(
    {
        "next week",
        "next month",
        "next time",
        "next",
        "coming next",
        "precedes",
        "screens with",
        "shown with",
        "plays with",
        "screening with",
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
_FROM_TO = re.compile(r"\b\d{1,2}[h:.]\d\d\s?[–—-]\s?\d{1,2}[h:.]\d\d\b", re.IGNORECASE)
_SEVERAL_LINKS = re.compile(r"\s{2,}|\s[|•·»/]\s")
_NEIGHBOURS = re.compile(r"^(?:«|←|‹|<<?|previous\b|next\b|prev\b)|(?:»|→|›|>>)\s*$", re.IGNORECASE)
_WON = re.compile(
    r"(?=[^a-zà-ÿ]*[A-ZÀ-Þ]{2})(?P<title>[^a-zà-ÿ]{3,60}[^a-zà-ÿ\s–—-])\s*(?:[–—:|-]\s*)?(?:Winner|Finalist|Best|Special Mention|Official Selection)\b"
)
_AWARDED = re.compile(
    r"(?P<award>[^“„«‘\n]{4,90}?)(?<!\w)(?P<title>[“„«‘][^“”„«»‘\n]{1,90}[”“»’])(?:,?\s*(?:[–—-]|\bby\b|\bvon\b|\bde\b|\bdi\b)\s*(?P<names>[^\d\n(]{4,80}?))?(?P<rest>\s*\([^()\n]*\))?"
)
_AWARDED_CLOCK = re.compile(
    r"(?P<award>[^:|\n]{4,70}):\s+(?P<title>\S[^\n]{0,90}?)\s+[–—-]\s+(?P<names>[^\d\n]{4,80}?)(?P<rest>\s+[–—-]\s+\d{1,3}:\d\d(?:\s+[–—-]\s+[^\d\n]{2,60})?)"
)
_A_NAME = 0.5
_CREDIT_LINE = re.compile(
    r"^(?:échanges?|rencontre|débat|discussion|gespräch)\b.*\b(?:avec|présence|mit|with)\b|^en présence d|^in anwesenheit|^in presenza|^(?:photo|image|foto|©|copyright|courtesy|still|credit)\b|^film still\b|^photograph|^(?:kadr z filmu|fotos|sc[eè]ne (?:from|du film)|szene aus|still from|fotogramma|fotograma|image du film|filmstill)\b|©\s*$|(?:photo|foto|image)\s?:",
    re.IGNORECASE,
)


_FIRST_OF_THANKS = frozenset(words.split()[0] for words in SPONSORS if " " in words)
# "Ebb (15) 10 November 2019, 8.00 pm": who may see it parts the title from the day.
_RATED_AND_DAY = re.compile(r"(?P<title>\S[^()]{0,90}?)\s*\((?:U|PG|12A?|15|18|NR|TBC)\)[,:]?\s+(?=[\dA-Z])")
_PLACE_OR_PREMIERE = re.compile(
    r"(?:hall|screen|saal|kino|cinema|auditorium|room|theatre|studio|salle|sala|sál|dvorana)\s?(?:\d{1,2}|[A-F]|[IVX]{1,4})"
    r"|(?:[^\W\d_]+[ -]){0,2}premi[eè]re[!*]*|【[^【】\n]{0,20}プレミア】",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"^(?:kadr z filmu|szene aus|scene from|scène du film|fotograma de|fotogramma da)\s|^(?:film )?(?:still|image|photo|picture|szenenbild|poster|foto)s?\s(?=\S)|©",
    re.IGNORECASE,
)


_HARD = frozenset({"runtime", "year", "directors", "countries"})
_ENOUGH = 3
_DATED = frozenset({"dated", "title", "text", "prose"})
_FILMOGRAPHY = re.compile(
    r"(?:(?:the )?(?:director|filmmaker)s?['’]?s? )?(?:selected )?(?:filmograph(?:y|ie)|filmografi[ae]|filmografie|previous films|previous works?|past films|past works?|other works?|fruhere filme|films precedents)(?: \([^()]*\))?:?"
)
_PRIZE = re.compile(r"[^:|]{4,70}?(?::|\s[–—-])\s+(?=\S)")
_OF_FILMS = frozenset({"runtime", "year", "directors"})

_LONGEST_HEAD = 120

_CLOCK_BEHIND_DAY = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d\s+(?=[^\W\d_])")
# "Salt Road  * Best Film - Snow Sports".
_STARRED = re.compile(r"(?P<title>[^*\n]{2,90}?)\s+\*\s*(?P<award>[^*\n]{4,80})")

# What may stand between a title and the name below it: when it is shown, who bought it, what to click.
ASIDES = frozenset({"dated", "noise", "other", "break", "foot"})


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
    _other_works(marked)
    _before_days(text, marked)
    return marked


def _before_days(text: str, marked: list[Marked]) -> None:
    """Titles with the day of their screening behind ("Ebb am 17. Jan. um 19 Uhr"), where several lines have the shape."""
    found: dict[str, tuple[Marked, re.Match[str]]] = {}
    for entry, below in pairwise(marked):
        told = entry.kind in _DATED and any(map(str.isdigit, entry.line.text))
        match = DAY_BEHIND.fullmatch(text, *entry.title) if told else None
        if match and below.kind in {"prose", "facts", "text", "title"}:
            found[fold(match["title"])] = entry, match
    plain = sum(1 for _, match in found.values() if is_title_like(match["title"]))
    for entry, match in found.values() if plain >= _ENOUGH else ():
        entry.kind, entry.facts, entry.title = "title", LineFacts(), match.span("title")
    for entry in marked:
        told = entry.kind in _DATED and ")" in entry.line.text
        rated = _RATED_AND_DAY.match(text, *entry.title) if told else None
        if rated and is_dated(text[rated.end() : entry.title[1]]):
            entry.kind, entry.facts, entry.title = "title", LineFacts(), rated.span("title")


def _other_works(marked: list[Marked]) -> None:
    """The films below "Filmography" are others than the page's."""
    below = False
    for entry in marked:
        words = fold(entry.line.text)
        if _FILMOGRAPHY.fullmatch(words):
            below, entry.kind, entry.facts = True, "other", LineFacts(other=True)
        elif below and (entry.line.gap or any(fact.labelled for fact in entry.facts.facts)):
            below = False
        elif below:
            entry.kind, entry.facts = "dated", LineFacts()


def _marked(text: str, line: Line) -> Marked:
    start, words = line.start, line.text
    clock = CLOCK_START.match(words)
    if clock and clock.end() < len(words) and not _is_length(text, start, line.end):
        start += clock.end()
        words = words[clock.end() :]
    begin = _behind_heading(text, start, line.end)
    if begin > start:
        words = words[begin - start :]
        start = begin
    title = (start, line.end)
    heading = heading_of(words)
    if heading:
        return Marked(line, heading, LineFacts(), title)
    if FILE_NAME.search(words) and len(words) < 90:
        return Marked(line, "noise", LineFacts(), title)
    if len(words) < 50 and (fold(words).strip(" .:!»›>→←«‹<-…") in NAVIGATION or _links(words)):
        return Marked(line, "noise", LineFacts(), title)
    won = _won(text, line, start)
    if won is not None:
        return won
    facts = facts_of(text, start, line.end)
    if start > line.start and facts.facts and _starts_at(text, start, line.end):
        facts.lead = None  # behind the day and the time stands where the film is shown
        title = (min(fact.start for fact in facts.facts), line.end)
    if words.startswith((",", ";")):
        return Marked(line, "other", LineFacts(other=True), title)  # a form whose first field is empty
    if not facts.facts and (remark := premiere_tail(words)):
        words = words[:remark]
        title = (start, start + len(words))
    return Marked(line, _kind(words, facts), facts, title)


def _starts_at(text: str, start: int, end: int) -> bool:
    """Whether words behind the day of a screening begin with its time."""
    return _CLOCK_BEHIND_DAY.match(text, start, end) is not None


def _behind_heading(text: str, start: int, end: int) -> int:
    """Where an entry begins behind the day of its screening or the prize that it won; `start` where none stands there."""
    words = text[start:end]
    heading = DATE_START.match(words) or _PRIZE.match(words)
    if (
        heading is None
        or heading.end() >= len(words)
        or (heading.re is _PRIZE and not AWARD.search(heading[0]))
    ):
        return start
    begin = start + heading.end()
    told = facts_of(text, begin, end)
    if told.lead is not None and told.lead[0] == begin and told.fields & _OF_FILMS:
        return begin
    runs = runtimes_in(text, begin, min(end, begin + _LONGEST_HEAD))
    return begin if any(run.kind in {"units", "hours"} for run in runs) else start


def _won(text: str, line: Line, start: int) -> Marked | None:
    """A title and its award: "EBB – Winner", "Best Film Award ‘Ebb’ – Ann Gray", "Best Short: Ebb – Ann Gray – 12:20"; None for others."""
    match = _AWARDED.fullmatch(text, line.start, line.end) or _AWARDED_CLOCK.fullmatch(
        text, line.start, line.end
    )
    starred = _STARRED.fullmatch(text, start, line.end) if " *" in line.text else None
    if starred and AWARD.search(starred["award"]) and is_title_like(starred["title"]):
        return Marked(line, "title", LineFacts(), starred.span("title"))
    if match is None or not AWARD.search(match["award"]) or is_prose(match["award"]):
        won = _WON.match(text, start, line.end)
        if won and not is_generic(won["title"]) and not is_break(won["title"]):
            return Marked(line, "title", LineFacts(), won.span("title"))
        return None
    facts = LineFacts(lead=match.span("title"), lead_kind="text", bracketed=True, weight=3.0)
    if match["names"] and names_likeness(match["names"]) >= _A_NAME:
        how = how_.NAME_AFTER_TITLE
        facts.facts.append(Fact("directors", *match.span("names"), None, how, labelled=False))
    if match["rest"]:
        take_all(items_in(text, match.start("rest"), line.end), facts)
    kind = "facts" if facts.facts else "title"
    return Marked(line, kind, facts if facts.facts else LineFacts(), match.span("title"))


def _is_length(text: str, start: int, end: int) -> bool:
    """Whether a line begins with a run-time and not with a time of day ("7:09 minutes")."""
    runs = runtimes_in(text, start, min(end, start + 24))
    if not runs or runs[0].start != start:
        return False
    return runs[0].kind == "units" or all(item.kind in FACTS for item in items_in(text, start, end))


def _links(words: str) -> bool:
    parts = [part for part in _SEVERAL_LINKS.split(words) if part.strip()]
    return len(parts) >= 2 and all(
        fold(part).strip(" .:!»›>→←«‹<-…|") in NAVIGATION or is_generic(part) for part in parts
    )


def _kind(words: str, facts: LineFacts) -> str:  # noqa: C901, PLR0911, PLR0912  # one line for each part a line plays
    body = words[ordinal_end(words) :]
    told = len(facts.fields & _HARD) >= _ENOUGH or (facts.other and ":" in words)
    if whole_line_label(words) in {"synopsis", "logline"}:
        return "noise"
    if is_break(body) and not (told and facts.total is None):
        return "break"
    if ":" in words and fold(words.partition(":")[0]).strip() in RELATED | _NEXT:
        return "dated"
    if (
        AWARD.search(words)
        and "runtime" not in facts.fields
        and not any(fact.labelled for fact in facts.facts)
        and not is_prose(words)
    ):
        return "dated"
    if _STILL.search(words) and "runtime" not in facts.fields:
        return "dated"
    if facts.total is not None or _block_total(words, facts):
        return "total"
    if any(fact.field != "unknown" for fact in facts.facts):
        # "From Ebb (1988) to Alps (2016) they worked together." tells of two other films.
        years = sum(1 for fact in facts.facts if fact.field == "year")
        return "prose" if years >= 2 and facts.fields <= {"year", "unknown"} and is_prose(words) else "facts"
    if facts.other:
        return "prose" if facts.prose and is_prose(words) else "other"
    head = fold(words.partition(":")[0]).strip() if ":" in words else ""
    if head in SPONSORS or _thanks(words):
        return "dated"
    if is_prose(words):
        return "dated" if is_of_evening(words) else "prose"
    aside = _PLACE_OR_PREMIERE.fullmatch(words) or _CREDIT_LINE.search(words)
    if aside or is_dated(words) or _points_elsewhere(words):
        return "dated"
    if _weak(facts):
        return "weak"
    if is_generic(words):
        return "noise"
    return "title" if is_title_like(words) else "text"


def _thanks(words: str) -> bool:
    """Whether a line says whom the evening owes something ("Thanks to Cinefile", "With the support of the town")."""
    parts = fold(words[:60]).split()
    return (
        bool(parts)
        and parts[0] in _FIRST_OF_THANKS
        and any(" ".join(parts[:size]) in SPONSORS for size in range(2, min(len(parts), 7)))
    )


def _points_elsewhere(words: str) -> bool:
    """Whether a line leads to the page before or after; a title in quotation marks does not."""
    return _NEIGHBOURS.search(words) is not None and words.count("«") != words.count("»")


def _block_total(words: str, facts: LineFacts) -> bool:
    """Lines as "SESSION 1 (85 minutes)", "Shorts programme, 74 min": the length of a block."""
    if facts.fields == {"runtime"} and (_COUNTED.match(words) or _FROM_TO.search(words)):
        return True
    return (
        facts.lead is not None
        and facts.fields == {"runtime"}
        and is_generic(words[: max(1, facts.facts[0].start - facts.lead[0])].strip(" (["))
    )


def _weak(facts: LineFacts) -> bool:
    """A line of nothing but a country, a year, a language, a format: a fact only beside other facts."""
    return bool(facts.items) and all(
        item.kind in {"country", "year", "language", "format", "genre", "number", "place", "runtime"}
        for item in facts.items
    )
