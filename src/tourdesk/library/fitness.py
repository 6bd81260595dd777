"""What no film may be: refused before it is kept."""

from dataclasses import replace

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.copies import identity
from tourdesk.library.films import Film
from tourdesk.library.identifiers import identifier
from tourdesk.library.licences import checked_licences
from tourdesk.library.ratings import rating
from tourdesk.library.records import TERMS

LONGEST_SECONDS = 7 * 24 * 3600
"""The longest run-time that is taken: what lasts longer was mistyped."""

LONGEST_NAME = 500
"""Letters of a title, a section, a name or a tag: what is longer is a text that slipped into the wrong field."""


def checked(given: Film) -> Film:
    """The film with its codes in one way. Raises ProblemForUser when no film can be so."""
    film = replace(
        given,
        ratings=tuple(rating(text) for text in given.ratings),
        identifiers=tuple(identifier(text) for text in given.identifiers),
        versions=tuple(
            replace(v, copies=tuple(replace(c, identity=identity(c.identity)) for c in v.copies))
            for v in given.versions
        ),
        licences=checked_licences(given.title, given.licences, [version.name for version in given.versions]),
    )
    if not film.title.strip():
        raise ProblemForUser(_("A film needs a title; please type one."))
    if not film.versions:
        raise ProblemForUser(
            _(
                "“{title}” needs at least one version; please add one, even without a run-time.",
                title=film.title,
            )
        )
    if film.year is not None and not 1 <= film.year <= 9999:
        raise ProblemForUser(
            _(
                "“{title}” cannot be of the year {year}; please correct it.",
                title=film.title,
                year=film.year,
            )
        )
    _refuse_long_names(film)
    _refuse_impossible_lengths(film)
    return film


def _refuse_long_names(film: Film) -> None:
    names = [
        film.title,
        film.original_title,
        film.section,
        *(entry for name in TERMS.values() for entry in getattr(film, name)),
        *(showing.town for showing in film.showings),
        *(source.name for source in film.sources),
        *(version.name for version in film.versions),
    ]
    too_long = next((name for name in names if name and len(name) > LONGEST_NAME), None)
    if too_long is not None:
        raise ProblemForUser(
            _(
                "“{start}…” is longer than {most} letters, too long for a title or a name; please shorten it.",
                start=too_long[:60],
                most=LONGEST_NAME,
            )
        )
    if not all(showing.town.strip() for showing in film.showings):
        raise ProblemForUser(
            _("“{title}” was shown somewhere without a town; please type one.", title=film.title)
        )


def _refuse_impossible_lengths(film: Film) -> None:
    lengths = [version.seconds for version in film.versions]
    lengths += [source.seconds for source in film.sources]
    lengths += [copy.seconds for version in film.versions for copy in version.copies]
    for seconds in lengths:
        if seconds is not None and not 0 < seconds <= LONGEST_SECONDS:
            raise ProblemForUser(
                _(
                    "“{title}” cannot last {length}; please correct its run-time.",
                    title=film.title,
                    length=clock_text(seconds),
                )
            )
