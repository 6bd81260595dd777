"""Workbooks, as spreadsheets save them."""

from datetime import date, datetime, time, timedelta

from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from tests.library.intake.listings.making import messages, read, saved, titles, workbook, xlsx

from tourdesk.library.intake.listings.sniff import Kind

HEADER = ("Title", "Director", "Year", "Country", "Run-time")


def test_a_workbook_is_known_by_its_bytes_and_not_by_its_name() -> None:
    reading = read(xlsx(HEADER, ("Slack", "Bo Ek", 2020, "Sweden", 7)), "films.txt")
    assert reading.kind is Kind.XLSX
    film = reading.films[0]
    assert (film.title, film.directors, film.year, film.countries) == ("Slack", ("Bo Ek",), 2020, ("SE",))
    assert (film.runtime_seconds, film.runtime_approximate) == (420, True)


def test_cells_with_times_are_durations() -> None:
    reading = read(
        xlsx(
            HEADER,
            ("As a time", "Bo Ek", 2020, "Sweden", time(0, 53, 10)),
            ("As a duration", "Bo Ek", 2020, "Sweden", timedelta(hours=1, minutes=10, seconds=18)),
            ("As a number", "Bo Ek", 2020, "Sweden", 12.5),
            ("As words", "Bo Ek", 2020, "Sweden", "1 h 19"),
        )
    )
    assert [film.runtime_seconds for film in reading.films] == [3190, 4218, 750, 4740]
    assert messages(reading) == []


def test_minutes_and_seconds_that_became_hours_are_put_right_and_ask() -> None:
    reading = read(
        xlsx(
            HEADER,
            ("Short", "Bo Ek", 2020, "Sweden", time(12, 20)),
            ("Long", "Bo Ek", 2020, "Sweden", timedelta(hours=53)),
        )
    )
    assert [film.runtime_seconds for film in reading.films] == [740, 3180]
    assert all(film.doubtful == ("runtime",) for film in reading.films)


def test_dates_give_their_year() -> None:
    reading = read(
        xlsx(
            ("Title", "Director", "Completion Date"),
            ("Slack", "Bo Ek", date(2020, 1, 2)),
            ("Ridge", "Ann Lee", datetime(2019, 11, 1, 12, 30)),  # noqa: DTZ001 - a spreadsheet has no zone
            ("Ferry", "Ana Cruz", "01/11/2018"),
        )
    )
    assert [film.year for film in reading.films] == [2020, 2019, 2018]


def test_a_formula_counts_as_the_value_that_was_saved_with_it() -> None:
    reading = read(xlsx(HEADER, ("Slack", "Bo Ek", "=2019+1", "Sweden", 7)))
    # Nothing has worked this one out: there is no value yet.
    assert reading.films[0].year is None


def test_title_lines_and_merged_cells_above_the_header_are_passed_over() -> None:
    book = workbook(
        (
            "Films",
            [
                ("Mountain Nights 2027",),
                (),
                HEADER,
                ("Slack", "Bo Ek", 2020, "Sweden", 7),
                (),
                ("Wild and Tough",),
                ("Ridge", "Ann Lee", 2019, "Norway", 53),
                ("Ferry", "Ana Cruz", 2017, "Portugal", 8),
            ],
        )
    )
    sheet = book["Films"]
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A6:E6")
    reading = read(saved(book))
    assert titles(reading) == ["Slack", "Ridge", "Ferry"]
    assert [film.section for film in reading.films] == [None, "Wild and Tough", "Wild and Tough"]
    assert messages(reading) == ["Row 6: “Wild and Tough” was taken for a heading, not for a film."]


def test_the_sheets_with_films_are_read_and_the_others_left() -> None:
    reading = read(
        saved(
            workbook(
                ("Notes", [("Call the hall",), ("Book the van",)]),
                ("Long", [HEADER, ("Ridge", "Ann Lee", "x", "Norway", 53)]),
                ("Short", [("Film", "Length"), ("Slack", 7)]),
            )
        )
    )
    assert titles(reading) == ["Ridge", "Slack"]
    assert messages(reading) == ["Sheet “Long”, row 2: the year “x” cannot be read; it was left empty."]


def test_a_hidden_sheet_is_not_read() -> None:
    book = workbook(
        ("Films", [HEADER, ("Slack", "Bo Ek", 2020, "Sweden", 7)]),
        ("Old", [HEADER, ("Ridge", "x", 1, "", 1)]),
    )
    book["Old"].sheet_state = "hidden"
    assert titles(read(saved(book))) == ["Slack"]


def test_rows_are_counted_as_the_spreadsheet_counts_them() -> None:
    reading = read(xlsx((), HEADER, (), (), ("Slack", "Bo Ek", "soon", "Sweden", 7)))
    assert messages(reading) == ["Row 5: the year “soon” cannot be read; it was left empty."]


def test_numbers_for_titles_are_titles() -> None:
    assert titles(
        read(xlsx(HEADER, (1917, "Sam Mendes", 2019, "UK", 119), (8.5, "F. F.", 1963, "Italy", 138)))
    ) == [
        "1917",
        "8.5",
    ]


def test_errors_of_formulas_are_nothing() -> None:
    film = read(xlsx(HEADER, ("Slack", "#REF!", "#N/A", "#VALUE!", "#DIV/0!"))).films[0]
    assert (film.directors, film.year, film.countries, film.runtime_seconds) == ((), None, (), None)


def test_lists_of_choices_and_formats_are_no_trouble() -> None:
    book = workbook(("Films", [HEADER, ("Slack", "Bo Ek", 2020, "Sweden", 7)]))
    sheet = book["Films"]
    choices = DataValidation(type="list", formula1='"Sweden,Norway"')
    sheet.add_data_validation(choices)
    choices.add("D2:D100")
    sheet["A2"].font = Font(bold=True)
    assert titles(read(saved(book))) == ["Slack"]


def test_a_cell_merged_downwards_is_said_of_every_row_beside_it() -> None:
    book = workbook(
        (
            "Films",
            [
                ("Block", "Titel", "Regie", "Länge"),
                ("Eins", "Slack", "Bo Ek", 7),
                (None, "Ridge", "Ann Lee", 53),
                ("Zwei", "Fähre", "Ana Cruz", 8),
            ],
        )
    )
    book["Films"].merge_cells("A2:A3")
    assert [film.section for film in read(saved(book)).films] == ["Eins", "Eins", "Zwei"]


def test_a_row_whose_title_is_merged_with_the_one_above_is_no_film_of_its_own() -> None:
    book = workbook(
        ("Films", [("Title", "Director", "Year"), ("Slack", "Bo Ek", 2020), (None, "Ann Lee", None)])
    )
    book["Films"].merge_cells("A2:A3")
    reading = read(saved(book))
    assert titles(reading) == ["Slack"]
    assert messages(reading) == ["Row 3: it belongs to the film above, with which its title is merged."]


def test_formulas_without_a_value_are_told() -> None:
    reading = read(xlsx(HEADER, ("Slack", "Bo Ek", "=2019+1", "Sweden", "=3+4")))
    assert messages(reading) == [
        "2 cells of “films.csv” hold formulas whose values were not saved, and were read as empty; please save the file again in the spreadsheet."
    ]
