"""One film as people read it: its still, facts, texts, versions, and links to what is related."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFont, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tourdesk.desks import Desks
from tourdesk.foundation.dates import day_text
from tourdesk.foundation.language import _, n_, quoted
from tourdesk.gui.films.detail.facts_grid import FactsGrid
from tourdesk.gui.films.detail.fade import Fade
from tourdesk.gui.films.detail.film_chips import FilmChips
from tourdesk.gui.films.detail.in_place import InPlace
from tourdesk.gui.films.detail.versions_view import VersionsView, has_more_than_a_run_time
from tourdesk.gui.films.edit.around import Around, load_around
from tourdesk.gui.films.edit.fields import BY_NAME
from tourdesk.gui.films.find.facet_words import related_heading
from tourdesk.gui.films.licences.words import terms_text, window_text
from tourdesk.gui.films.stills.strip import StillStrip
from tourdesk.gui.films.stills.view import StillView
from tourdesk.gui.films.words import listed, run_time_text
from tourdesk.gui.theme import number_font, scaled, theme
from tourdesk.gui.tokens import BODY, LARGE, SMALL, TITLE
from tourdesk.library.films import Film, Still
from tourdesk.library.finding.wanted import KINDS, Kin

if TYPE_CHECKING:
    from tourdesk.touring.shown import ShownAt

_LINKS = 6


@dataclass(frozen=True, slots=True)
class _Style:
    size: float = BODY
    weight: QFont.Weight = QFont.Weight.Normal
    role: str = ""
    italic: bool = False


_TITLE = _Style(TITLE * 1.1, QFont.Weight.DemiBold)
_ORIGINAL_TITLE = _Style(LARGE, role="quiet", italic=True)
_FACTS = _Style(role="quiet")
_LOGLINE = _Style(LARGE, QFont.Weight.Medium)
_BODY = _Style()
_NOTE = _Style(SMALL, role="quiet")
_HEADING = _Style(SMALL, QFont.Weight.DemiBold, "quiet")


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the detail of a film shows."""

    film: Film
    stills: tuple[Still, ...]
    still: QImage
    """The first of them, whole."""
    related: tuple[Kin, ...]
    nights: "tuple[ShownAt, ...]"
    """The screenings kept here that show it."""
    duplicates: tuple[Film, ...]
    """Other records that are likely of the same film."""
    around: Around
    """What is offered while it is edited."""


def load(desks: Desks, film_id: int) -> Shown | None:
    """Everything about a film, asked beside the window; None when somebody has removed it."""
    library = desks.library
    film = library.films([film_id]).get(film_id)
    if film is None:
        return None
    stills = library.stills_of(film_id)
    picture = library.picture(stills[0].id) if stills and stills[0].id is not None else None
    image = QImage.fromData(picture) if picture else QImage()
    return Shown(
        film,
        stills,
        image,
        desks.finding.related(film_id, _LINKS),
        tuple(desks.touring.shown(film_id)),
        library.duplicates(film_id),
        load_around(desks),
    )


class FilmDetail(QScrollArea):
    """A film to read; its links lead to other films, sections and tags."""

    film_wanted = Signal(int)
    kin_wanted = Signal(str, str)
    """What all the films with something in common are wanted of: "section", "tag", "director" or "country", and which."""

    still_wanted = Signal(int)
    """The id of a still that somebody wants to see large."""
    fact_changed = Signal(str, object)
    """A field of `Film` was typed where it stands; its new value."""
    at_rest = Signal()
    """Nobody types in the film any more."""
    merge_wanted = Signal(int)
    """The id of the record that is likely of the same film."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Film"))
        self._links: list[QLabel] = []
        self._in_place: list[InPlace] = []
        self._film_id: int | None = None
        self.still = StillView()
        self.strip: StillStrip | None = None
        self._page = QWidget()
        self._layout = QVBoxLayout(self._page)
        self._layout.setContentsMargins(20, 4, 20, 24)
        self._layout.setSpacing(0)
        self.setWidget(self._page)
        self._fade = Fade(self)
        theme().changed.connect(self._colour_links)

    def _colour_links(self) -> None:
        """Qt takes the colour of a link when its text is read: in another scheme it is read again."""
        for label in self._links:
            words = label.text()
            label.clear()
            label.setText(words)

    def show_film(self, shown: Shown) -> None:
        """Show another film from its top, or the same again where it was read."""
        same = shown.film.id == self._film_id
        place = self.verticalScrollBar().value() if same else 0
        focused = next((v.field.name for v in self._in_place if v.hasFocus()), "") if same else ""
        self._film_id = shown.film.id
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._links, self._in_place = [], []
        self.still = StillView(self._page)
        self.still.fit_page(self.viewport().height())
        film = shown.film
        self._add_head(shown)
        self._add_chips(film, shown.around.sections)
        self._add_texts(film)
        self._add_versions(film)
        self._add_licences(film)
        self._add_nights(shown)
        self._add_notes(film)
        self._add_source(film)
        self._add_related(shown.related)
        self._layout.addStretch()
        # Its height is known when it has been laid out.
        self._page.adjustSize()
        self.verticalScrollBar().setValue(place)
        for value in self._in_place:
            if value.field.name == focused:
                value.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self.still.fit_page(self.viewport().height())
        super().resizeEvent(event)

    @property
    def typing(self) -> bool:
        """Whether a value is being typed where it stands."""
        return any(value.editing for value in self._in_place)

    def finish_typing(self) -> None:
        """Keep what is being typed where it stands, if it can be understood."""
        for value in self._in_place:
            value.finish()

    def in_place(self, name: str) -> InPlace:
        """Where a field of the film stands."""
        return next(value for value in self._in_place if value.field.name == name)

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        strip = [self.strip] if self.strip is not None else []
        return [self, *strip, *self._in_place, *self._page.findChildren(QAbstractButton), *self._links]

    def _add_head(self, shown: Shown) -> None:
        film = shown.film
        self.still.show_image(shown.still)
        self.still.setAccessibleName(_("Still of {title}", title=film.title))
        self._add(self.still, 0)
        self.strip = StillStrip() if len(shown.stills) > 1 else None
        if self.strip is not None:
            self.strip.show_stills(shown.stills)
            self.strip.chosen.connect(lambda place: self._want_still(shown.stills[place]))
            self._add(self.strip, 6)
        self._add_in_place("title", film, _TITLE, 14 if not shown.still.isNull() else 0)
        if film.original_title and film.original_title != film.title:
            self._add_in_place("original_title", film, _ORIGINAL_TITLE, 2)
        for other in shown.duplicates:
            self._add(self._build_duplicate(other), 8)
        facts = FactsGrid(film)
        for value in facts.values:
            self._watch(value)
        self._add(facts, 10)

    def show_still(self, image: QImage) -> None:
        """Show another of the film's stills large."""
        self.still.show_image(image)

    def _want_still(self, still: Still) -> None:
        if still.id is not None:
            self.still_wanted.emit(still.id)

    def _build_duplicate(self, other: Film) -> QWidget:
        """The offer to merge another record of this film."""
        bar = QFrame()
        bar.setObjectName("remarks")
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 4, 6, 4)
        known = ", ".join(part for part in (str(other.year or ""), listed(other.directors)) if part)
        title = f"{quoted(other.title)} ({known})" if known else quoted(other.title)
        row.addWidget(self._text(_("Looks like the same film: {title}", title=title), _BODY), 1)
        merge = QPushButton(_("Merge …"))
        merge.setToolTip(_("See both records side by side and make them one"))
        merge.setAutoDefault(False)
        merge.clicked.connect(lambda _checked=False: self.merge_wanted.emit(other.id))
        row.addWidget(merge)
        return bar

    def _add_in_place(
        self, name: str, film: Film, style: _Style, space_before: int, unknown: str = ""
    ) -> None:
        value = InPlace(BY_NAME[name], getattr(film, name), unknown)
        value.dress(_font(self.font(), style), style.role)
        self._watch(value)
        self._add(value, space_before)

    def _add_chips(self, film: Film, sections: Sequence[str]) -> None:
        chips = FilmChips(film, sections)
        chips.kin_wanted.connect(self.kin_wanted)
        self._watch(chips.section)
        self._watch(chips.tags)
        self._add(chips, 10)

    def _watch(self, value: InPlace) -> None:
        value.changed.connect(self.fact_changed)
        value.ended.connect(self.at_rest)
        self._in_place.append(value)

    def _add_texts(self, film: Film) -> None:
        self._add_in_place("logline", film, _LOGLINE, 14, _("Add a logline"))
        self._add_in_place("synopsis", film, _BODY, 12, _("Add a synopsis"))

    def _add_versions(self, film: Film) -> None:
        if has_more_than_a_run_time(film):
            self._add_heading(_("Versions and copies"))
            self._add(VersionsView(film), 4)
        if len({(source.seconds, source.approximate) for source in film.sources}) > 1:
            self._add_heading(_("Sources differ on the run-time"))
            self._add(
                _columns(
                    (run_time_text(source.seconds, source.approximate), source.name)
                    for source in film.sources
                ),
                4,
            )

    def _add_licences(self, film: Film) -> None:
        if film.licences:
            self._add_heading(_("Licences"))
            for one in film.licences:
                self._add(self._text(window_text(one), _BODY), 4)
                if said := terms_text(one):
                    self._add(self._text(said, _NOTE), 1)

    def _add_nights(self, shown: Shown) -> None:
        if not shown.nights and not shown.film.showings:
            return
        self._add_heading(_("Shown"))
        kept_here = [(day_text(night.night), f"{night.town}, {night.venue}") for night in shown.nights]
        known = [
            (
                day_text(showing.night) if showing.night else "",
                ", ".join(filter(None, (showing.town, showing.note))),
            )
            for showing in shown.film.showings
        ]
        self._add(_columns((*kept_here, *known)), 4)

    def _add_notes(self, film: Film) -> None:
        if film.notes:
            self._add_heading(_("Notes"))
            self._add_in_place("notes", film, _FACTS, 4)

    def _add_source(self, film: Film) -> None:
        links = [(_("Trailer"), film.trailer), (_("Source"), film.source)]
        for heading, address in links:
            if not address:
                continue
            self._add_heading(heading)
            web = address.startswith(("http://", "https://"))
            self._add(self._link(address, address) if web else self._text(address, _FACTS), 4)

    def _add_related(self, related: tuple[Kin, ...]) -> None:
        for kin in related:
            if not kin.first:
                continue
            heading = related_heading(kin.kind, kin.value)
            self._add_heading(heading)
            for row in kin.first:
                length = run_time_text(row.seconds, row.approximate) if row.seconds else ""
                link = self._link(f"film:{row.id}", row.title, length)
                # The same film may stand under several headings.
                link.setAccessibleDescription(heading)
                self._add(link, 4)
            if kin.others > len(kin.first):
                everything = n_("All {n:,} film …", "All {n:,} films …", kin.others + 1)
                self._add(self._link(f"{kin.kind}:{quote(kin.value)}", everything), 4)

    def _add_heading(self, words: str) -> None:
        self._add(self._text(words, _HEADING), 18)

    def _add(self, widget: QWidget, space_before: int) -> None:
        self._layout.addSpacing(space_before)
        self._layout.addWidget(widget)

    def _text(self, words: str, style: _Style) -> QLabel:
        label = QLabel(words)
        label.setFont(_font(self.font(), style))
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
        elif kind in KINDS:
            self.kin_wanted.emit(kind, unquote(rest))
        else:
            QDesktopServices.openUrl(QUrl(target))


def _font(font: QFont, style: _Style) -> QFont:
    scaled_font = scaled(font, style.size, style.weight)
    scaled_font.setItalic(style.italic)
    return scaled_font


def _columns(lines: Iterable[tuple[str, str]]) -> QWidget:
    """Lines of two columns: when or how long, and what."""
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for number, line in enumerate(lines):
        for column, words in enumerate(line):
            label = QLabel(words)
            label.setProperty("role", "quiet")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(bool(column))
            if not column:
                label.setFont(number_font(label.font()))
            grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
    return whole
