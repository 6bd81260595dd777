"""A difference between two states of a programme in sentences, the gravest first."""

from collections.abc import Iterator

from tourdesk.foundation.dates import time_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later, n_
from tourdesk.programming.difference import Change, Difference
from tourdesk.programming.findings import title_of
from tourdesk.programming.programme import Item


def told(difference: Difference) -> list[str]:
    """Each thing that differs in a sentence of its own; none when nothing does."""
    said = [_("“{title}” was added.", title=title_of(item)) for item in difference.added]
    said += [_("“{title}” was taken out.", title=title_of(item)) for item in difference.removed]
    said += [_("“{title}” was moved.", title=title_of(item)) for item in difference.moved]
    for change in difference.changed:
        said += _changes(change)
    if difference.gap is not None:
        before, after = map(clock_text, difference.gap)
        said.append(_("The gap between films is {after} instead of {before}.", after=after, before=before))
    if difference.name is not None:
        old, new = difference.name
        said.append(_("The programme is called “{after}” instead of “{before}”.", after=new, before=old))
    return said


def summary(difference: Difference) -> str:
    """How many things differ, in a few words."""
    count = len(told(difference))
    return n_("{n} change", "{n} changes", count) if count else _("no change")


def _changes(change: Change) -> Iterator[str]:
    before, after = change.before, change.after
    fields = set(change.fields)
    if {"version_id", "version_name"} & fields and after.version_id is not None:
        yield _(
            "“{title}” is shown as “{after}” instead of “{before}”.",
            title=title_of(after),
            after=after.version_name,
            before=before.version_name,
        )
    if "title" in fields:
        yield _("“{before}” is called “{after}”.", before=title_of(before), after=title_of(after))
    if {"seconds", "approximate", "least_seconds", "most_seconds"} & fields:
        yield _(
            "“{title}” lasts {after} instead of {before}.",
            title=title_of(after),
            after=_length(after),
            before=_length(before),
        )
    if "pinned" in fields:
        yield _pinned(after)
    if "inside" in fields:
        sentence = (
            later("“{title}” runs on its own.")
            if after.inside is None
            else later("“{title}” runs during the intermission.")
        )
        yield _(sentence, title=title_of(after))
    if "gap_after" in fields:
        yield _(
            "The gap after “{title}” is {after} instead of {before}.",
            title=title_of(after),
            after=_gap(after),
            before=_gap(before),
        )
    for field, sentence in _TEXTS:
        if field in fields:
            yield _(sentence, title=title_of(after))


_TEXTS = (
    ("kind", later("“{title}” is of another kind.")),
    ("directors", later("“{title}” names other directors.")),
    ("script", later("What the MC says at “{title}” is other.")),
    ("cue", later("What the projectionist does at “{title}” is other.")),
)


def _length(item: Item) -> str:
    if item.elastic:
        least, most = map(clock_text, item.bounds)
        return _("{least} to {most}", least=least, most=most)
    if item.seconds is None:
        return _("an unknown time")
    length = clock_text(item.seconds)
    return _("about {length}", length=length) if item.approximate else length


def _gap(item: Item) -> str:
    return _("the usual one") if item.gap_after is None else clock_text(item.gap_after)


def _pinned(item: Item) -> str:
    if item.pinned is None:
        return _("“{title}” starts when what comes before it is done.", title=title_of(item))
    return _("“{title}” starts at {pinned}.", title=title_of(item), pinned=time_text(item.pinned))
