"""Ballots out to a spreadsheet and in again."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.committee.ballot_reading import BallotReading, read_ballots
from tourdesk.library.committee.ballots import ballots_csv
from tourdesk.library.committee.verdicts import Choice, Member, Said, Stroke, Tally, Verdict
from tourdesk.library.films import Film, Version

FILMS = (
    Film("Balance", year=2017, directors=("Jimmy Hyland",), versions=(Version(seconds=300),)),
    Film("Mira", year=2016, directors=("Lloyd Belcher",)),
    Film("Écho", original_title="Эхо", year=2001, directors=("Anne Leroy", "Tom Reed")),
    Film("The Ridge", year=2019, directors=("Mara Olsen",)),
    Film("The Ridge", year=2021, directors=("Kim Park",)),
)


@pytest.fixture
def films(any_desks: Desks) -> tuple[int, ...]:
    return any_desks.library.save(FILMS).ids


def reading(text: str, encoding: str = "utf-8") -> BallotReading:
    return read_ballots(text.encode(encoding), "ballots.csv")


def told(read: BallotReading) -> list[tuple[int, str]]:
    return [(problem.row, problem.message) for problem in read.problems]


def strokes(read: BallotReading) -> dict[str, dict[str, Stroke]]:
    return {film.film.title: dict(film.strokes) for film in read.films}


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_film_has_a_row_and_each_member_three_columns(any_desks: Desks, films: tuple[int, ...]) -> None:
    anna, ben = (any_desks.committee.join(name).id or 0 for name in ("Anna", "Ben"))
    any_desks.committee.give(anna, films[:1], Stroke(Choice.MUST, 5, "Opens the night."))
    any_desks.committee.give(ben, films[2:3], Stroke(Choice.NO))
    table = cells(any_desks.committee.ballots(films))
    assert table[0][:4] == ["Title", "Original title", "Year", "Directors"]
    assert table[0][7:] == [
        f"{name}: {what}" for name in ("Anna", "Ben") for what in ("verdict", "stars", "comment")
    ]
    assert table[1] == [
        "Balance",
        "",
        "2017",
        "Jimmy Hyland",
        "",
        "5:00",
        "",
        "must",
        "5",
        "Opens the night.",
        "",
        "",
        "",
    ]
    assert table[3][:4] == ["Écho", "Эхо", "2001", "Anne Leroy; Tom Reed"]
    assert table[3][7:] == ["", "", "", "no", "", ""]
    assert len(table) == 1 + len(FILMS)


def test_ballots_for_somebody_new_have_empty_columns_and_nobody_joins(
    any_desks: Desks, films: tuple[int, ...]
) -> None:
    table = cells(any_desks.committee.ballots(films, ["Zoë"]))
    assert table[0][7:] == ["Zoë: verdict", "Zoë: stars", "Zoë: comment"]
    assert any_desks.committee.members() == ()


def test_ballots_of_nobody_are_refused(any_desks: Desks, films: tuple[int, ...]) -> None:
    with pytest.raises(ProblemForUser, match="Nobody is on the committee"):
        any_desks.committee.ballots(films)


@given(
    st.lists(st.text(max_size=30).map(str.strip), min_size=1, max_size=4),
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co"]), max_size=30),
        max_size=4,
    ),
)
def test_no_cell_that_is_written_is_a_formula(titles: list[str], comments: list[str]) -> None:
    films = [Film(title, id=number) for number, title in enumerate(titles)]
    tallies = {
        number: Tally((Said(Member("=Anna"), Verdict(comment=comment)),))
        for number, comment in enumerate(comments)
    }
    for row in cells(ballots_csv(films, tallies, ["=Anna"])):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


VERDICTS = st.builds(
    Verdict,
    st.none() | st.sampled_from(list(Choice)),
    st.none() | st.integers(1, 5),
    st.text(
        st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc", "Cf", "Zs"]),
        max_size=12,
    ),
)


@given(st.lists(VERDICTS, min_size=2, max_size=2))
def test_what_was_written_is_read_back(verdicts: list[Verdict]) -> None:
    members = ["Anna", "Ben Ito"]
    tally = Tally(tuple(Said(Member(name), verdict) for name, verdict in zip(members, verdicts, strict=True)))
    read = read_ballots(ballots_csv([Film("=Balance", id=1)], {1: tally}, members), "ballots.csv")
    assert read.problems == ()
    back = read.films[0].strokes if read.films else {}
    if read.films:
        assert read.films[0].film.title == "=Balance"
    for name, verdict in zip(members, verdicts, strict=True):
        assert back.get(name, Stroke()).on(Verdict()) == Stroke(comment=verdict.comment).on(verdict)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_encodings_of_spreadsheets_are_found_out(separator: str, encoding: str) -> None:
    rows = [
        ["Title", "Year", "Zoë: verdict", "Zoë: stars", "Zoë: comment"],
        ["Écho", "2001", "MUST", "4", "Très beau, très court; encore"],
        ["Balance", "2017", "", "", ""],
    ]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    read = reading(out.getvalue(), encoding)
    assert strokes(read) == {"Écho": {"Zoë": Stroke(Choice.MUST, 4, "Très beau, très court; encore")}}
    assert read.problems == ()


def test_a_workbook_is_read_like_csv() -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Ballots", 0)
    sheet.append(["Committee 2027"])
    sheet.append(["Film", "Year", "Anna: Verdict", "Anna: Stars", "Ben – Comment"])
    sheet.append(["Balance", 2017, "maybe", 3, "long"])
    out = io.BytesIO()
    book.save(out)
    read = read_ballots(out.getvalue(), "ballots.xlsx")
    assert strokes(read) == {"Balance": {"Anna": Stroke(Choice.MAYBE, 3), "Ben": Stroke(comment="long")}}
    assert [film.row for film in read.films] == [3]


@pytest.mark.parametrize(
    ("cell", "choice"),
    [
        ("Must!", Choice.MUST),
        ("must have", Choice.MUST),
        ("vielleicht", Choice.MAYBE),
        ("NO", Choice.NO),
        ("Nein", Choice.NO),
    ],
)
def test_words_that_members_write_are_understood(cell: str, choice: Choice) -> None:
    assert strokes(reading(f"Title,Anna: verdict\nMira,{cell}\n")) == {"Mira": {"Anna": Stroke(choice)}}


@pytest.mark.parametrize(
    ("cell", "stars"), [("4", 4), ("4.0", 4), ("★★★", 3), ("2/5", 2), ("5 stars", 5), ("★★☆☆☆", 2)]
)
def test_stars_that_members_write_are_understood(cell: str, stars: int) -> None:
    assert strokes(reading(f"Title,Anna: stars\nMira,{cell}\n")) == {"Mira": {"Anna": Stroke(stars=stars)}}


def test_what_is_not_understood_is_said_with_its_row_and_the_rest_is_read() -> None:
    read = reading(
        "Title,Anna: verdict,Anna: stars,Ben: verdict\n"
        "Mira,perhaps not,4,no\n"
        "\n"
        "Balance,must,9,yes and no\n"
        ",must,,\n"
    )
    assert strokes(read) == {
        "Mira": {"Anna": Stroke(stars=4), "Ben": Stroke(Choice.NO)},
        "Balance": {"Anna": Stroke(Choice.MUST)},
    }
    assert told(read) == [
        (2, "“perhaps not”, which Anna says, is neither must, maybe nor no; it was left out."),
        (4, "“9”, which Anna gives, is no number of stars from 1 to 5; it was left out."),
        (4, "“yes and no”, which Ben says, is neither must, maybe nor no; it was left out."),
        (5, "The row has no title, so nobody knows which film it is about."),
    ]


def test_a_column_that_names_nobody_is_told() -> None:
    read = reading("Title,Anna: verdict,Stars\nMira,no,3\n")
    assert strokes(read) == {"Mira": {"Anna": Stroke(Choice.NO)}}
    assert "“Stars” does not say whose it is" in told(read)[0][1]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Title,Year\nMira,2016\n",
        b"Anna: verdict\nmust\n",
        b"%PDF-1.7",
        b"\x00\x01\x02" * 50,
        b"PK\x03\x04 no workbook",
    ],
)
def test_a_file_without_ballots_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ProblemForUser):
        read_ballots(data, "ballots.csv")


def test_films_are_recognised_by_title_year_and_director_and_others_are_told(
    any_desks: Desks, films: tuple[int, ...]
) -> None:
    read = reading(
        "Title;Year;Directors;Anna: verdict\n"
        "echo;2001;Anne Leroy;must\n"
        "The Ridge;2021;Kim Park;must\n"
        "The Ridge;;;no\n"
        "Nobody's Film;2020;X Y;no\n"
    )
    compared = any_desks.committee.compare(read)
    changes = compared.changes(compared.proposed)
    assert [(change.film_id, change.after.choice) for change in changes.changes] == [
        (films[2], Choice.MUST),
        (films[4], Choice.MUST),
    ]
    assert [(problem.row, "left out" in problem.message) for problem in changes.problems] == [
        (4, True),
        (5, True),
    ]


def test_ballots_show_what_would_change_and_who_would_join_and_are_undone_as_one(
    any_desks: Desks, films: tuple[int, ...]
) -> None:
    anna = any_desks.committee.join("Anna").id or 0
    any_desks.committee.give(anna, films[:2], Stroke(Choice.NO, 2, "slow"))
    read = reading("Title,ANNA: verdict,ANNA: stars,Zoë: verdict\nBalance,must,,maybe\nMira,no,2,\n")
    compared = any_desks.committee.compare(read)
    changes = compared.changes(compared.proposed)
    assert changes.joining == ("Zoë",)
    assert changes.same == 1
    assert [(change.member, change.before, change.after) for change in changes.changes] == [
        ("Anna", Verdict(Choice.NO, 2, "slow"), Verdict(Choice.MUST, 2, "slow")),
        ("Zoë", Verdict(), Verdict(Choice.MAYBE)),
    ]
    before = any_desks.committee.tallies(films)
    marked = any_desks.committee.mark_as(changes.marks)
    assert any_desks.committee.tally(films[0]).counts[Choice.MUST] == 1
    any_desks.committee.undo(marked)
    assert any_desks.committee.tallies(films) == before
    assert [member.name for member in any_desks.committee.members()] == ["Anna"]


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        ("Anna: verdict,Anna Weir: verdict", "Anna Weir"),
        ("Anna: verdict,Anna Weir: stars", "Anna"),
        ("Zoë: verdict,Anna Weir: verdict", "Anna"),
    ],
)
def test_who_judges_a_film_beside_a_member_is_somebody_else(
    any_desks: Desks, films: tuple[int, ...], headings: str, meant: str
) -> None:
    for name in ("Anna", "Zoë"):
        any_desks.committee.join(name)
    second = "4" if "stars" in headings else "no"
    compared = any_desks.committee.compare(reading(f"Title,{headings}\nMira,must,\nBalance,must,{second}\n"))
    assert compared.proposed == {"Anna Weir": meant}
    assert len(compared.changes(compared.proposed).changes) == 3
