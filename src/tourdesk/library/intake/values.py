"""The values of labels: whom, where, how long, in which words; and what follows a value in its line."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from tourdesk.foundation.language import _
from tourdesk.library.intake import how as how_
from tourdesk.library.intake.clusters import take_tail, take_unlabelled
from tourdesk.library.intake.countries import countries_of, country_behind_name, is_surname
from tourdesk.library.intake.facts import PEOPLE, Fact, LineFacts
from tourdesk.library.intake.items import Item, items_in, spoken_languages
from tourdesk.library.intake.labelled import PREPOSITIONS, Label, makes_both
from tourdesk.library.intake.people import is_native_name, names_likeness, parted
from tourdesk.library.intake.runtimes import Runtime, runtimes_in
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import MIXED, OTHER, TOTAL, WITHIN_LINES
from tourdesk.library.intake.vocabulary.names import PARTICLES
from tourdesk.library.intake.vocabulary.words import GENRES
from tourdesk.library.intake.wording import is_dated, is_prose, trimmed

_TEXT_FIELDS = frozenset({"title", "original_title", "section", "tags", "logline", "synopsis"})
_LONG_FIELDS = frozenset({"synopsis", "logline"})
_CUT = re.compile(r"\s+[|•·]\s+|\t")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"^\D{0,12}(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:m\b\.?|$|[,;|/)])")
_CLOSE = {"(": ")", "[": "]"}
# Behind "Ann Gray UK" more facts tell that the last word is no name.
_NEXT_PLACE_OR_YEAR = re.compile(r"[,/|]?\s?(?:(?:19|20)\d\d\b|[A-ZÀ-Þ])|$", re.MULTILINE)
_SMALL_NAMES = frozenset({"de", "van", "von", "di", "da"})
_NOBODY = frozenset(
    {
        "see list below",
        "see below",
        "various directors",
        "tba",
        "tbc",
        "n/a",
        "unknown",
        "various",
        "-",
        "diverse",
        "divers",
    }
)
_FIGURE = re.compile(r"\d+(?:[.:,’']\d+)?")
_DASHES = frozenset({"–", "—", "-", ".", "|"})
# "Un film de Anna Morel présentant Paul Roux": who is in it comes after who made it.
_CAST = re.compile(
    r"[\s,]+(?:présentant|featuring|feat\.?|starring|presenting|with|avec|mit|con|suivi)\s",
    re.IGNORECASE,
)
_SHOWN_AT = re.compile(r"\d{1,2}[:.]\d\d\s?[AaPp]\.?[Mm]")
_DAY = re.compile(r"\s+(?:MON|TUES?|WED|THU(?:RS)?|FRI|SAT|SUN)\b")
_CLOSERS = frozenset({";", "|", "•", "(", "["})
# "Time: 19:30" is when the film begins; "Time: 93 min" is how long it lasts.
_TIMES_OF_DAY = frozenset({"time", "czas", "cas", "时间", "時間"})
_LEAST_PROSE = 25
_LONGEST_SECTION = 40
_TOKEN = re.compile(r"\S+")
_SENTENCE_STARTS = frozenset(
    "a an the in on at after before when while as this these that he she they it his her their from with one two three "
    "for what how why where who if der die das ein eine im le la les un une el los las il lo".split()
)
_ANDS = frozenset({"and", "und", "et", "y", "e", "i", "og", "och", "with"})


@dataclass(frozen=True, slots=True)
class _Value:
    """The stretch of a label's value, and where what it says is put."""

    text: str
    label: Label
    start: int
    end: int
    how: str
    out: LineFacts

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    def says(self, field: str, start: int, end: int, value: object, *, sure: bool = True) -> None:
        self.out.facts.append(Fact(field, start, end, value, self.how, labelled=True, sure=sure))


def take_labelled(text: str, label: Label, out: LineFacts) -> None:
    """Takes the value of a label of a line, and what follows the value."""
    start, end, rest = _extent(text, label)
    if label.field == TOTAL:
        out.other = True
        out.total = next(iter(runtimes_in(text, start, end)), out.total)
    elif label.field == OTHER:
        out.other = True
        take_tail(text, start, end, out)
    elif start < end:
        after = value_of(text, label, (start, end), out)
        if after is not None and rest is not None:
            _rest(text, after, end, out)
        rest = after if rest is None else rest
    if rest is not None and rest < label.value_end:
        _rest(text, rest, label.value_end, out)


def _extent(text: str, label: Label) -> tuple[int, int, int | None]:
    """Where a label's value begins and ends, and where the rest of the line begins, if a bracket or a sign parts it off."""
    start, end = trimmed(text, label.value_start, label.value_end, brackets=False)
    opener = text[label.start - 1 : label.start]
    rest: int | None = None
    closer = (
        _unmatched(text, start, end) if opener not in _CLOSE and label.field not in _LONG_FIELDS else None
    )
    if closer is not None:
        rest, end = closer + 1, closer
    if opener in _CLOSE:
        close = text.find(_CLOSE[opener], start, end + 1)
        if close != -1:
            rest, end = close + 1, close
    if label.field not in _LONG_FIELDS:
        cut = _CUT.search(text, start, end)
        if cut and label.field != "title":
            rest, end = cut.end(), cut.start()
    return start, end, rest


def _unmatched(text: str, start: int, end: int) -> int | None:
    """Where a bracket closes that the value has not opened: there the value ends ("[Runtime: 9 min | Director: Jo Gray]")."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth < 0:
            return at
    return None


def _rest(text: str, start: int, end: int, out: LineFacts) -> None:
    """What follows a labelled value in the same line."""
    part = LineFacts()
    take_unlabelled(text, start, end, part, labels_follow=True)
    # Two capitals in brackets behind a name may be the country or a nickname.
    out.facts.extend(
        replace(fact, sure=False)
        if fact.field == "countries" and fact.end - fact.start == 2 and text[start] == "("
        else fact
        for fact in part.facts
    )
    out.numbers.extend(part.numbers)
    out.prose.extend(part.prose)
    if part.lead and not part.facts and part.lead[1] - part.lead[0] >= _LEAST_PROSE:
        out.prose.append(part.lead)
    kinds = items_in(text, start, end) if not part.facts and "tags" not in out.fields else []
    if kinds and all(item.kind == "genre" for item in kinds):  # "Length: 16 min. Animated film."
        how = how_.KIND_AMONG_FACTS
        out.facts += [Fact("tags", item.start, item.end, None, how, labelled=False) for item in kinds]
    elif not part.facts and not part.lead and not part.prose:
        left, right = trimmed(text, start, end)
        if right - left >= _LEAST_PROSE:
            out.prose.append((left, right))


def value_of(text: str, label: Label, span: tuple[int, int], out: LineFacts) -> int | None:
    """Takes the value of a label; returns where the rest of the line begins, if any is left."""
    value = _Value(text, label, *span, _("label “{label}”", label=label.words.strip(" .:")), out)
    if label.field in _TEXT_FIELDS:
        bracket = text.find(" (", value.start, value.end)
        if label.field == "section" and bracket != -1 and value.end - value.start > _LONGEST_SECTION:
            _words(replace(value, end=bracket))
            return bracket
        stop = _end_of_kinds(value) if label.field == "tags" else None
        _words(replace(value, end=stop) if stop else value)
        return stop
    readers = {
        "runtime": _runtime,
        "year": _year,
        "countries": _countries,
        "languages": _languages,
        MIXED: _mixed,
    }
    return (_people if label.field in PEOPLE else readers[label.field])(value)


def _end_of_kinds(value: _Value) -> int | None:
    """Where in "Genre: Drama, Comedy – Spain – 120 min" the kinds of film end and other facts begin."""
    items = items_in(value.text, value.start, value.end)
    for left, right in pairwise(items):
        parted_off = right.before in {"–", "—", "-", "|", ","} and left.kind in {"genre", "text"}
        if right.kind in {"country", "runtime", "year"} and parted_off:
            return left.end
    return None


def _words(value: _Value) -> None:
    left, right = trimmed(value.text, value.start, value.end, brackets=False)
    event = fold(value.label.words) in WITHIN_LINES and "festival" in fold(value.text[left:right])
    if value.label.field == "section" and (event or is_dated(value.text[left:right])):
        return  # "Live programme: Fri, Jan 21, 7-9 pm", "Film programme: 2022 Alpine Film Festival"
    if value.label.field == "section" and fold(value.text[left:right]) in GENRES:
        value.says("tags", left, right, value.text[left:right])  # "Category: Documentary"
        return
    if value.label.field in _LONG_FIELDS or right - left <= 160:
        value.says(value.label.field, left, right, value.text[left:right])


def _mixed(value: _Value) -> int | None:
    fields = {
        "country": "countries",
        "language": "languages",
        "year": "year",
        "runtime": "runtime",
        "genre": "tags",
    }
    for item in items_in(value.text, value.start, value.end):
        if item.kind in fields:
            value.says(fields[item.kind], item.start, item.end, item.value)
    return None


def _year(value: _Value) -> int | None:
    years = _YEAR.findall(value.words)
    if not years:
        return None
    at = value.start + value.words.index(years[0])
    value.says("year", at, at + 4, int(years[0]), sure=len(set(years)) == 1)
    return at + 4


def _people(value: _Value) -> int | None:
    text, label = value.text, value.label
    stop, rest = _end_of_names(value)
    left, right = trimmed(text, value.start, stop, brackets=False)
    sentence = _sentence_behind_names(text[left:right])
    if sentence:
        rest = left + sentence
        right = left + len(text[left:rest].rstrip(" "))
    cast = _CAST.search(text, left, right)
    if cast and label.field == "directors":
        right = cast.start()
    head, _, last = text[left:right].rpartition(" ")
    if label.field == "directors" and fold(last) in GENRES and names_likeness(head) >= 0.5:
        right = left + len(head)  # "by Ann Gray Fiction | 8’"
        rest = right + 1
    place = country_behind_name(text[left:right]) if label.field == "directors" else 0
    surname = is_surname(text[left + place : right])
    if place and not surname and _NEXT_PLACE_OR_YEAR.match(text, right):
        where = countries_of(text[left + place : right])
        value.out.facts.append(Fact("countries", left + place, right, where, value.how, labelled=False))
        right = left + len(text[left : left + place].rstrip())
    words = text[left:right]
    places = countries_of(words) if label.field == "producers" else ()
    if places:
        value.says("countries", left, right, places)  # "Production: Poland"
        return rest
    if (
        not words
        or len(words) > 250
        or (label.field == "directors" and (is_dated(value.words[:40]) or not _plausible(words, label)))
    ):
        return rest
    if fold(label.words) in PREPOSITIONS:
        # "by" also stands before the names of journalists.
        line = text.rfind("\n", 0, label.start) + 1
        sure = names_likeness(words) >= 0.75 and not is_prose(text[line : label.start])
        value.out.facts.append(Fact(label.field, left, right, None, value.how, labelled=False, sure=sure))
        return rest
    value.says(label.field, left, right, None)
    if label.field == "directors" and makes_both(label.words):
        value.says("producers", left, right, None)
    return rest


def _sentence_behind_names(words: str) -> int:
    """Where in "Tim Kemple Dan surfs the lake in winter." the sentence begins; 0 when the words are names alone."""
    tokens = list(_TOKEN.finditer(words))
    count = 0
    for token in tokens:
        word = token.group()
        if not (word[0].isupper() or word in {"&", "+", "/"} or fold(word) in PARTICLES | _ANDS):
            break
        count += 1
    small = [token for token in tokens[count:] if token.group()[0].islower()]
    if count < 3 or len(small) < 2:
        return 0
    if not tokens[count].group()[0].isalpha():
        return tokens[count].start() if names_likeness(words[: tokens[count].start()].rstrip()) >= 0.5 else 0
    first = next((at for at in range(2, count) if fold(tokens[at].group()) in _SENTENCE_STARTS), count - 1)
    begin = tokens[first].start()
    return begin if names_likeness(words[:begin].rstrip(" ,–-")) >= 0.5 else 0


def _end_of_names(value: _Value) -> tuple[int, int | None]:
    """Where the names end, and where the rest begins if other things follow them."""
    items = items_in(value.text, value.start, value.end)
    for index, item in enumerate(items):
        if _is_no_name(value.label, item, first=index == 0):
            begin = item.start
            if index == 0 or value.text[begin - 1 : begin] in _CLOSE:
                begin -= value.text[begin - 1 : begin] in _CLOSE
            stop = items[index - 1].end if index else value.start
            day = _DAY.search(value.text, value.start, stop)
            return (day.start() if day else stop), begin
    return value.end, None


def _is_no_name(label: Label, item: Item, *, first: bool) -> bool:
    """Whether a piece of a value ends the names: another fact, a new sentence, running text."""
    if first or item.kind in {"runtime", "year"}:
        return item.kind in {"runtime", "year"}
    parted_off = _FIGURE.fullmatch(item.text) is not None or item.before == "  "
    if (
        parted_off
        or item.kind in {"language", "format"}
        or (
            item.kind == "text"
            and item.text[:1].islower()
            and not label.colon
            and not item.text.startswith(("and ", "und ", "et "))
        )
    ):
        return True
    if _SHOWN_AT.match(item.text) or (item.kind == "country" and item.before in {",", "."}):
        return True
    if label.field != "directors":
        return False
    told = item.before in _DASHES and (
        item.kind == "company" or (item.kind == "text" and is_prose(item.text))
    )
    return told or item.before == "." or item.kind in {"country", "genre"} or item.before in _CLOSERS


def _plausible(words: str, label: Label) -> bool:
    """Whether words behind a director's label may be names at all."""
    if is_native_name(words):
        return True
    if (
        not any(c.isalpha() for c in words)
        or "http" in words
        or "@" in words
        or words.strip().lower() in _NOBODY
    ):
        return False
    if words[0].isalpha() and words[0].islower() and words.split(maxsplit=1)[0] not in _SMALL_NAMES:
        return False
    small = [
        word for word in words.split() if word[0].islower() and fold(word) not in PARTICLES and len(word) > 3
    ]
    first = next(iter(parted(words)), "")
    abbreviated = label.words.endswith(".") or fold(label.words) == "dir"
    return (
        label.colon
        or (abbreviated and words.isalpha() and words.istitle())
        or max(names_likeness(words), names_likeness(first)) >= 0.5
        or (2 <= len(words.split()) <= 5 and not small)
    )


def _runtime(value: _Value) -> int | None:
    found = runtimes_in(value.text, value.start, value.end)
    if found:
        run = found[0]
        if run.kind == "clock2" and fold(value.label.words) in _TIMES_OF_DAY:
            return None
        value.says("runtime", run.start, run.end, run)
        return run.end
    match = _NUMBER.match(value.words)
    if match is None:
        return None
    number = float(match.group(1).replace(",", "."))
    if not 0 < number <= 600:
        return None
    start, end = value.start + match.start(1), value.start + match.end(1)
    value.says("runtime", start, end, Runtime(start, end, round(number * 60), True, "units"))
    return end


def _countries(value: _Value) -> int | None:
    whole = countries_of(value.words, codes=True)
    if whole:
        value.says("countries", value.start, value.end, whole)
        return None
    for item in items_in(value.text, value.start, value.end):
        if item.kind == "country":
            value.says("countries", item.start, item.end, item.value)
        elif item.kind in {"runtime", "year"}:
            return item.start
        elif item.kind == "text" and item.before not in _CLOSE:
            known = countries_of(item.text, codes=True)
            value.says("countries" if known else "unknown_country", item.start, item.end, known or None)
    return None


def _languages(value: _Value) -> int | None:
    items = items_in(value.text, value.start, value.end)
    stop = next((item.start for item in items if item.kind in {"runtime", "year"}), None)
    words = value.text[value.start : stop or value.end]
    bare = re.sub(r"\([^()]*\)", " ", words).strip(" .,;")
    tags = spoken_languages(bare) or spoken_languages(words.strip(" .,;"))
    if tags:
        value.says("languages", value.start, value.start + len(words.rstrip()), tags)
        return stop
    for part in items:
        if part.kind == "language" and part.before not in _CLOSE:
            value.says("languages", part.start, part.end, part.value)
    return stop
