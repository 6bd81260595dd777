"""The sheet that is drawn on: ReportLab's canvas, measured from the top left, with the theme's manners."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from urllib.parse import quote

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tourdesk import __version__
from tourdesk.documents.about import About
from tourdesk.documents.colours import READABLE, VISIBLE, darkened, tour_colour
from tourdesk.documents.faces import FACES, face
from tourdesk.documents.fonts import width
from tourdesk.documents.scripts import Run, placed_runs
from tourdesk.documents.theme import ACCENT, HAIRLINE, INK, SANS, Area, Colour, Style
from tourdesk.foundation.language import spoken


class Sheet:
    """A document being drawn, page after page; `left` and `top` count from the page's top left corner.

    `colour` is the tour's, written `#rrggbb`: it stands wherever a style or a bar has the theme's accent.
    """

    def __init__(self, size: tuple[float, float], about: About, colour: str = "") -> None:
        accent = tour_colour(colour)
        self._for_text, self._for_bars = darkened(accent, READABLE), darkened(accent, VISIBLE)
        self.height = size[1]
        self._file = BytesIO()
        face(SANS)
        # invariant: no clock and no random ids, so that the same evening gives the same bytes.
        self._canvas = Canvas(
            self._file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=SANS,  # type: ignore[arg-type]  # wrong in the stubs; unsaid it is Helvetica
            lang=spoken(),
        )
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setSubject(about.subject)
        self._canvas.setCreator(f"TourDesk {__version__}")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._outline: list[tuple[int, str, str, int]] = []
        self._leaf = 0

    def text(self, left: float, baseline: float, text: str, style: Style) -> None:
        """One line of text, starting at `left`."""
        self._fill(self._for_text if style.colour == ACCENT else style.colour)
        for run, at in placed_runs(text, style.font):
            face(run.font)
            self._canvas.setFont(run.font, style.size)
            if run.glyphs is None:
                place = left + at * style.size
                self._canvas.drawString(place, self.height - baseline, run.text, charSpace=style.tracking)
            else:
                self._shaped(left + at * style.size, baseline, run, style.size)

    def _shaped(self, left: float, baseline: float, run: Run, size: float) -> None:
        """A run as HarfBuzz sets it; readers are told its letters, which cannot be told from its glyphs."""
        said = f"\ufeff{run.text}".encode("utf-16-be").hex()
        self._canvas.addLiteral(f"/Span <</ActualText <{said}>>> BDC")
        for glyphs, across, up in run.glyphs or ():
            self._canvas.drawString(left + across * size, self.height - baseline + up * size, glyphs)
        self._canvas.addLiteral("EMC")

    def text_to(self, right: float, baseline: float, text: str, style: Style) -> None:
        """One line of text, ending at `right`."""
        self.text(right - width(text, style.font, style.size, style.tracking), baseline, text, style)

    def rule(
        self, left: float, right: float, top: float, weight: float = 0.5, colour: Colour = HAIRLINE
    ) -> None:
        """A horizontal line; `top` is its middle."""
        self._pen(weight, colour)
        self._canvas.line(left, self.height - top, right, self.height - top)

    def bar(self, area: Area, colour: Colour) -> None:
        """A filled rectangle."""
        self._fill(self._for_bars if colour == ACCENT else colour)
        self._canvas.rect(area.left, self.height - area.bottom, area.width, area.height, stroke=0, fill=1)

    def frame(self, area: Area, weight: float = 0.8, colour: Colour = INK) -> None:
        """An empty rectangle."""
        self._pen(weight, colour)
        self._canvas.rect(area.left, self.height - area.bottom, area.width, area.height, stroke=1, fill=0)

    def picture(self, area: Area, picture: bytes | Image.Image) -> None:
        """A picture (a JPEG's bytes are kept as they are) filling the area."""
        source = _Jpeg(picture) if isinstance(picture, bytes) else ImageReader(picture)
        self._canvas.drawImage(source, area.left, self.height - area.bottom, area.width, area.height)

    def link(self, area: Area, address: str) -> None:
        """Makes the area open a web or mail address, or what has that bookmark where it is `#` and a bookmark's key."""
        rectangle = (area.left, self.height - area.bottom, area.right, self.height - area.top)
        if address.startswith("#"):
            self._canvas.linkRect("", address[1:], rectangle, relative=1)
            return
        address = quote(address, safe=":/?#[]@!$&'*+,;=%~.-_", errors="replace")
        self._canvas.linkURL(address, rectangle, relative=1)

    def bookmark(self, title: str, top: float, level: int, key: str = "") -> None:
        """An entry of the outline that leads here; links lead here by its key."""
        key = key or f"mark-{len(self._outline) + 1}"
        left, top = self._canvas.absolutePosition(0, self.height - max(0, top - 12))
        self._canvas.bookmarkPage(key, fit="XYZ", left=left, top=top, zoom=0)
        self._outline.append((self._leaf, title, key, level))

    @contextmanager
    def leaf(self, left: float, number: int) -> Iterator[None]:
        """Draws a page of a booklet that begins there on the sheet; bookmarks follow the numbers of the pages."""
        self._leaf = number
        self._canvas.saveState()
        self._canvas.translate(left, 0)
        yield
        self._canvas.restoreState()
        self._leaf = 0

    @contextmanager
    def enlarged(self, times: float) -> Iterator[None]:
        """Draws what was laid out for a sheet so many times smaller."""
        height = self.height
        self.height = height / times
        self._canvas.saveState()
        self._canvas.scale(times, times)
        yield
        self._canvas.restoreState()
        self.height = height

    def flipped_on_the_short_edge(self) -> None:
        """Asks for printing on both sides in the way in which a folded booklet comes out right."""
        self._canvas.setViewerPreference("Duplex", "DuplexFlipShortEdge")
        self._canvas.setViewerPreference("PrintScaling", "None")

    def opened_with_bookmarks(self) -> None:
        """Asks readers to show the bookmarks beside the first page."""
        self._canvas.showOutline()

    def next_page(self) -> None:
        """Ends this page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The whole document."""
        for _, title, key, level in sorted(self._outline, key=lambda mark: mark[0]):
            self._canvas.addOutlineEntry(title, key, level, closed=0)
        with FACES:
            self._canvas.save()
        return self._file.getvalue()

    def _fill(self, colour: Colour) -> None:
        self._canvas.setFillColorRGB(colour.red, colour.green, colour.blue)

    def _pen(self, weight: float, colour: Colour) -> None:
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeColorRGB(colour.red, colour.green, colour.blue)


class _Jpeg(ImageReader):
    """A JPEG that goes into the file as it is.

    ReportLab names a picture by its pixels, for which it would unpack it; the file's bytes name it as well.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        self._bytes = data
        # What ReportLab would find out by unpacking: a JPEG is nowhere clear.
        self._dataA = None

    def getRGBData(self) -> bytes:  # noqa: N802 - ReportLab's name
        return self._bytes


def web_link(address: str) -> str | None:
    """The address as a link, or None when it is no web or mail address."""
    plain = address.strip()
    if not plain or len(plain.split()) != 1:
        return None
    lower = plain.lower()
    if lower.startswith(("http://", "https://", "mailto:")):
        return plain
    if "://" in plain:
        return None
    if "@" in plain:
        return f"mailto:{plain}"
    return f"https://{plain}" if "." in plain else None


def said_address(address: str) -> str:
    """A web address as paper says it, and people type it: `trails.example` for `https://trails.example/`."""
    bare = re.sub(r"^https?://(?=[^/])", "", address.strip(), flags=re.IGNORECASE)
    return bare.removesuffix("/") if bare.count("/") == 1 else bare
