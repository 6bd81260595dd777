"""Evenings to print: films, sponsors and pictures of our own invention, on nights at a made-up hall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from io import BytesIO

from PIL import Image, ImageDraw

from tourdesk.documents.evening import Evening
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import Slot, SlotTimes, slot_on
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Hall, Screening, Tour, Venue

TOUR = Tour(
    "Lantern Tour 2027",
    address="9 Wharf Steps, Bramblehaven",
    telephone="+44 1632 960 114",
    email="office@lantern-tour.example",
    web="https://lantern-tour.example",
)
VENUE = Venue("The Old Ropery", "Bramblehaven", "Europe/London", "GB", "2 Hawser Street")

_SENTENCES = (
    "Every morning before the ferry leaves, the keeper climbs ninety-one steps and writes down what the sea is doing.",
    "Nobody has asked for these notes in years, but a storm is on its way and the harbour wants to know.",
    "What begins as a quiet portrait of a habit becomes a race between a notebook and the weather.",
    "The camera stays close to hands, ropes and paper, and it lets the wind speak first.",
    "In the end there is a lamp, a long table, and more people than chairs.",
    "It was filmed over two winters with a crew of three, one of whom was seasick throughout.",
    "The music was played on a harmonium that had been under water for a week.",
)
_NAMES = (
    ("The Keeper’s Notebook", "Ansgar Wend", "GB", "Sea"),
    ("Half a Mountain", "Pía Quintero Ley", "CL", "Heights"),
    ("Saltwater Bread", "Oona Rautio", "FI", "Sea"),
    ("Nine Fences", "Tamsin Okoro", "IE", "Fields"),
    ("Der lange Schatten der Krähe", "Ruth Obermoser", "AT", "Heights"),
    ("A Bus for Marrow Valley", "Idris Penhale", "GB", "Fields"),
    ("What the Beekeeper Owed", "Lena Stjerne", "DK", "Fields"),
    ("Low Tide, High Street", "Gareth Moyle", "GB", "Sea"),
    ("The Stone That Was Lent", "Yiannis Kalogeras", "GR", "Heights"),
    ("Fourteen Kites", "Mira Dhawan", "IN", "Fields"),
    ("Sleeping Car to Ulm", "Jonas Feld", "DE", "Roads"),
    ("One More Bridge", "Catrin Howells", "GB", "Roads"),
)


def film(number: int, **facts: object) -> Film:
    """One of the twelve films (the list goes round for higher numbers), with facts of its own."""
    title, director, country, section = _NAMES[number % len(_NAMES)]
    given: dict[str, object] = {
        "title": title if number < len(_NAMES) else f"{title} {number // len(_NAMES) + 1}",
        "id": number + 1,
        "year": 2020 + number % 6,
        "directors": (director,),
        "countries": (country,),
        "languages": ("en",),
        "section": section,
        "logline": _SENTENCES[(number + 2) % len(_SENTENCES)],
        "synopsis": synopsis(number),
        "versions": (Version(seconds=240 + 97 * number, id=number + 1),),
    }
    return Film(**{**given, **facts})  # type: ignore[arg-type]  # facts of any kind


def synopsis(number: int, sentences: int = 6) -> str:
    """Sentences in two paragraphs, other ones for each number."""
    chosen = [_SENTENCES[(number + place) % len(_SENTENCES)] for place in range(sentences)]
    return " ".join(chosen[: sentences // 2]) + "\n\n" + " ".join(chosen[sentences // 2 :])


def film_item(shown: Film, **facts: object) -> Item:
    """A film in a programme, in its first version."""
    given: dict[str, object] = {
        "key": f"film-{shown.id}",
        "kind": ItemKind.FILM,
        "title": shown.title,
        "seconds": shown.version.seconds,
        "approximate": shown.version.approximate,
        "film_id": shown.id,
        "version_name": shown.version.name,
        "directors": shown.directors,
    }
    return Item(**{**given, **facts})  # type: ignore[arg-type]  # facts of any kind


def other(kind: ItemKind, title: str, seconds: int, script: str = "", cue: str = "") -> Item:
    """An item that is no film."""
    return Item(title, kind, title, seconds, script=script, cue=cue)


def in_two_halves(films: Sequence[Film]) -> tuple[Item, ...]:
    """Welcome, half of the films, intermission, the others, questions."""
    items = [film_item(one) for one in films]
    half = (len(items) + 1) // 2
    welcome = other(
        ItemKind.WELCOME,
        "Welcome",
        300,
        "Good evening and welcome. The exits are behind you and beside the stage.",
        "House lights to half, microphone 1.",
    )
    pause = other(
        ItemKind.INTERMISSION, "Intermission", 900, "Back in a quarter of an hour.", "House lights full."
    )
    return (
        welcome,
        *items[:half],
        pause,
        *items[half:],
        other(ItemKind.QA, "Questions and answers", 600, cue="Stage light on."),
    )


def slot(
    start: str = "19:00", curfew: str = "23:00", night: str = "2027-05-18", zone: str = "Europe/London"
) -> Slot:
    """The slot of a night; the doors open half an hour before the start, get-out is a quarter of an hour."""
    starts = time.fromisoformat(start)
    doors = time((starts.hour - (starts.minute < 30)) % 24, (starts.minute + 30) % 60)
    times = SlotTimes(doors, starts, time.fromisoformat(curfew), None, 15)
    return slot_on(date.fromisoformat(night), zone, times)


@dataclass(frozen=True)
class Night:
    """What an evening is made of; each part can be replaced."""

    films: Sequence[Film] = ()
    items: tuple[Item, ...] | None = None
    slot: Slot = field(default_factory=slot)
    stills: Mapping[int, bytes] = field(default_factory=dict)
    sponsors: tuple[Sponsor, ...] = ()
    tour: Tour = TOUR
    venue: Venue = VENUE
    name: str = "Tales of the Coast"
    gap: int = 20

    def evening(self) -> Evening:
        """The evening, on the clock."""
        items = in_two_halves(self.films) if self.items is None else self.items
        programme = Programme(self.name, items, self.gap)
        hall = Hall("Long Room", 180)
        screening = Screening(
            self.tour, self.venue.town, "Friends of the Ropery", self.venue, hall, self.slot.night, self.slot
        )
        return Evening(
            screening,
            programme,
            running_order(programme, self.slot),
            {one.id: one for one in self.films if one.id is not None},
            self.stills,
            self.sponsors,
        )


def picture(width: int = 640, height: int = 360, seed: int = 0, kind: str = "JPEG") -> bytes:
    """Hills under a sky, different for each seed."""
    image = Image.new("RGB", (width, height), (150 + seed * 29 % 90, 190, 225 - seed * 17 % 80))
    pen = ImageDraw.Draw(image)
    for hill in range(4):
        top = height * (0.45 + 0.14 * hill)
        middle = width * ((seed * 37 + hill * 31) % 100) / 100
        tone = 150 - 35 * hill
        pen.polygon(
            [
                (0, height),
                (0, top),
                (middle, top - height * 0.2),
                (width, top + height * 0.05),
                (width, height),
            ],
            fill=(tone, tone + 10, tone - 10 if tone > 10 else 0),
        )
    return _saved(image, kind)


def logo(width: int = 600, height: int = 200, tone: int = 20, *, outlined: bool = False) -> bytes:
    """A plain mark on a clear ground: a filled or an outlined rectangle."""
    image = Image.new("RGBA", (width + 40, height + 40), (0, 0, 0, 0))
    box = (20, 20, width + 20, height + 20)
    colour = (tone, tone, tone, 255)
    ImageDraw.Draw(image).rectangle(box, fill=None if outlined else colour, outline=colour, width=16)
    return _saved(image, "PNG")


def _saved(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind)
    return file.getvalue()


SPONSORS = (
    Sponsor("Bramble Bakery", "main", "https://bramble-bakery.example", logo(600, 200)),
    Sponsor("Hawser & Sons", "gold", "https://hawser.example", logo(300, 300, 60)),
    Sponsor("Gull Post", "gold", "", logo(900, 160, 40, outlined=True)),
    Sponsor("Tidewater Cycles", "partner"),
    Sponsor("Lamp Room Books", "partner", "https://lamproom.example", logo(200, 320, 90)),
)


def full_night(count: int = 12) -> Night:
    """So many films with stills, and all sponsors."""
    films = [film(number) for number in range(count)]
    stills = {one.id: picture(seed=one.id) for one in films if one.id is not None}
    return Night(films, stills=stills, sponsors=SPONSORS)
