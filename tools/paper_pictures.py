#!/usr/bin/env python3
"""Makes every paper of a database's first night and library, on every sheet, and writes a picture of each page.

usage: paper_pictures.py DATABASE FOLDER [--language en|de …] [--scale 1.0]
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the library has no types

from tourdesk.bootstrap import open_desks
from tourdesk.desks import Desks
from tourdesk.documents.kinds import KINDS, LIBRARY_KINDS
from tourdesk.foundation.language import speak
from tourdesk.foundation.progress import Unwatched


def main() -> int:
    parser = argparse.ArgumentParser(description="Write a picture of every page of every paper.")
    parser.add_argument("database")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", nargs="+", default=["en", "de"])
    parser.add_argument("--scale", type=float, default=1.0, help="pixels of a point, 1/72 of an inch")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    desks = open_desks(args.database, create=False)
    for language in args.language:
        speak(language)
        for name, pdf in papers(desks):
            for file in pages(pdf, args.folder, f"{name}-{language}", args.scale):
                print(file)
    desks.database.close()
    return 0


def papers(desks: Desks) -> Iterator[tuple[str, bytes]]:
    """Each paper with a name for its files: those of the first night that has a programme, then the library's."""
    nights = [night for night in desks.touring.screenings() if night.programme_id is not None]
    for night in nights[:1]:
        if night.id is None:
            continue
        evening = desks.evening(night.id)
        for kind in KINDS.values():
            for paper in kind.papers:
                yield f"{kind.name}-{paper.name.lower()}", kind.make(evening, paper)
    collection = desks.collection()
    for of_library in LIBRARY_KINDS.values():
        for paper in of_library.papers:
            yield f"{of_library.name}-{paper.name.lower()}", of_library.make(collection, paper, Unwatched())


def pages(pdf: bytes, folder: Path, name: str, scale: float) -> Iterator[Path]:
    """Write each page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        file = folder / f"{name}-{number + 1:02}.png"
        document[number].render(scale=scale).to_pil().save(file)
        yield file
    document.close()


if __name__ == "__main__":
    sys.exit(main())
