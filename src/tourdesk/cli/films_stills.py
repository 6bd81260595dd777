"""The stills of `tourdesk films list --json --stills`: files beside the JSON that names them."""

from collections.abc import Iterable
from pathlib import Path

from tourdesk.desks import Desks
from tourdesk.library.films import Film
from tourdesk.library.still_files import write_still


def written(desks: Desks, films: Iterable[Film], folder: Path) -> dict[int, list[str]]:
    """Write the stills of films into a folder; returns their paths by film, beginning with the folder's name."""
    folder.mkdir(parents=True, exist_ok=True)
    return {
        film.id: [
            f"{folder.name}/{write_still(picture, folder).name}"
            for picture in desks.library.pictures(film.id)
        ]
        for film in films
        if film.id is not None
    }
