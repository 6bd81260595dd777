"""Whatever bytes a file holds: a reading, no listing, or a sentence."""

import io
import json
import zipfile

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.library.intake.listings.making import xlsx

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.as_json import as_json
from tourdesk.library.intake.listings.reading import read_listing
from tourdesk.library.intake.readings import FilmReading

WORKBOOK = xlsx(("Title", "Director", "Year", "Length"), ("Slack", "Bo Ek", 2020, 7))
STARTS = st.sampled_from(
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"sep=;\n", b"{", b'[{"title": "a", "year":', b"<?xml version='1.0'?><films>", b"PK\x03\x04xl/workbook",
     b"Title,Director,Year,Length\n", b"Titel;Regie;Land\n", b"Title\tCountry\tLanguage\n"]
)  # fmt: skip
CELLS = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    [
        "1:2",
        "0:00",
        "2019",
        "00:53:00",
        "99999",
        "1e9",
        "N/A",
        "Total",
        '"',
        '""',
        ",",
        ";",
        "\n",
        "\x00",
        "\ud800",
        "US, CA",
        "no",
        "Lee, Ann",
        "Lee,\u0301",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CELLS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(CELLS | st.sampled_from(["title", "Title", "Response", "Search", "films", "year", "Year", "versions", "seconds", "directors"]), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


def check(data: bytes) -> None:
    try:
        reading = read_listing(data, "films")
    except ProblemForUser:
        return
    if reading is None:
        return
    lines = reading.text.count("\n") + 1
    assert reading.films or reading.problems
    assert all(1 <= problem.line <= lines for problem in reading.problems)
    assert json.dumps(as_json(reading, "films")).encode()
    reading.text.encode()
    for film in reading.films:
        check_film(film, reading.text)


def check_film(film: FilmReading, text: str) -> None:
    assert film.title.strip()
    assert 0 <= film.start <= film.end <= len(text)
    assert film.runtime_seconds is None or film.runtime_seconds > 0
    assert film.year is None or 1880 <= film.year < 2040
    assert all(len(code) == 2 and code.isupper() for code in film.countries)
    for evidence in film.evidence:
        assert film.start <= evidence.start < evidence.end <= film.end
        assert "\n" not in text[evidence.start : evidence.end]


@given(STARTS, st.binary(max_size=300))
@example(b"", b"\xef\xbb\xbf\xef\xbb\xbfTitle,Director\na,b")
@example(b"", b"\x00T\x00i\x00t\x00l\x00e")
def test_any_bytes(start: bytes, rest: bytes) -> None:
    check(start + rest)


@given(st.sampled_from(",;\t|"), st.lists(st.lists(CELLS, max_size=6), max_size=6))
def test_any_rows_under_a_header(separator: str, rows: list[list[str]]) -> None:
    header = separator.join(["Title", "Director", "Year", "Length", "Country", "Language"])
    text = "\n".join([header, *(separator.join(row) for row in rows)])
    check(text.encode("utf-8", "surrogatepass"))


@given(VALUES)
def test_any_json(value: object) -> None:
    check(json.dumps(value).encode())


@settings(max_examples=60)
@given(st.data())
def test_a_workbook_with_any_byte_changed(data: st.DataObject) -> None:
    changed = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(changed))


@settings(max_examples=60)
@given(st.data())
def test_a_workbook_with_any_byte_of_its_sheet_changed(data: st.DataObject) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            content = bytearray(old.read(part))
            if "sheet1" in part.filename or "sharedStrings" in part.filename:
                for _ in range(data.draw(st.integers(1, 4))):
                    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
            new.writestr(part.filename, bytes(content))
    check(out.getvalue())
