"""Licences of films: when, where, how often and for how much they may be shown."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "film_licence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("territories", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("fee_kind", sa.String(), nullable=True),
        sa.Column("fee_minor", sa.BigInteger(), nullable=True),
        sa.Column("fee_currency", sa.String(), nullable=True),
        sa.Column("fee_share", sa.Integer(), nullable=True),
        sa.Column("plays", sa.Integer(), nullable=True),
        sa.Column("radius_km", sa.Integer(), nullable=True),
        sa.Column("return_days", sa.Integer(), nullable=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "first is null or last is null or first <= last", name="ck_film_licence_first_not_after_last"
        ),
        sa.CheckConstraint("fee_minor is null or fee_minor >= 0", name="ck_film_licence_fee_not_negative"),
        sa.ForeignKeyConstraint(
            ["film_id"], ["film.id"], name="fk_film_licence_film_id_film", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_film_licence"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_film_licence_film_id", "film_licence", ["film_id"])
