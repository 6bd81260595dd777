"""Stills of films that are set in wide, empty country."""

from collections.abc import Callable

from tools.stills.landscape import Canvas, Ground, Trees, at, curve, hills, skyline, waves
from tools.stills.runners import FLIGHT, HAUL, PUSH, STRIDE, Figure, Point


def travailen() -> Canvas:
    c = Canvas(17)
    c.sky((0, "#3d3f5e"), (200, "#7c7394"), (360, "#e0a583"), (450, "#f8d79c"))
    c.cloud((0, 250), "#2f3150", 0.75, 51, 4.5)
    c.cloud((150, 340), "#f0b58c", 0.5, 53, 5)
    c.glow((250, 400), 330, "#ffdc9a", 0.7)
    wall = skyline(
        [
            (0, 380),
            (250, 372),
            (265, 330),
            (520, 318),
            (535, 270),
            (760, 258),
            (775, 300),
            (850, 304),
            (862, 236),
            (905, 196),
            (950, 240),
            (965, 226),
            (1280, 206),
        ],
        waves(121, 60) * 9,
    )
    c.ridge(wall, Ground("#5a4f6c", "#c08f74", 300, "#d9a37c", "#3a3350", 34, 300, 0.8, seed=14))
    c.texture(wall, 57, 26, 7, 0.3)
    c.haze(540, 60, "#eebb8a", 0.55, 55)
    spur = hills([(0, 520), (260, 500), (480, 548), (760, 520), (1010, 470), (1280, 430)], waves(125, 90) * 8)
    c.ridge(spur, Ground("#8c7348", "#c79c5c", 170, "#b8924f", "#5f4f38", 60, 140, 0.5, seed=2))
    _horseman(c, (1080, at(spur, 1080) + 3), 1.25)
    grass = hills([(0, 560), (300, 590), (620, 566), (900, 604), (1280, 580)], waves(127, 60) * 6)
    c.ridge(grass, Ground("#c99a4a", "#5f4526", 180))
    c.texture(grass, 59, 16, 0.35, 0.5)
    for x, tall, pose, pack in ((560, 132, STRIDE, "#3f4a58"), (690, 128, FLIGHT, "#8c2f2a")):
        feet = (x, at(grass, x) + 24)
        c.figure(
            Figure(feet, tall, pose, "#241c22", pack=pack, rim="#ffe0a8", left=True, shadow=(tall * 0.9, 12))
        )
    return c


def _horseman(c: Canvas, foot: Point, size: float) -> None:
    def place(*points: Point) -> list[Point]:
        return [(foot[0] + x * size, foot[1] + y * size) for x, y in points]

    coat = "#2a2030"
    for leg in (
        ((-21, -30), (-24, -14), (-22, 0)),
        ((-15, -28), (-14, -13), (-16, 0)),
        ((20, -34), (26, -18), (22, 0)),
        ((15, -30), (16, -16), (13, 0)),
    ):
        c.stroke(place(*leg), 3.6 * size, coat)
    neck = ((-58, -56), (-49, -69), (-45, -75), (-42, -69), (-24, -50))
    back = ((-4, -46), (18, -50), (27, -45), (28, -33))
    below = ((17, -26), (-12, -24), (-26, -31), (-34, -48), (-45, -56), (-55, -50))
    c.shape(place(*neck, *back, *below), coat)
    c.stroke(place((27, -45), (33, -34), (32, -18)), 3 * size, coat)
    c.shape(place((-17, -36), (-10, -60), (-6, -74), (4, -75), (9, -60), (12, -34), (0, -29)), "#7a3a3a")
    c.dots([(*place((-2, -81))[0], 5.2 * size)], coat)
    c.shape(place((-11, -84), (-2, -94), (7, -84)), coat)


def a_thousand_miles_to_nome() -> Canvas:
    c = Canvas(18)
    c.sky((0, "#0a1736"), (230, "#1f4a78"), (380, "#6f8fb0"), (450, "#f0bfa6"))
    c.stars(500, 330, seed=9)
    for number, (height, colour) in enumerate(((200, "#49d3a0"), (270, "#2fae8c"), (150, "#9fe6b8"))):
        foot = hills(
            [(0, height), (260, height - 60), (520, height + 40), (830, height - 50), (1280, height + 20)]
        )
        c.aurora(foot + waves(130 + number, 260) * 30, 150, colour, 0.5, 140 + number)
    far = skyline(
        [
            (0, 420),
            (150, 372),
            (290, 420),
            (450, 350),
            (570, 410),
            (700, 380),
            (860, 425),
            (1010, 360),
            (1150, 410),
            (1280, 372),
        ],
        waves(133, 90) * 18,
    )
    c.ridge(far, Ground("#6c86a8", "#d9c3c0", 90, "#e9e2e2", "#4a6389", 60, 90, 0.6, "#f7eef0", 70, 470, 2))
    plain = hills([(0, 462), (400, 452), (800, 458), (1280, 448)], waves(135, 80) * 3)
    c.ridge(plain, Ground("#d5d9e4", "#7f9cc0", 290))
    c.texture(plain, 61, 34, 9, 0.16)
    c.forest(plain + 3, Trees(26, (14, 40), "#1d3348", seed=4, span=(860, 1290), slim=0.15))
    c.forest(plain + 2, Trees(12, (10, 26), "#263f56", seed=6, span=(-10, 210), slim=0.15))
    for offset in (0, 9):
        path = [
            (-20.0 + x, 664 - 62 * (x / 520) ** 0.8 + offset * (1.9 - x / 600)) for x in range(0, 521, 20)
        ]
        c.stroke(path, 3.2, "#6f8bb2", 0.7)
    c.figure(
        Figure(
            (650, 600),
            118,
            HAUL,
            "#12192a",
            shirt="#c23f34",
            pack="#1a2236",
            poles=True,
            rim="#ffd9c4",
            rim_from=1,
            shadow=(-90, 14),
        )
    )
    c.stroke([(643, 551), (566, 584)], 1.4, "#12192a")
    c.shape([(480, 584), (566, 578), (574, 592), (560, 600), (488, 602)], "#1b2740")
    c.shape([(490, 584), (500, 566), (548, 563), (560, 580)], "#8c4a2c")
    _plane(c)
    return c


def _plane(c: Canvas) -> None:
    ink = "#0b1226"
    nose = [(878, 208), (884, 202), (908, 199), (920, 191), (936, 191), (950, 200)]
    tail = [(1000, 206), (1008, 190), (1017, 190), (1014, 212), (950, 220), (900, 219), (882, 215)]
    c.shape([*nose, *tail], ink)
    c.shape([(898, 187), (968, 186), (971, 190), (966, 193), (900, 193)], ink)
    c.shape([(988, 206), (1026, 204), (1027, 208), (990, 210)], ink)
    for strut in ([(912, 218), (900, 231)], [(936, 219), (944, 231)]):
        c.stroke(strut, 2, ink)
    c.stroke([(882, 229), (888, 232), (958, 232)], 2.6, ink)
    c.shape([(922, 194), (934, 194), (940, 200), (914, 200)], "#5f7fa8")
    c.glow((878, 212), 8, "#fff0c8", 0.9)


def desert_runners() -> Canvas:
    c = Canvas(21)
    c.sky((0, "#d98a4c"), (220, "#f0b873"), (420, "#fce3b4"))
    c.glow((900, 238), 330, "#fff0c8", 0.8)
    c.disc((900, 238), 88, "#fff8e4")
    far = hills(
        [(0, 392), (210, 366), (430, 408), (660, 372), (900, 410), (1120, 380), (1280, 400)],
        waves(1, 200) * 5,
    )
    c.ridge(far, Ground("#e0a668", "#f3cf98", 60))
    c.side(far, [(900, 395), (930, 410), (1010, 430), (1000, 470)], "#c98550", 0.35)
    middle = hills(
        [(0, 470), (180, 452), (380, 500), (700, 500), (950, 428), (1110, 462), (1280, 440)],
        waves(3, 220) * 4,
    )
    c.ridge(middle, Ground("#e3a05a", "#f0c080", 120))
    lee = [(950, at(middle, 950)), (990, 452), (960, 484), (1060, 520), (1040, 560), (1130, 640)]
    c.side(middle, lee, "#a65f36", 0.75)
    c.haze(470, 30, "#fbdcaa", 0.35)
    dune = hills(
        [(-40, 640), (200, 560), (430, 420), (560, 372), (690, 452), (900, 590), (1280, 720)],
        waves(5, 260) * 3,
    )
    c.ridge(dune, Ground("#eeaa60", "#d8853f", 330))
    crest = [(560, at(dune, 560)), (588, 404), (566, 450), (640, 510), (610, 572), (720, 640), (690, 740)]
    c.side(dune, crest, "#7a3b27", 0.92)
    c.texture(dune, 7, 10, 9, 0.16)
    c.ribbon([(x, y, 1.4) for x, y, _ in curve([(x, y, 0) for x, y in crest])], "#fbd394", 0.85)
    front = hills([(0, 664), (240, 640), (520, 700), (700, 740), (1280, 760)], waves(9, 200) * 3)
    c.ridge(front, Ground("#b9683a", "#8a4429", 120))
    c.texture(front, 8, 9, 9, 0.2)
    c.dots(
        [(x, at(dune, x) + 3 + (k % 2) * 2.4, 1.3) for k, x in enumerate(range(60, 262, 8))], "#a85f34", 0.8
    )
    for x, tall, pose, shirt in (
        (268, 50, STRIDE, "#f4efe2"),
        (336, 52, FLIGHT, "#b8362e"),
        (404, 50, PUSH, "#2f5a78"),
        (486, 52, STRIDE, "#f0c23c"),
    ):
        feet = (x, at(dune, x) + 2)
        c.figure(
            Figure(
                feet,
                tall,
                pose,
                "#2a1712",
                shirt=shirt,
                pack="#3a241c",
                cap=True,
                rim="#fff0cc",
                rim_from=1,
                shadow=(-44, 15),
            )
        )
    return c


SCENES: dict[str, Callable[[], Canvas]] = {
    "travailen": travailen,
    "1000-miles-to-nome": a_thousand_miles_to_nome,
    "desert-runners": desert_runners,
}
