"""The films of a search, the best first; the same on both databases.

The title itself, a title that begins so, one in which a later word begins so, the words of title and people, and last,
unranked, those that have the words in their texts; by title within each.
"""

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from tourdesk.foundation.text import is_unspaced, search_words
from tourdesk.library.finding.matching import Ids, matching, matching_names
from tourdesk.library.finding.title_words import TitleWords
from tourdesk.library.finding.titles import Titles
from tourdesk.library.title_order import folded_title

LONGEST_PHRASE = 500
"""No title is longer."""
_EQUAL, _BEGINNING, _INSIDE, _NAMES, _TEXTS, _NOT = range(6)


def ranked(session: Session, titles: TitleWords, search: str) -> Ids:
    """The ids of the films that have every word of a search, the best first; none for signs alone ("%").

    A single letter is looked for at the beginnings of the words of titles alone: nearly every text has it.
    """
    words, phrase = _asked_for(search)
    if not len(titles.ids) or not words:
        return titles.ids[:0]
    rank = np.full(len(titles.ids), _NOT, np.uint8)
    if _is_letter(words):
        rank[titles.with_later_word(words[0])] = _INSIDE
        _rank_beginnings(rank, titles.titles, words[0])
    else:
        in_names, anywhere = matching(session, words)
        rank[titles.of_films(anywhere)] = _TEXTS
        _rank_names(rank, titles, in_names, phrase)
    return _in_order(rank, titles)


def best(session: Session, titles: TitleWords, search: str, enough: int) -> Ids | None:
    """The beginning of what `ranked` says, those that have the words in title and people; None where they are not enough."""
    words, phrase = _asked_for(search)
    if not len(titles.ids) or not words or _is_letter(words):
        return None
    in_names = matching_names(session, words)
    if len(in_names) < enough:
        return None
    rank = np.full(len(titles.ids), _NOT, np.uint8)
    _rank_names(rank, titles, in_names, phrase)
    return _in_order(rank, titles)


def _asked_for(search: str) -> tuple[list[str], str]:
    return search_words(search), folded_title(search)[:LONGEST_PHRASE]


def _is_letter(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) == 1 and not is_unspaced(words[0])


def _rank_names(rank: NDArray[np.uint8], titles: TitleWords, in_names: Ids, phrase: str) -> None:
    rank[titles.of_films(in_names)] = _NAMES
    inside = titles.with_later_word(phrase)
    rank[inside[rank[inside] == _NAMES]] = _INSIDE
    _rank_beginnings(rank, titles.titles, phrase)


def _rank_beginnings(rank: NDArray[np.uint8], titles: Titles, phrase: str) -> None:
    for places, better in ((titles.beginning(phrase), _BEGINNING), (titles.equal(phrase), _EQUAL)):
        rank[places.start : places.stop] = better


def _in_order(rank: NDArray[np.uint8], titles: TitleWords) -> Ids:
    order = np.argsort(rank, kind="stable")
    return titles.ids[order[: np.count_nonzero(rank != _NOT)]]
