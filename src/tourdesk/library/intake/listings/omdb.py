"""What the Open Movie Database answers: a title, a search, or several of them.

The keys are those of its public API; every value is a string, "N/A" where there is none.
"""

from collections.abc import Iterator

from tourdesk.foundation.language import _
from tourdesk.library.intake.listings.entries import Cell, Entry
from tourdesk.library.intake.listings.json_text import Json, words_of
from tourdesk.library.intake.listings.words import cleaned

_FIELDS = {
    "Title": "title",
    "Year": "year",
    "Runtime": "runtime",
    "Genre": "tags",
    "Director": "directors",
    "Production": "producers",
    "Plot": "synopsis",
    "Language": "languages",
    "Country": "countries",
    "imdbID": "identifiers",
}
# The motion picture association's letters, as the United States know them; "Not Rated" and the like are none.
_RATED = frozenset({"G", "PG", "PG-13", "R", "NC-17"})
_SIGNS = frozenset({"imdbID", "Response", "Rated", "imdbRating", "Poster"})


def is_omdb(value: Json) -> bool:
    """Whether a JSON value is an answer of the database, or a list of them."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, dict) and is_omdb(one) for one in value)
    return isinstance(value, dict) and (
        "Search" in value or "Response" in value or ("Title" in value and bool(_SIGNS & set(value)))
    )


def omdb_entries(value: Json) -> list[Entry]:
    """The films of the answers; an answer that says that nothing was found is an entry that tells it."""
    return [_entry(film, _("Film {number}", number=number)) for number, film in enumerate(_films(value), 1)]


def _films(value: Json) -> Iterator[dict[str, Json]]:
    if isinstance(value, list):
        for one in value:
            yield from _films(one)
    elif isinstance(value, dict):
        found = value.get("Search")
        if isinstance(found, list):
            yield from (film for film in found if isinstance(film, dict))
        else:
            yield value


def _entry(film: dict[str, Json], where: str) -> Entry:
    cells = tuple(_cell(name, cleaned(words)) for name, value in film.items() if (words := words_of(value)))
    if words_of(film.get("Response")) in {"False", "false"}:
        said = cleaned(words_of(film.get("Error")) or _("no reason was given")).rstrip(".!")
        return Entry(where, cells, skipped=_("the database found no film ({reason}).", reason=said))
    return Entry(where, cells)


def _cell(name: str, words: str) -> Cell:
    if name == "Rated" and words in _RATED:
        return Cell("Rated", "ratings", (f"US: {words}",))
    return Cell(cleaned(name), _FIELDS.get(name), words)
