"""How licences are said on the screen: their window, their terms, and whether they hold for a night."""

from datetime import date, timedelta

from tourdesk.foundation.dates import day_text
from tourdesk.foundation.language import _, later, n_
from tourdesk.gui.films.words import countries_text
from tourdesk.library.licences import FeeKind, Licence, fee_text

FEE_KINDS = {
    FeeKind.FLAT: later("per showing"),
    FeeKind.PER_HEAD: later("per guest"),
    FeeKind.SHARE: later("minimum and share"),
}
"""How a fee is counted, as it stands behind the amount."""


def window_text(licence: Licence) -> str:
    """When it may be shown: `1 May 2027 – 31 May 2027`, `from 1 May 2027`, `until 31 May 2027`, `at any time`."""
    first, last = licence.first, licence.last
    if first is not None and last is not None:
        if first == last:
            return day_text(first)
        return _("{first} – {last}", first=day_text(first), last=day_text(last))
    if first is not None:
        return _("from {first}", first=day_text(first))
    return _("until {last}", last=day_text(last)) if last is not None else _("at any time")


def terms_text(licence: Licence) -> str:
    """All but the window, in a line."""
    said = []
    if licence.version:
        said.append(_("“{version}” only", version=licence.version))
    if licence.territories:
        said.append(countries_text(licence.territories))
    if licence.fee is not None:
        said.append(fee_text(licence.fee))
    if licence.plays is not None:
        said.append(n_("{n} showing", "{n} showings", licence.plays))
    if licence.radius_km is not None:
        said.append(_("nobody else within {km} km", km=licence.radius_km))
    if licence.return_days is not None:
        said.append(
            n_(
                "return due {n} day after the night",
                "return due {n} days after the night",
                licence.return_days,
            )
        )
    holder = " ".join(filter(None, (licence.holder, f"({licence.contact})" if licence.contact else "")))
    return " · ".join((*said, *filter(None, (holder, licence.note))))


def owed_text(licence: Licence, night: date) -> str:
    """What a showing on a night costs, until when its box-office return is due, and to whom, in a line each."""
    said = [fee_text(licence.fee)] if licence.fee is not None else []
    if licence.return_days is not None:
        said.append(_("return due {day}", day=day_text(night + timedelta(days=licence.return_days))))
    return "\n".join((*said, *filter(None, (licence.holder,))))


def licences_text(licences: tuple[Licence, ...]) -> str:
    """Several licences in a line each, for the check of a page and for what films have in common."""
    return "\n".join(", ".join(filter(None, (window_text(one), terms_text(one)))) for one in licences)
