"""Published programmes keep the stills of their films; those of now go to what was published before."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEEP = sa.text(
    "INSERT INTO published_still (published_id, film_id, picture) "
    "SELECT :published, film_id, picture FROM film_still WHERE film_id = :film ORDER BY position, id LIMIT 1"
)


def upgrade() -> None:
    op.create_table(
        "published_still",
        sa.Column("published_id", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["published_id"],
            ["published_programme.id"],
            name="fk_published_still_published_id_published_programme",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("published_id", "film_id", name="pk_published_still"),
    )
    bind = op.get_bind()
    for published_id, content in bind.execute(sa.text("SELECT id, content FROM published_programme")).all():
        # SQLite answers with the text, PostgreSQL's driver with what it says.
        said = json.loads(content) if isinstance(content, str) else content
        for film in said["films"]:
            bind.execute(KEEP, {"published": published_id, "film": film["id"]})
