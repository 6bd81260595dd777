"""Laying pieces out on pages: rows of columns that flow on, so that nothing is too tall and nothing is lost.

A piece is one line of text, one picture, one space: always smaller than a page. A column is a stack of
pieces, a row is columns side by side. A row that does not fit where it stands goes to the next page, or is
parted between pieces; since every piece fits a page, every row is set whole in the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from tourdesk.documents.fonts import width
from tourdesk.documents.pictures import filling
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.theme import Area, Colour, Style

_FINE = 4.0
"""How finely, in points, pages are filled alike."""


class Piece(Protocol):
    """Something that is drawn at one place and is never parted."""

    @property
    def height(self) -> float:
        """How much of the column it takes."""

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws it with its top left corner there."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text that is set; a `tied` one is not the last on a page before the line that follows it."""

    text: str
    style: Style
    indent: float = 0
    tied: bool = False
    link: str | None = None

    @property
    def height(self) -> float:
        """The leading."""
        return self.style.leading

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Sets the line; its baseline lies where the leading puts it."""
        baseline = top + (self.style.leading + self.style.size * 0.7) / 2
        sheet.text(left + self.indent, baseline, self.text, self.style)
        if self.link:
            wide = width(self.text, self.style.font, self.style.size, self.style.tracking)
            sheet.link(Area(left, top, left + wide, top + self.height), self.link)


@dataclass(frozen=True, slots=True)
class Right:
    """A figure that ends at the right edge of its column, so that figures align."""

    text: str
    style: Style
    width: float

    @property
    def height(self) -> float:
        """The leading."""
        return self.style.leading

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Sets the figure on the baseline of a line beside it."""
        baseline = top + (self.style.leading + self.style.size * 0.7) / 2
        sheet.text_to(left + self.width, baseline, self.text, self.style)


@dataclass(frozen=True, slots=True)
class Space:
    """White; at the head of a page it is left out."""

    height: float

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Nothing to draw."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across, with white below it."""

    width: float
    weight: float
    colour: Colour
    below: float = 0

    @property
    def height(self) -> float:
        """The line and the white below it."""
        return self.weight + self.below

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws the line at the top."""
        sheet.bar(Area(left, top, left + self.width, top + self.weight), self.colour)


@dataclass(frozen=True, slots=True)
class Picture:
    """A still in a box, as the file it came in: it is unpacked when it is drawn, in the size in which it is."""

    data: bytes
    width: float
    height: float

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws the picture, cropped to the box; nothing where there is none in it."""
        if (shown := filling(self.data, self.width, self.height)) is not None:
            sheet.picture(Area(left, top, left + self.width, top + self.height), shown)


@dataclass(frozen=True, slots=True)
class JpegPicture:
    """A picture that is a JPEG already, in the shape of its box: it takes little memory until it is drawn."""

    data: bytes
    width: float
    height: float

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws the picture."""
        sheet.picture(Area(left, top, left + self.width, top + self.height), self.data)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; links lead to it by its key."""

    title: str
    level: int
    key: str = ""
    height: float = 0

    def draw(self, sheet: Sheet, left: float, top: float) -> None:  # noqa: ARG002 - an outline knows heights only
        """Marks the place."""
        sheet.bookmark(self.title, top, self.level, self.key)


@dataclass(frozen=True, slots=True)
class Column:
    """A stack of pieces, `offset` to the right of the row; the first `together` are not parted if it can be helped.

    `continued` is set after a page break where this column is used up and the row goes on.
    """

    offset: float
    pieces: tuple[Piece, ...]
    together: int = 1
    continued: tuple[Piece, ...] = ()

    @property
    def height(self) -> float:
        """All pieces."""
        return sum(piece.height for piece in self.pieces)

    @property
    def least(self) -> float:
        """The pieces that stay together."""
        return sum(piece.height for piece in self.pieces[: self.together])

    def parted(self, height: float, *, forced: bool) -> tuple["Column", "Column"]:
        """What fits into the height, and the rest without the white at its head."""
        count, taken = 0, 0.0
        for piece in self.pieces:
            taken += piece.height
            if taken > height + 0.01:
                break
            count += 1
        whole = count
        while count > self.together and _tied(self.pieces[count - 1]):
            count -= 1
        count = count or whole
        if forced:
            count = max(count, min(1, len(self.pieces)))
        rest = self.pieces[count:]
        while rest and isinstance(rest[0], Space):
            rest = rest[1:]
        return replace(self, pieces=self.pieces[:count]), replace(
            self, pieces=rest, together=min(2, len(rest))
        )

    def resumed(self) -> "Column":
        """The column as it goes on after a page break."""
        return self if self.pieces else replace(self, pieces=self.continued)


def _tied(piece: Piece) -> bool:
    return isinstance(piece, Line) and piece.tied


@dataclass(frozen=True, slots=True)
class Row:
    """Columns side by side, `before` below what comes above them.

    `with_next` keeps the row on the page of the row that follows; a `divider` stands between rows only, not
    at the head of a page.
    """

    columns: tuple[Column, ...]
    before: float = 0
    with_next: bool = False
    divider: bool = False

    @property
    def height(self) -> float:
        """The tallest column."""
        return max((column.height for column in self.columns), default=0)

    @property
    def least(self) -> float:
        """What must find room before a page break."""
        return max((column.least for column in self.columns), default=0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece at its place on a page."""

    piece: Piece
    left: float
    top: float


@dataclass
class Flow:
    """Pages being filled.

    `patience` is the share of a page that may stay white rather than part a row; `repeated` are rows that
    stand at the head of every page that is begun.
    """

    area: Area
    patience: float = 0.2
    repeated: tuple[Row, ...] = ()
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    top: float = field(init=False)
    fresh: bool = field(init=False, default=True)

    def __post_init__(self) -> None:
        self.top = self.area.top

    @property
    def depth(self) -> float:
        """How high a row can be on a page of its own."""
        return self.area.height - sum(row.before + row.height for row in self.repeated)

    def add(self, rows: Sequence[Row]) -> None:
        """Sets rows one below the other."""
        for number, row in enumerate(rows):
            if row.with_next and not self._fits_with_next(rows[number:]):
                self._turn()
            if not (row.divider and self.fresh):
                self._set(row)

    def _fits_with_next(self, rows: Sequence[Row]) -> bool:
        needed = 0.0
        for row in rows:
            needed += row.before + (row.height if row.with_next else self._wanted(row))
            if not row.with_next:
                break
        return self.top + needed <= self.area.bottom or needed > self.depth

    def _wanted(self, row: Row) -> float:
        """How much room makes it worth beginning a row at the foot of a page."""
        return row.height if row.height <= self.depth * self.patience else row.least

    def _set(self, row: Row) -> None:
        if not self.fresh and row.height > self._room - row.before and not self._worth_parting(row):
            self._turn()
        while True:
            before = 0 if self.fresh else row.before
            room = self._room - before
            if row.height <= room + 0.01:
                self._place(row, before)
                return
            parts = [column.parted(room, forced=self.fresh) for column in row.columns]
            self._place(replace(row, columns=tuple(head for head, _ in parts)), before)
            rest = tuple(rest for _, rest in parts)
            if not any(column.pieces for column in rest):
                return
            self._turn()
            row = replace(row, columns=tuple(column.resumed() for column in rest), before=0)

    @property
    def _room(self) -> float:
        return self.area.bottom - self.top

    def _worth_parting(self, row: Row) -> bool:
        room = self._room - row.before
        if row.least > room:
            return False
        return row.height > self.depth or room > self.depth * self.patience

    def _place(self, row: Row, before: float) -> None:
        top = self.top + before
        for column in row.columns:
            at = top
            for piece in column.pieces:
                self.pages[-1].append(Placed(piece, self.area.left + column.offset, at))
                at += piece.height
        self.top = top + row.height
        self.fresh = False

    def _turn(self) -> None:
        if self.fresh:
            return
        self.pages.append([])
        self.top = self.area.top
        for row in self.repeated:
            self._place(row, row.before)
        self.fresh = True


def pages_of(
    rows: Sequence[Row], area: Area, *, whole: bool, repeated: tuple[Row, ...] = ()
) -> list[list[Placed]]:
    """The rows on pages; where it is to be, each stays whole if a page can hold it.

    `repeated` stand at the head of every page but the first.
    """
    flow = Flow(area, patience=1 if whole else 0.2, repeated=repeated)
    flow.add(rows)
    return flow.pages


def balanced_pages(
    rows: Sequence[Row], area: Area, *, whole: bool = True, repeated: tuple[Row, ...] = (), most: int = 0
) -> list[list[Placed]]:
    """The rows on as few pages as the area needs, and about as much on each: the last one is as full as the others.

    On up to `most` pages, even where fewer would do.
    """
    pages = pages_of(rows, area, whole=whole, repeated=repeated)
    most = max(most, len(pages))
    again = sum(row.before + row.height for row in repeated)
    low, high = _tallest(rows) + again if whole else 0.0, area.height
    while high - low > _FINE:
        middle = (low + high) / 2
        closer = pages_of(rows, replace(area, bottom=area.top + middle), whole=whole, repeated=repeated)
        if len(closer) > most:
            low = middle
        else:
            pages, high = closer, middle
    return pages


def _tallest(rows: Sequence[Row]) -> float:
    """The height of the tallest row, with those above it that stay with it."""
    tallest = height = 0.0
    for row in rows:
        height += row.before + row.height
        tallest = max(tallest, height)
        height = height if row.with_next else 0.0
    return tallest
