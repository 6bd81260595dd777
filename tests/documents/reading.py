"""Reading a PDF back with another maker's library."""

import ctypes
import re
from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image
from pypdfium2 import raw


@dataclass(frozen=True)
class Box:
    """Where a character or a picture is, in points from the bottom left; `what` is the character or its kind."""

    what: str
    left: float
    bottom: float
    right: float
    top: float


def page_texts(data: bytes) -> list[str]:
    """The text of each page."""
    with pdfium.PdfDocument(data) as pdf:
        texts = []
        for page in pdf:
            read = page.get_textpage()
            texts.append(read.get_text_bounded())
            read.close()
            page.close()
        return texts


def half_texts(data: bytes) -> list[str]:
    """The text of the left and of the right half of each page."""
    with pdfium.PdfDocument(data) as pdf:
        texts = []
        for page in pdf:
            read, middle = page.get_textpage(), page.get_width() / 2
            texts += [read.get_text_bounded(right=middle), read.get_text_bounded(left=middle)]
            read.close()
        return texts


def squeezed(text: str) -> str:
    """Text without blanks, line ends, and the marks with which a reader joins what a line end parted."""
    return "".join(text.split()).replace("\ufffe", "-").replace("\u00ad", "-")


def all_text(data: bytes) -> str:
    """The text of all pages, squeezed."""
    return squeezed("".join(page_texts(data)))


def rasters(data: bytes, dpi: int = 60) -> list[Image.Image]:
    """The pages as pictures."""
    with pdfium.PdfDocument(data) as pdf:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in pdf]


def sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    with pdfium.PdfDocument(data) as pdf:
        return [page.get_size() for page in pdf]


def boxes(data: bytes) -> list[list[Box]]:
    """Every visible character, picture and drawn shape of each page, by its extent."""
    found = []
    with pdfium.PdfDocument(data) as pdf:
        for page in pdf:
            read = page.get_textpage()
            here = []
            for number in range(read.count_chars()):
                letter = read.get_text_range(number, 1)
                if letter.strip():
                    here.append(Box(letter, *read.get_charbox(number)))
            for drawn in page.get_objects(max_depth=4):
                if drawn.type != raw.FPDF_PAGEOBJ_TEXT:
                    kind = "picture" if drawn.type == raw.FPDF_PAGEOBJ_IMAGE else "shape"
                    here.append(Box(kind, *drawn.get_bounds()))
            found.append(here)
            read.close()
    return found


def fonts(data: bytes) -> dict[str, bool]:
    """The base name of each font in use (without the subset's letters), and whether it is embedded."""
    names: dict[str, bool] = {}
    with pdfium.PdfDocument(data) as pdf:
        for page in pdf:
            for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
                font = raw.FPDFTextObj_GetFont(drawn.raw)
                names[_font_name(font)] = raw.FPDFFont_GetIsEmbedded(font) == 1
    return names


def _font_name(font: object) -> str:
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode().partition("+")[2] or buffer.value.decode()


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page (from 0) of each bookmark."""
    entries = []
    with pdfium.PdfDocument(data) as pdf:
        for mark in pdf.get_toc():
            target = mark.get_dest()
            entries.append((mark.level, mark.get_title(), -1 if target is None else target.get_index() or 0))
    return entries


def metadata(data: bytes) -> dict[str, str]:
    """What the document says of itself."""
    with pdfium.PdfDocument(data) as pdf:
        return dict(pdf.get_metadata_dict())


def words(data: bytes) -> Counter[str]:
    """How often each word is there; a hyphen, at which a line may end, parts words."""
    return counted("\n".join(page_texts(data)))


def counted(text: str) -> Counter[str]:
    """How often each word is in a text."""
    return Counter(re.findall(r"[^\W_]+", text))


def pictures(data: bytes) -> list[tuple[int, int]]:
    """The size in pixels of each picture."""
    with pdfium.PdfDocument(data) as pdf:
        return [
            drawn.get_px_size()
            for page in pdf
            for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        ]


def outside(data: bytes, margin: float, bottom: float) -> list[Box]:
    """What reaches into the margins: left, right and top, and the one at the bottom."""
    slack = 1.0  # round letters and slanted ones stand a little over their place
    return [
        box
        for (width, height), page in zip(sizes(data), boxes(data), strict=True)
        for box in page
        if box.left < margin - slack
        or box.right > width - margin + slack
        or box.top > height - min(margin, 34) + slack
        or box.bottom < bottom
    ]


def overlapping(data: bytes) -> list[tuple[str, str]]:
    """Lines and pictures that lie on one another."""
    kinds = [raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE]
    found = []
    with pdfium.PdfDocument(data) as pdf:
        for page in pdf:
            read = page.get_textpage()
            drawn = [
                (one.extract() if one.type == raw.FPDF_PAGEOBJ_TEXT else "a picture", one.get_bounds())
                for one in page.get_objects(filter=kinds, max_depth=4, textpage=read)
            ]
            for number, (text, box) in enumerate(drawn):
                for other, second in drawn[number + 1 :]:
                    across = min(box[2], second[2]) - max(box[0], second[0])
                    down = min(box[3], second[3]) - max(box[1], second[1])
                    if across > 1 and down > 1.5:
                        found.append((text, other))
            read.close()
    return found


def links(data: bytes) -> set[str]:
    """Every web and mail address that the pages open."""
    found = set()
    with pdfium.PdfDocument(data) as pdf:
        for page in pdf:
            place, link = ctypes.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page.raw, place, link):
                action = raw.FPDFLink_GetAction(link)
                length = raw.FPDFAction_GetURIPath(pdf.raw, action, None, 0)
                buffer = ctypes.create_string_buffer(length)
                raw.FPDFAction_GetURIPath(pdf.raw, action, buffer, length)
                found.add(buffer.value.decode())
    return found
