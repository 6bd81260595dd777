"""The sponsors' desk, on both databases."""

from dataclasses import replace

import pytest

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.sponsorship.sponsors import Sponsor


def test_sponsors_come_by_tier_then_in_the_order_they_were_added(any_desks: Desks) -> None:
    any_desks.sponsors.save(
        [
            Sponsor("Slow Comet"),
            Sponsor("Quartz Owl", "gold"),
            Sponsor("Cinderquoll", "main"),
            Sponsor("Umbral"),
        ]
    )
    assert [sponsor.name for sponsor in any_desks.sponsors.sponsors()] == [
        "Cinderquoll",
        "Quartz Owl",
        "Slow Comet",
        "Umbral",
    ]


def test_a_sponsor_of_a_known_name_is_that_sponsor(any_desks: Desks) -> None:
    any_desks.sponsors.save([Sponsor("Quartz Owl")])
    any_desks.sponsors.save([Sponsor("Quartz Owl", "gold", logo=b"logo")])
    (sponsor,) = any_desks.sponsors.sponsors()
    assert (sponsor.tier, sponsor.logo) == ("gold", b"logo")


def test_a_name_on_a_page_leaves_a_known_sponsor_as_it_is(any_desks: Desks) -> None:
    any_desks.sponsors.save([Sponsor("Quartz Owl", "gold", logo=b"logo")])
    added = any_desks.sponsors.add(["Quartz Owl", "Umbral", "Umbral"])
    assert [sponsor.name for sponsor in added] == ["Umbral"]
    assert [(s.name, s.tier, s.logo) for s in any_desks.sponsors.sponsors()] == [
        ("Quartz Owl", "gold", b"logo"),
        ("Umbral", "partner", None),
    ]


@pytest.mark.parametrize(
    ("sponsor", "sentence"), [(Sponsor(" "), "needs a name"), (Sponsor("X", "tin"), "is no tier")]
)
def test_a_sponsor_without_name_or_with_an_unknown_tier_is_refused(
    any_desks: Desks, sponsor: Sponsor, sentence: str
) -> None:
    with pytest.raises(ProblemForUser, match=sentence):
        any_desks.sponsors.save([Sponsor("Good"), sponsor])
    assert any_desks.sponsors.sponsors() == ()


def test_removed_sponsors_are_gone(any_desks: Desks) -> None:
    (saved,) = any_desks.sponsors.save([Sponsor("Umbral")])
    assert saved.id is not None
    assert any_desks.sponsors.remove([saved.id]) == (saved,)
    assert any_desks.sponsors.sponsors() == ()


def test_a_sponsor_can_get_another_name_but_not_anothers(any_desks: Desks) -> None:
    owl, umbral = any_desks.sponsors.save([Sponsor("Quartz Owl"), Sponsor("Umbral")])
    any_desks.sponsors.save([replace(owl, name="Quartz Owls")])
    with pytest.raises(ProblemForUser, match="is already called “Quartz Owls”"):
        any_desks.sponsors.save([replace(umbral, name="Quartz Owls")])
    assert [(s.id, s.name) for s in any_desks.sponsors.sponsors()] == [
        (owl.id, "Quartz Owls"),
        (umbral.id, "Umbral"),
    ]
