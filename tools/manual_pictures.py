"""Draws the pictures of README and manual anew, from the sample tour.

usage: python -m tools.manual_pictures [NAME …]
"""

import argparse
import tempfile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the library has no types
from PIL import Image
from tools.paper_pictures import papers
from tools.screenshots import take, virtual_screen

from tourdesk.bootstrap import open_desks
from tourdesk.desks import Desks
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
PAPERS = ("poster-a4", "programme-a4", "run-sheet-front-of-house-a4")
"""What lies side by side in the picture `papers`: the first page of each."""
_SCALE, _GAP = 0.72, 24
"""Pixels of a point of paper, and pixels between the papers."""
COLOURS = 240
"""With so many a picture takes half of its bytes, and nobody sees the difference."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the pictures of README and manual anew.")
    parser.add_argument("names", nargs="*", choices=[*PICTURES, "papers", []], metavar="NAME")
    asked_for = parser.parse_args().names or [*PICTURES, "papers"]
    wanted = [name for name in asked_for if name in PICTURES]
    with tempfile.TemporaryDirectory() as folder, virtual_screen():
        database = Path(folder) / "trails.tourdesk"
        desks = open_desks(str(database), create=True)
        load_sample(desks)
        if "papers" in asked_for:
            keep("papers", papers_side_by_side(desks))
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
                keep(name, picture.convert("RGB"))


def keep(name: str, picture: Image.Image) -> None:
    """Write a picture as small as it can be."""
    file = FOLDER / f"{name}.png"
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    print(file)


def papers_side_by_side(desks: Desks) -> Image.Image:
    """The first pages of some papers of the first night."""
    made = dict(papers(desks))
    pages = []
    for name in PAPERS:
        document = pypdfium2.PdfDocument(made[name])
        pages.append(document[0].render(scale=_SCALE).to_pil().convert("RGB"))
        document.close()
    wide = sum(page.width for page in pages) + _GAP * (len(pages) + 1)
    whole = Image.new("RGB", (wide, max(page.height for page in pages) + 2 * _GAP), "#dfe4e7")
    left = _GAP
    for page in pages:
        whole.paste(page, (left, _GAP))
        left += page.width + _GAP
    return whole


if __name__ == "__main__":
    main()
