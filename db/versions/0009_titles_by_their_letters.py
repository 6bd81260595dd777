"""Titles are sorted by their first letter or figure: “¡Viva!” stands under V."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    bind = op.get_bind()
    for film_id, title in bind.execute(sa.text("SELECT id, folded_title FROM film")).all():
        plain = re.sub(r"^[\W_]+", "", title)
        if plain not in {"", title}:
            bind.execute(
                sa.text("UPDATE film SET folded_title = :plain WHERE id = :id"),
                {"plain": plain, "id": film_id},
            )
