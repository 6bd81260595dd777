"""Clean text of a pasted page: what browsers, mails and PDF files leave behind is taken out.

All spans of a reading refer to this cleaned text. Line ends are line feeds, every space is a plain one, tabs
stay (they are columns), no line has spaces at its end.
"""

import re
import unicodedata
from collections import Counter

from tourdesk.library.intake.columns import one_column
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import label_table

_DROPPED = dict.fromkeys(
    [0xFEFF, 0x200B, 0x200E, 0x200F, 0x2060, 0x00AD, 0x061C, 0xFFFC]
    + list(range(0x202A, 0x202F))
    + list(range(0x2066, 0x206A))
    + [c for c in range(0x20) if c not in {0x09, 0x0A, 0x0B, 0x0C, 0x0D}]
    + list(range(0x7F, 0x85))
    + list(range(0x86, 0xA0))
    + list(range(0xE000, 0xF900))  # private use: symbols of icon fonts
    + list(range(0xD800, 0xE000))  # halves of characters that a broken copy left
)
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_LINE_ENDS = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
# Full-width letters, digits and signs of East Asian pages, one for one.
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_TABLE = {**_DROPPED, **_SPACES, **_LINE_ENDS, **_LIGATURES, **_FULL_WIDTH}
# "[12.03.24, 18:02:40] Anna: " or "[12/03, 21:14] Anna: " before each message of a chat.
_CHAT = re.compile(
    r"^\[?\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4}|\.)?,?[ ]\d{1,2}:\d\d(?::\d\d)?(?:[ ]?[AaPp]\.?[Mm]\.?)?(?:\]|[ ]-)[ ][^:\n]{2,30}:[ ]",
    re.MULTILINE,
)
# "Norway I 2019 I 12 min": what stands for an upright stroke where nobody says "I".
_STROKE = re.compile(r"(?<=[^\s.!?]) [Il] (?=[A-ZÀ-Þ\d])")
_ANY_STROKE = re.compile(r"(?<=[^\s!?]) [Il] (?=\w)")
# "EBB ........ Gray ... USA ... 20'00\"": dots that lead from one column to the next.
_DOTS = re.compile(r"(?<=\S)[ ]+\.{3,}(?=[ ])")
# PDF readers lose the two letters that are printed as one: "a short lm", "the lmmakers".
_LOST_LETTERS = re.compile(r"(?<=[a-zA-Z] )lm(?=(?:s|makers?|making)?\b)")
# "Dir.Nate Gray": the space is lost.
_SHORT_ROLE = re.compile(r"\b(Dirs?|Réal|Reż|Rež|Reg|Prod)\.(?=[A-ZÀ-Ý][^\W\d_]+\s)")
# "01. 04. 2026": Czech and Slovene dates have spaces, and are one date.
_SPACED_DATE = re.compile(r"(?<![\d.])(\d{1,2}\.) (\d{1,2}\.) (?=(?:19|20)\d\d\b)")
_FEW = 2
# "Original title ........: Ebb": the dots that lead from a label to its value.
_LEADERS = re.compile(r"(?:(?<=[^\s.])|(?<=\.)(?=[ ]))[ ]*(?:\.{2,}|(?<=[ ])\.)[ ]?:(?=[ ])")
_GLUED = re.compile(r"^[ ]*(?:[-•*][ ]+)?(?P<label>[A-ZÀ-Þ][a-zß-ÿ]+)(?=[A-ZÀ-Þ\d])", re.MULTILINE)
_FIELDS, _LETTERS = 3, 4
_GLUED_WORDS = re.compile(r"[a-zß-ÿ][A-ZÀ-Ý][a-zß-ÿ]")
_GLUED_LINK = re.compile(r"^(?P<link>[A-ZÀ-Ý][^\n]{8,40}?[a-zß-ÿ])(?=[A-ZÀ-Ý][a-zß-ÿ])", re.MULTILINE)
_STRAY = re.compile(
    "[^\\x20-\\x7e\\n\\t\\u00a1-\\u00ac\\u00ae-\\u024f\\u0370-\\u04ff\\u2010-\\u2027\\u2030-\\u205e]"
)
_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\((?:https?:|/|#|mailto:|www\.)[^()\s]{0,500}\)")
_TWICE_CODED = re.compile(
    r"[ÂÃâ][\u0080-\u00bf\u20ac\u2018-\u201e\u2020-\u203a\u0152-\u017e\u2122\u02c6\u02dc]"
)
# « Salt Road »: French signs stand apart from the words.
_WIDE_QUOTES = re.compile(r"«[ ]([^«»\n]{1,120}?)[ ]»")
# What another encoding's quotation marks became: around words, and within one. Letters are lost as well: where one is
# amid a word nothing tells the others from marks.
_LOST_QUOTES = re.compile(r"(?<![^\s(\[])\ufffd(?=\w)([^\ufffd\n]{1,120})(?<=[\w.,!?])\ufffd(?!\w)")
_LOST_APOSTROPHE = re.compile(
    r"(?<=n)\ufffd(?=t\b)|(?<=[a-z])\ufffd(?=(?:s|re|ll|ve|d|m)\b)|(?<=\b[dlDL])\ufffd(?=[aeiouAEIOU])"
)
_LOST_LETTER = re.compile(
    r"(?<=\w)(?<!\bO)\ufffd(?<!\b[dlDL]\ufffd(?=[aeiouAEIOU]))(?!(?:s|t|re|ll|ve|d|m)\b)(?=\w)"
)
_CLOSING_THAT_OPENS = re.compile(r"(?<![^\s(\[])”(?=\w)")
_EMPHASIS = re.compile(r"^[ ]*([*_])(?=[^\s*_])([^*_\n]{1,500})(?<=[^\s*_])\1[ ]*$", re.MULTILINE)
# No columns are farther apart; each pattern that passes over spaces is tried at every one of them.
_WIDE_GAP = re.compile(r"([ \t]{60})[ \t]+")
_RULE_WITHIN = re.compile(r" _+ (?=[A-ZÀ-Þ“\"«„])")
_MARKDOWN_RULE = re.compile(r"^[ ]{0,3}(?:-{3,}|\*{3,}|_{3,}|={3,}|~{3,})$", re.MULTILINE)


def clean_text(text: str) -> str:
    """The text with one kind of line end and space, without invisible characters and doubled blank lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _once_coded(text)
    if _STRAY.search(text) or "\xa0" in text or "\xad" in text:
        text = text.translate(_TABLE)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = _CLOSING_THAT_OPENS.sub("“", text)
        text = _WIDE_QUOTES.sub(r"«\1»", text) if "« " in text else text
    if "\ufffd" in text and not _LOST_LETTER.search(text):
        text = _LOST_QUOTES.sub(r"“\1”", _LOST_APOSTROPHE.sub("’", text))
    text = _without_markup(text)
    if len(_CHAT.findall(text)) >= _FEW:
        text = _CHAT.sub("", text)
    if " ..." in text:
        text = _without_dots(text)
    text = _with_links_parted(text)
    text = _unglued(_LEADERS.sub(":", text) if ".:" in text or ". :" in text else text)
    text = _SPACED_DATE.sub(r"\1\2", text)
    text = _SHORT_ROLE.sub(r"\1. ", _LOST_LETTERS.sub("film", text))
    if " I " in text or " l " in text:
        text = "\n".join(map(_with_strokes, text.split("\n")))
    text = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    return _single_spaced(_WIDE_GAP.sub(r"\1", one_column(text)))


def _with_strokes(line: str) -> str:
    return _ANY_STROKE.sub(" | ", line) if len(_STROKE.findall(line)) >= _FEW else line


def _without_dots(text: str) -> str:
    """Columns that dots lead to are parted by spaces, where several lines have them."""
    lines = text.split("\n")
    led = [number for number, line in enumerate(lines) if len(_DOTS.findall(line)) >= _FEW]
    for number in led if len(led) >= _FEW else ():
        lines[number] = _DOTS.sub("  ", lines[number])
    return "\n".join(lines)


def _with_links_parted(text: str) -> str:
    """What to click that was glued to the next entry ("More of this filmBloodline") gets a line, where three lines have it."""
    if len(_GLUED_WORDS.findall(text)) < _FIELDS:
        return text
    heads = Counter(match["link"] for match in _GLUED_LINK.finditer(text))
    often = {head for head, count in heads.items() if count >= _FIELDS}
    if not often:
        return text
    return _GLUED_LINK.sub(lambda match: match[0] + "\n" if match["link"] in often else match[0], text)


def _once_coded(text: str) -> str:
    """Text that was taken for another encoding on its way ("DvoÅ™Ã¡k") is set right where that is certain."""
    if text.isascii() or not _TWICE_CODED.search(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _TWICE_CODED.search(line):
            try:
                lines[number] = line.encode("cp1252").decode("utf-8")
            except UnicodeError:
                continue
    return "\n".join(lines)


def _unglued(text: str) -> str:
    """Labels that lost what parted them from their values ("DirectorAnna Ilin") get a colon, where three lines have one."""
    found = [
        match
        for match in _GLUED.finditer(text)
        if fold(match["label"]) in label_table() and len(match["label"]) >= _LETTERS
    ]
    fields = {label_table()[fold(match["label"])] for match in found}
    if len(fields) < _FIELDS:
        return text
    for match in reversed(found):
        text = f"{text[: match.end('label')]}: {text[match.end('label') :]}"
    return text


def _without_markup(text: str) -> str:
    """Markdown's links and emphasis are read as their words; ruled lines become blank ones."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if " _" in text:
        text = "\n".join(map(_without_rules, text.split("\n")))
    for mark in ("**", "__"):
        if mark in text and text.count(mark) % 2 == 0 and text.count(mark) >= 2:
            text = text.replace(mark, "")
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", text)
    return _MARKDOWN_RULE.sub("", text)


def _without_rules(line: str) -> str:
    """The lines of one into which ruled ones were run together ("… ____ EBB by Ann Gray … _ ALPS by Jo Hart …")."""
    return _RULE_WITHIN.sub("\n", line) if len(_RULE_WITHIN.findall(line)) >= _FEW else line


def _single_spaced(text: str) -> str:
    """A page in which blank lines stand between all lines says nothing by them: they are halved until they do."""
    lines = text.strip("\n").split("\n")
    gaps = [0]
    kept = []
    for line in lines:
        if line:
            kept.append(line)
            gaps.append(0)
        else:
            gaps[-1] += 1
    inner = gaps[1:-1]
    while inner and min(inner) > 0:
        inner = [(gap - 1) // 2 if gap % 2 else gap - 1 for gap in inner]
    if not kept:
        return ""
    out = [kept[0]]
    for line, gap in zip(kept[1:], inner, strict=True):
        out.extend([""] * min(gap, 2))
        out.append(line)
    return "\n".join(out) + "\n"
