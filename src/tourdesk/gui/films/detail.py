"""One film as people read it: its still, facts, texts, versions, and links to what is related."""

from dataclasses import dataclass
from html import escape
from urllib.parse import quote, unquote

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFont, QImage
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tourdesk.gui.films.chips import FlowLayout
from tourdesk.gui.films.still_view import StillView
from tourdesk.gui.films.words import facts, listed, run_time_spoken, run_time_text
from tourdesk.gui.theme import number_font, scaled, theme
from tourdesk.gui.tokens import BODY, LARGE, SMALL, TITLE
from tourdesk.library.desk import LibraryDesk
from tourdesk.library.films import Film, FilmRow, Related

_LINKS = 6


@dataclass(frozen=True, slots=True)
class _Style:
    size: float = BODY
    weight: QFont.Weight = QFont.Weight.Normal
    role: str = ""
    italic: bool = False


_TITLE = _Style(TITLE * 1.1, QFont.Weight.Bold)
_ORIGINAL_TITLE = _Style(LARGE, role="quiet", italic=True)
_FACTS = _Style(role="quiet")
_LOGLINE = _Style(LARGE, QFont.Weight.Medium)
_BODY = _Style()
_HEADING = _Style(SMALL, QFont.Weight.DemiBold, "quiet")


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the detail of a film shows."""

    film: Film
    still: QImage
    related: Related
    sections: tuple[str, ...]
    """The library's sections, to be offered while editing."""


def load(library: LibraryDesk, film_id: int) -> Shown | None:
    """Everything about a film, asked beside the window; None when somebody has removed it."""
    film = library.films([film_id]).get(film_id)
    if film is None:
        return None
    picture = library.still(film_id)
    image = QImage.fromData(picture) if picture else QImage()
    sections = tuple(section for section, _ in library.sections())
    return Shown(film, image, library.related(film_id), sections)


class FilmDetail(QScrollArea):
    """A film to read; its links lead to other films, sections and tags."""

    film_wanted = Signal(int)
    section_wanted = Signal(str)
    tag_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Film")
        self._links: list[QLabel] = []
        self._page = QWidget()
        self._layout = QVBoxLayout(self._page)
        self._layout.setContentsMargins(20, 4, 20, 24)
        self._layout.setSpacing(0)
        self.setWidget(self._page)
        theme().changed.connect(self._colour_links)

    def _colour_links(self) -> None:
        """Qt takes the colour of a link when its text is read: in another scheme it is read again."""
        for label in self._links:
            words = label.text()
            label.clear()
            label.setText(words)

    def show_film(self, shown: Shown) -> None:
        """Show another film, from its top."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._links = []
        film = shown.film
        self._add_head(film, shown.still)
        self._add_chips(film)
        self._add_texts(film)
        self._add_versions(film)
        self._add_source(film)
        self._add_related(shown.related, film)
        self._layout.addStretch()
        self.verticalScrollBar().setValue(0)

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        return [self, *self._page.findChildren(QPushButton), *self._links]

    def _add_head(self, film: Film, image: QImage) -> None:
        still = StillView(self._page)
        still.show_image(image)
        still.setAccessibleName(f"Still of {film.title}")
        self._add(still, 0)
        title = self._text(film.title, _TITLE)
        self._add(title, 14 if not image.isNull() else 0)
        if film.original_title and film.original_title != film.title:
            self._add(self._text(film.original_title, _ORIGINAL_TITLE), 2)
        line = facts(film)
        if line:
            self._add(self._text(line, _FACTS), 6)

    def _add_chips(self, film: Film) -> None:
        if not film.section and not film.tags:
            return
        chips = QWidget()
        flow = FlowLayout(chips)
        policy = chips.sizePolicy()
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        if film.section:
            section = film.section
            flow.addWidget(self._chip(section, "section", f"Films of the section {section}"))
            self._last_chip.clicked.connect(lambda: self.section_wanted.emit(section))
        for tag in film.tags:
            flow.addWidget(self._chip(tag, "tag", f"Films with the tag {tag}"))
            self._last_chip.clicked.connect(lambda _=False, tag=tag: self.tag_wanted.emit(tag))
        self._add(chips, 10)

    def _chip(self, words: str, kind: str, tip: str) -> QPushButton:
        chip = QPushButton(words.replace("&", "&&"))
        chip.setProperty("chip", kind)
        chip.setToolTip(tip)
        chip.setAccessibleName(tip)
        self._last_chip = chip
        return chip

    def _add_texts(self, film: Film) -> None:
        if film.logline:
            self._add(self._text(film.logline, _LOGLINE), 14)
        if film.synopsis:
            for place, paragraph in enumerate(part for part in film.synopsis.split("\n") if part.strip()):
                self._add(self._text(paragraph.strip(), _BODY), 8 if place else 12)
        for name, entries in (
            ("Advisories", film.advisories),
            ("Ratings", film.ratings),
            ("Identifiers", film.identifiers),
        ):
            if entries:
                self._add(self._text(f"{name}: {listed(entries)}", _FACTS), 10)

    def _add_versions(self, film: Film) -> None:
        if len(film.versions) == 1 and film.version.seconds is None:
            self._add_heading("Run-time")
            self._add(self._text("Nobody has said yet how long this film is.", _FACTS), 4)
            return
        self._add_heading("Versions" if len(film.versions) > 1 else "Run-time")
        for version in film.versions:
            length = run_time_text(version.seconds, version.approximate)
            words = f"{length}  {version.name}" if len(film.versions) > 1 else length
            line = self._text(words, _BODY)
            line.setFont(number_font(line.font()))
            line.setToolTip(run_time_spoken(version.seconds, version.approximate))
            self._add(line, 4)
        if film.producers:
            self._add_heading("Produced by")
            self._add(self._text(listed(film.producers), _FACTS), 4)

    def _add_source(self, film: Film) -> None:
        links = [("Trailer", film.trailer), ("Source", film.source)]
        for heading, address in links:
            if not address:
                continue
            self._add_heading(heading)
            web = address.startswith(("http://", "https://"))
            self._add(self._link(address, address) if web else self._text(address, _FACTS), 4)

    def _add_related(self, related: Related, film: Film) -> None:
        if related.section and film.section:
            self._add_heading(f"More from {film.section}")
            self._add_links(related.section, f"section:{quote(film.section)}")
        for tag, rows in related.tags:
            if rows:
                self._add_heading(f"More with the tag {tag}")
                self._add_links(rows, f"tag:{quote(tag)}")

    def _add_links(self, rows: tuple[FilmRow, ...], everything: str) -> None:
        for row in rows[:_LINKS]:
            length = run_time_text(row.seconds, row.approximate) if row.seconds else ""
            self._add(self._link(f"film:{row.id}", row.title, length), 4)
        if len(rows) > _LINKS:
            self._add(self._link(everything, f"All {len(rows) + 1} films …"), 4)

    def _add_heading(self, words: str) -> None:
        heading = self._text(words, _HEADING)
        self._add(heading, 18)

    def _add(self, widget: QWidget, space_before: int) -> None:
        self._layout.addSpacing(space_before)
        self._layout.addWidget(widget)

    def _text(self, words: str, style: _Style) -> QLabel:
        label = QLabel(words)
        font = scaled(self.font(), style.size, style.weight)
        font.setItalic(style.italic)
        label.setFont(font)
        label.setProperty("role", style.role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _link(self, target: str, words: str, after: str = "") -> QLabel:
        label = QLabel(f'<a href="{escape(target)}">{escape(words)}</a>&nbsp;&nbsp;{escape(after)}')
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        label.setAccessibleName(words)
        label.linkActivated.connect(self._follow)
        self._links.append(label)
        return label

    def _follow(self, target: str) -> None:
        kind, _, rest = target.partition(":")
        if kind == "film":
            self.film_wanted.emit(int(rest))
        elif kind == "section":
            self.section_wanted.emit(unquote(rest))
        elif kind == "tag":
            self.tag_wanted.emit(unquote(rest))
        else:
            QDesktopServices.openUrl(QUrl(target))
