"""Finding films by words: an index over names, a larger one over everything."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NAMES = ("director", "producer")


def upgrade() -> None:
    with op.batch_alter_table("film") as film:
        film.add_column(sa.Column("folded_names", sa.String(), nullable=False, server_default=""))
    fill()
    if op.get_bind().dialect.name == "sqlite":
        index_with_fts5()
    else:
        index_with_gin()


def fill() -> None:
    """Fold the films that are there as the program folds those that are saved from now on."""
    bind = op.get_bind()
    people: dict[int, list[str]] = {}
    for film_id, value in bind.execute(
        sa.text(f"SELECT film_id, value FROM film_term WHERE kind IN {NAMES} ORDER BY kind, position")  # noqa: S608 - constants
    ):
        people.setdefault(film_id, []).append(value)
    films = bind.execute(sa.text("SELECT id, title, original_title, folded_words FROM film")).all()
    for film_id, title, original, everything in films:
        names = " ".join((title, original or "", *people.get(film_id, ())))
        bind.execute(
            sa.text("UPDATE film SET folded_names = :names, folded_words = :everything WHERE id = :id"),
            {"id": film_id, "names": words(names), "everything": words(everything)},
        )


def words(text: str) -> str:
    unspaced = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
    found = re.findall(rf"[{unspaced}]|[^\W_{unspaced}]+", plain)
    return " ".join(word[:100] for word in found)[:200_000]


# FTS5 tables over a column of the film table (https://sqlite.org/fts5.html section 4.4.3), kept in step by triggers.
TAKE = "INSERT INTO film_NAME(film_NAME, rowid, folded_NAME) VALUES ('delete', old.id, old.folded_NAME);"
ADD = "INSERT INTO film_NAME(rowid, folded_NAME) VALUES (new.id, new.folded_NAME);"
FTS5 = (
    (
        "CREATE VIRTUAL TABLE film_NAME USING fts5(folded_NAME, content='film', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
    ),
    "INSERT INTO film_NAME(film_NAME) VALUES ('rebuild')",
    f"CREATE TRIGGER film_NAME_added AFTER INSERT ON film BEGIN {ADD} END",
    f"CREATE TRIGGER film_NAME_removed AFTER DELETE ON film BEGIN {TAKE} END",
    (
        "CREATE TRIGGER film_NAME_changed AFTER UPDATE OF folded_NAME ON film "
        f"WHEN old.folded_NAME <> new.folded_NAME BEGIN {TAKE} {ADD} END"
    ),
)


def index_with_fts5() -> None:
    for name in ("names", "words"):
        for statement in FTS5:
            op.execute(sa.text(statement.replace("NAME", name)))


def index_with_gin() -> None:
    """The words are split already: an array makes the same words of them as FTS5 does, whatever the server's language."""
    for index, column in (("ix_film_names", "folded_names"), ("ix_film_words", "folded_words")):
        op.execute(
            f"CREATE INDEX {index} ON film USING gin (array_to_tsvector(string_to_array({column}, ' ')))"
        )
