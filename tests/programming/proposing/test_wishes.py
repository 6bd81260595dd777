"""Wishes to the fit and back, to JSON and back, loosened, and what is damaged or from a newer program."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming.proposing.sentences import SENTENCES, WishKind
from tourdesk.programming.proposing.wishes import MOST_TAGS, PRICES, Wishes, usual_wishes
from tourdesk.programming.proposing.writing import (
    LARGEST_FILE,
    as_document,
    as_file,
    from_document,
    from_file,
)


@st.composite
def any_wishes(draw: st.DrawFn) -> Wishes:
    """Wishes as somebody can set them on the screen."""
    wishes = Wishes()
    for kind, sentence in SENTENCES.items():
        for _n in range(draw(st.integers(0, MOST_TAGS)) if kind is WishKind.TAG else 1):
            wish = [one for one in wishes.all if one.kind is kind][-1]
            values = sorted(draw(st.integers(number.least, number.most)) for number in sentence.numbers)
            wishes = wishes.having(
                replace(
                    wish,
                    on=draw(st.booleans()),
                    values=tuple(values),
                    nice=draw(st.integers(0, len(PRICES))) if sentence.softens else 0,
                    text=draw(st.sampled_from(["women", "Zürich {n}", "雪"])) if sentence.takes_text else "",
                )
            )
    films = draw(st.lists(st.integers(1, 30), unique=True))
    cut = draw(st.integers(0, len(films)))
    return replace(wishes, must=tuple(films[:cut]), never=tuple(films[cut:]))


@given(any_wishes())
def test_what_is_kept_comes_back_as_it_was(wishes: Wishes) -> None:
    kept = json.loads(json.dumps(as_document(wishes)))
    assert from_document(kept) == wishes


@given(any_wishes(), st.text(min_size=1, max_size=100).filter(lambda name: name.strip()))
def test_a_shared_file_brings_everything_but_the_films(wishes: Wishes, name: str) -> None:
    read_name, read = from_file(as_file(name, wishes))
    assert read_name == " ".join(name.split())
    assert read == replace(wishes, must=(), never=())


@given(any_wishes())
def test_every_wish_that_asks_is_one_rule_of_its_name_and_price(wishes: Wishes) -> None:
    rules = {rule.id: rule for rule in wishes.rules()}
    assert len(rules) == len(wishes.rules())
    of_the_screen = {WishKind.PART, WishKind.OTHER}
    asking = {wish.name: wish for wish in wishes.all if wish.asks and wish.kind not in of_the_screen}
    assert set(rules) - {"must", "never"} == set(asking)
    for name, wish in asking.items():
        assert rules[name].soft == (PRICES[wish.nice - 1] if wish.nice else None)
        assert wish.sentence.count("{") == wish.text.count("{")


@given(any_wishes(), st.integers(1, 5000))
def test_what_is_loosened_asks_for_less_and_is_still_a_rule_that_can_be_shown(
    wishes: Wishes, amount: int
) -> None:
    for wish in wishes.all:
        looser = wish.loosened(amount)
        if looser is None:
            continue
        assert looser != wish or wish.kind is WishKind.COUNT
        assert replace(looser, values=wish.values) == wish
        assert from_document(as_document(wishes.having(looser))) == wishes.having(looser)


def test_a_wish_is_loosened_by_whole_minutes_that_are_enough() -> None:
    part = Wishes().of(WishKind.PART)
    looser = part.loosened(61)
    assert looser is not None
    assert looser.sentence == "No part longer than 77 min"


@given(st.integers(60, 86_400))
def test_the_usual_number_of_films_follows_the_slot(seconds: int) -> None:
    (low, high) = next(wish.values for wish in usual_wishes(seconds) if wish.kind is WishKind.COUNT)
    assert 1 <= low <= high <= 99
    assert high * 10 * 60 <= max(seconds, 600)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(ProblemForUser):
        from_file(content)


@given(any_wishes(), st.data())
def test_a_damaged_file_is_refused_or_read_never_more(wishes: Wishes, data: st.DataObject) -> None:
    content = as_file("Rules", wishes)
    place = data.draw(st.integers(0, len(content) - 1))
    damaged = data.draw(
        st.sampled_from([content[:place], content[:place] + b"\x00" + content[place + 1 :]])
        | st.just(content[:place] + b"9" + content[place:])
    )
    try:
        _name, read = from_file(damaged)
    except ProblemForUser:
        return
    assert from_document(as_document(read)) == read


@given(
    any_wishes(),
    st.sampled_from(["rule", "on", "numbers", "nice", "text"]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        st.lists,
        max_leaves=4,
    ),
)
def test_a_value_of_another_kind_is_a_sentence_or_a_value(wishes: Wishes, key: str, value: object) -> None:
    document = as_document(wishes)
    document["rules"][0][key] = value
    try:
        read = from_document(document)
    except ProblemForUser:
        return
    assert from_document(as_document(read)) == read


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 2}, "newer TourDesk"),
        ({"version": True}, "“version” is missing"),
        ({"version": None}, "“version” is missing"),
        ({"rules": {}}, "“rules” is no list"),
        ({"rules": [7]}, "rule 1 is none"),
        ({"rules": [{"rule": "moon"}]}, "“moon” is no known rule"),
        ({"format": "something else"}, "no rule set"),
        ({"name": " "}, "name is missing"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(change: dict[str, object], said: str) -> None:
    document = {**json.loads(as_file("Rules", Wishes())), **change}
    with pytest.raises(ProblemForUser, match=said):
        from_file(json.dumps(document).encode())


def test_a_rule_that_is_there_twice_is_refused() -> None:
    document = as_document(Wishes())
    document["rules"].append(document["rules"][0])
    with pytest.raises(ProblemForUser, match="twice"):
        from_document(document)


def test_a_film_that_must_and_must_not_be_shown_is_refused() -> None:
    with pytest.raises(ProblemForUser, match="must be shown and is never shown"):
        from_document({**as_document(Wishes()), "must": [1], "never": [1]})


def test_a_huge_file_is_refused_unread() -> None:
    with pytest.raises(ProblemForUser, match="too large"):
        from_file(b" " * (LARGEST_FILE + 1))
