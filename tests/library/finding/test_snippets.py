"""Where a search was found in a film's texts."""

import pytest

from tourdesk.desks import Desks
from tourdesk.library.films import Film

LONG = (
    "Before the thaw there was nothing to be seen for miles, and nobody had come this way since the autumn. "
)
ROOF = Film(
    "Running The Roof",
    directors=("Alexis Tymon",),
    logline="Three friends cross a valley.",
    synopsis=f"{LONG}The Pamir highway is long.\nAt its end stands a house with a blue roof. {LONG}",
    tags=("pamir",),
)
ECHO = Film("Écho", synopsis="Un été à la montagne, puis l’hiver.")


def shown(desks: Desks, film: Film, search: str) -> str | None:
    """The snippet with its hit between square brackets."""
    (film_id,) = desks.library.save([film]).ids
    snippet = desks.finding.snippets([film_id], search).get(film_id)
    return f"{snippet.before}[{snippet.hit}]{snippet.after}" if snippet else None


@pytest.mark.parametrize(
    ("film", "search", "said"),
    [
        (ROOF, "valley", "Three friends cross a [valley]."),
        (ROOF, "run val", "Three friends cross a [valley]."),
        (ROOF, "ete", None),
        (ECHO, "ete", "Un [été] à la montagne, puis l’hiver."),
        (ECHO, "MONT", "Un été à la [montagne], puis l’hiver."),
        (ECHO, "hiver", "Un été à la montagne, puis l’[hiver]."),
        (Film("Home", synopsis="深い山の村。"), "山", "[深い山の村]。"),
    ],
)
def test_the_words_around_the_hit_are_told(
    any_desks: Desks, film: Film, search: str, said: str | None
) -> None:
    assert shown(any_desks, film, search) == said


@pytest.mark.parametrize("search", ["running", "roof alexis", "", "%", "nowhere"])
def test_what_stands_in_title_and_people_or_nowhere_needs_no_snippet(any_desks: Desks, search: str) -> None:
    assert shown(any_desks, ROOF, search) is None


def test_a_long_text_is_cut_at_its_words_and_lines_are_joined(any_desks: Desks) -> None:
    said = shown(any_desks, ROOF, "pamir")
    assert said is not None
    assert said.startswith("…")
    assert said.endswith("…")
    assert "The [Pamir] highway is long. At its end" in said
    assert len(said) < 140
