"""What a page says around its films: sections and tags in its own words, sponsors, address and telephone."""

import re
from dataclasses import replace

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.labelled import labels_in
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.readings import Contact
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import CATEGORY_WORDS, FILM_WORDS, GENRES, NAVIGATION, SPONSORS
from tourdesk.library.intake.wording import is_generic, is_prose

_FROM_SECTION = re.compile(
    r"^(?:(?:other|more|further|see (?:other|more)|all) (?:films|movies|titles|entries|works|shorts)? ?(?:from|in|of) (?:this|the) (?:same )?(?:section|category|strand|programme|program|sidebar)"
    r"|(?:weitere|andere|mehr) filme (?:aus|in|der|dieser)+ (?:dieser|der) (?:sektion|reihe|kategorie)"
    r"|(?:autres|d'autres) films (?:de|dans) (?:cette|la même) (?:section|catégorie|sélection)"
    r"|(?:otras|más) películas (?:de|en) (?:esta|la misma) (?:sección|categoría)"
    r"|altri film (?:di|in|della|in) (?:questa|stessa) (?:sezione|categoria)|outros filmes (?:desta|da mesma) (?:secção|seção|categoria)"
    r"|(?:inne|pozostałe) filmy (?:z|w) tej (?:sekcji|kategorii)|(?:další|ďalšie) filmy (?:z|v) (?:této|tejto|téže) (?:sekce|sekcie|kategorie)"
    r"|(?:drugi|več) film[ia]? (?:iz|v) (?:te|tega) (?:sekcije|sklopa|kategorije)|(?:ostali|drugi) filmovi iz (?:ove|iste) (?:sekcije|kategorije)"
    r"|(?:другие|ещё) фильмы (?:из )?(?:этой )?(?:секции|раздела|программы))\s*[:–-]?\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_WITH_TAG = re.compile(
    r"^(?:(?:other|more) (?:films|movies|titles) (?:with|tagged(?: with)?) ?(?:this tag|the tag|tag)?|(?:weitere|andere) filme mit (?:diesem )?(?:tag|schlagwort)|autres films avec (?:ce|le) (?:tag|mot-clé)"
    r"|otras películas con (?:esta|la) etiqueta|altri film con (?:questo|il) tag|inne filmy z tym tagiem|další filmy s tímto (?:tagem|štítkem)|drugi filmi s to oznako)\s*[:–-]?\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_MORE_IN_CATEGORY = re.compile(
    r"^(?:more|others?) in (?:this|the same) (?:category|section)\s*:\s*(?P<value>\S.*)$", re.IGNORECASE
)
_TELEPHONE = re.compile(
    r"(?:\b(?:tel|telephone|telefon|téléphone|teléfono|telefono|phone|ph|fon|tlf|puh|τηλ|тел|電話|电话|전화)\b\.?\s*:?\s*|^[☎📞✆]\s*|(?<![\w+])(?=\+\d))(?P<number>\+?\(?\d[\d\s()./-]{5,20}\d)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_WEB = re.compile(r"\b(?:https?://|www\.)[^\s<>()\"']{3,120}", re.IGNORECASE)
STREET = re.compile(
    r"\b\d{1,4}[a-z]?,?\s+(?:[\w.'’-]+\s+){1,4}(?:st|str|street|rd|road|ave|avenue|blvd|lane|ln|drive|dr|way|square|sq|place|plaza|court|ct|quay|terrace|row|strasse|straße)\b\.?"
    r"|\b[\w.'’-]*(?:str\.|straße|strasse|gasse|weg|platz|allee|gata|gatan|gade|vej|veien|katu|tie|straat|laan|ulica|utca)\s+\d{1,4}\b"
    r"|\b(?:rue|avenue|boulevard|place|chemin|via|viale|piazza|corso|calle|avenida|plaza|paseo|rua|praça|ul\.|ulica|ulice|trg|cesta)\s+[\w.'’ -]{2,40}\s\d{1,4}\b|\b\d{1,4},?\s+(?:rue|avenue|av\.|boulevard|bd|place|chemin|quai|impasse)\s+[\w.'’ -]{2,40}|\bP\.?\s?O\.?\s?Box\s+\d+",
    re.IGNORECASE,
)
_LIST_JOIN = re.compile(r"\s*(?:[,;|•·]|\s[–-]\s|\s{2,}|\t)\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|e|&|i|a|in|og|och|ja|és)\s+(?=[^\s]+(?:\s[^\s]+){0,4}$)")


def section_and_tags(marked: list[Marked]) -> None:
    """Lines such as "Other films from this section Places" become facts of the film they stand under."""
    for entry in marked:
        words = entry.line.text
        if len(words) > 140 or (entry.kind == "prose" and words[-1] in ".!?…"):
            continue
        match = _MORE_IN_CATEGORY.match(words)
        if match:
            _category(entry, match)
            continue
        match = _FROM_SECTION.match(words)
        if match and not match["value"].strip().endswith(":"):
            _become(entry, "section", match, how_.NAMED_SECTION, sure=True)
            continue
        match = _WITH_TAG.match(words)
        if match:
            _become(entry, "tags", match, how_.NAMED_TAG, sure=True)


def _become(entry: Marked, field: str, match: "re.Match[str]", how: str, *, sure: bool) -> None:
    start = entry.line.start + match.start("value")
    value = match["value"].rstrip(" »›>→")
    fact = Fact(field, start, start + len(value), value, how, labelled=True, sure=sure)
    entry.kind = "frame"
    entry.facts = LineFacts(facts=[fact], weight=0.5)


def _category(entry: Marked, match: "re.Match[str]") -> None:
    """The link "More in this category: Wild and Tough »" names the category; with « it names the neighbouring films.

    A single name before a » may be either. It is taken for the category where it is worded like one
    ("Places", "Wild and Tough") and left out where it begins like a title ("The Hard Way").
    """
    value = match["value"].strip()
    entry.kind = "frame"
    entry.facts = LineFacts()
    if any(sign in value for sign in "«‹←<") or any(sign in value[:-1] for sign in "»›→>"):
        return
    name = value.rstrip("»›→> ").strip()
    if not name or any(sign in name for sign in "»›→") or len(name) > 50:
        return
    words = fold(name).split()
    if words[0] in {"the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "il"}:
        return
    sure = any(word in CATEGORY_WORDS for word in words)
    _become(entry, "section", match, how_.NAMED_CATEGORY, sure=sure)


def heading_section(entry: Marked) -> Fact | None:
    """A line such as "Big Green World Films:" right above a list of films names their section."""
    words = entry.line.text.strip()
    if not words.endswith(":") or len(words) > 60 or is_prose(words[:-1]):
        return None
    parts = words.rstrip(": ").split()
    if len(parts) < 3 or fold(parts[-1]) not in FILM_WORDS:
        return None  # of "Wild films:" the first word alone is no name of a section
    name = " ".join(parts[:-1])
    if (
        is_generic(name)
        or fold(name) in GENRES
        or fold(name).split()[0] in {"the", "these", "our", "this", "all", "here", "and"}
        or any(word[0].islower() for word in name.split())
    ):
        return None
    start = entry.line.start
    return Fact("section", start, start + len(name), name, how_.HEADING_OF_LIST, labelled=False)


# -- sponsors -----------------------------------------------------------------------------------------------------------


def sponsors_of(text: str, marked: list[Marked]) -> tuple[str, ...]:
    """The sponsors and partners that a page names under a heading, after "supported by", or as the list at its foot."""
    found: list[str] = []
    index = 0
    while index < len(marked):
        entry = marked[index]
        index += 1
        if entry.kind == "sponsors":
            index = _listed(text, marked, index, found)
            continue
        inline = _inline_sponsors(entry.line.text)
        if inline:
            found += inline
    found = found or _foot_list(marked)
    return tuple(dict.fromkeys(found))


def _inline_sponsors(words: str) -> list[str]:
    """The names in "Supported by: A, B and C"."""
    if len(words) > 400 or not (":" in words[:60] or " by " in words[:40] or " to " in words[:30]):
        return []
    head, colon, rest = words.partition(":")
    folded = fold(head).strip(" .*–-")
    if colon and folded in SPONSORS:
        return _names_in(rest)
    for size in range(6, 1, -1):
        start = " ".join(words.split()[:size])
        if fold(start) in SPONSORS and fold(start).endswith(
            (" by", " to", " von", " durch", " de", " par", " van", " av", " af", " with")
        ):
            rest = words[len(start) :].strip(" :.")
            if rest[:1].isupper() and not is_prose(rest):
                return _names_in(rest)
    return []


def _names_in(rest: str) -> list[str]:
    parts = [part for part in _LIST_JOIN.split(rest.strip(" .!")) if part.strip()]
    if len(parts) >= 2 or (parts and " & " not in parts[0]):
        last = _AND.split(parts[-1])
        parts = parts[:-1] + (last if len(parts) > 1 or len(last) == 2 else parts[-1:])
    names = [re.sub(r"^(?:and|und|et|y|&)\s+", "", part.strip(" .!:")) for part in parts]
    return [name for name in names if _is_sponsor(name)]


def _is_sponsor(name: str) -> bool:
    return (
        2 <= len(name) <= 70
        and any(c.isalpha() for c in name)
        and not is_prose(name)
        and fold(name) not in NAVIGATION
        and not is_generic(name)
        and not _EMAIL.search(name)
        and not _TELEPHONE.search(name)
        and not name.startswith(("©", "http", "www."))
    )


def _listed(text: str, marked: list[Marked], index: int, found: list[str]) -> int:
    """The names below a heading of sponsors, up to the next heading or running text."""
    taken = 0
    while index < len(marked):
        entry = marked[index]
        words = entry.line.text
        if (
            entry.kind in {"foot", "related", "prose"}
            or words.startswith("©")
            or labels_in(text, entry.line.start, entry.line.end)[:1]
        ):
            break
        if entry.kind == "sponsors":
            break
        if taken and entry.line.gap >= 2:
            break
        if (
            _EMAIL.search(words)
            or _TELEPHONE.search(words)
            or STREET.search(words)
            or (entry.facts.weight >= 3)
        ):
            break
        names = _names_in(words) if re.search(r"[,;|•·\t]|\s{2,}", words) else [words.strip(" .")]
        found += [name for name in names if _is_sponsor(name)]
        taken += 1
        index += 1
    return index


def _foot_list(marked: list[Marked]) -> list[str]:
    """The list of names that ends a page after its address: at least three short lines of capitalised words."""
    names: list[str] = []
    for entry in reversed(marked):
        words = entry.line.text
        if _TELEPHONE.search(words) or STREET.search(words) or _EMAIL.search(words):
            return names[::-1] if len(names) >= 3 else []
        if (
            entry.facts.weight >= 3
            or entry.kind in {"prose", "facts"}
            or not words[:1].isupper()
            or len(words) > 60
        ):
            return []
        if _is_sponsor(words):
            names.append(words)
    return []


# -- contact --------------------------------------------------------------------------------------------------------------


def contact_of(marked: list[Marked], films_end: int) -> Contact:
    """The address, telephone, mail and web address that stand after the films."""
    contact = Contact()
    for entry in marked:
        if entry.line.start < films_end or entry.kind == "prose":
            continue
        words = entry.line.text
        street, telephone = STREET.search(words), _TELEPHONE.search(words)
        email, web = _EMAIL.search(words), _WEB.search(words)
        if telephone and contact.telephone is None:
            contact = replace(contact, telephone=telephone["number"].strip())
        if street and contact.address is None and len(words) < 120:
            cut = min((match.start() for match in (telephone, email, web) if match), default=len(words))
            contact = replace(contact, address=words[:cut].strip(" ,;|·•–-") or None)
        if email and contact.email is None:
            contact = replace(contact, email=email.group())
        if web and contact.web is None:
            contact = replace(contact, web=web.group().rstrip(".,;"))
    return contact
