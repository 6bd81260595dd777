"""Text of a saved web page: what a reader would see, one line for each block, tabs between the cells of a table."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "html li main nav ol option p pre section summary table tbody tfoot thead tr ul title".split()
)
_SPACED = frozenset("p h1 h2 h3 h4 h5 h6 table ul ol dl section article header footer nav aside".split())
_SILENT = frozenset("script style noscript template svg head iframe object select button".split())
_LOOKS_LIKE_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|table|h[1-6]|ul|li|span|meta)\b[^<>]{0,2000}>", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\r\n]+")


def is_markup(text: str) -> bool:
    """Whether the text is the source of a web page and not what a browser shows of it."""
    found = _LOOKS_LIKE_HTML.search(text[:20_000])
    return found is not None and "</" in text


def markup_text(source: str) -> str:
    """What a browser would show of the page, as lines."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    lines = (
        _SPACE.sub(" ", line).strip() if "\t\0" not in line else _cells(line)
        for line in "".join(reader.parts).split("\n")
    )
    return "\n".join(lines)


def _cells(line: str) -> str:
    return "\t".join(_SPACE.sub(" ", cell).strip() for cell in line.split("\t\0"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0
        self._cell = 0
        self._first_cell = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's own signature
        if tag in _SILENT:
            self._silent += 1
        elif tag in {"td", "th"}:
            if not self._first_cell:
                self.parts.append("\t\0")
            self._first_cell = False
            self._cell += 1
        elif tag == "tr":
            self._first_cell = True
            self._cell = 0
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append(" " if self._cell else "\n\n" if tag in _SPACED else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"td", "th"}:
            self._cell = max(0, self._cell - 1)
        elif tag in _BLOCKS:
            self.parts.append(" " if self._cell else "\n\n" if tag in _SPACED else "\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " ").replace("\t", " "))
