"""Labels within a line ("Directed by:", "Regie", "Dir. ", a role glued to a name) and where their values are."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import (
    BOTH_ROLES,
    MIXED,
    NEEDS_COLON,
    OTHER,
    TOTAL,
    WITHIN_LINES,
    label_table,
)
from tourdesk.library.intake.vocabulary.places import language_table
from tourdesk.library.intake.vocabulary.words import GENRES

LONGEST_LABEL = 42
_SHORTEST = 3

_OTHER_LANGUAGE = re.compile(r"(?<!\S)(?P<words>[^\s:(),|/]+(?: [^\s:(),|/]+){0,2}?)\s?/\s?$")
_ROLE_JOIN = re.compile(r"\s*(?:[/,&+]|\b(?:and|und|et|y|e|i|og|och)\b)\s*")
_WORD_START = re.compile(r"(?<![^\s(\[|,;/•·–—.:】」』》])[^\s(\[|,;/•·–—.:]")
# A capital behind a small letter or a closing sign, East Asian signs behind any letter.
_GLUED_START = re.compile(
    r"(?<=[a-zß-ÿ\d)\]”\"’'!?])(?=[A-ZÀ-Þ])|(?<=\w)(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)
_OPENING = re.compile(
    r"(?=[\s.(\[|,;/•·–—])(?:\s+(?=(?:(?:Dirs?|Réal|Reż|Rež|Rég)\.|Dirs)\s)|(?<=(?:19|20)\d\d)\s+(?=Dir)|(?<=min)\.?\s+|(?<=[’'′)])\s+|[(\[|,;/•·–—]\s*|\s-\s|\.\s+|\s{2,}|\t)(?=[^\W\d])"
)
_GAP = re.compile(r"\s*\t\s*|\s{2,}|\s+[–—|-]\s+")
_FIRST_WORDS = re.compile(r"[^\s:(),|]+(?:[ ][^\s:(),|]+){0,4}")
_GLUED = re.compile(
    r"(?<=[\w.)\"'])(Assistant Director|Art Director|Casting Director|Executive Producer|Associate Producer|Co-Producer|Line Producer|Co-Director|"
    r"Director of Photography|Director|Writer|Producer|Key Cast|Cinematographer|Cinematography|Screenplay|Editor|Composer|Original Music|Music|"
    r"Sound Design|Sound Designer|Sound|Animator|Narrator|Cast)(?=$|[\"'“‘(\s:])"
)
_NATIVE_ROLE = re.compile(r"(?<![^\s×・/、])(?P<name>[\u3040-\u30ff\u3400-\u9fff]{2,10})監督(?:作品)?$")
_GLUED_FIELDS = {
    "Director": "directors",
    "Co-Director": "directors",
    "Producer": "producers",
    "Co-Producer": "producers",
}
# What may follow a label that has no colon.
_NUMBER_FIRST = re.compile(r"\W*(?:[a-z]{1,7}\.?\s)?\W*\d", re.IGNORECASE)
_MIXABLE = frozenset({"countries", "languages", "year", "runtime", "tags"})
_WHOLE_VALUES = frozenset({"runtime", TOTAL, "year", "countries", "languages"})
_BARE_FIELDS = frozenset({"directors", "producers"})
# "d'Anna Morel", "Un film d’Anna Morel".
_ELIDED = re.compile(
    r"(?:(?i:(?:un |le )?(?:film|court[- ]métrage|moyen[- ]métrage|documentaire)(?: documentaire)? ))?[dD]['’](?=[A-ZÀ-Ý]\S+\s+[A-ZÀ-Ý])"
)
PREPOSITIONS = frozenset(
    map(fold, ("by", "του", "της", "των", "de", "di", "von", "van", "par", "af", "av", "od"))
)
# "Directed, written & edited by".
_MADE_BY = re.compile(
    r"(?P<roles>(?:(?:written|directed|produced|edited|shot|filmed|animated|created|photographed|narrated|performed)(?:\s*(?:,|&|/|and)\s*|\s+))+by)\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_FIRST_NAMES = re.compile(r"\s+[–—-]\s+|[,;|(/•·\d]|\s(?:&|and|und|et|y|e|og|och)\s")
_BARE_OTHER = frozenset(
    {"starring", "featuring", "narrated by", "music", "kamera", "schnitt", "musik", "drehbuch"}
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a line; positions within the whole text. `value_end` is where the next label or the line ends."""

    field: str
    start: int
    value_start: int
    value_end: int
    words: str
    colon: bool


def labels_in(text: str, start: int, end: int) -> list[Label]:
    """The labels of one line, in order."""
    found = _with_colon(text, start, end)
    found = _with_gap(text, start, end, found)
    found += [
        label
        for label in _bare(text, start, end)
        if not any(other.start <= label.start < other.value_start for other in found)
    ]
    found.sort(key=lambda label: label.start)
    out: list[Label] = []
    for index, label in enumerate(found):
        stop = found[index + 1].start if index + 1 < len(found) else end
        if stop < label.value_start or _is_word(text, label, stop):
            continue
        field, first = _twice_said(text, start, label)
        out.append(Label(field, first, label.value_start, stop, label.words, label.colon))
    return out


def _is_word(text: str, label: Label, stop: int) -> bool:
    """Whether a short word before a colon is no label, since what follows is no such value ("Run: A Story")."""
    if label.field not in {"runtime", "year"} or fold(label.words) not in NEEDS_COLON | {"run", "length"}:
        return False
    value = text[label.value_start : stop].strip()
    return bool(value) and _NUMBER_FIRST.match(value) is None


def _twice_said(text: str, start: int, label: Label) -> tuple[str, int]:
    """Field and beginning of a label said twice ("reż./dir.") or for two fields at once ("Country / Language")."""
    match = _OTHER_LANGUAGE.search(text, max(start, label.start - LONGEST_LABEL), label.start)
    if match is None:
        return label.field, label.start
    words = match["words"]
    for left in (0, *(at + 1 for at, sign in enumerate(words) if sign == " ")):
        other = label_table().get(fold(words[left:]).strip(" ."))
        if other == label.field or {other, label.field} == {"section", "tags"}:
            return label.field, match.start() + left
        if label.colon and {other, label.field} <= _MIXABLE:
            return MIXED, match.start() + left
    return label.field, label.start


def _with_colon(text: str, start: int, end: int) -> list[Label]:
    found: list[Label] = []
    table = label_table()
    previous = start
    at = text.find(":", start, end)
    while at != -1 and len(found) < 40:
        after = text[at + 1 : at + 2]
        if not (after.isdigit() and text[at - 1 : at].isdigit()) and after != "/":
            label = _before_colon(
                text, max(previous, at - LONGEST_LABEL), at, table, at_line_start=previous == start
            )
            if label:
                field, left = label
                found.append(Label(field, left, at + 1, end, text[left:at].strip(), colon=True))
            previous = at + 1
        at = text.find(":", at + 1, end)
    return found


def _before_colon(
    text: str, start: int, colon: int, table: dict[str, str], *, at_line_start: bool
) -> tuple[str, int] | None:
    """The longest known label that ends at the colon."""
    stretch = text[start:colon]
    for match in _WORD_START.finditer(stretch):
        left = match.start()
        words = stretch[left:].strip()
        field = table.get(fold(words).strip(" .")) or _of_several(words)
        if field is None and fold(words) in WITHIN_LINES and (left or not at_line_start):
            field = "section"
        if field is None and "(" in words and ")" in words and len(words.split("(")[0].strip()) >= _SHORTEST:
            field = table.get(fold(words.split("(")[0]).strip(" ."))
        if field is None:
            continue
        whole = left == 0 or not stretch[:left].strip(" •*-–(")
        parted = left > 0 and stretch[:left].rstrip()[-1:] in {
            "(",
            "[",
            "|",
            ",",
            ";",
            "/",
            "•",
            "·",
            "–",
            "—",
            ".",
            "-",
            ":",
            "】",
            "」",
            "』",
            "》",
            "",
        }
        before = stretch[:left].split()
        if (
            at_line_start
            and not parted
            and len(before) in {1, 2}
            and before[0][:1].isupper()
            and before[-1].islower()
        ):
            return OTHER, start  # "Local de Produção": another label than the one it ends with
        if (
            (whole and (at_line_start or start > 0))
            or parted
            or words[:1].isupper()
            or not words[:1].isascii()
        ):
            return field, start + left
    return _glued_label(stretch, start, table)


def _glued_label(stretch: str, start: int, table: dict[str, str]) -> tuple[str, int] | None:
    """A label before its colon that no space parts from what stands before: "Salt RoadRegie:", "塩の道監督:"."""
    for match in _GLUED_START.finditer(stretch):
        words = stretch[match.start() :].strip()
        field = table.get(fold(words).strip(" ."))
        if field is not None and (len(words) > _SHORTEST or not words[0].isascii()):
            return field, start + match.start()
    return None


@lru_cache(maxsize=4096)
def _of_several(words: str) -> str | None:
    """The field of roles that one person has ("Dir/Wri/Prod", "Buch, Regie & Schnitt"); None where one is no role."""
    roles = [fold(role).strip(" .") for role in _ROLE_JOIN.split(words)]
    fields = {label_table().get(role) for role in roles}
    if len(roles) < 2 or any(c.isdigit() for c in words):
        return None
    led = label_table().get(roles[0]) == "directors" and len(roles[0]) > len("dir")
    known = fields <= {"directors", "producers", OTHER}
    if not known and not (led and fields <= {"directors", "producers", OTHER, None}):
        return None
    return next((field for field in ("directors", "producers") if field in fields), OTHER)


def makes_both(words: str) -> bool:
    """Whether a label names those who directed and produced."""
    roles = [fold(role).strip(" .") for role in _ROLE_JOIN.split(words)]
    return fold(words) in BOTH_ROLES or {"directors", "producers"} <= {
        label_table().get(role) for role in roles if len(roles) > 1
    }


def _with_gap(text: str, start: int, end: int, found: list[Label]) -> list[Label]:
    """Labels as in "Director<tab>Jane Doe", "Länge – 12 min": a label and its value in two columns."""
    if found and found[0].start == start:
        return found
    gap = _GAP.search(text, start, min(end, start + LONGEST_LABEL))
    if not gap or gap.start() == start:
        return found
    field = label_table().get(fold(text[start : gap.start()]).strip(" .:"))
    if field is None or gap.end() >= end:
        return found
    if gap.group().strip() and field == OTHER:
        return found
    if len([part for part in re.split(r"\t|\s{2,}", text[gap.end() : end]) if part.strip()]) > 1:
        return found  # more columns: the header of a table
    return [Label(field, start, gap.end(), end, text[start : gap.start()], colon=True), *found]


def _bare(text: str, start: int, end: int) -> list[Label]:
    """Labels as in "dir. Jane Doe", "Regie Jane Doe", "Running time 91 min": labels without a colon, only where a value follows."""
    found: list[Label] = []
    table = label_table()
    elided = _ELIDED.match(text, start, end)
    if elided:
        found.append(Label("directors", start, elided.end(), end, "de", colon=False))
    several = _MADE_BY.match(text, start, end)
    if several and several["roles"].lower().strip() not in label_table():
        made = "directors" if "directed" in several["roles"].lower() else OTHER
        return [*found, Label(made, start, several.end(), end, several.group().strip(), colon=False)]
    lefts = [start, *(opening.end() for opening in _OPENING.finditer(text, start, min(end, start + 240)))]
    for left in dict.fromkeys(lefts):
        words = _FIRST_WORDS.match(text, left, min(end, left + LONGEST_LABEL))
        if words is None:
            continue
        parts = words.group().split(" ")
        for size in range(min(len(parts), 4), 0, -1):
            phrase = " ".join(parts[:size])
            folded = fold(phrase).strip(".")
            field = table.get(folded) or table.get(fold(phrase))
            if field is None:
                continue
            value = left + len(phrase)
            if _bare_fits(field, phrase, text[value : min(end, value + 60)], opens_line=left == start) or (
                fold(phrase) == "by" and _by_names(text[value : min(end, value + 60)])
            ):
                found.append(Label(field, left, value, end, phrase, colon=False))
            break
    return found


def _by_names(rest: str) -> bool:
    """Whether names follow "by" behind a separator ("… – 26 minutes – by Gabe Gray – …")."""
    return names_likeness(_FIRST_NAMES.split(rest.lstrip())[0].strip()) >= 0.5


def _bare_fits(  # noqa: PLR0911  # one line for each kind of label
    field: str, phrase: str, rest: str, *, opens_line: bool
) -> bool:
    folded = fold(phrase)
    rest = rest.lstrip()
    if not rest or rest[0] == ":" or folded == "made in":  # "Made in Nepal" is a title
        return False
    if folded in PREPOSITIONS:
        return opens_line and names_likeness(_FIRST_NAMES.split(rest)[0]) >= 0.5
    if field in _BARE_FIELDS:
        strong = (
            folded.endswith((" by", ".", " di", " de", " van", " von", " av"))
            or " " in folded
            or len(folded) >= 4
            or folded == "dir"
        )
        if (
            folded in {"producer", "producers", "producent"}
            and opens_line
            and names_likeness(_FIRST_NAMES.split(rest)[0]) >= 0.5
        ):
            return True
        if folded.strip(".") in NEEDS_COLON and folded not in {"prod.", "d.", "r."}:
            return False
        if folded == "production" or (
            field == "producers" and len(folded) < 9 and not folded.endswith((".", " by"))
        ):
            return False
        return strong and rest[0].isupper() if rest[0].isascii() else strong
    if field == "tags":
        return opens_line and fold(rest) in GENRES  # "Genre Documentary"
    if field in _WHOLE_VALUES:
        return _is_whole_value(field, folded, rest)
    if field == OTHER:
        named = folded in _BARE_OTHER and opens_line and names_likeness(_FIRST_NAMES.split(rest)[0]) >= 0.5
        return folded.endswith(" by") or named
    return False


def _is_whole_value(field: str, label: str, rest: str) -> bool:
    """Whether what follows a label without a colon is a value of its kind and nothing else ("Country USA")."""
    words = re.split(r"[|•·;()]|\s[–—-]\s", rest.partition("\n")[0])[0].strip(" .,")
    if field in {"runtime", TOTAL}:
        return re.match(
            r"(?:approx\.?|ca\.?|c\.|about)?\s*\d{1,3}\s?(?:[a-zа-я'’′:]|$)", words, re.IGNORECASE
        ) is not None and (label not in NEEDS_COLON or len(words) <= 8)
    if field == "year":
        return re.fullmatch(r"(?:19|20)\d\d", words) is not None
    if field == "countries":
        return bool(countries_of(words))
    return fold(words) in language_table()


def glued_roles(text: str, start: int, end: int) -> list[Label]:
    """A role that follows its name without a space ("Jane DoeDirector"); the value is the name before it."""
    if end - start > 160:
        return []
    native = text.find("監督", start, end) != -1 and _NATIVE_ROLE.search(text, start, end)
    if native:
        return [Label("directors", native.end("name"), *native.span("name"), "監督", colon=True)]
    match = _GLUED.search(text, start, end)
    if match is None or match.start() - start > 80 or text[match.start() - 1].isspace():
        return []
    field = _GLUED_FIELDS.get(match.group(1), OTHER)
    return [Label(field, match.start(), start, match.start(), match.group(1), colon=True)]


def whole_line_label(text: str) -> str | None:
    """The field of a line that is only a label, with or without a colon."""
    if len(text) > LONGEST_LABEL + 2:
        return None
    words = text.rstrip(" :").removeprefix("The ")
    field = label_table().get(fold(words).strip(" ."))
    if field is None and "(" in words:
        field = label_table().get(fold(words.split("(")[0]).strip(" ."))
    if field is None and "," in words:
        field = _of_several(words)  # "Director, Writer"
    head, _, last = words.rpartition(" ")
    if field is None and fold(last.strip("()")) in language_table():
        field = label_table().get(fold(head).strip(" ."))  # "Synopsis English"
    return field
