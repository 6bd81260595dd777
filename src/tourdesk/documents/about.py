"""What a document says of itself."""

from dataclasses import dataclass

from tourdesk.documents import wording
from tourdesk.documents.evening import Evening
from tourdesk.documents.letters import in_one_line
from tourdesk.foundation.language import _


@dataclass(frozen=True, slots=True)
class About:
    """Title, author and subject, as a reader shows them."""

    title: str
    author: str
    subject: str


def about(evening: Evening, title: str, subject: str) -> About:
    """What a paper of a night says of itself.

    Both are sentences marked with `later()`, with places for the `{tour}` and the `{night}`.
    """
    tour = in_one_line(evening.screening.tour.name)
    night = in_one_line(
        _("{town}, {day}", town=evening.screening.town, day=wording.day(evening.screening.night))
    )
    return About(_(title, tour=tour, night=night), tour, _(subject, tour=tour, night=night))
