"""One film's record as values: the surest fact for each field, with its evidence; the unsure ones named."""

import re
from dataclasses import replace

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.context import PageContext
from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.figures import Draft, best_of, runtime_of, year_of
from tourdesk.library.intake.items import languages_in_meta
from tourdesk.library.intake.marked import AWARD
from tourdesk.library.intake.people import is_company, is_native_name, names_likeness, parted, person_likeness
from tourdesk.library.intake.readings import FilmReading
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.spelling import nearly_country
from tourdesk.library.intake.telling import logline_and_synopsis, tidy
from tourdesk.library.intake.titles import bare_title
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import label_table
from tourdesk.library.intake.vocabulary.names import PARTICLES, given_names
from tourdesk.library.intake.vocabulary.words import FORMATS
from tourdesk.library.intake.wording import is_generic

_VERSION = re.compile(
    r"\b(?:edit|cut|version|short|excerpt|tour|trailer|part|teil|vol|remaster|restored|extended|special|f|pt|\d)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"^(?P<title>[^()\[\]]{2,80}?)\s*[(\[](?P<other>[^()\[\]]{2,80}|[\u3400-\u9fff])[)\]]$"
)
_ORIGINAL = re.compile(r"^(?:original(?:\s?title)?|orig\.?|ot|o\.t\.|aka|a\.k\.a\.)[:\s]\s*", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:[Ii]n|[Ii]n the|[Aa]uf|[Ee]n|[Ii]n lingua|VO) (?P<languages>[^\W\d_]{3,20}(?:(?:, | and | und | et | y | e )[^\W\d_]{3,20}){0,3}),? (?:with|w\.|w/|mit|avec|sous-titrée?|con) (?:[^\W\d_]+ ){0,2}(?:subtitles|subs|untertiteln?|sous-titres|subtítulos|sottotitoli)",
)
_SPOKEN_IN = re.compile(
    r"(?:^|(?<=[.|(] )|(?<=\n))(?P<languages>[^\W\d_]{4,20}(?:(?:, | och | og | und | and | en | & )[^\W\d_]{4,20}){0,3} (?:tal|tale|gesproken|gesprochen|dialogue))(?=[.,)|]|$|\n)"
)
_CO = re.compile(r"\bco-?pro|\bkopro|\bcopro|\bassociate|\bexecutive")
_TOGETHER = re.compile(
    r"[;,]\s*(?:in (?:collaborazione|association|associazione|zusammenarbeit|cooperation|co-?produ)|en (?:association|coproduc)|with the support|con il sostegno)|(?<=\w)\s(?:per|für|pour|para)\s(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_COMPANIES = re.compile(
    r"production|produktion(?:s|$|')|produkcja|produkce|produkcia|produkcija|produkcio|produccion|produzione|productie|produksjon|produtora|"
    r"productora|compan|firma|societe|casa|tuotanto|producao|studi|продукци|производств|виробництв|制作会社|製作会社|出品"
)
_MOST_WORDS = 6
# "Ann SawyerBen Gray": two names that a page runs together.
_RUN_TOGETHER = re.compile(r"(?<=[a-zß-ÿ]{3})(?=[A-ZÀ-Þ][a-zß-ÿ]{2,}[ -])")
# What a site files its page under: of such lists two in five hold more than the film.
_FILED_UNDER = re.compile(
    r"\b(?:tags?|tagi|topics?|keywords?|c[ií]mk[eé]k|etiquetas?|schlagworte?|mots-clés)[\s:：|–-]*$",
    re.IGNORECASE,
)
_TAG_JOIN = re.compile(r"\s*[,;/|•·]\s*|\s{2,}")
_NAME_JUNK = re.compile(r"^(?:director|directed|by|dir)\b[:.]?\s*", re.IGNORECASE)


def film_of(text: str, group: Group, context: PageContext) -> FilmReading:
    """The film that a group tells of; without a title where the page shows none in words."""
    draft = Draft(text, context)
    title, original = _title(draft, group)
    runtime, approximate = runtime_of(draft, group)
    directors = _directors(draft, group)
    reading = FilmReading(
        title=title,
        original_title=_original(draft, group) or original,
        year=year_of(draft, group),
        runtime_seconds=runtime,
        runtime_approximate=approximate,
        directors=directors,
        producers=_producers(draft, group),
        languages=_codes(draft, group, "languages") or _languages_told(draft, group),
        countries=_countries(draft, group),
        section=_section(draft, group),
        tags=_tags(draft, group),
    )
    if group.title_how == how_.LINE_BELOW:
        draft.doubt("runtime")  # it may as well be of the film above
    logline, synopsis = _telling(draft, group)
    if group.title_how == how_.OF_THE_PAGE:
        _doubt_without_labels(draft, group)
    return replace(
        reading,
        logline=logline,
        synopsis=synopsis,
        doubtful=tuple(draft.doubtful),
        evidence=tuple(draft.evidence),
        start=min(group.begin, group.title[0] if group.title else group.begin),
        end=max(group.stop, *(fact.end for fact in group.facts), group.begin),
    )


def _doubt_without_labels(draft: Draft, group: Group) -> None:
    """The entry of a title that the page's looks alone tell may reach too far: only what labels name in it is sure."""
    labelled = {fact.field for fact in group.facts if fact.labelled}
    for name in (
        "title",
        *sorted({"directors", "producers", "countries", "year", "tags", "synopsis"} - labelled),
    ):
        draft.doubt(name)


# -- title ------------------------------------------------------------------------------------------------------------


def _title(draft: Draft, group: Group) -> tuple[str, str | None]:  # noqa: PLR0911  # one line for each kind of bracket
    if group.title is None:
        draft.doubt("title")
        return "", None
    start, end = group.title
    words, left, right = bare_title(draft.text[start:end])
    draft.mark("title", start + left, start + right, group.title_how)
    match = _BRACKETED.match(words)
    if match and match["other"].isascii() and words[match.start("other") - 2] != " ":
        return words, None  # "Transit(ion)"
    if match and match["other"][0].islower():
        # A kind of film, a sport, a remark, not a name: "Tom (mountaineering)".
        return match["title"].strip(), None
    if match and (fold(match["other"]) in FORMATS or countries_of(match["other"])):
        return match["title"].strip(), None  # an age rating, a country
    if match and match["other"].isupper() and len(match["other"]) <= 5 and match["other"].isascii():
        return words, None
    if match and not _VERSION.search(match["other"]):
        other = _ORIGINAL.sub("", match["other"]).strip()
        known = fold(other)
        if other and not any(c.isdigit() for c in other) and known != fold(match["title"]):
            at = start + left + match.start("other")
            draft.mark("original_title", at, at + len(match["other"]), how_.IN_BRACKETS)
            if not _ORIGINAL.match(match["other"]):
                draft.doubt("original_title")
            return match["title"].strip().strip('"“”'), other.strip('"“”')
    halves = re.split(r"\s+[/|]\s+", words)
    if len(halves) == 2 and group.title_how in {how_.LINE_ABOVE, how_.LINE_OVER_NAME}:
        # Two languages, most likely; which of them is the original the page does not say.
        draft.doubt("original_title")
        return words, halves[1]
    return words, None


def _original(draft: Draft, group: Group) -> str | None:
    for fact in group.facts:
        if fact.field == "original_title":
            words, _, _ = bare_title(draft.text[fact.start : fact.end])
            draft.said("original_title", fact)
            if not fact.sure:
                draft.doubt("original_title")
            return words
    return None


# -- people -----------------------------------------------------------------------------------------------------------


def _directors(draft: Draft, group: Group) -> tuple[str, ...]:
    facts = best_of(group, "directors")
    if not facts:
        return ()
    labelled = facts[0].labelled
    if labelled:
        stated = [
            fact for fact in facts if "filmmak" not in fact.how.lower() and "film mak" not in fact.how.lower()
        ]
        facts = stated or facts
    # A name beside a sure one in the same list is as sure; of several unsure ones the first place counts.
    elif any(fact.sure for fact in facts):
        facts = [replace(fact, sure=True) for fact in facts if fact.how == facts[0].how or fact.sure]
    else:
        facts = [fact for fact in facts if fact.how == facts[0].how]
    names: list[str] = []
    for fact in facts:
        words = draft.text[fact.start : fact.end]
        found = _persons(words)
        persons = _without_companies(found)
        if len(persons) < len(found):
            found, words = persons, ", ".join(persons)
        if not found:
            continue
        draft.said("directors", fact)
        names += [name for name in found if name not in names]
        if (
            any(map(_is_one_word, found))
            or any(map(label_table().get, map(fold, found)))
            or not _convincing(draft, fact, words, labelled=labelled)
        ):
            draft.doubt("directors")
    return _in_one_alphabet(names)


def _in_one_alphabet(names: list[str]) -> tuple[str, ...]:
    """The names in the alphabet of the first: what follows in another one ("Νίκος Νικολάου, Nikos Nikolaou") says them again."""
    latin = [any("a" <= letter <= "z" for letter in name.lower()) for name in names]
    lengths = [len(name.split()) for name in names]
    if sum(latin) * 2 != len(names) or len(set(lengths)) > 1:
        return tuple(names)
    return tuple(name for name, is_latin in zip(names, latin, strict=True) if is_latin == latin[0])


def _is_one_word(name: str) -> bool:
    """Whether a name has one word: an artist's, or what is left of a name, a role, a state."""
    return " " not in name and not is_native_name(name)


def _without_companies(found: tuple[str, ...]) -> tuple[str, ...]:
    """Of "David Arnaud, Red Bull Media House, MOVIO" who directed, and not for whom; all of them where none is a person."""
    first = next(
        (at for at, name in enumerate(found) if at and is_company(name) and person_likeness(name) < 1.0), None
    )
    if first is not None and person_likeness(found[0]) >= 0.5:
        found_before = found[:first]  # what follows a school is its faculty, its town
        return tuple(name for name in found_before if not is_company(name))
    persons = tuple(name for name in found if not is_company(name) or person_likeness(name) >= 0.75)
    if not 0 < len(persons) < len(found):
        return found
    return tuple(name for name in persons if " " in name or is_native_name(name)) or persons


def _persons(words: str) -> tuple[str, ...]:
    names: list[str] = []
    for name in parted(_not_run_together(_NAME_JUNK.sub("", words))):
        head, origin, place = name.rpartition(" of ")
        name = head if origin and countries_of(place) else name  # noqa: PLW2901  # "Jane Doe of Iran"
        clean = name.strip(' .,;:|-–—()"“”')
        if names and clean[:1].islower() and fold(clean.split()[0]) not in PARTICLES:
            break  # a remark: "Joel Hopkins, seen in the dubbed version"
        if name.endswith((" Jr.", " Sr.")):
            clean += "."
        if clean and any(c.isalpha() for c in clean):
            names.append(_cased(clean))
    return tuple(names)


def _not_run_together(words: str) -> str:
    """Names with a comma between where the page has not even a space: "Ann SawyerBen Gray"."""
    return _RUN_TOGETHER.sub(
        lambda match: ", " if fold(re.split(r"[ -]", words[match.start() :])[0]) in given_names() else "",
        words,
    )


def _cased(name: str) -> str:
    """A name in capitals as it is written in a sentence."""
    if not name.isupper() or len(name) < 4 or is_company(name):
        return name
    return " ".join(
        "-".join(part[:1] + part[1:].lower() for part in word.split("-")) if len(word) > 2 else word
        for word in name.split()
    )


def _convincing(draft: Draft, fact: Fact, words: str, *, labelled: bool) -> bool:
    if labelled:
        likeness = names_likeness(words)
        return likeness >= 0.75 or not (is_company(words) or (likeness < 0.5 and words.isascii()))
    if not fact.sure:
        return draft.context.names_repeat and names_likeness(words) >= 0.5
    return True


def _nearest_producers(facts: list[Fact]) -> list[Fact]:
    """Of producers, co-producers and the companies that a page names, the first kind that it has."""
    own = [fact for fact in facts if not _CO.search(fold(fact.how))]
    persons = [fact for fact in own if not _COMPANIES.search(fold(fact.how))]
    return persons or own or facts


def _producers(draft: Draft, group: Group) -> tuple[str, ...]:
    names: list[str] = []
    for fact in _nearest_producers(best_of(group, "producers")):
        words = _TOGETHER.split(draft.text[fact.start : fact.end])[0]
        found = [name.strip(" ,;|") for name in parted(words, companies=True)]
        found = [_cased(name) if person_likeness(name) >= 0.5 else name for name in found if name]
        ended = next((at for at, name in enumerate(found) if _ends_names(name)), len(found))
        torn = len(found) > 1 and any(" " not in name and not name.isupper() for name in found)
        if ended < len(found) or torn or not all(map(_is_producer, found)):
            draft.doubt("producers")
        found = found[:ended]
        if found:
            draft.said("producers", fact)
        names += [name for name in found if name not in names]
    return tuple(names)


def _is_producer(name: str) -> bool:
    """Whether a name is a person's or a company's by its words, and not longer than either is."""
    known = person_likeness(name) >= 0.5 or is_company(name) or " " not in name
    return known and len(name.split()) <= _MOST_WORDS


def _ends_names(words: str) -> bool:
    """Whether words in a list of names are the next label, a place or a prize: the names end before them."""
    label = label_table().get(fold(words).strip(" .")) is not None and " " not in words
    return label or bool(AWARD.search(words)) or bool(countries_of(words))


# -- places, languages, kinds -------------------------------------------------------------------------------------------


def _codes(draft: Draft, group: Group, name: str) -> tuple[str, ...]:
    found: list[str] = []
    for fact in best_of(group, name):
        if isinstance(fact.value, tuple):
            draft.said(name, fact)
            found += [code for code in fact.value if isinstance(code, str) and code not in found]
            if name == "languages" and not fact.labelled and all(len(code) == 3 for code in found):
                draft.doubt(name)  # "USA/Mohawk": a people's name as well
    return tuple(found)


def _languages_told(draft: Draft, group: Group) -> tuple[str, ...]:
    """The languages of "(In Polish with English subtitles)" in the running text."""
    for start, end in [*group.prose, (group.begin, group.stop)]:
        match = _SPOKEN.search(draft.text, start, end) or _SPOKEN_IN.search(draft.text, start, end)
        tags = languages_in_meta(match["languages"]) if match else None
        if match and tags:
            draft.mark("languages", *match.span("languages"), how_.LANGUAGE_AMONG_FACTS)
            return tags
    return ()


def _countries(draft: Draft, group: Group) -> tuple[str, ...]:
    found = list(_codes(draft, group, "countries"))
    if not all(fact.sure for fact in best_of(group, "countries")):
        draft.doubt("countries")
    if "GE" in found and "US" in found:
        found.remove("GE")  # "Atlanta, Georgia, USA"
    facts = group.facts
    for index, fact in enumerate(facts):
        beside = any(
            0 <= other < len(facts) and facts[other].field in {"countries", "unknown"}
            for other in (index - 1, index + 1)
        )
        if fact.field == "unknown_country" or (
            fact.field == "unknown" and beside and (found or _countries_only(facts, index))
        ):
            code = nearly_country(draft.text[fact.start : fact.end])
            if code and code not in found:
                found.append(code)
                draft.said("countries", replace(fact, how=how_.NEARLY_COUNTRY))
                draft.doubt("countries")
            elif fact.field == "unknown_country" and not code:
                draft.doubt("countries")
    return tuple(found)


def _countries_only(facts: list[Fact], index: int) -> bool:
    return index + 1 < len(facts) and facts[index + 1].field == "year"


def _section(draft: Draft, group: Group) -> str | None:
    facts = best_of(group, "section")
    # What stands over a title that only the page's looks tell is hardly ever its section.
    fact = facts[0] if facts else None if group.title_how == how_.OF_THE_PAGE else group.section
    if fact is None:
        return None
    words, _, _ = bare_title(draft.text[fact.start : fact.end])
    if not fact.labelled and is_generic(words):
        return None  # "News", a word of the site
    draft.said("section", fact)
    # Of headings of lists one in six is no section: a kind of film, a day, an announcement.
    if not fact.sure or fact.how == how_.HEADING_OF_LIST:
        draft.doubt("section")
    return words.rstrip(".") or None


def _tags(draft: Draft, group: Group) -> tuple[str, ...]:
    found: list[str] = []
    for fact in [fact for fact in group.facts if fact.field == "tags"]:
        words = [word.strip(" .#") for word in _TAG_JOIN.split(draft.text[fact.start : fact.end])]
        words = [word for word in words if word and len(word) <= 40]
        if words:
            draft.said("tags", fact)
            filed = _FILED_UNDER.search(draft.text, max(0, fact.start - 30), fact.start)
            if fact.labelled and filed and fact.how != how_.NAMED_TAG:
                draft.doubt("tags")
        found += [word for word in words if fold(word) not in {fold(other) for other in found}]
    return tuple(found)


# -- running text -------------------------------------------------------------------------------------------------------


def _telling(draft: Draft, group: Group) -> tuple[str | None, str | None]:
    labelled = {
        fact.field: fact for fact in group.facts if fact.field in {"logline", "synopsis"} and fact.labelled
    }
    spans = [span for span in group.prose if group.title is None or span != group.title]
    stated = labelled.get("synopsis")
    if stated is not None:
        spans = sorted({(stated.start, stated.end), *(span for span in spans if span[0] > stated.start)})
    tagline = labelled.get("logline")
    logline, synopsis = logline_and_synopsis(
        draft.text, spans, logline_known=tagline is not None or stated is not None
    )
    if tagline is not None:
        logline = (tagline.start, tagline.end)
    if logline:
        draft.mark("logline", *logline, tagline.how if tagline else how_.SENTENCE_BEFORE)
    if synopsis:
        how = stated.how if stated else how_.RUNNING_TEXT
        draft.mark("synopsis", synopsis[0][0], synopsis[-1][1], how)
    told = "\n\n".join(words for words in (tidy(draft.text[a:b]) for a, b in synopsis) if words)
    return (tidy(draft.text[slice(*logline)]) or None) if logline else None, told or None
