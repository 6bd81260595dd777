"""All desks over one database, and the evening that several of them know together."""

from dataclasses import dataclass

from tourdesk.documents.evening import Evening
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.desk import LibraryDesk
from tourdesk.programming.desk import ProgrammingDesk
from tourdesk.programming.running_order import running_order
from tourdesk.sponsorship.desk import SponsorDesk
from tourdesk.storage.database import Database
from tourdesk.touring.desk import TouringDesk


@dataclass(frozen=True, slots=True)
class Desks:
    """What screens and commands may ask, over one open database."""

    database: Database
    library: LibraryDesk
    programming: ProgrammingDesk
    touring: TouringDesk
    sponsors: SponsorDesk

    @classmethod
    def over(cls, database: Database) -> "Desks":
        """The desks over an open database."""
        return cls(
            database,
            LibraryDesk(database),
            ProgrammingDesk(database),
            TouringDesk(database),
            SponsorDesk(database),
        )

    def evening(self, screening_id: int) -> Evening:
        """A screening with its programme on the clock, for the papers.

        Raises ProblemForUser when no programme was chosen for the screening.
        """
        # One reading: another desk may change the programme between two questions.
        with self.database.reading():
            screening = self.touring.screening(screening_id)
            if screening.programme_id is None:
                raise ProblemForUser(
                    f"No programme was chosen for {screening.label}; please choose one on the Programme screen."
                )
            programme = self.programming.programme(screening.programme_id)
            film_ids = [item.film_id for item in programme.items if item.film_id is not None]
            return Evening(
                screening,
                programme,
                running_order(programme, screening.slot),
                self.library.films(film_ids),
                self.library.stills(film_ids),
                self.sponsors.sponsors(),
            )
