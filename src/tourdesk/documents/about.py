"""What a document says of itself."""

from dataclasses import dataclass

from tourdesk.documents import wording
from tourdesk.documents.evening import Evening
from tourdesk.documents.letters import in_one_line


@dataclass(frozen=True, slots=True)
class About:
    """Title, author and subject, as a reader shows them."""

    title: str
    author: str
    subject: str


def about(evening: Evening, kind: str, readers: str) -> About:
    """What a paper of a night says of itself: `about(evening, "run sheet", "the staff")`."""
    tour = in_one_line(evening.screening.tour.name)
    night = in_one_line(f"{evening.screening.town}, {wording.day(evening.screening.night)}")
    return About(f"{tour}: {kind}, {night}", tour, f"{kind.capitalize()} for {readers}, {night}")
