"""Quick lists: titles in the order of their letters, values with their films in one index, countries' native names."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op
from babel import Locale, languages, localedata

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A value with all its films is then read from the index alone.
    op.drop_index("ix_film_term_kind_value", "film_term")
    op.create_index("ix_film_term_kind_value", "film_term", ["kind", "value", "film_id"])
    op.create_index("ix_film_year", "film", ["year"])
    if op.get_bind().dialect.name == "postgresql":
        # Whatever the server's language: the order of the program, and one that an index has.
        op.execute('ALTER TABLE film ALTER COLUMN folded_title TYPE varchar COLLATE "C"')
    name_countries_as_they_do()


def name_countries_as_they_do() -> None:
    bind = op.get_bind()
    codes = bind.scalars(sa.text("SELECT DISTINCT value FROM film_term WHERE kind = 'country'")).all()
    for code in codes:
        names = words(" ".join(native_names(code)))
        if names:
            bind.execute(
                sa.text(
                    "UPDATE film SET folded_words = folded_words || ' ' || :names WHERE id IN "
                    "(SELECT film_id FROM film_term WHERE kind = 'country' AND value = :code)"
                ),
                {"names": names, "code": code},
            )


def native_names(code: str) -> list[str]:
    spoken = languages.get_official_languages(code, de_facto=True)
    names = (
        Locale.parse(language).territories.get(code) for language in spoken if localedata.exists(language)
    )
    return [name for name in names if name]


def words(text: str) -> str:
    unspaced = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
    return " ".join(word[:100] for word in re.findall(rf"[{unspaced}]|[^\W_{unspaced}]+", plain))
