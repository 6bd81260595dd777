"""The facts that one line tells of a film, and what else stands in the line."""

from tourdesk.library.intake.clusters import take_unlabelled
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.labelled import glued_roles, labels_in
from tourdesk.library.intake.values import take_labelled


def facts_of(text: str, start: int, end: int) -> LineFacts:
    """The facts of one line of the text."""
    out = LineFacts()
    labels = glued_roles(text, start, end) or labels_in(text, start, end)
    first = min((label.start for label in labels), default=end)
    if labels and labels[0].value_end <= labels[0].start:
        first = start  # a role glued behind its name
    if first > start:
        take_unlabelled(text, start, first, out, labels_follow=bool(labels))
    for label in labels:
        take_labelled(text, label, out)
    out.weight = sum(_weight(fact) for fact in out.facts)
    return out


def _weight(fact: Fact) -> float:
    if fact.labelled:
        return (
            3.0
            if fact.field
            in {"directors", "runtime", "synopsis", "title", "original_title", "countries", "year"}
            else 1.5
        )
    return {
        "runtime": 3.0,
        "directors": 1.0,
        "tags": 0.5,
        "languages": 1.0,
        "year": 1.5,
        "countries": 1.5,
    }.get(fact.field, 0.5)
