"""The sample tour is whole: what it refers to is there, and its evenings fit their slots."""

import json
from datetime import date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from babel import Locale
from PIL import Image

from tourdesk.documents.colours import READABLE, contrast, tour_colour
from tourdesk.documents.pictures import logo

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
CONTENT: dict[str, Any] = json.loads((SAMPLE / "tour.json").read_text(encoding="utf-8"))
FILMS: list[dict[str, Any]] = CONTENT["films"]
SCREENINGS: list[dict[str, Any]] = [
    {"stop": stop, **screening} for stop in CONTENT["stops"] for screening in stop["screenings"]
]
KINDS = {"film", "intermission", "welcome", "qa", "sponsor_spot", "trailer", "raffle", "announcement"}

a_film = pytest.mark.parametrize("film", FILMS, ids=lambda film: str(film["key"]))
a_programme = pytest.mark.parametrize("programme", CONTENT["programmes"], ids=lambda each: str(each["key"]))


def by_key(things: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {thing["key"]: thing for thing in things}


def seconds_of(item: dict[str, Any]) -> int:
    if item["kind"] != "film":
        return int(item["seconds"])
    versions = {version["name"]: version for version in by_key(FILMS)[item["film"]]["versions"]}
    return int(versions[item["version"]]["seconds"])


def length_of(programme: dict[str, Any]) -> int:
    """All items, with the programme's gap between the neighbours of each part."""
    total = sum(seconds_of(item) for item in programme["items"])
    for is_break, part in groupby(programme["items"], key=lambda item: item["kind"] == "intermission"):
        if not is_break:
            total += programme["gap_seconds"] * (len(list(part)) - 1)
    return total


def test_there_are_sixteen_films_or_more_and_no_two_have_one_key_or_title() -> None:
    assert len(FILMS) >= 16
    assert len({film["key"] for film in FILMS}) == len({film["title"] for film in FILMS}) == len(FILMS)


@a_film
def test_a_film_says_what_a_programme_prints(film: dict[str, Any]) -> None:
    assert film["title"].strip() == film["title"] != ""
    assert film["directors"]
    assert film["section"]
    assert film["tags"]
    assert film["source"]
    assert film["year"] is None or 1950 < film["year"] < 2027
    assert film["logline"].endswith((".", "!", "?"))
    assert 8 <= len(film["logline"].split()) <= 30
    assert 60 <= len(film["synopsis"].split()) <= 290


@a_film
def test_a_film_has_versions_with_run_times_or_an_open_one(film: dict[str, Any]) -> None:
    names = [version["name"] for version in film["versions"]]
    assert names[0] == "original"
    assert len(set(names)) == len(names)
    for version in film["versions"]:
        assert isinstance(version["approximate"], bool)
        assert version["seconds"] is None or 60 <= version["seconds"] <= 3 * 3600


@a_film
def test_countries_and_languages_of_a_film_are_known_codes(film: dict[str, Any]) -> None:
    locale = Locale("en")
    assert all(code in locale.territories and len(code) == 2 for code in film["countries"])
    assert all(code in {*locale.languages, "tar"} for code in film["languages"])


@a_film
def test_the_still_of_a_film_opens_and_is_small(film: dict[str, Any]) -> None:
    path = SAMPLE / film["still"]
    assert path.stat().st_size <= 70_000
    with Image.open(path) as still:
        still.load()
        assert (still.format, still.size) == ("JPEG", (1280, 720))


def test_the_library_has_the_variety_that_the_program_must_show() -> None:
    assert any(len(film["directors"]) > 1 for film in FILMS)
    assert any(len(film["versions"]) > 1 for film in FILMS)
    assert any(film["original_title"] for film in FILMS)
    assert any(film["year"] is None for film in FILMS)
    assert any(film["versions"][0]["seconds"] is None for film in FILMS)
    assert sum(len(film["synopsis"].split()) > 240 for film in FILMS) >= 2
    assert 4 <= len({film["section"] for film in FILMS}) <= 8
    assert len({tag for film in FILMS for tag in film["tags"]}) >= 12


def test_the_committee_has_four_members_who_agree_and_disagree() -> None:
    committee = CONTENT["committee"]
    assert len({member["name"] for member in committee}) == 4
    films = by_key(FILMS)
    choices: dict[str, list[str | None]] = {}
    for said in (said for member in committee for said in member["verdicts"]):
        assert said["film"] in films
        assert said["choice"] in {"must", "maybe", "no", None}
        assert said["stars"] in {None, 1, 2, 3, 4, 5}
        choices.setdefault(said["film"], []).append(said["choice"])
    assert any(made.count("must") == 4 for made in choices.values())
    assert any({"must", "no"} <= set(made) for made in choices.values())
    assert len(choices) < len(films)


@pytest.mark.parametrize("sponsor", CONTENT["sponsors"], ids=lambda sponsor: str(sponsor["name"]))
def test_the_logo_of_a_sponsor_is_dark_on_nothing(sponsor: dict[str, Any]) -> None:
    assert sponsor["tier"] in {"main", "gold", "partner"}
    if sponsor["logo"] is None:
        return
    with Image.open(SAMPLE / sponsor["logo"]) as logo:
        assert logo.format == "PNG"
        assert logo.mode == "RGBA"
        assert logo.width <= 800
        assert logo.getchannel("A").getextrema() == (0, 255)
        assert np.asarray(logo)[..., :3].max() < 90


def test_sponsors_are_of_every_tier() -> None:
    assert {sponsor["tier"] for sponsor in CONTENT["sponsors"]} == {"main", "gold", "partner"}


@a_programme
def test_a_programme_refers_to_films_and_sponsors_that_exist(programme: dict[str, Any]) -> None:
    films, sponsors = by_key(FILMS), {sponsor["name"] for sponsor in CONTENT["sponsors"]}
    for item in programme["items"]:
        assert item["kind"] in KINDS
        assert seconds_of(item) > 0
        if item["kind"] == "film":
            assert item["film"] in films
        elif item["kind"] == "sponsor_spot":
            assert item["title"].removeprefix("Sponsor spot: ") in sponsors
        else:
            assert item["title"]


def test_every_venue_is_somewhere_and_every_stop_at_a_venue() -> None:
    venues = by_key(CONTENT["venues"])
    for venue in venues.values():
        assert venue["country"] in Locale("en").territories
        assert ZoneInfo(venue["zone"]).key == venue["zone"]
        assert all(hall["capacity"] > 0 for hall in venue["halls"])
    for stop in CONTENT["stops"]:
        assert stop["venue"] in venues


@pytest.mark.parametrize(
    "screening", SCREENINGS, ids=lambda each: f"{each['stop']['key']} {each['date']} {each['start']}"
)
def test_a_screening_fits_its_slot_with_some_minutes_left(screening: dict[str, Any]) -> None:
    venue = by_key(CONTENT["venues"])[screening["stop"]["venue"]]
    assert screening["hall"] in by_key(venue["halls"])
    programme = by_key(CONTENT["programmes"])[screening["programme"]]
    access, doors, start, curfew = (
        time.fromisoformat(screening[name]) for name in ("access", "doors", "start", "curfew")
    )
    assert access <= doors < start
    night = date.fromisoformat(screening["date"])
    begin = datetime.combine(night, start, ZoneInfo(venue["zone"]))
    out = datetime.combine(night + timedelta(days=curfew <= start), curfew, ZoneInfo(venue["zone"]))
    left = (
        out
        - timedelta(minutes=screening["get_out_minutes"])
        - begin
        - timedelta(seconds=length_of(programme))
    )
    assert timedelta(minutes=3) <= left <= timedelta(minutes=20)


def test_the_tour_has_a_colour_that_is_read_on_white_and_a_logo_that_prints() -> None:
    tour = CONTENT["tour"]
    assert contrast(tour_colour(tour["colour"])) >= READABLE
    mark = logo((SAMPLE / tour["logo"]).read_bytes())
    assert mark is not None
    assert mark.ink > 0.2
    assert (SAMPLE / tour["logo"]).with_suffix(".svg").is_file()


def test_the_logos_of_sponsors_are_of_different_shapes() -> None:
    shapes = []
    for sponsor in CONTENT["sponsors"]:
        if sponsor["logo"] is not None:
            with Image.open(SAMPLE / sponsor["logo"]) as picture:
                shapes.append(picture.width / picture.height)
    assert min(shapes) < 1.3
    assert max(shapes) > 4
