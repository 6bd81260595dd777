"""The page of one film: what else it names (works of the director, related films, programmes) is not told by it."""

from tourdesk.library.intake.records import Group

_HARD = frozenset({"runtime", "year", "directors", "countries", "languages", "producers", "original_title"})
_RICH = 4
_STATED = 3
_POOR = 3
_MINUTE = 60


def main_film(groups: list[Group]) -> list[Group]:
    """The groups, or the only one that a page tells of with labels for its facts, where the others are poor beside it.

    Poor facts of the same film (its length below the title) are added to it; other films above it stay.
    """
    if len(groups) < 2:
        return groups
    main = max(groups, key=lambda group: (len(_stated(group)), len(group.fields & _HARD)))
    rich = len(main.fields & _HARD) >= _RICH and len(_stated(main)) >= _STATED
    others = [group for group in groups if group is not main]
    if not rich or any(not _is_poor(group, main) for group in others):
        return groups
    above = groups[: groups.index(main)]
    same = [group for group in above if not _differs(group, main)]
    for group in reversed(same):
        _add(group, main)
    return [group for group in above if group not in same] + [main]


def _stated(group: Group) -> set[str]:
    """The fields that a label names."""
    return {fact.field for fact in group.facts if fact.labelled} & _HARD


def _is_poor(group: Group, main: Group) -> bool:
    have = group.fields & _HARD
    stated = _stated(group)
    return len(have) <= _POOR and len(have) * 4 <= len(main.fields & _HARD) * 3 and len(stated) <= 1


def _differs(group: Group, main: Group) -> bool:
    """Whether the facts of a group cannot be those of the main film."""
    for field in ("runtime", "year"):
        own, other = _values(group, field), _values(main, field)
        # 74 minutes and 74’12’’ are the same.
        near = any(abs(a - b) < (_MINUTE if field == "runtime" else 1) for a in own for b in other)
        if own and other and not near:
            return True
    return False


def _values(group: Group, field: str) -> set[int]:
    said = {getattr(fact.value, "seconds", fact.value) for fact in group.facts if fact.field == field}
    return {value for value in said if isinstance(value, int)}


def _add(group: Group, main: Group) -> None:
    have = main.fields
    main.facts = [fact for fact in group.facts if fact.field not in have] + main.facts
    main.numbers = group.numbers + main.numbers
    main.first = min(main.first, group.first)
    if group.title is not None and not main.title_labelled:
        main.title, main.title_line, main.title_how = group.title, group.title_line, group.title_how
