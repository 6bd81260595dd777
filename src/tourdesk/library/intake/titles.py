"""A title as it is said: without the number of its entry, quotes, premieres and times of day about it."""

import re
from functools import lru_cache

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
_CLOCK_TAIL = re.compile(
    r"\s*(?:[(\[]\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\.?|Uhr|h)?[)\]]|\s[|–—-]\s+\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\.?|Uhr|uur|h)?)$",
    re.IGNORECASE,
)
# What is shown with the film, and what a site calls the picture: neither is in the title.
_WITH_TALK = re.compile(
    r"\s*(?:\((?:PG|U|G|[0-9]{1,2}A?\+?)\)|\[(?:PG|U|G|[0-9]{1,2}A?\+?)\])?\s*(?:\+|w/|with|inkl\.|mit|&)\s*(?:directors?\s|filmmakers?\s|live\s)?"
    r"(?:Q\s?(?:&|and)\s?A|Filmgespräch|Publikumsgespräch|panel|discussion|introduction|intro)\b.*$",
    re.IGNORECASE,
)
# "Happy End 2. Woche", "Trailer w/ short film: Ebb", "Ebb w/" before a talk.
_RUN = re.compile(
    r"\s+(?:\d{1,2}\.\s?(?:Woche|week)|Neustart|w/\s?(?:the )?short(?: film)?:?\s.+|(?-i:w)/?)$",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\s+[|–-]\s+(?:official\s)?(?:full\s)?(?:short\s)?(?:film|trailer|video|movie)$", re.IGNORECASE
)
_PREMIERED = re.compile(
    r"\s*(?:[–—|*-]\s*|,\s|[(\[]|\s{2,})(?:[^\W\d_]+[\s/]){1,3}premi[eè]re[)\]!*]*$",
    re.IGNORECASE,
)

# "(15)", "(cert 12A)", "[PG-13]", "(FSK 12)", "(ab 6 J.)": who may see it.
_RATED = re.compile(
    r"\s*[(\[](?:(?:cert(?:ificate)?|rated|fsk|ab)\b\.?:?\s?)?(?:U|PG(?:-?13)?|12A?|15|18|R|R18|NR|NC-17|TP|14A|[01]?\d\+|(?<=[a-zK] )[01]?\d)(?:\s?(?:J|Jahren?|Jahre)\.?)?[)\]]$",
    re.IGNORECASE,
)
# "Cert 15", "cert 12A (subtitled)".
_CERTIFIED = re.compile(
    r"\s+[Cc]ert(?:ificate)?\.?:?\s(?:U|PG|12A?|15|18|TBC|tbc)(?:\s+\([^()]{2,30}\))?$",
)
# "FILM CLUB NIGHT: The Third Man", "Keswick Film Festival: Ebb", "Kino z pasją: „Ebb”": the event and the film.
_EVENT = re.compile(
    r"[^:“„«\"\n]{3,50}:\s+(?=(?:“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|\"[^\"]+\")$)"
    r"|(?i:[^:\n]{0,40}?(?::\s)?[^:\n]{0,40}\b(?:film ?festival|screening|film ?club|movie night|film night|cin[eé][- ]?club|filmabend|filmvorf[üu]hrung|"
    r"sondervorstellung|pokaz(?: \w+)?|projekcja|projekce|projekcija|projection|proiezione|proyecci[oó]n|s[ée]ance)):\s+(?=\S)"
    r"|(?:[A-Z&’'-]+ ){0,3}(?:NIGHT|MATINEE|SCREENING|PREVIEW|SPECIAL|PREMIERE|GALA|CLUB):\s+(?=\S)|(?:[Ss]hort|SHORT|[Mm]ain feature|MAIN FEATURE|FEATURE|[Pp]review|ENCORE|[Dd]ouble [Bb]ill):\s+(?=\S)"
)


@lru_cache(maxsize=1024)
def bare_title(words: str) -> tuple[str, int, int]:
    """A title without the number of its entry and without quotes, and where it begins and ends in the words."""
    start, end = 0, len(words)
    start += ordinal_end(words)
    for head in (_PREMIERE, _EVENT) if ":" in words else (_PREMIERE,):
        match = head.match(words, start)
        start = match.end() if match else start
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


def event_end(words: str) -> int:
    """Where a title begins behind what it is shown at ("Film screening: Ebb"); 0 where no event leads it."""
    match = _EVENT.match(words)
    return match.end() if match else 0


def premiere_tail(words: str) -> int:
    """Where in a title the premiere that follows it begins; 0 where none does."""
    match = _PREMIERED.search(words) if "premi" in words.lower() else None
    return match.start() if match else 0


def _without_tail(words: str, start: int, end: int) -> int:
    """Where a title ends before the time of day and the premiere that follow it."""
    for tail in (_CLOCK_TAIL, _CERTIFIED, _RATED, _PREMIERED, _RUN, _WITH_TALK, _OFFICIAL):
        match = tail.search(words, start, end)
        if match and match.start() > start:
            end = match.start()
    return end
