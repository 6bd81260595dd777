"""Files that are too large, or made to be: they are refused before they fill the memory."""

import io
import zipfile

import pytest
from tests.library.intake.listings.making import saved, workbook, xlsx

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.file import read_file_bytes
from tourdesk.library.intake.listings import limits
from tourdesk.library.intake.listings.reading import read_listing

HEADER = ("Title", "Director", "Year")
GOOD = xlsx(HEADER, ("Slack", "Bo Ek", 2020))


def repacked(**changed: bytes) -> bytes:
    """The good workbook with other contents of some of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            key = part.filename.rpartition("/")[2].partition(".")[0]
            new.writestr(part.filename, changed.get(key, old.read(part)))
    return out.getvalue()


def sheet(rows: str) -> bytes:
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()


def cell(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def refused(data: bytes) -> str:
    with pytest.raises(ProblemForUser) as problem:
        read_listing(data, "films.xlsx")
    return problem.value.sentence


def test_too_long_a_text_is_refused() -> None:
    assert "16 MB" in refused(b"Title,Director\n" * 1_100_000)


@pytest.mark.parametrize(
    ("beginning", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a picture, not text"),
        (b"%PDF-1.7\n", "is a PDF, not text"),
        (b"\0\1\2\3", "holds no text"),
        (b"<!DOCTYPE html><html><body>Films, days; towns\n", "too large for a film page"),
        (b"The festival, which began in 1976, comes to town.\n", "too large for a film page"),
    ],
)
def test_what_is_too_large_and_no_listing_is_told_as_what_it_is(beginning: bytes, sentence: str) -> None:
    with pytest.raises(ProblemForUser, match=sentence):
        read_file_bytes(beginning + b"The sea, the snow.\n" * 900_000, "found")


@pytest.mark.parametrize(
    ("beginning", "line"),
    [
        (b'[{"title": "Slack"},\n', b'{"title": "Ridge"},\n'),
        (b'<?xml version="1.0"?><films>\n', b"<film><title>Ridge</title></film>\n"),
        (b"Title;Director\n", b"Ridge;Ann Lee\n"),
    ],
)
def test_a_listing_that_is_too_large_is_told_as_a_listing(beginning: bytes, line: bytes) -> None:
    with pytest.raises(ProblemForUser, match="larger than 16 MB, too large for a listing"):
        read_file_bytes(beginning + line * (16_100_000 // len(line)), "found")


def test_too_many_cells_are_refused() -> None:
    row = b"Slack,Bo Ek" + b"," * 58 + b"x\n"
    header = b"Title,Director," + b",".join(b"C%d" % number for number in range(58)) + b"\n"
    assert "1,300,000 cells" in refused(header + row * 26_000)


def test_ten_thousand_films_with_long_synopses_are_read() -> None:
    film = b"Slack,Bo Ek,7," + b"The sea and the snow. " * 69 + b"\n"
    data = b"Title,Director,Minutes,Synopsis\n" + film * 10_000
    assert len(data) > 15_000_000
    reading = read_listing(data, "films.csv")
    assert reading is not None
    assert len(reading.films) == 10_000


def test_a_text_that_takes_four_bytes_a_letter_may_be_less_long() -> None:
    film = b"Slack,Bo Ek,7," + "The sea \U0001f30a and the snow. ".encode() * 50 + b"\n"
    assert "10 MB" in refused(b"Title,Director,Minutes,Synopsis\n" + film * 8_000)


def test_too_many_lines_are_refused_before_they_fill_the_memory() -> None:
    assert "1,500,000 lines" in refused(b"Title,Director\n" + b"a,b\n" * 5 + b"\n" * limits.LINES)


def test_json_of_too_many_values_is_refused_before_it_fills_the_memory() -> None:
    assert "2,000,000 values" in refused(b'[{"title": "a"}' + b",{}" * (limits.JSON_VALUES // 2) + b"]")


def test_too_many_rows_are_refused() -> None:
    assert "50,000 rows" in refused(b"Title,Director\n" + b"a,b\n" * (limits.ROWS + 1))
    assert "50,000 rows" in refused(
        b'[{"title": "a", "year": 2000}' + b', {"title": "a"}' * limits.ROWS + b"]"
    )


def test_as_many_rows_as_are_allowed_are_read() -> None:
    reading = read_listing(b"Title,Director,Minutes\n" + b"Slack,Bo Ek,7\n" * (limits.ROWS - 1), "films.csv")
    assert reading is not None
    assert len(reading.films) == limits.ROWS - 1


def test_too_many_columns_are_refused() -> None:
    assert "1,000 columns" in refused(
        b"Title,Director\n" + b"a,b\n" * 5 + b"," * (limits.COLUMNS + 1) + b"x\n"
    )
    wide = sheet(
        f'<row r="1">{cell("A1", "Title")}{cell("B1", "Director")}</row><row r="2">{cell("ALN2", "x")}</row>'
    )
    assert "1,000 columns" in refused(repacked(sheet1=wide))


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    bomb = b" " * (limits.XLSX_UNPACKED_BYTES + 1)
    assert "unpacks to more than" in refused(repacked(sheet1=bomb))


def test_a_workbook_that_lies_about_what_it_unpacks_to_is_refused() -> None:
    data = bytearray(repacked(sheet1=sheet(f'<row r="1">{cell("A1", "x" * 5000)}</row>')))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as parts:
        part = parts.getinfo("xl/worksheets/sheet1.xml")
    size = part.file_size.to_bytes(4, "little")
    at = data.rindex(size)
    data[at : at + 4] = (100).to_bytes(4, "little")
    assert "cannot be read as an XLSX file" in refused(bytes(data))


def test_entities_in_a_workbook_are_refused() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'
    assert "declares what no spreadsheet declares" in refused(repacked(sheet1=laughs))
    assert "declares what no spreadsheet declares" in refused(
        repacked(sheet1=laughs.decode().encode("utf-16"))
    )


def test_rows_far_below_are_no_reason_to_wait() -> None:
    assert "rows" in refused(
        repacked(sheet1=sheet(f'<row r="99999999999">{cell("A99999999999", "Title")}</row>'))
    )


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_a_workbook_that_breaks_off_is_refused(share: float) -> None:
    assert "cannot be read as an XLSX file" in refused(GOOD[: int(len(GOOD) * share)])


@pytest.mark.parametrize("part", ["sheet1", "workbook", "styles", "sharedStrings", "[Content_Types]"])
@pytest.mark.parametrize("content", [b"", b"nonsense", b"<a/>"])
def test_a_workbook_with_a_broken_part_is_read_or_refused(part: str, content: bytes) -> None:
    told = ""
    try:
        read_listing(repacked(**{part: content}), "films.xlsx")
    except ProblemForUser as problem:
        told = problem.sentence
    assert not told or "films.xlsx" in told


def test_a_workbook_without_a_header_says_what_is_missing() -> None:
    assert "a row with the names of the columns" in refused(saved(workbook(("A", [("x", 1), ("y", 2)]))))


def test_other_zip_files_and_pictures_are_left_to_the_reader_of_pages() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("word/document.xml", "<a/>")
    for data in (out.getvalue(), b"%PDF-1.7", b"\x89PNG\r\n", b"\0\1\2\3"):
        assert read_listing(data, "x") is None
        with pytest.raises(ProblemForUser):
            read_file_bytes(data, "x")


def test_a_cell_as_long_as_a_book_is_no_reason_to_fail() -> None:
    reading = read_listing(
        b'Title,Director,Synopsis\nSlack,Bo Ek,"' + b"word " * 40_000 + b'"\nRidge,Ann Lee,short\n', "x"
    )
    assert reading is not None
    assert [film.title for film in reading.films][-1] == "Ridge"


def test_quotation_marks_without_end_are_refused_in_a_sentence() -> None:
    with pytest.raises(ProblemForUser, match="quotation marks"):
        read_listing(b"Title,Director\nSlack,Bo Ek\n" + b'a"b,"c"d\n"' * 1000, "x")
