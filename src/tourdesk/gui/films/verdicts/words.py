"""How verdicts look and are said on the screen: a shape and a colour for each choice, and what several come to."""

from tourdesk.foundation.language import _
from tourdesk.library.committee.verdicts import Choice, Tally, counted_text, in_words, mean_text

PICTURES = {
    Choice.MUST: ("ok", "ok"),
    Choice.MAYBE: ("question", "warning"),
    Choice.NO: ("close", "error"),
}
"""The icon of a choice and its colour among the tokens: no two have the same shape."""

DISSENT = "≠"


def summary(tally: Tally) -> str:
    """`3 must · 1 no · ★ 4.3 ≠`; empty when nobody says anything."""
    mean = mean_text(tally)
    parts = [counted_text(tally), f"★ {mean}" if mean else ""]
    return " · ".join(part for part in parts if part) + (f" {DISSENT}" if tally.dissent else "")


def dissent_text(tally: Tally) -> str:
    """What the sign of dissent means, empty when there is none."""
    return _("The committee disagrees strongly on this film.") if tally.dissent else ""


def who_says_what(tally: Tally) -> str:
    """A line for each member, for tooltips; strong dissent is said first."""
    lines = [dissent_text(tally)]
    lines += [
        _("{name}: {verdict}", name=said.member.name, verdict=in_words(said.verdict)) for said in tally.said
    ]
    return "\n".join(line for line in lines if line)
