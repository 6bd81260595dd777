"""What is said of programmes and of rules that clash: what an organiser would say, and all of it so."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.programming.fit import shapes
from tests.programming.fit.small import every_programme, small_request

from tourdesk.foundation.language import speak
from tourdesk.programming.fit import Answer, Request, parse, solve
from tourdesk.programming.fit.loosening import films_breaking
from tourdesk.programming.fit.request import Licensed, Must, Never, NotShownInTown
from tourdesk.programming.fit.whynot import without
from tourdesk.programming.fit.wording import about, in_words, length, which

DAY = {"date": "2027-03-12", "town": "Leura"}
UNHUMAN = re.compile(
    r"\b0 (films?|minutes?|seconds?|directors|sections|tags|countries|languages)\b|\b0:\d\d\b|\binstead of 0\b|\d{4}-\d\d-\d\d|\([A-Z]{2}[,)]|None|  |\.\.|“”| , |\br\d"
)
"""Counts of nothing, seconds that could be minutes, dates and countries as machines write them, names of rules, and slips of the pen."""


def _answer(films: list[dict[str, Any]], rules: list[dict[str, Any]], **rest: object) -> Answer:
    raw: dict[str, Any] = {
        "films": films,
        "parts": [{"max_seconds": 3000}],
        "max_seconds": 3000,
        "rules": rules,
    }
    return solve(parse({**raw, **DAY, **rest}))


def _film(number: int, title: str, seconds: int = 600, **facts: object) -> dict[str, Any]:
    licence = ["2027-01-01", "2027-12-31"]
    return {"id": number, "title": title, "seconds": seconds, "licence": licence, **facts}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"each": "director", "at_most": 1}, "at most 1 film by each director"),
        ({"each": "section", "at_most": 2}, "at most 2 films of the same section"),
        ({"each": "tag", "at_most": 0}, "no film with a tag"),
        ({"where": {"country": "US"}, "at_least": 1}, "at least 1 film from the United States"),
        ({"where": {"country": "CL"}, "at_most": 2}, "at most 2 films from Chile"),
        ({"where": {"language": "fr"}, "at_most": 0}, "no film in French"),
        ({"where": {"tag": "women"}, "at_least": 2, "at_most": 2}, "exactly 2 films tagged “women”"),
        ({"films": {"min": 6, "max": 9}}, "6 to 9 films"),
        ({"distinct": "country", "at_least": 3}, "at least 3 countries"),
        ({"opener": {"max_seconds": 600}}, "an opener of at most 10 minutes"),
        ({"opener": {"min_seconds": 90, "max_seconds": 600}}, "an opener of 1:30 to 10:00"),
        ({"closer": {"longest": True}, "of": "each part"}, "the longest film at the end of each part"),
        (
            {"closer": {"min_seconds": 300}, "of": "each part"},
            "a film of at least 5 minutes at the end of each part",
        ),
        ({"not_adjacent": "section"}, "no two films of the same section in a row"),
        ({"not_shown_in_town": True}, "only films new to Leura"),
        ({"no_repeats_over_nights": True}, "each film on one night only"),
        ({"licensed": True}, "every film licensed on 12 March 2027"),
        ({"fees": {"max": "250.00"}}, "fees of at most 250"),
        ({"fees": {"max": "12.50"}}, "fees of at most 12.50"),
        ({"must": [1, 2]}, "showing “Long Run” and “Short Run”"),
    ],
)
def test_a_rule_is_named_as_people_name_it(rule: dict[str, Any], words: str) -> None:
    raw = {
        "films": [_film(1, "Long Run"), _film(2, "Short Run")],
        "parts": [{"max_seconds": 3000}],
        "max_seconds": 3000,
        "rules": [{"id": "x", **rule}],
        **DAY,
    }
    assert in_words(parse(raw), "x") == words


def test_lengths_are_exact_where_they_are_asked_for_and_rounded_where_they_differ() -> None:
    assert [length(seconds) for seconds in (40, 900, 3600, 605)] == [
        "40 seconds",
        "15 minutes",
        "60 minutes",
        "10:05",
    ]
    assert [about(seconds) for seconds in (1, 59, 60, 89, 91, 7260)] == [
        "1 second", "59 seconds", "1 minute", "about 1 minute", "about 2 minutes", "2:01:00",
    ]  # fmt: skip


def test_a_programme_of_nearly_all_other_films_is_told_by_the_film_that_stays() -> None:
    films = [_film(1, "Anchor", 1000), *(_film(n, f"Film {n}", 400) for n in range(2, 12))]
    rules: list[dict[str, Any]] = [{"id": "m", "must": [1]}, {"id": "n", "films": {"min": 6, "max": 6}}]
    first, second = _answer(films, rules, alternatives=2, different_by=5).programmes
    assert second.why == "Just as good: keeps only “Anchor” and shows 5 other films."
    assert first.why == "The best there is: 6 films, 50:00 in all, worth 0, not a second to spare."


def test_a_programme_that_only_gives_films_up_names_those() -> None:
    films = [_film(n, f"Film {n}", 500, value=n) for n in range(1, 6)]
    _first, second = _answer(films, [], alternatives=2, different_by=4).programmes
    assert second.why.startswith("Worth 10 less, about 33 minutes shorter: gives up “")
    assert sorted(re.findall(r"“Film (\d)”", second.why)) == ["1", "2", "3", "4"]


def test_the_smallest_change_names_what_changes() -> None:
    films = [_film(1, "Long", 2000), _film(2, "Middle", 1500), _film(3, "Short", 900)]
    (best,) = _answer(films, [], prefer=["least_change", "fill"], start_from=[[1, 2]]).programmes
    assert best.why == "The smallest change: drops “Middle”; 1 film, 33:20 in all, 16:40 to spare."
    answer = _answer(films, [{"id": "n", "never": [2]}, {"id": "f", "films": {"min": 2}}],
                     prefer=["least_change"], start_from=[[1, 2]])  # fmt: skip
    assert answer.programmes[0].why == (
        "The smallest change: drops “Middle”, adds “Short”; 2 films, 48:20 in all, 1:40 to spare."
    )


def test_a_film_that_leaves_one_of_its_two_nights_is_dropped_and_not_moved() -> None:
    films = [_film(1, "Long", 2000), _film(2, "Middle", 1500)]
    answer = _answer(films, [{"id": "r", "no_repeats_over_nights": True}], nights=2,
                     prefer=["least_change"], start_from=[[[1]], [[1]]])  # fmt: skip
    assert answer.programmes[0].why.startswith("The smallest change: drops “Long”; 1 film, 33:20 in all, ")


def test_another_small_change_is_told_beside_what_stood_before() -> None:
    films = [_film(1, "Long", 2000), _film(2, "Middle", 1500), _film(3, "Short", 900)]
    answer = _answer(films, [], prefer=["least_change", "fill"], start_from=[[1, 2]], alternatives=2)
    assert answer.programmes[1].why == "As few changes, about 8 minutes shorter: drops “Long”."


@pytest.mark.parametrize(
    ("rule", "facts", "by"),
    [
        ({"licensed": True}, {"licence": None}, "Show “Roof” without a licence on 12 March 2027."),
        ({"not_shown_in_town": True}, {"shown_in": ["Leura"]}, "Show “Roof”, which Leura has seen."),
        ({"never": [2]}, {}, "Show “Roof” after all."),
    ],
)
def test_giving_up_a_rule_about_single_films_names_the_fewest(
    rule: dict[str, Any], facts: dict[str, Any], by: str
) -> None:
    # Three of them are the fullest, one is enough.
    films = [_film(1, "Walls", 300), _film(2, "Roof", 700, value=9, **facts)]
    films += [_film(n, f"Film {n}", 800, **({} if "never" in rule else facts)) for n in (3, 4)]
    answer = _answer(
        films, [{"id": "x", **rule}, {"id": "n", "films": {"min": 2, "max": 3}}, {"id": "m", "must": [2]}]
    )
    assert {one.rule: one.by for one in answer.relax}["x"] == by


def test_what_is_not_enough_is_said() -> None:
    films = [_film(1, "Long", 4000), _film(2, "Other", 100)]
    answer = _answer(films, [{"id": "m", "must": [1]}, {"id": "d", "distinct": "director", "at_least": 1}])
    assert [one.by for one in answer.relax] == [
        "Giving it up is not enough: other rules stand in the way as well."
    ]
    assert answer.sentence.startswith("Nothing fits, because this cannot be kept: ")


@pytest.mark.parametrize("seed", range(40))
def test_as_few_films_as_possible_break_a_rule_that_is_given_up(seed: int) -> None:
    request = parse(small_request(seed, films=4, nights=1, parts=2))
    for one in solve(request).relax:
        rule = next((rule for rule in request.rules if rule.id == one.rule), None)
        if not isinstance(rule, Must | Never | NotShownInTown | Licensed) or one.then is None:
            assert not one.films
            continue
        possible = every_programme(without(request, {one.rule}))
        fewest = min(len(films_breaking(request, one.rule, nights)) for nights, _objective in possible)
        assert len(one.films) == fewest


def test_what_is_to_spare_is_said_of_each_night() -> None:
    films = [_film(1, "One", 2983), _film(2, "Two", 2700), _film(3, "Three", 3000)]

    def spared(*titles: int) -> str:
        chosen = [films[title - 1] for title in titles]
        rules: list[dict[str, Any]] = [
            {"id": "m", "must": [film["id"] for film in chosen]},
            {"id": "r", "no_repeats_over_nights": True},
        ]
        first = _answer(
            chosen, rules, nights=2, prefer=["least_change"], start_from=[[[titles[0]]], [[titles[1]]]]
        )
        return first.programmes[0].why.rpartition(" in all, ")[2]

    assert spared(1, 2) == "17 seconds to spare on the first night and 5 minutes on the second."
    assert spared(2, 3) == "5 minutes to spare on the first night and nothing on the second."
    same = [_film(1, "One", 2983), _film(2, "Two", 2983)]
    (best,) = _answer(same, [{"id": "m", "must": [1, 2]}, {"id": "r", "no_repeats_over_nights": True}],
                      nights=2).programmes  # fmt: skip
    assert best.why.endswith(" in all, worth 0, 17 seconds to spare on each night.")


def test_an_evening_without_films_is_said_to_have_none() -> None:
    answer = _answer([_film(1, "Long", 4000)], [], prefer=["value", "fill"])
    assert answer.programmes[0].why == "The best there is: no film at all, worth 0, 50 minutes to spare."


def test_where_nothing_has_to_change_that_is_what_is_said() -> None:
    films = [_film(1, "Long", 2000), _film(2, "Short", 900)]
    (best,) = _answer(films, [], prefer=["least_change"], start_from=[[1]]).programmes
    assert best.why == "Nothing has to change: 1 film, 33:20 in all, 16:40 to spare."
    (best,) = _answer(
        films, [{"id": "n", "never": [2]}], prefer=["value", "least_change"], start_from=[[1]]
    ).programmes
    assert best.why == (
        "The best there is: the programme stays as it is; 1 film, 33:20 in all, worth 0, 16:40 to spare."
    )


def test_a_film_that_comes_on_fewer_nights_is_not_said_to_be_given_up() -> None:
    films = [_film(1, "One", 1500), _film(2, "Two", 1500), _film(3, "Three", 1000)]
    first, second = _answer(films, [], nights=2, prefer=["fill"], alternatives=2).programmes
    assert first.why.startswith("The best there is: 4 films, 1:40:00 in all, ")
    assert re.fullmatch(
        r"About 8 minutes shorter: adds “Three” \(16:40\), shows “(One|Two)” on fewer nights.", second.why
    )


def test_kinds_of_films_that_come_or_go_altogether_are_not_counted_from_nought() -> None:
    rules: list[dict[str, Any]] = [
        {"id": "d", "distinct": "tag", "at_least": 3, "soft": 0},
        {"id": "n", "films": {"max": 1}},
    ]

    def why(tagged: int, plain: int) -> str:
        films = [_film(1, "Tagged", tagged, tags=["women", "ultra"]), _film(2, "Plain", plain)]
        return _answer(films, rules, prefer=["fill"], alternatives=2).programmes[1].why

    assert why(1500, 1400) == (
        "About 2 minutes shorter: gives up “Tagged” (25:00) for “Plain” (23:20); no tag instead of 2."
    )
    assert why(1400, 1500) == (
        "About 2 minutes shorter: gives up “Plain” (25:00) for “Tagged” (23:20); 2 tags instead of none."
    )


def test_a_wish_that_is_asked_twice_is_named_once() -> None:
    wish = {"fees": {"max": "10.00"}, "soft": 1}
    answer = _answer(
        [_film(1, "Dear", 1500, fee="40.00", value=9)],
        [{"id": "a", **wish}, {"id": "b", **wish}],
        prefer=["value"],
    )
    assert answer.programmes[0].why.endswith("; the wish for fees of at most 10 is not met.")


@pytest.mark.parametrize(
    ("rule", "by"),
    [
        ({"where": {"tag": "women"}, "at_least": 2, "at_most": 3}, "Do without films tagged “women”."),
        ({"where": {"tag": "women"}, "at_least": 1}, "Do without films tagged “women”."),
        ({"where": {"country": "FR"}, "at_least": 2, "at_most": 3}, "Allow 1 to 3 films from France."),
        ({"where": {"country": "FR"}, "at_most": 0}, "Allow 1 film from France."),
        ({"where": {"country": "FR"}, "at_least": 2}, "Ask for at least 1 film from France."),
        ({"each": "country", "at_most": 0}, "Allow 1 film from each country."),
        ({"distinct": "country", "at_least": 3}, "Ask for 1 country instead of 3."),
        ({"distinct": "tag", "at_least": 1}, "Do without this: at least 1 tag."),
    ],
)
def test_what_would_be_enough_is_told_on_the_side_that_gives(rule: dict[str, Any], by: str) -> None:
    films = [_film(1, "Roof", 600, countries=["FR"]), _film(2, "Walls", 600)]
    answer = _answer(films, [{"id": "x", **rule}, {"id": "m", "must": [1, 2]}])
    assert {one.rule: one.by for one in answer.relax}["x"] == by


@pytest.fixture
def german() -> Iterator[None]:
    speak("de")
    yield
    speak("en")


@pytest.mark.usefixtures("german")
def test_numbers_are_written_as_the_language_writes_them() -> None:
    films = [_film(1, "Dear", 3000, fee="12.50", value=2.5)]
    wish = {"id": "f", "fees": {"max": "10.50"}, "soft": 1}
    why = _answer(films, [wish], prefer=["value", "fill"]).programmes[0].why
    assert "1,5" in why
    assert "10,50" in why


def _said(request: Request, answer: Answer) -> list[str]:
    words = [in_words(request, rule.id) for rule in request.rules]
    return [
        answer.sentence,
        *words,
        *(one.why for one in answer.programmes),
        *(one.by for one in answer.relax),
    ]


@pytest.mark.parametrize("shape", shapes.SHAPES)
@pytest.mark.parametrize("wish", shapes.WISHES)
def test_no_sentence_is_a_machines(shape: str, wish: str) -> None:
    request = parse(shapes.request(shape, wish, 40, 3, impossible=wish == "fill"))
    for said in _said(request, solve(request)):
        assert not UNHUMAN.search(said), said
        assert len(said) < 420


@pytest.mark.parametrize("seed", range(25))
def test_every_film_that_an_alternative_names_is_given_up_stays_or_comes(seed: int) -> None:
    raw = shapes.request("counted" if seed % 2 else "free", "value" if seed % 3 else "fill", 60, seed)
    request = parse(raw)
    first, *others = solve(request).programmes
    assert others
    shown = {film for night in first.nights for part in night for film in part}
    for other in others:
        now = {film for night in other.nights for part in night for film in part}
        gone, _for, new = other.why.partition(" for ")
        for sentence, films in ((gone, shown - now), (new, now - shown)):
            named = {int(number) for number in re.findall(r"“Film (\d+)”", sentence)}
            if "keeps only" in other.why:
                assert named <= shown & now
            elif " gives up " in other.why:
                assert named <= films


def test_countries_with_an_article_have_one() -> None:
    assert [which("country", code) for code in ("US", "GB", "NL", "CL")] == [
        " from the United States", " from the United Kingdom", " from the Netherlands", " from Chile",
    ]  # fmt: skip
