"""Choosing a time zone: type a town, a part of the name, or pick from the list."""

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale, QTimeZone
from PySide6.QtWidgets import QWidget

from tourdesk.foundation.text import folded
from tourdesk.gui.frame.fields import NameBox

_AREAS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


@cache
def zone_names() -> tuple[str, ...]:
    """The zones people live in, by name; no historic aliases such as `GB-Eire`."""
    return tuple(sorted(name for name in available_timezones() if name.split("/")[0] in _AREAS))


def zone_of_town(town: str) -> str | None:
    """The zone that is named after a town, None when there is no such."""
    wanted = folded(town)
    return next(
        (name for name in zone_names() if folded(name.split("/")[-1].replace("_", " ")) == wanted), None
    )


def system_zone() -> str:
    """The zone this computer is set to."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if name in zone_names() else "Europe/London"


def country_of(zone: str) -> str:
    """ISO 3166 alpha-2 of the country a zone belongs to; empty when it belongs to none."""
    territory = QTimeZone(zone.encode()).territory()
    if territory in {QLocale.Country.AnyCountry, QLocale.Country.World}:
        return ""
    return QLocale.territoryToCode(territory)


class ZoneBox(NameBox):
    """A field that completes zone names from any part of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer(zone_names())

    @property
    def zone(self) -> str:
        """The zone's name as it stands there; a town that names a zone is understood too."""
        typed = self.currentText().strip()
        return typed if typed in zone_names() else zone_of_town(typed) or typed

    def choose(self, zone: str) -> None:
        """Show this zone."""
        self.setCurrentText(zone)
