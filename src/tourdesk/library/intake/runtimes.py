"""Run-times as pages write them, in whole seconds."""

import re
from dataclasses import dataclass

_HOUR = (
    r"(?:hours?|hrs?|h|std|stunden?|heures?|horas?|ore|ora|uur|godz(?:iny?|in)?|hod(?:iny?|in)?|ure?|sati?|timer?|timmar|tim|tuntia|tuntis?|t|tundi?|"
    r"stundas?|val|óra|saat|sa|ώρ(?:α|ες)|час(?:а|ов)?|ч|год(?:ини?|ин)?|時間|小时|小時|시간|ساعة|ساعات)"
)
_MINUTE = (
    r"(?:minutes?|minutos?|minuten|minuter|minutters?|minuti|minuta|minuty|minute|minut[ėe]s|minučių|minutės|minuut(?:ti)?a?|minuten|minuutit?|minutit|minūtes|minut|minút[ay]?|"
    r"mins?|mn|mín|perc|dakika|dk|dak|λεπτ(?:ά|ών|ό)|λ|мин(?:ут[аы]?|ути)?|минути|хв(?:илин[аи]?)?|分钟|分鐘|分間|分|분|دقيقة|دقائق|د|דקות|דק['׳]?|นาที|phút|mnt|menit)"
)
_SECOND = r"(?:seconds?|secs?|s|sekunden?|sek|secondes?|segundos?|seg|secondi|seconden|sekund[ya]?|sekúnd|mp|másodperc|sn|saniye|δευτ(?:ερόλεπτα)?|сек(?:унд[аы]?)?|с|秒|초|ثانية)"
_END = r"(?![^\W\d_])"
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty"
).split()
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_AND = r"[ ]?(?:,|and|und|et|y|e|i|a|og|och|&|\+)?[ ]?"
_PATTERN = re.compile(
    rf"""(?=[\dotfsen])(?<![A-Za-z0-9_\u00c0-\u04ff$€£])(?<!\d[.,:])(?<!(?<!\d\d\d)\d/)(?:
      (?P<h3>\d{{1,2}})h:(?P<m3>\d{{2}})m(?::(?P<s3s>\d{{2}})s)?{_END}
    | (?P<h>\d{{1,2}})[ ]?{_HOUR}{_END}\.?(?:{_AND}(?P<hm>\d{{1,2}})(?:[ ]?(?:{_MINUTE}{_END}\.?|m{_END}|['’′])|(?![\d:.,]?\d))(?:{_AND}(?P<hs>\d{{1,2}})[ ]?{_SECOND}{_END}\.?)?)?
    | (?P<h2>\d{{1,2}}){_HOUR}(?P<hm2>\d{{2}})(?!\d)(?:[ ]?{_MINUTE}{_END}\.?|m{_END}|['’′])?
    | (?P<m>\d{{1,3}}(?:[.,]\d{{1,2}})?)(?:[ ]?-[ ]?|[ ]?){_MINUTE}{_END}\.?(?:{_AND}(?P<s>\d{{1,2}})[ ]?{_SECOND}{_END}\.?|[ ](?P<s2>[0-5]\d)(?=[ ]?(?:[)\],;|·•]|$))|[ ](?:e|et|y|und|and)[ ](?P<s3>[0-5]\d)(?![\d:.,]*\d))?
    | (?P<w>{"|".join(_WORDS)})[ -]minutes?{_END}
    | (?<=,[ ])(?P<mb>\d{{1,3}})[ ]m(?=\))
    | (?P<ma>\d{{1,3}})m(?:(?P<sm>[0-5]\d)(?!\w)|{_END}(?::?[ ]?(?P<sa>\d{{1,2}})s{_END})?)
    | (?P<mp>\d{{1,3}})[ ]?['’′´`‘΄ʹˈ](?:[ ]?(?P<sp>\d{{1,2}})[ ]?(?:''|’’|′′|´´|["”″])?(?!\w)|(?!\w|['’′´`]))
    | (?P<c1>\d{{1,2}}):(?P<c2>\d{{2}})(?::(?P<c3>\d{{2}})(?::\d{{2}})?)?(?![\d:])(?P<cu>[ ]?(?:min(?:utes?|uten|uti|utos)?|mins){_END}\.?)?
    )""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_NOT_CLOCK = re.compile(
    r"[ ]?(?:a\.?m\b|p\.?m\b|uhr\b|h\b|hrs\b|[-–—][ ]?\d|o['’]clock|u\.|godz|Uhr)", re.IGNORECASE
)
_BEFORE_CLOCK = re.compile(
    r"(?:\bat|\bum|@|\b[àa]s?|\bore|\balle|\bo godz\.?|\bod|\bob|\bkl\.?|\bklo|\d[ ]?[-–—]|\bfrom|\bstarts?|\bdoors:?|\bfrom)[ ]?$",
    re.IGNORECASE,
)
_READING = re.compile(
    r"[ ]?-?(?:read\b|lesezeit|de lecture|lettura|walk\b|drive\b|ago\b|away\b|from\b|before\b|after\b|later\b|into\b|to (?:go|read)\b|break\b|interval\b|intermission\b)",
    re.IGNORECASE,
)

_SIGNS = frozenset(("", *"\n·|•,;/()–—-"))
_EVENING = 9
_FEATURE = 60
_LONGEST_CALL = 24
_WIDEST = 64  # a gap between two columns
_OF_DAY = re.compile(r"\d\dh\d\d", re.IGNORECASE)
LONGEST = 15 * 3600


@dataclass(frozen=True, slots=True)
class Runtime:
    """A run-time found in a text: `start`, `end` within it; `kind` is how it was written.

    kind: "units" (minutes, hours, seconds), "clock" (12:20 or 1:10:18, whose meaning the page decides; the frames of a
    timecode as 00:08:12:05 are left out), "decimal"
    (8.45 minutes, `seconds` as if they were a clock's; the page decides, too), "hundredths" (8.75 minutes, no clock).
    """

    start: int
    end: int
    seconds: int
    approximate: bool
    kind: str
    doubtful: bool = False


def runtimes_in(text: str, start: int = 0, end: int | None = None) -> list[Runtime]:
    """The run-times of a text, clock-like ones included unless the words beside say that they are times of day."""
    found = []
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        runtime = _understood(match)
        if runtime is not None and 0 < runtime.seconds <= LONGEST:
            found.append(runtime)
    return found


# "Gioia di Eduardo Castello durata 19 min": what the length is called belongs to the length.
_LENGTH_CALLED = re.compile(
    r"(?<=\s)(?:durata|duration|durée|duración|duração|dauer|länge|spieldauer|laufzeit|running time|run time|runtime|"
    r"length|duur|lengte|czas(?: trwania)?|délka|stopáž|dolžina|trajanje|lengde|varighed|längd|kesto)\W{0,2}$",
    re.IGNORECASE,
)


def called_from(text: str, start: int, run: Runtime) -> int:
    """Where the word begins by which a line calls a length ("… durata 19 min"), not before `start`; else where the length does."""
    called = _LENGTH_CALLED.search(text, max(start, run.start - _LONGEST_CALL), run.start)
    return called.start() if called else run.start


def _understood(match: "re.Match[str]") -> Runtime | None:  # noqa: PLR0911  # one line for each way of writing
    text, start, end = match.string, match.start(), match.end()
    if _READING.match(text, end):
        return None
    if match["c1"]:
        if _NOT_CLOCK.match(text, end) or _BEFORE_CLOCK.search(text, max(0, start - 10), start):
            return None
        return _clock(match)
    if match["h3"]:
        return _coded(match)
    if match["h"] or match["h2"]:
        return _hours(match)
    if match["m"]:
        return _minutes(match)
    if match["w"]:
        # "five minutes" is said in running text too: only after a sign is it the length of a film.
        if (
            not text[max(0, start - 3) : start]
            .rstrip(" ")
            .endswith((",", "(", "“", "”", '"', "–", "—", "|", "-"))
        ):
            return None
        word = match["w"].lower()
        return Runtime(start, end, 60 * _TENS.get(word, _WORDS.index(word) + 1), True, "units")
    if match["ma"] or match["mb"]:
        return _short_minutes(match)
    return Runtime(start, end, int(match["mp"]) * 60 + int(match["sp"] or 0), match["sp"] is None, "prime")


def _hours(match: "re.Match[str]") -> Runtime | None:
    """The length of "1 h 30 min"; "20h30" is when the film begins."""
    start, end = match.span()
    hours = int(match["h"] or match["h2"])
    if hours >= _EVENING and _OF_DAY.fullmatch(match.group()):
        return None  # "20h30" is when the film begins
    minutes = int(match["hm"] or match["hm2"] or 0)
    seconds = int(match["hs"] or 0)
    # "2 h" beside nothing is seldom a film's run-time, but "1h" on a page of films is.
    return Runtime(
        start,
        end,
        hours * 3600 + minutes * 60 + seconds,
        match["hs"] is None,
        "units" if match["hm"] or match["hm2"] else "hours",
    )


def _coded(match: "re.Match[str]") -> Runtime:
    """The length of "00h:15m:45s"."""
    seconds = int(match["h3"]) * 3600 + int(match["m3"]) * 60 + int(match["s3s"] or 0)
    return Runtime(match.start(), match.end(), seconds, match["s3s"] is None, "units")


def _short_minutes(match: "re.Match[str]") -> Runtime:
    """The length of "65m", "7m 30s", "7m30", "(USA, 95 m)"; where nothing says that it is no distance, its kind is "metres"."""
    start, end = match.span()
    part = match["sa"] or match["sm"]
    seconds = int(match["ma"] or match["mb"]) * 60 + int(part or 0)
    sure = match["sa"] or match["mb"] or _stands_alone(match.string, start, end)
    return Runtime(start, end, seconds, part is None, "units" if sure else "metres")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether signs part "65m" from what is before and after it: there it is no distance."""
    before, after = text[max(0, start - _WIDEST) : start], text[end : end + _WIDEST].lstrip(" ")[:1]
    if before.endswith(("  ", "? ", "! ")):
        return after in _SIGNS
    return before.rstrip(" ")[-1:] in _SIGNS and after in _SIGNS - {"", "\n"}


def _minutes(match: "re.Match[str]") -> Runtime:
    start, end = match.span()
    number = match["m"].replace(",", ".")
    if "." in number:
        whole, part = number.split(".")
        if len(part) == 2 and int(part) < 60:
            # "8.45 min" is a quarter to nine minutes beside "3.50 min" and "5.12 min", or it is not: the page decides.
            return Runtime(start, end, int(whole) * 60 + int(part), True, "decimal")
        kind = "hundredths" if len(part) == 2 else "units"
        return Runtime(start, end, round(float(number) * 60), True, kind)
    part = match["s"] or match["s2"] or match["s3"]
    if match["s2"] and int(number) >= _FEATURE:
        # "98 min 15": who may see it; only the lengths of short films are told to the second.
        end, part = match.start("s2") - 1, None
    return Runtime(start, end, int(number) * 60 + int(part or 0), part is None, "units")


def _clock(match: "re.Match[str]") -> Runtime | None:
    first, second, third = int(match["c1"]), int(match["c2"]), match["c3"]
    if second > 59 or (third is not None and int(third) > 59):
        return None
    if third is not None:
        return Runtime(match.start(), match.end(), first * 3600 + second * 60 + int(third), False, "clock3")
    if match["cu"]:
        return Runtime(match.start(), match.end(), first * 60 + second, False, "units")
    return Runtime(match.start(), match.end(), first * 60 + second, False, "clock2")
