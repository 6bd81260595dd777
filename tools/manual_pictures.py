"""Draws the pictures of README and manual anew, from the sample tour.

usage: python -m tools.manual_pictures [NAME …]
"""

import argparse
import tempfile
from pathlib import Path

from PIL import Image
from tools.screenshots import take, virtual_screen

from tourdesk.bootstrap import open_desks
from tourdesk.sample import load_sample

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PICTURES = {
    "programme": "Programme",
    "film": "a film is read",
    "licence": "a licence is typed",
    "check": "the check of a page",
    "known": "the check of a known film",
    "columns": "the columns of a listing",
    "quality": "quality",
    "night": "a new night",
    "tour": "the tour",
    "item": "an elastic item",
    "fit": "a proposal is looked at",
    "whynot": "why nothing fits",
    "beside": "two programmes",
    "paper": "Paper",
}
"""The name of each picture, and the view that it shows."""
COLOURS = 128
"""With so many a picture takes a third of its bytes, and nobody sees the difference."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the pictures of README and manual anew.")
    parser.add_argument("names", nargs="*", choices=[*PICTURES, []], metavar="NAME")
    wanted = parser.parse_args().names or list(PICTURES)
    with tempfile.TemporaryDirectory() as folder, virtual_screen():
        database = Path(folder) / "trails.tourdesk"
        desks = open_desks(str(database), create=True)
        load_sample(desks)
        desks.database.close()
        how = argparse.Namespace(
            database=database,
            folder=Path(folder),
            size=["1280x800"],
            scheme=["light"],
            language=["en"],
            text=100,
            view=[PICTURES[name] for name in wanted],
        )
        for name, file in zip(wanted, take(how), strict=True):
            with Image.open(file) as picture:
                small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(FOLDER / f"{name}.png", optimize=True)
            print(FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
