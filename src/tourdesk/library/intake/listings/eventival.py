"""Films in XML: what Eventival's services give for festivals' own sites, and simpler lists of the same manner.

Eventival's shape, as public importers read it: `titles/title_english`, `film_info/runtime/seconds` or `length`,
`film_info/completion_date/year`, `film_info/countries/country/code`, `publications/en/synopsis_long`,
`eventival_categorization/sections/section` and `tags/tag`.
"""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tourdesk.library.intake.listings.entries import LISTS, Cell, Entry
from tourdesk.library.intake.listings.known_columns import known_column
from tourdesk.library.intake.listings.words import cleaned, in_one_line
from tourdesk.library.intake.markup import markup_text

# For each field the places where it may stand, the best first.
_PLACES: dict[str, tuple[str, ...]] = {
    "title": (
        "titles/title_english", "title_english", "titles/title_international", "titles/title_en", "title_en", "titles/title", "title",
        "film_title", "english_title", "titles/title_local", "title_local", "titles/title_festival_language", "name",
        "titles/title_original", "title_original", "original_title",
    ),
    "original_title": ("titles/title_original", "title_original", "original_title", "titles/original_title", "originaltitle"),
    "year": ("film_info/completion_date/year", "completion_date/year", "film_info/completion_date", "completion_date", "film_info/year", "year"),
    "runtime_seconds": ("film_info/runtime/seconds", "runtime/seconds", "film_info/runtime_seconds", "runtime_seconds"),
    "runtime": ("film_info/length", "film_info/runtime/minutes", "runtime/minutes", "film_info/runtime", "runtime", "length", "duration", "running_time", "film_info/duration"),
    "directors": ("film_info/directors", "directors", "director", "publications/en/directors", "publications/*/directors", "credits/directors"),
    "producers": ("film_info/producers", "producers", "producer", "publications/en/producers", "publications/*/producers", "credits/producers"),
    "countries": ("film_info/countries", "countries", "country", "publications/en/countries", "country_of_origin", "countries_of_origin"),
    "languages": ("film_info/languages", "languages", "language", "publications/en/languages"),
    "section": ("eventival_categorization/sections", "sections", "section", "programme_section", "category"),
    "tags": ("eventival_categorization/tags", "tags", "film_info/types", "types", "genres", "genre", "keywords"),
    "logline": ("film_info/texts/logline", "publications/en/logline", "logline"),
    "synopsis": (
        "publications/en/synopsis_long", "publications/en/synopsis", "publications/en/synopsis_short", "film_info/texts/synopsis_long",
        "synopsis_long", "synopsis", "synopsis_short", "description", "publications/*/synopsis_long", "publications/*/synopsis_short",
    ),
}  # fmt: skip
_FILM_NAMES = frozenset({"film", "movie", "filmtitle", "work"})
_LIST_NAMES = frozenset(
    {"films", "movies", "items", "results", "catalogue", "catalog", "program", "programme"}
)
_GIVEN = ("name_first", "first_name", "firstname", "given_name", "forename", "name")
_FAMILY = ("name_last", "last_name", "lastname", "surname", "family_name")
_BEST_CHILD = ("code", "iso", "name", "title", "name_en", "human_readable", "text", "value", "label")
_TAGS = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")


def film_elements(root: Element) -> list[Element]:
    """The elements that tell of a film each, in order."""
    found: list[Element] = []
    waiting = [(root, "")]
    while waiting:
        element, parent = waiting.pop()
        if _is_film(element, parent):
            found.append(element)
        else:
            waiting += [(child, element.tag) for child in reversed(element)]
    return found


def _is_film(element: Element, parent: str) -> bool:
    if not len(element) and "title" not in element.attrib:
        return False
    titled = any(_first(element, place) for place in _PLACES["title"] if place != "name")
    within = any(inner.tag in _FILM_NAMES for inner in element.iter() if inner is not element)
    if element.tag in _FILM_NAMES:
        # One without a title is a film all the same: that it lacks its title is told.
        return titled or _first(element, "name") != "" or (not within and _says_something(element))
    if not titled or within:
        return False  # a section or a block, with its films in it
    return (parent in _LIST_NAMES and element.tag not in _LIST_NAMES) or element.find("titles") is not None


def _says_something(element: Element) -> bool:
    return any(
        _first(element, place) for field in ("year", "runtime", "directors") for place in _PLACES[field]
    )


def xml_entry(film: Element, where: str) -> Entry:
    """The cells of a film's element."""
    cells: list[Cell] = []
    used: set[str] = set()
    for field, places in _PLACES.items():
        for place in places:
            words = _all(film, place) if field in LISTS else _first(film, place)
            if words:
                cells.append(Cell(place.replace("*", "…").replace("_", " "), field, words))
                used.add(place)
                break
    have = {cell.field for cell in cells}
    if "runtime_seconds" in have:
        cells = [cell for cell in cells if cell.field != "runtime"]
    cells += [cell for cell in _others(film, used) if cell.field not in have]
    return Entry(where, tuple(cells))


def _others(film: Element, used: set[str]) -> Iterator[Cell]:
    """Plain elements that are called otherwise, in whatever language."""
    seen: set[str] = set()
    for child in film:
        if child.tag in used or child.tag in seen or len(child):
            continue
        known = known_column(child.tag.replace("_", " "))
        words = _words(child)
        if known and known[0] and words:
            seen.add(child.tag)
            yield Cell(child.tag.replace("_", " "), known[0], words)


def _found(film: Element, place: str) -> list[Element]:
    elements = [film]
    for step in place.split("/"):
        elements = [child for element in elements for child in element if step in {"*", child.tag}]
    return elements


def _first(film: Element, place: str) -> str:
    for element in _found(film, place):
        words = _words(element) if not len(element) else next(iter(_parts(element)), "")
        if words:
            return words
    return cleaned(film.attrib.get(place, ""))


def _all(film: Element, place: str) -> str | tuple[str, ...]:
    """The parts of a list: an element for each, or one text with separators."""
    elements = _found(film, place)
    if len(elements) == 1 and not len(elements[0]) and (words := _words(elements[0])):
        return words  # one text: parted like a cell
    parts: list[str] = []
    for element in elements:
        parts += _parts(element) if len(element) else [_words(element)]
    if not parts:
        return cleaned(film.attrib.get(place, ""))
    return tuple(dict.fromkeys(part for part in parts if part))


def _parts(element: Element) -> list[str]:
    """What the children say: a name from its two halves, the code or name of a thing, or plain texts."""
    person = _person(element)
    if person:
        return [person]
    out = []
    for child in element:
        if not len(child):
            out.append(_words(child) or cleaned(child.attrib.get("code", "") or child.attrib.get("name", "")))
        else:
            out.append(
                _person(child)
                or next((words for tag in _BEST_CHILD if (words := _words(child.find(tag)))), "")
            )
    return [words for words in out if words]


def _person(element: Element) -> str:
    family = next((words for tag in _FAMILY if (words := _words(element.find(tag)))), "")
    if not family:
        return ""
    given = next((words for tag in _GIVEN if (words := _words(element.find(tag)))), "")
    return in_one_line(f"{given} {family}")


def _words(element: Element | None) -> str:
    """The text of an element; what was written for the web loses its tags."""
    if element is None or not element.text:
        return ""
    words = element.text
    if _TAGS.search(words):
        words = markup_text(words)
    elif "&" in words:
        words = html.unescape(words)
    return cleaned(words)
