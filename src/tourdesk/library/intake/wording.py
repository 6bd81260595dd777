"""Whether words are running text, a title, or neither; and how a stretch is trimmed to its words."""

import re
from functools import lru_cache

from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import BREAKS, FOOT, GENERIC, NAVIGATION, RELATED, SPONSORS

_MORE_OF = re.compile(
    r"more from\b|(?:up next|more (?:films|movies|titles|shorts)|other (?:films|movies|titles|shorts) (?:in|from|at|by)|also (?:playing|showing|screening)) (?:in|from|at|by)\b(?! (?:this|the) (?:same )?(?:section|category|strand|programme|program|tag))"
)
_EDGE = " \t,;|/\\–—-•·:~=>»«"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"’”»)\]]*$")
# A title in three languages, parted by strokes.
_LONGEST_OF_ALL = 200
_LANGUAGES, _LONGEST = 4, 110
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
MONTHS = (
    r"jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[ée]vr(?:ier)?|m[aä]r(?:ch|z|s)?|marzo|apr(?:il|ile)?|avril|abril|may|mai|maj|mayo|maggio|jun[ei]?|juin|junio|giugno|jul[iy]?|juillet|"
    r"julio|luglio|aug(?:ust)?|ao[uû]t|agosto|sep(?:t|tember|tembre|tiembre)?|settembre|o[ck]t(?:ober|obre|ubre)?|ottobre|nov(?:ember|embre|iembre)?|de[cz](?:ember|embre)?|diciembre|dicembre|gennaio|febbraio|enero|febrero|ottobre|"
    r"janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|augusti|marts|februarie|"
    r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|"
    r"ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|januára|februára|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra|"
    r"januarja|februarja|marec|aprila|junija|julija|avgusta?|oktobra|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|studenoga|"
    r"január|február|március|április|május|június|július|augusztus|szeptember|október|"
    r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|"
    r"ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
)
_DAYS = (
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|(?:segunda|ter[cç]a|quarta|quinta|sexta)-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|"
    r"poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|pondelok|utorok|streda|štvrtok|piatok|nedeľa|"
    r"ponedeljek|torek|sreda|četrtek|petek|nedelja|ponedjeljak|utorak|srijeda|četvrtak|petak|subota|nedjelja|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|"
    r"maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя"
)
_DATE = re.compile(
    rf"\b(?:(?:{MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?:{MONTHS})\b)|\b\d{{1,2}}[./]\d{{1,2}}[./](?:20)?\d\d\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}/\d{{1,2}}\s?\(|\d:\d\d\s?[~～]|\b\d{{1,2}}月\d{{1,2}}日",
    re.IGNORECASE,
)
_DAY_START = re.compile(
    rf"\s*(?:{_DAYS})\b(?=\.?\s*$|[.,:]|\s+\d|\s*[–—|(&+/-]|\s+(?:{MONTHS})\b|\s+(?:at|and|night|evening|morning|afternoon|matinee|und|et|um|à|i+v?)\b)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?\b|uhr\b|o'clock)|\b(?:[01]?\d|2[0-3])[:h]\d\d\s?(?:[-–—]\s?(?:[01]?\d|2[0-3])[:h]\d\d|uhr|h\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"https?://|www\.|\S@\S+\.\w|\.(?:com|org|net|de|fr|eu|co\.uk)\b|\b[a-z][a-z-]{3,}\.(?:[a-z]{2}|tv|info|film)$|^[\w-]+\.(?:[a-z]{2}|tv|info|film|cinema|co\.[a-z]{2})$",
    re.IGNORECASE,
)
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?(?:€|£|\$|EUR|USD|GBP|CHF|zł|Kč|kn|SEK|NOK|DKK|Ft)\b")
_LISTED = re.compile(r"\s*[,+&]\s*")
_OPENERS = frozenset(
    {"introduction", "intro", "introductory", "opening", "welcome", "sponsor", "sponsors", "tour"}
)
# "Introduction to Ebb by Ann Gray", "Wild and Scenic Film Festival intro (3 minutes)".
_INTRODUCED = re.compile(
    r"introductions? (?:to|of) .{2,}\bby .|.{0,60}\bfestival intro(?:duction)?(?: \([^()]*)?$"
)
_SHOWN = frozenset({"video", "reel", "clip", "intro", "introduction", "message", "remarks"})
_QUOTED_START = re.compile(r"(?P<quoted>[\"“„«‘][^\"“”„«»\n]{1,100}[\"”“»’])\s*(?:[–—:|,-]\s*|\s)(?=\S)")
_WITH_GUESTS = re.compile(
    r"(?<!\+ )(?<!\+)(?<! w/ )(?<! w/ filmmaker )(?<! w/ director )(?<! w/ live )\b(?:q ?& ?a|q and a|publikumsgesprach|filmgesprach)\b|^followed by\b"
)
# What a paper said of the film, and which; the dash is set close to the paper, or the words are a sentence.
_SAID_BY = re.compile(
    r"[“\"„«][^“”\"„«»]{4,100}(?:[.!?…][”\"»“]\s?[–—-]\s?|[”\"»“]\s?[—–-](?=\S))[^\d,|:(]{2,40}"
)
_NO_TITLE = re.compile(
    r"^free\b.*\b(?:events?|screening|showing|admission|entry)\b|\bon (?:twitter|facebook|instagram|pinterest|youtube)\b|^\W*\d{1,3}(?:[.,]\d+|\s?%|\s?/\s?\d+|\+)?(?:\s*/\s*\d+)?\W*$(?<!\d\d\d)|^(?:ages?|ab|suitable for|recommended)\s\d+|^\d+\+|^rated\b.{0,8}$|^(?:now )?(?:playing|showing|screening) at\b|\b(?:presented|hosted|präsentiert|présenté|curated) (?:by|von|par)\b|^(?:rent|buy|watch|stream|add|view|play)\b.{0,12}[$€£]|^//|^(?:go|back|return|continue|skip) to (?:the )?\S+(?: \S+)? ?(?:page|site|website|list|programme|program)$|\bpdf$|\d\s?(?:votes|ratings|likes|views|comments|reviews|stars)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b\d+ (?:years?|months?|weeks?|days?|hours?) ago\b|^\d+[.,]?\d*[KM]?\s+\d")
# "still.jpg", "Shorty0009_SALT_ROAD", "age-of-ondra-1-reel-rock": what a site calls its pictures.
FILE_NAME = re.compile(
    r"\.(?:png|jpe?g|gif|webp|svg|mp4|mov|pdf|docx?)$|^(?=\S*\d)\w\S*_\S+$|(?-i:^[a-z0-9]+(?:-[a-z0-9]+){3,}$)",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\s+[–—-]+\s+|:\s+")
_DAY_OF_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?:{MONTHS})\b\.?|(?:{MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b)"
# A day before the title of what is shown: with its name, or parted from the title by a sign.
DATE_START = re.compile(
    rf"^(?:(?:{_DAYS})\b[.,]?\s+{_DAY_OF_MONTH},?(?:\s+20\d\d\b)?(?:,?\s+(?:at\s+|um\s+|à\s+)?\d{{1,2}}[:.h]\d\d(?:\s?[ap]\.?m\.?|\s?Uhr)?)?\s*[:,|–—-]?\s+"
    rf"|{_DAY_OF_MONTH},?(?:\s+20\d\d\b)?(?:\s*[:|–—]|\s+-)\s+|\d{{1,2}}[./]\d{{1,2}}\.?(?:[./]?(?:20)?\d\d)?(?:\s*[:|–—]|\s+-)\s+)(?=\S)",
    re.IGNORECASE,
)
DAY_BEHIND = re.compile(
    rf"(?P<title>\S.{{1,90}}?)\s*(?:\s(?:am|on|le|il|el|den)\s|[,|–—-])\s*(?:(?:{_DAYS})\b[.,]?\s+)?(?:{_DAY_OF_MONTH}|\d{{1,2}}[./]\d{{1,2}}\.?)"
    r"(?:[\s,./]*(?:20)?\d\d)?(?:[\s,–—-]*(?:um|at|à|ore|kl\.?)?\s*\d{1,2}(?:[:.h]\d\d)?\s?(?:Uhr|[ap]\.?m\.?|h)?)?\.?",
    re.IGNORECASE,
)
CLOCK_START = re.compile(
    r"^(?:(?:godz|kl|um|at|klo|ore|ob|à|a las|alle|o)\b\.?\s?)?(?:[\[(]?(?:[01]?\d|2[0-3])[:.h](?:[0-5]\d)(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:[-–—/]|to|bis)\s?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?)?(?:\s?Uhr)?[\])]?|\d{1,2}\s?(?:[ap]\.?m\.?|noon|midnight))(?:\s*[-–—|:,]\s*|\s+)(?=\D|\d{2,3} [A-Z])",
    re.IGNORECASE,
)


def trimmed(text: str, start: int, end: int, *, brackets: bool = True) -> tuple[int, int]:
    """The span without separators at its edges, nor brackets that stand open."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if brackets:
        while end > start and text[end - 1] in "([" + _EDGE:
            end -= 1
        while start < end and text[start] in ")]" + _EDGE:
            start += 1
    return start, end


def before_open_bracket(text: str, start: int, end: int) -> int:
    """Where a title ends before a bracket that is still open: in "Salt Road (California • 17 mins" that holds facts."""
    opened = text.rfind(" (", start, end)
    return opened if opened > start and text.find(")", opened, end) < 0 else end


def is_wide(text: str) -> bool:
    """Whether the text is in a script without spaces between words."""
    return _WIDE.search(text) is not None


# "Salt and Sea (Chile).", "Salt Road (doc.)": neither a place in brackets nor a word cut short there ends a sentence.
_WITH_BRACKET = re.compile(r"(?P<words>\S+(?: \S+){0,5}) \([A-ZÀ-Þ][^()]{1,40}\)\.")
_SHORTENED = re.compile(r"\s\([^\W\d_]{1,6}\.\)$")


@lru_cache(maxsize=8192)
def is_prose(text: str) -> bool:  # noqa: PLR0911  # one line for each sign of a sentence
    """Whether a text is running text: a sentence or more."""
    if is_wide(text):
        return ("。" in text or "다." in text) or len(text) > (70 if text[0] in "「『" else 32)
    text = text.removesuffix(" /")  # the same in another language follows
    text = _SHORTENED.sub("", text)
    if text.endswith(").") and (short := _WITH_BRACKET.fullmatch(text)):
        text = short["words"]
    parts = text.split(" / ")
    if 1 < len(parts) <= _LANGUAGES and all(part[:1].isupper() and len(part) <= _LONGEST for part in parts):
        return any(map(is_prose, parts))
    words = _WORD.findall(text[:600])
    if len(words) < 4:
        return False
    small = sum(1 for word in words if word[0].islower())
    ended = _SENTENCE_END.search(text) is not None
    if len(words) >= 14 and small * 2 >= len(words):
        return True
    inner = re.search(r"[a-zà-ÿа-яё]{2}[.!?]\s+\w", text) is not None
    if ended and (not text.endswith(("!", "?")) or len(words) > 7) and small >= 2:
        return True
    if ended and len(words) >= 8:
        return True
    if inner and len(words) >= 6 and small * 2 >= len(words):
        return True
    return len(words) >= 9 and small * 10 >= len(words) * 6 and not text[0].isdigit()


def title_and_telling(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Parts "“Title” — what happens" or "Title: what happens in it." into the title and the running text."""
    words = text[start:end]
    match = _QUOTED_START.match(words)
    if match:
        rest = start + match.end()
        if is_prose(text[rest:end]):
            return (start, start + match.end("quoted")), (rest, end)
        return None
    for match in _TELLING.finditer(words[:120]):
        if is_title_like(words[: match.start()]) and is_prose(words[match.end() :]):
            return (start, start + match.start()), (start + match.end(), end)
    return None


@lru_cache(maxsize=8192)
def is_generic(text: str) -> bool:
    """Whether a line is made of nothing but words of headings ("Films in Programme")."""
    folded = fold(text).strip(" :.!-–")
    if folded in GENERIC or folded in NAVIGATION or folded in FOOT or folded in RELATED or folded in SPONSORS:
        return True
    words = [word.strip(",.:;&()-–/|") for word in folded.split()]
    return len(words) <= 8 and all(word in GENERIC or not word for word in words)


@lru_cache(maxsize=8192)
def heading_of(text: str) -> str:
    """The kind of part of a page that a heading opens: "related", "foot", "sponsors", or ""."""
    if len(text) > 60:
        return ""
    folded = fold(text).strip(" :.!…-–→»>*")
    if folded in SPONSORS:
        return "sponsors"
    if (
        folded in RELATED
        or folded.removesuffix(" takze").removesuffix(" aussi").removesuffix(" auch") in RELATED
        or _MORE_OF.match(folded)
    ):
        return "related"
    if folded in FOOT:
        return "foot"
    return ""


@lru_cache(maxsize=8192)
def is_break(text: str) -> bool:  # noqa: PLR0911  # one line for each sign of a break
    """Whether an entry is an intermission, a talk, a total, or another thing of an evening that is no film."""
    if len(text) > 160:
        return False
    folded = fold(text).strip(" :.!-–*()[]")
    if _INTRODUCED.match(folded) or folded in BREAKS:
        return True
    if len(text) > 90:
        return False
    if len(folded) < 60 and _WITH_GUESTS.search(folded):
        return True
    if any(sign in folded for sign in ",+&") and all(part in BREAKS for part in _LISTED.split(folded)):
        return True  # "raffle draw, thanks", "ads + sponsor reel"
    words = re.split(r"[\s:–—|(,/]+", folded)
    if words[0] in _OPENERS and words[1:2] and words[1] in _SHOWN:
        return True
    for size in (4, 3, 2, 1):
        if len(words) >= size and " ".join(words[:size]) in BREAKS:
            # "Talk: …" and "Q&A with …" are; "Welcome to the Dollhouse" is not.
            rest = folded[len(" ".join(words[:size])) :].lstrip()
            return (
                rest[:1] in {":", "–", "—", "-", "(", "|", "/", ","}
                or words[size : size + 1]
                in (
                    ["with"],
                    ["by"],
                    ["mit"],
                    ["avec"],
                    ["con"],
                    ["from"],
                    ["and"],
                    ["von"],
                    ["&"],
                    ["film"],
                    ["films"],
                    ["filme"],
                    ["programme"],
                    ["program"],
                    ["runtime"],
                    ["running"],
                    ["time"],
                    ["min"],
                    ["z"],
                    ["s"],
                )
                or (
                    size == 1
                    and words[0]
                    in {
                        "intermission",
                        "interval",
                        "q&a",
                        "einlass",
                        "entracte",
                        "total",
                        "trt",
                        "gesamt",
                        "przerwa",
                        "przestavka",
                        "prestavka",
                        "subtotal",
                    }
                )
            )
    return False


@lru_cache(maxsize=8192)
def is_dated(text: str) -> bool:
    """Whether a line tells of a date, a time of day, a price or a web address: an event, not a film."""
    if _ADDRESS.search(text) or _DAY_START.match(text):
        return True
    return _DIGIT.search(text) is not None and bool(
        _DATE.search(text) or _CLOCK.search(text) or _PRICE.search(text)
    )


# What organisers say of the evening and not of a film.
_OF_EVENING = re.compile(
    r"please note\b|(?:the )?(?:films?|programm?e?|line-?up|schedule|running order|times?)\b.{0,40}\bsubject to change|subject to change|"
    r"(?:programm)?änderungen vorbehalten|sous réserve de|programme susceptible|programa sujeto a|programación sujeta|il programma (?:può|potrebbe)|"
    r"wijzigingen voorbehouden|program może ulec|zmiany? w programie|změna programu|zmena programu|pridržujemo si pravico|med reservation för|"
    r"(?:tickets|karten|billets|entradas|biglietti|bilety|vstupenky|vstopnice|biljetter|billetter)\b.{0,30}\b(?:available|erhältlich|en vente|a la venta|in vendita|do nabycia|v prodeji|na voljo)|"
    r"doors open\b|einlass (?:ist )?ab\b|all (?:proceeds|profits)\b|der erlös\b|free admission\b|eintritt frei|entrée libre|entrada libre|ingresso libero|wstęp wolny|vstup zdarma|vstop prost",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_of_evening(text: str) -> bool:
    """Whether running text is about the evening: tickets, doors, changes of the programme."""
    return len(text) <= _LONGEST_OF_ALL and _OF_EVENING.match(text) is not None


@lru_cache(maxsize=8192)
def not_a_title(words: str) -> bool:
    """Ratings, ages, presenters and praise, which stand where titles do: "7.4", "AGES 12+", "“Superb!” – The Paper"."""
    return _NO_TITLE.search(words) is not None or _SAID_BY.fullmatch(words) is not None


@lru_cache(maxsize=8192)
def is_title_like(text: str) -> bool:
    """Whether a line could be a title and nothing else."""
    text = text.strip()
    if (
        not text
        or len(text) > _LONGEST_OF_ALL
        or max(map(len, text.split(" / "))) > _LONGEST
        or text.endswith((",", ";", " /", "…more", "..."))
    ):
        return False
    if text.endswith(":") or not any(c.isalnum() for c in text):
        return False
    if text.endswith(".") and len(text.split()) > 2 and not text.endswith(("..", ".)")):
        return False
    if text[0].islower():
        return False
    if is_prose(text) or is_generic(text) or is_dated(text) or not_a_title(text) or FILE_NAME.search(text):
        return False
    return (
        " > " not in text
        and "  " not in text
        and not _AGO.search(text)
        and " » " not in text
        and ("»" not in text[-2:] or text.count("«") == text.count("»"))
        and "←" not in text
        and "→" not in text
    )
