"""Which characters of an evening the papers can show by a mark only, so that somebody can be told."""

from collections.abc import Iterable, Iterator, Sequence

from tourdesk.documents.evening import Evening
from tourdesk.documents.letters import MARK, missing
from tourdesk.foundation.language import _
from tourdesk.library.films import Film


def unprintable(evening: Evening) -> tuple[str, ...]:
    """A sentence for each film, item, sponsor or place that has characters which the papers' faces lack."""
    return _sentences(_texts(evening))


def unprintable_films(films: Sequence[Film]) -> tuple[str, ...]:
    """A sentence for each film that has characters which the papers' faces lack."""
    return _sentences((film.title, _film_texts(film)) for film in films)


def _sentences(named: Iterable[tuple[str, list[str]]]) -> tuple[str, ...]:
    return tuple(
        _(
            "“{name}” has characters that the papers’ typefaces lack: {characters}. "
            "On paper each is shown as {mark}.",
            name=" ".join(name.split()),
            characters=" ".join(map(_named, lacking)),
            mark=MARK,
        )
        for name, texts in named
        if (lacking := missing(texts))
    )


def _named(character: str) -> str:
    return f"{character} (U+{ord(character):04X})" if character.isprintable() else f"U+{ord(character):04X}"


def _texts(evening: Evening) -> Iterator[tuple[str, list[str]]]:
    screening, tour, venue = evening.screening, evening.screening.tour, evening.screening.venue
    yield tour.name, [tour.name, tour.address, tour.telephone, tour.email, tour.web, evening.programme.name]
    yield venue.name, [venue.name, venue.address, screening.hall.name, screening.town, screening.host]
    for timed in evening.order.items:
        item = timed.item
        in_library = item.film_id in evening.films
        yield item.title, ["" if in_library else item.title, item.script, item.cue, item.version_name]
    for film in evening.films.values():
        yield film.title, _film_texts(film)
    for sponsor in evening.sponsors:
        yield sponsor.name, [sponsor.name, sponsor.tier]


def _film_texts(film: Film) -> list[str]:
    said = (film.original_title, film.section, film.logline, film.synopsis)
    return [film.title, *(text or "" for text in said), *film.directors, *film.advisories]
