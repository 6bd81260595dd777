"""A painter of layered landscapes with runners in them: what `draw_stills.py` composes its pictures from.

Places and sizes are in the pixels of the finished 1280 x 720 picture; everything is painted at
twice that and reduced at the end. Colours are `#rrggbb`. The same seed always paints the same.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter
from tools.stills.runners import Figure, Point, painted

WIDTH, HEIGHT, SCALE = 1280, 720, 2
FULL = (WIDTH * SCALE, HEIGHT * SCALE)

Array = NDArray[np.floating[Any]]
Spot = tuple[float, float, float]
"""A place with a radius or half a width."""


def rgb(colour: str) -> Array:
    """`#rrggbb` as three numbers from 0 to 1."""
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)


def mixed(one: str, other: str, share: float) -> str:
    """A colour on the way from one to the other."""
    parts = (rgb(one) * (1 - share) + rgb(other) * share) * 255
    return "#" + "".join(f"{round(float(part)):02x}" for part in parts)


def waves(seed: int, size: float, octaves: int = 6, roughness: float = 0.5) -> Array:
    """Fractal noise along the picture's width, about -1 to 1; `size` is the widest wave in pixels."""
    chance = np.random.default_rng(seed)
    across = np.arange(FULL[0]) / SCALE
    total, weight, sum_of_weights = np.zeros(FULL[0]), 1.0, 0.0
    for _ in range(octaves):
        knots = chance.uniform(-1, 1, int(WIDTH / size) + 4)
        place = across / size + chance.uniform(0, 1)
        left = place.astype(int)
        part = place - left
        smooth = part * part * (3 - 2 * part)
        total += weight * (knots[left] * (1 - smooth) + knots[left + 1] * smooth)
        sum_of_weights += weight
        weight *= roughness
        size = max(size / 2, 2.0)
    return (total / sum_of_weights * 1.6).astype(np.float32)


def clouds(seed: int, size: float, stretch: float = 1.0, octaves: int = 5) -> Array:
    """Fractal noise over the whole picture, 0 to 1; `stretch` makes it longer than it is high."""
    chance = np.random.default_rng(seed)
    total, weight, sum_of_weights = np.zeros((FULL[1] // 4, FULL[0] // 4), np.float32), 1.0, 0.0
    for _ in range(octaves):
        cells = (max(2, int(WIDTH / size / stretch) + 2), max(2, int(HEIGHT / size) + 2))
        grid = Image.fromarray(chance.random((cells[1], cells[0]), dtype=np.float32))
        total += weight * np.asarray(grid.resize((FULL[0] // 4, FULL[1] // 4), Image.Resampling.BICUBIC))
        sum_of_weights += weight
        weight *= 0.5
        size = max(size / 2, 3.0)
    smooth = Image.fromarray(total / sum_of_weights).resize(FULL, Image.Resampling.BICUBIC)
    return np.clip((np.asarray(smooth) - 0.5) * 1.7 + 0.5, 0, 1).astype(np.float32)


def skyline(points: Sequence[Point], roughness: Array | None = None) -> Array:
    """Heights along the width through the given points, smooth, with noise in pixels added."""
    across = np.arange(FULL[0]) / SCALE
    xs, ys = np.array([p[0] for p in points]), np.array([p[1] for p in points])
    line: Array = np.interp(across, xs, ys)
    return (line if roughness is None else line + roughness).astype(np.float32)


def hills(points: Sequence[Point], roughness: Array | None = None) -> Array:
    """Like `skyline`, but rounded between the points."""
    line = skyline(points)
    widest = min(abs(b[0] - a[0]) for a, b in pairwise(points))
    window = np.hanning(max(3, int(widest * SCALE * 1.1)))
    padded = np.pad(line, len(window), mode="reflect", reflect_type="odd")
    soft = np.convolve(padded, window / window.sum(), mode="same")[len(window) : -len(window)]
    return (soft if roughness is None else soft + roughness).astype(np.float32)


def curve(points: Sequence[Spot], steps: int = 14) -> list[Spot]:
    """A smooth line through points (Catmull and Rom's)."""
    ends = [points[0], *points, points[-1]]
    smooth: list[Spot] = []
    for before, one, two, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            x, y, z = (
                0.5
                * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
                for a, b, c, d in zip(before, one, two, after, strict=True)
            )
            smooth.append((x, y, z))
    return [*smooth, points[-1]]


def at(line: Array, x: float) -> float:
    """The height of a line at a place."""
    return float(line[int(np.clip(x * SCALE, 0, FULL[0] - 1))])


@dataclass(frozen=True)
class Ground:
    """How a ridge is painted: `colour` at its edge turning into `haze` within `fade` pixels below.

    `light` and `shade` paint its facets, `grain` pixels wide, as far as `relief` pixels down;
    `sun` is 1 when the light comes from the right, else -1. `snow` lies on it for about `snow_depth` pixels from the edge where it is above `snow_line`.
    """

    colour: str
    haze: str
    fade: float = 300
    light: str | None = None
    shade: str | None = None
    grain: float = 90
    relief: float = 260
    strength: float = 0.6
    snow: str | None = None
    snow_depth: float = 90
    snow_line: float = 330
    seed: int = 1
    sun: float = -1


@dataclass(frozen=True)
class Trees:
    """Conifers that stand on a line: how many, how tall (least, most), in which colours."""

    count: int
    tall: Point
    colour: str
    haze: str | None = None
    fade: float = 120
    seed: int = 1
    span: Point = (-20, WIDTH + 20)
    slim: float = 0.2


@dataclass
class Canvas:
    """The picture while it is painted."""

    seed: int = 1
    pixels: Array = field(default_factory=lambda: np.zeros((FULL[1], FULL[0], 3), np.float32))

    def __post_init__(self) -> None:
        self.across, self.down = np.meshgrid(
            np.arange(FULL[0], dtype=np.float32) / SCALE, np.arange(FULL[1], dtype=np.float32) / SCALE
        )

    def blend(self, cover: Array, colour: str | Array) -> None:
        """Lay a colour over the picture where `cover` is above nothing."""
        paint = rgb(colour) if isinstance(colour, str) else colour
        self.pixels += np.clip(cover, 0, 1)[..., None] * (paint - self.pixels)

    def sky(self, *stops: tuple[float, str]) -> None:
        """A vertical run of colours, each at its height."""
        heights = [stop[0] for stop in stops]
        colours = np.array([rgb(stop[1]) for stop in stops])
        column = np.stack(
            [np.interp(np.arange(FULL[1]) / SCALE, heights, colours[:, i]) for i in range(3)], axis=-1
        )
        self.pixels[:] = column[:, None, :]

    def away_from(self, at: Point, flat: float = 1.0) -> Array:
        """The distance of every pixel from a point; `flat` above 1 squeezes it upright."""
        return np.hypot(self.across - at[0], (self.down - at[1]) * flat).astype(np.float32)

    def glow(self, at: Point, radius: float, colour: str, strength: float = 0.6, flat: float = 1.0) -> None:
        """Light around a point, added like light."""
        cover = strength * np.exp(-((self.away_from(at, flat) / radius) ** 2))
        self.pixels += cover[..., None] * rgb(colour) * (1 - self.pixels)

    def disc(self, at: Point, radius: float, colour: str, opacity: float = 1.0) -> None:
        """A sun or a moon."""
        self.blend(np.clip((radius - self.away_from(at)) * SCALE + 0.5, 0, 1) * opacity, colour)

    def stars(self, count: int, lowest: float, colour: str = "#fff6e0", seed: int = 3) -> None:
        """Stars, fewer and dimmer towards the lowest."""
        chance = np.random.default_rng(seed)
        layer = np.zeros(FULL[::-1], np.float32)
        for _ in range(count):
            x, share = chance.uniform(0, FULL[0] - 3), chance.random() ** 1.4
            y, bright = share * lowest * SCALE, chance.random() ** 3 * (1.1 - share)
            size = 1 if bright < 0.35 else 2
            layer[int(y) : int(y) + size, int(x) : int(x) + size] = min(1.0, 0.45 + bright * 1.6) * (
                1.1 - share
            )
        self.blend(layer, colour)

    def haze(self, height: float, depth: float, colour: str, amount: float, seed: int = 0) -> None:
        """A bank of mist around a height, with holes in it when a seed is given."""
        cover = amount * np.exp(-(((self.down - height) / depth) ** 2))
        if seed:
            cover = cover * (0.35 + 0.9 * clouds(seed, 260, 3.2))
        self.blend(cover, colour)

    def cloud(self, band: Point, colour: str, amount: float, seed: int, stretch: float = 3.5) -> None:
        """Clouds between two heights."""
        middle, half = (band[0] + band[1]) / 2, (band[1] - band[0]) / 2
        shape = np.clip(1 - ((self.down - middle) / half) ** 2, 0, 1)
        body = np.clip((clouds(seed, 220, stretch) - 0.47) * 4.2, 0, 1)
        self.blend(amount * shape * body, colour)

    def rays(self, source: Point, colour: str, strength: float, seed: int, reach: float = 900) -> None:
        """Beams of light from a point."""
        angle = np.arctan2(self.down - source[1], self.across - source[0])
        noise = waves(seed, 90, 4)
        place = ((angle + math.pi) / (2 * math.pi) * (FULL[0] - 1)).astype(int)
        beam = np.clip(noise[(place * 5) % FULL[0]] * 1.3, 0, 1)
        cover = strength * beam * np.exp(-self.away_from(source) / reach)
        self.pixels += cover[..., None] * rgb(colour) * (1 - self.pixels)

    def ridge(self, line: Array, ground: Ground) -> None:
        """Everything below a skyline, with facets, haze and snow."""
        below = self.down - line[None, :]
        cover = np.clip(below * SCALE + 0.5, 0, 1)
        depth = np.maximum(below, 0)
        share = np.clip(depth / ground.fade, 0, 1)[..., None]
        facet, index = self._facets(line, depth, ground)
        colour = np.broadcast_to(rgb(ground.colour), self.pixels.shape).copy()
        if ground.light or ground.shade:
            near = (ground.strength * np.exp(-depth / ground.relief))[..., None]
            bright, dark = rgb(ground.light or ground.colour), rgb(ground.shade or ground.colour)
            colour += near * np.maximum(facet, 0)[..., None] * (bright - colour)
            colour += near * np.maximum(-facet, 0)[..., None] * (dark - colour)
        if ground.snow:
            height = np.clip((ground.snow_line - line) / 120, 0, 1)
            patch = waves(ground.seed + 37, ground.grain * 0.7, 5, 0.65)
            reach = ground.snow_depth * height[None, :] * (0.75 + 0.75 * patch[index])
            lies = np.clip((reach - depth) / 5 + 0.5, 0, 1)[..., None]
            white = rgb(ground.snow)
            tone = white * (1 - 0.42 * np.maximum(-facet, 0)[..., None]) + rgb(ground.colour) * (
                0.34 * np.maximum(-facet, 0)[..., None]
            )
            colour += lies * (tone - colour)
        colour += share * (rgb(ground.haze) - colour)
        self.pixels += cover[..., None] * (colour - self.pixels)

    def _facets(self, line: Array, depth: Array, ground: Ground) -> tuple[Array, NDArray[np.int32]]:
        """Light (1) and shade (-1) of a mountainside: flanks right and left of crooked spurs, and gullies."""
        window = np.hanning(int(ground.grain * 0.7 * SCALE))
        padded = np.pad(line, len(window), mode="edge")
        smooth = np.convolve(padded, window / window.sum(), mode="same")[len(window) : -len(window)]
        flank = np.tanh(np.gradient(smooth) * 3.2).astype(np.float32) * ground.sun
        crooked = waves(ground.seed + 51, 64, 3, 0.55)
        turn = crooked[np.clip(depth * SCALE * 1.5, 0, FULL[0] - 1).astype(np.int32)]
        turn *= 3 + ground.grain * 0.6 * (1 - np.exp(-depth / 130))
        spur = np.clip((self.across + turn) * SCALE, 0, FULL[0] - 1).astype(np.int32)
        slope = np.gradient(waves(ground.seed + 23, ground.grain * 0.8, 5, 0.6))
        slope = np.clip(slope / (np.abs(slope).mean() * 2), -1, 1).astype(np.float32)
        bend = waves(ground.seed + 11, ground.grain * 2.6, 2)
        lean = ground.grain * 0.8 * (1 - np.exp(-depth / (ground.relief * 0.4)))
        place = (self.across + turn * 0.55 + lean * bend[None, :]) * SCALE
        index = np.clip(place, 0, FULL[0] - 1).astype(np.int32)
        return np.clip(0.62 * flank[spur] + 0.6 * slope[index], -1, 1), index

    def mask(self, blur: float = 0.0, *shapes: Sequence[Point]) -> Array:
        """Polygons as cover, soft by `blur` pixels."""
        image = Image.new("L", FULL)
        pen = ImageDraw.Draw(image)
        for shape in shapes:
            pen.polygon([(x * SCALE, y * SCALE) for x, y in shape], fill=255)
        if blur:
            image = image.filter(ImageFilter.GaussianBlur(blur * SCALE))
        return np.asarray(image, np.float32) / 255

    def shape(self, points: Sequence[Point], colour: str, opacity: float = 1.0, blur: float = 0.0) -> None:
        """A filled polygon."""
        self.blend(self.mask(blur, points) * opacity, colour)

    def stroke(self, points: Sequence[Point], width: float, colour: str, opacity: float = 1.0) -> None:
        """A line with round joints."""
        image = Image.new("L", FULL)
        pen = ImageDraw.Draw(image)
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        pen.line(scaled, fill=255, width=max(1, round(width * SCALE)), joint="curve")
        self.blend(np.asarray(image, np.float32) / 255 * opacity, colour)

    def ribbon(self, points: Sequence[Spot], colour: str, opacity: float = 1.0) -> None:
        """A road or a river through x, y, half its width."""
        smooth = curve(points)
        outline = [(x - half, y) for x, y, half in smooth] + [
            (x + half, y) for x, y, half in reversed(smooth)
        ]
        self.shape(outline, colour, opacity)

    def side(self, line: Array, crest: Sequence[Point], colour: str, amount: float = 1.0) -> None:
        """The side of a dune that lies right of its crest, in shadow."""
        smooth = [(x, y) for x, y, _ in curve([(x, y, 0) for x, y in crest])]
        outline = [*smooth, (WIDTH + 9, HEIGHT + 9), (WIDTH + 9, 0), (smooth[0][0], 0)]
        below = np.clip((self.down - line[None, :]) * SCALE + 0.5, 0, 1)
        self.blend(self.mask(0.7, outline) * below * amount, colour)

    def texture(self, line: Array, seed: int, size: float, stretch: float, amount: float) -> None:
        """Lighter and darker patches on the ground below a line."""
        below = np.clip((self.down - line[None, :]) / 6, 0, 1)
        self.pixels *= (1 + below * amount * (clouds(seed, size, stretch) - 0.5))[..., None]

    def aurora(self, foot: Array, height: float, colour: str, strength: float, seed: int) -> None:
        """Northern lights: curtains that stand on a line and fade upwards."""
        above = foot[None, :] - self.down
        fall = np.where(above > 0, np.exp(-above / height * 1.6), np.exp(above / 9))
        folds = np.clip(0.45 + 0.7 * waves(seed, 46, 4) + 0.3 * waves(seed + 1, 200, 2), 0, 1)
        cover = strength * fall * folds[None, :]
        self.pixels += cover[..., None] * rgb(colour) * (1 - self.pixels)

    def beam(self, outline: Sequence[Point], colour: str, strength: float, reach: float) -> None:
        """Light in the shape of a polygon, added like light, fading away from the polygon's first corner."""
        cover = self.mask(6, outline) * strength * np.exp(-self.away_from(outline[0]) / reach)
        self.pixels += cover[..., None] * rgb(colour) * (1 - self.pixels)

    def dots(self, points: Sequence[Spot], colour: str, opacity: float = 1.0) -> None:
        """Small discs: x, y, radius."""
        image = Image.new("L", FULL)
        pen = ImageDraw.Draw(image)
        for x, y, radius in points:
            box = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
            pen.ellipse(box, fill=255)
        self.blend(np.asarray(image, np.float32) / 255 * opacity, colour)

    def forest(self, line: Array, trees: Trees) -> None:
        """Conifers standing along a line."""
        chance = np.random.default_rng(trees.seed)
        image = Image.new("L", FULL)
        pen = ImageDraw.Draw(image)
        for _ in range(trees.count):
            x = chance.uniform(*trees.span)
            foot = float(line[int(np.clip(x * SCALE, 0, FULL[0] - 1))]) + chance.uniform(0, 10)
            tall = chance.uniform(*trees.tall) * (0.75 + 0.4 * chance.random())
            pen.polygon(_conifer(x, foot, tall, trees.slim, chance), fill=255)
        cover = np.asarray(image, np.float32) / 255
        if trees.haze is None:
            self.blend(cover, trees.colour)
            return
        share = np.clip((self.down - (line[None, :] - trees.tall[1])) / trees.fade, 0, 1)[..., None]
        self.blend(cover, rgb(trees.colour) * (1 - share) + rgb(trees.haze) * share)

    def mirror(self, shore: float, tint: str, amount: float = 0.35, ripple: float = 3.0) -> None:
        """A lake: what is above the shore, upside down, below it."""
        row = int(shore * SCALE)
        rows = np.arange(FULL[1] - row)
        source = np.clip(row - 1 - (rows * 0.92).astype(int), 0, row - 1)
        water = self.pixels[source].copy()
        sway = waves(self.seed + 71, 22, 3)
        for i in rows:
            shift = ripple * SCALE * sway[(i * 7) % FULL[0]] * (0.2 + i / len(rows))
            water[i] = np.roll(water[i], int(shift), axis=0)
        self.pixels[row:] = water + (rgb(tint) - water) * amount

    def figure(self, who: Figure) -> None:
        """A runner, with the light on the edge and the shadow on the ground."""
        if who.shadow:
            x, y = who.at
            half = who.tall * 0.07 * who.stout
            tip, drop = x + who.shadow[0], y + who.shadow[1]
            outline = [(x - half, y - 1), (x + half, y + 1), (tip + half, drop + 1), (tip, drop - 1)]
            self.shape(outline, who.colour, 0.38, blur=1.2)
        for cover, colour, corner in painted(who, SCALE):
            left, top = max(corner[0], 0), max(corner[1], 0)
            part = cover[top - corner[1] :, left - corner[0] :]
            under = self.pixels[top : top + part.shape[0], left : left + part.shape[1]]
            part = part[: under.shape[0], : under.shape[1]]
            under += part[..., None] * (rgb(colour) - under)

    def finish(self, grain: float = 0.005, vignette: float = 0.2) -> Image.Image:
        """The finished picture: darker corners, film grain, reduced to its size."""
        edge = np.hypot((self.across / WIDTH - 0.5) * 1.1, self.down / HEIGHT - 0.5)
        self.pixels *= (1 - vignette * np.clip(edge * 1.35 - 0.35, 0, 1) ** 2 * 2)[..., None]
        flat = (np.clip(self.pixels, 0, 1) * 255 + 0.5).astype(np.uint8)
        small = Image.fromarray(flat).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        chance = np.random.default_rng(self.seed)
        speck = chance.normal(0, grain, (HEIGHT // 2, WIDTH // 2)).astype(np.float32)
        soft = np.asarray(Image.fromarray(speck).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC))
        final = np.asarray(small, np.float32) / 255 + soft[..., None]
        return Image.fromarray((np.clip(final, 0, 1) * 255 + 0.5).astype(np.uint8))


def _conifer(x: float, foot: float, tall: float, slim: float, chance: np.random.Generator) -> list[Point]:
    tiers = 7 + int(tall / 22)
    wide = tall * slim * chance.uniform(0.85, 1.2)
    left: list[Point] = [(x, foot - tall)]
    right: list[Point] = []
    for tier in range(1, tiers + 1):
        share = tier / tiers
        y = foot - tall * (1 - share) - tall * 0.02
        reach = wide * share**0.85
        droop = tall * 0.035
        left += [(x - reach * chance.uniform(0.8, 1.15), y + droop), (x - reach * 0.5, y)]
        right += [(x + reach * chance.uniform(0.8, 1.15), y + droop), (x + reach * 0.5, y)]
    points = [*left, (x - 1, foot), (x + 1, foot), *reversed(right)]
    return [(px * SCALE, py * SCALE) for px, py in points]
