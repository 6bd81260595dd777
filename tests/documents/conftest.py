"""Golden pictures: how the papers looked when somebody last looked at them and was content.

`pytest tests/documents --update-golden` writes them anew; look at each before committing it.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

GOLDEN = Path(__file__).parent / "golden"
BLOCK = 32
"""Pictures are compared over the whole page and in squares of so many pixels, so that no small thing is lost."""
PAGE_DIFFERENCE = 1.2
BLOCK_DIFFERENCE = 14.0
"""How far a page, and a square of it, may differ on average (of 255): renderers smooth edges differently."""

LooksAsBefore = Callable[[Image.Image, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden pictures of the papers anew"
    )


@pytest.fixture
def looks_as_before(request: pytest.FixtureRequest) -> LooksAsBefore:
    """Compares a page with the golden picture of that name."""

    def check(page: Image.Image, name: str) -> None:
        file = GOLDEN / f"{name}.png"
        if request.config.getoption("--update-golden", default=False):
            page.quantize(96, method=Image.Quantize.MEDIANCUT).save(file, optimize=True)
            return
        with Image.open(file) as golden:
            assert golden.size == page.size
            before = np.asarray(golden.convert("RGB"), dtype=np.int16)
        apart = np.abs(np.asarray(page.convert("RGB"), dtype=np.int16) - before).mean(axis=2)
        assert apart.mean() <= PAGE_DIFFERENCE
        rows, columns = (side - side % BLOCK for side in apart.shape)
        squares = (
            apart[:rows, :columns].reshape(rows // BLOCK, BLOCK, columns // BLOCK, BLOCK).mean(axis=(1, 3))
        )
        assert squares.max() <= BLOCK_DIFFERENCE

    return check
