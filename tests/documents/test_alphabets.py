"""Titles and names in every alphabet: rightly shaped, rightly directed, and found again as text."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps, features
from tests.documents.nights import Night, film
from tests.documents.reading import all_text, boxes, fonts, outside, rasters

from tourdesk.documents.about import About
from tourdesk.documents.fonts import width
from tourdesk.documents.kinds import KINDS
from tourdesk.documents.letters import in_one_line, missing
from tourdesk.documents.lines import broken
from tourdesk.documents.scripts import placed_runs
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.theme import SANS, SERIF, SERIF_BOLD, Paper, Style
from tourdesk.foundation.assets import resources
from tourdesk.programming.programme import Item, ItemKind

TITLES = {
    "Arabic": ("noto-naskh-arabic/NotoNaskhArabic-Bold.ttf", "الطريق إلى الجبل"),
    "Persian": ("noto-naskh-arabic/NotoNaskhArabic-Bold.ttf", "می‌دوم تا کوه"),
    "Hebrew": ("noto-serif-hebrew/NotoSerifHebrew-Bold.ttf", "הדרך אל ההר"),
    "Hindi": ("noto-serif-devanagari/NotoSerifDevanagari-Bold.ttf", "पर्वत की ओर दौड़"),
    "Thai": ("noto-serif-thai/NotoSerifThai-Bold.ttf", "ทางขึ้นเขาที่ยาวไกล"),
    "Chinese": ("noto-sans-sc/NotoSansSC-Medium.ttf", "跑向高山：一个人的长路"),
    "Taiwanese": ("noto-sans-sc/NotoSansSC-Medium.ttf", "遠方的山與雲"),
    "Japanese": ("noto-sans-jp/NotoSansJP-Medium.ttf", "山へ走る、ひとり。"),
    "Korean": ("noto-sans-kr/NotoSansKR-Medium.ttf", "산으로달리는사람"),
}
SIZE = 60
SHARP = 2
"""Pixels a point."""


def inked(picture: Image.Image) -> Image.Image:
    """The part with ink, dark on white."""
    grey = picture.convert("L")
    box = ImageOps.invert(grey).point(lambda tone: 255 if tone > 60 else 0).getbbox()
    assert box is not None
    return grey.crop(box)


def printed(text: str) -> Image.Image:
    sheet = Sheet((900, 200), About("One line", "Nobody", "A test"))
    sheet.text(40, 110, in_one_line(text), Style(SERIF_BOLD, SIZE, SIZE))
    sheet.next_page()
    return inked(rasters(sheet.finish(), 72 * SHARP)[0])


needs_another_shaper = pytest.mark.skipif(
    not features.check("raqm"), reason="Pillow shapes only where FriBidi is installed (Debian: libfribidi0)"
)


def drawn_by_pillow(file: str, text: str) -> Image.Image:
    """The same by another program: Pillow with its own HarfBuzz and FriBidi."""
    picture = Image.new("L", (900 * SHARP, 200 * SHARP), 255)
    font = ImageFont.truetype(
        str(resources() / "fonts" / file), SIZE * SHARP, layout_engine=ImageFont.Layout.RAQM
    )
    ImageDraw.Draw(picture).text((40 * SHARP, 60 * SHARP), text, font=font, fill=0)
    return inked(picture)


@needs_another_shaper
@pytest.mark.parametrize("alphabet", [name for name, (_, title) in TITLES.items() if " " not in title])
def test_a_title_looks_as_another_program_draws_it(alphabet: str) -> None:
    file, title = TITLES[alphabet]
    same_look(file, title)


@needs_another_shaper
@pytest.mark.parametrize(
    ("alphabet", "word"),
    [(name, word) for name, (_, title) in TITLES.items() if " " in title for word in title.split()],
)
def test_a_word_looks_as_another_program_draws_it(alphabet: str, word: str) -> None:
    """Word by word: blanks are those of the face beside."""
    same_look(TITLES[alphabet][0], word)


def same_look(file: str, text: str) -> None:
    ours, theirs = printed(text), drawn_by_pillow(file, text)
    assert ours.size == pytest.approx(theirs.size, abs=3)
    apart = np.asarray(ours.resize(theirs.size), np.int16) - np.asarray(theirs, np.int16)
    assert np.abs(apart).mean() < 14


@needs_another_shaper
def test_letters_that_are_not_joined_would_look_different() -> None:
    file, _ = TITLES["Arabic"]
    joined, apart = drawn_by_pillow(file, "الجبل"), drawn_by_pillow(file, "ا\u200cل\u200cج\u200cب\u200cل")
    assert abs(joined.width - apart.width) > 20


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("alphabet", list(TITLES))
def test_every_paper_has_the_title_as_text(kind: str, alphabet: str) -> None:
    title = TITLES[alphabet][1]
    data = KINDS[kind].make(Night([film(0, title=title, directors=(title,))]).evening(), Paper.A4)
    text = all_text(data)
    assert "\ufffd" not in text
    # The reader used here turns round what a joiner parts.
    for word in title.replace("\u200c", " ").split():
        assert word in text


def seen(text: str) -> str:
    """What stands in the line from left to right: each run's letters, those of shaped runs in square brackets."""
    runs = sorted(placed_runs(text, SERIF), key=lambda run: run[1])
    return "".join(
        run.text
        if run.glyphs is None
        else f"[{run.text}]"
        if "Noto" in run.font and run.font != SERIF
        else run.glyphs[0][0]
        for run, _ in runs
    )


def test_runs_stand_in_the_order_in_which_eyes_meet_them() -> None:
    assert seen("to الجبل الكبير and") == "to [الكبير] [الجبل] and"
    assert seen("הר (2027)") == "(2027) [הר]"
    assert seen("הר 1, 2") == "2 ,1 [הר]"
    assert seen("הר · Tuesday 18 May") == "[הר] · Tuesday 18 May"
    assert seen("Run 東京 now") == "Run 東京 now"


def test_runs_come_in_the_order_of_reading() -> None:
    assert [run.text for run, _ in placed_runs("to הר אב and", SERIF)] == ["to ", "הר", " ", "אב", " and"]


def test_chinese_characters_follow_the_language_of_the_title() -> None:
    def han(text: str) -> set[str]:
        return {run.font for run, _ in placed_runs(text, SERIF)}

    assert han("山へ走る") == {"NotoSansJP-Medium"}
    assert han("跑向高山") == {"NotoSansSC-Medium"}
    assert han("遠方的山與雲") == {"NotoSansSC-Medium"}
    assert "NotoSansKR-Medium" in han("산山")


def test_a_text_of_our_own_alphabets_is_one_run() -> None:
    [(run, left)] = placed_runs("Größe, Ο ίσκιος, Тень … ½ →", SANS)
    assert (run.font, left, run.glyphs) == (SANS, 0, None)


def test_nothing_is_missing() -> None:
    assert missing([title for _, title in TITLES.values()]) == []


def test_joined_letters_are_measured_joined() -> None:
    word = "الجبل"
    assert width(word, SERIF, 1) < sum(width(letter, SERIF, 1) for letter in word)


STYLE = Style(SERIF, 10, 13)


def test_chinese_and_japanese_lines_fill_the_measure_and_begin_with_no_closing_mark() -> None:
    lines = broken("山へ走る、ひとり。" * 9, STYLE, 100)
    assert all(len(line) >= 8 for line in lines[:-1])
    assert not [line for line in lines if line[0] in "、。"]


def test_a_thai_word_wider_than_a_line_keeps_vowels_and_tones_on_their_letters() -> None:
    lines = broken("ทางขึ้นเขาที่ยาวไกล" * 6, STYLE, 61)
    assert not [line for line in lines if line[0] in "ิีึืุู่้๊๋ั"]


def all_alphabets() -> Night:
    return Night(
        [
            film(number, title=title, synopsis=(title + " ") * 12)
            for number, (_, title) in enumerate(TITLES.values())
        ]
    )


@pytest.mark.parametrize("kind", list(KINDS))
def test_lines_of_every_alphabet_keep_within_the_margins(kind: str) -> None:
    data = KINDS[kind].make(all_alphabets().evening(), Paper.A4)
    assert [box for box in outside(data, 24, bottom=16) if ord(box.what[0]) < 0xE000] == []
    assert all(fonts(data).values())


def test_faces_are_embedded_in_part_only() -> None:
    assert len(KINDS["run-sheet"].make(all_alphabets().evening(), Paper.A4)) < 250_000


def test_what_was_made_before_makes_no_difference() -> None:
    evening = all_alphabets().evening()
    before = KINDS["programme"].make(evening, Paper.A4)
    KINDS["programme"].make(
        Night([film(0, title="دروب الريح العالية", synopsis="हवा चलती है")]).evening(), Paper.A4
    )
    assert KINDS["programme"].make(evening, Paper.A4) == before


def test_the_marks_over_a_thai_title_stay_clear_of_the_section_above_it() -> None:
    night = Night([film(0, title="ทางขึ้นเขาที่ยาวไกล", section="Heights")])
    data = KINDS["programme"].make(night.evening(), Paper.A4)
    text = "".join(box.what for box in boxes(data)[0])
    label = boxes(data)[0][text.index("HEIGHTS") : text.index("HEIGHTS") + 7]
    below = int((Paper.A4.height - min(box.bottom for box in label)) * SHARP)
    page = np.asarray(rasters(data, 72 * SHARP)[0].convert("L"))
    left, right = (int(at * SHARP) for at in (label[0].left, label[0].left + 140))
    white = [bool((row > 200).all()) for row in page[below : below + 20 * SHARP, left:right]]
    # Rows of the page under the label: white ones first, then the title's.
    assert all(white[:3])
    assert not all(white)


@pytest.mark.parametrize(
    "text", ["الطريق " * 90, "הדרך " * 90, "الطريق Sarajevo " * 29], ids=["Arabic", "Hebrew", "Latin names"]
)
def test_lines_of_a_synopsis_that_runs_from_the_right_begin_at_the_right_margin(text: str) -> None:
    night = Night([film(0, synopsis=text, section="Sea")])
    page = np.asarray(rasters(KINDS["programme"].make(night.evening(), Paper.A4), 72)[0].convert("L"))
    inked_rows = page[364:478, 205:556] < 140
    lines, before = [], False
    for row in inked_rows:
        if row.any() and not before:
            lines.append(np.zeros_like(row))
        if row.any():
            lines[-1] |= row
        before = bool(row.any())
    ends = [np.flatnonzero(line) for line in lines]
    right = 550 - 205
    assert len(lines) > 5
    assert all(abs(int(end.max()) - right) < 4 for end in ends)
    # The last line is short, and ends on the left before the others do.
    assert int(ends[-1].min()) > int(ends[0].min()) + 60


@pytest.mark.parametrize("kind", ["run-sheet", "run-sheet-mc"])
def test_lines_of_a_script_that_runs_from_the_right_begin_at_the_right_margin(kind: str) -> None:
    script = "\n\n".join(["הדרך Sarajevo"] * 6)
    evening = Night(items=(Item("welcome", ItemKind.WELCOME, "Welcome", 300, script=script),)).evening()
    page = np.asarray(rasters(KINDS[kind].make(evening, Paper.A4), 72)[0].convert("L"))
    rows = [np.flatnonzero(row < 140) for row in page if (row < 140).any()]
    right = max(int(row.max()) for row in rows)
    # Rows of letters near the margin alone: the rules and the bar reach across the page.
    assert len([row for row in rows if row.max() > right - 3 and row.min() > right - 160]) > 20
