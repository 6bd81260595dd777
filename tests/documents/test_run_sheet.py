"""What projection and MC read on the run sheet."""

from dataclasses import replace

import pytest
from tests.documents.nights import Night, film, film_item, full_night, other, slot
from tests.documents.odd_nights import LONG_TITLE, long_titles
from tests.documents.reading import (
    all_text,
    counted,
    fonts,
    metadata,
    outline,
    outside,
    overlapping,
    page_texts,
    sizes,
    squeezed,
    words,
)
from tests.documents.test_programme_sheet import OUR_FONTS

from tourdesk.documents.headings import title_lines
from tourdesk.documents.kinds import KINDS
from tourdesk.documents.run_sheet import run_sheet
from tourdesk.documents.run_table import _TITLE, Closeness, LastColumn, closest_columns
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.documents.wording import held
from tourdesk.library.films import Version
from tourdesk.programming.programme import ItemKind

MARGIN = 31.0


def night_of_six(start: str = "19:00", curfew: str = "22:00", night: str = "2027-05-18") -> Night:
    return Night([film(number) for number in range(6)], slot=slot(start, curfew, night))


def text_of(night: Night, paper: Paper = Paper.A4) -> str:
    return all_text(run_sheet(night.evening(), paper))


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("count", [1, 12, 30])
def test_every_item_is_there_to_the_second(paper: Paper, count: int) -> None:
    evening = full_night(count).evening()
    text = all_text(run_sheet(evening, paper))
    for timed in evening.order.items:
        assert squeezed(timed.item.title) in text
        assert f"{evening.screening.slot.local(timed.start):%H:%M:%S}" in text
        assert f"{evening.screening.slot.local(timed.end):%H:%M:%S}" in text


def test_items_stand_in_the_order_of_the_clock() -> None:
    evening = night_of_six().evening()
    text = all_text(run_sheet(evening, Paper.A4)).split("SCRIPTFORTHEMC", 1)[1]
    places = [text.index(squeezed(timed.item.title)) for timed in evening.order.items]
    assert places == sorted(places)


@pytest.mark.parametrize("paper", OFFICE)
def test_nothing_lies_in_the_margins_or_on_something_else(paper: Paper) -> None:
    for night in (full_night(), night_of_six("23:10", "02:30", "2027-10-30")):
        data = run_sheet(night.evening(), paper)
        assert outside(data, MARGIN, bottom=16) == []
        assert overlapping(data) == []


@pytest.mark.parametrize("paper", OFFICE)
def test_the_sheets_are_turned_wide(paper: Paper) -> None:
    for size in sizes(run_sheet(night_of_six().evening(), paper)):
        assert size == pytest.approx((paper.height, paper.width), abs=0.1)


def test_cue_and_script_are_whole() -> None:
    items = (
        other(
            ItemKind.WELCOME, "Welcome", 60, "Say every word of this, please. " * 20, "Lights to half. " * 9
        ),
    )
    data = run_sheet(Night(items=items).evening(), Paper.A4)
    assert counted(items[0].script + items[0].cue) <= words(data)


def test_a_script_taller_than_a_page_goes_on_and_says_whose_it_is() -> None:
    items = (other(ItemKind.WELCOME, "Welcome", 60, "One word after another. " * 400), film_item(film(1)))
    data = run_sheet(Night([film(1)], items=items).evening(), Paper.A4)
    assert len(sizes(data)) > 2
    assert counted(items[0].script) <= words(data)
    assert squeezed("Welcome, continued") in all_text(data)


def test_the_names_of_the_columns_stand_on_every_page() -> None:
    texts = page_texts(run_sheet(full_night(30).evening(), Paper.A4))
    assert len(texts) > 2
    for text in texts:
        assert "REAL START" in text
        assert "CUE FOR PROJECTION" in text


def test_the_top_says_when_it_ends_when_it_must_and_what_is_left() -> None:
    text = text_of(night_of_six())
    assert squeezed("ends at 20:20:15, 1:24:45 before it must end at 21:45:00") in text
    assert squeezed("CURFEW, ALL OUT 22:00:00") in text
    assert squeezed("LEFT 1:24:45") in text


def test_an_overrun_is_a_problem_in_words() -> None:
    text = text_of(night_of_six(curfew="20:30"))
    assert squeezed("Problem The evening ends at 20:20:15, 5:15 after it must") in text
    assert squeezed("OVER 5:15") in text


def test_parts_say_their_totals() -> None:
    text = text_of(night_of_six())
    assert squeezed("First half 19:00:00 – 19:22:51 22:51 3 films, 16:51 of film") in text
    assert squeezed("Second half 19:37:51 – 20:20:15 42:24 3 films, 31:24 of film") in text


def test_an_evening_across_midnight_shows_the_new_date_where_it_begins() -> None:
    text = text_of(night_of_six("23:10", "01:30", "2027-10-16"))
    before, after = text.split(squeezed("After midnight: Sunday 17 October 2027"))
    assert "23:57:02" in before
    assert "00:07:50" in after


def test_an_item_that_crosses_midnight_says_on_which_day_it_ends() -> None:
    assert squeezed("00:07:30 Sun 17 Oct") in text_of(night_of_six("23:10", "01:30", "2027-10-16"))


def test_across_a_clock_change_every_time_says_its_distance_from_utc() -> None:
    night = night_of_six("23:30", "03:30", "2027-03-27")
    long = replace(night, films=[replace(one, versions=(Version(seconds=1800),)) for one in night.films])
    text = text_of(long)
    assert squeezed("The clocks change during this night, from UTC+0 to UTC+1") in text
    assert "UTC+0" in text.split("REALSTART", 1)[1]
    assert "UTC+1" in text.split("REALSTART", 1)[1]


def test_on_other_nights_no_time_says_its_distance_from_utc() -> None:
    assert "UTC" not in text_of(night_of_six())


def test_a_run_time_known_to_the_minute_is_marked() -> None:
    one = film(0, versions=(Version(seconds=600, approximate=True),))
    text = text_of(Night([one], items=(film_item(one),)))
    assert squeezed("10:00 about") in text
    assert squeezed("marked “about” are known to the minute only") in text
    assert "pleasecheckitwiththefile" not in text


def test_a_run_time_nobody_knows_is_not_a_zero() -> None:
    one = film(0, versions=(Version(),))
    text = text_of(Night([one], items=(film_item(one),)))
    assert "notknown" in text
    assert "Warning" in text


def test_a_version_that_is_not_the_original_is_named() -> None:
    one = film(0)
    text = text_of(Night([one], items=(film_item(one, version_name="festival cut"),)))
    assert squeezed("Version: festival cut") in text


def test_a_gap_is_said_where_it_is() -> None:
    assert "0:20" in text_of(night_of_six())
    assert "0:20" not in text_of(replace(night_of_six(), gap=0))


def test_an_empty_programme_is_one_page_that_says_so() -> None:
    texts = page_texts(run_sheet(Night(items=()).evening(), Paper.A4))
    assert len(texts) == 1
    assert "The programme is empty" in texts[0]


def test_the_outline_leads_to_parts_and_films() -> None:
    night = night_of_six()
    titles = [title for _, title, _ in outline(run_sheet(night.evening(), Paper.A4))]
    assert "First half, 19:00:00" in titles
    assert [title for title in titles if title in {one.title for one in night.films}] == [
        one.title for one in night.films
    ]


def test_only_our_own_typefaces_are_used_and_all_are_embedded() -> None:
    used = fonts(run_sheet(full_night().evening(), Paper.A4))
    assert set(used) <= OUR_FONTS
    assert all(used.values())


def test_the_document_says_what_it_is() -> None:
    about = metadata(run_sheet(night_of_six().evening(), Paper.A4))
    assert about["Title"] == "Lantern Tour 2027: run sheet, Bramblehaven, Tuesday 18 May 2027"
    assert about["Author"] == "Lantern Tour 2027"


@pytest.mark.parametrize("kind", ["run-sheet", "run-sheet-projection"])
def test_a_row_taller_than_a_page_goes_on_with_its_time_and_title(kind: str) -> None:
    cue = "Lights to a third, then slowly up again; wait for the bell. " * 90
    items = (other(ItemKind.WELCOME, "Welcome", 300, cue=cue), film_item(film(0)))
    data = KINDS[kind].make(Night([film(0)], items=items).evening(), Paper.A4)
    pages = [squeezed(text) for text in page_texts(data)]
    assert len(pages) > 2
    assert [squeezed("19:00:00 …") in text for text in pages[1:-1]] == [True] * (len(pages) - 2)
    assert squeezed("Welcome, continued") in pages[1]
    assert counted(cue) <= words(data)
    assert outside(data, 31.0, bottom=16) == []


def test_cues_that_are_long_get_a_wider_column() -> None:
    films = [film(number) for number in range(8)]
    cue = "Last film of the half: house lights slowly up over the end of the credits, then the playlist."
    nothing = LastColumn("Copies", lambda _item: "")
    wide, narrow = (
        closest_columns(700, Night(films, items=tuple(items)).evening(), nothing, Closeness(5, 11))
        for items in ([film_item(one, cue=cue * 3) for one in films], [film_item(one) for one in films])
    )
    assert wide.last - wide.cue > narrow.last - narrow.cue


def test_a_title_of_five_hundred_letters_takes_a_part_of_a_page() -> None:
    data = KINDS["run-sheet"].make(long_titles().evening(), Paper.A4)
    assert len(page_texts(data)) == 2
    assert squeezed("".join(page_texts(data))).count(squeezed(LONG_TITLE)) == 4


def test_an_empty_programme_says_no_end_and_nothing_to_spare() -> None:
    text = text_of(Night(items=()))
    assert squeezed("MUST END 22:45:00") in text
    assert squeezed("END 19:00:00") not in text
    assert squeezed("LEFT") not in text


def test_a_half_without_films_does_not_count_them() -> None:
    text = text_of(full_night(1))
    assert squeezed("1 film, 4:00 of film") in text
    assert squeezed("0 films") not in text


def test_titles_stand_in_few_lines_though_cues_and_copies_are_many_words() -> None:
    file = " · ".join(
        map(held, "file|H.264, 24 fps|16:9|stereo|no subtitles|measured 24:07|tour drive A".split("|"))
    )
    reel = " · ".join(
        map(
            held, "DCP|2K flat|1.85|5.1|no subtitles|measured 53:08|tour drive A|CPL 6b1f0c52…b1e4".split("|")
        )
    )
    said = {
        "Coming Home - Ag Teacht Abhaile": ("", file),
        "Running The Roof": (
            "Last film: house lights slowly up over the end of the credits.",
            f"{reel}\n\n{file}",
        ),
        "The Crown Traverse": ("", file),
        "Balance": ("", file),
    }
    films = [film(number, title=title) for number, title in enumerate(said)]
    cue = "House lights to half at the first word, stage light on. Microphone 1 open. House lights out on the last."
    items = (
        other(ItemKind.WELCOME, "Welcome", 300, cue=cue),
        other(
            ItemKind.ANNOUNCEMENT, "Trailer: Trails 2027", 90, cue="Tour trailer, straight on from the spot."
        ),
        *(film_item(one, cue=said[one.title][0]) for one in films),
    )
    copies = LastColumn("Copies", lambda item: said.get(item.title, ("", ""))[1])
    columns = closest_columns(728, Night(films, items=items).evening(), copies, Closeness(2, 11))
    lines = [len(title_lines(title, _TITLE, columns.item_width)) for title in said]
    assert lines == [2, 1, 1, 1]
