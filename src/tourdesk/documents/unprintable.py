"""What the papers cannot show as it was given, so that somebody can be told: letters, stills and logos."""

from collections.abc import Iterable, Iterator, Sequence

from tourdesk.documents import pictures
from tourdesk.documents.collection import Collection
from tourdesk.documents.evening import Evening
from tourdesk.documents.letters import MARK, in_one_line, missing
from tourdesk.foundation.language import _
from tourdesk.library.films import Film
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Tour

_AT_ONCE = 16
"""How many films' pictures are in memory at a time."""


def letters_of_night(evening: Evening) -> tuple[str, ...]:
    """A sentence for each film, item, sponsor or place that has characters which the papers' faces lack."""
    return _sentences(_texts(evening))


def letters_of_films(films: Sequence[Film]) -> tuple[str, ...]:
    """A sentence for each film that has characters which the papers' faces lack."""
    return _sentences((film.title, _film_texts(film)) for film in films)


def pictures_of_night(evening: Evening) -> tuple[str, ...]:
    """A sentence for each still and logo of which papers show nothing."""
    titles = {film_id: film.title for film_id, film in evening.films.items()}
    stills = ((titles.get(film_id, ""), data) for film_id, data in evening.stills.items())
    return (*logos(evening), *_still_sentences(stills))


def logos(evening: Evening) -> tuple[str, ...]:
    """A sentence for each logo of which papers show nothing."""
    return tuple(_logo_sentences(evening.screening.tour, evening.sponsors))


def logo_of_library(collection: Collection) -> tuple[str, ...]:
    """A sentence when papers show nothing of the tour's logo."""
    return () if collection.tour is None else tuple(_logo_sentences(collection.tour, ()))


def stills_of_library(collection: Collection) -> tuple[str, ...]:
    """A sentence for each still of which papers show nothing."""
    said: list[str] = []
    titles = {film.id: film.title for film in collection.films if film.id is not None}
    ids = list(titles)
    for first in range(0, len(ids), _AT_ONCE):
        stills = collection.stills(ids[first : first + _AT_ONCE])
        said += _still_sentences((titles[film_id], data) for film_id, data in stills.items())
    return tuple(said)


def _still_sentences(stills: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    for title, data in stills:
        if not pictures.is_picture(data):
            yield _(
                "The still of “{title}” is no picture that TourDesk can read, and is left out; please choose another on the Films screen.",
                title=in_one_line(title),
            )


def _logo_sentences(tour: Tour, sponsors: Iterable[Sponsor]) -> Iterator[str]:
    if tour.logo and pictures.logo(tour.logo) is None:
        yield _(
            "The tour’s logo is no picture that shows on white paper, and is left out; please choose another."
        )
    for sponsor in sponsors:
        if sponsor.logo and pictures.logo(sponsor.logo) is None:
            yield _(
                "The logo of “{name}” is no picture that shows on white paper: the name stands in its place; please choose another.",
                name=in_one_line(sponsor.name),
            )


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
