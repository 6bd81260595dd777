"""Stills of films that are set among hills and lakes."""

from collections.abc import Callable

import numpy as np
from tools.stills.landscape import (
    SCALE,
    Array,
    Canvas,
    Ground,
    Trees,
    at,
    clouds,
    hills,
    mixed,
    skyline,
    waves,
)
from tools.stills.runners import FLIGHT, PUSH, STRIDE, Figure


def coming_home() -> Canvas:
    c = Canvas(31)
    c.sky((0, "#55747f"), (180, "#98b0ae"), (330, "#dfe3cf"), (420, "#f3ecd0"))
    c.cloud((0, 210), "#46616c", 0.6, 5, 4)
    c.cloud((120, 330), "#f4f0dc", 0.7, 7, 4.5)
    c.rays((830, -60), "#fff3c9", 0.36, 9, 1300)
    c.ridge(skyline([(0, 404), (1280, 404)]), Ground("#8fb4b8", "#b9cdc3", 60))
    for number, (y, colour) in enumerate(((396, "#8fa99e"), (424, "#78a080"), (462, "#5f9158"))):
        points = [
            (0, y - 34),
            (200, y - 66 + number * 30),
            (430, y + 4),
            (640, y - 18),
            (860, y - 70 + number * 14),
            (1080, y),
        ]
        moved = [(x + number * 40.0, float(height)) for x, height in points]
        line = hills([*moved, (1400, y)], waves(11 + number, 170) * 9)
        c.ridge(line, Ground(colour, mixed(colour, "#e9ecc8", 0.5), 120))
        if number:
            _fields(c, line, number)
    c.haze(470, 24, "#eef0d6", 0.35, 13)
    hill = hills(
        [(-40, 640), (170, 610), (420, 560), (690, 500), (880, 476), (1060, 510), (1290, 600)],
        waves(17, 160) * 6,
    )
    c.ridge(hill, Ground("#4c8040", "#274a28", 220))
    c.texture(hill, 19, 16, 1.6, 0.34)
    heather = np.clip((clouds(23, 46, 2.4) - 0.56) * 6, 0, 1) * np.clip(
        (c.down - hill[None, :] - 26) / 50, 0, 1
    )
    c.blend(heather * 0.62, "#7a4a72")
    _wall(c)
    for x, dy in ((250, 24), (300, 40), (352, 18), (1120, 40), (1176, 24)):
        low = at(hill, x) + dy
        c.dots([(x - 6, low - 8, 6.4), (x, low - 10, 7), (x + 6, low - 8, 6)], "#efece0")
        c.dots([(x + 13, low - 11, 3.2)], "#26282a")
        for leg in (-6, 6):
            c.stroke([(x + leg, low - 4), (x + leg, low + 1)], 1.8, "#26282a")
    feet = (800, at(hill, 800) + 4)
    c.figure(
        Figure(
            feet,
            132,
            FLIGHT,
            "#17251c",
            skin="#d0a385",
            shirt="#f0b73a",
            short_hair=True,
            rim="#fff6d8",
            shadow=(-60, 12),
        )
    )
    return c


def _wall(c: Canvas) -> None:
    chance = np.random.default_rng(6)
    bend = waves(3, 300)
    line = [(40 + step * 15.4, 716 - step * 4.9 + 14 * float(bend[step * 60])) for step in range(40)]
    for layer, colour in enumerate(("#5c615e", "#7f8580", "#a3a79d")):
        stones = [
            (
                x + float(chance.uniform(-5, 5)),
                y - layer * 7 * (1 - x / 1100),
                float(chance.uniform(5, 8.5)) * (1 - x / 1000),
            )
            for x, y in line
            for _ in (0, 1)
        ]
        c.dots(stones, colour)


def _fields(c: Canvas, line: Array, seed: int) -> None:
    chance = np.random.default_rng(seed + 40)
    depth = c.down - line[None, :]
    below = np.clip((depth - 14) * 0.5, 0, 1)
    columns = waves(seed + 5, 260, 2)[None, :] * 40 + c.across + depth * 1.1
    rows = depth * (1.6 - seed * 0.3)
    cell = (columns // 118).astype(int) * 7 + (rows // 40).astype(int) * 13
    tones = chance.uniform(0, 1, 400).astype(np.float32)[cell % 400]
    c.blend(below * np.clip(tones - 0.55, 0, 1) * 1.1, "#cbd484")
    c.blend(below * np.clip(0.4 - tones, 0, 1) * 0.9, "#3f6b3f")
    c.blend(below * ((columns % 118 < 2.4) | (rows % 40 < 2.0)) * 0.5, "#3a5f3d")


def one_step_at_a_time() -> Canvas:
    c = Canvas(32)
    c.sky((0, "#1b2550"), (150, "#4a4a86"), (290, "#c07a8f"), (372, "#f6b58c"), (420, "#fbd8a4"))
    c.stars(260, 200, seed=5)
    c.cloud((220, 380), "#f08f86", 0.5, 15, 6)
    far = hills([(0, 392), (260, 366), (520, 398), (1000, 398), (1280, 360)], waves(21, 120) * 8)
    c.ridge(far, Ground("#7d6a90", "#dba08f", 80))
    cone = skyline(
        [
            (300, 430),
            (440, 384),
            (560, 326),
            (660, 246),
            (736, 168),
            (766, 152),
            (800, 164),
            (850, 214),
            (930, 286),
            (1030, 346),
            (1130, 386),
            (1280, 430),
        ],
        waves(23, 60) * 7,
    )
    cone[: 300 * SCALE] = 720
    c.ridge(
        cone, Ground("#54508a", "#c98f96", 260, "#d98f92", "#34356b", 50, 240, 0.75, "#ffe9df", 140, 400, 7)
    )
    c.haze(408, 20, "#fbd0a4", 0.55)
    trees = skyline([(0, 424), (1280, 424)], waves(25, 200) * 4)
    c.forest(trees, Trees(190, (26, 62), "#2f2d5c", "#8a6684", 70, 3))
    shore = skyline([(0, 436), (1280, 436)], waves(27, 140) * 3)
    c.forest(shore, Trees(90, (36, 84), "#1d1f46", seed=4, span=(-20, 430)))
    c.forest(shore, Trees(70, (36, 90), "#1d1f46", seed=6, span=(960, 1300)))
    c.ridge(shore - 2, Ground("#1d1f46", "#1d1f46", 20))
    c.mirror(444, "#2a2c66", 0.26, 3)
    c.haze(447, 7, "#fbd9b8", 0.4)
    bank = hills([(0, 606), (260, 626), (520, 612), (800, 640), (1040, 628), (1280, 668)], waves(29, 90) * 7)
    c.ridge(bank, Ground("#141735", "#0a0c20", 120, "#3d3562", "#090b1d", 60, 60, 0.7, seed=2))
    for x, tall, pose, shirt in (
        (420, 150, PUSH, "#d8dce8"),
        (570, 154, FLIGHT, "#e86a4a"),
        (716, 148, STRIDE, "#e9b64a"),
    ):
        feet = (x, at(bank, x) + 4)
        c.figure(Figure(feet, tall, pose, "#0c0e24", shirt=shirt, pack="#1b1d40", rim="#ffc9a8", rim_from=1))
    c.forest(bank + 40, Trees(9, (170, 330), "#090b1e", seed=8, span=(-40, 190), slim=0.17))
    c.forest(bank + 40, Trees(9, (150, 360), "#090b1e", seed=9, span=(1090, 1320), slim=0.17))
    return c


SCENES: dict[str, Callable[[], Canvas]] = {
    "coming-home": coming_home,
    "one-step-at-a-time": one_step_at_a_time,
}
