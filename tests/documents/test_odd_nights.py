"""Every paper of evenings that are not what one expects: whole, within its margins, nothing on anything else."""

import pytest
from tests.documents.odd_nights import ODD_NIGHTS
from tests.documents.reading import all_text, outside, overlapping, sizes, squeezed

from tourdesk.documents.collection import Collection
from tourdesk.documents.kinds import KINDS, LIBRARY_KINDS, PAPERS
from tourdesk.documents.theme import Paper
from tourdesk.foundation.progress import Unwatched

MOST_PAGES = 14


@pytest.mark.parametrize("kind", list(PAPERS))
@pytest.mark.parametrize("name", list(ODD_NIGHTS))
def test_a_paper_of_an_odd_night_is_whole_and_in_order(name: str, kind: str) -> None:
    night = ODD_NIGHTS[name]()
    if kind in KINDS:
        data = KINDS[kind].make(night.evening(), Paper.LETTER)
    else:
        stills = night.stills
        films = Collection(
            "", night.tour, tuple(night.films), lambda ids: {one: stills[one] for one in ids if one in stills}
        )
        data = LIBRARY_KINDS[kind].make(films, Paper.LETTER, Unwatched())
    assert outside(data, 30.0, bottom=16) == []
    # Marks of Hindi, Thai and Arabic stand on their letters, as objects of their own without a text.
    assert [pair for pair in overlapping(data) if all(pair)] == []
    assert len(sizes(data)) <= MOST_PAGES
    if kind != "run-sheet-front-of-house" and name != "alphabets":
        text = all_text(data)
        assert [one.title for one in night.films if squeezed(one.title) not in text] == []
