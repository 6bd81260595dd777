"""How the Fit page says things: what a proposal is, how it differs from now, how sure it is."""

from collections.abc import Sequence

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, decimal, later, n_, quoted
from tourdesk.gui.programme import words
from tourdesk.programming.proposing.clashing import about_films
from tourdesk.programming.proposing.proposal import Difference, Outcome, Proposal, ProposedNight, difference
from tourdesk.programming.proposing.wishes import MUST, NEVER
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import Slot

_NAMED = 3


def headline(proposal: Proposal) -> str:
    """`9 films, 1:58:20 of films`."""
    films = sum(night.order.films for night in proposal.nights)
    length = clock_text(sum(night.order.film_seconds for night in proposal.nights))
    return n_("{n} film, {length} of films", "{n} films, {length} of films", films, length=length)


def endings(proposal: Proposal) -> list[str]:
    """Of each night `ends 21:29:40, 0:20 left`, with its day where there are two."""
    said = [_ending(night) for night in proposal.nights]
    if len(said) == 1:
        return said
    days = [day(night) for night in proposal.nights]
    return [f"{of_night}: {ending}" for of_night, ending in zip(days, said, strict=True)]


def day(night: ProposedNight) -> str:
    """A night by its day and its start: `Sat 22 May, 19:00`; both showings of a day are told apart by it."""
    return _day(night.slot)


def _day(slot: Slot) -> str:
    return f"{words.day(slot, slot.start)}, {words.short_clock(slot, slot.start)}"


def _ending(night: ProposedNight) -> str:
    end, left = words.clock(night.slot, night.order.end), words.left(night.order)
    if night.order.exact:
        return _("ends {end}, {left}", end=end, left=left)
    return _("ends about {end}, {left}", end=end, left=left)


def given_up(proposal: Proposal) -> str:
    """What would have been nice and is not so; empty when all of it is."""
    if not proposal.given_up:
        return ""
    return _("Not kept: {rules}.", rules="; ".join(proposal.given_up))


def changed(difference: Difference, *, named: int | None = _NAMED) -> str:
    """How a proposal differs from the programme of now; of many titles only the first are named."""
    said = []
    if difference.added:
        said.append(_("Adds {films}.", films=_titles(difference.added, named)))
    if difference.dropped:
        said.append(_("Drops {films}.", films=_titles(difference.dropped, named)))
    if difference.moved:
        said.append(n_("Moves {n} film.", "Moves {n} films.", difference.moved))
    return " ".join(said) or _("The same films in the same order.")


def changed_in_brief(difference: Difference) -> str:
    """How a proposal differs from the programme of now, in numbers: `Beside the programme now: 3 added, 1 dropped, 1 moved.`"""
    numbers = {
        later("{n} added"): len(difference.added),
        later("{n} dropped"): len(difference.dropped),
        later("{n} moved"): difference.moved,
    }
    said = [_(counted, n=number) for counted, number in numbers.items() if number]
    if not said:
        return _("The same films in the same order.")
    return _("Beside the programme now: {changes}.", changes=", ".join(said))


def _titles(titles: Sequence[str], named: int | None) -> str:
    shown = [quoted(title) for title in titles[:named]]
    more = len(titles) - len(shown)
    if more:
        shown.append(n_("{n} other", "{n} others", more))
    if len(shown) == 1:
        return shown[0]
    return _("{some} and {last}", some=", ".join(shown[:-1]), last=shown[-1])


def verdict(outcome: Outcome) -> str:
    """How sure it is, and what was left out, in a few sentences."""
    said = [*_why_mended(outcome), _sureness(outcome), *_left_aside(outcome)]
    if outcome.asked.untimed:
        said.append(
            n_(
                "{n} film without a run-time was left out.",
                "{n} films without a run-time were left out.",
                outcome.asked.untimed,
            )
        )
    if outcome.asked.refused:
        said.append(
            n_(
                "{n} film that most of the committee refuse was left out.",
                "{n} films that most of the committee refuse were left out.",
                outcome.asked.refused,
            )
        )
    said += _not_counted(outcome)
    if any(night.frame.own_gaps for night in outcome.asked.nights) and outcome.proposals:
        said.append(_("Gaps that were set between films become the usual gap."))
    return " ".join(said)


def _not_counted(outcome: Outcome) -> list[str]:
    """Which fees could not be counted, where they are limited."""
    said = []
    if outcome.asked.unpriced:
        said.append(
            n_(
                "{n} film was left out, because its fee cannot be counted.",
                "{n} films were left out, because their fees cannot be counted.",
                outcome.asked.unpriced,
            )
        )
    if outcome.asked.uncounted:
        titles = _titles(outcome.asked.uncounted, _NAMED)
        said.append(_("The fees of {films} cannot be counted and come on top.", films=titles))
    return said


def _why_mended(outcome: Outcome) -> list[str]:
    """What was wrong with the programme that is mended."""
    asked = outcome.asked
    if not asked.mends:
        return []
    said = []
    if asked.replaced:
        titles = ", ".join(quoted(title) for title in asked.replaced)
        said.append(_("Without {films}.", films=titles))
    for night in asked.nights:
        margin = running_order(night.frame.programme, night.slot).margin
        if margin >= 0:
            continue
        over = clock_text(-margin)
        said.append(
            _("It runs over by {time}.", time=over)
            if len(asked.nights) == 1
            else _("{night} runs over by {time}.", night=_day(night.slot), time=over)
        )
    return said


def _left_aside(outcome: Outcome) -> list[str]:
    """What is not asked of a programme that is mended."""
    asked = outcome.asked
    if not asked.aside:
        return []
    broken = [wish.sentence for wish in asked.wishes.all if wish.name in asked.aside]
    broken += [about_films(asked, name) for name in asked.aside if name in {MUST, NEVER}]
    return [
        n_(
            "Left aside, because it is broken already: {rules}.",
            "Left aside, because they are broken already: {rules}.",
            len(broken),
            rules="; ".join(broken),
        )
    ]


def _sureness(outcome: Outcome) -> str:
    seconds = decimal(outcome.seconds, 1)
    if not outcome.proposals:
        said = _nothing(outcome, seconds)
    elif outcome.asked.mends and _stays(outcome.proposals[0]):
        said = _("No film has to change.")
    elif outcome.proven:
        said = _(_PROVEN[outcome.asked.request.prefer[0]])
    else:
        said = _at_most(outcome, seconds)
    return said


def _stays(proposal: Proposal) -> bool:
    """Whether the films are those of now, in their order."""
    nothing = Difference((), (), 0)
    return all(difference(night.before, night.programme) == nothing for night in proposal.nights)


_PROVEN = {
    "least_change": later("Proven: no smaller change fits."),
    "value": later("Proven best: nothing that is wanted more keeps the rules."),
    "fill": later("Proven best: nothing fuller keeps the rules."),
}


def _nothing(outcome: Outcome, seconds: str) -> str:
    if len(outcome.clashes) == 1:
        return _("Nothing fits: this rule cannot be kept.")
    if outcome.clashes:
        return _("Nothing fits: these rules cannot hold together.")
    return _(
        "Nothing was found in {seconds} s, and it is not proven that nothing fits; please try fewer rules.",
        seconds=seconds,
    )


def _at_most(outcome: Outcome, seconds: str) -> str:
    """The best so far, and how much better another one could be at most."""
    if outcome.asked.pinned:
        return _(
            "The best found; films are pinned, so the nights were filled one after the other, and it is not proven "
            "that nothing is better."
        )
    if outcome.asked.uneven:
        return _(
            "The best found; one night has more room than the other, so it is not proven that nothing is better."
        )
    if outcome.better is None:
        return _("The best found in {seconds} s; it is not proven that nothing is better.", seconds=seconds)
    what, amount = outcome.better
    if what == "fill":
        return _(
            "The best found in {seconds} s; another could be at most {time} fuller.",
            seconds=seconds,
            time=clock_text(amount),
        )
    if what == "least_change":
        return n_(
            "The best found in {seconds} s; another could need at most {n} change less.",
            "The best found in {seconds} s; another could need at most {n} changes less.",
            amount,
            seconds=seconds,
        )
    return n_(
        "The best found in {seconds} s; another could be at most {n} point better.",
        "The best found in {seconds} s; another could be at most {n} points better.",
        amount,
        seconds=seconds,
    )
