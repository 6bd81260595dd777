"""Copies, verdicts, sources and showings of films; elastic, pinned and nested items; variations and publications."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import SchemaItem

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    films()
    of_films()
    committee()
    remembered()
    programmes()
    tours()


def films() -> None:
    # Columns alone: making the table anew would lose the triggers that keep the search in step.
    op.add_column("film", sa.Column("notes", sa.String(), nullable=False, server_default=""))
    op.add_column("film", sa.Column("revision", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("film_still", sa.Column("thumbnail", sa.LargeBinary(), nullable=True))


def table(name: str, *columns: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_autoincrement=True,
    )


def words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def belongs(
    child: str, column: str, parent: str, *, ondelete: str | None = "CASCADE"
) -> sa.ForeignKeyConstraint:
    name = f"fk_{child}_{column}_{parent}"
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=name, ondelete=ondelete)


def of_films() -> None:
    table(
        "film_copy",
        number("version_id"),
        number("position"),
        *(words(name) for name in ("medium", "format", "aspect", "audio", "subtitles", "identity")),
        number("seconds", nullable=True),
        words("place"),
        sa.CheckConstraint("seconds is null or seconds > 0", name="ck_film_copy_seconds_positive"),
        belongs("film_copy", "version_id", "film_version"),
    )
    op.create_index("ix_film_copy_version_id", "film_copy", ["version_id"])
    table(
        "film_source",
        number("film_id"),
        words("name"),
        number("seconds"),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("read", INSTANT, nullable=False),
        sa.UniqueConstraint("film_id", "name", name="uq_film_source_name"),
        belongs("film_source", "film_id", "film"),
    )
    op.create_index("ix_film_source_film_id", "film_source", ["film_id"])
    table(
        "film_showing",
        number("film_id"),
        words("town"),
        sa.Column("night", sa.Date(), nullable=True),
        words("note"),
        belongs("film_showing", "film_id", "film"),
    )
    op.create_index("ix_film_showing_film_id", "film_showing", ["film_id"])


def committee() -> None:
    table(
        "committee_member",
        words("name"),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("name", name="uq_committee_member_name"),
    )
    table(
        "verdict",
        number("film_id"),
        number("member_id"),
        sa.Column("choice", sa.String(), nullable=True),
        number("stars", nullable=True),
        words("comment"),
        sa.Column("given", INSTANT, nullable=False),
        sa.UniqueConstraint("film_id", "member_id", name="uq_verdict_of_member"),
        sa.CheckConstraint("stars is null or stars between 1 and 5", name="ck_verdict_stars_one_to_five"),
        belongs("verdict", "film_id", "film"),
        belongs("verdict", "member_id", "committee_member", ondelete=None),
    )
    op.create_index("ix_verdict_film_id", "verdict", ["film_id"])
    op.create_index("ix_verdict_member_id", "verdict", ["member_id"])


def remembered() -> None:
    for name, key, value in (
        ("saved_search", "name", "wanted"),
        ("listing_mapping", "header", "mapping"),
        ("rule_set", "name", "wishes"),
    ):
        table(
            name,
            words(key),
            sa.Column(value, JSON, nullable=False),
            sa.UniqueConstraint(key, name=f"uq_{name}_{key}"),
        )


def programmes() -> None:
    # Written out, because both databases take a constraint with its column, and neither needs a new table for it.
    op.execute(
        "ALTER TABLE programme ADD COLUMN master_id INTEGER "
        "CONSTRAINT fk_programme_master_id_programme REFERENCES programme (id)"
    )
    op.create_index("ix_programme_master_id", "programme", ["master_id"])
    op.add_column("programme", number("master_revision", nullable=True))
    op.add_column("programme", sa.Column("wishes", JSON, nullable=True))
    op.execute(
        "ALTER TABLE programme_item ADD COLUMN least_seconds INTEGER "
        "CONSTRAINT ck_programme_item_least_not_negative CHECK (least_seconds is null or least_seconds >= 0)"
    )
    op.execute(
        "ALTER TABLE programme_item ADD COLUMN most_seconds INTEGER "
        "CONSTRAINT ck_programme_item_most_not_below_least "
        "CHECK (most_seconds is null or most_seconds >= least_seconds)"
    )
    op.add_column("programme_item", sa.Column("pinned", sa.Time(), nullable=True))
    op.add_column("programme_item", sa.Column("inside", sa.String(), nullable=True))
    op.add_column("programme_item", number("known_seconds", nullable=True))
    table(
        "published_programme",
        number("programme_id"),
        number("number"),
        sa.Column("at", INSTANT, nullable=False),
        words("who"),
        sa.Column("content", JSON, nullable=False),
        sa.UniqueConstraint("programme_id", "number", name="uq_published_programme_number"),
        belongs("published_programme", "programme_id", "programme"),
    )
    op.create_index("ix_published_programme_programme_id", "published_programme", ["programme_id"])


def tours() -> None:
    op.add_column("tour", sa.Column("colour", sa.String(), nullable=False, server_default=""))
    op.add_column("tour", sa.Column("logo", sa.LargeBinary(), nullable=True))
    op.add_column("tour", sa.Column("wishes", JSON, nullable=True))
    op.add_column("screening", number("age", nullable=True))
