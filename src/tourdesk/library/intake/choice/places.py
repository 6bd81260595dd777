"""Where a candidate stands: titles of one page stand alike."""

from tourdesk.library.intake.choice.looks import Looks

Place = tuple[str, str, int, int, bool, str]
"""Way, kind of line, lines to the run-time, lines to the facts, gap before, capitals."""

_FARTHEST = 4


def places_of(looks: Looks) -> list[Place]:
    """Where each candidate stands."""
    found: list[Place] = []
    for candidate in looks.candidates:
        at, words = candidate.line, candidate.words
        case = "U" if words.isupper() else "l" if words[:1].islower() else "x"
        kind = looks.kinds[at]
        near = min(looks.to_length[at], _FARTHEST), min(looks.to_facts[at], _FARTHEST)
        found.append((candidate.way, kind, *near, looks.gaps[at], case))
    return found
