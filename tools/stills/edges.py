"""Stills of films with one figure against the sky."""

from collections.abc import Callable

from tools.stills.landscape import Canvas, Ground, at, hills, skyline, waves
from tools.stills.runners import DESCENT, EDGE, LEAP, Figure


def balance() -> Canvas:
    c = Canvas(14)
    c.sky((0, "#215463"), (230, "#6fa3a4"), (430, "#ecdcb9"), (520, "#f6e6c4"))
    c.glow((930, 420), 300, "#ffe9b8", 0.85)
    c.disc((930, 400), 52, "#fff6dc", 0.95)
    for number, (y, colour) in enumerate(((430, "#8fb0ac"), (470, "#6b9596"), (515, "#4a7a80"))):
        points = [
            (x + number * 60.0, y + (58.0 if k % 2 else -34 - 22 * ((k + number) % 3)))
            for k, x in enumerate(range(-40, 1400, 150))
        ]
        c.ridge(skyline(points, waves(80 + number, 90) * 20), Ground(colour, "#e8dfc6", 110))
        c.haze(y + 74, 34, "#f4e9d0", 0.9, 20 + number)
    c.haze(640, 70, "#f1e6cf", 0.85, 29)
    arete = skyline(
        [
            (0, 250),
            (90, 292),
            (190, 372),
            (300, 410),
            (430, 452),
            (545, 430),
            (640, 470),
            (730, 520),
            (850, 545),
            (980, 640),
            (1090, 735),
            (1280, 800),
        ],
        waves(91, 60) * 13,
    )
    c.ridge(arete, Ground("#16323c", "#31555c", 460, "#54777a", "#07171f", 56, 420, 0.85, seed=12))
    c.haze(712, 46, "#e9e0ca", 0.6, 33)
    feet = (545, at(arete, 545) + 3)
    c.figure(Figure(feet, 104, EDGE, "#0b181f", shirt="#e2533a", hair=True, rim="#fff0cc", rim_from=1))
    for x, y in ((720, 250), (770, 226), (806, 262)):
        c.stroke([(x, y), (x + 8, y - 5), (x + 14, y), (x + 20, y - 5), (x + 28, y)], 1.6, "#1d3a42", 0.8)
    return c


def rebound() -> Canvas:
    c = Canvas(15)
    c.sky((0, "#f6efe0"), (420, "#f3dcb9"), (720, "#e6b98c"))
    c.disc((700, 330), 250, "#ee6a3f")
    c.glow((700, 330), 380, "#ffb07a", 0.35)
    far = skyline(
        [
            (0, 500),
            (130, 430),
            (260, 500),
            (400, 420),
            (520, 500),
            (690, 440),
            (860, 510),
            (990, 400),
            (1120, 480),
            (1280, 420),
        ],
        waves(101, 120) * 22,
    )
    c.ridge(far, Ground("#c99a86", "#eac7a2", 150, "#e8cdb0", "#a97a70", 70, 120, 0.5, "#fbeedd", 40, 520, 3))
    near = skyline(
        [(0, 590), (160, 540), (330, 600), (520, 620), (760, 590), (980, 610), (1130, 520), (1280, 560)],
        waves(103, 90) * 16,
    )
    c.ridge(near, Ground("#7d5a5c", "#c99878", 150, "#a97f72", "#54404a", 60, 120, 0.5, seed=4))
    c.haze(640, 44, "#efc9a0", 0.6, 41)
    rocks = skyline(
        [
            (0, 640),
            (210, 632),
            (330, 560),
            (420, 552),
            (470, 640),
            (560, 716),
            (790, 722),
            (860, 690),
            (1000, 668),
            (1280, 640),
        ],
        waves(105, 44) * 8,
    )
    c.ridge(rocks, Ground("#1c2732", "#101820", 120, "#3d4a52", "#0a1016", 50, 160, 0.8, seed=8))
    c.figure(Figure((720, 596), 330, LEAP, "#17212b", blade=True, rim="#ffd9ae"))
    c.dots([(428, 540, 3.2), (446, 524, 2.2), (415, 520, 1.8), (462, 548, 2.4), (478, 520, 1.4)], "#17212b")
    return c


def run_forever() -> Canvas:
    c = Canvas(16)
    c.sky((0, "#07101f"), (300, "#143049"), (470, "#3a6272"))
    c.stars(900, 470, "#e9f2ff", 5)
    c.glow((930, 190), 210, "#9fc4d6", 0.4)
    c.disc((930, 190), 40, "#f4f3e2", 0.98)
    for number, (y, colour, mist) in enumerate(((395, "#2c5263", "#3f6a78"), (430, "#1f4252", "#315c69"))):
        points = [
            (0, y - 60),
            (220, y + 10),
            (430, y - 40),
            (640, y + 25),
            (860, y + 12),
            (1060, y - 60),
            (1280, y),
        ]
        moved = [(x - number * 90.0, float(height)) for x, height in points]
        c.ridge(hills([*moved, (1400, y)], waves(110 + number, 110) * 9), Ground(colour, mist, 120))
    c.mirror(468, "#0c2233", 0.3, 4)
    sway = waves(9, 20)
    for step in range(38):
        middle, height = 930 + float(sway[step * 60]) * (8 + step * 0.9), 474 + step * 4.1
        half = 10 + (height - 470) * 0.2
        c.stroke([(middle - half, height), (middle + half, height)], 1.2 + step * 0.02, "#e9eedd", 0.5)
    slope = hills(
        [(-60, 300), (120, 372), (300, 402), (470, 500), (680, 606), (900, 668), (1280, 700)],
        waves(115, 80) * 7,
    )
    c.ridge(slope, Ground("#0b1a24", "#122a33", 300, "#1f3d47", "#050d14", 60, 260, 0.6, seed=6))
    for step in range(7):
        lamp = (640.0 + step * 74, at(slope, 640 + step * 74) - 4)
        c.glow(lamp, 15 + step, "#ffd58a", 0.8)
        c.dots([(*lamp, 1.9)], "#fff6da")
    cairn = at(slope, 222)
    stones = ((-18, 3, 12), (2, 2, 13), (20, 5, 10), (-8, 18, 11), (10, 18, 10), (1, 33, 9), (3, 46, 6))
    c.dots([(220 + dx, cairn - dy, radius) for dx, dy, radius in stones], "#0a161e")
    feet = (356.0, at(slope, 356) + 3)
    c.figure(Figure(feet, 132, DESCENT, "#050c12", rim="#8fb4c4", rim_from=1))
    head = (feet[0] + 10, feet[1] - 125)
    c.beam([head, (head[0] + 420, head[1] + 150), (head[0] + 330, head[1] + 300)], "#ffe6ae", 0.6, 130)
    c.glow(head, 13, "#fff0c8", 0.95)
    return c


SCENES: dict[str, Callable[[], Canvas]] = {"balance": balance, "rebound": rebound, "run-forever": run_forever}
