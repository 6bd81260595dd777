"""How the Fit page says things: what a proposal is, how it differs from now, how sure it is."""

from collections.abc import Sequence

from tourdesk.foundation.durations import clock_text
from tourdesk.gui.films.words import counted
from tourdesk.gui.programme import words
from tourdesk.programming.proposing.proposal import Difference, Outcome, Proposal
from tourdesk.programming.slot import Slot

_NAMED = 3


def headline(proposal: Proposal) -> str:
    """`9 films, 1:58:20 of films`."""
    films = sum(part.films for part in proposal.order.parts)
    return f"{counted(films, 'film')}, {clock_text(proposal.order.film_seconds)} of films"


def ending(proposal: Proposal, slot: Slot) -> str:
    """`ends 21:29:40, 0:20 left`."""
    about = "" if proposal.order.exact else "about "
    return f"ends {about}{words.clock(slot, proposal.order.end)}, {words.left(proposal.order)}"


def changed(difference: Difference, *, named: int | None = _NAMED) -> str:
    """How a proposal differs from the programme of now; of many titles only the first are named."""
    said = []
    if difference.added:
        said.append(f"Adds {_titles(difference.added, named)}.")
    if difference.dropped:
        said.append(f"Drops {_titles(difference.dropped, named)}.")
    if difference.moved:
        said.append(f"Moves {counted(difference.moved, 'film')}.")
    return " ".join(said) or "The same films in the same order."


def _titles(titles: Sequence[str], named: int | None) -> str:
    shown = [f"“{title}”" for title in titles[:named]]
    more = len(titles) - len(shown)
    if more:
        shown.append(counted(more, "other"))
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def verdict(outcome: Outcome) -> str:
    """How sure it is, and what was left out, in a few sentences."""
    mending = outcome.asked.request.prefer[0] == "least_change"
    seconds = f"{outcome.seconds:.1f} s"
    if outcome.clashes:
        said = ["Nothing fits: these rules cannot hold together."]
        if len(outcome.clashes) == 1:
            said = ["Nothing fits: this rule cannot be kept."]
    elif not outcome.proposals:
        said = [
            f"Nothing was found in {seconds}, and it is not proven that nothing fits; please try fewer rules."
        ]
    elif not outcome.proven:
        said = [f"The best found in {seconds}; it is not proven that nothing is better."]
    elif mending:
        said = ["Proven: no smaller change fits."]
    else:
        said = ["Proven: nothing fuller keeps the rules."]
    if outcome.asked.untimed:
        verb = "was" if outcome.asked.untimed == 1 else "were"
        said.append(f"{counted(outcome.asked.untimed, 'film')} without a run-time {verb} left out.")
    if outcome.asked.frame.own_gaps and outcome.proposals:
        said.append("Gaps that were set between films become the usual gap.")
    return " ".join(said)
