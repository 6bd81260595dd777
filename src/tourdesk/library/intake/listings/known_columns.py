"""What the columns of well-known exports are called, and how sure a column's name is about what it holds."""

import re
from functools import cache, lru_cache

from tourdesk.library.intake.listings.entries import FIELDS
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import OTHER, TOTAL, label_table

# FilmFreeway, IMDb and Letterboxd, by their own names of columns; "" is known and none of ours.
_EXPORTS: dict[str, str] = {
    "title": "project title, film title, title english, english title, title (english), international title, titel (englisch)",
    "original_title": "project title (original language), original title, title (original), titel (original), title original",
    "year": "completion date, year",
    "runtime": "duration, runtime (mins), runtime, running time, running time (mins)",
    "directors": "director names, director name(s), names of directors",
    "countries": "country of origin, countries of origin, country of production, production country, country code, country codes",
    "languages": "language, languages, language code, language codes",
    "tags": "genres, genre, project type",
    "identifiers": "const, imdbid, imdb id, imdb url, isan, eidr, identifier",
    "advisories": "content advisory, content advisories, content warning, content warnings, content notes, trigger warnings",
    "ratings": "ratings by country, ratings by territory",
    "trailer": "trailer url, trailer link",
    "licence_from": "licence from, license from, licence start, license start, licensed from, rights from, licence begin, lizenz von, lizenz ab, droits du",
    "licence_to": "licence to, license to, licence until, license until, licence end, license end, licensed until, licence expires, license expires, rights until, lizenz bis, droits jusqu'au",
    "licence_fee": "licence fee, license fee, licence cost, license cost, rental fee, screening fee, lizenzgebühr, lizenzgebuehr, droits de projection",
    "": """
        first name, last name, birthdate, gender, email, phone, address, address 2, city, state, postal code, tracking number,
        synopsis (original language), lyrics, country of filming, project website, twitter, facebook, student project,
        production budget, shooting format, aspect ratio, film color, camera, lens, focal length, shutter speed, aperture,
        iso / film, first-time filmmaker, writers, key cast, other credits, submitter statement, submitter biography,
        director statement, director biography, rating, flag, submission date, submission status, judging status,
        submission deadlines, submission categories, submission fee, discount code, submission link, submission password,
        assigned judges, screenings / awards, distributor information, submission id, submission notes,
        position, created, modified, url, title type, imdb rating, num votes, your rating, date rated,
        letterboxd uri, rewatch, watched date, review, version, audio, date, film id, still, key, id
        """,
}
# Names that also mean other things: only where no better column says the same.
_WEAK = {
    "country": "countries", "name": "title", "film": "title", "what": "title", "item": "title", "film name": "title",
    "programme item": "title", "release date": "year", "released": "year", "time": "runtime", "type": "tags",
    "mins": "runtime", "dur": "runtime", "len": "runtime", "tc": "runtime", "ctry": "countries", "lang": "languages",
    "who": "directors", "block": "section", "programme": "section", "program": "section", "session": "section", "#": "", "no": "", "nr": "",
    "pos": "", "order": "", "start": "", "end": "", "from": "", "to": "", "clock": "", "seconds": "runtime",
}  # fmt: skip
# An address; a telephone number or mail beside a film may also be whom to ask for the film.
_SUBMITTER = frozenset(
    "first name|last name|address|address 2|street|postal code|zip|zip code|postcode|city|state".split("|")
)
_BRACKET = re.compile(r"\s*[(\[].*?[)\]]\s*|\s*[(\[].*$")
_UNIT = re.compile(
    r"\s*(?:in\s+)?(?:min(?:s|utes|uten|utos)?|sec(?:s|onds)?|sek(?:unden)?|h{1,2}:mm(?::ss)?|mm:ss|m:ss)\.?$"
)
_TONGUE = re.compile(
    r"\s+(?:en|eng|de|ger|fr|es|it|pt|nl|pl|cs|sk|sl|hr|hu|sv|no|da|fi|et|ru|uk|english|englisch|deutsch)$"
)
_ORIGINAL = re.compile(r"\s+(?:orig|original)\.?$")
_NUMBERED = re.compile(r"[\s_#]*\d{1,2}$")

SURE, LABEL, PART, WEAK = range(4)
"""How sure a name is: an export's own, a label of festival pages, a part of the name, an ambiguous word."""


@cache
def _table() -> dict[str, str]:
    table = {field: field for field in FIELDS} | {fold(field.replace("_", " ")): field for field in FIELDS}
    for field, names in _EXPORTS.items():
        table |= {fold(name.strip()): field for name in names.split(",")}
    return table


@lru_cache(maxsize=5000)
def known_column(name: str) -> tuple[str, int] | None:
    """The field that a column of this name holds ("" for none of ours) and how sure that is; None if it is not known."""
    folded = fold(name).strip(" .:*\"'")
    if not folded or len(folded) > 80:
        return None
    spaced = folded.replace("_", " ")
    bare = _NUMBERED.sub("", _BRACKET.sub(" ", spaced)).strip(" .:*")
    plain = _TONGUE.sub("", _UNIT.sub("", bare))
    for words, rank in ((folded, SURE), (spaced, SURE), (bare, PART), (plain, PART)):
        known = _plainly_known(words, rank)
        if known:
            return known
    if _ORIGINAL.search(bare) and _plainly_known(_ORIGINAL.sub("", bare), PART) == ("title", PART):
        return "original_title", PART
    parts = [part.strip() for part in re.split(r"\s*[/|–]\s*|\s-\s", bare) if part.strip()]
    found = {known[0] for part in parts if (known := known_column(part))} if len(parts) > 1 else set()
    return (found.pop(), PART) if len(found) == 1 else None


def _plainly_known(words: str, rank: int) -> tuple[str, int] | None:
    if words in _table():
        return _table()[words], rank
    if words in _WEAK:
        return _WEAK[words], WEAK
    return (_of_label(words), max(rank, LABEL)) if words in label_table() else None


def _of_label(words: str) -> str:
    field = label_table()[words]
    return "" if field in {OTHER, TOTAL} else field


def is_submitters(names: frozenset[str]) -> bool:
    """Whether a header of these folded names also has the address of whoever submitted the film."""
    return len(names & _SUBMITTER) >= 2
