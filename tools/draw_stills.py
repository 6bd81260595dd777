"""Draws the sample tour's stills: one landscape for each film, always the same.

`python -m tools.draw_stills` draws all, with names as arguments only those.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from tools.stills import edges, hills, homes, peaks, plains, towns, woods
from tools.stills.landscape import Canvas

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample" / "stills"
LARGEST = 70_000

SCENES: dict[str, Callable[[], Canvas]] = {
    **peaks.SCENES,
    **edges.SCENES,
    **plains.SCENES,
    **towns.SCENES,
    **homes.SCENES,
    **hills.SCENES,
    **woods.SCENES,
}


def as_jpeg(picture: Image.Image) -> bytes:
    """The picture as JPEG, as good as fits into the largest size."""
    stream = io.BytesIO()
    for quality in range(90, 40, -2):
        stream.seek(0)
        stream.truncate()
        picture.save(stream, "JPEG", quality=quality, optimize=True, progressive=True)
        if stream.tell() <= LARGEST:
            break
    return stream.getvalue()


def main(names: list[str]) -> None:
    """Draw the stills named, or all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or SCENES:
        data = as_jpeg(SCENES[name]().finish())
        (FOLDER / f"{name}.jpg").write_bytes(data)
        print(f"{name}: {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
