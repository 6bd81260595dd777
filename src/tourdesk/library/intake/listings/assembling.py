"""From the entries of a listing to a reading: each field understood, with the place where it was read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tourdesk.foundation.language import _, n_
from tourdesk.library.intake.listings.entries import Cell, Entry
from tourdesk.library.intake.listings.lengths import LengthStyle, style_of
from tourdesk.library.intake.listings.understanding import FilmDraft, understand
from tourdesk.library.intake.listings.words import in_one_line
from tourdesk.library.intake.readings import Evidence, FilmReading, ReadingProblem

_MOST_PROBLEMS = 200
_JOINER = " · "


@dataclass(slots=True)
class Assembled:
    """The text of a listing, one line for each entry, its films, and what could not be read."""

    text: str = ""
    films: list[FilmReading] = field(default_factory=list)
    problems: list[ReadingProblem] = field(default_factory=list)


def assembled(entries: Callable[[], Iterable[Entry]]) -> Assembled:
    """The films of the entries. Every span of their evidence refers to the text.

    `entries` is asked twice, for how lengths are written and for the films: the cells of a wide listing take too much
    memory to be kept between.
    """
    styles = _styles(entries())
    out = Assembled()
    lines: list[str] = []
    start = 0
    untold = 0
    for entry in entries():
        line, spans = _line(entry, start)
        lines.append(line)
        draft = _film(entry, styles, spans)
        if isinstance(draft, str):
            sentences = [draft] if draft else []
        else:
            out.films.append(draft.reading(start, start + len(line)))
            sentences = draft.problems
        for sentence in sentences:
            if len(out.problems) < _MOST_PROBLEMS:
                out.problems.append(
                    ReadingProblem(
                        len(lines), _("{place}: {what}", place=entry.where, what=sentence), placed=True
                    )
                )
            else:
                untold += 1
        start += len(line) + 1
    if untold:
        told = n_(
            "There is {n} more such problem; please check the films one by one.",
            "There are {n} more such problems; please check the films one by one.",
            untold,
        )
        out.problems.append(ReadingProblem(len(lines), told, placed=True))
    out.text = "\n".join(lines) + "\n" if lines else ""
    return out


def _styles(entries: Iterable[Entry]) -> dict[str, LengthStyle]:
    columns: dict[str, list[str]] = {}
    for entry in entries:
        for cell in entry.cells:
            if cell.field == "runtime" and not entry.exact:
                columns.setdefault(cell.name, []).append(cell.text)
    return {name: style_of(name, words) for name, words in columns.items()}


def _line(entry: Entry, start: int) -> tuple[str, list[tuple[Cell, int, int]]]:
    """An entry as one line of text, and where in the whole text each of its cells stands."""
    parts: list[str] = []
    spans: list[tuple[Cell, int, int]] = []
    at = start
    for cell in entry.cells:
        words = in_one_line(cell.text)
        if not words:
            continue
        name = in_one_line(cell.name)
        lead = (_JOINER if parts else "") + (f"{name}: " if name else "")
        parts.append(lead + words)
        spans.append((cell, at + len(lead), at + len(lead) + len(words)))
        at += len(lead) + len(words)
    return "".join(parts), spans


def _film(
    entry: Entry, styles: dict[str, LengthStyle], spans: list[tuple[Cell, int, int]]
) -> FilmDraft | str:
    """The film of an entry, or the sentence to tell instead of it."""
    if entry.skipped is not None:
        return entry.skipped
    draft = understand(entry, styles)
    if not draft.title:
        return _("there is no title; it was left out.")
    draft.evidence = list(_evidence(draft, spans))
    return draft


def _evidence(draft: FilmDraft, spans: list[tuple[Cell, int, int]]) -> Iterator[Evidence]:
    for cell, start, end in spans:
        for name in draft.used.get(cell, ()):
            yield Evidence(name, start, end, _("under “{column}”", column=in_one_line(cell.name)))
