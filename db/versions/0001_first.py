"""The first schema: films, programmes, the tour's nights, sponsors, the audit trail."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    films()
    programmes()
    touring()
    sponsors()
    audit_trail()


def films() -> None:
    op.create_table(
        "film",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("original_title", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("logline", sa.String(), nullable=True),
        sa.Column("synopsis", sa.String(), nullable=True),
        sa.Column("trailer", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("folded_title", sa.String(), nullable=False),
        sa.Column("folded_words", sa.String(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_film"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_film_folded_title", "film", ["folded_title"])
    op.create_index("ix_film_section", "film", ["section"])
    op.create_table(
        "film_still",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["film_id"], ["film.id"], name="fk_film_still_film_id_film", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_film_still"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_film_still_film_id", "film_still", ["film_id"])
    op.create_table(
        "film_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["film_id"], ["film.id"], name="fk_film_term_film_id_film", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_film_term"),
        sa.UniqueConstraint("film_id", "kind", "position", name="uq_film_term_place"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_film_term_film_id", "film_term", ["film_id"])
    op.create_index("ix_film_term_kind_value", "film_term", ["kind", "value"])
    op.create_table(
        "film_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.CheckConstraint("seconds is null or seconds > 0", name=op.f("ck_film_version_seconds_positive")),
        sa.ForeignKeyConstraint(
            ["film_id"], ["film.id"], name="fk_film_version_film_id_film", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_film_version"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_film_version_film_id", "film_version", ["film_id"])


def programmes() -> None:
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("gap_seconds", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("gap_seconds >= 0", name=op.f("ck_programme_gap_not_negative")),
        sa.PrimaryKeyConstraint("id", name="pk_programme"),
        sa.UniqueConstraint("name", name="uq_programme_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "programme_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("gap_after", sa.Integer(), nullable=True),
        sa.Column("script", sa.String(), nullable=False),
        sa.Column("cue", sa.String(), nullable=False),
        sa.CheckConstraint(
            "gap_after is null or gap_after >= 0", name=op.f("ck_programme_item_gap_not_negative")
        ),
        sa.CheckConstraint(
            "seconds is null or seconds >= 0", name=op.f("ck_programme_item_seconds_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name="fk_programme_item_programme_id_programme",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["film_version.id"], name="fk_programme_item_version_id_film_version"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_item"),
        sa.UniqueConstraint("programme_id", "key", name="uq_programme_item_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_programme_item_programme_id", "programme_item", ["programme_id"])
    op.create_index("ix_programme_item_version_id", "programme_item", ["version_id"])


def touring() -> None:
    op.create_table(
        "tour",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("season", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("telephone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("web", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tour"),
        sa.UniqueConstraint("name", name="uq_tour_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_venue"),
        sa.UniqueConstraint("name", name="uq_venue_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "hall",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.CheckConstraint("capacity is null or capacity >= 0", name=op.f("ck_hall_capacity_not_negative")),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name="fk_hall_venue_id_venue", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_hall"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_hall_venue_id", "hall", ["venue_id"])
    op.create_table(
        "stop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tour_id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["tour_id"], ["tour.id"], name="fk_stop_tour_id_tour", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name="fk_stop_venue_id_venue"),
        sa.PrimaryKeyConstraint("id", name="pk_stop"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stop_tour_id", "stop", ["tour_id"])
    op.create_index("ix_stop_venue_id", "stop", ["venue_id"])
    op.create_table(
        "screening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stop_id", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("night", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("access", sa.DateTime(timezone=True), nullable=False),
        sa.Column("doors", sa.DateTime(timezone=True), nullable=False),
        sa.Column("start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("curfew", sa.DateTime(timezone=True), nullable=False),
        sa.Column("get_out_seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name="fk_screening_hall_id_hall"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name="fk_screening_programme_id_programme"
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"], ["stop.id"], name="fk_screening_stop_id_stop", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_screening"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_screening_hall_id", "screening", ["hall_id"])
    op.create_index("ix_screening_programme_id", "screening", ["programme_id"])
    op.create_index("ix_screening_stop_id", "screening", ["stop_id"])


def sponsors() -> None:
    op.create_table(
        "sponsor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tour_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("web", sa.String(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["tour_id"], ["tour.id"], name="fk_sponsor_tour_id_tour", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_sponsor"),
        sa.UniqueConstraint("name", name="uq_sponsor_name"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sponsor_tour_id", "sponsor", ["tour_id"])


def audit_trail() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("before", JSON, nullable=True),
        sa.Column("after", JSON, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_entry_subject", "audit_entry", ["subject", "subject_id"])
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_entry_no_{action.lower()} BEFORE {action} ON audit_entry "
                "BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END"
            )
    else:
        op.execute(
            "CREATE FUNCTION audit_entry_only_added_to() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the audit trail is only added to'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_entry_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_only_added_to()"
        )
