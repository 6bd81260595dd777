"""Stills of films that are set on high mountains."""

from collections.abc import Callable

import numpy as np
from tools.stills.landscape import Canvas, Ground, at, clouds, hills, skyline, waves
from tools.stills.runners import CLIMB, FLIGHT, PUSH, STRIDE, Figure


def running_the_roof() -> Canvas:
    c = Canvas(11)
    c.sky((0, "#35658c"), (170, "#86afc2"), (330, "#e3d9c4"), (460, "#f6dfb6"))
    c.cloud((60, 260), "#f4ead8", 0.55, 5)
    c.glow((1010, 330), 330, "#ffe2ac", 0.75)
    far = skyline(
        [
            (0, 330),
            (170, 262),
            (300, 322),
            (440, 236),
            (590, 330),
            (760, 300),
            (900, 246),
            (1060, 322),
            (1280, 250),
        ],
        waves(1, 130) * 24,
    )
    c.ridge(
        far,
        Ground(
            "#8597ae", "#e6d9c4", 210, "#c4c0c6", "#5d7694", 70, snow="#fffaf0", snow_depth=120, snow_line=400
        ),
    )
    c.haze(440, 60, "#f3dfbd", 0.55)
    west = skyline(
        [(-10, 96), (110, 150), (230, 262), (330, 330), (450, 438), (560, 476), (1280, 560)],
        waves(7, 170) * 26,
    )
    east = skyline(
        [(0, 560), (700, 486), (820, 432), (960, 330), (1090, 210), (1190, 160), (1290, 60)],
        waves(9, 170) * 26,
    )
    c.ridge(
        east, Ground("#4f5a72", "#b99a78", 430, "#8c8088", "#333d57", 120, 330, 0.7, "#f3ecec", 130, 380, 4)
    )
    c.ridge(
        west, Ground("#5c6478", "#c6a67e", 430, "#a8958a", "#343f57", 120, 330, 0.75, "#fff6e8", 130, 400, 3)
    )
    fans = (
        (hills([(0, 424), (180, 452), (360, 474), (600, 492), (1280, 560)], waves(14, 90) * 6), "#b5946c"),
        (hills([(0, 560), (690, 492), (860, 470), (1080, 440), (1280, 420)], waves(16, 90) * 6), "#ab8a66"),
    )
    for line, colour in fans:
        c.ridge(line, Ground(colour, "#d8b988", 90, "#cfb088", "#8a6f55", 50, 70, 0.5, seed=6, sun=1))
    floor = hills([(0, 502), (400, 478), (640, 468), (900, 478), (1280, 506)], waves(4, 60) * 3)
    c.ridge(floor, Ground("#d6b685", "#8a6339", 300))
    c.texture(floor, 21, 70, 6, 0.3)
    c.texture(floor, 22, 9, 5, 0.16)
    plants = np.clip((clouds(23, 60, 4.5) - 0.55) * 5, 0, 1) * np.clip(
        (c.down - floor[None, :] - 8) / 40, 0, 1
    )
    c.blend(plants * np.clip((760 - c.across) / 500, 0, 1) * 0.55, "#7d8450")
    for seed, x, wide in ((1, 150, 1.0), (2, 280, 1.7), (3, 400, 0.8), (4, 470, 1.1)):
        sway = waves(seed + 40, 210, 2)
        path = [
            (
                640 - (640 - x) * s + 74 * float(sway[int(s * 1900)]) * s**0.7,
                470 + 262 * s**1.6,
                0.5 + 17 * wide * s**2.2,
            )
            for s in (0, 0.14, 0.28, 0.42, 0.56, 0.7, 0.85, 1)
        ]
        c.ribbon([(px, py, half + 1.2) for px, py, half in path], "#e9dcc0", 0.5)
        c.ribbon(path, "#93b7c2", 0.95)
        c.ribbon([(px - half * 0.25, py, half * 0.35) for px, py, half in path], "#d8e6e2", 0.7)
    road = [
        (1130, 760, 150),
        (960, 672, 62),
        (842, 610, 31),
        (742, 556, 15),
        (712, 520, 8),
        (690, 496, 4),
        (652, 474, 1),
    ]
    c.ribbon(road, "#ecd5a8", 0.95)
    for way in (-0.42, 0.42):
        c.ribbon([(px + half * way, py, half * 0.1) for px, py, half in road], "#c4a06e", 0.8)
    for feet, tall, pose, shirt in (
        ((744, 562), 78, FLIGHT, "#c2442e"),
        ((834, 612), 102, PUSH, "#2f6a86"),
        ((962, 686), 142, STRIDE, "#e0952b"),
    ):
        c.figure(
            Figure(
                feet,
                tall,
                pose,
                "#221c20",
                shirt=shirt,
                pack="#2c2a30",
                rim="#ffeccb",
                rim_from=1,
                left=True,
                shadow=(-tall, tall * 0.2),
            )
        )
    return c


def the_crown_traverse() -> Canvas:
    c = Canvas(12)
    c.sky((0, "#6f8fa9"), (260, "#b9c8cc"), (470, "#efe6d0"))
    c.glow((330, 190), 240, "#fff4d8", 0.8)
    c.disc((330, 190), 46, "#fffaf0", 0.9)
    tones = (("#a9bac4", "#dcdcd2", 360), ("#7d97aa", "#c9d0cf", 420), ("#54738b", "#a9b9c0", 490))
    peaks = (
        [
            (0, 340),
            (140, 270),
            (260, 330),
            (420, 250),
            (560, 320),
            (720, 240),
            (880, 320),
            (1020, 250),
            (1150, 320),
            (1280, 260),
        ],
        [
            (0, 300),
            (130, 400),
            (300, 420),
            (460, 350),
            (600, 430),
            (800, 360),
            (960, 410),
            (1120, 310),
            (1280, 380),
        ],
        [(0, 430), (160, 370), (330, 470), (560, 500), (760, 470), (960, 490), (1110, 420), (1280, 330)],
    )
    for number, (points, (colour, mist, line)) in enumerate(zip(peaks, tones, strict=True)):
        ground = Ground(colour, mist, 230, "#e9ecea", "#3f5c77", 80, 180, 0.5, "#fdfcf6", 100, line, number)
        c.ridge(skyline(points, waves(30 + number, 120) * 34), ground)
        c.haze(500 + number * 40, 60, "#e6e4da", 0.45, 8 + number)
    edge = skyline(
        [
            (0, 690),
            (200, 600),
            (420, 520),
            (600, 430),
            (720, 395),
            (850, 300),
            (905, 268),
            (960, 320),
            (1080, 420),
            (1280, 560),
        ],
        waves(51, 70) * 13,
    )
    c.ridge(
        edge, Ground("#22364a", "#3f5a70", 420, "#6b8396", "#0f1d2d", 70, 400, 0.8, "#f2f4f3", 78, 620, 9)
    )
    for x, tall, pose, shirt in ((540, 62, CLIMB, "#d6503a"), (655, 60, PUSH, "#e8b23c")):
        c.figure(
            Figure((x, at(edge, x) + 2), tall, pose, "#131c28", shirt=shirt, pack="#1a2531", rim="#fff6e0")
        )
    chance = np.random.default_rng(4)
    flakes = [(chance.uniform(0, 1280), chance.uniform(0, 720), chance.uniform(0.5, 1.9)) for _ in range(260)]
    c.dots(flakes, "#ffffff", 0.75)
    return c


def mira() -> Canvas:
    c = Canvas(13)
    c.sky((0, "#2c6aa6"), (240, "#7fb7d2"), (430, "#e6efe6"))
    giants = skyline(
        [
            (0, 290),
            (120, 230),
            (230, 260),
            (380, 150),
            (470, 205),
            (560, 180),
            (700, 70),
            (800, 165),
            (880, 140),
            (1010, 235),
            (1130, 190),
            (1280, 260),
        ],
        waves(61, 120) * 26,
    )
    c.ridge(
        giants, Ground("#7f9dba", "#dbe8ea", 330, "#eef2f2", "#4f78a3", 76, 300, 0.85, "#ffffff", 190, 420, 5)
    )
    c.haze(420, 46, "#f6faf7", 0.95, 14)
    c.haze(452, 34, "#ffffff", 0.8, 15)
    middle = hills([(0, 430), (220, 470), (460, 440), (700, 490), (960, 440), (1280, 470)], waves(3, 80) * 8)
    c.ridge(middle, Ground("#5f8d8a", "#b9d3c4", 130))
    c.haze(500, 26, "#eef6ee", 0.7, 16)
    greens = ("#8fae5a", "#a9bf5f", "#7c9f4c", "#98b352", "#6f9245", "#86a548", "#5d8039", "#74953f")
    steps = []
    for number, green in enumerate(greens):
        y = 494 + number * 15 + number**2 * 2.1
        points = [(0, y + 46), (260, y + 8), (520, y + 26), (800, y - 6), (1060, y + 22), (1280, y - 12)]
        line = hills(points, waves(70 + number, 200) * (4 + number))
        c.ridge(line, Ground(green, "#3f5f2c", 64 + number * 6))
        c.ridge(line + 5 + number * 1.5, Ground("#54722f", green, 26 + number * 4))
        c.ridge(line + 12 + number * 3, Ground(green, "#3f5f2c", 90))
        steps.append(line)
    feet = (470, at(steps[5], 470) + 8)
    c.figure(
        Figure(
            feet,
            168,
            FLIGHT,
            "#1d1a22",
            skin="#8a5638",
            shirt="#c8324a",
            hair=True,
            rim="#fff3dc",
            rim_from=1,
            shadow=(-70, 16),
        )
    )
    c.stroke([(1010, 720), (1022, 372)], 5, "#4a3a2c")
    right = [
        (1022 + 308 * s / 30, 378 + 190 * (s / 30) ** 1.5 + 115 * (s / 30) * (1 - s / 30)) for s in range(31)
    ]
    left = [
        (1022 - 1060 * s / 64, 378 + 232 * (1 - s / 64) * (s / 64) - 330 * (s / 64) ** 1.6) for s in range(65)
    ]
    for cord in (right, left):
        c.stroke(cord, 1.4, "#5a4a3a")
        for number, (x, y) in enumerate(cord[1:-1]):
            flag = ("#2f64a8", "#f4f1e6", "#c8382f", "#3f8a4a", "#e8b93a")[number % 5]
            lean = 2 + (number * 7) % 4
            c.shape([(x - 5, y), (x + 5, y + 1), (x + 6 + lean, y + 15), (x - 4 + lean, y + 14)], flag, 0.96)
    return c


SCENES: dict[str, Callable[[], Canvas]] = {
    "running-the-roof": running_the_roof,
    "the-crown-traverse": the_crown_traverse,
    "mira": mira,
}
