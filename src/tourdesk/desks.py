"""All desks over one database, and the evening that several of them know together."""

import threading
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.storage.database import Database

if (
    TYPE_CHECKING
):  # Each room is imported when its desk is first asked: a window and a command need few of them at first.
    from sqlalchemy.orm import Session

    from tourdesk.documents.collection import Collection
    from tourdesk.documents.evening import Edition, Evening
    from tourdesk.library.committee.desk import CommitteeDesk
    from tourdesk.library.desk import LibraryDesk
    from tourdesk.library.films import Film
    from tourdesk.library.finding.desk import FindingDesk
    from tourdesk.library.finding.wanted import Found
    from tourdesk.library.listings_desk import ListingsDesk
    from tourdesk.library.quality_desk import QualityDesk
    from tourdesk.library.standing import Showings
    from tourdesk.programming.desk import ProgrammingDesk
    from tourdesk.programming.programme import Programme
    from tourdesk.programming.proposing.desk import RulesDesk
    from tourdesk.sponsorship.desk import SponsorDesk
    from tourdesk.touring.desk import TouringDesk


class Desks:
    """What screens and commands may ask, over one open database.

    Two threads that ask a desk for the first time at the same moment may each get one of their own: they hold
    nothing but the database and what they remember of it.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        database.prepare = _load_tables

    @classmethod
    def over(cls, database: Database) -> "Desks":
        """The desks over an open database."""
        return cls(database)

    @cached_property
    def library(self) -> "LibraryDesk":
        """Films and their stills."""
        _load_tables()
        from tourdesk.library.desk import LibraryDesk  # noqa: PLC0415 - see above

        return LibraryDesk(self.database, self.finding, _programmes_showing)

    @cached_property
    def finding(self) -> "FindingDesk":
        """Search, facets and saved searches."""
        _load_tables()
        from tourdesk.library.finding.desk import FindingDesk  # noqa: PLC0415 - see above

        return FindingDesk(self.database, _showings_beside)

    @cached_property
    def committee(self) -> "CommitteeDesk":
        """Members and verdicts."""
        _load_tables()
        from tourdesk.library.committee.desk import CommitteeDesk  # noqa: PLC0415 - see above

        return CommitteeDesk(self.database, self.finding)

    @cached_property
    def quality(self) -> "QualityDesk":
        """What is wanting in the catalogue."""
        _load_tables()
        from tourdesk.library.quality_desk import QualityDesk  # noqa: PLC0415 - see above

        return QualityDesk(self.database)

    @cached_property
    def programming(self) -> "ProgrammingDesk":
        """Programmes."""
        _load_tables()
        from tourdesk.programming.desk import ProgrammingDesk  # noqa: PLC0415 - see above

        return ProgrammingDesk(self.database)

    @cached_property
    def rules(self) -> "RulesDesk":
        """What programmes are to keep to."""
        _load_tables()
        from tourdesk.programming.proposing.desk import RulesDesk  # noqa: PLC0415 - see above

        return RulesDesk(self.database)

    @cached_property
    def touring(self) -> "TouringDesk":
        """Tours, venues and screenings."""
        _load_tables()
        from tourdesk.touring.desk import TouringDesk  # noqa: PLC0415 - see above

        return TouringDesk(self.database)

    @cached_property
    def sponsors(self) -> "SponsorDesk":
        """Who is thanked."""
        _load_tables()
        from tourdesk.sponsorship.desk import SponsorDesk  # noqa: PLC0415 - see above

        return SponsorDesk(self.database)

    @cached_property
    def listings(self) -> "ListingsDesk":
        """What is remembered of listings."""
        _load_tables()
        from tourdesk.library.listings_desk import ListingsDesk  # noqa: PLC0415 - see above

        return ListingsDesk(self.database)

    def first_sight(self) -> "Found | None":
        """All films by title with the first rows, at once and for the first look alone: later ones ask `finding`.

        None on a server, and where the file does not answer at once.
        """
        from tourdesk.library.finding.first_sight import first_sight  # noqa: PLC0415 - see above

        return first_sight(self.database.file) if self.database.file is not None else None

    def evening(self, screening_id: int, published: int | None = None) -> "Evening":
        """A screening with its programme on the clock, for the papers.

        The programme, its films and their stills are as they are now; or as they were published under a number, if
        one is given.
        Raises ProblemForUser when no programme was chosen for the screening, or none was published under this number.
        """
        from tourdesk.documents.evening import Evening  # noqa: PLC0415 - see above
        from tourdesk.programming.running_order import running_order  # noqa: PLC0415 - see above

        # One reading: another desk may change the programme between two questions.
        with self.database.reading():
            screening = self.touring.screening(screening_id)
            if screening.programme_id is None:
                raise ProblemForUser(
                    _(
                        "No programme was chosen for {label}; please choose one on the Programme screen.",
                        label=screening.label,
                    )
                )
            programme, films, stills, edition = self._programme(screening.programme_id, published)
            return Evening(
                screening,
                programme,
                running_order(programme, screening.slot, self.touring.event(screening)),
                films,
                stills,
                self.sponsors.sponsors(),
                edition,
            )

    def collection(self, title: str = "") -> "Collection":
        """The whole library under a title (empty: the tour's name), for the catalogue. Raises ProblemForUser when there is no film in it."""
        from tourdesk.documents.collection import Collection  # noqa: PLC0415 - see above

        with self.database.reading():
            films = self.library.films(row.id for row in self.library.rows())
            tour = self.touring.tour()
        if not films:
            raise ProblemForUser(
                _("There is no film in the library yet; please import some on the Films screen.")
            )
        return Collection(title, tour, tuple(films.values()), self.library.stills)

    def _programme(
        self, programme_id: int, published: int | None
    ) -> "tuple[Programme, Mapping[int, Film], Mapping[int, bytes], Edition | None]":
        if published is not None:
            from tourdesk.documents.evening import Edition  # noqa: PLC0415 - see above

            publication = self.programming.publication(programme_id, published)
            edition = Edition(publication.number, publication.at)
            stills = self.programming.published_stills(publication.id)
            return publication.programme, publication.films, stills, edition
        programme = self.programming.programme(programme_id)
        films = self.library.films(item.film_id for item in programme.items if item.film_id is not None)
        return programme, films, self.library.stills(films), None


def _showings_beside(session: "Session", screening_id: int | None) -> "Showings":
    """The showings that use up licences: the library's rooms know no screenings."""
    from tourdesk.touring.events import showings_beside_screening  # noqa: PLC0415 - see above

    return showings_beside_screening(session, screening_id)


def _programmes_showing(session: "Session", film_id: int) -> Sequence[str]:
    """The programmes that show a film: the library's rooms know none."""
    from tourdesk.programming.listing import programmes_showing  # noqa: PLC0415 - see above

    return programmes_showing(session, film_id)


_loading = threading.Lock()


def _load_tables() -> None:
    """Load the mapped classes of all rooms and put them together.

    SQLAlchemy does that by itself at the first question, on whatever thread: while another one is still
    loading a room, it would find half of them.
    """
    with _loading:
        from sqlalchemy.orm import configure_mappers  # noqa: PLC0415 - see above

        import tourdesk.library.model  # noqa: PLC0415
        import tourdesk.programming.model  # noqa: PLC0415
        import tourdesk.sponsorship.model  # noqa: PLC0415
        import tourdesk.touring.model  # noqa: F401, PLC0415

        configure_mappers()
