"""Draws the logos of the sample tour: of its sponsors an abstract mark with the name, dark on nothing, and its own.

`python -m tools.draw_logos` draws them all. They are one colour, so that they also work in black and white. The tour's
own is drawn in `trails.svg`.
"""

import math
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtGui import QGuiApplication

from tourdesk.gui.drawings import picture_of

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FOLDER = RESOURCES / "sample" / "logos"
FINE = 4
MARK = 200
LARGEST = 800
INK = (24, 32, 42)
SANS = "noto-sans-condensed/NotoSansCondensed-Bold.ttf"
SEMI = "noto-sans-condensed/NotoSansCondensed-SemiBold.ttf"
SERIF = "noto-serif/NotoSerif-Bold.ttf"
SLANTED = "noto-serif/NotoSerif-BoldItalic.ttf"

Point = tuple[float, float]


class Mark:
    """A square mask of 200 units, drawn four times as fine."""

    def __init__(self) -> None:
        self.image = Image.new("L", (MARK * FINE, MARK * FINE))
        self.pen = ImageDraw.Draw(self.image)

    def disc(self, x: float, y: float, radius: float, ink: int = 255) -> None:
        box = [(x - radius) * FINE, (y - radius) * FINE, (x + radius) * FINE, (y + radius) * FINE]
        self.pen.ellipse(box, fill=ink)

    def shape(self, points: list[Point], ink: int = 255) -> None:
        self.pen.polygon([(x * FINE, y * FINE) for x, y in points], fill=ink)

    def line(self, points: list[Point], width: float, ink: int = 255) -> None:
        self.pen.line(
            [(x * FINE, y * FINE) for x, y in points], fill=ink, width=round(width * FINE), joint="curve"
        )
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, ink)


def cinderquoll() -> Mark:
    mark = Mark()
    mark.shape([(100, 6), (190, 100), (168, 176), (100, 194), (32, 176), (10, 100)])
    for x, y, radius in (
        (100, 62, 15),
        (62, 104, 13),
        (138, 104, 13),
        (100, 128, 17),
        (68, 156, 9),
        (132, 156, 9),
    ):
        mark.disc(x, y, radius, 0)
    return mark


def quartz_owl() -> Mark:
    mark = Mark()
    corners = [
        (100 + 96 * math.sin(math.radians(a)), 100 - 96 * math.cos(math.radians(a)))
        for a in range(0, 360, 60)
    ]
    mark.shape(corners)
    for x in (66, 134):
        mark.disc(x, 88, 31, 0)
        mark.disc(x, 88, 15)
        mark.disc(x + 5, 83, 4.5, 0)
    mark.shape([(86, 118), (114, 118), (100, 148)], 0)
    return mark


def oddfell_oats() -> Mark:
    mark = Mark()
    mark.line([(70, 192), (92, 130), (104, 66), (108, 26)], 7)
    for step, (x, y) in enumerate(((107, 34), (104, 70), (98, 106), (90, 140))):
        for way in (-1, 1):
            reach = 42 + step * 5
            tip = (x + way * reach, y - 22 + step * 5)
            hang = (tip[0] + way * 6, tip[1] + 38)
            mark.line([(x, y), (x + way * reach * 0.6, y - 20), tip], 3.4)
            mark.shape([tip, (tip[0] + 11, tip[1] + 18), hang, (tip[0] - 9, tip[1] + 22)])
    return mark


def umbral_maps() -> Mark:
    mark = Mark()
    for number, radius in enumerate((94, 84, 68, 58, 43, 33, 19)):
        mark.disc(100 + number * 3.2, 100 - number * 4.4, radius, 0 if number % 2 else 255)
    mark.shape([(100, 0), (200, 0), (200, 200), (150, 200)], 0)
    mark.line([(97, 8), (147, 192)], 6)
    return mark


def pemberwick_sock_mill() -> Mark:
    mark = Mark()
    mark.shape(
        [
            (62, 10),
            (128, 10),
            (128, 104),
            (166, 140),
            (176, 166),
            (160, 188),
            (120, 190),
            (84, 160),
            (62, 128),
        ]
    )
    mark.disc(152, 164, 26)
    mark.disc(88, 134, 26)
    for y in (34, 54):
        mark.line([(50, y), (140, y)], 8, 0)
    mark.line([(66, 150), (104, 118)], 6, 0)
    mark.line([(126, 184), (150, 140)], 6, 0)
    return mark


def slow_comet_coffee() -> Mark:
    mark = Mark()
    mark.disc(124, 118, 70)
    mark.shape(
        [(110, 58), (132, 96), (116, 140), (136, 182), (146, 180), (128, 140), (144, 96), (122, 54)], 0
    )
    for y, start, end in ((44, 6, 78), (70, 20, 60), (96, 4, 46), (124, 14, 44), (150, 2, 54)):
        mark.line([(start, y - 6), (end, y + 2)], 8)
    return mark


LOGOS: dict[str, tuple[Callable[[], Mark], list[tuple[str, str, int, int]]]] = {
    "cinderquoll": (cinderquoll, [("CINDERQUOLL", SANS, 112, 8)]),
    "quartz-owl": (quartz_owl, [("Quartz Owl", SERIF, 104, 0)]),
    "oddfell-oats": (oddfell_oats, [("ODDFELL", SANS, 92, 10), ("OATS", SEMI, 74, 26)]),
    "umbral-maps": (umbral_maps, [("umbral maps", SEMI, 112, 2)]),
    "pemberwick-sock-mill": (
        pemberwick_sock_mill,
        [("Pemberwick", SERIF, 88, 0), ("SOCK MILL", SEMI, 56, 14)],
    ),
    "slow-comet-coffee": (slow_comet_coffee, [("Slow Comet", SLANTED, 88, 0), ("COFFEE", SEMI, 56, 22)]),
}
"""Of each logo its mark and its lines: the words, the face, the size and the space between letters."""


STACKED = {"quartz-owl", "slow-comet-coffee"}
"""Logos whose mark stands over the name: real sponsors' logos are wide, square and tall."""


def name_of(lines: list[tuple[str, str, int, int]]) -> Image.Image:
    """The lines of a name, one under another, as a mask."""
    rows = []
    for words, face, size, space in lines:
        font = ImageFont.truetype(RESOURCES / "fonts" / face, size * FINE)
        wide = int(sum(font.getlength(letter) + space * FINE for letter in words)) + size * FINE
        row = Image.new("L", (wide, int(size * FINE * 1.7)))
        pen, x = ImageDraw.Draw(row), 0.0
        if space:
            for letter in words:
                pen.text((x, 0), letter, fill=255, font=font)
                x += font.getlength(letter) + space * FINE
        else:
            pen.text((0, 0), words, fill=255, font=font)
        rows.append(row.crop(row.getbbox()))
    gap = 22 * FINE
    whole = Image.new(
        "L", (max(row.width for row in rows), sum(row.height for row in rows) + gap * (len(rows) - 1))
    )
    y = 0
    for row in rows:
        whole.paste(row, (0, y))
        y += row.height + gap
    return whole


def logo(mark: Mark, lines: list[tuple[str, str, int, int]], *, stacked: bool) -> Image.Image:
    """The mark and the name, ink on transparency, at most 800 pixels wide."""
    name = name_of(lines)
    gap = 34 * FINE
    drawn = mark.image.crop(mark.image.getbbox())
    if stacked:
        drawn = drawn.resize((drawn.width * 2, drawn.height * 2))
        size = (max(drawn.width, name.width), drawn.height + gap + name.height)
        places = ((size[0] - drawn.width) // 2, 0), ((size[0] - name.width) // 2, drawn.height + gap)
    else:
        size = (drawn.width + gap + name.width, max(drawn.height, name.height))
        places = (0, (size[1] - drawn.height) // 2), (drawn.width + gap, (size[1] - name.height) // 2)
    mask = Image.new("L", size)
    for part, place in zip((drawn, name), places, strict=True):
        mask.paste(part, place)
    scale = min(1 / FINE, LARGEST / size[0])
    small = mask.resize((round(size[0] * scale), round(size[1] * scale)), Image.Resampling.LANCZOS)
    picture = Image.new("RGBA", small.size, (*INK, 0))
    picture.putalpha(small)
    return picture


def main() -> None:
    """Draw the logos."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (mark, lines) in LOGOS.items():
        picture = logo(mark(), lines, stacked=name in STACKED)
        picture.save(FOLDER / f"{name}.png", optimize=True)
        print(f"{name}: {picture.width} x {picture.height}")
    QGuiApplication([])
    with Image.open(BytesIO(picture_of((FOLDER / "trails.svg").read_bytes()))) as own:
        own.resize((LARGEST, LARGEST), Image.Resampling.LANCZOS).save(FOLDER / "trails.png", optimize=True)


if __name__ == "__main__":
    main()
