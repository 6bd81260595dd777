"""What the form of a film offers beside the film itself."""

from dataclasses import dataclass

from tourdesk.desks import Desks


@dataclass(frozen=True, slots=True)
class Around:
    """The library's sections by name, and the currency in which fees are typed: the tour's, by ISO 4217."""

    sections: tuple[str, ...]
    currency: str


def load_around(desks: Desks) -> Around:
    """Asked beside the window."""
    sections = tuple(section for section, _count in desks.library.sections())
    return Around(sections, desks.touring.currency())
