"""Ids taken before their rows are written, so that many rows are written with one statement and their children with the next."""

from sqlalchemy import func, literal_column, select, text
from sqlalchemy.orm import Session

from tourdesk.storage.model import Base


def new_ids(session: Session, table: type[Base], number: int) -> list[int]:
    """So many ids that no row of the table has or ever had, in rising order, for rows written within the same work.

    SQLite could only tell the id of one new row at a time (https://sqlite.org/lang_returning.html, "processing order").
    """
    if not number:
        return []
    name = table.__tablename__
    if session.get_bind().dialect.name == "postgresql":
        sequence = func.nextval(func.pg_get_serial_sequence(name, "id"))
        rows = select(sequence).select_from(func.generate_series(1, number).alias("n"))
        return sorted(session.scalars(rows))
    # Every table is AUTOINCREMENT: the largest id ever is kept (https://sqlite.org/autoinc.html), and a work is alone in writing.
    session.flush()
    last = (
        session.scalar(
            select(literal_column("seq")).select_from(text("sqlite_sequence")).where(text("name = :name")),
            {"name": name},
        )
        or 0
    )
    return list(range(last + 1, last + 1 + number))
