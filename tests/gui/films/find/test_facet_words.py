"""The order in which the values of a facet are offered."""

from tourdesk.gui.films.find.facet_words import in_order, value_word
from tourdesk.library.finding.wanted import Facet


def test_countries_of_as_many_films_stand_by_the_names_that_are_read() -> None:
    """Not by their codes, by which Switzerland would stand before Germany."""
    counts = (("CH", 1), ("AX", 1), ("DE", 1), ("US", 3), ("AF", 1))
    said = [value_word(Facet.COUNTRY, value) for value, _count in in_order(Facet.COUNTRY, counts)]
    assert said == ["United States", "Afghanistan", "Åland Islands", "Germany", "Switzerland"]
