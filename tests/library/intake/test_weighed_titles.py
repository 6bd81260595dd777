"""Pages whose titles no rule finds line by line, and which are read as the page has them all together."""

import numpy as np

from tourdesk.library.intake.choice.choose import better_titles
from tourdesk.library.intake.choice.entries import films_of
from tourdesk.library.intake.choice.trees import Trees
from tourdesk.library.intake.lines import lines_of
from tourdesk.library.intake.marked import marked_lines
from tourdesk.library.intake.page import looked_at, read_by_rules, read_page

CALENDAR = "Calendar\n\n" + "\n \n".join(
    f"{day}: {title}\n \n{year}   {minutes} mins    {country}     Rated: PG\nDir: {name}\n{text}"
    for day, title, year, minutes, country, name, text in (
        (
            "February 28",
            "SALT ROAD",
            2018,
            96,
            "Australia",
            "Anna Miller",
            "Two brothers mend a boat, and the lake is dry.",
        ),
        ("March 28", "NAÏS", 2017, 91, "France", "Ben Page", "A baker walks over the pass each morning."),
        (
            "April 25",
            "FAST HORSE",
            2016,
            114,
            "Norway",
            "Lacy Kemp",
            "What the wind wants from this village.",
        ),
        ("May 23", "A MAN CALLED OSKAR", 2015, 101, "Poland", "Eva Lind", "He counts the steps to the sea."),
    )
)


def test_titles_that_stand_in_one_place_of_their_entries_are_found() -> None:
    titles = ["SALT ROAD", "NAÏS", "FAST HORSE", "A MAN CALLED OSKAR"]
    assert [film.title for film in read_by_rules(CALENDAR).films] != titles
    assert [film.title for film in read_page(CALENDAR).films] == titles


def test_the_facts_of_an_entry_go_with_its_title() -> None:
    films = read_page(CALENDAR).films
    assert [film.runtime_seconds for film in films] == [5760, 5460, 6840, 6060]
    assert [film.directors for film in films] == [
        ("Anna Miller",),
        ("Ben Page",),
        ("Lacy Kemp",),
        ("Eva Lind",),
    ]
    assert [film.year for film in films] == [2018, 2017, 2016, 2015]


IN_TEXT = (
    "On Thursday we show Body of a Line (Henna Taylor, US), and Far Enough, directed by Leo Hoorn; "
    "Salt Road/ Anna Miller, then Ebb (12 min)."
)


def test_who_made_a_film_is_told_behind_its_title() -> None:
    looks = looked_at(IN_TEXT)
    assert looks is not None
    titles = [one for one in looks.candidates if one.words in {"Body of a Line", "Far Enough", "Salt Road"}]
    titles.sort(key=lambda one: one.start)
    films = films_of(IN_TEXT, marked_lines(IN_TEXT, lines_of(IN_TEXT)), titles, [])
    told = [(IN_TEXT[slice(*film.title)], fact) for film in films if film.title for fact in film.facts]
    assert [(title, IN_TEXT[fact.start : fact.end]) for title, fact in told if fact.field == "directors"] == [
        ("Body of a Line", "Henna Taylor"),
        ("Far Enough", "Leo Hoorn"),
        ("Salt Road", "Anna Miller"),
    ]


def test_a_page_without_lengths_and_films_has_no_titles() -> None:
    looks = looked_at("What guests say\n\n“A fine evening” said the woman.\n“We come again” said her sons.\n")
    assert looks is not None
    assert better_titles(looks, frozenset(), []) is None


def test_trees_are_asked_as_they_stand() -> None:
    # One tree asks the first number and then the second; the other is a leaf.
    trees = Trees(
        feature=np.array([[0, 0, 1, 0, 0], [0, 0, 0, 0, 0]], dtype=np.int16),
        threshold=np.array([[0.5, 0, 2, 0, 0], [0, 0, 0, 0, 0]], dtype=np.float32),
        left=np.array([[1, 1, 3, 3, 4], [0, 0, 0, 0, 0]], dtype=np.int16),
        right=np.array([[2, 1, 4, 3, 4], [0, 0, 0, 0, 0]], dtype=np.int16),
        value=np.array([[0, 1, 0, 10, 100], [1000, 0, 0, 0, 0]], dtype=np.float32),
        base=0.25,
        depth=2,
    )
    rows = np.array([[0.5, 9], [0.6, 2], [0.6, 2.1]], dtype=np.float32)
    assert trees.sums(rows).tolist() == [1001.25, 1010.25, 1100.25]


EVENING = """Mill Road {kind} Night 2024

Our {tour} comes back to the Mill Hall with an evening of running, rowing and snow.

{heading}

Salt Road

Two brothers mend a boat, and the lake is dry. They walk on with the oars on their shoulders until somebody laughs.

The Quiet Line

A team from two villages puts a rope across the gorge that parts them. Nobody has crossed it for eighty years.

Boys From The Back Barn

They won the first medal of their valley in a boat that leaked. This is the story of a village that rowed along.

Surf Ostrava

A small community of surfers far from every sea, no more than ninety, and one wave that the power station makes.

Tickets at the door. Bring a cushion.
"""


def test_films_without_a_single_length_are_read_where_the_page_speaks_of_films() -> None:
    films = read_page(EVENING.format(kind="Film", tour="film tour", heading="The Films")).films
    assert [film.title for film in films] == [
        "Salt Road",
        "The Quiet Line",
        "Boys From The Back Barn",
        "Surf Ostrava",
    ]
    assert not read_page(EVENING.format(kind="Craft", tour="fair", heading="The Tables")).films
