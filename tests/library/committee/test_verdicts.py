"""What several verdicts on a film come to."""

from hypothesis import given
from hypothesis import strategies as st

from tourdesk.library.committee.verdicts import (
    Choice,
    Member,
    Said,
    Stroke,
    Tally,
    Verdict,
    counted_text,
    in_words,
    mean_text,
)

VERDICTS = st.builds(
    Verdict,
    st.none() | st.sampled_from(list(Choice)),
    st.none() | st.integers(1, 5),
    st.text(max_size=20).map(str.strip),
)


def tally(*verdicts: Verdict) -> Tally:
    return Tally(tuple(Said(Member(f"Member {place}"), verdict) for place, verdict in enumerate(verdicts)))


MUST, MAYBE, NO = (Verdict(choice) for choice in Choice)


def test_choices_are_counted_in_words() -> None:
    assert counted_text(tally(MUST, NO, MUST, MAYBE, MUST)) == "3 must · 1 maybe · 1 no"
    assert counted_text(tally(MUST)) == "1 must"
    assert counted_text(tally(Verdict(stars=3))) == ""


def test_the_mean_of_the_stars_counts_only_those_who_gave_any() -> None:
    assert mean_text(tally(Verdict(stars=4), MUST, Verdict(stars=5))) == "4.5"
    assert mean_text(tally(MUST)) == ""


def test_a_must_against_a_no_is_dissent_and_a_must_beside_a_maybe_is_none() -> None:
    assert tally(MUST, MAYBE, NO).dissent
    assert not tally(MUST, MUST, MAYBE).dissent
    assert not tally(NO, NO).dissent
    assert not tally().dissent


def test_stars_that_lie_three_apart_are_dissent() -> None:
    assert tally(Verdict(stars=1), Verdict(stars=4)).dissent
    assert not tally(Verdict(stars=2), Verdict(stars=4)).dissent


@given(st.lists(VERDICTS, max_size=6))
def test_one_more_must_never_lowers_a_film_and_one_more_no_never_raises_it(verdicts: list[Verdict]) -> None:
    before = tally(*verdicts).rank
    assert tally(*verdicts, MUST).rank > before > tally(*verdicts, NO).rank


@given(st.lists(VERDICTS, max_size=6))
def test_who_is_asked_first_makes_no_difference(verdicts: list[Verdict]) -> None:
    one, other = tally(*verdicts), tally(*reversed(verdicts))
    assert (one.rank, one.dissent, one.counts) == (other.rank, other.dissent, other.counts)


@given(VERDICTS, VERDICTS)
def test_a_key_changes_what_it_names_and_nothing_else(verdict: Verdict, other: Verdict) -> None:
    after = Stroke(choice=other.choice).on(verdict)
    assert after == Verdict(other.choice or verdict.choice, verdict.stars, verdict.comment)
    assert Stroke(comment=other.comment).on(verdict).comment == other.comment


def test_a_verdict_is_said_in_one_line() -> None:
    assert in_words(Verdict(Choice.MUST, 4, "What a run.\nAgain!")) == "must, ★★★★☆: What a run. Again!"
    assert in_words(Verdict(stars=2)) == "★★☆☆☆"
    assert in_words(Verdict(comment="too long")) == "too long"
    assert in_words(Verdict()) == ""
