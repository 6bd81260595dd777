"""What is said of a search: that nothing was found, or something like it."""

from tourdesk.foundation.language import _
from tourdesk.gui.films.find.facet_words import value_word
from tourdesk.library.finding.wanted import Chosen


def like_sentence(search: str, like: str) -> str:
    """That misspelled words were taken for others; empty when they were not."""
    if not like:
        return ""
    return _("Nothing has “{words}”; showing films like “{like}”.", words=search.strip(), like=like)


def nothing_found(words: str, chosen: Chosen) -> str:
    """That there is no such film, in all that was asked for."""
    values = ", ".join(value_word(facet, value) for facet, some in chosen.items() for value in some)
    if words and values:
        return _(
            "No film under {values} has “{words}” in its title, its people, its places or its texts.",
            values=values,
            words=words,
        )
    if words:
        return _("No film has “{words}” in its title, its people, its places or its texts.", words=words)
    return _("No film has all of this: {values}.", values=values) if values else _("No films.")
