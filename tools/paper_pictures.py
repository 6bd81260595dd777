#!/usr/bin/env python3
"""Makes every paper of a database's first night and library, on every sheet, and writes a picture of each page.

usage: python -m tools.paper_pictures DATABASE FOLDER [--language en|de …] [--scale 1.0] [--odd]

With `--odd` also of evenings made up for the tests: sixty items, no films, titles of 500 letters, every alphabet.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the library has no types

from tourdesk.bootstrap import open_desks
from tourdesk.desks import Desks
from tourdesk.documents.collection import Collection
from tourdesk.documents.evening import Evening
from tourdesk.documents.kinds import KINDS, LIBRARY_KINDS
from tourdesk.foundation.language import speak
from tourdesk.foundation.progress import Unwatched


def main() -> int:
    parser = argparse.ArgumentParser(description="Write a picture of every page of every paper.")
    parser.add_argument("database")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", nargs="+", default=["en", "de"])
    parser.add_argument("--scale", type=float, default=1.0, help="pixels of a point, 1/72 of an inch")
    parser.add_argument("--odd", action="store_true", help="also evenings made up for the tests")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    desks = open_desks(args.database, create=False)
    for language in args.language:
        speak(language)
        for name, pdf in chain(papers(desks), odd_papers() if args.odd else ()):
            for file in pages(pdf, args.folder, f"{name}-{language}", args.scale):
                print(file)
    desks.database.close()
    return 0


def papers(desks: Desks) -> Iterator[tuple[str, bytes]]:
    """Each paper with a name for its files: those of the first night that has a programme, then the library's."""
    nights = [night for night in desks.touring.screenings() if night.programme_id is not None]
    for night in nights[:1]:
        if night.id is not None:
            yield from all_kinds(desks.evening(night.id), desks.collection())


def odd_papers() -> Iterator[tuple[str, bytes]]:
    """The same of the evenings that papers must survive."""
    from tests.documents.odd_nights import ODD_NIGHTS  # noqa: PLC0415 - needed with --odd only

    for name, make in ODD_NIGHTS.items():
        night = make()
        films = Collection("", night.tour, tuple(night.films), partial(some_of, night.stills))
        for kind, pdf in all_kinds(night.evening(), films):
            yield f"{name}-{kind}", pdf


def some_of(stills: Mapping[int, bytes], ids: Sequence[int]) -> dict[int, bytes]:
    """The stills of these films."""
    return {one: stills[one] for one in ids if one in stills}


def all_kinds(evening: Evening, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Every paper on every sheet it is made for."""
    for kind in KINDS.values():
        for paper in kind.papers:
            yield f"{kind.name}-{paper.name.lower()}", kind.make(evening, paper)
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
