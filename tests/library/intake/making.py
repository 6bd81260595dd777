"""Pages made up from shapes: what a page may look like, and what is true of it.

A shape is one way of laying out a line-up and of writing each fact; every page has two to six films whose titles,
names, countries and run-times are known, so that what is read can be compared with what was meant.
"""

from collections.abc import Callable
from dataclasses import dataclass

TITLES = (
    "The Hard Way, Salt Road, Naïs, Out on a Limb, Fast Horse, Kilian, Two Chairs and a Ladder, A Letter to the Fog, "
    "Where the Track Ends, Winterlight, The Borrowed Boat, Snowblind, Mother of Rivers, Gate B, Eleven Turns"
).split(", ")
ODD_TITLES = (
    "1917",
    "14.C",
    "7 Minutes",
    "Run: A Story in Three Parts",
    "Stone – Water – Stone",
    "Was bleibt?",
    "¡Basta!",
    "Kuka?!",
    "Surfer Dan",
    "Up/Down",
    "Imagine: Tom",
    "24 Hours of Horses",
    "L’argonauta",
    "Ö",
)
NAMES = (
    "Anna Miller, Steven Mortinson, Lacy Kemp, Tasha Van Zandt, Yohan Guignard, Maja K. Mikkelsen, Jimmy Sundin, "
    "Sarah Menzies, Balázs Simonyi, Pieter Van Eecke, Mehrnoosh Fetrat, Asmita Shrish, Eliza Kubarska, Ben Page"
).split(", ")
COUNTRIES = {
    "USA": "US",
    "UK": "GB",
    "Canada": "CA",
    "France": "FR",
    "Norway": "NO",
    "Poland": "PL",
    "New Zealand": "NZ",
    "Nepal": "NP",
    "Switzerland": "CH",
    "Austria": "AT",
}
SYNOPSES = (
    "A baker walks over the pass each morning and nobody knows why.",
    "Two brothers mend a boat. The lake has been dry for years.",
    "She has run up the same hill for 40 years, and it has not become lower.",
    "What does the wind want from this village? The film asks and the village answers.",
    "In 1974 there was a road here; then there was weather.",
)
RUNTIMES: dict[str, Callable[[int], str]] = {
    "minutes": lambda m: f"{m} minutes",
    "min.": lambda m: f"{m} min.",
    "min": lambda m: f"{m} min",
    "mins": lambda m: f"{m} mins",
    "glued": lambda m: f"{m}min",
    "prime": lambda m: f"{m}’",
    "straight": lambda m: f"{m}'",
    "hours": lambda m: f"{m // 60}h {m % 60}min" if m > 60 else f"{m} min",
    "clock": lambda m: f"{m}:00",
    "seconds": lambda m: f"{m} minutes 0 seconds",
    "upper": lambda m: f"{m} MIN",
}
JOINS = (" & ", ", ", " and ", " + ", " / ")
COUNTRY_JOINS = ("/", ", ", " / ", " + ", " & ")


@dataclass(frozen=True)
class Film:
    """What is true of one film; run-times in whole minutes."""

    title: str
    directors: tuple[str, ...]
    countries: tuple[str, ...]
    year: int
    minutes: int
    synopsis: str


@dataclass(frozen=True)
class Words:
    """One film's facts as a shape writes them."""

    title: str
    names: str
    country: str
    year: int
    run: str
    text: str


@dataclass(frozen=True)
class Layout:
    """A way to tell of one film, and which fields it tells."""

    name: str
    make: Callable[[Words], str]
    fields: frozenset[str]
    # Whether the names stand so that a comma or slash between them would part them from each other.
    separated: str = ""


def _all() -> frozenset[str]:
    return frozenset({"directors", "countries", "year", "runtime", "synopsis"})


LAYOUTS = (
    Layout(
        "facts below",
        lambda w: f"{w.title}\n{w.country}, {w.year}, {w.run}\nDirector: {w.names}\n{w.text}",
        _all(),
    ),
    Layout(
        "bracket", lambda w: f"{w.title} ({w.country}, {w.year}, {w.run})\n{w.text}", _all() - {"directors"}
    ),
    Layout(
        "dash names bracket",
        lambda w: f"{w.title} – {w.names} ({w.country}, {w.year}, {w.run})\n{w.text}",
        _all(),
        ",/",
    ),
    Layout("pipes", lambda w: f"{w.title} | {w.names} | {w.country} | {w.year} | {w.run}\n{w.text}", _all()),
    Layout("name line", lambda w: f"{w.title}\n{w.names}\n{w.country}, {w.year}, {w.run}\n{w.text}", _all()),
    Layout(
        "name in bracket",
        lambda w: f"{w.title} ({w.names}, {w.country}, {w.year}, {w.run})\n{w.text}",
        _all(),
        "/",
    ),
    Layout(
        "run bracket, dir.",
        lambda w: f"{w.title} ({w.run})\nDir. {w.names}\n{w.text}",
        _all() - {"countries", "year"},
    ),
    Layout("dash run", lambda w: f"{w.title} – {w.run}\n{w.text}", frozenset({"runtime", "synopsis"})),
    Layout("by", lambda w: f"{w.title} by {w.names} ({w.run})\n{w.text}", _all() - {"countries", "year"}),
    Layout(
        "dir in bracket, facts last",
        lambda w: f"{w.title} (Dir. {w.names}) – {w.text} ({w.country}, {w.year}, {w.run})",
        _all(),
    ),
    Layout(
        "labels",
        lambda w: (
            f"{w.title}\nRuntime: {w.run}\nDirected by: {w.names}\nCountry: {w.country}\nYear: {w.year}\n{w.text}"
        ),
        _all(),
    ),
    Layout(
        "labels after the text",
        lambda w: (
            f"{w.title}\n\n{w.text}\n\nDirector: {w.names}\nCountry of origin: {w.country}\nRunning time: {w.run}"
        ),
        _all() - {"year"},
    ),
    Layout(
        "facts after the text",
        lambda w: f"{w.title}\n{w.text}\n({w.country}, {w.year}, {w.run})",
        _all() - {"directors"},
    ),
    Layout(
        "name, text, facts",
        lambda w: f"{w.title}\n{w.names}\n{w.text}\n{w.country} / {w.run}",
        _all() - {"year"},
        "/",
    ),
    Layout(
        "facts first",
        lambda w: f"{w.country} {w.year} | {w.run} | Director: {w.names}\n{w.title}\n{w.text}",
        frozenset(),
    ),
    Layout(
        "name before",
        lambda w: f"{w.title}, {w.names}, {w.country} {w.year}, {w.run}\n{w.text}",
        _all(),
        ",/",
    ),
    Layout(
        "label line",
        lambda w: f"{w.title}\nDir: {w.names} | {w.country} | {w.year} | {w.run}\n{w.text}",
        _all(),
    ),
    Layout(
        "line with name last",
        lambda w: f"{w.title}\n{w.country} {w.year}, {w.run}, {w.names}\n{w.text}",
        _all(),
        ",/",
    ),
    Layout(
        "slashes",
        lambda w: f"{w.title} / {w.names} / {w.country} / {w.year} / {w.run}\n{w.text}",
        _all(),
        "/",
    ),
    Layout(
        "square brackets",
        lambda w: f"{w.title}\n{w.text} [Runtime: {w.run} | Director: {w.names}]",
        _all() - {"countries", "year"},
    ),
    Layout(
        "year in bracket",
        lambda w: f"{w.title} ({w.year})\nDirected by {w.names}\n{w.country}, {w.run}\n{w.text}",
        _all(),
    ),
    Layout(
        "regie", lambda w: f"{w.title}\nRegie: {w.names}, {w.country} {w.year}, {w.run}\n{w.text}", _all(), ""
    ),
    Layout(
        "run first",
        lambda w: f"{w.title}\n{w.run} / {w.country} / {w.year}\nby {w.names}\n{w.text}",
        _all(),
        "",
    ),
    Layout(
        "country first, labels after",
        lambda w: f"{w.title}\n{w.country} | {w.year} | {w.run}\nDir: {w.names}\n\n{w.text}",
        _all(),
    ),
    Layout(
        "sentences",
        lambda w: f"{w.title}\nDirector: {w.names}. {w.country} {w.year}. {w.run}. In English.\n{w.text}",
        _all(),
    ),
    Layout(
        "labels on their own lines",
        lambda w: (
            f"{w.title}\nDirector\n{w.names}\nCountry\n{w.country}\nYear\n{w.year}\nRunning time\n{w.run}\n{w.text}"
        ),
        _all(),
    ),
    Layout(
        "labels in a line",
        lambda w: (
            f"{w.title}\nDirector: {w.names} | Country: {w.country} | Year: {w.year} | Length: {w.run}\n{w.text}"
        ),
        _all(),
    ),
    Layout(
        "brackets, then names and country",
        lambda w: f"{w.title} ({w.year}) ({w.run})\n{w.names}, {w.country}\n{w.text}",
        _all(),
        ",/",
    ),
    Layout(
        "director, producer",
        lambda w: (
            f"{w.title}\nD: {w.names} | P: Northwind Films | {w.country} | {w.year} | {w.run}\n{w.text}"
        ),
        _all(),
    ),
    Layout(
        "french labels",
        lambda w: (
            f"{w.title}\nRéalisation : {w.names}\nPays : {w.country}\nAnnée : {w.year}\nDurée : {w.run}\n{w.text}"
        ),
        _all(),
    ),
    Layout(
        "spanish sentences",
        lambda w: (
            f"{w.title}\nDirección: {w.names}. País: {w.country}. Año: {w.year}. Duración: {w.run}.\n{w.text}"
        ),
        _all(),
    ),
    Layout(
        "titles with a label",
        lambda w: (
            f"Title: {w.title}\nDirector: {w.names}\nCountry: {w.country}\nYear: {w.year}\nRuntime: {w.run}\n"
            f"Synopsis: {w.text}"
        ),
        _all(),
    ),
    Layout(
        "cast after",
        lambda w: (
            f"{w.title}\nDirector: {w.names}\nCast: Lena Hart, Oskar Bo\n{w.country} {w.year}\n{w.run}\n{w.text}"
        ),
        _all(),
    ),
)


@dataclass(frozen=True)
class Shape:
    """How a whole page is written."""

    layout: Layout
    runtime: str
    join: str
    country_join: str
    capitals: bool = False
    quotes: str = ""
    numbered: str = ""
    gap: int = 1
    head: str = ""
    between: str = ""
    foot: str = ""
    joined: str = "\n"
    # A line that says nothing of the film, and how many lines of each film stand above it; 0 for the end.
    aside: str = ""
    aside_at: int = 0


def words_of(film: Film, shape: Shape) -> Words:
    """The film's facts as the shape writes them."""
    title = film.title.upper() if shape.capitals else film.title
    if shape.quotes:
        title = f"{shape.quotes[0]}{title}{shape.quotes[1]}"
    join = " & " if any(sign in shape.layout.separated for sign in shape.join) else shape.join
    country_join = "/" if "/" not in shape.layout.separated else " & "
    return Words(
        title=title,
        names=join.join(film.directors),
        country=(shape.country_join if "/" not in shape.layout.separated else country_join).join(
            film.countries
        ),
        year=film.year,
        run=RUNTIMES[shape.runtime](film.minutes),
        text=film.synopsis,
    )


def page_of(shape: Shape, films: list[Film]) -> str:
    """The page's text."""
    entries = []
    for number, film in enumerate(films, start=1):
        lines = shape.layout.make(words_of(film, shape)).split("\n")
        if shape.aside:
            lines.insert(shape.aside_at or len(lines), shape.aside)
        entries.append(shape.numbered.format(number=number) + "\n".join(lines))
        if shape.between and number == len(films) // 2:
            entries.append(shape.between)
    parts = [shape.head, ("\n" * (shape.gap + 1)).join(entries), shape.foot]
    return "\n\n".join(part for part in parts if part).replace("\n", shape.joined)
