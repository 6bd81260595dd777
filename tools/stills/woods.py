"""Stills of films that are set in woods."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw
from tools.stills.landscape import FULL, SCALE, Array, Canvas, Ground, at, clouds, hills, mixed, waves
from tools.stills.runners import CLIMB, FLIGHT, STRIDE, Figure, Point


@dataclass(frozen=True)
class Leaves:
    """Leaves in clusters: how many, in which box (left, top, right, low), how large."""

    count: int
    box: tuple[float, float, float, float]
    size: Point
    colour: str
    seed: int
    opacity: float = 1.0


def _leaves(c: Canvas, leaves: Leaves) -> None:
    chance = np.random.default_rng(leaves.seed)
    left, top, right, low = leaves.box
    spots = []
    for _ in range(leaves.count // 14):
        x, y = float(chance.uniform(left, right)), float(chance.uniform(top, low))
        for _ in range(14):
            place = (x + float(chance.normal(0, 26)), y + float(chance.normal(0, 15)))
            spots.append((*place, float(chance.uniform(*leaves.size))))
    c.dots(spots, leaves.colour, leaves.opacity)


def _trunks(c: Canvas, stand: tuple[str, Point, int], foot: float, seed: int) -> None:
    colour, wide, count = stand
    chance = np.random.default_rng(seed)
    image = Image.new("L", FULL)
    pen = ImageDraw.Draw(image)
    for _ in range(count):
        x, half = float(chance.uniform(-20, 1300)), float(chance.uniform(*wide)) / 2
        lean, low = float(chance.normal(0, 14)), foot + float(chance.uniform(-8, 14))
        left = [(x - half * 1.5, low), (x - half, low - 40), (x + lean - half * 0.7, -10)]
        right = [(x + lean + half * 0.7, -10), (x + half, low - 40), (x + half * 1.5, low)]
        pen.polygon([(px * SCALE, py * SCALE) for px, py in (*left, *right)], fill=255)
    c.blend(np.asarray(image, np.float32) / 255, colour)


def the_mirnavator() -> Canvas:
    c = Canvas(33)
    c.sky((0, "#dcebb0"), (330, "#f4f3cf"), (560, "#cfe0a0"))
    c.glow((820, 150), 420, "#fffbe0", 0.85)
    layers = (
        ("#bcd398", (7, 14), 46),
        ("#93b878", (10, 20), 30),
        ("#63925a", (16, 30), 18),
        ("#376a43", (24, 44), 9),
    )
    for number, stand in enumerate(layers):
        colour, foot = stand[0], 500 + number * 34
        _trunks(c, stand, foot, 41 + number)
        crown = (-20, -20, 1300, 120 + number * 24)
        _leaves(
            c,
            Leaves(
                900 + number * 160,
                crown,
                (4, 11 + number * 2),
                mixed(colour, "#d9e86a", 0.25),
                51 + number,
                0.85,
            ),
        )
        points = [(0, foot - 18), (330, foot), (700, foot - 10), (1000, foot + 6), (1280, foot - 22)]
        ground = Ground(mixed(colour, "#6f9a4a", 0.3), mixed(colour, "#2f5c38", 0.35), 90)
        c.ridge(hills(points, waves(61 + number, 120) * 8), ground)
        herbs = mixed(colour, "#8fb84a", 0.3)
        _leaves(c, Leaves(700, (0, foot - 14, 1280, foot + 10), (2, 5), herbs, 65 + number, 0.8))
        c.haze(foot - 40, 70, "#eef3c4", 0.34 - number * 0.07)
    c.rays((880, -120), "#fffbd0", 0.75, 71, 1000)
    floor = hills([(0, 636), (420, 624), (860, 630), (1280, 610)], waves(73, 160) * 6)
    c.ridge(floor, Ground("#3f6a36", "#1f4028", 130))
    c.texture(floor, 75, 14, 2, 0.4)
    path = [(420, 780, 270), (560, 700, 150), (770, 640, 58), (850, 606, 22), (806, 580, 10), (840, 560, 4)]
    c.ribbon(path, "#c9a877", 0.96)
    c.ribbon([(380, 780, 120), (545, 700, 66), (765, 640, 24), (848, 607, 9)], "#ddc394", 0.6)
    _leaves(c, Leaves(420, (300, 600, 900, 716), (1.5, 3), "#8a6a3c", 77, 0.5))
    c.figure(
        Figure(
            (606, 694),
            292,
            STRIDE,
            "#1b2026",
            skin="#6d4330",
            shirt="#ee6a2c",
            hair=True,
            stout=1.36,
            rim="#fffbd8",
            rim_from=1,
            shadow=(-170, 16),
        )
    )
    for x, tall, colour in (
        (40, 150, "#173722"),
        (130, 110, "#21492a"),
        (1190, 170, "#173722"),
        (1264, 130, "#21492a"),
        (1090, 96, "#173722"),
        (236, 80, "#21492a"),
    ):
        _fern(c, (x, 728), tall, colour)
    return c


def _fern(c: Canvas, foot: Point, tall: float, colour: str) -> None:
    for frond in range(-3, 4):
        reach = frond * tall * 0.3
        spine = []
        for step in range(10):
            share = step / 9
            drop = tall * share * (1 - abs(frond) * 0.11) - abs(reach) * 0.5 * share**3
            spine.append((foot[0] + reach * share**1.6, foot[1] - drop))
        c.stroke(spine, 2, colour)
        for number, (x, y) in enumerate(spine[2:], 2):
            leaf = tall * 0.13 * (1 - number / 11)
            for way in (-1, 1):
                c.shape([(x, y - 2), (x + way * leaf, y - leaf * 0.5), (x + way * 3, y + 4)], colour)


def _bare_tree(
    pen: ImageDraw.ImageDraw, start: Point, branch: tuple[float, float, float], chance: np.random.Generator
) -> None:
    angle, length, wide = branch
    end = (start[0] + math.sin(angle) * length, start[1] - math.cos(angle) * length)
    line = [(start[0] * SCALE, start[1] * SCALE), (end[0] * SCALE, end[1] * SCALE)]
    pen.line(line, fill=255, width=max(1, round(wide * SCALE)))
    if length < 13:
        return
    for turn in (float(chance.uniform(0.2, 0.62)), -float(chance.uniform(0.2, 0.62))):
        shorter = length * float(chance.uniform(0.62, 0.8))
        _bare_tree(pen, end, (angle + turn, shorter, wide * 0.66), chance)


def _bare_trees(c: Canvas, places: list[tuple[float, float, float]], colour: str, seed: int) -> None:
    chance = np.random.default_rng(seed)
    image = Image.new("L", FULL)
    pen = ImageDraw.Draw(image)
    for x, foot, length in places:
        _bare_tree(pen, (x, foot), (float(chance.normal(0, 0.05)), length, length * 0.1), chance)
    c.blend(np.asarray(image, np.float32) / 255, colour)


def barkley_marathons() -> Canvas:
    c = Canvas(34)
    c.sky((0, "#29323b"), (300, "#60635f"), (560, "#b0916c"))
    c.glow((250, 560), 420, "#ff9d4a", 0.55)
    chance = np.random.default_rng(12)
    for number, (colour, count, length, foot) in enumerate(
        (("#6f6c66", 12, 92, 500), ("#55534f", 10, 118, 540), ("#3a3a39", 8, 146, 590))
    ):
        places = [
            (
                float(chance.uniform(-40, 1320)),
                foot + float(chance.uniform(-10, 20)),
                length * float(chance.uniform(0.8, 1.15)),
            )
            for _ in range(count)
        ]
        _bare_trees(c, places, colour, 20 + number)
        points = [(0, foot + 30), (360, foot + 20), (700, foot - 20), (1000, foot - 80), (1280, foot - 170)]
        ground = Ground(mixed(colour, "#6a5238", 0.35), mixed(colour, "#b08a60", 0.3), 120)
        c.ridge(hills(points, waves(81 + number, 130) * 9), ground)
        c.haze(foot, 60, "#a89a86", 0.42, 85 + number)
    hill = hills([(0, 664), (330, 656), (620, 620), (860, 540), (1060, 450), (1290, 330)], waves(91, 110) * 8)
    c.ridge(hill, Ground("#332a22", "#14110f", 200, "#6a4f34", "#171412", 60, 130, 0.6, seed=3))
    c.texture(hill, 93, 9, 2.2, 0.55)
    _bare_trees(c, [(1180, 470, 150), (60, 690, 190), (742, 640, 70)], "#191614", 31)
    _campfire(c, (236, 656))
    _gate(c, hill)
    feet = (884.0, at(hill, 884) + 6)
    c.figure(Figure(feet, 158, CLIMB, "#0e0d0d", pack="#3a2218", cap=True, rim="#ffb269"))
    head = (feet[0] + 44, feet[1] - 140)
    c.beam([head, (head[0] + 360, head[1] - 150), (head[0] + 380, head[1] + 10)], "#fff0cc", 0.75, 150)
    c.glow(head, 13, "#fffbe8", 0.95)
    return c


def _campfire(c: Canvas, at_foot: Point) -> None:
    x, y = at_foot
    chance = np.random.default_rng(13)
    c.glow((x, y - 26), 120, "#ff8a2c", 0.8)
    for wide, tall, colour in ((30, 84, "#e8541f"), (20, 60, "#ff9a2e"), (10, 36, "#ffe08a")):
        left = [(x - wide, y), (x - wide * 0.7, y - tall * 0.5), (x - wide * 0.1, y - tall)]
        right = [(x + wide * 0.35, y - tall * 0.55), (x + wide * 0.6, y - tall * 0.75), (x + wide, y)]
        c.shape([*left, *right], colour, 0.95, 1.6)
    for way in (-1, 1):
        c.stroke([(x - 36 * way, y + 4), (x + 34 * way, y - 8)], 9, "#1a1210")
    sparks = [
        (
            x + float(chance.normal(10, 34)),
            y - 60 - float(chance.random()) ** 2 * 330,
            float(chance.uniform(0.8, 1.9)),
        )
        for _ in range(60)
    ]
    c.dots(sparks, "#ffc46a", 0.9)


def _gate(c: Canvas, hill: Array) -> None:
    high = at(hill, 500) - 84
    for x in (398, 610):
        foot = at(hill, x)
        c.shape([(x - 8, foot + 8), (x - 8, foot - 104), (x + 8, foot - 104), (x + 8, foot + 8)], "#d9a92c")
    for drop, colour in ((0, "#e8b93a"), (34, "#c79626")):
        y = high + drop
        c.shape([(398, y - 4), (610, y - 14), (610, y - 5), (398, y + 5)], colour)


def finding_traction() -> Canvas:
    c = Canvas(35)
    c.sky((0, "#9fb0b6"), (240, "#d3d6cc"), (430, "#efe5cd"))
    c.cloud((0, 260), "#82979f", 0.5, 5, 4)
    tones = (("#93a4a8", 250), ("#86968c", 300), ("#8c8a64", 356), ("#a8743c", 418), ("#98502c", 486))
    for number, (colour, y) in enumerate(tones):
        points = [
            (0, y + 16),
            (210, y - 44),
            (440, y + 10),
            (660, y - 60 + number * 12),
            (900, y + 8),
            (1090, y - 40),
            (1280, y + 10),
        ]
        moved = [(x - number * 50.0, float(height)) for x, height in points]
        leafy = waves(101 + number, 160) * 10 + waves(111 + number, 9, 2) * (1 + number * 1.1)
        line = hills([*moved, (1480, y)], leafy)
        c.ridge(line, Ground(colour, mixed(colour, "#efe3cb", 0.62), 90 + number * 8))
        if number > 1:
            _autumn(c, line, number)
            c.haze(y + 84, 22, "#f1e8d4", 0.7, 120 + number)
    slab = hills([(0, 600), (300, 586), (620, 560), (900, 574), (1280, 610)], waves(131, 80) * 9)
    c.ridge(slab, Ground("#6f6a62", "#3a332c", 150, "#a39a8a", "#3f3a36", 70, 110, 0.7, seed=7))
    c.texture(slab, 133, 12, 2, 0.3)
    for layer, tone in enumerate(("#b8482c", "#d98f34", "#e0b84a")):
        _leaves(c, Leaves(170, (0, 600, 1280, 716), (2, 4.6), tone, 141 + layer, 0.8))
    runners = ((600, 186, FLIGHT, "#c23a5a", True), (404, 176, STRIDE, "#2f5f6a", False))
    for x, tall, pose, shirt, hair in runners:
        feet = (x, at(slab, x) + 22)
        c.figure(
            Figure(
                feet,
                tall,
                pose,
                "#1d1b1c",
                skin="#b9886c",
                shirt=shirt,
                hair=hair,
                short_hair=not hair,
                rim="#fff6e2",
                shadow=(70, 8),
            )
        )
    _blazed_tree(c)
    return c


def _autumn(c: Canvas, line: Array, number: int) -> None:
    chance = np.random.default_rng(number)
    for tone in ("#d98f34", "#b8482c", "#e0b84a", "#5f6f3f"):
        spots = []
        for _ in range(150 + number * 60):
            x = float(chance.uniform(0, 1280))
            y = at(line, x) + 1 + float(chance.random()) ** 1.5 * 66
            spots.append((x, y, float(chance.uniform(1.6, 3.4)) * (0.5 + number * 0.28)))
        c.dots(spots, mixed(tone, "#efe3cb", 0.42 - number * 0.09), 0.75)


def _blazed_tree(c: Canvas) -> None:
    c.ribbon([(1010, 740, 70), (1000, 640, 50), (1004, 420, 44), (996, 160, 40), (1004, -20, 38)], "#3a302a")
    bark = np.clip((clouds(151, 14, 0.18) - 0.5) * 3, 0, 1)
    c.blend(bark * (np.abs(c.across - 1001) < 37) * 0.6, "#6a5a4c")
    blaze = [(984, 300), (1015, 299), (1016, 392), (983, 394)]
    c.shape(blaze, "#f4f1e6", 0.97)
    worn = np.clip((clouds(153, 10, 0.5) - 0.62) * 5, 0, 1)
    c.blend(worn * c.mask(0, blaze) * 0.5, "#8a8074")
    for foot, reach in ((640, 150), (660, -120), (690, 210)):
        c.ribbon(
            [(1000, foot, 20), (1000 + reach * 0.5, foot + 26, 12), (1000 + reach, foot + 60, 5)], "#3a302a"
        )
    for layer, (tone, count) in enumerate(
        (("#8c3522", 360), ("#c65f2a", 420), ("#e59a35", 380), ("#efc04f", 220))
    ):
        _leaves(c, Leaves(count, (830, -30, 1300, 150 - layer * 12), (4, 10), tone, 161 + layer, 0.95))
    chance = np.random.default_rng(8)
    for _ in range(60):
        x, y = float(chance.uniform(0, 1280)), float(chance.uniform(0, 720))
        c.dots([(x - step * 0.45, y + step * 2, 0.45) for step in range(12)], "#ffffff", 0.28)


SCENES: dict[str, Callable[[], Canvas]] = {
    "the-mirnavator": the_mirnavator,
    "barkley-marathons": barkley_marathons,
    "finding-traction": finding_traction,
}
