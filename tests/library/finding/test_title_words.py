"""Titles in which a later word begins with some letters."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from tourdesk.foundation.text import folded
from tourdesk.library.finding.title_words import TitleWords
from tourdesk.library.finding.titles import Titles

LETTERS = st.text("ab cé雪😀-\ud800", max_size=5).map(folded)
TITLES = st.lists(st.text("ab cé雪😀-", max_size=12).map(folded), max_size=8).map(sorted)


@given(texts=TITLES, beginning=LETTERS.filter(bool))
def test_later_words_are_found_as_one_would_look_for_them_in_each_title(
    texts: list[str], beginning: str
) -> None:
    words = TitleWords.of(Titles(texts, array("i", range(1, len(texts) + 1))))
    found = set(words.with_later_word(beginning).tolist())
    assert found == {place for place, text in enumerate(texts) if f" {beginning}" in text}
