"""What people say of the columns of listings is remembered."""

from sqlalchemy import update

from tourdesk.desks import Desks
from tourdesk.library.intake.listings.mapping import ColumnMapping
from tourdesk.library.intake.listings.reading import read_listing
from tourdesk.library.model import ListingMappingRecord

TEXT = b"Werk;Wer;Saal\nDer Grat;Ann Lee;2\nSlack;Bo Ek;1\n"
MAPPING = ColumnMapping((("Werk", "title"), ("Wer", "directors"), ("Saal", "section")))


def test_a_mapping_is_remembered_for_every_listing_with_that_header(any_desks: Desks) -> None:
    any_desks.listings.remember([MAPPING])
    reading = read_listing(TEXT.replace(b"Saal", b"SAAL "), "films.csv", any_desks.listings.said())
    assert reading is not None
    assert reading.asks == ()
    assert [film.section for film in reading.films] == ["2", "1"]


def test_what_is_said_later_takes_the_place_of_what_was_said_before(any_desks: Desks) -> None:
    any_desks.listings.remember([MAPPING])
    any_desks.listings.remember([MAPPING.with_field("Saal", None)])
    (kept,) = any_desks.listings.said().remembered.values()
    assert kept.columns == (("Werk", "title"), ("Wer", "directors"), ("Saal", None))


def test_what_a_later_version_has_kept_is_asked_again(any_desks: Desks) -> None:
    any_desks.listings.remember([MAPPING])
    with any_desks.database.work() as work:
        work.session.execute(
            update(ListingMappingRecord).values(mapping={"columns": [["Werk", "smell"], ["Wer", "title"]]})
        )
    assert any_desks.listings.said().remembered == {}
