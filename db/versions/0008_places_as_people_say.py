"""Films are found by the German names of their countries, and by what people call a country otherwise, as “USA”."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op
from babel import Locale

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ALSO_CALLED = {
    "AE": "UAE VAE",
    "BY": "Weißrussland",
    "CI": "Ivory Coast",
    "CN": "PRC",
    "CZ": "Czech Republic Tschechische Republik",
    "GB": "UK Great Britain Großbritannien",
    "KR": "Republic of Korea",
    "MK": "Mazedonien",
    "MM": "Burma Birma",
    "NL": "Holland",
    "SZ": "Swaziland",
    "TR": "Turkey",
    "US": "USA America Amerika",
}


def upgrade() -> None:
    bind = op.get_bind()
    german = Locale("de").territories
    for code in bind.scalars(sa.text("SELECT DISTINCT value FROM film_term WHERE kind = 'country'")).all():
        more = words(f"{german.get(code, '')} {ALSO_CALLED.get(code, '')}")
        if more:
            bind.execute(
                sa.text(
                    "UPDATE film SET folded_words = folded_words || ' ' || :more "
                    "WHERE id IN (SELECT film_id FROM film_term WHERE kind = 'country' AND value = :code)"
                ),
                {"more": more, "code": code},
            )


def words(text: str) -> str:
    """The words as the program folds them when it saves a film; names of countries are all written with spaces here."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain))
