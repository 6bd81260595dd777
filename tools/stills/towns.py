"""Stills of films that are set near people's houses and roads."""

from collections.abc import Callable

import numpy as np
from tools.stills.landscape import Canvas, Ground, at, hills, mixed, skyline, waves
from tools.stills.runners import FLIGHT, PUSH, STRIDE, Figure, Point


def town_of_runners() -> Canvas:
    c = Canvas(22)
    c.sky((0, "#e6a07e"), (230, "#f5c79a"), (460, "#fbe6bd"))
    c.glow((660, 330), 420, "#ffd58f", 0.5)
    c.disc((660, 330), 132, "#e4512f", 0.96)
    c.cloud((250, 400), "#f8d7a8", 0.6, 5, 6)
    for number, (y, colour) in enumerate(((430, "#d9a583"), (462, "#b98269"), (500, "#95604f"))):
        points = [(0, y - 30), (260, y + 16), (520, y - 22), (820, y + 14), (1060, y - 34), (1280, y)]
        c.ridge(
            hills(points, waves(11 + number, 140) * 9), Ground(colour, mixed(colour, "#fbdcb0", 0.6), 110)
        )
        if number == 1:
            _roofs(c)
    c.haze(520, 34, "#fbd9ab", 0.6, 15)
    slope = hills([(0, 640), (260, 622), (560, 572), (900, 520), (1280, 478)], waves(17, 150) * 5)
    c.ridge(slope, Ground("#6b3425", "#3a1a16", 190))
    c.texture(slope, 19, 22, 5, 0.28)
    for x, tall in ((66, 520), (128, 430), (1196, 560), (1262, 450), (1138, 350)):
        _eucalyptus(c, (x, at(slope, x) + 14), tall, "#2f1a1c")
    chance = np.random.default_rng(5)
    poses = (STRIDE, FLIGHT, PUSH, STRIDE, FLIGHT, PUSH, STRIDE, FLIGHT, PUSH, STRIDE)
    shirts = (
        "#c8382f",
        "#e9b93a",
        "#2f6d5a",
        "#f1e4c8",
        "#3a5a96",
        "#d9702c",
        "#f1e4c8",
        "#7a2f52",
        "#2f6d5a",
        "#e9b93a",
    )
    for number, (pose, shirt) in enumerate(zip(poses, shirts, strict=True)):
        place = 262 + number * 76 + float(chance.uniform(-14, 14))
        size = 112 + float(chance.uniform(-24, 16))
        feet = (place, at(slope, place) + float(chance.uniform(6, 22)))
        c.figure(Figure(feet, size, pose, "#24110f", shirt=shirt, rim="#ffd9a0", shadow=(-30, 20)))
    c.haze(640, 30, "#e0955f", 0.28, 21)
    return c


def _roofs(c: Canvas) -> None:
    chance = np.random.default_rng(8)
    for _ in range(30):
        x, y = float(chance.uniform(300, 1040)), float(chance.uniform(468, 500))
        w, h = float(chance.uniform(16, 34)), float(chance.uniform(8, 13))
        c.shape([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], "#8a5546")
        tin = ("#d8c3b0", "#c9a58e", "#e6d2b4")[int(chance.integers(3))]
        c.shape([(x - 3, y + 1), (x + w * 0.5, y - h * 0.7), (x + w + 3, y + 1)], tin)


def _eucalyptus(c: Canvas, foot: Point, tall: float, colour: str) -> None:
    x, low = foot
    chance = np.random.default_rng(int(x))
    top = low - tall
    trunk = [
        (x, low, tall * 0.016),
        (x + tall * 0.012, low - tall * 0.4, tall * 0.011),
        (x - tall * 0.01, top + tall * 0.1, 2),
    ]
    c.ribbon(trunk, colour)
    leaves = []
    for step in range(9):
        y = top + tall * 0.05 + step * tall * 0.075
        reach = (
            tall * (0.07 + 0.09 * float(np.sin((step + 1) / 10 * np.pi))) * float(chance.uniform(0.8, 1.2))
        )
        tip = (x + (-1 if step % 2 else 1) * reach, y - reach * 0.45)
        c.stroke([(x, y + reach * 0.3), tip], 2.2, colour)
        for _ in range(90):
            place = (
                tip[0] + float(chance.normal(0, reach * 0.25)),
                tip[1] + float(chance.normal(0, reach * 0.15)),
            )
            leaves.append((*place, float(chance.uniform(1.0, 3.6))))
    c.dots(leaves, colour, 0.94)


def ultra() -> Canvas:
    c = Canvas(23)
    c.sky((0, "#0d1738"), (230, "#2a3a70"), (390, "#a8647c"), (480, "#f3ae7f"))
    c.stars(620, 360, seed=7)
    c.glow((300, 150), 150, "#cfd6f0", 0.35)
    c.disc((300, 150), 38, "#fbf3dc")
    c.glow((960, 500), 380, "#ffbf8a", 0.5)
    for number, (y, colour) in enumerate(((440, "#7a5278"), (472, "#553f68"), (505, "#372e54"))):
        points = [
            (0, y - 50),
            (190, y + 8),
            (420, y - 66),
            (640, y + 10),
            (850, y - 30),
            (1080, y - 74),
            (1280, y),
        ]
        haze, light, shade = (
            mixed(colour, *other) for other in (("#e2957f", 0.5), ("#f3ae7f", 0.3), ("#0d1738", 0.4))
        )
        ground = Ground(colour, haze, 130, light, shade, 70, 120, 0.5, seed=number, sun=1)
        c.ridge(skyline(points, waves(31 + number, 130) * 18), ground)
    field = hills([(0, 536), (400, 548), (760, 540), (1280, 520)], waves(35, 140) * 4)
    c.ridge(field, Ground("#2c2a45", "#15162c", 160))
    c.texture(field, 37, 20, 5, 0.35)
    c.ribbon(
        [(520, 760, 330), (690, 640, 96), (846, 580, 34), (800, 556, 15), (744, 545, 7), (762, 538, 2)],
        "#4b4a68",
    )
    for x, y, half in ((550, 731, 7), (600, 697, 5), (652, 664, 3.6), (716, 628, 2.6), (778, 604, 1.8)):
        c.shape(
            [(x - half, y + 7), (x + half, y + 7), (x + half + 13, y - 6), (x + 13 - half, y - 6)],
            "#f3e3c0",
            0.85,
        )
    for lamp in ((757, 541), (775, 547), (826, 559), (834, 577)):
        c.glow(lamp, 8, "#ffd890", 0.9)
        c.dots([(*lamp, 1.4)], "#fff6dc")
    for foot, size in (((1010, 570), 1.0), ((1150, 600), 1.5), ((930, 556), 0.7), ((1250, 566), 1.0)):
        _olive(c, foot, size, "#17192e")
    _columns(c, (120, 566), "#191a33", "#d98e86")
    feet = (500.0, 690.0)
    c.figure(
        Figure(
            feet,
            214,
            STRIDE,
            "#0c0f22",
            shirt="#d8e0e6",
            cap=True,
            rim="#ffc59a",
            rim_from=1,
            shadow=(-120, 16),
        )
    )
    head = (feet[0] + 38, feet[1] - 196)
    c.beam([head, (head[0] + 420, head[1] + 130), (head[0] + 330, head[1] + 236)], "#ffe9bd", 0.5, 150)
    c.glow(head, 13, "#fff3d2", 0.95)
    return c


def _olive(c: Canvas, foot: Point, size: float, colour: str) -> None:
    chance = np.random.default_rng(int(foot[0]))
    x, y = foot
    for lean in (-9, 7):
        middle = (x + lean * size, y - 26 * size, 5 * size)
        c.ribbon([(x, y, 9 * size), middle, (x + lean * 2.6 * size, y - 54 * size, 3 * size)], colour)
    crown = []
    for _ in range(150):
        turn, reach = float(chance.uniform(0, 6.283)), float(chance.random()) ** 0.5 * size
        place = (x + float(np.cos(turn)) * reach * 58, y - 76 * size + float(np.sin(turn)) * reach * 36)
        crown.append((*place, float(chance.uniform(3, 11)) * size))
    c.dots(crown, colour)


def _columns(c: Canvas, foot: Point, colour: str, rim: str) -> None:
    x, low = foot
    for number, tall in enumerate((210, 214, 120)):
        left, top = x + number * 74, low - tall
        c.shape([(left, low), (left + 3, top), (left + 31, top), (left + 34, low)], colour)
        for groove in (9, 17, 25):
            c.stroke([(left + groove, low - 6), (left + groove, top + 8)], 1.2, "#2d2c4c", 0.9)
        c.stroke([(left + 33, low), (left + 30, top)], 1.8, rim, 0.7)
        if tall > 150:
            c.shape(
                [(left - 7, top - 12), (left + 41, top - 12), (left + 33, top + 3), (left + 1, top + 3)],
                colour,
            )
        c.shape([(left - 5, low), (left + 39, low), (left + 41, low + 12), (left - 7, low + 12)], colour)
    c.shape([(x - 16, low - 248), (x + 128, low - 248), (x + 122, low - 222), (x - 10, low - 222)], colour)
    c.stroke([(x - 16, low - 248), (x + 128, low - 248)], 1.6, rim, 0.5)


SCENES: dict[str, Callable[[], Canvas]] = {"town-of-runners": town_of_runners, "ultra": ultra}
