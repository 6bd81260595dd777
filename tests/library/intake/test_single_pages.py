"""Pages of one film made up from shapes: a tour's page with labels and frame, an archive's page with one line of facts."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tourdesk.library.intake.page import read_page

TITLES = (
    "Coming Home - Ag Teacht Abhaile, 3100: Run and Become, Running The Roof, Town of Runners, Kuka?!, 1917, Free to Run, "
    "I Run / Ich laufe, Mud & Tears, OUTSIDE THE BOX, 42.195, My Mother’s Letters, Director's Cut, Ultra, Made in Nepal"
).split(", ")
DIRECTORS = (
    "Ryan Scura, Jerry Rothwell, Eliza Kubarska, Balázs Simonyi, JP Auclair, Jean-Marc Fröhle, Stig Åvall Severinsen, "
    "María del Mar Ruiz, Kim Min-ji, Mo Farah"
).split(", ")
PRODUCERS = "Dooster, Unscripted Lives, Pursuit Films, The North Face, Salomon TV, Tanmoyo Dalton".split(", ")
LANGUAGES = {"English": "en", "French": "fr", "Japanese": "ja", "Nepali": "ne", "Xhosa": "xh"}
COUNTRIES = {"USA": "US", "South Africa": "ZA", "Ireland": "IE", "Czech Republic": "CZ", "Canada": "CA"}
TELLING = (
    "A runner flies back to the Wexford he grew up in.   He wants to see whether the hills feel the same.",
    "Two friends run 85 miles in 24 hours until something in them gives out. In 2012 there were three of them.",
    "Why do so many come from one small place? The film has four years and no answer.",
)
LENGTHS: tuple[Callable[[int], str], ...] = (
    lambda m: f"{m} minutes",
    lambda m: f"{m} min.",
    lambda m: f"{m}min",
    lambda m: f"{m}’",
    lambda m: f"{m // 60}h {m % 60:02d} min" if m >= 60 else f"{m} mins",
)
FRAME = (
    "\n\nMore in this category: « The Hard Way  Running The Roof »\n\nwho we are\n\nA yearly tour of films, by runners for runners.\n\n"
    "connect with us\n\nFollow us on Facebook  Follow us on Twitter\n\n1 Example Str.\nTel. +49 000 000 0000\n\n"
    "Arizona Trail Association\nFleet Feet\nUltra Trail Harricana"
)
# How a page may be copied: none of this is anything that it says.
COPIES: tuple[Callable[[str], str], ...] = (
    str,
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\n\n"),
    lambda text: text.replace("film", "fi\u00adlm"),
)


def some(values: list[str] | dict[str, str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(values)), min_size=1, max_size=most, unique=True)


JOINS = st.sampled_from((" + ", " & ", ", ", " and ", " / "))
PLACE_JOINS = st.sampled_from((" + ", ", ", " & ", " / "))


@settings(max_examples=150, derandomize=True)
@given(data=st.data())
def test_the_page_of_a_tour_is_read_whatever_its_labels_say(data: st.DataObject) -> None:
    draw = data.draw
    title, minutes = draw(st.sampled_from(TITLES)), draw(st.integers(3, 119))
    directors, producers = draw(some(DIRECTORS, 3)), draw(some(PRODUCERS, 2))
    languages, countries = draw(some(LANGUAGES, 2)), draw(some(COUNTRIES, 2))
    rows = [
        f"{draw(st.sampled_from(('Runtime', 'Run time', 'Duration', 'Length')))}: {draw(st.sampled_from(LENGTHS))(minutes)}",
        f"Directed by:  {draw(JOINS).join(directors)}",
        f"Produced by: {draw(JOINS).join(producers)}",
        f"Language: {draw(PLACE_JOINS).join(languages)}{draw(st.sampled_from(('', ' (with English subtitles)')))}",
        f"Country of origin: {draw(PLACE_JOINS).join(countries)}",
    ]
    text = f"{title}\n" + "\n".join(rows) + f"\n\n{draw(st.sampled_from(TELLING))}{FRAME}"
    reading = read_page(draw(st.sampled_from(COPIES))(text))
    assert len(reading.films) == 1, text
    film = reading.films[0]
    assert film.title in {title, title.split(" - ")[0]}
    assert film.runtime_seconds == minutes * 60
    assert set(film.directors) == set(directors)
    assert set(film.languages) == {LANGUAGES[name] for name in languages}
    assert set(film.countries) == {COUNTRIES[name] for name in countries}
    assert film.synopsis
    assert reading.sponsors == ("Arizona Trail Association", "Fleet Feet", "Ultra Trail Harricana")


@settings(max_examples=150, derandomize=True)
@given(data=st.data())
def test_the_page_of_an_archive_is_read_with_its_section_and_tags(data: st.DataObject) -> None:
    draw = data.draw
    title, minutes, year = (
        draw(st.sampled_from(TITLES)),
        draw(st.integers(3, 119)),
        draw(st.integers(1990, 2024)),
    )
    directors = draw(some(DIRECTORS, 3))
    section = draw(st.sampled_from(("Places", "Sport and Society", "Roof of the World")))
    tags = draw(
        st.lists(st.sampled_from(("sport", "nature", "Himalaya")), min_size=1, max_size=3, unique=True)
    )
    text = (
        f"{title}\n\ndir. {draw(JOINS).join(directors)} {year} {draw(st.sampled_from(LENGTHS))(minutes)}\n"
        f"Why do so many come from one small place?\n\n{draw(st.sampled_from(TELLING))}\n\n"
        f"Other films from this section {section}\n\nOther movies with this tag {'  '.join(tags)}"
    )
    reading = read_page(draw(st.sampled_from(COPIES))(text))
    assert len(reading.films) == 1, text
    film = reading.films[0]
    assert film.title in {title, title.split(" - ")[0]}
    assert (film.year, film.runtime_seconds) == (year, minutes * 60)
    assert set(film.directors) == set(directors)
    assert film.section == section
    assert set(film.tags) == set(tags)
    assert film.synopsis
