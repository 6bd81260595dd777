"""The sample tour: what a new user finds, and what screenshots show."""

import json
from datetime import date, time
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from tourdesk.desks import Desks
from tourdesk.foundation.assets import resources
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress, Unwatched
from tourdesk.library.committee.verdicts import Choice, Stroke
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.licences import Licence
from tourdesk.library.licences_kept import licence_from_json
from tourdesk.library.stills import still_of
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Hall, Screening, Tour, Venue

# Keys of the sample's items are the same in every copy, so that its papers are the same to the byte.
_KEYS = UUID("5b0f4a8e-3c53-4b36-9d0f-0f8f6f4a9c11")

Facts = dict[str, Any]


def load_sample(desks: Desks, progress: Progress | None = None) -> None:
    """Put the sample tour into an empty database, all of it or nothing.

    Raises ProblemForUser when there are films already.
    """
    folder = resources() / "sample"
    facts: Facts = json.loads((folder / "tour.json").read_text(encoding="utf-8"))
    with desks.database.work():
        # Asked within the work, so that two that are started at once do not both find it empty.
        if not desks.finding.is_empty():
            raise ProblemForUser(
                _(
                    "“{label}” already holds films; please name a new database for the sample tour.",
                    label=desks.database.label,
                )
            )
        films = _films(desks, facts["films"], folder, progress or Unwatched())
        _judge(desks, facts["committee"], films)
        tour = desks.touring.save_tour(_tour(facts["tour"], folder))
        desks.sponsors.save([_sponsor(sponsor, folder) for sponsor in facts["sponsors"]], tour.id)
        venues = {venue["key"]: _venue(desks, venue) for venue in facts["venues"]}
        programmes = {p["key"]: desks.programming.save(_programme(p, films)).id for p in facts["programmes"]}
        for stop in facts["stops"]:
            for screening in stop["screenings"]:
                programme_id = programmes[screening["programme"]]
                desks.touring.save_screening(
                    _screening(tour, stop, screening, venues[stop["venue"]], programme_id)
                )


def _films(desks: Desks, films: list[Facts], folder: Path, progress: Progress) -> dict[str, Film]:
    saved = desks.library.save([_film(film) for film in films], progress)
    for film, film_id in zip(films, saved.ids, strict=True):
        if film["still"]:
            file = folder / film["still"]
            desks.library.set_stills(film_id, [still_of(file.read_bytes(), file.name)])
    known = desks.library.films(saved.ids)
    return {film["key"]: known[film_id] for film, film_id in zip(films, saved.ids, strict=True)}


def _judge(desks: Desks, committee: list[Facts], films: dict[str, Film]) -> None:
    """The committee, with what each member says of the films."""
    for member in committee:
        joined = desks.committee.join(member["name"])
        assert joined.id is not None  # noqa: S101 - it was just kept
        for said in member["verdicts"]:
            film_id = films[said["film"]].id
            assert film_id is not None  # noqa: S101 - it was just kept
            choice = Choice(said["choice"]) if said["choice"] else None
            stroke = Stroke(choice, said["stars"], said["comment"])
            desks.committee.give(joined.id, [film_id], stroke)


def _film(film: Facts) -> Film:
    return Film(
        title=film["title"],
        original_title=film["original_title"],
        year=film["year"],
        directors=tuple(film["directors"]),
        producers=tuple(film["producers"]),
        countries=tuple(film["countries"]),
        languages=tuple(film["languages"]),
        section=film["section"],
        tags=tuple(film["tags"]),
        advisories=tuple(film["advisories"]),
        logline=film["logline"],
        synopsis=film["synopsis"],
        source=film["source"],
        notes=film.get("notes"),
        versions=tuple(_version(version) for version in film["versions"]),
        sources=tuple(Source(**source) for source in film.get("sources", ())),
        showings=tuple(
            Showing(showing["town"], date.fromisoformat(showing["night"]), showing["note"])
            for showing in film.get("showings", ())
        ),
        licences=tuple(_licence(licence) for licence in film.get("licences", ())),
    )


def _licence(written: Facts) -> Licence:
    licence, unread = licence_from_json(written)
    if unread:
        raise ValueError(f"the sample's licence says {unread} in a way that cannot be read")
    return licence


def _version(version: Facts) -> Version:
    copies = tuple(Copy(**copy) for copy in version.get("copies", ()))
    return Version(version["name"], version["seconds"], version["approximate"], copies=copies)


def _tour(tour: Facts, folder: Path) -> Tour:
    return Tour(
        name=tour["name"],
        season=tour["season"],
        currency=tour["currency"],
        colour=tour["colour"],
        logo=(folder / tour["logo"]).read_bytes(),
        **tour["contact"],
    )


def _sponsor(sponsor: Facts, folder: Path) -> Sponsor:
    logo = (folder / sponsor["logo"]).read_bytes() if sponsor["logo"] else None
    return Sponsor(sponsor["name"], sponsor["tier"], sponsor["web"], logo)


def _venue(desks: Desks, venue: Facts) -> tuple[Venue, dict[str, Hall]]:
    saved, halls = desks.touring.save_venue(
        Venue(venue["name"], venue["town"], venue["zone"], venue["country"], venue["address"]),
        tuple(Hall(hall["name"], hall["capacity"]) for hall in venue["halls"]),
    )
    return saved, {hall["key"]: row for hall, row in zip(venue["halls"], halls, strict=True)}


def _programme(programme: Facts, films: dict[str, Film]) -> Programme:
    items = tuple(
        _item(item, uuid5(_KEYS, f"{programme['key']}/{place}").hex[:12], films)
        for place, item in enumerate(programme["items"])
    )
    return Programme(programme["name"], items, programme["gap_seconds"])


def _item(item: Facts, key: str, films: dict[str, Film]) -> Item:
    kind = ItemKind(item["kind"])
    texts = {"script": item.get("script", ""), "cue": item.get("cue", "")}
    if kind is ItemKind.FILM:
        film = films[item["film"]]
        version = next(version for version in film.versions if version.name == item["version"])
        return Item(key, kind, film.title, version.seconds, version_id=version.id, film_id=film.id, **texts)
    return Item(key, kind, item["title"], item["seconds"], gap_after=item.get("gap_after"), **texts)


def _screening(
    tour: Tour, stop: Facts, screening: Facts, place: tuple[Venue, dict[str, Hall]], programme_id: int | None
) -> Screening:
    venue, halls = place
    times = SlotTimes(
        doors=time.fromisoformat(screening["doors"]),
        start=time.fromisoformat(screening["start"]),
        curfew=time.fromisoformat(screening["curfew"]),
        access=time.fromisoformat(screening["access"]),
        get_out_minutes=screening["get_out_minutes"],
    )
    slot = slot_on(date.fromisoformat(screening["date"]), venue.zone, times)
    return Screening(
        tour=tour,
        town=stop["town"],
        host=stop["host"],
        venue=venue,
        hall=halls[screening["hall"]],
        night=slot.night,
        slot=slot,
        programme_id=programme_id,
    )
