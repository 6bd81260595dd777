"""Where the files that come with the program are found."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = Path(__file__).resolve().parents[3]


@cache
def _folder(in_package: str, in_checkout: str) -> Path:
    packed = _PACKAGE / in_package
    if packed.is_dir():
        return packed
    # Only a checkout of this project may stand in: a stray `resources` folder elsewhere must not.
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / in_checkout).is_dir():
        return _CHECKOUT / in_checkout
    raise FileNotFoundError(f"TourDesk is not installed whole: {in_package} is missing beside {_PACKAGE}")


def resources() -> Path:
    """The folder with fonts, icons, styles, translations and the sample tour."""
    return _folder("_resources", "resources")


def migrations() -> Path:
    """The folder with Alembic's env.py and versions/."""
    return _folder("_db", "db")
