"""The palette: every action, film, night, programme, sponsor, saved search and paper by a few letters."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from tourdesk.documents.kinds import PAPERS
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.frame.elsewhere import in_words
from tourdesk.gui.frame.found import Offer, best, by_kind
from tourdesk.gui.frame.nights import Nights
from tourdesk.gui.frame.sponsors_dialog import open_sponsors
from tourdesk.gui.frame.words import night_text
from tourdesk.gui.icons import pixmap
from tourdesk.gui.plain import words_of
from tourdesk.gui.theme import scaled, tokens
from tourdesk.gui.tokens import RADIUS_SMALL, SMALL, SPACE, SPACE_SMALL, SPACE_TINY
from tourdesk.library.film_row import FilmRow
from tourdesk.library.finding.wanted import SavedSearch
from tourdesk.programming.desk import ProgrammeRow
from tourdesk.sponsorship.sponsors import Sponsor

MOST = 8
"""Lines of one kind: who does not find it among these types another letter."""

PAUSE = 60
"""Milliseconds after a letter before films are looked up."""

_OFFER = Qt.ItemDataRole.UserRole


class Palette(QFrame):
    """Lies over the window: a field, and below it what its letters name; Enter does or shows it, Esc goes back."""

    def __init__(
        self,
        context: Context,
        nights: Nights,
        actions: Sequence[QAction],
        elsewhere: Sequence[Offer],
        window: QWidget,
    ) -> None:
        """`actions` are those that can be done here, `elsewhere` offers those of other screens."""
        super().__init__(window)
        self._focus_before: QWidget | None = window.focusWidget()
        self.setObjectName("palette")
        self.setAccessibleName(_("Find anything"))
        self._ground = window
        self._context = context
        self._nights = nights
        self._known = [
            *(_of_action(action) for action in actions),
            *self._of_nights(nights),
            *self._of_papers(),
        ]
        # After all that is here: it is farther away.
        self._elsewhere = elsewhere
        self._films: list[Offer] = []
        self._field = QLineEdit()
        self._field.setPlaceholderText(
            _("Type what you want to do, or the name of a film, night, programme, sponsor or paper")
        )
        self._field.setAccessibleName(_("Find anything"))
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setItemDelegate(_Line(self._list))
        self._list.setAccessibleName(_("Found"))
        self._list.setProperty("frame", "none")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.itemClicked.connect(self._take)
        self._nothing = QLabel(_("Nothing is called like that; please try fewer letters."))
        self._nothing.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE_SMALL)
        for widget in (self._field, self._list, self._nothing):
            column.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look_up_films)
        self._field.textChanged.connect(self._on_typed)
        self._place_over()
        window.installEventFilter(self)
        self._fill()
        desks = context.desks
        context.tasks.run(
            _("Reading names"),
            lambda _progress: (
                desks.programming.rows(),
                desks.sponsors.sponsors(),
                desks.finding.searches(),
            ),
            self._add_read,
        )

    def _place_over(self) -> None:
        window = self._ground
        width = min(self.fontMetrics().averageCharWidth() * 90, window.width() - 4 * SPACE)
        height = min(self.fontMetrics().height() * 24, window.height() - 8 * SPACE)
        self.resize(width, height)
        self.move((window.width() - width) // 2, 4 * SPACE)

    def open(self) -> None:
        """Show it, ready to be typed into."""
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Give the focus back and go."""
        self._field.removeEventFilter(self)
        self._ground.removeEventFilter(self)
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def _of_nights(self, nights: Nights) -> list[Offer]:
        return [
            Offer(night_text(night), _("Night"), "night", partial(self._context.work_on, night))
            for night in nights.all
        ]

    def _of_papers(self) -> list[Offer]:
        return [
            Offer(_(kind.title), _("Paper"), "paper", partial(self._context.show_thing, "paper", kind.name))
            for kind in PAPERS.values()
        ]

    def _add_read(
        self, read: tuple[Sequence[ProgrammeRow], Sequence[Sponsor], Sequence[SavedSearch]]
    ) -> None:
        programmes, sponsors, searches = read
        self._known += [
            Offer(row.name, _("Programme"), "programme", partial(self._show_programme, row))
            for row in programmes
        ]
        window = self.window()
        self._known += [
            Offer(
                sponsor.name,
                _("Sponsor"),
                "sponsors",
                partial(open_sponsors, self._context, window, sponsor.id),
            )
            for sponsor in sponsors
        ]
        self._known += [
            Offer(
                search.name,
                _("Saved search"),
                "search",
                partial(self._context.show_thing, "search", search.wanted),
            )
            for search in searches
        ]
        self._fill()

    def _show_programme(self, row: ProgrammeRow) -> None:
        """Show a programme with a night that shows it: it is built against that night's slot."""
        showing = [night for night in self._nights.all if night.programme_id == row.id]
        if showing and self._context.screening not in showing:
            self._context.work_on(showing[0])
        self._context.show_screen("Programme")
        if not showing:
            self._context.tell(
                _("No night shows “{name}” yet; choose it there for the night you work on.", name=row.name)
            )

    def _on_typed(self) -> None:
        self._films = []
        self._pause.start()
        self._fill()

    def _look_up_films(self) -> None:
        typed = self._field.text()
        if typed.strip():
            self._context.tasks.run(
                _("Looking for films"),
                lambda _progress: self._context.desks.library.rows(typed)[:MOST],
                partial(self._add_films, typed),
            )

    def _add_films(self, typed: str, films: Sequence[FilmRow]) -> None:
        if typed == self._field.text():
            self._films = [
                Offer(film.title, _("Film"), "film", partial(self._context.show_thing, "film", film.id))
                for film in films
            ]
            self._fill()

    def _fill(self) -> None:
        typed = self._field.text()
        offers = by_kind([*best([*self._known, *self._elsewhere], typed, MOST * 3), *self._films])
        self._list.clear()
        for offer in offers:
            item = QListWidgetItem(offer.name)
            item.setData(_OFFER, offer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.name} {offer.kind} {offer.beside}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(offers))
        self._nothing.setVisible(not offers)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The field has the focus; the keys that walk and choose go to the list. The window may become another size."""
        if watched is self._ground:
            if event.type() is QEvent.Type.Resize:
                self._place_over()
        elif event.type() is QEvent.Type.FocusOut and not self._field.hasFocus():
            QTimer.singleShot(0, self, self._leave_unless_here)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self._list.currentItem())
                return True
            if key is Qt.Key.Key_Escape:
                self.leave()
                return True
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                key
            )
            if step is not None and self._list.count():
                row = min(max(self._list.currentRow() + step, 0), self._list.count() - 1)
                self._list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _leave_unless_here(self) -> None:
        if not self._field.hasFocus() and self.isVisible():
            self.leave()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        offer: Offer = item.data(_OFFER)
        self.leave()
        # After it is gone: what is done may open a dialog or take the focus.
        QTimer.singleShot(0, offer.do)


def _of_action(action: QAction) -> Offer:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = words_of(action.toolTip()).removesuffix(f"({keys})").strip()
    said = in_words(action.text(), tip)
    return Offer(said, _("Action"), action.property("picture") or "play", action.trigger, keys)


class _Line(QStyledItemDelegate):
    """Draws a line: the sign of its kind, its name, and on the right its keys or its kind."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer: Offer = index.data(_OFFER)
        now = tokens()
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.accent_soft if chosen else now.hover)
            painter.drawRoundedRect(QRectF(area), RADIUS_SMALL, RADIUS_SMALL)
        ink = now.on_accent_soft if chosen else now.text
        quiet = ink if chosen else now.quiet
        edge = option.fontMetrics.height()
        top = area.top() + (area.height() - edge) // 2
        painter.drawPixmap(
            area.left() + SPACE_SMALL,
            top,
            pixmap(offer.icon, edge, quiet, painter.device().devicePixelRatioF()),
        )
        text = area.adjusted(SPACE_SMALL + edge + SPACE_SMALL, 0, -SPACE_SMALL, 0)
        text.setWidth(
            self._draw_right(painter, option, offer.beside or offer.kind, quiet) - text.left() - SPACE_SMALL
        )
        painter.setFont(option.font)
        painter.setPen(ink)
        shown = option.fontMetrics.elidedText(offer.name, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _draw_right(self, painter: QPainter, option: QStyleOptionViewItem, words: str, ink: QColor) -> int:
        """Write the words at the right edge; returns where they begin."""
        painter.setFont(scaled(option.font, SMALL))
        painter.setPen(ink)
        area = option.rect.adjusted(0, 0, -SPACE_SMALL, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return int(area.right()) - painter.fontMetrics().horizontalAdvance(words)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        return QSize(100, option.fontMetrics.height() + 2 * SPACE_TINY + 2)
