"""The films of a search, the best first; the same on both databases.

The title itself, a title that begins so, one in which a later word begins so, the words of title and people, and last,
unranked, those that have the words in their texts; by title within each.
"""

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from tourdesk.foundation.text import folded, is_unspaced, search_words
from tourdesk.library.finding.matching import Ids, matching
from tourdesk.library.finding.titles import Titles

LONGEST_PHRASE = 500
"""No title is longer."""
_EQUAL, _BEGINNING, _INSIDE, _NAMES, _TEXTS, _NOT = range(6)


def ranked(session: Session, titles: Titles, search: str) -> Ids:
    """The ids of the films that have every word of a search, the best first; none for signs alone ("%").

    A single letter is looked for at the beginnings of the words of titles alone: nearly every text has it.
    """
    words, phrase = search_words(search), folded(search)[:LONGEST_PHRASE]
    ids = np.frombuffer(titles.ids, np.int32)
    if not len(ids) or not words:
        return ids[:0]
    rank = np.full(len(ids), _NOT, np.uint8)
    if len(words) == 1 and len(words[0]) == 1 and not is_unspaced(words[0]):
        rank[titles.with_word(words[0], range(len(ids)))] = _INSIDE
        _rank_beginnings(rank, titles, words[0])
    else:
        places = _places(ids)
        in_names, anywhere = matching(session, words)
        rank[_known(places, anywhere)] = _TEXTS
        names = _known(places, in_names)
        rank[names] = _NAMES
        begin = titles.beginning(phrase)
        others = names[(names < begin.start) | (names >= begin.stop)]
        rank[titles.with_word(phrase, others.tolist())] = _INSIDE
        _rank_beginnings(rank, titles, phrase)
    order = np.argsort(rank, kind="stable")
    return ids[order[: np.count_nonzero(rank != _NOT)]]


def _rank_beginnings(rank: NDArray[np.uint8], titles: Titles, phrase: str) -> None:
    for places, better in ((titles.beginning(phrase), _BEGINNING), (titles.equal(phrase), _EQUAL)):
        rank[places.start : places.stop] = better


def _places(ids: Ids) -> Ids:
    """The place of each film by its id; -1 where there is none."""
    places = np.full(ids.max() + 1, -1, np.int32)
    places[ids] = np.arange(len(ids), dtype=np.int32)
    return places


def _known(places: Ids, found: Ids) -> Ids:
    """The places of films that were found; one that was added since the titles were read is not among them yet."""
    there = places[found[found < len(places)]]
    return there[there >= 0]
