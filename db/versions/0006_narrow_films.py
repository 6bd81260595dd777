"""On PostgreSQL long texts of films stand beside the table: a search reads the rows of all the films that it finds."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A row of two kilobytes is a synopsis and its words; what a search or a list wants of it is less than two hundred bytes.
    # https://www.postgresql.org/docs/current/sql-createtable.html#RELOPTION-TOAST-TUPLE-TARGET
    # Films that are there already move when they are next saved.
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE film SET (toast_tuple_target = 512)")
