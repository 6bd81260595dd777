"""Where a search was found in a film's texts: the words around the first hit."""

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.text import search_words
from tourdesk.library.batches import batches
from tourdesk.library.finding.wanted import Snippet
from tourdesk.library.model import FilmRecord

_AROUND = 60
"""Letters before and after the hit: more than a line of a list shows."""
_TOKEN = re.compile(r"[^\W_]+")


def snippets_of(session: Session, film_ids: Iterable[int], search: str) -> dict[int, Snippet]:
    """The words around the first searched word that is not in a film's title or people; those without are left out.

    Hits in places, sections and tags are left out too: a list shows them in columns of their own.
    """
    words = search_words(search)
    if not words:
        return {}
    query = select(FilmRecord.id, FilmRecord.folded_names, FilmRecord.logline, FilmRecord.synopsis)
    found: dict[int, Snippet] = {}
    for some in batches(film_ids):
        for film_id, names, *texts in session.execute(query.where(FilmRecord.id.in_(some))):
            missing = [word for word in words if f" {word}" not in f" {names}"]
            snippet = _first(missing, [text for text in texts if text])
            if snippet is not None:
                found[film_id] = snippet
    return found


def _first(words: Sequence[str], texts: Sequence[str]) -> Snippet | None:
    for word in words:
        for text in texts:
            span = _span(text, word)
            if span is not None:
                return _cut(text, *span)
    return None


def _span(text: str, word: str) -> tuple[int, int] | None:
    """Where a word of the text begins with a folded word: from there to the end of the word."""
    if text.isascii():
        # Most texts are, and folding word by word takes longer than all else.
        found = re.search(rf"(?<![^\W_]){re.escape(word)}[^\W_]*", text, re.IGNORECASE)
        return found.span() if found else None
    for token in _TOKEN.finditer(text):
        if any(part.startswith(word) for part in search_words(token.group())):
            return token.span()
    return None


def _cut(text: str, start: int, end: int) -> Snippet:
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    # A line of a list has no line breaks.
    return Snippet(re.sub(r"\s+", " ", before), text[start:end], re.sub(r"\s+", " ", after))
