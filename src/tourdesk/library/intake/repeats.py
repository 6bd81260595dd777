"""Films that a page tells of twice: a list at its head and the texts below, or a card and the same card opened."""

from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.titles import bare_title
from tourdesk.library.intake.vocabulary.folding import fold

_SINGLE = ("runtime", "year")
# What people without these letters on their keyboard write for them.
_PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def told_once(text: str, groups: list[Group]) -> list[Group]:
    """The groups, those of the same title joined unless they differ in year or run-time; in the order of first mention."""
    kept: list[Group] = []
    known: dict[str, Group] = {}
    for group in groups:
        title = _title(text, group)
        first = known.get(title) if title else None
        if first is None:
            kept.append(group)
            if title:
                known[title] = group
        elif any(_differ(first, group, field) for field in _SINGLE):
            kept.append(group)
        else:
            _join(first, group)
    return kept


def _title(text: str, group: Group) -> str:
    if group.title is None:
        return ""
    words, _, _ = bare_title(text[slice(*group.title)])
    return fold(words).translate(_PLAIN_LETTERS)


def _values(group: Group, field: str) -> list[Fact]:
    return [fact for fact in group.facts if fact.field == field]


def _differ(first: Group, second: Group, field: str) -> bool:
    own, other = _values(first, field), _values(second, field)
    if not own or not other:
        return False
    seconds = {getattr(fact.value, "seconds", fact.value) for fact in own}
    return all(getattr(fact.value, "seconds", fact.value) not in seconds for fact in other)


def _join(first: Group, second: Group) -> None:
    """Adds what the second mention says to the first, which keeps what it says itself."""
    have = first.fields
    first.facts += [fact for fact in second.facts if fact.field not in have]
    if sum(b - a for a, b in second.prose) > sum(b - a for a, b in first.prose):
        first.prose = second.prose
    first.section = first.section or second.section
