"""Texts that are nearly a given one are found as RapidFuzz finds them when it is shown all of them."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from tourdesk.library.alike import MOST, NEARLY, AlikeTexts

LETTERS = st.text(alphabet="abcde éß日\U0001f3ac", max_size=40) | st.text(max_size=40)


@st.composite
def libraries(draw: st.DrawFn) -> tuple[list[str], str]:
    """Texts, many of them misspellings of one; and a text that is asked for, often that one."""
    one = draw(LETTERS)
    places = st.integers(0, max(len(one) - 1, 0))
    misspelt = st.builds(
        lambda place, end, put: one[:place] + put + one[end:],
        places,
        places,
        st.text(alphabet="abc ", max_size=3),
    )
    twisted = st.builds(lambda place: one[:place] + one[place:][:2][::-1] + one[place + 2 :], places)
    texts = draw(st.lists(misspelt | twisted | LETTERS, unique=True, max_size=30))
    return texts, draw(st.just(one) | misspelt | twisted | LETTERS)


@given(libraries())
def test_no_text_that_is_nearly_the_asked_one_is_missed(library: tuple[list[str], str]) -> None:
    texts, asked = library
    shown_all = process.extract(asked, texts, scorer=fuzz.ratio, score_cutoff=NEARLY, limit=MOST)
    assert AlikeTexts(texts).nearly(asked) == [text for text, _score, _place in shown_all]


def test_of_many_that_are_alike_the_most_alike_are_told() -> None:
    texts = [f"the long winter of nineteen {number}" for number in range(100)]
    assert AlikeTexts(texts).nearly("the long winter of nineteen 77")[0] == "the long winter of nineteen 77"
    assert len(AlikeTexts(texts).nearly("the long winter of nineteen 77")) == MOST
