"""Stills of films about people at home."""

from collections.abc import Callable

import numpy as np
from tools.stills.landscape import Canvas, Ground, Trees, at, hills, mixed, skyline, waves
from tools.stills.runners import FLIGHT, STRIDE, Figure, Point


def the_hard_way() -> Canvas:
    c = Canvas(24)
    c.sky((0, "#b9c7c4"), (240, "#ecdcb6"), (420, "#fbeac2"))
    c.glow((1050, 250), 330, "#fff0c0", 0.75)
    far = skyline(
        [(0, 330), (170, 270), (330, 330), (520, 250), (700, 322), (880, 260), (1080, 330), (1280, 280)],
        waves(41, 130) * 20,
    )
    c.ridge(
        far, Ground("#93a5ab", "#ead9b2", 170, "#b9c0b8", "#738b96", 80, 160, 0.5, "#fbf6e8", 34, 360, 2, 1)
    )
    c.haze(410, 44, "#fbe8bd", 0.6)
    for number, (y, colour, gold) in enumerate(
        ((420, "#7c8a66", "#dcae54"), (470, "#55683f", "#d29433"), (528, "#3a4c2e", "#c47f24"))
    ):
        points = [(0, y + 30), (230, y - 34), (520, y + 20), (800, y - 26), (1080, y + 14), (1280, y - 30)]
        line = hills(points, waves(43 + number, 150) * 8)
        tall = (16 + number * 9, 44 + number * 20)
        c.forest(line, Trees(260 - number * 70, tall, colour, mixed(colour, "#f0d39a", 0.5), 90, 10 + number))
        c.forest(line, Trees(190 - number * 40, tall, gold, mixed(gold, "#f6dca2", 0.5), 90, 20 + number))
        c.ridge(line + 4, Ground(mixed(colour, gold, 0.45), mixed(colour, "#eccb88", 0.5), 90))
    meadow = hills([(0, 590), (360, 604), (760, 580), (1280, 600)], waves(47, 160) * 5)
    c.ridge(meadow, Ground("#c79a4a", "#7d5626", 150))
    c.texture(meadow, 49, 14, 0.4, 0.42)
    c.ribbon(
        [(900, 760, 290), (860, 676, 120), (980, 620, 40), (1090, 600, 16), (1060, 590, 6)], "#e0bd82", 0.95
    )
    c.ribbon([(840, 760, 30), (830, 676, 12), (968, 622, 5), (1084, 601, 2)], "#b98f52", 0.5)
    _woodpile(c)
    c.figure(
        Figure(
            (800, 694),
            236,
            STRIDE,
            "#2a3138",
            skin="#8a5b44",
            shirt="#b23a2c",
            cap=True,
            rim="#fff3cc",
            rim_from=1,
            shadow=(-150, 12),
        )
    )
    return c


def _woodpile(c: Canvas) -> None:
    chance = np.random.default_rng(3)
    ends = []
    for row in range(8):
        for number in range(13 - row // 3):
            size = float(chance.uniform(14, 18))
            x = 40 + number * 33 + (row % 2) * 16 + float(chance.uniform(-3, 3))
            ends.append((x, 708 - row * 28 + float(chance.uniform(-2, 2)), size))
    c.dots([(x, y, size + 2.2) for x, y, size in ends], "#3a2619")
    c.dots(ends, "#c48d55")
    for share, colour in ((0.72, "#dcae74"), (0.46, "#c99458"), (0.2, "#9a6838")):
        c.dots([(x + 1, y - 1, size * share) for x, y, size in ends], colour)
    c.shape([(512, 716), (508, 650), (566, 648), (568, 716)], "#5f412b")
    c.shape([(508, 650), (524, 643), (552, 642), (566, 648), (552, 655), (522, 656)], "#dcae74")
    c.stroke([(536, 648), (586, 560)], 6, "#8a5a34")
    c.shape([(528, 626), (560, 640), (540, 660), (520, 650)], "#4a545a")


def lorena() -> Canvas:
    c = Canvas(25)
    c.sky((0, "#2f8fa6"), (230, "#8ccabf"), (400, "#fbe6b8"))
    c.glow((330, 360), 360, "#fff0c4", 0.6)
    c.disc((330, 250), 46, "#fffaea", 0.95)
    tables = (
        (
            [
                (0, 352),
                (130, 350),
                (150, 392),
                (360, 396),
                (376, 330),
                (560, 326),
                (590, 398),
                (820, 394),
                (838, 344),
                (1060, 348),
                (1090, 400),
                (1280, 396),
            ],
            "#d9a58a",
        ),
        (
            [
                (0, 430),
                (210, 434),
                (232, 392),
                (420, 388),
                (450, 452),
                (700, 456),
                (716, 402),
                (920, 398),
                (948, 462),
                (1280, 450),
            ],
            "#c87f5e",
        ),
        (
            [
                (0, 400),
                (120, 404),
                (170, 500),
                (400, 520),
                (640, 514),
                (672, 470),
                (1000, 462),
                (1040, 430),
                (1280, 420),
            ],
            "#ad5a3f",
        ),
    )
    for number, (points, colour) in enumerate(tables):
        line = skyline(points, waves(51 + number, 60) * 7)
        haze, light, shade = (
            mixed(colour, *other) for other in (("#f3cfa0", 0.55), ("#ffe3b8", 0.45), ("#5a2a3a", 0.5))
        )
        c.ridge(line, Ground(colour, haze, 190, light, shade, 36, 150, 0.6, seed=number))
        for layer in (16, 30, 52, 80):
            bed = c.down - (line + layer)[None, :] - 3 * waves(60 + number, 90)[None, :]
            c.blend((np.abs(bed) < 2.2 + layer * 0.03) * 0.22, mixed(colour, "#fff0d0", 0.5))
        c.haze(480 + number * 46, 34, "#f9dcb0", 0.42, 60 + number)
    rim = hills([(0, 560), (230, 600), (520, 606), (820, 590), (1060, 560), (1280, 500)], waves(57, 70) * 8)
    c.ridge(rim, Ground("#8c3f2c", "#4a1d1c", 170, "#b25a3a", "#5a2422", 90, 150, 0.5, seed=5))
    c.texture(rim, 63, 18, 4, 0.3)
    for x, size in ((110, 64.0), (190, 42.0), (1010, 51.0)):
        _agave(c, (x, at(rim, x) + 12), size)
    for x, size, left in ((1080, 1.0, False), (1140, 1.0, True), (1206, 0.8, False)):
        _goat(c, (x, at(rim, x) + 4), size, left=left)
    feet = (640, at(rim, 640) + 34)
    c.figure(
        Figure(
            feet,
            262,
            FLIGHT,
            "#241418",
            skin="#7d4a34",
            shirt="#f2e6cf",
            skirt="#cf3346",
            hair=True,
            rim="#fff0cc",
            shadow=(120, 14),
        )
    )
    return c


def _agave(c: Canvas, foot: Point, size: float) -> None:
    for number in range(11):
        turn = np.radians(-82 + number * 16.4)
        tip = (foot[0] + float(np.sin(turn)) * size, foot[1] - float(np.cos(turn)) * size * 0.95)
        side = size * 0.075
        c.shape(
            [(foot[0] - side, foot[1]), (foot[0] + side, foot[1]), tip],
            "#3f6a5f" if number % 2 else "#2f564f",
        )


def _goat(c: Canvas, foot: Point, size: float, *, left: bool) -> None:
    way = -1 if left else 1

    def place(*points: Point) -> list[Point]:
        return [(foot[0] + way * x * size, foot[1] + y * size) for x, y in points]

    coat = "#f1e2c8" if left else "#33201f"
    for x in (-13, -9, 9, 13):
        c.stroke(place((x, -18), (x, 0)), 3 * size, coat)
    head = ((17, -44), (19, -50), (30, -46), (33, -40), (24, -37))
    c.shape(place((-18, -34), (10, -33), *head, (18, -24), (14, -16), (-15, -15)), coat)
    c.stroke(place((20, -49), (16, -57), (11, -59)), 2.2 * size, coat)


SCENES: dict[str, Callable[[], Canvas]] = {"the-hard-way": the_hard_way, "lorena-light-footed-woman": lorena}
