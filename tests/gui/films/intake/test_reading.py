from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl

from tourdesk.gui.films.intake.draft import FilmDraft, State, empty_draft
from tourdesk.gui.films.intake.given import given_by
from tourdesk.gui.films.intake.marks import Places
from tourdesk.gui.films.intake.reading import joined
from tourdesk.library.comparing import compare
from tourdesk.library.films import Film, Version
from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import Contact, Evidence, FilmReading, PageReading, ReadingProblem


@given(st.text(max_size=40), st.integers(0, 40))
def test_places_in_a_text_are_the_same_for_qt_and_for_us(text: str, place: int) -> None:
    place = min(place, len(text))
    places = Places(text)
    assert places.in_qt(place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
    assert places.in_python(places.in_qt(place)) == place


def test_files_read_together_keep_their_marks_and_their_lines() -> None:
    first = PageReading(
        "Echo\n12 min",
        (FilmReading("Echo", evidence=(Evidence("title", 0, 4, "the first line"),), start=0, end=11),),
        ("Fleet Feet",),
        Contact(telephone="1"),
        (ReadingProblem(2, "No year."),),
    )
    second = PageReading(
        "By B.\nMira",
        (FilmReading("Mira", evidence=(Evidence("title", 6, 10, "a line"),), start=6, end=10),),
        ("Fleet Feet", "Alp-Con"),
        Contact(telephone="2", web="example.org"),
        (ReadingProblem(1, "No name."),),
    )
    page = joined([("echo.txt", first), ("mira.txt", second)])
    marked = [page.text[e.start : e.end] for film in page.films for e in film.evidence]
    assert marked == ["Echo", "Mira"]
    assert [page.text[film.start : film.end] for film in page.films] == ["Echo\n12 min", "Mira"]
    lines = page.text.split("\n")
    assert [lines[problem.line - 1] for problem in page.problems] == ["12 min", "By B."]
    assert page.sponsors == ("Fleet Feet", "Alp-Con")
    assert page.contact == Contact(telephone="1", web="example.org")


@given(st.text(max_size=300))
def test_whatever_is_pasted_can_be_checked(text: str) -> None:
    page = read_page(text)
    assert page.films or page.problems, "a page without a film says what to do"
    for reading in page.films:
        for evidence in reading.evidence:
            assert 0 <= evidence.start <= evidence.end <= len(page.text)


def test_files_come_before_text_and_blank_text_is_nothing() -> None:
    mime = QMimeData()
    mime.setText(" \n")
    assert given_by(mime) is None
    mime.setHtml("<p>Echo</p>")
    mime.setUrls([QUrl("https://example.org/echo")])
    mime.setText("https://example.org/echo")
    told = given_by(mime)
    assert told is not None
    assert (told.text, told.files) == ("https://example.org/echo", ())


KNOWN = Film("Mira", id=7, year=2016, tags=("sport",), versions=(Version(seconds=2520, id=3),))


def draft(reading: FilmReading, read: Film) -> FilmDraft:
    return FilmDraft(reading, compare(read, KNOWN))


def test_a_film_whose_differences_are_all_kept_is_not_saved() -> None:
    mira = draft(FilmReading("Mira", year=2017), Film("Mira", year=2017))
    mira.keep("year")
    mira.accept()
    assert mira.film == KNOWN
    assert mira.to_save is None


def test_a_decision_after_accepting_opens_the_film_again() -> None:
    mira = draft(FilmReading("Mira", year=2017), Film("Mira", year=2017))
    mira.accept()
    assert mira.to_save == Film(
        "Mira", id=7, year=2017, tags=("sport",), versions=(Version(seconds=2520, id=3),)
    )
    mira.keep("year")
    assert mira.state is State.SAME


def test_a_film_added_by_hand_starts_empty() -> None:
    film = empty_draft()
    assert film.state is State.NEW
    assert film.is_empty("versions")
    film.type_in("title", "Echo")
    film.accept()
    assert film.to_save == Film("Echo")
