"""A logo that comes as a drawing: kept as a picture that papers print, and refused where it is not whole."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tourdesk.documents.pictures import logo
from tourdesk.gui.frame.logo_field import LogoField

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 20">'
)


@pytest.fixture
def field(qtbot: QtBot) -> LogoField:
    made = LogoField()
    qtbot.addWidget(made)
    return made


def drop(field: LogoField, file: Path, drawing: str) -> None:
    file.write_text(drawing, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    field.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, key))


@pytest.mark.parametrize("before", ["", "\ufeff", '<?xml version="1.0"?>\n<!-- a logo -->\n'])
def test_a_drawing_is_kept_as_a_sharp_picture_on_nothing(
    field: LogoField, tmp_path: Path, before: str
) -> None:
    drop(
        field, tmp_path / "mark.svg", f'{before}{HEAD}<rect x="30" width="30" height="20" fill="#a00"/></svg>'
    )
    assert field.logo is not None
    with Image.open(BytesIO(field.logo)) as picture:
        assert picture.width == 2000
        assert picture.convert("RGBA").getpixel((100, 100)) == (0, 0, 0, 0)
        assert picture.convert("RGBA").getpixel((1900, 100)) == (0xAA, 0, 0, 255)
    printed = logo(field.logo)
    assert printed is not None
    assert printed.image.width == pytest.approx(1000, abs=2)


@pytest.mark.parametrize(
    "other",
    [
        "/etc/logo.png",
        "mark.png",
        "http://logos.example/mark.png",
        " file:///home/mark.png",
        "//logos.example/a.svg#b",
    ],
)
@pytest.mark.parametrize("attribute", ["href", "xlink:href"])
def test_a_drawing_that_shows_other_files_is_refused_with_what_to_do(
    qtbot: QtBot, field: LogoField, tmp_path: Path, other: str, attribute: str
) -> None:
    with qtbot.waitSignal(field.problem) as said:
        drop(
            field,
            tmp_path / "mark.svg",
            f'{HEAD}<g><image {attribute}="{other}" width="9" height="9"/></g></svg>',
        )
    assert "mark.svg shows pictures that are other files" in said.args[0].sentence
    assert field.logo is None


def test_a_drawing_with_its_pictures_inside_is_taken(field: LogoField, tmp_path: Path) -> None:
    dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    inside = f'<image href="data:image/png;base64,{dot}" width="60" height="20"/>'
    drop(
        field,
        tmp_path / "mark.svg",
        f'{HEAD}{inside}<rect id="box" width="9" height="9"/><use href="#box"/></svg>',
    )
    assert field.logo is not None


@pytest.mark.qt_log_ignore("Cannot read SVG|qt.svg")
@pytest.mark.parametrize("drawing", [f"{HEAD}<rect", "<svg", "<svg/>", "<html><svg></html>"])
def test_a_drawing_that_stops_or_is_none_is_refused(
    qtbot: QtBot, field: LogoField, tmp_path: Path, drawing: str
) -> None:
    with qtbot.waitSignal(field.problem) as said:
        drop(field, tmp_path / "mark.svg", drawing)
    assert "mark.svg is no picture that papers can print" in said.args[0].sentence
