"""Facts that stand in a line without labels: neighbouring ones, and the title and names before them."""

import re
from itertools import pairwise

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.factruns import runs_of_facts, stands_for_facts
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import FACTS, SUBTITLED, Item, items_in
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import (
    before_open_bracket,
    is_dated,
    is_prose,
    title_and_telling,
    trimmed,
)

# A heading of one to four words before a title in quotation marks: "Music Documentaries. “Transit,”".
_BEFORE_QUOTES = re.compile(
    r"(?:[^\W\d_][\w&’'-]*\s?){1,4}[.:–—-]\s+(?P<title>(?:“[^“”\n]{1,100}”|„[^“”„\n]{1,100}[“”]|«[^«»\n]{1,100}»|\"[^\"\n]{1,100}\"))"
)
# "Salt Road. 1985. Austria.": the full stop is no sentence's.
_YEAR_FOLLOWS = re.compile(r"\.\s(?:19|20)\d\d\.")
# "The funniest are BOOTS AND SNOW (2008, …)": the title in capitals at the end of other words.
_LOUD = re.compile(r"(?<=[a-zà-ÿ:,] )(?P<title>[A-ZÀ-Þ][^a-zà-ÿ]{3,60})$")
# "… se proyecta el documental «Ebb» (2019), " before "dirigido por": the title that running text comes to.
_COMES_TO = re.compile(
    r"(?<=[a-zà-ÿ,] )(?P<title>[“„«][^“”„«»\n]{2,80}[”»“]|[‘'][^‘’'\n]{2,80}[’'])(?:\s\((?P<year>(?:19|20)\d\d)\))?,?\s*$"
)
# "Court métrage d'animation de Jeanne Ouvrard", "Short documentary by Ann Gray", "Kurzfilm von Jo Lind".
_KIND_OF_FILM = re.compile(
    r"(?:an? |une? |ein |il |el )?"
    r"(?P<kind>(?:court|moyen|long)[- ]métrage(?: (?:d['’]animation|documentaire|de fiction))?|film (?:d['’]animation|documentaire)"
    r"|(?:short|animated|documentary|feature|experimental)(?: (?:documentary|film|animation|feature))+"
    r"|(?:Kurz|Spiel|Dokumentar|Animations|Kurzdokumentar|Kurzspiel)film|cortometraje(?: documental| de animación)?|largometraje(?: documental)?"
    r"|cortometraggio(?: d['’]animazione| documentario)?|lungometraggio|curta-metragem|film (?:krótkometrażowy|dokumentalny|animowany))"
    r"(?:(?: (?:de|by|von|di|av|par)\s+| d['’])(?P<names>[^\d\n]{4,80}))?",
    re.IGNORECASE,
)
_A_NAME = 0.5
_FEW_WORDS = 3
_ABOUT = frozenset(
    {"approx", "approximate", "approximately", "circa", "ca", "est", "estimated", "total", "film"}
)


def take_unlabelled(text: str, start: int, end: int, out: LineFacts, *, labels_follow: bool) -> None:
    """Clusters of facts between the words of a stretch that has no label."""
    items = items_in(text, start, end)
    twice = sum(1 for item in items if item.kind == "runtime") >= 2
    if twice and items[0].kind == "runtime" and items[1].before in {"(", "["}:
        items[0].kind = "text"  # a title such as "7 Minutes", and its run-time
    out.items = items
    clusters = [c for c in runs_of_facts(items) if stands_for_facts(items, c, labels_follow=labels_follow)]
    if not clusters:
        if labels_follow:
            _lead(text, start, end, items, out)
        return
    for low, high in clusters:
        for index in range(low, high + 1):
            _fact(items, index, out)
    first, last = clusters[0], clusters[-1]
    _before(text, items, first, out)
    for (_, a), (b, _) in pairwise(clusters):
        if a + 1 < b:
            out.prose.append((items[a + 1].start, items[b - 1].end))
    _after(text, items, last[1] + 1, out)


def take_last(text: str, start: int, end: int, out: LineFacts) -> None:
    """The facts that end a line, and all the words before them as the title, even if they look like running text."""
    items = items_in(text, start, end)
    out.items = items
    clusters = [
        c for c in runs_of_facts(items) if any(item.kind == "runtime" for item in items[c[0] : c[1] + 1])
    ]
    if not clusters or clusters[-1][0] == 0:
        return
    low, high = clusters[-1]
    for index in range(low, high + 1):
        _fact(items, index, out)
    cut = _between(items, low, out)
    out.lead, out.lead_kind = trimmed(text, start, items[cut - 1].end), "text"


def take_tail(text: str, start: int, end: int, out: LineFacts) -> None:
    """The length and what stands with it where they end a line that told of other things ("Cast: … . UK 2023. 2 min")."""
    items = items_in(text, start, end)
    low = len(items)
    while low > 0 and items[low - 1].kind in _FIELD:
        low -= 1
    tail = items[low:]
    kinds = {item.kind for item in tail}
    if low and tail and tail[0].before in _PARTS and "runtime" in kinds and kinds & {"year", "country"}:
        for index in range(low, len(items)):
            _fact(items, index, out)


def take_all(items: list[Item], out: LineFacts) -> None:
    """The facts of a stretch that holds nothing but facts."""
    out.items += items
    for index, item in enumerate(items):
        if item.kind in _FIELD or item.kind == "number":
            _fact(items, index, out)


_PARTS = frozenset({".", "|", "–", "—", "•", "·", "/", "  ", "("})
_HOW = {
    "runtime": how_.MINUTES_AMONG_FACTS,
    "year": how_.YEAR_AMONG_FACTS,
    "country": how_.COUNTRY_AMONG_FACTS,
    "language": how_.LANGUAGE_AMONG_FACTS,
    "genre": how_.KIND_AMONG_FACTS,
}
_FIELD = {
    "runtime": "runtime",
    "year": "year",
    "country": "countries",
    "language": "languages",
    "genre": "tags",
}


def _fact(items: list[Item], index: int, out: LineFacts) -> None:
    item = items[index]
    if item.kind in _FIELD:
        out.facts.append(
            Fact(
                _FIELD[item.kind],
                item.start,
                item.end,
                item.value,
                _HOW[item.kind],
                labelled=False,
                sure=item.sure,
            )
        )
    elif item.kind == "name" or (item.kind == "company" and index > 0):
        sure = item.kind == "name" and isinstance(item.value, float) and item.value >= 0.75
        out.facts.append(
            Fact(
                "directors",
                item.start,
                item.end,
                None,
                how_.NAME_AMONG_FACTS,
                labelled=False,
                sure=sure,
            )
        )
    elif item.kind == "number":
        out.numbers.append(item)
    elif item.kind == "text" and _is_beside_kind(items, index):
        out.facts.append(Fact("tags", item.start, item.end, None, how_.KIND_AMONG_FACTS, labelled=False))
    elif item.kind == "text":
        out.facts.append(Fact("unknown", item.start, item.end, None, how_.WORD_AMONG_FACTS, labelled=False))


def _is_beside_kind(items: list[Item], index: int) -> bool:
    """Whether small words stand beside a kind of film in the same list: "humour, low water, USA"."""
    item = items[index]
    small = (
        item.text.islower() and len(item.text.split()) <= _FEW_WORDS and item.text.replace(" ", "").isalpha()
    )
    before = index > 0 and items[index - 1].kind == "genre" and item.before == ","
    after = index + 1 < len(items) and items[index + 1].kind == "genre" and items[index + 1].before == ","
    return small and (before or after)


def _before(text: str, items: list[Item], cluster: tuple[int, int], out: LineFacts) -> None:
    """What stands before the first facts: the title, perhaps with directors between."""
    low = cluster[0]
    if low == 0:
        return
    cut = _between(items, low, out)
    if items[0].before in {"(", "["} or (items[0].start > 0 and text[items[0].start - 1] in "(["):
        _within_brackets(items, cut, out)
        return
    begun = _bracket_begun(items, cut)
    cut = begun or cut
    _lead(text, items[0].start, items[cut - 1].end, items[:cut], out)
    out.bracketed = out.bracketed or bool(begun)
    named = cluster[1] + 1 < len(items) and items[cluster[1] + 1].kind == "name"
    out.lead_tight = items[low].before == " " and cut == low and not named


def _within_brackets(items: list[Item], cut: int, out: LineFacts) -> None:
    """Names that open a line in brackets below the title: "(Ann Gray, Oslo, 2020, 60 min)"."""
    for item in items[:cut]:
        if item.kind != "name":
            break
        sure = isinstance(item.value, float) and item.value >= 0.75
        how = how_.NAME_AMONG_FACTS
        out.facts.append(Fact("directors", item.start, item.end, None, how, labelled=False, sure=sure))


def _bracket_begun(items: list[Item], cut: int) -> int:
    """The piece behind the title that opens the bracket in which the facts stand ("(Int. Tour Edit – 18 min)"); 0 if none does."""
    for index in range(cut - 1, 0, -1):
        if items[index].before in {")", "]"}:
            return 0
        if items[index].before in {"(", "["}:
            return index
    return 0


def _between(items: list[Item], low: int, out: LineFacts) -> int:
    """Takes the names that stand right before the facts as directors; where they begin."""
    cut = _names_from(items, low)
    for names in items[cut:low]:
        if names.kind == "place":
            continue
        sure = isinstance(names.value, float) and names.value >= 0.75
        out.facts.append(
            Fact(
                "directors",
                names.start,
                names.end,
                None,
                how_.NAME_BETWEEN,
                labelled=False,
                sure=sure,
            )
        )
    out.bracketed = items[cut].before in {"(", "["}
    return cut


def _names_from(items: list[Item], low: int) -> int:
    """Where the names that stand right before the facts begin; `low` when there are none."""
    bracket = next((index for index in range(low, 0, -1) if items[index].before in {"(", "["}), 0)
    cut = low
    while cut >= 2 and items[cut - 1].kind == "place":
        cut -= 1
    while cut >= 2 and items[cut - 1].kind in {"name", "company"} and items[cut - 1].before not in {"", " "}:
        item = items[cut - 1]
        known = isinstance(item.value, float) and item.value >= 0.75
        within = 0 < bracket < cut
        quoted = items[cut - 2].text[-1:] in set('”"»“’')
        if item.before in {",", ";"} and not known and not within and not quoted:
            break
        cut -= 1
        if item.before in {"(", "["}:
            break
    return cut


def _closed(text: str, left: int, right: int) -> int:
    """The end of the words with the bracket or quotation mark that closes what they open."""
    for opener, closer in (
        ("(", ")"),
        ("[", "]"),
        ("“", "”"),
        ("«", "»"),
        ("„", "“"),
        ("„", "”"),
        ("「", "」"),
        ("『", "』"),
        ("《", "》"),
    ):
        if opener in text[left:right] and text[right : right + 1] == closer:
            right += 1
    return right


def _lead(text: str, start: int, end: int, items: list[Item], out: LineFacts) -> None:
    left, right = trimmed(text, start, end)
    right = before_open_bracket(text, left, right)
    if right <= left:
        return
    right = _closed(text, left, right)
    if fold(text[left:right]).strip(" .") in _ABOUT or _kind_of_film(text, left, right, out):
        return
    if _comes_to_title(text, left, right, end, out):
        return
    dated = _YEAR_FOLLOWS.match(text, right)
    while not dated and right < len(text) and text[right] in ".!?…”":
        right += 1
    prefixed = _BEFORE_QUOTES.fullmatch(text, left, right)
    if prefixed:
        out.lead, out.lead_kind = prefixed.span("title"), "text"
        return
    if is_prose(text[left:right]) or len(items) > 2:
        split = title_and_telling(text, left, right)
        if split is not None:
            out.lead, out.lead_kind = split[0], "text"
            out.prose.append(split[1])
            return
    if is_prose(text[left:right]):
        out.prose.append((left, right))
        return
    out.lead = (left, right)
    out.lead_kind = items[0].kind if len(items) == 1 else "text"


def _kind_of_film(text: str, left: int, right: int, out: LineFacts) -> bool:
    """Takes "Short film by Ann Gray" before the facts: what it is and who made it; whether the words say that."""
    kind = _KIND_OF_FILM.fullmatch(text, left, right)
    if kind is None or (kind["names"] and names_likeness(kind["names"]) < _A_NAME):
        return False
    out.facts.append(Fact("tags", *kind.span("kind"), None, how_.KIND_AMONG_FACTS, labelled=False))
    if kind["names"]:
        how = how_.NAME_BEFORE_FACTS
        out.facts.append(Fact("directors", *kind.span("names"), None, how, labelled=False))
    return True


def _comes_to_title(text: str, left: int, right: int, end: int, out: LineFacts) -> bool:
    """Takes the title that running text comes to before the facts, in quotation marks or in capitals; whether there is one."""
    quoted = _COMES_TO.search(text, left, end)
    if quoted:
        out.lead, out.lead_kind, out.bracketed = quoted.span("title"), "text", True
        if quoted["year"]:
            how = how_.YEAR_BESIDE_TITLE
            out.facts.append(Fact("year", *quoted.span("year"), int(quoted["year"]), how, labelled=False))
        return True
    loud = _LOUD.search(text, left, right)
    if loud and text[left : loud.start()].strip() and re.search(r"[a-zß-ÿ]{2}", text[left : loud.start()]):
        out.lead, out.lead_kind = loud.span("title"), "text"
        return True
    return False


def _after(text: str, items: list[Item], low: int, out: LineFacts) -> None:
    """What follows the last facts: a name, or running text."""
    if all(item.kind in FACTS for item in items[low:]):
        return
    item = items[low]
    if (
        item.kind == "name"
        and not any(fact.field == "directors" for fact in out.facts)
        and item.before in {")", "]", ",", "|", "–", "-", "—", "/", " "}
    ):
        known = isinstance(item.value, float) and item.value >= 1.0
        listed = item.before in {"|", "/", "•", "·"} and items[low - 1].before == item.before
        stop = low
        while (
            stop + 1 < len(items) and items[stop + 1].kind == "name" and items[stop + 1].before in {",", "/"}
        ):
            stop += 1
        rest = " ".join(other.text for other in items[stop + 1 :])
        if known and len(rest) < 40:
            out.facts.append(
                Fact(
                    "directors",
                    item.start,
                    items[stop].end,
                    None,
                    how_.NAME_AFTER_FACTS,
                    labelled=False,
                    sure=listed,
                )
            )
            return
    left, right = item.start, items[-1].end
    while right < len(text) and text[right] in '.!?…”"’)':
        right += 1
    words = text[left:right]
    remark = (
        SUBTITLED.search(words) is not None
        or "freigegeben" in words
        or (is_dated(words) and not is_prose(words))
    )
    # "climbing, culture" is what the film is about, and no sentence of it.
    listed = words[0].islower() and "," in words and words[-1].isalnum() and not is_prose(words)
    if right - left >= 12 and not listed and (not remark or len(words) > 90):
        out.prose.append((left, right))
