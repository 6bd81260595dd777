"""How the frame names nights."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from tourdesk.gui.frame.words import night_text, slot_text
from tourdesk.touring.night import Screening


@pytest.fixture(params=["en_US", "en_AU", "de_DE"])
def _locale(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_locale")
def test_a_night_begins_on_top_of_the_window_when_it_begins_in_the_running_order(night: Screening) -> None:
    assert night_text(night).endswith(" · 19:00")
    assert slot_text(night).startswith("doors 18:30, curfew 21:45")
