"""All desks over one database, and the evening that several of them know together."""

from collections.abc import Mapping
from dataclasses import dataclass

from tourdesk.documents.collection import Collection
from tourdesk.documents.evening import Edition, Evening
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.committee.desk import CommitteeDesk
from tourdesk.library.desk import LibraryDesk
from tourdesk.library.films import Film
from tourdesk.library.finding.desk import FindingDesk
from tourdesk.library.listings_desk import ListingsDesk
from tourdesk.library.quality_desk import QualityDesk
from tourdesk.programming.desk import ProgrammingDesk
from tourdesk.programming.programme import Programme
from tourdesk.programming.proposing.desk import RulesDesk
from tourdesk.programming.running_order import running_order
from tourdesk.sponsorship.desk import SponsorDesk
from tourdesk.storage.database import Database
from tourdesk.touring.desk import TouringDesk


@dataclass(frozen=True, slots=True)
class Desks:
    """What screens and commands may ask, over one open database."""

    database: Database
    library: LibraryDesk
    finding: FindingDesk
    committee: CommitteeDesk
    quality: QualityDesk
    programming: ProgrammingDesk
    rules: RulesDesk
    touring: TouringDesk
    sponsors: SponsorDesk
    listings: ListingsDesk

    @classmethod
    def over(cls, database: Database) -> "Desks":
        """The desks over an open database."""
        finding = FindingDesk(database)
        return cls(
            database,
            LibraryDesk(database, finding),
            finding,
            CommitteeDesk(database),
            QualityDesk(database),
            ProgrammingDesk(database),
            RulesDesk(database),
            TouringDesk(database),
            SponsorDesk(database),
            ListingsDesk(database),
        )

    def evening(self, screening_id: int, published: int | None = None) -> Evening:
        """A screening with its programme on the clock, for the papers.

        The programme and its films are as they are now; or as they were published under a number, if one is given.
        Raises ProblemForUser when no programme was chosen for the screening, or none was published under this number.
        """
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
            programme, films, edition = self._programme(screening.programme_id, published)
            return Evening(
                screening,
                programme,
                running_order(programme, screening.slot, self.touring.event(screening)),
                films,
                self.library.stills(films),
                self.sponsors.sponsors(),
                edition,
            )

    def collection(self, title: str = "") -> Collection:
        """The whole library under a title (empty: the tour's name), for the catalogue. Raises ProblemForUser when there is no film in it."""
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
    ) -> tuple[Programme, Mapping[int, Film], Edition | None]:
        if published is not None:
            publication = self.programming.publication(programme_id, published)
            edition = Edition(publication.number, publication.at)
            return publication.programme, publication.films, edition
        programme = self.programming.programme(programme_id)
        films = self.library.films(item.film_id for item in programme.items if item.film_id is not None)
        return programme, films, None
