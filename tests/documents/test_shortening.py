"""Shortening a synopsis."""

from hypothesis import given
from hypothesis import strategies as st

from tourdesk.documents.shortening import SHORTEST, longest_limit, shortened


def test_a_text_ends_with_a_whole_sentence_and_a_mark() -> None:
    assert shortened("One comes. Two go. Three stay for ever.", 25) == "One comes. Two go. …"
    assert shortened("“Who comes?” he said. “Nobody!” And then.", 33) == "“Who comes?” he said. “Nobody!” …"


def test_a_text_that_is_short_enough_stays_as_it_is() -> None:
    assert shortened("One comes. Two go.", 18) == "One comes. Two go."


def test_a_sentence_that_goes_on_and_on_is_parted_at_a_word() -> None:
    assert shortened("Ha. " + "word " * 20, 32) == "Ha. word word word word word …"


def test_sentences_end_in_other_scripts_too() -> None:
    assert shortened("海は広い。船は小さい。風が吹く。", 12) == "海は広い。船は小さい。 …"


@given(text=st.text("ab. …", max_size=300), limit=st.integers(1, 200))
def test_what_is_left_is_the_beginning_of_the_text(text: str, limit: int) -> None:
    left = shortened(text, limit)
    assert left == text or text.startswith(left.removesuffix(" …"))
    assert len(left) <= max(limit + 2, len(text) if len(text) <= limit else 0)


@given(most=st.integers(0, 5000), longest=st.integers(0, 5000))
def test_as_much_is_left_as_fits(most: int, longest: int) -> None:
    limit = longest_limit(longest, lambda tried: tried <= most)
    assert (limit is None) == (most < max(SHORTEST, longest / 2))
    if limit is not None:
        assert limit <= most
        assert limit > min(most, longest) - 100
