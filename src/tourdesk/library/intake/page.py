"""Reads a film page or a whole line-up page as pasted."""

from dataclasses import replace

from tourdesk.foundation.language import _, later, thousands
from tourdesk.library.intake import how as how_
from tourdesk.library.intake.byplace import (
    bare_minutes,
    facts_before_brackets,
    lengths_at_ends,
    names_behind_facts,
    numbers_for_titles,
    without_times_of_day,
)
from tourdesk.library.intake.choice.candidates import plain
from tourdesk.library.intake.choice.choose import better_titles, labelled_films, plainly_read
from tourdesk.library.intake.choice.entries import films_of
from tourdesk.library.intake.choice.looks import Looks, looks_of
from tourdesk.library.intake.clean import clean_text
from tourdesk.library.intake.context import context_of, without_totals
from tourdesk.library.intake.entries import part_entries
from tourdesk.library.intake.extent import take_text, usable
from tourdesk.library.intake.fields import film_of
from tourdesk.library.intake.frame import contact_of, section_and_tags, sponsors_of
from tourdesk.library.intake.layout import (
    companies_after_titles,
    names_with_countries,
    titles_by_place,
    titles_within,
    without_headings,
)
from tourdesk.library.intake.lines import Line, counted_ends, lines_of, with_lists_parted
from tourdesk.library.intake.lone_title import choose_lone_title, one_film
from tourdesk.library.intake.mainfilm import main_film
from tourdesk.library.intake.marked import Marked, marked_lines
from tourdesk.library.intake.markup import is_markup, markup_text
from tourdesk.library.intake.namelines import (
    names_behind_brackets,
    names_behind_by,
    names_over_titles,
    names_under_leads,
)
from tourdesk.library.intake.neighbours import (
    leading_names,
    names_above,
    names_below,
    names_in_titles,
    names_inside,
    names_opening_text,
    titles_above_originals,
    weak_above,
    weak_lines,
)
from tourdesk.library.intake.ownlabels import labels_of_other_lines
from tourdesk.library.intake.placing import choose_titles
from tourdesk.library.intake.readings import FilmReading, PageReading, ReadingProblem
from tourdesk.library.intake.records import Group, groups_of
from tourdesk.library.intake.recurring import read_again, titles_in_their_place
from tourdesk.library.intake.repeats import told_once
from tourdesk.library.intake.roles import title_and_names
from tourdesk.library.intake.rows import rows_alike
from tourdesk.library.intake.sections import give_sections
from tourdesk.library.intake.sentences import titles_that_begin_sentences
from tourdesk.library.intake.standing import own_films
from tourdesk.library.intake.tables import TableReading, read_tables
from tourdesk.library.intake.tails import countries_behind_names, facts_behind_titles
from tourdesk.library.intake.told_lists import told_films
from tourdesk.library.intake.wrapped import join_wrapped
from tourdesk.library.intake.zones import end_of_films

_NO_FILM = later(
    "No film was found on this page: paste the part with the title, the run-time and the names, "
    "or enter the film by hand."
)
_NO_TITLE = later("Facts of a film were read here, but no title: add it by hand.")
# More than any catalogue has; what is longer was pasted by mistake and must not keep anybody waiting.
_MOST_LINES = 20_000
# More lines are a catalogue: its films stand alike, and weighing it would keep people waiting.
_MOST_WEIGHED = 400
_EMPTY = later("The page is empty: copy the text of a film page or a line-up, and paste it here.")


def read_page(text: str) -> PageReading:
    """The films, sponsors and contact that a page tells of.

    Any text gives a reading; a page on which no film is found has no films and one problem that says so.
    """
    return _read(text, weighed=True)


def read_by_rules(text: str) -> PageReading:
    """The reading before the page's titles are weighed all together: what the weighing is trained beside."""
    return _read(text, weighed=False)


def looked_at(text: str) -> Looks | None:
    """What the page's titles are weighed by; None where they are not: in tables, and on pages without end."""
    text = _as_text(text)
    lines = with_lists_parted(lines_of(text))[:_MOST_LINES]
    table = read_tables(text, lines)
    return _looks(text, marked_lines(text, table.other_lines), table)


def _as_text(text: str) -> str:
    return clean_text(markup_text(text) if is_markup(text) else text)


def _looks(text: str, marked: list[Marked], table: TableReading) -> Looks | None:
    if table.groups or not 0 < len(marked) <= _MOST_WEIGHED:
        return None
    return looks_of(text, marked, end_of_films(marked))


def _read(text: str, *, weighed: bool) -> PageReading:
    text = _as_text(text)
    lines = with_lists_parted(lines_of(text))
    if not lines:
        return PageReading(text=text, problems=(ReadingProblem(1, _(_EMPTY)),))
    too_long = _too_long(lines)
    table = read_tables(text, lines[:_MOST_LINES])
    marked = marked_lines(text, table.other_lines)
    alone = [replace(entry, facts=replace(entry.facts, facts=[*entry.facts.facts])) for entry in marked]
    _marks(text, marked)
    stop = end_of_films(marked, table.groups[0].begin if table.groups else None)
    groups = _records(text, marked, stop)
    problems = tuple(
        ReadingProblem(marked[group.first].line.number, _(_NO_TITLE))
        for group in groups
        if group.title is None and group.weight >= 4
    )
    groups = _films(text, marked, usable(text, groups), stop)
    titles = None
    if weighed and not _of_one_sentence(groups) and not plainly_read(text, marked, groups, stop):
        looks = _looks(text, alone, table)
        told = frozenset(plain(text[slice(*group.title)]) for group in groups if group.title is not None)
        titles = better_titles(looks, told, labelled_films(groups)) if looks is not None else None
    if titles:
        problems = ()
        groups = films_of(text, marked, titles, groups)
        _names(text, marked, groups)
        groups = _films(text, marked, groups, max(stop, titles[-1].line + 1))
    groups = sorted([*_of_the_page(table.groups, marked, groups), *groups], key=lambda group: group.begin)
    context = context_of(groups)
    films = _doubting_texts(tuple(film_of(text, group, context) for group in groups), marked)
    if not films and not problems:
        problems = (ReadingProblem(1, _(_NO_FILM)),)
    return PageReading(
        text=text,
        films=films,
        sponsors=sponsors_of(text, marked),
        contact=contact_of(marked, _films_end(films)),
        problems=(*problems, *too_long),
    )


def _of_one_sentence(groups: list[Group]) -> bool:
    """Whether a sentence lists the films: its signs part them better than their looks do."""
    lines = {group.title_line for group in groups}
    return len(groups) > len(lines) == 1 and all(group.title_how == how_.RUNNING_TEXT for group in groups)


def _films(text: str, marked: list[Marked], groups: list[Group], stop: int) -> list[Group]:
    """The records with their running text and their sections, without the page's totals, each film once."""
    _uncounted(text, groups)
    without_headings(text, groups)
    facts_behind_titles(text, groups)
    countries_behind_names(text, groups)
    take_text(marked, groups, stop)
    groups = without_totals(text, groups)
    give_sections(marked, groups)
    return told_once(text, groups)


def _doubting_texts(films: tuple[FilmReading, ...], marked: list[Marked]) -> tuple[FilmReading, ...]:
    """Asks for the text of films that have none where more than a quarter have one, or where a lone film's page has one."""
    told = [film for film in films if film.synopsis or film.logline]
    lone = len(films) == 1 and any(entry.kind == "prose" for entry in marked)
    if 4 * len(told) <= len(films) and not lone:
        return films
    return tuple(
        film
        if film.synopsis or film.logline or "synopsis" in film.doubtful
        else replace(film, doubtful=(*film.doubtful, "synopsis"))
        for film in films
    )


def _of_the_page(rows: list[Group], marked: list[Marked], groups: list[Group]) -> list[Group]:
    """The films of the page's tables, without those below the heading of other films."""
    related = next((entry.line.start for entry in marked if entry.kind == "related"), None)
    if related is None or not any(group.begin < related for group in groups):
        return rows
    return [row for row in rows if row.begin < related]


def _marks(text: str, marked: list[Marked]) -> None:
    """Gives each line, marked by its own words, its part by the lines beside it, then by what the page repeats."""
    labels_of_other_lines(text, marked)
    join_wrapped(marked)
    bare_minutes(marked)
    part_entries(text, marked)
    rows_alike(text, marked)
    names_under_leads(marked)
    title_and_names(text, marked)
    titles_that_begin_sentences(text, marked)
    without_times_of_day(marked)
    numbers_for_titles(text, marked)
    facts_before_brackets(text, marked)
    lengths_at_ends(text, marked)
    names_behind_facts(text, marked)
    titles_within(marked)
    titles_by_place(marked)
    names_with_countries(marked)
    section_and_tags(marked)


def _records(text: str, marked: list[Marked], stop: int) -> list[Group]:
    """The films' facts, each with the title and the names that the page's layout gives it."""
    groups = groups_of(text, marked, stop)
    weak_above(marked, groups)
    names_above(text, marked, groups)
    choose_titles(text, marked, groups)
    groups = one_film(text, main_film(own_films(text, marked, groups)))
    if len(groups) > 1:
        groups = read_again(text, marked, stop, groups)
    told = told_films(text, marked, stop, groups)
    if told is not groups:
        return told
    titles_in_their_place(marked, groups)
    groups = one_film(text, main_film(groups))
    choose_lone_title(text, marked, groups, stop)
    titles_above_originals(text, marked, groups)
    _names(text, marked, groups)
    return groups


def _names(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """Gives films with their titles the names that the lines beside them tell."""
    names_inside(marked, groups)
    names_over_titles(marked, groups)
    names_below(marked, groups)
    weak_lines(marked, groups)
    leading_names(text, marked, groups)
    names_behind_by(text, groups)
    names_behind_brackets(text, groups)
    names_in_titles(text, groups)
    companies_after_titles(text, groups)
    names_opening_text(marked, groups)


def _too_long(lines: list[Line]) -> tuple[ReadingProblem, ...]:
    """A problem where a page has more lines than are read."""
    if len(lines) <= _MOST_LINES:
        return ()
    message = _(
        "The page is longer than {lines} lines and was read up to here: paste the rest by itself.",
        lines=thousands(_MOST_LINES),
    )
    return (ReadingProblem(lines[_MOST_LINES].number, message),)


def _uncounted(text: str, groups: list[Group]) -> None:
    """Takes the number of the entry off titles that are counted without a sign."""
    titled = [group for group in groups if group.title is not None]
    ends = counted_ends([text[slice(*group.title)] for group in titled if group.title is not None])
    for group, end in zip(titled, ends, strict=True):
        if group.title is not None and group.title[0] + end < group.title[1]:
            group.title = (group.title[0] + end, group.title[1])


def _films_end(films: tuple[FilmReading, ...]) -> int:
    return max((film.end for film in films), default=0)
