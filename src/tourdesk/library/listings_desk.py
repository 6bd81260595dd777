"""The desk of listings: what their columns hold is remembered by their header."""

from collections.abc import Iterable

from sqlalchemy import select

from tourdesk.library.intake.listings.mapping import ColumnMapping, SaidOfColumns, header_key
from tourdesk.library.model import ListingMappingRecord
from tourdesk.storage.database import Database


class ListingsDesk:
    """What people have said of the columns of listings, over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def said(self) -> SaidOfColumns:
        """All that is remembered. What a newer program has kept and this one does not know is asked again."""
        remembered: dict[str, ColumnMapping] = {}
        with self._database.reading() as session:
            for header, kept in session.execute(
                select(ListingMappingRecord.header, ListingMappingRecord.mapping)
            ):
                try:
                    remembered[header] = ColumnMapping.from_json(kept["columns"])
                except (KeyError, TypeError, ValueError):
                    continue
        return SaidOfColumns(remembered)

    def remember(self, mappings: Iterable[ColumnMapping]) -> None:
        """Remember what the columns of listings with these headers hold, in place of what was said before."""
        with self._database.work() as work:
            for mapping in mappings:
                header = header_key(mapping.names)
                record = work.session.scalar(
                    select(ListingMappingRecord).where(ListingMappingRecord.header == header)
                )
                before = record.mapping if record is not None else None
                if record is None:
                    record = ListingMappingRecord(header=header)
                    work.session.add(record)
                # A list, because the order of the columns is told and JSON objects have none.
                record.mapping = {"columns": mapping.as_json()}
                work.session.flush()
                work.note(
                    "added" if before is None else "changed",
                    "listing_mapping",
                    record.id,
                    before,
                    record.mapping,
                )
