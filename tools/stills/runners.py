"""Runners in silhouette: a skeleton in a pose, with limbs of the right thickness, as masks with colours.

Lengths are shares of the figure's height, x forwards and y downwards from the hip.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Point = tuple[float, float]
Limb = tuple[str, str, float, float]
"""From one joint to another, with the radius at either."""
FINE = 3
SIDES = ("far", "near")


@dataclass(frozen=True)
class Pose:
    """Angles in degrees: the lean of the trunk, and for each limb its first joint's angle and its bend."""

    lean: float
    near_leg: Point
    far_leg: Point
    near_arm: Point
    far_arm: Point


STRIDE = Pose(10, (57, 74), (-31, 10), (-52, 82), (34, 88))
FLIGHT = Pose(12, (58, 52), (-42, 46), (-46, 86), (40, 80))
PUSH = Pose(13, (34, 78), (-30, 6), (-34, 78), (26, 92))
CLIMB = Pose(25, (66, 80), (-12, 6), (-34, 60), (38, 62))
DESCENT = Pose(-2, (34, 12), (-14, 70), (-58, 64), (52, 56))
LEAP = Pose(14, (68, 42), (-62, 30), (-66, 60), (62, 58))
WALK = Pose(5, (20, 4), (-20, 8), (-22, 14), (20, 18))
HAUL = Pose(20, (26, 8), (-24, 10), (-16, 40), (24, 40))
EDGE = Pose(3, (24, 20), (-16, 16), (-84, 10), (84, 8))


@dataclass(frozen=True)
class Figure:
    """A runner with the feet at `at`; `rim` is the light on the edge, from the left when `rim_from` is -1."""

    at: Point
    tall: float
    pose: Pose = STRIDE
    colour: str = "#101418"
    skin: str | None = None
    shirt: str | None = None
    skirt: str | None = None
    pack: str | None = None
    rim: str | None = None
    rim_from: float = -1
    left: bool = False
    stout: float = 1.0
    hair: bool = False
    short_hair: bool = False
    cap: bool = False
    blade: bool = False
    poles: bool = False
    shadow: Point | None = None


def painted(who: Figure, scale: int) -> list[tuple[NDArray[np.floating[Any]], str, tuple[int, int]]]:
    """The figure as masks with their colours and the pixel of the picture at their upper left."""
    drawing = _Drawing(who, scale)
    stout = who.stout
    legs: list[Limb] = [
        limb for side in SIDES for limb in _leg(side, stout, blade=who.blade and side == "near")
    ]
    arms: list[Limb] = [limb for side in SIDES for limb in _arm(side, stout)]
    head: list[Limb] = [("shoulder", "neck", 0.046, 0.036), ("crown", "chin", 0.056, 0.047)]
    trunk: list[Limb] = [
        ("hip", "waist", 0.068 * stout, 0.06 * stout),
        ("waist", "shoulder", 0.06 * stout, 0.066 * stout),
    ]
    skin = who.skin or who.colour
    layers = [(drawing.limbs([*legs, *arms, *head]), skin), (drawing.limbs(trunk), who.shirt or who.colour)]
    layers += _clothes(who, drawing)
    if who.shirt:
        layers.append((drawing.limbs(_arm("near", stout)), skin))
    layers += _gear(who, drawing)
    return drawing.placed(layers)


def _leg(side: str, stout: float, *, blade: bool) -> list[Limb]:
    thigh: Limb = ("hip", f"{side}_knee", 0.064 * stout, 0.043 * stout)
    if blade:
        spring: list[Limb] = [("near_knee", "socket", 0.043, 0.03), ("socket", "spring", 0.02, 0.013)]
        sole: list[Limb] = [("bow", "sole", 0.012, 0.011), ("sole", "tread", 0.011, 0.01)]
        return [thigh, *spring, ("spring", "bow", 0.013, 0.012), *sole]
    return [
        thigh,
        (f"{side}_knee", f"{side}_heel", 0.041 * stout, 0.022),
        (f"{side}_heel", f"{side}_toe", 0.021, 0.016),
    ]


def _arm(side: str, stout: float) -> list[Limb]:
    return [
        ("shoulder", f"{side}_elbow", 0.034 * stout, 0.025 * stout),
        (f"{side}_elbow", f"{side}_hand", 0.024 * stout, 0.018),
    ]


def _clothes(who: Figure, drawing: "_Drawing") -> list[tuple[Image.Image, str]]:
    layers = []
    if who.skin and not who.skirt:
        shorts: list[Limb] = [("hip", f"{side}_thigh", 0.072 * who.stout, 0.06 * who.stout) for side in SIDES]
        layers.append((drawing.limbs(shorts), who.colour))
    if who.skirt:
        layers.append((drawing.outline(_skirt(drawing.joints)), who.skirt))
    if who.pack:
        layers.append((drawing.limbs([("pack_top", "pack_low", 0.05, 0.058)]), who.pack))
    return layers


def _gear(who: Figure, drawing: "_Drawing") -> list[tuple[Image.Image, str]]:
    limbs: list[Limb] = []
    if who.hair:
        limbs += [("scalp", "nape", 0.05, 0.034), ("nape", "tail", 0.03, 0.012)]
    if who.short_hair:
        limbs += [("scalp", "nape", 0.047, 0.03)]
    if who.cap:
        limbs += [("brow", "peak", 0.02, 0.012), ("crown", "brow", 0.05, 0.03)]
    if who.poles:
        limbs += [(f"{side}_hand", f"{side}_tip", 0.008, 0.006) for side in SIDES]
    return [(drawing.limbs(limbs), who.colour)] if limbs else []


class _Drawing:
    """Masks of one figure, drawn finer than the picture."""

    def __init__(self, who: Figure, scale: int) -> None:
        self.who = who
        self.scale = scale
        self.fine = scale * FINE
        self.joints = _joints(who)
        self.low = max(point[1] for name, point in self.joints.items() if name.endswith(("toe", "heel")))
        self.middle = who.tall * 1.1, who.tall * 1.5
        self.size = int(who.tall * 2.2 * scale) * FINE, int(who.tall * 2.1 * scale) * FINE

    def place(self, point: Point) -> Point:
        x = -point[0] if self.who.left else point[0]
        y = point[1] - self.low
        return (
            (self.middle[0] + x * self.who.tall) * self.fine,
            (self.middle[1] + y * self.who.tall) * self.fine,
        )

    def limbs(self, limbs: list[Limb]) -> Image.Image:
        image = Image.new("L", self.size)
        pen = ImageDraw.Draw(image)
        for one, other, thick, thin in limbs:
            start, end = self.place(self.joints[one]), self.place(self.joints[other])
            steps = max(8, int(math.dist(start, end) / 2))
            for step in range(steps + 1):
                part = step / steps
                radius = (thick * (1 - part) + thin * part) * self.who.tall * self.fine
                x, y = start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
                pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=255)
        return image

    def outline(self, points: list[Point]) -> Image.Image:
        image = Image.new("L", self.size)
        ImageDraw.Draw(image).polygon([self.place(point) for point in points], fill=255)
        return image

    def placed(
        self, layers: list[tuple[Image.Image, str]]
    ) -> list[tuple[NDArray[np.floating[Any]], str, tuple[int, int]]]:
        who = self.who
        small = (self.size[0] // FINE, self.size[1] // FINE)
        corner = (
            round((who.at[0] - self.middle[0]) * self.scale),
            round((who.at[1] - self.middle[1]) * self.scale),
        )
        covers: list[tuple[NDArray[np.floating[Any]], str]] = [
            (np.asarray(image.resize(small, Image.Resampling.BOX), np.float32) / 255, colour)
            for image, colour in layers
        ]
        result = [(cover, colour, corner) for cover, colour in covers]
        if who.rim:
            whole = np.max([cover for cover, _ in covers], axis=0)
            edge = max(1, round(who.tall * 0.008 * self.scale))
            shift = np.roll(whole, (edge, -int(who.rim_from) * edge), axis=(0, 1))
            result.append((np.clip(whole - shift, 0, 1) * 0.75, who.rim, corner))
        return result


def _end(start: Point, angle: float, length: float) -> Point:
    turn = math.radians(angle)
    return (start[0] + math.sin(turn) * length, start[1] + math.cos(turn) * length)


def _joints(who: Figure) -> dict[str, Point]:
    pose = who.pose
    up = 180 - pose.lean
    joints: dict[str, Point] = {"hip": (0.0, 0.0)}
    joints["waist"] = _end((0, 0), up, 0.13)
    joints["shoulder"] = _end((0, 0), up, 0.29)
    joints["neck"] = _end(joints["shoulder"], up - 4, 0.075)
    joints["crown"] = _end(joints["neck"], up - 2, 0.075)
    joints["chin"] = _end(joints["crown"], 40, 0.035)
    joints["brow"] = _end(joints["crown"], 110, 0.045)
    joints["peak"] = _end(joints["brow"], 84, 0.055)
    joints["nape"] = _end(joints["crown"], -60, 0.055)
    joints["scalp"] = _end(joints["crown"], 200, 0.022)
    joints["tail"] = _end(joints["nape"], -38, 0.1)
    joints["pack_top"] = _end(_end((0, 0), up, 0.25), -90 - pose.lean, 0.075)
    joints["pack_low"] = _end(_end((0, 0), up, 0.11), -90 - pose.lean, 0.08)
    legs, arms = {"near": pose.near_leg, "far": pose.far_leg}, {"near": pose.near_arm, "far": pose.far_arm}
    for side in ("near", "far"):
        first, bend = legs[side]
        joints[f"{side}_thigh"] = _end((0, 0), first, 0.13)
        knee = joints[f"{side}_knee"] = _end((0, 0), first, 0.245)
        heel = joints[f"{side}_heel"] = _end(knee, first - bend, 0.245)
        joints[f"{side}_toe"] = _end(heel, first - bend + 84, 0.085)
        if side == "near":
            joints["socket"] = _end(knee, first - bend, 0.1)
            joints["spring"] = _end(joints["socket"], first - bend - 30, 0.075)
            joints["bow"] = _end(joints["spring"], first - bend + 6, 0.05)
            joints["sole"] = _end(joints["bow"], first - bend + 50, 0.055)
            joints["tread"] = _end(joints["sole"], first - bend + 82, 0.09)
        first, bend = arms[side]
        elbow = joints[f"{side}_elbow"] = _end(joints["shoulder"], first, 0.165)
        hand = joints[f"{side}_hand"] = _end(elbow, first + bend, 0.15)
        joints[f"{side}_tip"] = _end(hand, -14, 0.47)
    return joints


def _skirt(joints: dict[str, Point]) -> list[Point]:
    hip, waist = joints["hip"], joints["waist"]
    knees = sorted((joints["near_knee"], joints["far_knee"]))
    hem = [(knees[0][0] - 0.09, knees[0][1] + 0.07), (-0.01, 0.33), (knees[1][0] + 0.05, knees[1][1] + 0.1)]
    left = [(waist[0] - 0.065, waist[1]), (hip[0] - 0.1, hip[1] + 0.02)]
    return [*left, *hem, (hip[0] + 0.11, hip[1] + 0.01), (waist[0] + 0.065, waist[1])]
