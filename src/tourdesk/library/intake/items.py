"""What stands in a line, piece by piece: run-times, years, countries, languages, kinds of film, names, and text."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tourdesk.library.intake.countries import countries_of, country_behind_name
from tourdesk.library.intake.people import is_company, names_likeness
from tourdesk.library.intake.plates import plated
from tourdesk.library.intake.runtimes import Runtime, called_from, runtimes_in
from tourdesk.library.intake.spelling import nearly_country
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.places import (
    AMBIGUOUS_CODES,
    FORMER,
    SHORT_LANGUAGES,
    STATE_CODES,
    US_STATES,
    country_code,
    language_table,
)
from tourdesk.library.intake.vocabulary.words import FORMATS, GENRES
from tourdesk.library.intake.wording import MONTHS

_LONGEST_PIECE = 90
_LONG = 400
_PARTS = frozenset("|,/·•;(")
_DIGIT = re.compile(r"\d")
_LEAST_LIKENESS = 0.5
_FEW_WORDS = 5
_REMARKS = (
    "premiere",
    "premiera",
    "subtitles",
    "rated ",
    "guidance",
    "untertitel",
    "sous-titr",
    "subtitul",
    "napisy",
)
_PREMIERE = re.compile(
    r"\b(?:premi[eè]re|premiera|premijera|anteprima|(?:ur|erst)auffuhrung|estreno|estreia|betacam|digibeta|dcp)\b"
)
FACTS = frozenset({"runtime", "year", "country", "language", "genre", "format", "number"})
WEIGHTS = {
    "runtime": 3.0,
    "year": 1.5,
    "country": 1.5,
    "language": 1.0,
    "genre": 1.0,
    "format": 0.5,
    "number": 0.0,
    "name": 0.0,
}

# The signs that any part begins with stand first: the rest is tried at them alone.
_SEPARATOR = re.compile(
    r"(?=[\s,;،؛|•·∙●()\[\]{}、｜.–—/!])(?:\s*,\s+(?:and|und|et|og|och|ja)\s+(?=[A-ZÀ-Ý])|\s*(?:[,;،؛|•·∙●()\[\]{}\t、｜]|\.\.+)\s*|\s+[-–—~]+\s+|\s+I\s+(?=\d)|\s{2,}|\s*[–—]\s*|\s+/\s*|(?<![\s,(|;][A-Za-zčČчЧ])/\s*|(?:(?<=[^\W_][^\W_])(?<!\bdt)(?<!\bengl)(?<!\b[Rr]uss)(?<!\b[Ss]pan)(?<!\b[Ff]ranz)(?<!\b[Ff]rz)(?<!\b[Ii]tal)(?<!\b[Pp]oln)(?<!\b[Pp]ort)(?<!\b[Aa]rab)|(?<=[)\]”\"’'′]))\.(?:\s+|$)|(?<=[a-zà-ÿ][a-zà-ÿ])\.(?=[A-Z])|(?<=[^\W_][^\W_])!\s|(?<=[\u3040-\u9fff])/)"
)
# Within quotation marks no sign parts anything: “Transit(ion)”, “Dance All Night – A Story,”.
_QUOTED = re.compile(
    r"[“«„][^“”«»„\n]{1,100}[”»“]|「[^「」\n]{1,80}」|『[^『』\n]{1,80}』|(?<![^\s(])\"[^\"\n]{1,100}\"(?![^\s).,;:])"
)
_YEAR = re.compile(
    r"(?<![A-Za-z0-9_\u00c0-\u04ff:#€$£+])(?<!\d[.,/-])(?<!©)(?<!©\s)((?:19|20)\d\d)(?:\s?(?:年|г\.?|р\.?|년|r\.))?(?![\w%])(?!\s?(?:m|km|ft|feet|meters?|metres?|miles|people|€|EUR|USD)\b)(?![.,:-]\d)(?!/\d{1,2}/\d)"
)
# German-speaking festivals write the signs of car plates before the year: "D 2017", "A/CH 2018".
_PLATES = {"D": "DE", "A": "AT", "I": "IT", "F": "FR"}
_DOTTED = ("..", "U.K.", "U.S.A.", "U.S.")
_NUMBER = re.compile(r"^\d{1,3}$")
_MONTH_BEFORE = re.compile(
    rf"\b(?:{MONTHS})\.?,?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:de\s+)?$", re.IGNORECASE
)
_CUT = re.compile(r"\b(?:edit|cut|version|fassung|director's cut)$", re.IGNORECASE)
_RATED = re.compile(
    r"(?:cert(?:ificate)?|rated|rating|fsk|classification|classified)\b\.?:?\s?\S{1,5}$", re.IGNORECASE
)
SUBTITLED = re.compile(
    r"\b(?:subtitle[sd]?|subs?(?!-)|subtitled|untertiteln?|ut|sous-titr\w*|st|subt[íi]tul\w*|sottotitol\w*|legend\w*|napisy|napisami|titulk\w*|podnapisi|titlovi|felirat\w*|undertext\w*|undertekst\w*|textad|tekstet|tekstitys|altyaz\w*|subtitulad\w*|legendad\w*|субтитр\w*)\b",
    re.IGNORECASE,
)
_WITH_SUBTITLES = re.compile(r"[,;(]?\s*(?:\b(?:with|mit|avec|con|z|s|med)\s|\bw/\s?).{1,60}$", re.IGNORECASE)
_LANGUAGE_LEAD = re.compile(
    r"^(?:in|in the|ov|o\.v\.|of|vo|v\.o\.|original|en|auf|język:?|lang\.?|spoken)\s+(?=\S)", re.IGNORECASE
)
# "Dansk, tysk tale", "English dialogue".
_SPEECH = re.compile(
    r"\s(?:tale|tal|dialogue|dialog|dialogues|spoken|audio|lydspor|puhe|gesprochen|gesproken|parlé|parlato|hablado|language|soundtrack)$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[\s,،/+&;]")
_LANGUAGE_JOIN = re.compile(
    r"\s*(?:[,،/+&;]|\b(?:and|und|et|y|e|i|a|with|mit|avec|con|z|in|og|och|ja|és|w)\b)\s*", re.IGNORECASE
)


@dataclass(slots=True)
class Item:
    """A piece of a line; `start`, `end` within the whole text. `before` is the separator before it, stripped."""

    kind: str
    start: int
    end: int
    text: str
    before: str
    after: str
    value: object = None
    sure: bool = True


def items_in(text: str, start: int, end: int) -> list[Item]:
    """The pieces of a stretch of one line, in order.

    Of a long stretch only the beginning and the end are taken apart: facts stand there, between is running text.
    """
    if end - start <= _LONG:
        return _items(text, start, end)
    head = text.rfind(" ", start, start + _LONG // 2) + 1 or start + _LONG // 2
    tail = text.find(" ", end - _LONG // 2, end) + 1 or end - _LONG // 2
    first, last = _items(text, start, head), _items(text, tail, end)
    if first and last:
        middle = Item(
            "text", first[-1].end if first[-1].kind == "text" else head, tail, "", first[-1].after, " "
        )
        middle.text = text[middle.start : middle.end]
        first[-1].after = first[-1].after or " "
        middle.before = first[-1].after
        last[0].before = last[0].before or " "
        return [*first, middle, *last]
    return first or last


def _items(text: str, start: int, end: int) -> list[Item]:
    has_digits = _DIGIT.search(text, start, end) is not None
    runtimes = runtimes_in(text, start, end) if has_digits or text.find("minute", start, end) != -1 else []
    years = _YEAR.finditer(text, start, end) if has_digits else ()
    marks: list[tuple[int, int, object]] = [(called_from(text, start, run), run.end, run) for run in runtimes]
    taken = [(run.start, run.end) for run in runtimes]
    marks += [
        (match.start(), match.end(), int(match.group(1)))
        for match in years
        if int(match.group(1)) < 2040
        and not any(a < match.end() and match.start() < b for a, b in taken)
        and not _MONTH_BEFORE.search(text, max(start, match.start() - 14), match.start())
    ]
    plates = plated(text, start, end) if has_digits else []
    if plates:
        spans = [(a, b) for a, b, _ in plates]
        marks = [mark for mark in marks if not any(a < mark[1] and mark[0] < b for a, b in spans)] + plates
        taken += spans
    quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
    if quoted:
        marks = [mark for mark in marks if not any(a < mark[0] < b for a, b in quoted)]
    marks.sort(key=lambda mark: mark[0])
    found: list[Item] = []
    before = ""
    next_mark = 0
    for left, right, after in _stretches(text, start, end, taken, quoted):
        cursor = left
        pieces: list[Item] = []
        while next_mark < len(marks) and marks[next_mark][0] < right:
            a, b, value = marks[next_mark]
            next_mark += 1
            if a < cursor:
                continue
            _add_text(pieces, text, cursor, a)
            pieces.append(_marked(text, a, b, value))
            cursor = b
        _add_text(pieces, text, cursor, right)
        if len(pieces) >= 2 and pieces[1].kind == "year":
            pieces[:1] = _country_behind_colon(pieces[0])
        for index, piece in enumerate(pieces):
            piece.before = before if index == 0 else _between(text, pieces[index - 1], piece)
            piece.after = after if index == len(pieces) - 1 else piece.after or " "
            found.append(piece)
        before = after
    return _with_kinds(_with_codes(_with_languages(_with_towns(_with_states(_with_places(found))))))


def _with_places(items: list[Item]) -> list[Item]:
    """Parts "ice climbing USA" behind facts, where the sign before the country was forgotten."""
    last = items[-1] if len(items) > 2 else None
    at = country_behind_name(last.text) if last is not None and last.kind == "text" else 0
    if last is None or not at or len(last.text.split()) > _FEW_WORDS or items[-2].kind not in FACTS:
        return items
    words, place = last.text[: at - 1], last.text[at:]
    kind, value = _kind(words)
    before = Item(kind, last.start, last.start + len(words), words, last.before, " ", value)
    country = Item("country", last.start + at, last.end, place, " ", last.after, countries_of(place))
    return [*items[:-1], before, country]


def _with_states(items: list[Item]) -> list[Item]:
    """In "| DE 2020", "(CA, 2014" the code that is a state's, too, is the country's: no town stands before it."""
    for item, after in pairwise(items):
        if (
            item.kind == "place"
            and item.text in AMBIGUOUS_CODES
            and (code := country_code(item.text))
            and item.before in _PARTS - {","}
            and after.kind in {"year", "runtime"}
        ):
            item.kind, item.value = "country", (code,)
    return items


def _with_kinds(items: list[Item]) -> list[Item]:
    """Of "Noir/Thriller" both words are kinds of film where one is."""
    for left, right in pairwise(items):
        tight = right.before == "/" and right.start - left.end == 1
        if tight and {left.kind, right.kind} <= {"genre", "text"} and left.kind != right.kind:
            for item in (left, right):
                if item.text.isalpha():
                    item.kind = "genre"
    return items


def _with_languages(items: list[Item]) -> list[Item]:
    """The name of a language without its capital ("| deutsch") is one where signs part it from all else."""
    for item in items:
        if item.kind == "text" and item.text.islower() and len(item.text) > 4 and item.before in _PARTS:
            tag = language_table().get(fold(item.text))
            if tag and item.after in _PARTS | {"", ")"}:
                item.kind, item.value = "language", (tag,)
    for item, after in pairwise(items):
        spoken, parted, _ = item.text.partition(" with ")
        if item.kind == "language" and parted and SUBTITLED.search(after.text):
            item.value = spoken_languages(spoken)  # "Swahili with Arabic / English subtitles"
    return items


def _between(text: str, left: Item, right: Item) -> str:
    """The sign between two pieces that no separator parts: the end of a sentence, "about", or a space."""
    if left.after == ":":
        return ":"
    gap = text[left.end : right.start].strip()
    return gap[0] if gap[:1] in {".", "~"} else " "


def _country_behind_colon(piece: Item) -> list[Item]:
    """Of "Robin: D" before a year the words and the country."""
    head, colon, last = piece.text.rpartition(": ")
    place = _PLATES.get(last)
    countries = (place,) if place else countries_of(last)
    if not countries:
        return [piece]
    at = piece.end - len(last)
    country = Item("country", at, piece.end, last, "", "", countries)
    if not colon:
        return [country]
    end = at - 2
    return [Item("text", piece.start, end, head, "", ":"), country]


def _with_codes(items: list[Item]) -> list[Item]:
    """Codes of three letters that are not in capitals ("Aut – Ita, 2009") mean countries where a year or run-time follows."""
    for item, after in reversed(list(pairwise(items))):
        if (
            item.kind == "text"
            and len(item.text) == 3
            and item.text.istitle()
            and (after.kind in {"year", "runtime"} or (after.kind == "country" and after.text.istitle()))
        ):
            code = country_code(item.text.upper())
            if code and item.before not in {"", " "}:
                item.kind, item.value = "country", (code,)
        if (
            item.kind in {"text", "name"}
            and after.kind == "country"
            and after.before in {"/", ","}
            and item.before in {"(", "["}
        ):
            code = nearly_country(item.text)
            if code:
                item.kind, item.value, item.sure = "country", (code,), False
    return items


def _with_towns(items: list[Item]) -> list[Item]:
    """In "Boulder, CO" a town before its state is a place too, no title and no name."""
    for index in range(1, len(items)):
        town = items[index - 1]
        if (
            items[index].kind == "place"
            and items[index].before == ","
            and town.kind in {"text", "name"}
            and town.before not in {"", " "}
            and len(town.text.split()) <= 3
        ):
            town.kind = "place"
    return items


def _stretches(
    text: str, start: int, end: int, taken: list[tuple[int, int]], quoted: list[tuple[int, int]]
) -> list[tuple[int, int, str]]:
    """The stretches between separators, each with the separator after it."""
    out: list[tuple[int, int, str]] = []
    left = start
    for match in _SEPARATOR.finditer(text, start, end):
        if quoted and any(a < match.start() < b for a, b in quoted):
            continue
        if taken and any(a < match.end() and match.start() < b for a, b in taken):
            # The full stop of "min." belongs to the run-time; a bracket after it still parts.
            if match.end() - match.start() <= 1 or match.group().strip() in {"", "."}:
                continue
            if any(a < match.start() < b - 1 for a, b in taken):
                continue
        sign = match.group().strip()[:1] or "  "
        if match.start() > left or sign in "()[]":
            out.append((left, max(left, match.start()), sign))
        elif out:
            out[-1] = (out[-1][0], out[-1][1], sign if out[-1][2] not in "()[]" else out[-1][2])
        left = match.end()
    if left < end:
        out.append((left, end, ""))
    return out


def _add_text(pieces: list[Item], text: str, start: int, end: int) -> None:
    while start < end and text[start] in " .:-–—":
        start += 1
    while end > start and text[end - 1] in " .:~" and not text.endswith(_DOTTED, start, end):
        end -= 1
    words = text[start:end]
    if words and any(c.isalnum() for c in words):
        pieces.append(_classified(words, start, end))


def _marked(text: str, start: int, end: int, value: object) -> Item:
    kind = "runtime" if isinstance(value, Runtime) else "country" if isinstance(value, tuple) else "year"
    return Item(kind, start, end, text[start:end], "", "", value)


def _classified(words: str, start: int, end: int) -> Item:
    kind, value = _kind(words) if len(words) <= _LONGEST_PIECE else ("text", None)
    return Item(kind, start, end, words, "", "", value)


@lru_cache(maxsize=32_768)
def _kind(words: str) -> tuple[str, object]:  # noqa: PLR0911  # one line for each kind of piece
    """What a piece is, and its value where it has one."""
    folded = fold(words).strip(" .")
    if folded in GENRES:
        return "genre", words
    if folded in FORMATS or fold(words) in FORMATS or _RATED.match(words) or _CUT.search(words):
        return "format", None
    if _NUMBER.match(words):
        return "number", int(words)
    countries = () if words[0].islower() and words[0].isascii() else countries_of(words)
    if countries:
        return "country", countries
    languages = languages_in_meta(words)
    if languages is not None:
        return "language", languages
    if folded in US_STATES or folded in FORMER or words in STATE_CODES:
        return "place", None
    if len(folded) < 45 and _PREMIERE.search(folded):
        return "format", None
    likeness = names_likeness(words) if words[0].isupper() else 0.0
    if likeness >= _LEAST_LIKENESS:
        return "name", likeness
    if words[0].isupper() and len(words) < 50 and is_company(words) and " " in words:
        return "company", None
    return ("format" if len(folded) < 45 and any(word in folded for word in _REMARKS) else "text"), None


def languages_in_meta(words: str) -> tuple[str, ...] | None:
    """The languages spoken, of a piece such as "English", "in Greek with English subtitles"; None if it is no such piece."""
    table = language_table()
    spoken = _SPEECH.sub("", words)
    if spoken != words and (tags := spoken_languages(spoken)):
        return tags
    folded = fold(words).strip(" .")
    if folded in table and (
        (len(folded) > 3 and words[0].isupper())
        or not (words[0].isascii() or words[0].islower() or words[0].isupper())
    ):
        return (table[folded],)
    if len(words) > 80 or (_SEVERAL.search(words) is None and SUBTITLED.search(words) is None):
        return None
    lead = _LANGUAGE_LEAD.match(words)
    subtitled = SUBTITLED.search(words)
    if not lead and not subtitled:
        listed = _LANGUAGE_JOIN.split(words)
        whole = len(listed) >= 2 and all(len(part) > 3 and part[0].isupper() for part in listed)
        return spoken_languages(words) if whole else None
    return spoken_languages(words)


def _language(words: str) -> str | None:
    """The language that a word names; in Swedish also as it stands before "tal" ("svenskt tal")."""
    folded = fold(words).strip(" .()")
    table = language_table()
    return table.get(folded) or (table.get(f"{folded[:-1]}a") if folded.endswith("skt") else None)


def spoken_languages(words: str) -> tuple[str, ...] | None:
    """The languages a text names before it comes to subtitles; None when it says other things."""
    table = language_table()
    rest = _LANGUAGE_LEAD.sub("", words.strip())
    subtitled = SUBTITLED.search(rest)
    parts = _LANGUAGE_JOIN.split(rest)
    known = [_language(part) for part in parts]
    if subtitled:
        table = {**table, **SHORT_LANGUAGES}
        listed = _LANGUAGE_JOIN.split(_WITH_SUBTITLES.sub("", rest))
        tags = [table.get(fold(part).strip(" .()")) for part in listed]
        if len(tags) >= 2 and all(tags) and not SUBTITLED.search(" ".join(listed)):
            return tuple(dict.fromkeys(tag for tag in tags if tag))
        # What stands right before "subtitles" is the subtitles' language; what came before is spoken.
        spoken = _LANGUAGE_JOIN.split(
            re.split(r"\b(?:with|mit|avec|con|z|s|so|z|och|med|,|\+|/)\s|\sw/\s?", rest, maxsplit=1)[0]
        )
        if spoken and not SUBTITLED.search(" ".join(spoken)):
            tags = [table.get(fold(part).strip(" .()")) for part in spoken]
            if tags and all(tags):
                return tuple(dict.fromkeys(tag for tag in tags if tag))
        return ()
    if known and all(known):
        return tuple(dict.fromkeys(tag for tag in known if tag))
    return None
