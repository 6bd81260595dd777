"""What every paper says of itself to readers, screen readers and archives, on whatever paper and in whatever language."""

from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from tests.documents.nights import full_night
from tests.documents.reading import fonts, metadata, outline

from tourdesk.documents.collection import Collection
from tourdesk.documents.kinds import KINDS, LIBRARY_KINDS, PAPERS
from tourdesk.documents.theme import Paper
from tourdesk.foundation.language import speak
from tourdesk.foundation.progress import Unwatched


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


def made(name: str) -> bytes:
    night = full_night(6)
    if name in KINDS:
        return KINDS[name].make(night.evening(), Paper.A4)
    stills = night.stills
    films = Collection("", night.tour, tuple(night.films), lambda ids: {one: stills[one] for one in ids})
    return LIBRARY_KINDS[name].make(films, Paper.A4, Unwatched())


@pytest.mark.parametrize("name", list(PAPERS))
def test_a_paper_says_what_it_is_by_whom_and_in_which_language(name: str, language: str) -> None:
    data = made(name)
    said = metadata(data)
    assert "Lantern Tour 2027" in said["Title"]
    assert said["Author"] == "Lantern Tour 2027"
    assert said["Subject"]
    assert said["Creator"].startswith("TourDesk ")
    assert f"/Lang ({language})".encode() in data
    assert b"/DisplayDocTitle true" in data


@pytest.mark.parametrize("name", list(PAPERS))
def test_a_paper_has_bookmarks_that_lead_to_its_pages(name: str) -> None:
    data = made(name)
    with pdfium.PdfDocument(data) as pdf:
        pages = len(pdf)
    marks = outline(data)
    assert marks
    assert all(title.strip() and 0 <= page < pages for _level, title, page in marks)


@pytest.mark.parametrize("name", list(PAPERS))
def test_a_paper_carries_the_letters_it_uses_and_no_more(name: str) -> None:
    data = made(name)
    assert all(fonts(data).values())
    # Whole, the six faces of the theme take more than three megabytes.
    assert len(data) < 400_000


def test_the_catalogue_opens_with_its_bookmarks_in_sight() -> None:
    assert b"/PageMode /UseOutlines" in made("catalogue")
    assert b"/PageMode /UseOutlines" not in made("programme")
