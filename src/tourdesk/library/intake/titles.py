"""A title as it is said: without the number of its entry, quotes, premieres and times of day about it."""

import re

from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.vocabulary.folding import fold

_QUOTES = {
    "“": "”“",
    "【": "】",
    "„": "“”",
    "«": "»",
    "‘": "’",
    "'": "'",
    '"': '"',
    "”": "”",
    "’": "’",
    "»": "«",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "❝": "❞",
    "*": "*",
    "_": "_",
}
_PREMIERE = re.compile(
    r"(?:(?:(?:world|international|european|national|us|uk|north american)\s)?premi[eè]re|brand new|new|sold out)(?:!\s*|:\s+|\s+[–—-]\s+)(?=\S)",
    re.IGNORECASE,
)
_CLOCK_TAIL = re.compile(r"\s*[(\[]\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\.?|Uhr|h)?[)\]]$", re.IGNORECASE)
# What is shown with the film, and what a site calls the picture: neither is in the title.
_WITH_TALK = re.compile(
    r"\s*(?:\((?:PG|U|G|[0-9]{1,2}A?\+?)\)|\[(?:PG|U|G|[0-9]{1,2}A?\+?)\])?\s*(?:\+|with|inkl\.|mit|&)\s*(?:director\s|live\s)?"
    r"(?:Q\s?(?:&|and)\s?A|Filmgespräch|Publikumsgespräch|panel|discussion|introduction|intro)\b.*$",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\s+[|–-]\s+(?:official\s)?(?:full\s)?(?:short\s)?(?:film|trailer|video|movie)$", re.IGNORECASE
)
_PREMIERED = re.compile(
    r"\s*(?:[–—|*-]\s*|,\s|[(\[])(?:[^\W\d_]+\s){1,2}premi[eè]re[)\]!*]*$",
    re.IGNORECASE,
)


def bare_title(words: str) -> tuple[str, int, int]:
    """A title without the number of its entry and without quotes, and where it begins and ends in the words."""
    start, end = 0, len(words)
    start += ordinal_end(words)
    premiere = _PREMIERE.match(words, start)
    if premiere:
        start = premiere.end()
    end = _without_tail(words, start, end)
    while start < end and words[start] == " ":
        start += 1
    while end > start and words[end - 1] in " ,;:–—-|/":
        end -= 1
    if end - start > 2 and words[start] in _QUOTES and words[end - 1] in _QUOTES[words[start]]:
        inner = words[start + 1 : end - 1]
        if inner.strip() and (words[start] != "'" or not inner.startswith("s ")):
            start, end = start + 1, end - 1
            while end > start and words[end - 1] in " ,;":
                end -= 1  # “War Game,” 18 minutes
    while start < end and words[start] == " ":
        start += 1
    while end > start and words[end - 1] == " ":
        end -= 1
    first, dash, second = words[start:end].partition(" - ")
    if dash and fold(first) == fold(second):
        end = start + len(first)  # a caption that says the title twice
    return words[start:end], start, end


def _without_tail(words: str, start: int, end: int) -> int:
    """Where a title ends before the time of day and the premiere that follow it."""
    for tail in (_CLOCK_TAIL, _PREMIERED, _WITH_TALK, _OFFICIAL):
        match = tail.search(words, start, end)
        if match and match.start() > start:
            end = match.start()
    return end
